"""Lines among others, without a break above them, that begin something of their own."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.lines.line import bare, is_title_case, telling

_STOPS = ".!?:"
_LONG_PROSE, _SHORT_PROSE = 60, 40
_LONGEST_HEAD = 60
_SURE_SHARE, _LIKELY_SHARE, _SURE_WEIGHT = 0.9, 0.5, 4
# A sentence has at least so many blanks.
_SENTENCE = 3


def begins_anew(words: str, above: str, *, duties: bool) -> bool:
    """Say whether a line that form would join to the one above begins something of its own.

    It opens as a duty does, is a heading, or has a heading run in.
    """
    if duties and above[-1] in ".;" and opening_kind(words[:60]) is SectionKind.DUTIES:
        return True
    loud = (words[-1] == ":" or words.isupper()) and not above.isupper()
    if len(words) < 70 and loud and telling(heading_match(bare(words)), 0.34):
        return True
    if len(words) < 50 and above[-1] in ".)!?:" and words[-1].isalnum() and is_title_case(words):
        match = heading_match(words)
        if match is not None and match.share >= 0.6 and match.weight > 2:
            return True
    colon = words.find(":", 3, 50)
    if colon <= 0 or above[-1] not in ".:;!":
        return False
    share = 0.5 if is_title_case(words[:colon]) else _SURE_SHARE  # "What we need: a sure foot"
    return telling(heading_match(words[:colon]), share)


def heads_among(words: str) -> bool:
    """Say whether a line is a heading beyond doubt, whatever stands around it."""
    if not 3 < len(words) <= _LONGEST_HEAD or not words[0].isupper():
        return False
    colon = words[-1] == ":"
    name = words.rstrip(":")
    match = heading_match(name)
    least = _LIKELY_SHARE if colon else _SURE_SHARE
    if match is None or match.share < least or is_field_name(name):
        return False
    return is_title_case(name) and (colon or match.weight >= _SURE_WEIGHT)


def heads_between(words: str, above: str, below: str) -> bool:
    """Say whether a line of known words is a heading by the lines above and below it."""
    if len(words) > _LONGEST_HEAD or not words[0].isupper() or above[-1:] not in _STOPS:
        return False
    name = words.rstrip(":")
    if not telling(heading_match(name), _SURE_SHARE) or is_field_name(name):
        return False
    long = len(below) >= _LONG_PROSE or (len(below) >= _SHORT_PROSE and below[-1] == ".")
    return name.count(" ") < _SENTENCE and (words[-1] == ":" or (is_title_case(name) and long))

"""Fields recognised by the lines around them: left blank, over two, with bars between them."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.lines.line import is_title_case
from postlint.text.patterns import pattern

_FORMATTING = " \t\xa0*_"
_LONGEST_VALUE = 80
_STOPS = frozenset(".;!?")
# More are in a sentence.
_MOST_BLANKS = 4
# A line with a key of its own: "Deadline: ...", not "9:30 am".
_OWN_KEY = pattern(r"[A-Za-z][^:]{0,29}[A-Za-z]:(?:\s|$)")
# What begins with a name of its own: "Deadline: ...", not "9:30 am".
_KEYED = pattern(r"([A-Z][^:.;]{1,40}[A-Za-z]):(?:\s|$)")


def is_left_blank(name: str, below: str, *, ends: bool) -> bool:
    """Say whether a name with a colon names a field that nobody filled in.

    `below` is the next row with words; `ends` says that it heads something of its own.
    """
    name = name.strip(_FORMATTING)
    if not is_field_name(name):
        return False
    if ends or not below:
        return True
    known = heading_match(name)
    keyed = _KEYED.match(below)
    heads = known is not None and known.weight > 3 and known.kind not in _OF_FIELDS
    return not heads and keyed is not None and (is_field_name(keyed[1]) or _heads(keyed[1]))


def _heads(name: str) -> bool:
    """Say whether a name with words behind it heads them: "DUTIES: Files papers."."""
    known = heading_match(name)
    return known is not None and known.share >= _MOST


_MOST = 0.5
# "Reports to" and "FLSA" may head sections, and left blank they head none.
_OF_FIELDS = (SectionKind.SUPERVISION, SectionKind.OTHER)


# A sentence ends in it, and another begins.
_SENTENCES = pattern(r"[a-z]{4}\. [A-Z][a-z]")


def may_be_value(words: str) -> bool:
    """Say whether a line below a field's name may be its value.

    It is short, and neither a sentence, a name with a value of its own, nor a heading.
    """
    if len(words) > _LONGEST_VALUE or words[-1] == ":" or words[0].islower():
        return False
    if (words[-1] == "." and words.count(" ") > _MOST_BLANKS) or _OWN_KEY.match(words):
        return False
    if ". " in words and _SENTENCES.search(words):
        return False
    known = heading_match(words)
    return known is None or known.share < 0.9 or len(words) < 5 or not is_title_case(words)


# What parts fields on one line, with a blank on both sides.
BARS = (" | ", " · ", " • ")


def bars(text: str) -> list[int]:
    """Return where bars part fields on one line: "Team: Data | Grade: 12"; none for other bars.

    Points in the line's middle are bars too: "Team: Data · Grade: 12", and so is a tab before
    a name. Every part must be a name and a short value, and one of the names be known.
    """
    sign = next((bar[1] for bar in BARS if bar in text), "\t")
    places = [at for at, char in enumerate(text) if char == sign]
    if sign == "\t":
        behind = text.split(sign)[1:]
        places = [at for at, words in zip(places, behind, strict=True) if ":" in words]
    known, start = False, 0
    for at in (*places, len(text)):
        apart = text[at - 1].isspace() and text[at + 1 : at + 2].isspace()
        if at < len(text) and sign != "\t" and not apart:
            return []
        name, _, value = text[start:at].partition(":")
        name, value = name.strip(_FORMATTING), value.strip(_FORMATTING)
        if not value or len(value) > _LONGEST_VALUE or not name[:1].isupper() or len(name) > 45:
            return []
        if is_field_name(name):
            known = True
        elif not _STOPS.isdisjoint(name) or not is_title_case(name):
            return []
        start = at + 1
    return places if known else []

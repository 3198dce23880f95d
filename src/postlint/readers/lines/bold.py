"""What bold words are: a line of their own, or a name before what is said of it.

Bold sets words apart as nothing else in a line does: an unknown name is a
field's or a heading's where one that looks as the rest would be a label.
"""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.readers.lines.line import RunIn
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.records import NamedTuple

_LONGEST_LINE = 120
# More words are a sentence, which bold may stress as well.
_MOST_HEAD = 9
_LONGEST_NAME, _MOST_WORDS = 80, 6
_LONGEST_VALUE, _SHORT_SENTENCE = 100, 7
_ENDS = ".!,;"
# Names in front of a remark, which head nothing.
_REMARKS = frozenset(
    {"note", "please note", "important", "nb", "reminder", "tip", "example", "e.g"}
)
_DUTIES = SectionKind.DUTIES


def may_head(words: str) -> bool:
    """Say whether a line that is all bold may be a heading, by its form."""
    if len(words) > _LONGEST_LINE or (words[-1] in _ENDS and not is_stopped_name(words)):
        return False
    return any(map(str.isalpha, words)) and (words[-1] == ":" or len(words.split()) <= _MOST_HEAD)


def is_stopped_name(words: str) -> bool:
    """Say whether words are a heading's and no more, with a full stop: "Typical Duties."."""
    if words[-1] != "." or len(words) > _LONGEST_NAME or words.count(" ") >= _MOST_WORDS:
        return False
    known = heading_match(words[:-1])
    if known is None or known.share < _WHOLE:
        return False
    return known.weight >= _SURE or known.kind is SectionKind.QUALIFICATIONS


# A weight that no word has which may stand in any sentence.
_SURE = 3


class BoldName(NamedTuple):
    """Bold words, without the `sign` behind them, and what they stand before."""

    name: str
    rest: str
    section: SectionKind | None = None
    sign: str = ":"


def bold_name(bold: BoldName) -> RunIn | None:
    """Return what bold words before others are, `None` for words as any."""
    decides = first_that_holds(BOLD, bold)
    return None if decides is None else decides.answer


def _is_none(bold: BoldName) -> bool:
    name = bold.name
    return not 0 < len(name) <= _LONGEST_NAME or bold.sign not in ":.-–—|?"


def _opens_duty(bold: BoldName) -> bool:
    return bold.section is _DUTIES and opening_kind(bold.rest[:60]) is _DUTIES


def _says_what(bold: BoldName) -> bool:
    """Say whether a few words behind "Duties" or "Requirements" are what is done or asked."""
    known = heading_match(bold.name)
    rest = bold.rest
    if known is None or known.share < _WHOLE or rest.count(" ") < _FEW:
        return False
    if known.kind is _DUTIES:
        stated = rest[0].islower() or opening_kind(rest[:60]) is _DUTIES
        return stated or rest.count("; ") + rest.count(". ") > 1
    return known.kind is SectionKind.QUALIFICATIONS and bold.name.lower().endswith("s")


_WHOLE = 0.9
_FEW = 3


def lists_work(words: str) -> bool:
    """Say whether words are three clauses of work or more: "Mends nets; steers; cooks"."""
    return words.count("; ") > 1 and opening_kind(words[:60]) is _DUTIES


def _is_short(bold: BoldName) -> bool:
    rest = bold.rest
    return (
        len(rest) <= _LONGEST_VALUE
        and bold.name.count(" ") < _MOST_WORDS
        and "\n" not in rest.strip()
        and not _opens_duty(bold)
        and not _says_what(bold)
        and not lists_work(rest)
        and not (rest.rstrip().endswith((".", ";")) and rest.count(" ") > _SHORT_SENTENCE)
    )


def _heads(bold: BoldName) -> bool:
    known = heading_match(bold.name)
    if known is None or known.share < 0.5:
        return False
    return known.kind is _DUTIES or not _opens_duty(bold)


_PROSE = (
    "The clerk keeps the papers of the whole town in its hall, lends them to all who ask, and"
    " mends what is torn."
)
BOLD: tuple[Decision[BoldName, RunIn, BoldName], ...] = (
    Decision(
        "a known name, and its value without a sign between",
        lambda bold: (
            bold.sign not in ":.-–—|?,;"
            and not bold.rest[:1].islower()
            and len(bold.rest) <= _LONGEST_VALUE
            and is_field_name(bold.name)
        ),
        BoldName("Reports to", "Head of Roads", sign="o"),
        RunIn.FIELD,
    ),
    Decision("it goes on as words do", _is_none, BoldName("Files", "are kept", sign=",")),
    Decision(
        "a remark follows",
        lambda bold: bold.name.lower() in _REMARKS,
        BoldName("Note", "the hall is old"),
    ),
    Decision(
        "a known name and a value",
        lambda bold: (
            bold.sign == ":" and is_field_name(bold.name) and len(bold.rest) < 2 * _LONGEST_VALUE
        ),
        BoldName("Reports to", "the Head of Roads"),
        RunIn.FIELD,
    ),
    Decision(
        "a name and a short value",
        lambda bold: bold.sign == ":" and not is_field_name(bold.name) and _is_short(bold),
        BoldName("Hall key", "the brass one"),
        RunIn.FIELD,
    ),
    Decision("known words that head a section", _heads, BoldName("Duties", _PROSE), RunIn.HEADING),
    Decision(
        "a name before clauses of work",
        lambda bold: bold.section is not _DUTIES and lists_work(bold.rest),
        BoldName("Out at sea", "Mends nets; steers the boat; cooks."),
        RunIn.HEADING,
    ),
    Decision(
        "a label in a list of duties",
        lambda bold: bold.section is _DUTIES,
        BoldName("Files", "Keeps the files of the town.", _DUTIES),
        RunIn.LABEL,
    ),
    Decision(
        "a heading run in before prose",
        lambda bold: len(bold.rest) >= _LONGEST_VALUE,
        BoldName("Files", _PROSE),
        RunIn.HEADING,
    ),
    Decision("a label", lambda _: True, BoldName("Files", "are kept", sign="."), RunIn.LABEL),
)

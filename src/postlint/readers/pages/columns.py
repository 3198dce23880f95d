"""What the columns of a table hold: statements of duties, their marks, shares and numbers.

A cell means what its column says it means: *No* under "Essential" is no mark,
and a number under "#" is the item's number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

_MARK = pattern(
    r"(?i)\(?(?:E|EF|M|NE|N|X|Y|Yes|No|True|False|Essential|Marginal|Non-?essential|[*†‡✓✔☑☒☐✗✘–—-])\)?\Z"
)
_SHARE = pattern(r"[~<>≤≥]?\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%\Z|\d{1,3}\Z")
_NUMBER = pattern(r"(?i)(?:#|no\.?\s?)?\d{1,2}[.)]?\Z")
_SAYS_MARK = pattern(r"(?i)\b(?:essential|marginal|e\s?/\s?m|e\s?/\s?ne|ef|ada)\b")
_SAYS_MARGINAL = pattern(r"(?i)\b(?:marginal|non-?essential|not essential)\b")
_SAYS_ESSENTIAL = pattern(r"(?i)(?<!non-)(?<!non)(?<!not )\bessential\b|\be\s?/|\bef\b|\bada\b")
_SAYS_SHARE = pattern(r"(?i)%|\bper\s?cent|\bpct|\bpercent|\bshare\b|\btime\b")
_SAYS_PERCENT = pattern(r"(?i)%|\bper\s?cent")
_SAYS_NUMBER = pattern(r"(?i)(?:#|no\.?|nr\.?|number|item|rank|order)\Z")
# What a cell says that sets no mark.
_UNMARKED = frozenset("no n false ☐ ✗ ✘ – — -".split())
# Letters that mark duties under whatever name, where some are essential.
_LETTERS = (frozenset({"E", "M"}), frozenset({"E", "N"}), frozenset({"E", "NE"}))
_SAYS_CLASS = pattern(r"(?i)(?:type|class|code|category|rating|mark|e)?\Z")
# A cell this long is a layout's, not a table's.
_STATEMENT = 18


# What a column of a table of duties may hold.
_Held: TypeAlias = Literal["marks", "shares", "numbers", "words"]


class Cell(NamedTuple):
    """A cell: its words as they look, and what adds them to the page.

    `write` returns where bold words at its start end, 0 for none. `parts` are its paragraphs,
    where it has several.
    """

    words: str
    write: Callable[[], int]
    parts: tuple[Cell, ...] = ()


def of_parts(parts: tuple[Cell, ...]) -> Cell:
    """Return a cell of several, one after the other; the one itself where it is alone."""
    if len(parts) == 1:
        return parts[0]

    def write() -> int:
        bold = [part.write() for part in parts]
        return bold[0]

    return Cell(" ".join(part.words for part in parts), write, parts)


class DutyColumns(NamedTuple):
    """Which columns of a table of duties hold what; `None` for none."""

    statement: int
    mark: int | None
    share: int | None
    number: int | None
    # The name over the column of marks.
    marks: str
    # Columns that say no more than the marks do: what is not essential is marginal.
    beside: tuple[int, ...]
    # What the name over the shares says of bare numbers below it.
    sign: Literal["", "%"]


def names_columns(rows: list[list[Cell]]) -> bool:
    """Say whether the first row names the columns."""
    words = [cell.words for cell in rows[0]]
    if len(rows) < 2 or not all(len(word) < 60 for word in words):
        return False
    if any(word.endswith(".") and _opens_duty(word) and word.count(" ") > 1 for word in words):
        return False  # "Roads (50%)" beside what is done there
    if _SAYS_NUMBER.match(words[0]) and all(_NUMBER.match(row[0].words) for row in rows[1:] if row):
        return True
    return (
        _is_area(words[0])
        or name_work(words)
        or any(_SAYS_MARK.search(word) or "%" in word for word in words)
    )


# What a column of topics is called beside one of what is done.
_AREAS = frozenset(
    "area areas topic topics field function functions focus domain subject theme".split()
)


def _is_area(name: str) -> bool:
    name = name.lower()
    return name.endswith((" area", " areas")) or name.rpartition(" ")[2] in _AREAS


# "What | How often": how often a thing is done is said of what somebody does.
_SAYS_OFTEN = pattern(r"(?i)(?:how often|frequency|freq\.?|how frequently)\Z")
_SAYS_WHAT = pattern(
    r"(?i)(?:what|what you(?:'ll| will)? do|task|function|activity|work|what is done)\Z"
)
# "Function | Essential?": whether a thing done is essential is said of duties alone.
_SAYS_WHETHER = pattern(r"(?i)\W*(?:essential|marginal|e ?/ ?m|e ?/ ?ne|y ?/ ?n)\W*\Z")


def name_work(names: Sequence[str]) -> bool:
    """Say whether names of columns have duties among them, or what is done and how often."""
    return any(map(says_duty, names)) or (
        any(_SAYS_OFTEN.match(name) or _SAYS_WHETHER.match(name) for name in names)
        and any(map(_SAYS_WHAT.match, names))
    )


def says_duty(name: str) -> bool:
    """Say whether a name is that of duties."""
    return 0 < len(name) < 60 and heading_kind(name) is SectionKind.DUTIES


class _Column(NamedTuple):
    """A column of a table of duties: where it stands, its name, and the cells that say anything."""

    place: int
    name: str
    filled: tuple[str, ...]
    # Whether the table names its columns.
    named: bool

    @property
    def mean(self) -> int:
        """How many characters a cell has, in the mean."""
        return sum(map(len, self.filled)) // len(self.filled)

    def holds(self) -> _Held:
        """Return what its cells are; a name that says so is asked before their looks."""
        if all(map(_MARK.match, self.filled)) and (
            not self.named or _SAYS_MARK.search(self.name) or _are_letters(self.name, self.filled)
        ):
            return "marks"
        if all(map(_SHARE.match, self.filled)) and (
            _SAYS_SHARE.search(self.name) or all("%" in word for word in self.filled)
        ):
            return "shares"
        if all(map(_NUMBER.match, self.filled)) and (
            not self.name or _SAYS_NUMBER.match(self.name)
        ):
            return "numbers"
        return "words"


def columns_of(
    page: Page, head: list[Cell], body: list[list[Cell]], width: int
) -> DutyColumns | None:
    """Return which columns hold marks, shares, numbers and statements; `None` for no duties."""
    held: dict[_Held, list[_Column]] = {"marks": [], "shares": [], "numbers": [], "words": []}
    for place in range(width):
        words = (row[place].words for row in body if place < len(row))
        filled = tuple(word for word in words if word)
        if filled:
            name = head[place].words if place < len(head) else ""
            column = _Column(place, name, filled, bool(head))
            held[column.holds()].append(column)
    # The column called after duties holds them, however short they are.
    named = [one for one in held["words"] if says_duty(one.name) and one.mean > 1]
    # "Accountability | What is done": of two such columns the one that says more.
    plain = [one for one in named if not _is_area(one.name)]
    called = max(plain, key=lambda one: one.mean, default=next(iter(named), None))
    stated = max(held["words"], key=lambda one: one.mean, default=None)
    if called is not None and stated is not None and stated.mean > 2 * called.mean:
        called = stated if 2 * sum(map(_opens_duty, stated.filled)) > len(stated.filled) else called
    if called is None and name_work([cell.words for cell in head]):
        called = next((one for one in held["words"] if _SAYS_WHAT.match(one.name)), None)
    # What is numbered is statements, however short.
    least = 1 if held["numbers"] and len(held["words"]) == 1 else _STATEMENT
    long = (one for one in held["words"] if one.mean > least)
    statement = called or max(long, key=lambda one: one.mean, default=None)
    if statement is None:
        return None
    of_duties = called or held["marks"] or held["shares"]
    topics = bool(head) and statement.place > 0 and _is_area(head[0].words)
    if not of_duties and not _are_duties(page, body, statement.place, topics=topics):
        return None
    # What is essential is marked in the first column that is not called after the others.
    marks = held["marks"]
    mark = next((one for one in marks if not _is_marginal(one.name)), marks[-1] if marks else None)
    return DutyColumns(
        statement.place,
        None if mark is None else mark.place,
        held["shares"][-1].place if held["shares"] else None,
        held["numbers"][-1].place if held["numbers"] else None,
        "" if mark is None else mark.name,
        tuple(one.place for one in marks if one is not mark),
        "%" if any(_SAYS_PERCENT.search(one.name) for one in held["shares"][-1:]) else "",
    )


def _opens_duty(words: str) -> bool:
    return opening_kind(words[:60]) is SectionKind.DUTIES


def _is_marginal(name: str) -> bool:
    """Say whether what is marked in a column so named is not essential."""
    return bool(_SAYS_MARGINAL.search(name)) and not _SAYS_ESSENTIAL.search(name)


def _are_letters(name: str, cells: Sequence[str]) -> bool:
    letters = {word.strip("()").upper() for word in cells}
    known = any("E" in letters and letters <= both for both in _LETTERS)
    return known and _SAYS_CLASS.match(name) is not None


def _are_duties(page: Page, body: list[list[Cell]], column: int, *, topics: bool) -> bool:
    """Say whether a column opens as duties do: under a heading of duties, or beside topics."""
    above = next((block for block in reversed(page.blocks) if block.kind == "head"), None)
    words = "" if above is None else page.flat.text()[above.words : above.stop].strip()
    shared = column > 0 and all(row[0].words.endswith("%)") for row in body)
    if not (topics or shared) and heading_kind(words) is not SectionKind.DUTIES:
        return False
    cells = [row[column].words for row in body if column < len(row)]
    opened = sum(map(_opens_duty, cells))
    return opened * 2 > len(cells) and (not topics or opened > _FEW)


# A plan, or a table of steps, has more rows.
_FEW = 2


def is_mark(words: str) -> bool:
    """Say whether a cell holds a mark and no words: "X", "✓", "No"."""
    return _MARK.match(words) is not None


def sets_mark(sign: str) -> bool:
    """Say whether a cell's mark says yes: "No", an empty box and an empty cell do not."""
    return sign != "" and sign.strip("() ").lower() not in _UNMARKED


def marks_duty(sign: str, over: str) -> bool:
    """Say whether what stands in a column of marks marks a duty, given the column's name."""
    if _is_marginal(over):
        return False
    bare = sign.strip("() ").lower()
    # "N" is a letter of its own where the column's letters are E and N.
    return bare not in _UNMARKED or (bare == "n" and "/" in over and "y" not in over.lower())

"""Lines that look as a document's sure headings do.

A writer sets all headings of a paper in one way. What is set so, over what headings
stand over, is one of them, whatever its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from postlint.document.headings import heading_match
from postlint.document.job_title import is_organisation
from postlint.document.labels import is_field_name
from postlint.document.titles import is_job_title, names_job
from postlint.readers.lines.line import (
    Style,
    bare,
    heads_section,
    is_title_case,
    states_data,
    telling,
)
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# What Roman numbers number is parts of a paper, and no items of a list.
ROMANS = frozenset({"I", "i"})
LONGEST_ALIKE, _SHORTEST = 60, 3
_MOST_BLANKS = 7
# Above the first heading stand a title and an employer's name.
AT_TOP, _BELOW_TITLE = 2, 4
_PROSE, _LONG_SENTENCE, _SENTENCE = 60, 40, 25
_STOPS, _OPENING = ".!?:;", '$“"('


class ShortLine(NamedTuple):
    """A line that may be a heading, apart from what is above it, and what stands around it.

    `above` is the last line with words above it, `below` the next one. `ended` says that the
    one above is an item or the last row of several, `list_below` that a bullet opens the one
    below, `rows_below` that another row follows it directly, `adjacent` that no blank row parts
    it from the line; `number` is the kind of number before it.
    """

    place: int
    words: str
    above: str
    ended: bool
    below: str
    list_below: bool
    rows_below: bool
    adjacent: bool
    number: str = ""


class _Alike(NamedTuple):
    place: int
    known: bool
    heads: bool
    sure: bool
    over_rows: bool
    sentence: bool


def alike(lines: Iterable[ShortLine]) -> dict[int, Style]:
    """Return the places of the lines that are set as a document's headings are, and how that is."""
    forms: dict[tuple[bool, bool, bool, str], list[ShortLine]] = {}
    for line in lines:
        words = line.words
        form = (words.isupper(), words[-1] == ":", line.adjacent, line.number)
        forms.setdefault(form, []).append(line)
    found: dict[int, Style] = {}
    for (capitals, *_), of_form in forms.items():
        if len(of_form) < 2:
            continue  # a line that looks like no other
        members = [_seen(line) for line in of_form]
        if _are_headings(members):
            style = Style.CAPITALS if capitals else _style(members)
            lone = _lone_words(members)
            found.update((one.place, style) for one in members if one.heads and (one.sure or lone))
    return found


def may_be_heading(words: str) -> bool:
    """Say whether a line's form allows a heading: few words, a capital, no stop, no data."""
    return (
        _SHORTEST < len(words) <= LONGEST_ALIKE
        and words[0].isupper()
        and (words[-1].isalnum() or words[-1] in ")?:’'!")
        and words.count(" ") <= _MOST_BLANKS
        and "|" not in words
        and not words.startswith(_DATED)
        and not states_data(words)
    )


# "Posted today" tells a day without a number.
_DATED = ("Posted ", "Reposted ", "Updated ")


def _seen(line: ShortLine) -> _Alike:
    name = bare(line.words)
    known = telling(heading_match(name), 0.5) and not is_job_title(name)
    other = is_field_name(name) or (not known and _names_other(name))
    over = line.list_below or line.number in ROMANS
    over = over or (_is_closed(line) and (_over(line) or _over_fields(line, known)))
    heads = not other and over
    sure = known or line.list_below or (" " in name and name[-1].isalpha())
    return _Alike(
        line.place, known, heads, sure, line.list_below or line.rows_below, not is_title_case(name)
    )


def _names_other(name: str) -> bool:
    """Say whether words have a number or a place, or name a job or an employer."""
    job = is_job_title(name) or (names_job(name) and is_title_case(name))
    return job or _DATA.search(name) is not None or is_organisation(name)


def _is_closed(line: ShortLine) -> bool:
    """Say whether what is above has come to its end: one row of a list without stops has not."""
    above = line.above
    return line.ended or above[-1] in _STOPS or _NAMED.match(above) is not None


def _over_fields(line: ShortLine, known: bool) -> bool:
    return known and _NAMED.match(line.below) is not None


def _over(line: ShortLine) -> bool:
    below = line.below
    if not (below[0].isupper() or below[0] in _OPENING) or _NAMED.match(below):
        return False
    if heads_section(below):
        return False  # "Other duties as assigned" above "Qualifications" ends a list
    # A word alone says too little to stand over a few words.
    least = _SENTENCE if " " in line.words else _LONG_SENTENCE
    long = len(below) >= _PROSE or (len(below) >= least and below[-1] == ".")
    return long or line.rows_below


# "Grade 4", "Elm, OR".
_DATA = pattern(r"\d|, [A-Z]{2}\Z")
_NAMED = pattern(r"[A-Z][\w/ ]{1,30}: ")


def _are_headings(members: list[_Alike]) -> bool:
    """Say whether lines of one form are headings: most head something, and some are known."""
    heading = [one for one in members if one.heads or one.known]
    count = len(heading)
    # Lines below a title, "Full-time", "Elm Lane", are no fewer for being set as headings are.
    if count < 2 or 3 * count < 2 * sum(
        one in heading or one.place > _BELOW_TITLE for one in members
    ):
        return False
    known = sum(one.known for one in members)
    return known * 5 >= count or (count > 2 and any(one.over_rows for one in heading))


def _lone_words(members: list[_Alike]) -> bool:
    """Say whether one word over a paragraph is a heading where all of its form, or most, are."""
    heading = [one for one in members if one.heads or one.known]
    return len(heading) == len(members) or 2 * sum(one.known for one in heading) >= len(heading)


def _style(members: list[_Alike]) -> Style:
    """Return how they are set: a sentence among names that are set as titles nests under them."""
    known = [one for one in members if one.known] or members
    titles = sum(not one.sentence for one in known)
    return Style.SENTENCE if titles == len(known) > 1 else Style.TITLE

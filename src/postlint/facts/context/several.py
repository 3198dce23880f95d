"""The states whose towns a text names in a row for the work: "Hartford, CT or Bath, ME"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postlint.document.vocabulary import plain_words
from postlint.facts._data import vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.gazetteer import places_by_name
from postlint.facts.context.signs import CITY_BEFORE, home_signs, works_in
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

# What may stand between two towns of a row.
_JOINS = pattern(r",?[ ]?(?:[,;/&|]|\b(?:and|or)\b)[ ]?(?:(?:and|or)[ ])?(?:in[ ])?")
_OPENINGS = pattern(
    rf"(?i)\b(?:{vocabulary('context', 'openings')})[ ](?:(?:available|open)[ ])?in[ ]\Z"
)
_OFFICES = pattern(rf"(?i)[ ](?:{vocabulary('context', 'workplaces')}|locations)\b")
_LONGEST_TOWN = 40


class _Town(NamedTuple):
    code: str
    span: Span


@fact("workplaces")
def workplaces(case: Case) -> Fact[tuple[str, ...]]:
    """Return the states of towns that are named together as where the work is."""
    for row in _rows(case):
        codes = tuple(dict.fromkeys(town.code for town in row))
        if len(codes) > 1 and _is_of_work(case.text, row):
            return Fact(codes, tuple(town.span for town in row))
    return Fact(())


def _rows(case: Case) -> Iterator[list[_Town]]:
    row: list[_Town] = []
    for town in _towns(case):
        if row and not _JOINS.fullmatch(case.text, row[-1].span.end, town.span.start):
            yield row
            row = []
        row.append(town)
    yield row


def _towns(case: Case) -> list[_Town]:
    """Return the towns that signs name, each with the state behind it, in order."""
    text = case.text
    found: dict[int, _Town] = {}
    for sign in case[home_signs].value:
        start, end = sign.span
        # The code behind a town, and a ZIP code; or the state's name behind one.
        if text[start : start + 2] == sign.code[3:] or _names_state(text, sign.span):
            floor = max(0, start - _LONGEST_TOWN)
            town = CITY_BEFORE.search(text[floor:start].rstrip(" ,"))
            start = start if town is None else floor + town.start()
        elif start in found:
            continue
        found[start] = _Town(sign.code, Span(start, end))
    ordered = sorted(found.values(), key=lambda town: town.span)
    inner = {below.span for above, below in pairwise(ordered) if above.span.contains(below.span)}
    return [town for town in ordered if town.span not in inner]


def _names_state(text: str, span: Span) -> bool:
    """Say whether the name of a state stands behind a comma; a town may stand there as well."""
    behind = text.startswith(", ", max(0, span.start - 2))
    return behind and plain_words(text[span.start : span.end]) in places_by_name("states")


def _is_of_work(text: str, row: list[_Town]) -> bool:
    first, last = row[0].span, row[-1].span
    if works_in(text, first) or _OFFICES.match(text, last.end):
        return True
    before = max(0, first.start - 60)
    return _OPENINGS.search(text, before, first.start) is not None

"""Whom work from afar is open to: "remote, Ohio residents only", "remote, excluding Colorado"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from postlint.facts._data import table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.gazetteer import places_named, state_code, state_codes
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

_REMOTE = pattern(r"(?i)\b(?:remote|telework|work from (?:home|anywhere))\b")
# One of these stands in all of it, which is sooner seen than by the pattern.
_AFAR: Final = frozenset({"remote", "telework", "home", "anywhere"})
# What a text calls such work by, where it says at once for whom.
_OF_AFAR: Final = ("remote", "telework", "work from home")
# "Not open to residents of Texas" opens nothing, nor does "excluding those who live in Texas".
_NOT = pattern(r"(?i)\b(?:not?|nor|never|cannot|except\w*|exclud\w*|outside)\b[^.;\n]{0,30}\Z")
_BEFORE: Final = 40
_LONGEST: Final = 120


class Named(NamedTuple):
    """States a sentence names together, and where."""

    codes: tuple[str, ...]
    span: Span


@cache
def _names() -> tuple[str, ...]:
    """Return the names and codes of states, the longer of two that begin alike first."""
    names = {place.words.title() for place in places_named("states") if "," not in place.words}
    known = {*names, "Washington", *(code[3:] for code in state_codes())}
    return tuple(sorted(known, reverse=True))


@cache
def _state() -> re.Pattern[str]:
    return pattern("|".join(map(re.escape, _names())))


@cache
def _states() -> str:
    """Return a list of states as a pattern: "TX, FL or GA", "the states of Ohio and Indiana"."""
    one = rf"(?:{_state().pattern})\b"
    between = r"(?:[ ]?[,/;&][ ]?(?:(?:and|or)[ ])?|[ ](?:and|or)[ ])(?:in )?"
    lead = r"(?:the (?:following )?states?(?: of|:) |either )?"
    return rf"{lead}(?P<states>{one}(?:{between}{one})*)"


@cache
def _open_to() -> re.Pattern[str]:
    """Return what leads to the states whose people may apply."""
    afar = r"(?:remote(?:ly)?|telework\w*|work from home)(?: work| position| role| job)?"
    among = r"(?:(?:with)?in|from|based in|(?:open to|for) residents of|anywhere in)[ ]"
    return pattern(
        rf"(?i:\b{afar}(?:[ ]?[,(–—:/-]{{1,2}}[ ]?(?:{among})?|[ ]{among})"
        rf"|\b(?:{vocabulary('context', 'open_to')})[ ])[(]?{_states()}(?![ ][A-Z])"
    )


@cache
def _residents() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what follows the states whose people may apply, and the states before it."""
    behind = vocabulary("context", "residents")
    return pattern(rf"(?i)[ ](?:{behind})\b"), pattern(rf"\b{_states()}\Z")


@cache
def _shut_out() -> re.Pattern[str]:
    whom = rf"(?:{vocabulary('context', 'residing')})[ ]"
    among = r"(?:of|in|from|for|to|living in|residing in|based in)[ ]"
    lead = vocabulary("context", "shut_out")
    return pattern(rf"(?i:\b(?:{lead})[ :]{{1,2}}(?:{among})?(?:{whom})?(?:{among})?){_states()}")


def names_remote(case: Case) -> bool:
    """Say whether a text names work from afar; ask it once."""
    return not _AFAR.isdisjoint(case.words.distinct) and bool(_REMOTE.search(case.text))


@fact("shut_out")
def shut_out(case: Case) -> Fact[tuple[Named, ...]]:
    """Return the states whose people may not do work from afar."""
    if not case.once(names_remote):
        return Fact(())
    return Fact(tuple(map(_named, _led(case, _shut_out(), _leads("shut_out")))))


@fact("open_to")
def open_to(case: Case) -> Fact[tuple[Named, ...]]:
    """Return the states whose people alone may do work from afar."""
    if not case.once(names_remote):
        return Fact(())
    found = tuple(_limits(case))
    return Fact(found, tuple(one.span for one in found))


@cache
def _leads(key: str) -> tuple[str, ...]:
    words = table("context")["vocabulary"][key].split(";")
    return tuple([" ".join(lead.split()) for lead in words])


def _led(case: Case, search: re.Pattern[str], leads: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds, all of whose finds begin with one of some words.

    Most texts lack a word of several, which is sooner seen than where a pattern may begin.
    A word alone may go on: "teleworking".
    """
    lowered, begun = case.lowered, set[int]()
    for lead in leads:
        several = lead.split()
        if len(several) > 1 and not case.words.distinct.issuperset(several):
            continue
        at = lowered.find(lead)
        while at >= 0:
            begun.add(at)
            at = lowered.find(lead, at + 1)
    floor = 0
    for at in sorted(begun):
        if at >= floor and (match := search.match(case.text, at)) is not None:
            yield match
            floor = match.end()


def _limits(case: Case) -> Iterator[Named]:
    text = case.text
    behind, before = _residents()
    only = _led(case, behind, [f" {lead}" for lead in _leads("residents")])
    ends = [one.start() for one in only if text.endswith(_names(), 0, one.start())]
    named = (before.search(text, max(0, end - _LONGEST), end) for end in ends)
    for match in (*_led(case, _open_to(), _OF_AFAR + _leads("open_to")), *filter(None, named)):
        start, listed = match.start(), match.start("states")
        if _NOT.search(text, max(0, start - _BEFORE), listed) is None:
            yield _named(match)


def _named(match: re.Match[str]) -> Named:
    codes = dict.fromkeys(map(state_code, _state().findall(match["states"])))
    return Named(tuple(codes), Span(*match.span("states")))


def of_states(named: tuple[Named, ...]) -> frozenset[str]:
    """Return all states of some lists."""
    return frozenset(code for one in named for code in one.codes)

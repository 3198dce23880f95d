"""Whom work from afar is open to: "remote, Ohio residents only", "remote, excluding Colorado"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from postlint.facts._data import vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context.gazetteer import places_named, state_code, state_codes
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

_REMOTE = pattern(r"\b(?:remote|telework|work from (?:home|anywhere))\b", re.IGNORECASE)
# One of these stands in all of it, which is sooner seen than by the pattern.
_AFAR: Final = frozenset({"remote", "telework", "home", "anywhere"})
# "Not open to residents of Texas" opens nothing, nor does "excluding those who live in Texas".
_NOT = pattern(r"(?i)\b(?:not?|nor|never|cannot|except\w*|exclud\w*|outside)\b[^.;\n]{0,30}\Z")
_BEFORE: Final = 40
_LONGEST: Final = 120


class Named(NamedTuple):
    """States a sentence names together, and where."""

    codes: tuple[str, ...]
    span: Span


@cache
def _state() -> re.Pattern[str]:
    names = {place.words.title() for place in places_named("states") if "," not in place.words}
    known = {*names, "Washington", *(code[3:] for code in state_codes())}
    return pattern("|".join(map(re.escape, sorted(known, reverse=True))))


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
    return Fact(tuple(map(_named, _shut_out().finditer(case.text))))


@fact("open_to")
def open_to(case: Case) -> Fact[tuple[Named, ...]]:
    """Return the states whose people alone may do work from afar."""
    if not case.once(names_remote):
        return Fact(())
    found = tuple(_limits(case.text))
    return Fact(found, tuple(one.span for one in found))


def _limits(text: str) -> Iterator[Named]:
    behind, before = _residents()
    ends = (match.start() for match in behind.finditer(text))
    named = (before.search(text, max(0, end - _LONGEST), end) for end in ends)
    for match in (*_open_to().finditer(text), *filter(None, named)):
        start, listed = match.start(), match.start("states")
        if _NOT.search(text, max(0, start - _BEFORE), listed) is None:
            yield _named(match)


def _named(match: re.Match[str]) -> Named:
    codes = dict.fromkeys(map(state_code, _state().findall(match["states"])))
    return Named(tuple(codes), Span(*match.span("states")))


def of_states(named: tuple[Named, ...]) -> frozenset[str]:
    """Return all states of some lists."""
    return frozenset(code for one in named for code in one.codes)

"""Packs as their authors might write them, good and broken, for the tests to load."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, ClassVar

from attrs import frozen

from postlint.facts.base import Case, FactSource
from postlint.packs.discovery import EntryPoint
from postlint.packs.hookspecs import hookimpl
from postlint.readers.base import Reader
from postlint.rules.rule import Outcome, Rule, RuleMeta
from postlint.text.authority import Authority
from postlint.text.diagnostics import Finding, Severity

AUTHORITY = Authority(citation="House style", date="2026")


def meta(code: str = "HOUS001", name: str = "house-words", **changes: Any) -> RuleMeta:
    """Return the card of a rule."""
    facts: dict[str, Any] = {
        "code": code,
        "name": name,
        "summary": "A word of the house is missing.",
        "severity": Severity.WARNING,
        "messages": {"found": "'{word}' stands here."},
        "authority": (AUTHORITY,),
        "since": "0.1",
        **changes,
    }
    return RuleMeta(**facts)


def rule(
    check: Callable[[Case], Iterable[Any]] | None = None,
    *,
    phrases: Mapping[str, Iterable[str]] | None = None,
    card: RuleMeta | None = None,
) -> type[Rule]:
    """Make a rule of a function that yields its outcomes."""
    chosen, wanted = card or meta(), phrases or {}

    @frozen
    class HouseRule(Rule):
        """A rule of the house."""

        meta: ClassVar[RuleMeta] = chosen
        phrases: ClassVar[Mapping[str, Iterable[str]]] = wanted

        def check(self, case: Case) -> Iterator[Outcome]:
            yield from () if check is None else check(case)

    return HouseRule


def pack(
    *,
    rules: Iterable[object] = (),
    facts: Iterable[FactSource[Any]] = (),
    readers: Iterable[Reader | object] = (),
) -> object:
    """Make an object with the hooks of a pack."""

    class Pack:
        @hookimpl
        def postlint_rules(self) -> list[Any]:
            return list(rules)

        @hookimpl
        def postlint_facts(self) -> list[Any]:
            return list(facts)

        @hookimpl
        def postlint_readers(self) -> list[Any]:
            return list(readers)

    return Pack()


def point(name: str, offered: object, *, value: str | None = None) -> EntryPoint:
    """Return an entry point that finds an object in a module made for it."""
    module = ModuleType(f"tests_pack_{name}_{id(offered)}")
    module.offered = offered  # type: ignore[attr-defined]  # that is what modules are for
    sys.modules[module.__name__] = module
    return EntryPoint(name, value or f"{module.__name__}:offered", "house-pack", "1.2")


def first_word(case: Case) -> Iterator[Outcome]:
    """Yield a finding on the first word of a text."""
    yield Finding("found", case.words.span(0, 1), {"word": case.words.words[0]})

"""Which classes a jurisdiction protects, and which of them a statement leaves out."""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import postlint.rules as kit

FEDERAL = "US"


class ClassList(kit.NamedTuple):
    """One jurisdiction's list: `sure` is false where its statute was not read for this work."""

    code: str
    parent: str
    name: str
    sure: bool
    classes: frozenset[str]
    text: kit.Authority


class Omission(kit.NamedTuple):
    """A class a statement does not name, and the law that protects it.

    `slight` says that its absence is worth knowing and no more: the law reads
    it into a class the statement may name, or hardly anybody names it.
    """

    id: str
    name: str
    law: ClassList
    slight: bool


@cache
def _laws() -> Mapping[str, ClassList]:
    return {
        text.jurisdiction: ClassList(
            code=text.jurisdiction,
            parent=text.jurisdiction.rpartition("-")[0],
            name=kit.facts.place_name(text.jurisdiction),
            sure=text.basis is not kit.Basis.GENERAL,
            classes=text.terms,
            text=text,
        )
        for text in kit.laws_on("protected-classes")
    }


@cache
def _names() -> Mapping[str, str]:
    rows = (line.split("|") for line in kit.lines(kit.table(__package__, "classes")["classes"]))
    return {id_.strip(): name.strip() for id_, name in rows}


@cache
def _within() -> Mapping[str, str]:
    rows = (line.split("|") for line in kit.lines(kit.table(__package__, "classes")["within"]))
    return {id_.strip(): wider.strip() for id_, wider in rows}


@cache
def _ids(key: str) -> frozenset[str]:
    return frozenset(kit.lines(kit.table(__package__, "classes")[key]))


def laws_of(codes: Iterable[str]) -> tuple[ClassList, ...]:
    """Return the laws of these jurisdictions and of those around them, narrowest first."""
    known = _laws()
    found: dict[str, ClassList] = {}
    for code in codes:
        law = known.get(code)
        while law is not None:
            found.setdefault(law.code, law)
            law = known.get(law.parent)
    return tuple(sorted(found.values(), key=lambda law: -law.code.count("-")))


@cache
def _since() -> Mapping[tuple[str, str], date]:
    rows = (line.split("|") for line in kit.lines(kit.table(__package__, "classes")["since"]))
    return {(code.strip(), id_.strip()): date.fromisoformat(day.strip()) for code, id_, day in rows}


def omissions(
    named: frozenset[str], laws: Iterable[ClassList], day: date | None = None
) -> tuple[Omission, ...]:
    """Return the classes of these laws that a statement with these classes leaves out.

    What a law began to protect after the `day` of the posting is not asked of it.
    """
    has = named | {id_ for id_, wider in _within().items() if wider in named}
    found: dict[str, Omission] = {}
    for law in laws:
        for id_ in sorted(law.classes - has - _ids("never")):
            if day is not None and day < _since().get((law.code, id_), day):
                continue
            slight = id_ in _ids("rare") or (law.code == FEDERAL and id_ in _ids("read_in"))
            omission = Omission(id=id_, name=_names()[id_], law=law, slight=slight)
            found.setdefault(id_, omission)
    return tuple(found.values())


def names_people(words: str) -> bool:
    """Say whether words name people of a class, as an invitation does, and not a ground."""
    return " ".join(words.lower().split()) in _ids("people")


def grounds(case: kit.Case, statement: kit.facts.EqualOpportunityStatement) -> tuple[str, ...]:
    """Return the grounds a statement names, each once; people invited by name are none."""
    named = (
        one.name
        for one in statement.classes
        if not names_people(case.text[one.span.start : one.span.end])
    )
    return tuple(dict.fromkeys(named))


# Grounds a message names before it says how many more there are.
_NAMED = 5


def spelled_out(left_out: tuple[Omission, ...]) -> str:
    """Return the first classes with the laws that protect them: `familial status (Maine)`."""
    by_law: dict[str, list[str]] = {}
    shown = left_out if len(left_out) <= _NAMED else left_out[: _NAMED - 1]
    for one in shown:
        name = "federal" if one.law.code == "US" else one.law.name
        by_law.setdefault(name, []).append(one.name)
    listed = "; ".join(f"{', '.join(names)} ({law})" for law, names in by_law.items())
    more = len(left_out) - len(shown)
    return f"{listed} and {more} more" if more else listed

"""How the laws on pay in postings reach a posting, and how a message says so."""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Fact,
    Force,
    Reach,
    Severity,
    fact,
    facts,
    laws_on,
    reaching,
)

SUBJECT = "pay-in-posting"
_ORDER = (Force.IN_FORCE, Force.UNCERTAIN, Force.COMING, Force.EXPIRED)


@fact("pay_laws")
def pay_laws(case: Case) -> Fact[tuple[Reach, ...]]:
    """Return how the laws that want pay in the posting itself reach it, the surest first."""
    found = reaching(case, (law for law in laws_on(SUBJECT) if "posting" in law.terms))
    return Fact(tuple(sorted(found, key=lambda one: _ORDER.index(one.force))))


def asking(case: Case, *terms: str) -> tuple[Reach, ...]:
    """Return the laws that ask for something, the surest first; those to come are among them."""
    return tuple(one for one in case[pay_laws].value if one.law.terms.issuperset(terms))


def too_old(found: tuple[Reach, ...]) -> CannotTell | None:
    """Return that nobody can tell where all that is known has passed its day."""
    if not found or found[0].force is not Force.EXPIRED:
        return None
    law = found[0].law
    name = facts.place_name(law.jurisdiction)
    missing = f"the law of {name} on the day of the posting: the table was not looked at since"
    return CannotTell(missing, authority=(law,))


def severity(found: tuple[Reach, ...], practice: Severity) -> Severity:
    """Return how grave a breach is: an error where a law surely binds, else by what is known."""
    return found[0].limited(Severity.ERROR) if found else practice


def clause(found: tuple[Reach, ...], what: str = "it") -> str:
    """Return what the surest law asks, as the end of a message; nothing where there is none."""
    if not found:
        return ""
    first, *others = found
    law = first.law
    places = list(dict.fromkeys(facts.place_name(one.law.jurisdiction) for one in found))
    more = f" and {len(places) - 1} more" if others and len(places) > 1 else ""
    if first.force is Force.COMING and law.effective is not None:
        day = f"{law.effective:%d %B %Y}".lstrip("0")
        return f"; {places[0]} asks for {what} from {day}"
    if first.force is Force.UNCERTAIN:
        return f"; {places[0]}{more} may ask for {what}, depending on {' and '.join(first.unsure)}"
    return f"; {places[0]} asks for {what}"

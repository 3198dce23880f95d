"""How the laws on pay in postings reach a posting, and how a message says so."""

from __future__ import annotations

from postlint.rules import (
    Case,
    Fact,
    Force,
    Reach,
    Severity,
    fact,
    law_clause,
    laws_on,
    reaching,
)

SUBJECT = "pay-in-posting"


@fact("pay_laws")
def pay_laws(case: Case) -> Fact[tuple[Reach, ...]]:
    """Return how the laws that want pay in the posting itself reach it, the surest first.

    A law that began after the posting was written, and has begun by now, is none of its matter;
    one that nobody has seen begin is worth a word.
    """
    wanted = (law for law in laws_on(SUBJECT) if "posting" in law.terms)
    return Fact(tuple(one for one in reaching(case, wanted) if not _younger(case, one)))


def _younger(case: Case, one: Reach) -> bool:
    began = one.law.effective
    return one.force is Force.COMING and began is not None and began <= case.today


def asking(case: Case, *terms: str) -> tuple[Reach, ...]:
    """Return the laws that ask for something, the surest first; those to come are among them."""
    return tuple(one for one in case[pay_laws].value if one.law.terms.issuperset(terms))


def severity(found: tuple[Reach, ...], practice: Severity) -> Severity:
    """Return how grave a breach is: an error where a law surely binds, else by what is known."""
    return found[0].limited(Severity.ERROR) if found else practice


def clause(found: tuple[Reach, ...], what: str = "it") -> str:
    """Return what the surest law asks for, as the end of a message; nothing where there is none."""
    return law_clause(found, f"asks for {what}", f"may ask for {what}")

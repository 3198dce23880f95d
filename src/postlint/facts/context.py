"""What judging a posting depends on: its kind, employer, profile and place.

What the user declared about the employer always wins over what the text suggests.
"""

from __future__ import annotations

from typing import Literal

from postlint.facts.base import Case, Fact, fact
from postlint.facts.declared import EmployerKind


@fact("document_kind")
def document_kind(
    case: Case,
) -> Fact[Literal["advertisement", "class-spec", "announcement", "unknown"]]:
    """Return what kind of document the text is."""
    return Fact("unknown", missing="what kind of document this is")


@fact("employer_kind")
def employer_kind(case: Case) -> Fact[EmployerKind | None]:
    """Return the kind of employer: declared, else told from the text."""
    return Fact(case.employer.kind, missing=None if case.employer.kind else "the kind of employer")


@fact("profile")
def profile(case: Case) -> Fact[Literal["k12", "public"] | None]:
    """Return which technology-leadership profile the posting falls under, or none."""
    return Fact(None)


@fact("jurisdiction")
def jurisdiction(case: Case) -> Fact[tuple[str, ...]]:
    """Return where the work is, widest last: `("US-OR-PDX", "US-OR")`, `("US-ME",)`."""
    declared = case.employer.jurisdictions
    return Fact(declared, missing=None if declared else "the state the work is in")

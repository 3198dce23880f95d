"""What the post asks for: a degree, experience in its place, a licence."""

from __future__ import annotations

from typing import Literal

from postlint.facts.base import Case, Fact, fact


@fact("degree")
def degree(case: Case) -> Fact[Literal["required", "preferred", "none"]]:
    """Return whether a degree is asked for."""
    return Fact("none")


@fact("degree_equivalency")
def degree_equivalency(case: Case) -> Fact[str | None]:
    """Return the words by which experience may replace the degree."""
    return Fact(None)


@fact("driver_license")
def driver_license(case: Case) -> Fact[str | None]:
    """Return the words that ask for a driver's licence."""
    return Fact(None)

"""What the post pays, its overtime status, and when applications close."""

from __future__ import annotations

from typing import Literal

from postlint.facts.base import Case, Fact, fact


@fact("pay")
def pay(case: Case) -> Fact[Literal["range", "single", "grade-only", "competitive", "none"]]:
    """Return how the posting states pay."""
    return Fact("none")


@fact("flsa")
def flsa(case: Case) -> Fact[Literal["exempt", "nonexempt"] | None]:
    """Return the overtime status the posting states."""
    return Fact(None)


@fact("closing")
def closing(case: Case) -> Fact[str | None]:
    """Return the closing date or the words that leave the posting open."""
    return Fact(None)

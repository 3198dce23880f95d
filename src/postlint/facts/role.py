"""What the post is, and in what kind of organisation."""

from __future__ import annotations

from typing import Literal

from postlint.facts.base import Case, Fact, fact

Sector = Literal[
    "k12", "higher-ed", "city-county", "state-federal", "nonprofit", "private", "unknown"
]


@fact("role")
def role(case: Case) -> Fact[Literal["tech-leader", "tech-staff", "other"]]:
    """Return whether the post runs technology, works in it, or neither."""
    return Fact("other")


@fact("sector")
def sector(case: Case) -> Fact[Sector]:
    """Return the kind of organisation the post is in."""
    return Fact("unknown", missing="the kind of organisation")

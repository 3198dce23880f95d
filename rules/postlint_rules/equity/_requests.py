"""The law that limits asking for a diversity or equity statement, where one reaches a posting."""

from __future__ import annotations

from postlint.rules import Case, Force, Reach, laws_on, reaching

SUBJECT = "statement-request"


def request_law(case: Case) -> Reach | None:
    """Return how the surest limit reaches a posting; one that is not in force yet does not."""
    found = reaching(case, laws_on(SUBJECT))
    return next((one for one in found if one.force is not Force.COMING), None)

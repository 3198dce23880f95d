"""The law that limits asking for a diversity or equity statement, where one reaches a posting."""

import postlint.rules as kit

SUBJECT = "statement-request"


def request_law(case: kit.Case) -> kit.Reach | None:
    """Return how the surest limit reaches a posting; one that is not in force yet does not."""
    found = kit.reaching(case, kit.laws_on(SUBJECT))
    return next((one for one in found if one.force is not kit.Force.COMING), None)

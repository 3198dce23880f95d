"""What to answer where the table of laws is older than the posting."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.facts.place_names import place_name
from postlint.rules.law import Force, Reach
from postlint.rules.rule import CannotTell


def past(found: Sequence[Reach]) -> CannotTell | None:
    """Return that nobody can tell, where all that is known of some laws has passed its day."""
    if not found or any(one.force is not Force.EXPIRED for one in found):
        return None
    law = found[0].law
    missing = f"the law of {place_name(law.jurisdiction)} on the day of the posting"
    return CannotTell(missing, authority=(law,))

"""How the duties of a posting divide between leading and doing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from postlint.facts.duties.values import DutyClass, DutyProfile


def profile(classes: Sequence[DutyClass]) -> DutyProfile:
    """Return the counts of a posting's duties by bucket."""
    counts = Counter(each.bucket for each in classes)
    return DutyProfile(
        a=counts["A"], b=counts["B"], c=counts["C"], d=counts["D"], unclassified=counts[None]
    )

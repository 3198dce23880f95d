"""What each duty is: leading, technical work, both, or neither.

    >>> classify("Supervises and evaluates technology staff.").label
    'leadership'

`classify_all` judges the duties of a posting together, and `profile` counts them.
"""

from __future__ import annotations

from postlint.facts.duties.judging import classify, classify_all
from postlint.facts.duties.profiles import profile
from postlint.facts.duties.values import (
    BUCKETS,
    LABELS,
    Bucket,
    DutyClass,
    DutyProfile,
    Evidence,
    Label,
    Scores,
)

__all__ = [
    "BUCKETS",
    "LABELS",
    "Bucket",
    "DutyClass",
    "DutyProfile",
    "Evidence",
    "Label",
    "Scores",
    "classify",
    "classify_all",
    "profile",
]

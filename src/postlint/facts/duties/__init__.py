"""What each duty is: leading, technical work, both, or neither.

    >>> from postlint.facts.duties.judging import classify
    >>> classify("Supervises and evaluates technology staff.").label
    'leadership'

`judging.classify_all` judges the duties of a posting together, and `profile`
counts them. The classifier is imported when it is first asked: most postings
are checked without it.
"""

from __future__ import annotations

from postlint.facts.duties.values import (
    BUCKET_NAMES,
    BUCKETS,
    LABELS,
    Bucket,
    DutyClass,
    DutyEvidence,
    DutyProfile,
    Label,
    Scores,
    profile,
)

__all__ = [
    "BUCKETS",
    "BUCKET_NAMES",
    "LABELS",
    "Bucket",
    "DutyClass",
    "DutyEvidence",
    "DutyProfile",
    "Label",
    "Scores",
    "profile",
]

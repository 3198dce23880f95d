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
    BUCKET_NAMES as BUCKET_NAMES,
    BUCKETS as BUCKETS,
    LABELS as LABELS,
    Bucket as Bucket,
    DutyClass as DutyClass,
    DutyEvidence as DutyEvidence,
    DutyProfile as DutyProfile,
    Label as Label,
    Scores as Scores,
    profile as profile,
)

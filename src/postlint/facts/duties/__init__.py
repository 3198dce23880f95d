"""What each duty is: leading, technical work, both, or neither.

    >>> classify("Supervises and evaluates technology staff.").label
    'leadership'

`classify_all` judges the duties of a posting together, `profile` counts them, and
`coverage` says which skills of a technology leader a text shows.
"""

from __future__ import annotations

from postlint.facts.duties.judging import classify, classify_all
from postlint.facts.duties.profiles import profile
from postlint.facts.duties.skills import (
    Coverage,
    Shown,
    Skill,
    areas,
    competencies,
    coverage,
    coverage_of,
    coverage_phrases,
)
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
    "Coverage",
    "DutyClass",
    "DutyProfile",
    "Evidence",
    "Label",
    "Scores",
    "Shown",
    "Skill",
    "areas",
    "classify",
    "classify_all",
    "competencies",
    "coverage",
    "coverage_of",
    "coverage_phrases",
    "profile",
]

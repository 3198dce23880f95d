"""The posting at a glance, for an editor's panel: duties, skill areas, verdicts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from postlint.engine.report import Report
from postlint.engine.scorecard import card_values

METHOD = "postlint/scorecard"


def scorecard(report: Report) -> dict[str, Any]:
    """Return the numbers of a posting as plain data."""
    severities = Counter(diagnostic.severity.value for diagnostic in report.diagnostics)
    return {
        "isPosting": report.is_posting,
        "title": report.posting.title.text if report.posting.title else None,
        "findings": dict(severities),
        **card_values(report),
    }

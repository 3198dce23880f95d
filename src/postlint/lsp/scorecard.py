"""The posting at a glance, for an editor's panel: duties, skill areas, verdicts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from postlint.engine.measures import duty_parts
from postlint.engine.report import Report
from postlint.engine.scorecard import scorecard as scores

METHOD = "postlint/scorecard"


def scorecard(report: Report) -> dict[str, Any]:
    """Return the numbers of a posting as plain data."""
    verdicts = Counter(outcome.verdict.value for outcome in report.outcomes)
    severities = Counter(diagnostic.severity.value for diagnostic in report.diagnostics)
    return {
        "isPosting": report.is_posting,
        "title": report.posting.title.text if report.posting.title else None,
        "duties": dict(duty_parts(report.measures)),
        "verdicts": dict(verdicts),
        "findings": dict(severities),
        "measures": dict(report.measures),
        "scores": [one._asdict() for one in scores(report)] if report.is_posting else [],
    }

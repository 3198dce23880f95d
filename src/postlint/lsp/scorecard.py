"""The posting at a glance, for an editor's panel: duties, skill areas, verdicts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from postlint.engine.report import Report
from postlint.facts.duty_classes import duty_classes

METHOD = "postlint/scorecard"


def scorecard(report: Report) -> dict[str, Any]:
    """Return the numbers of a posting as plain data."""
    labels = Counter(said.label for said in report[duty_classes].value)
    verdicts = Counter(outcome.verdict.value for outcome in report.outcomes)
    severities = Counter(diagnostic.severity.value for diagnostic in report.diagnostics)
    return {
        "isPosting": report.is_posting,
        "title": report.posting.title.text if report.posting.title else None,
        "duties": dict(labels),
        "verdicts": dict(verdicts),
        "findings": dict(severities),
        "measures": dict(report.measures),
    }

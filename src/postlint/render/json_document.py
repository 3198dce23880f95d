"""JSON: one document for the whole run, described by `schema/report-1.json`.

Everything outside ASCII is written as an escape. So the bytes are the same in
every locale, and nothing in a posting can reach a terminal that shows them.
"""

from __future__ import annotations

import json

from postlint.engine.report import Report
from postlint.engine.values import FORMAT_VERSION, Json, report_values
from postlint.errors import SourceError
from postlint.render.base import DISCLAIMER, Context, Producer, Renderer, Tally


class JsonDocument(Renderer):
    """One object: `version`, `producer`, `reports`, `failures`, `summary`.

    Each report stands on a line of its own, so that a long run is written as
    it goes and two runs can be compared.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._failures: list[Json] = []
        self._any = False

    def begin(self) -> str:
        """Open the document."""
        producer = dump(producer_values(self.context.producer))
        return f'{{"version": {FORMAT_VERSION},\n"producer": {producer},\n"reports": ['

    def report(self, report: Report) -> str:
        """Return one member of `reports`."""
        text = dump(report_values(report))  # before anything is written: it may raise
        lead = ",\n" if self._any else "\n"
        self._any = True
        return lead + text

    def failure(self, error: SourceError) -> str:
        """Keep the failure for the end."""
        self._failures.append(failure_values(error))
        return ""

    def end(self) -> str:
        """Close the document."""
        failures, summary = dump(self._failures), dump(tally_values(self.tally))
        return f'\n],\n"failures": {failures},\n"summary": {summary}}}\n'


def dump(value: object) -> str:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def failure_values(error: SourceError) -> Json:
    """Return which source could not be read, and why."""
    return {"path": error.path, "reason": error.reason}


def producer_values(producer: Producer) -> Json:
    """Return what made the results."""
    return {
        "name": "postlint",
        "version": producer.version,
        "packs": [
            {"name": name, "distribution": distribution, "version": version}
            for name, distribution, version in producer.packs
        ],
        "pack_errors": list(producer.errors),
        "disclaimer": DISCLAIMER,
    }


def tally_values(tally: Tally) -> Json:
    """Return the counts of a run."""
    return {
        "files": tally.files,
        "with_findings": tally.with_findings,
        "not_postings": tally.not_postings,
        "unreadable": tally.unreadable,
        "suppressed": tally.suppressed,
        "accepted": tally.accepted,
        "gone": tally.gone,
        "findings": {severity.value: number for severity, number in tally.findings.items()},
    }


class JsonLines(Renderer):
    """Each line has `version` and what a member of `reports` or `failures` has."""

    def report(self, report: Report) -> str:
        """Return the line of a text."""
        return dump({"version": FORMAT_VERSION, **report_values(report)}) + "\n"

    def failure(self, error: SourceError) -> str:
        """Return the line of a text that could not be read."""
        return dump({"version": FORMAT_VERSION, **failure_values(error)}) + "\n"

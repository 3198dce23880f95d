"""GitHub annotations: lines that a workflow's log turns into notes beside the text.

GitHub shows the first ten of each severity for a step.
"""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.render.base import Renderer, with_place
from postlint.render.cells import harmless
from postlint.render.paths import slashed
from postlint.text.diagnostics import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


class GitHub(Renderer):
    """One workflow command for each finding, and for each file that could not be read."""

    def report(self, report: Report) -> str:
        """Return the commands of one text."""
        lines = []
        for found in report.diagnostics:
            start, end = report.source.range(found.span)
            properties = {
                "file": slashed(report.path, self.context.root),
                "line": str(start.line),
                "endLine": str(end.line),
                "title": f"{found.code} {found.name}",
            }
            if start.line == end.line:  # GitHub takes columns only then
                properties |= {"col": str(start.column), "endColumn": str(end.column)}
            words = with_place(report.source, found.span, found.message)
            lines.append(_command(_LEVELS[found.severity], properties, words))
        return "".join(lines)

    def failure(self, error: SourceError) -> str:
        """Return an error for a text that could not be read."""
        properties = {"file": slashed(error.path, self.context.root), "title": "postlint"}
        return _command("error", properties, error.reason)


def _command(level: str, properties: dict[str, str], message: str) -> str:
    words = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{level} {words}::{_data(message)}\n"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

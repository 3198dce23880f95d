"""Checkstyle's XML, which many build servers and editors read."""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.render.base import Renderer, with_place
from postlint.render.paths import slashed
from postlint.render.xml_text import HEAD, element


class Checkstyle(Renderer):
    """A `file` for each text that has findings, an `error` for each finding."""

    def begin(self) -> str:
        """Open the document."""
        return f'{HEAD}<checkstyle version="4.3">\n'

    def report(self, report: Report) -> str:
        """Return the findings of one text."""
        if not report.diagnostics:
            return ""
        lines = []
        for found in report.diagnostics:
            place = report.source.position(found.span.start)
            tag = element(
                "error",
                line=place.line,
                column=place.column,
                severity=found.severity.value,
                message=with_place(report.source, found.span, found.message),
                source=f"postlint.{found.code}",
            )
            lines.append(f"    <{tag}/>\n")
        return _file(report.path, "".join(lines))

    def failure(self, error: SourceError) -> str:
        """Return an error for a text that could not be read."""
        tag = element(
            "error", line=1, severity="error", message=error.reason, source="postlint.unreadable"
        )
        return _file(error.path, f"    <{tag}/>\n")

    def end(self) -> str:
        """Close the document."""
        return "</checkstyle>\n"


def _file(path: str | None, lines: str) -> str:
    return f"  <{element('file', name=slashed(path))}>\n{lines}  </file>\n"

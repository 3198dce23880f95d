"""rdjson, which reviewdog turns into comments on a review. Its columns count UTF-8 bytes."""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.engine.values import Json
from postlint.errors import SourceError
from postlint.render.base import Context, Renderer, with_place
from postlint.render.cells import harmless
from postlint.render.json_document import dump
from postlint.render.paths import slashed
from postlint.text.diagnostics import Applicability, Diagnostic, Severity
from postlint.text.source import Position, SourceText, Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class RdJson(Renderer):
    """One document with a diagnostic for each finding."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._any = False

    def begin(self) -> str:
        """Open the document."""
        return '{"source": {"name": "postlint"},\n"diagnostics": ['

    def report(self, report: Report) -> str:
        """Return the diagnostics of one text."""
        return "".join([self._entry(_diagnostic(report, found)) for found in report.diagnostics])

    def failure(self, error: SourceError) -> str:
        """Return a diagnostic for a text that could not be read."""
        entry = {
            "message": harmless(f"The file could not be read: {error.reason}."),
            "location": {"path": slashed(error.path)},
            "severity": "ERROR",
        }
        return self._entry(entry)

    def end(self) -> str:
        """Close the document."""
        return "\n]}\n" if self._any else "]}\n"

    def _entry(self, entry: Json) -> str:
        lead = ",\n" if self._any else "\n"
        self._any = True
        return lead + dump(entry)


def _diagnostic(report: Report, found: Diagnostic) -> Json:
    source = report.source
    entry = {
        "message": harmless(with_place(source, found.span, found.message)),
        "location": {"path": slashed(report.path), "range": _range(source, found.span)},
        "severity": _SEVERITIES[found.severity],
        "code": {"value": f"{found.code} {found.name}"},
    }
    # A suggestion is one edit and stands for itself; a fix of several parts
    # would be torn into alternatives.
    suggestions = [
        {"range": _range(source, fix.edits[0].span), "text": fix.edits[0].content}
        for fix in found.fixes
        if len(fix.edits) == 1 and fix.applicability is not Applicability.DISPLAY
    ]
    return {**entry, "suggestions": suggestions} if suggestions else entry


def _range(source: SourceText, span: Span) -> Json:
    start, end = source.range(span)
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: SourceText, place: Position) -> Json:
    line, column = place
    before = source.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

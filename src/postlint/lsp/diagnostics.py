"""Findings as the protocol has them."""

from __future__ import annotations

from lsprotocol import types as lsp

from postlint.engine.report import Report
from postlint.lsp.documents import Document
from postlint.text.diagnostics import Diagnostic, Severity

SOURCE = "postlint"

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
# What may simply go: editors show it faded.
_UNNECESSARY = frozenset({"unused-suppression", "expired-suppression"})


def to_protocol(document: Document, report: Report, docs: str) -> list[lsp.Diagnostic]:
    """Return a report's diagnostics; `docs` is where the rules' pages are, or empty."""
    return [_diagnostic(document, report, diagnostic, docs) for diagnostic in report.diagnostics]


def _diagnostic(
    document: Document, report: Report, diagnostic: Diagnostic, docs: str
) -> lsp.Diagnostic:
    given = report.source.given_span
    related = [
        lsp.DiagnosticRelatedInformation(
            location=lsp.Location(document.uri, document.lines.range(given(place.span))),
            message=place.message,
        )
        for place in diagnostic.related
    ]
    link = lsp.CodeDescription(href=f"{docs.rstrip('/')}/{diagnostic.url}") if docs else None
    return lsp.Diagnostic(
        range=document.lines.range(given(diagnostic.span)),
        message=diagnostic.message,
        severity=_SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        code_description=link,
        source=SOURCE,
        related_information=related or None,
        tags=[lsp.DiagnosticTag.Unnecessary] if diagnostic.name in _UNNECESSARY else None,
        data={"name": diagnostic.name, "message": diagnostic.message_id},
    )

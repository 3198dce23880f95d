"""Findings as the protocol has them."""

from __future__ import annotations

from lsprotocol import types as lsp

from postlint.engine.report import Report
from postlint.lsp.documents import Document
from postlint.render.pages import page_address
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
    """Return a report's diagnostics; `docs` is where the rules' pages are, or empty.

    What a posting lacks is reported at a heading, and all that is reported at one
    heading is one problem: nobody reads nine that lie on one another.
    """
    return [problem for problem, _ in problems(document, report, docs)]


def problems(
    document: Document, report: Report, docs: str
) -> list[tuple[lsp.Diagnostic, tuple[Diagnostic, ...]]]:
    """Return what is shown, each with the findings it tells of."""
    posting = report.posting
    headings = {section.heading.span for section in posting.sections if section.heading}
    if posting.title is not None:
        headings.add(posting.title.span)
    groups: dict[object, list[Diagnostic]] = {}
    for number, found in enumerate(report.diagnostics):
        groups.setdefault(found.span if found.span in headings else number, []).append(found)
    return [(_problem(document, report, group, docs), tuple(group)) for group in groups.values()]


def _problem(
    document: Document, report: Report, group: list[Diagnostic], docs: str
) -> lsp.Diagnostic:
    if len(group) == 1:
        return _diagnostic(document, report, group[0], docs)
    ranked = sorted(group, key=lambda found: -found.severity.rank)
    problem = _diagnostic(document, report, ranked[0], docs)
    rows = [f"- {found.message} ({found.code})" for found in ranked]
    problem.message = "\n".join([f"{len(group)} things are to be looked at here:", *rows])
    problem.data = {**(problem.data or {}), "codes": [found.code for found in ranked]}
    problem.related_information = [
        related
        for found in ranked
        for related in _diagnostic(document, report, found, docs).related_information or ()
    ] or None
    return problem


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
    link = None
    if docs and diagnostic.url:
        link = lsp.CodeDescription(href=page_address(docs, diagnostic.url))
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

"""What an editor offers to do about a finding: fix it, silence it, explain it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lsprotocol import types as lsp

from postlint.engine.report import Report
from postlint.fix.settle import settle
from postlint.lsp.diagnostics import problems
from postlint.lsp.documents import Document
from postlint.lsp.explain import COMMAND as EXPLAIN
from postlint.run.session import Session
from postlint.text.diagnostics import Applicability, Diagnostic, Edit
from postlint.text.rewrite import newline_of
from postlint.text.source import NEWLINE, Span

FIX_ALL = "source.fixAll.postlint"


# How a remark to postlint is written, in each kind of text that can have one.
_REMARKS = {
    "markup": "%% postlint: ignore {} -- ",
    "text": "[postlint: ignore {} -- ]",
    "markdown": "<!-- postlint: ignore {} --  -->",
}


def code_actions(
    document: Document,
    session: Session,
    range_: lsp.Range,
    only: list[str] | None,
    docs: str,
    *,
    later: bool = False,
) -> list[lsp.CodeAction]:
    """Return the actions for a range, limited to the kinds asked for.

    With `later` what takes many checks is left to be worked out
    when the writer chooses it: see `fix_all`.
    """
    reports = document.reports(session)
    wanted = document.lines.span(range_)
    actions: list[lsp.CodeAction] = []
    shown = [
        (report, diagnostic, problem)
        for report in reports
        for problem, found in problems(document, report, docs)
        for diagnostic in found
    ]
    for report, diagnostic, problem in shown:
        place = report.source.given_span(diagnostic.span)
        if place.start <= wanted.end and wanted.start <= place.end:
            actions.extend(_fixes(document, report, diagnostic, problem))
            # What a hasty return key takes comes first: it should harm nothing.
            actions.append(_explain(document, diagnostic, problem))
            silence = _silence(document, report, diagnostic, problem)
            if silence is not None:
                actions.append(silence)
    if any(map(_fixable, reports)):
        everything = lsp.CodeAction(title="Apply every safe fix", kind=FIX_ALL)
        if later:
            everything.data = {"uri": document.uri}
            actions.append(everything)
        elif _requested(everything, only) and (edit := fix_all(document, session)) is not None:
            everything.edit = edit
            actions.append(everything)
    return [action for action in actions if _requested(action, only)]


def _requested(action: lsp.CodeAction, only: list[str] | None) -> bool:
    kind = str(action.kind.value if isinstance(action.kind, lsp.CodeActionKind) else action.kind)
    return only is None or any(kind == want or kind.startswith(f"{want}.") for want in only)


def _fixes(
    document: Document, report: Report, diagnostic: Diagnostic, problem: lsp.Diagnostic
) -> Iterator[lsp.CodeAction]:
    for fix in diagnostic.fixes:
        if fix.applicability is not Applicability.DISPLAY:
            yield lsp.CodeAction(
                title=fix.title,
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[problem],
                is_preferred=fix.applicability is Applicability.SAFE or None,
                edit=_edit(document, _given(report, fix.edits)),
            )


def _silence(
    document: Document, report: Report, diagnostic: Diagnostic, problem: lsp.Diagnostic
) -> lsp.CodeAction | None:
    """Offer a directive above the block; its reason is left for the writer to give."""
    if diagnostic.code.startswith("POST") or report.kind not in _REMARKS:
        return None
    block = _block_start(report, diagnostic.span)
    line = document.lines.position(report.source.given_span(Span(block, block)).start).line
    start = document.lines.line_start(line)
    words = _REMARKS[report.kind].format(diagnostic.name)
    edit = Edit(Span(start, start), words + newline_of(document.text))
    return lsp.CodeAction(
        title=f"Silence {diagnostic.code} here, with a reason",
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[problem],
        edit=_edit(document, (edit,)),
    )


def _block_start(report: Report, span: Span) -> int:
    section = report.posting.section_at(span.start)
    if section.heading is not None and section.heading.span.overlaps(span):
        return section.heading.span.start
    starts = report.posting.block_starts
    place = bisect_right(starts, span.start) - 1
    inside = place >= 0 and starts[place] >= section.span.start
    return starts[place] if inside else span.start


def _explain(document: Document, diagnostic: Diagnostic, problem: lsp.Diagnostic) -> lsp.CodeAction:
    title = f"Explain {diagnostic.code} {diagnostic.name}"
    # The document says which house rules are in force.
    arguments = [diagnostic.code, document.uri]
    command = lsp.Command(title=title, command=EXPLAIN, arguments=arguments)
    return lsp.CodeAction(
        title=title, kind=lsp.CodeActionKind.QuickFix, diagnostics=[problem], command=command
    )


def _fixable(report: Report) -> bool:
    return any(
        fix.applicability is Applicability.SAFE for d in report.diagnostics for fix in d.fixes[:1]
    )


def fix_all(document: Document, session: Session) -> lsp.WorkspaceEdit | None:
    """Return the edit that makes every safe fix, or `None` where nothing would change."""
    assigned = document.assigned(session)
    kind = document.report(session).kind
    settled = settle(
        document.text,
        lambda text: assigned.linter.check_all(text, kind=kind, path=document.path),
    )
    if settled.text == document.text:
        return None
    return _edit(document, (Edit(Span(0, len(document.text)), settled.text),))


def _given(report: Report, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Return edits of the text that was checked as edits of the text in the editor."""
    newline = newline_of(report.source.given)
    return tuple(
        Edit(report.source.given_span(edit.span), NEWLINE.sub(newline, edit.content))
        for edit in edits
    )


def _edit(document: Document, edits: tuple[Edit, ...]) -> lsp.WorkspaceEdit:
    changes = [lsp.TextEdit(document.lines.range(edit.span), edit.content) for edit in edits]
    identifier = lsp.OptionalVersionedTextDocumentIdentifier(
        uri=document.uri, version=document.version
    )
    return lsp.WorkspaceEdit(
        changes={document.uri: changes},
        document_changes=[lsp.TextDocumentEdit(text_document=identifier, edits=list(changes))],
    )

"""The shape of a posting for an editor: outline, folding, colours, hints, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types as lsp

from postlint.document.kinds import SectionKind
from postlint.document.parts import Duty
from postlint.engine.measures import duty_parts
from postlint.engine.report import Report
from postlint.facts.duties import BUCKET_NAMES, DutyClass
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.lsp.documents import Document
from postlint.readers.base import Lexeme
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from postlint.text.source import Span

TOKEN_TYPES = ["keyword", "property", "operator", "variable", "decorator", "comment", "macro"]
_TOKENS = {
    **dict.fromkeys(("H1", "H2", "H3", "H4", "H5", "H6", "HEADING"), 0),
    "KEY": 1,
    "BULLET": 2,
    "LABEL": 3,
    "MARK": 4,
    "COMMENT": 5,
    "NOISE": 5,
    "DIRECTIVE": 6,
}
_LINE = re.compile(r"[^\s][^\r\n]*")
# Federal citations a posting may carry, and where the government prints them.
_CITATION = re.compile(
    r"\b(?P<title>\d{1,2})[ \xa0](?:(?P<cfr>C\.?F\.?R\.?)|U\.?S\.?C\.?)"
    r"[ \xa0](?:(?:pt\.|part|§{1,2}|sec\.)[ \xa0]?)?(?P<section>\d{1,5}[a-z]?(?:[.-]\d{1,4})?)"
)


def symbols(document: Document, report: Report) -> list[lsp.DocumentSymbol]:
    """Return the outline: sections within sections."""
    sections = report.posting.sections
    made: dict[int, lsp.DocumentSymbol] = {}
    top: list[lsp.DocumentSymbol] = []
    for index, section in enumerate(sections):
        if section.heading is None:
            continue
        symbol = lsp.DocumentSymbol(
            name=section.heading.text or "(no words)",
            detail=section.kind.value if section.kind else "title",
            kind=lsp.SymbolKind.Class if section.level == 1 else lsp.SymbolKind.Namespace,
            range=document.lines.range(_whole(report, index)),
            selection_range=document.lines.range(report.source.given_span(section.heading.span)),
            children=[],
        )
        made[index] = symbol
        parent = made.get(section.parent) if section.parent is not None else None
        if parent is not None and isinstance(parent.children, list):
            parent.children.append(symbol)
        else:
            top.append(symbol)
    return top


def _whole(report: Report, index: int) -> Span:
    """Return a section with all that is nested in it."""
    start, end = report.posting.sections[index].span.start, report.posting.section_reaches[index]
    return report.source.given_span(Span(start, max(end, start)))


def folds(document: Document, report: Report) -> list[lsp.FoldingRange]:
    """Return what can be folded: every section of more than one line."""
    ranges = []
    for index, section in enumerate(report.posting.sections):
        if section.heading is None:
            continue
        span = _whole(report, index)
        text = document.text[span.start : span.end].rstrip()
        first = document.lines.position(span.start).line
        last = document.lines.position(span.start + len(text)).line
        if last > first:
            ranges.append(lsp.FoldingRange(start_line=first, end_line=last))
    return ranges


def tokens(document: Document) -> list[int]:
    """Return the colours of the markup, coded as the protocol wants them."""
    data: list[int] = []
    last_line = last_column = 0
    for kind, span in _leaves(parse_markup(document.text)):
        number = _TOKENS.get(kind)
        if number is None:
            continue
        raw = document.text[span.start : span.end]
        start = span.start + len(raw) - len(raw.lstrip())
        end = span.end - len(raw) + len(raw.rstrip())
        if end <= start:
            continue
        # A comment may have several lines, and a colour ends with its line.
        for piece in _LINE.finditer(document.text, start, end):
            range_ = document.lines.range(Span(*piece.span()))
            line, column = range_.start.line, range_.start.character
            step = column - last_column if line == last_line else column
            data.extend((line - last_line, step, range_.end.character - column, number, 0))
            last_line, last_column = line, column
    return data


def _leaves(tree: Node) -> Iterator[tuple[str, Span]]:
    stack: list[tuple[Node | Lexeme, str]] = [(tree, "")]
    while stack:
        part, within = stack.pop()
        if isinstance(part, Node):
            stack.extend((child, part.kind) for child in reversed(part.children))
        else:
            kind = "HEADING" if within == "heading" and part.kind == "LINE" else part.kind
            yield kind, Span(part.start, part.end)


def hints(document: Document, report: Report, wanted: Span) -> list[lsp.InlayHint]:
    """Return each duty's class behind it, and the shares behind the duties' heading."""
    classes = report[duty_classes].value
    essential = report[duty_essential].value
    given = report.source.given_span
    found: list[lsp.InlayHint] = []
    for duty, duty_class in zip(report.posting.duties, classes, strict=False):
        # Behind the duty's marks: between them, "leadership (E)" would read as one.
        end = given(Span(duty.span.start, _end(duty))).end
        if wanted.start <= end <= wanted.end:
            found.append(
                lsp.InlayHint(
                    position=document.lines.position(end),
                    label=BUCKET_NAMES[duty_class.bucket],
                    padding_left=True,
                    tooltip=_why(duty_class),
                )
            )
    heading = _duties_heading(report)
    if heading is not None and classes:
        end = given(heading).end
        parts = duty_parts(report.measures)
        leading = parts.get("leadership", 0) + parts.get("people", 0)
        label = f"{leading} of {sum(parts.values()) - parts.get('other', 0)} lead"
        marked = [value for value in essential if value is not None]
        if marked:
            label += f", {sum(marked)} of {len(marked)} essential"
        if wanted.start <= end <= wanted.end:
            position = document.lines.position(end)
            found.append(lsp.InlayHint(position=position, label=label, padding_left=True))
    return found


def _end(duty: Duty) -> int:
    return max([duty.span.end, *(marker.span.end for marker in duty.markers)])


def _why(duty_class: DutyClass) -> str | None:
    """Say what a duty was counted as and which words decided."""
    words = ", ".join(sorted({f"'{one.words}'" for one in duty_class.evidence}))
    if duty_class.bucket is None:
        return f"Decided by {words}." if words else None
    return f"Counted as {BUCKET_NAMES[duty_class.bucket]}" + (f", by {words}." if words else ".")


def _duties_heading(report: Report) -> Span | None:
    """Return where the first heading over duties stands."""
    headings = (section.heading for section in report.posting.of_kind(SectionKind.DUTIES))
    return next((heading.span for heading in headings if heading is not None), None)


def links(document: Document) -> list[lsp.DocumentLink]:
    """Return links from federal citations in the text to where they are printed."""
    found = []
    for match in _CITATION.finditer(document.text):
        title, section = match["title"], match["section"]
        if match["cfr"]:
            part = "section" if "." in section else "part"
            target = f"https://www.ecfr.gov/current/title-{title}/{part}-{section}"
        else:
            target = (
                "https://uscode.house.gov/view.xhtml?req=granuleid:"
                f"USC-prelim-title{title}-section{section}"
            )
        range_ = document.lines.range(Span(match.start(), match.end()))
        found.append(lsp.DocumentLink(range=range_, target=target, tooltip=match[0]))
    return found

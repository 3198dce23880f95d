"""What is known about the words under the pointer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from lsprotocol import types as lsp

from postlint.engine import values
from postlint.engine.report import Report
from postlint.errors import UnknownName
from postlint.facts.duties import BUCKET_NAMES
from postlint.facts.duty_classes import duty_classes
from postlint.linter import Linter
from postlint.lsp.documents import Document
from postlint.render.authorities import authority_list
from postlint.run.session import Session
from postlint.text.diagnostics import Diagnostic
from postlint.text.source import Span

_MOST_FIXES = 3


def hover(document: Document, session: Session, position: lsp.Position) -> lsp.Hover | None:
    """Return findings, facts and the duty's class at a position, the most telling first."""
    offset = document.lines.offset(position)
    linter = document.assigned(session).linter
    parts: list[str] = []
    place: Span | None = None
    for report in document.reports(session):
        for span, words in (
            *_findings(report, linter, offset),
            *_facts(report, offset),
            *_duty(report, offset),
        ):
            parts.append(words)
            place = place or span
    if place is None:
        return None
    value = "\n\n---\n\n".join(dict.fromkeys(parts))
    return lsp.Hover(
        contents=lsp.MarkupContent(lsp.MarkupKind.Markdown, value),
        range=document.lines.range(place),
    )


def _at(report: Report, span: Span, offset: int) -> Span | None:
    given = report.source.given_span(span)
    return given if given.start <= offset <= given.end else None


def _findings(report: Report, linter: Linter, offset: int) -> Iterator[tuple[Span, str]]:
    for diagnostic in report.diagnostics:
        span = _at(report, diagnostic.span, offset)
        if span is not None:
            yield span, f"**{diagnostic.code} {diagnostic.name}**\n\n{_say(diagnostic, linter)}"


def _say(diagnostic: Diagnostic, linter: Linter) -> str:
    """Return what to do, then what the rule asks, and last on whose authority."""
    advice = [f"- {escaped(fix.title)}" for fix in diagnostic.fixes[:_MOST_FIXES]]
    return "\n\n".join(filter(None, ["\n".join(advice), _rule(diagnostic, linter)]))


def _rule(diagnostic: Diagnostic, linter: Linter) -> str:
    try:
        meta = linter.rules.find(diagnostic.code).meta
    except UnknownName:  # the tool's own findings have no rule
        return escaped(diagnostic.message)
    # The finding's own words are shown by the editor; here is what the rule says.
    return f"{escaped(meta.summary)}\n\n{authority_list(diagnostic.authority or meta.authority)}"


def escaped(words: str) -> str:
    """Return words that come from a posting so that they stay words in Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|!" else char for char in words)


def _facts(report: Report, offset: int) -> Iterator[tuple[Span, str]]:
    for name, fact in report.facts.items():
        for number, evidence in enumerate(fact.spans):
            span = _at(report, evidence, offset)
            if span is not None and fact.value and not isinstance(fact.value, bool):
                shown = fact.value
                if isinstance(shown, tuple) and len(shown) == len(fact.spans):
                    shown = shown[number]  # each word has its own evidence
                yield span, f"*{name.replace('_', ' ')}*: {escaped(_words(shown))}"
                break


def _words(value: Any) -> str:
    """Return a fact's value in words, whatever it is: a text, a day, a record or several."""
    found = values.plain(value)
    if isinstance(found, Mapping):
        parts = {key: part for key, part in found.items() if key != "span" and part not in _UNSAID}
        return ", ".join(f"{key.replace('_', ' ')} {_words(part)}" for key, part in parts.items())
    if isinstance(found, list):
        return "; ".join(map(_words, found))
    return f"{found:,.10g}" if isinstance(found, float) else str(found)


# What a record leaves open is not worth a word.
_UNSAID: Final[tuple[object, ...]] = (None, False, "", [], {})


def _duty(report: Report, offset: int) -> Iterator[tuple[Span, str]]:
    classes = report[duty_classes].value
    for duty, found in zip(report.posting.duties, classes, strict=False):
        span = _at(report, duty.span, offset)
        if span is not None:
            words = ", ".join(sorted({f"'{escaped(e.words)}'" for e in found.evidence}))
            yield span, f"*duty*: {BUCKET_NAMES[found.bucket]}" + (f", by {words}" if words else "")

"""A report as plain values, in the shape that `schema/report-1.json` gives.

Keys are added in later versions and never taken away or renamed; a change that
breaks a reader of the old shape raises `FORMAT_VERSION`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import fields, has

from postlint.document.parts import Duty, Section
from postlint.engine.fingerprint import fingerprint
from postlint.engine.suppress import Suppressed
from postlint.facts.base import Fact
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.text.authority import authority_values
from postlint.text.diagnostics import Diagnostic, Fix, Related
from postlint.text.source import SourceText, Span, quote

if TYPE_CHECKING:  # a report is written by these, and asks for them when it is
    from postlint.engine.report import Report, RuleRecord

FORMAT_VERSION = 1

Json: TypeAlias = Mapping[str, Any]


def report_values(report: Report) -> Json:
    """Return everything a report says."""
    source = report.source
    return {
        "path": report.path,
        # One of several postings of a source.
        **({"part": source.part} if source.part else {}),
        "kind": report.kind,
        "sha256": report.sha256,
        "settings": _settings(report),
        "is_posting": report.is_posting,
        "read": report.read._asdict(),
        "facts": facts_values(source, report.facts),
        "sections": [
            _section(source, section) for section in report.posting.sections if section.heading
        ],
        "duties": _duties(report),
        "outcomes": [_outcome(source, record) for record in report.outcomes],
        "diagnostics": [_diagnostic(report, found) for found in report.diagnostics],
        "suppressed": [_suppressed(report, silenced) for silenced in report.suppressed],
        "accepted": [_diagnostic(report, found) for found in report.accepted],
        "gone": [
            {"code": gone.code, "count": gone.count, "words": gone.words} for gone in report.gone
        ],
        "measures": dict(report.measures),
    }


def _settings(report: Report) -> Json | None:
    settings = report.settings
    if settings is None:
        return None
    return {
        "digest": settings.digest,
        "as_of": settings.as_of.isoformat(),
        "as_of_origin": settings.as_of_origin,
    }


def facts_values(source: SourceText, facts: Mapping[str, Fact[Any]]) -> Json:
    """Return facts with their evidence, by their names."""
    return {name: _fact(source, fact) for name, fact in facts.items()}


def _fact(source: SourceText, fact: Fact[Any]) -> Json:
    return {
        "value": plain(fact.value, lambda span: _span(source, span)),
        "spans": [_span(source, span) for span in fact.spans],
        "missing": fact.missing,
    }


def _section(source: SourceText, section: Section) -> Json:
    heading = section.heading
    return {
        "heading": heading.text if heading else None,
        "kind": section.kind.value if section.kind else None,
        "level": section.level,
        "span": _span(source, heading.span if heading else section.span),
        "extent": _span(source, section.span),
    }


def _duties(report: Report) -> list[Json]:
    posting = report.posting
    classes, essential = report[duty_classes].value, report[duty_essential].value
    return [
        _duty(
            posting.source,
            duty,
            classes[index] if index < len(classes) else None,
            essential[index] if index < len(essential) else None,
        )
        for index, duty in enumerate(posting.duties)
    ]


def _duty(source: SourceText, duty: Duty, kind: Any, essential: bool | None) -> Json:
    return {
        "text": duty.text.text,
        "span": _span(source, duty.span),
        "label": None if kind is None else plain(kind.label),
        "bucket": plain(getattr(kind, "bucket", None)),
        "essential": essential,
    }


def _outcome(source: SourceText, record: RuleRecord) -> Json:
    return {
        "code": record.code,
        "name": record.name,
        "verdict": record.verdict.value,
        "severity": record.severity.value if record.severity else None,
        "spans": [_span(source, span) for span in record.spans],
        "reason": record.reason,
        "authority": [authority_values(text) for text in record.authority],
        "evidence": [
            {
                "range": range_values(source, span),
                "place": source.place(span),
                "text": quote(source, span, 200),
            }
            for span in record.spans
        ],
    }


def _diagnostic(report: Report, found: Diagnostic) -> Json:
    source = report.source
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        "message_id": found.message_id,
        "span": _span(source, found.span),
        "range": range_values(source, found.span),
        "place": source.place(found.span),
        "missing": found.missing,
        "related": [_related(source, related) for related in found.related],
        "fixes": [_fix(source, fix) for fix in found.fixes],
        "url": found.url,
        "authority": [authority_values(text) for text in found.authority],
        "fingerprint": fingerprint(report.posting, found),
    }


def _suppressed(report: Report, silenced: Suppressed) -> Json:
    return {
        "diagnostic": _diagnostic(report, silenced.diagnostic),
        "reason": silenced.reason,
        "until": silenced.until.isoformat() if silenced.until else None,
        "source": _span(report.source, silenced.source) if silenced.source else None,
    }


def _related(source: SourceText, related: Related) -> Json:
    return {
        "message": related.message,
        "span": _span(source, related.span),
        "range": range_values(source, related.span),
        "place": source.place(related.span),
    }


def _fix(source: SourceText, fix: Fix) -> Json:
    return {
        "title": fix.title,
        "applicability": fix.applicability.value,
        "edits": [
            {
                "span": _span(source, edit.span),
                "range": range_values(source, edit.span),
                "content": edit.content,
            }
            for edit in fix.edits
        ],
    }


def _span(source: SourceText, span: Span) -> list[int]:
    """Return a span's two offsets in the text the user gave."""
    return list(source.given_span(span))


def range_values(source: SourceText, span: Span) -> Json:
    """Return the lines and columns of a span, from 1, the end exclusive."""
    start, end = source.range(span)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def plain(value: Any, place: Callable[[Span], Sequence[int]] = list) -> Any:
    """Return a fact's value as JSON can hold it.

    Enumerations become their values, dates ISO texts, sets sorted lists, and
    records (attrs classes and named tuples) objects of their public fields.
    `place` says how a span in it is written: as it stands, unless it is given.
    """
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Enum):
        return plain(value.value, place)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(part, place) for key, part in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(part, place) for part in value), key=str)
    if isinstance(value, Span):
        return list(place(value))
    names = field_names(type(value))
    if names:
        public = (name for name in names if not name.startswith("_"))
        return {name: plain(getattr(value, name), place) for name in public}
    if isinstance(value, (list, tuple)):
        return [plain(part, place) for part in value]
    return str(value)


def field_names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a record: of an attrs class, or of a named tuple."""
    if has(kind):
        return tuple(attribute.name for attribute in fields(kind))
    found: tuple[str, ...] = getattr(kind, "_fields", ())
    return found

"""A posting as a page shows it: its words, what was found in them, what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from postlint.engine.measures import duty_parts
from postlint.engine.report import Report, RuleRecord
from postlint.engine.scorecard import scorecard
from postlint.packs.law_table import source
from postlint.readers.sniff import MARKUP, TEXT, name_of
from postlint.render.excerpt import quote
from postlint.render.priorities import Priorities, Task, priorities
from postlint.render.values import plain
from postlint.text.diagnostics import Diagnostic
from postlint.text.source import SourceText, Span
from postlint.web.units import Units

Json = dict[str, Any]

# Kinds whose own text is what a person writes, and may go on writing in a page.
WRITTEN = frozenset({MARKUP, TEXT, "markdown"})
_MOST_EVIDENCE = 4
_MOST_RELATED = 6


class _Shown:
    """The text of a posting that is shown, and the places in it.

    Of a file that is no text a person writes, that is what was read in it;
    what is typed into the page is shown as it was typed.
    """

    def __init__(self, source: SourceText, *, flat: bool) -> None:
        self._source = source
        self._flat = flat
        self.units = Units(source.text if flat else source.given)

    def pair(self, span: Span) -> tuple[int, int]:
        """Return where a span of what was checked is shown."""
        return self.units.pair(span if self._flat else self._source.given_span(span))

    def place(self, span: Span) -> Json:
        """Return a span's place with its words and how a person would look it up."""
        start, end = self.pair(span)
        return {
            "from": start,
            "to": end,
            "place": self._source.place(span),
            "words": quote(self._source, span, 160),
        }


def look(report: Report, *, from_file: bool) -> Json:
    """Return what a page shows of a report."""
    flat = from_file and report.kind not in WRITTEN
    shown = _Shown(report.source, flat=flat)
    todo = priorities(report.diagnostics)
    numbers = {id(found): number for number, found in enumerate(report.diagnostics)}
    title = report.facts.get("title")
    return {
        "text": shown.units.text,
        "kind": report.kind,
        "kind_name": name_of(report.kind),
        "editable": not flat,
        "is_posting": report.is_posting,
        "title": plain(title.value) if title is not None else None,
        "headline": _headline(report, todo),
        "first": [_task(task, numbers) for task in todo.first],
        "consider": [_task(task, numbers) for task in todo.consider],
        "findings": [_finding(shown, found, fixable=not flat) for found in report.diagnostics],
        "outcomes": [_outcome(shown, record) for record in report.outcomes],
        "outline": list(_outline(shown, report)),
        "scorecard": _scorecard(report),
    }


def _headline(report: Report, todo: Priorities) -> str:
    return todo.headline if report.is_posting else "This does not read as a job posting yet."


def _task(task: Task, numbers: Mapping[int, int]) -> Json:
    return {
        "sentence": task.sentence,
        "severity": task.severity.value,
        "code": task.code,
        "findings": [numbers[id(found)] for found in task.findings],
    }


def _finding(shown: _Shown, found: Diagnostic, *, fixable: bool) -> Json:
    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        **shown.place(found.span),
        "authority": [source(text) for text in found.authority],
        "related": [
            {"message": related.message, **shown.place(related.span)}
            for related in found.related[:_MOST_RELATED]
        ],
        "fixes": [
            {
                "title": fix.title,
                "applicability": fix.applicability.value,
                "edits": [
                    dict(zip(("from", "to"), shown.pair(edit.span), strict=True))
                    | {"insert": Units(edit.content).text}
                    for edit in fix.edits
                ]
                if fixable
                else [],
                "words": " ".join(edit.content.strip() for edit in fix.edits).strip(),
            }
            for fix in found.fixes
        ],
    }


def _outcome(shown: _Shown, record: RuleRecord) -> Json:
    return {
        "code": record.code,
        "name": record.name,
        "verdict": record.verdict.value,
        "reason": record.reason,
        "authority": [source(text) for text in record.authority],
        "evidence": [shown.place(span) for span in record.spans[:_MOST_EVIDENCE]],
        "more": max(0, len(record.spans) - _MOST_EVIDENCE),
    }


def _outline(shown: _Shown, report: Report) -> Iterator[Json]:
    """Yield the headings, so that a posting looks like one."""
    title = report.posting.title
    if title is not None:
        start, end = shown.pair(title.span)
        yield {"from": start, "to": end, "level": 1}
    for section in report.posting.sections:
        if section.heading is not None:
            start, end = shown.pair(section.heading.span)
            yield {"from": start, "to": end, "level": max(2, section.level)}


def _scorecard(report: Report) -> Json:
    verdicts = Counter(record.verdict.value for record in report.outcomes)
    return {
        "duties": dict(duty_parts(report.measures)),
        "verdicts": dict(verdicts),
        "measures": dict(report.measures),
        "scores": [one._asdict() for one in scorecard(report)] if report.is_posting else [],
        "facts": {
            name: {"value": plain(fact.value), "missing": fact.missing}
            for name, fact in report.facts.items()
        },
    }

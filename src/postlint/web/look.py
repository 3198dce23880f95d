"""A posting as a page shows it: its words, what was found in them, what to do first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from postlint.document.parts import Item, SectionBlock
from postlint.engine.report import Report, RuleRecord
from postlint.engine.scorecard import card_values
from postlint.engine.values import plain
from postlint.linter import WRITTEN
from postlint.packs.law_table import source
from postlint.readers.sniff import name_of
from postlint.render.priorities import Task, priorities
from postlint.text.diagnostics import Diagnostic
from postlint.text.source import SourceText, Span, quote
from postlint.web.units import Units

Json = dict[str, Any]

_MOST_EVIDENCE = 4
_MOST_RELATED = 6
_BETWEEN = "\n\n"
_NO_POSTING = "This does not read as a job posting yet."


class _Page:
    """The text that is shown, and the places of each report in it.

    Of a file that is no text a person writes, that is what was read in it:
    the words of each posting, one after another. What is typed into the page
    is shown as it was typed.
    """

    def __init__(self, reports: Sequence[Report], *, flat: bool) -> None:
        # Postings of one Word file are stretches of one text; those of an export have their own.
        self._starts: dict[str, int] = {}
        parts: list[str] = []
        end = 0
        for report in reports:
            text = report.source.text if flat else report.source.given
            if text not in self._starts:
                self._starts[text] = end
                parts.append(text)
                end += len(text) + len(_BETWEEN)
        self.units = Units(_BETWEEN.join(parts))
        self._flat = flat

    def of(self, source: SourceText) -> _Shown:
        """Return what finds the places of one report."""
        return _Shown(source, self.units, self._flat, self._starts)


class _Shown:
    """Where spans of one report are shown."""

    def __init__(
        self, source: SourceText, units: Units, flat: bool, starts: Mapping[str, int]
    ) -> None:
        self._source = source
        self._units = units
        self._flat = flat
        self._start = starts[source.text if flat else source.given]

    def pair(self, span: Span) -> tuple[int, int]:
        """Return where a span of what was checked is shown."""
        start, end = span if self._flat else self._source.given_span(span)
        return self._units.pair(Span(start + self._start, end + self._start))

    def place(self, span: Span) -> Json:
        """Return a span's place with its words and how a person would look it up."""
        start, end = self.pair(span)
        return {
            "from": start,
            "to": end,
            "place": self._source.place(span),
            "words": quote(self._source, span, 160),
        }


def look(reports: Sequence[Report], *, from_file: bool) -> Json:
    """Return what a page shows of the reports of a source: of every posting in it.

    The words and the findings are those of all; what stands above or below all
    postings is found in each, and shown once. `postings` has for each what to
    do, by the numbers of its findings, and its record.
    """
    first = reports[0]
    flat = from_file and first.kind not in WRITTEN
    page = _Page(reports, flat=flat)
    findings: list[Json] = []
    numbers: dict[str, int] = {}
    postings: list[Json] = []
    outline: list[Json] = []
    items: list[Json] = []
    for report in reports:
        shown = page.of(report.source)
        mine: dict[int, int] = {}
        for found in report.diagnostics:
            value = _finding(shown, found, fixable=not flat)
            number = numbers.setdefault(repr(value), len(findings))
            if number == len(findings):
                findings.append(value)
            mine[id(found)] = number
        postings.append(_posting(report, shown, mine))
        outline.extend(_outline(shown, report))
        for section in report.posting.sections:
            items.extend(_items(shown, report, section.blocks, 0))
    return {
        "text": page.units.text,
        "kind": first.kind,
        "kind_name": name_of(first.kind),
        "editable": not flat,
        "headline": _headline(postings),
        "findings": findings,
        "outline": list({repr(one): one for one in outline}.values()),
        "items": list({repr(one): one for one in items}.values()),
        "postings": postings,
    }


def _posting(report: Report, shown: _Shown, numbers: Mapping[int, int]) -> Json:
    todo = priorities(report.diagnostics)
    title = report.facts.get("title")
    return {
        "name": report.name,
        "title": plain(title.value) if title is not None else None,
        "is_posting": report.is_posting,
        "headline": todo.headline if report.is_posting else _NO_POSTING,
        "first": [_task(task, numbers) for task in todo.first],
        "consider": [_task(task, numbers) for task in todo.consider],
        "outcomes": [_outcome(shown, record) for record in report.outcomes],
        "scorecard": _scorecard(report),
    }


def _headline(postings: Sequence[Json]) -> str:
    """Return what to say first of one posting, or of several together."""
    if len(postings) == 1:
        return str(postings[0]["headline"])
    todo = sum(bool(one["first"]) for one in postings)
    if not todo:
        return f"{len(postings)} postings, with nothing to fix first."
    return f"{len(postings)} postings; {todo} {'has' if todo == 1 else 'have'} things to fix first."


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


def _items(
    shown: _Shown, report: Report, blocks: Iterable[SectionBlock], depth: int
) -> Iterator[Json]:
    """Yield the items whose sign is no part of the text, as in a Word file."""
    for block in blocks:
        if isinstance(block, Item):
            begin = (block.label or block.text).span.start
            if not report.source.text[block.span.start : begin].strip():
                yield {"from": shown.pair(Span(begin, begin))[0], "depth": min(depth, 3)}
            yield from _items(shown, report, block.blocks, depth + 1)


def _scorecard(report: Report) -> Json:
    given = report.source.given_span
    return {
        **card_values(report),
        "facts": {
            name: {"value": plain(fact.value, given), "missing": fact.missing}
            for name, fact in report.facts.items()
        },
    }

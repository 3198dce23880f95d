"""Every reporting line of a posting, and the one that counts."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.document.placeholders import has_blank, is_left_to_fill_in
from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.reporting.line import (
    ReportingLine,
)


@fact("reporting_lines", phrases=phrases("reporting"))
def reporting_lines(case: Case) -> Fact[tuple[ReportingLine, ...]]:
    """Return every statement of who the post works under, in the order of the text."""
    lines: list[ReportingLine] = []
    for line in sorted(_all_lines(case), key=lambda line: (line.span.start, -line.span.end)):
        if lines and lines[-1].span.overlaps(line.span):
            # Of two readings of the same words, the one that names somebody.
            if lines[-1].supervisor is None and line.supervisor is not None:
                lines[-1] = line
            continue
        lines.append(line)
    return Fact(tuple(lines), tuple(line.span for line in lines))


@fact("reports_to")
def reports_to(case: Case) -> Fact[str | None]:
    """Return the first statement that names who the post reports to."""
    named = [
        line
        for line in case[reporting_lines].value
        if line.subject == "position" and line.supervisor is not None
    ]
    # A clause about tenure is a line only where there is no better one.
    named.sort(key=lambda line: (line.form == "tenure", _says_less(case, line)))
    if not named:
        for line in case[reporting_lines].value:
            words = case.text[line.span.start : line.span.end]
            blank = line.vague and line.form == "field"
            if blank and (has_blank(words) or is_left_to_fill_in(words.partition(":")[2].strip())):
                return Fact(None, (line.span,), "the supervisor, for whom a blank is left")
        return absent(case, None, SectionKind.SUPERVISION, SectionKind.ORGANIZATION, named="report")
    span = named[0].span
    words = case.posting.passage(span).text
    # A plain text may have the marks of another's bold: "Reports to:** **Farm Manager".
    return Fact(words.replace("**", "") if "**" in words else words, (span,))


def _says_less(case: Case, line: ReportingLine) -> bool:
    """Say whether a field names who the post answers to or is judged by, and not its superior."""
    words = case.text[line.span.start : line.span.start + 30].lower().partition(":")[0]
    return line.form == "field" and any(map(words.__contains__, _LESS))


_LESS = ("accountable", "responsible", "evaluation", "appraisal")


def _all_lines(case: Case) -> Iterator[ReportingLine]:
    # Few postings are asked: they are those of technology leaders.
    from postlint.facts.reporting import verbs  # noqa: PLC0415
    from postlint.facts.reporting.fields import field_lines  # noqa: PLC0415

    yield from field_lines(case)
    for key, read in verbs.READERS.items():
        for first, stop in case.hits.places(f"reporting.{key}"):
            if line := read(case, first, stop):
                yield line

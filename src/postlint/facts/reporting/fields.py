"""Reporting lines given as a field: "Reports to: the Superintendent"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from postlint.document.labels import is_field_name
from postlint.document.parts import Field
from postlint.facts.around import line_at, trim
from postlint.facts.base import Case
from postlint.facts.reporting.line import ReportingLine, vocabulary
from postlint.facts.reporting.supervisor import named_supervisor
from postlint.text.patterns import pattern
from postlint.text.source import Span

# What may stand on a line before the name of a field.
_LEAD_IN = pattern(r"[\s*_#>|•·\uf0b7\-–—]*(?:\d{1,2}[.)]\s{1,3})?\Z")
_VALUE = pattern(
    r"(?:\(s\)|/[ ]?title|[ ]\(title\))?[*_ \t\xa0]*"
    r"(?P<sign>[:–—=|?]|\.{3,}|-(?=\s))?[*_]*(?P<gap>\s*)"
)
# "Line of reporting: jointly to the Manager and the Superintendent"
_TO = pattern(r"(?:[Jj]ointly |[Dd]irectly |[Bb]oth )?[Tt]o (?:the )?(?=[A-Z])")
_NEW_FIELD = pattern(r"[*_]*[A-Za-z][\w /&'’-]{1,40}[:?][*_]*(?:\s|\Z)")
_NEXT_CELL = pattern(r"\t| {3,}|\s\|\s|\s(?=[A-Z][A-Za-z]{2,14}(?: [A-Z][A-Za-z]{2,14}){0,2}:)")
# Names of other columns, and the openings of sentences that are read as sentences.
_HEADERS = frozenset({"title", "department", "location", "division", "status", "salary"})
_SENTENCE = pattern(
    r"(?:Works?|Receives?|The \w+ (?:works?|receives?|is)|Incumbent)\b", re.IGNORECASE
)
_NOTHING = frozenset(
    {"", "n/a", "na", "none", "tbd", "tba", "vacant", "see below", "various", "no", "tbc"}
)


def field_lines(case: Case) -> Iterator[ReportingLine]:
    """Yield the lines given as a field, wherever the name of one begins a line."""
    text = case.text
    for span in case.hits["reporting.field"]:
        floor = max(0, span.start - 200)
        begin = max(text.rfind(mark, floor, span.start) for mark in "\n\r") + 1 or floor
        if not _LEAD_IN.match(text, begin, span.start) and not _inside_line(text, span):
            continue
        after = _VALUE.match(text, span.end)
        if after is None:
            continue
        value_at = after.end()
        newlines = after["gap"].count("\n")
        tabbed = not newlines and "\t" in text[span.end : value_at]
        # "IMMEDIATE SUPERVISOR Director of Maps": capitals part the name from its value.
        capitals = (
            not newlines
            and text[span.start : span.end].isupper()
            and text[value_at + 1 : value_at + 2].islower()
        )
        stands = newlines and _stands_alone(case, span)
        if not (after["sign"] or tabbed or capitals or stands):
            continue
        if newlines > 2 or text[value_at : value_at + 6].lower() == "under ":
            continue
        if newlines and _begins_section(case, span, value_at):
            continue  # a form left blank, above a heading
        line = line_at(text, after.end())
        value = trim(text, Span(after.end(), max(after.end(), line.end)))
        value = _first_cell(text, value)
        if (to := _TO.match(text, value.start, value.end)) is not None:
            value = Span(to.end(), value.end)
        words = text[value.start : value.end]
        if words.lower().strip(" .*_-") in _NOTHING:
            continue
        if newlines and _NEW_FIELD.match(words):
            continue
        if not pattern(r"[A-Za-z]{2}").search(words) or words.lower() in _HEADERS:
            continue
        if _SENTENCE.match(words):
            continue
        name = case.posting.passage(value)
        if len(words) > 70:
            place = case.words.between(value)
            shorter, _ = named_supervisor(case, place.start, place.stop)
            if shorter is None:
                continue
            name, value = shorter, shorter.span
            words = shorter.text
        known = vocabulary()
        spelled = set(pattern(r"[a-z]+").findall(words.lower()[:160]))
        vague = bool(spelled) and spelled <= known["vague"] and not spelled & {"staff", "lead"}
        yield ReportingLine(
            span=Span(span.start, value.end),
            supervisor=None if vague else name,
            form="field",
            vague=vague,
        )


def _inside_line(text: str, span: Span) -> bool:
    """Say whether a field begins inside a line: in a column, or glued to what is before it."""
    before = text[max(0, span.start - 4) : span.start]
    if before.endswith(("  ", "\t", "| ", "|", "\xa0\xa0")):
        return True
    sign = text[span.end : span.end + 3].lstrip("*")[:1]
    return sign == ":" and text[span.start].isupper()


def _first_cell(text: str, value: Span) -> Span:
    """Return a field's value up to the next column or the next field on the line."""
    cut = _NEXT_CELL.search(text, value.start + 1, value.end)
    span = value
    if cut is not None:
        # "Highway Superintendent Wage: $24": the name of the field is its last words.
        label = text[cut.end() : text.find(":", cut.end()) if cut[0].isspace() else cut.end()]
        words = label.split(" ")
        names = (at for at in range(len(words)) if is_field_name(" ".join(words[at:])))
        end = cut.start() + len(" ".join(words[: next(names, 0)]))
        span = trim(text, Span(value.start, end + (end > cut.start())))
    length = len(text[span.start : span.end].rstrip(" |*_"))
    return Span(span.start, span.start + length)


def _begins_section(case: Case, field: Span, place: int) -> bool:
    """Say whether what follows a field's name is a heading of its own."""
    section = case.posting.section_at(place)
    heading = section.heading
    return (
        heading is not None
        and not heading.span.overlaps(field)
        and (section.span.start <= place < heading.span.end)
    )


def _stands_alone(case: Case, span: Span) -> bool:
    """Say whether a reader made these words a heading or the name of a field."""
    section = case.posting.section_at(span.start)
    if section.heading is not None and section.heading.span.overlaps(span):
        return section.heading.span.end - span.end <= 3
    fields = case.posting.fields
    place = bisect_left(fields, span.end, key=_key_start) - 1
    return place >= 0 and fields[place].key.span.overlaps(span)


def _key_start(field: Field) -> int:
    return field.key.span.start

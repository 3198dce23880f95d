"""Reporting lines given as a field: "Reports to: the Superintendent"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from postlint.document.labels import is_field_name
from postlint.document.parts import Field, Passage
from postlint.document.placeholders import has_blank, is_left_to_fill_in
from postlint.document.titles import names_job
from postlint.facts._data import word_sets
from postlint.facts.around import line_at, trim
from postlint.facts.base import Case
from postlint.facts.reporting.line import ReportingLine
from postlint.facts.reporting.supervisor import named_supervisor
from postlint.text.patterns import pattern
from postlint.text.source import Span

# What may stand on a line before the name of a field.
_LEAD_IN = pattern(r"[\s*_#>|•·\uf0b7\-–—]*(?:\d{1,2}[.)]\s{1,3})?\Z")
_VALUE = pattern(
    # "Supervisor(s)", "Supervisor/Title", "Supervisor/Mentor:"
    r"(?m)(?:(?i:\(s\)|/[ ]?title|[ ]\((?:name(?:[ ]and[ ]|/))?title\))|"
    r"/[ ]?[A-Z][a-z]+(?=[*_]*:))?[*_ \t\xa0]*"
    r"(?P<sign>[:–—=|?]|\.{3,}|-(?=\s)|/(?=\s[A-Z][^:\n]*$))?(?P<stop>\.(?= ))?[*_]*(?P<gap>\s*)"
)
# "Line of reporting: jointly to the Manager and the Superintendent"
_TO = pattern(r"(?:[Jj]ointly |[Dd]irectly |[Bb]oth )?[Tt]o (?:the )?(?!Be\b)(?=[A-Z])")
# "Supervision received: Administrative direction from an agency executive."
_FROM = pattern(
    r"(?:[A-Z][a-z]+ )?(?:[Dd]irection|[Ss]upervision)(?: is)? from (?:the |an? )?(?=\w)"
)
_NEW_FIELD = pattern(r"[*_]*[A-Za-z][\w /&'’-]{1,40}[:?][*_]*(?:\s|\Z)")
_NEXT_CELL = pattern(r"\t| {3,}|\s\|\s|\s(?=[A-Z][A-Za-z]{2,14}(?: [A-Z][A-Za-z]{2,14}){0,2}:)")
# Names of other columns, and the openings of sentences that are read as sentences.
_HEADERS = frozenset({"title", "department", "location", "division", "status", "salary"})
_SENTENCE = pattern(
    r"(?i)(?:(?:Works?|Receives?)(?!\s(?-i:[A-Z]))|"
    r"The (?:(?!who\b|that\b)[\w/-]+ ){1,5}?(?:works?|receives?|performs?|is|shall|will)|"
    r"Incumbent)\b"
)
_NOTHING = frozenset(
    {"", "n/a", "na", "none", "tbd", "tba", "tbc", "vacant", "see below", "see above", "various"}
    | {"no", "pending"}
    | {f"to be {done}" for done in ("confirmed", "determined", "announced", "advised", "decided")}
)


# A longer value is a sentence in which the supervisor is named.
_LONG: Final = 70
# What parts a name from its value in a table whose lines are lost.
_WIDE: Final = "   "


def field_lines(case: Case) -> Iterator[ReportingLine]:
    """Yield the lines given as a field, wherever the name of one begins a line."""
    for span in case.hits["reporting.field"]:
        floor = max(0, span.start - 200)
        begin = max(case.text.rfind(mark, floor, span.start) for mark in "\n\r") + 1 or floor
        if not _LEAD_IN.match(case.text, begin, span.start) and not _inside_line(case.text, span):
            continue
        bare = case.text[slice(*span)].lower() in _BARE
        alone = _LEAD_IN.match(case.text, begin, span.start) and case.text.startswith(":", span.end)
        if bare and not alone:
            continue  # "Hiring Manager: Ann Elm"
        value = _judge(case.text, span, _field_value(case, span))
        name = None if value is None else _supervisor(case, value)
        if name is not None and _is_line(case.text[slice(*span)], name.text):
            blank = has_blank(name.text) or is_left_to_fill_in(name.text)
            vague = _is_vague(name.text) or blank
            yield ReportingLine(
                span=Span(span.start, name.span.end),
                supervisor=None if vague else name,
                form="field",
                vague=vague,
            )


def _is_line(name: str, value: str) -> bool:
    """Say whether "Accountability" is a reporting line, and not a virtue that is asked for."""
    named = value[:1].isupper() and names_job(value) and value.count(" ") < _NAME
    return named or name.lower() not in _BARE


# Names that are as often those of other things.
_BARE: Final = frozenset({"accountability", "reports", "reporting", "manager"})


# "Evaluation: annually, by the Principal"
_BY = pattern(r"(?:^|[^\n.;]{0,160}?\b)by (?:the )?(?=[A-Z])")


def _judge(text: str, name: Span, value: Span | None) -> Span | None:
    """Return a field's value; of one about evaluation who does it, `None` where nobody is named."""
    if value is None or not text[slice(*name)].lower().endswith(("evaluation", "appraisal")):
        return value
    by = _BY.match(text, value.start, value.end)
    return None if by is None else Span(by.end(), value.end)


def _field_value(case: Case, span: Span) -> Span | None:
    """Return the first cell behind a field's name, or `None` where nothing was filled in."""
    text = case.text
    after = _VALUE.match(text, span.end)
    if after is None:
        return None
    newlines, start = after["gap"].count("\n"), after.end()
    # "IMMEDIATE SUPERVISOR Director of Maps": capitals part the name from its value.
    capitals = text[span.start : span.end].isupper() and text[start + 1 : start + 2].islower()
    apart = newlines or after["stop"]  # "Reports to. Clerk" is a name where a reader found one
    # "Reports to    Head of Maps", "**Line manager** Head of Maps"
    beside = text[span.end : start]
    wide = beside[:2] == "**" or beside.strip("*_").startswith((_WIDE, "\t"))
    parted = _stands_alone(case, span) if apart else capitals or wide
    if not (after["sign"] or parted):
        return None
    if newlines and (after["sign"] or "")[:1] == ".":
        return None  # a line of dots to write on
    if newlines > 2 or text[start : start + 6].lower() == "under ":
        return None
    if newlines and (_begins_section(case, span, start) or _begins_field(case, start)):
        return None  # a form left blank, above a heading or the next name
    if newlines == 1 and after["sign"] == ":" and _ends_run(text, span, start):
        return None  # the last of several names, above as many values
    line = trim(text, Span(start, max(start, line_at(text, start).end)))
    value = _first_cell(text, line)
    if wide and is_field_name(text[slice(*value)]):
        return None  # left empty, before the next name
    if value.end == line.end:
        value = _with_wrapped(case, value)
    to = _TO.match(text, value.start, value.end) or _FROM.match(text, value.start, value.end)
    value = value if to is None else Span(to.end(), value.end)
    words = text[value.start : value.end]
    # Wide blanks are a column left empty, and what follows is the next one.
    if (newlines or len(after["gap"]) > 1) and _NEW_FIELD.match(words):
        return None
    return None if _names_nobody(words) else value


def _ends_run(text: str, name: Span, value: int) -> bool:
    """Say whether names alone stand right above this one, and as many values from a place on."""
    run, start = 0, line_at(text, name.start).start
    while run < _LONGEST_RUN:
        above = _NAME_ALONE.search(text, max(0, start - _LONG), start)
        if above is None:
            break
        run, start = run + 1, above.start()
    rows = text[value : value + _LONG * (run + 1)].split("\n")[: run + 1]
    return run > 0 and len(rows) > run and all(row.strip() and ":" not in row for row in rows)


_NAME_ALONE = pattern(r"(?m)^[ \t]*[A-Z][^:\n]{1,44}:[ \t]*\r?\n\Z")
_LONGEST_RUN: Final = 12


def _with_wrapped(case: Case, value: Span) -> Span:
    """Return a value with the rest of it on the next line, where a reader found that."""
    fields = case.posting.fields
    place = bisect_left(fields, value.start, key=_key_start) - 1
    held = fields[place].value.span if place >= 0 else value
    goes_on = held.start <= value.start < value.end < held.end < value.start + _LONG
    return Span(value.start, held.end) if goes_on else value


def _names_nobody(words: str) -> bool:
    """Say whether a value is a blank, the name of the next column or a sentence."""
    return (
        words.lower().strip(" .*_-") in _NOTHING
        or words[:4].upper() in {"TBC ", "TBD ", "TBA "}  # "TBC (new Head of Estates)"
        or words.lower() in _HEADERS
        or not pattern(r"[A-Za-z]{2}").search(words)
        or _SENTENCE.match(words) is not None
        or _is_done(words)
    )


def _is_done(words: str) -> bool:
    """Say whether a value is what somebody does: "Accountability: Keeps promises"."""
    first, *rest = words.lstrip(":*_ ").split(" ", _FEW)[:_FEW]
    done = first.endswith("s") and bool(rest) and rest[0][:1].islower()
    return done and not names_job(" ".join((first, *rest)))


_FEW: Final = 3
_NAME: Final = 6


def _supervisor(case: Case, value: Span) -> Passage | None:
    """Return who is named in a field's value: all of it, or in a long one whom it names first."""
    if value.end - value.start <= _LONG:
        return case.posting.passage(value)
    place = case.words.between(value)
    return named_supervisor(case, place.start, place.stop)[0]


def _is_vague(words: str) -> bool:
    """Say whether a value tells no more than that there is a supervisor."""
    known = word_sets("reporting")
    spelled = set(pattern(r"[a-z]+").findall(words.lower()[:160]))
    return bool(spelled) and spelled <= known["vague"] and not spelled & {"staff", "lead"}


def _inside_line(text: str, span: Span) -> bool:
    """Say whether a field begins inside a line: in a column, or glued to what is before it."""
    before = text[max(0, span.start - 4) : span.start]
    if before.endswith(("  ", "\t", "| ", "|", "\xa0\xa0")):
        return True
    sign = text[span.end : span.end + 3].lstrip("*")[:1]
    # "Site Manager" above "Title: Site Manager" is no "Manager title".
    return sign == ":" and text[span.start].isupper() and "\n" not in text[slice(*span)]


def _first_cell(text: str, value: Span) -> Span:
    """Return a field's value up to the next column or the next field on the line."""
    cut = _NEXT_CELL.search(text, value.start + 1, value.end)
    span = value
    if cut is not None:
        # "Highway Superintendent Wage: $24": the name of the field is its last words.
        named = len(cut[0]) == 1 and cut[0] != "\t"
        label = text[cut.end() : text.find(":", cut.end()) if named else cut.end()]
        words = label.split(" ")
        names = (at for at in range(len(words)) if is_field_name(" ".join(words[at:])))
        end = cut.start() + len(" ".join(words[: next(names, len(words) - 1)]))
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


def _begins_field(case: Case, place: int) -> bool:
    """Say whether a reader found the name of a field at a place."""
    fields = case.posting.fields
    at = bisect_left(fields, place, key=_key_start)
    return at < len(fields) and _key_start(fields[at]) == place


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

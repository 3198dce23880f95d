"""Reports as plain data, and back: everything that the formats show of it.

Reports are cached from run to run and sent from process to process in this form.
It is JSON, which can say wrong things but cannot do any. What is worked out of
a report only where a format asks for it (facts, measures, duties) is a part of
its own, and is left out where no format of the run does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from postlint.document.kinds import SectionKind
from postlint.document.parts import (
    Duty,
    Field,
    Item,
    Paragraph,
    Passage,
    Section,
    SectionBlock,
    passage,
)
from postlint.document.posting import Posting
from postlint.engine.reading import Read
from postlint.engine.report import Report, RuleRecord, arrive
from postlint.engine.suppress import Suppressed
from postlint.facts.base import Fact
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.rules.law import law
from postlint.rules.rule import Verdict
from postlint.text.authority import Authority, Basis, Confidence
from postlint.text.diagnostics import Applicability, Diagnostic, Edit, Fix, Related, Severity
from postlint.text.records import NamedTuple
from postlint.text.source import Origin, Places, SourceText, Span

# What a rule or a fact of a pack ran into may not be there the next time.
_FAULTS = frozenset({"rule-raised", "span-outside-text"})


class CachedClass(NamedTuple):
    """What formats show of a duty's class."""

    label: str
    bucket: str | None


def dump(reports: Sequence[Report], *, full: bool) -> bytes | None:
    """Return the reports of one source as lines of JSON.

    The first line has the texts they are about, each once; then come two lines
    for each report, the second empty where not `full`. The path, the settings
    and what a baseline says are not in it: they belong to a run. `None` is
    what JSON cannot hold as it is, because a text is no Unicode text.
    """
    texts: dict[str, int] = {}
    rows: list[list[Any] | None] = []
    try:
        for report in reports:
            rows.append(_short(report, texts))
            rows.append(_long(report) if full else None)
        return b"\n".join(
            b""
            if row is None
            else json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8")
            for row in ([*texts], *rows)
        )
    except (UnicodeEncodeError, ValueError, TypeError):
        return None


def is_cacheable(reports: Iterable[Report]) -> bool:
    """Say whether a check of the same would say the same: not where a rule failed."""
    return not any(found.message_id in _FAULTS for each in reports for found in each.diagnostics)


def load(data: bytes, *, path: str, sha256: str, full: bool) -> tuple[Report, ...] | None:
    """Return the reports that `dump` wrote, for a file at `path`; `None` where it has none.

    Where `full`, `None` is also what was written without second lines.
    """
    first, *rows = data.split(b"\n")
    if not rows or len(rows) % 2 or (full and not all(rows)):
        return None
    try:
        texts = json.loads(first)
        return tuple(
            _report(json.loads(short), json.loads(long) if full else None, texts, path, sha256)
            for short, long in zip(rows[::2], rows[1::2], strict=True)
        )
    # A file that another program wrote may hold anything.
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _short(report: Report, texts: dict[str, int]) -> list[Any]:
    posting, source = report.posting, report.source
    origin = source.origin
    return [
        posting.reader,
        report.is_posting,
        report.read,
        texts.setdefault(source.text, len(texts)),
        source.part,
        origin and texts.setdefault(origin.text, len(texts)),
        origin and [origin.flat, origin.starts, origin.ends, origin.size],
        source.places,
        posting.title,
        [section._replace(blocks=()) for section in posting.sections],
        [_fields(record) for record in report.outcomes],
        [_fields(found) for found in report.diagnostics],
        [[_fields(one.diagnostic), one.reason, one.until, one.source] for one in report.suppressed],
    ]


def _fields(record: RuleRecord | Diagnostic) -> list[Any]:
    """Return the fields of a record, authorities by their keys: JSON has a tuple as a list."""
    return [*{**record._asdict(), "authority": _authority(record.authority)}.values()]


def _plain(value: object) -> object:
    """Return what JSON has for a member of an enumeration, or for a day."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no plain data")


def _authority(found: tuple[Authority, ...]) -> list[Any]:
    """Return authorities by their keys; what no table has, with all that formats show of it."""
    return [
        text.key
        or [
            text.citation,
            text.date,
            text.jurisdiction,
            text.confidence,
            text.basis,
            text.volatile,
            text.link,
        ]
        for text in found
    ]


def _authorities(rows: list[Any]) -> tuple[Authority, ...]:
    return tuple(law(row) if isinstance(row, str) else _own(row) for row in rows)


def _own(row: list[Any]) -> Authority:
    citation, date, jurisdiction, confidence, basis, volatile, link = row
    return Authority(
        citation, date, jurisdiction, Confidence(confidence), Basis(basis), volatile, link
    )


def _long(report: Report) -> list[Any]:
    from postlint.engine.values import plain  # noqa: PLC0415  # few formats tell of it

    classes, essential = report[duty_classes], report[duty_essential]
    return [
        [
            [name, plain(fact.value, report.source.given_span), fact.spans, fact.missing]
            for name, fact in report.facts.items()
        ],
        dict(report.measures),
        [[duty.text, duty.section] for duty in report.posting.duties],
        [[plain(one.label), plain(getattr(one, "bucket", None))] for one in classes.value],
        plain(essential.value),
        [[_block(block) for block in section.blocks] for section in report.posting.sections],
    ]


def _block(block: SectionBlock) -> list[Any]:
    """Return where a block and its parts stand; what its words are, the text says."""
    if isinstance(block, Field):
        return ["field", block.span, block.key.span, block.value.span]
    label = block.label and block.label.span
    if isinstance(block, Item):
        inside = [_block(one) for one in block.blocks]
        return ["item", block.span, block.text.span, label, inside]
    return ["paragraph", block.span, block.text.span, label]


def _block_of(row: list[Any], text: str) -> SectionBlock:
    kind, span, first, second, *inside = row
    place, words = Span(*span), passage(text, Span(*first))
    if kind == "field":
        return Field(words, passage(text, Span(*second)), place)
    label = None if second is None else passage(text, Span(*second))
    if kind == "item":
        nested = tuple(_block_of(one, text) for one in inside[0])
        return Item(words, place, label, blocks=nested)
    return Paragraph(words, place, label)


def _report(
    short: list[Any], long: list[Any] | None, texts: list[str], path: str, sha256: str
) -> Report:
    reader, is_posting, read, number, part, given, origin, places, *rest = short
    title, sections, outcomes, found, silenced = rest
    text = texts[number]
    if not isinstance(text, str) or not isinstance(part, str):
        raise TypeError
    posting = Posting(
        source=SourceText(
            text,
            path,
            part=part,
            origin=None if origin is None else _origin(texts[given], *origin),
            places=None if places is None else Places(*map(tuple, places)),
        ),
        reader=reader,
        title=None if title is None else _passage(*title),
        sections=tuple(_section(row) for row in sections),
    )
    facts: dict[str, Fact[Any]] = {}
    shown: tuple[str, ...] = ()
    measures: Mapping[str, float | int | None] = {}
    if long is not None:
        rows, measures, duties, classes, essential, blocks = long
        facts = {name: Fact(value, _spans(spans), missing) for name, value, spans, missing in rows}
        shown = tuple(facts)
        facts[duty_classes.name] = Fact(tuple(CachedClass(*row) for row in classes))
        facts[duty_essential.name] = Fact(tuple(essential))
        # Duties are worked out of more than the blocks that formats show.
        object.__setattr__(
            posting, "duties", tuple(Duty(_passage(*text), section) for text, section in duties)
        )
        filled = tuple(
            section._replace(blocks=tuple(_block_of(row, text) for row in own))
            for section, own in zip(posting.sections, blocks, strict=True)
        )
        object.__setattr__(posting, "sections", filled)
    stated = (
        posting,
        is_posting,
        Read(*read),
        tuple(_record(row) for row in outcomes),
        tuple(_found(row) for row in found),
        tuple(_suppressed(row) for row in silenced),
        (),
        (),
    )
    return arrive(stated, facts, shown, measures, (sha256, None))


def _spans(rows: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*row) for row in rows)


def _passage(text: str, span: list[int]) -> Passage:
    return Passage(text, Span(*span))


def _origin(text: str, flat: list[int], starts: list[int], ends: list[int], size: int) -> Origin:
    return Origin(text, tuple(flat), tuple(starts), tuple(ends), size)


def _section(row: list[Any]) -> Section:
    heading, kind, level, span, _, parent = row
    named = None if heading is None else _passage(*heading)
    return Section(
        named, None if kind is None else SectionKind(kind), level, Span(*span), (), parent
    )


def _record(row: list[Any]) -> RuleRecord:
    code, name, verdict, severity, spans, reason, authority = row
    gravest = None if severity is None else Severity(severity)
    rests = _authorities(authority)
    return RuleRecord(code, name, Verdict(verdict), gravest, _spans(spans), reason, rests)


def _found(row: list[Any]) -> Diagnostic:
    code, name, severity, message, message_id, span, related, fixes, url, authority, *more = row
    return Diagnostic(
        code,
        name,
        Severity(severity),
        message,
        message_id,
        Span(*span),
        tuple(Related(Span(*place), words) for place, words in related),
        tuple(_fix(*fix) for fix in fixes),
        url,
        _authorities(authority),
        *more,
    )


def _fix(title: str, edits: list[Any], applicability: str) -> Fix:
    made = tuple(Edit(Span(*place), content) for place, content in edits)
    return Fix(title, made, Applicability(applicability))


def _suppressed(row: list[Any]) -> Suppressed:
    diagnostic, reason, until, source = row
    last = None if until is None else date.fromisoformat(until)
    return Suppressed(_found(diagnostic), reason, last, None if source is None else Span(*source))

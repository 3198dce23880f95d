"""What each kind of house rule looks for. One function a kind, all over a `Case`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from postlint.document.kinds import SectionKind
from postlint.document.parts import Section
from postlint.errors import MissingExtra
from postlint.facts.base import Case
from postlint.facts.duty_classes import duty_classes
from postlint.packs.house.model import Count, HouseRuleTable, SectionOrField, Share
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Passed
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

# Statements of law name what house rules about wording would object to, on purpose.
LEGAL = frozenset({SectionKind.EQUAL_OPPORTUNITY, SectionKind.ACCOMMODATION})


def check_phrases(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield a pass where one of the phrases is there, and a finding where none is."""
    spans = [s for s in case.hits[f"{table.name}.phrases"] if _looked_at(case, table, s)]
    if spans:
        yield Passed("The words are there.", tuple(spans))
    else:
        yield Finding("house", _gap(case, table), {"words": table.phrases[0], "use": ""})


def check_pattern(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield a finding for every match; the engine behind it cannot run away."""
    for match in compiled(table.pattern or "").finditer(case.text):
        span = Span(match.start(), match.end())
        if span.start < span.end and _looked_at(case, table, span) and not case.allows(span):
            yield Finding("house", span, {"words": match.group(0), "use": ""})


def check_section(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield what a required or forbidden section comes to."""
    part = table.require_section or table.forbid_section or SectionOrField()
    found = [
        section.heading.span
        for section in case.posting.sections
        if section.heading is not None and _is(section, part)
    ]
    yield from _there(case, table, found, wanted=table.require_section is not None, part=part)


def check_field(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield what a required or forbidden field comes to."""
    part = table.require_field or table.forbid_field or SectionOrField()
    names = {_plain(name) for name in part.names}
    found = [field.span for field in case.posting.fields if _plain(field.key.text) in names]
    yield from _there(case, table, found, wanted=table.require_field is not None, part=part)


def check_order(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield a finding for a section that comes before one it should follow."""
    ranks = {kind: rank for rank, kind in enumerate(table.order)}
    present = [s for s in case.posting.sections if s.kind in ranks and s.heading is not None]
    if len({section.kind for section in present}) < 2:
        yield NotApplicable("Fewer than two of the sections are there.")
        return
    highest: Section | None = None
    wrong = False
    for section in present:
        if highest is not None and _rank(ranks, section) < _rank(ranks, highest):
            heading, before = section.heading, highest.heading
            if heading is not None and before is not None:
                wrong = True
                yield Finding("house", heading.span, {"words": heading.text, "use": before.text})
        elif highest is None or _rank(ranks, section) > _rank(ranks, highest):
            highest = section
    if not wrong:
        yield Passed(
            "The sections stand in order.", tuple(s.heading.span for s in present if s.heading)
        )


def check_count(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield a finding where there is too much or too little of something."""
    count = table.count
    if count is None:
        return
    posting = case.posting
    number = {
        "duties": lambda: len(posting.duties),
        "sections": lambda: sum(1 for section in posting.sections if section.heading),
        "words": lambda: len(case.words),
        "sentences": lambda: len(posting.sentences),
        "items": lambda: sum(
            1 for s in posting.sections if not table.in_ or s.kind in table.in_ for _ in s.items()
        ),
    }[count.of]()
    yield from _within(case, table, number, measured=f"{number} {count.of}", limits=count)


def check_share(case: Case, table: HouseRuleTable) -> Iterator[Outcome]:
    """Yield a finding where too small or too large a part of the duties is of a class."""
    share = table.share
    if share is None:
        return
    labels: list[str] = [duty.label for duty in case[duty_classes].value]
    if not labels:
        yield CannotTell("what part of the duties it is: the posting has no list of them")
        return
    part = labels.count(share.of) / len(labels)
    measured = f"{part:.0%} of {len(labels)} duties"
    yield from _within(case, table, part, measured=measured, limits=share)


def _within(
    case: Case, table: HouseRuleTable, number: float, *, measured: str, limits: Count | Share
) -> Iterator[Outcome]:
    least, most = limits.least, limits.most
    if (least is not None and number < least) or (most is not None and number > most):
        yield Finding("house", _gap(case, table), {"words": measured, "use": "", "number": number})
    else:
        yield Passed(f"There are {measured}.")


def _there(
    case: Case, table: HouseRuleTable, found: list[Span], *, wanted: bool, part: SectionOrField
) -> Iterator[Outcome]:
    words = part.names[0] if part.names else part.kind.value if part.kind else ""
    if wanted and not found:
        yield Finding("house", _gap(case, table), {"words": words, "use": ""})
    elif wanted:
        yield Passed("It is there.", tuple(found))
    elif not found:
        yield Passed("It is not there.")
    else:
        for span in found:
            yield Finding("house", span, {"words": words, "use": ""})


def _is(section: Section, part: SectionOrField) -> bool:
    if part.kind is not None and section.kind is part.kind:
        return True
    heading = _plain(section.heading.text) if section.heading else ""
    return heading in {_plain(name) for name in part.names}


def _plain(words: str) -> str:
    return " ".join(words.casefold().strip(" :*_").split())


def _rank(ranks: dict[SectionKind, int], section: Section) -> int:
    return ranks[section.kind] if section.kind is not None else 0


def _looked_at(case: Case, table: HouseRuleTable, span: Span) -> bool:
    kind = case.posting.section_at(span.start).kind
    if table.in_:
        return kind in table.in_
    return table.in_legal_text or kind not in LEGAL


def _gap(case: Case, table: HouseRuleTable) -> Span:
    """Return where to show what is missing: a section the rule looks in, else the title."""
    for section in case.posting.of_kind(*table.in_):
        if section.heading is not None:
            return section.heading.span
    return case.posting.anchor


@cache
def compiled(pattern: str) -> Any:
    """Return a pattern for an engine that takes time in proportion to the text.

    Raises `MissingExtra` where that engine is not installed, and `ValueError`
    for a pattern it does not take.
    """
    try:
        import re2  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("patterns in house rules", "patterns") from error
    options = re2.Options()
    options.log_errors = False  # the error that is raised says it
    try:
        return re2.compile(pattern, options=options)
    except re2.error as error:
        raise ValueError(str(error)) from error

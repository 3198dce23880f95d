"""EQTY006: name whom to ask about discrimination.

## What it checks
Whether the statement of a school, or of an employer that is declared to receive federal education
funds, says whom to turn to: a coordinator, an office, a telephone or an address near it, or a Title
IX or Section 504 coordinator anywhere in the text.
For a declared recipient it is a warning, for a school that is only told by its name a note.

## Why
Recipients name the responsible employee when they tell applicants of their policy on disability and
on sex.
Whether each posting has to carry the name is not settled: a link or an insert may be enough.

## When not to use it
Where every page of the job system carries the contact.

## Fix safety
No fix: only the employer knows who it is.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    EmployerKind,
    Finding,
    NotApplicable,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    laws,
    pattern,
    phrases,
    sentence_at,
    united_states,
)

_RULE = "eeo-contact-missing"
# Three sentences behind the statement.
_NEAR = 600
_REACHABLE = pattern(
    r"(?i)\b\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|[\w.-]+@[\w-]+\.[a-z]{2,}"
    r"|\b\d{1,5} [A-Z][\w.]+(?: \w+){0,3} (?:street|st|avenue|ave|road|rd|drive|blvd|lane)\b"
)


def _schools_and_recipients(case: Case) -> NotApplicable | None:
    """Let the rule speak of schools, and of employers that are declared to receive funds."""
    school = case[facts.employer_kind].value is EmployerKind.SCHOOL
    if school or case.employer.recipient:
        return None
    return NotApplicable("The employer is no school, and is not declared to receive such funds.")


class EeoContactMissing(Rule):
    """Name whom to ask about discrimination."""

    meta = RuleMeta(
        code="EQTY006",
        name=_RULE,
        summary="The statement names nobody to ask about discrimination.",
        severity=Severity.INFO,
        highest=Severity.WARNING,
        messages={
            "missing": "The statement names no coordinator, office or address for questions.",
        },
        authority=laws("us-504-notice", "us-title-ix-notice"),
        advice="Add the coordinator's title, telephone and address.",
        why="Recipients of federal education funds name one.",
        since="0.1",
        tags=frozenset({"equity"}),
    )
    applies = (united_states, _schools_and_recipients)
    phrases = phrases(__package__, "equity", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look near each statement, and for a coordinator anywhere."""
        statements = case[facts.equal_opportunity].value
        if not statements:
            yield NotApplicable("There is no statement of equal opportunity to add it to.")
            return
        named = _named(case, [one.span for one in statements])
        if named:
            yield Passed("The text says whom to ask.", named)
        elif all(one.link_only for one in statements):
            yield CannotTell("what the linked statement says", (statements[0].span,))
        else:
            severity = Severity.WARNING if case.employer.recipient else None
            yield Finding("missing", statements[0].quote, severity=severity)


def _named(case: Case, statements: list[Span]) -> tuple[Span, ...]:
    # The post itself may be the coordinator's: its duties name nobody to ask.
    for hit in case.hits[f"{_RULE}.coordinator"]:
        section = case.posting.section_at(hit.start)
        heading = section.heading
        if section.kind is SectionKind.DUTIES or (heading and heading.span.overlaps(hit)):
            continue
        if _REACHABLE.search(case.text, hit.start, min(section.span.end, hit.end + _NEAR)):
            return (sentence_at(case.posting, hit),)
    for span in statements:
        around = Span(span.start, min(len(case.text), span.end + _NEAR))
        if case.hits.within(f"{_RULE}.whom", around) and (
            found := _REACHABLE.search(case.text, around.start, around.end)
        ):
            return (Span(*found.span()),)
    return ()

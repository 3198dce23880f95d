"""EQTY001: say that the employer does not discriminate.

## What it checks
Whether the text has a statement of equal opportunity or nondiscrimination by the employer.
"EOE" alone, a link to the statement, a class specification, and
`employer.equal-opportunity-notice = true` for a statement on the letterhead are information.
What comes near is named as what it is: a paragraph about pupils only, "affirmative action" alone, a
commitment to equity, a link whose words alone survived a copy.

## Why
Applicants look for it, and some employers owe it; no federal law asks an ordinary private employer
to print one.
It is an error only for an employer declared to receive federal education funds and to have
`recipient-floor` people, 15 unless set, and for one declared a federal contractor.
A school district or college that is only inferred may be a recipient: a warning.

## When not to use it
For postings that are only ever shown inside a page that has the statement: declare the notice.

## Fix safety
An unsafe fix adds a section with a statement and placeholders, which are findings until they are
filled in: the grounds depend on the place.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    EmployerKind,
    Finding,
    Outcome,
    Passed,
    Reach,
    Related,
    RuleMeta,
    SectionKind,
    Severity,
    StatedRule,
    add_section,
    facts,
    gap_span,
    law,
    laws,
    mark,
    phrases,
    table,
    united_states,
)
from postlint_rules.equity._near import nearest

_RULE = "eeo-statement-missing"
_TABLE = table(__package__, "equity")[_RULE]
_FUNDED = frozenset({EmployerKind.SCHOOL, EmployerKind.COLLEGE})

_SECTION = (SectionKind.EQUAL_OPPORTUNITY, "Equal opportunity", _TABLE["statement"])
_NOT_HERE = frozenset({"declared-elsewhere", "class-spec", "leads-on"})


class EeoStatementMissing(StatedRule):
    """Say that the employer does not discriminate."""

    meta = RuleMeta(
        code="EQTY001",
        name=_RULE,
        summary="The text has no statement of equal opportunity.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages=_TABLE["messages"],
        authority=laws(
            "us-504-notice",
            "us-504-small-recipients",
            "us-contractor-tagline",
            "us-contractor-floors",
            "us-eeoc-advice",
        ),
        advice="Say that you are an equal opportunity employer, and name the grounds.",
        why="Applicants look for it, and some employers must state it.",
        since="0.1",
        tags=frozenset({"equal-opportunity"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "equity", _RULE)

    what = "the statement"
    places = (SectionKind.EQUAL_OPPORTUNITY, SectionKind.HOW_TO_APPLY)

    recipient_floor: int = 15

    def answer(self, case: Case, found: tuple[Reach, ...]) -> Outcome | None:  # noqa: ARG002
        """Look for a statement, and for what a recipient's has to name."""
        statements = case[facts.equal_opportunity].value
        whole = [each for each in statements if not each.short_form and not each.link_only]
        if not whole:
            for one in statements[:1]:
                message = "short-form" if one.short_form else "link-only"
                return mark(case, message, one.span, severity=Severity.INFO)
            return None
        spans = tuple(statement.span for statement in whole)
        classes = [each for statement in whole for each in statement.classes]
        if self._recipient(case) and "disability" not in {one.id for one in classes}:
            return Finding("no-disability", spans[0], authority=(law("us-504-notice"),))
        named = {each.name for each in classes}
        grounds = f", naming {len(named)} grounds" if len(named) > 1 else ""
        return Passed(f"The employer says that it gives equal opportunity{grounds}.", spans)

    def elsewhere(self, case: Case) -> CannotTell | None:
        """Return why nobody can tell; a statement that is declared to stand elsewhere does."""
        return None if case.employer.equal_opportunity_notice else super().elsewhere(case)

    def nothing(self, case: Case, found: tuple[Reach, ...]) -> Finding:  # noqa: ARG002
        """Return what the absence means for this employer, and a statement to fill in."""
        missing = self._missing(case)
        if missing.message_id in _NOT_HERE:
            return missing
        return missing._replace(fixes=add_section(case.posting, *_SECTION))

    def _missing(self, case: Case) -> Finding:
        place = gap_span(case, SectionKind.EQUAL_OPPORTUNITY)
        near = nearest(case, _RULE)
        comes_near = "This comes near and is no statement."
        related = () if near is None else (Related(near.span, comes_near),)
        if case.employer.equal_opportunity_notice:
            return Finding("declared-elsewhere", place, severity=Severity.INFO)
        if case[facts.document_kind].value == "class-spec":
            return Finding("class-spec", place, severity=Severity.INFO, related=related)
        if case.employer.federal_contractor:
            return Finding("contractor", place, severity=Severity.ERROR, related=related)
        if self._recipient(case):
            return Finding("recipient", place, severity=Severity.ERROR, related=related)
        if near is not None:
            return Finding(near.message, near.span, {"words": near.words})
        if self._may_be_recipient(case):
            return Finding("may-be-recipient", place)
        return Finding("missing", place)

    def _recipient(self, case: Case) -> bool:
        """Say whether the rule for recipients surely reaches this employer."""
        employees = case.employer.employees
        large = employees is not None and employees >= self.recipient_floor
        return bool(case.employer.recipient) and large

    def _may_be_recipient(self, case: Case) -> bool:
        """Say whether the rule for recipients may reach this employer, as far as is known."""
        if case.employer.recipient is False:
            return False
        employees = case.employer.employees
        if employees is not None and employees < self.recipient_floor:
            return False
        return bool(case.employer.recipient) or case[facts.employer_kind].value in _FUNDED

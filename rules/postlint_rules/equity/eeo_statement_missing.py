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

import postlint.rules as kit
from postlint_rules.equity._near import may_state, nearest

_RULE = "eeo-statement-missing"
_TABLE = kit.table(__package__, "equity")[_RULE]
_FUNDED = frozenset({kit.EmployerKind.SCHOOL, kit.EmployerKind.COLLEGE})

_SECTION = (kit.SectionKind.EQUAL_OPPORTUNITY, "Equal opportunity", _TABLE["statement"])
_NOT_HERE = frozenset({"declared-elsewhere", "class-spec", "leads-on"})


class EeoStatementMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY001",
        summary="The text has no statement of equal opportunity.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages=_TABLE["messages"],
        authority=kit.laws(
            "us-504-notice",
            "us-504-small-recipients",
            "us-contractor-tagline",
            "us-contractor-floors",
            "us-eeoc-advice",
        ),
        advice="Say that you are an equal opportunity employer, and name the grounds.",
        why="Applicants look for it, and some employers must state it.",
        tags=frozenset({"equal-opportunity"}),
    )
    applies = (kit.united_states,)
    what = "the statement"
    places = (kit.SectionKind.EQUAL_OPPORTUNITY, kit.SectionKind.HOW_TO_APPLY)

    recipient_floor: int = 15

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        statements = case[kit.facts.equal_opportunity].value
        whole = [each for each in statements if not each.short_form and not each.link_only]
        if not whole:
            for one in statements[:1]:
                message = "short-form" if one.short_form else "link-only"
                return kit.mark(case, message, one.span, severity=kit.Severity.INFO)
            return None
        spans = tuple(statement.span for statement in whole)
        classes = [each for statement in whole for each in statement.classes]
        if self._recipient(case) and "disability" not in {one.id for one in classes}:
            return kit.Finding("no-disability", spans[0], authority=(kit.law("us-504-notice"),))
        named = {each.name for each in classes}
        grounds = f", naming {len(named)} grounds" if len(named) > 1 else ""
        return kit.Passed(f"The employer says that it gives equal opportunity{grounds}.", spans)

    def elsewhere(self, case: kit.Case) -> kit.CannotTell | None:
        """Return why nobody can tell; a statement that is declared to stand elsewhere does."""
        if case.employer.equal_opportunity_notice:
            return None
        return super().elsewhere(case) or (None if nearest(case, _RULE) else may_state(case, _RULE))

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:  # noqa: ARG002
        """Return what the absence means for this employer, and a statement to fill in."""
        missing = self._missing(case)
        if missing.message_id in _NOT_HERE:
            return missing
        return missing._replace(fixes=kit.add_section(case.posting, *_SECTION))

    def _missing(self, case: kit.Case) -> kit.Finding:
        place = kit.gap_span(case, kit.SectionKind.EQUAL_OPPORTUNITY)
        near = nearest(case, _RULE)
        comes_near = "This comes near and is no statement."
        related = () if near is None else (kit.Related(near.span, comes_near),)
        if case.employer.equal_opportunity_notice:
            return kit.Finding("declared-elsewhere", place, severity=kit.Severity.INFO)
        if case[kit.facts.document_kind].value == "class-spec":
            return kit.Finding("class-spec", place, severity=kit.Severity.INFO, related=related)
        if case.employer.federal_contractor:
            return kit.Finding("contractor", place, severity=kit.Severity.ERROR, related=related)
        if self._recipient(case):
            return kit.Finding("recipient", place, severity=kit.Severity.ERROR, related=related)
        if near is not None:
            return kit.Finding(near.message, near.span, {"words": near.words})
        if self._may_be_recipient(case):
            return kit.Finding("may-be-recipient", place)
        return kit.Finding("missing", place)

    def _recipient(self, case: kit.Case) -> bool:
        """Say whether the rule for recipients surely reaches this employer."""
        employees = case.employer.employees
        large = employees is not None and employees >= self.recipient_floor
        return bool(case.employer.recipient) and large

    def _may_be_recipient(self, case: kit.Case) -> bool:
        """Say whether the rule for recipients may reach this employer, as far as is known."""
        if case.employer.recipient is False:
            return False
        employees = case.employer.employees
        if employees is not None and employees < self.recipient_floor:
            return False
        return bool(case.employer.recipient) or case[kit.facts.employer_kind].value in _FUNDED

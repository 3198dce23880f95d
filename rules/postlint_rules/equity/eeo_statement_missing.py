"""EQTY001: say that the employer does not discriminate.

## What it checks
Whether the text has a statement of equal opportunity or nondiscrimination by the employer.
"EOE" alone is a short form, and a link to the statement is only a link: both are information.
What comes near is named as what it is: a paragraph about pupils only, "affirmative action" alone, a
commitment to equity or a duty about it, a link whose words alone survived a copy.
A class specification is not an advertisement: information.
Declare `employer.equal-opportunity-notice = true` where the statement stands on the letterhead, in
the page's footer or on an insert: information.

## Why
Applicants look for it, and some employers owe it.
No federal law asks an ordinary private employer to print one; the finding is then about good
practice.
It is an error only for an employer declared to receive federal education funds and to have
`recipient-floor` people, 15 unless set, and for one declared a federal contractor.
A school district or college that is only inferred may be a recipient, and the finding stays a
warning.

## When not to use it
For postings that are only ever shown inside a page that has the statement: declare the notice
instead.

## Fix safety
An unsafe fix adds a section with a statement and placeholders for the employer and the grounds.
The statement is the employer's declaration, and its list of grounds depends on the place; the
placeholders are findings until they are filled in.
"""

from __future__ import annotations

from typing import NamedTuple

from postlint.rules import (
    Case,
    EmployerKind,
    Finding,
    Fix,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    add_section,
    facts,
    gap_span,
    gaps_of,
    inserted,
    law,
    laws,
    leads_on,
    pattern,
    phrases,
    quoted,
    sentence_at,
    united_states,
)

_WORDS = (
    "[Employer] is an equal opportunity employer and does not discriminate against applicants or "
    "employees on the basis of [grounds named in the law of your place and in your own policy]."
)
_RULE = "eeo-statement-missing"
_FUNDED = frozenset({EmployerKind.SCHOOL, EmployerKind.COLLEGE})

# What belongs in another text than this one.
_ASKS = pattern(r"\W*(?:Describe|Explain|Tell us|Give an example|How|What|Have you|Do you)\b")
_NOT_HERE = frozenset({"declared-elsewhere", "class-spec", "leads-on"})


class _Near(NamedTuple):
    """What comes nearest to a statement: the message that names it, its place and words."""

    message: str
    span: Span
    words: str


class EeoStatementMissing(Rule):
    """Say that the employer does not discriminate."""

    meta = RuleMeta(
        code="EQTY001",
        name=_RULE,
        summary="The text has no statement of equal opportunity.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={
            "missing": "No statement of equal opportunity or nondiscrimination is in the text.",
            "recipient": (
                "No statement of nondiscrimination is in the text, and recruitment material of an "
                "employer with federal education funds needs one on disability."
            ),
            "no-disability": (
                "The statement does not name disability; an employer with federal education funds "
                "says in its recruitment material that it does not discriminate by disability."
            ),
            "may-be-recipient": (
                "No statement of nondiscrimination is in the text; a school or college with "
                "federal education funds may need one in its recruitment material."
            ),
            "contractor": (
                "No statement of equal opportunity is in the text, and a federal contractor's "
                "needs to name disability and protected veterans."
            ),
            "class-spec": (
                "No statement of equal opportunity is in this class specification; an "
                "advertisement made from it may need one."
            ),
            "declared-elsewhere": (
                "No statement of equal opportunity is in this text; the employer's stands "
                "elsewhere, as declared."
            ),
            "short-form": "'{words}' is a short form; a sentence would tell applicants more.",
            "link-only": "'{words}' leads to a statement of equal opportunity; the text has none.",
            "leads-on": (
                "'{words}' leads elsewhere, and no statement of equal opportunity is in this text."
            ),
            "pupils-only": (
                "'{words}' speaks of pupils and not of applicants or employees; no statement of "
                "equal opportunity in work is in the text."
            ),
            "affirmative-action-only": (
                "'{words}' alone does not say that nobody is discriminated against."
            ),
            "commitment-only": (
                "'{words}' speaks for equity or inclusion and does not say that nobody is "
                "discriminated against."
            ),
        },
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

    recipient_floor: int = 15

    def check(self, case: Case) -> Outcomes:
        """Look for a statement; without one, say what its absence means for this employer."""
        statements = case[facts.equal_opportunity].value
        whole = [each for each in statements if not each.short_form and not each.link_only]
        if whole:
            named = {each.name for statement in whole for each in statement.classes}
            grounds = f", naming {len(named)} grounds" if len(named) > 1 else ""
            spans = tuple(statement.span for statement in whole)
            disability = {one.id for statement in whole for one in statement.classes}
            if self._recipient(case) and "disability" not in disability:
                rests_on = (law("us-504-notice"),)
                yield Finding("no-disability", spans[0], authority=rests_on)
                return
            yield Passed(f"The employer says that it gives equal opportunity{grounds}.", spans)
            return
        for statement in statements:
            message = "short-form" if statement.short_form else "link-only"
            words = {"words": quoted(case.posting, statement.span)}
            yield Finding(message, statement.span, words, severity=Severity.INFO)
        if statements:
            return
        gaps = gaps_of(case.posting, SectionKind.EQUAL_OPPORTUNITY, SectionKind.HOW_TO_APPLY)
        if gaps:
            yield inserted(gaps, "the statement")
            return
        missing = self._missing(case)
        if missing.message_id not in _NOT_HERE:
            missing = missing._replace(fixes=_statement(case))
        yield missing

    def _missing(self, case: Case) -> Finding:
        place = gap_span(case, SectionKind.EQUAL_OPPORTUNITY)
        near = _nearest(case)
        related = (
            () if near is None else (Related(near.span, "This comes near and is no statement."),)
        )
        if case.employer.equal_opportunity_notice:
            return Finding("declared-elsewhere", place, severity=Severity.INFO)
        if case[facts.document_kind].value == "class-spec":
            return Finding("class-spec", place, severity=Severity.INFO, related=related)
        if case.employer.federal_contractor:
            return Finding("contractor", place, severity=Severity.ERROR, related=related)
        if self._recipient(case):
            return Finding("recipient", place, severity=Severity.ERROR, related=related)
        if near is not None:
            # A text that names a fuller one is an abstract of it.
            abstract = case.hits[f"{_RULE}.full_text"]
            severity = Severity.INFO if abstract else Severity.WARNING
            return Finding(near.message, near.span, {"words": near.words}, severity=severity)
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


def _statement(case: Case) -> tuple[Fix, ...]:
    kind = SectionKind.EQUAL_OPPORTUNITY
    return add_section(case.posting, kind, "Equal opportunity", _WORDS)


def _asks(case: Case, span: Span) -> bool:
    """Say whether words are a question to applicants: "Describe a time when you ..."."""
    sentence = sentence_at(case.posting, span)
    return _ASKS.match(case.text, sentence.start, sentence.end) is not None


def _nearest(case: Case) -> _Near | None:
    """Return what comes nearest to a statement, the most misleading first."""
    posting, hits = case.posting, case.hits
    for denial in hits[f"{_RULE}.denial"]:
        sentence = sentence_at(posting, denial)
        about_work = hits.within(f"{_RULE}.work", sentence)
        if hits.within(f"{_RULE}.pupils", sentence) and not about_work:
            return _Near("pupils-only", sentence, quoted(posting, sentence))
    for words in hits[f"{_RULE}.affirmative_action"]:
        return _Near("affirmative-action-only", words, quoted(posting, words))
    for sentence in leads_on(case, f"{_RULE}.leads_on"):
        return _Near("leads-on", sentence, quoted(posting, sentence))
    for words in hits[f"{_RULE}.full_text"]:
        return _Near("leads-on", words, quoted(posting, words))
    commitment = case[facts.equity_commitment]
    if commitment.value and commitment.spans and not _asks(case, commitment.spans[0]):
        words = commitment.spans[0]
        return _Near("commitment-only", words, quoted(posting, words))
    return None

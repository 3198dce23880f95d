"""EQTY002: say what the employer does for equity and inclusion.

## What it checks
For school technology leaders, and for employers that declare
`employer.equity-commitment-expected = true`: whether a sentence outside the
legal statement says what the employer does for equity and inclusion.
Where only a duty of the post speaks of it, the rule cannot tell.
What is asked of applicants, as a qualification or in a questionnaire, is no such sentence.
The legal notice of equal opportunity is not such a sentence; `eeo-statement-missing` asks for that
one.
Where the law limits diversity statements and the employer is in its scope, the rule says nothing.

## Why
The notice says what the employer will not do; a commitment says what it does.
Districts that ask for one in their own policy want to know where it is missing.
Nobody is asked for one by a general law, and the rule never advises asking applicants for a
statement.

## When not to use it
Where the employer's policy asks for none: declare `employer.equity-commitment-expected = false`.

## Fix safety
An unsafe fix adds a sentence that is a placeholder for what the employer does.
A commitment is the employer's to make; the placeholder is a finding until it is filled in.
"""

import postlint.rules as kit
from postlint_rules.equity._near import of_applicants
from postlint_rules.equity._requests import request_law

_WORDS = (
    "Our commitment to equity and inclusion: [say what the employer does, such as how it hires, "
    "develops and keeps people]."
)
_A_DUTY = "what the employer does for equity or inclusion: only a duty of the post speaks of it"
_ELSEWHERE = (
    "what the employer does for equity or inclusion among its people: the words found are about "
    "the region or about others"
)
# "Supports equitable growth of the region", "Fellows share values of equity".
_OF_ELSE = kit.pattern(
    r"(?is)(?:[^.]*\bequitable\s+(?:\w+\W+){0,5}?(?:development|growth|transport\w*|housing)\b"
    r"(?!.*\b(?:divers|inclus|belong))|(?:our |the |these )?(?:fellows|alumni|graduates|students|"
    r"volunteers)\b[^.]*\bshare\b)"
)


def _expected(case: kit.Case) -> bool:
    expected = case.employer.equity_commitment_expected
    return bool(expected) or (expected is None and case[kit.facts.profile].value == "k12")


class EquityCommitmentMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY002",
        summary="Nothing says what the employer does for equity and inclusion.",
        highest=kit.Severity.WARNING,
        messages={
            "missing": "No sentence says what the employer does for equity or inclusion.",
            "expected": "No sentence says what the employer does for equity or inclusion, and its "
            "policy expects one.",
        },
        authority=kit.laws(
            "local-policy",
            "us-tx-statements-schools",
            "us-tx-statements-colleges",
            "us-ut-statements",
            "us-fl-statements",
            "us-nh-statements",
        ),
        advice="Say in a sentence what you do for equity and inclusion.",
        why="A statement of law says nothing about practice.",
    )
    applies = (kit.only(_expected, "Nobody expects a commitment of this employer."),)
    passing = "A sentence commits the employer to equity or inclusion."
    what = "the commitment"
    places = (kit.SectionKind.EQUAL_OPPORTUNITY, kit.SectionKind.ORGANIZATION)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        limit = request_law(case)
        if limit is not None and limit.in_scope:
            return kit.NotApplicable(f"Silent, because of a limit in {limit.place}.")
        commitment = case[kit.facts.equity_commitment]
        # "Describe a time when ..." and "Demonstrated commitment" are asked of applicants.
        if named := tuple(span for span in commitment.spans if not _of_applicants(case, span)):
            duties = kit.merged(duty.span for duty in case.posting.duties)
            # What whoever holds the post is to do is no promise of the house.
            own = tuple(span for span in named if not kit.touches(duties, span))
            ours = tuple(span for span in own if not _OF_ELSE.match(case.text, *span))
            if ours:
                return kit.Passed(self.passing, ours)
            return kit.CannotTell(_ELSEWHERE if own else _A_DUTY, own or named)
        if limit is None:
            return None
        known = f"the place or kind of employer; {limit.place} limits some"
        return kit.CannotTell(f"{known}, so that one may be out of place", authority=(limit.law,))

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:
        """Return that nothing is said: graver where the employer's policy expects it."""
        expected = case.employer.equity_commitment_expected
        message, severity = ("expected", kit.Severity.WARNING) if expected else ("missing", None)
        section = (kit.SectionKind.EQUAL_OPPORTUNITY, "Equity and inclusion", _WORDS)
        fixes = kit.add_section(case.posting, *section)
        missing = self.missing(case, found, message)
        return missing._replace(severity=severity, fixes=fixes)


def _of_applicants(case: kit.Case, span: kit.Span) -> bool:
    if any(span.overlaps(one) for one in case[kit.facts.equal_opportunity].spans):
        return False  # the employer's, wherever it stands
    return of_applicants(case, span)

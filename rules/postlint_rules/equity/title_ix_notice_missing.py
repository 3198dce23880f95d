"""EQTY007: name the Title IX coordinator, where the notice stands in postings.

## What it checks
Where a school or college is declared to receive federal education funds: whether "Title IX" stands
in the posting, or a page with the notice is linked.

## Why
The rule of 2020 wants applicants told of the policy and the coordinator.
It names websites, handbooks and catalogs, and no posting; so the rule is off unless it is selected.

## When not to use it
Where the website carries the notice, as the rule wants.
"""

import postlint.rules as kit

_TEACH = (kit.EmployerKind.SCHOOL, kit.EmployerKind.COLLEGE)


def _teaches_with_funds(case: kit.Case) -> bool:
    return bool(case.employer.recipient) and case[kit.facts.employer_kind].value in _TEACH


class TitleIxNoticeMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY007",
        summary="A recipient's posting does not speak of Title IX.",
        messages={"missing": "Neither Title IX nor a page with the notice is named."},
        authority=kit.laws("us-title-ix-notice"),
        advice="Name Title IX and where the notice stands.",
        why="Schools with federal funds must tell applicants of it.",
        tags=frozenset({"equal-opportunity"}),
        stability=kit.Stability.PREVIEW,
        default_on=False,
    )
    applies = (
        kit.united_states,
        kit.only(
            _teaches_with_funds,
            "The employer is no school or college that is declared to receive funds.",
        ),
    )
    passing = "The notice is named."
    places = (kit.SectionKind.EQUAL_OPPORTUNITY,)

    def evidence(self, case: kit.Case) -> tuple[kit.Span, ...]:
        """Return where the notice is named; what the post has to do with it is no notice."""
        duties = [duty.span for duty in case.posting.duties]
        return tuple(hit for hit in super().evidence(case) if not kit.touches(duties, hit))

"""LEAD003: let the duties of a head of technology lead.

## What it checks
How the duties divide into four parts, as the report's bar and measures show them:

- *leadership and vision*: strategy, policy, governance, change, advice to the chief executive;
- *education, people and community*: instruction, professional learning, staff, the people served;
- *managing technology*: a leading verb that governs technology, data, vendors or money;
- *hands-on work*: doing it oneself.

Duties that only leave the list open, repeated ones, and what is asked of applicants do not count.
One finding says the first that is so:

- hands-on work is more than `hands-on-warn` (0.20) of the duties;
- the first two parts together are less than `framework-warn` (0.50);
- from eight duties on, fewer than `least-leading` (4) are in the first two parts;
- from eight duties on, the first two parts together are less than `framework-info` (0.70), also if
  one more duty were in them, which is information: one in ten is classed as no reader would.

It lists the duties of the largest and of the smallest part, with the words that decided.
With fewer than `least-duties` (6) in the four parts, or more than `most-unclassified` (0.40) of all
in none, or where the text leads to a full description, the rule cannot tell.

## Why
A posting that lists installing and repairing attracts people who install and repair.
The certification of school technology leaders weighs 70 per cent of what it examines outside the
management of technology; that a fifth of the work is technical is the statement of an association's
executive, and no measurement.
The limits 0.50 and 4 are choices of this project.
So few real postings for heads of technology were at hand that the share of those it fails says
little; it failed two of three.

## When not to use it
For a school whose head of technology is its only technician; say so in the posting instead.
"""

import postlint.rules as kit
from postlint_rules.leadership._duties import leading_spans, listed, parts_of
from postlint_rules.leadership._profile import at_home, leadership_meta

# Below so many duties a number of leading ones says no more than their share.
_LONG = 8


def _share(default: float) -> float:
    made: float = kit.field(default=default, validator=kit.between(0.0, 1.0))
    return made


def _per_cent(share: float) -> int:
    return round(share * 100)


@kit.frozen(kw_only=True, eq=False, repr=False)
class LeadershipDutyShare(kit.Rule):
    meta = leadership_meta(
        code="LEAD003",
        summary="Too few leadership duties, or too much hands-on work.",
        severity=kit.Severity.WARNING,
        messages={
            "hands-on": "{hands_on}% of the duties are hands-on work: of {n}, {parts}.",
            "framework-low": "Less than {limit}% of the duties are about leadership or people: of "
            "{n}, {parts}.",
            "few-leading": "Fewer than {limit} duties are about leadership or people: of {n}, "
            "{parts}.",
            "framework-short": "{leading}% of the duties are about leadership or people, where "
            "certification weighs {limit}%: of {n}, {parts}.",
        },
        authority=kit.laws("cosn-outline", "education-week", "eschool-news-2016"),
        advice="Put leading duties first, and leave hands-on work to the team.",
        why="A leader's day filled with repairs leaves nobody leading.",
        tags=frozenset({"duties"}),
    )
    applies = (at_home, kit.has_duties, kit.one_posting)
    hands_on_warn: float = _share(0.20)
    framework_warn: float = _share(0.50)
    framework_info: float = _share(0.70)
    most_unclassified: float = _share(0.40)
    least_duties: int = kit.field(default=6, validator=kit.between(0))
    least_leading: int = kit.field(default=4, validator=kit.between(0))

    def check(self, case: kit.Case) -> kit.Outcomes:
        counts = case[kit.facts.duty_counts].value
        n = counts.classified
        if n < self.least_duties or counts.unclassified_share > self.most_unclassified:
            counted = (
                f"{n} of {counts.total} duties could be classed, and {self.least_duties} are needed"
            )
            yield kit.CannotTell(f"how much of the work leads: {counted}")
            return
        leading, hands_on = _per_cent(counts.framework_share), _per_cent(counts.hands_on_share)
        data = {"n": n, "parts": parts_of(counts), "leading": leading, "hands_on": hands_on}
        judged = self._judge(counts, leading, hands_on)
        if judged is None:
            reason = f"{leading}% of the duties are about leadership or people: of {n}, "
            yield kit.Passed(f"{reason}{data['parts']}.", leading_spans(case))
            return
        leads = case[kit.facts.full_description]
        if leads.value:
            words = kit.quoted(case.posting, leads.spans[0])
            yield kit.CannotTell(f"how much of the work leads: '{words}' leads to a text with more")
            return
        message, data["limit"] = judged
        severity = kit.Severity.INFO if message == "framework-short" else None
        place = kit.gap_span(case, kit.SectionKind.DUTIES)
        yield kit.Finding(message, place, data, severity=severity, related=listed(case, counts))

    def _judge(
        self, counts: kit.facts.DutyProfile, leading: int, hands_on: int
    ) -> tuple[str, int] | None:
        """Return the first message that holds, and its limit; shares as they are printed."""
        most, low, short = map(
            _per_cent, (self.hands_on_warn, self.framework_warn, self.framework_info)
        )
        if hands_on > most:
            return "hands-on", most
        if leading < low:
            return "framework-low", low
        if counts.classified >= _LONG and counts.lead_count < self.least_leading:
            return "few-leading", self.least_leading
        with_one_more = _per_cent((counts.lead_count + 1) / counts.classified)
        enough = with_one_more >= short or counts.classified < _LONG
        return None if enough else ("framework-short", short)

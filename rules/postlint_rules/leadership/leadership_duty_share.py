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
- from twelve duties on, they are less than `framework-info` (0.70), which is information.

It lists the duties of the largest and of the smallest part, with the words that decided.
One duty in ten is classed as no reader would: where as many (at least one) of the duties that do
not lead would change what is said if they did, and those in no part with them, the rule cannot
tell. Nor can it with fewer than `least-duties` (6) in the four parts, with more than
`most-unclassified` (0.40) of all in none, or where the text leads to a full description.

## Why
A posting that lists installing and repairing attracts people who install and repair.
The certification of school technology leaders weighs 70 per cent of what it examines outside the
management of technology; the other limits are choices of this project.

## When not to use it
For a school whose head of technology is its only technician; say so in the posting instead.
"""

import postlint.rules as kit
from postlint_rules.leadership._duties import at_best, leading_spans, parts_of, shown
from postlint_rules.leadership._profile import at_home, leadership_meta

# From so many duties on, a number of leading ones is judged, and then a share near enough.
_LONG, _LONGER = 8, 12


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
        judged = self._judge(counts)
        if judged is None:
            reason = f"{leading}% of the duties are about leadership or people: of {n}, "
            yield kit.Passed(f"{reason}{data['parts']}.", leading_spans(case))
            return
        if leads := kit.more_elsewhere(case, "how much of the work leads"):
            yield leads
            return
        message, data["limit"] = judged
        unshown = counts.d - len(kit.hands_on_spans(case))
        if (self._judge(at_best(counts, unshown)) or ("",))[0] != message:
            says = (
                f"{leading}% by this count, with {hands_on}% done by hand, and a few of {n} may err"
            )
            yield kit.CannotTell(f"how much of the work leads: {says}")
            return
        severity = kit.Severity.INFO if message == "framework-short" else None
        place = kit.gap_span(case, kit.SectionKind.DUTIES)
        yield kit.Finding(message, place, data, severity=severity, related=shown(case, counts))

    def _judge(self, counts: kit.facts.DutyProfile) -> tuple[str, int] | None:
        """Return the first message that holds, and its limit; shares as they are printed."""
        leading, hands_on = _per_cent(counts.framework_share), _per_cent(counts.hands_on_share)
        most, low, short = map(
            _per_cent, (self.hands_on_warn, self.framework_warn, self.framework_info)
        )
        if hands_on > most:
            return "hands-on", most
        if leading < low:
            return "framework-low", low
        if counts.classified >= _LONG and counts.lead_count < self.least_leading:
            return "few-leading", self.least_leading
        enough = leading >= short or counts.classified < _LONGER
        return None if enough else ("framework-short", short)

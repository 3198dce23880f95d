"""LEAD003: let the duties of a head of technology lead.

## What it checks
How many of the duties lead, and how many are technical work done with one's own hands.
Each duty falls into one bucket:

- *leadership and vision*: strategy, policy, governance, change, advice to the chief executive;
- *the educational environment*: instruction, professional learning, staff, the people served; for
  cities and counties, *people and community*;
- *managing technology*: a leading verb that governs technology, data, vendors or money;
- *hands-on work*: doing it oneself.

A duty is one item of the lists of duties; where there are none, one sentence of them.
Duties that only leave the list open, and repeated ones, are not counted.
What is asked of applicants is never counted: "Knowledge of database design" is no duty.

What is found:

- fewer than `least-duties` (6) duties have a bucket, or more than `most-unclassified` (0.40) of all
  have none: information that they are too few to judge, and nothing else;
- hands-on work above `hands-on-warn` (0.20), and in stronger words above `hands-on-strong` (0.30):
  a warning;
- the first two buckets together below `framework-info` (0.70): information; below
  `framework-warn` (0.50): a warning;
- fewer than `least-leading` (4) duties in the first two buckets: a warning, where their share has
  not brought one.

Every finding prints the counts; the first lists the duties of the largest and of the smallest
bucket as related places, with the words that decided, so that a reader can disagree.
Shares are compared as they are printed, to the whole per cent.

## Why
A posting that lists installing and repairing attracts people who install and repair.
The certification of school technology leaders weighs 70 per cent of what it examines outside the
management of technology.
The often quoted 80/20, leading against technical work, is the statement of an association's
executive, and not a measurement; the limits are configuration.
The limits 0.50 and 4 are choices of this project.

## When not to use it
For a school whose head of technology is its only technician; say so in the posting instead.

## Fix safety
No fix: only the employer knows the work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import field, frozen, validators

from postlint.rules import (
    Case,
    Duty,
    Finding,
    Outcomes,
    Passed,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    facts,
    gap_span,
    has_duties,
    laws,
)
from postlint_rules.leadership._duties import counted_duties

_COUNTS = "{a} {lead}, {b} {concern} {environment}, {c} {manage} technology, {d} {are} hands-on"
_CAVEAT = "the 80/20 figure is an association executive's statement, not a measurement"
_A_SHARE = (validators.ge(0.0), validators.le(1.0))


def _share(default: float) -> float:
    share: float = field(default=default, validator=validators.and_(*_A_SHARE))
    return share


def _count(default: int) -> int:
    count: int = field(default=default, validator=validators.instance_of(int))
    return count


@frozen(kw_only=True, eq=False, repr=False)
class LeadershipDutyShare(Rule):
    """Let the duties of a head of technology lead."""

    meta = RuleMeta(
        code="LEAD003",
        name="leadership-duty-share",
        summary="Too few leadership duties, or too much hands-on work.",
        severity=Severity.WARNING,
        messages={
            "too-few": "{classified} duties that can be counted are too few to judge.",
            "too-unclear": (
                "{unclassified} of {total} duties do not say whether they lead or are technical "
                "work; the others are too few to judge."
            ),
            "hands-on-strong": (
                "{hands_on} of the duties are hands-on work, more than {limit}: of {n}, "
                f"{_COUNTS}; {_CAVEAT}."
            ),
            "hands-on": (
                "{hands_on} of the duties are hands-on work, more than the {limit} often named: "
                f"of {{n}}, {_COUNTS}; {_CAVEAT}."
            ),
            "framework-low": (
                "{framework} of the duties lead or concern {environment}, less than {limit}: of "
                f"{{n}}, {_COUNTS}; {_CAVEAT}."
            ),
            "framework-short": (
                "{framework} of the duties lead or concern {environment}, less than the {limit} "
                f"of the certification outline: of {{n}}, {_COUNTS}; {_CAVEAT}."
            ),
            "few-leading": (
                "{leading} of the duties lead or concern {environment}, fewer than {limit}: of "
                f"{{n}}, {_COUNTS}; {_CAVEAT}."
            ),
        },
        authority=laws("cosn-outline", "education-week", "eschool-news-2016"),
        advice="Put leading duties first, and leave hands-on work to the team.",
        why="A leader's day filled with repairs leaves nobody leading.",
        since="0.1",
        tags=frozenset({"duties"}),
        profiles=frozenset({"k12", "public"}),
    )
    applies = (has_duties,)
    hands_on_warn: float = _share(0.20)
    hands_on_strong: float = _share(0.30)
    framework_warn: float = _share(0.50)
    framework_info: float = _share(0.70)
    most_unclassified: float = _share(0.40)
    least_duties: int = _count(6)
    least_leading: int = _count(4)

    def check(self, case: Case) -> Outcomes:
        """Yield what the counts say."""
        duties = counted_duties(case)
        counts = facts.duty_profile([found for _, found in duties])
        unclear = counts.unclassified_share > self.most_unclassified
        if unclear or counts.classified < self.least_duties:
            data = {
                "classified": counts.classified,
                "unclassified": counts.unclassified,
                "total": counts.total,
            }
            message = "too-unclear" if unclear else "too-few"
            yield Finding(message, _anchor(case), data, severity=Severity.INFO)
            return
        findings = list(self._judge(case, duties, counts))
        yield from findings
        if not findings:
            leading = tuple(duty.span for duty, found in duties if found.bucket in ("A", "B"))
            yield Passed(_Report(case, counts).sentence(), leading)

    def _judge(
        self, case: Case, duties: Sequence[tuple[Duty, facts.DutyClass]], counts: facts.DutyProfile
    ) -> Iterator[Finding]:
        report = _Report(case, counts)
        # The duties are listed once, however many shares are out of bounds.
        listed = iter((_related(case, duties, counts),))
        hands_on, framework = counts.hands_on_share, counts.framework_share

        def found(message: str, limit: object, severity: Severity | None = None) -> Finding:
            data = {**report.data(), "limit": limit}
            return Finding(
                message, _anchor(case), data, severity=severity, related=next(listed, ())
            )

        if _per_cent(hands_on) > _per_cent(self.hands_on_strong):
            yield found("hands-on-strong", _show(self.hands_on_strong))
        elif _per_cent(hands_on) > _per_cent(self.hands_on_warn):
            yield found("hands-on", _show(self.hands_on_warn))
        if _per_cent(framework) < _per_cent(self.framework_warn):
            yield found("framework-low", _show(self.framework_warn))
        else:
            if _per_cent(framework) < _per_cent(self.framework_info):
                yield found("framework-short", _show(self.framework_info), Severity.INFO)
            if counts.lead_count < self.least_leading:
                yield found("few-leading", self.least_leading)


def _per_cent(share: float) -> int:
    return round(share * 100)


def _show(share: float) -> str:
    return f"{_per_cent(share)}%"


class _Report(NamedTuple):
    """The counts, in words."""

    case: Case
    counts: facts.DutyProfile

    def data(self) -> dict[str, object]:
        counts = self.counts
        public = self.case[facts.profile].value == "public"
        return {
            "n": counts.classified,
            "a": counts.a,
            "b": counts.b,
            "c": counts.c,
            "d": counts.d,
            "leading": counts.lead_count,
            "lead": "leads" if counts.a == 1 else "lead",
            "hands_on": _show(counts.hands_on_share),
            "framework": _show(counts.framework_share),
            "environment": "people and community" if public else "education and people",
            "concern": "concerns" if counts.b == 1 else "concern",
            "manage": "manages" if counts.c == 1 else "manage",
            "are": "is" if counts.d == 1 else "are",
        }

    def sentence(self) -> str:
        data = self.data()
        return f"{data['framework']} of the duties lead or concern {data['environment']}: of " + (
            f"{{n}}, {_COUNTS}.".format_map(data)
        )


_BUCKET_NAMES: dict[facts.Bucket, str] = {
    "A": "leadership and vision",
    "B": "education and people",
    "C": "managing technology",
    "D": "hands-on work",
}


def _related(
    case: Case, duties: Sequence[tuple[Duty, facts.DutyClass]], counts: facts.DutyProfile
) -> tuple[Related, ...]:
    """List the duties of the largest bucket and of the smallest that has any."""
    sizes = dict(zip(facts.BUCKETS, (counts.a, counts.b, counts.c, counts.d), strict=True))
    filled = [bucket for bucket in facts.BUCKETS if sizes[bucket]]
    shown = {max(filled, key=sizes.__getitem__), min(filled, key=sizes.__getitem__)}
    names = dict(_BUCKET_NAMES)
    if case[facts.profile].value == "public":
        names["B"] = "people and community"
    return tuple(
        Related(duty.span, f"Counted as {names[found.bucket]}{_because(found)}.")
        for duty, found in duties
        if found.bucket in shown
    )


def _quoted(words: str) -> str:
    return f"'{words}'"


def _because(found: facts.DutyClass) -> str:
    """Return the words that spoke loudest for what the duty was taken for."""
    spoke = [one for one in found.evidence if one.label == found.label and one.weight > 0]
    spoke.sort(key=lambda one: -one.weight)
    words = sorted(spoke[:2], key=lambda one: one.span)
    return f", by {' and '.join(_quoted(one.words) for one in words)}" if words else ""


def _anchor(case: Case) -> Span:
    return gap_span(case.posting, SectionKind.DUTIES)

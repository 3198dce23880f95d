"""QUAL004: say each requirement one way.

## What it checks
Whether the same degree is required in one place and preferred in another, whether two sentences
require different years of experience in the same thing, and whether one sentence calls a thing
required and preferred at once, as "preferred at a minimum" does.
"Ten years, seven of which" in one sentence is no contradiction.

## Why
Nobody can tell whether to apply, and two readers will screen differently.

## When not to use it
For postings of several levels at once.
"""

import postlint.rules as kit
from postlint_rules.qualifications._required import has_requirements, is_answer, is_wanted

_BOTH = kit.pattern(
    r"\b(?:preferred (?:at|as) a minimum|minimum (?:is )?preferred"
    r"|required (?:\w+ ){0,4}(?:is|are) (?:preferred|desirable)|preferred (?:and|but) required"
    r"|must (?:preferably|ideally)|is required (?:and|but) (?:is )?preferred)\b"
)


class QualificationContradiction(kit.FaultsRule):
    meta = kit.RuleMeta(
        code="QUAL004",
        summary="A requirement is stated in two ways.",
        severity=kit.Severity.WARNING,
        messages={
            "both": "'{words}' says required and preferred at once.",
            "degree": "'{words}' is required here and preferred in another place.",
            "none": "'{words}' is required here, and another sentence asks for no degree.",
            "years": "'{words}' and '{other}' ask for different years of the same experience.",
        },
        authority=kit.laws("hiring-practice"),
        advice="Say it once, as required or as preferred.",
        why="Applicants cannot tell whether to apply.",
    )
    applies = (has_requirements, kit.one_posting)
    passing = "No degree or experience was found that is asked for in two ways."

    def faults(self, case: kit.Case) -> kit.Findings:
        for match in kit.found_at(case, _BOTH, f"{self.meta.name}.first"):
            yield kit.mark(case, "both", kit.Span(*match.span()))
        yield from _degrees(case)
        yield from _no_degree(case)
        yield from _years(case)

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return (*case[kit.facts.degrees].spans, *case[kit.facts.experience].spans)


def _degrees(case: kit.Case) -> kit.Findings:
    mentions = [
        one
        for one in case[kit.facts.degrees].value
        if one.level != "degree"
        and kit.in_requirements_at(case.posting, one.span.start)
        and not is_answer(case, one.span)
    ]
    optional: dict[tuple[str, str], list[kit.Span]] = {}
    for one in mentions:
        if not one.required:
            optional.setdefault(_which(one), []).append(one.span)
    for one in mentions:
        here = kit.sentence_at(case.posting, one.span)
        if not one.required or _NOT_REQUIRED.search(case.text, here.start, here.end):
            continue
        other = next((o for o in optional.get(_which(one), ()) if not here.contains(o)), None)
        if other is not None:
            also = "It is preferred here."
            yield kit.mark(case, "degree", one.span, again=(other,), also=also)
            return


def _no_degree(case: kit.Case) -> kit.Findings:
    """Yield a degree that is required where another sentence says that none is."""
    none = next(kit.found_at(case, _NO_DEMAND, "qualification-contradiction.none"), None)
    required = (one.span for one in case[kit.facts.degrees].value if one.required)
    first = next((one for one in required if kit.in_requirements_at(case.posting, one.start)), None)
    if none is None or first is None:
        return
    place = kit.Span(*none.span())
    if not kit.sentence_at(case.posting, first).overlaps(place):
        yield kit.mark(case, "none", first, again=(place,), also="None is asked for here.")


def _which(one: kit.facts.DegreeMention) -> tuple[str, str]:
    return one.level, one.subject or ""


_NO_DEMAND = kit.pattern(
    r"(?:no (?:college |university )?degree|a (?:college |university )?degree is not)"
    r" (?:is |will be )?(?:required|needed|necessary|asked for)\b"
)
_NOT_REQUIRED = kit.pattern(r"(?i)\bnot required\b|\bpreferabl[ey]\b")
# Alternatives, levels and substitutions ask for different years on purpose.
_ALTERNATIVE = kit.pattern(
    r"(?i)\bor\b|\bsubstitut|\blieu\b|\boption|\blevel|\bclass\b|\bpath|\bplus\b|\bwhich\b|\?|\bif\b"
    r"|\bdegree|\bdiploma|\b(?:I|II|III|IV)\b"
)


# Words for work of any kind: two demands of it may be of two things.
_ANY_WORK = frozenset(
    " experience work job similar related relevant professional progressive responsible paid"
    " full-time management supervisory leadership practical prior previous total direct".split(" ")
)


def _years(case: kit.Case) -> kit.Findings:
    seen: dict[str, kit.facts.ExperienceMention] = {}
    for one in case[kit.facts.experience].value:
        subject = " ".join((one.subject or "").lower().split())
        if not one.required or subject in _ANY_WORK or not is_wanted(case, one):
            continue
        other = seen.setdefault(subject, one)
        between = case.text[other.span.start : kit.sentence_at(case.posting, one.span).end]
        if (one.low, one.high) != (other.low, other.high) and not _ALTERNATIVE.search(between):
            data, also = {"other": kit.quoted(case.posting, other.span)}, "It is asked for here."
            yield kit.mark(case, "years", one.span, data, again=(other.span,), also=also)
            return

"""ADA007: tie physical demands to duties.

## What it checks
Where a text asks for lifting, climbing, kneeling, or standing and walking for long: whether a duty
does work with the body.
"Carries out audits" and "builds consensus" are no such work, "delivers" is where a thing to carry
is named, teaching and patrols answer standing and not lifting, and a duty that oversees work with
the body does not need the body for it.
Lifting of 25 pounds or more (`heavy-pounds`), climbing and kneeling are a warning, the rest is
information.
Lifting of less, or of files and papers, is the desk's own; a demand that tells its task ("to
retrieve and store books") is tied to it; a sentence that says there is no lifting demands none.
Sitting, talking and the use of a keyboard are the desk's own and not asked about.

## Why
A demand that no function needs screens people out for nothing.
Copied boilerplate asks executives to kneel and to carry 25 pounds: three in four postings that
demand such a thing name no duty with it, and readers found most of these findings worth having.
The bound of 25 pounds is the project's choice.

## When not to use it
Where the duties stand in another document.
"""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import postlint.rules as kit
from postlint_rules.ada._body import bodily_duties, duties_on_feet

_RULE = "physical-demand-unlinked"
_DEMANDS: Mapping[str, Mapping[str, Any]] = kit.table(__package__, "ada")[_RULE]["demands"]
_PLACES = (kit.SectionKind.PHYSICAL, kit.SectionKind.WORKING_CONDITIONS)
_POUNDS = kit.pattern(r"(?i)(\d{1,3})[ \t\r\n+)-]{0,3}(?:pounds?|lbs?)\b")
_TASK = kit.pattern(
    r"(?i)\bto (?:retrieve|store|stock|shelve|load|unload|file|deliver|set up|restrain)\b"
)
# Things of the desk, and things that are none.
_LIGHT = kit.pattern(
    r"(?i)\b(?:light[- ]?weight|light (?:lifting|(?:\w+ )?(?:objects?|items?|loads?))"
    r"|negligible|papers?|paperwork|files|documents|folders)\b"
)
_BULKY = kit.pattern(r"(?i)\b(?:box|boxes|equipment|furniture|heavy|heavier|medium|machin\w+)\b")
_DESK = 1  # what light is, in pounds
_NAMED = 4  # words a message names before it says "and more"
# How much of a sentence is read for its weights.
_REACH = 400


class PhysicalDemandUnlinked(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA007",
        summary="A physical demand stands with no duty that needs it.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.WARNING,
        messages={
            "unlinked": (
                "{demands} {are} demanded, and no duty listed seems to need {them}; say in a duty "
                "what is lifted, reached or moved, or take the demand out."
            ),
        },
        authority=kit.laws("us-ada-criteria", "us-ada-appendix-criteria"),
        advice="Name the duty that needs the demand, or take the demand out.",
        why="A demand without a duty screens people out unfairly.",
        tags=frozenset({"physical-demands"}),
    )
    applies = (kit.united_states,)
    phrases: ClassVar[Mapping[str, Iterable[str]]] = {
        **kit.phrases(__package__, "ada", _RULE),
        **{f"{_RULE}.demand.{key}": kit.lines(one["demand"]) for key, one in _DEMANDS.items()},
    }

    heavy_pounds: int = 25

    def check(self, case: kit.Case) -> kit.Outcomes:
        asked = {key: places for key in _DEMANDS if (places := self._asked(case, key))}
        if not asked:
            yield kit.NotApplicable(
                "No sentence asks for lifting, carrying, climbing, kneeling or long standing."
            )
            return
        if not case.posting.duties:
            yield kit.NotApplicable("The posting has no list of duties to compare.")
            return
        bodily = bodily_duties(case, _RULE)
        on_feet = bodily or duties_on_feet(case, _RULE)
        answers = {key: on_feet if "on-feet" in _DEMANDS[key] else bodily for key in asked}
        if all(answers.values()):
            said = dict.fromkeys(
                f"'{case.posting.passage(words[0]).text}' for {_DEMANDS[key]['name']}"
                for key, words in answers.items()
            )
            spans = tuple(sorted({span for words in answers.values() for span in words}))
            yield kit.Passed(f"Duties may need what is demanded: {', '.join(said)}.", spans)
        else:
            yield self._unlinked(case, {key: asked[key] for key in asked if not answers[key]})

    def _unlinked(self, case: kit.Case, lacking: Mapping[str, tuple[kit.Span, ...]]) -> kit.Finding:
        first, *_ = spans = sorted(span for places in lacking.values() for span in places)
        words = list(dict.fromkeys(f"'{case.posting.passage(one).text.lower()}'" for one in spans))
        shown = words if len(words) <= _NAMED else [*words[: _NAMED - 1], "more"]
        listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
        are, them = ("is", "it") if len(words) == 1 else ("are", "them")
        related = tuple(
            kit.Related(places[0], f"Asks for {_DEMANDS[key]['name']}.")
            for key, places in lacking.items()
            if places[0] != first
        )
        heavy = any(
            "heavy" in _DEMANDS[key]
            or ("weight" in _DEMANDS[key] and _pounds(case, span) >= self.heavy_pounds)
            for key, places in lacking.items()
            for span in places
        )
        data = {"demands": listed, "are": are, "them": them}
        severity = kit.Severity.WARNING if heavy else kit.Severity.INFO
        return kit.Finding("unlinked", first, data, severity=severity, related=related)

    def _asked(self, case: kit.Case, key: str) -> tuple[kit.Span, ...]:
        """Return where a demand stands: in a section on demands, or a sentence that states some."""
        places = case.hits[f"{_RULE}.demand.{key}"]
        if not places:
            return ()
        stated = kit.merged(case[kit.facts.physical_demands].spans)
        other = kit.merged(self.hits(case, "figurative"))
        duties = kit.merged(duty.span for duty in case.posting.duties)
        return tuple(
            span
            for span in places
            if not kit.touches(other, span)
            and (
                case.posting.section_at(span.start).kind in _PLACES
                or (kit.touches(stated, span) and not kit.touches(duties, span))
            )
            and self._counts(case, key, span)
        )

    def _counts(self, case: kit.Case, key: str, span: kit.Span) -> bool:
        """Say whether a demand is one that the desk does not make, and that no task explains."""
        sentence = kit.sentence_at(case.posting, span)
        if kit.denied(case, span, sentence) or _TASK.search(
            case.text, span.end, min(sentence.end, span.end + _REACH)
        ):
            return False
        least = {"any": 0, "weighed": self.heavy_pounds}.get(_DEMANDS[key].get("weight", ""))
        pounds = _pounds(case, span)
        return least is None or pounds >= self.heavy_pounds or pounds == least


def _pounds(case: kit.Case, span: kit.Span) -> int:
    """Return the greatest weight named beside a demand in its sentence, or 0."""
    sentence = kit.sentence_at(case.posting, span)
    near = max(sentence.start, span.start - _REACH), min(sentence.end, span.start + _REACH)
    weights = [int(found[1]) for found in _POUNDS.finditer(case.text, *near)]
    light = _LIGHT.search(case.text, *near) and not _BULKY.search(case.text, *near)
    return max(weights, default=_DESK if light else 0)

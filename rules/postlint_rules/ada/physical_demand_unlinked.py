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

from collections.abc import Mapping

import postlint.rules as kit
from postlint_rules.ada._body import bodily_duties, duties_on_feet
from postlint_rules.ada._demands import DEMANDS, PHRASES, demand_places, pounds_at

_NAMED = 4  # words a message names before it says "and more"


class PhysicalDemandUnlinked(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA007",
        summary="A physical demand stands with no duty that needs it.",
        highest=kit.Severity.WARNING,
        messages={
            "unlinked": "{demands} {are} demanded, and no duty listed seems to need {them}; say "
            "in a duty what is lifted, reached or moved, or take the demand out.",
        },
        authority=kit.laws("us-ada-criteria", "us-ada-appendix-criteria"),
        advice="Name the duty that needs the demand, or take the demand out.",
        why="A demand without a duty screens people out unfairly.",
        tags=frozenset({"physical-demands"}),
    )
    reads = kit.OF_THE_JOB
    compares = True
    applies = (kit.united_states,)
    phrases = PHRASES

    heavy_pounds: int = 25

    def check(self, case: kit.Case) -> kit.Outcome:
        found = ((key, demand_places(case, key, self.heavy_pounds)) for key in DEMANDS)
        demanded = {key: places for key, places in found if places}
        if not demanded:
            return kit.NotApplicable(
                "No sentence was found that asks for lifting, carrying, climbing, kneeling or long "
                "standing."
            )
        if not case.posting.duties:
            return kit.NotApplicable("The posting has no list of duties to compare.")
        bodily = bodily_duties(case, self.meta.name)
        on_feet = bodily or duties_on_feet(case, self.meta.name)
        answers = {key: on_feet if "on-feet" in DEMANDS[key] else bodily for key in demanded}
        lacking = {key: demanded[key] for key, words in answers.items() if not words}
        return self._unlinked(case, lacking) if lacking else _linked(case, answers)

    def _unlinked(self, case: kit.Case, lacking: Mapping[str, tuple[kit.Span, ...]]) -> kit.Finding:
        first, *_ = spans = sorted(span for places in lacking.values() for span in places)
        words = list(dict.fromkeys(f"'{case.posting.passage(one).text.lower()}'" for one in spans))
        shown = words if len(words) <= _NAMED else [*words[: _NAMED - 1], "more"]
        are, them = ("is", "it") if len(words) == 1 else ("are", "them")
        related = tuple(
            kit.Related(places[0], f"Asks for {DEMANDS[key]['name']}.")
            for key, places in lacking.items()
            if places[0] != first
        )
        heavy = any(self._is_heavy(case, key, one) for key in lacking for one in lacking[key])
        data = {"demands": kit.joined(shown), "are": are, "them": them}
        severity = kit.Severity.WARNING if heavy else kit.Severity.INFO
        return kit.Finding("unlinked", first, data, severity=severity, related=related)

    def _is_heavy(self, case: kit.Case, key: str, place: kit.Span) -> bool:
        weighed = "weight" in DEMANDS[key] and pounds_at(case, place) >= self.heavy_pounds
        return "heavy" in DEMANDS[key] or weighed


def _linked(case: kit.Case, answers: Mapping[str, tuple[kit.Span, ...]]) -> kit.Passed:
    duties = dict.fromkeys(
        f"'{case.posting.passage(words[0]).text}' for {DEMANDS[key]['name']}"
        for key, words in answers.items()
    )
    spans = tuple(sorted({span for words in answers.values() for span in words}))
    return kit.Passed(f"Duties may need what is demanded: {', '.join(duties)}.", spans)

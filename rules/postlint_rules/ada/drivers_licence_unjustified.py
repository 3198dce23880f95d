"""ADA010: ask for a driver's license where driving is part of the work.

## What it checks
Where a driver's license is asked for: whether a duty is driving, or the work is said to be in
several places.
Travel alone may be possible in other ways, which is information, as a vehicle of one's own is; a
preference for a license, or words that admit other transportation, pass.

## Why
A license leaves out people whose disability keeps them from driving and who could do the work.
In California the words of a posting themselves are regulated: an employer may ask for a license
only where it expects driving to be a function and other transportation not to be comparable.
Two in three real postings that ask for a license name no driving; readers found that worth saying.
It is an error only for an employer declared to be in California with five people or more.

## When not to use it
For class specifications of several positions, some of which drive.

## Fix safety
An unsafe fix writes "reliable transportation" where a vehicle of one's own is asked for.
"""

import postlint.rules as kit
from postlint_rules.ada._driving import clause, driven, own_part, whole

_RULE = "drivers-licence-unjustified"
_RELIABLE = "reliable transportation"
# "Private automobile allowance may be paid" gives money, and asks for nothing.
_PAID_FOR = kit.pattern(r"(?i)\s+(?:\w+ )?(?:allowance|mileage|reimburse|use is|expenses?)")
_IF_NEEDED = kit.pattern(r"(?i)\bif (?:this|the|your) (?:position|job|post|role|work) requires?\b")


class DriversLicenceUnjustified(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA010",
        summary="A driver's license is asked for, and no duty is driving.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages={
            "no-driving": "A driver's license is asked for ('{words}'), and no duty speaks of "
            "driving or travel.",
            "travel-only": "A driver's license is asked for ('{words}'); add 'or other reliable "
            "transportation' where other ways to travel serve.",
            "own-vehicle": "'{words}' asks for a vehicle of one's own; say 'reliable "
            "transportation' where other ways serve.",
        },
        authority=kit.laws("us-eeoc-licence-letter", "us-ca-licence", "us-ada-criteria"),
        advice="Ask for reliable ways to travel, or name the duty of driving.",
        why="A license nobody needs shuts out people who cannot drive.",
        tags=frozenset({"qualifications"}),
    )
    reads = kit.OF_THE_JOB
    compares = True
    applies = (kit.united_states,)

    california_floor: int = 5

    def check(self, case: kit.Case) -> kit.Outcomes:
        demand, vehicles = case[kit.facts.driver_license], self._vehicles(case)
        judged = self._judge(case, demand.spans) if demand.value and demand.spans else None
        if vehicles and isinstance(judged, kit.Finding) and judged.message_id == "no-driving":
            own = kit.Related(vehicles[0], "A vehicle of one's own is asked for as well.")
            judged = judged._replace(related=(*judged.related, own))
            vehicles = []
        for vehicle in vehicles[:1]:
            fix = kit.Fix(f"Write '{_RELIABLE}'", (kit.Edit(vehicle, _RELIABLE),))
            found = kit.mark(case, "own-vehicle", vehicle, severity=kit.Severity.INFO)
            yield found._replace(fixes=(fix,))
        if judged is not None:
            yield judged
        elif not vehicles:
            yield kit.NotApplicable("No words were found that ask for a driver's license.")

    def _vehicles(self, case: kit.Case) -> list[kit.Span]:
        """Return where one's own vehicle is asked for, nobody drives, and no other way will do."""
        return [
            one
            for one in self.hits(case, "own_vehicle")
            if not _PAID_FOR.match(case.text, one.end)
            and not _IF_NEEDED.search(case.text, *(sentence := kit.sentence_at(case.posting, one)))
            and not self.within(case, "alternative", sentence)
            and not driven(case, sentence, self.hits(case, "driving"))
        ]

    def _judge(self, case: kit.Case, demands: tuple[kit.Span, ...]) -> kit.Outcome:
        """Return what the sentence that asks for a license comes to, beside the duties."""
        sentence = kit.sentence_at(case.posting, demands[0])
        if case.text[sentence.start : sentence.end].rstrip().endswith("?"):
            return kit.NotApplicable("A question asks about a license, and no sentence does.")
        driving = driven(case, sentence, self.hits(case, "driving"))
        named = case.hits.within(f"{_RULE}.license", demands[0])
        part = own_part(case, sentence, named[0]) if named else sentence
        settled = {
            "A license is preferred and not required.": self.within(case, "prefer", part),
            "Other transportation will do.": self.within(case, "alternative", sentence),
            "The work is said to need driving.": driving,
            "A license is asked for some of the positions.": self.within(case, "some", sentence),
        }
        for reason, spans in settled.items():
            if spans:
                return kit.Passed(reason, demands if "preferred" in reason else spans)
        place = clause(case, demands[0])
        words = {"words": kit.quoted(case.posting, place)}
        if self.hits(case, "travel") or whole(case, self.hits(case, "driving")):
            return kit.Finding("travel-only", place, words, severity=kit.Severity.INFO)
        return kit.Finding("no-driving", place, words, severity=self._severity(case))

    def _severity(self, case: kit.Case) -> kit.Severity:
        employees = case.employer.employees
        large = employees is not None and employees >= self.california_floor
        known = large and "US-CA" in case.employer.jurisdictions
        return kit.Severity.ERROR if known else kit.Severity.WARNING

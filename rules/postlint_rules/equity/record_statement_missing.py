"""EQTY031: say that people with a record are considered, where an ordinance asks for it.

## What it checks
A posting for work in Los Angeles, in the unincorporated areas of its county, or in San Francisco:
whether a sentence says that qualified applicants with a record are considered.
The ordinances ask every posting for it, whether or not a check is spoken of.
Where the county's ordinance asks for it and a check is spoken of: whether the duties that a record
may bear on are listed, which is a warning at most.
In Philadelphia a check that is mentioned has to be called tailored to the requirements of the job.
It is an error where the ordinance surely binds; public employers are outside most of them.

## Why
The ordinances want people with a record to know that they may apply.

## When not to use it
Where the statement stands on every page around the posting, and for texts copied from mails: of the
three findings a reader judged, the false one took a signature's address for the place of work.
"""

from functools import cache

import postlint.rules as kit


class RecordStatementMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY031",
        summary="Nothing says that people with a record are considered, where it has to be stated.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages={
            "statement": "A check of records is spoken of, and no sentence says that people with "
            "a record are considered, as {place} asks.",
            "unsaid": "No sentence says that people with a record are considered, as {place} asks.",
            "duties": "A check of records is spoken of, and no duties are listed that a record may "
            "bear on, as {place} asks.",
            "tailored": "A check of records is spoken of, and not as tailored to the requirements "
            "of the job, as {place} asks.",
        },
        authority=kit.laws(on="criminal-history"),
        advice="Say that people with a record are considered.",
        why="Some laws ask for this sentence in every posting.",
        tags=frozenset({"application"}),
    )
    reads = frozenset({kit.SectionKind.HOW_TO_APPLY, kit.SectionKind.EQUAL_OPPORTUNITY})
    compares = True
    applies = (
        kit.united_states,
        kit.only(
            lambda case: case.hits["record-statement-missing.check"] or _of_every_posting(case),
            "No words about a check of records were found.",
        ),
    )
    passing = "The sentence about records is there."
    unreached = "No ordinance that asks for the sentence is known to reach it."

    def laws_wanting(self, case: kit.Case) -> tuple[kit.Reach, ...]:
        """Return the ordinances that ask for a sentence, of places and employers that are known."""
        asking = ("statement", "tailored") if self.hits(case, "check") else ("statement",)
        wanted = [law for law in _sentences() if not law.terms.isdisjoint(asking)]
        return tuple(one for one in kit.begun(kit.reaching(case, wanted)) if one.in_scope)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:
        form, law = self._form(found[0]), found[0].law
        places = self.hits(case, "tailored")[:1] if form == "tailored" else self._stated(case)
        # The sentence itself speaks of records and of no check.
        statement = kit.sentence_at(case.posting, places[0]) if places else None
        check = [
            span
            for span in self.hits(case, "check")
            if not statement or not statement.contains(span)
        ]
        if places and check and "duties" in found[0].law.terms and not self.hits(case, "duties"):
            grave, words = found[0].limited(kit.Severity.WARNING), {"place": found[0].place}
            return kit.mark(case, "duties", check[0], words, severity=grave, authority=(law,))
        return kit.Passed(self.passing, places, (law,)) if places else None

    def _stated(self, case: kit.Case) -> tuple[kit.Span, ...]:
        """Return the sentence that speaks of people with a record and of considering them."""
        for span in self.hits(case, "people"):
            sentence = kit.sentence_at(case.posting, span)
            if case.hits.within(f"{self.meta.name}.considered", sentence):
                return (span,)
        return ()

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:
        """Return that the sentence is missing beside the check."""
        law, words, grave = found[0].law, {"place": found[0].place}, self.gravity(found)
        check, form = self.hits(case, "check")[:1], self._form(found[0])
        at = check[0] if check else kit.gap_span(case, kit.SectionKind.EQUAL_OPPORTUNITY)
        form = form if check else "unsaid"
        return kit.Finding(form, at, words, severity=grave, authority=(law,))

    def _form(self, one: kit.Reach) -> str:
        return min(one.law.terms & {"statement", "tailored"}, default="")


@cache
def _sentences() -> tuple[kit.Authority, ...]:
    """Return the ordinances that ask for a sentence: few of those about records."""
    laws = kit.laws_on("criminal-history")
    return tuple(law for law in laws if not law.terms.isdisjoint(("statement", "tailored")))


def _of_every_posting(case: kit.Case) -> bool:
    """Say whether the work is in a place whose ordinance asks every posting for the sentence."""
    # Only places within a state have laws of these sentences; for others the table stays shut.
    local = {code for code in case[kit.facts.jurisdiction].value if code.count("-") > 1}
    laws = _sentences() if local else ()
    return any(law.jurisdiction in local and "statement" in law.terms for law in laws)

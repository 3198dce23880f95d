"""CLAR004: keep the posting between 100 and 2,000 words.

## What it checks
How many words the posting has without notices, benefits and how to apply: fewer than `least`
(100), or more than `most` (2,000).
A class specification may have `most-in-specification` (2,500), and has no lower bound.

## Why
A very short posting leaves out what people need to know; a very long one is not read to its end.
The surveys of clicks contradict one another, so that the bounds are wide, and this project's own.

## When not to use it
For a notice that only points to the full posting.
"""

import postlint.rules as kit


class PostingLength(kit.CountRule):
    meta = kit.RuleMeta(
        code="CLAR004",
        summary="The posting is very short or very long.",
        messages={
            "few": "The posting has {number} words without its notices, fewer than {least:g}.",
            "many": "The posting has {number} words without its notices, more than {most:g}.",
        },
        authority=kit.laws("length-surveys"),
        advice="Tell what an applicant needs to decide, and no more.",
        why="Too short tells nothing; too long is not read.",
        default_on=False,
    )
    compares = True
    applies = (kit.one_posting,)
    unit = "words without the notices"
    least: float | None = 100
    most: float | None = 2000
    most_in_specification: float = 2500

    def check(self, case: kit.Case) -> kit.Outcome:
        outcome, kind = super().check(case), case[kit.facts.document_kind].value
        if isinstance(outcome, kit.Finding) and (short := kit.not_an_abstract(case)):
            return short
        if kind == "class-spec" and isinstance(outcome, kit.Finding):
            number = int(str(outcome.data["number"]))
            if outcome.message_id == "few" or number <= self.most_in_specification:
                return kit.NotApplicable(f"A class specification may have {number} words.")
        return outcome

    def count(self, case: kit.Case) -> kit.Counted:
        """Count the words that are about this job."""
        aside = kit.merged(one.span for one in case.posting.of_kind(*kit.BOILERPLATE))
        notices = [one.span for one in case[kit.facts.equal_opportunity].value]
        apart = kit.merged(span for span in notices if not kit.touches(aside, span))
        every = len(case.words)
        words = every - sum(len(case.words.between(span)) for span in (*aside, *apart))
        # Where all of a text is one line, a notice in it may seem to go on for the whole of it.
        words = words if "\n" in case.text.strip() else max(words, every // 2)
        return kit.Counted(words, (kit.gap_span(case),))

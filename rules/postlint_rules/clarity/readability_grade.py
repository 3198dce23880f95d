"""CLAR002: keep the reading grade below the sixteenth.

## What it checks
Whether the sentences about the job, headings, benefits, notices and how to apply left out, read
at a grade above `most` (16), by the formula of Flesch and Kincaid.
Texts of fewer than `least-words` (150) words are not judged.
Where the text runs on without stops, the rule cannot tell.

## Why
The formula counts words a sentence and syllables a word.
Half of public postings read above grade 13, so that 16 marks what is harder than its kind; the
number is this project's choice, and no law asks for one.

## When not to use it
Where the names of the post's subjects are long and cannot be shortened.
"""

import postlint.rules as kit
from postlint_rules.clarity._text import sentences_end


class ReadabilityGrade(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR002",
        summary="The text about the job is hard to read.",
        messages={
            "hard": "The text about the job reads at grade {grade:.1f} by the formula of Flesch "
            "and Kincaid, above {most:g}: {mean:.0f} words a sentence.",
        },
        authority=kit.laws("kincaid", "us-plain-language"),
        advice="Write shorter sentences and plainer words.",
        why="Readers in a second language give up on hard text.",
        default_on=False,
    )
    applies = (sentences_end, kit.not_an_abstract, kit.one_posting)
    most: float = 16
    least_words: int = 150

    def check(self, case: kit.Case) -> kit.Outcomes:
        lengths = [words for _, words in case[kit.facts.job_sentences].value]
        grade = case[kit.facts.reading_grade].value
        if grade is None or sum(lengths) < self.least_words:
            yield kit.NotApplicable(
                f"The text has fewer than {self.least_words} words about the job."
            )
            return
        if grade > self.most:
            data = {"grade": grade, "most": self.most, "mean": sum(lengths) / len(lengths)}
            yield kit.Finding("hard", kit.gap_span(case), data)
        else:
            yield kit.Passed(f"The text about the job reads at grade {grade:.1f} (Flesch-Kincaid).")

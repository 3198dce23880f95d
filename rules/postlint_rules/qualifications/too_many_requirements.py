"""QUAL007: ask for what is needed from the first day.

## What it checks
Whether a posting has more than `most` (20) requirements; more than `warn` (40) are a warning.
Items and sentences of the qualifications are counted, knowledge and abilities half, and what is
preferred, or said of an ideal candidate, not at all.
Class specifications are skipped.

## Why
In an experiment with more than ten thousand people, half of the requirements met was the point
where they would apply; a long list keeps away those who could do the work.
The numbers are this project's.

## When not to use it
The rule is off unless it is chosen: a reader found one in four of its findings of no use.
Where the list is prescribed.
"""

import postlint.rules as kit
from postlint_rules.qualifications._required import has_requirements

_LEAST_WORDS = 3
# "What you bring" heads years and degrees, too.
_SKILLS = kit.pattern(r"(?i)knowledge|skill|abilit|competenc|\bKSA")
# What one must have may be a skill, and a year of work as well.
_MUST_HAVE = kit.pattern(r"(?i)\A\W*(?:must (?:have|possess)|has|have|having) (?:an? )?")


class TooManyRequirements(kit.CountRule):
    meta = kit.RuleMeta(
        code="QUAL007",
        summary="Very much is required of applicants.",
        highest=kit.Severity.WARNING,
        messages={"many": "There are {number} requirements, more than {most:g}."},
        authority=kit.laws("bit-applications"),
        advice="Keep what the first day needs; move the rest to preferred.",
        why="Long lists keep capable people from applying.",
        default_on=False,
    )
    applies = (has_requirements, kit.one_posting)
    unit = "requirements"
    most: float | None = 20
    warn: float | None = 40

    def count(self, case: kit.Case) -> kit.Counted | kit.Outcome:
        if case[kit.facts.document_kind].value == "class-spec":
            return kit.NotApplicable("A class specification lists knowledge by rule.")
        found = [
            one
            for one in case[kit.facts.requirements].value
            if not one.preferred
            and not _is_ideal(one)
            and len(one.passage.text.split()) >= _LEAST_WORDS
        ]
        number = sum(0.5 if _is_knowledge(one) else 1 for one in found)
        return kit.Counted(int(number) or len(found[:1]), tuple(one.passage.span for one in found))

    def place(self, case: kit.Case, spans: tuple[kit.Span, ...]) -> kit.Span:
        """Show it at the heading of what is asked."""
        heading = case.posting.section_at(spans[0].start).heading
        return spans[0] if heading is None else heading.span


def _is_ideal(one: kit.facts.Requirement) -> bool:
    """Say whether it paints the one who would be best, of whom nobody is asked to be all."""
    heading = one.section.heading
    return heading is not None and "ideal " in heading.text.lower()


def _is_knowledge(one: kit.facts.Requirement) -> bool:
    heading = one.section.heading
    if heading is not None and _SKILLS.search(heading.text):
        return True
    return (
        kit.opening_kind(_MUST_HAVE.sub("", one.passage.text)) is kit.SectionKind.KNOWLEDGE_SKILLS
    )

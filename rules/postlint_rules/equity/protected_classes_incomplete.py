"""EQTY004: name the grounds that the law of the place protects, or close with a catch-all.

## What it checks
Where a statement of equal opportunity lists at least three grounds and the place of the work is
known: which grounds the city's, the state's and federal law protect and the list leaves out.
Words like "any other status protected by law" close a list for every ground, and it passes.
A statement of one or two grounds is reported, as information; one that lists none, and a tagline
that names groups of people, are not asked.
An invitation to "women and minorities" is no list of grounds.
"Gender" counts for sex, "ethnic origin" for ancestry, and what a law reads into another class is
not asked for by itself.
Limits on the use of arrest records or credit history are never asked for.

## Why
A list reads as complete.
People whose ground is missing may take it that they are not meant.
No law here asks a posting for a complete list, so the finding is never an error.
Three in five real lists leave a ground out; readers found the findings true and worth having.

## When not to use it
Where counsel has settled the wording of the statement.
"""

import postlint.rules as kit
from postlint_rules.equity._classes import (
    FEDERAL,
    Omission,
    grounds,
    laws_of,
    omissions,
    spelled_out,
)

# Whom a contractor's tagline names, with or without others.
_TAGLINE = frozenset({"disability", "military", "criminal history"})
# "M/F/Vet/Disability" stands for all that a contractor promises.
_FEW = 4
_LETTERS = kit.pattern(r"(?i)\bm\s*/\s*f\s*/|\bvets?(?:erans?)?\s*/\s*(?:disab|handi)")


def where_known(case: kit.Case) -> kit.NotApplicable | kit.CannotTell | None:
    """Let the rule speak in the United States, and in countries whose classes are in the table."""
    away = case[kit.facts.abroad].value
    return None if away and laws_of(case[kit.facts.jurisdiction].value) else kit.united_states(case)


class ProtectedClassesIncomplete(kit.Rule):
    meta = kit.RuleMeta(
        code="EQTY004",
        summary="A list of protected grounds leaves some out.",
        severity=kit.Severity.WARNING,
        messages={
            "incomplete": "The list of grounds leaves out {classes}.",
            "few": "The statement names only {classes}; other grounds are protected too.",
        },
        authority=kit.laws("us-bostock", on="protected-classes"),
        advice="Add the grounds that the message names.",
        why="A list reads as complete; what it lacks seems unprotected.",
        tags=frozenset({"equal-opportunity"}),
    )
    reads = frozenset({kit.SectionKind.EQUAL_OPPORTUNITY})
    applies = (where_known,)

    least_classes: int = 3

    def check(self, case: kit.Case) -> kit.Outcomes:
        statements = [one for one in case[kit.facts.equal_opportunity].value if grounds(case, one)]
        if not statements:
            yield kit.NotApplicable("No statement was found that lists grounds.")
            return
        fullest = max(statements, key=lambda one: len(grounds(case, one)))
        names = grounds(case, fullest)
        lettered = len(names) <= _FEW and _LETTERS.search(case.text, *fullest.span)
        if lettered or len(names) < self.least_classes:
            ids = {one.id for one in fullest.classes}
            if lettered or len(ids) > len(names) or ids <= _TAGLINE:
                yield kit.NotApplicable(
                    "The statement names groups of people and lists no grounds."
                )
                return
            words = {"classes": " and ".join(names)}
            yield kit.Finding("few", fullest.span, words, severity=kit.Severity.INFO)
            return
        place = case[kit.facts.jurisdiction]
        if not place.value:
            yield kit.CannotTell(place.missing or "the state the work is in", (fullest.span,))
            return
        named = frozenset(one.id for each in statements for one in each.classes)
        if closing := tuple(one.span for one in statements if one.catch_all):
            yield kit.Passed(
                "The list closes with words for every other ground that law protects.", closing
            )
            return
        day = case[kit.judged_on].value.date
        home = () if case[kit.facts.abroad].value else ("US",)
        protecting = laws_of((*place.value, *home))
        aged = tuple(one.text for one in protecting if one.text.expires and day >= one.text.expires)
        if aged:
            yield kit.CannotTell(
                f"the law of {protecting[0].name} on the day of the posting", (), aged
            )
            return
        left_out = omissions(named, protecting, day)
        if left_out:
            yield from _findings(fullest, left_out)
        else:
            where = ", ".join(law.name for law in protecting)
            spans = tuple(statement.span for statement in statements)
            rests = tuple(law.text for law in protecting)
            yield kit.Passed(f"The list has every ground collected for {where}.", spans, rests)


def _findings(
    statement: kit.facts.EqualOpportunityStatement, left_out: tuple[Omission, ...]
) -> kit.Outcomes:
    """Yield what is left out: what a law that was read names, and what is worth knowing apart."""
    first, last = statement.classes[0].span, statement.classes[-1].span
    span = kit.Span(first.start, max(first.end, last.end))
    sure = tuple(one for one in left_out if one.law.sure and not one.slight)
    slight = tuple(one for one in left_out if one not in sure)
    for found, severity in ((sure, kit.Severity.WARNING), (slight, kit.Severity.INFO)):
        if found:
            rests = tuple(dict.fromkeys(one.law.text for one in found))
            # Outside the United States hardly anybody prints a list, and nobody has to.
            abroad = not any(one.law.code.startswith(FEDERAL) for one in found)
            grave = kit.Severity.INFO if abroad else severity
            words = {"classes": spelled_out(found)}
            yield kit.Finding("incomplete", span, words, severity=grave, authority=rests)

"""EQTY030: tell applicants that software screens them.

## What it checks
Where `employer.automated-screening` is declared, or the text says that software screens, ranks or
selects applicants, and a law of the place wants them told: whether the posting tells them.
Ontario wants the sentence in the posting; New York City, Illinois and others want a notice that may
stand elsewhere, and there the finding is never an error.
Nobody's use of software is guessed, and a rule about what applicants may use is none of it.

## Why
Who is judged by a machine may want another way, and several laws give it.

## When not to use it
Where the notice reaches applicants in another way.
"""

import postlint.rules as kit


def _may_screen(case: kit.Case) -> bool:
    return case.employer.automated_screening is not False


def _screens(case: kit.Case) -> bool:
    return bool(case.employer.automated_screening or _notices(case))


def _notices(case: kit.Case) -> tuple[kit.Span, ...]:
    """Return the sentence that says that software screens applicants."""
    name = "automated-decision-notice"
    for span in case.hits[f"{name}.software"]:
        sentence = kit.sentence_at(case.posting, span)
        of_it = (case.hits.within(f"{name}.{key}", sentence) for key in ("does", "whom"))
        if all(of_it) and not case.hits.within(f"{name}.theirs", sentence):
            return (span,)
    return ()


class AutomatedDecisionNotice(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY030",
        summary="Software screens applicants, and the posting does not tell them.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages={"missing": "The posting does not say that software screens applicants{law}."},
        authority=kit.laws(on="automated-decisions"),
        advice="Say that software screens applications, and for what.",
        why="Some laws ask that applicants be told.",
        tags=frozenset({"application"}),
    )
    applies = (
        kit.only(_may_screen, "Software is declared not to screen applicants."),
        kit.only(_screens, "Nothing was found that says that software screens applicants."),
    )
    passing = "The posting says that software is used."
    unreached = "No law in force that wants a notice is known to reach it."
    terms = ("notice",)
    places = (kit.SectionKind.HOW_TO_APPLY,)

    def laws_wanting(self, case: kit.Case) -> tuple[kit.Reach, ...]:
        """Return the laws that want applicants told, one of a notice in the posting first."""
        past, reached = kit.Force.EXPIRED, kit.begun(super().laws_wanting(case))
        return tuple(sorted(reached, key=lambda one: (one.force is past, not _here(one))))

    def evidence(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return _notices(case)

    def gravity(self, found: tuple[kit.Reach, ...]) -> kit.Severity:
        """Return an error only where the notice has to stand in the posting."""
        return found[0].limited(kit.Severity.ERROR if _here(found[0]) else kit.Severity.WARNING)

    def law(self, found: tuple[kit.Reach, ...]) -> str:
        """Return what the law asks for, and where."""
        here = "asks for it in the posting"
        asks = here if _here(found[0]) else "asks for a notice, here or elsewhere"
        return kit.law_clause(found[:1], asks, "may ask for it")


def _here(one: kit.Reach) -> bool:
    return "in-posting" in one.law.terms

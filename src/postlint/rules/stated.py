"""Rules that want something said, because practice or the law of a place asks for it."""

from __future__ import annotations

from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.facts.full_description import full_description
from postlint.rules.guards import part_alone
from postlint.rules.law import Reach, asks_for, laws, laws_on, reaching
from postlint.rules.past import past
from postlint.rules.places import gap_span
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Passed, Rule
from postlint.rules.wording import gaps_of, inserted, quoted
from postlint.text.diagnostics import Finding, Severity
from postlint.text.source import Span


class StatedRule(Rule):
    """Passes where something is said; else asks what wants it, and whether it stands elsewhere.

    `passing` is the reason of a pass, which rests on `evidence`: the first place of
    the key `stated` of the rule's phrases. What else settles the matter is `answer`.
    `laws_wanting` returns the laws that want it said, the surest first: those of
    the subject in `meta.authority` that have all `terms`. `unreached` is why the
    rule is silent where there is none; without it practice asks, as information.
    `what` names the thing for a law and for a template that inserts it: "asks
    for the amount". `places` are the sections it belongs in.

    Where the known law has passed its day, a template puts the thing in, or the
    text leads to a fuller one, nobody can tell.
    """

    passing: ClassVar[str]
    what: ClassVar[str] = "it"
    unreached: ClassVar[str] = ""
    terms: ClassVar[tuple[str, ...]] = ()
    places: ClassVar[tuple[SectionKind, ...]] = ()

    def check(self, case: Case) -> Outcome:
        """Look for it, and for what asks for it."""
        found = self.laws_wanting(case)
        if self.unreached and not found:
            return NotApplicable(self.unreached)
        return (
            self.answer(case, found)
            or past(found)
            or self.elsewhere(case)
            or self.nothing(case, found)
        )

    def laws_wanting(self, case: Case) -> tuple[Reach, ...]:
        """Return the laws that want it said: of the subject that the rule rests on."""
        rests = self.meta.authority
        wanted = laws_on(rests.subject) if isinstance(rests, laws) and rests.subject else ()
        return reaching(case, [law for law in wanted if law.terms.issuperset(self.terms)])

    def answer(self, case: Case, found: tuple[Reach, ...]) -> Outcome | None:
        """Return that it is said, or what else settles the matter; `None` where nothing does."""
        places, rests = self.evidence(case), tuple(one.law for one in found[:1])
        return Passed(self.passing, places, rests) if places else None

    def evidence(self, case: Case) -> tuple[Span, ...]:
        """Return the places that say it."""
        return self.hits(case, "stated")[:1]

    def elsewhere(self, case: Case) -> CannotTell | None:
        """Return why nobody can tell, where it may stand in another text."""
        if gaps := gaps_of(case.posting, *self.places):
            return inserted(gaps, self.what)
        leads = case[full_description]
        if not leads.value:
            return part_alone(case)
        words = quoted(case.posting, leads.spans[0])
        return CannotTell(f"what the text says to which '{words}' leads", leads.spans)

    def nothing(self, case: Case, found: tuple[Reach, ...]) -> Outcome:
        """Return that it is missing, as grave as the surest law makes it."""
        return self.missing(case, found)

    def missing(
        self,
        case: Case,
        found: tuple[Reach, ...],
        message: str = "missing",
        at: Span | None = None,
    ) -> Finding:
        """Return the finding, shown where the thing belongs, or `at` words that are quoted."""
        words = {} if at is None else {"words": quoted(case.posting, at)}
        return Finding(
            message,
            at or gap_span(case, *self.places),
            {"law": self.law(found), **words},
            severity=self.gravity(found),
            authority=tuple(one.law for one in found),
        )

    def law(self, found: tuple[Reach, ...]) -> str:
        """Return what the surest law asks for, as the end of a message."""
        return asks_for(found, self.what)

    def gravity(self, found: tuple[Reach, ...]) -> Severity:
        """Return how grave it is that nothing is said: information where no law asks."""
        return found[0].limited(self.meta.highest) if found else Severity.INFO

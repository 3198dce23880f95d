"""Rules that count: a number against bounds, and how many places of a kind of fault there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rules.faults import clear
from postlint.rules.places import gap_span
from postlint.rules.rule import OUTCOMES, Outcome, Passed, Rule
from postlint.rules.wording import mark
from postlint.text.diagnostics import Finding, Severity
from postlint.text.records import NamedTuple
from postlint.text.source import Span


class Counted(NamedTuple):
    """A number, and where it was counted."""

    number: float
    spans: tuple[Span, ...] = ()


class CountRule(Rule):
    """Holds a number against bounds, which are options of the rule: `least`, `most`, or both.

    `count` returns the number and its evidence, or an outcome where there is
    nothing to count. `unit` is what is counted: "duties". The messages `few`
    and `many` may use `{number}`, `{least}` and `{most}`. Above `warn` it is a
    warning. The finding stands at the heading of a section of the kinds
    `where`, the best first, and without them where the counting began.
    """

    unit: ClassVar[str]
    where: ClassVar[Sequence[SectionKind]] = ()
    least: float | None = None
    most: float | None = None
    warn: float | None = None

    def count(self, case: Case) -> Counted | Outcome:
        """Return the number and where it was counted, or why there is none."""
        raise NotImplementedError

    def check(self, case: Case) -> Outcome:
        """Count, and compare."""
        counted = self.count(case)
        if not isinstance(counted, Counted):
            return counted
        number, spans = counted
        data = {"number": f"{number:g}", "least": self.least, "most": self.most}
        if self.least is not None and number < self.least:
            return Finding("few", self.place(case, spans), data)
        if self.most is not None and number > self.most:
            grave = Severity.WARNING if self.warn is not None and number > self.warn else None
            return Finding("many", self.place(case, spans), data, severity=grave)
        return Passed(self.in_bounds(number), spans)

    def in_bounds(self, number: float) -> str:
        """Return the reason of a pass: what was found, which may be less than there is."""
        least = "" if self.least is None else f"at least {self.least:g}"
        most = "" if self.most is None else f"no more than {self.most:g}"
        bounds = " and ".join(bound for bound in (least, most) if bound)
        if number == 1:
            what, _, rest = self.unit.partition(" ")  # units are plural
            one = f"{what[:-3]}y" if what.endswith("ies") else what.removesuffix("s")
            return f"1 {one} {rest}".rstrip() + f" was found: {bounds}."
        return f"{number:g} {self.unit} were found: {bounds}."

    def place(self, case: Case, spans: tuple[Span, ...]) -> Span:
        """Return where to show the finding."""
        return spans[0] if spans and not self.where else gap_span(case, *self.where)


class PlacesRule(Rule):
    """Makes one finding of all places of a kind of fault: the first is quoted, the others related.

    `places` returns them, or an outcome where there is nothing to look at; from
    `least` on, an option, they are a finding. Its message, of the id `message`, may use
    `{words}`, `{count}`, and what `data` adds. `also` is said at the others,
    of which `shown` are given. `passing` is the reason where there are fewer,
    with `{least}`, and `looked_at` the evidence; where that is empty, `nothing`
    says why the rule does not speak, if it is given.
    """

    message: ClassVar[str] = "found"
    passing: ClassVar[str]
    nothing: ClassVar[str] = ""
    also: ClassVar[str] = "So is this."
    shown: ClassVar[int] = 5
    least: int = 1

    def places(self, case: Case) -> Sequence[Span] | Outcome:
        """Return the places of the fault, in order, or why there can be none."""
        raise NotImplementedError

    def check(self, case: Case) -> Outcome:
        """Look for the places, and make one finding of them."""
        places = self.places(case)
        if isinstance(places, OUTCOMES):
            return places
        if not places or len(places) < self.least:
            return clear(self.passing.format(least=self.least), self.looked_at(case), self.nothing)
        first, *others = places
        data = {"count": len(places), **self.data(case, places)}
        return mark(case, self.message, first, data, again=others[: self.shown], also=self.also)

    def data(self, case: Case, places: Sequence[Span]) -> dict[str, object]:  # noqa: ARG002  # for rules that say more
        """Return what the message says besides the words and their number."""
        return {}

    def looked_at(self, case: Case) -> tuple[Span, ...]:  # noqa: ARG002  # for rules that ask
        """Return the evidence of a pass."""
        return ()

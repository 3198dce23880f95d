"""Running the cases of a corpus, and saying how one came out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from postlint.engine.examine import Plan, examine, make_book
from postlint.engine.report import Report
from postlint.facts import SUPPORTING
from postlint.fix.settle import Settled, settle
from postlint.lexicon import PhraseShelf
from postlint.linter import Linter
from postlint.packs.registry import Packs, load_packs
from postlint.rules.rule import Rule, Verdict
from postlint.rules.tool_findings import TOOL_FINDINGS
from postlint.testing.corpus import CorpusCase
from postlint.testing.expectations import Evidence, Expected
from postlint.text.diagnostics import Severity

_TOOL_SEVERITY = {finding.code: finding.severity for finding in TOOL_FINDINGS}


@frozen(kw_only=True)
class Trial:
    """How a case came out; `problems` is empty where it came out as wanted.

    `fixed` is the text after the rule's fixes, for a case that shows them.
    """

    case: CorpusCase
    report: Report = field(repr=False)
    found: tuple[Expected | Evidence, ...]
    fixed: str
    problems: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """What the rule said."""
        return self.report.outcomes[0].verdict


@frozen(eq=False)
class Runner:
    """Runs cases, each with its one rule, with the readers and facts of the packs."""

    packs: Packs = field(factory=load_packs, repr=False)
    _linter: Linter = field(init=False, repr=False)
    _books: dict[type[Rule], PhraseShelf] = field(init=False, factory=dict, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_linter", Linter(packs=self.packs))

    def report(self, case: CorpusCase, text: str | None = None) -> Report:
        """Check a case's input, or another text in its place, with the case's rule alone."""
        posting = self._linter.read(case.source.text if text is None else text, kind=case.kind)
        return examine(posting, self._plan(case))

    def _plan(self, case: CorpusCase) -> Plan:
        kind = type(case.rule)
        book = self._books.get(kind)
        if book is None:
            facts = (*self._linter.fact_sources, *SUPPORTING)
            book = self._books[kind] = make_book((case.rule,), facts)
        return Plan(
            rules=(case.rule,),
            facts=self._linter.fact_sources,
            book=book,
            code_of=lambda name: self._linter.rules.find(name).meta.code,
            packs={kind: self.packs.pack_of(kind)},
            employer=case.options.employer,
            today=case.options.employer.as_of or date.today(),
        )

    def run(self, case: CorpusCase) -> Trial:
        """Run a case and compare."""
        report = self.report(case)
        found = _found(case, report)
        problems = [*_compare_verdict(case, report), *_compare(case, report, found)]
        fixed = ""
        if case.fixed is not None:
            settled = settle(case.source.text, lambda text: self.report(case, text), unsafe=True)
            fixed = settled.text
            problems.extend(self._compare_fixed(case, settled))
        return Trial(case=case, report=report, found=found, fixed=fixed, problems=tuple(problems))

    def _compare_fixed(self, case: CorpusCase, settled: Settled) -> Iterator[str]:
        if settled.refused:
            yield f"the fixes may not be applied: {settled.refused}"
        elif not settled.settled:
            yield "the fixes never settle"
        elif settled.text != case.fixed:
            yield f"the fixes do not give the text under 'fixed' but:\n{settled.text}"
        left = self.report(case, case.fixed).outcomes[0]
        if left.verdict is Verdict.FAIL:
            yield f"the text under 'fixed' still fails: {left.reason}"


def _found(case: CorpusCase, report: Report) -> tuple[Expected | Evidence, ...]:
    """Return what came out in the words of an `expect` block."""
    range_ = report.source.range
    found: list[Expected | Evidence] = []
    for one in report.diagnostics:
        default = _TOOL_SEVERITY.get(one.code, case.rule.meta.severity)
        severity = None if one.severity is default else one.severity
        found.append(Expected(range_(one.span), one.code, one.message_id, severity))
    record = report.outcomes[0]
    if record.verdict is not Verdict.FAIL:
        found.extend(Evidence(record.verdict, range_(span)) for span in record.spans)
    return tuple(found)


def _compare_verdict(case: CorpusCase, report: Report) -> list[str]:
    record = report.outcomes[0]
    if record.verdict is case.verdict:
        return []
    return [f"wanted '{case.verdict.value}', came out as '{record.verdict.value}': {record.reason}"]


def judged(case: CorpusCase, found: tuple[Expected | Evidence, ...]) -> list[str]:
    """Return the lines of what was found that the case says anything about.

    Evidence is judged only where the case lists places of it.
    """
    places = any(isinstance(one, Evidence) and one.range for one in case.expected)
    return [str(one) for one in found if places or isinstance(one, Expected)]


def _compare(case: CorpusCase, report: Report, found: tuple[Expected | Evidence, ...]) -> list[str]:
    default = case.rule.meta.severity
    wanted = Counter(
        str(_without(one, default))
        for one in case.expected
        if not isinstance(one, Evidence) or one.range is not None
    )
    have = Counter(judged(case, found))
    problems = [f"wanted and not found:  {line}" for line in (wanted - have).elements()]
    words = {
        str(one): f"{diagnostic.message}  [{report.source.slice(diagnostic.span)[:60]!r}]"
        for one, diagnostic in zip(found, report.diagnostics, strict=False)
    }
    for line in (have - wanted).elements():
        message = words.get(line)
        problems.append(f"found and not wanted:  {line}" + (f"\n    {message}" if message else ""))
    return problems


def _without(one: Expected | Evidence, default: Severity) -> Expected | Evidence:
    """Return the expectation without a severity that goes without saying."""
    if isinstance(one, Expected) and one.severity is _TOOL_SEVERITY.get(one.code, default):
        return evolve(one, severity=None)
    return one

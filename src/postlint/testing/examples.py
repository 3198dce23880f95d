"""The examples that house rules bring along, and how they come out.

>>> from pathlib import Path
>>> from postlint.testing.examples import try_examples
>>> trials = try_examples(Path("examples/house-rules/riverbend.toml"))
>>> [trial.problem for trial in trials if trial.problem]
[]
"""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from postlint.config.place import line_of
from postlint.engine.report import Report
from postlint.linter import Linter
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import Packs, load_packs, merge_packs
from postlint.rules.rule import Rule, Verdict


@frozen(kw_only=True)
class ExampleTrial:
    """How one example came out; `problem` is empty where it came out as wanted.

    `number` counts the rule's passing or failing examples from 1; `line` is
    where the rule's table begins.
    """

    rule: type[Rule]
    line: int
    passes: bool
    number: int
    text: str
    problem: str


@frozen(kw_only=True)
class RuleWithoutExample:
    """A rule that has no example of a kind: of one that `passes`, or of one that does not."""

    rule: type[Rule]
    line: int
    passes: bool


def try_examples(path: Path, packs: Packs | None = None) -> list[ExampleTrial | RuleWithoutExample]:
    """Run the examples of a file of house rules, each with its one rule.

    Raises `ConfigError` for a file that cannot be used. A rule that clashes
    with one of the `packs`, the installed ones unless given, has a problem
    in each of its examples.
    """
    house = load_house_rules(path)
    merged = merge_packs(load_packs() if packs is None else packs, [house])
    words = path.read_text(encoding="utf-8-sig")
    trials: list[ExampleTrial | RuleWithoutExample] = []
    for place, rule in enumerate(house.rules):
        line = line_of(words, ("rule", place, "code")) or 1
        linter = Linter(select=(rule.meta.code,), packs=merged) if rule in merged.rules else None
        clash = "; ".join(str(error) for error in merged.errors if error.pack == house.name)
        for passes in (True, False):
            texts = [text for kind, text in rule.examples if kind is passes]
            if not texts:
                trials.append(RuleWithoutExample(rule=rule, line=line, passes=passes))
            for number, given in enumerate(texts, start=1):
                text = given.lstrip("\r\n")
                problem = clash or "The rule did not load."
                if linter is not None:
                    problem = _problem(linter.check(text, kind="markup"), rule, passes=passes)
                trials.append(
                    ExampleTrial(
                        rule=rule,
                        line=line,
                        passes=passes,
                        number=number,
                        text=text,
                        problem=problem,
                    )
                )
    return trials


def _problem(report: Report, rule: type[Rule], *, passes: bool) -> str:
    """Say in a sentence how an example came out otherwise than wanted."""
    record = next(found for found in report.outcomes if found.code == rule.meta.code)
    if record.verdict is (Verdict.PASS if passes else Verdict.FAIL):
        return ""
    if record.verdict is Verdict.FAIL:
        shown = [
            f"line {report.source.position(found.span.start).line}: {found.message}"
            for found in report.diagnostics
            if found.code == rule.meta.code
        ]
        return " ".join(["It should pass, and the rule finds something.", *shown])
    wanted = "It should pass" if passes else "The rule should find something"
    how = {
        Verdict.PASS: "and it passes",
        Verdict.NOT_APPLICABLE: "and the rule does not apply",
        Verdict.CANNOT_TELL: "and the rule cannot tell",
    }[record.verdict]
    return f"{wanted}, {how}. {record.reason}".rstrip()

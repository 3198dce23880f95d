"""Words that an employer allows are reported by no rule about wording, whoever wrote the rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from postlint.facts.declared import Employer
from postlint.linter import Linter
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import Packs, load_packs
from postlint.rules import WordRule
from postlint.rules.rule import Rule, Verdict
from postlint.testing import parse_corpus

CORPORA = Path(__file__).parent / "corpus/rules"
WORD_RULES = [
    rule for pack in load_packs().packs for rule in pack.rules if issubclass(rule, WordRule)
]
POSTING = "# Crew Lead\n\n## Duties\n\n- {}\n- Plans the week.\n\n## Qualifications\n\n- Tact.\n"


def test_there_are_rules_about_wording() -> None:
    assert {"ADA008", "ADA009", "EQTY013", "EQTY020"} <= {rule.meta.code for rule in WORD_RULES}


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: rule.meta.code)
def test_every_rule_about_wording_passes_over_allowed_words(rule: type[Rule]) -> None:
    """The words of a rule's first failing case are no findings once they are allowed."""
    path = CORPORA / f"{rule.meta.code}.md"
    packs = load_packs()
    case = next(
        case
        for case in parse_corpus(path.read_text("utf-8"), packs, path=str(path)).cases
        if case.verdict is Verdict.FAIL
    )
    employer = case.options.employer
    linter = Linter(select=(rule.meta.code,), employer=employer, packs=packs)
    before = linter.check(case.source.text, kind=case.kind)
    assert before.diagnostics
    words = tuple(before.source.slice(found.span) for found in before.diagnostics)
    allowing = evolve(linter, employer=evolve(employer, allow=words))
    assert allowing.check(case.source.text, kind=case.kind).diagnostics == ()


def found(words: str, *allow: str) -> list[str]:
    linter = Linter(select=("gendered-title",), employer=Employer(allow=allow))
    report = linter.check(POSTING.format(words), kind="markup")
    return [report.source.slice(one.span) for one in report.diagnostics]


def test_a_phrase_allows_the_words_in_it_and_no_others() -> None:
    duty = "Meets the foreman, and tends the salesman  pump."
    assert found(duty) == ["foreman", "salesman"]
    assert found(duty, "salesman pump") == ["foreman"]
    assert found(duty, "foreman") == ["salesman"]


@pytest.mark.parametrize("allow", ["fore", "man", "foreme", "the"])
def test_a_part_of_a_word_allows_nothing(allow: str) -> None:
    assert found("Meets the foreman.", allow) == ["foreman"]


def test_signs_in_allowed_words_are_signs() -> None:
    assert found("Meets the foreman.", ".*", "f.*n", "(", "") == ["foreman"]


def test_house_rules_pass_over_allowed_words(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(
        '[[rule]]\ncode = "TST001"\nname = "a-rule"\nmessage = "Seen: {words}"\n'
        'words = [{ find = ["ninja"] }]\n',
        encoding="utf-8",
    )
    packs = Packs(packs=(load_house_rules(path),))
    text = POSTING.format("Trains a ninja at the Ninja Gym.")
    messages = [one.message for one in Linter(packs=packs).check(text, kind="markup").diagnostics]
    assert messages == ["Seen: ninja", "Seen: Ninja"]
    linter = Linter(packs=packs, employer=Employer(allow=("ninja gym",)))
    assert [one.message for one in linter.check(text, kind="markup").diagnostics] == ["Seen: ninja"]

"""House rules are written in TOML and are rules like any other."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from postlint.config.model import toml_name
from postlint.errors import ConfigError
from postlint.facts.declared import Employer
from postlint.linter import Linter
from postlint.packs.house.load import load_house_rules
from postlint.packs.house.model import DoneWith, HouseRuleTable, Sense, WordList
from postlint.packs.registry import Packs, load_packs, merge_packs
from postlint.render.pages import page_of_rule
from postlint.rules.demands import WAYS
from postlint.rules.rule import Rule, Verdict
from postlint.rules.senses import SENSES
from postlint.rules.words import _COLUMNS, WordRule

RIVERBEND = Path(__file__).parents[1] / "examples/house-rules/riverbend.toml"


def rule_cases() -> list[tuple[type[Rule], bool, str]]:
    return [
        (rule, passes, text)
        for rule in load_house_rules(RIVERBEND).rules
        for passes, text in rule.examples
    ]


@pytest.mark.parametrize(("rule", "passes", "text"), rule_cases())
def test_a_rule_answers_its_own_examples(rule: type[Rule], passes: bool, text: str) -> None:
    pack = load_house_rules(RIVERBEND)
    linter = Linter(select=(rule.meta.code,), packs=Packs(packs=(pack,)))
    report = linter.check(text.lstrip(), kind="markup")
    assert report.outcomes[0].verdict is (Verdict.PASS if passes else Verdict.FAIL)


def checked(tmp_path: Path, rule: str, text: str) -> list[str]:
    path = tmp_path / "house.toml"
    path.write_text(
        f'[[rule]]\ncode = "TST001"\nname = "a-rule"\nmessage = "Seen: {{words}}"\n{rule}\n',
        encoding="utf-8",
    )
    linter = Linter(packs=Packs(packs=(load_house_rules(path),)))
    return [d.message for d in linter.check(text, kind="markup").diagnostics]


def test_legal_text_is_exempt_unless_asked_for(tmp_path: Path) -> None:
    text = "# Cook\n\n## Duties\n\n- Bakes.\n\n## Equal opportunity\n\nWe do not ask your age.\n"
    rule = 'words = [{ find = ["age"] }]'
    assert checked(tmp_path, rule, text) == []
    assert checked(tmp_path, rule + "\nin-legal-text = true", text) == ["Seen: age"]


def test_a_rule_looks_only_where_it_is_told(tmp_path: Path) -> None:
    text = "# Cook\n\n## Duties\n\n- Bakes.\n\n## Benefits\n\nBakes sales.\n"
    rule = 'words = [{ find = ["bakes"] }]\nin = ["benefits"]'
    assert len(checked(tmp_path, rule, text)) == 1


def test_required_words_and_shares(tmp_path: Path) -> None:
    text = "# Cook\n\n## Duties\n\n- Leads the kitchen's staff.\n- Installs network switches.\n"
    assert checked(tmp_path, 'phrases = ["call 711", "relay"]', text) == ["Seen: call 711"]
    assert checked(tmp_path, 'share = { of = "leadership", least = 1.0 }', text)
    assert checked(tmp_path, 'share = { of = "leadership", least = 0.0 }', text) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A tasting, then an offer.", True),
        ("An offer, then a tasting.", False),
        ("A tasting.", False),
        ("Then an offer. A tasting.", False),
    ],
)
def test_what_comes_behind_is_asked_for(tmp_path: Path, line: str, *, found: bool) -> None:
    """`then` wants its phrase behind the words and in their sentence."""
    text = f"# Cook\n\n## Duties\n\n- Bakes.\n\n## How to apply\n\n{line}\n"
    rule = 'words = [{ find = ["tasting"], then = ["then an offer"] }]'
    assert bool(checked(tmp_path, rule, text)) is found


def test_each_different_word_of_a_sentence_is_shown(tmp_path: Path) -> None:
    """Of one word that comes again a sentence has one place; what another does is said of it."""
    path = tmp_path / "house.toml"
    path.write_text(
        '[[rule]]\ncode = "TST001"\nname = "a"\nmessage = "\'{words}\' {why}."\nonce = "text"\n'
        'words = [{ find = ["hot", "warm"], why = "burns" }, { find = ["wet"], why = "drips" }]\n',
        encoding="utf-8",
    )
    linter = Linter(packs=Packs(packs=(load_house_rules(path),)))
    (found,) = linter.check("# Cook\n\n## Duties\n\n- Hot, wet, warm and wet.\n").diagnostics
    assert found.message == "'Hot' burns."
    assert [one.message for one in found.related] == ["So does 'warm'.", "'wet' drips."]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("", "checks nothing"),
        ('phrases = ["a"]\norder = ["duties"]', "checks phrases, order"),
        ('count = { of = "dutys", most = 3 }', "counts one of"),
        ('words = [{ fnd = ["a"] }]', "Did you mean 'find'?"),
        ('severity = "eror"\nphrases = ["a"]', "Did you mean 'error'?"),
        ('in = ["dutys"]\nphrases = ["a"]', "Did you mean 'duties'?"),
        ('words = [{ find = ["a"], when = ["helt"] }]', "Did you mean 'held'?"),
        ('words = [{ find = ["a"], not-when = ["denid"] }]', "Did you mean 'denied'?"),
        ('words = [{ find = ["a"], where = "titel" }]', "Did you mean 'title'?"),
        ('each = { wen = ["held"] }\nwords = [{ find = ["a"] }]', "Did you mean 'when'?"),
        ('applies = ["united-state"]\nphrases = ["a"]', "Did you mean 'united-states'?"),
        ('once = "sentense"\nwords = [{ find = ["a"] }]', "Did you mean 'sentence'?"),
        ('laws-on = "credit"\nwords = [{ find = ["a"] }]', "is the subject of no law"),
        ('words = [{ find = ["a"], asks = "pass" }]', "names one of none, not 'pass'"),
        ('each = { when = ["held"] }\nwords = [{ use = ["a"] }]', "or 'pairs' instead"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, rule: str, words: str) -> None:
    with pytest.raises(ConfigError, match=r"house\.toml:\d+: ") as caught:
        checked(tmp_path, rule, "")
    assert words in str(caught.value)


@pytest.mark.parametrize("message", ["{thing}", "{", "{0}"])
def test_a_message_that_cannot_be_filled_is_a_fault(tmp_path: Path, message: str) -> None:
    path = tmp_path / "house.toml"
    path.write_text(
        f'[[rule]]\ncode = "TST001"\nname = "a"\nmessage = "{message}"\nphrases = ["b"]\n',
        encoding="utf-8",
    )
    with pytest.raises(ConfigError, match="message"):
        load_house_rules(path)


def test_a_pattern_is_run_by_an_engine_that_cannot_run_away(tmp_path: Path) -> None:
    pytest.importorskip("re2", reason="house patterns need postlint[patterns]")
    text = "# Cook\n\n## Duties\n\n- Bakes 24/7.\n" + "a" * 50_000 + "!\n"
    assert checked(tmp_path, r"pattern = '\b24/7\b'", text) == ["Seen: 24/7"]
    assert checked(tmp_path, "pattern = '(a+)+$'", text) == []
    with pytest.raises(ConfigError, match="cannot be used"):
        checked(tmp_path, "pattern = '(?=a)'", text)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("", "A house rule, in house.toml."),
        ('page = "Say what is done."', "Say what is done."),
        ('page = """\nSay what.\n\n## When not to use it\nNames.\n"""', "Say what.\n\n## Sources"),
    ],
)
def test_the_page_of_a_rule_is_shown_whole(tmp_path: Path, page: str, shown: str) -> None:
    path = tmp_path / "house.toml"
    rule = f'[[rule]]\ncode = "TST001"\nname = "a-rule"\nmessage = "Seen."\n{page}\npattern = "x"\n'
    path.write_text(rule, encoding="utf-8")
    text = page_of_rule(load_house_rules(path).rules[0]).text
    assert text.startswith(shown)
    assert "TST001" not in text


WORDS = """
[[rule]]
code = "TST001"
name = "plain-words"
message = "'{words}' {why}."
about = "jargon"
severity = "warning"

[[rule.words]]
find = ["synergy"]
unless = ["club"]
why = "says little"

[[rule.words]]
find = ["able bodied"]
severity = "error"
law = "us-ada-criteria"
why = "leaves people out"
"""


@pytest.mark.parametrize(
    ("line", "employees", "severities"),
    [
        ("Brings synergy.", None, ["warning"]),
        ("Leads the Synergy club.", None, []),
        ("Able bodied.", None, ["warning"]),
        ("Able bodied.", 40, ["error"]),
    ],
)
def test_words_of_an_office_have_what_ours_have(
    tmp_path: Path, line: str, employees: int | None, severities: list[str]
) -> None:
    """What cancels a word, what says so, and how grave it is where the law surely reaches."""
    path = tmp_path / "house.toml"
    path.write_text(WORDS, encoding="utf-8")
    packs = merge_packs(load_packs(), [load_house_rules(path)])
    linter = Linter(packs=packs, select=("TST001",), employer=Employer(employees=employees))
    report = linter.check(f"# Analyst\n\n## Duties\n\n- {line}\n")
    assert [found.severity.value for found in report.diagnostics] == severities
    if not severities:
        told = report.outcomes[0].reason.lower()
        assert told.endswith("none of the 2 phrases about jargon was found.")


def test_a_law_nobody_wrote_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(WORDS.replace("us-ada-criteria", "us-ada"), encoding="utf-8")
    with pytest.raises(ConfigError, match="names no law: 'us-ada'"):
        load_house_rules(path)


def test_an_office_may_say_of_words_what_ours_say() -> None:
    """One engine: what a table of ours may hold, a house rule may, and by the same names."""
    given = {toml_name(field.name) for field in attrs.fields(WordList)}
    assert given == {*_COLUMNS, "name", "pairs"}
    assert {sense.value for sense in Sense} == set(SENSES)
    assert {way.value for way in DoneWith} == set(WAYS)
    ours = {key for rule in _ours() for key in rule}
    offices = {toml_name(field.name) for field in attrs.fields(HouseRuleTable)}
    # An office's rule rests on its own authority; how grave it may get is worked out.
    assert ours - offices == {"highest", "laws", "stability"}


def _ours() -> Iterator[dict[str, Any]]:
    """Yield the tables of our rules about words."""
    for path in sorted((RIVERBEND.parents[2] / "rules").rglob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8")).get("rule", ())


EACH = """
about = "cars"
[rule.each]
when = ["held"]
unless = ["pool"]
[[rule.words]]
find = ["own car"]
[[rule.words]]
find = ["licence", "license"]
when = ["asked"]
[[rule.words]]
find = ["smoker*"]
when = []
unless = []
[[rule.words]]
pairs = "sales(man|woman) = salesperson | salespeople"
when = ["wanted"]
"""


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Must have an own car.", ["own car"]),
        ("Washes an own car.", []),
        ("Must have an own pool car, and an own car pool.", []),
        ("Please state your license.", ["license"]),
        ("A license hangs on the wall.", []),
        ("Helps smokers quit at the pool.", ["smokers"]),
        ("We are looking for a salesman.", ["salesman"]),
        ("We are looking for saleswomen.", ["saleswomen"]),
        ("Thanks the salesmen.", []),
    ],
)
def test_what_a_sentence_does_with_words_is_asked_of_all(
    tmp_path: Path, line: str, seen: list[str]
) -> None:
    text = f"# Cook\n\n## Duties\n\n- Bakes.\n\n## Qualifications\n\n- {line}\n"
    assert checked(tmp_path, EACH, text) == [f"Seen: {words}" for words in seen]


def test_words_may_say_what_has_a_hyphen_themselves(tmp_path: Path) -> None:
    """`not-when` and `as-written` of one list count, and not only those of `each`."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[[rule]]\ncode = "RIV001"\nname = "own"\nmessage = "{words}"\n'
        'words = [{ find = ["us"], as-written = true, not-when = ["denied"] }]\n',
        encoding="utf-8",
    )
    (rule,) = load_house_rules(path).rules
    assert issubclass(rule, WordRule)
    (term,) = rule.terms
    assert (term.as_written, term.not_when) == (True, frozenset({"denied"}))

"""The rule-corpus kit refuses what tests nothing, and runs, compares and rewrites the rest."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from attrs import field, frozen, validators

from postlint.facts.base import Case
from postlint.packs.registry import Pack, Packs, load_packs
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Passed, Rule, RuleMeta, Verdict
from postlint.testing import CorpusError, Runner, parse_corpus, update_corpus
from postlint.text.authority import Authority
from postlint.text.diagnostics import Applicability, Edit, Finding, Fix, Severity
from postlint.text.source import Span

CORPORA = Path(__file__).parent / "corpus" / "rules"


@frozen
class StopMissing(Rule):
    """A small rule with every kind of outcome: duties end in a full stop."""

    meta = RuleMeta(
        code="HOUSE001",
        name="stop-missing",
        summary="A duty ends without a full stop.",
        severity=Severity.WARNING,
        messages={
            "no-stop": "'{words}' ends without a full stop.",
            "shouting": "'{words}' ends in an exclamation mark.",
        },
        authority=(Authority(citation="House style", date="2026"),),
        since="0.1",
    )
    least: int = field(default=0, validator=validators.instance_of(int))

    def check(self, case: Case) -> Iterator[Outcome]:
        duties = [duty for duty in case.posting.duties if len(duty.text.text) >= self.least]
        if not duties:
            yield NotApplicable("There are no duties.")
        for duty in duties:
            words, span = duty.text.text, duty.span
            if words.endswith("?") and case.employer.employees is None:
                yield CannotTell("How many people work there.", (span,))
            elif words.endswith("!"):
                yield Finding("shouting", span, {"words": words}, severity=Severity.INFO)
            elif words.endswith("."):
                yield Passed("It ends in a full stop.", (span,))
            else:
                stop = Edit(Span(span.end, span.end), ".")
                fix = Fix("Add a full stop", (stop,), Applicability.SAFE)
                yield Finding("no-stop", span, {"words": words}, fixes=(fix,))


HOUSE = Packs(packs=(Pack(name="house", rules=(StopMissing,)),))

POSTING = """\
# Network Engineer 🏫

## Duties

- {duty}
"""


def block(kind: str, text: str) -> str:
    return f"```{kind}\n{text.rstrip()}\n```\n\n"


def case(heading: str, duty: str, expect: str | None = None, **blocks: str) -> str:
    text = f"## {heading}\n\n" + block("posting", POSTING.format(duty=duty))
    if expect is not None:
        text += block("expect", expect)
    return text + "".join(block(kind, content) for kind, content in blocks.items())


TITLE = "# HOUSE001 stop-missing\n\n"
PASS = case("pass: a stop", "Lays cable.")
FAIL = case("fail: no stop", "Lays cable", "5:3-5:13 HOUSE001 no-stop")
SHOUT = case("fail: shouting", "Lays cable!", "5:3-5:14 HOUSE001 shouting info")
WHOLE = TITLE + PASS + FAIL + SHOUT


def faults(text: str, code: str | None = None) -> list[str]:
    with pytest.raises(CorpusError) as refused:
        parse_corpus(text, HOUSE, path="HOUSE001.md", code=code)
    return str(refused.value).splitlines()


def problems(text: str) -> list[str]:
    runner = Runner(HOUSE)
    corpus = parse_corpus(text, HOUSE)
    return [problem for one in corpus.cases for problem in runner.run(one).problems]


class TestLoading:
    def test_a_whole_corpus_is_read_and_comes_out_as_wanted(self) -> None:
        corpus = parse_corpus(WHOLE, HOUSE)
        assert [one.name for one in corpus.cases] == [
            "pass: a stop",
            "fail: no stop",
            "fail: shouting",
        ]
        assert corpus.rule is StopMissing
        assert problems(WHOLE) == []

    @pytest.mark.parametrize(
        ("text", "line", "reason"),
        [
            ("", 1, "The first heading names the rule"),
            ("# HOUSE001\n", 1, "The first heading names the rule"),
            ("# HOUSE002 stop-missing\n", 1, "a rule with the code 'HOUSE002'. Did you mean"),
            (WHOLE.replace("stop-missing", "no-stops"), 1, "is called 'stop-missing'"),
            (WHOLE + "# HOUSE001 stop-missing\n", 41, "one first-level heading"),
            (TITLE + FAIL + SHOUT, 1, "No case is to be 'pass'"),
            (TITLE + PASS, 1, "No case is to be 'fail'"),
            (TITLE + PASS + FAIL, 1, "No case shows the message 'shouting'"),
            (WHOLE + case("fails: x", "A"), 41, "does not say what is wanted"),
            (WHOLE + case("fail", "A"), 41, "does not say what is wanted"),
            (WHOLE + case("pass:", "A."), 41, "does not say what is wanted"),
            (WHOLE + case("pass: a stop", "Lays fibre."), 41, "the heading of line 3 too"),
            (WHOLE + case("pass: again", "Lays cable."), 41, "The case of line 3 has the same"),
            (WHOLE + case("fail: bare", "Lays fibre"), 41, "needs an 'expect' block"),
            (WHOLE + "## pass: nothing\n", 41, "The case needs one block with its input"),
            (WHOLE + case("pass: two", "A.", text="A."), 41, "needs only one block"),
            (WHOLE + case("pass: odd", "A.", postng="x"), 51, "Did you mean 'posting'?"),
            (WHOLE + case("pass: odd", "A.") + block("", "x"), 51, "There is no block ''"),
            (WHOLE + "## pass: open\n\n```posting\nx\n", 43, "'posting' is never closed"),
            (block("posting", "x") + WHOLE, 1, "stands before the first case"),
            (WHOLE + "## pass: blank\n\n" + block("posting", " \n"), 43, "The input is empty"),
            (WHOLE + case("pass: p", "A.", "pass") + block("expect", "pass"), 55, "two blocks"),
        ],
    )
    def test_what_tests_nothing_is_refused_with_its_line(
        self, text: str, line: int, reason: str
    ) -> None:
        found = faults(text)
        assert any(one.startswith(f"HOUSE001.md:{line}: ") and reason in one for one in found), (
            found
        )

    @pytest.mark.parametrize(
        ("expect", "reason"),
        [
            ("5:3-5:9 HOUSE01 no-stop", "'HOUSE01' is not expected here"),
            ("5:3-5:9 HOUSE001 nostop", "no message 'nostop'. Did you mean 'no-stop'?"),
            ("5:3-5:9 HOUSE001 no-stop grave", "'grave' is no severity"),
            ("5:3-5:9 HOUSE001", "is no expectation"),
            ("5:3 HOUSE001 no-stop", "is no expectation"),
            ("5:9-5:3 HOUSE001 no-stop", "is no range"),
            ("0:3-5:3 HOUSE001 no-stop", "is no range"),
            ("9:1-9:3 HOUSE001 no-stop", "The input has no place"),
            ("5:3-5:99 HOUSE001 no-stop", "The input has no place"),
            ("pass", "is to be 'fail', not 'pass'"),
            ("fail", "lists its findings"),
            ("5:1-5:2 POST003 item-without-words", "expects a finding of its rule"),
        ],
    )
    def test_an_expectation_that_cannot_hold_is_refused(self, expect: str, reason: str) -> None:
        found = faults(WHOLE + case("fail: x", "Lays fibre", expect))
        assert len(found) == 1
        assert found[0].startswith(("HOUSE001.md:52: ", "HOUSE001.md:51: "))
        assert reason in found[0]

    def test_findings_under_pass_are_refused(self) -> None:
        found = faults(WHOLE + case("pass: x", "Lays fibre", "5:3-5:13 HOUSE001 no-stop"))
        assert "A case under 'pass' expects no finding of its rule." in found[0]

    def test_every_fault_is_told_at_once(self) -> None:
        text = WHOLE + case("fails: x", "A") + case("fail: y", "B", "nonsense here")
        assert len(faults(text)) == 2

    def test_the_file_is_named_after_its_rule(self) -> None:
        assert "named after 'HOUSE002'" in faults(WHOLE, code="HOUSE002")[0]

    def test_fences_may_be_longer_than_those_in_the_text(self) -> None:
        inner = "````posting\n# Clerk\n\n## Duties\n\n- Files `x`.\n\n```\nplain\n```\n````\n"
        corpus = parse_corpus(WHOLE + "## pass: fenced\n\n" + inner, HOUSE)
        assert corpus.cases[-1].source.text.endswith("```\nplain\n```\n")

    def test_headings_inside_blocks_are_no_cases(self) -> None:
        assert len(parse_corpus(WHOLE, HOUSE).cases) == 3


class TestOptions:
    def test_a_case_sets_options_of_its_rule_and_facts_of_the_employer(self) -> None:
        toml = dedent(
            """\
            least = 20

            [employer]
            kind = "school"
            employees = 40
            jurisdictions = ["US-OR"]
            as-of = 2026-09-01
            """
        )
        text = WHOLE + case("not-applicable: too short", "Lays cable", options=toml)
        corpus = parse_corpus(text, HOUSE)
        employer = corpus.cases[-1].options.employer
        assert employer.employees == 40
        assert employer.jurisdictions == ("US-OR",)
        assert employer.kind is not None
        assert employer.kind.public
        assert problems(text) == []

    def test_the_same_input_under_other_options_is_another_case(self) -> None:
        text = WHOLE + case("not-applicable: too short", "Lays cable", options="least = 20")
        assert len(parse_corpus(text, HOUSE).cases) == 4

    @pytest.mark.parametrize(
        ("toml", "reason"),
        [
            ("lest = 3", "lest is no setting. Did you mean 'least'?"),
            ('least = "3"', "least must be a whole number"),
            ("least =", "The options are not TOML"),
            ("[employer]\nemployes = 3", "employer.employes is no setting. Did you mean"),
            ('[employer]\nkind = "scool"', "employer.kind must be one of"),
            ('[employer]\nemployees = "3"', "employer.employees must be a whole number"),
            ("employer = 3", "'employer' is a table"),
        ],
    )
    def test_options_nobody_has_are_refused(self, toml: str, reason: str) -> None:
        found = faults(WHOLE + case("pass: x", "Lays fibre.", options=toml))
        assert len(found) == 1
        assert reason in found[0]


class TestRunning:
    def test_a_finding_that_is_missing_or_elsewhere_is_told(self) -> None:
        text = TITLE + PASS + SHOUT + case("fail: x", "Lays", "5:3-5:6 HOUSE001 no-stop")
        told = problems(text)
        assert told[0] == "wanted and not found:  5:3-5:6 HOUSE001 no-stop"
        assert told[1].startswith("found and not wanted:  5:3-5:7 HOUSE001 no-stop")
        assert "'Lays' ends without a full stop." in told[1]

    def test_a_severity_that_is_not_the_rules_own_must_be_written(self) -> None:
        assert any(
            "shouting info" in one for one in problems(WHOLE.replace("shouting info", "shouting"))
        )
        assert problems(WHOLE.replace("HOUSE001 no-stop", "HOUSE001 no-stop warning")) == []

    def test_a_verdict_that_comes_out_otherwise_is_told(self) -> None:
        told = problems(WHOLE + case("not-applicable: x", "Lays fibre."))
        assert told == [
            "wanted 'not-applicable', came out as 'pass': It ends in a full stop.",
        ]

    def test_a_doubt_is_a_verdict_too(self) -> None:
        doubt = case("cannot-tell: x", "Lays fibre?", "cannot-tell")
        assert problems(WHOLE + doubt) == []

    def test_evidence_is_judged_where_places_are_listed(self) -> None:
        right = case("pass: x", "Lays fibre.", "5:3-5:14 pass")
        wrong = case("pass: x", "Lays fibre.", "5:3-5:10 pass")
        assert problems(WHOLE + right) == []
        assert problems(WHOLE + wrong) == [
            "wanted and not found:  5:3-5:10 pass",
            "found and not wanted:  5:3-5:14 pass",
        ]

    def test_slips_of_the_input_count(self) -> None:
        slip = WHOLE + case("pass: x", "Lays fibre.\n-")
        assert any("POST003 item-without-words" in one for one in problems(slip))

    def test_columns_count_characters_after_an_emoji(self) -> None:
        text = WHOLE + case("fail: x", "🏫 Lays fibre", "5:3-5:15 HOUSE001 no-stop")
        assert problems(text) == []


class TestFixes:
    def test_a_fixed_text_is_what_the_fixes_give(self) -> None:
        good = case(
            "fail: x", "Lays", "5:3-5:7 HOUSE001 no-stop", fixed=POSTING.format(duty="Lays.")
        )
        assert problems(WHOLE + good) == []

    def test_another_text_is_told(self) -> None:
        bad = case("fail: x", "Lays", "5:3-5:7 HOUSE001 no-stop", fixed=POSTING.format(duty="Lay."))
        assert "the fixes do not give the text under 'fixed'" in problems(WHOLE + bad)[0]

    def test_a_fixed_text_that_equals_its_input_is_refused(self) -> None:
        bad = case("fail: x", "Lays", "5:3-5:7 HOUSE001 no-stop", fixed=POSTING.format(duty="Lays"))
        assert "The fixed text equals the input." in faults(WHOLE + bad)[0]

    def test_a_fixed_text_that_still_fails_is_told(self) -> None:
        bad = case("fail: x", "Lays", "5:3-5:7 HOUSE001 no-stop", fixed=POSTING.format(duty="Lay!"))
        assert any("still fails" in one for one in problems(WHOLE + bad))

    def test_only_a_case_that_fails_can_be_fixed(self) -> None:
        bad = case("pass: x", "Lays.", fixed=POSTING.format(duty="Lay."))
        assert "Only a case that fails can be fixed." in faults(WHOLE + bad)[0]


class TestUpdating:
    def update(self, text: str) -> str:
        return update_corpus(parse_corpus(text, HOUSE, updating=True), Runner(HOUSE))

    def test_expectations_are_written_where_they_are_missing_or_wrong(self) -> None:
        bare = case("fail: x", "Lays fibre", fixed=POSTING.format(duty="Lays silk."))
        wrong = WHOLE.replace("5:3-5:13 HOUSE001 no-stop", "5:1-5:3 HOUSE001 shouting")
        text = self.update(wrong + bare)
        assert text.startswith(WHOLE)
        assert problems(text) == []
        assert "5:3-5:13 HOUSE001 no-stop\n```\n\n```fixed" in text

    def test_what_holds_is_left_as_it_stands(self) -> None:
        text = (
            WHOLE
            + case("pass: x", "Lays fibre.", "pass")
            + case("pass: y", "Lays fibres.", "5:3-5:15 pass")
        )
        assert self.update(text) == text

    def test_a_case_that_comes_out_otherwise_is_not_made_to_hold(self) -> None:
        text = WHOLE + case("pass: x", "Lays fibre")
        assert self.update(text) == text
        assert problems(text) != []


class TestPlugin:
    @pytest.fixture
    def corpus(self, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr("postlint.testing.plugin.load_packs", lambda: HOUSE)
        pytester.makeconftest('pytest_plugins = ["postlint.testing.plugin"]')
        folder = pytester.mkdir("corpus") / "rules"
        folder.mkdir()
        return folder / "HOUSE001.md"

    def test_every_case_is_a_test(self, pytester: pytest.Pytester, corpus: Path) -> None:
        corpus.write_text(WHOLE, "utf-8")
        result = pytester.runpytest_inprocess("-v")
        result.assert_outcomes(passed=3)
        result.stdout.fnmatch_lines(["*HOUSE001.md::fail: no stop PASSED*"])

    def test_a_case_that_fails_shows_file_line_and_what_came_out(
        self, pytester: pytest.Pytester, corpus: Path
    ) -> None:
        corpus.write_text(WHOLE + case("pass: x", "Lays fibre"), "utf-8")
        result = pytester.runpytest_inprocess()
        result.assert_outcomes(passed=3, failed=1)
        result.stdout.fnmatch_lines(
            ["*HOUSE001.md:41: pass: x", "wanted 'pass', came out as 'fail'*"]
        )
        result.stdout.no_fnmatch_line("*Traceback*")

    def test_a_refused_corpus_is_an_error_without_traceback(
        self, pytester: pytest.Pytester, corpus: Path
    ) -> None:
        corpus.write_text(TITLE + PASS, "utf-8")
        result = pytester.runpytest_inprocess()
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*HOUSE001.md:1: No case is to be 'fail'; a rule needs one."])

    def test_update_corpus_rewrites_the_file_and_says_so(
        self, pytester: pytest.Pytester, corpus: Path
    ) -> None:
        corpus.write_text(WHOLE.replace("5:3-5:13", "5:1-5:9"), "utf-8")
        result = pytester.runpytest_inprocess("--update-corpus")
        result.assert_outcomes(passed=3)
        result.stdout.fnmatch_lines(["rewritten, read the change: *HOUSE001.md"])
        assert corpus.read_text("utf-8") == WHOLE
        assert [path.name for path in corpus.parent.iterdir()] == ["HOUSE001.md"]

    def test_other_markdown_is_left_alone(self, pytester: pytest.Pytester, corpus: Path) -> None:
        corpus.write_text(WHOLE, "utf-8")
        (corpus.parent.parent / "notes.md").write_text("# Notes\n", "utf-8")
        pytester.runpytest_inprocess().assert_outcomes(passed=3)


def test_every_rule_of_our_packs_has_a_corpus() -> None:
    codes = {rule.meta.code for rule in load_packs().rules}
    assert codes
    assert codes - {path.stem for path in CORPORA.glob("*.md")} == set()


def test_checking_postings_does_not_need_the_kit() -> None:
    """Neither pytest nor `postlint.testing` is imported by what checks a posting."""
    code = (
        "import sys, postlint; postlint.check('# Clerk\\n\\n## Duties\\n\\n- Files.\\n');"
        "sys.exit(any(m.split('.')[0] == 'pytest' or m == 'postlint.testing' for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_verdict_of_a_trial_is_the_rules_own() -> None:
    trial = Runner(HOUSE).run(parse_corpus(WHOLE, HOUSE).cases[1])
    assert trial.verdict is Verdict.FAIL


def test_every_rule_that_ships_says_what_to_do_and_why_in_ten_words() -> None:
    for meta in (rule.meta for rule in load_packs().rules):
        assert 2 < len(meta.why.split()) <= 10, f"{meta.code}: why={meta.why!r}"
        assert meta.why.endswith("."), meta.code
        assert meta.family == "FORM" or meta.advice.endswith("."), f"{meta.code}: advice"

"""`postlint test-rules` tries house rules on their own examples."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postlint.__main__ import main

EXAMPLE = Path(__file__).parents[1] / "examples/house-rules"

RULE = """[[rule]]
code = "TST001"
name = "no-gurus"
message = "Seen: {words}"
words = [{ find = ["guru"] }]
"""
GOOD = "# Cook\\n\\n## Duties\\n\\n- Bakes bread for the schools.\\n"
BAD = "# Cook\\n\\n## Duties\\n\\n- Be our bread guru.\\n"


pytestmark = pytest.mark.usefixtures("folder")


def written(rule: str) -> str:
    Path("house.toml").write_text(rule, encoding="utf-8")
    return "house.toml"


def test_the_files_of_the_configuration_are_tried(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLE, folder / "house-rules")
    (folder / "house-rules/deep").mkdir()
    monkeypatch.chdir(folder / "house-rules")
    assert main(["test-rules", "--no-color"]) == 0
    out = capsys.readouterr().out
    assert "✓ riverbend.toml:5: RIV001 plain-titles  pass 1, fail 1\n" in out
    assert out.endswith(": all as wanted.\n")
    monkeypatch.chdir(folder / "house-rules/deep")
    assert main(["test-rules", "-q"]) == 0
    assert capsys.readouterr().out == ""


def test_examples_that_come_out_otherwise_are_told_and_exit_with_1(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = written(f'{RULE}pass = ["{BAD}", "{GOOD}"]\nfail = ["{GOOD}"]\n')
    assert main(["test-rules", "--no-color", name]) == 1
    out = capsys.readouterr().out
    assert "✗ house.toml:2: TST001 no-gurus  pass 1, pass 2, fail 1\n" in out
    assert "pass 1: It should pass, and the rule finds something. line 5: Seen: guru\n" in out
    assert "pass 2:" not in out
    assert "fail 1: The rule should find something, and it passes." in out
    assert out.endswith("3 examples of 1 rule: 1 as wanted, 2 not.\n")


def test_a_rule_without_examples_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test-rules", "--no-color", written(RULE)]) == 0
    out = capsys.readouterr().out
    assert out == (
        "- house.toml:2: TST001 no-gurus  no pass example, no fail example\n"
        "No rule of house.toml has an example.\n"
    )


def test_a_text_that_is_no_posting_tests_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    bill = "Invoice 4711\\n\\nTwo pallets of paper. Pay within thirty days."
    assert main(["test-rules", written(f'{RULE}pass = ["{bill}"]\n')]) == 1
    assert "does not settle whether this is a job posting" in " ".join(
        capsys.readouterr().out.split()
    )


def test_a_rule_that_clashes_with_another_pack_fails(capsys: pytest.CaptureFixture[str]) -> None:
    rule = RULE.replace("TST001", "ADA001") + f'pass = ["{GOOD}"]\n'
    assert main(["test-rules", written(rule)]) == 1
    assert "ADA001" in capsys.readouterr().out.split("pass 1: ")[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "No file of house rules was named"),
        (["house.tml"], "house.tml: there is no such file"),
        (["."], "it is a folder"),
        (["broken.toml"], "broken.toml:3: "),
    ],
)
def test_wrong_use_exits_with_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    Path("broken.toml").write_text('[[rule]]\ncode = "TST001"\nname = 3\n', encoding="utf-8")
    assert main(["test-rules", *arguments]) == 2
    assert words in capsys.readouterr().err

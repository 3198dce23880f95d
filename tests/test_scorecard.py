"""The scorecard: the same numbers on the command line, in HTML, in JSON and for an editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from postlint import Linter
from postlint.cli.app import app
from postlint.engine.scorecard import scorecard
from postlint.lsp.scorecard import scorecard as for_editor

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
TEXT = """\
# Network Manager

Salary: $80,000 to $95,000 per year

## Essential duties

- Leads the network team of five. (E)
- Configures switches and radios. (E)
- Stocks the cart.

## Qualifications

- Three years of experience with networks.
- A bachelor's degree, or equivalent experience.
- Spanish is a plus.

## Equal opportunity

The town is an equal opportunity employer.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "manager.posting"
    made.write_text(TEXT, encoding="utf-8")
    return made


def test_the_numbers_are_those_of_the_posting() -> None:
    report = Linter().check(TEXT, kind="markup")
    assert report.measures["pay_stated"] == 1
    assert report.measures["requirements"] == 2
    assert report.measures["statements"] == 1
    verdicts = [outcome.verdict.value for outcome in report.outcomes]
    passed, failed = verdicts.count("pass"), verdicts.count("fail")
    assert report.measures["rules_passed"] == round(passed / (passed + failed), 4)
    shown = {score.measure: score.shown for score in scorecard(report)}
    assert shown["statements"] == "equal opportunity"
    assert shown["essential_share"] == f"{report.measures['essential_share']:.0%}"
    assert shown["rules_passed"].startswith(f"{passed} of {passed + failed} ")


def test_a_number_that_cannot_be_had_is_left_out() -> None:
    report = Linter().check("# Clerk\n\n{{ pay }}\n\n## Duties\n\n- Files.\n", kind="markdown")
    assert report.measures["pay_stated"] is None
    names = {score.measure for score in scorecard(report)}
    assert "pay_stated" not in names
    assert "essential_share" not in names
    assert "reading_grade" not in names


def test_every_door_shows_the_same(path: Path) -> None:
    assert "Reading grade (Flesch-Kincaid)" in _shown_everywhere(path)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared postings are not beside the checkout")
def test_every_door_shows_the_same_of_real_postings() -> None:
    texts = sorted(CORPUS.rglob("*.txt"))[::70]
    assert len(texts) > 5
    for path in texts:
        _shown_everywhere(path)


def _shown_everywhere(path: Path) -> str:
    """Hold the numbers of all doors to those of the check; return what the command printed."""
    report = Linter().check_file(path)
    scores = scorecard(report) if report.is_posting else ()
    runner = CliRunner()
    plain = ["check", "--isolated", "--no-cache", "--exit-zero", str(path)]
    screen = runner.invoke(app, [*plain, "--scorecard"]).output
    page = runner.invoke(app, [*plain, "--format", "html"]).output
    data = json.loads(runner.invoke(app, [*plain, "--format", "json"]).output)
    card = for_editor(report)
    for score in scores:
        assert score.name in screen
        assert score.shown in screen
        assert f"<td>{score.shown}</td>" in page
        assert data["reports"][0]["measures"][score.measure] == report.measures[score.measure]
        assert {"measure": score.measure, "name": score.name, "shown": score.shown} in card[
            "scores"
        ]
    assert len(card["scores"]) == len(scores)
    return screen


def test_it_is_shown_only_where_it_is_asked_for(path: Path) -> None:
    run = CliRunner().invoke(app, ["check", "--isolated", "--no-cache", "--exit-zero", str(path)])
    assert "Scorecard" not in run.output

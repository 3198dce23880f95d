"""What the seed postings yield: the table of the facts this project grew from, as a test.

The seeds are not part of the project. Where they are not beside it, the tests
skip and say so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from postlint import Linter, Report, Severity, Verdict

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
MAINE, OREGON, CITY = "000", "001", "002"
ARTICLES = ("003", "004")

PASS = (Verdict.PASS, None)
SILENT = (Verdict.NOT_APPLICABLE, None)
INFO = (Verdict.FAIL, Severity.INFO)
WARNING = (Verdict.FAIL, Severity.WARNING)

# One row a rule, one column a seed: Maine, Oregon, the city.
TABLE = {
    "cabinet-reporting-line": (PASS, INFO, INFO),
    "leadership-duty-share": (INFO, INFO, PASS),
    "essential-functions-unmarked": (WARNING, PASS, PASS),
    "all-duties-essential": (SILENT, INFO, INFO),
    "accommodation-statement-missing": (INFO, PASS, INFO),
    "physical-demand-unlinked": (SILENT, WARNING, SILENT),
    "physical-demand-manner": (SILENT, INFO, SILENT),
    "psychological-trait-demand": (SILENT, WARNING, SILENT),
    "drivers-licence-unjustified": (SILENT, WARNING, SILENT),
    "eeo-statement-missing": (PASS, PASS, WARNING),
    "equity-statement-request": (SILENT, SILENT, INFO),
    "protected-classes-incomplete": (WARNING, WARNING, SILENT),
    "protected-status-preference": (SILENT, SILENT, WARNING),
    "protected-status-inquiry": (SILENT, SILENT, WARNING),
}


@cache
def linter() -> Linter:
    return Linter(select=("LEAD", "ADA", "EQTY"))


@cache
def report(number: str) -> Report:
    if not SEEDS.is_dir():
        pytest.skip(f"the seed postings are not at {SEEDS}")
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return linter().check_file(path)


@pytest.mark.parametrize("rule", TABLE)
@pytest.mark.parametrize("seed", [MAINE, OREGON, CITY])
def test_the_table_of_seeds_holds(rule: str, seed: str) -> None:
    """Verdict and severity are those of the table."""
    (record,) = (record for record in report(seed).outcomes if record.name == rule)
    wanted = TABLE[rule][(MAINE, OREGON, CITY).index(seed)]
    assert (record.verdict, record.severity) == wanted, record.reason


@pytest.mark.parametrize("seed", ARTICLES)
def test_an_article_is_no_posting(seed: str) -> None:
    """An article is said to be none, and no rule is asked about it."""
    found = report(seed)
    assert not found.is_posting
    assert [diagnostic.name for diagnostic in found.diagnostics] == ["not-a-posting"]
    assert {record.verdict for record in found.outcomes} == {Verdict.NOT_APPLICABLE}


def test_marks_of_the_class_specification_are_counted() -> None:
    """Fifteen of the sixteen duties bear a mark, and the evidence is the marks."""
    (record,) = (
        record
        for record in report(OREGON).outcomes
        if record.name == "essential-functions-unmarked"
    )
    assert "15 of 16" in record.reason
    assert len(record.spans) == 15


@pytest.mark.parametrize("seed", [MAINE, OREGON, CITY])
def test_findings_point_at_words(seed: str) -> None:
    """No finding of a seed points at nothing."""
    found = report(seed)
    assert all(found.source.slice(one.span).strip() for one in found.diagnostics)

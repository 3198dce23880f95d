"""Rules of United States law say nothing of work that is known to be elsewhere."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts.declared import Employer
from postlint.rules.rule import Verdict

POSTING = (
    "Records Officer\n\n{place}\n\nDuties\n\n- Files the papers of the archive.\n"
    "- Answers letters.\n"
    "- Lifts boxes of 20 kilos and must be able to stand for hours.\n\n"
    "Requirements\n\n- Two years of experience.\n- A valid driver's licence.\n"
    "- He or she is able-bodied.\n\n"
    "How to apply\n\nSend a letter and tell us of any disability you have.\n"
)
OF_LAW = ("ADA001", "ADA005", "ADA006", "ADA010", "ADA011", "EQTY001", "EQTY008", "EQTY021")
OF_WORDS = ("EQTY014", "ADA009")


def check(place: str, employer: Employer | None = None) -> Report:
    return Linter(employer=employer).check(POSTING.format(place=place), kind="text")


def verdicts(report: Report) -> dict[str, Verdict]:
    return {record.code: record.verdict for record in report.outcomes}


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Location: Leeds, UK\n\nSalary: £31,000", "the United Kingdom"),
        ("Location: Winnipeg, Manitoba", "Canada"),
        ("Location: Lisbon, Portugal", "Portugal"),
    ],
)
def test_abroad_they_are_not_applicable(place: str, country: str) -> None:
    """They name the country and what tells it; rules about words go on."""
    report = check(place)
    found = verdicts(report)
    assert {found[code] for code in OF_LAW} == {Verdict.NOT_APPLICABLE}
    assert {found[code] for code in OF_WORDS} == {Verdict.FAIL}
    reason = next(record.reason for record in report.outcomes if record.code == "EQTY001")
    assert country in reason


def test_in_doubt_they_cannot_tell() -> None:
    """Signs of two countries are no certainty of one."""
    found = verdicts(check("Offices: Leeds, UK and Tulsa, Oklahoma. Open to the United States."))
    assert {found[code] for code in OF_LAW} == {Verdict.CANNOT_TELL}


@pytest.mark.parametrize(
    "place", ["We like tea.", "Location: Tulsa, Oklahoma", "Partners in Canada."]
)
def test_elsewhere_nothing_changes(place: str) -> None:
    """A text that names no country, or the United States, is judged."""
    found = verdicts(check(place))
    assert found["EQTY001"] is Verdict.FAIL
    assert found["ADA001"] is Verdict.FAIL


def test_what_was_declared_wins() -> None:
    """An employer that says where it is bound is believed."""
    home = Employer(jurisdictions=("US-OK",))
    assert verdicts(check("Location: Leeds, UK", home))["EQTY001"] is Verdict.FAIL
    both = Employer(jurisdictions=("GB", "US-OK"))
    assert verdicts(check("Location: Leeds, UK", both))["EQTY001"] is Verdict.FAIL
    away = Employer(jurisdictions=("GB",))
    assert verdicts(check("We like tea.", away))["EQTY001"] is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("place", "words", "citation"),
    [
        ("IE", "Salesman wanted.", "Ireland, Employment Equality Act"),
        ("GB", "Salesman wanted.", "Great Britain, Equality Act 2010"),
        ("DE", "Salesman wanted.", "Germany, AGG s. 11"),
        ("US-OH", "Salesman wanted.", "42 U.S.C. 2000e-3(b)"),
    ],
)
def test_a_title_for_one_sex_is_judged_by_the_law_of_the_place(
    place: str, words: str, citation: str
) -> None:
    text = f"# Salesman\n\n{words}\n\n## Duties\n\n- Sells boats.\n"
    report = Linter(employer=Employer(jurisdictions=(place,))).check(text)
    found = next(one for one in report.diagnostics if one.code == "EQTY013")
    assert any(text.citation.startswith(citation) for text in found.authority)
    homes = {text.jurisdiction.partition("-")[0] for text in found.authority}
    assert homes <= {place.partition("-")[0], ""}

"""Statements of equal opportunity in the short and odd forms employers print."""

import pytest

from postlint import Employer, Linter, Verdict

POSTING = (
    "# Records Clerk\n\nThe Town seeks a records clerk.\n\n"
    "## Duties\n\n- File the deeds.\n- Answer letters.\n\n{closing}\n"
)
TAGLINES = (
    "EOE M/F/Veteran/Disability",
    "EEO/AA: Females/Veterans/Disabled",
    "EOE/Disabled/Vet",
    "We are an EEO/AA employer, Disabled/Vets",
    "Females/Minorities/Veterans/Disabled. Equal Opportunity Employer.",
)


def verdict(closing: str, code: str, *, contractor: bool = False) -> Verdict:
    employer = Employer(federal_contractor=contractor)
    report = Linter(employer=employer).check(POSTING.format(closing=closing))
    return next(record.verdict for record in report.outcomes if record.code == code)


@pytest.mark.parametrize("tagline", TAGLINES)
def test_a_tagline_below_a_list_of_duties_is_a_statement(tagline: str) -> None:
    assert verdict(tagline, "EQTY001") is Verdict.PASS
    assert verdict(tagline, "EQTY008", contractor=True) is Verdict.PASS


@pytest.mark.parametrize(
    "refusal",
    [
        "The Town does not discriminate in employment. Questions: Room 4.",
        "Our schools do not unlawfully discriminate in admissions or hiring.",
        "The library prohibits discrimination in recruitment.",
    ],
)
def test_a_refusal_to_discriminate_in_hiring_needs_no_list_of_grounds(refusal: str) -> None:
    assert verdict(refusal, "EQTY001") is Verdict.PASS
    # It names neither word a contractor owes, and is told so.
    assert verdict(refusal, "EQTY008", contractor=True) is Verdict.FAIL


@pytest.mark.parametrize(
    "other",
    [
        "- Learns EEO, disability and veterans law.",
        "- Enforces the ordinance that prohibits discrimination in employment.",
        "The museum does not discriminate between old and new prints.",
    ],
)
def test_knowledge_duties_and_other_discrimination_are_no_statement(other: str) -> None:
    assert verdict(other, "EQTY001") is not Verdict.PASS

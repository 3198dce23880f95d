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


@pytest.mark.parametrize("closing", ["EOE", "Salary $41,000, DOQ. EOE", "Until filled. EOE/ADA"])
def test_letters_are_a_statement_whatever_paragraph_follows(closing: str) -> None:
    followed = f"{closing}\n\nInformation: www.fenmouth.example/careers\n\nApply by letter."
    assert verdict(followed, "EQTY001") is verdict(closing, "EQTY001")
    assert verdict("Files the EEO report\n\nof the town.", "EQTY001") is Verdict.FAIL


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


def fact_of(text: str, name: str) -> str | None:
    said = Linter().check(text).facts[name].value
    assert said is None or isinstance(said, str)
    return said


@pytest.mark.parametrize(
    "commitment",
    [
        "The archive encourages applications from women and minorities.",
        "We strive for a staff reflective of our community.",
        "We look for curators who contribute to diversity in the field.",
        "We build a culture of belonging to which everybody adds.",
        "The Town is committed to building a diverse workforce.",
    ],
)
def test_a_wish_for_a_staff_of_all_kinds_is_a_commitment_to_equity(commitment: str) -> None:
    assert fact_of(POSTING.format(closing=commitment), "equity_commitment") == commitment


@pytest.mark.parametrize(
    "other",
    [
        "Maintain a list of the tools belonging to the Town.",
        "Our diverse workforce is committed to answering each letter in a day.",
    ],
)
def test_property_and_praise_are_no_commitment_to_equity(other: str) -> None:
    assert fact_of(POSTING.format(closing=other), "equity_commitment") is None


QUALIFIED = "# Archivist\n\nThe Town seeks an archivist.\n\n## Qualifications\n\n{asked}\n"


@pytest.mark.parametrize(
    "asked",
    [
        "A master's degree or its equivalent.",
        "Requires knowledge and skill equivalent to completion of two years of college.",
        "Any combination of training and experience that gives the skills above qualifies.",
    ],
)
def test_an_equivalent_of_a_degree_is_heard_without_the_word_experience(asked: str) -> None:
    assert fact_of(QUALIFIED.format(asked=asked), "degree_equivalency") == asked


def test_a_combination_that_replaces_is_told_before_one_that_is_only_welcome() -> None:
    replaces = "Any equivalent combination of education and experience may be considered."
    asked = (
        f"A degree in history.\n\nAny combination of education and work is welcome.\n\n{replaces}"
    )
    assert fact_of(QUALIFIED.format(asked=asked), "degree_equivalency") == replaces


def test_a_school_diploma_or_its_equivalent_replaces_no_degree() -> None:
    asked = "High school diploma or equivalent."
    assert fact_of(QUALIFIED.format(asked=asked), "degree_equivalency") is None

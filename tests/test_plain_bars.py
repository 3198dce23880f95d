"""Sentences that shut people out in plain words are found, wherever they stand."""

from __future__ import annotations

import pytest

from postlint import Linter, Verdict

LINTER = Linter()
POSTING = (
    "Head Gardener\n\nDuties\n\n• Plans the beds of the parks.\n• Trains the crew each spring.\n"
    "• Keeps the tools in order.\n\nQualifications\n\n• Five years of experience.\n• {}\n"
)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("EQTY015", "Ladies are preferred."),
        ("EQTY015", "Looking for a male gardener."),
        ("EQTY015", "Preferably a woman."),
        ("EQTY017", "No one over fifty need apply."),
        ("EQTY017", "People over 55 are not wanted."),
        ("EQTY017", "Has just left university."),
        ("EQTY017", "Maximum age: 40."),
        ("EQTY017", "Ages 25-35."),
        ("EQTY017", "Should be in their twenties."),
        ("EQTY019", "Send a copy of your birth certificate."),
        ("EQTY020", "English as a first language."),
        ("EQTY021", "Green card holders need not apply."),
        ("EQTY023", "Must attend church."),
        ("EQTY023", "Single or without children preferred."),
        ("EQTY024", "Must be attractive."),
        ("EQTY025", "No criminal record of any kind."),
        ("EQTY025", "Felons need not apply."),
        ("EQTY025", "Never been arrested."),
        ("EQTY027", "Good credit score."),
        ("ADA009", "No health problems."),
        ("ADA011", "Have you ever had a back injury?"),
        ("ADA011", "List your medications."),
        ("ADA012", "A doctor's note with the application."),
        ("ADA012", "Complete a medical questionnaire with the application."),
        ("ADA012", "A physical prior to any offer."),
        # An item that names no verb of demanding, and a line of a form.
        ("ADA009", "Perfect health and a strong back"),
        ("EQTY017", "Aged 23 to 33"),
        ("EQTY017", "Age range: 24-34"),
        ("EQTY023", "Devout Lutheran"),
        ("EQTY024", "Slender figure"),
        # In a clause of its own, said of whoever is so.
        ("ADA009", "We regret that we are unable to employ gardeners who have epilepsy."),
        ("EQTY015", "The orchard, we feel, is out of bounds for women."),
        ("EQTY017", "Those born before 1975 are best advised to look elsewhere."),
        ("EQTY020", "Workers from Poland would struggle with our customers."),
        ("EQTY025", "Ex-convicts: this is no place for you; they cannot be accommodated."),
        ("EQTY028", "Gardeners who have been made redundant will not be shortlisted."),
        # A kind of person before a trade, and beside another kind.
        ("EQTY010", "Caucasian gardeners or Asian gardeners are what the owners want."),
        ("EQTY020", "The trust favors Filipino gardeners."),
        ("EQTY020", "Cooks from Jamaica or Haiti are our favorites."),
        ("EQTY015", "Only Kenyan or Ugandan men."),
        ("EQTY023", "Divorced gardeners won't be hired."),
        # A line of a form, and a kind of person in an item of its own.
        ("EQTY020", "Nationality: Polish or Czech"),
        ("EQTY023", "Civil status: married"),
        ("ADA009", "Somebody with a sound back"),
        ("EQTY015", "A grandfatherly type"),
        ("EQTY015", "Greek-speaking man, with a license"),
        ("EQTY017", "Young planters"),
        ("EQTY023", "Married, with a garden of one's own"),
        # What may not be worn, or is asked of whoever is ill.
        ("EQTY024", "Gardeners may not wear a turban."),
        ("ADA011", "Tell us of any seizures."),
        ("ADA009", "Nobody who takes insulin will be hired."),
        ("EQTY021", "Illegal aliens and permanent residents should not apply."),
        # A reason in another clause cancels nothing.
        ("EQTY015", "Must be a woman, our clients feel safer."),
        ("EQTY017", "Under 35 preferred because of the hours."),
        # What becomes of an application.
        ("EQTY028", "A career break will get your letter thrown out."),
        # Beside another thing.
        ("PAY013", "Your present salary and bonus must be set out."),
    ],
)
def test_a_plain_bar_is_found(code: str, sentence: str) -> None:
    """No guard for another sense takes it for one."""
    report = LINTER.check(POSTING.format(sentence))
    found = {record.code: record.verdict for record in report.outcomes}
    assert found[code] is Verdict.FAIL


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("EQTY015", "Works with male and female patients."),
        ("EQTY017", "Leads programs for people over 55."),
        ("EQTY025", "Keeps the criminal record of each case."),
        ("EQTY027", "Good at credit analysis for borrowers."),
        ("EQTY017", "Mentors young gardeners of the trust."),
        ("EQTY015", "Women, men, and everybody else may apply."),
        ("EQTY020", "Feeds plants from Poland."),
        ("EQTY023", "Trims the hedge of a Lutheran church."),
        ("ADA009", "Knows the health problems of trees."),
        ("ADA012", "Files each doctor's note of the crew."),
        ("EQTY020", "Edits labels that native speakers wrote."),
        ("EQTY017", "Hires people just out of the army."),
        ("EQTY017", "Plants hedges for walkers between 25 and 50."),
        ("EQTY028", "It is illegal here to say that the unemployed need not apply."),
        ("EQTY014", "Waters the roses of the pastor and his wife."),
        ("EQTY015", "Helps women walking alone first."),
        ("EQTY021", "A clearance is needed, and its contract asks for citizenship."),
        ("EQTY021", "Visa or citizen, we take all who may work here."),
        ("EQTY025", "Nobody with a record is refused."),
        ("EQTY022", "No H-1B visa holders, as the park cannot sponsor."),
    ],
)
def test_what_only_sounds_like_a_bar_is_none(code: str, sentence: str) -> None:
    """The work has to do with it, or the law allows it."""
    report = LINTER.check(POSTING.format(sentence))
    found = {record.code: record.verdict for record in report.outcomes}
    assert found[code] is not Verdict.FAIL


# Whoever is named is turned away or wanted, whatever the manner and whoever it is.
BARS = (
    "{} are not what we're looking for.",
    "We are not hiring {}.",
    "We have had bad luck with {}.",
    "We don't bother with {}.",
    "{} not considered.",
    "{} have no future here.",
    "{}, forget it.",
    "Letters of {} go in the bin.",
    "Anybody but {} may apply.",
    "The owner does not want {}.",
    "We have ruled out {}.",
    "Our client will not see {}.",
    "This work is beyond {}.",
    "{} would slow the crew down.",
    "{} should think about the stairs before applying.",
    "{} get no answer from us.",
    "All may apply, {} excepted.",
    "Excluded: {}.",
)
WANTS = (
    "{} please.",
    "{} get first dibs.",
    "The work is usually done by {}.",
    "Calling all {}!",
    "{} apply here.",
    "Our best gardeners have been {}.",
    "We have always hired {}.",
    "The guests ask for {}.",
    "We do best with {}.",
    "Preference shall be shown to {}.",
    "{} take precedence.",
    "{} are what we have in mind.",
    "Target group: {}.",
)
KINDS = (("EQTY015", "Men"), ("EQTY017", "Retirees"), ("EQTY020", "Haitian gardeners"))


@pytest.mark.parametrize("manner", BARS + WANTS)
@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_any_kind_is_found_in_any_manner(code: str, kind: str, manner: str) -> None:
    """What is done with a kind of person is read by itself, and so is who it is."""
    words = manner.format(kind if manner.startswith("{}") else kind[0].lower() + kind[1:])
    report = LINTER.check(POSTING.format(words.replace("haitian", "Haitian")))
    found = {record.code: record.verdict for record in report.outcomes}
    assert found[code] is Verdict.FAIL

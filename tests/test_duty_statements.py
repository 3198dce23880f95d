"""Where duties stand: clauses, lines without bullets, newsletters, paragraphs."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.clauses import split_clauses
from postlint.text.source import Span

LINTER = Linter()


def duties(text: str, kind: str = "text") -> list[str]:
    return [duty.text.text for duty in LINTER.read(text, kind=kind).duties]


def test_clauses_with_semicolons_are_duties_each() -> None:
    text = (
        "PARKS SUPERVISOR\n\nDUTIES\n\nA Parks Supervisor plans the care of nine parks; supervises"
        " twelve gardeners; prepares the yearly budget; and may represent the department.\n\n"
        "REQUIREMENTS\n\n1. Four years of gardening.\n2. A licence to drive.\n"
    )
    assert duties(text) == [
        "A Parks Supervisor plans the care of nine parks",
        "supervises twelve gardeners",
        "prepares the yearly budget",
        "represent the department.",
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "DUTIES: (1) plans nine parks; (2) prunes hedges; and (3) waters beds.",
        "DUTIES\n\nThe warden will: (a) plans nine parks, (b) prunes hedges, (c) waters beds.",
        "DUTIES\n\u2022 plans nine parks. \u2022 prunes hedges. \u2022 waters beds.",
        "DUTIES: 1) plans nine parks; 2) prunes hedges; 3) waters beds.",
        "DUTIES\ni. plans nine parks\nii. prunes hedges\niii. waters beds.",
    ],
)
def test_numbers_part_duties_in_a_sentence_and_in_a_list(listed: str) -> None:
    found = duties(f"PARK WARDEN\n\n{listed}\n\nREQUIREMENTS\n\n- A licence to drive.\n")
    assert [duty.strip(" .") for duty in found] == [
        "plans nine parks",
        "prunes hedges",
        "waters beds",
    ]


@pytest.mark.parametrize("name", ["Duties", "Your responsibilities include"])
def test_a_bold_name_heads_the_few_words_that_say_what_is_done(name: str) -> None:
    text = f"# Park Warden\n\n**{name}:** planting trees, mowing lawns and raking leaves.\n"
    asked = "\n**Requirements:** two years with trees.\n"
    posting = LINTER.read(text + asked, kind="markdown")
    assert [one.kind and one.kind.value for one in posting.sections[-2:]] == [
        "duties",
        "qualifications",
    ]


def test_a_newsletter_says_who_and_where_before_the_dash() -> None:
    text = (
        "Parks Supervisor, Alder County, Ohio \u2014 Plans the care of nine parks; supervises"
        " twelve gardeners; with the help of the clerk, prepares the yearly budget."
        " Salary: $51,000. Application: send a letter to the clerk.\n"
    )
    assert duties(text) == [
        "Plans the care of nine parks",
        "supervises twelve gardeners",
        "with the help of the clerk, prepares the yearly budget.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Offices in Alder, Ohio; Bend, Oregon; Salem, Oregon; and Reno, Nevada.",
        "Two years of welding; three years of plumbing; a licence; or a degree.",
        "Plans the budget; leads nine people.",
    ],
)
def test_a_list_of_names_is_no_list_of_duties(text: str) -> None:
    assert split_clauses(text, Span(0, len(text))) == []


def test_experience_in_clauses_is_no_duty() -> None:
    text = (
        "Parks Supervisor\n\nRequired education\n\nTwo years of planting trees; mowing lawns;"
        " pruning hedges; watering beds; and raking leaves.\n\nDUTIES\n- Plans.\n- Leads.\n"
    )
    assert duties(text) == ["Plans.", "Leads."]


def test_lines_without_bullets_are_a_list_however_they_open() -> None:
    text = (
        "Parks Supervisor\n\nDUTIES\n\nDaily walk through the parks with the gardeners\n"
        "As asked, reports on the state of hedges\nCare of tools and of the two vans\n\n"
        "QUALIFICATIONS\n- Two years of gardening.\n"
    )
    assert duties(text) == [
        "Daily walk through the parks with the gardeners",
        "As asked, reports on the state of hedges",
        "Care of tools and of the two vans",
    ]


def test_lines_of_a_paragraph_that_open_as_duties_do_are_a_list() -> None:
    text = (
        "# Parks Supervisor\n\n## Responsibilities\n\nThe post covers:\n\n"
        "Oversee a team of gardeners\nBuild ties with the clubs\nReport on hedges\n\n"
        "## Requirements\n\nTwo years of gardening.\n"
    )
    assert duties(text, "markdown") == [
        "Oversee a team of gardeners",
        "Build ties with the clubs",
        "Report on hedges",
    ]


def test_paragraphs_of_sentences_are_no_list() -> None:
    text = (
        "# Parks Supervisor\n\n## Responsibilities\n\nLead the crew. Plan its week.\n"
        "Build ties with clubs. Answer letters.\nReport on hedges. Count trees.\n"
    )
    assert len(duties(text, "markdown")) == 6


def test_one_paragraph_run_in_does_not_swallow_what_follows() -> None:
    """Benefits in one paragraph, then the description: the description is the work."""
    text = (
        "Title: Parks Supervisor\nEmployer: Alder County\n\nJOB DESCRIPTION\n\n"
        "Summary of Benefits: The post can be worked from home. Vacation days are paid.\n\n"
        "Serves as the supervisor of nine parks and their staff.\n\n"
        "Prepares the budget for plants and tools. Advises the board.\n\n"
        "Sets the standards for playgrounds and paths.\n\nPerforms other duties as required.\n\n"
        "Preferred qualifications:\nFive years of gardening.\n"
    )
    assert len(duties(text)) == 4


@pytest.mark.parametrize(
    "lead",
    [
        "A strong candidate will be:",
        "You will do well here if you bring:",
        "These are a must:",
        "Our ideal candidate has:",
    ],
)
def test_a_sentence_that_leads_a_list_in_begins_a_section(lead: str) -> None:
    text = f"Parks Supervisor\n\nDuties\n- Plans.\n- Leads.\n{lead}\n- Patience\n- Two languages\n"
    posting = LINTER.read(text, kind="text")
    assert [duty.text.text for duty in posting.duties] == ["Plans.", "Leads."]
    last = posting.sections[-1]
    assert last.kind is not None
    assert last.kind.value == "qualifications"


@pytest.mark.parametrize(
    "aside",
    [
        "Describe your experience with maps.",
        "Please explain how you would teach new readers.",
        "Which of these have you done?",
        "Select...",
        "Submit your application by noon.",
        "Attach a cover letter and a resume.",
        "Click here to see the map room.",
        "Search for jobs",
        "Open until filled",
        "If you have a degree, name its subject.",
        "The ideal candidate will possess patience.",
        "Candidates must have a clean record.",
        "Salary is set by the council.",
        "Learn more about life in Fenton.",
        "Closing date for replies is the third of May.",
        "Interviews will be held in the week of the fair.",
        "Screening of replies will begin in March.",
        "Preference will be given to those who draw.",
        "Work location is the old mill.",
        "Work is reviewed once a year.",
        "Works under general supervision of the keeper.",
        "You will report to the keeper of maps.",
        "This role is a part-time one.",
        "Join our small house of readers.",
        "Experience with engraved maps.",
        "Ability to read old hands.",
        "Familiarity with the town and its parishes.",
    ],
)
def test_what_speaks_to_an_applicant_is_no_duty(aside: str) -> None:
    """A questionnaire and a site's buttons stand among duties and open as they do."""
    duties = ["Keeps the maps.", "Describes new maps.", "Submits reports to the board."]
    text = "Map Clerk\n\nDuties\n" + "".join(f"- {each}\n" for each in [*duties, aside])
    assert [duty.text.text for duty in Linter().check(text).posting.duties] == duties


@pytest.mark.parametrize(
    "duty",
    [
        "Describes your agency's work to the public.",
        "Share your knowledge with new clerks as their mentor.",
        "Submit vouchers and timesheets each week.",
        "Select maps for the yearly show.",
        "Provide mail service to all branches.",
        "Search for lost maps and books.",
        "Complete the yearly count of maps.",
        "Reviews replies for the yearly prize.",
        "Works with the printer on new sheets.",
        "Work with readers to find old sheets.",
        "Knowledge management: keeps the catalogue in order.",
    ],
)
def test_what_opens_like_an_aside_may_be_a_duty(duty: str) -> None:
    """The same verbs say what the holder does where nothing is asked of an applicant."""
    text = f"Map Clerk\n\nDuties\n- Keeps the maps.\n- {duty}\n- Answers readers.\n"
    assert duty in [found.text.text for found in Linter().check(text).posting.duties]


@pytest.mark.parametrize(
    "sentence",
    [
        "The consultant will draw new sheets for each of the parishes.",
        "This librarian will be tasked with the care of the old atlases.",
        "The post-holder is charged with the repair of all bound volumes.",
        "Under direction of the keeper, the map librarian will mend the old sheets.",
        "As part of a house of readers, you will draw the maps of the yearly walk.",
        "You\u2019ll mend torn sheets and bind them with the others.",
    ],
)
def test_whoever_holds_the_job_does_it(sentence: str) -> None:
    """Running text names the holder by many words, and what they do by being charged with it."""
    text = f"Map Clerk\n\nAbout the post\n\nThe map room stands by the river. {sentence}\n"
    assert duties(text) == [sentence]


@pytest.mark.parametrize("dash", [" \u2013 ", "\u2014 ", "\u2013 "])
def test_a_sentence_behind_who_and_where_says_what_is_done(dash: str) -> None:
    """A newsletter's entry begins with the title and the place, and its first sentence follows."""
    said = "This position is responsible for the upkeep of all maps and globes."
    entry = f"Map Clerk, Elk County{dash}{said} Salary: $20 an hour. Deadline: May 3.\n"
    assert duties(entry) == [said]


@pytest.mark.parametrize(
    "sentence",
    [
        "In this cold room, you will need to be able to lift all of the atlases.",
        "In the body of your letter, you must also include your name and your street.",
    ],
)
def test_what_an_applicant_needs_is_not_what_the_holder_does(sentence: str) -> None:
    """A sentence about "you" may ask something of an applicant."""
    assert duties(f"Map Clerk\n\nAbout the post\n\n{sentence}\n") == []


def test_a_paragraph_that_opens_as_a_duty_between_two_is_one() -> None:
    """A bullet is lost on the way from a page to its text; what leads in is no duty."""
    bullets = "- Keeps the maps.\n\n"
    text = f"Map Clerk\n\nDuties\n\n{bullets}Teaches new readers to fold.\n\n- Answers readers.\n"
    assert duties(text) == ["Keeps the maps.", "Teaches new readers to fold.", "Answers readers."]
    text = f"Map Clerk\n\nDuties\n\n{bullets}In the winter months:\n\n- Answers readers.\n"
    assert duties(text) == ["Keeps the maps.", "Answers readers."]


def test_what_all_who_hold_a_job_do_are_duties_where_nothing_else_states_one() -> None:
    """Of an employer's people it may be said too, so a post's own sentences come first."""
    many = "Interns research motions, sit in on hearings and write memos."
    assert duties(f"Summer Intern\n\n{many}\n") == [many]
    own = "The intern writes memos and files them by noon."
    assert duties(f"Summer Intern\n\n{many} {own}\n") == [own]

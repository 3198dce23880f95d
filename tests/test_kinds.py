"""The kinds of sections, told by headings and by how lists open."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from postlint.document import vocabulary
from postlint.document.bodies import body_words
from postlint.document.duties import states_duty, which_are_duties
from postlint.document.headings import heading_kind, heading_match, section_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name, is_navigation
from postlint.document.openings import is_duty_verb, list_kind, opening_kind
from postlint.document.titles import is_job_title, names_job


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("ESSENTIAL FUNCTIONS:", "duties"),
        ("Essential Duties of the Network Manager", "duties"),
        ("What will you do?", "duties"),
        ("What you'll do", "duties"),
        ("Key Responsibilities", "duties"),
        ("Position Summary", "overview"),
        ("About the role", "overview"),
        ("Purpose of the Position:", "overview"),
        ("About Harbor County Schools", "organization"),
        ("Who We Are", "organization"),
        ("Minimum Qualifications", "qualifications"),
        ("Job Requirements", "qualifications"),
        ("The ideal candidate will have:", "qualifications"),
        ("KNOWLEDGE, SKILLS, & ABILITIES", "knowledge-skills"),
        ("Ability to:", "knowledge-skills"),
        ("Education and Experience", "education-experience"),
        ("EDUCATION and/or EXPERIENCE", "education-experience"),
        ("Preferred Qualifications", "preferred"),
        ("Nice to have", "preferred"),
        ("Physical Demands", "physical"),
        ("Work Environment", "working-conditions"),
        ("Travel Requirement", "working-conditions"),
        ("Equal Employment Opportunity", "equal-opportunity"),
        ("Commitment to Equity", "equal-opportunity"),
        ("Reasonable Accommodations", "accommodation"),
        ("Salary & Benefits", "compensation"),
        ("BENEFITS", "benefits"),
        ("What we offer", "benefits"),
        ("How to Apply", "how-to-apply"),
        ("Selection process", "how-to-apply"),
        ("Driver's License", "licences"),
        ("Supervisory Responsibilities", "supervision"),
        ("Reports to", "supervision"),
        ("Background Check", "other"),
    ],
)
def test_known_headings(heading: str, kind: str) -> None:
    assert heading_kind(heading) is SectionKind(kind)


def test_unknown_words_have_no_kind() -> None:
    assert heading_kind("Keeping the Lights On") is None
    assert heading_kind("") is None
    assert heading_kind("!?") is None


def test_one_telling_word_among_many_is_chance() -> None:
    assert (
        heading_kind("Coach new colleagues and look after the wellness of a growing crew") is None
    )


def test_a_heading_survives_the_loss_of_its_ligature() -> None:
    assert heading_kind("Required Quali4cations") is SectionKind.QUALIFICATIONS
    assert heading_kind("Minimum Qualiﬁcations") is SectionKind.QUALIFICATIONS


def test_how_much_of_a_heading_is_known() -> None:
    whole = heading_match("Education and Experience")
    part = heading_match("Experience on Tall Ships Abroad")
    assert whole is not None
    assert part is not None
    assert whole.share == 1.0
    assert part.share < 0.5


@pytest.mark.parametrize(
    "word", ["Manage", "manages", "managing", "Oversees", "supplies", "planning"]
)
def test_verbs_of_duties_in_all_their_forms(word: str) -> None:
    assert is_duty_verb(word)


def test_what_a_heading_is_for_does_not_change_what_it_is_about() -> None:
    assert heading_match("Education for Harbor Pilot 3") == heading_match("Education")
    assert heading_match("Duties for the Deputy Harbor Master") == heading_match("Duties")
    part = heading_match("Support for education")
    assert part is None or part.share < 1.0


@pytest.mark.parametrize("word", ["ability", "knowledge", "the", "bus", "string", ""])
def test_other_words_are_no_verbs_of_duties(word: str) -> None:
    assert not is_duty_verb(word)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("Plans the yearly budget.", SectionKind.DUTIES),
        ("Actively seeks partners.", SectionKind.DUTIES),
        ("Responsible for the server room.", SectionKind.DUTIES),
        ("Other duties as assigned", SectionKind.DUTIES),
        ("Ability to lift a server", SectionKind.KNOWLEDGE_SKILLS),
        ("Bachelor's degree in computing", SectionKind.EDUCATION_EXPERIENCE),
        ("5+ years in a help desk", SectionKind.EDUCATION_EXPERIENCE),
        ("Valid driver's license", SectionKind.LICENCES),
        ("The district has nine schools.", None),
        ("", None),
    ],
)
def test_what_first_words_say(statement: str, kind: SectionKind | None) -> None:
    assert opening_kind(statement) is kind


def test_a_list_needs_three_statements_that_agree() -> None:
    assert list_kind(["Leads the team", "Plans the work"]) is None
    assert list_kind(["Leads the team", "Plans the work", "Coaches staff"]) is SectionKind.DUTIES
    assert list_kind(["Leads the team", "A desk", "A chair", "Some tea"]) is None


def test_an_unknown_heading_takes_its_parents_kind() -> None:
    assert section_kind("Keeping the Lights On", SectionKind.DUTIES, ()) is SectionKind.DUTIES
    assert section_kind("Growing Pains", SectionKind.BENEFITS, ()) is SectionKind.BENEFITS


def test_an_unknown_heading_over_verbs_is_duties() -> None:
    openings = ["Maintains the data warehouse", "Oversees reporting", "Trains principals"]
    assert section_kind("Data for All", None, openings) is SectionKind.DUTIES
    assert section_kind("Data for All", SectionKind.OVERVIEW, openings) is SectionKind.DUTIES
    assert section_kind("Data for All", SectionKind.OVERVIEW, openings[:1]) is SectionKind.DUTIES
    assert section_kind("Data for All", None, ()) is SectionKind.OTHER


def test_a_general_heading_over_a_list_of_duties_is_duties() -> None:
    openings = ["Leads the team", "Plans the work", "Coaches staff"]
    assert section_kind("The role", None, openings) is SectionKind.DUTIES
    introduced = ["The county seeks a leader.", "It is a fine place.", *openings]
    assert section_kind("The role", None, introduced) is SectionKind.OVERVIEW
    assert section_kind("Position Summary", None, openings) is SectionKind.OVERVIEW


@pytest.mark.parametrize(
    ("heading", "statements", "kind"),
    [
        ("The fun part", ["Dental and vision insurance.", "Three weeks of vacation."], "benefits"),
        ("Oars and all", ["Lift boats of 60 pounds; stand, stoop and climb."], "physical"),
        (
            "Knots",
            ["Knowledge of rigging.", "Ability to splice a line under way."],
            "knowledge-skills",
        ),
        ("Over to you", ["Send a letter and your resume by May 2 to the pier."], "how-to-apply"),
        ("The tide table", ["$24.10 to $29.80 per hour, by years of service."], "compensation"),
        (
            "Every hand",
            ["We hire without regard to race, color, religion or sex."],
            "equal-opportunity",
        ),
        (
            "Our bay",
            ["Founded in 1907, the yacht club is a nonprofit of 400 members."],
            "organization",
        ),
        (
            "Spray",
            ["Work is outdoors in cold weather, with noise and fumes."],
            "working-conditions",
        ),
        ("Beyond wages", ["Health insurance, paid holidays and a pension."], "benefits"),
    ],
)
def test_what_stands_below_tells_where_the_heading_does_not(
    heading: str, statements: list[str], kind: str
) -> None:
    assert section_kind(heading, None, statements) is SectionKind(kind)


def test_a_sure_heading_is_not_outweighed() -> None:
    insured = ["Dental and vision insurance.", "Three weeks of vacation.", "A pension."]
    assert section_kind("How to apply", None, insured) is SectionKind.HOW_TO_APPLY
    assert section_kind("The fun part", SectionKind.DUTIES, insured) is SectionKind.BENEFITS


def test_a_word_or_two_break_nothing() -> None:
    for word in ("Harbor", "2020", "Rigging", "The", "No", "Sail accuracy"):
        assert isinstance(section_kind("Spray", SectionKind.BENEFITS, [word]), SectionKind)


def test_what_comes_before_the_duties_is_of_the_post_in_general() -> None:
    of_it = ["We need one more hand in the shop, full time, five days a week with some weekends."]
    assert section_kind("First things", None, of_it) is SectionKind.WORKING_CONDITIONS
    assert section_kind("First things", None, of_it, early=True) is SectionKind.OVERVIEW


def test_an_address_says_nothing_by_its_words() -> None:
    assert body_words(["https://harbor.example/apply-online"]) == {}


def test_a_statement_over_duties_is_about_them_whatever_its_words_head_elsewhere() -> None:
    duties = SectionKind.DUTIES
    assert section_kind("You will apply what you know to boats", duties, ()) is duties
    assert section_kind("Manage leave and benefits of the whole crew", duties, ()) is duties
    assert section_kind("How to apply", duties, ()) is SectionKind.HOW_TO_APPLY


def test_preferred_decides_unless_required_stands_beside_it() -> None:
    assert heading_kind("Knowledge and Skills (Preferred)") is SectionKind.PREFERRED
    assert heading_kind("Required & Preferred Qualifications") is SectionKind.QUALIFICATIONS


def test_two_statements_without_a_verb_do_not_break_a_run_of_duties() -> None:
    statements = [
        "Plans the network of the harbor.",
        "Point of contact for the pilots.",
        "First voice on radio matters.",
        "Trains the crew.",
        "Keeps the log.",
    ]
    assert which_are_duties(SectionKind.OVERVIEW, statements) == [True] * 5


def test_a_note_under_duties_is_not_of_them() -> None:
    assert section_kind("Note:", SectionKind.DUTIES, ()) is SectionKind.OTHER
    assert section_kind("NOTES", SectionKind.BENEFITS, ()) is SectionKind.BENEFITS


def test_duties_are_found_where_their_heading_was_lost() -> None:
    statements = [
        "The county seeks a systems manager.",
        "Plans upgrades of the network.",
        "Trains the help desk.",
        "Responsible for backups.",
        "Ability to explain a network to a board.",
        "Knowledge of switches.",
        "Bachelor's degree in computing.",
    ]
    expected = [False, True, True, True, False, False, False]
    assert which_are_duties(SectionKind.OVERVIEW, statements) == expected
    assert which_are_duties(SectionKind.DUTIES, statements) == [True, *expected[1:]]


def test_verbs_under_requirements_are_not_duties() -> None:
    statements = ["Plan a network.", "Lead a team.", "Train staff.", "Write well.", "Teach."]
    assert not any(which_are_duties(SectionKind.KNOWLEDGE_SKILLS, statements))
    assert not any(which_are_duties(SectionKind.HOW_TO_APPLY, statements[:4]))
    assert not any(which_are_duties(None, ["You will need the skills to:", *statements]))


@pytest.mark.parametrize(
    ("sentence", "duty"),
    [
        ("The network manager oversees the help desk and its six people.", True),
        ("This position is responsible for the upkeep of all laptops.", True),
        ("Under no plan, you will be late.", False),
        ("You will lead the effort to move our records out of the cellar.", True),
        ("Duties include the care of forty printers in two counties.", True),
        ("This position will be located in the old post office building.", False),
        ("You will be considered after the first of March next year.", False),
        ("The county is a fine place with many lakes and few hills.", False),
        ("APPLY NOW AND SEE YOUR CAREER TAKE OFF WITH US", False),
        ("Manager leads.", False),
        ("", False),
    ],
)
def test_sentences_that_state_duties(sentence: str, duty: bool) -> None:
    assert states_duty(sentence) is duty


def test_names_of_fields_navigation_and_jobs() -> None:
    assert is_field_name("FLSA")
    assert is_field_name("Reports To")
    assert is_field_name("Full of Energy") is False
    assert is_navigation("Sign in")
    assert not is_navigation("Sign in to the system daily")
    assert names_job("Assistant Director of Technology")
    assert not names_job("Harbor County Schools")


def cues() -> list[tuple[tuple[str, ...], str, int, bool, bool]]:
    """Return the phrases of headings."""
    by_words = map(vocabulary.cues_of, vocabulary.vocabulary().cues)
    return [cue for longer in by_words if longer for found in longer.values() for cue in found]


def test_every_kind_can_be_told_from_a_heading() -> None:
    assert {kind for _, kind, *_ in cues()} == {kind.value for kind in SectionKind}


def test_phrases_are_written_as_headings_are_compared() -> None:
    for words, *_ in cues():
        assert vocabulary.stems(" ".join(words)) == words


def test_ambiguous_verbs_are_verbs() -> None:
    tables = vocabulary.vocabulary()
    assert tables.ambiguous <= tables.verbs


@given(st.text(max_size=300))
def test_any_words_are_judged(text: str) -> None:
    heading_kind(text)
    opening_kind(text)
    is_field_name(text)
    names_job(text)
    assert isinstance(section_kind(text, None, [text]), SectionKind)
    assert len(which_are_duties(None, [text, text])) == 2


@pytest.mark.timing
def test_the_cost_of_a_long_heading_is_bounded() -> None:
    start = time.perf_counter()
    heading_kind("duties " * 100_000)
    opening_kind("very " * 100_000)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Accessibility Specialist", True),
        ("Benefits Manager", True),
        ("Harbor Master", False),
        ("About the Manager", False),
        ("Supervisor", False),
        ("Accommodation", False),
    ],
)
def test_a_job_named_after_a_section_is_a_job(line: str, wanted: bool) -> None:
    assert is_job_title(line) is wanted


_DONE = ("keep the boats dry", "order rope within a budget", "be the first contact for pilots")
_HAD = ("have two years at sea", "be calm in fog", "work well in a small crew")


@pytest.mark.parametrize(
    "heading",
    [
        "The successful candidate will:",
        "Successful applicants will",
        "You will:",
        "Our new mate will",
    ],
)
def test_what_a_heading_leads_in_that_ends_with_will_is_told_by_the_verbs(heading: str) -> None:
    assert section_kind(heading, None, _DONE) is SectionKind.DUTIES
    assert section_kind(heading, None, _HAD) is SectionKind.QUALIFICATIONS


@pytest.mark.parametrize(
    "heading",
    [
        "The successful candidate will be responsible for:",
        "The ideal candidate is responsible for",
        "The successful candidate's duties",
        "Candidates will be expected to",
    ],
)
def test_what_a_candidate_answers_for_is_work(heading: str) -> None:
    assert section_kind(heading, None, ("the boats", "the stores")) is SectionKind.DUTIES


def test_whom_an_employer_looks_for_is_asked_for_whatever_they_will_do() -> None:
    kind = section_kind("We are looking for a candidate that will", None, _DONE)
    assert kind is SectionKind.QUALIFICATIONS

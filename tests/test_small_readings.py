"""Small kinds of writing that were once read wrongly, each in a text of a few lines."""

from __future__ import annotations

import json
from datetime import date

import pytest

from postlint import Linter, Report
from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.facts import closing_date

LINTER = Linter()


def read(*core: str, kind: str = "markdown") -> Report:
    """Check a clerk's posting with some lines of its own."""
    body = "\n".join(core)
    text = (
        f"# Records Clerk\n\n{body}\n\n## Duties\n\n- Files deeds.\n\n"
        "## Qualifications\n\n- A diploma.\n"
    )
    return LINTER.check(text, kind=kind)


def names(report: Report) -> list[str]:
    return [found.message_id for found in report.diagnostics]


def test_a_dash_and_a_place_may_stand_behind_a_title() -> None:
    text = "Payroll Clerk – Hull, England\n\nWe pay people.\n\n## Duties\n\n- Pays.\n- Counts.\n"
    assert LINTER.check(text, kind="markdown").facts["title"].value.startswith("Payroll Clerk")


@pytest.mark.parametrize("tag", ["#XY-Onsite", "#WeAreHiring", "#Openings2027"])
def test_a_job_boards_tag_is_no_heading_that_went_wrong(tag: str) -> None:
    assert "heading-without-blank" not in names(read(tag))
    assert "heading-without-blank" not in names(read(tag, kind="markup"))


def test_a_heading_without_blank_is_told() -> None:
    assert "heading-without-blank" in names(read("#Benefits"))


@pytest.mark.parametrize(
    "words",
    [
        "Persons who work for the town on a part-time basis may file early.",
        "Applicants currently employed on a part-time basis are welcome.",
    ],
)
def test_who_may_apply_says_nothing_of_the_post(words: str) -> None:
    assert read(words).facts["employment_type"].value == ()


def test_several_types_of_employment_in_one_value_of_json() -> None:
    data = {
        "@type": "JobPosting",
        "title": "Clerk",
        "description": "<h2>Duties</h2><ul><li>Files deeds.</li></ul>",
        "employmentType": "PART_TIME, TEMPORARY",
    }
    report = LINTER.check(json.dumps(data))
    assert report.facts["employment_type"].value == ("part-time", "temporary")


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("Reports to:", "\n## Essential Duties\n\n- Keeps deeds."),
        ("Supervisor:", "\n## Scope\n\nThe whole county."),
    ],
)
def test_a_field_left_blank_does_not_take_the_next_heading(line: str, blank: str) -> None:
    assert read(line, blank).facts["reports_to"].value is None


def test_a_supervisor_may_stand_on_the_next_line() -> None:
    assert "Chief Clerk" in (read("Reports to:", "Chief Clerk").facts["reports_to"].value or "")


@pytest.mark.parametrize(
    "words",
    ["FLSA: Exempt / Non-Exempt", "FLSA status: non-exempt or exempt", "Exempt | Nonexempt"],
)
def test_two_choices_of_which_nobody_chose_say_nothing(words: str) -> None:
    assert read(words).facts["flsa"].value is None


@pytest.mark.parametrize(
    ("words", "status"),
    [("FLSA: Exempt", "exempt"), ("FLSA: Non-Exempt", "nonexempt"), ("Overtime exempt", "exempt")],
)
def test_a_status_alone_is_stated(words: str, status: str) -> None:
    assert read(words).facts["flsa"].value == status


@pytest.mark.parametrize("words", ["Pay: competitive", "Compensation: negotiable"])
def test_a_field_may_praise_the_pay(words: str) -> None:
    assert read(words).facts["pay"].value == "competitive"


@pytest.mark.parametrize(
    "words",
    [
        "Contact: Click to enter a date.",
        "Office: Choose an item.",
        "Telephone: XXX",
        "Pay: $XX,XXX",
    ],
)
def test_prompts_and_crosses_are_blanks(words: str) -> None:
    assert "placeholder-left" in names(read(words))


@pytest.mark.parametrize("heading", ["Overview of duties", "Statement of responsibilities"])
def test_a_heading_that_sums_up_duties_may_head_their_list(heading: str) -> None:
    text = f"# Records Clerk\n\n## {heading}\n\n- Files deeds.\n- Copies maps.\n"
    assert [duty.text.text for duty in LINTER.check(text).posting.duties] == [
        "Files deeds.",
        "Copies maps.",
    ]


def test_letters_of_an_employer_behind_a_tagline() -> None:
    text = "# Clerk\n\n## Qualifications\n\n- A diploma.\n\nFen Maps is an EOE AA F/M/Vet.\n"
    assert LINTER.check(text).facts["nondiscrimination"].value


def test_emphasis_inside_a_phrase_does_not_hide_it() -> None:
    text = "# Clerk\n\n## Duties\n\n- Files.\n\nThe clerk **reports** to the Town *Clerk*.\n"
    for kind in ("markup", "markdown"):
        assert LINTER.check(text, kind=kind).facts["reports_to"].value


def test_a_sentence_that_leaves_out_who_leads_a_unit_speaks_of_the_post() -> None:
    said = read("Runs the records office and reports to the Town Clerk.").facts["reports_to"]
    assert said.value
    assert said.value.endswith("Town Clerk")


@pytest.mark.parametrize("kind", ["text", "markdown", "markup"])
def test_letters_set_apart_are_a_title(kind: str) -> None:
    text = "P A Y R O L L   C L E R K\n\nReports to: Controller\n\n## Duties\n- Pays.\n- Counts.\n"
    report = LINTER.check(text, kind=kind)
    assert report.facts["title"].value == "PAYROLL CLERK"
    assert report.facts["reports_to"].value == "Reports to: Controller"


def test_marks_and_the_alphabet_are_no_words() -> None:
    text = "Clerk\n\nX X X X X X\n\nA B C D E F G\n\nDuties\n- Files deeds.\n"
    assert "X X X X X X" in LINTER.check(text, kind="text").posting.text
    assert "A B C D E F G" in LINTER.check(text, kind="text").posting.text


def test_names_and_values_in_four_columns_without_colons() -> None:
    text = (
        "Records Clerk\n\nEmployer   Elk County   Location   Hull, Ohio\n"
        "Reports to\tTown Clerk\tFLSA\tExempt\n\nDuties\n- Files deeds.\n- Copies maps.\n"
    )
    fields = {
        field.key.text: field.value.text for field in LINTER.check(text, kind="text").posting.fields
    }
    assert fields == {
        "Employer": "Elk County",
        "Location": "Hull, Ohio",
        "Reports to": "Town Clerk",
        "FLSA": "Exempt",
    }


def test_a_newsletters_paragraphs_are_postings_each() -> None:
    text = (
        "Town Clerk, Hull, Ohio — keeps the records; issues licences; staffs the council. "
        "Qualifications: Three years. Salary: $51,000. Deadline: Open until filled.\n\n"
        "Payroll Clerk, Elk County, Nev. — prepares the payroll; maintains accounts. "
        "Qualifications: A diploma. Salary: $47,000. Deadline: May 3.\n"
    )
    first, second = LINTER.check_all(text, path="week.txt")
    assert [duty.text.text for duty in first.posting.duties] == [
        "keeps the records",
        "issues licences",
        "staffs the council.",
    ]
    assert [duty.text.text for duty in second.posting.duties] == [
        "prepares the payroll",
        "maintains accounts.",
    ]
    assert [report.facts["pay"].value for report in (first, second)] == ["single", "single"]
    assert first.facts["closing"].value == "Deadline: Open until filled"
    assert second.facts["closing"].value == "Deadline: May 3"


def test_sentences_with_details_below_them_are_duties_and_names_are_headings() -> None:
    frame = "# Records Clerk\n\n## Duties\n\n- {}\n  - Files deeds.\n- {}\n  - Copies maps.\n"
    sentences = frame.format("You will keep the records in order.", "Serve the public at the desk.")
    assert len(LINTER.check(sentences).posting.duties) == 4
    names = frame.format("Keeping of records", "Service at the desk")
    assert [duty.text.text for duty in LINTER.check(names).posting.duties] == [
        "Files deeds.",
        "Copies maps.",
    ]


def test_a_statement_without_a_heading_belongs_to_no_section_above_it() -> None:
    statement = "The town does not discriminate on the basis of race, age or disability."
    text = f"# Clerk\n\n## Duties\n\n- Files.\n\n## Qualifications\n\n- A diploma.\n\n{statement}\n"
    report = LINTER.check(text)
    *_, asked, apart = report.posting.sections
    assert statement not in report.posting.text[slice(*asked.span)]
    assert (apart.heading, apart.kind) == (None, SectionKind.EQUAL_OPPORTUNITY)
    assert report.facts["nondiscrimination"].value == statement


def test_certificates_below_a_wish_are_not_required() -> None:
    text = (
        "Chief Information Officer\nElk County\n\n"
        "Duties\n- Leads nine people.\n- Plans the budget.\n\n"
        "{}:\nFive years.\nCertifications: ITIL, Cisco CCNA, MCSE.\n"
    )
    wished = LINTER.check(text.format("Preferred qualifications"), kind="text")
    required = LINTER.check(text.format("Required qualifications"), kind="text")
    assert "LEAD016" not in {found.code for found in wished.diagnostics}
    assert "LEAD016" in {found.code for found in required.diagnostics}


def test_a_government_that_a_link_leads_to_tells_the_country() -> None:
    text = (
        "# Clerk\n\nSee [the rules](https://www.records.gov.au/rules).\n\n"
        "## Duties\n\n- Files deeds.\n\n## Qualifications\n\n- A diploma.\n"
    )
    assert LINTER.check(text).facts["jurisdiction"].value == ("AU",)
    plain = text.replace("gov.au", "example")
    assert LINTER.check(plain).facts["jurisdiction"].value == ()


def test_words_run_in_head_their_paragraph_and_not_the_duties_behind_it() -> None:
    text = (
        "Title: Records Clerk\n\nJOB DESCRIPTION\n\n"
        "Benefits: The county pays for sick days and for holidays in the summer.\n\n"
        "Keeps the records of the county and of its towns.\n\n"
        "Manages the budget of the records office.\n\n"
        "Answers the public by mail and at the desk.\n\n"
        "Performs other duties as required.\n"
    )
    posting = LINTER.check(text, kind="text").posting
    assert len(posting.duties) == 4
    benefits = [s for s in posting.sections if s.kind is SectionKind.BENEFITS]
    assert "budget" not in "".join(posting.text[slice(*s.span)] for s in benefits)
    whole = LINTER.check(text.replace("Benefits: ", ""), kind="text").posting
    assert len(whole.duties) == 4


@pytest.mark.parametrize(
    ("heading", "device"),
    [
        ("Essential functions require these physical demands", "none"),
        ("Essential functions and physical demands", "section"),
        ("Essential functions", "section"),
    ],
)
def test_a_heading_of_demands_marks_no_duties_as_essential(heading: str, device: str) -> None:
    text = f"# Clerk\n\n## Duties\n\n- Files deeds.\n\n## {heading}\n\n- Lifts boxes of deeds.\n"
    assert LINTER.check(text).facts["essential"].value == device


@pytest.mark.parametrize(
    "words",
    [
        "Working for the Town Clerk, the records clerk keeps the deeds.",
        "The clerk works directly for the Town Clerk.",
    ],
)
def test_whom_the_post_works_for(words: str) -> None:
    assert (read(words).facts["reports_to"].value or "").endswith("Town Clerk")


def test_a_cell_of_several_rows_shifts_the_cells_beside_it() -> None:
    html = (
        "<h1>Clerk</h1><h2>Duties</h2><table><tr><th>Area</th><th>Duty</th><th>%</th></tr>"
        "<tr><td rowspan='2'>Records</td><td>Files the deeds of the county.</td><td>40</td></tr>"
        "<tr><td>Copies maps for surveyors and courts.</td><td>60</td></tr></table>"
    )
    duties = LINTER.check(html, kind="html").posting.duties
    assert [duty.text.text.partition(" (")[0] for duty in duties] == [
        "Files the deeds of the county.",
        "Copies maps for surveyors and courts.",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "This position is open until filled; however, priority goes to May 3, 2027.",
            "open until",
        ),
        ("Closing Date: 5/3/2027\n\nThe post is open until filled.", "open until filled"),
        ("Applications are accepted on the days below:\n\nFrom May 1 to May 9, 2027", "From May 1"),
        ("First review: May 3, 2027. The job will remain open until filled.", "remain open until"),
    ],
)
def test_what_is_said_of_closing(words: str, said: str) -> None:
    closing = read(words).facts["closing"].value
    assert closing is not None
    assert said in closing


def test_a_posting_left_open_has_its_closing_day_all_the_same() -> None:
    report = read("Closing Date: 5/3/2027\n\nThe position is open until filled.\n\nHull, Ohio")
    assert report.facts["closing"].value == "open until filled"
    assert report[closing_date].value == date(2027, 5, 3)


@pytest.mark.parametrize(
    ("words", "pay"),
    [
        ("## Pay\n\nNegotiable", "competitive"),
        ("The salary is based on seniority.", "none"),
        ("The salary is based on experience.", "competitive"),
        ("The salary is negotiable on the upper scale.", "grade-only"),
        ("Salary: $61,000; $64,000; and $67,000", "range"),
        ("Salary: $61,000\n\nThe salary in the Roads Department is $59,000 to $63,000.", "single"),
    ],
)
def test_what_is_said_of_pay(words: str, pay: str) -> None:
    assert read(words).facts["pay"].value == pay


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "We are committed to hiring people who reflect the diversity of the county.",
            "reflect the diversity",
        ),
        ("## Our values\n\n- Honesty\n- Inclusion\n- Thrift", "Inclusion"),
        (
            "The society fights for racial justice.\n\nWe foster an inclusive workplace.",
            "inclusive workplace",
        ),
        ("- Passionate about closing opportunity gaps", "opportunity gaps"),
    ],
)
def test_what_commits_to_equity(words: str, said: str) -> None:
    commitment = read(words).facts["equity_commitment"].value
    assert commitment is not None
    assert said in commitment


def test_who_will_serve_in_a_post_reports_for_it() -> None:
    said = read("You will serve as Deputy of Deeds reporting to the Town Clerk.")
    assert (said.facts["reports_to"].value or "").endswith("reporting to the Town Clerk")


def test_a_column_of_single_words_has_no_headings_of_its_own() -> None:
    text = "Clerk\n\nValues:\nAccountability\nIntegrity\nThrift\n\nDuties\n- Files.\n- Copies.\n"
    sections = LINTER.check(text, kind="text").posting.sections
    assert "Accountability" not in [s.heading.text for s in sections if s.heading]


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_headings_that_grew_together_with_what_is_below_them(kind: str) -> None:
    text = (
        "Records Clerk wanted by Elk County. SummaryOur clerks keep the deeds of the county and "
        "of its towns for all who ask. ResponsibilitiesFile deeds and maps for the public."
        "Copy maps for surveyors and for the court.Answer letters of the public within two days."
        "Qualifications3+ years of work in an office that keeps records.\n"
    )
    posting = LINTER.check(text, kind=kind).posting
    heads = [s.heading.text for s in posting.sections if s.heading]
    assert [head for head in heads if "clerk" not in head.lower()] == [
        "Summary",
        "Responsibilities",
        "Qualifications",
    ]


def test_lines_of_one_paragraph_may_be_headings() -> None:
    text = (
        "# Records Clerk\n\n## Qualifications\n\nRequired Education:\nA diploma in any field.\n\n"
        "Preferred Experience:\nTwo years in an office.\n"
    )
    posting = LINTER.check(text, kind="markdown").posting
    heads = [s.heading.text for s in posting.sections if s.heading]
    assert heads[-2:] == ["Required Education", "Preferred Experience"]


def test_what_only_looks_like_a_heading_in_a_text() -> None:
    text = (
        "Records Clerk\n\nSELECTION PROCESS\n\nWeights:  Interview . . . . . . . . 100%\n\n"
        "STEP 1: Send the papers to the office of the clerk in Hull by mail or bring them.\n"
        "STEP 2: Wait for a letter from the office of the clerk in Hull, which takes a week.\n\n"
        "Please send a letter for consideration:\nHull, Ohio\n\n"
        "Duties include the following:\nFiles deeds.\nCopies maps.\nAnswers letters.\n"
    )
    posting = LINTER.check(text, kind="text").posting
    heads = [s.heading.text for s in posting.sections if s.heading]
    assert heads[-2:] == ["SELECTION PROCESS", "Duties include the following"]
    assert len(posting.duties) == 3


def test_known_headings_in_running_lines() -> None:
    text = (
        "Records Clerk\n\nDuties\n- Files deeds.\nOther duties as assigned\nQualifications\n"
        "Three years in an office\nA clear hand\nHull, Ohio\nNext steps\n"
        "The board of the county looks at what you send and writes to you within a month or two.\n"
    )
    posting = LINTER.check(text, kind="text").posting
    heads = [s.heading.text for s in posting.sections if s.heading]
    assert heads[-3:] == ["Duties", "Qualifications", "Next steps"]


def test_notes_at_the_end_of_a_bulletin_are_about_all_of_it() -> None:
    text = (
        "Records Clerk\n\nHOW TO APPLY\n\nSend your papers to the office of the clerk.\n\n"
        "NOTES:\n\n1. Those who were born in the county of Elk need not write to us.\n"
    )
    sections = LINTER.check(text, kind="text").posting.sections
    kinds = {s.heading.text: s.kind for s in sections if s.heading}
    assert kinds["NOTES"] is SectionKind.OTHER


def test_full_or_part_time_and_regular_or_temporary_are_two_fields() -> None:
    text = (
        "Records Clerk\n\nFULL/PART TIME\nFull-Time\nREGULAR/TEMPORARY\nRegular\n\n"
        "DUTIES\n\n- Files deeds.\n- Copies maps.\n"
    )
    types = LINTER.check(text, kind="text").facts["employment_type"].value
    assert types == ("full-time", "permanent")


def test_a_list_of_pay_by_level_makes_no_postings() -> None:
    text = (
        "Payroll Title:\nOffice Manager I: $3,100 a month\nOffice Manager II: $3,400 a month\n\n"
        "Duties include the following:\n- Leads the office.\n- Plans its budget.\n\n"
        "Office Manager II:\nFive years of leading an office of the county or of a town in it.\n\n"
        "How to apply\nSend your papers to the clerk of the county by mail.\n"
    )
    assert len(LINTER.read_all(text, path="a.txt")) == 1


def test_who_signs_a_letter_is_not_whom_it_seeks() -> None:
    letter = """To: All staff
Subject: FW: Internal vacancy - Map Room Clerk II

Hello all,

The map room has work for a clerk. The person in this job will

  - file charts and surveys
  - answer readers at the desk
  - keep the catalogue of charts

You need two years of work in an office.

Kind regards,

Ann Moor
Human Resources Manager
Elm County | 555-0142
"""
    report = LINTER.check(letter)
    assert report.facts["title"].value == "Map Room Clerk II"
    assert not any(section.heading for section in report.posting.sections)
    missing = [one for one in report.diagnostics if one.code == "CLAR011"]
    assert missing == []


def test_duties_without_the_mark_of_others_are_duties_as_well() -> None:
    text = """Lock Keeper

Duties (E = essential):
 (E) Opens and closes the lock.
 (E) Keeps the log of boats.
     Mows the banks.
     Paints the gates.

Requirements: a sure foot.
"""
    posting = LINTER.check(text).posting
    assert [duty.text.text for duty in posting.duties][2:] == [
        "Mows the banks.",
        "Paints the gates.",
    ]


def test_a_label_in_small_letters_begins_a_line_of_its_own() -> None:
    text = "Line cook wanted at the mill\npay: $18-22/hr\nemployment type: full-time\n\nCooks.\n"
    assert [field.key.text for field in LINTER.check(text).posting.fields] == [
        "pay",
        "employment type",
    ]


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("Toledo, OH - Administration Building", ("US-OH-TOL", "US-OH")),
        ("Boise, ID / Remote", ("US-ID",)),
        ("Portland, OR - Hybrid", ("US-OR-PDX", "US-OR")),
        ("Denver, CO or Austin, TX", ("US-CO", "US-TX")),
        ("OH - Toledo", ("US-OH",)),
        ("1200 Main St., Toledo OH", ("US-OH",)),
        ("Denver CO - Downtown", ("US-CO",)),
        ("Main OR - Surgical Services", ()),  # an operating room
    ],
)
def test_a_states_code_may_stand_before_a_sign_or_without_a_comma(
    place: str, codes: tuple[str, ...]
) -> None:
    report = LINTER.check(f"# Clerk\n\nLocation: {place}\n\n## Duties\n\n- Files.\n- Sorts.\n")
    assert report.facts["jurisdiction"].value == codes


def test_lines_of_a_message_may_be_sections() -> None:
    text = (
        "Hello, we are opening a req for an *Associate Dean, Maps and Charts* (hybrid).\n"
        "What they'll do: own the plan of the map room, lead four curators and chair a board.\n"
        "What we need: some years of work with maps.\n"
    )
    report = LINTER.check(text)
    assert report.facts["title"].value == "Associate Dean, Maps and Charts"
    kinds = [section.kind for section in report.posting.sections if section.heading]
    assert kinds == [SectionKind.DUTIES, SectionKind.QUALIFICATIONS]


def test_a_heading_below_a_farewell_heads_what_follows() -> None:
    duties = "Map Clerk\n\nDuties\n\n- Files maps.\n- Sorts maps.\n\n"
    text = f"{duties}Thank you!\n\nBenefits\n\nA pension.\n"
    headings = [s.heading.text for s in LINTER.check(text).posting.sections if s.heading]
    assert headings[-1] == "Benefits"


def test_a_house_where_applicants_worked_is_not_the_employer() -> None:
    assert read("You have worked in a startup.").facts["sector"].value == "unknown"
    assert read("We are a startup.").facts["sector"].value == "private"


def test_whoever_an_employer_looks_for_is_who_will_report() -> None:
    said = read("We look for a clerk who will be reporting to the Town Clerk.")
    assert said.facts["reports_to"].value


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What you get to do", "duties"),
        ("What you'll get", "benefits"),
        ("In your first 90 days", "duties"),
        ("Who should apply", "qualifications"),
        ("This role is for you if", "qualifications"),
        ("How to join us", "how-to-apply"),
    ],
)
def test_small_words_of_a_heading_tell_its_kind(heading: str, kind: str) -> None:
    assert heading_kind(heading) == SectionKind(kind)


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Must be able to see and hear.", True),
        ("Able to see, hear and speak.", True),
        ("Must be able to bend.", True),
        ("You can climb ladders.", True),
        ("Able to see projects through.", False),
        ("Ability to hear both sides.", False),
    ],
)
def test_what_the_body_must_do_is_a_physical_demand(words: str, states: bool) -> None:
    assert read(words).facts["physical_demands"].value is states


@pytest.mark.parametrize(
    ("letterhead", "state"),
    [
        ("CITY OF ELM, TEXAS", "US-TX"),
        ("TOWN OF FEN, NEW HAMPSHIRE", "US-NH"),
        ("Elm County School District #1 (Wyoming)", "US-WY"),
        ("ELM HOSPITAL | BOISE, IDAHO", "US-ID"),
    ],
)
def test_a_letterhead_tells_its_state(letterhead: str, state: str) -> None:
    text = f"{letterhead}\n\nRecords Clerk\n\nDUTIES\n\n- Files deeds.\n- Copies maps.\n"
    assert LINTER.check(text).facts["jurisdiction"].value == (state,)


def test_a_state_in_brackets_behind_other_words_is_no_letterhead() -> None:
    said = read("Knows the rules of fishing (Texas).")
    assert not said.facts["jurisdiction"].value


@pytest.mark.parametrize("hours", ["A small inn. 40 hrs/wk, 5 days.", "39 hour week", "40h/week"])
def test_hours_of_a_whole_week_in_small_words(hours: str) -> None:
    assert "full-time" in read(hours).facts["employment_type"].value


def test_letters_said_of_the_employer_with_more_behind() -> None:
    assert read("Elm is an EOE and complies with the ADA.").facts["nondiscrimination"].value
    assert read("We will accommodate disabilities at every step.").facts["accommodation"].value


@pytest.mark.parametrize("label", ["Post title", "Role title", "Title of post", "Vacancy title"])
def test_a_label_of_the_title_opens_no_heading(label: str) -> None:
    text = f"ELM COUNCIL\nJob Profile\n\n{label}: Pond Keeper\nGrade: 9\nBase: Elm Library\n\n"
    report = LINTER.check(f"{text}Main duties\n\n1. Keep ponds.\n2. Count newts.\n")
    assert report.facts["title"].value == "Pond Keeper"


@pytest.mark.parametrize("years", ["3 yrs field experience", "5+ yrs exp", "2 yrs. in the field"])
def test_years_cut_short_stand_in_for_a_degree(years: str) -> None:
    assert read(f"- BA or {years}").facts["degree_equivalency"].value


@pytest.mark.parametrize(
    "asked",
    [
        "Send a statement on how the candidate's work advances diversity and inclusion.",
        "Tell us how your work supports inclusion.",
        "In your letter, speak to how you have advanced equity.",
    ],
)
def test_what_applicants_are_to_write_is_no_commitment_of_the_employer(asked: str) -> None:
    report = Linter(select=["EQTY003"]).check(
        f"# Clerk\n\n## Duties\n\n- Files.\n\n## How to apply\n\n{asked}\n", kind="markdown"
    )
    assert report.facts["equity_commitment"].value is None
    assert names(report) == ["request"]


def test_a_welcome_to_all_parts_of_a_community_commits() -> None:
    said = read("We welcome applications from all sections of the community.")
    assert said.facts["equity_commitment"].value


def test_a_range_among_benefits_with_a_bonus_behind_it_is_pay() -> None:
    text = "# Records Clerk\n\n## Duties\n\n- Files.\n\n## Benefits\n\n- {}\n- 26 days of leave\n"
    paid = LINTER.check(text.format("€95,000 – €115,000, bonus up to 12%"), kind="markdown")
    spent = LINTER.check(text.format("€1,000 – €2,000 for courses"), kind="markdown")
    assert (paid.facts["pay"].value, spent.facts["pay"].value) == ("range", "none")


@pytest.mark.parametrize("sign", ["|", "·", "•"])
@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_fields_side_by_side_are_parted_by_bars_and_points(sign: str, kind: str) -> None:
    line = f"Where: Hull {sign} Contract: Part-time {sign} Ref: 22"
    heading = "## Duties" if kind == "markdown" else "DUTIES"
    text = f"Records Clerk\n\n{line}\n\n{heading}\n\n- Files deeds.\n- Copies maps.\n"
    report = LINTER.check(text, kind=kind)
    assert report.facts["employment_type"].value == ("part-time",)
    assert report.facts["place"].value == "Hull"


def test_a_longer_sentence_that_begins_with_a_kind_of_employment() -> None:
    said = read("Dental cover. Full time, exempt, in person with some evenings at events.")
    assert said.facts["employment_type"].value == ("full-time",)


def test_what_a_post_is_stands_among_what_it_does() -> None:
    rows = ["Leads a staff of nine", "Raises gifts", "Is the public face of the house", "Keeps it"]
    text = "Pond Director\n\nThe Pond Director:\n" + "".join(f"• {row}\n" for row in rows)
    duties = LINTER.check(f"{text}\nWe ask for:\n• a diploma\n• tact\n").posting.duties
    assert [duty.text.text for duty in duties] == rows


def test_nor_goes_on_with_a_limit_of_age() -> None:
    asked = "- Not less than 18 nor more than 35 years of age."
    text = f"# Clerk\n\n## Duties\n\n- Files.\n\n## Requirements\n\n- A diploma.\n{asked}\n"
    assert names(Linter(select=["EQTY017"]).check(text, kind="markdown")) == ["term"]


def test_what_a_statement_without_a_heading_lacks_is_not_shown_at_another_heading() -> None:
    text = (
        "# Records Clerk\n\n## Duties\n\n- Files deeds.\n\n## Working conditions\n\nAn office.\n\n"
        "The town does not discriminate on the basis of race, sex, age or disability.\n"
    )
    report = Linter(select=["EQTY002", "EQTY006", "ADA005"]).check(text, kind="markdown")
    shown = {report.source.text[slice(*each.span)] for each in report.diagnostics}
    assert "Working conditions" not in shown


@pytest.mark.parametrize(
    "said",
    [
        "$50,000 minimum – $60,000 midpoint – $70,000 maximum",
        "$50,000 (min) - $60,000 (mid) - $70,000 (max)",
        "$50,000 - $60,000 - $70,000",
    ],
)
def test_what_lies_between_two_ends_of_pay_is_no_end(said: str) -> None:
    (paid,) = read(f"Salary: {said}").facts["pay_statements"].value
    assert (paid.low, paid.high) == (50_000, 70_000)


@pytest.mark.parametrize(
    "house", ["SCHOOL DISTRICT 27J, COLORADO", "RSU 12", "School District of Elm"]
)
def test_a_numbered_district_behind_a_title_is_the_employer(house: str) -> None:
    text = f"Bus Driver - {house}\nDate posted: 12/14/2026\n\nDUTIES\n\n- Drives.\n- Cleans.\n"
    assert LINTER.check(text).facts["title"].value == "Bus Driver"


def test_a_numbered_list_goes_on_below_names_in_bold() -> None:
    rows = (
        "**Planning**\n1. Draw maps.\n2. Mend maps.\n\n**Money**\n3. Keep books.\n4. Pay bills.\n"
    )
    report = LINTER.check(f"# Clerk\n\n## Duties\n\n{rows}", kind="markdown")
    assert len(report.posting.duties) == 4


def test_letters_may_be_who_holds_the_job() -> None:
    text = "# Registered Nurse\n\n## Summary\n\nThe RN gives direct care to six patients a shift.\n"
    assert len(LINTER.check(text, kind="markdown").posting.duties) == 1


def test_a_house_and_its_town_head_what_the_post_is() -> None:
    text = (
        "Dental Hygienist\nBay Family Dentistry, Elm City, Michigan\n\nWe are looking for a "
        "hygienist. You will clean teeth, take X-rays and chart. $42-$48/hour plus PTO.\n\n"
        "Requirements:\nCurrent license\nCPR card\n"
    )
    assert len(LINTER.check(text).posting.duties) == 1


def test_a_welcome_that_lists_grounds_in_the_plural_is_a_statement() -> None:
    said = read("We hire people of all ages, races, genders and faiths.").facts
    assert said["nondiscrimination"].value
    assert {"race", "gender", "age"} <= set(said["protected_classes"].value)


def test_a_line_below_a_list_of_others_is_the_holders() -> None:
    said = read("The clerk helps 900 students, answers to the Town Clerk, and files deeds.")
    assert said.facts["reports_to"].value


def test_a_label_runs_into_what_the_holder_does() -> None:
    role = "reporting to the Head of Ponds you will lead a crew of 12 and count newts."
    text = f"Team Leader\n\nThe role: {role}\n\nYou'll need:\nA net\nTact\n"
    assert len(LINTER.check(text).posting.duties) == 1


def test_alternatives_that_a_board_may_find_stand_in_for_a_degree() -> None:
    said = read(
        "- Master's degree.",
        "- Such alternatives to the above qualifications as the Board may find appropriate.",
    )
    assert said.facts["degree_equivalency"].value


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Elm Chapel, Lansing MI", ("US-MI",)),
        ("Hart LLP · Seattle WA · Full-time", ("US-WA",)),
        ("Main Hospital OR", ()),
        ("Ann Lee MD", ()),
        ("Operating Room Nurse OR", ()),
    ],
)
def test_a_town_and_its_state_need_no_comma(line: str, state: tuple[str, ...]) -> None:
    text = f"Records Clerk\n{line}\n\nDUTIES\n\n- Files deeds.\n- Copies maps.\n"
    assert LINTER.check(text).facts["jurisdiction"].value == state


def test_where_the_work_is_done_is_no_employer() -> None:
    title = "Senior Accountant (Remote - anywhere in the U.S. except New York City)"
    found = LINTER.check(f"{title}\nElm Outdoor Co.\n\nDUTIES\n\n- Closes books.\n- Helps.\n").facts
    assert found["title"].value == "Senior Accountant"
    assert found["sector"].value == "private"


def test_what_a_form_prints_behind_its_heading_is_no_duty() -> None:
    text = (
        "Job Title : Pond Technician\n\nESSENTIAL DUTIES AND RESPONSIBILITIES include the "
        "following. Other duties may be assigned.\nCounts newts.\nMends nets.\nKeeps the log.\n"
    )
    duties = [duty.text.text for duty in LINTER.check(text).posting.duties]
    assert duties == ["Counts newts.", "Mends nets.", "Keeps the log."]


def test_an_employer_that_does_not_discriminate_says_so() -> None:
    assert read("Hart & Boyce does not discriminate.").facts["nondiscrimination"].value
    assert (
        not read("The clerk does not discriminate between readers.")
        .facts["nondiscrimination"]
        .value
    )


@pytest.mark.parametrize("number", ["*({})", "*{}.", "({})*", "{}. *"])
def test_a_star_beside_a_number_marks_an_essential_duty(number: str) -> None:
    done = [
        "Directs the plan.",
        "Advises the council.",
        "Supervises staff.",
        "Speaks for the town.",
    ]
    marked = [f"{number.format(at)} {words}" for at, words in enumerate(done[:3], 1)]
    body = "\n".join([*marked, f"({4}) {done[3]}", "*Essential performance responsibilities"])
    text = f"Pond Director\n\nPERFORMANCE RESPONSIBILITIES:\n{body}\n\nQUALIFICATIONS:\nA net.\n"
    report = Linter(select=["ADA001", "ADA002"]).check(text)
    assert len(report.posting.duties) == len(done)
    assert report.facts["essential"].value == "per-duty"
    assert not report.diagnostics

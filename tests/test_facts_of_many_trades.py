"""Facts in the shapes that postings of many trades and houses have, each told in our own words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import country, employment_type, jurisdiction, remote
from postlint.facts.base import FactSource

LINTER = Linter(select=("LEAD001",))


def check(text: str, path: str = "a.md") -> Report:
    return LINTER.check(text, path=path)


def told(fact: str | FactSource[Any], text: str, path: str = "a.md") -> Any:
    report = check(text, path)
    return report.facts[fact].value if isinstance(fact, str) else report[fact].value


def posting(*lines: str, title: str = "Records Clerk") -> str:
    """Return a small posting with these lines before its duties."""
    body = "\n\n".join(lines)
    return (
        f"# {title}\n\n{body}\n\n## Duties\n\n- Files the papers of the house.\n"
        "- Answers callers.\n"
    )


@pytest.mark.parametrize(
    ("title", "line", "words"),
    [
        ("Web Maker", "You will be reporting directly to the founders.", "the founders"),
        ("Sexton", "The sexton is answerable to the Vestry.", "the Vestry"),
        # The point inside a name ends no sentence.
        ("Chief of Forms", "The chief reports to the forms.gov Editor, and plans.", "gov Editor"),
        ("Kennel Hand", "The kennel hand is supervised by a senior farrier.", "senior farrier"),
        ("Prompter", "On the night you work to the stage manager.", "the stage manager"),
        ("Prompter", "You'll work to the duty manager at weekends.", "the duty manager"),
        ("Prompter", "The prompter works to the duty officer.", "the duty officer"),
        ("Lister", "Managed by the archivist, you list maps.", "the archivist"),
        (
            "Oboist",
            "Reports to the Hall Manager on rota and to the Maestro on art matters.",
            "Hall Manager",
        ),
        ("Typist", "Reports in the first instance to the Head Clerk.", "the Head Clerk"),
        ("Typist", "Reports on routine matters to the Head Clerk.", "the Head Clerk"),
        ("Typist", "Reports to the Head Clerk on daily matters.", "the Head Clerk"),
        # Said of all who hold the post.
        ("Truck Driver", "Drivers report to the Yard Manager.", "the Yard Manager"),
    ],
)
def test_a_supervisor_is_named(title: str, line: str, words: str) -> None:
    assert told("reports_to", posting(line, title=title)).endswith(words)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Yard Manager", "Drivers report to the Yard Manager."),
        ("Truck Driver", "Drivers report to the yard at five."),
        ("Kennel Hand", "Learners are supervised by a senior farrier."),
        ("Prompter", "The prompter works to the manager's timetable."),
        ("Typist", "Section:\nGrade:\nReports to:\nRecords\n5\nHead Clerk"),
        ("Typist", "Your manager: to be confirmed."),
        ("Typist", "Supervisor: To Be Determined"),
        ("Typist", "Reports To: TBC (new Head Clerk)"),
        ("Typist", "Reports on stocks of paper to the Board."),
    ],
)
def test_others_who_report_name_no_supervisor(title: str, line: str) -> None:
    assert told("reports_to", posting(line, title=title)) is None


def test_the_team_of_a_part_of_the_house_is_no_cabinet() -> None:
    whole = posting("Serves as a member of the management team.")
    part = posting("Serves as a member of the branch management team.")
    assert told("cabinet", whole)
    assert told("cabinet", part) is None


def _told(line: str) -> str:
    return f"{line}\n\nDuties\n- Sweeps the floor.\n- Keeps the log.\n\nPay: $19.00 an hour\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # A newsletter's line: the work, the county and the state, whatever the work is called.
        (
            (
                "Ballot Outreach, Fen County, Ohio– Visits fairs. Salary: $41,000. Ends: May 3. "
                "Application: see the county's page.\n"
            ),
            "Ballot Outreach",
        ),
        (
            (
                "Rolls Analyst (Maps & Lists Unit), Ohio Department of Roads– This keeps the "
                "rolls. Salary: $51,000. Application: by letter.\n"
            ),
            "Rolls Analyst (Maps & Lists Unit)",
        ),
        (
            (
                "I have a permanent full time position available for a Stage Carpenter in Ely, OH. "
                "Responsibilities: Builds sets. Qualifications: Two years of experience.\n"
            ),
            "Stage Carpenter",
        ),
        (
            _told("The successful candidate serves as the lead gardener of our ten acres."),
            "lead gardener",
        ),
        (_told("The purpose of the yard manager position is that boats are dry."), "yard manager"),
        (_told("As our pastry cook, you will bake tarts."), "pastry cook"),
        (
            _told("Job Summary The boiler fitter mends and tests what heats the house."),
            "boiler fitter",
        ),
        (_told("Fen Mill is looking for a night miller who knows stones."), "night miller"),
        (_told("Working from the depot, the tree surgeon climbs and prunes."), "tree surgeon"),
        (_told("As the new toolmaker at Fen Works, you will cut dies."), "toolmaker"),
        (_told("As our next pattern cutter, you will work at a long table."), "pattern cutter"),
        (_told("The board seeks a clerk of works."), "clerk of works"),
        (_told("This is a job for a glass blower with ten years at it."), "glass blower"),
        (_told("We hire one orchard hand for the season."), "orchard hand"),
        (_told("Fen Works\n\nAssistant Sewer\nPlant Operator"), "Assistant Sewer Plant Operator"),
        (_told("We have an opening for an experienced saddle maker in Ely."), "saddle maker"),
        (_told("Fen Museum\n\nCurator\n\nCurator of Maps\n\nThe post is new."), "Curator of Maps"),
        (_told("Fen Works\n\nSenior Water Plant\nOperator"), "Senior Water Plant Operator"),
        (_told("bus mechanic\n\nyou mend buses at night."), "bus mechanic"),
    ],
)
def test_running_text_names_the_job(text: str, title: str) -> None:
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == title


@pytest.mark.parametrize(
    "line",
    [
        "The post will serve as the house's most senior advocate for readers.",
        "The Registrar of Deeds keeps papers for the county.",
        "Primary Purpose of the Position:\n\nPerform a variety of office assistant tasks.",
        "Get notified about new District Controller jobs in the county.",
        "As a member of our team, you will be paid well.",
        "This is a job for a good listener.",
    ],
)
def test_what_names_no_job(line: str) -> None:
    assert told("title", _told(line), "a.txt") is None


def test_a_dateline_is_no_title() -> None:
    text = "Hull, Fen County, Ohio — The bridge was closed on Monday.\n\nBy Ann Lee\n"
    assert told("title", text, "a.txt") is None


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Contract: permanent\n\nWe seek a full-time clerk.", ("permanent", "full-time")),
        ("This is a permanent, full-time position.", ("permanent", "full-time")),
        ("Appointment type: perm", ("permanent",)),
        ("Job type: FT Exempt", ("full-time",)),
        ("Appointment type: term", ("contract",)),
        ("A ladder of 20 ft is carried.", ()),
        ("Schedule: full time\n\nThis is a permanent part-time position.", ("full-time",)),
    ],
)
def test_the_hours_and_the_length_of_employment(line: str, kinds: tuple[str, ...]) -> None:
    assert set(told(employment_type, posting(line))) == set(kinds)


def test_front_matter_tells_the_day_it_was_posted() -> None:
    text = f"---\ntitle: Lecturer\npostdate: 2014-03-09\n---\n\n{posting(title='Lecturer')}"
    assert told("posting_date", text) == date(2014, 3, 9)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("The Ohio Department of Roads seeks a clerk.", ("US-OH",)),
        # Who licenses is not who employs.
        ("Licensed through the Ohio Department of Roads.", ()),
        ("The University of Luxembourg invites applications.", ("LU",)),
        ("Location\n\nUSA - OH - Ely", ("US-OH",)),
        ("Office: US-OH-Ely", ("US-OH",)),
        ("Position level: EX-02", ("CA",)),
    ],
)
def test_where_the_work_is_judged(line: str, codes: tuple[str, ...]) -> None:
    assert told(jurisdiction, posting(line)) == codes


def test_a_place_ends_at_a_dash() -> None:
    text = "Rolls Technician, Fen County, Ohio– This position keeps rolls. Salary: $40,000.\n"
    assert told("place", text, "a.txt") == "Fen County, Ohio"
    assert told(country, text, "a.txt") == "US"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        # Answers to choose among ask for none of them.
        (
            (
                "Please choose the answer that best describes your education.\n\n"
                "Associate's Degree\nBachelor's Degree\nBachelor's Degree in botany\n"
            ),
            "none",
        ),
        # What fellows come to earn they do not bring.
        ("The Ph.D. Fellows are helped in earning a Doctoral Degree.", "none"),
        ("We need a doctoral degree in botany.", "required"),
    ],
)
def test_a_degree_is_asked_for_or_only_named(line: str, value: str) -> None:
    assert told("degree", posting(line)) == value


def test_study_in_place_of_experience_replaces_no_degree() -> None:
    line = (
        "Completion of 60 semester units at an accredited college, with twelve in botany, may be "
        "substituted for one (1) year of the required experience."
    )
    assert told("degree_equivalency", posting(line)) is None


def test_two_columns_are_a_range() -> None:
    report = check(posting("## Salary\n\n$4,410.00 $5,520.00 Monthly"))
    (one,) = report.facts["pay_statements"].value
    assert (one.low, one.high, one.unit) == (4410.0, 5520.0, "month")


def test_two_figures_in_a_row_of_more_are_no_range() -> None:
    report = check(posting("## Salary\n\nClerk $41,000 $55,000 and a van"))
    assert not any(one.is_range for one in report.facts["pay_statements"].value)


def test_who_buys_technology_does_not_make_it() -> None:
    duties = "- Writes bids.\n- Signs contracts.\n- Checks invoices.\n- Meets vendors.\n"
    text = f"# IT Procurement Specialist\n\n## Duties\n\n{duties}"
    assert told("role", text) == "other"


def test_those_who_report_to_the_post_have_no_duties_of_it() -> None:
    text = (
        "# Director of Rolls\n\n## Reporting to the Director are two positions\n\n"
        "- Rolls Manager: responsible for the rolls.\n- Office Manager: responsible for staff.\n\n"
        "## Specific accountabilities\n\n- Leads the work on rolls.\n- Plans the year.\n"
    )
    assert len(check(text).posting.duties) == 2


@pytest.mark.parametrize(
    ("line", "value"),
    [("On-site", "on-site"), ("In office", "on-site"), ("The crew repairs pumps on site.", None)],
)
def test_a_line_of_its_own_says_where_from(line: str, value: str | None) -> None:
    assert told(remote, posting(line)) == value


def test_one_word_about_school_names_no_school() -> None:
    line = "Hours follow the school year of your school, and school rules of the school."
    assert told("sector", posting(line)) == "unknown"


def test_a_heading_far_above_makes_no_degree_a_wish() -> None:
    prose = "Keeps the rolls of the town and answers whoever asks for them. " * 60
    text = (
        "# Town Clerk\n\n## Our ideal candidate will\n\n- Listen.\n\n"
        f"{prose}\n\nTraining - Bachelor's degree in public administration.\n"
    )
    assert told("degree", text) == "required"


def test_several_hold_the_post() -> None:
    text = "NOW HIRING: Long-haul Truck Drivers!! Home on Fridays!!\n\n$.60 a mile. Apply now.\n"
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == "Long-haul Truck Drivers"


def test_a_line_in_a_feed_is_a_posting() -> None:
    text = "We're hiring! Junior Web Dev, Dublin or remote in Ireland, €38-45k. Apply by 3 May.\n"
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == "Junior Web Dev"
    assert report[country].value == "IE"


@pytest.mark.parametrize("trade", ["Barista", "Organist", "Midwife", "Hospitalist", "Deckhand"])
def test_a_trade_names_a_job(trade: str) -> None:
    assert told("title", f"{trade}\n\nPay: $20 an hour\n", "a.txt") == trade


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Open and closing dates: 03/02/2026 to 03/16/2026", date(2026, 3, 16)),
        ("Closing date: 03/16/2026", date(2026, 3, 16)),
        # When papers are first looked at is not when the post closes.
        ("Review of applications begins May 4, 2026 and goes on until the post is filled.", None),
    ],
)
def test_the_last_day_to_apply(line: str, day: date | None) -> None:
    assert told("closing_date", posting(line)) == day


def test_the_first_review_dates_a_posting() -> None:
    line = "Review of applications begins May 4, 2020 and goes on until the post is filled."
    report = check(posting(line))
    assert report.facts["closing"].value.endswith("until the post is filled")
    assert report.facts["judged_on"].value.date == date(2020, 5, 4)


def test_a_letter_names_a_day_by_which_it_would_hear() -> None:
    assert told("closing", posting("We would love to hear from you by May 4.")) == "by May 4"


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("Fen & Reed LLP seeks a clerk.", "sector", "private"),
        ("A seed-stage company with eight people.", "sector", "private"),
        ("School: Alder Elementary", "sector", "k12"),
        ("Alder Primary School teaches Key Stage 1.", "sector", "k12"),
        ("An associate's degree or two years of payroll experience.", "degree", "required"),
        ("An MA in museum studies is required.", "degree", "required"),
        ("A BSN is preferred.", "degree", "preferred"),
        ("Salary: £23,114 FTE, actual salary £15,870", "pay", "single"),
        ("Alder Works | Remote (US) | $90k", "remote", "remote"),
        ("We offer two home office days a week.", "remote", "hybrid"),
        ("Alder Works seeks a clerk in Hull, full-time.", "employment_type", ("full-time",)),
    ],
)
def test_words_of_many_trades(line: str, fact: str, value: object) -> None:
    assert told(fact, posting(line)) == value


def test_the_house_in_the_titles_line_is_whose_post_it_is() -> None:
    assert told("sector", posting(title="Director of Music, Fen Parish Church")) == "nonprofit"


@pytest.mark.parametrize(
    "line",
    [
        "An associate's degree or two years of payroll experience.",
        "A degree in botany or comparable training.",
        "BS in botany or an equal mix of training and practice.",
        "A degree in botany, or six years at a nursery in lieu of it.",
        "A degree (experience may be substituted year for year).",
    ],
)
def test_practice_replaces_a_degree(line: str) -> None:
    assert told("degree_equivalency", posting(line))


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Our firm in downtown Chicago seeks a clerk.", ("US-IL",)),
        ("Clients are in Chicago.", ()),
        ("The shop lies in Tuam, Co. Galway.", ("IE",)),
        ("You may work from anywhere in Canada.", ("CA",)),
        ("Our workshop lies in Tromsø, Norway.", ("NO",)),
        ("A valid California Class C driver license.", ("US-CA",)),
    ],
)
def test_a_city_is_where_the_work_is_said_to_be(line: str, codes: tuple[str, ...]) -> None:
    assert told(jurisdiction, posting(line)) == codes


def test_a_level_of_the_canadian_service_tells_the_country() -> None:
    report = check(posting("Writes advice.", title="Policy Analyst (EC-05)"))
    assert report.facts["sector"].value == "state-federal"
    assert report[country].value == "CA"


def test_the_fields_of_a_numbered_form() -> None:
    text = (
        "POSITION FORM\n\n1. Position title: Ledger Technician\n2. Division: Finance\n"
        "3. Immediate supervisor (title): Ledger Supervisor\n\n"
        "4. Essential functions:\n   60%  Enters invoices.\n   40%  Answers vendors.\n"
    )
    report = check(text, "a.txt")
    assert report.facts["title"].value == "Ledger Technician"
    assert report.facts["reports_to"].value.endswith("Ledger Supervisor")


def test_a_policy_is_no_posting() -> None:
    text = (
        "REMOTE WORK POLICY\n\nPurpose\n\nSays when staff work from home.\n\nScope\n\n"
        "All full-time and part-time staff.\n\nResponsibilities\n\nThe office keeps the list. "
        "Supervisors shall review it once a year.\n\nEffective date: July 1, 2026\n"
    )
    assert not check(text, "a.txt").is_posting


def test_a_numbered_bulletin_holds_several() -> None:
    jobs = "".join(
        f"{n}. {job}\nSalary: ${n}5.00/hour\nCloses: May {n}, 2026\n"
        "Duties: Keeps the books of the town.\nRequirements: A diploma.\n\n"
        for n, job in enumerate(("LIBRARY PAGE", "SENIOR PLANNER", "DEPUTY CLERK"), 1)
    )
    reports = LINTER.check_all(f"WEEKLY LIST\n\n{jobs}", path="a.txt")
    assert [one.facts["title"].value for one in reports] == [
        "LIBRARY PAGE",
        "SENIOR PLANNER",
        "DEPUTY CLERK",
    ]


def test_a_title_above_a_list_of_duties_is_a_posting() -> None:
    text = (
        "# Receptionist\n\nGreets patients.\n\n- Answers calls.\n- Books visits.\n- Keeps charts.\n"
    )
    assert check(text).is_posting


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        # Laws bind everybody, and say nothing of whose post it is.
        (
            "Follows State and Federal laws, and government rules, at all times.",
            "sector",
            "unknown",
        ),
        ("My resume will not substitute for the form's experience.", "degree_equivalency", None),
        (
            "A master's degree with two years of practice, or a bachelor's degree with five.",
            "degree_equivalency",
            None,
        ),
        (
            "We will begin reviewing applications May 4, 2026.",
            "closing",
            "begin reviewing applications May 4, 2026",
        ),
    ],
)
def test_what_words_do_not_say(line: str, fact: str, value: object) -> None:
    assert told(fact, posting(line)) == value


def test_a_grade_that_does_not_apply_is_none() -> None:
    report = check(posting("GRADE: N/A", "Salary: $40,000"))
    assert [one.grade for one in report.facts["pay_statements"].value] == [None]


def test_a_shortened_rank_ends_no_title() -> None:
    text = "Seeking a Sr. Systems Analyst who meets users. Responsibilities: Writes plans.\n"
    assert told("title", text, "a.txt") == "Sr. Systems Analyst"


def test_front_matter_names_the_country() -> None:
    text = f"---\ntitle: Lecturer\ncountry: Canada\n---\n\n{posting(title='Lecturer')}"
    assert told(country, text) == "CA"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "# MEMORANDUM\n\nThe house is accepting applications for Yard Manager, full-time.\n",
            "Yard",
        ),
        ("---\njob_title: Map Engraver\n---\n\n# About us\n\n## Duties\n\n- Engraves.\n", "Map"),
        (
            "Page Clerk (Part time, 9 hours)\nFen Hall\nApply by May 4. $12 an hour.\n",
            "Page Clerk",
        ),
    ],
)
def test_titles_in_more_places(text: str, title: str) -> None:
    assert str(told("title", text)).startswith(title)


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Pay: $4,150 per 5-credit course.", (4150, None, "USD", "course")),
        ("Stipend: $5,812 per season", (5812, None, "USD", "session")),
        ("Pay: $78,000 - $90,000 AUD per annum", (78_000, 90_000, "AUD", "year")),
        ("The post is paid well: $22,000/yr.", (22_000, None, "USD", "year")),
        ("Day rate: £300-350", (300, 350, "GBP", "day")),
        ("We offer 3.900 EUR brutto / Monat.", (3900, None, "EUR", "month")),
        ("Salary: 9 000–12 500 PLN gross/month", (9000, 12_500, "PLN", "month")),
        # The allowance is no lower end of the range before it.
        (
            "Pay: $95,000-$110,000 plus health insurance and a $2,000 moving allowance.",
            (95_000, 110_000, "USD", None),
        ),
    ],
)
def test_pay_in_the_words_of_many_trades(
    line: str, pay: tuple[float, float | None, str, str | None]
) -> None:
    one = next(
        each
        for each in check(posting(line)).facts["pay_statements"].value
        if each.basis in {"base", "stipend"}
    )
    assert (one.low, one.high, one.currency, one.unit) == pay


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        ("The Fen Land Trust in Ely, Iowa seeks a clerk.", "sector", "nonprofit"),
        ("Alder Paper Co. | Ely, MN", "sector", "private"),
        ("Fen Community College, Kelso, Washington", "sector", "higher-ed"),
        ("The Fen Valley Transit Authority seeks a clerk.", "sector", "city-county"),
        ("Grace Church of Fen is looking for a clerk.", "sector", "nonprofit"),
        ("Required: a diploma. Preferred: tact; an associate degree.", "degree", "preferred"),
        ("A degree in botany, ideally with an emphasis on mosses.", "degree", "required"),
        ("A J.D. from an accredited law school is required.", "degree", "required"),
        ("A 12-month fixed-term contract.", "employment_type", ("contract",)),
        ("Studio North | Remote, Canada | $95k", "remote", "remote"),
        ("Call the office by Aug. 20.", "closing", "by Aug. 20"),
        (
            "We work in Virginia, North Carolina and Ohio. The desk is in Ely, Ohio.",
            "place",
            "Ely, Ohio",
        ),
        ("Grade: SEO (Midweight)", "pay", "grade-only"),
    ],
)
def test_more_words_of_many_trades(line: str, fact: str, value: object) -> None:
    assert told(fact, posting(line)) == value


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Fen College, Kelso, Washington", ("US-WA",)),
        ("The office is in Washington.", ()),
        ("Location: Hybrid – Columbus, OH (2 days in the office)", ("US-OH-CBUS", "US-OH")),
        ("$78,021 - $112,640 AUD per annum", ("AU",)),
    ],
)
def test_places_and_moneys_tell_where(line: str, codes: tuple[str, ...]) -> None:
    assert told(jurisdiction, posting(line)) == codes


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("We need somebody who will answer to the Head Gardener.", "Head Gardener"),
        ("Answerable to: Head Gardener", "Head Gardener"),
        (
            "The records clerk keeps the rolls, writes board policy, and reports to the Mayor.",
            "the Mayor",
        ),
    ],
)
def test_who_is_answered_to(line: str, words: str) -> None:
    assert str(told("reports_to", posting(line))).endswith(words)


@pytest.mark.parametrize(
    "text",
    [
        (
            'EMPLOYMENT AGREEMENT\n\nThis Agreement is made between Fen ("District") and Ann '
            '("Employee").\n1. Position. Clerk.\n2. Salary. Employee shall be paid $40,000.\n'
            "3. Duties. Employee shall do the duties of the post.\nSigned: ____\n"
        ),
        (
            "PERFORMANCE EVALUATION\nEmployee: ____ Job title: Custodian\nQuality ____ Speed ____\n"
            "Responsibilities: Cleans rooms. Locks doors.\nSignature: ____\n"
        ),
    ],
)
def test_papers_about_an_employee_are_no_postings(text: str) -> None:
    assert not check(text, "a.txt").is_posting


def test_a_list_under_duties_is_told_of_where_nothing_else_is() -> None:
    text = "The stable is old.\n\n## Duties\n\n- Mucks out the boxes.\n- Feeds the horses.\n"
    assert "a list of duties was found" in str(check(text).facts["is_posting"].missing)
    assert check(f"{text}\n## Qualifications\n\n- Patience.\n").is_posting


def test_job_titles_of_any_name_begin_postings() -> None:
    text = (
        "Job title: Cook\nPay: $18/hour\nDuties:\n- Cooks lunch.\n- Cleans.\n\n"
        "Job title: Miller\nPay: $19/hour\nDuties:\n- Grinds corn.\n- Cleans.\n"
    )
    assert len(LINTER.check_all(text, path="a.txt")) == 2


@pytest.mark.parametrize(
    ("line", "fact", "value"),
    [
        (
            "This is a hybrid position. It is asked to work on-site during elections.",
            "remote",
            "hybrid",
        ),
        (
            (
                "A two year college degree from an accredited U.S. school may substitute for "
                "high school."
            ),
            "degree",
            "none",
        ),
    ],
)
def test_one_statement_beside_another(line: str, fact: str, value: str) -> None:
    assert told(fact, posting(line)) == value


def test_a_short_word_in_a_title_is_no_kind_of_employment() -> None:
    kinds = told(employment_type, posting(title="Long-term Substitute Clerk"))
    assert "contract" not in kinds


def test_a_state_is_shortened_as_newspapers_do() -> None:
    text = "Rolls Clerk, Fen County, Calif. — keeps the rolls of the county. Salary: $40,000.\n"
    report = check(text, "a.txt")
    assert report[jurisdiction].value == ("US-CA",)
    assert str(report.facts["place"].value).startswith("Fen County, Calif")
    text = "Rolls Clerk, Fen County, Washington– keeps the rolls. Salary: $40,000.\n"
    assert told("place", text, "a.txt") == "Fen County, Washington"


def test_more_information_is_no_second_posting() -> None:
    text = (
        "PORT GUARD\nCode: 12\n\nDUTIES\n\nGuards the port.\n\nREQUIREMENTS\n\nAge of 21.\n\n"
        "ADDITIONAL JOB INFORMATION\n\nVISION: Sight of 20/20.\n\nREQUIREMENTS\n\nGood health.\n\n"
        "HOW TO APPLY\n\nBy letter.\n"
    )
    assert len(LINTER.check_all(text, path="a.txt")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The library of a social justice grantmaking foundation seeks a clerk.",
        "You will see that our solutions are accessible, inclusive and quick to use.",
    ],
)
def test_what_a_house_does_for_others_is_no_commitment_to_its_staff(line: str) -> None:
    assert told("equity_commitment", posting(line)) is None


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        # A newsletter names the house between the title and a dash.
        ("Roads Strategist, Bridge Program, The Tern Center— The strategist plans.", "nonprofit"),
        ("Clerk, Elmville, Ohio – A clerk in the Office of Voter Registration.", "city-county"),
        # A university's museum is the university's.
        (
            "Bone Keeper - Fen Museum\n\nFen State University has it. Fen State University is old.",
            "higher-ed",
        ),
        # A council is the government of a place, or the friend of a trade.
        ("Fenshire Council\n\nHousing Officer\n\nMain duties\n- Lets houses", "city-county"),
        ("Elm and Fen Council\n\nClerk\n\nSalary: £21,000\n\nDuties\n- Files", "city-county"),
        ("Fen Arts Council\n\nClerk\n\nSalary: £21,000\n\nDuties\n- Files", "nonprofit"),
        # What a board calls a company is one where nothing else tells.
        ("Company: Rivulet\nTitle: Weaver\n\nDuties\n- Weaves cloth.\n- Mends looms.", "private"),
    ],
)
def test_a_house_is_of_a_kind(text: str, sector: str) -> None:
    assert told("sector", text, "a.txt") == sector


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("The School offers a BSc in Moss Studies and an MA in Spores.", "none"),
        ("Candidates hold a BSc in Moss Studies; the School offers an MA in Spores.", "required"),
        ("Our pages run on MSN Autos and others.", "none"),
        ("Experience counts in positions that require possession of a degree.", "none"),
        (
            "A bachelor's degree (experience may be substituted for two years of education).",
            "required",
        ),
        ("A degree (experience may be substituted year for year)", "required"),
        ("An M.Sc. in botany is required.", "required"),
        ("Education: Master's", "required"),
        ("We ask for\n* Computer science degree\n* Two years of practice", "required"),
    ],
)
def test_a_degree_is_asked_for_or_only_spoken_of(line: str, asked: str) -> None:
    assert told("degree", posting(line)) == asked


def test_training_and_years_replace_a_degree() -> None:
    line = "A bachelor's degree OR special training and ten (10) + years of experience"
    assert told("degree_equivalency", posting(line)).startswith("OR special training")


@pytest.mark.parametrize(
    "line",
    [
        "An equal opportunity employer dedicated to building diverse, inclusive workplaces.",
        "Candidates who bring diverse experience and can teach all are encouraged to apply.",
        "To build a diverse workforce Elm encourages applications from veterans and women.",
    ],
)
def test_a_wish_for_people_of_all_kinds_is_a_commitment(line: str) -> None:
    assert told("equity_commitment", posting(line)) is not None


def test_a_skill_in_hiring_is_no_commitment() -> None:
    line = "Skill to recruit, manage and keep diverse staff."
    assert told("equity_commitment", posting(line)) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The Records Clerk is appointed by the Board.", "the Board"),
        ("The Board's chair is appointed by the Governor.", None),
        ("### Reporting to the Records Clerk are two positions:\n\n- Page (CR-02)", None),
        ("Reporting to the Registrar, you are part of a team.", "the Registrar"),
    ],
)
def test_who_appoints_and_who_reports_here(line: str, words: str | None) -> None:
    found = told("reports_to", posting(line))
    assert found is None if words is None else found.endswith(words)


def test_grades_stand_in_brackets_and_behind_a_classification() -> None:
    grades = "A salary of between € 2,651 (scale 9) and € 3,997 (scale 10) a month."
    assert told("pay", posting(grades)) == "range"
    assert told("pay", posting("* Position classification: EX-02")) == "grade-only"
    assert told("pay", posting("* Position classification: Exempt")) == "none"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            "DEADLINE\n\nApplications must be received on-line by THURSDAY, MARCH 11, 2027.",
            "MARCH 11, 2027",
        ),
        (
            "Applications are accepted from 8:00 A.M., FEBRUARY 9; TO MIDNIGHT, FEBRUARY 11, 2027.",
            "FEBRUARY 11, 2027",
        ),
    ],
)
def test_papers_are_taken_until_a_day(lines: str, words: str) -> None:
    assert told("closing", posting(lines)).endswith(words)


def test_how_long_papers_are_kept_closes_nothing() -> None:
    line = "Applications of the filing period are kept on file for two years from May 1, 2027."
    assert told("closing", posting(line)) is None


@pytest.mark.parametrize(
    ("lines", "paid"),
    [
        (("Fee: $180 per concert",), [180]),
        (("Fee: $70 per service; a room is given.",), [70]),
        (("Entry fee: $12 per concert",), []),
        (("Hourly rate", "15.40"), [15.4]),
        (("Salary", "38,200"), [38200]),
        (("Monthly wage", "2,150.00"), [2150]),
        (("£29,750 basic plus £2,400 island allowance",), [29750, 2400]),
        (("Fee: $60 per class",), [60]),
        (("Annual salary range", "", "38,200 - 44,100"), [38200]),
        (("Budget", "38,200"), []),
        (("You take home about $900 a week.",), [900]),
        (("Artist fee: $90 per workshop",), [90]),
        (("We took $9,000 at the gate last month.",), []),
        (("The bazaar took in $88,000 last year.",), []),
        (("Gross takings of $300,000 a year.",), []),
    ],
)
def test_a_fee_by_the_show_and_a_bare_figure_below_its_name_are_pay(
    lines: tuple[str, ...], paid: list[float]
) -> None:
    text = "\n".join(
        ("Piper", "Fen Hall", "", *lines, "", "Duties", "- Plays airs.", "- Packs up.")
    )
    assert [one.low for one in told("pay_statements", text, "a.txt")] == paid


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Leave is granted under the Ohio Revised Code.", ("US-OH",)),
        # Two states are named: the law of one settles nothing.
        ("Leave is granted under the Ohio Revised Code, as in Maine.", ()),
        ("You know the Ohio Railway Guide.", ()),
    ],
)
def test_a_state_whose_law_binds_the_house_is_where_the_work_is(
    line: str, places: tuple[str, ...]
) -> None:
    assert told(jurisdiction, posting(line)) == places


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("School: Fen Lane School", "k12"),
        ("St Olave Church of England Junior School", "k12"),
        ("St Olave C of E Primary Academy", "k12"),
        ("School: St Olave Church of England Primary", "k12"),
        ("St Olave Church of England congregation", "nonprofit"),
    ],
)
def test_a_school_is_one_whoever_keeps_it(line: str, sector: str) -> None:
    assert told("sector", posting(line)) == sector


def test_wishes_behind_their_own_label_are_wishes() -> None:
    lines = ("Education required: a diploma", "Education preferred: Bachelor's degree")
    assert told("degree", posting(*lines)) == "preferred"
    assert told("degree", posting("Degree preferred: Bachelor's in forestry")) == "preferred"
    assert told("degree", posting("Education required: Bachelor's degree")) == "required"
    assert told("degree", posting("A-levels; a degree would be an advantage.")) == "preferred"


def test_a_grade_behind_its_series_is_the_pay() -> None:
    assert told("pay", posting("Series 0318, Grade 5/6")) == "grade-only"
    assert told("pay", posting("Series 0318")) == "none"
    assert told("title", posting(title="Clerk, Series 0318, Grade 5/6")) == "Clerk"
    assert told("pay", posting(title="Clerk, Series 0318, Grade 5/6")) == "grade-only"


def test_permanent_beside_a_whole_post_is_said_of_it() -> None:
    assert told(employment_type, posting("Permanent, 1 FTE")) == ("permanent", "full-time")


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Fixed term until 31 May 2030; full time", ("contract", "full-time")),
        ("Twelve-month, full-time.", ("full-time",)),
        ("Full-time equivalent (FTE): 0.75", ("part-time",)),
        ("Contract: whole-time", ("full-time",)),
        ("The hall is open full time.", ()),
        ("A permanent exhibition opens in May.", ()),
        ("Full time attention is needed.", ()),
        ("A temporary bridge is in place.", ()),
        ("A temporary post, to May.", ("temporary",)),
        ("We seek a permanent Records Clerk.", ("permanent",)),
        ("The clerk knows the hall; full time is a long time", ()),
    ],
)
def test_kinds_that_end_a_list_are_said_of_the_post(line: str, kinds: tuple[str, ...]) -> None:
    assert told(employment_type, posting(line)) == kinds


def test_a_lecturer_in_something_is_a_title_with_its_years() -> None:
    text = "Lecturer in Maps (3 years)\nFen University\nRef: 88\n\nDuties\n- Lectures.\n- Marks.\n"
    assert told("title", text, "a.txt").startswith("Lecturer in Maps")


@pytest.mark.parametrize(
    ("lines", "closes"),
    [
        (("Close Date:", "Open Date: 4/1/2027"), None),
        (("Closing Date:", "Posting Date: 4/1/2027"), None),
        (("Deadline:", "", "Interviews: 6 May 2027"), None),
        (("Deadline:", "Priority date: 6 May 2027"), date(2027, 5, 6)),
        (("Closing date and time:", "6 May 2027, 17:00"), date(2027, 5, 6)),
    ],
)
def test_an_empty_closing_date_takes_no_other_names_day(
    lines: tuple[str, ...], closes: date | None
) -> None:
    assert told("closing_date", posting("\n".join(lines))) == closes


def test_marks_of_bold_stand_in_no_value() -> None:
    text = "Clerk\n\n**Reports to:** **Head Clerk**\n\nDuties\n- Files.\n- Sorts.\n"
    assert told("reports_to", text, "a.txt") == "Reports to: Head Clerk"


def test_years_of_doing_it_stand_in_for_a_degree() -> None:
    for way in ("three years running a pool", "six years in a studio"):
        line = f"Associate degree in leisure or {way}."
        assert way in told("degree_equivalency", posting(line))
    assert told("degree_equivalency", posting("Degree in art or two years studying it.")) is None


def test_a_day_may_end_at_midday() -> None:
    line = "Applications must be in by midday on Monday 21 June 2027."
    assert told("closing_date", posting(line)) == date(2027, 6, 21)


def test_a_college_with_an_aside_behind_its_name_is_the_employer() -> None:
    line = "Alder College (private, 900 students) seeks a clerk."
    assert told("sector", posting(line)) == "higher-ed"


def test_names_in_one_run_above_their_values_take_none_of_them() -> None:
    """Which value is whose was lost with the columns: a wrong supervisor is worse than none."""
    text = (
        "Position:\nLocation:\nReports to:\nBell Clerk\nFen Tower\nTower Captain\n\n"
        "Duties\n- Rings the bells.\n- Oils the frames.\n"
    )
    assert told("title", text, "a.txt") == "Bell Clerk"
    assert told("reports_to", text, "a.txt") is None


def test_a_title_whose_first_line_ends_in_and_goes_on() -> None:
    text = "Fen Mill\n\nBELT AND\nPULLEY FITTER\n\nDuties\n- Fits belts.\n- Oils wheels.\n"
    assert told("title", text, "a.txt") == "BELT AND PULLEY FITTER"
    text = "HOUSEKEEPER AND\nCOMPANION\n\nA house in Elm\n\nDuties\n- Cooks.\n- Reads aloud.\n"
    assert told("title", text, "a.txt") == "HOUSEKEEPER AND COMPANION"


def test_who_is_over_the_reader_is_not_the_post() -> None:
    text = "Salmon hand\nFen Loch Ltd\n\nThe Site Manager is your boss.\n\nYou feed fish.\n"
    assert told("title", text, "a.txt") != "Site Manager"


def test_francs_are_paid_in_switzerland() -> None:
    assert told(country, posting("CHF 78'000 a year")) == "CH"
    assert told(country, posting("Patients with CHF 4 times as often")) is None

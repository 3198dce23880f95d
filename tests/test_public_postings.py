"""Facts of public postings as boards and pages flatten them, in small texts of the same make."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report

LINTER = Linter(select=("LEAD001", "ADA001"))


def check(text: str) -> Report:
    return LINTER.check(text, path="a.txt")


def clerk(line: str) -> str:
    return f"# Records Clerk\n\n{line}\n\n## Duties\n\n- Files papers.\n- Answers callers.\n"


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        (
            "employment_type",
            clerk("Weekly hours: to be agreed, about 18 hours per week"),
            "part-time",
        ),
        ("employment_type", clerk("The Clerk works 12 hours per week."), "part-time"),
        ("employment_type", clerk("This position is 40 hours per week."), "full-time"),
        ("employment_type", clerk("Plans lessons of 10 hours per week for apprentices."), None),
        ("title", "# Bus Driver $900 Signing Bonus\n\n## Duties\n\n- Drives.\n", "Bus Driver"),
        ("title", "# Deputy Bursar September 2027\n\n## Duties\n\n- Pays.\n", "Deputy Bursar"),
        ("title", "# Clerk May Fair 2027\n\n## Duties\n\n- Files.\n", "Clerk May Fair 2027"),
        ("title", f"{clerk('Post')}".replace("# Records", "Job Title Records"), "Records Clerk"),
        ("title", "# Ferry Manager Posting 2031\n\n## Duties\n\n- Rows.\n", "Ferry Manager"),
        ("title", "# Ferry Clerk - Elm Fen, NY Area\n\n## Duties\n\n- Rows.\n", "Ferry Clerk"),
        (
            "reports_to",
            "Ferry Manager\n\nTitle: Ferry Manager\nSupervisor: Harbour Head\n\nDuties\n\n- Row.\n",
            "Supervisor: Harbour Head",
        ),
        ("pay", clerk("Salary range: $41,600 ($20 hr) - $52,000 ($25 hr)"), "range"),
        ("pay", clerk("Salary: £31,000 a year (pro rata to £15,500 for 18 hours)"), "single"),
        ("jurisdiction", clerk("Ferry Board\nState of Washington\nFull time"), "US-WA"),
        ("jurisdiction", clerk("The farm is located in Elmtown, MA (the bay area)."), "US-MA"),
        ("jurisdiction", clerk("A Leaving Certificate or equivalent is asked for."), "IE"),
        (
            "pay",
            clerk("Salary: The approved salary schedule is on the office's page."),
            "grade-only",
        ),
        ("pay", clerk("Maintains the approved salary schedule."), "none"),
        (
            "degree",
            "Requirements :\nThe Clerk should have a bachelor's degree.\nStaff led :\nNone.\n",
            "required",
        ),
        ("sector", clerk("Fen District School Board.\n\nA diploma at a community college."), "k12"),
        (
            "sector",
            clerk("Council employs two hundred people.\n\nOffers follow the Local Government Act."),
            "city-county",
        ),
        ("jurisdiction", clerk("You will teach at key stage 2 beside the headteacher."), "GB"),
        ("jurisdiction", clerk("Location: Fenmouth, LE19 4QQ"), "GB"),
        ("jurisdiction", clerk("The post is in Ballyfen, Co Mayo."), "IE"),
        ("jurisdiction", clerk("We are part of the Fen Multi Academy Trust."), "GB"),
        (
            "title",
            "Library Page – Mending\n\nDuties\n\n- Shelves books.\n",
            "Library Page – Mending",
        ),
        (
            "title",
            "MAP CLERK POSITION\n\nROADS OFFICE\n\nDuties\n\n- Files maps.\n",
            "MAP CLERK POSITION",
        ),
        ("sector", clerk("You answer to the Headteacher. Lock the school up at night."), "k12"),
        ("sector", clerk("Works for the Town Highway Department beside the river."), "city-county"),
        (
            "employment_type",
            clerk("Contract: 37 hours, permanent, full time"),
            "permanent, full-time",
        ),
        ("employment_type", clerk("Contract type: Term-time plus two weeks"), None),
        ("employment_type", clerk("Contract duration approx. 9 months"), "contract"),
        ("pay", clerk("Salary details: Grade 7"), "grade-only"),
        ("pay", clerk("Elm County CouncilElm€764.30 - €788.73 per weekFull-time"), "range"),
        (
            "closing_date",
            clerk("Filing period: applications are taken from March 1, 2027 to March 9, 2027."),
            date(2027, 3, 9),
        ),
        (
            "reports_to",
            "# Boat Hand\n\nReporting Relationship / Harbor Manager\n\n## Duties\n\n- Rows.\n",
            "Reporting Relationship / Harbor Manager",
        ),
        ("jurisdiction", clerk("Location: CA-ON-Elmford"), "CA-ON, CA"),
        ("jurisdiction", clerk("Work Location: 4 Fen Road, Elmford ON, L1X 0J3"), "CA-ON, CA"),
        ("jurisdiction", clerk("CAD 30,000 - 60,000"), "CA"),
        ("employment_type", clerk("A full time contract position."), "full-time, contract"),
        ("employment_type", clerk("Classification: Term (April 2027 to May 2027)"), "contract"),
        ("pay", clerk("Grade Number: 26"), "grade-only"),
        (
            "sector",
            clerk("A progressive movement for social justice; grassroots work."),
            "nonprofit",
        ),
        (
            "title",
            "Elm Museum Seeking Map Clerk\n\nThe museum seeks a clerk to file its maps.\n",
            "Map Clerk",
        ),
        (
            "degree_equivalency",
            clerk("Hold a degree in maps and three years of use; OR have five years of practice."),
            "; OR have five years of practice",
        ),
        (
            "reports_to",
            clerk("Supervision received: Administrative direction from an agency executive."),
            "Supervision received: Administrative direction from an agency executive.",
        ),
        (
            "pay",
            clerk("The average hourly wage for clerks in Ohio ranges from $12 to $18."),
            "none",
        ),
        ("employment_type", clerk("Pay: £9,278 (£23,194 per annum full-time)"), None),
        ("sector", clerk("The community organizer works in Fen County with renters."), "nonprofit"),
        ("degree", clerk("Maine Printers’ Alliance (MPA) helps MPA members and staff."), "none"),
        ("title", "Cook Assistants\n\nDuties\n\n- Cook soup.\n", "Cook Assistants"),
        ("title", "Map Clerk Job Opening\n\nWe want a clerk for maps.\n", "Map Clerk"),
        (
            "title",
            "Elm is hiring a Map Clerk!\n\nDays: four\n\nPosition Reports to: Head Clerk\n",
            "Map Clerk",
        ),
        (
            "title",
            "Our president Dr. Ann Elm reports to us.\n\nThe Map Clerk keeps maps and leads us.\n",
            "Map Clerk",
        ),
        ("reports_to", clerk("Look for the position under the category Seasonal/Clerk."), None),
    ],
)
def test_a_fact(fact: str, text: str, value: object) -> None:
    """A fact is read as a person reads it, and what only looks like it is left alone."""
    found: Any = check(text).facts[fact].value
    assert (", ".join(found) or None if isinstance(found, tuple) else found) == value


def test_the_licence_of_a_state() -> None:
    """A licence to drive in a state tells of the state, whatever it is called there."""
    licence = clerk("Holds a valid Georgia Motor Vehicle Operator's License.")
    assert check(licence).facts["jurisdiction"].value == ("US-GA",)


def test_pay_pro_rata_is_for_a_year() -> None:
    """Between a range and its time may stand that it is for a whole post."""
    (stated,) = (
        check(clerk("Salary: £19,500 to £22,400 pro rata per annum")).facts["pay_statements"].value
    )
    assert (stated.low, stated.high, stated.unit) == (19_500, 22_400, "year")


def test_what_stays_is_no_wage() -> None:
    """Sums under the heading of a bonus are bonuses; under pay and bonus they may be either."""
    once = "## Retention incentive\n\nAfter a year the Clerk receives $900 with the pay check.\n"
    stated = check(clerk("Salary: $42,000 a year") + once).facts["pay_statements"].value
    assert [one.basis for one in stated] == ["base", "bonus"]
    both = "## Pay and bonus\n\n$42,000 a year\n"
    stated = check(clerk("Full time") + both).facts["pay_statements"].value
    assert [one.basis for one in stated] == ["base"]


def test_one_degree_named_twice() -> None:
    """Where a degree is had and which one it is are one demand."""
    asked = clerk("Graduation from an accredited college or university with a bachelor's degree.")
    (degree,) = check(asked).facts["degrees"].value
    assert degree.level == "bachelor"


def test_a_rule_with_its_days_is_no_posting() -> None:
    """A board's procedure tells when it was adopted, and offers nobody a post."""
    rule = (
        "Original Adopted Date 03/02/2021\nLast Reviewed 05/06/2024\n\nProcedure 12: Home work\n\n"
        "For the purposes of this procedure, remote work is work done from home.\n\nApproval\n\n"
        "An employee's supervisor will approve remote work only where the work allows it.\n"
    )
    assert check(rule).facts["is_posting"].value is False


def test_a_first_item_grown_to_its_heading() -> None:
    """Pages drop the line between a heading and a list's first item, and leave its dash."""
    flattened = (
        "Education and Experience- A school diploma;\n- A clean licence.\n"
        "Position Responsibilities- Drives the van;\n- Sets up rooms;\n- Mends chairs.\n"
    )
    report = check(f"Position: Room Steward\n\n{flattened}")
    assert [duty.text.text for duty in report.posting.duties] == [
        "Drives the van;",
        "Sets up rooms;",
        "Mends chairs.",
    ]


def test_what_is_no_duty_among_duties() -> None:
    """What a list is said of, and what is said of the list, are no duties of it."""
    duties = (
        "Duties\n\nI. To greet guests and callers of the house, the Porter:\n\n"
        "- Opens the gate at seven.\n- Answers the telephone of the lodge.\n\n"
        "* The above information is intended to outline the general nature of the duties.\n"
    )
    found = check(f"Porter\n\n{duties}").posting.duties
    assert [duty.text.text.split()[0] for duty in found] == ["Opens", "Answers"]


def test_who_is_supervised_may_be_the_work() -> None:
    """A heading about the supervision of campers heads duties, and not who reports to whom."""
    text = (
        "Camp Leader\n\nResponsibilities\nCamp day\n- Open the gate\n- Raise the flag\n"
        "Camper supervision and games\n- Help to settle quarrels\n- Lead games\n"
        "Qualifications\n- First aid\n"
    )
    assert len(check(text).posting.duties) == 4


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Pay: $15.25 per hour\nSubstitutes:\n- Stand-in crews are paid $20.52", [15.25, 20.52]),
        (
            "Rate of pay: large bus, 64.50 per run, small bus but certified - 50.10 a run",
            [64.5, 50.1],
        ),
        ("Diver grade $71,300\nDiver I range $77,300 - $96,700", [71_300, 77_300]),
    ],
)
def test_sums_that_are_no_range(text: str, pay: list[float]) -> None:
    """A dash before an item, or behind what another sum is for, makes no range of two sums."""
    stated = check(clerk(text)).facts["pay_statements"].value
    assert [one.low for one in stated] == pay


def test_a_sought_title_behind_its_kind() -> None:
    """A temporary map clerk is sought: the words behind the kind are the title's."""
    text = clerk("Fen Library is looking for a Temporary Records Clerk to join the finance team.")
    assert check(text).facts["employment_type"].value == ("temporary",)


def test_what_boards_call_the_last_day() -> None:
    """A board's "available before" is the last day to apply."""
    closes = check(clerk("POSTED ON 4/4/2027\nAVAILABLE BEFORE 4/25/2027")).facts["closing_date"]
    assert str(closes.value) == "2027-04-25"


def test_a_state_and_its_museum() -> None:
    """A state's museum is the state's, and a town near another may stand behind its state."""
    text = (
        "# Registrar\n\nThe New Jersey State Museum seeks a registrar.\n\n## Duties\n\n- Files.\n"
    )
    assert check(text).facts["sector"].value == "state-federal"
    text = (
        "FEN MUSEUM\nCamp Elm, MS  (just outside of Reedburg)\n\nREGISTRAR\n\nDuties\n\n- Files.\n"
    )
    assert check(text).facts["jurisdiction"].value == ("US-MS",)


def test_names_in_capitals_on_one_line() -> None:
    """A form's names in capitals part what stands between them on its line."""
    text = (
        "OFFICIAL TITLE: Map Clerk CODE: 5160 SQ/OQ: Optimal\n"
        "SUMMARY: Keeps the maps of the house and lends them to whoever asks.\n"
    )
    assert check(text).facts["title"].value == "Map Clerk"


def test_rows_without_bullets_may_name_who_does_it() -> None:
    """Where no row has a bullet, those with a subject are duties as those without one are."""
    text = (
        "MAP REGISTRAR\n\nExamples of Work\n\nThe Map Registrar prepares the papers of loans.\n\n"
        "Monitors the air of the vault.\n\n"
        "The Map Registrar advises the director on loans.\n\nEvaluates what the vault needs.\n"
    )
    assert len(check(text).posting.duties) == 4


def test_advice_on_a_paper_is_no_posting() -> None:
    """A page of tips on how to write one's own paper describes a post only to show how."""
    text = (
        "Employment history - CV tips\n\nYour paper should sell you: sum up each role.\n\n"
        "Project Clerk\n\nDuties: worked within a team that kept plans.\n\n"
        "- Working in a team\n- Assisting in planning\n- Responsible for papers\n"
    )
    assert check(text).facts["is_posting"].value is False


def test_wages_below_a_bonus_glued_to_a_heading() -> None:
    """A line about a bonus may go on with the wages, which stay wages."""
    text = clerk("Sign on Bonus: A new clerk gets $800 at the end. Wages start at $21.96 per hour.")
    stated = check(text).facts["pay_statements"].value
    assert [(one.low, one.basis) for one in stated] == [(800, "bonus"), (21.96, "base")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Your Source for Intern and Staff Positions\n\nMap Librarian, Fen Public Library\n",
            "Map Librarian",
        ),
        ("Assistant Library Director/Head of Maps, Fen Library, Elm, MA\nPosted May 1\n", None),
        ("Map Librarian, Fen Public Library (Fen)\n", "Map Librarian"),
    ],
)
def test_a_title_beside_its_house(text: str, title: str | None) -> None:
    """A board's own line is no title, a rank is of no house, and a town may stand behind one."""
    work = "\nDuties\n\n- Files maps.\n- Lends maps.\n"
    found = check(text + work).facts["title"].value
    assert found == (title or "Assistant Library Director/Head of Maps")


def test_below_a_board_and_a_title() -> None:
    """Paragraphs below a title state duties, whatever the first of them speaks of beside."""
    text = (
        "Jobline: Your Source for Internship Positions\n\nMap Librarian, Fen Public Library\n\n"
        "The Librarian works under the general direction of the Director.\n\n"
        "Assists readers with the maps of the house. Oversees the mending of torn maps.\n"
    )
    assert len(check(text).posting.duties) == 2


@pytest.mark.parametrize(
    "text",
    [
        """126.02 Appointment of the Clerk; duties.
(a) The Map Clerk shall be appointed by the Mayor and shall serve at pleasure.
(b) The Clerk is responsible for maps and shall be responsible for charts.
(Ord. 283-22. Passed 7-19-22.)
""",
        """The Fen Guild has advertised for an interim chief clerk and said that May is wanted.
P. Reed resigned as chief clerk in March. The salary is $90,000 a year and the
deadline for applications is Monday.
""",
    ],
)
def test_what_tells_of_a_post_and_offers_none(text: str) -> None:
    """An ordinance that sets up an office, and news of one that is advertised, are no postings."""
    assert check(text).facts["is_posting"].value is False


def test_who_is_told_of_damage_supervises_nobody() -> None:
    """Whoever hears of any damage is told of it in a duty."""
    report = check(clerk("Full time") + "- Reports to the Principal any damage to the maps.\n")
    assert report.facts["reports_to"].value is None
    assert len(report.posting.duties) == 3


def test_one_degree_and_what_it_is() -> None:
    """The letters of a degree and the word behind them are one degree."""
    (degree,) = check(clerk("An MLS degree is required.")).facts["degrees"].value
    assert degree.level == "master"


def test_where_a_board_prints_place_house_and_hours() -> None:
    """A board's line ends with the hours, and a province's letters stand before its country."""
    text = "Map Clerk\n\nPrince Elm, BC, Canada The Corporation of Elm Full time $52,000 per year\n"
    facts = check(text + "\nDuties\n\n- Files maps.\n").facts
    assert facts["employment_type"].value == ("full-time",)
    assert "CA-BC" in facts["jurisdiction"].value


def test_an_unpaid_lunch_is_no_volunteer_and_the_post_has_a_supervisor() -> None:
    """A break without pay is of an employee's day."""
    text = "Job Title: Cook\n\nHours: 7 a day (with an unpaid lunch)\n\n"
    text += "Primary Responsibility To: Head Cook\n\nDuties:\n- Cooks soup.\n- Washes pots.\n"
    facts = check(text).facts
    assert facts["employment_type"].value == ()
    assert facts["reports_to"].value is not None


ON_A_TRADE = "A ferryman is a skilled worker who rows people. They work in many weathers.\n"


def test_what_a_trade_is_stands_above_the_posts_own_title() -> None:
    """Whoever says what the trade is and names the post below it offers that post."""
    post = (
        "At Fen Ferries, we row.\nPosition Title: Ferryman, Night Boat\nSupervisor: Harbor Chief\n"
    )
    pay = "Pay Grade: Tier 1: $18.50 to $19.25\n"
    assert check(f"Fen Ferries\n\n{ON_A_TRADE}{post}{pay}").facts["is_posting"].value


def test_a_page_that_asks_what_a_post_is() -> None:
    """A question about a kind of post, answered at large, is advice."""
    text = "Harbor lore\n\nWhat is the position of night ferryman?\n\nResponsible for boats.\n\n"
    text += "Their job responsibilities generally include:\n\n1. Rows the night boat.\n"
    text += "2. Keeps the oars.\n\nGenerally, larger harbors will hire night ferrymen.\n"
    assert not check(text).facts["is_posting"].value


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ferry Officer.\n\n(a) The Ferry Officer shall be appointed by the Governor and shall "
            "serve at pleasure.\n\n(b) In a vacancy the Governor may appoint any who shall act.\n"
        ),
        (
            "Elm Bureau on the hunt for a Ferry Chief\nThe bureau posted an opening for a chief "
            "to run its boats, according to the notice. The chief will lead oarsmen, the bureau "
            "says. Applications for the position are taken until May 5, with a salary of up to "
            "$183,300 per year. A panel reviews candidates.\n"
        ),
        (
            "The Ferry Director’s Performance Appraisal\nEvaluative terms: unsatisfactory, good\n"
            "Need to improve:\nSkills\nPlans the boats | S | N |\nMeets standards | S | N |\n"
        ),
        (
            "[Ord. No. 92-11, 5-20-1992]\nRequirements to be met by applicants for ferry officer:\n"
            "(1)\nAge. The applicant will be at least 21 years of age.\n[Amended 11-17-2021]\n"
        ),
        (
            "ELM BAY, FL (elmtoday.com) – The splash of an oar is of summer.\nElm is putting "
            "out the call to hire ferry hands.\nThe town says this position is open to anyone "
            "over 16. Candidates must meet these requirements:\n- Row a mile\n- Swim a mile\n"
            "Starting pay is $19 per hour.\n"
        ),
        (
            "301.2 - Appointment of Ferry Chiefs\n\nThe board will employ a ferry chief to run its "
            "boats. The board will act on advice. A consultant may screen candidates. Applicants "
            "are heard.\n\nApproved April 23, 2018\nReviewed January 10, 2022\n"
        ),
        (
            "Common use of Ferry Nurse Clause in Contracts\n\nFerry Nurse. The nurse shall be "
            "paid as set forth in Schedule A. The nurse will work up to 200 days.\n"
        ),
        (
            "Ferry hands mend nets for crews of all kinds.\n\nJob demand: high\n\nAverage "
            "weekly wage: $900\n\nFerry hands do the following tasks:\n\n- Mending nets\n"
            "- Rowing guests\n- Painting boats\n"
        ),
        (
            "Responsibilities & Goals\n\nFerry Board Responsibilities & Goals\n\n"
            "- Setting fares for the town.\n- Appointing the ferry manager and clerk.\n"
            "- Hearing guests.\n"
        ),
        (
            'FERRY HEAD\'S CONTRACT It is hereby agreed by and between the Council ("Council") of '
            'Elm and Dr. Ann Reed ("Head") that the Council employs Dr. Reed as Ferry Head. The '
            "Head shall perform the duties of the Ferry Head.\n\nSalary: $98,000\n"
        ),
        (
            "1. Title of Post: Senior Ferry Clerk\n\n2. Name of Employer:\n\n3. Name of "
            "Employee:\n\nThe appointee will report to the Head. The appointee will lead the crew."
            "\n"
        ),
        (
            "Ferry staff\n\nFerry clerks perform many duties.\n\n"
            "Ferry clerk level 1: Job description Person specification\n"
            "Ferry clerk level 2: Job description Person specification\n"
            "Ferry clerk level 3: Job description Person specification\n"
        ),
    ],
    ids=[
        *("law", "news", "appraisal", "amended", "dated", "board", "clauses"),
        *("trade", "goals", "agreed", "terms to fill in", "links"),
    ],
)
def test_what_tells_of_a_post(text: str) -> None:
    """A law that sets a post up, news of one, and a form in which its work is marked offer none."""
    assert not check(text).facts["is_posting"].value


def test_what_may_be_done_is_of_the_list() -> None:
    """The last row of what is done begins with "May" as rows between do."""
    text = "Road Hand\n\nExamples of Work\n\nDrives a truck with sand.\n\nMends the carts.\n\n"
    found = check(text + "May set up stalls for the fair.\n").posting.duties
    assert len(found) == 3


def test_what_whoever_holds_the_job_will_do() -> None:
    """A sentence says it of a trade that no list of holders has."""
    text = "Title: Community Organizer\n\nThe Community Organizer will design and lead a campaign "
    assert check(f"{text}to mend the halls of the town.\n").posting.duties


def test_work_and_nothing_else() -> None:
    """Sentences on what somebody does make a post of a text without terms or demands."""
    text = "The House Person is responsible for cleaning public halls. This role involves greeting "
    text += "guests and inspecting floors. The House Person will also collect trash from landings. "
    text += "The position may require working in rooms. Upload your resume.\n"
    assert check(text).facts["is_posting"].value

"""Facts in small inputs: other words, other layouts, other formats of one posting."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import reads_as

LINTER = Linter(select=("LEAD001", "ADA001"))
WORK: Final = "\nDuties\n- Stocks the shelves\n- Greets guests\n\nRequirements\n- Two years\n"


def check(text: str, path: str = "a.txt") -> Report:
    return LINTER.check(text, path=path)


def told(fact: str, text: str, path: str = "a.txt") -> Any:
    return check(text, path).facts[fact].value


def posting(line: str) -> str:
    return f"# Records Clerk\n\n{line}\n\n## Duties\n\n- Files papers.\n- Answers callers.\n"


# ------------------------------------------------------------------ one posting, many forms

FIELDS: Final = {
    "Reports to": "Yard Superintendent",
    "Wage": "$24.10 - $29.75 per hour",
    "FLSA status": "Non-exempt",
    "Closing date": "March 5, 2027",
}
DUTIES: Final = (
    "Assigns crews to plows each morning.",
    "Inspects culverts.",
    "Keeps time sheets.",
)
ASKED: Final = ("High school diploma.", "Five years of road work.")


def _bullets(sign: str, lines: tuple[str, ...]) -> str:
    return "".join(f"{sign} {line}\n" for line in lines)


def _plain(sign: str = ": ") -> str:
    fields = "".join(f"{name}{sign}{value}\n" for name, value in FIELDS.items())
    return (
        f"ELM COUNTY HIGHWAY DEPARTMENT\n\nJOB POSTING\n\nRoad Foreman II\n\n{fields}\n"
        f"DUTIES\n\n{_bullets('*', DUTIES)}\nQUALIFICATIONS\n\n{_bullets('*', ASKED)}"
    )


def _glued() -> str:
    fields = " ".join(f"{name}: {value}" for name, value in FIELDS.items())
    return (
        f"Job Title: Road Foreman II Company: Elm County Highway Department {fields} "
        f"Responsibilities: {_bullets('-', DUTIES)} Requirements: {_bullets('-', ASKED)}"
    ).replace("\n", " ")


def _list(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _html() -> str:
    rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in FIELDS.items())
    return (
        f"<h1>Road Foreman II</h1><p>Elm County Highway Department</p><table>{rows}</table>"
        f"<h2>Duties</h2>{_list(DUTIES)}<h2>Qualifications</h2>{_list(ASKED)}"
    )


def _bold() -> str:
    pairs = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in FIELDS.items())
    return (
        "<p><b>Elm County Highway Department</b></p><p><b>Road Foreman II</b></p>"
        f"<dl>{pairs}</dl><p><b>Duties</b></p>{_list(DUTIES)}<p><b>Requirements</b></p>{_list(ASKED)}"
    )


def _job_posting() -> str:
    fields = _list(tuple(f"{name}: {value}" for name, value in FIELDS.items()))
    return json.dumps(
        {
            "@type": "JobPosting",
            "title": "Road Foreman II",
            "hiringOrganization": {
                "@type": "Organization",
                "name": "Elm County Highway Department",
            },
            "description": f"{fields}<h3>Duties</h3>{_list(DUTIES)}<h3>Skills</h3>{_list(ASKED)}",
        }
    )


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (_plain(), "a.txt"),
        (_plain(":\n"), "a.txt"),
        (_plain("\t"), "a.txt"),
        (_glued(), "a.txt"),
        (_html(), "a.html"),
        (_bold(), "a.html"),
        (_job_posting(), "a.json"),
    ],
    ids=["lines", "values below", "tabs", "glued", "table", "bold lines", "JobPosting"],
)
def test_one_posting_says_the_same_in_every_form(text: str, path: str) -> None:
    facts = check(text, path).facts
    assert facts["title"].value == "Road Foreman II"
    assert facts["sector"].value == "city-county"
    assert facts["reports_to"].value.endswith("Yard Superintendent")
    assert (facts["pay"].value, facts["flsa"].value) == ("range", "nonexempt")
    assert facts["closing"].value.endswith("March 5, 2027")
    assert facts["degree"].value == "none"


# ------------------------------------------------------------------------------ titles


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Full-time\nDay shift\nHarbor Grill\n\nLine Cook\n", "Line Cook"),
        (
            "Birch Hotel\n\nOur assistance program helps every manager.\n\nNight Porter\n",
            "Night Porter",
        ),
        ("Staff enjoy paid leave.\n\nWanted: Florist\n", "Florist"),
        ("Employment type: Full-time\nBarista needed at Corner Cup\n", "Barista"),
        ("Shift leads get a $2 premium.\n\nPosition: Dishwasher\n", "Dishwasher"),
    ],
)
def test_a_title_is_no_term_and_no_benefit(lines: str, title: str) -> None:
    assert told("title", lines + WORK) == title


@pytest.mark.parametrize(
    "text",
    [
        "We are hiring: a) a groundskeeper, b) two bus drivers, c) a nurse. Apply by May 3.\n",
        "The Elm Schools are hiring:\na) Groundskeeper\nb) Bus Driver\n\nApply at the office.\n",
        "HELP WANTED\n\nCooks, servers and dishwashers wanted at Harbor Grill. Apply in person.\n",
        "Current openings\n\n- Staff Accountant (full-time)\n- Payroll Clerk (part-time)\n",
        "Title\tCloses\nStaff Accountant\tMay 3, 2027\nClerk\tMay 10, 2027\nNurse\tMay 12, 2027\n",
    ],
)
def test_a_list_of_bare_jobs_is_no_posting_of_one(text: str) -> None:
    assert "several openings" in check(text)[reads_as].value.why


def test_a_job_with_a_list_of_those_it_leads_is_a_posting() -> None:
    text = f"Kitchen Manager\n\nWe are hiring.\n\nLeads:\n- Line Cook\n- Dishwasher\n{WORK}"
    assert check(text).is_posting


# ------------------------------------------------------------------------- other facts


def test_a_heading_named_as_the_job_is_of_its_work() -> None:
    text = "# Inquiries Clerk\n\n## Inquiries\n\n- Answers letters by phone.\n- Routes letters.\n"
    assert len(check(f"{text}\n## Qualifications\n\n- Two years.\n", "a.md").posting.duties) == 2


def test_letters_before_the_duties_mark_them() -> None:
    text = "Clerk\n\nDuties\n1. [E] Keeps rolls\n2. [E] Answers callers\n3. [NE] Waters plants\n"
    assert told("essential", text) == "per-duty"


def test_the_head_of_a_duty_column_is_its_heading() -> None:
    text = (
        "<h1>Clerk</h1><table><tr><th>Essential function</th><th>%</th></tr>"
        "<tr><td>Keeps the rolls of the town</td><td>60</td></tr>"
        "<tr><td>Answers callers at the desk</td><td>40</td></tr></table>"
    )
    assert told("essential", text, "a.html") == "section"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("An undergraduate degree would be a bonus.", "preferred"),
        ("No degree is needed.", "none"),
        ("You do not need a degree; we train you.", "none"),
        ("We pay for your bachelor's degree.", "none"),
        ("Four years of college, or eight years of experience.", "required"),
    ],
)
def test_a_degree_may_be_denied_or_paid_for(line: str, asked: str) -> None:
    assert told("degree", posting(line), "a.md") == asked


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("€42.000 bis €48.000 a year", "range"),
        ("Salary: Rs. 40,000 - 55,000 per month", "range"),
        ("A$85,000 + 12% super", "single"),
        ("Salary: per the custodians' contract, $41,000 to $52,000", "range"),
        ("The contracts are worth $41,000 to $52,000.", "none"),
        ("A per diem of $61 is given on the road.", "none"),
        ("$26.50/hr, $28.75/hr on nights", "range"),
    ],
)
def test_pay_in_other_words(line: str, pay: str) -> None:
    assert told("pay", posting(line), "a.md") == pay


def test_figures_in_brackets_are_paid_for_the_time_behind() -> None:
    line = "Starting pay of thirty dollars ($30.00) per hour."
    (statement,) = told("pay_statements", posting(line), "a.md")
    assert (statement.low, statement.unit) == (30.0, "hour")


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("nondiscrimination", "All, whatever their race, creed, sex or age, are considered alike."),
        ("equity_commitment", "We celebrate differences and want a team as varied as our city."),
        ("accommodation", "Auxiliary aids are available to individuals with disabilities."),
        ("degree_equivalency", "Any combination equivalent to: a bachelor's degree and one year."),
        ("accommodation", "Adjustments can be made to the interview for disabled candidates."),
    ],
)
def test_statements_in_other_words(fact: str, line: str) -> None:
    assert told(fact, posting(line), "a.md") is not None


def test_a_sentence_about_hours_closes_nothing() -> None:
    line = "The library closes at 6 p.m. on Fridays. The next term begins on March 5."
    assert told("closing", posting(line), "a.md") is None


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        # What is said behind the last degree of a list is said of all.
        ("A Ph.D., M.F.A., or other terminal degree is desired but not required.", "preferred"),
        ("BA or BS degree in botany preferred.", "preferred"),
        # Glued to the words about a house, and an item's sign before it.
        (
            "Company Description: We build ships. Hiring Criteria:BS or BA degree10+ years.",
            "required",
        ),
        ("Required skills:-BS in computer science-Seven years of practice", "required"),
    ],
)
def test_degrees_in_a_row_and_glued(line: str, asked: str) -> None:
    assert told("degree", posting(line), "a.md") == asked


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "A Ph.D.; comparable experience may be considered equivalent to the degree.",
            "comparable",
        ),
        (
            "Bachelor's degree, or school and an acceptable equivalent level of work experience.",
            "equivalent level",
        ),
    ],
)
def test_what_counts_as_a_degree(line: str, words: str) -> None:
    assert words in told("degree_equivalency", posting(line), "a.md")


@pytest.mark.parametrize(
    ("title", "line", "role"),
    [
        # A programmer of events writes no programs.
        ("Outreach Services Programmer", "Plans evenings for new readers.", "other"),
        ("Programmer", "Writes programs in C.", "tech-staff"),
        # What the projects are of says what their manager is.
        ("Project Manager", "Runs IT projects, from application development to use.", "tech-staff"),
        ("Project Manager", "Runs bridge projects, from drawings to use.", "other"),
    ],
)
def test_a_role_is_told_by_what_the_work_is_of(title: str, line: str, role: str) -> None:
    text = f"# {title}\n\n{line}\n\n## Duties\n\n- Meets partners.\n- Keeps the calendar.\n"
    assert told("role", text, "a.md") == role


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("The Tern Center for Justice aims to hold all to account.", "nonprofit"),
        ("Employer: Elm Academy of Sciences", "nonprofit"),
        (
            "Employer: Fen Data Archive\n\nThe Archive is housed at the University of Elm.",
            "higher-ed",
        ),
        ("We help to transform government with good tools.", "state-federal"),
        ("Alder Falls SD 9J", "k12"),
        ("USDA Forest Service, Alder District", "state-federal"),
        ("Alder Hall is an independent day school.", "k12"),
        ("Alder Tribal Council", "unknown"),
        ("ESD 118", "k12"),
        ("Pay: $15 an hour\n\nAlder Falls ISD 214", "k12"),
        ("Alder Hospital District", "city-county"),
        ("Alder College Preparatory Academy", "k12"),
        ("Alder VA Medical Center", "state-federal"),
        ("We are a municipal electric utility.", "city-county"),
    ],
)
def test_a_house_is_told_by_its_name(line: str, sector: str) -> None:
    assert told("sector", posting(line), "a.md") == sector


def test_a_pages_own_name_is_no_part_of_a_title() -> None:
    text = (
        "# Database Analyst (IT) - Job Details\n\n## Duties\n\n- Writes queries.\n- Mends tables.\n"
    )
    assert told("title", text, "a.md") == "Database Analyst (IT)"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Tern is looking for talented sr. web developers with a passion.\n", "sr. web developers"),
        ("JOB CLASS TITLE: Roads Investigator\nSECTION: Legal\n", "Roads Investigator"),
        ("Title: UPDATED- Roads Manager\n", "Roads Manager"),
        ("**Position** Roads Manager\n", "Roads Manager"),
        ("WANTED: TWO ROOFERS\n", "ROOFERS"),
        ("Join us as Roads Manager\n", "Roads Manager"),
        ("Could you be our next Roads Manager?\n", "Roads Manager"),
        ("Your role: sail mender, two winters\n", "sail mender"),
        ("Alder Town\nWho you report to: Clinic Nurse Manager\n", None),
        ("Your next job? Loom fixer on a heritage mill.\n", "Loom fixer"),
        ("Loom Setter, Alder Twill Ltd.\nAlder Falls\n", "Loom Setter"),
        ("Loom hand wanted, weekends only, at the mill.\n", "Loom hand"),
        ("Loom Fixer, WG-4801-05\n", "Loom Fixer"),
        ("We would be happy to meet a shop manager.\n", "shop manager"),
        ("Cave Tour Guide\n\nAlder State Park\n", "Cave Tour Guide"),
        ("Weir Keeper (2704418)\nAlder Town\n", "Weir Keeper"),
        ("Job Posting: 9 May 2027\n\nWeir Keeper\n\nAlder Mill\n", "Weir Keeper"),
        ("Date posted: 9 May 2027\nPosition type: Buses/ Bus Monitor\n", "Bus Monitor"),
        ("Weir Keeper - The Alder Hotel, Tralee\n", "Weir Keeper"),
        ("Our dairy has lost its cheese turner, alas.\n", "cheese turner"),
        ("As our next Loom Fixer, you mend forty looms.\n", "Loom Fixer"),
        # A duty that begins with a verb names somebody else.
        ("Under supervision, mends boilers. 3. Assist Roads Superintendent with reports.\n", None),
        ("The schools are looking for Teachers and Specialists.\n", None),
    ],
)
def test_a_title_in_other_words(lines: str, title: str | None) -> None:
    assert told("title", lines + WORK) == title


def test_the_thousands_of_the_first_end_are_meant_of_both() -> None:
    (statement,) = told("pay_statements", posting("Salary: $100k-$108 DOQ."), "a.md")
    assert (statement.low, statement.high) == (100_000.0, 108_000.0)


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("Employer: Ohio Board of Roads", "state-federal"),
        ("Employer: Elm Academy of Medicine", "nonprofit"),
        ("Employer: Ohio County Department of Roads", "city-county"),
    ],
)
def test_a_states_board_is_a_states(line: str, sector: str) -> None:
    assert told("sector", posting(line), "a.md") == sector


def test_a_diverse_faculty_is_a_commitment() -> None:
    line = "The college is committed to building a culturally diverse faculty."
    assert told("equity_commitment", posting(line), "a.md") is not None


def test_dots_lead_from_a_label_to_its_value() -> None:
    text = f"Title ......... Payroll Clerk\nReports to .... Comptroller\n{WORK}"
    assert told("reports_to", text).endswith("Comptroller")


def test_whose_manager_reports_is_the_countys_line() -> None:
    line = "Elm County is home to nine towns. Its manager reports to the Board."
    assert told("reports_to", posting(line), "a.md") is None


def test_a_letter_sent_by_a_day_is_an_application() -> None:
    line = "To apply: send a letter by March 5, 2027."
    assert told("closing", posting(line), "a.md") == "by March 5, 2027"


def test_the_technology_of_a_stage_is_no_department() -> None:
    text = "# Director of Theatre Technology\n\n## Duties\n\n- Hangs lights.\n- Builds sets.\n"
    assert told("role", text, "a.md") == "other"


def test_a_page_that_describes_its_posting_is_believed() -> None:
    data = json.dumps({"@type": "JobPosting", "title": "Clerk", "description": "<p>Files.</p>"})
    page = (
        f'<script type="application/ld+json">{data}</script><h1>Clerk</h1><p>Files the papers.</p>'
    )
    assert check(page, "a.html").is_posting
    assert not check("<h1>Clerk</h1><p>Files the papers.</p>", "a.html").is_posting


@pytest.mark.parametrize(
    ("fact", "line", "words"),
    [
        ("closing", "Open from May 3, 2027 to May 21, 2027", "May 21"),
        ("closing", "Your letter has to be here on 3 May 2027 at the latest.", "3 May 2027"),
        ("closing", "Latest day to apply: 3 May 2027", "3 May 2027"),
        ("closing", "Send us your papers by the last day of July.", "last day of July"),
        ("closing", "We take applications up to the second Friday in July.", "Friday in July"),
        ("closing", "Apply within ten days of this notice.", "within ten days"),
        ("closing", "The vacancy closes in 21 days.", "21 days"),
        ("closing", "This notice will be up for two weeks.", "two weeks"),
        ("closing", "Return the application form within a week.", "within a week"),
        ("closing", "We would like all papers in hand by mid-July.", "mid-July"),
        ("closing", "This vacancy is open for 30 days.", "30 days"),
        ("closing", "Final filing: May 3, 2027", "May 3, 2027"),
        ("closing", "The packets must arrive within 15 working days.", "within 15 working days"),
        ("closing", "Forms must reach the Clerk within 14 days of posting.", "within 14 days"),
        ("closing", "Applications accepted: May 3-21, 2027", "3-21, 2027"),
        ("closing", "The call for applications lapses on 3 May 2027.", "3 May 2027"),
        ("closing", "Letters of intent to the Clerk by noon on 3 May 2027.", "3 May 2027"),
        ("closing", "The search closes once the post is filled.", "filled"),
        ("reports_to", "The clerk is accountable for the keys to the Harbor Master.", "Harbor"),
        ("reports_to", "Serves at the Commissioners' pleasure.", "Commissioners"),
        ("reports_to", "You join a crew of four led by the Head Sexton.", "Head Sexton"),
        ("reports_to", "The clerk is rated each autumn by the Head Sexton.", "Head Sexton"),
        ("reports_to", "Your rounds are set by the Head Sexton.", "Head Sexton"),
        ("reports_to", "Orders come from the Head Sexton.", "Head Sexton"),
        ("reports_to", "The clerk's direct supervisor is the Head Sexton.", "Head Sexton"),
        ("reports_to", "Your boss would be the Head Sexton.", "Head Sexton"),
        ("reports_to", "Answers to nobody but the Head Sexton.", "Head Sexton"),
        ("reports_to", "Your manager, the Head Sexton, sets the rounds.", "Head Sexton"),
        ("degree_equivalency", "A BA in law (LLB) or six years as a notary's aide.", "six years"),
        ("degree_equivalency", "A two-year degree, or an apprenticeship.", "apprenticeship"),
        ("degree_equivalency", "A degree. We take experience in place of it.", "in place of"),
        ("degree_equivalency", "A degree; a year may be made good by work.", "made good"),
        ("closing", "The notice is published from 3 May 2027 until 21 May 2027.", "21 May"),
        ("closing", "Papers are due on the third of May, 2027.", "third of May"),
        ("closing", "Applications are welcomed through May 3, 2027.", "through May 3"),
        ("closing", "The final day on which we take applications is 3 May 2027.", "3 May"),
        ("closing", "Recruitment ends at noon on 05/03/2027.", "05/03/2027"),
        ("closing", "The notice comes down on May 3, 2027.", "May 3"),
        ("closing", "Please apply by the end of May 2027.", "end of May"),
        ("closing", "No deadline: we take applications all year.", "No deadline"),
        ("closing", "Job open: 5/3/2027 - 5/21/2027", "5/21/2027"),
        ("closing", "Job open till 21.05.2027", "till 21.05.2027"),
        ("closing", "The notice is live until May 3rd, 2027.", "May 3rd"),
        ("closing", "Candidates should register by the third of May, 2027.", "third of May"),
        ("reports_to", "Post reports into: Head of Maps", "Head of Maps"),
        ("closing", "Cutoff for applications: May 3, 2027", "May 3"),
        ("closing", "Letters of interest: write to us before the 3rd of May, 2027.", "3rd of May"),
        ("closing", "We review letters until somebody has been chosen.", "has been chosen"),
        ("closing", "Screening goes on until we have filled the post.", "filled"),
        ("closing", "Submit your papers by EOD May 3, 2027.", "May 3"),
        ("reports_to", "The Bursar is the line manager for this post.", "Bursar"),
        ("reports_to", "This post's manager is the Head of Maps.", "Head of Maps"),
        ("reports_to", "Line of authority runs to the Provost.", "Provost"),
        ("degree_equivalency", "A bachelor's; six years of practice count as one.", "count as"),
        ("equity_commitment", "We build a team that looks like our county.", "looks like"),
        ("nondiscrimination", "Nobody is turned away for race, creed, sex or age.", "Nobody"),
        ("reports_to", "Answers to, and is appraised by, the Harbor Master.", "Harbor Master"),
        ("reports_to", "Overseen by the Assistant Director of Roads.", "Assistant Director"),
        ("reports_to", "The Treasurer oversees the work of this post.", "Treasurer"),
        ("reports_to", "Daily direction comes from the Port Engineer.", "Port Engineer"),
        ("reports_to", "REPORTS TO (TITLE): Yard Superintendent", "Yard Superintendent"),
        ("degree_equivalency", "A degree, or five years in a drawing office.", "five years"),
        ("degree_equivalency", "BA in law; a year short may be made up by one of work.", "made up"),
        ("degree_equivalency", "A Ph.D. or similar standing won in practice.", "similar"),
        ("cabinet", "A member of the Chancellor's Council.", "Council"),
        ("closing", "You have nine days to apply.", "nine days"),
        ("closing", "## Applying\n\nCloses next Monday.", "next Monday"),
        ("closing", "Your letter should be with us before 3 o'clock on 5 May 2027.", "5 May"),
        ("closing", "This posting closes a week from Monday.", "a week from Monday"),
        ("reports_to", "You'll work for Ines, our kiln manager.", "Ines"),
        ("reports_to", "The bursar, to whom the records clerk answers, sets the week.", "bursar"),
        ("reports_to", "Ines, who keeps the kiln, will be your boss.", "Ines"),
        ("reports_to", "Evaluation: each spring, by the Bursar", "Bursar"),
        ("reports_to", "Supervisor/Mentor: Head Bursar", "Head Bursar"),
        ("reports_to", "Immediate Supervisor (name and title): Ines Ko", "Ines Ko"),
        ("reports_to", "To whom will I answer? To the Bursar.", "Bursar"),
        ("reports_to", "You answer to Ines, the kiln manager.", "Ines"),
        ("degree_equivalency", "Either:\n\n- a degree, or\n- six years of work", "six years"),
        ("place", "The mill stands at the foot of the pier in Tenby.", "Tenby"),
        ("reports_to", "Ines will be your line manager.", "Ines"),
        ("reports_to", "Under the guidance of our herbalist you dry leaves.", "herbalist"),
        ("reports_to", "This position has a solid line to the Bursar.", "Bursar"),
        ("degree_equivalency", "One of: a degree; a trade; six years of work.", "six years"),
        ("degree_equivalency", "A degree or a proven record of work.", "record"),
        ("place", "The office is at 9 Quay Road, Newport.", "Newport"),
        ("place", "The mill is in the small town of Brecon.", "Brecon"),
        ("place", "Our Elgin distillery needs you.", "Elgin"),
        ("reports_to", "You would be working under Ines, who keeps the kiln.", "Ines"),
        ("place", "You work in our Hexham shop.", "Hexham"),
        ("place", "The workshop is in Birr, Co. Offaly.", "Birr, Co. Offaly"),
        ("reports_to", "The Harbor Master, to whom the records clerk reports, leads.", "Harbor"),
        ("reports_to", "The records clerk, who answers to the Bursar, keeps files.", "Bursar"),
        ("reports_to", "Your direct superior is the Bursar.", "Bursar"),
        ("place", "The job is based in Nome, Alaska. Headquarters: Seattle, Washington.", "Nome"),
        ("reports_to", "The clerk's immediate superior is the Bursar.", "Bursar"),
        ("closing", "Closing: when we have enough good letters.", "enough"),
        ("degree_equivalency", "One of: (a) a degree; (b) four years at the bench.", "four years"),
        ("place", "Based at our yard in Alnwick, Northumberland.", "Alnwick"),
        ("equity_commitment", "Antiracism is at the core of all we do.", "Antiracism"),
    ],
)
def test_facts_in_other_words(fact: str, line: str, words: str) -> None:
    assert words in (told(fact, posting(line), "a.md") or "")


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        ("closing", "The clerk closes the ledgers on June 30, 2027."),
        ("closing", "The ferry closes on October 5, 2027."),
        ("closing", "Grant reports are due on May 3, 2027."),
        ("closing", "The term of the post runs through June 30, 2028."),
        ("closing", "Job opens: May 3, 2027"),
        ("closing", "The clerk holds the keys until the owner is found."),
        (
            "closing",
            "We take applications for help in the season from May 3, 2027 up to July 3, 2027.",
        ),
        ("reports_to", "The ferry, managed by the Director, runs daily."),
        ("reports_to", "The tour is led by the Head Sexton."),
        ("reports_to", "Accountable for getting keys to the Harbor Master."),
        ("reports_to", "Answers to Questions are given by the clerk."),
        ("closing", "The shop closes for two weeks in May."),
        ("closing", "We answer all applications within ten days."),
        ("closing", "Payroll forms must reach the office within two days."),
        ("reports_to", "Plans are reviewed by the Head Sexton."),
        ("reports_to", "Reporting: sums of the week to head office"),
        ("closing", "The lease runs to the end of May."),
        ("reports_to", "Answers to callers, drivers and the Mayor are given by the clerk."),
        ("reports_to", "Evaluation: by the rules of the board"),
        ("reports_to", "Supervisor: see above"),
        ("closing", "The grant deadline is May 3, 2027."),
        ("closing", "Readers have nine days to send books back."),
        ("place", "A degree from a school in Boston, Massachusetts or elsewhere."),
    ],
)
def test_what_says_another_thing(fact: str, line: str) -> None:
    assert told(fact, posting(line), "a.md") is None


def test_a_blank_left_for_a_supervisor_settles_nothing() -> None:
    report = check(posting("Reports to: [Insert the supervisor's title]"), "a.md")
    fact = report.facts["reports_to"]
    assert (fact.value, fact.known) == (None, False)


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("The salary is £31,400 rising to £35,100 a year", (31_400, 35_100)),
        ("We pay between 31 and 36 dollars an hour.", (31, 36)),
        ("The post pays sixty-two thousand a year.", (62_000,)),
        ("Salary: 88 000 $ to 101 000 $ a year", (88_000, 101_000)),
        ("We offer 70 to 78 thousand dollars a year", (70_000, 78_000)),
        ("Steps 1-3: $21.10, $22.40, $23.80", (21.10, 22.40, 23.80)),
        ("Pay: $19.40 base, top $26.15", (19.40, 26.15)),
        ("Pay: Rs. 21,000/- per month", (21_000,)),
        ("Pay: $.61 per mile", (0.61,)),
        ("The owner pays 58 cents per mile.", (0.58,)),
        ("Pay: Min 61,000; Mid 70,000; Max 79,000", (61_000, 79_000)),
        ("$2.75 a bin, paid each Friday", (2.75,)),
        ("$0.95 per vine pruned", ()),
        ("$0.95 per tree pruned", (0.95,)),
        ("Rs. 21,500/- pm", (21_500,)),
        ("Pay\nStep A: $22.10\nStep B: $23.40", (22.10, 23.40)),
        ("$0.66 per mile is reimbursed.", ()),
        ("Package: ₹4.5–6 LPA", (450_000, 600_000)),
        ("₹11 lakh CTC", (1_100_000,)),
        ("Salary: £29,500. The trust contributes £2,900 to your pension.", (29_500,)),
        ("£12.10 p/h", (12.10,)),
        ("HOURLY RATE $16.20 / $16.90 / $17.60", (16.20, 16.90, 17.60)),
        ("Health, $10,000 life insurance, and pay of $18/hr", (18,)),
        ("Keeps accounts worth $220,000 a year.", ()),
        ("Sfr. 6'100 per month", (6_100,)),
        ("$1,150 every two weeks", (1_150,)),
        ("$21.50/hour (Tier 1) to $28.75/hour (Tier 4)", (21.50, 28.75)),
        ("Our goal is $70,000 a year.", ()),
        ("Target bonus of 6%; base $70,000-$81,000.", (70_000, 81_000)),
        ("₹5 lakh to ₹7.5 lakh a year", (500_000, 750_000)),
        ("Lön: 31 500 kr i månaden", (31_500,)),
        ("Range: 51.5K–68K", (51_500, 68_000)),
        ("A range of 51,500 acres", ()),
        ("$40 per class, in the evening", (40,)),
        ("| Step | Hourly |\n| --- | --- |\n| A | 17.10 |\n| B | 18.30 |", (17.10, 18.30)),
        ("| Grade | Hourly rate |\n| --- | --- |\n| A | 17.15 |\n| B | 18.35 |", (17.15, 18.35)),
        ("A range of pay: 51,500 to 60,500", (51_500, 60_500)),
        ("| Field | Value |\n| --- | --- |\n| Crew | 17 |\n| Boats | 18 |", ()),
    ],
)
def test_amounts_in_other_words(line: str, amounts: tuple[float, ...]) -> None:
    stated = told("pay_statements", posting(line), "a.md")
    assert tuple(value for one in stated for value in one.amounts) == amounts


def test_a_stipend_beside_a_salary_is_no_part_of_it() -> None:
    line = "The annual salary is $61,000, with a stipend of $1,500 for drivers."
    stated = told("pay_statements", posting(line), "a.md")
    assert [one.basis for one in stated] == ["base", "stipend"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("We do not ask for a degree.", "none"),
        ("Recent college graduate programs are run here.", "none"),
        ("College graduate.", "required"),
        ("Must be a graduate, any subject.", "required"),
        ("AA in child care.", "required"),
        ("AS in dental hygiene.", "required"),
        ("As in other years, the fair is in May.", "none"),
        ("AAS preferred.", "preferred"),
        ("Must hold, or be working toward, a bachelor's degree.", "required"),
        ("Skill counts more with us than a degree.", "none"),
        ("JD from an accredited school.", "required"),
        ("Postgraduate study is an advantage.", "preferred"),
        ("A degree is welcome, but far from necessary.", "preferred"),
        ("Some college education.", "none"),
        ("Studying toward an MLS is fine.", "none"),
        ("DVM required.", "required"),
        ("Education: BA (desired).", "preferred"),
    ],
)
def test_degrees_by_other_names(line: str, asked: str) -> None:
    assert told("degree", posting(line), "a.md") == asked


@pytest.mark.parametrize(
    ("employer", "sector"),
    [
        ("U.S. Geological Survey", "state-federal"),
        ("Fen Dunes National Historical Park", "state-federal"),
        ("Marsh National Wildlife Refuge", "state-federal"),
        ("Fen County School", "k12"),
        ("Ohio Roads Commission", "state-federal"),
        ("Ministry of Roads", "state-federal"),
        ("Bureau of Road Management", "state-federal"),
        ("Elm Township", "city-county"),
        ("Port of Elm", "city-county"),
        ("The Elm Trust for Rivers", "nonprofit"),
        ("Elm Academy for Boys", "k12"),
        ("Intermediate Unit 17", "k12"),
        ("BOCES of Elm", "k12"),
        ("Elm Water Conservancy District", "city-county"),
        ("Elm Regional Planning Commission", "city-county"),
        ("St. Bride's Parish", "nonprofit"),
        ("Kiwanis Club of Elm", "nonprofit"),
        ("United Way of Elm County", "nonprofit"),
        ("Elm Railroad", "private"),
        ("Tern Logistics Group", "private"),
    ],
)
def test_an_employer_is_told_by_its_name(employer: str, sector: str) -> None:
    assert told("sector", f"Clerk\n{employer}\n{WORK}") == sector


@pytest.mark.parametrize(
    ("line", "grade"),
    [("Pay: TV-L E11", "11"), ("EG 9a TVöD", "9a"), ("Entgeltgruppe 10 (TV-H)", "10")],
)
def test_a_group_of_an_agreement_is_a_grade(line: str, grade: str) -> None:
    (stated,) = told("pay_statements", posting(line), "a.md")
    assert stated.grade.grade == grade


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("PART_TIME", ("part-time",)),
        ("Casual, as needed", ("per-diem",)),
        ("Casual dress.", ()),
        ("Casual work, called in by phone", ("per-diem",)),
        ("Job type: PRN", ("per-diem",)),
        ("On-call substitute, no set week", ("per-diem",)),
        ("Job type: temp-to-perm", ("temporary",)),
        ("This is an unpaid volunteer role.", ("volunteer",)),
        ("Volunteers are unpaid.", ()),
        ("Freelance, paid by the day", ("contract",)),
        ("A 24-month contract, with a fair chance of being renewed", ("contract",)),
        ("Part-time/seasonal, mostly nights", ("part-time", "seasonal")),
        ("An intern will help you.", ()),
        ("Alder Co-op Inc.", ()),
        ("This is not a remote or part-time post.", ()),
        ("We hire for both full- and part-time posts.", ()),
        ("Contracted hours: 16", ("part-time",)),
        ("It's about 14 hours a week, at night.", ("part-time",)),
        ("22 hrs/wk x 36 wks/yr", ("part-time",)),
        ("The crew works 50 hours a week in spring.", ()),
        ("A 10-week contract", ("contract",)),
        ("Appointment: provisional, 80 %", ("part-time",)),
        ("Workload: 60 %", ("part-time",)),
        ("Fixed term of two years. The house is old, and it stands alone.", ("contract",)),
        # From thirty to thirty-five it is what a house calls it.
        ("Hours: 28 per week", ("part-time",)),
        ("Hours: 30 per week", ()),
        ("Work week: 35 hours", ("full-time",)),
        ("30-35 hours a week", ()),
        ("Hours are between 10 and 14 a week, at night.", ("part-time",)),
        ("An average of 12 hrs/wk", ("part-time",)),
        ("The hall is open 60 hours per week.", ()),
        ("Hours: 37.5 per week", ("full-time",)),
        ("Per diem is $59 a day on the road.", ()),
        ("On call at weekends, as needed.", ()),
        ("Seasonal: April to October, 40 hours a week", ("seasonal", "full-time")),
        ("Twenty hours a week", ("part-time",)),
        ("You spend twenty hours a week on the road.", ()),
        ("Fixed-term for two years, full time", ("contract", "full-time")),
        ("Maternity cover, 12 months", ("temporary",)),
    ],
)
def test_kinds_of_employment_in_other_words(line: str, kinds: tuple[str, ...]) -> None:
    assert told("employment_type", posting(line), "a.md") == kinds


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Two yrs' exp. with looms", [2]),
        ("Five (5) years as a lineman.", [5]),
        ("Two years as a resident of the county.", []),
        ("3 yrs. exp. at a bench", [3]),
        ("Three years in the trade.", [3]),
        ("You lived for three years in the county.", []),
        ("9+ years in payroll", [9]),
        ("At least 4 years with looms and dyes", [4]),
        ("6+ years running a kitchen", [6]),
        ("3 or more years in a dental office", [3]),
        ("4 years with the same tailor", []),
        ("2+ years of college", []),
        ("8+ years in the district", []),
        ("16+ years of age", []),
    ],
)
def test_years_in_other_words(line: str, years: list[float]) -> None:
    text = posting("A post.") + f"\n## Requirements\n\n- {line}\n"
    assert [one.low for one in told("experience", text, "a.md")] == years


def test_how_long_an_internship_is_counts_nobody() -> None:
    assert told("employment_type", posting("A nine-month internship."), "a.md") == ("internship",)


def test_a_page_says_the_kind_of_employment_in_an_attribute() -> None:
    page = (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Porter</h1>'
        '<meta itemprop="employmentType" content="PART_TIME"><ul><li>Opens the door.</li>'
        "<li>Carries bags.</li></ul></div>"
    )
    assert told("employment_type", page, "a.html") == ("part-time",)

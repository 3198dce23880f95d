"""Kinds of layout and wording that were met first in documents nobody had labelled."""

from __future__ import annotations

import pytest

from postlint import Linter, Report
from reading import duties

LINTER = Linter()


def check(text: str, path: str = "a.txt") -> Report:
    return LINTER.check(text, path=path)


def headings(report: Report) -> list[str]:
    return [part.heading.text for part in report.posting.sections if part.heading]


# ---------------------------------------------------------------------- sources


@pytest.mark.parametrize("body", ["Bring tea &amp; cake.", "Bring <b>tea</b>."])
def test_front_matter_makes_a_page_markdown_whatever_its_name(body: str) -> None:
    text = f"---\ntitle: Bridge Keeper\n---\n\n{body}\n\nWhat it takes\n-------------\n\n- Calm.\n"
    report = check(text, "a.html")
    assert report.facts["title"].value == "Bridge Keeper"
    assert "What it takes" in headings(report)


# ----------------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "Records Analyst 9 – Vaults & Files Section, Ohio Department of Lands – This"
                " position keeps the vaults. Salary: $40,000."
            ),
            "Records Analyst 9",
        ),
        (
            (
                "Road EngineerElm City, OHFULL TIME Required Skills: five years of building roads"
                " and bridges in the hills•Concrete, steel and stone•A licence to blast•Good humour"
                " in all weather and a sound knowledge of soils, drains and the law of ways"
            ),
            "Road Engineer",
        ),
        (
            "Collection Clerk, Birds | Elm City, OH | Fen University\n\nDuties\n\n- Files eggs.\n",
            "Collection Clerk, Birds",
        ),
        ("Our client needs you.\n\nWe seek a multi-talented Road Clerk.\n", "Road Clerk"),
        ("# Egg Museum Collection Manager\n\nKeeps eggs.\n", "Egg Museum Collection Manager"),
        ("Overview: As the Road Lead SWQ, you will mend the roads.\n", "Road Lead SWQ"),
    ],
)
def test_a_title_ends_before_the_unit_the_place_and_the_next_word(text: str, title: str) -> None:
    assert check(text).facts["title"].value == title


# --------------------------------------------------------------------- headings


@pytest.mark.parametrize(
    "line", ["OPEN UNTIL FILLED - REVIEW BEGINS AT ONCE", "POSTED UNTIL FURTHER NOTICE"]
)
def test_until_when_to_apply_heads_no_duties(line: str) -> None:
    report = check(
        "PORT CLERK\n\nThe clerk keeps the port's books and greets the boats.\n\n"
        f"{line}\n\nFiles the log of each boat.\n\nCounts the crates on the quay.\n\n"
        "Answers the captains.\n\nWill perform other duties as assigned.\n"
    )
    assert line not in headings(report)
    assert duties(report)[-1] == "Will perform other duties as assigned."


def test_a_word_of_duties_may_sort_the_post() -> None:
    report = check(
        "Egg Keeper\n\nAlder Job Function: Museum\nGrade: 7\n\n"
        "Duties\n\n- Keeps eggs.\n- Lends eggs.\n"
    )
    assert headings(report) == ["Duties"]
    assert [field.value.text for field in report.posting.fields] == ["Museum", "7"]


def test_a_line_that_fills_its_column_may_stand_over_a_heading() -> None:
    report = check(
        "Egg Keeper\n\nDuties and Responsibilities\n"
        "Managing the digital catalog of the collection, with pictures of all of the eggs in it;\n"
        "Coordinating the loans of eggs to schools, and the visits of schools to the museum; and\n"
        "Training, teaching and supervision of staff, interns and helpers in all the collection\n"
        "Qualifications\n"
        "Masters in Biology with at least three years of work in a collection of eggs or nests.\n"
        "Strong organizational skills, as are needed to keep a collection of eggs accessible.\n"
    )
    assert headings(report) == ["Duties and Responsibilities", "Qualifications"]
    assert not any("Masters" in duty for duty in duties(report))


@pytest.mark.parametrize("heading", ["Application Deadline", "Required Quali;cations"])
def test_a_heading_over_prose_may_have_a_fields_name_or_a_lost_ligature(heading: str) -> None:
    report = check(
        "Egg Keeper\n\nDuties\n\n- Files eggs.\n- Lends eggs.\n\nThe house asks first.\n\n"
        f"{heading}\nPapers are read for a week at least. The reading of them all and the\n"
        "choice among them may begin on the eighth day after the first.\n"
    )
    assert headings(report) == ["Duties", heading]


def test_a_blank_or_a_drawn_line_may_stand_beside_a_heading_in_a_flattened_text() -> None:
    report = check(
        "The museum seeks an Egg Clerk for its house in Elm City.________Job Description : - The"
        " clerk will file eggs in the cellar of the museum and lend them. - The clerk will count"
        " all the eggs that come in and tell the head.   Qualifications : - A diploma in eggs. -"
        " A deep understanding of shells and of the law of nests.\n"
    )
    assert headings(report) == ["Job Description", "Qualifications"]


# ----------------------------------------------------------------------- duties


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The purpose of this position is to design and test the town's maps.", True),
        ("The museum wishes to appoint a keeper to catalogue the eggs of the north.", True),
        ("The fund is looking for a teller who will build the books of the branch.", True),
        ("As a Branch Teller you will answer the letters of the whole town.", True),
        ("The HBM and ABM will be responsible for opening the branch in spring.", True),
        ("The fund seeks to build a bank that every child in the town can use.", False),
        ("The HBM manages nine branches in the hills and two in the valley.", False),
        ("Working in the hills, we are a bank of the old kind and a proud one.", False),
        ("Seeking a Branch Teller with good manners and a clear hand.", False),
    ],
)
def test_a_sentence_states_a_duty_or_speaks_of_the_employer(text: str, said: bool) -> None:
    assert bool(duties(check(f"# Branch Teller\n\n{text}\n", "a.md"))) is said


def test_what_a_post_offers_is_no_duty() -> None:
    report = check(
        "# Map Clerk\n\n## Duties\n\n- Files maps.\n- Lends maps.\n\n## Benefits\n\n- Join a good"
        " team.\n- Influence its direction.\n- Collaborate in a bright room.\n- Develop skills.\n"
        "- Manage your own hours.\n- Enjoy the sea.\n",
        "a.md",
    )
    assert duties(report) == ["Files maps.", "Lends maps."]


def test_a_newsletters_sentence_may_begin_in_small_letters() -> None:
    report = check(
        "Deed Clerk, Elk County, Ohio — successful candidate will manage the deeds of the county.\n"
    )
    said = ["successful candidate will manage the deeds of the county."]
    assert duties(report) == said


def test_numbers_and_promises_to_applicants_are_no_duties() -> None:
    report = check(
        "Port Clerk\n\nDuties\n\n1. Files logs.\n2. Counts crates.\n3. 14\n"
        "4. You will be evaluated on your answers.\n"
    )
    assert duties(report) == ["Files logs.", "Counts crates."]


def test_what_items_are_about_is_no_duty() -> None:
    report = check(
        "Port Clerk\n\nJob Duties:\n1. Staffing and Counts:\nKeep a list of the crews.\nLead the"
        " hiring of crews.\n2. Liaison Role:\nServe as a liaison between the port and the town.\n"
    )
    assert not [duty for duty in duties(report) if duty.endswith(":")]


def test_a_list_of_tools_among_duties_is_none() -> None:
    report = check(
        "# Web Clerk\n\n## Duties\n\n- Builds pages.\n- Mends pages.\n- Reads logs.\n\nThe"
        " technologies we work with include:\n\n- Languages: Perl\n- Testing: tap\n- Host: own\n",
        "a.md",
    )
    assert duties(report) == ["Builds pages.", "Mends pages.", "Reads logs."]


def test_running_text_states_duties_in_many_words() -> None:
    report = check(
        "Head of Deeds, Elk County, Ohio — Research is open to any field of study here. The head is"
        " appointed by the council and serves under the clerk. The incumbent has the primary"
        " responsibility for keeping the deeds. The role also involves answering the courts."
        " Additional responsibilities include training the clerks of the towns.\n"
    )
    said = " ".join(duties(report))
    assert "keeping the deeds" in said
    assert "answering the courts" in said
    assert "training the clerks" in said
    assert "Research" not in said
    assert "appointed" not in said


# ------------------------------------------------------------------------ facts


def test_a_degree_that_is_an_example_of_what_counts_is_not_required() -> None:
    report = check(
        "# Egg Keeper\n\n## Duties\n\n- Keeps eggs.\n\n## Qualifications\n\n"
        "A doctorate in zoology is preferred, or an equivalent mix of study and work, e.g. a"
        " master's degree and three years with eggs.\n",
        "a.md",
    )
    assert report.facts["degree"].value == "preferred"


def test_what_only_holds_a_word_of_choosing_offers_no_answers() -> None:
    report = check(
        "Yard Clerk\n\nDUTIES\n1. Coordinate check releases of all vendors.\n2. File the bills.\n\n"
        "MINIMUM QUALIFICATIONS\nTwo years in a yard\n"
        "Graduation from a recognized four-year college is desirable\n"
    )
    assert report.facts["degree"].value == "preferred"


def test_the_day_a_form_expires_closes_nothing() -> None:
    report = check(
        "Yard Clerk\n\nDuties\n- Files bills.\n- Counts carts.\n\n"
        "Form AB-105\nOMB Control Number 1250-0000\nExpires 5/31/2031\n"
    )
    assert report.facts["closing"].value is None


def test_a_title_a_duty_and_a_way_to_apply_make_a_posting() -> None:
    report = check(
        "---\ntitle: Book Clerk - Elm College\n---\n\n### Description\n\nThe Book Clerk has primary"
        " responsibility for ordering books and paying for them.\n\n### To Apply\n\nApply on our"
        " website.\n",
        "a.md",
    )
    assert report.is_posting


@pytest.mark.parametrize(
    "words",
    [
        "All posts of teachers at Fen House School are full-time jobs with a pension.",
        "All teaching positions at Fen House School are full-time, salaried, 10-month positions.",
        "This is a 12-month, full-time, tenured post in the house.",
        "The Unit for Old Maps is seeking full time senior map clerk for a year.",
    ],
)
def test_a_long_subject_may_stand_before_the_type_of_employment(words: str) -> None:
    report = check(f"# Map Clerk\n\n{words}\n\n## Duties\n\n- Files maps.\n", "a.md")
    assert "full-time" in report.facts["employment_type"].value


def test_a_posting_that_begins_and_ends_closes_when_it_ends() -> None:
    report = check(
        "Map Clerk\n\nDuties\n- Files maps.\n\nPOSTING BEGIN/END DATE\n10/08/2031 - 11/04/2031\n"
    )
    assert str(report.facts["closing_date"].value) == "2031-11-04"


def test_a_paper_that_is_evaluated_reports_to_nobody() -> None:
    report = check(
        "# Map Clerk\n\n## Stages\n\n- A short proposal, to be evaluated by the Map Council.\n",
        "a.md",
    )
    assert report.facts["reports_to"].value is None


def test_technical_services_of_a_library_are_its_books() -> None:
    report = check("# Technical Services Librarian\n\nThe librarian orders books.\n", "a.md")
    assert report.facts["role"].value == "other"


def test_who_is_dedicated_to_a_diverse_workforce_commits_to_equity() -> None:
    report = check(
        "# Map Clerk\n\n## About Us\n\nThe Fund is proud to be an equal opportunity workplace"
        " dedicated to finding and hiring a diverse workforce.\n",
        "a.md",
    )
    assert report.facts["equity_commitment"].value is not None


def test_excellence_may_stand_for_a_degree() -> None:
    report = check(
        "# Fellow\n\n## Duties\n\n- Reads.\n\n## Qualifications\n\nCandidates must have a doctorate"
        " (or comparable research excellence) and experience with old books.\n",
        "a.md",
    )
    assert report.facts["degree_equivalency"].value is not None


def test_what_is_considered_is_not_what_the_post_is() -> None:
    front = "---\ntitle: Web Clerk\ncontract: permanent\n---\n\n"
    report = check(front + "* Builds pages\n* Part time and remote considered\n", "a.md")
    assert report.facts["employment_type"].value == ("permanent",)


# ------------------------------------------------------------------------ forms


def test_names_stand_over_their_values_and_blanks_keep_them_apart() -> None:
    report = check(
        "PORT OF ELM\n\n"
        "Title                  Department           Status\n"
        "Harbor Clerk           Records              Full-time\n\n"
        "Salary                 Closing date         Reports to\n"
        "$41,000 - $47,000      March 3, 2031        Harbor Master\n\n"
        "Duties\n- Files logs.\n- Counts crates.\n"
    )
    assert report.facts["title"].value == "Harbor Clerk"
    assert report.facts["pay"].value == "range"
    assert str(report.facts["closing_date"].value) == "2031-03-03"
    assert report.facts["reports_to"].value == "Reports to: Harbor Master"
    assert report.facts["employment_type"].value == ("full-time",)


def test_words_under_no_name_make_no_form() -> None:
    report = check(
        "Harbor Clerk\n\nTitle          Grade\n                                  Fen Hall, Elm\n"
    )
    assert not report.posting.fields or report.facts["title"].value == "Harbor Clerk"


def test_a_box_of_a_page_says_whether_it_is_checked() -> None:
    report = check(
        "<h1>Harbor Clerk</h1><form><p>Employment type: <input type=checkbox checked> Full-time"
        " <input type=checkbox> Part-time</p><p><label><input type='radio'> Exempt</label>"
        ' <label><input type="radio" checked="checked"> Non-exempt</label></p></form>'
        "<h2>Duties</h2><ul><li>Files logs.</li></ul>",
        "a.html",
    )
    assert report.facts["employment_type"].value == ("full-time",)
    assert report.facts["flsa"].value == "nonexempt"


def test_functions_told_in_running_text_are_duties_each() -> None:
    report = check(
        "# Harbor Clerk\n\nThe essential functions of this job include: filing the logs of boats;"
        " auditing the crates; and answering the captains.\n\nThe clerk is responsible for:"
        " lending the keys, mending the nets, and painting the quay.\n",
        "a.md",
    )
    assert duties(report) == [
        "filing the logs of boats",
        "auditing the crates",
        "answering the captains.",
        "lending the keys",
        "mending the nets",
        "painting the quay.",
    ]
    assert report.facts["essential"].value == "section"


def test_a_heading_of_one_word_says_nothing_of_the_line_below_it() -> None:
    report = check("Clerk\n\nDuties\n- Files.\n\nSchedule:\n- Full time, 35 hours a week\n", "a.md")
    assert report.facts["employment_type"].value == ("full-time",)


def test_a_sentence_that_explains_a_mark_bears_none() -> None:
    report = check(
        "# Clerk\n\n## Duties\n\nEssential functions are marked with (E).\n\n"
        "- Files. (E)\n- Lends. (E)\n- Mends.\n",
        "a.md",
    )
    assert report.facts["essential_legend"].value == "Essential functions are marked with (E)."
    assert report.facts["essential"].value == "per-duty"


def test_duties_in_columns_that_blanks_keep_apart() -> None:
    report = check(
        "Clerk\n\nDuties\n\n"
        "Area       Duty                          %\n"
        "Logs       Files the logs of boats.      60\n"
        "Crates     Audits crates on the quay.    40\n\n"
        "Qualifications\n\n- A diploma.\n"
    )
    assert [duty.split(" (")[0] for duty in duties(report)] == [
        "Files the logs of boats.",
        "Audits crates on the quay.",
    ]
    assert headings(report)[-2:] == ["Duties", "Qualifications"]


# ------------------------------------------------------------ what was lost on the way

ROWS = ["Files the maps.", "Mends the maps.", "Lends the maps.", "Sells the maps."]


@pytest.mark.parametrize("bullet", ["v  ", "q\t\t", "n   ", "u  "])
def test_a_symbol_fonts_bullets_without_their_font(bullet: str) -> None:
    rows = "\n\n".join(f"{bullet}{row}" for row in ROWS)
    assert duties(check(f"Map Clerk\n\nDuties\n\n{rows}\n")) == ROWS


def test_one_letter_before_a_word_is_no_bullet() -> None:
    text = "Map Clerk\n\nDuties\n\nFiles maps of the\nn Elk valley and of\nu  bends of roads.\n"
    assert "n Elk" in " ".join(duties(check(text)))


@pytest.mark.parametrize("words", ["The ideal map librarian would", "Our clerk shall"])
def test_who_holds_the_job_leads_its_duties_in(words: str) -> None:
    rows = "\n".join(f"{place}. {row}" for place, row in enumerate(ROWS, 1))
    report = check(f"Map Room\n\nWe keep maps of the whole valley.\n\n{words}:\n{rows}\n")
    assert words in headings(report)
    assert duties(report) == ROWS


def test_a_row_that_names_a_topic_among_sentences_is_no_duty() -> None:
    rows = "\n".join(f"- {row}" for row in (*ROWS[:2], "Reader Services & Loans", *ROWS[2:]))
    assert duties(check(f"Map Clerk\n\nDuties\n\n{rows}\n")) == ROWS
    short = "- Map Repair\n- Map Lending\n"  # where no row is a sentence, any may be a duty
    assert duties(check(f"Map Clerk\n\nDuties\n\n{short}")) == ["Map Repair", "Map Lending"]


def test_topics_of_one_word_stand_over_their_paragraphs() -> None:
    lines = (
        "Leadership\nThe map coordinator takes the lead in all the town does with its maps.\n\n"
        "Training of staff\nThe coordinator trains the staff of all offices in the use of maps.\n"
    )
    report = check(f"Job description for a Map Coordinator for the Town\n\n{lines}")
    assert headings(report) == ["Leadership", "Training of staff"]


def test_a_heading_that_markdown_takes_for_the_end_of_a_paragraph() -> None:
    text = "# Map Clerk\n\nThe clerk keeps the maps.\nCore Responsibilities\n- Files maps.\n"
    report = check(text, "a.md")
    assert headings(report)[-1] == "Core Responsibilities"
    assert duties(report) == ["Files maps."]


def test_what_explains_a_fields_value_makes_it_no_section() -> None:
    line = "Job Type: Full-time, exempt post (part-time for the right person, if that is wished)\n"
    assert headings(check(f"Map Clerk\n\n{line}Position Closing Date: May 4, 2027\n")) == [
        "Map Clerk"
    ]


def test_a_note_states_no_duty_whatever_verb_it_begins_with() -> None:
    note = "NOTE: Qualifying training, work and service in the field of maps will be considered.\n"
    report = check(f"The Map Officer oversees the maps of the county. It is a post.\n{note}")
    assert not any("Qualifying" in duty for duty in duties(report))


@pytest.mark.parametrize(
    "sentence",
    [
        "We want to hire a map clerk who can mend old maps and bind new ones.",
        "Elk County seeks a Map Officer who is responsible for the maps of its roads.",
    ],
)
def test_who_is_sought_and_what_for(sentence: str) -> None:
    assert duties(check(f"Map Clerk\n\n{sentence}\n")) == [sentence]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "As the Apprentice Chef at Elk Hall you will learn to cook for a hundred.",
            "Apprentice Chef",
        ),
        ("Job Title: Map Developer (Ref #: Map77)\n\nWe seek a Map Designer.", "Map Developer"),
        ("Map Clerk Manual\n\nJob title: Map Clerk\n", "Map Clerk"),
        (
            "The role\nThis is a Senior Map Engineer position. You mend maps.\n",
            "Senior Map Engineer",
        ),
    ],
)
def test_titles_beside_other_words(text: str, title: str) -> None:
    assert check(text).facts["title"].value == title


def test_rolling_applications_leave_a_posting_open() -> None:
    report = check("Map Director\n\n- Elk City\n- Rolling application\n\nDuties\n\n- Leads.\n")
    assert report.facts["closing"].value == "Rolling application"


def test_duties_without_a_title_are_those_of_a_posting() -> None:
    lead = "Under the direction of the Clerk, the post performs these duties and others.\n"
    rows = "".join(f"- {row}\n" for row in (*ROWS, "Trains helpers.", "Buys maps."))
    assert check(lead + rows).facts["is_posting"].value


def test_a_page_on_how_to_apply_is_no_posting() -> None:
    text = (
        "How to Apply\n\nYour letter must show that you have the skills, knowledge and degree that"
        " the position description requires.\n\nSelection Process\n\nApplicants who are qualified"
        " and have the required experience and certification are seen.\n"
    )
    fact = check(text).facts["is_posting"]
    assert (fact.value, fact.missing) == (False, "it says how to apply, and describes no job")


# --------------------------------------------------------------- who does what, and notices


@pytest.mark.parametrize(
    "sentence",
    [
        "The Clerk of Maps and Roads also catalogues the maps of the whole valley.",
        "Employees in this class file and mend the maps of the whole valley.",
        "These positions also actively assist readers with the maps of the valley.",
        "This includes mending the old maps and the binding of new ones.",
        "Under general direction of the Town Clerk, mends the maps of the valley.",
    ],
)
def test_sentences_that_say_what_is_done(sentence: str) -> None:
    assert duties(check(f"Map Clerk\n\nSummary\n\n{sentence}\n")) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The position offers a pension and the use of a boat on the river.",
        "The clerk reports to the Keeper of Maps in the town of Elk.",
        "Working hours will be from ten to six, from Monday to Friday.",
        "This includes health insurance and the use of a boat on the river.",
    ],
)
def test_sentences_that_say_something_else_of_the_post(sentence: str) -> None:
    assert duties(check(f"Map Clerk\n\nSummary\n\n{sentence}\n")) == []


def test_a_notice_without_a_title_is_a_posting() -> None:
    text = (
        "Under direction of the Town Clerk, mends the maps of the whole valley.\n\n"
        "Salary is $52K. Send a letter of interest and a resume to the town.\n"
    )
    assert check(text).facts["is_posting"].value


def test_a_forms_names_without_values_head_nothing() -> None:
    form = "Education\nSalary\nExperience\nJob Type\n"
    text = f"Map Clerk\n\nPosted today\n\n{form}\nReport this job\n\nDuties\n\n- Files maps.\n"
    assert headings(check(text)) == ["Map Clerk", "Duties"]
    nested = "Qualifications\nEducation\nA degree in maps from a college of the valley, or more.\n"
    assert headings(check(f"Map Clerk\n\n{nested}"))[1:] == ["Qualifications", "Education"]


def test_a_footnotes_sign_stands_behind_a_sentences_end() -> None:
    text = (
        "Map Clerk\n\nSummary\n\nThe clerk files the maps of Elk.† The clerk mends the old ones.\n"
    )
    assert len(duties(check(text))) == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The town seeks applicants for a part-time (12 hrs/week) Map Secretary position.\n",
            "Map",
        ),
        (
            "5192 Map Manager, Elk\n\n\nTITLE Map Manager, Elk\n\n\nThe clerk files maps.\n",
            "Map Manager",
        ),
    ],
)
def test_titles_behind_brackets_and_numbers(text: str, title: str) -> None:
    found = str(check(text).facts["title"].value)
    assert found.startswith(title)
    assert "TITLE" not in found


# --------------------------------------------------------------------- lists in parts


def test_numbered_topics_part_lists_of_other_bullets() -> None:
    text = (
        "Map Engineer\n\n2. Key Responsibilities\n"
        "A. Map Repair\n- Mends the maps.\n- Binds the maps.\n"
        "B. Lending & Sales\n- Lends the maps.\n- Sells the maps.\n"
    )
    report = check(text)
    wanted = ["Map Engineer", "Key Responsibilities", "Map Repair", "Lending & Sales"]
    assert headings(report) == wanted
    assert len(duties(report)) == 4


def test_a_known_heading_right_behind_a_sentence() -> None:
    text = (
        "Map Engineer\n\nThe role\nYou will mend the maps of the valley and of its old towns.\n"
        "Key responsibilities\nSheet repair & binding\n- Mends the maps.\n- Binds the maps.\n"
    )
    assert headings(check(text))[-2:] == ["Key responsibilities", "Sheet repair & binding"]


def test_a_figure_behind_a_word_for_hours_is_a_field() -> None:
    text = "Map Clerk\n\nWork Year: 10 months per year\nExperience Required: 15+ Years\n"
    fields = [field.key.text for field in check(text).posting.fields]
    assert fields == ["Work Year", "Experience Required"]


def test_capitals_that_name_a_field_need_no_colon() -> None:
    text = "Map Clerk\n\nIMMEDIATE SUPERVISOR Director of Maps\n\nDuties\n\n- Files maps.\n"
    assert check(text).facts["reports_to"].value is not None


def test_a_glued_heading_keeps_the_job_it_is_of() -> None:
    text = (
        "Description of the Job:The Map Director runs the map room of the town, plans what it buys"
        " and leads its staff of nine in all that they do for the readers of the whole valley.The"
        " director answers to the mayor.Essential Functions of the Job:Responsible for the maps"
        " of the town and for the repair of all that are torn."
    )
    assert headings(check(text)) == ["Description of the Job", "Essential Functions of the Job"]


def test_a_commission_that_hires_is_no_commission_that_is_paid() -> None:
    text = "Director - Elk Map Commission\n\n$150,000 - $198,000 annually\n\nDuties\n\n- Leads.\n"
    assert check(text).facts["pay"].value == "range"


def test_a_churchs_parish_is_no_county() -> None:
    text = (
        "Map Coordinator\n\nElk Hill Parish\n\nThe coordinator works with the pastor and the"
        " diocese. The parish is home for all parishioners.\n\nDuties\n\n- Files maps.\n"
    )
    assert check(text).facts["sector"].value == "nonprofit"
    about = "Elk Parish\n\nElk Parish is a parish in Louisiana."
    county = f"Map Coordinator\n\n{about}\n\nDuties\n\n- Files maps.\n"
    assert check(county).facts["sector"].value == "city-county"


def test_a_row_of_a_list_that_heads_the_next_one() -> None:
    rows = "- A degree in maps.\n- A course of two weeks.\n- Responsibilities:\n"
    text = f"Map Officer\n\nQualifications:\n\n{rows}\n- Filing the maps;\n- Mending the maps;\n"
    report = check(text)
    assert headings(report) == ["Map Officer", "Qualifications", "Responsibilities"]
    assert duties(report) == ["Filing the maps;", "Mending the maps;"]


def test_a_job_opening_names_the_job() -> None:
    text = "Job opening: Map Government Specialist\nSalary: $80,217 per year\nDuties\nFiles maps.\n"
    assert check(text).facts["title"].value == "Map Government Specialist"


# ------------------------------------------------------- glued lines, lists, running text

_STATEMENTS = " ".join(["Keeps the maps of the town and mends the old ones where they tear."] * 4)


def test_headings_in_capitals_are_found_within_a_glued_line() -> None:
    text = (
        f"MAP CLERK II DEFINITION Under direction, {_STATEMENTS} EXAMPLES OF DUTIES"
        f" {_STATEMENTS} The NOTES of the town say more."
    )
    assert headings(check(text))[-2:] == ["DEFINITION", "EXAMPLES OF DUTIES"]


def test_a_known_heading_under_other_capitals_heads_wrapped_lines() -> None:
    text = (
        "ELK COUNTY\nDEFINITION\nUnder general supervision, to keep the maps of a\n"
        "county and mend them; and to do other work.\nTYPICAL TASKS\n- Files maps.\n"
    )
    assert "DEFINITION" in headings(check(text))


def test_a_sentence_under_a_heading_leads_in_its_list() -> None:
    text = "Duties\n\nThe Map Clerk will be responsible for:\n\n- Filing maps.\n- Mending maps.\n"
    assert headings(check(f"Map Clerk\n\n{text}")) == ["Map Clerk", "Duties"]


def test_what_kind_of_paper_it_is_heads_no_section_over_fields() -> None:
    text = "JOB DESCRIPTION\n\nReports to: Town Clerk\n\nDuties\n\n- Files maps.\n- Mends maps.\n"
    assert headings(check(text)) == ["Duties"]
    assert headings(check(f"JOB DESCRIPTION\n\nThe clerk keeps every map.\n\n{text}"))[0] == (
        "JOB DESCRIPTION"
    )


def test_statements_behind_a_topic_of_their_own_are_duties_whole() -> None:
    text = (
        "Map Clerk Job Description\n\n"
        "1. Money. Keep the accounts of the map room. Help the clerk to plan for the year.\n\n"
        "2. People. Train those who ask for maps. Keep a list of them.\n\n"
        "3. Repairs. Mend what is torn. Order paper and glue.\n"
    )
    assert [duty.split(".")[0] for duty in duties(check(text))] == ["Money", "People", "Repairs"]


def test_the_last_statement_but_one_ends_in_and() -> None:
    text = "Duties\n\nFiling maps;\nMending maps; and\nAssist those who ask for maps.\n"
    assert duties(check(text))[-1] == "Assist those who ask for maps."


def test_a_numbered_name_over_bullets_is_no_duty() -> None:
    text = (
        "Duties\n\n1. FUNCTION: Planning and Filing\n· Files maps in the room\n"
        "· Plans new shelves for maps\n2. FUNCTION: Mending and Drawing\n· Mends torn maps\n"
    )
    assert len(duties(check(text))) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Also responsible for the shelves, the map room and its keys.",
        "Has principal responsibility for the mending of torn maps.",
        "Supervises/trains the pages who fetch maps for readers.",
        "Map Room Supervisor II plans the work of the whole room.",
        "As a member of the map team, mend maps for the town.",
        "Positions in this class are responsible for all the town's maps.",
    ],
)
def test_running_text_states_duties_in_other_forms(sentence: str) -> None:
    text = f"Map Room Supervisor\n\nElk town has old maps of rivers and roads. {sentence}\n"
    assert duties(check(text)) == [sentence]


def test_items_behind_dashes_in_the_rows_of_others_are_parted() -> None:
    text = (
        "Duties\n- Files maps of the town and its\nroads - Mends maps that are torn at an\n"
        "edge - Under the clerk, draws new maps - Trains the pages\n- Keeps the keys - Opens\n"
        "the room\n"
    )
    assert len(duties(check(text))) == 6


def test_paragraphs_under_a_heading_of_duties_are_its_statements() -> None:
    text = (
        "Duties\n\nKeeps the maps of the whole town.  Mends those that are torn at an edge.\n\n"
        "Trains the pages of the map room.  Writes down what they fetch every day.\n\n"
        "Orders the paper and the glue.  Pays for both of them out of the map fund.\n"
    )
    assert len(duties(check(text))) == 3


def test_a_summary_over_a_list_without_a_heading_is_none_of_its_duties() -> None:
    text = (
        "Map Clerk\n\nPerforms plain work on maps. Work is done in a room. May train others.\n\n"
        "Files the maps of the town.\n\nMends those that are torn.\n\nTrains the pages.\n"
    )
    assert duties(check(text))[0] == "Files the maps of the town."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Map Clerk is distinguished from the Page, which performs plain tasks.",
        "This class is the first level in the series that performs the mending of maps.",
        "The ideal candidate will understand maps and manage time with care.",
    ],
)
def test_what_sets_a_class_apart_or_suits_the_post_is_no_duty(sentence: str) -> None:
    assert not duties(check(f"Map Clerk\n\nElk town has old maps of rivers. {sentence}\n"))


def test_headings_between_two_sentences_of_a_glued_line_are_found() -> None:
    text = (
        f"Map Clerk\n\nSummary This post is in the map room. {_STATEMENTS} Responsibilities"
        f" The clerk files maps. {_STATEMENTS}"
    )
    assert headings(check(text)) == ["Map Clerk", "Summary", "Responsibilities"]
    aside = (
        f"Map Clerk\n\nAll must fill in a form. Qualifications Forms are read. {_STATEMENTS * 2}"
    )
    assert headings(check(aside)) == ["Map Clerk"]


def test_a_heading_may_include_the_following() -> None:
    text = "ESSENTIAL DUTIES AND RESPONSIBILITIES include the following. Other duties may be added."
    assert headings(check(f"Map Clerk\n\n{text}\n- Files maps.\n- Mends maps.\n"))[-1] == (
        "ESSENTIAL DUTIES AND RESPONSIBILITIES"
    )


def test_whom_a_post_reports_to_is_no_duty() -> None:
    text = "Files the maps.\n\nReports to the Town Clerk.\n\nMends the maps.\n\nTrains the pages.\n"
    assert duties(check(f"Map Clerk\n\nElk has maps.\n\n{text}")) == [
        "Files the maps.",
        "Mends the maps.",
        "Trains the pages.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # offered to one person
        (
            "Dear [Name],\n\nWe are thrilled to offer you the position of Fen Warden. You "
            "will report to the Reeve. Salary: [Amount].\n\nPlease sign and return this letter.\n"
        ),
        # taught
        (
            "FEN 210 Keeping Fens\n\nCredits: 3\n\nCourse objectives\n\n- Able to drain a fen.\n"
            "- Ability to mend a dyke.\n\nPrerequisites: none\n\nLearning outcomes\n\nMud.\n"
        ),
        # what a trade is
        (
            "Fen Warden\n\nA Fen Warden, also known as a reeve, is an outdoor expert who keeps "
            "fens.\n\nDuties\n\nThe duties of a fen warden include digging and mowing all year.\n\n"
            "Requirements\n\nA fen warden has a licence.\n"
        ),
        (
            "Fen work\n\nWhat is a Fen Warden?\n\nA fen warden is responsible for dykes. Wardens "
            "go with reeves.\n\n- Digging ditches\n- Mowing banks\n- Counting birds\n"
        ),
        (
            "Fen Warden (definition)\n\nWhat are the tasks of a fen warden?\n\nHe minds dykes "
            "and plans repairs. A fen warden should have a degree and years of experience in mud.\n"
        ),
        (
            "Water trades\n\nMost fens and marshes are small towns that require many jobs.\n\n"
            "Main job duties:\n\nResponsible for banks.\n\nEducation:\n\nA degree in mud.\n"
        ),
        (
            "Fen Warden\n\nAt a glance\n\nTypical education\nNone\nTypical experience\n3 years\n"
            "Growth outlook\nStrong\n\nDuties\n\n- Minds dykes\n- Mows banks\n"
        ),
        # a guide for those who hire
        (
            "This interview guide for the Fen Warden post helps you to find candidates.\n\nUsing "
            "this guide\n\n- Share it with the team.\n\nJob description\n\nThe warden will keep "
            "dykes and must have five years of experience.\n"
        ),
        # news
        (
            "The town has hired two fen wardens for summer, officials said. They will dig and "
            "must be 18 years old and able to swim; the duties are hard, a licence is required.\n"
        ),
        # a house's rules on posts
        (
            "2.1 Job classification plan\n\nThe plan assigns all positions by skills.\n\n"
            "2.2 Class specifications\n\nHuman resources keeps position descriptions with "
            "qualifications, licenses and abilities that each position requires.\n"
        ),
        # acts, recommendations, contracts and pages of offices
        (
            "Fens Act, 2001 (Act No. 4 of 2001)\n\nPosts\n\n(1) The reeve must advertise a post.\n"
            "(2) The notice must give the duties, the skills and the closing date.\n"
        ),
        (
            "To Whom It May Concern:\n\nI am glad to recommend Pat Reed for the post of "
            "Fen Warden. Pat has the skills, the degree and the experience required.\n"
        ),
        (
            "This employment contract is entered into on May 1, 2027, by and between Elm and "
            "Pat Reed.\n\nThe Employee must do the duties of a Fen Clerk. The salary is $50,000 a "
            "year; the position is full time and the employee is required to travel.\n"
        ),
        (
            "Fens\n\nThe dyke section is overseen by the reeve.\nThe boat unit is responsible for "
            "repairs and maintains the skills, licences and abilities required of its crews.\n"
        ),
    ],
)
def test_papers_about_posts_are_told_from_postings(text: str) -> None:
    assert not check(text).facts["is_posting"].value


def test_a_list_below_a_post_named_in_a_sentence_makes_a_posting() -> None:
    text = (
        "The Fen Manager provides for dykes and makes recommendations about fens.\n"
        "Plan and direct the drainage of all fens\nHire and manage the crew\n"
        "Control the budget of the yard\nA sound knowledge of mud is essential.\n"
    )
    assert check(text).facts["is_posting"].value


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        ("Fen Clerk\n\nYear round, part-time (15 hours per week)\n\nDuties\n\n- Files.\n",
         "employment_type", ("part-time",)),
        ("Fen Clerk\n\nElm Union · Full-time · Hull\n\nDuties\n\n- Files maps.\n",
         "employment_type", ("full-time",)),
        ("Fen Clerk\n\nVacancy Type: Temporary 2 year Contract\n\nDuties\n\n- Files maps.\n",
         "employment_type", ("temporary", "contract")),
        ("Fen Clerk\nReports to: Senior Reeve Effective: May 2027\n\nDuties\n\n- Files maps.\n",
         "reports_to", "Reports to: Senior Reeve"),
        ("Archivist\n\nThe archivist will work with a crew and will report to the Reeve.\n",
         "reports_to", "The archivist will work with a crew and will report to the Reeve"),
        ("Fen Clerk\n\nClose date (at noon of the day below):\nMay 4, 2027\n\nDuties\n\n- Files.\n",
         "closing", "Close date (at noon of the day below): May 4, 2027"),
        ("Fen Clerk\n\nElm Works is a small web firm.\n\nDuties\n\n- Files maps.\n",
         "sector", "private"),
        ("Fen Clerk\n\nWe have one, full time, paid positions open.\n\nDuties\n\n- Files maps.\n",
         "employment_type", ("full-time",)),
        ("Fen Clerk\n\nThe clerk helps the Police Department.\n\nDuties\n\n- Files maps.\n",
         "sector", "city-county"),
        ("Fen Clerk\n\nMin: $50,000 Mid: $60,000 Max: $70,000\n\nDuties\n\n- Files maps.\n",
         "pay", "range"),
        ("Fen Clerk\n\nR325 101 - R382 959 per annum\n\nDuties\n\n- Files maps.\n",
         "pay", "range"),
        ("Fen Clerk\n(Independent Contractor)\n\nDuties\n\n- Files maps.\n",
         "employment_type", ("contract",)),
        ("Fen Clerk\n\nDuties\n\n- Files maps.\n\nA high school degree.\n", "degree", "none"),
        ("Fen Clerk\n\nEducation\n\n- Preferred : Bachelor's degree.\n\nDuties\n\n- Files.\n",
         "degree", "preferred"),
        ("Fen Clerk\n\nMarch 1, 2027 to March 12, 2027\n\nDuties\n\n- Files maps.\n",
         "closing", "March 1, 2027 to March 12, 2027"),
        ("Fen Clerk\n\nDuties\n\n- Files maps.\n\nClosing date for submissions:\n2/9/2027\n",
         "closing", "Closing date for submissions: 2/9/2027"),
        ("Fen Clerk\n\nElm University NHS Trust\n\nDuties\n\n- Files maps.\n",
         "sector", "state-federal"),
        ("Fen Clerk\n\nWe are a family-owned maker of boots.\n\nDuties\n\n- Files maps.\n",
         "sector", "private"),
        ("Fen Clerk\n\nThe village food bank needs you.\n\nDuties\n\n- Files maps.\n",
         "sector", "nonprofit"),
        ("Support Engineer\n\nDuties\n\n- Answers customers.\n", "role", "tech-staff"),
    ],
)  # fmt: skip
def test_facts_in_words_met_first_outside(text: str, fact: str, value: object) -> None:
    assert check(text).facts[fact].value == value

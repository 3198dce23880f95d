"""What files from many places taught: facts in the plain words of small employers."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter, Report

LINTER = Linter()


def check(text: str, path: str = "a.md") -> Report:
    return LINTER.check(text, path=path)


def told(fact: str, line: str, asked: str = "Two years of practice.") -> Any:
    work = f"## Duties\n\n- Orders hay.\n\n## Qualifications\n\n- {asked}\n"
    text = f"# Stable Clerk\n\n{line}\n\n{work}"
    return check(text).facts[fact].value


# --------------------------------------------------------------------- supervisors


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Head Groom, to whom you will report, lives on the farm.", "The Head Groom"),
        ("The Head Groom will be your line manager.", "The Head Groom"),
        ("Lead a team of 14, reporting to the Estate Manager.", "Estate Manager"),
        ("Who do I report to? The Estate Manager.", "Estate Manager"),
        ("Who will I work for? The Estate Manager.", "Estate Manager"),
        ("Line of command: Estate Manager", "Estate Manager"),
        ("You will take your orders from the Head Groom.", "the Head Groom"),
        ("A busy post under the Estate Manager.", "the Estate Manager"),
    ],
)
def test_who_leads_the_post_is_named_in_many_ways(line: str, name: str) -> None:
    assert name in (told("reports_to", line) or "")


@pytest.mark.parametrize(
    "line",
    [
        "Nine grooms, all reporting to the Estate Manager, live on the farm.",
        "A post under the direction of our guests.",
        "Guests give their orders to the clerk.",
    ],
)
def test_what_others_report_says_nothing_of_the_post(line: str) -> None:
    assert told("reports_to", line) is None


# ------------------------------------------------------------------------- closing


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("This notice will be taken down on August 3, 2027.", "August 3, 2027"),
        ("You have until Sunday, 9 May 2027 to write to the farm.", "9 May 2027"),
        ("The ad stays up until we find the right groom.", "until we find"),
        ("Return the form to Mrs. Elm by the 5th of March, 2027.", "the 5th of March, 2027"),
        ("No applications after 2027-09-30.", "2027-09-30"),
        ("Taking résumés thru 11/12/2027.", "11/12/2027"),
    ],
)
def test_when_papers_are_last_taken_is_said_in_many_ways(line: str, ends: str) -> None:
    assert (told("closing", line) or "").rstrip(".").endswith(ends)


def test_papers_that_a_duty_sends_close_nothing() -> None:
    text = "# Clerk\n\n## Duties\n\n- Sends the form to the county by May 1, 2027.\n- Files.\n"
    assert check(text).facts["closing"].value is None


# ----------------------------------------------------------------------------- pay


@pytest.mark.parametrize(
    ("line", "pay", "ends"),
    [
        ("The wage is in the low 60s to mid 70s.", "range", (60_000, 75_000)),
        ("Salary in the mid to high 50s.", "range", (55_000, 58_000)),
        ("Two hundred dollars a shift.", "single", (200, None)),
        ("Bed and board, $600 a week.", "single", (600, None)),
        ("Salary to $75,000", "single", (None, 75_000)),
        ("Pay: twenty-two dollars and fifty cents per hour", "single", (22.5, None)),
        ("Earnings: 52k to 58k", "range", (52_000, 58_000)),
    ],
)
def test_pay_in_words_and_tens(line: str, pay: str, ends: tuple[float | None, ...]) -> None:
    assert told("pay", line) == pay
    first = told("pay_statements", line)[0]
    assert (first.low, first.high) == ends


@pytest.mark.parametrize(
    "line",
    [
        "The barn stays in the low 60s all year.",
        "The feed costs us, in a bad winter, $600 a week.",
        "Parking, $20 a week.",
    ],
)
def test_weather_and_costs_are_no_pay(line: str) -> None:
    assert told("pay", line) == "none"


# ------------------------------------------------------------------------- degrees


@pytest.mark.parametrize(
    ("asked", "degree"),
    [
        ("Degree holders only.", "required"),
        ("University-educated in botany or zoology.", "required"),
        ("Educated to degree level.", "required"),
        ("A bachelor's is nice but not needed.", "preferred"),
        ("We would love a master's, but it is not a must.", "preferred"),
    ],
)
def test_a_degree_is_asked_for_or_wished_for(asked: str, degree: str) -> None:
    assert told("degree", "The farm has forty horses.", asked) == degree


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("You hold a BSc in botany, or have worked on farms for five years.", "five years"),
        ("A degree in botany; four seasons on a farm will be taken in its place.", "in its place"),
        ("A degree in botany or time-served.", "time-served"),
    ],
)
def test_years_at_work_stand_for_the_degree(asked: str, words: str) -> None:
    assert words in (told("degree_equivalency", "The farm has forty horses.", asked) or "")


# ------------------------------------------------------------------ titles and layouts


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Staff Nurse - Emergency Department", "Staff Nurse - Emergency Department"),
        ("Manager - Meat and Seafood Department", "Manager - Meat and Seafood Department"),
        ("Staff Nurse - Elm Police Department", "Staff Nurse"),
    ],
)
def test_a_part_of_a_house_is_no_employer(line: str, title: str) -> None:
    text = f"# {line}\n\n## Duties\n\n- Keeps watch.\n- Keeps notes.\n"
    assert check(text).facts["title"].value == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("FARM HAND WANTED. Elm Farm is mixed. Feed stock and mend fences.", "FARM HAND"),
        ("Wanted: stable hand for a farm near Elm. Feed stock and mend fences.", "stable hand"),
    ],
)
def test_an_advertisement_of_one_paragraph(text: str, title: str) -> None:
    rest = " Bed and board, $600 a week. Write to Pat Elm, Elm Farm, by March 1, 2027."
    report = check(text + rest, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == title
    assert report.facts["pay"].value == "single"
    assert report.facts["closing"].value == "by March 1, 2027"
    assert not any("Pat Elm" in duty.text.text for duty in report.posting.duties)


ROWS = (
    ("Job title", "Tram Driver"),
    ("Reports to", "Depot Manager"),
    ("Pay", "$24.10 - $29.00 hourly"),
    ("Closes", "May 3, 2027"),
)


@pytest.mark.parametrize("frame", ["{} | {}\n", "| {} | {} |\n", "| {} | {} |\n|---|---|\n"])
def test_fields_between_bars_in_plain_text(frame: str) -> None:
    fields = "".join(frame.format(*row) for row in ROWS)
    report = check(f"{fields}\nDuties\n- Drives trams.\n- Checks brakes.\n", "a.txt")
    assert report.facts["title"].value == "Tram Driver"
    assert report.facts["reports_to"].value is not None
    assert report.facts["pay"].value == "range"
    assert [duty.text.text for duty in report.posting.duties] == ["Drives trams.", "Checks brakes."]


def test_a_table_may_follow_a_paragraph_at_once() -> None:
    text = (
        "# Tram Driver\n\nThis is the work:\n| Area | Duty |\n|---|---|\n"
        "| Road | Drives trams. |\n| Depot | Checks brakes. |\n"
    )
    duties = [duty.text.text for duty in check(text).posting.duties]
    assert duties == ["Drives trams.", "Checks brakes."]


def test_one_demand_of_the_body_that_somebody_must_meet_is_stated() -> None:
    assert told("physical_demands", "", "Must be able to climb ladders.") is True
    assert told("physical_demands", "", "Roses climb ladders.") is False


@pytest.mark.parametrize(
    ("line", "types"),
    [
        ("A permanent post of 20 hours a week, part-time.", ("permanent", "part-time")),
        ("This is a permanent post.", ("permanent",)),
        ("You file for the permanent post office.", ()),
    ],
)
def test_a_permanent_post(line: str, types: tuple[str, ...]) -> None:
    assert told("employment_type", line) == types


# ------------------------------------------------------------------- a second harvest


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("You will be working for Ann Elm, our Head Groom.", "Head Groom"),
        ("Manager: Estate Director", "Estate Director"),
        ("Reports: Head of Stores", "Head of Stores"),
        ("The Estate Manager supervises the holder of this post.", "The Estate Manager"),
        ("Under the eye of the Estate Manager, you learn the trade.", "Estate Manager"),
        ("You manage six grooms and in turn report to the Estate Manager.", "Estate Manager"),
        ("You serve under the Estate Manager.", "Estate Manager"),
        ("The Postmaster is the person you report to.", "The Postmaster"),
        ("Your direct manager will be our Estate Manager.", "Estate Manager"),
        ("The Estate Manager directs your work.", "The Estate Manager"),
    ],
)
def test_a_supervisor_is_named_in_still_more_ways(line: str, name: str) -> None:
    assert name in (told("reports_to", line) or "")


@pytest.mark.parametrize(
    "line",
    [
        "Our Controller reports to the Board.",
        "Your team lead reports to the Estate Manager.",
        "Hiring Manager: Estate Director",
        "Reports: monthly sales",
    ],
)
def test_whom_somebody_else_answers_to(line: str) -> None:
    assert told("reports_to", line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last call for letters of application: 2 July 2027", "2027-07-02"),
        ("We read letters that come in by 9/15/2027.", "2027-09-15"),
        ("Recruitment for the post is open through October 8, 2027.", "2027-10-08"),
        ("Please respond by Nov. 3, 2027.", "2027-11-03"),
        ("Vacancy ends: 2027/04/30", "2027-04-30"),
        ("Open to applicants: 1 March 2027 to 21 March 2027.", "2027-03-21"),
        ("Your letter should be with us by Thursday 6 May 2027.", "2027-05-06"),
        ("You are invited to apply up to 5 pm on 18 June 2027.", "2027-06-18"),
    ],
)
def test_the_last_day_in_still_more_ways(line: str, day: str) -> None:
    assert str(told("closing_date", line)) == day


@pytest.mark.parametrize(
    ("line", "pay", "ends"),
    [
        ("A wage in the mid fifties.", "single", (55_000, None)),
        ("Forty-five to fifty-two thousand a year.", "range", (45_000, 52_000)),
        ("A hundred and twenty pounds a day", "single", (120, None)),
        ("To £48k + car", "single", (None, 48_000)),
        ("Hourly 18-21", "range", (18, 21)),
    ],
)
def test_pay_in_still_more_words(line: str, pay: str, ends: tuple[float | None, ...]) -> None:
    assert told("pay", line) == pay
    first = told("pay_statements", line)[0]
    assert (first.low, first.high) == ends


@pytest.mark.parametrize(
    ("asked", "degree"),
    [
        ("A degree would be useful but is by no means essential.", "preferred"),
        ("A doctorate will set you apart.", "preferred"),
        ("Qualified to degree standard in botany.", "required"),
        ("Graduates of any subject.", "required"),
        ("A degree will not be asked for.", "none"),
        ("We don't care about degrees.", "none"),
        ("Degrees must come from an accredited house.", "none"),
    ],
)
def test_still_more_words_for_a_degree(asked: str, degree: str) -> None:
    assert told("degree", "The farm has forty horses.", asked) == degree


@pytest.mark.parametrize(
    ("line", "sector"),
    [
        ("Our clients include counties and state universities.", "private"),
        ("We supply school districts and the federal government.", "unknown"),
        ("You were a postdoc at a university.", "unknown"),
    ],
)
def test_whom_an_employer_serves_is_not_what_it_is(line: str, sector: str) -> None:
    assert told("sector", line) == sector


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NOW HIRING ★ Fork Lift Driver ★\n\nDuties\n- Drives.\n- Loads.\n", "Fork Lift Driver"),
        (
            "COUNTY OF ELM\nOFFICE OF THE SHERIFF\n\nJAIL OFFICER I/II\n\nDUTIES\n- Guards.\n",
            "JAIL OFFICER I/II",
        ),
        (
            "DOCK HANDS WANTED — Elm Harbour. Load and tie up boats. $19 an hour. Apply soon.\n",
            "DOCK HANDS",
        ),
    ],
)
def test_calls_and_offices_are_no_titles(text: str, title: str) -> None:
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == title


def test_a_title_of_technology_transfer_is_of_no_technology() -> None:
    text = (
        "# Director of Technology Transfer\n\n## Duties\n\n- Licenses inventions.\n- Signs deals.\n"
    )
    assert check(text).facts["role"].value == "other"


# -------------------------------------------------------------------- a third harvest


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("All papers due in our office on July 8, 2027.", "2027-07-08"),
        ("This ad runs from 2 May until 30 May 2027.", "2027-05-30"),
        ("Screening starts May 10, 2027.", "None"),
        ("The pond closes on January 4, 2027 for repairs.", "None"),
    ],
)
def test_the_last_day_and_the_first(line: str, day: str) -> None:
    assert str(told("closing_date", line)) == day


@pytest.mark.parametrize(
    ("line", "pay", "ends"),
    [
        ("£11.44–£12.60 ph", "range", (11.44, 12.6)),
        ("€2.600 bruto per maand", "single", (2600, None)),
        ("35 to 40 dollars per dive", "range", (35, 40)),
        ("A small aquarium. £24,000, live in.", "single", (24_000, None)),
        ("OTE 60K", "single", (60_000, None)),
    ],
)
def test_pay_that_no_word_but_its_time_tells(
    line: str, pay: str, ends: tuple[float | None, ...]
) -> None:
    assert told("pay", line) == pay
    first = told("pay_statements", line)[0]
    assert (first.low, first.high) == ends


@pytest.mark.parametrize(
    ("asked", "degree", "instead"),
    [
        ("Proven skill counts more than any degree.", "none", None),
        ("PhD desirable; MSc essential.", "required", None),
        ("Practice may stand for the bachelor's degree.", "required", "stand for"),
        (
            "Associate degree, or high school diploma and four years with fish.",
            "required",
            "four years",
        ),
    ],
)
def test_a_degree_and_what_stands_for_it(asked: str, degree: str, instead: str | None) -> None:
    line = "The farm has forty horses."
    assert told("degree", line, asked) == degree
    assert (instead or "") in (told("degree_equivalency", line, asked) or "")


SEALS = (
    "Small aquarium by the sea. Feed and train six seals, clean the pools, talk to visitors. "
    "£24,000, live in. CV to jo@elm.example by 3 May 2027.\n"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("*** NOW HIRING *** NIGHT KEEPER ***\n\nDuties:\n- Walks.\n- Feeds.\n", "NIGHT KEEPER"),
        (
            f"SEAL KEEPER. {SEALS}",
            "SEAL KEEPER",
        ),
        (
            "HELP WANTED\n\nTank Cleaner\n\n$16 an hour. Clean tanks. Ask at the desk.\n",
            "Tank Cleaner",
        ),
    ],
)
def test_notices_in_capitals(text: str, title: str) -> None:
    report = check(text, "a.txt")
    assert report.is_posting
    assert report.facts["title"].value == title


def test_employment_of_those_whom_the_post_trains_is_theirs() -> None:
    assert told("employment_type", "You train seasonal and part-time guides.") == ()


def test_what_the_reader_does_is_a_duty() -> None:
    text = "# Seal Keeper\n\nYou clean the pools and feed six seals every day of the week.\n"
    assert len(check(text).posting.duties) == 1
    text = "# Seal Keeper\n\nYou bring a licence and two years of practice with animals.\n"
    assert not check(text).posting.duties


# -------------------------------------------------------------------- a fourth harvest


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Estate Manager oversees the stable clerk.", "The Estate Manager"),
        ("You are one of four grooms reporting to the Estate Manager.", "Estate Manager"),
        ("A lone post, answerable only to the Trustees.", "Trustees"),
        ("Immediate superior: Estate Manager", "Estate Manager"),
    ],
)
def test_who_leads_a_post_by_its_title(line: str, name: str) -> None:
    assert name in (told("reports_to", line) or "")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Send us a line before Sunday, 6 June 2027.", "2027-06-06"),
        ("Paper forms must be in the box by 4 pm, March 12, 2027.", "2027-03-12"),
        ("Expiry of notice: 2027-07-31", "2027-07-31"),
    ],
)
def test_the_last_day_of_a_line_or_a_form(line: str, day: str) -> None:
    assert str(told("closing_date", line)) == day


@pytest.mark.parametrize(
    ("asked", "instead"),
    [
        ("Degree-qualified, or qualified by experience.", "qualified by experience"),
        ("MSc or equivalent experience in grazing.", "equivalent experience"),
    ],
)
def test_a_degree_by_its_letters_or_in_one_word(asked: str, instead: str) -> None:
    assert told("degree", "The farm has forty horses.", asked) == "required"
    assert instead in (told("degree_equivalency", "The farm has forty horses.", asked) or "")


def test_a_heading_is_the_title_and_not_who_a_sentence_begins_with() -> None:
    text = "# Shepherd\n\nThe Farm Manager oversees the shepherd.\n\n## Duties\n\n- Minds ewes.\n"
    report = check(text)
    assert report.facts["title"].value == "Shepherd"
    assert "The Farm Manager" in (report.facts["reports_to"].value or "")


# --------------------------------------------------------------------- a fifth harvest


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Managed by: Works Director", "Works Director"),
        ("The Works Director will supervise you from day one.", "The Works Director"),
        ("You work for the Master Printer.", "Master Printer"),
        ("Proofs are sent to the Editor, who reports to the Publisher.", None),
    ],
)
def test_a_director_of_works_and_an_editor_of_others(line: str, name: str | None) -> None:
    found = told("reports_to", line)
    assert found is None if name is None else name in (found or "")


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Submissions end on July 31, 2027.", "July 31, 2027"),
        ("Open until a printer is found.", "until a printer is found"),
        ("Vacancy valid until 30-09-2027", "30-09-2027"),
    ],
)
def test_what_ends_and_until_who_is_found(line: str, ends: str) -> None:
    assert (told("closing", line) or "").endswith(ends)


def test_points_of_a_grade_and_a_month_in_french() -> None:
    assert told("pay", "Grade 6, points 20-24") == "grade-only"
    assert told("pay_statements", "Salary: 2 450 € brut par mois")[0].unit == "month"

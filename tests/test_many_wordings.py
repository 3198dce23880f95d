"""The same things said in the words of many trades, countries and layouts."""

from __future__ import annotations

from typing import Any

import pytest

import documents
from postlint import Linter, Verdict
from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def _duties(linter: Linter, text: str, path: str = "a.md") -> list[str]:
    return [duty.text.text for duty in linter.read(text, path=path).duties]


@pytest.mark.parametrize(
    "opener",
    [
        "The ideal person is:",
        "We shall be glad to hear from you if you are:",
        "A perfect match brings along:",
        "In return you can expect:",
        "What you get from the yard:",
        "Non-negotiable:",
        "Extra credit:",
    ],
)
def test_a_line_opens_a_list_that_is_not_of_duties(linter: Linter, opener: str) -> None:
    """What a person is like, and what the employer gives, is work of nobody's."""
    text = (
        f"# Rigger\n\nYou will:\n\n- Hang sails.\n- Mend ropes.\n\n{opener}\n\n- Dry feet\n- Tea\n"
    )
    assert _duties(linter, text) == ["Hang sails.", "Mend ropes."]


@pytest.mark.parametrize(
    "heading",
    [
        "Summary of Duties",
        "A Day in the Life",
        "The Work You Will Do",
        "Job Content",
        "Purpose and Duties",
    ],
)
def test_headings_over_what_one_does(linter: Linter, heading: str) -> None:
    """A short list below is the duties, whether or not its verbs are known."""
    text = f"# Rigger\n\n## {heading}\n\n- Bosses the loft.\n- Splices ropes.\n"
    assert _duties(linter, text) == ["Bosses the loft.", "Splices ropes."]


@pytest.mark.parametrize(
    "heading",
    ["Who We’re After", "Your Background", "Minimum Standards", "You’ll Thrive Here If"],
)
def test_headings_over_what_is_asked(linter: Linter, heading: str) -> None:
    """They head qualifications and nothing that one does."""
    text = f"# Rigger\n\n## Duties\n\n- Hangs sails.\n\n## {heading}\n\n- A head for heights.\n"
    posting = linter.read(text, path="a.md")
    assert posting.sections[-1].kind is SectionKind.QUALIFICATIONS


def test_a_short_sentence_over_a_list_of_its_own_is_a_duty(linter: Linter) -> None:
    """It ends as sentences do; a name over a list does not."""
    text = (
        "# Rigger\n\n## Duties\n\n- Hangs sails.\n  - Checks ropes.\n- The loft\n  - Sweeps it.\n"
    )
    assert _duties(linter, text) == ["Hangs sails.", "Checks ropes.", "Sweeps it."]


def _facts(linter: Linter, line: str) -> dict[str, Any]:
    text = (
        f"# Rigger\n\n{line}\n\n## Duties\n\n- Hangs sails.\n\n## Qualifications\n\n- Patience.\n"
    )
    found = linter.facts(text, path="a.md")
    return {name: found[name].value for name in ("pay", "reports_to", "cabinet", "closing")}


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("The wage is CHF 61'400 to 72'900 a year.", "range"),
        ("Salary: ₹4,20,000 - ₹5,60,000 per annum", "range"),
        ("Series and grade: VM-0602-IV", "grade-only"),
        ("Rigger, WG-5220-09", "grade-only"),
        ("The opening is filled at the GS-07 level.", "grade-only"),
        ("A year of practice at the GS-07 level is needed.", "none"),
        ("We put up $1,800 a year for courses and tools.", "none"),
        ("Torn sails cost the yard $7,500 a month.", "none"),
    ],
)
def test_pay_as_countries_and_services_write_it(linter: Linter, line: str, pay: str) -> None:
    """What is paid, and nothing that is lost or spent."""
    assert _facts(linter, line)["pay"] == pay


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The rigger reports to, and is judged by, the Sailmaker.", "Sailmaker"),
        ("The rigger reports to, and dines with, the Loft Manager.", "Loft Manager"),
        ("The rigger is accountable to the Rt. Rev. A. B. Moss.", "Moss"),
        ("On deck you take direction from the Loft Manager.", "Loft Manager"),
    ],
)
def test_a_line_in_other_words(linter: Linter, line: str, name: str) -> None:
    """It is whole, whatever stands in its middle."""
    assert name in str(_facts(linter, line)["reports_to"])


@pytest.mark.parametrize(
    ("line", "seat"),
    [
        ("Writes cabinet-level reports.", False),
        ("Trains directors who sit on the cabinet.", False),
        ("Takes part as one who participates in, and speaks to, the cabinet.", True),
    ],
)
def test_whose_seat_it_is(linter: Linter, line: str, seat: bool) -> None:
    """Papers of a level, and other people's seats, are none of the post's."""
    assert bool(_facts(linter, line)["cabinet"]) is seat


def test_papers_are_to_reach_the_office_by_a_day(linter: Linter) -> None:
    """The weekday is shortened, and a comma behind it."""
    line = "Your papers should reach us on or before Tues., Oct. 5, 2027."
    assert "Oct. 5, 2027" in str(_facts(linter, line)["closing"])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sail Mechanic, Night Shift\n\nPosted today\n\n**Duties**\n\n- Sews.\n", "Sail Mechanic"),
        ("Ferry Mechanic\n#jobs #hiring\n\n## Duties\n\n- Mends ferries.\n", "Ferry Mechanic"),
        (
            "---\ntitle: Clerk | Careers at Tern Line\n---\n\n## Duties\n\n- X.\n",
            "Clerk",
        ),
    ],
)
def test_titles_with_something_behind_them(linter: Linter, text: str, title: str) -> None:
    """A shift, tags and the name of a page are no reason to have none."""
    found = str(linter.facts(text, path="a.md")["title"].value)
    assert found.startswith(title)
    assert not {"Careers", "#jobs"} & set(found.split())


def test_a_line_in_capitals_over_the_sections_is_the_title(linter: Linter) -> None:
    """Whatever trade it names, where nothing else stands above them."""
    text = "SAIL HOISTER\n\nDUTIES\n\nHoists sails.\n\nREQUIREMENTS\n\n1. Two hands.\n"
    assert linter.facts(text, path="a.txt")["title"].value == "SAIL HOISTER"
    text = "TERN COUNTY\n\nDUTIES\n\nHoists sails.\n\nREQUIREMENTS\n\n1. Two hands.\n"
    assert linter.facts(text, path="a.txt")["title"].value is None


def test_lists_and_maps_of_front_matter_are_fields(linter: Linter) -> None:
    """A list of places is a value, a town in a map is the place."""
    text = "---\ntitle: Clerk\nlocation:\n- Hull\n- Ely\n---\n\n## Duties\n\n- Files.\n"
    posting = linter.read(text, path="a.md")
    assert [(one.key.text, one.value.text) for one in posting.fields][1] == (
        "location",
        "Hull, Ely",
    )
    text = "---\ntitle: Clerk\nlocation:\n  city: Hull\n  country: GB\n---\n\n- Files.\n"
    found = linter.facts(text, path="a.md")
    assert (found["place"].value, found["jurisdiction"].value) == ("Hull", ("GB",))


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Director of Surgical Technology", "other"),
        ("Head of Alumni, College of Computing", "other"),
        ("Provider Network Manager", "other"),
        ("Grant Applications Coordinator", "other"),
        ("Director of Technology, School of Nursing", "tech-leader"),
        ("Systems Librarian", "tech-staff"),
    ],
)
def test_technology_of_another_trade(linter: Linter, title: str, role: str) -> None:
    """Machines, networks and applications of other trades are not information technology."""
    text = f"# {title}\n\n## Duties\n\n- Keeps files.\n\n## Qualifications\n\n- Patience.\n"
    assert linter.facts(text, path="a.md")["role"].value == role


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Trains six part-time riggers.", ()),
        ("A permanent, full-time post.", ("permanent", "full-time")),
    ],
)
def test_whose_hours_they_are(linter: Linter, line: str, kinds: tuple[str, ...]) -> None:
    """Those of the post, and not of the people it leads."""
    text = (
        f"# Rigger\n\n{line}\n\n## Duties\n\n- Hangs sails.\n\n## Qualifications\n\n- Patience.\n"
    )
    assert linter.facts(text, path="a.md")["employment_type"].value == kinds


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("You hold AHPRA registration.", "AU"),
        ("The pension is the LGPS.", "GB"),
        ("12 Quai Neuf, 75019 Paris", "FR"),
        ("We are in Ottawa, ON.", "CA"),
        ("Pay: C$31 an hour", "CA"),
        ("Location: Mumbai", "IN"),
    ],
)
def test_what_only_one_country_has(linter: Linter, line: str, code: str) -> None:
    """Registers, pensions, money and addresses say where the work is."""
    text = f"# Rigger\n\n{line}\n\n## What you will do\n\n- Hangs sails.\n"
    assert linter.facts(text, path="a.md")["jurisdiction"].value[-1] == code


_WARD = "# Ward Clerk\n\nTern Clinic, Reno, Nevada\n\n## Duties\n\n{duties}\n\n"


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("If you need an adjustment for the interview, write to the clinic.", True),
        ("We shall gladly accommodate disabled applicants; ask the HR team.", True),
        ("Nurses find staff accommodation on the island.", False),
    ],
)
def test_offers_of_help_in_other_words(linter: Linter, line: str, offers: bool) -> None:
    """Adjustments and accommodating people are offers; lodging is none."""
    found = linter.facts(f"{_WARD.format(duties='- Files.')}{line}\n", path="a.md")
    assert bool(found["accommodation"].value) is offers


@pytest.mark.parametrize(
    ("duty", "demand", "verdict"),
    [
        ("Turns patients in their beds and lifts linen.", "Must lift 50 pounds.", Verdict.PASS),
        ("Lifts sales and carries the brand.", "Must lift 50 pounds.", Verdict.FAIL),
        ("Files letters.", "Must stand for eight hours.", Verdict.FAIL),
    ],
)
def test_what_needs_a_body(linter: Linter, duty: str, demand: str, verdict: Verdict) -> None:
    """What is moved are things and patients, and never sales."""
    text = f"{_WARD.format(duties='- ' + duty)}## Physical Demands\n\n{demand}\n"
    report = linter.check(text, path="a.md")
    assert {one.code: one.verdict for one in report.outcomes}["ADA007"] is verdict


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Serves with the anchorwoman.", True),
        ("Helps the barmaids.", True),
        ("The depot is in Lineman, Nebraska.", False),
        ("Runs the Foreman planning software.", False),
        ("Walks to Fisherman’s Wharf.", False),
    ],
)
def test_titles_for_one_sex_and_names_like_them(linter: Linter, line: str, found: bool) -> None:
    """Towns, programs and places bear such words as names."""
    text = f"{_WARD.format(duties='- ' + line)}"
    assert ("EQTY013" in {one.code for one in linter.check(text, path="a.md").diagnostics}) is found


@pytest.mark.parametrize("words", ["Tern Clinic is an E.O.E.", "EO/AA", "Smoke-free workplace/EOE"])
def test_short_forms_of_the_statement(linter: Linter, words: str) -> None:
    """Letters with points, two letters and two, and behind another tag."""
    text = f"{_WARD.format(duties='- Files.')}## Qualifications\n\n- Care.\n\n{words}\n"
    assert linter.facts(text, path="a.md")["nondiscrimination"].value


@pytest.mark.parametrize(
    "line",
    [
        "Graduation from an accredited school of pharmacy.",
        "Must have graduated from an accredited college.",
        "Completion of a two-year college program.",
    ],
)
def test_degrees_that_are_not_named(linter: Linter, line: str) -> None:
    """Who has gone through a college has one."""
    text = f"{_WARD.format(duties='- Files.')}## Qualifications\n\n- {line}\n"
    assert linter.facts(text, path="a.md")["degree"].value == "required"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("FLSA: ( ) Exempt (X) Nonexempt", "nonexempt"),
        ("FLSA: _X_ Exempt ___ Non-exempt", "exempt"),
        ("FLSA: ○ Exempt ● Non-exempt", "nonexempt"),
        ("FLSA: □ Exempt ■ Nonexempt", "nonexempt"),
        ("FLSA: ( ) Exempt ( ) Non-exempt", None),
    ],
)
def test_boxes_as_forms_draw_them(linter: Linter, line: str, status: str | None) -> None:
    """Round brackets, lines and filled shapes say which of the choices is meant."""
    text = f"# Rigger\n\n{line}\n\n## Duties\n\n- Hangs sails.\n"
    assert linter.facts(text, path="a.md")["flsa"].value == status


def test_round_bullets_are_no_boxes(linter: Linter) -> None:
    """A list with two kinds of bullets loses none of its items."""
    text = "RIGGER\n\nDuties\n● Hangs sails.\n○ Mends them.\n● Splices ropes.\n"
    assert len(linter.read(text, path="a.txt").duties) == 3


@pytest.mark.parametrize(
    "blank", ["«Supervisor»", "Enter text", "INSERT NAME HERE", "???", "xx/xx/xxxx", "mm/dd/yyyy"]
)
def test_what_forms_print_in_the_place_of_a_value(linter: Linter, blank: str) -> None:
    """Nobody filled it in."""
    text = f"# Rigger\n\nReports to: {blank}\n\n## Duties\n\n- Hangs sails.\n"
    assert "POST012" in {one.code for one in linter.check(text, path="a.md").diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        # A second trade that no table knows, over the headings that stood before.
        (
            "DECK CLERK\n\nDUTIES\n- Files.\n\nQUALIFICATIONS\n- Care.\n\n\n"
            "SAIL HOISTER\n\nDUTIES\n- Hoists.\n\nQUALIFICATIONS\n- Strength.\n"
        ),
        # Entries of a newsletter: a line with the job, or its name in bold.
        (
            "JOBS ON THE QUAY\n\nDeck Clerk\nPier 4. $18 an hour.\nFiles bills.\n"
            "Requires care. Apply by May 3.\n\nFerry Mechanic\n$29 an hour.\nMends ferries.\n"
            "Requires a licence. Apply by May 9.\n"
        ),
        (
            "**Deck Clerk, Tern Line, Hull.** Files bills; counts fares. Requires care. "
            "Salary $31,000.\n\n**Ferry Mechanic, Tern Line, Ely.** Mends ferries; orders parts. "
            "Requires a licence. Salary $44,000.\n"
        ),
    ],
)
def test_several_posts_in_one_text(linter: Linter, text: str) -> None:
    """Each is told apart from the next."""
    assert len(linter.check_all(text, path="a.md")) == 2


def _page(*lines: tuple[str, float, float, bool]) -> list[tuple[str, float, float, float, bool]]:
    return [(words, 72, bottom, size, bold) for words, bottom, size, bold in lines]


def test_headings_at_the_edges_of_pages_are_no_furniture(linter: Linter) -> None:
    """Two pages by one template have the same headings at the same places."""
    pages = [
        _page(
            (title, 740, 20, True),
            ("Duties", 700, 13, True),
            (f"• {duty}", 680, 11, False),
            ("Qualifications", 640, 13, True),
            (f"• {asked}", 620, 11, False),
        )
        for title, duty, asked in (
            ("Deck Clerk", "Files the bills of the quay.", "Care."),
            ("Ferry Mechanic", "Mends the ferries of the line.", "Strength."),
        )
    ]
    posting = linter.read_bytes(documents.pdf(pages), path="a.pdf")
    assert posting.text.count("Duties") == posting.text.count("Qualifications") == 1
    assert {one.message_id for one in posting.notices} == {"several-postings"}


def test_a_short_statement_at_the_foot_of_pages_is_kept(linter: Linter) -> None:
    """Few of its words are those of a sentence."""
    foot = "EOE/M/F/D/V - Tern Line does not discriminate. Page {} of 2"
    pages = [
        _page(
            ("Deck Clerk", 740, 20, True),
            ("Duties", 700, 13, True),
            ("• Files the bills of the quay.", 680, 11, False),
            ("• Counts the fares of the day.", 660, 11, False),
            (foot.format(1), 40, 8, False),
        ),
        _page(
            ("How to apply", 740, 13, True),
            ("Write to the line by May 3, 2027.", 700, 11, False),
            (foot.format(2), 40, 8, False),
        ),
    ]
    found = linter.facts_of(linter.read_bytes(documents.pdf(pages), path="a.pdf"))
    assert found["nondiscrimination"].value


def _codes(linter: Linter, duty: str, path: str = "a.md") -> set[str]:
    text = f"{_WARD.format(duties='- ' + duty)}## Qualifications\n\n- Care.\n"
    return {one.code for one in linter.check(text, path=path).diagnostics}


@pytest.mark.parametrize(
    ("duty", "code", "found"),
    [
        ("Restarts foreman.service by night.", "EQTY013", False),
        ("Pins foreman==2.0 in the list.", "EQTY013", False),
        ("Binds doorman.socket to a port.", "EQTY013", False),
        ("Runs <code>foreman start</code> by day.", "EQTY013", False),
        ("Strikes the word 'foreman' from papers.", "EQTY013", False),
        ("Helps the ~~foreman~~ supervisor.", "EQTY013", False),
        ("Helps the foreman.", "EQTY013", True),
        ("Applicants over 50 need not apply.", "EQTY017", True),
        ("Must be under 30 and live near the quay.", "EQTY017", True),
        ("Drives no faster than under 30 miles an hour.", "EQTY017", False),
    ],
)
def test_words_and_the_same_letters(linter: Linter, duty: str, code: str, found: bool) -> None:
    """Programs, quotations and what is struck through are nobody's words; ages in any order are."""
    assert (code in _codes(linter, duty)) is found


def test_signs_of_emphasis_are_no_code(linter: Linter) -> None:
    """Underscores around words are dress."""
    assert "EQTY020" in _codes(linter, "Is a __native speaker__ of English.", "a.posting")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\v"])
def test_line_ends_of_other_programs_end_lines(linter: Linter, mark: str) -> None:
    """Pasted text brings them."""
    text = mark.join(["RIGGER", "", "DUTIES", "- Hangs sails.", "- Mends them.", ""])
    assert len(linter.read(text, path="a.txt").duties) == 2


def test_a_joiner_between_latin_letters_is_nothing(linter: Linter) -> None:
    """`&zwnj;` in the middle of a word divides none."""
    html = "<h1>Clerk</h1><h2>Duties</h2><ul><li>Helps the watch&zwnj;man.</li></ul>"
    assert linter.read(html, path="a.html").duties[0].text.text == "Helps the watchman."


@pytest.mark.parametrize(
    "opener", ["Your strengths with rope:", "You might be the one if you:", "Please stay away if:"]
)
def test_a_list_without_verbs_below_one_of_verbs_is_no_work(linter: Linter, opener: str) -> None:
    """Whatever the line between them says."""
    text = (
        f"# Rigger\n\nYou will:\n\n- Splice ropes.\n- Mend sails.\n\n{opener}\n\n- Calm\n- Nerve\n"
    )
    assert _duties(linter, text) == ["Splice ropes.", "Mend sails."]


@pytest.mark.parametrize(
    ("statement", "works"),
    [("Bosses the loft.", True), ("Over the years", False), ("Has a knife.", False)],
)
def test_a_verb_stands_before_an_article(statement: str, works: bool) -> None:
    """Known or not; small words stand there, too."""
    assert (opening_kind(statement) is SectionKind.DUTIES) is works


def test_a_section_set_as_its_sisters_is_no_title(linter: Linter) -> None:
    """Every heading of a pasted description is as high."""
    html = (
        "<h1>Meet the crew</h1><p>We are ten.</p><h1>Your duties</h1><ul><li>Splice ropes.</li>"
        "</ul><h1>Requirements</h1><ul><li>Calm.</li></ul>"
    )
    assert linter.facts(html, path="a.html")["title"].value is None


@pytest.mark.parametrize(
    "line",
    [
        "Has a health check before the interview.",
        "A medical screening is required.",
        "Sits. Hears.",
    ],
)
def test_examinations_and_demands_in_more_words(line: str) -> None:
    """Checks and screenings are examinations; what one does with the body is a demand."""
    text = f"{_WARD.format(duties='- Files.')}## Physical Demands\n\n{line}\n"
    report = Linter(select=("ADA",)).check(text, path="a.md")
    verdicts = {one.code: one.verdict for one in report.outcomes}
    assert Verdict.FAIL in (verdicts["ADA012"], verdicts["ADA008"])


@pytest.mark.parametrize("place", ["Dublin, Ohio", "Paris, Texas", "Athens, Georgia"])
def test_a_town_of_the_same_name_in_a_state(linter: Linter, place: str) -> None:
    """The state behind it says which."""
    text = f"# Rigger\n\nLocation: {place}\n\n## Duties\n\n- Hangs sails.\n"
    assert linter.facts(text, path="a.md")["jurisdiction"].value[-1].startswith("US-")


def test_an_indented_block_shows_a_directive_and_gives_none(linter: Linter) -> None:
    """Four blanks behind a blank line make code in Markdown."""
    shown = "Write this:\n\n    <!-- postlint: ignore-file EQTY013 -- a reason -->\n"
    text = f"{_WARD.format(duties='- Helps the foreman.')}{shown}"
    assert "EQTY013" in {one.code for one in linter.check(text, path="a.md").diagnostics}

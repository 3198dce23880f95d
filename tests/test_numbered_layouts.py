"""Headings with Roman numbers, pointers and brackets, parts behind buttons, and feet of pages."""

from __future__ import annotations

import pytest

from documents import pdf, word
from postlint import Report, check
from postlint.document.headings import heading_kind
from postlint.document.openings import opening_kind
from postlint.linter import Linter
from reading import duties, kinds, read

LINTER = Linter()
DUTIES = ["Repairs the gears.", "Tests the clocks.", "Sets the bells."]


def page(text: str) -> Report:
    return LINTER.check(f"<h1>Clock Technician</h1>{text}", kind="html")


def numbered(*, small: bool, sign: str) -> str:
    numbers = ["I", "II", "III", "IV"]
    names = ["Where the post stands", "A week in the tower", "Training we ask for", "Hours and pay"]
    below = [
        "The technician looks after nine clocks of the town.",
        "\n".join(f"- {duty}" for duty in DUTIES),
        "Two years with a maker of clocks.",
        "Days, at $24.50 an hour.",
    ]
    return "Clock Technician\n\n" + "\n".join(
        f"{number.lower() if small else number}{sign} {name}\n{words}\n"
        for number, name, words in zip(numbers, names, below, strict=True)
    )


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("sign", [".", ")"])
def test_headings_in_words_of_their_own_have_roman_numbers(sign: str, *, small: bool) -> None:
    report = check(numbered(small=small, sign=sign))
    assert [kind for _, kind in kinds(report)][1::2] == ["duties", "compensation"]
    assert duties(report) == DUTIES


def test_a_letter_behind_h_is_no_roman_number() -> None:
    rows = "\n".join(f"{letter}. Lathe of the {letter} hall" for letter in "abcdefghijk")
    report = check(
        f"Turner\n\nRequirements\nSkill with any of these:\n{rows}\n\nDuties\n- Turns.\n"
    )
    assert [name for name, _ in kinds(report)] == ["Requirements", "Duties"]


def test_roman_numbers_in_a_page_and_in_a_word_file_head_what_stands_between_them() -> None:
    items = "".join(f"<li>{duty}</li>" for duty in DUTIES)
    report = page(
        f"<p>i. <u>What the technician does</u></p><ul>{items}</ul>"
        "<p>ii. <u>What the technician knows</u></p><ul><li>Bells.</li></ul>"
        "<p>iii. <u>Quiet hours</u></p><p>None is rung at night.</p>"
    )
    assert [name for name, _ in kinds(report)] == [
        "What the technician does", "What the technician knows", "Quiet hours",
    ]  # fmt: skip
    assert duties(report) == DUTIES
    parts = ("I. Aim of the post", "It keeps time.", "II. Chief duties", *DUTIES, "III. Conditions")

    def build(document: object) -> None:
        for part in ("CLOCK TECHNICIAN", *parts, "Heights and dust."):
            document.add_paragraph(part)  # type: ignore[attr-defined]

    report = LINTER.check_all(word(build), path="a.docx")[0]
    assert [name for name, _ in kinds(report)][-3:] == [
        "Aim of the post", "II. Chief duties", "III. Conditions",
    ]  # fmt: skip
    assert duties(report) == DUTIES


def test_a_list_with_roman_numbers_stays_a_list() -> None:
    rows = "".join(
        f"<p>{number} {duty}</p>"
        for number, duty in zip(("i.", "ii.", "iii."), DUTIES, strict=True)
    )
    report = page(f"<h2>Duties</h2>{rows}")
    assert kinds(report) == [("Duties", "duties")]
    assert duties(report) == DUTIES


def test_pointers_stand_before_headings_and_not_before_what_a_mail_quotes() -> None:
    listed = "\n".join(f"- {duty}" for duty in DUTIES)
    report = check(
        f">> Clock Technician\n\n>> What you will do\n{listed}\n\n>> What you bring\n- Ears.\n"
    )
    assert report.facts.title.value == "Clock Technician"
    assert kinds(report)[1:] == [
        ("What you will do", "duties"), ("What you bring", "qualifications"),
    ]  # fmt: skip
    assert not read(
        "Thank you.\n\n>> Duties\n>> are as before, and so is the pay.\n", "text"
    ).fields


@pytest.mark.parametrize(
    "name",
    [
        "Essential functions (may be done with or without help)",
        "Work setting (indoors, cold in winter)",
    ],
)
def test_what_stands_in_brackets_behind_a_heading_is_said_in_passing(name: str) -> None:
    report = check(
        f"Clock Technician\n\nDuties\n- Repairs the gears.\n\n{name}\n\nStairs are steep.\n"
    )
    assert name in [heading for heading, _ in kinds(report)]


def test_names_in_a_column_are_fields() -> None:
    report = check(
        "Clock Technician\n\nOffice:          Town Hall\nCertification:   Maker of clocks\n"
        "Apply to:        The clerk, room 4\n\nDuties:\n- Repairs the gears.\n- Sets the bells.\n"
    )
    assert kinds(report) == [("Duties", "duties")]


@pytest.mark.parametrize(
    "table",
    [
        "% of time   Duties\n60%         Repairs the gears.\n40%         Sets the bells.\n",
        "Time %   Task       E?\n60       Repairs the gears.    Yes\n40       Sets the bells.  No",
    ],
)
def test_a_table_of_shares_in_plain_text_is_one_of_duties(table: str) -> None:
    report = check(f"Clock Technician\n\n{table}\nYou need\n- Ears.\n")
    assert [duty.partition(" (")[0] for duty in duties(report)] == [DUTIES[0], DUTIES[2]]


def test_the_longer_of_two_columns_of_work_states_it() -> None:
    report = page(
        "<table><tr><th>Key accountability</th><th>Typical activities</th></tr>"
        "<tr><td>Clocks</td><td>Tests nine clocks each week.</td></tr>"
        "<tr><td>Bells</td><td>Sets the bells in spring and autumn.</td></tr></table>"
    )
    assert duties(report) == [
        "Tests nine clocks each week.",
        "Sets the bells in spring and autumn.",
    ]


def test_a_button_over_a_part_is_its_heading_and_one_among_others_is_none() -> None:
    items = "".join(f"<li>{duty}</li>" for duty in DUTIES)
    report = page(
        "<div><button>Overview</button><button>Benefits</button></div>"
        f"<button>What you will do</button><div><ul>{items}</ul></div>"
        "<button>What you need</button><div><p>Good ears.</p></div><button>Apply now</button>"
    )
    assert kinds(report) == [("What you will do", "duties"), ("What you need", "qualifications")]


def test_a_page_whose_tags_describe_two_posts_has_two() -> None:
    item = (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">{}</h2>'
        '<div itemprop="responsibilities"><ul><li>{}</li><li>{}</li></ul></div></div>'
    )
    both = item.format("Keeper", *DUTIES[:2]) + item.format("Ringer", DUTIES[2], "Rings at noon.")
    reports = LINTER.check_all(f"<html><body>{both}</body></html>".encode(), path="a.html")
    assert [report.facts.title.value for report in reports] == ["Keeper", "Ringer"]
    assert [len(report.posting.duties) for report in reports] == [2, 2]


def test_orders_parted_by_semicolons_are_duties_whose_verbs_may_be_nouns() -> None:
    report = check(
        "Clock Technician\n\nDuties: Inspect gears; order oil; sound the bells; log hours.\n"
    )
    assert duties(report) == ["Inspect gears", "order oil", "sound the bells", "log hours."]


def test_a_summary_beside_duties_in_one_sentence_is_no_duty() -> None:
    report = check(
        "Clock Technician\n\nSummary\nThe technician manages nine clocks of the town.\n\nDuties\n"
        "The technician repairs gears; tests clocks each week; and sets the bells of the tower.\n"
    )
    assert len(duties(report)) == 3


def test_the_foot_of_each_page_is_none_of_the_words() -> None:
    foot = "Clock Technician - Town of Elm                              {}"
    report = check(
        f"CLOCK TECHNICIAN\n\nDUTIES\n\n- {DUTIES[0]}\n\n{foot.format(1)}\n\n- {DUTIES[1]}\n\n"
        f"{foot.format(2)}\n\n- {DUTIES[2]}\n"
    )
    assert duties(report) == DUTIES


def test_a_narrow_column_of_shares_in_a_pdf_stands_apart_from_the_duties() -> None:
    rows = [("Clock Technician", 60.0, 740.0, 16.0, True)]
    rows += [("Percent", 60.0, 700.0, 10.0, True), ("Essential duty", 110.0, 700.0, 10.0, True)]
    for number, duty in enumerate(DUTIES):
        height = 680.0 - 20 * number
        rows += [("30%", 60.0, height, 10.0, False), (duty, 84.0, height, 10.0, False)]
    report = LINTER.check_all(pdf([rows]), path="a.pdf")[0]
    assert [duty.partition(" (")[0] for duty in duties(report)] == DUTIES


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Who works for you", "supervision"),
        ("Who you work for", "supervision"),
        ("Whom the ranger leads", "supervision"),
        ("What the ranger does", "duties"),
        ("What the ranger needs", "qualifications"),
        ("What the ranger earns", "compensation"),
        ("Sound like you?", "qualifications"),
        ("What you'll earn", "compensation"),
        ("IV. The person", "qualifications"),
    ],
)
def test_kinds_of_headings_that_say_who_does_what(heading: str, kind: str) -> None:
    found = heading_kind(heading)
    assert found is not None
    assert found.value == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("You'll test nine clocks", "duties"),
        ("You repair the gears", "duties"),
        ("You'll need a bicycle", "qualifications"),
        ("You'll enjoy a view", None),
        ("You keep calm", None),
    ],
)
def test_what_is_said_of_the_reader_opens_duties_by_its_verb(words: str, kind: str | None) -> None:
    found = opening_kind(words)
    assert (found and found.value) == kind


def test_shares_before_duties_and_brackets_behind_headings_are_none_of_their_words() -> None:
    report = check(
        "Clock Technician\n\nDuties (75% of the time)\n\n60%  Repairs the gears.\n"
        "25%  Tests the clocks.\n15%  Sets the bells.\n\n"
        "Other tasks (as needed)\n\n- Paints dials.\n"
    )
    assert [name for name, _ in kinds(report)] == [
        "Duties (75% of the time)", "Other tasks (as needed)",
    ]  # fmt: skip
    assert duties(report) == [*DUTIES, "Paints dials."]


def test_a_sign_of_its_own_stands_before_headings() -> None:
    listed = "\n".join(f"– {duty}" for duty in DUTIES)
    report = check(f"Clock Technician\n\n» Your tasks\n{listed}\n\n» Your skills\n– Good ears.\n")
    assert kinds(report) == [("Your tasks", "duties"), ("Your skills", "qualifications")]
    nested = check(
        "Clock Technician\n\nDuties\n\n• Repairs gears\n  – Orders parts\n• Sets bells\n"
    )
    assert kinds(nested) == [("Duties", "duties")]


def test_what_applicants_need_is_no_duty_and_a_day_in_a_column_is_read() -> None:
    report = check(
        "Clock Technician\n\nHow to apply:     Online, by May 5, 2027\n\n"
        "Duties include: repairing gears; testing clocks; and setting bells.\n\n"
        "Applicants need two years with a maker of clocks, one of them at a bench.\n"
    )
    assert len(duties(report)) == 3
    assert report.facts.closing.value == "by May 5, 2027"


def test_a_row_with_a_share_and_a_sentence_names_no_columns() -> None:
    report = page(
        "<h2>Duties</h2><table>"
        "<tr><td>Clocks (60%)</td><td>Tests and repairs nine clocks.</td></tr>"
        "<tr><td>Bells (40%)</td><td>Sets the bells twice a year.</td></tr></table>"
    )
    assert duties(report) == ["Tests and repairs nine clocks.", "Sets the bells twice a year."]


def test_pointers_on_both_sides_are_none_of_the_words() -> None:
    listed = "\n".join(f"+ {duty}" for duty in DUTIES)
    report = check(f">> WHAT YOU DO <<\n{listed}\n\n>> WHAT WE WANT <<\n+ Two years at a bench.\n")
    assert [name for name, _ in kinds(report)] == ["WHAT YOU DO", "WHAT WE WANT"]


def test_a_numbered_heading_may_stand_over_a_few_words() -> None:
    report = check(
        "Clock Technician\n\nI. Purpose\nKeeps time.\n\nII. What the technician does\n"
        "Repairs gears. Tests clocks. Sets bells.\n\nIII. What the town gives\nA pension.\n"
    )
    assert [name for name, _ in kinds(report)][1:] == [
        "II. What the technician does", "III. What the town gives",
    ]  # fmt: skip
    assert len(duties(report)) == 3


def test_roman_numbers_head_parts_of_a_pdf() -> None:
    rows = [("Clock Technician", 60.0, 740.0, 16.0, True)]
    parts = [("i. The tower", True), ("It is as old as the town.", False), ("ii. The work", True)]
    parts += [(f"• {duty}", False) for duty in DUTIES]
    parts += [("iii. The pay", True), ("Twenty dollars an hour.", False)]
    for number, (words, bold) in enumerate(parts):
        rows.append((words, 60.0, 700.0 - 20 * number, 10.0, bold))
    report = LINTER.check_all(pdf([rows]), path="a.pdf")[0]
    assert [name for name, _ in kinds(report)] == ["The tower", "The work", "The pay"]
    assert duties(report) == DUTIES


def test_a_table_of_duties_is_headed_by_the_name_that_says_so() -> None:
    report = page(
        "<table><tr><th>Share</th><th>Accountability</th><th>What it means</th></tr>"
        "<tr><td>60%</td><td>Clocks</td><td>Tests and repairs nine clocks.</td></tr>"
        "<tr><td>40%</td><td>Bells</td><td>Sets the bells twice a year.</td></tr></table>"
    )
    assert kinds(report) == [("Accountability", "duties")]
    assert len(duties(report)) == 2

"""Numbers, bullets and frames around headings: "2.0 Duties", "Part 2. Duties", "--- Duties ---"."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind

DECIMAL = """Pool Attendant

1.0 Position Summary
Keeps two pools safe for swimmers of every age.
2.0 Duties
2.1 Tests the water each morning.
2.2 Hoses the decks at night.
3.0 Qualifications
3.1 A lifeguard card.
3.2 A clean record.
"""
ONE_LINE = (
    "<h1>Pool Attendant</h1><p>Duties • Tests the water. • Hoses the decks.</p>"
    "<p>Qualifications • A lifeguard card. • A clean record.</p>"
)
OTHER_NUMBERS = (
    "<h1>Pool Attendant</h1><p>A) Duties</p><p>1. Tests the water.</p><p>2. Hoses the decks.</p>"
    "<p>B) Qualifications</p><p>1. A lifeguard card.</p><p>2. A clean record.</p>"
)
PARTS = """Pool Attendant

{}
1. Tests the water each morning.
2. Hoses the decks at night.

{}
1. A lifeguard card.
2. A clean record.
"""
FRAMED = (
    "<h1>Pool Attendant</h1><p>--- Duties ---</p><ul><li>Tests the water.</li>"
    "<li>Hoses the decks.</li></ul><p>=== Qualifications ===</p>"
    "<ul><li>A lifeguard card.</li><li>A clean record.</li></ul>"
)
SPREAD = FRAMED.replace("--- Duties ---", "D U T I E S").replace(
    "=== Qualifications ===", "Q U A L I F I C A T I O N S"
)
EXPLAINED = PARTS.format("Duties (those marked (E) are essential)", "Qualifications")


def _page(text: str) -> str:
    title, *lines = [line for line in text.splitlines() if line]
    return f"<h1>{title}</h1>" + "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    ("source", "path"),
    [
        (DECIMAL, "pool.txt"),
        (_page(DECIMAL), "pool.html"),
        (ONE_LINE, "pool.html"),
        (OTHER_NUMBERS, "pool.html"),
        (PARTS.format("ARTICLE 2. DUTIES", "ARTICLE 3. QUALIFICATIONS"), "pool.txt"),
        (PARTS.format("Part A: Duties", "Part B: Qualifications"), "pool.txt"),
        (FRAMED, "pool.html"),
        (SPREAD, "pool.html"),
        (EXPLAINED, "pool.txt"),
    ],
)
def test_a_numbered_or_bulleted_heading_opens_its_section(source: str, path: str) -> None:
    """Each head opens its section, whose items stay its own."""
    posting = Linter().check(source, path=path).posting
    kinds = [section.kind for section in posting.sections if section.kind]
    assert kinds[-2:] == [SectionKind.DUTIES, SectionKind.QUALIFICATIONS]
    assert [duty.text.text.split()[0] for duty in posting.duties] == ["Tests", "Hoses"]
    required = posting.sections[-1].blocks
    assert len(required) == 2
    assert {type(block).__name__ for block in required} == {"Item"}


def test_a_list_numbered_through_keeps_its_items() -> None:
    """A known word in a numbered list is an item among items, and no heading."""
    source = (
        "<h1>Pool Attendant</h1><h2>What you learn</h2>"
        "<p>1. Training</p><p>2. Duties</p><p>3. Safety</p>"
    )
    posting = Linter().check(source, path="pool.html").posting
    assert all(section.kind is not SectionKind.DUTIES for section in posting.sections)


def test_letters_set_apart_are_words_on_pages_too() -> None:
    title = "K E E P E R &nbsp; O F &nbsp; P O O L S"
    source = f"<h1>{title}</h1><h2>D U T I E S</h2><p>Tests the water.</p>"
    report = Linter().check(source, path="pool.html")
    assert report.facts["title"].value == "KEEPER OF POOLS"
    assert [duty.text.text for duty in report.posting.duties] == ["Tests the water."]


def test_who_is_wanted_heads_no_demands() -> None:
    """ "Wanted" before a job is a notice, and before what one must have a heading."""
    posting = Linter().check("Wanted: Pool Attendant\n\nTests the water. $19 an hour.\n").posting
    assert not [section for section in posting.sections if section.kind]
    text = "Pool Attendant\n\nDuties\n- Tests water.\n\nWanted: five years at a pool.\n"
    assert Linter().check(text).posting.sections[-1].kind is SectionKind.QUALIFICATIONS


def test_capitals_over_a_heading_are_none_of_it() -> None:
    """A job or a blank name in capitals right above "DUTIES:" is not its first row."""
    for above in ("HEAD PLUMBER", "TITLE: HEAD PLUMBER\nREPORTS TO:\nFLSA:\n"):
        text = f"{above}\nESSENTIAL DUTIES:\nFixes all the pipes of the pool each day.\n"
        report = Linter().check(text, path="pool.txt")
        heads = [section.heading.text for section in report.posting.sections if section.heading]
        assert heads[-1:] == ["ESSENTIAL DUTIES"]
        assert "REPORTS TO" not in heads
        assert report.facts["title"].value == "HEAD PLUMBER"


def test_a_line_to_write_on_leaves_a_name_blank() -> None:
    text = "Pool Attendant\n\nReports to: ________\nFLSA: Exempt\n\nDuties\n- Tests water.\n"
    report = Linter().check(text, path="pool.txt")
    assert report.facts["reports_to"].value is None
    assert [section.kind for section in report.posting.sections if section.kind] == [
        SectionKind.DUTIES
    ]


def test_a_box_in_a_column_of_marks_marks_its_duty() -> None:
    rows = "".join(
        f'<tr><td><input type="checkbox"{" checked" * mark}></td><td>{duty}</td></tr>'
        for duty, mark in (("Tests the water.", True), ("Sells ice cream.", False))
    )
    head = "<tr><th>Essential</th><th>Task</th></tr>"
    source = f"<h1>Pool Attendant</h1><h2>Duties</h2><table>{head}{rows}</table>"
    duties = Linter().check(source, path="pool.html").posting.duties
    assert [duty.text.text for duty in duties] == ["Tests the water.", "Sells ice cream."]
    assert [bool(duty.markers) for duty in duties] == [True, False]


def test_topics_with_colons_stand_in_the_duties_above_them() -> None:
    """ "Supervision:" over what is done there is a topic of the duties, first or among others."""
    topics = {"Supervision": "Trains guards.", "Water": "Tests it.", "Staff": "Meets guards."}
    for names in (("Supervision", "Water"), ("Water", "Supervision", "Staff")):
        body = "".join(f"{name}:\n- {topics[name]}\n- Mends pumps.\n\n" for name in names)
        text = f"Pool Attendant\n\nDuties\n\n{body}Qualifications\n- A lifeguard card.\n"
        posting = Linter().check(text, path="pool.txt").posting
        assert len(posting.duties) == 2 * len(names), names


@pytest.mark.parametrize("topic", ["Benefits", "Training", "Equal Opportunity", "Licensing"])
def test_topics_of_duties_may_be_called_what_postings_say_themselves(topic: str) -> None:
    """ "Benefits" within duties heads work where verbs say so, and what is offered elsewhere."""
    tasks = "- Plans it for all staff.\n- Answers questions.\n"
    text = f"# Clerk\n\n## Duties\n\n### {topic}\n\n{tasks}\n## Benefits\n\n- A pension.\n"
    posting = Linter().check(text, path="clerk.md").posting
    assert len(posting.duties) == 2
    assert posting.sections[-1].kind is SectionKind.BENEFITS


def test_a_number_in_the_cell_of_a_duty_is_none_of_its_words() -> None:
    rows = "| 1. Files papers. | 60 |\n| 2. Lends. | 40 |\n"
    table = f"| Essential Functions | % |\n|---|---|\n{rows}"
    duties = Linter().check(f"# Clerk\n\n{table}", path="clerk.md").posting.duties
    assert [duty.text.text.partition(" (")[0] for duty in duties] == ["Files papers.", "Lends."]

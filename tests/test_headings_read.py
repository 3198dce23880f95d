"""Which lines head sections and which do not, by how a posting is set rather than its words."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind

LINTER = Linter()
REST = "Fen College keeps a map room of forty thousand sheets, lends them, and answers its readers."


def _headings(text: str, path: str = "a.txt") -> list[tuple[str, SectionKind | None]]:
    sections = LINTER.check(text, path=path).posting.sections
    return [(each.heading.text, each.kind) for each in sections if each.heading is not None]


def _words(text: str, path: str = "a.txt") -> list[str]:
    return [words for words, _ in _headings(text, path)]


@pytest.mark.parametrize(
    "heading",
    [
        "# {{ page.title }}",
        "# {{page.title}}\n\n{% include map.html %}",
        "# Fen College - Map Librarian",
        "# Fen College\n\n### Map Librarian",
    ],
)
def test_the_title_said_once_more_heads_no_section(heading: str) -> None:
    """A page's own heading is the title, whoever wrote it out and whatever stands before it."""
    front = '---\ntitle: "Fen College - Map Librarian"\ndate: 2027-01-04\n---\n\n'
    text = f"{front}{heading}\n\n{REST}\n\n## Duties\n\n- Keeps the maps.\n- Answers readers.\n"
    kinds = dict(_headings(text, "a.md"))
    assert kinds.pop("Duties") is SectionKind.DUTIES
    assert all(kind is None for words, kind in kinds.items() if "Librarian" in words)


@pytest.mark.parametrize(
    "name", ["Head of Maps", "Director, Maps and Prints", "Map Editor (North)"]
)
def test_an_employers_name_before_the_title_heads_no_section(name: str) -> None:
    """The title need not end in the job's noun."""
    text = f"---\ntitle: {name}\n---\n\n# Fen College - {name}\n\n{REST}\n\n## Duties\n\n- Keeps.\n"
    assert [words for words, kind in _headings(text, "a.md") if kind is not None] == ["Duties"]


def test_a_heading_about_the_post_is_not_its_title() -> None:
    """Words before the title's make another heading of it, where no sign sets them apart."""
    text = f"# Map Librarian\n\n{REST}\n\n## About the Map Librarian\n\n{REST}\n"
    words, kind = _headings(text, "a.md")[1]
    assert words == "About the Map Librarian"
    assert kind is not None


@pytest.mark.parametrize(
    "listed",
    [
        "open days:\n  - link: https://fen.example/a\n    date: 2027-01-04\n",
        "talks:\n- room: Hall\n  day: Monday\n- room: Loft\n  day: Friday\n",
        "Offices:\n  - city: Fenton\n    zip: 04101\n    phone: none\n",
    ],
)
def test_records_in_front_matter_are_data(listed: str) -> None:
    """A list whose items name their parts heads nothing; its parts are fields."""
    text = f"---\ntitle: Map Librarian\n{listed}---\n\n## Duties\n\n- Keeps the maps.\n"
    report = LINTER.check(text, path="a.md")
    assert _words(text, "a.md") == ["Duties"]
    assert len(report.posting.fields) > 2


def test_a_list_of_records_that_hold_lists_is_still_read_as_lines() -> None:
    """Duties that somebody grouped in front matter are not lost as data."""
    goals = "key objectives:\n  - title: Keep maps\n    items:\n      - Catalogs new sheets.\n"
    text = f"---\ntitle: Map Librarian\n{goals}---\n\n{REST}\n"
    assert "key objectives" in _words(text, "a.md")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (f"{REST}\nResponsibilities\n{REST}", ["Responsibilities"]),
        (f"{REST}\nQualifications\nA degree in geography or library science.", ["Qualifications"]),
        (f"{REST}\nDuties include:\n\n- Keeps maps.\n- Answers readers.", ["Duties include"]),
        (f"The clerk shares these\nResponsibilities\n{REST}", []),
    ],
)
def test_a_line_of_known_words_in_a_paragraph(lines: str, found: list[str]) -> None:
    """It heads what is below it where a sentence ends above and another stands below."""
    text = f"# Map Librarian\n\n### Description\n\n{lines}\n"
    assert _words(text, "a.md")[2:] == found


@pytest.mark.parametrize(
    "heading",
    [
        "A few things the college is proud to have:",
        "By the end of your first year:",
        "Reasons you may like us:",
    ],
)
def test_a_line_with_a_colon_apart_from_the_rest_heads_the_rows_below_it(heading: str) -> None:
    """Its words need not be known; rows without bullets are rows."""
    text = f"Map Librarian\n\n{REST}\n\n{heading}\nKeep the maps\nLend the maps\nClean the maps\n"
    assert _words(text)[-1] == heading.rstrip(":")


@pytest.mark.parametrize(
    "line",
    [
        "If you have questions, please write to:",
        "To see the full description, follow this link:",
        "These are due on Monday:",
        "The college works together with:",
    ],
)
def test_a_line_that_speaks_to_the_applicant_or_goes_on_heads_nothing(line: str) -> None:
    """Such a line belongs to the paragraph it ends."""
    text = f"Map Librarian\n\n{REST}\n\n{line}\nThe map room\nFenton\n"
    assert line.rstrip(":") not in _words(text)


PARTS = (
    "Keep the map room in order and lend its sheets to readers. Mend what is torn, bind what is"
    " loose, and answer the board when it asks."
)


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("topic", ["Lending & Repair", "Map Room", "Sheets and Readers"])
def test_a_topic_before_several_sentences_on_duties_heads_them(path: str, topic: str) -> None:
    """Before one sentence the same words are a label of it."""
    text = f"# Map Librarian\n\n## Duties\n\n{topic}: {PARTS}\n\nYearly Count: {PARTS}\n"
    assert _words(text, path)[2:] == [topic, "Yearly Count"]
    short = f"# Map Librarian\n\n## Duties\n\n{topic}: Keep the room.\n\nYearly Count: Count.\n"
    assert topic not in _words(short, path)


@pytest.mark.parametrize("name", ["Getting Results", "Sharing Knowledge", "Owning Duties"])
def test_skills_with_what_they_mean_are_a_list(name: str) -> None:
    """Known words name a skill where their neighbours do, and head nothing."""
    rows = ["Focus: Keeping at a task.", f"{name}: Meeting what was asked.", "Calm: Waiting well."]
    text = f"Map Librarian\n\n{REST}\n\nCompetencies Required:\n" + "\n".join(rows) + "\n"
    assert _words(text)[-1] == "Competencies Required"


@pytest.mark.parametrize(
    "heading", ["Terms of the loan", "More on maps", "Your first months", "Why You Should Join Us"]
)
def test_a_few_words_right_over_a_paragraph_head_it(heading: str) -> None:
    """Neither capitals nor known words are asked for where a sentence ends above."""
    text = f"Map Librarian\n\nDuties\n- Keeps maps.\n- Lends maps.\n\n{REST}\n\n{heading}\n{REST}\n"
    assert _words(text)[-1] == heading


@pytest.mark.parametrize(
    "row",
    [
        "Certified keeper of maps (as named by the",
        "Please ask the college",
        "https://fen.example/map-room/of/the/college",
    ],
)
def test_a_row_that_breaks_off_or_is_an_address_heads_nothing(row: str) -> None:
    """What a bracket opens goes on below."""
    text = (
        f"Map Librarian\n\nDuties\n- Keeps maps.\n- Lends maps.\n\n{row}\nboard of maps) wanted.\n"
    )
    assert row not in _words(text)


@pytest.mark.parametrize(
    "lead",
    [
        "If you choose the map room, this is what you will typically be responsible for:",
        "In this post you will be responsible for:",
        "The Map Librarian has various duties including, but not limited to:",
    ],
)
def test_a_sentence_that_announces_tasks_heads_them(lead: str) -> None:
    """However it begins, its end says what follows."""
    rows = "Keeping the maps in order\nLending maps to readers\nRepairing torn maps\n"
    text = f"Map Librarian\n\n{REST}\n\n{lead}\n{rows}"
    assert _headings(text)[-1] == (lead.rstrip(":"), SectionKind.DUTIES)
    assert len(LINTER.check(text).posting.duties) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Responsibilities of the Education Supervisor include:",
        "Duties of the Benefits Manager",
        "Essential tasks of the Training and Skills Officer:",
    ],
)
def test_whose_duties_they_are_changes_nothing(heading: str) -> None:
    """A job's name has words that head sections of other kinds."""
    text = f"Education Supervisor\n\n{REST}\n\n{heading}\n- Plans lessons.\n- Leads teachers.\n"
    assert _headings(text)[-1] == (heading.rstrip(":"), SectionKind.DUTIES)


CLERK = "The clerk keeps the maps of the whole county in good order and lends them to all who ask."


def test_a_numbered_topic_over_a_paragraph_heads_it() -> None:
    text = (
        "Map Clerk\n\nQUALIFICATIONS\n\n1.Conduct\n\nWhoever applies shall be of good conduct.\n\n"
        "2. Eyesight, hearing, etc\n\nWhoever applies must be able to read a small map.\n"
    )
    words = _words(text)
    assert words[-2:] == ["Conduct", "Eyesight, hearing, etc"]


def test_numbered_rows_of_a_list_head_nothing() -> None:
    rows = "1. Conduct\n2. Eyesight\n3. Hearing\n\nWhoever applies must be able to read a map.\n"
    assert _words(f"Map Clerk\n\nQUALIFICATIONS\n\n{rows}")[-1] == "QUALIFICATIONS"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Role Description", SectionKind.OVERVIEW),
        ("Job Summary", SectionKind.OVERVIEW),
        ("Essential Duties", SectionKind.DUTIES),
    ],
)
def test_a_heading_whose_line_was_lost_stands_before_its_sentence(
    words: str, kind: SectionKind
) -> None:
    assert (words, kind) in _headings(f"Map Clerk\n\n{words} {CLERK}\n")
    # In the middle of a paragraph, or of a sentence, it is words as any.
    assert words not in _words(f"Map Clerk\n\nMaps are kept here.\n{words} {CLERK}\n")
    assert words not in _words(f"Map Clerk\n\n{words} of clerks are in the handbook. {CLERK}\n")


def test_a_letterhead_that_names_its_paper_heads_nothing() -> None:
    text = f"TOWN OF ELK – POSITION DESCRIPTION\n\nMap Clerk\n\nPOSITION DESCRIPTION\n\n{CLERK}\n"
    assert _words(text) == ["Map Clerk", "POSITION DESCRIPTION"]


def test_an_amount_behind_a_word_for_pay_is_a_field() -> None:
    pay = "Salary: $41,300 (first step) to $52,900 (tenth step), by the years that were worked.\n"
    posting = LINTER.check(f"Map Clerk\n\nSummary\n\n{CLERK}\n\n{pay}").posting
    assert [field.key.text for field in posting.fields] == ["Salary"]
    prose = "Salary: The county pays its clerks by steps, and a step more for each year of work.\n"
    assert "Salary" in _words(f"Map Clerk\n\nSummary\n\n{CLERK}\n\n{prose}")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("The post holder will:", SectionKind.DUTIES),
        ("Good to have", SectionKind.PREFERRED),
        ("OTHER ASSETS:", SectionKind.PREFERRED),
        ("Requirements/Certifications", SectionKind.QUALIFICATIONS),
        ("Role Context", SectionKind.OVERVIEW),
    ],
)
def test_what_headings_of_many_houses_say(heading: str, kind: SectionKind) -> None:
    text = f"Map Clerk\n\n{CLERK}\n\n{heading}\n\n- mend the maps;\n- bind the maps.\n"
    assert dict(_headings(text))[heading.rstrip(":")] is kind


LOOM = (
    ("Looms and dyes", ["Warps four looms each week", "Dyes the yarn", "Mends what is torn"]),
    ("Steady hands", ["Two years at a loom", "An eye for color"]),
    (
        "Hall and house",
        ["The mill has stood by the river since 1870 and is run by its own weavers."],
    ),
)


def _loom(heading: str = "{}", bullet: str = "- ", gap: str = "\n\n") -> str:
    """Return a paper in which no word of a heading says that it is one."""
    parts = ["Rug Weaver"]
    for number, (words, rows) in enumerate(LOOM, 1):
        mark = bullet if len(rows) > 1 else ""
        lines = "\n".join(f"{mark}{row}" for row in rows)
        parts.append(heading.format(words, number=number) + gap + lines)
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        _loom(),
        _loom(gap="\n"),
        _loom(bullet=""),
        _loom("{}:", gap="\n"),
        _loom("{number}. {}"),
        _loom(gap="\n").replace("\n\n", "\n"),
    ],
    ids=["apart", "over", "unmarked", "colon", "numbered", "crowded"],
)
def test_lines_that_look_alike_over_lists_and_prose_are_headings(text: str) -> None:
    found = [words.removesuffix(":") for words in _words(text) if words != "Rug Weaver"]
    known = [words for words, _ in LOOM]
    assert found == known


def test_capitals_that_look_alike_are_headings() -> None:
    text = _loom().upper().replace("WARPS FOUR LOOMS EACH WEEK", "Warps four looms each week")
    assert _words(text)[-3:] == [words.upper() for words, _ in LOOM]


def test_one_paragraph_of_a_page_is_a_heading_as_its_fellows_are() -> None:
    parts = ["<h1>Rug Weaver</h1>"]
    for words, rows in LOOM:
        items = "".join(f"<li>{row}</li>" for row in rows)
        below = f"<ul>{items}</ul>" if len(rows) > 1 else f"<p>{rows[0]}</p>"
        parts.append(f"<p>{words}</p>{below}")
    page = "".join(parts)
    assert _words(page, "a.html") == ["Rug Weaver", *(words for words, _ in LOOM)]


@pytest.mark.parametrize(
    "row", ["Some knowledge of dyes", "Mends the looms", "An ear for music", "Loom 4"]
)
def test_rows_of_a_list_with_blanks_between_head_nothing(row: str) -> None:
    """A short row over a long one looks as a heading does, and is what its fellows are."""
    long = "Has woven for five years on looms of every width and knows how each of them is warped"
    text = f"Rug Weaver\n\nRequirements\n\n{long}\n\n{row}\n\n{long}\n\nDuties\n\n- Weaves rugs.\n"
    assert row not in _words(text)


def test_a_heading_that_says_which_qualifications_is_one() -> None:
    text = "Weaver\n\nDuties:\n- Weaves.\n- Dyes.\n\nQualifications: Preferred\n- Own loom.\n"
    assert _headings(text)[-1] == ("Qualifications: Preferred", SectionKind.PREFERRED)


def test_a_short_question_among_headings_is_one_and_heads_no_answers() -> None:
    """What asks its reader is set as other headings are; a questionnaire gives choices."""
    text = _loom() + "\nInterested?\n\nWrite to the mill and tell us which rug you would weave.\n"
    assert _words(text)[-1] == "Interested?"
    asked = _loom() + "\nInterested?\n\nYes, I am.\n\nNo, I am not interested in the work.\n"
    assert "Interested?" not in _words(asked)

"""PDF files are read by line, without what their pages repeat."""

# ruff: noqa: E501, PT017 (inputs stand on one line; what may fail or not is told apart)
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from documents import pdf
from postlint import Linter
from postlint.errors import SourceError
from reading import outline

pytest.importorskip("pypdfium2")

LINTER = Linter()


def read(data: bytes, path: str = "job.pdf") -> Any:
    return LINTER.read_bytes(data, path=path)


def _page(
    number: int, lines: list[tuple[str, float, bool]]
) -> list[tuple[str, float, float, float, bool]]:
    page = [("Riverbend Schools - Job description", 72.0, 760.0, 8.0, False)]
    y = 720.0
    for words, size, bold in lines:
        y -= 24 if bold else 13
        page.append((words, 72.0, y, size, bold))
    page.append((f"{number} of 2", 300.0, 30.0, 8.0, False))
    return page


WHOLE = pdf(
    [
        _page(
            1,
            [
                ("Director of Technology", 18, True),
                ("Reports to: Superintendent", 10, False),
                ("What the director does", 12, True),
                (
                    "• Leads the staff of the technology department, its budget and its partners, and",
                    10,
                    False,
                ),
                (
                    "coaches its four managers, day by day, in the work of leading people who are new",
                    10,
                    False,
                ),
                ("to their posts.", 10, False),
                (
                    "• Plans the network of the district, its schools and its offices, with the advice",
                    10,
                    False,
                ),
                ("of the principals. (E)", 10, False),
                (
                    "• Speaks for the department before the board, before the unions and their members",
                    10,
                    False,
                ),
            ],
        ),
        _page(
            2,
            [
                ("and before the city’s council.", 10, False),
                ("Minimum qualifications", 12, True),
                ("• A bachelor’s degree", 10, False),
                ("• Five years of experience", 10, False),
            ],
        ),
    ]
)


def test_lines_headings_and_running_heads() -> None:
    posting = read(WHOLE)
    assert outline(posting) == [
        "# Director of Technology",
        "Reports to = Superintendent",
        "## What the director does",
        "* Leads the staff of the technology department, its budget and its partners, and coaches its four managers, day by day, in the work of leading people who are new to their posts.",
        "* Plans the network of the district, its schools and its offices, with the advice of the principals. <E>",
        "* Speaks for the department before the board, before the unions and their members and before the city’s council.",
        "## Minimum qualifications",
        "* A bachelor’s degree",
        "* Five years of experience",
    ]
    assert posting.source.place(posting.duties[1].span) == "page 1, line 8"
    assert (
        posting.source.place(posting.of_kind(posting.sections[-1].kind)[0].span) == "page 2, line 3"
    )
    assert "Riverbend" not in posting.text
    assert "of 2" not in posting.text


def test_bold_made_by_setting_words_twice_is_read_once() -> None:
    line = [
        (char, 72.0 + 9 * place + shift, 700.0, 12.0, False)
        for place, char in enumerate("DUTIES")
        for shift in (0.0, 0.3)
    ]
    data = pdf(
        [
            [
                ("".join(c for c, *_ in line), 72.0, 700.0, 12.0, False),
                ("Leads the staff.", 72, 680, 10, False),
            ]
        ]
    )
    assert read(data).text.startswith("DUTIES")


def _lines(*lines: str, left: float = 60, top: float = 700) -> list[Any]:
    """Return lines one below the other; a line that opens with `*` is bold."""
    return [
        (words.lstrip("*"), left, top - 14 * row, 10, words.startswith("*"))
        for row, words in enumerate(lines)
    ]


def test_letters_set_twice_one_after_the_other_are_read_once_and_as_bold() -> None:
    words = "".join(2 * char for char in "Head of IT")
    page = [
        (words, 60, 700, 12, False),
        ("Aaron keeps the books of the Hull bazaar.", 60, 680, 10, False),
    ]
    assert outline(read(pdf([page]))) == [
        "# Head of IT",
        "Aaron keeps the books of the Hull bazaar.",
    ]


_LEFT = (
    "*Summary of the post",
    "The director leads the work of",
    "the technology department and",
    "answers for its budget before",
    "the board of education.",
)
_RIGHT = (
    "*Minimum qualifications",
    "• A degree in computing",
    "• Five years of experience in",
    "leading people at work",
    "• A license to drive",
)
_COLUMNS = [
    "## Summary of the post",
    "The director leads the work of the technology department and answers for its budget before the board of education.",
    "## Minimum qualifications",
    "* A degree in computing",
    "* Five years of experience in leading people at work",
    "* A license to drive",
]


@pytest.mark.parametrize("by_row", [False, True])
def test_two_columns_are_read_one_after_the_other(by_row: bool) -> None:
    """Whatever the order is in which the file sets their lines."""
    left, right = _lines(*_LEFT), _lines(*_RIGHT, left=330)
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    assert outline(read(pdf([rows if by_row else left + right]))) == _COLUMNS


def test_a_longer_column_goes_on_below_the_shorter_one() -> None:
    left = _lines(*_LEFT, "She sits in the cabinet too.")
    rows = [line for pair in zip(left, _lines(*_RIGHT, left=330), strict=False) for line in pair]
    found = outline(read(pdf([[*rows, left[-1]]])))
    assert found == [*_COLUMNS[:2], "She sits in the cabinet too.", *_COLUMNS[2:]]


def test_fields_side_by_side_are_read_row_by_row() -> None:
    left = _lines("Position: Clerk", "Location: Hull", "Reports to: Town manager", "Grade: 14")
    right = _lines(
        "FLSA: Exempt",
        "Hours: 40 a week",
        "Salary: $60,000 a year",
        "Bargaining unit: None",
        left=330,
    )
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    assert outline(read(pdf([rows]))) == [
        "Position = Clerk", "FLSA = Exempt", "Location = Hull", "Hours = 40 a week",
        "Reports to = Town manager", "Salary = $60,000 a year", "Grade = 14", "Bargaining unit = None",
    ]  # fmt: skip


def test_a_page_of_one_column_is_read_from_top_to_bottom() -> None:
    title = ("Chief Clerk", 60, 730, 18, True)
    duties = _lines("*Duties", "• Leads the clerks of the town", top=660)
    assert outline(read(pdf([[*duties, title, *_lines("Pay: $7")]]))) == [
        "# Chief Clerk", "Pay = $7", "## Duties", "* Leads the clerks of the town",
    ]  # fmt: skip


def test_what_lies_over_the_lines_of_a_page_does_not_part_them() -> None:
    """A printed web page has buttons that were painted over its text."""
    lines = _lines(*_LEFT[1:])
    button = ("APPLY", 500, lines[2][2] + 6, 10, False)
    assert _COLUMNS[1] in outline(read(pdf([[*lines, button]])))


def test_running_heads_and_numbers_go_wherever_the_file_sets_them() -> None:
    pages = []
    for number, part in enumerate(("This page", "Another one", "The last one"), 1):
        body = _lines(f"{part} tells of the work of the clerks in some words.", top=500)
        head = ("Town of Hull - Job description", 60, 760, 8, False)
        foot = [
            (f"Page {number} of 3", 300, 30, 8, False),
            ("12/04/2026, 10:15 AM", 60, 20, 8, False),
        ]
        pages.append([*foot, *body, head])
    text = read(pdf(pages)).text
    assert text.count("tells of the work") == 3
    assert not [words for words in ("Town of Hull", "Page", "10:15") if words in text]


@pytest.mark.parametrize("apart", [False, True])
def test_a_bullet_alone_belongs_to_the_words_beside_it(apart: bool) -> None:
    words = ["Leads the team of nine clerks", "Plans the year with the board", "Files the mail"]
    bullets = _lines("•", "•", "•", top=680)
    texts = _lines(*words, left=78, top=680)
    rows = [line for pair in zip(bullets, texts, strict=True) for line in pair]
    page = [*_lines("*Duties", top=710), *(bullets + texts if apart else rows)]
    assert outline(read(pdf([page]))) == ["## Duties", *(f"* {line}" for line in words)]


def test_ligatures_are_letters() -> None:
    from postlint.readers.pdf.lines import _LIGATURE, _LIGATURES  # noqa: PLC0415

    assert _LIGATURE.sub(lambda found: _LIGATURES[found[0]], "oﬃce and ﬁeld") == "office and field"


def test_pages_without_text_and_protected_files_are_named() -> None:
    with pytest.raises(SourceError, match="no text"):
        read(pdf([[]]))
    locked = WHOLE.replace(
        b"trailer\n<<",
        b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<41><41>]",
    )
    with pytest.raises(SourceError, match=r"password|damaged"):
        read(locked)
    with pytest.raises(SourceError, match="protected"):
        read(locked.replace(b"/Standard", b"/OurOwn"))


@settings(max_examples=40, deadline=None)
@given(st.integers(9, len(WHOLE)), st.binary(max_size=8), st.booleans())
def test_a_damaged_file_is_read_or_refused_in_one_sentence(at: int, junk: bytes, cut: bool) -> None:
    data = WHOLE[:at] if cut else WHOLE[:at] + junk + WHOLE[at + len(junk) :]
    try:
        posting = read(data)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert posting.sections


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(SourceError, match=r"pip install 'pypdfium2'"):
        read(WHOLE)


SHARED = Path(__file__).parents[2] / "shared"


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_the_files_of_the_corpus_read_with_sections() -> None:
    files = sorted((SHARED / "corpus").rglob("*.pdf"))
    assert files
    bare = [file.name for file in files if len(LINTER.read_bytes(file.read_bytes()).sections) < 3]
    assert not bare


# ------------------------------------------------------------ titles, feet, pictures, forms


_BODY = [
    ("Reports to: Head Cook", 72.0, 600.0, 10.0, False),
    ("Duties", 72.0, 570.0, 12.0, True),
    ("- Bakes the bread of the house, the rolls of the school and the pies of the fair.", 72.0, 550.0, 10.0, False),
    ("- Keeps the ovens clean, and the book of what was baked and what it was sold for.", 72.0, 536.0, 10.0, False),
    ("Qualifications", 72.0, 500.0, 12.0, True),
    ("- Two years at an oven, in a house that bakes its own bread on every day of the week.", 72.0, 480.0, 10.0, False),
]  # fmt: skip
_FOOT = "The house does not discriminate on the basis of race, color, religion, sex or age."


def _more(words: str) -> tuple[str, float, float, float, bool]:
    return (words, 72.0, 650.0, 10.0, False)


def test_a_title_goes_on_where_its_line_had_no_room() -> None:
    head = [
        ("Executive Director of Kitchens, Bakeries", 72.0, 700.0, 22.0, True),
        ("and Dining Rooms", 72.0, 674.0, 22.0, True),
    ]
    posting = read(pdf([[*head, *_BODY]]))
    assert "Executive Director of Kitchens, Bakeries and Dining Rooms" in posting.text


def test_two_large_lines_with_room_left_are_two() -> None:
    head = [
        ("Head Baker", 72.0, 700.0, 22.0, True),
        ("Fern House", 72.0, 674.0, 22.0, True),
    ]
    assert "Head Baker Fern" not in read(pdf([[*head, *_BODY]])).text


def test_a_title_at_the_top_of_every_page_is_told_once() -> None:
    head = ("Head Baker", 72.0, 740.0, 20.0, True)
    posting = read(pdf([[head, *_BODY], [head, _more("- Cleans the tables.")]]))
    assert posting.text.count("Head Baker") == 1
    assert LINTER.check_posting(posting).facts["title"].value == "Head Baker"


def test_a_statement_in_the_foot_of_pages_is_told_once_and_at_the_end() -> None:
    foot = (_FOOT, 72.0, 40.0, 8.0, False)
    pages = [[*_BODY, foot], [_more("- Cleans the tables."), foot]]
    posting = read(pdf(pages))
    assert posting.text.count("discriminate") == 1
    assert posting.text.rstrip().endswith(_FOOT)
    name = ("Fern House Bakery", 72.0, 40.0, 8.0, False)
    pages = [[*_BODY, name], [_more("- Cleans the tables."), name]]
    assert "Fern House Bakery" not in read(pdf(pages)).text


def test_a_page_that_is_a_picture_is_said_and_what_it_may_say_is_not_missed() -> None:
    words = pdf([_BODY, [("x", 1.0, 1.0, 1.0, False)]])
    drawn = b"0 0 300 300 re f" + b" " * 30
    at = words.rindex(b"BT\n")
    end = words.index(b"ET", at) + 2
    picture = words[:at] + drawn[: end - at].ljust(end - at) + words[end:]
    posting = read(picture)
    told = [notice for notice in posting.notices if notice.message_id == "page-is-a-picture"]
    assert [notice.data["page"] for notice in told] == [2]
    report = LINTER.check_posting(posting)
    verdicts = {record.code: record.verdict.value for record in report.outcomes}
    assert verdicts["EQTY001"] == "cannot-tell"


def test_what_was_typed_into_a_form_stands_beside_its_label() -> None:
    data = pdf([[("Reports to:", 72.0, 610.0, 10.0, False), *_BODY[1:]]])
    field = (
        b"/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /T (boss) /V (Head Cook) "
        b"/Rect [140 606 300 622] >>] /Parent"
    )
    # The reader of the library finds its objects again where the table is wrong.
    posting = read(data.replace(b"/Parent", field, 1))
    fields = {field.key.text: field.value.text for field in posting.fields}
    assert fields["Reports to"] == "Head Cook"


def test_a_word_that_a_line_end_divides_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    lines = [
        "The baker works in a well-",
        "lit kitchen and keeps a sour-",
        "dough that he has tended, and the sourdough rises over night in the warm cel-",
        "lar of the house.",
    ]
    page = [(line, 72.0, 600.0 - 13 * at, 10.0, False) for at, line in enumerate(lines)]
    text = " ".join(read(pdf([[*_BODY, *page]])).text.split())
    assert "well-lit kitchen" in text
    assert "a sourdough that" in text
    assert "warm cellar" in text


@pytest.mark.parametrize("words", ["HEAD PASTRY BAKER", "KITCHEN CLERK"])
def test_a_title_whose_letters_are_set_apart_is_read_as_words(words: str) -> None:
    # Each letter at a place of its own, as a program that spaces letters sets them.
    left, page = 72.0, []
    for char in words:
        if char != " ":
            page.append((char, left, 700.0, 20.0, True))
        left += 24.0
    posting = read(pdf([[*page, *_BODY]]))
    assert LINTER.check_posting(posting).facts["title"].value == words


def test_cells_that_stand_close_are_parted_where_blanks_are_written() -> None:
    rows = [
        ("Employer", 72.0, 660.0),
        ("Fern House Bakery", 130.0, 660.0),
        ("Location", 230.0, 660.0),
        ("Hull, Ohio", 280.0, 660.0),
        ("Reports to", 72.0, 645.0),
        ("Head of Kitchens", 130.0, 645.0),
        ("FLSA", 230.0, 645.0),
        ("Exempt", 280.0, 645.0),
    ]
    cells = [(words, left, bottom, 10.0, False) for words, left, bottom in rows]
    title = ("Head Baker", 72.0, 700.0, 20.0, True)
    found = outline(read(pdf([[title, *cells, *_BODY]])))
    assert "Location = Hull, Ohio" in found
    assert "Reports to = Head of Kitchens" in found
    assert "FLSA = Exempt" in found


def test_names_beside_what_they_head_are_headings() -> None:
    """What goes on below stands at the edge of what is beside, and under no name of its own."""
    beside = [
        "• Warps four looms",
        "• Dyes the yarn",
        "• Two years at a loom",
        "• An eye for color",
    ]
    right = _lines(*beside, left=250)
    left = _lines("Looms and", "dyes", "Steady hand")
    pairs = [line for pair in zip(left, right, strict=False) for line in pair]
    rows = [("Rug Weaver", 60, 740, 18, True), *pairs, right[3]]
    assert outline(read(pdf([rows]))) == [
        "# Rug Weaver",
        "## Looms and dyes",
        "* Warps four looms",
        "* Dyes the yarn",
        "## Steady hand",
        "* Two years at a loom",
        "* An eye for color",
    ]


_FLIES = "Flies the survey plane over the coast and logs what the cameras see, and", "checks it."
_KEEPS = "Keeps the plane's papers in order with the hangar and the two", "inspectors."
_SWEEPS = ("Sweeps the hangar.",)


def _pilot(top: float, *, in_middle: bool = False) -> Any:
    """Return a file with a table of duties: a row's mark stands at its first line or its middle."""
    lines: list[tuple[str, float, float, float, bool]] = [("Survey Pilot", 72.0, 740.0, 18.0, True)]
    lines += [("Duty", 200.0 if in_middle else 72.0, 715.0, 10.0, True)]
    lines += [("Essential", 450.0, 715.0, 10.0, True)]
    bottom = 700.0
    for words, mark in ((_FLIES, "Yes"), (_KEEPS, "Yes"), (_SWEEPS, "No")):
        lines += [(one, 72.0, bottom - 12 * at, 10.0, False) for at, one in enumerate(words)]
        middle = 6.0 * (len(words) - 1) if in_middle else 0.0
        lines += [(mark, 450.0, bottom - middle, 10.0, False)]
        bottom -= 12 * len(words) + top
    lines += [("Qualifications", 72.0, bottom - 30, 12.0, True)]
    lines += [("A pilot's licence and two years in the air", 72.0, bottom - 48, 10.0, False)]
    return LINTER.check_posting(read(pdf([lines])))


@pytest.mark.parametrize(("top", "in_middle"), [(0.0, False), (6.0, False), (6.0, True)])
def test_rows_of_duties_go_on_over_several_lines_and_keep_their_marks(
    top: float, in_middle: bool
) -> None:
    """A cell ends where its words do, or where more room is left than between its lines."""
    duties = _pilot(top, in_middle=in_middle).to_dict()["duties"]
    assert [duty["text"] for duty in duties] == [
        " ".join(words) for words in (_FLIES, _KEEPS, _SWEEPS)
    ]
    assert [duty["essential"] for duty in duties] == [True, True, False]


def test_a_numbered_table_of_duties_with_topics_is_read_row_by_row() -> None:
    rows = [("No. Area", 72.0, 715.0), ("Duty", 200.0, 715.0)]
    rows += [("1", 72.0, 700.0), ("Air", 100.0, 700.0), (_FLIES[0], 200.0, 700.0)]
    rows += [(_FLIES[1], 200.0, 688.0)]
    rows += [("2", 72.0, 670.0), ("Aircraft", 100.0, 670.0), (_KEEPS[0], 200.0, 670.0)]
    rows += [("papers", 100.0, 658.0), (_KEEPS[1], 200.0, 658.0)]
    cells = [(words, left, bottom, 10.0, False) for words, left, bottom in rows]
    title = ("Survey Pilot", 72.0, 740.0, 18.0, True)
    found = outline(read(pdf([[title, *cells]])))
    assert [line for line in found if line.startswith("*")] == [
        f"* [Air] {' '.join(_FLIES)}",
        f"* [Aircraft papers] {' '.join(_KEEPS)}",
    ]


def test_a_title_goes_on_where_its_second_line_begins_small() -> None:
    top = [("Keeper of Boats", 72, 740, 20, True), ("and Moorings", 72, 716, 20, True)]
    found = read(pdf([[*top, *_BODY]]))
    assert found.title.text == "Keeper of Boats and Moorings"


def test_names_of_columns_may_go_on_below_them_and_cells_stand_at_their_edges() -> None:
    """What begins at the edge of a column is in it, wherever over it the name stands."""
    head = [
        ("Duty", 180, 718),
        ("% of", 450, 718),
        ("time", 450, 706),
        ("Essential (E) or", 500, 724),
    ]
    head += [("marginal (M)", 505, 712)]
    rows = [(_FLIES[0], 72, 690), (_FLIES[1], 72, 678), ("70", 440, 684), ("E", 486, 684)]
    rows += [(_KEEPS[0], 72, 660), (_KEEPS[1], 72, 648), ("25", 440, 648), ("E", 486, 648)]
    rows += [(_SWEEPS[0], 72, 630), ("5", 440, 630), ("M", 486, 630)]
    lines = [(words, left, bottom, 10.0, True) for words, left, bottom in head]
    lines += [(words, left, bottom, 10.0, False) for words, left, bottom in rows]
    title = ("Survey Pilot", 72.0, 760.0, 18.0, True)
    duties = LINTER.check_posting(read(pdf([[title, *lines]]))).to_dict()["duties"]
    assert [duty["essential"] for duty in duties] == [True, True, False]
    assert [duty["text"].partition(" (")[0] for duty in duties] == [
        " ".join(words) for words in (_FLIES, _KEEPS, _SWEEPS)
    ]

"""Any posting can be written as markup, and reads the same when it is read again."""

# ruff: noqa: E501 (inputs stand on one line, as they would in a file)
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings, strategies as st

from documents import word
from postlint import Linter
from postlint.document.posting import Posting
from postlint.facts.base import Fact
from postlint.fix.converted import changed_facts, converted
from postlint.syntax.write import to_markup
from reading import outline

LINTER = Linter()


def again(posting: Posting) -> Posting:
    return LINTER.read(to_markup(posting), kind="markup")


HTML = (
    "<h1>Director of Technology</h1><dl><dt>Reports to</dt><dd>Superintendent</dd>"
    "<dt>Salary</dt><dd>$142,000&ndash;$178,000 a year</dd></dl>"
    "<!-- postlint: ignore ADA002 -- on the form --><h2>Essential duties</h2>"
    "<ul><li><b>Strategy.</b> Leads the plan. <b>“E”</b><ul><li>Chairs the council.</li></ul></li>"
    "<li>Stocks the cart. (NE)</li></ul><p>Note: duties may change.</p>"
)


def test_a_page_becomes_markup_a_person_can_go_on_with() -> None:
    assert to_markup(LINTER.read(HTML, kind="html")) == (
        "# Director of Technology\n\n"
        "Reports to: Superintendent\n"
        "Salary: $142,000–$178,000 a year\n\n"
        "%% postlint: ignore ADA002 -- on the form\n\n"
        "## Essential duties\n\n"
        "- **Strategy.** Leads the plan. (E)\n"
        "  - Chairs the council.\n"
        "- Stocks the cart. (NE)\n\n"
        "Note: duties may change.\n"
    )


def test_what_a_template_puts_in_is_noted() -> None:
    posting = LINTER.read("---\ntitle: Clerk\n---\n\n{% include eeo.html %}\n", kind="markdown")
    assert to_markup(posting) == "title: Clerk\n\n%% Text is inserted here: eeo.html\n"


@pytest.mark.parametrize(
    "text",
    [
        "The hours: nine to five.",
        "Please note: the list closes on Friday at noon for all applicants of the county.",
        "- is a dash",
        "# is a number sign",
        "1. is a number",
        "**bold** and *stars*",
        "%% is two per cents",
        "<!-- is a comment -->",
        "--- is a ruler",
        "Essential functions are marked (E)",
        "Grade: Level: 7",
        "a. is a letter",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "<ul><li>Leads.</li></ul>{}", "{}<ul><li>Leads.</li></ul>"]
)
def test_words_that_look_like_markup_stay_words(text: str, around: str) -> None:
    page = "<h2>About</h2>" + around.format(f"<p>{text.replace('<', '&lt;')}</p>")
    posting = LINTER.read(page, kind="html")
    one, two = outline(posting), outline(again(posting))
    if text == "Essential functions are marked (E)" or text.startswith("1. is"):
        return  # read as a mark and as an item wherever it stands
    one = [line.replace("<!--", "<! --") for line in one]
    assert [line.lstrip("* ") for line in two] == [line.lstrip("* ") for line in one]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("text", "DUTIES\n\n1) Leads.\n2) Plans.\n\nQUALIFICATIONS\n\n(1) A degree.\n"),
        ("markdown", "## Duties\n\n1) Leads.\n2) Plans.\n\n## Qualifications\n\n(1) A degree.\n"),
    ],
)
def test_the_numbers_of_a_list_stay_as_they_are_written(kind: str, text: str) -> None:
    written = to_markup(LINTER.read(text, kind=kind))
    assert [line for line in written.split("\n") if line and line[0] in "(123456789"] == [
        "1) Leads.", "2) Plans.", "(1) A degree."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (("A.", "B."), ("A)", "B)")),
        (("(A)", "(B)"), ("(A)", "(B)")),
        (("I.", "(ii)"), ("I)", "(ii)")),
        (("D)", "E)"), ("D)", "e)")),
    ],
)
def test_letters_and_roman_numbers_that_words_refer_to_stay(
    given: tuple[str, str], written: tuple[str, str]
) -> None:
    first, second = given
    posting = LINTER.read(
        f"CLERK\n\nDUTIES\n{first} Files deeds.\n{second} Mails what {first} calls for.\n",
        kind="text",
    )
    lines = to_markup(posting).split("\n")
    assert (lines[-3].split()[0], lines[-2].split()[0]) == written
    assert outline(again(posting)) == outline(posting)


@pytest.mark.parametrize("line", ["A. Smith leads the branch.", "(E) Files deeds.", "II. Files."])
def test_names_and_marks_at_the_start_of_a_line_are_no_items_of_the_markup(line: str) -> None:
    posting = LINTER.read(f"# Clerk\n\n## Duties\n\n{line}\n", kind="markup")
    assert "* " not in "\n".join(outline(posting))
    assert line in to_markup(posting)


def test_the_numbers_that_a_page_shows_are_written_out() -> None:
    page = (
        "<h1>Clerk</h1><h2>Duties</h2><ol start='3'><li>Files.<ul><li>Letters.</li></ul></li>"
        "<li><b>Sorts</b> what came.</li></ol><p>Of these, 3 is essential.</p>"
        "<ol type='A'><li>Copies.</li></ol><ol><li value='9'>Binds.</li><li>Mails.</li></ol>"
    )
    posting = LINTER.read(page, kind="html")
    lines = to_markup(posting).split("\n")
    assert [line for line in lines if "." in line and "Of these" not in line] == [
        "3. Files.", "  - Letters.", "4. Sorts what came.", "A) Copies.", "9. Binds.", "10. Mails."
    ]  # fmt: skip
    # A number is no word of the item.
    assert "Sorts what came." in [duty.text.text for duty in posting.duties]


@pytest.mark.parametrize(
    ("attributes", "signs"),
    [
        ('type="A"', ["A)", "B)", "C)"]),
        ('type="a" start="3"', ["c)", "d)", "e)"]),
        ('type="I" start="3"', ["III)", "IV)", "V)"]),
        ("type=i start=8", ["viii)", "ix)", "x)"]),
        ('style="color: red; list-style-type: upper-roman;"', ["I)", "II)", "III)"]),
        ('style="list-style: inside lower-latin"', ["a)", "b)", "c)"]),
        ('start="0"', ["0.", "1.", "2."]),
        # A capital that is the mark of an essential duty is written small.
        ('type="A" start="4"', ["D)", "e)", "F)"]),
        # What the page counts and the markup has no sign for, or does not count.
        ('type="A" start="26"', ["Z)", "-", "-"]),
        ('style="list-style: none"', ["-", "-", "-"]),
        ("reversed", ["-", "-", "-"]),
        ('start="many"', ["-", "-", "-"]),
    ],
)
def test_letters_and_roman_numbers_of_a_page_are_written_out(
    attributes: str, signs: list[str]
) -> None:
    page = (
        f"<h1>Clerk</h1><h2>Duties</h2><ol {attributes}><li>Files deeds.</li>"
        "<li>Binds reports.</li><li>Mails letters.</li></ol><p>Every point is essential.</p>"
    )
    posting = LINTER.read(page, kind="html")
    lines = [line for line in to_markup(posting).split("\n") if " " in line and line[-1] == "."]
    assert [line.split()[0] for line in lines[:3]] == signs
    # The sign is no word of the duty, and no mark behind it.
    assert posting.duties[0].text.text == "Files deeds."
    assert outline(again(posting)) == outline(posting)


@pytest.mark.parametrize(
    ("form", "start", "override", "signs"),
    [
        ("upperLetter", 1, None, ["A)", "B)"]),
        ("lowerRoman", 2, None, ["ii)", "iii)"]),
        ("decimal", 4, None, ["4.", "5."]),
        ("decimal", 4, 9, ["9.", "10."]),
        ("ordinalText", 1, None, ["-", "-"]),
        ("bullet", 1, None, ["-", "-"]),
    ],
)
def test_word_lists_are_written_with_the_signs_word_shows(
    form: str, start: int, override: int | None, signs: list[str]
) -> None:
    def build(document: Any) -> None:
        numbering = document.part.numbering_part.element
        own = f'<w:startOverride w:val="{override}"/>' if override else ""
        own = f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride>' if own else ""
        space = nsdecls("w")
        numbering.insert(
            0,
            parse_xml(
                f'<w:abstractNum {space} w:abstractNumId="77"><w:lvl w:ilvl="0">'
                f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/>'
                "</w:lvl></w:abstractNum>"
            ),
        )
        numbering.append(
            parse_xml(f'<w:num {space} w:numId="78"><w:abstractNumId w:val="77"/>{own}</w:num>')
        )
        document.add_heading("Clerk", 1)
        document.add_heading("Duties", 2)
        for words in ("Files letters.", "Sorts the mail."):
            paragraph = document.add_paragraph(words)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {space}><w:ilvl w:val="0"/><w:numId w:val="78"/></w:numPr>')
            )

    posting = Linter().read_bytes(word(build), path="clerk.docx")
    lines = [line for line in to_markup(posting).split("\n") if line.endswith(".")]
    assert [line.split()[0] for line in lines] == signs


def test_the_numbers_that_word_counts_go_on_behind_a_paragraph() -> None:
    def build(document: Any) -> None:
        document.add_heading("Clerk", 1)
        document.add_heading("Duties", 2)
        for words in ("Files letters.", "Sorts the mail."):
            document.add_paragraph(words, style="List Number")
        document.add_paragraph("Both are essential functions of the office.")
        document.add_paragraph("Binds reports.", style="List Number")
        document.add_paragraph("Other work.", style="List Bullet")

    posting = Linter().read_bytes(word(build), path="clerk.docx")
    lines = [line for line in to_markup(posting).split("\n") if line]
    assert lines[2:] == [
        "1. Files letters.",
        "2. Sorts the mail.",
        "Both are essential functions of the office.",
        "3. Binds reports.",
        "- Other work.",
    ]


def test_headings_stand_below_the_title_of_a_word_file() -> None:
    def build(document: Any) -> None:
        document.add_heading("Clerk", 0)
        document.add_heading("Duties", 1)
        document.add_paragraph("Files letters.", style="List Bullet")
        document.add_heading("In the archive", 2)
        document.add_paragraph("Binds reports.", style="List Bullet")

    posting = Linter().read_bytes(word(build), path="clerk.docx")
    heads = [line for line in to_markup(posting).split("\n") if line.startswith("#")]
    assert heads == ["# Clerk", "## Duties", "### In the archive"]


def test_the_name_of_a_field_left_blank_is_kept() -> None:
    posting = LINTER.read("CLERK\n\nReports to:\nSalary:    $7 an hour\n", kind="text")
    assert to_markup(posting) == "# CLERK\n\nReports to:\n\nSalary: $7 an hour\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Leads the plan with\n  teachers.", ["- Leads the plan with teachers."]),
        (
            "- Holds one of these:\n  A degree\n  Two years of work",
            ["- Holds one of these:", "  A degree", "  Two years of work"],
        ),
        ("Hours\n9 to 5\n10 to 4", ["Hours", "9 to 5", "10 to 4"]),
        ("Marks it (E)\nPaid well", ["Marks it (E) Paid well"]),
    ],
)
def test_a_line_that_ends_what_it_says_stays_a_line(text: str, lines: list[str]) -> None:
    page = f"# Clerk\n\n## Duties\n\n{text}\n"
    posting = LINTER.read(page, kind="markdown")
    assert to_markup(posting).strip("\n").split("\n")[4:] == lines


def test_a_number_that_words_begin_with_is_written_once() -> None:
    posting = LINTER.read("CLERK\n\nDUTIES\n\n• 10. Sorts the mail.\n", kind="text")
    once = to_markup(posting)
    assert once.endswith("\n10. Sorts the mail.\n")
    assert to_markup(LINTER.read(once, kind="markup")) == once


def test_markup_written_twice_is_written_alike() -> None:
    once = to_markup(LINTER.read(HTML, kind="html"))
    assert to_markup(LINTER.read(once, kind="markup")) == once


_LINES = st.lists(
    st.sampled_from(
        ["# Clerk", "## Duties", "### Pay", "Salary: $7", "- Leads. (E)", "  - Plans.", "- **A.** Files.", "Words here.",
         "more words", "", "", "%% postlint: ignore ADA002 -- x", "**Bold line**", "1. One", "Grade:", "*", "(E)", "🏥 x"]
    ),
    max_size=25,
).map("\n".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_any_markup_reads_the_same_when_it_is_written_out(text: str) -> None:
    posting = LINTER.read(text, kind="markup")
    second = again(posting)
    assert [s.heading.text for s in second.sections if s.heading] == [
        s.heading.text for s in posting.sections if s.heading
    ]
    assert [field.value.text for field in second.fields] == [f.value.text for f in posting.fields]
    # A sentence cut out of running text keeps its emphasis; words do not.
    assert _duties(second) == _duties(posting)


def _duties(posting: Posting) -> list[str]:
    return [duty.text.text.replace("**", "") for duty in posting.duties]


SHARED = Path(__file__).parents[2] / "shared"


# What differs when the markup is read again, by posting, and why.
EXCEPTIONS = {
    ("tl-canada-ex-director-regional-computer-centre-ex-01-103053", "outline"): "a field's name is longer than the markup's may be",
    ("tl-university-amnh-db-mgr-2022", "nondiscrimination"): "a quotation across two lines of a field's value",
    ("x-county-ele-2019-9-may-department-specialist-14-michigan-secretary-of-state", "degree_equivalency"): "an 'OR' between two lines stands in a paragraph of its own",
    ("x-county-ele-2019-9-may-department-specialist-14-michigan-secretary-of-state", "experience"): "answers to a question stand in a list of their own in markup",
    ("x-it-private-24-pmo-support-analyst", "jurisdiction"): "a place in a glued text stands apart in markup",
    ("x-it-private-95-corporate-counsel", "employment_type"): "a word in a glued text stands apart in markup",
    ("x-k12-school-30-middle-school-para-educator-7-hour-position", "pay"): "pay in a glued text stands apart in markup",
    ("tl-university-mbot-dir-biodiv-informatics-2023", "experience"): "a page's foot stands in the middle of a sentence",
    ("tl-university-ummz-sys-analyst-2022", "pay_statements"): "words behind pay stand in its paragraph in markup",
    ("x-county-ele-2019-9-may-department-specialist-14-michigan-secretary-of-state", "degrees"): "an 'OR' between two lines stands in a paragraph of its own",
    ("x-university-cornell-coll-mrg-2023", "pay_statements"): "a unit a column away stands behind its figures in markup",
    ("x-university-ansp-vp-coll-research-2023", "equity_commitment"): "another of two commitments is quoted",
} | {
    (name, "outline"): "what stands below words run in has no heading, and markup none to give it"
    for name in (
        "tl-county-ele-2022-16-jun-lan-administrator-king-county-elections",
        "x-county-ele-2019-16-may-deputy-director-washington-secretary-of-state-s-office",
        "x-county-ele-2019-26-dec-candidate-jurisdiction-coordinator-king-county",
        "x-k12-school-20-sister-city-partnership-coordinator---arlington-nagaokakyo",
    )
}  # fmt: skip
# Where words stand differs; what they say must not.
_PLACE = re.compile(r"Span\(start=\d+, end=\d+\)")
_DRESS = re.compile(r"(?:\\n|\\xa0|\\t|\\r|\\uf0b7|[\s#*|•:.\-'\"])+")


def _facts(posting: Posting) -> dict[str, str]:
    """Return what a posting says, quotations without blanks and dress."""
    facts = LINTER.check_posting(posting).facts
    said = {name: _PLACE.sub("", repr(fact.value)) for name, fact in facts.items()}
    return {name: _DRESS.sub("", words) for name, words in said.items()}


def _lines(posting: Posting) -> list[str]:
    """Return the outline; the sign behind a label and a field's first capital are dress."""
    lines = [line.replace(".] ", "] ").replace(":] ", "] ").strip() for line in outline(posting)]
    return [line[:1].upper() + line[1:] for line in lines]


def _differs(posting: Posting) -> set[str]:
    second = again(posting)
    found = set()
    kinds = [section.kind for section in posting.sections]
    if _lines(second) != _lines(posting) or kinds != [s.kind for s in second.sections]:
        found.add("outline")
    said, written = _facts(posting), _facts(second)
    # A quotation may take in more or less of what stands around it.
    found |= {
        name for name in said if said[name] not in written[name] and written[name] not in said[name]
    }
    return found


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_the_labelled_postings_read_the_same_sections_duties_and_facts() -> None:
    """The law over the corpus."""
    labels = (SHARED / "labels" / "labels.jsonl").read_text("utf-8").splitlines()
    wrong = set()
    for line in labels:
        label = json.loads(line)
        text = (SHARED / label["file"]).read_text("utf-8")
        path: str | None = label["file"]
        if label.get("row") is not None:
            text, path = json.loads(text.split("\n")[label["row"]])[label["field"]], None
        wrong |= {(label["id"], what) for what in _differs(LINTER.read(text, path=path))}
    assert sorted(wrong - EXCEPTIONS.keys()) == []


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_pages_files_and_rows_read_the_same_too() -> None:
    folders = ("uk-education-ddat", "docx", "transit-neogov-pdf", "federal-tts")
    files = [
        path
        for folder in folders
        for path in sorted((SHARED / "corpus" / folder).iterdir())
        if path.suffix in {".html", ".docx", ".pdf", ".md"}
        and path.stem not in {"SOURCE", "README"}
    ]
    assert len(files) > 40
    wrong = {
        (path.name, what)
        for path in files
        for what in _differs(LINTER.read_bytes(path.read_bytes(), path=str(path)))
    }
    assert wrong == set()


def test_a_label_of_a_paragraph_does_not_become_a_field() -> None:
    """Markup takes `**Note:** ...` for a field, so the label ends in a stop there."""
    posting = LINTER.read(
        "<h2>Duties</h2><ul><li>Leads.</li></ul><p><b>Note.</b> Hours may change with the seasons "
        "of the year and with the needs of the schools.</p>",
        kind="html",
    )
    assert to_markup(posting).endswith(
        "- Leads.\n\n**Note.** Hours may change with the seasons of the year and with the needs of "
        "the schools.\n"
    )
    assert outline(again(posting)) == outline(posting)


def test_a_first_line_that_is_the_title_is_written_as_a_heading() -> None:
    linter = Linter()
    text = (
        "METER READER\n\nDUTIES\n\nReads meters.\n\nREQUIREMENTS\n\n1. A licence; or\n2. A pass.\n"
    )
    markup, changed = converted(linter, linter.read(text, kind="text"))
    assert markup.startswith("# METER READER\n\n## DUTIES\n")
    assert "\n2. A pass.\n" in markup
    assert changed == ()


@pytest.mark.parametrize(
    ("text", "fact", "value"),
    [
        # A heading goes on with nothing that stands above it.
        (
            "Groom\n\nEDUCATION:\nA diploma, or equivalent\nEXPERIENCE:\nTwo years\n",
            "degree_equivalency",
            None,
        ),
        # What stands below a heading goes on with it, whatever lines part them.
        ("# Groom\n\n### Compensation\nCompetitive\n### Place\nYork\n", "pay", "competitive"),
        ("# Groom\n\n### Compensation\n\nCompetitive\n\n### Place\n\nYork\n", "pay", "competitive"),
    ],
)
def test_blank_lines_around_headings_say_nothing(text: str, fact: str, value: str | None) -> None:
    posting = LINTER.read(text, kind="markdown" if text[0] == "#" else "text")
    assert LINTER.facts_of(posting)[fact].value == value
    assert LINTER.facts_of(again(posting))[fact].value == value


def test_a_copyright_with_a_statement_is_kept() -> None:
    line = "\N{COPYRIGHT SIGN} 2024 Elm Stables. An Equal Opportunity Employer."
    text = f"Groom\n\nDuties\n\n- Feeds the horses.\n\n{line}\n"
    assert line in to_markup(LINTER.read(text, kind="text"))
    bare = line.replace(" An Equal Opportunity Employer.", "")
    assert "Elm" not in to_markup(LINTER.read(text.replace(line, bare), kind="text"))


def test_a_text_that_would_be_read_as_several_postings_loses_no_word() -> None:
    """Written below one another, names and dashes of a running text begin postings."""
    text = (
        "Stable Manager, Elm County, Ohio — responsible for all horses and the people who groom them. "
        "Salary: $60-$85,000. Deadline: Open until filled.  Registrar of Herds, Ash County, Iowa — keeps the books of the herds, "
        "their feed and their work; Education: Bachelor's degree in farming and six years of management experience with herds. "
        "Salary: $104,208-$161,553."
    )
    done = converted(LINTER, LINTER.read(text, kind="text"))
    assert [str(change) for change in done.changed] == ["postings: 1 would become 2"]
    assert len(re.findall(r"\w+", done.text)) == len(re.findall(r"\w+", text))


STATED = (
    "Elm Stables hires, trains and pays everybody alike, without regard to race, color, creed, "
    "religion, sex, national origin, disability"
)


def test_a_quotation_goes_on_behind_what_a_page_says_of_itself() -> None:
    before = {"nondiscrimination": Fact(f"{STATED} page 2 of 3 shop.example/jobs or age")}
    assert not changed_facts(before, {"nondiscrimination": Fact(f"{STATED} or age, and more.")})
    assert changed_facts(before, {"nondiscrimination": Fact("We hire without regard to age.")})

"""Word files are read for their styles, and for bold, tables and margins where all is Normal."""

# ruff: noqa: PT017 (inputs stand on one line; what may fail or not is told apart)
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import archive, word
from postlint import Linter
from postlint.errors import SourceError
from postlint.text.source import Span
from reading import outline

pytest.importorskip("mammoth")
pytest.importorskip("docx")

LINTER = Linter()


def read(data: bytes, path: str = "job.docx") -> Any:
    return LINTER.read_bytes(data, path=path)


def _styled(document: Any) -> None:
    document.add_heading("Director of Technology", 0)
    document.add_paragraph("Reports to: Superintendent")
    document.add_heading("Essential duties", 1)
    document.add_paragraph("Leads the technology staff. (E)", style="List Bullet")
    document.add_paragraph("Plans the network.", style="List Bullet")
    document.add_heading("Pay", 1)
    document.add_paragraph("$142,000 a year 🏫")
    document.sections[0].header.paragraphs[0].text = "Riverbend Unified School District"
    document.sections[0].footer.paragraphs[
        0
    ].text = "The district is an equal opportunity employer."


def test_styles_margins_and_places() -> None:
    posting = read(word(_styled))
    assert outline(posting) == [
        "Riverbend Unified School District",
        "# Director of Technology",
        "Reports to = Superintendent",
        "# Essential duties",
        "* Leads the technology staff. <E>",
        "* Plans the network.",
        "# Pay",
        "$142,000 a year 🏫",
        "The district is an equal opportunity employer.",
    ]
    source = posting.source
    duty = posting.duties[1].span
    assert source.place(duty) == "paragraph 5"
    assert source.place(Span(0, 5)) == "header"
    at = posting.text.index("equal")
    assert source.place(Span(at, at + 5)) == "footer"
    assert posting.reader == "word"


def _normal(document: Any) -> None:
    def bold(words: str) -> None:
        document.add_paragraph().add_run(words).bold = True

    document.add_paragraph("Job Title:\tNetwork Manager")
    document.add_paragraph("FLSA Status:\tExempt")
    bold("SUMMARY")
    document.add_paragraph("Runs the network of a district of forty schools and its offices.")
    caps = document.add_paragraph().add_run("Minimum qualifications")
    caps.font.all_caps = True
    document.add_paragraph("• A degree")
    document.add_paragraph("• Five years of experience")
    under = document.add_paragraph().add_run("Working conditions")
    under.underline = True
    document.add_paragraph("Lifts 30 pounds.")


def test_bold_capitals_and_lines_head_sections_where_all_is_normal() -> None:
    assert outline(read(word(_normal))) == [
        "Job Title = Network Manager",
        "FLSA Status = Exempt",
        "## SUMMARY",
        "Runs the network of a district of forty schools and its offices.",
        "## Minimum qualifications",
        "* A degree",
        "* Five years of experience",
        "## Working conditions",
        "Lifts 30 pounds.",
    ]


def _table(document: Any) -> None:
    document.add_heading("Duties", 1)
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Function", "E/M", "%"),
        ("Supervises four technicians every day", "E", "60%"),
        ("Keeps the inventory of loaner laptops", "M", "5%"),
    ):
        row = table.add_row().cells
        for cell, words in zip(row, cells, strict=True):
            cell.text = words


def test_a_table_of_duties_gives_marks_and_shares() -> None:
    posting = read(word(_table))
    assert [duty.text.text for duty in posting.duties] == [
        "Supervises four technicians every day (60%)",
        "Keeps the inventory of loaner laptops (5%)",
    ]
    assert [duty.markers[0].essential for duty in posting.duties] == [True, False]


def _part(body: str) -> dict[str, bytes]:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode(),
    }


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    body = (
        "<w:p><w:r><w:t>Leads </w:t></w:r><w:ins><w:r><w:t>twelve</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:r><w:t> people.</w:t></w:r></w:p>"
    )
    assert read(archive(_part(body))).text.strip() == "Leads twelve people."


def test_macros_are_not_run_and_do_no_harm() -> None:
    parts = _part("<w:p><w:r><w:t>Leads people.</w:t></w:r></w:p>")
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"Shell" * 100
    assert read(archive(parts), "job.docm").text.strip() == "Leads people."


def test_entities_are_not_expanded_from_elsewhere() -> None:
    parts = _part("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
    parts["word/document.xml"] = (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + parts["word/document.xml"]
    )
    try:
        assert "root:" not in read(archive(parts)).text
    except SourceError as error:
        assert "Word file" in error.reason


def test_an_archive_that_unpacks_to_much_is_refused() -> None:
    parts = _part("")
    parts["word/document.xml"] = b"<w:p/>" * 4_000_000
    data = archive(parts)
    assert len(data) < 200_000
    with pytest.raises(SourceError, match="unpack"):
        read(data)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl/workbook.xml": b"x"}, "Excel"),
        ({"content.xml": b"x"}, "OpenDocument"),
        ({"readme.txt": b"x"}, "no Word document"),
        ({"word/document.xml": b"<broken"}, "damaged"),
        (_part(""), "without any text"),
    ],
)
def test_other_archives_are_named(parts: dict[str, bytes], reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(archive(parts))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"PK\x03\x04 and then nothing", "archive cannot be opened"),
    ],
)
def test_files_nobody_reads_are_named(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(data)


_WHOLE = word(_styled)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(_WHOLE)), st.binary(max_size=8), st.booleans())
def test_a_damaged_file_is_read_or_refused_in_one_sentence(at: int, junk: bytes, cut: bool) -> None:
    data = _WHOLE[:at] if cut else _WHOLE[:at] + junk + _WHOLE[at + len(junk) :]
    try:
        posting = read(data)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert posting.sections


def test_a_missing_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(SourceError, match=r"pip install 'postlint\[word\]'"):
        read(_WHOLE)

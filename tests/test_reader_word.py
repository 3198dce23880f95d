"""Word files are read for their styles, and for bold, tables and margins where all is Normal."""

# ruff: noqa: E501, PT017 (inputs stand on one line; what may fail or not is told apart)
from __future__ import annotations

import time
import tracemalloc
import warnings
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings, strategies as st

from documents import archive, word
from postlint import Linter
from postlint.errors import SourceError
from postlint.text.source import Span
from reading import outline

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
        "## Essential duties",
        "* Leads the technology staff. <E>",
        "* Plans the network.",
        "## Pay",
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


# ------------------------------------------------------------ what is on the page, and only that


def _run(words: str, format_: str = "") -> str:
    return f"<w:r><w:rPr>{format_}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def _read(body: str, **parts: bytes) -> str:
    whole = _part(body)
    whole.update(
        {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    )
    return str(read(archive(whole)).text).strip()


@pytest.mark.parametrize(
    "inside",
    [
        "<w:fldSimple w:instr='MERGEFIELD boss'>{}</w:fldSimple>",
        "<w:dir w:val='ltr'>{}</w:dir>",
        "<w:bdo w:val='rtl'>{}</w:bdo>",
        "<w:smartTag w:element='x'>{}</w:smartTag>",
        "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:moveTo>{}</w:moveTo>",
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
            "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
    ],
)
def test_words_in_what_only_holds_them_are_read(inside: str) -> None:
    body = f"<w:p>{_run('Reports to: ')}{inside.format(_run('Head Cook'))}</w:p>"
    assert _read(body) == "Reports to: Head Cook"


@pytest.mark.parametrize(
    "format_",
    ["<w:vanish/>", "<w:strike/>", "<w:dstrike w:val='true'/>"],
)
def test_hidden_and_struck_words_are_not_read(format_: str) -> None:
    assert _read(f"<w:p>{_run('Cooks.')}{_run(' Sings.', format_)}</w:p>") == "Cooks."
    off = format_.replace("/>", " w:val='0'/>").replace("w:val='true' ", "")
    assert _read(f"<w:p>{_run('Cooks.')}{_run(' Sings.', off)}</w:p>") == "Cooks. Sings."


def test_what_a_form_was_given_is_read() -> None:
    entries = "<w:ddList><w:result w:val='1'/><w:listEntry w:val='Day'/><w:listEntry w:val='Night'/></w:ddList>"
    field = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{}</w:ffData></w:fldChar></w:r>"
    assert _read(f"<w:p>{_run('Shift: ')}{field.format(entries)}</w:p>") == "Shift: Night"
    boxes = "".join(
        field.format(f"<w:checkBox><w:default w:val='0'/>{mark}</w:checkBox>") + _run(words)
        for mark, words in (("", " exempt "), ("<w:checked/>", " non-exempt"))
    )
    assert _read(f"<w:p>{_run('FLSA: ')}{boxes}</w:p>") == "FLSA: ☐ exempt ☒ non-exempt"


def test_a_prompt_of_words_own_is_a_blank() -> None:
    prompt = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{_run('Click or tap here to enter text.')}</w:sdtContent></w:sdt>"
    )
    assert _read(f"<w:p>{_run('Reports to: ')}{prompt}</w:p>") == (
        "Reports to: [Click or tap here to enter text.]"
    )


def test_boxes_are_read_once_wherever_they_stand() -> None:
    box = f"<w:txbxContent><w:p>{_run('Closes: May 3')}</w:p></w:txbxContent>"
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f"<mc:AlternateContent xmlns:mc='{space}'><mc:Choice><g><s>{box}</s></g></mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    old = both.replace(box, "", 1)
    for body in (both, old):
        assert _read(f"<w:p>{_run('Cook')}<w:r>{body}</w:r></w:p>").split("\n") == [
            "Cook",
            "Closes: May 3",
        ]


def test_a_document_put_into_another_is_read_once() -> None:
    relations = (
        b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        b"<Relationship Id='c1' Type='aFChunk' Target='chunk.html'/></Relationships>"
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    chunk = f"<w:altChunk xmlns:r='{space}' r:id='c1'/>"
    parts = _part(f"<w:p>{_run('Cook')}</w:p>{chunk}{chunk}")
    parts["word/_rels/document.xml.rels"] = relations
    parts["word/chunk.html"] = b"<p>We do not discriminate.</p>"
    assert read(archive(parts)).text.split("\n")[:2] == ["Cook", "We do not discriminate."]
    assert read(archive(parts)).text.count("discriminate") == 1


def test_cells_keep_their_columns_where_others_are_merged() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p>{}</w:p></w:tc>"
    rows = (
        f"<w:tr>{cell.format('<w:vMerge w:val=&quot;restart&quot;/>', _run('Pay'))}{cell.format('', _run('Low'))}</w:tr>"
        f"<w:tr>{cell.format('<w:vMerge/>', '')}{cell.format('', _run('High'))}</w:tr>"
    ).replace("&quot;", "'")
    assert "High" in _read(f"<w:tbl>{rows}</w:tbl>")


# ------------------------------------------------------------ files that attack


def _raw(parts: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(out, "w", ZIP_DEFLATED) as package:
            for name, part in parts:
                package.writestr(name, part)
    return out.getvalue()


def test_an_entry_that_stands_there_many_times_is_counted_once_and_not_unpacked() -> None:
    parts = [*_part(f"<w:p>{_run('Cook')}</w:p>").items(), *[("word/a.xml", b" " * 900_000)] * 60]
    tracemalloc.start()
    assert read(_raw(parts)).text.strip() == "Cook"
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_an_entry_larger_than_it_says_is_damaged_and_not_unpacked() -> None:
    body = f"<w:p>{_run('a' * 500_000)}</w:p>"
    data = bytearray(_raw(list(_part(body).items())))
    size = len(_part(body)["word/document.xml"]).to_bytes(4, "little")
    assert data.count(size) == 2
    with pytest.raises(SourceError, match="damaged"):
        read(bytes(data.replace(size, (100).to_bytes(4, "little"))))


def test_a_protected_file_is_called_protected() -> None:
    data = bytearray(archive(_part(f"<w:p>{_run('Cook')}</w:p>")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    with pytest.raises(SourceError, match="protected by a password"):
        read(bytes(data))
    whole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(SourceError, match="protected by a password"):
        read(whole)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 50_000,
        "<w:sdt><w:sdtContent>" * 900 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 900,
        "<w:p><w:r><w:txbxContent>" * 300 + "</w:txbxContent></w:r></w:p>" * 300,
        "<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300,
        "<w:p>" + "<w:ins>" * 900 + "</w:ins>" * 900 + "</w:p>",
    ],
)
def test_what_says_nothing_many_times_costs_little(body: str) -> None:
    start = time.process_time()
    assert "Cook" in _read(body + f"<w:p>{_run('Cook')}</w:p>")
    assert time.process_time() - start < 2


def test_deeper_than_any_document_is_refused() -> None:
    with pytest.raises(SourceError, match="nested too deeply"):
        _read("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)


def test_headers_nested_in_one_another_cost_their_length() -> None:
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    nested = "".join(f"<w:p>{_run(f'h{n}')}" for n in range(3_000)) + "</w:p>" * 3_000
    parts = _part(f"<w:p>{_run('Cook')}</w:p>")
    parts["word/header1.xml"] = f"<w:hdr {space}>{nested}</w:hdr>".encode()
    start = time.process_time()
    assert "h2999" in read(archive(parts)).text
    assert time.process_time() - start < 4


def _beside(document: Any) -> None:
    document.add_paragraph().add_run("Rug Weaver").bold = True
    table = document.add_table(rows=0, cols=2)
    for name, rows in (
        ("Looms and dyes", ("Warps four looms each week", "Dyes the yarn of every rug")),
        ("Hall", ("The mill has stood by the river since 1870 and is run by its weavers.",)),
        ("Location", ("Hull",)),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, rows[0]
        for row in rows[1:]:
            cells[1].add_paragraph(row)


def test_names_beside_several_statements_head_them() -> None:
    assert outline(read(word(_beside)))[1:] == [
        "### Looms and dyes",
        "* Warps four looms each week",
        "* Dyes the yarn of every rug",
        "### Hall",
        "The mill has stood by the river since 1870 and is run by its weavers.",
        "Location = Hull",
    ]


def _names_in_bold(document: Any) -> None:
    for name, value in (("Position Title:", "Rug Weaver"), ("Reports To:", "Mill Manager")):
        document.add_paragraph().add_run(name).bold = True
        document.add_paragraph(value)
    document.add_paragraph().add_run("Duties:").bold = True
    document.add_paragraph("Warps four looms each week.")


def test_names_in_bold_type_above_their_values_are_fields() -> None:
    found = outline(read(word(_names_in_bold)))
    assert found[:2] == ["Position Title = Rug Weaver", "Reports To = Mill Manager"]
    assert any("Duties" in line and line.startswith("#") for line in found)


def test_a_tab_parts_two_fields_of_a_line() -> None:
    """Forms set two names and their values on a line, a tab before each."""

    def build(document: Any) -> None:
        document.add_paragraph("TITLE:\tPool Attendant\tGRADE:\t7")
        document.add_paragraph("Reports to: Head of Pools\t\tFLSA: Non-exempt")
        document.add_heading("Duties", 2)
        document.add_paragraph("Tests the water.", style="List Bullet")

    report = Linter().check_bytes(word(build), path="pool.docx")
    fields = {field.key.text: field.value.text for field in report.posting.fields}
    assert fields == {
        "TITLE": "Pool Attendant",
        "GRADE": "7",
        "Reports to": "Head of Pools",
        "FLSA": "Non-exempt",
    }

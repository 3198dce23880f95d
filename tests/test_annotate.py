"""Findings stand in a Word file as comments on the words they are about."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from documents import archive, word
from postlint import Linter
from postlint.__main__ import main
from postlint.errors import SourceError
from postlint.render.word_comments import annotate

docx = pytest.importorskip("docx")

from postlint.readers.word.trace import trace  # noqa: E402  # needs an extra

LINTER = Linter()
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def annotated(data: bytes) -> tuple[Any, Any]:
    """Return the report of a file and its annotated copy, opened."""
    report = LINTER.check_bytes(data, path="job.docx")
    return report, docx.Document(BytesIO(annotate(report, data)))


def comments(document: Any) -> list[tuple[list[str], str]]:
    """Return each comment's lines, and the words it stands on."""
    found = []
    for comment in document.comments:
        assert comment.author == "postlint"
        number = str(comment.comment_id)
        inside = False
        words = ""
        for element in document.element.iter():
            if element.get(f"{_W}id") == number:
                inside = element.tag == f"{_W}commentRangeStart" or (
                    inside and element.tag != f"{_W}commentRangeEnd"
                )
            if inside and element.tag == f"{_W}t":
                words += element.text or ""
        assert document.element.xpath(f"//w:commentReference[@w:id='{number}']")
        found.append(([paragraph.text for paragraph in comment.paragraphs], words))
    return found


def on(document: Any, words: str) -> list[str]:
    """Return the lines of the one comment that stands on these words."""
    (lines,) = [lines for lines, there in comments(document) if there == words]
    return lines


def lacking(report: Any) -> list[Any]:
    """Return the findings about what a posting has no words for."""
    places = [section.heading.span for section in report.posting.sections if section.heading]
    return [d for d in report.diagnostics if d.span in [*places, report.posting.title.span]]


def _posting(document: Any) -> None:
    document.add_heading("Chairman of Technology 🏫", 0)
    document.add_paragraph("Reports to: Director of Finance & Operations")
    document.add_heading("Duties", 1)
    duty = document.add_paragraph(style="List Bullet")
    duty.add_run("Leads the staff, ")
    run = duty.add_run("walks <daily> & lifts; he must be able-bodied")
    run.bold = True
    duty.add_run(" at all times.")
    document.add_paragraph("Plans the network.", style="List Bullet")
    document.add_heading("Pay", 1)
    document.add_paragraph("$142,000 a year")
    document.sections[0].header.paragraphs[0].text = "Riverbend Unified School District"
    document.sections[0].footer.paragraphs[0].text = "Applicants must be a native speaker."


def test_comments_stand_on_the_words_they_are_about() -> None:
    report, document = annotated(word(_posting))
    found = comments(document)
    lacks = lacking(report)
    assert len(lacks) > 1
    own = [d for d in report.diagnostics if d not in lacks]
    assert len(found) == 1 + len(own) > 4
    for diagnostic, (_, words) in zip(own, found[1:], strict=True):
        if report.source.place(diagnostic.span) not in ("header", "footer"):
            assert words == report.source.slice(diagnostic.span).strip()
    assert {"able-bodied", "Chairman", "he"} <= {words for _, words in found}


def test_what_a_footer_says_is_told_at_the_last_paragraph() -> None:
    _, document = annotated(word(_posting))
    assert on(document, "$142,000 a year")[0].startswith("'native speaker'")


def test_what_is_missing_is_one_comment_at_the_top() -> None:
    report, document = annotated(word(_posting))
    lines, words = comments(document)[0]
    assert words == report.posting.title.text
    assert lines[0] == "This posting lacks:"
    for found in lacking(report):
        assert any(found.message in line for line in lines)
    assert "Reasonable accommodation is available" in "\n".join(lines)


def test_a_comment_on_words_is_what_was_found_what_to_write_and_why() -> None:
    _, document = annotated(word(_posting))
    what, instead, why = on(document, "able-bodied")
    assert what == "'able-bodied' leaves out people with disabilities as a group. Write instead:"
    # The line can be pasted as it is.
    assert instead == (
        "able to perform the essential functions with or without reasonable accommodation"
    )
    assert why.startswith("Why: ")


def test_words_to_add_beside_words_leave_the_heading_for_the_page() -> None:
    def build(document: Any) -> None:
        document.add_heading("Director of Technology", 1)
        for title, line in (
            ("Duties", "Leads the staff."),
            ("Qualifications", "Must be able to lift 50 pounds, stand and walk."),
        ):
            document.add_heading(title, 2)
            document.add_paragraph(line, style="List Bullet")

    _, document = annotated(word(build))
    lines = on(document, "Must be able to lift 50 pounds, stand and walk.")
    assert len(lines) == 3
    assert not any(line.startswith("ACCOMMODATION") for line in lines)
    assert lines[1].startswith("Reasonable accommodation is available")


def test_comments_have_three_lines_and_name_no_page() -> None:
    for build in (_posting, _table):
        _, document = annotated(word(build))
        for lines, _ in comments(document)[1:]:
            assert len(lines) == 3
        said = "\n".join(line for lines, _ in comments(document) for line in lines)
        assert not re.search(r"https?:|\.html", said)


def test_a_comment_names_the_text_that_decided_it_and_none_of_another_place() -> None:
    report, document = annotated(word(_posting))
    lines = {line for each, _ in comments(document) for line in each}
    for found in report.diagnostics:
        assert any(line.endswith(f"({found.authority[0].cited})") for line in lines), found.code
        assert {text.jurisdiction for text in found.authority} <= {"", "US"}
    assert on(document, "able-bodied")[2] == (
        "Why: Health is no qualification; ability to do the work is."
        " (42 U.S.C. 12112(b)(6); 29 CFR 1630.10(a))"
    )


def test_words_and_formatting_stay() -> None:
    data = word(_posting)
    before = docx.Document(BytesIO(data))
    _, after = annotated(data)
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert [p.style.name for p in after.paragraphs] == [p.style.name for p in before.paragraphs]

    def heavy(document: Any) -> str:
        runs = [run for p in document.paragraphs for run in p.runs]
        return "".join(run.text for run in runs if run.bold)

    assert heavy(after) == heavy(before) != ""


def test_the_copy_is_read_as_the_file_is_and_its_old_comments_are_replaced() -> None:
    data = word(_posting)
    report = LINTER.check_bytes(data, path="job.docx")
    copy = annotate(report, data)
    again = LINTER.check_bytes(copy, path="job.docx")
    assert again.source.text == report.source.text
    assert again.diagnostics == report.diagnostics
    twice = docx.Document(BytesIO(annotate(again, copy)))
    assert comments(twice) == comments(docx.Document(BytesIO(copy)))
    assert len(twice.element.xpath("//w:commentRangeStart")) == len(comments(twice))


def test_the_comments_of_others_stay() -> None:
    def build(document: Any) -> None:
        _posting(document)
        document.add_comment(document.paragraphs[1].runs, "Is this right?", author="Ana")

    _, document = annotated(word(build))
    assert [c.text for c in document.comments if c.author == "Ana"] == ["Is this right?"]


def _table(document: Any) -> None:
    document.add_heading("Network Manager", 0)
    document.add_heading("Duties", 1)
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("E/M", "Function", "%"),
        ("E", "Supervises four able-bodied technicians every day", "60%"),
        ("M", "Keeps the inventory of loaner laptops", "5%"),
    ):
        row = table.add_row().cells
        for cell, words in zip(row, cells, strict=True):
            cell.text = words


def test_words_in_cells_are_found_and_no_comment_goes_across_cells() -> None:
    data = word(_table)
    report, document = annotated(data)
    assert on(document, "able-bodied")
    duty = next(d for d in report.posting.duties)
    assert report.source.slice(duty.span).startswith("Supervises")
    for start in document.element.iter(f"{_W}commentRangeStart"):
        number = start.get(f"{_W}id")
        (end,) = document.element.xpath(f"//w:commentRangeEnd[@w:id='{number}']")
        assert next(start.iterancestors(f"{_W}tc"), None) is next(
            end.iterancestors(f"{_W}tc"), None
        )


_BODY = """
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Network Manager</w:t></w:r></w:p>
<w:p><w:r><w:t>Reports to: Superintendent</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Requirements</w:t></w:r></w:p>
<w:p><w:r><w:t>Leads the staff and its work.</w:t></w:r></w:p>
<w:p><w:r><w:t>Plans the network of the schools.</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Leads people: </w:t></w:r>
<w:ins w:id="900" w:author="A"><w:r><w:tab/><w:t>the able-bo</w:t></w:r></w:ins>
<w:hyperlink w:anchor="x"><w:r><w:rPr><w:i/></w:rPr>
<w:t>died, a native </w:t><w:tab/><w:t>speaker</w:t></w:r></w:hyperlink>
<w:del w:id="901" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>
<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>Digital natives only</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
"""


def _with_body(body: str) -> bytes:
    parts = {}
    with ZipFile(BytesIO(word(lambda document: document.add_paragraph("x")))) as package:
        for name in package.namelist():
            parts[name] = package.read(name)
    start, end = parts["word/document.xml"].split(b"<w:body>")
    section = end[end.index(b"<w:sectPr") :]
    parts["word/document.xml"] = start + b"<w:body>" + body.replace("\n", "").encode() + section
    return archive(parts)


def test_changes_links_breaks_and_boxes_are_followed() -> None:
    data = _with_body(_BODY)
    report, document = annotated(data)
    assert on(document, "able-bodied")
    assert on(document, "native speaker")
    (link,) = document.element.iter(f"{_W}hyperlink")
    runs = [run for run in link.iter(f"{_W}r") if "".join(run.itertext())]
    assert len(runs) == 3
    assert all(run.find(f"{_W}rPr/{_W}i") is not None for run in runs)
    # What is in a box is told at the run the box is in.
    (boxed,) = document.element.xpath("//w:r[w:pict]")
    assert boxed.getprevious().tag == f"{_W}commentRangeStart"
    assert on(document, "Digital natives only")
    assert len(comments(document)) == 1 + len(report.diagnostics) - len(lacking(report))


def test_every_word_of_the_body_is_traced_to_its_place() -> None:
    """A character of the flat text is the one the file has there."""
    for data in (word(_posting), word(_table), _with_body(_BODY)):
        traced = trace(data)
        texts = [t.text or "" for t in docx.Document(BytesIO(data)).element.iter(f"{_W}t")]
        assert traced.count == len(texts)
        seen = 0
        for offset in range(traced.body.start, traced.body.end):
            pair, char = traced.spots[offset], traced.text[offset]
            if pair is not None and not char.isspace():
                assert texts[pair[0].text][pair[0].at] == char
                seen += 1
            elif pair is None:
                assert char.isspace() or char in "()|"
        assert seen > 20


def test_another_file_than_the_one_that_was_checked_is_refused() -> None:
    report = LINTER.check_bytes(word(_posting), path="job.docx")
    with pytest.raises(SourceError, match=r"job\.docx: it is not the file that was checked"):
        annotate(report, word(_table))
    with pytest.raises(SourceError, match="Word"):
        annotate(report, b"no Word file")


def test_a_body_without_words_takes_the_comments_too() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Chairman of Technology"

    report, document = annotated(word(build))
    assert len(comments(document)) == len(report.diagnostics)


def _changed(data: bytes, **parts: bytes | None) -> bytes:
    """Return a package with parts changed, `document` standing for `word/document.xml`."""
    with ZipFile(BytesIO(data)) as package:
        found = {name: package.read(name) for name in package.namelist()}
    for name, part in parts.items():
        found[f"word/{name}.xml"] = part or b""
    return archive(found)


def test_all_but_the_comments_stays_byte_for_byte() -> None:
    """Prefixes that only an attribute names, and vocabularies of other makers, are kept."""
    data = word(_posting)
    body = part(data, "document")
    body = body.replace(b"<w:body>", b'<w:body><x:y xmlns:x="urn:x" a="1>2"/><!-- > -->', 1)
    data = _changed(data, document=body)
    after = part(annotate(LINTER.check_bytes(data, path="job.docx"), data), "document")
    # Nothing is gone, and nothing has come but marks and the parting of runs.
    marks = rb'<w:comment\w+ [^>]*/>| xml:space="preserve"'
    parted = rb"</?w:[rt]>|<w:rPr><w:b/></w:rPr>"
    kept, before = (re.sub(parted, b"", re.sub(marks, b"", one)) for one in (after, body))
    assert kept == before


def part(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        return package.read(f"word/{name}.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_document_in_another_encoding_or_with_other_prefixes_is_commented_on(
    encoding: str,
) -> None:
    body = part(word(_table), "document").decode()
    body = body.replace("<w:", "<q:").replace("</w:", "</q:").replace("xmlns:w=", "xmlns:q=")
    body = body.replace(" w:", " q:").replace("UTF-8", encoding).replace("utf-8", encoding)
    data = _changed(word(_table), document=body.encode(encoding))
    _, document = annotated(data)
    assert on(document, "able-bodied")


def test_entities_of_its_own_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:comments xmlns:w="urn:w">&a;</w:comments>'

    def build(document: Any) -> None:
        _posting(document)
        document.add_comment(document.paragraphs[1].runs, "Is this right?", author="Ana")

    data = _changed(word(build), comments=bomb)
    with pytest.raises(SourceError, match="entities of its own"):
        annotate(LINTER.check_bytes(data, path="job.docx"), data)


@pytest.mark.slow
def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    data = word(_posting)
    report = LINTER.check_bytes(data, path="job.docx")
    (tmp_path / "job.docx").write_bytes(annotate(report, data))
    subprocess.run(
        [
            *(office, "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"),
            *("--convert-to", "odt", "--outdir", str(tmp_path), str(tmp_path / "job.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    with ZipFile(tmp_path / "job.odt") as package:
        content = package.read("content.xml").decode()
    notes = re.findall(r"<office:annotation .*?</office:annotation>", content)
    assert len(notes) == 1 + len(report.diagnostics) - len(lacking(report))
    assert all("<dc:creator>postlint</dc:creator>" in note for note in notes)
    name = next(
        found[1]
        for note in notes
        if "able-bodied" in note and (found := re.search(r'office:name="([^"]+)"', note))
    )
    behind = content.split(f'<office:annotation-end office:name="{name}"/>')[0]
    before = re.sub(r"<[^>]+>", "", behind.rsplit("</office:annotation>", 1)[1])
    assert before == "able-bodied"


# ------------------------------------------------------------------ the command


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "job.docx"
    path.write_bytes(word(_posting))
    return path


def test_the_command_writes_a_copy_and_leaves_the_file(
    job: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = job.read_bytes()
    assert main(["check", "job.docx", "--annotate", "copy.docx", "--select", "ADA009"]) == 1
    assert "ADA009" in capsys.readouterr().out
    assert job.read_bytes() == before
    document = docx.Document("copy.docx")
    assert len(on(document, "able-bodied")) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["job.docx", "--annotate", "job.docx"], "it is the posting to check"),
        (["job.docx", "note.txt", "--annotate", "copy.docx"], "one Word file"),
        (["note.txt", "--annotate", "copy.docx"], "this was read as text"),
        (["job.docx", "--annotate", "nowhere/copy.docx"], "its folder does not exist"),
        (["-", "--annotate", "copy.docx"], "one Word file"),
    ],
)
def test_what_cannot_be_annotated_is_told_and_nothing_written(
    job: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    job.with_name("note.txt").write_text("Librarian\n\nDuties\n\n- Leads the branch.\n", "utf-8")
    before = job.read_bytes()
    assert main(["check", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert job.read_bytes() == before
    assert sorted(path.name for path in job.parent.iterdir()) == ["job.docx", "note.txt"]

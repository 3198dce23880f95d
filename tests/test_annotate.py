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


def comments(document: Any) -> list[tuple[str, str]]:
    """Return each comment's last lines but the source's, and the words it stands on."""
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
        code = next(match for p in comment.paragraphs if (match := re.match(r"[A-Z]+\d+", p.text)))
        found.append((code[0], words))
    return found


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
    data = word(_posting)
    report, document = annotated(data)
    found = comments(document)
    assert len(found) == len(report.diagnostics) > 4
    for diagnostic, (code, words) in zip(report.diagnostics, found, strict=True):
        assert code == diagnostic.code
        if report.source.place(diagnostic.span) not in ("header", "footer"):
            assert words == report.source.slice(diagnostic.span).strip()
    assert ("ADA009", "able-bodied") in found
    assert ("EQTY013", "Chairman") in found
    assert ("EQTY014", "he") in found


def test_what_a_footer_says_is_told_at_the_last_paragraph() -> None:
    _, document = annotated(word(_posting))
    assert ("EQTY020", "$142,000 a year") in comments(document)


def test_a_comment_says_what_was_found_by_which_rule_and_on_what_ground() -> None:
    report, document = annotated(word(_posting))
    number, diagnostic = next(
        (n, d) for n, d in enumerate(report.diagnostics) if d.code == "ADA009"
    )
    comment = list(document.comments)[number]
    lines = [paragraph.text for paragraph in comment.paragraphs]
    assert lines[0] == diagnostic.message
    assert f"ADA009 {diagnostic.name} ({diagnostic.severity.value})" in lines
    assert any(line.startswith("Source: ") for line in lines)
    assert diagnostic.url is None or lines[-1] == diagnostic.url


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
    assert len(twice.element.xpath("//w:commentRangeStart")) == len(report.diagnostics)


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
    assert ("ADA009", "able-bodied") in comments(document)
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
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Duties</w:t></w:r></w:p>
<w:p><w:r><w:t>Leads the staff and its work.</w:t></w:r></w:p>
<w:p><w:r><w:t>Plans the network of the schools.</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Leads people: </w:t></w:r>
<w:ins w:id="900" w:author="A"><w:r><w:tab/><w:t>the able-bo</w:t></w:r></w:ins>
<w:hyperlink w:anchor="x"><w:r><w:rPr><w:i/></w:rPr>
<w:t>died, a native </w:t><w:tab/><w:t>speaker</w:t></w:r></w:hyperlink>
<w:del w:id="901" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>
<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>Recent graduates only</w:t></w:r></w:p>
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
    found = comments(document)
    assert ("ADA009", "able-bodied") in found
    assert ("EQTY020", "native speaker") in found
    (link,) = document.element.iter(f"{_W}hyperlink")
    runs = [run for run in link.iter(f"{_W}r") if "".join(run.itertext())]
    assert len(runs) == 3
    assert all(run.find(f"{_W}rPr/{_W}i") is not None for run in runs)
    # What is in a box is told at the run the box is in.
    (boxed,) = document.element.xpath("//w:r[w:pict]")
    assert boxed.getprevious().tag == f"{_W}commentRangeStart"
    assert ("EQTY017", "Recent graduates only") in found
    assert len(found) == len(report.diagnostics)


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
    assert len(list(document.comments)) == len(report.diagnostics)


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
    assert len(notes) == len(report.diagnostics)
    assert all("<dc:creator>postlint</dc:creator>" in note for note in notes)
    name = next(
        found[1]
        for note in notes
        if "ADA009" in note and (found := re.search(r'office:name="([^"]+)"', note))
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
    assert ("ADA009", "able-bodied") in comments(document)
    comment = next(c for c in document.comments if "able-bodied-language" in c.text)
    assert "Source: " in comment.text


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

"""The kind of a source comes from its bytes, its name and its looks; a wrong guess is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from documents import pdf
from postlint import Linter
from postlint.errors import SourceError, UnknownName
from postlint.text.source import Span

LINTER = Linter()
HTML = (
    "<!DOCTYPE html><html><body><h1>Clerk</h1><h2>Duties</h2><ul><li>Files.</li></ul></body></html>"
)
JSON = json.dumps({"@type": "JobPosting", "title": "Clerk", "description": "Files records."})
MARKUP = "# Clerk\n\n## Duties\n\n- Files.\n"
PLAIN = "COUNTY CLERK\n\nDUTIES:\n- Files records.\n"
FRONT = "---\ntitle: Clerk\n---\n\n## Duties\n\n- Files.\n"


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        (MARKUP, None, "markup"),
        (MARKUP, "a.posting", "markup"),
        (MARKUP, "a.md", "markdown"),
        (FRONT, None, "markdown"),
        ("# Clerk\n\nSee [us](https://example.org).\n", None, "markdown"),
        (PLAIN, None, "text"),
        (PLAIN, "a.txt", "text"),
        (HTML, None, "html"),
        ("<p>Clerk</p><ul><li>Files</li></ul>", None, "html"),
        (JSON, None, "jobposting"),
        (JSON, "a.json", "jobposting"),
        ("", None, "text"),
    ],
)
def test_the_kind_is_told_without_a_word(text: str, path: str | None, kind: str) -> None:
    posting = LINTER.read(text, path=path)
    assert posting.reader == kind
    assert not [notice for notice in posting.notices if notice.message_id == "read-as-another-kind"]


@pytest.mark.parametrize(
    ("text", "path", "asked", "kind"),
    [
        (HTML, "a.txt", None, "html"),
        (HTML, "a.posting", None, "html"),
        (JSON, "a.md", None, "jobposting"),
        (PLAIN, "a.html", None, "text"),
        (PLAIN, "a.docx", None, "text"),
        (PLAIN, None, "pdf", "text"),
        (MARKUP, None, "html", "markup"),
    ],
)
def test_a_wrong_name_is_told(text: str, path: str | None, asked: str | None, kind: str) -> None:
    posting = LINTER.read(text, path=path, kind=asked)
    assert posting.reader == kind
    assert posting.notices[0].message_id == "read-as-another-kind"


def test_what_was_asked_for_is_done_where_it_can_be() -> None:
    assert LINTER.read(HTML, kind="text").reader == "text"
    assert LINTER.read(MARKUP, path="a.md", kind="markup").reader == "markup"
    with pytest.raises(UnknownName, match="markdown"):
        LINTER.read("x", kind="markdwn")


def test_bytes_outrank_names() -> None:
    pytest.importorskip("pypdfium2")
    data = pdf(
        [[("Clerk", 72, 700, 12, True), ("Files records for the court.", 72, 680, 10, False)]]
    )
    posting = LINTER.read_bytes(data, path="a.docx")
    assert posting.reader == "pdf"
    assert posting.notices[0].data == {"requested": "a Word file", "found": "a PDF file"}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    text = "COUNTY CLERK\n\nDUTIES:\n- Files the county’s records – daily.\n"
    posting = LINTER.read_bytes(text.encode(encoding), path="a.txt")
    assert posting.text == text
    assert not posting.notices


def test_binary_and_very_large_files_are_refused() -> None:
    with pytest.raises(SourceError, match="binary"):
        LINTER.read_bytes(bytes(range(256)) * 40)
    with pytest.raises(SourceError, match="20 MB"):
        LINTER.read_bytes(b"<p>" * 16_700_000, path="a.html")


DAMAGED = "DUTIES:\nâ€¢ Leads the districtâ€™s staff.\nâ€¢ Plans Â\xa0each year.\n"


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "markup"])
def test_mojibake_is_read_as_it_was_meant_and_keeps_its_place(kind: str) -> None:
    text = {"text": DAMAGED, "html": f"<h2>Duties</h2><p>{DAMAGED[8:]}</p>"}.get(
        kind, "## Duties\n\n- Leads the districtâ€™s staff.\n"
    )
    posting = LINTER.read(text, kind=kind)
    at = posting.text.index("district’s staff")
    place = posting.source.given_span(Span(at, at + len("district’s staff")))
    assert text[place.start : place.end] == "districtâ€™s staff"
    finding = next(note for note in posting.notices if note.message_id == "text-damage")
    assert finding.data["meant"] in ("•", "’")
    assert posting.source.given == text


@pytest.mark.parametrize(
    "text", ["Café à la carte – “quoted” naïve Ångström", "Ã la", "ÄÖÜ äöü ß", "é", "École d’été"]
)
def test_sound_text_is_left_alone(text: str) -> None:
    posting = LINTER.read(text, kind="text")
    assert posting.text == text
    assert not [note for note in posting.notices if note.message_id == "text-damage"]


@given(st.text(alphabet="aé’–•\xa0 “”🏥ü", min_size=1, max_size=20))
def test_what_was_read_wrongly_is_read_rightly(text: str) -> None:
    """Damage done by reading UTF-8 as Windows-1252 is undone, or left as it stands."""
    try:
        damaged = text.encode().decode("cp1252")
    except UnicodeDecodeError:
        return
    posting = LINTER.read(f"DUTIES:\n- {damaged} x\n", kind="text")
    for sentence in posting.sentences:
        place = posting.source.given_span(sentence)
        assert 0 <= place.start <= place.end <= len(posting.source.given)

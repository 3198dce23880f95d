"""Which kind of source this is: by its bytes, its suffix, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import splitext

from postlint.errors import Unreadable
from postlint.readers.base import BytesReader, Reader
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

MARKUP = "markup"
TEXT = "text"
MARKUP_SUFFIXES = frozenset({".posting"})

# How much of a text is looked at.
_LOOK = 20_000
# What only someone writing markup or Markdown puts at the start of a line. The
# sign comes before the look behind it: the search then passes over all else.
_HEADING = pattern(r"#(?<![^\r\n]#)#{0,5}[ \t]+\S")
_REMARK = pattern(r"%(?<![^\r\n]%)%[ \t]")
# What markup has no sign for and Markdown does.
_MARKDOWN = pattern(
    r"\A\ufeff?---[ \t]*(?:\r\n|\n|\r)[\w\"' -]{1,40}:|\]\((?:https?:|mailto:|\{%)|\{%-? include"
    r"|[\r\n]\*\*[^*\r\n]{2,80}\*\*[ \t]*[\r\n]|[\r\n]\|[ :|-]+\|[ \t]*[\r\n]"
)
# The names of a table's columns, duties among them, and the row that rules them off.
_TABLE = pattern(
    r"\|[^\r\n]*\b(?:Dut|Responsib|Function|Task|DUT|RESPONSIB|FUNCTION|TASK)[^\r\n|]*\|[^\r\n]*"
    r"\r?\n\|[ :-]*-[ :|-]+\|[ \t]*\r?\n\|"
)
_PAGE = pattern(r"(?i)\s*(?:<!--[^>]*-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b")
_TAG = pattern(r"(?i)</?(?:p|div|li|ul|ol|br|h[1-6]|table|tr|td|strong|b|span)\b[^<>]{0,300}>")
_ANY_TAG = pattern(r"</?[a-zA-Z][^<>]{0,300}>")
_ENTITY = pattern(r"&[a-zA-Z]{2,8};")
# No page begins with front matter, and Markdown may hold tags and entities.
_FRONT = pattern(r"\A\ufeff?---[ \t]*(?:\r\n|\n|\r)[\w\"' -]{1,40}:")
_JSON = pattern(r"\ufeff?\s*[\[{]\s*(?:\{\s*)?\"[@\w]")
_JOB = pattern(
    r"\"(?:JobPosting|description|hiringOrganization|descriptionHtml|content|PositionTitle)\""
)
_NAMES = {
    MARKUP: "a posting in markup",
    TEXT: "plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "jobposting": "schema.org JobPosting",
    "feed": "XML",
    "csv": "CSV",
    "word": "a Word file",
    "pdf": "a PDF file",
}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Guess(NamedTuple):
    """The kind to read a source as, and the kind it was to be, where that is another one."""

    kind: str
    instead_of: str | None = None


def name_of(kind: str) -> str:
    """Return what a person calls a kind of source."""
    return _NAMES.get(kind, kind)


def guess(
    text: str,
    path: str | None,
    readers: Iterable[Reader | BytesReader],
    requested: str | None = None,
) -> Guess:
    """Return the kind to read a text as, seeing its suffix or what was asked.

    A name is believed unless the text is plainly something else.
    """
    named = requested or kind_by_suffix(path, readers)
    if named is None:
        return Guess(_by_sight(text))
    if named in ("word", "pdf"):
        return Guess(_by_sight(text), named)
    if requested is None and named in (TEXT, MARKUP, "markdown", "jobposting"):
        if _is_page(text):
            return Guess("html", named)
        if named != "jobposting" and _is_job(text):
            return Guess("jobposting", named)
        if named == TEXT and "|" in text and _TABLE.search(text, 0, _LOOK):
            return Guess("markdown")  # cells between bars are read nowhere else
    if named == "html" and text.strip():
        if _FRONT.match(text):
            return Guess("markdown", named)
        if _ANY_TAG.search(text, 0, _LOOK) is None:
            found = _by_sight(text)
            if found == "markdown" or _ENTITY.search(text, 0, _LOOK) is None:
                return Guess(found if found != "html" else TEXT, named)
    return Guess(named)


def kind_by_suffix(path: str | None, readers: Iterable[Reader | BytesReader]) -> str | None:
    """Return the kind a file's name says, `None` where it says none."""
    suffix = splitext(path)[1].lower() if path else ""  # noqa: PTH122  # for every file checked
    if suffix in MARKUP_SUFFIXES:
        return MARKUP
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader.kind
    return None


def _by_sight(text: str) -> str:
    """Return the kind a text looks like."""
    if _is_page(text):
        return "html"
    if _is_job(text):
        return "jobposting"
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return "feed"
    tags = _TAG.finditer(text, 0, _LOOK)
    signed = _has_sign(text)
    if sum(1 for _, _tag in zip(range(3), tags, strict=False)) == 3 and not signed:
        return "html"
    if _MARKDOWN.match(text) or (signed and _MARKDOWN.search(text, 0, _LOOK)):
        return "markdown"
    return MARKUP if signed else TEXT


# The first character tells most texts from pages and data, and costs next to nothing.


def _is_page(text: str) -> bool:
    return text.lstrip()[:1] == "<" and _PAGE.match(text) is not None


def _is_job(text: str) -> bool:
    if text.removeprefix("\ufeff").lstrip()[:1] not in ("{", "["):
        return False
    return _JSON.match(text) is not None and _JOB.search(text, 0, _LOOK) is not None


def _has_sign(text: str) -> bool:
    # Most texts have neither character, and looking for one costs next to nothing.
    headed = "#" in text and _HEADING.search(text) is not None
    return headed or ("%%" in text and _REMARK.search(text) is not None)


def is_paper(data: bytes) -> bool:
    """Say whether bytes are an archive, as Word's files are, or a PDF file."""
    return data.startswith(b"PK\x03\x04") or b"%PDF-" in data[:1024]


def bytes_kind(data: bytes) -> str | None:
    """Return the kind of a file that is not text, `None` for one that may be.

    Raises `Unreadable` for files of kinds nobody reads here.
    """
    if data.startswith(b"PK\x03\x04"):
        return "word"  # its reader says what else the archive is
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_WORD) and _ENCRYPTED in data:
        raise Unreadable("it is protected by a password: save it without one")
    if data.startswith(_OLD_WORD):
        raise Unreadable("it is an Office file of an old kind: save it as .docx")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("it is an RTF file: save it as .docx")
    return None

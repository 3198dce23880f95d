"""The package a Word file is: what it may hold, and its headers and footers."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from attrs import frozen

from postlint.errors import Unreadable

DOCUMENT = "word/document.xml"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml\Z")
# A long posting's text takes a megabyte of XML. What unpacks to more is no posting.
_MOST_TEXT = 16_000_000
_MOST_MARGIN = 1_000_000
_MOST_PARTS = 5_000
# Parts that say how a document looks and not what it says; the library reads none.
_DRESS = re.compile(
    r"(?:docProps|customXml|word/(?:theme|glossary))/"
    r"|word/(?:settings|webSettings|fontTable|stylesWithEffects|(?:header|footer)\d*)\.xml\Z"
)
# Of these elements the library reads these children; the rest, most of a file, is dress.
_READ = {
    "word/styles.xml": {"styles": "style", "style": "name pPr", "pPr": "numPr"},
    "word/numbering.xml": {"lvl": "numFmt pStyle"},
    "word/document.xml": {
        "rPr": "rStyle b i u strike caps smallCaps vertAlign del",
        "pPr": "pStyle numPr rPr",
        "tblPr": "tblStyle",
        "trPr": "tblHeader del",
        "tcPr": "gridSpan vMerge",
        "sectPr": "",
        "tblGrid": "",
    },
}
_PAGE_NUMBER = re.compile(r"(?i)[-–—\s]*(?:page)?\s*\d*\s*(?:(?:of|/)\s*\d*)?[-–—\s]*\Z")
ENTITIES = "it is a Word file with entities of its own, which Word does not write"
_OTHERS = {
    "xl/workbook.xml": "it is an Excel file",
    "ppt/presentation.xml": "it is a PowerPoint file",
    "content.xml": "it is an OpenDocument file: save it as .docx",
}


@frozen
class Margins:
    """The paragraphs of a document's headers and footers, each told once."""

    headers: tuple[str, ...]
    footers: tuple[str, ...]


def is_word(data: bytes) -> bool:
    """Say whether bytes are a package with a Word document in it."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return DOCUMENT in package.namelist()
    except (BadZipFile, OSError, ValueError):
        return False


def open_package(data: bytes) -> Margins:
    """Check that a package can be read at no great cost, and return its margins.

    Raises `Unreadable` for what is no Word file, and for one that would unpack
    to more than any posting holds.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            return _read(package)
    except Unreadable:
        raise
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Unreadable("it is a damaged Word file: its archive cannot be opened") from error


def without_dress(data: bytes) -> bytes:
    """Return a package with the parts that the library reads, and what it reads of them.

    Raises `Unreadable` for a part with entities of its own, and whatever the
    archive is damaged by.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as package, ZipFile(out, "w", ZIP_STORED) as bare:
        for info in package.infolist():
            name = info.filename
            if not name.endswith((".xml", ".rels")) or _DRESS.match(name):
                continue
            part = package.read(info)
            if has_entities(part):
                raise Unreadable(ENTITIES)
            bare.writestr(name, _undressed(part, _READ[name]) if name in _READ else part)
    return out.getvalue()


def has_entities(part: bytes) -> bool:
    """Say whether a part of a package defines entities; UTF-16 does not hide it."""
    head = part.replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _undressed(part: bytes, read: dict[str, str]) -> bytes:
    """Return a part without the children that the library does not read of some elements."""
    try:
        root = ElementTree.fromstring(part)  # noqa: S314  # no entities, see above
    except ElementTree.ParseError:
        return part
    for name, children in read.items():
        wanted = {f"{WORDS}{child}" for child in children.split()}
        for element in root.iter(f"{WORDS}{name}"):
            element[:] = [child for child in element if child.tag in wanted]
    return ElementTree.tostring(root)


def _read(package: ZipFile) -> Margins:
    infos = {info.filename: info for info in package.infolist()}
    if DOCUMENT not in infos:
        for name, reason in _OTHERS.items():
            if name in infos:
                raise Unreadable(reason)
        raise Unreadable("it is an archive and has no Word document in it")
    # The sizes an archive states are what the library unpacks at most.
    texts = sum(info.file_size for name, info in infos.items() if name.endswith((".xml", ".rels")))
    if texts > _MOST_TEXT or len(infos) > _MOST_PARTS:
        raise Unreadable(f"it would unpack to {texts // 1_000_000} MB of text, more than a posting")
    found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    for name in sorted(infos):
        match = _MARGIN.match(name)
        if match is not None and infos[name].file_size <= _MOST_MARGIN:
            for words in _paragraphs(package.read(name)):
                found[match[1]].setdefault(words)
    return Margins(tuple(found["header"]), tuple(found["footer"]))


def _paragraphs(part: bytes) -> list[str]:
    """Return the paragraphs of a part that say more than a page number."""
    # A part with entities of its own is no work of Word's.
    if has_entities(part):
        return []
    try:
        root = ElementTree.fromstring(part)  # noqa: S314  # no entities, see above
    except ElementTree.ParseError:
        return []
    paragraphs = []
    for paragraph in root.iter(f"{WORDS}p"):
        pieces = []
        for node in paragraph.iter():
            if node.tag == f"{WORDS}t":
                pieces.append(node.text or "")
            elif node.tag in (f"{WORDS}tab", f"{WORDS}br"):
                pieces.append(" ")
        words = " ".join("".join(pieces).split())
        if words and not _PAGE_NUMBER.match(words):
            paragraphs.append(words)
    return paragraphs

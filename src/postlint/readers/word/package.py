"""The package a Word file is: what it may hold, and its headers and footers."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from lzma import LZMAError
from shutil import copyfileobj
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from attrs import frozen

from postlint.errors import Unreadable
from postlint.readers.word.styles import WORDS

DOCUMENT = "word/document.xml"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml\Z")
# A long posting's text takes a megabyte of XML. What unpacks to more is no posting.
_MOST_TEXT = 16_000_000
_MOST_MARGIN = 1_000_000
_MOST_PARTS = 5_000
_PAGE_NUMBER = re.compile(r"(?i)[-–—\s]*+(?:page)?\s*+\d*+\s*+(?:(?:of|/)\s*+\d*+)?[-–—\s]*+\Z")
_OTHERS = {
    "xl/workbook.xml": "it is an Excel file: save the sheet as .csv",
    "ppt/presentation.xml": "it is a PowerPoint file: save its words as .docx",
    "content.xml": "it is an OpenDocument file: save it as .docx",
}


@frozen
class Margins:
    """The paragraphs of a document's headers and footers, each given once."""

    headers: tuple[str, ...]
    footers: tuple[str, ...]


class Package:
    """An opened package: its parts, each read when asked for, and never twice.

    Raises `Unreadable` for what is no Word file, and for one that would unpack
    to more than any posting holds.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except DAMAGE as error:
            raise Unreadable(DAMAGED) from error
        # A name that stands there twice is one part: the last, as archives have it.
        self.infos = self._zip.NameToInfo
        self._left = _MOST_TEXT
        if any(info.flag_bits & 1 for info in self.infos.values()):
            raise Unreadable("it is protected by a password")
        if len(self._zip.filelist) > _MOST_PARTS:
            raise Unreadable(f"it has {len(self._zip.filelist)} parts, more than a posting")
        if DOCUMENT not in self.infos:
            for name, reason in _OTHERS.items():
                if name in self.infos:
                    raise Unreadable(reason)
            raise Unreadable("it is an archive and has no Word document in it")

    def read(self, name: str, most: int | None = None) -> bytes:
        """Return a part; nothing for one that is not there, or is larger than `most`."""
        info = self.infos.get(name)
        if info is None or (most is not None and info.file_size > most):
            return b""
        # The size it states is what is unpacked at most.
        self._left -= info.file_size
        if self._left < 0:
            size = info.file_size // 1_000_000
            raise Unreadable(f"it would unpack to {size} MB of text, more than a posting")
        try:
            with self._zip.open(info) as part:
                found = part.read(info.file_size + 1)
        except DAMAGE as error:
            raise Unreadable(DAMAGED) from error
        if len(found) != info.file_size:
            raise Unreadable(DAMAGED)
        return found

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with these parts in place of its own, or beside them."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as made:
            for name, info in self.infos.items():
                copied = ZipInfo(name, info.date_time)
                copied.compress_type = ZIP_DEFLATED
                copied.external_attr = info.external_attr
                if name in parts:
                    made.writestr(copied, parts[name])
                    continue
                try:
                    with self._zip.open(info) as part, made.open(copied, "w") as whole:
                        copyfileobj(part, whole)
                except DAMAGE as error:
                    raise Unreadable(DAMAGED) from error
            for name in parts.keys() - self.infos.keys():
                made.writestr(name, parts[name])
        return out.getvalue()

    def margins(self) -> Margins:
        """Return the paragraphs of headers and footers."""
        found: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
        for name in sorted(self.infos):
            match = _MARGIN.match(name)
            if match is not None:
                for words in _paragraphs(self.read(name, _MOST_MARGIN)):
                    found[match[1]].setdefault(words)
        return Margins(tuple(found["header"]), tuple(found["footer"]))

    def related(self) -> dict[str, str]:
        """Return the parts that the document refers to, by what it calls them."""
        part = self.read("word/_rels/document.xml.rels", _MOST_MARGIN)
        if not part or has_entities(part):
            return {}
        try:
            root = ElementTree.fromstring(part)  # noqa: S314  # no entities, see above
        except ElementTree.ParseError:
            return {}
        return {
            each.get("Id", ""): _inside(each.get("Target", ""))
            for each in root
            if each.get("TargetMode") != "External"
        }


DAMAGED = "it is a damaged Word file: its archive cannot be opened"
DAMAGE = (
    BadZipFile, LargeZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
    zlib.error, LZMAError,
)  # fmt: skip


def _inside(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"word/{target}"


def has_entities(part: bytes) -> bool:
    """Say whether a part of a package defines entities; UTF-16 does not hide it."""
    head = part.replace(b"\0", b"")
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _paragraphs(part: bytes) -> list[str]:
    """Return the paragraphs of a part that say more than a page number."""
    # A part with entities of its own is no work of Word's.
    if not part or has_entities(part):
        return []
    try:
        root = ElementTree.fromstring(part)  # noqa: S314  # no entities, see above
    except ElementTree.ParseError:
        return []
    paragraphs: list[str] = []
    pieces: list[list[str]] = []
    # A paragraph in a box of another is one of its own.
    for event, node in _events(root):
        if node.tag == f"{WORDS}p":
            if event == "start":
                pieces.append([])
                continue
            words = " ".join("".join(pieces.pop()).split())
            if words and not _PAGE_NUMBER.match(words):
                paragraphs.append(words)
        elif pieces and event == "start":
            if node.tag == f"{WORDS}t":
                pieces[-1].append(node.text or "")
            elif node.tag in (f"{WORDS}tab", f"{WORDS}br"):
                pieces[-1].append(" ")
    return paragraphs


def _events(root: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element]]:
    """Yield the start and the end of each element, however deep."""
    waiting = [("start", root)]
    while waiting:
        event, node = waiting.pop()
        yield event, node
        if event == "start":
            waiting.append(("end", node))
            waiting.extend(("start", child) for child in reversed(node))

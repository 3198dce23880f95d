"""The readers postlint brings, each imported when the first source asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from postlint.errors import Unreadable, to_install
from postlint.readers.base import BytesReader, Reader, Reading
from postlint.text.records import NamedTuple


class BuiltinReader(NamedTuple):
    """A reader of text known by name and suffixes, and by where it is defined."""

    kind: str
    suffixes: tuple[str, ...]
    module: str
    name: str

    def read(self, data: str) -> Reading:
        """Label a text with the grammar's terminals."""
        return self.load().read(data)

    def load(self) -> Reader:
        """Return the reader itself."""
        return cast("Reader", getattr(import_module(self.module), self.name)())


class BuiltinBytesReader(NamedTuple):
    """A reader of files that are not text. It may need another package.

    `label` is what a person calls such a file.
    """

    kind: str
    label: str
    suffixes: tuple[str, ...]
    package: str
    module: str
    name: str

    def read_bytes(self, data: bytes) -> Reading:
        """Label the text of a file; says what to install where a package is missing."""
        return self.load().read_bytes(data)

    def load(self) -> BytesReader:
        """Return the reader itself. Raises `Unreadable` where its package is missing."""
        try:
            import_module(self.package)
        except ImportError as error:
            raise Unreadable(
                f"reading {self.label} needs more: {to_install(self.package)}"
            ) from error
        return cast("BytesReader", getattr(import_module(self.module), self.name)())


BUILTIN: tuple[BuiltinReader, ...] = (
    BuiltinReader("text", (".txt", ".text"), "postlint.readers.plain", "PlainReader"),
    BuiltinReader(
        "markdown",
        (".md", ".markdown", ".mdown", ".mkd"),
        "postlint.readers.markdown",
        "MarkdownReader",
    ),
    BuiltinReader("html", (".html", ".htm", ".xhtml"), "postlint.readers.html", "HtmlReader"),
    BuiltinReader(
        "jobposting",
        (".json", ".jsonld", ".jsonl", ".ndjson"),
        "postlint.readers.jobposting",
        "JobPostingReader",
    ),
    BuiltinReader("feed", (".xml", ".rss", ".atom"), "postlint.readers.exports", "FeedReader"),
    BuiltinReader("csv", (".csv", ".tsv"), "postlint.readers.exports", "ColumnsReader"),
)
BUILTIN_BYTES: tuple[BuiltinBytesReader, ...] = (
    BuiltinBytesReader(
        "word",
        "Word files",
        (".docx", ".docm", ".dotx"),
        "zipfile",
        "postlint.readers.word",
        "WordReader",
    ),
    BuiltinBytesReader(
        "pdf", "PDF files", (".pdf",), "pypdfium2", "postlint.readers.pdf", "PdfReader"
    ),
)
# Kinds whose library is native code: where memory is short it may abort.
_NATIVE = (".pdf",)


def may_end_process(path: str) -> bool:
    """Say whether reading a file of this name may end the process that does it."""
    return path.lower().endswith(_NATIVE)

"""The readers postlint brings, each imported when the first source asks for it."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from attrs import field, frozen

from postlint.readers.base import Reader, Reading


@frozen(kw_only=True)
class BuiltinReader:
    """A reader known by name and suffixes, and by where it is defined."""

    kind: str
    suffixes: tuple[str, ...]
    module: str = field(repr=False)
    name: str = field(repr=False)

    def read(self, data: str) -> Reading:
        """Label a text with the grammar's terminals."""
        return self.load().read(data)

    def load(self) -> Reader:
        """Return the reader itself."""
        return cast("Reader", getattr(import_module(self.module), self.name)())


BUILTIN: tuple[BuiltinReader, ...] = (
    BuiltinReader(
        kind="text",
        suffixes=(".txt", ".text"),
        module="postlint.readers.plain",
        name="PlainReader",
    ),
    BuiltinReader(
        kind="markdown",
        suffixes=(".md", ".markdown", ".mdown", ".mkd"),
        module="postlint.readers.markdown",
        name="MarkdownReader",
    ),
    BuiltinReader(
        kind="html",
        suffixes=(".html", ".htm", ".xhtml"),
        module="postlint.readers.html",
        name="HtmlReader",
    ),
    BuiltinReader(
        kind="jobposting",
        suffixes=(".json", ".jsonld"),
        module="postlint.readers.jobposting",
        name="JobPostingReader",
    ),
)

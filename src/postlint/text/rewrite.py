"""Text files that are changed in place: their encoding, mark and newlines stay as they are.

A file is replaced whole or not at all; a run that is killed leaves the old one.
"""

from __future__ import annotations

from functools import lru_cache
from os import PathLike, fspath

from postlint.errors import OutputError, SourceError, why_unwritten
from postlint.text.decode import decode, encoding_of
from postlint.text.files import file_bytes, write_whole
from postlint.text.records import NamedTuple
from postlint.text.source import NEWLINE


class TextFile(NamedTuple):
    """The text of a file, and how it is written as bytes."""

    path: str
    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return a new text as this file's bytes. Raises `OutputError` where it has no such sign.

        Old encodings have few signs; a text that needs another one is not
        written in a second encoding behind the user's back.
        """
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            sign = text[error.start]
            raise OutputError(
                self.path, f"its encoding, {self.encoding}, has no '{sign}'; save it as UTF-8 first"
            ) from error

    def write(self, text: str) -> None:
        """Put a new text in the file's place. Raises `OutputError`.

        What somebody else has written there since it was read is not written over.
        """
        data, read = self.encode(text), self.encode(self.text)
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123  # a name is taken as it is
                same = file.read(len(read) + 1) == read
            if same:
                write_whole(self.path, data)
        except OSError as error:
            raise OutputError(self.path, why_unwritten(error)) from error
        if not same:
            raise OutputError(self.path, "it has changed since it was read; run this again")


def read_text_file(path: str | PathLike[str], megabytes: float) -> TextFile:
    """Read a file that is to be changed, of so many megabytes at most.

    Raises `SourceError` where bytes of it would be lost.
    """
    name = fspath(path)
    return as_text_file(file_bytes(name, megabytes), name)


def as_text_file(data: bytes, name: str) -> TextFile:
    """Return bytes as a text that can be written back. Raises `SourceError`."""
    text, lost = decode(data, name)
    encoding, mark = encoding_of(data, name)
    if lost or mark + text.encode(encoding, "surrogatepass") != data:
        raise SourceError(name, f"some of its bytes are not {encoding}; it is left as it is")
    return TextFile(path=name, text=text, encoding=encoding, mark=mark)


def difference(path: str, before: str, after: str) -> str:
    """Return what changes between two texts of a file as a unified diff; empty for none."""
    import difflib  # noqa: PLC0415  # few runs show one

    parts: list[str] = []
    for line in difflib.unified_diff(_lines(before), _lines(after), path, path):
        parts.append(line)
        if not line.endswith("\n"):
            parts.append("\n" if line.endswith("\r") else "\n\\ No newline at end of file\n")
    return "".join(parts)


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their newlines; other signs that part lines do not here."""
    lines: list[str] = []
    start = 0
    for match in NEWLINE.finditer(text):
        lines.append(text[start : match.end()])
        start = match.end()
    return [*lines, text[start:]] if start < len(text) else lines


@lru_cache(maxsize=2)
def newline_of(text: str) -> str:
    r"""Return the newline a text uses most; `\n` where it has none."""
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return max(counts, key=counts.__getitem__)

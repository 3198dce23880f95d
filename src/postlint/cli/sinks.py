"""Where output goes: standard output as it comes, or a file that is replaced whole."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Protocol

from postlint.errors import OutputError, why_unwritten


class Sink(Protocol):
    """Takes text. `finish` makes it final; leaving without it takes nothing back."""

    encoding: str

    def write(self, text: str) -> None:
        """Write a text."""
        ...

    def finish(self) -> None:
        """Make what was written final."""
        ...

    def abandon(self) -> None:
        """Leave things as they were, as far as that is possible."""
        ...


class StdoutSink:
    """Standard output; what is written is seen at once.

    Programs are given UTF-8, people the encoding of their terminal. A terminal
    is not given what it would act on, which texts made for programs may hold.
    """

    def __init__(self, *, for_people: bool) -> None:
        if sys.stdout is None:
            raise OutputError("standard output", "it is closed")
        self.encoding = (sys.stdout.encoding or "utf-8") if for_people else "utf-8"
        self._stream: BinaryIO = sys.stdout.buffer
        self._wary = not for_people and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Write a text and push it out."""
        if text:
            if self._wary:
                from postlint.render.cells import harmless  # noqa: PLC0415  # few runs show it

                text = "\n".join(harmless(line) for line in text.split("\n"))
            sys.stdout.flush()
            self._stream.write(text.encode(self.encoding, "backslashreplace"))
            self._stream.flush()

    def finish(self) -> None:
        """Do nothing: everything is out."""

    def abandon(self) -> None:
        """Do nothing: what is out is out."""


class FileSink:
    """A file that has its old content until the new one is whole.

    Until then what is written stands in a file without a name, so that a run
    that is killed leaves nothing behind.
    """

    encoding = "utf-8"

    def __init__(self, path: str) -> None:
        self.path = path
        import tempfile  # noqa: PLC0415  # few runs write files

        folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120
        try:
            if os.path.isdir(path):  # noqa: PTH112
                raise IsADirectoryError
            # A device's folder holds no files of ours.
            device = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113
            self._file: BinaryIO = tempfile.TemporaryFile(  # noqa: SIM115  # closed at its end
                dir=None if device else folder
            )
        except OSError as error:
            raise OutputError(path, why_unwritten(error)) from error

    def write(self, text: str) -> None:
        """Write a text to the draft."""
        self.write_bytes(text.encode(self.encoding, "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Write what is not text to the draft."""
        try:
            self._file.write(data)
        except OSError as error:
            raise OutputError(self.path, why_unwritten(error)) from error

    def finish(self) -> None:
        """Put the draft in the place of the file."""
        if self._file.closed:
            return
        from postlint.text.files import write_whole  # noqa: PLC0415  # few runs write files

        try:
            self._file.seek(0)
            write_whole(self.path, self._file)
        except OSError as error:
            raise OutputError(self.path, why_unwritten(error)) from error
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Drop what was written; the file keeps its content."""
        with suppress(OSError):
            self._file.close()


class Sinks:
    """Several sinks that end together: all made final, or all abandoned."""

    def __init__(self, sinks: list[Sink]) -> None:
        self._sinks = sinks

    def __enter__(self) -> Sinks:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            for sink in self._sinks:
                sink.abandon()
            return
        try:
            for sink in self._sinks:
                sink.finish()
        finally:
            for sink in self._sinks:
                sink.abandon()


def is_same_file(one: str, other: str) -> bool:
    """Say whether two paths lead to one file: what is read is not written over."""
    return os.path.realpath(one) == os.path.realpath(other)

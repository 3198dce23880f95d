"""Where output goes: standard output as it comes, or a file that is replaced whole."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
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
    """A file that has its old content until the new one is whole."""

    encoding = "utf-8"

    def __init__(self, path: str) -> None:
        self.path = path
        # A link stays a link; a device or a pipe is written to, not replaced.
        self._final = Path(os.path.realpath(path))
        self._draft: Path | None = None
        try:
            self._file = self._open()
        except OSError as error:
            raise OutputError(path, why_unwritten(error)) from error

    def _open(self) -> BinaryIO:
        try:
            mode = self._final.stat().st_mode
        except FileNotFoundError:
            mode = 0
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if mode and not stat.S_ISREG(mode):
            return self._final.open("wb")
        import tempfile  # noqa: PLC0415  # few runs write files

        from postlint.text.rewrite import new_mask  # noqa: PLC0415

        handle, draft = tempfile.mkstemp(dir=self._final.parent, prefix=f".{self._final.name}.")
        self._draft = Path(draft)
        self._draft.chmod(stat.S_IMODE(mode) if mode else 0o666 & ~new_mask())
        return os.fdopen(handle, "wb")

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
        try:
            self._file.close()
            if self._draft is not None:
                self._draft.replace(self._final)
                self._draft = None
        except OSError as error:
            raise OutputError(self.path, why_unwritten(error)) from error

    def abandon(self) -> None:
        """Remove the draft; the file keeps its old content."""
        with suppress(OSError):
            self._file.close()
        if self._draft is not None:
            self._draft.unlink(missing_ok=True)
            self._draft = None


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

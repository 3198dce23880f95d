"""`--annotate`: the findings of a Word file as comments in a copy of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from postlint.cli.sinks import FileSink, is_same_file
from postlint.engine.report import Report
from postlint.errors import OutputError, SourceError, why_unread
from postlint.run.search import OLD_PAPERS


class Copy:
    """The copy that comments are written into, and where it goes.

    Raises `click.UsageError` for anything but one file, and `OutputError`
    where the copy would be written over it.
    """

    def __init__(self, file: str, targets: Iterable[str | SourceError]) -> None:
        sources = list(targets)
        if len(sources) != 1 or sources[0] == "-":
            raise click.UsageError("--annotate writes into a copy of one Word file. Name one file.")
        if not file.lower().endswith(".docx"):
            raise click.UsageError(f"--annotate writes a Word file. Call it .docx, not '{file}'.")
        self._source = sources[0]
        if isinstance(self._source, str) and is_same_file(self._source, file):
            raise OutputError(file, "it is the posting to check; name another file for the copy")
        self.sink = FileSink(file)
        self._reports: list[Report] = []

    def add(self, report: object) -> None:
        """Take the report of a posting. Raises `SourceError` for what is no Word file."""
        if not isinstance(report, Report) or isinstance(self._source, SourceError):
            return
        if report.kind != "word":
            raise SourceError(
                self._source, f"--annotate is for Word files, and this was read as {report.kind}"
            )
        self._reports.append(report)

    def end(self) -> None:
        """Write the copy, where there is a report."""
        if not self._reports or isinstance(self._source, SourceError):
            return
        from postlint.render.word_comments import annotate  # noqa: PLC0415  # few ask for it

        self.sink.write_bytes(annotate(self._reports, _word_file(self._source)))


def _word_file(path: str) -> bytes:
    """Return a Word file, or what LibreOffice made of an older one for the check."""
    if path.lower().endswith(OLD_PAPERS):
        from postlint.run.papers import as_docx  # noqa: PLC0415  # few ask for it

        return as_docx(path)
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise SourceError(path, why_unread(error)) from error

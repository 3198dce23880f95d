"""The open documents: their texts, changed as the editor says, and what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import TypeVar

from attrs import define, evolve, field
from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from postlint.engine.report import Report
from postlint.lsp.positions import Encoding, SourceLines
from postlint.run.session import Assigned, Session

T = TypeVar("T")

# The longest a path, a name in it and a suffix can be; no system allows more.
_LONGEST_PATH = 4000
_LONGEST_NAME = 255
_LONGEST_SUFFIX = 16


@define(eq=False)
class Document:
    """One open document in one version; a change makes another document.

    So an answer that is being worked out keeps its text, and whoever holds it
    can see that it is no longer the one that is open.
    """

    uri: str
    text: str
    version: int
    language: str = ""
    encoding: Encoding = lsp.PositionEncodingKind.Utf16
    _lines: SourceLines | None = field(default=None, init=False)
    _reports: tuple[Report, ...] = field(default=(), init=False)
    _assigned: Assigned | None = field(default=None, init=False)

    @property
    def path(self) -> str:
        """Where the document is; one that was never saved is called by its URI.

        One whose name no file can have is read as one that was never saved.
        """
        path = to_fs_path(self.uri) or self.uri
        parts = path.encode("utf-8", "replace").split(b"/")
        if "\0" in path or len(path) > _LONGEST_PATH or max(map(len, parts)) > _LONGEST_NAME:
            return "untitled" + PurePath(path.replace("\0", "")).suffix[:_LONGEST_SUFFIX]
        return path

    @property
    def lines(self) -> SourceLines:
        """The lines of the text."""
        if self._lines is None:
            self._lines = SourceLines(self.text, self.encoding)
        return self._lines

    def changed(
        self, changes: Sequence[lsp.TextDocumentContentChangeEvent], version: int
    ) -> Document:
        """Return the document after the editor's changes, made one after another."""
        text = self.text
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                lines = self.lines if text is self.text else SourceLines(text, self.encoding)
                span = lines.span(change.range)
                text = text[: span.start] + change.text + text[span.end :]
            else:
                text = change.text
        made = evolve(self, text=text, version=version)
        made._assigned = self._assigned
        return made

    def anew(self) -> Document:
        """Return the same text with nothing found in it yet, nor about where it stands."""
        return evolve(self)

    def assigned(self, session: Session) -> Assigned:
        """Return the configuration and linter in force. Raises `ConfigError`, `UnknownName`."""
        if self._assigned is None:
            self._assigned = session.assigned(Path(self.path))
        return self._assigned

    def reports(self, session: Session) -> tuple[Report, ...]:
        """Return what is found in each posting of the text; of most texts there is one.

        Checked once. Raises as `assigned` does.
        """
        if not self._reports:
            assigned = self.assigned(session)
            kind = assigned.kind or _kind(self.language, self.path)
            reports = assigned.linter.check_all(self.text, kind=kind, path=self.path)
            if session.baseline_of(self.path) is not None:
                reports = session.judged(reports, self.path)
            self._reports = reports
        return self._reports

    def of_each(self, session: Session, make: Callable[[Document, Report], Iterable[T]]) -> list[T]:
        """Return what is made of every posting of the text. Raises as `assigned` does.

        What stands above or below all postings is said of each, and shown once.
        """
        reports = self.reports(session)
        made = [one for report in reports for one in make(self, report)]
        return list({repr(one): one for one in made}.values()) if len(reports) > 1 else made

    def report(self, session: Session) -> Report:
        """Return what is found in the first posting of the text. Raises as `assigned` does."""
        return self.reports(session)[0]


def _kind(language: str, path: str) -> str | None:
    """Return the kind of source a language id means, where the path does not tell."""
    if Path(path).suffix:
        return None
    return {"posting": "markup", "markdown": "markdown", "plaintext": "text"}.get(language)

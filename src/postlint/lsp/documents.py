"""The open documents: their texts, changed as the editor says, and what was found in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import define, field
from lsprotocol import types as lsp
from pygls.uris import to_fs_path

from postlint.lsp.positions import Encoding, Lines
from postlint.report import Report
from postlint.session import Assigned, Session


@define
class Document:
    """One open document. `version` is the editor's; a report belongs to one version."""

    uri: str
    text: str
    version: int
    language: str = ""
    encoding: Encoding = lsp.PositionEncodingKind.Utf16
    _lines: Lines | None = field(default=None, init=False)
    _checked: tuple[int, Report] | None = field(default=None, init=False)

    @property
    def path(self) -> str:
        """Where the document is; one that was never saved is called by its URI."""
        return to_fs_path(self.uri) or self.uri

    @property
    def lines(self) -> Lines:
        """The lines of the text as it is now."""
        if self._lines is None:
            self._lines = Lines(self.text, self.encoding)
        return self._lines

    def change(self, changes: Sequence[lsp.TextDocumentContentChangeEvent], version: int) -> None:
        """Apply the editor's changes, one after another."""
        for change in changes:
            if isinstance(change, lsp.TextDocumentContentChangePartial):
                span = self.lines.span(change.range)
                self.text = self.text[: span.start] + change.text + self.text[span.end :]
            else:
                self.text = change.text
            self._lines = None
        self.version = version

    def assigned(self, session: Session) -> Assigned:
        """Return the configuration and linter in force for the document."""
        return session.assigned(Path(self.path))

    def report(self, session: Session) -> Report:
        """Return what is found in the text as it is now. Checked once a version."""
        if self._checked is None or self._checked[0] != self.version:
            assigned = self.assigned(session)
            kind = assigned.kind or _kind(self.language, self.path)
            report = assigned.linter.check(self.text, kind=kind, path=self.path)
            self._checked = (self.version, report)
        return self._checked[1]

    def forget(self) -> None:
        """Check again when next asked, though the text is the same."""
        self._checked = None


def _kind(language: str, path: str) -> str | None:
    """Return the kind of source a language id means, where the path does not tell."""
    if Path(path).suffix:
        return None
    return {"posting": "markup", "markdown": "markdown", "plaintext": "text"}.get(language)

"""Fixes made in files: what a file would become, and whether it may be written."""

from __future__ import annotations

from attrs import frozen

from postlint.engine.report import Report
from postlint.errors import OutputError, SourceError
from postlint.fix.settle import Settled, settle
from postlint.readers.sniff import bytes_kind
from postlint.run.limits import limited
from postlint.run.session import Session
from postlint.text.rewrite import TextFile, as_text_file


@frozen(kw_only=True)
class Fixed:
    """What fixing a file came to. `refused` says why nothing may be written."""

    path: str
    file: TextFile | None = None
    settled: Settled | None = None
    refused: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is a new text to write."""
        return (
            self.file is not None
            and self.settled is not None
            and not self.refused
            and self.settled.text != self.file.text
        )

    def write(self) -> None:
        """Put the new text in the file's place. Raises `OutputError`."""
        if self.changed and self.file is not None and self.settled is not None:
            self.file.write(self.settled.text)


def fix_file(
    session: Session, path: str, data: bytes, *, kind: str | None = None, unsafe: bool = False
) -> Fixed:
    """Return what the fixes of a posting make of its file. Nothing is written.

    `data` is the file's content. Only findings that no baseline accepts are
    repaired. Raises what `Session.check_bytes` raises.
    """
    assigned = session.assigned(path)
    if bytes_kind(data) is not None:
        return Fixed(path=path, refused="fixes are made in texts only; convert it first")
    try:
        file = as_text_file(data, path)
    except SourceError as error:
        return Fixed(path=path, refused=error.reason)

    def check(text: str) -> tuple[Report, ...]:
        reports = assigned.linter.check_all(text, kind=kind or assigned.kind, path=path)
        return session.judged(reports, path)

    with limited(path, assigned.config.limits):
        settled = settle(file.text, check, unsafe=unsafe)
    refused = settled.refused
    if not settled.settled:
        refused = "its fixes undo one another; nothing is written"
    if not refused:
        try:
            file.encode(settled.text)
        except OutputError as error:
            refused = error.reason
    return Fixed(path=path, file=file, settled=settled, refused=refused)

"""The postings of a workspace that nobody has opened."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import frozen
from lsprotocol import types as lsp

from postlint.decode import decode
from postlint.intake import file_bytes
from postlint.lsp.diagnostics import to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.positions import Encoding
from postlint.session import Session

COMMAND = "postlint.checkWorkspace"
# Folders that hold tools' files, never postings. Hidden ones are passed over too.
_PASSED_OVER = frozenset({"node_modules", "__pycache__"})


@frozen
class Checked:
    """A posting of the workspace and its diagnostics."""

    uri: str
    diagnostics: list[lsp.Diagnostic]


def postings(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the `.posting` files of folders, each once, in order.

    Other texts are checked where an editor has them open: what in a folder of
    Markdown is a posting and what is a page, only its owner knows.
    """
    seen: set[str] = set()
    for folder in folders:
        for place, inner, files in os.walk(folder):
            inner[:] = sorted(
                name for name in inner if not name.startswith(".") and name not in _PASSED_OVER
            )
            for name in sorted(files):
                path = Path(place, name)
                key = os.path.realpath(path)
                if path.suffix.lower() == ".posting" and key not in seen:
                    seen.add(key)
                    yield path


def check(path: Path, session: Session, encoding: Encoding, docs: str) -> Checked:
    """Check a file as if it were open. Raises `PostlintError`."""
    data = file_bytes(str(path), session.found(path).config.limits.megabytes)
    document = Document(
        uri=path.as_uri(),
        text=decode(data, str(path))[0],
        version=0,
        language="posting",
        encoding=encoding,
    )
    return Checked(document.uri, to_protocol(document, document.report(session), docs))


def tally(found: Iterable[Checked]) -> dict[str, Any]:
    """Return how many files were checked and what was found, as plain data."""
    files, counts = 0, Counter[str]()
    for one in found:
        files += 1
        counts.update(
            item.severity.name.lower() for item in one.diagnostics if item.severity is not None
        )
    return {"files": files, "findings": dict(counts)}

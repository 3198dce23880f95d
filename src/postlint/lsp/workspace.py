"""The postings of a workspace that nobody has opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen
from lsprotocol import types as lsp

from postlint.errors import PostlintError
from postlint.lsp.diagnostics import to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.positions import Encoding
from postlint.run.search import Search
from postlint.run.session import Session
from postlint.text.decode import decode
from postlint.text.files import file_bytes

COMMAND = "postlint.checkWorkspace"
_SUFFIXES = frozenset({".posting"})


@frozen
class CheckedPosting:
    """A posting of the workspace and its diagnostics."""

    uri: str
    diagnostics: list[lsp.Diagnostic]


def postings(folders: Iterable[Path], session: Session) -> list[Path]:
    """Return the `.posting` files of folders, each once, in order.

    What git ignores and what a configuration excludes is skipped, as
    the command does. Other texts are checked where an editor has them open:
    what in a folder of Markdown is a posting and what is a page, only its
    owner knows.
    """
    named = [str(folder) for folder in folders]
    try:
        found = list(Search(suffixes=_SUFFIXES, session=session).find(named))
    except PostlintError:
        # Each file says what is wrong with its configuration.
        found = list(Search(suffixes=_SUFFIXES).find(named))
    paths = [Path(target) for target in found if isinstance(target, str)]
    return [path for path in paths if path.suffix.lower() in _SUFFIXES]


def check(path: Path, session: Session, encoding: Encoding, docs: str) -> CheckedPosting:
    """Check a file as if it were open. Raises `PostlintError`."""
    data = file_bytes(str(path), session.found(path).config.limits.megabytes)
    document = Document(
        uri=path.as_uri(),
        text=decode(data, str(path))[0],
        version=0,
        language="posting",
        encoding=encoding,
    )
    return CheckedPosting(document.uri, document.of_each(session, partial(to_protocol, docs=docs)))


def tally(found: Iterable[CheckedPosting]) -> dict[str, Any]:
    """Return how many files were checked and what was found, as plain data."""
    files, counts = 0, Counter[str]()
    for one in found:
        files += 1
        counts.update(
            item.severity.name.lower() for item in one.diagnostics if item.severity is not None
        )
    return {"files": files, "findings": dict(counts)}

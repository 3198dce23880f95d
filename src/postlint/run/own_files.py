"""What postlint itself wrote: reports, and copies with its comments. They are no postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# A report's head holds it.
_MARK = b'<meta name="generator" content="postlint"'
_HEAD = 2048
_COMMENTS = "word/comments.xml"
_OURS = (b'w:author="postlint"', b"w:author='postlint'")


def is_own(path: Path) -> bool:
    """Say whether a file is a report of postlint's, or a copy that it wrote comments into."""
    suffix = path.suffix.lower()
    try:
        if suffix in (".html", ".htm"):
            with path.open("rb") as file:
                return _MARK in file.read(_HEAD)
        return suffix == ".docx" and _has_our_comments(path)
    except OSError:
        return False  # reported where it is read


def _has_our_comments(path: Path) -> bool:
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415  # as the reader of such files does

    try:
        with ZipFile(path) as archive:
            if _COMMENTS not in archive.namelist():
                return False
            with archive.open(_COMMENTS) as part:
                # Comments of a long document, and no more than that.
                text = part.read(4_000_000)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return False  # reported by the reader
    return any(author in text for author in _OURS)

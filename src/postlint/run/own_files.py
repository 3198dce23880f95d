"""What the heads of files tell: postlint's own reports and copies, and data that holds postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# A report's head holds it.
_MARK = b'<meta name="generator" content="postlint"'
_HEAD = 2048
# Where a file of data holds a posting, it says so early.
_POSTING = (b'"@type"', b'JobPosting"')
_DATA_HEAD = 65_536
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


def holds_posting(path: Path) -> bool:
    """Say whether a file of data says that it holds a JobPosting."""
    try:
        with path.open("rb") as file:
            head = file.read(_DATA_HEAD)
    except OSError:
        return False  # a folder, or nothing that could be read
    return all(sign in head for sign in _POSTING)


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

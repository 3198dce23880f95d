"""Every real posting at hand is checked without a fault of our own.

The postings are no part of the project; without them the tests are skipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from postlint import Linter, Report
from postlint.errors import SourceError
from postlint.text.decode import decode

SHARED = Path(__file__).parents[2] / "shared"
FOLDERS = ("seeds", "corpus")
FAULTS = {"POST020", "POST021", "POST022"}
TEXT_SUFFIXES = {".txt", ".md", ".html", ".htm", ".raw", ""}
_LEAST = 40

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the corpus of real postings is not here (../shared)"
)


@cache
def linter() -> Linter:
    return Linter()


def files() -> list[Path]:
    found = [
        path
        for folder in FOLDERS
        for path in sorted((SHARED / folder).rglob("*"))
        if path.is_file() and path.suffix.lower() in {*TEXT_SUFFIXES, ".jsonl"}
    ]
    return sorted(found, key=lambda path: path.parent)


def folders() -> list[Path]:
    return sorted({path.parent for path in files()}) if SHARED.is_dir() else []


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield a name and a text for each file, and for each long field of each row."""
    for path in files():
        if path.parent != folder:
            continue
        text, _ = decode(path.read_bytes(), str(path))
        if path.suffix != ".jsonl":
            yield path.name, text
            continue
        for number, line in enumerate(text.split("\n")):
            row = json.loads(line) if line.strip() else {}
            for field, value in row.items():
                if isinstance(value, str) and len(value) > _LEAST:
                    yield f"{path.name}:{number}:{field}", value


def faults(report: Report) -> list[str]:
    length = len(report.posting.text)
    spans = [span for record in report.outcomes for span in record.spans]
    spans += [span for fact in report.facts.values() for span in fact.spans]
    spans += [diagnostic.span for diagnostic in report.diagnostics]
    found = [d.message for d in report.diagnostics if d.code in FAULTS]
    found += [f"{span} is outside" for span in spans if not 0 <= span.start <= span.end <= length]
    found += [
        f"fact {name}: {fact.missing}"
        for name, fact in report.facts.items()
        if fact.missing and "could not be worked out" in fact.missing
    ]
    return found


@pytest.mark.parametrize("folder", folders(), ids=lambda path: str(path.relative_to(SHARED)))
def test_every_text_of_a_folder_is_checked_without_a_fault(folder: Path) -> None:
    checked = 0
    for name, text in texts(folder):
        report = linter().check(text, path=None if ".jsonl" in name else name)
        assert faults(report) == [], name
        assert report.measures is not None
        checked += 1
    assert checked


def binaries() -> list[Path]:
    return [
        path
        for folder in FOLDERS
        for path in sorted((SHARED / folder).rglob("*"))
        if path.suffix.lower() in {".pdf", ".docx"}
    ]


def test_files_that_are_no_text_are_read_or_refused_by_name() -> None:
    """What cannot be read is an error that names the file, and never a traceback."""
    results = list(linter().check_files(binaries()))
    assert len(results) == len(binaries())
    for path, result in zip(binaries(), results, strict=True):
        if isinstance(result, SourceError):
            assert result.path == str(path)
            assert result.reason
        else:
            assert faults(result) == [], path.name


def test_the_files_that_hold_no_posting_are_told_apart() -> None:
    """All but two of them at most."""
    folder = SHARED / "corpus" / "not-postings"
    reports = [linter().check(text, path=name) for name, text in texts(folder)]
    assert reports
    assert sum(report.is_posting for report in reports) <= 2

"""Findings an office has accepted for now, so that only new ones fail.

A baseline holds fingerprints and counts for each file, never line numbers:
edits elsewhere in a posting change nothing.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from postlint.engine.fingerprint import fingerprint
from postlint.engine.report import Gone, Report
from postlint.errors import SourceError, why_unread
from postlint.rules.rule import Verdict
from postlint.text.diagnostics import Diagnostic
from postlint.text.files import regular_text
from postlint.text.patterns import pattern
from postlint.text.values import evolve, field, frozen

VERSION = 2
# What tells one posting of a file from the others: `jobs.json[2]`, `bulletin.pdf#3`.
_PART = pattern(r"(?:\[\d+\]|#\d+)\Z")


@frozen(kw_only=True)
class Accepted:
    """An accepted finding: how often it may appear, and what it is about."""

    code: str
    count: int
    words: str = ""


@frozen(kw_only=True)
class Baseline:
    """Accepted findings by file and fingerprint."""

    files: Mapping[str, Mapping[str, Accepted]] = field(factory=dict)

    def split(self, path: str, posting: Any, diagnostics: Iterable[Diagnostic]) -> Split:
        """Tell what is new in a posting from what was accepted, and what is gone."""
        accepted = self.files.get(path, {})
        left = Counter({mark: entry.count for mark, entry in accepted.items()})
        new: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for diagnostic in diagnostics:
            mark = fingerprint(posting, diagnostic)
            if left[mark] > 0:
                left[mark] -= 1
                known.append(diagnostic)
            else:
                new.append(diagnostic)
        gone = tuple(
            Accepted(code=accepted[mark].code, count=count, words=accepted[mark].words)
            for mark, count in sorted(left.items())
            if count > 0
        )
        return Split(new=tuple(new), known=tuple(known), gone=gone)


@frozen(kw_only=True)
class Split:
    """Findings that are new, those that were accepted, and accepted ones that are gone."""

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    gone: tuple[Accepted, ...]


def record(found: Iterable[tuple[str, Any, Iterable[Diagnostic]]]) -> Baseline:
    """Return a baseline that accepts the findings of files, given as path, posting, findings."""
    files: dict[str, dict[str, Accepted]] = {}
    for path, posting, diagnostics in found:
        entries: dict[str, Accepted] = {}
        for diagnostic in diagnostics:
            mark = fingerprint(posting, diagnostic)
            count = entries[mark].count + 1 if mark in entries else 1
            words = " ".join(posting.text[diagnostic.span.start : diagnostic.span.end].split())
            entries[mark] = Accepted(code=diagnostic.code, count=count, words=words[:60])
        if entries:
            files[path] = entries
    return Baseline(files=files)


def merged(
    before: Baseline,
    now: Baseline,
    *,
    requested: Mapping[str, frozenset[str]],
    there: Callable[[str], bool],
) -> Baseline:
    """Return a new baseline with what an older one says of what was not checked now.

    `requested` has the rules that each checked file was asked, by the file's name;
    `there` says whether a file still exists.
    """
    files: dict[str, dict[str, Accepted]] = {name: dict(rows) for name, rows in now.files.items()}
    for name, entries in before.files.items():
        if name not in requested and not there(name):
            continue
        rules = requested.get(name, frozenset())
        left = {mark: entry for mark, entry in entries.items() if entry.code not in rules}
        if left:
            files[name] = {**left, **files.get(name, {})}
    return Baseline(files=files)


def apply(baseline: Baseline, report: Report, file: Path, name: str) -> Report:
    """Return a report whose accepted findings are set apart from those that are new.

    `file` is where the baseline stands. A finding of a rule that was not asked,
    or could not tell, is not called gone.
    """
    if name not in baseline.files:
        name = _before_renaming(baseline, report, file) or name
    split = baseline.split(name, report.posting, report.diagnostics)
    requested = {each.code for each in report.outcomes if each.verdict is not Verdict.CANNOT_TELL}
    gone = tuple(
        Gone(code=entry.code, count=entry.count, words=entry.words)
        for entry in split.gone
        if entry.code in requested or entry.code.startswith("POST")
    )
    accepted_in = file.name if split.known else ""
    return evolve(
        report, diagnostics=split.new, accepted=split.known, accepted_in=accepted_in, gone=gone
    )


def _before_renaming(baseline: Baseline, report: Report, file: Path) -> str | None:
    """Return what a posting was called when its findings were accepted, where that can be found.

    It is a file that is there no more, and whose accepted findings are for the
    most part those of the posting, and those of the posting for the most part
    accepted ones.
    """
    marks = {fingerprint(report.posting, found) for found in report.diagnostics}
    best: tuple[int, str] | None = None
    for name, entries in baseline.files.items():
        shared = len(marks & entries.keys())
        if 2 * shared > max(len(marks), len(entries)) and (best is None or shared > best[0]):
            where = _PART.sub("", name)
            if not (file.parent / where).exists():
                best = shared, name
    return None if best is None else best[1]


def name_in(file: Path, path: str) -> str:
    """Return what a baseline calls a posting: its place seen from the baseline's folder."""
    place, folder = os.path.realpath(path), os.path.realpath(file.parent)
    try:
        return Path(os.path.relpath(place, folder)).as_posix()
    except ValueError:  # another drive
        return Path(place).as_posix()


def dump(baseline: Baseline) -> str:
    """Return a baseline as JSON that differs only where findings do."""
    files = {
        path: {
            mark: {"code": entry.code, "count": entry.count, "words": entry.words}
            for mark, entry in sorted(entries.items())
        }
        for path, entries in sorted(baseline.files.items())
    }
    return json.dumps({"version": VERSION, "files": files}, indent=2, ensure_ascii=False) + "\n"


def load(path: Path) -> Baseline:
    """Read a baseline. Raises `SourceError` for a file that is none."""
    try:
        data = json.loads(regular_text(path))
        if data["version"] != VERSION:
            raise SourceError(
                str(path),
                f"is a baseline of version {data['version']} and not {VERSION}: "
                "'postlint baseline' writes it anew",
            )
        files = {
            name: {
                mark: Accepted(
                    code=str(row["code"]), count=int(row["count"]), words=str(row.get("words", ""))
                )
                for mark, row in entries.items()
            }
            for name, entries in data["files"].items()
        }
    except OSError as error:
        reason = why_unread(error)
        if isinstance(error, FileNotFoundError):
            reason += "; 'postlint baseline' writes it"
        raise SourceError(str(path), f"the baseline cannot be read: {reason}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(str(path), "is not a baseline written by postlint") from error
    return Baseline(files=files)

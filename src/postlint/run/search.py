"""Which files a run checks: those named, those in folders, those that match a pattern.

A file that is named is taken, whatever it is called. A folder gives the files
in it and below that are called like postings; hidden ones, those git ignores
and those a configuration excludes are skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from postlint.errors import SourceError
from postlint.packs.registry import nearest
from postlint.run.own_files import holds_posting, is_own
from postlint.run.session import Session, matches
from postlint.text.files import regular_text
from postlint.text.places import expanded, is_there
from postlint.text.values import define, field

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec

STDIN = "-"
# What folders are searched for, besides the suffixes that packs' readers bring.
# JSON is mostly something else than a posting, and is checked where it is named.
SUFFIXES = frozenset({".posting", ".txt", ".md", ".markdown", ".docx", ".pdf", ".html", ".htm"})
_DATA = (".json", ".jsonl")
# Papers of writing programs that no reader reads; a folder of them is not clean.
OLD_PAPERS = (".doc", ".odt", ".rtf")
# Folders that hold tools' files, never postings. Hidden ones are skipped too.
_SKIPPED = frozenset({"node_modules", "__pycache__"})
_PATTERN = frozenset("*?[")

Target: TypeAlias = str | SourceError


@define(kw_only=True, eq=False, repr=False)
class Search:
    """How folders are searched.

    `include` and `exclude` are globs relative to the current folder; those of
    the configurations that `session` finds are relative to theirs. With
    `force_exclude` what is excluded is skipped also where it is named, and
    so is standard input that is called like it by `stdin_name`. Papers that no
    reader reads are found with `old_papers`, and else gathered in `unread`;
    what postlint wrote itself is gathered in `own`, and data that holds a
    posting in `unnamed`.
    """

    suffixes: frozenset[str] = SUFFIXES
    session: Session | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    stdin_name: str | None = None
    old_papers: bool = False
    unread: list[str] = field(factory=list, init=False)
    own: list[str] = field(factory=list, init=False)
    unnamed: list[str] = field(factory=list, init=False)

    @cached_property
    def _here(self) -> Path:
        from pathlib import Path  # noqa: PLC0415  # a plain check does without it

        return Path.cwd()

    def find(self, paths: Iterable[str]) -> Iterator[Target]:
        """Yield each file once, in a stable order; what cannot be found as its error."""
        seen: set[str] = set()
        for target in self._each(paths):
            if isinstance(target, SourceError):
                yield target
                continue
            key = target if target == STDIN else os.path.realpath(target)
            if key not in seen:
                seen.add(key)
                yield target

    def _each(self, paths: Iterable[str]) -> Iterator[Target]:
        for path in paths:
            if path == STDIN:
                name = self.stdin_name
                if name is None or not self.force_exclude or not self._excluded(name):
                    yield path
            elif os.path.isdir(path):  # noqa: PTH112  # a Path would drop what makes "./" and "" differ
                yield from self._in_folder(path)
            elif _PATTERN.isdisjoint(path) or os.path.lexists(path):
                if not os.path.lexists(path):
                    yield _missing(path)
                elif not self.force_exclude or not self._excluded(path):
                    yield path
            else:
                yield from self._matching(path)

    def _in_folder(self, folder: str) -> Iterator[Target]:
        faults: list[OSError] = []
        found = 0
        for path in self._walk(folder, faults):
            if self._is_posting(path):
                found += 1
                yield str(path)
        for fault in faults:
            reason = (fault.strerror or str(fault)).lower()
            yield SourceError(str(fault.filename or folder), f"the folder cannot be read: {reason}")
        if not found and not faults:
            kinds = ", ".join(sorted(self.suffixes))
            yield SourceError(folder, f"the folder holds no posting to check ({kinds})")

    def _walk(self, folder: str, faults: list[OSError]) -> Iterator[Path]:
        """Yield the files below a folder that may concern a check and that nothing leaves out."""
        from pathlib import Path  # noqa: PLC0415  # a plain check does without it

        ignored = _Ignored(Path(folder))
        for place, folders, files in os.walk(folder, onerror=faults.append):
            here = Path(place)
            ignored.enter(here, files)
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".")
                and name not in _SKIPPED
                and not ignored.covers(here / name, folder=True)
                and not self._excluded(here / name)
            )
            for name in sorted(files):
                path = here / name
                if (
                    not name.startswith(".")
                    and (path.suffix.lower() in (*OLD_PAPERS, *_DATA) or self._is_named(path))
                    and not ignored.covers(path, folder=False)
                    and not self._excluded(path)
                ):
                    yield path

    def _is_posting(self, path: Path) -> bool:
        """Say whether a file of a folder is checked; gather what is not and might be thought to."""
        suffix = path.suffix.lower()
        if self._is_named(path) and path.is_file():
            if is_own(path):
                self.own.append(str(path))
                return False
            return True
        if suffix in OLD_PAPERS and not path.name.startswith("~"):
            if not self.old_papers:
                self.unread.append(str(path))
            return self.old_papers
        if suffix in _DATA and holds_posting(path):
            self.unnamed.append(str(path))
        return False

    def _is_named(self, path: Path) -> bool:
        """Say whether a file is called like a posting, or is included."""
        return path.suffix.lower() in self.suffixes or self._included(path)

    def _matching(self, pattern: str) -> Iterator[Target]:
        matched = expanded(pattern)
        if not matched:
            yield SourceError(pattern, "no file matches this pattern")
        for match in matched:
            if os.path.isdir(match):  # noqa: PTH112
                # "**" names every folder below as well as its files: one without
                # postings of its own is no mistake of the user's.
                yield from (t for t in self._in_folder(match) if isinstance(t, str))
            elif not self.force_exclude or not self._excluded(match):
                yield match

    def _included(self, path: Path) -> bool:
        if self.include and _meant(path, self._here, self.include):
            return True
        if self.session is None:
            return False
        found = self.session.found(path.parent)
        return _meant(path, found.root, found.config.include)

    def _excluded(self, path: str | Path) -> bool:
        if self.exclude and _meant(path, self._here, self.exclude):
            return True
        return self.session is not None and self.session.excluded(path)


def _meant(path: str | Path, root: Path, globs: tuple[str, ...]) -> bool:
    return any(matches(path, root, glob) for glob in globs)


def leads_away(target: str, named: Iterable[str]) -> bool:
    """Say whether a file was found in a folder and is a link: what it leads to was not named.

    Such a file is read, and never written.
    """
    return os.path.islink(target) and target not in named  # noqa: PTH114


def find_targets(paths: Iterable[str], suffixes: frozenset[str] = SUFFIXES) -> Iterator[Target]:
    """Yield each file once, in a stable order; what cannot be found as its error."""
    return Search(suffixes=suffixes).find(paths)


def repository(folder: Path) -> str:
    """Return the folder of the repository that a folder stands in, or nothing."""
    places = (folder, *folder.parents)
    return str(next((place for place in places if is_there(place / ".git")), ""))


class _Ignored:
    """What git ignores in a folder that is searched.

    The `.gitignore` files from the repository's root down to a file count, the
    deepest first. A folder the user names is searched even where git ignores
    it; then only what stands in it counts.
    """

    def __init__(self, folder: Path) -> None:
        from pathlib import Path  # noqa: PLC0415  # as above

        self._specs: list[tuple[Path, GitIgnoreSpec]] = []
        self._folder = folder
        top = Path(os.path.realpath(folder))
        self._top = top
        found = repository(top)
        if not found:
            return
        root = Path(found)
        self._add(root, root / ".git" / "info" / "exclude")
        for place in reversed([place for place in top.parents if place.is_relative_to(root)]):
            self._add(place, place / ".gitignore")
        if self._specs and top != root and self._says(top, folder=True):
            self._specs.clear()

    def enter(self, place: Path, files: list[str]) -> None:
        """Take the folder's own file into account."""
        if ".gitignore" in files:
            self._add(self._real(place), place / ".gitignore")

    def covers(self, path: Path, *, folder: bool) -> bool:
        """Say whether git ignores a file or folder below the one that is searched."""
        return bool(self._specs) and self._says(self._real(path), folder=folder)

    def _real(self, path: Path) -> Path:
        return self._top / path.relative_to(self._folder)

    def _says(self, path: Path, *, folder: bool) -> bool:
        for root, spec in reversed(self._specs):
            if path.is_relative_to(root) and path != root:
                name = path.relative_to(root).as_posix() + ("/" if folder else "")
                for rule in reversed(spec.patterns):
                    if rule.include is not None and _is_meant(rule, name):
                        return rule.include
        return False

    def _add(self, root: Path, file: Path) -> None:
        try:
            lines = regular_text(file, "replace").split("\n")
        except OSError:
            return
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  # few folders have such a file

        self._specs.append((root, GitIgnoreSpec.from_lines(line.rstrip("\r") for line in lines)))


def _is_meant(rule: Any, name: str) -> bool:
    """Say whether a pattern of git's is about this very entry, and not about a folder above it.

    Those above were asked before they were entered. A folder's name ends in a
    slash, which the patterns' expressions mark by a group of their own.
    """
    return any(
        found.groupdict().get("ps_d") is None or found.start("ps_d") == len(name) - 1
        for found in rule.regex.finditer(name)
    )


def _missing(path: str) -> SourceError:
    """Say that a file is not there, and which one like it is."""
    reason = "there is no such file"
    from pathlib import Path  # noqa: PLC0415  # as above

    where = Path(path)
    try:
        close = nearest(where.name, [entry.name for entry in where.parent.iterdir()])
    except (OSError, ValueError):
        close = None
    if close:
        reason += f"; did you mean '{where.parent / close}'?"
    return SourceError(path, reason)

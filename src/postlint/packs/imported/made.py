"""A rule as it is carried over, and why one is not."""

from __future__ import annotations

from postlint.text.records import NamedTuple


class Looked(NamedTuple):
    """Phrases not to be used, what to write instead, what cancels them anywhere, and why."""

    find: tuple[str, ...]
    use: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    why: str = ""


class Made(NamedTuple):
    """A house rule to be: it looks for words, or for a pattern, or counts."""

    name: str
    message: str
    severity: str
    source: str
    link: str = ""
    why: str = ""
    words: tuple[Looked, ...] = ()
    pattern: str = ""
    most: tuple[str, int] | None = None


class Left(NamedTuple):
    """What was not carried over: where it stands, what of it, and why."""

    source: str
    what: str
    why: str


class Difference(NamedTuple):
    """What was carried over and finds more than it did, or less."""

    source: str
    what: str

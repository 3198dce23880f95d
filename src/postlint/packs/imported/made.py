"""A rule as it is carried over, and why one is not."""

from __future__ import annotations

from postlint.text.records import NamedTuple


class Looked(NamedTuple):
    """Phrases not to be used, what to write instead, what cancels them, and why.

    `unless` cancels them where it stands beside them, `absent` anywhere;
    `as_written` says that their capitals count.
    """

    find: tuple[str, ...]
    use: tuple[str, ...] = ()
    why: str = ""
    unless: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    as_written: bool = False


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
    words_at_most: int | None = None


class Left(NamedTuple):
    """What was not carried over: where it stands, what of it, and why."""

    source: str
    what: str
    why: str


class Difference(NamedTuple):
    """What was carried over and finds more than it did, or less."""

    source: str
    what: str

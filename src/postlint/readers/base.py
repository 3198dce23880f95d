"""What a reader is: one kind of source in, the grammar's terminals out.

A reader labels stretches of a text and changes nothing. Its lexemes follow
one another without gap or overlap from 0 to the end of the text, so that the
tree built from them is lossless. Some kinds may be empty, where the source
has no characters for what the reader sees (a heading without `#`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from postlint.document.gaps import Gap
from postlint.text.diagnostics import Finding
from postlint.text.records import NamedTuple
from postlint.text.source import Origin, Places


class Lexeme(NamedTuple):
    """One terminal of the grammar and the half-open offsets where it stands.

    The kinds are the terminals of `posting.lark`:

    | kind | is |
    | --- | --- |
    | `H1` … `H6` | a heading's mark; its words are the `LINE` that follows. May be empty |
    | `KEY` | a field's name with its colon and blanks; its value is the `LINE` that follows |
    | `BULLET` | an item's bullet or number, indent included. May be empty |
    | `LABEL` | words run in at the start of an item or paragraph, before its `LINE` |
    | `LINE` | text; its newline belongs to it |
    | `MORE` | text that continues the `LINE` before it |
    | `MARK` | an essential-duty marker at the end of a `LINE` or `MORE`, with its newline |
    | `BLANK` | one or more blank lines |
    | `NOISE` | characters that are not the posting's own: rulers, page numbers, navigation |
    | `COMMENT`, `DIRECTIVE` | a line that starts with `%%` |
    | `INDENT`, `DEDENT` | open and close what is nested in an item. Empty |
    """

    kind: str
    start: int
    end: int


class Reading(NamedTuple):
    """What a reader saw in one source.

    `text` is the text the lexemes point into: the source's own, or a flat text
    of its words. A flat text says where its words come from: by `origin` where
    the source is a text, by `places` where it is not. `notices` are findings
    about the reading itself; `gaps` are places where text is inserted later.
    `declared` says that the source itself calls this a job posting. Where a
    source has several postings, `part` names this one, and `more` are the others.
    """

    text: str
    lexemes: Iterable[Lexeme]
    notices: tuple[Finding, ...] = ()
    origin: Origin | None = None
    places: Places | None = None
    gaps: tuple[Gap, ...] = ()
    declared: bool = False
    part: str = ""
    more: tuple[Reading, ...] = ()


class _OfAKind(Protocol):
    @property
    def kind(self) -> str:
        """The name of the source kind, as `--as` takes it."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes read this way, lower-case and with their dot."""
        ...


@runtime_checkable
class Reader(_OfAKind, Protocol):
    """Reads one kind of source. Packs offer theirs through `postlint_readers`."""

    def read(self, data: str) -> Reading:
        """Label a text with the grammar's terminals. Never raises on bad input."""
        ...


@runtime_checkable
class BytesReader(_OfAKind, Protocol):
    """Reads a kind of source that is not text, such as Word or PDF."""

    def read_bytes(self, data: bytes) -> Reading:
        """Label the text of a file with the grammar's terminals.

        Raises `Unreadable`, and nothing else, for bytes that cannot be read.
        """
        ...

"""What can be said about a posting: severities, edits, fixes, findings, diagnostics.

The words are LSP's and SARIF's. Nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from postlint.text.authority import Authority
from postlint.text.records import NamedTuple
from postlint.text.source import Span


class Severity(Enum):
    """How much a finding matters; the order is `INFO`, `WARNING`, `ERROR`.

    The values are LSP's, as programs have them. What people read and write,
    the settings among it, is the `word`: there `INFO` is a note.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """The place in the order, from 0 for `INFO`."""
        return _RANKS[self]

    @property
    def word(self) -> str:
        """What people call it: `note`, `warning` or `error`."""
        return "note" if self is Severity.INFO else self.value

    @classmethod
    def _missing_(cls, value: object) -> Severity | None:
        return cls.INFO if value == "note" else None


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Applicability(Enum):
    """When a fix may be applied.

    `SAFE` keeps the meaning for every reader, `UNSAFE` may change it and is
    applied only when asked for, `DISPLAY` is shown and never applied.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Edit(NamedTuple):
    """Put `content` in the place of a span; an empty span inserts."""

    span: Span
    content: str


class Fix(NamedTuple):
    """Edits that are applied together or not at all; the title is an imperative."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


class Related(NamedTuple):
    """A second place that explains a finding."""

    span: Span
    message: str


class MissingAt(Span):
    """A place where something is missing: the words there are not what a finding is about."""

    __slots__ = ()


class Finding(NamedTuple):
    """What a rule saw: the id of a message, where, and the words to fill it in.

    `severity` lowers the rule's own severity for this one finding, or raises
    it up to the rule's highest; `None` leaves it. `authority` is what decided
    it, where that is not all that its rule rests on. `instead` are words to
    write in place of those at the span.
    """

    message_id: str
    span: Span
    data: Mapping[str, object] = {}
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    authority: tuple[Authority, ...] = ()
    instead: str = ""


class Diagnostic(NamedTuple):
    """A finding as the user meets it, stamped with its rule and its wording.

    `message_id` is the stable name of the wording, `url` the rule's page, and
    `authority` what the finding rests on where the work is. `instead` are
    words to write in place of those it is about; `advice` and `why` say in a
    line what to do and for what reason. `missing` says that the span is where
    something should stand: `by_place` brings together what one place lacks.
    """

    code: str
    name: str
    severity: Severity
    message: str
    message_id: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    url: str | None = None
    authority: tuple[Authority, ...] = ()
    instead: str = ""
    advice: str = ""
    why: str = ""
    missing: bool = False


def by_place(diagnostics: Iterable[Diagnostic]) -> list[tuple[Diagnostic, ...]]:
    """Return diagnostics in their order, those of what is missing at one place together."""
    groups: dict[object, list[Diagnostic]] = {}
    for number, found in enumerate(diagnostics):
        groups.setdefault(found.span if found.missing else number, []).append(found)
    return [tuple(group) for group in groups.values()]

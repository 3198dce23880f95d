"""What stands behind a rule: a law, a regulation, guidance, a framework, a practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812  # an authority has a `date` of its own
from enum import Enum
from typing import Any

from postlint.text.records import NamedTuple


class Confidence(Enum):
    """How sure the authority is, not how sure the match is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Basis(Enum):
    """How the authority was read.

    `PRIMARY`: its own text. `SECONDARY`: a summary by others. `GENERAL`:
    background knowledge, not opened for this work; never the ground of an error.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"
    GENERAL = "general"


class Authority(NamedTuple):
    """A text that stands behind a rule.

    `date` is the day or year of the text or of its reading, as written for
    people. `jurisdiction` is `US`, a postal form such as `US-OR`, or empty for
    practice. `volatile` marks what must be checked again before a release.

    The rest says whom a law reaches, and when. `effective` is its first day
    and `until` the first day after it; from `expires` on nobody has looked
    whether what is known of it still holds. `whom` are the kinds of employer
    in scope (`school`, `public`, `contractor`, `recipient`; empty is all),
    `exempt` those that are not, `least` the people an employer must have save
    for the kinds in `any_size`, and `exemptions` what a person has to judge.
    `contested` marks a law that is in court. `figures` are its numbers.
    `subject` is what rules ask the table for, and `key` the entry's name there.

    `doubtful` are kinds of employer that a law may not reach. `local` says that
    it counts the people at the place, and `remote` which work from afar it
    reaches: done there in part (`partly-in`), open to people there
    (`open-there`), or closed to them by the posting alone (`open-to-all`),
    answering to somebody there (`reports-in`), or done for an office or an
    employer there (`office-there`, `employer-there`). `terms` are
    what it asks and allows, in the words of its subject, and `note` says the
    rest of it for people.
    """

    citation: str
    date: str
    jurisdiction: str = ""
    confidence: Confidence = Confidence.HIGH
    basis: Basis = Basis.PRIMARY
    volatile: bool = False
    link: str = ""
    effective: Date | None = None
    until: Date | None = None
    expires: Date | None = None
    whom: frozenset[str] = frozenset()
    exempt: frozenset[str] = frozenset()
    least: int = 1
    any_size: frozenset[str] = frozenset()
    exemptions: str = ""
    contested: bool = False
    figures: Mapping[str, Any] = {}
    subject: str = ""
    key: str = ""
    doubtful: frozenset[str] = frozenset()
    local: bool = False
    remote: str = ""
    terms: frozenset[str] = frozenset()
    note: str = ""

    @property
    def cited(self) -> str:
        """The citation alone, without the words on what it says."""
        return self.citation.partition(":")[0]

    def __hash__(self) -> int:
        return hash((self.citation, self.jurisdiction, self.date))


def authority_values(text: Authority) -> dict[str, Any]:
    """Return an authority as a person looks it up, in plain values."""
    return {
        "citation": text.citation,
        "jurisdiction": text.jurisdiction or None,
        "date": text.date,
        "confidence": text.confidence.value,
        "basis": text.basis.value,
        "volatile": text.volatile,
        "link": text.link or None,
    }

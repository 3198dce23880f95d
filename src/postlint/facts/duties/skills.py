"""Which of a technology leader's skill areas and competencies a text shows evidence of.

The skill areas are CoSN's, the competencies those of the Massachusetts ETAC
draft (`areas.toml` names both). One cue is enough, save where each single cue
is too common to mean anything: there two different ones are asked for, or one
of several words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from postlint.facts.duties.tables import PACKAGE
from postlint.lexicon import Hits, PhraseBook, Words
from postlint.source import Span


@frozen(kw_only=True)
class Skill:
    """A skill area or a competency; `weight` is its per cent of the examination, if any."""

    id: str
    title: str
    cues: tuple[str, ...]
    category: str = ""
    weight: int = 0
    two_cues: bool = False


@frozen
class Shown:
    """A skill and where a text shows it; no spans where it does not."""

    skill: Skill
    spans: tuple[Span, ...]

    def __bool__(self) -> bool:
        return bool(self.spans)


@frozen(kw_only=True)
class Coverage:
    """The evidence of each skill area and competency, in the order of the frameworks."""

    areas: tuple[Shown, ...]
    competencies: tuple[Shown, ...]

    @property
    def areas_shown(self) -> int:
        """How many of the ten skill areas have evidence."""
        return sum(map(bool, self.areas))

    @property
    def competencies_shown(self) -> int:
        """How many of the ten competencies have evidence."""
        return sum(map(bool, self.competencies))


@cache
def areas() -> tuple[Skill, ...]:
    """Return the ten CoSN skill areas."""
    return _skills("area")


@cache
def competencies() -> tuple[Skill, ...]:
    """Return the ten ETAC competencies."""
    return _skills("competency")


@cache
def coverage_phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases `coverage` needs in the book its hits come from."""
    found = {_key("area", skill): skill.cues for skill in areas()}
    return found | {_key("competency", skill): skill.cues for skill in competencies()}


def coverage(hits: Hits, spans: Iterable[Span]) -> Coverage:
    """Return what the given parts of a text show.

    The parts should be duties and summaries: an employer's account of itself
    is full of cues that say nothing of the job.
    """
    parts = tuple(spans)
    return Coverage(
        areas=tuple(_shown("area", skill, hits, parts) for skill in areas()),
        competencies=tuple(_shown("competency", skill, hits, parts) for skill in competencies()),
    )


def coverage_of(text: str) -> Coverage:
    """Return what a whole text shows, for a caller without a book of phrases."""
    hits = PhraseBook(coverage_phrases()).scan(Words(text))
    return coverage(hits, (Span(0, len(text)),))


def _shown(kind: str, skill: Skill, hits: Hits, parts: Sequence[Span]) -> Shown:
    key = _key(kind, skill)
    spans = tuple(span for part in parts for span in hits.within(key, part))
    if skill.two_cues and not _enough(hits, key, spans):
        spans = ()
    return Shown(skill, spans)


def _enough(hits: Hits, key: str, spans: Sequence[Span]) -> bool:
    """Say whether the spans hold two different cues or one of several words."""
    wanted = set(spans)
    words = hits.words
    cues: set[str] = set()
    for first, stop in hits.places(key):
        if words.span(first, stop) in wanted:
            if stop - first > 1:
                return True
            cues.add(words.words[first])
    return len(cues) > 1


def _key(kind: str, skill: Skill) -> str:
    return f"duties.{kind}.{skill.id}"


def _skills(kind: str) -> tuple[Skill, ...]:
    return tuple(
        Skill(
            id=row["id"],
            title=row["title"],
            cues=tuple(row["cues"]),
            category=row.get("category", ""),
            weight=row.get("exam_weight", 0),
            two_cues=row.get("two_cues", False),
        )
        for row in _rows()[kind]
    )


@cache
def _rows() -> dict[str, Any]:
    text = files(PACKAGE).joinpath("areas.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

"""Which skill areas and competencies of technology leadership a posting names, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from postlint.rules import (
    Case,
    Duty,
    Fact,
    Section,
    Span,
    fact,
    facts,
    first_in,
    lines,
    places_in,
    table,
    unread_sections,
    work_places,
)
from postlint_rules.leadership._profile import at_school, is_a_leader

_NAME = "competency-coverage"
_ELSEWHERE = f"{_NAME}.elsewhere"
# "collaborate" and "collaboration" are one cue: they share this many letters.
_STEM = 6
_FRAMEWORKS = {
    "areas": "Skill areas of technology leadership",
    "etac": "Competencies of the ETAC draft",
}


def _phrases() -> dict[str, tuple[str, ...]]:
    """Return the cues of all areas and competencies by key."""
    data = table(__package__, "areas")
    found = {_ELSEWHERE: lines(data["elsewhere"]["phrases"])}
    for kind in ("areas", "etac"):
        for name, area in data[kind].items():
            found[f"{_NAME}.{kind}.{name}"] = lines(area["cues"])
            if "weak" in area:
                found[f"{_NAME}.{kind}.{name}.weak"] = lines(area["weak"])
    return found


@fact("competencies", phrases=_phrases())
def competencies(case: Case) -> Fact[tuple[Mapping[str, str | None], ...]]:
    """Return each skill area and competency with the words that show it, or none.

    Empty where the posting is not for a head of technology, or lists no duties.
    The areas are for every employer, the competencies of the draft for schools.
    """
    if not is_a_leader(case):
        return Fact(())
    kinds = ("areas", "etac") if case[facts.profile].value == "k12" else ("areas",)
    found = [(kind, title, span) for kind in kinds for title, span in cover(case, kind)]
    return Fact(
        tuple(
            {
                "framework": _FRAMEWORKS[kind],
                "title": title,
                "words": None if span is None else case.posting.passage(span).text,
            }
            for kind, title, span in found
        ),
        tuple(span for _, _, span in found if span is not None),
    )


def cover(case: Case, kind: str) -> list[tuple[str, Span | None]]:
    """Return the title of each area and the first place that shows it."""
    read = (*work_places(case), *unread_sections(case))
    school = at_school(case)
    data: Mapping[str, Any] = table(__package__, "areas")[kind]
    return [
        (
            area["title" if school or "public" not in area else "public"],
            _shown(case, f"{_NAME}.{kind}.{name}", "weak" in area, read),
        )
        for name, area in data.items()
    ]


def _shown(case: Case, key: str, has_weak: bool, read: Sequence[Section | Duty]) -> Span | None:
    """Return the first cue of an area; among weak cues, where two different ones stand."""
    strong = first_in(case, key, read, but=_ELSEWHERE)
    if strong is not None or not has_weak:
        return strong
    shown: Span | None = None
    stem = ""
    for span in places_in(case, f"{key}.weak", read, but=_ELSEWHERE):
        begin = case.text[span.start : span.end].lower()[:_STEM]
        if shown is None:
            shown, stem = span, begin
        elif begin != stem:
            return shown
    return None

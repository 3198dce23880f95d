"""The degrees a post asks for, with their levels and subjects."""

from __future__ import annotations

import re
from typing import Final, Literal

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.facts.degree_demand import NamedDegree, is_required, named_degrees
from postlint.facts.experience import subject_behind
from postlint.facts.mentions import DegreeLevel, DegreeMention
from postlint.text.patterns import pattern
from postlint.text.source import Span

DegreeDemand = Literal["required", "preferred", "none"]


@fact("degree", phrases=phrases("qualifications"))
def degree(case: Case) -> Fact[DegreeDemand]:
    """Return whether a degree is asked for.

    A degree that experience may replace is required; one that is only an
    alternative to plain experience is not.
    """
    mentions = case[degrees].value
    required = [mention.span for mention in mentions if mention.required]
    if required:
        return Fact("required", tuple(required))
    if mentions:
        return Fact("preferred", tuple(mention.span for mention in mentions))
    return Fact("none")


@fact("degrees")
def degrees(case: Case) -> Fact[tuple[DegreeMention, ...]]:
    """Return every degree the posting asks for, with its level and subject."""
    found = tuple(
        _mention(named, required=required)
        for named in named_degrees(case)
        if (required := is_required(named)) is not None
    )
    return Fact(found, tuple(one.span for one in found))


def _mention(named: NamedDegree, *, required: bool) -> DegreeMention:
    place = named.place
    words = named.text[place.start : place.end]
    if _DOTTED.search(words) and named.text.startswith(".", place.end):
        place = Span(place.start, place.end + 1)  # "M.A." with its own dot
    found: list[DegreeLevel] = [level for level, form in _LEVELS if form.search(words)]
    subject = subject_behind(named.case, named.place.end)
    return DegreeMention(place, found[0] if found else "degree", required, subject)


_DOTTED = pattern(r"\.\w{1,3}\Z")
_LEVELS: Final[tuple[tuple[DegreeLevel, re.Pattern[str]], ...]] = (
    ("associate", pattern(r"(?i)\bassociate|\btwo[- ]year|\b2[- ]year|\bA\.?[AS]\b")),
    (
        "bachelor",
        pattern(
            r"(?i)\bbachelor|\bbaccalaur|\bundergrad|\b(?:four|4)[- ]year|\bfour years|"
            r"\bB\.?(?:Sc|[AS])\b"
        ),
    ),
    ("doctorate", pattern(r"(?i)\bdoctor|\bph\.?d|\bed\.?d|\bjuris|\bj\.?d\b|\blaw\b")),
    (
        "master",
        pattern(
            r"(?i)\bmaster|\bM\.?(?:Sc|BA|PA|PH|LIS|LS|[AS])\b|\bgraduate degree|\bpostgrad|"
            r"\badvanced"
        ),
    ),
)

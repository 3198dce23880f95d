"""What a posting may ask of people: degrees, licences, years of experience."""

from __future__ import annotations

from typing import Literal

from postlint.text.records import NamedTuple
from postlint.text.source import Span

DegreeLevel = Literal["associate", "bachelor", "master", "doctorate", "degree"]


class DegreeMention(NamedTuple):
    """A degree that is asked for; `degree` is one of any level.

    `required` is false where it is only preferred; `subject` holds the words
    behind "in" or "with a major in", or `None`.
    """

    span: Span
    level: DegreeLevel
    required: bool
    subject: str | None = None


class LicenceMention(NamedTuple):
    """A licence to drive that is asked for; `subject` is its class where one is named."""

    span: Span
    kind: Literal["driver", "commercial driver"]
    required: bool
    subject: str | None = None


class ExperienceMention(NamedTuple):
    """Years of experience that are asked for: `high` is `None` where no more than `low` is said."""

    span: Span
    low: float
    high: float | None
    required: bool
    subject: str | None = None

"""What is known of the law of places, for people to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from postlint.cache import read_toml
from postlint.facts.place_names import place_name
from postlint.render.base import count
from postlint.render.paint import PaintedLine

Row = Mapping[str, Any]
_MOST = 60


@cache
def _words(name: str) -> Mapping[str, str]:
    found: Mapping[str, str] = read_toml("postlint.render", "law.toml")[name]
    return found


def overview(rows: Iterable[Row]) -> list[PaintedLine]:
    """Return a line for each place that has law of its own in the table."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row["jurisdiction"] and row["subject"]:
            found.setdefault(row["jurisdiction"], []).append(row)
    lines: list[PaintedLine] = []
    for code, texts in sorted(found.items()):
        subjects = Counter(_words("subjects").get(one["subject"], "") for one in texts)
        listed = ", ".join(name.lower() for name in sorted(subjects) if name)
        name = place_name(code).removeprefix("the ")
        lines.append([(f"  {code:<16}", "name"), (f"{name}: ", ""), (listed, "dim")])
    return lines


def of_places(rows: Sequence[Row], codes: Sequence[str], day: date) -> list[PaintedLine]:
    """Return what is known of each place, narrowest first; of a country, what differs by place."""
    lines: list[PaintedLine] = []
    for code in codes:
        own = [row for row in rows if row["jurisdiction"] == code]
        narrow = code == codes[0]
        shown = [row for row in own if row["subject"] or narrow]
        name = place_name(code)
        lines.append([(f"{name[:1].upper()}{name[1:]} ({code})", "name")])
        if not own:
            lines.append([("  Nothing is in the table of its law.", "")])
        order = {name: place for place, name in enumerate(_words("subjects"))}
        for row in sorted(shown, key=lambda row: order.get(row["subject"], len(order))):
            lines.append([])
            lines.extend(_text(row, day))
        if len(shown) < len(own):
            texts = count(len(own) - len(shown), "text")
            lines.append([])
            lines.append([(f"  And {texts} behind other rules: postlint law {code}", "dim")])
        lines.append([])
    return lines[:-1]


def _text(row: Row, day: date) -> Iterator[PaintedLine]:
    subject = _words("subjects").get(row["subject"], "")
    head: PaintedLine = [(f"  {subject}: ", "name")] if subject else [("  ", "")]
    yield [*head, (row["citation"], "")]
    terms = [words for name, words in _words("terms").items() if name in row["terms"]]
    if row["subject"] == "protected-classes":
        named = ", ".join(one.replace("-", " ") for one in row["terms"])
        yield [("    protects ", "dim"), (named, "")]
    if terms:
        yield [("    asks     ", "dim"), ("; ".join(terms), "")]
    yield [("    stands   ", "dim"), (_standing(row, day), "")]
    if whom := _whom(row):
        yield [("    reaches  ", "dim"), (whom, "")]
    yield [("    sure     ", "dim"), (_sure(row), "")]
    for name, text in (("judge", row["exemptions"]), ("note", row["note"])):
        if text:
            yield [(f"    {name:<9}", "dim"), (text, "")]
    if row["link"]:
        yield [("    link     ", "dim"), (row["link"], "")]
    yield [("    rules    ", "dim"), (", ".join(row["rules"][:_MOST]), "")]


def _standing(row: Row, day: date) -> str:
    parts = [f"{row['standing']} on {day.isoformat()}"]
    if row["effective"]:
        begins = "from" if row["standing"] == "coming" else "since"
        parts.append(f"{begins} {row['effective']}")
    if row["until"]:
        parts.append(f"until {row['until']}")
    return ", ".join(parts)


def _whom(row: Row) -> str:
    parts = []
    if row["least"] > 1:
        there = " there" if row["counted_there"] else ""
        parts.append(f"employers of {row['least']} people or more{there}")
    if row["whom"]:
        parts.append(f"only: {', '.join(row['whom'])}")
    if row["exempt"]:
        parts.append(f"not: {', '.join(row['exempt'])}")
    if row["doubtful"]:
        parts.append(f"in doubt: {', '.join(row['doubtful'])}")
    if row["remote"]:
        parts.append(_words("remote")[row["remote"]])
    return "; ".join(parts)


def _sure(row: Row) -> str:
    parts = [f"{row['confidence']}, by {_words('basis')[row['basis']]}", row["date"]]
    if row["contested"]:
        parts.append("in court")
    if row["volatile"]:
        parts.append("may change")
    if row["expires"]:
        parts.append(f"holds for days before {row['expires']}")
    return "; ".join(part for part in parts if part)

"""The texts that stand behind the rules, each once, with the rules that rest on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from postlint.errors import UnknownName
from postlint.packs.registry import Packs, nearest
from postlint.text.authority import Authority


def law(packs: Packs, jurisdictions: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return the authorities of every rule, by place and citation.

    Of `jurisdictions`, only those and what holds around them: `US` for
    `US-OR`. Raises `UnknownName` for a place that no authority is of.
    """
    resting: dict[Authority, list[str]] = {}
    for rule in packs.rules:
        for text in rule.meta.authority:
            resting.setdefault(text, []).append(rule.meta.code)
    known = {text.jurisdiction for text in resting}
    wanted = {place for name in jurisdictions for place in _around(name)}
    for name in jurisdictions:
        if not known & set(_around(name)):
            raise UnknownName("jurisdiction", name, nearest(name, sorted(filter(None, known))))
    return [
        {
            **source(text),
            "effective": _day(text.effective),
            "until": _day(text.until),
            "expires": _day(text.expires),
            "exemptions": text.exemptions,
            "rules": codes,
        }
        for text, codes in sorted(
            resting.items(), key=lambda row: (row[0].jurisdiction, row[0].citation, row[0].date)
        )
        if not wanted or text.jurisdiction in wanted
    ]


def source(text: Authority) -> dict[str, Any]:
    """Return an authority as a person looks it up."""
    return {
        "citation": text.citation,
        "jurisdiction": text.jurisdiction or None,
        "date": text.date,
        "confidence": text.confidence.value,
        "basis": text.basis.value,
        "volatile": text.volatile,
        "contested": text.contested,
        "link": text.link,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _around(name: str) -> list[str]:
    """Return a place and those it lies in: `US-WA`, then `US`."""
    parts = name.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]

"""The texts that stand behind the rules, each once: of which places, and how on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from postlint.facts.place_names import place_code, place_name
from postlint.packs.registry import Packs
from postlint.text.authority import Authority, authority_values

# States whose law a directive of the Union may stand behind.
_UNION: Final = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
HOME: Final = "US"


def law_rows(
    packs: Packs, places: Iterable[str] = (), as_of: date | None = None
) -> list[dict[str, Any]]:
    """Return the authorities of every rule, by place and citation, as they stand on a day.

    Of `places`, which may be codes or names, only those and what holds around
    them: `US` for `US-OR`. The day is today unless it is given. Raises
    `UnknownName` for a place nobody knows, with the nearest there is.
    """
    resting: dict[Authority, list[str]] = {}
    for rule in packs.rules:
        for text in rule.meta.authority:
            resting.setdefault(text, []).append(rule.meta.code)
    wanted = {around for place in places for around in around_place(place_code(place))}
    day = as_of or date.today()  # the law of the user's day
    rows = sorted(
        resting.items(), key=lambda row: (row[0].jurisdiction, row[0].citation, row[0].date)
    )
    return [
        _row(text, codes, day) for text, codes in rows if not wanted or text.jurisdiction in wanted
    ]


def around_place(code: str) -> tuple[str, ...]:
    """Return a place and those it lies in, narrowest first: `US-WA`, then `US`."""
    parts = code.split("-")
    around = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return (*around, "EU") if parts[0] in _UNION else tuple(around)


def source(text: Authority) -> dict[str, Any]:
    """Return an authority as it stands in tables and pages, which also say what is in court."""
    return {**authority_values(text), "link": text.link, "contested": text.contested}


def standing(text: Authority, day: date) -> str:
    """Return how a text stands on a day: in force, coming, over, or not looked at since."""
    if text.until is not None and day >= text.until:
        return "over"
    if text.effective is not None and day < text.effective:
        return "coming"
    if text.expires is not None and day >= text.expires:
        return "not looked at since"
    return "in force"


def _row(text: Authority, codes: list[str], day: date) -> dict[str, Any]:
    return {
        **source(text),
        "place": place_name(text.jurisdiction) or None,
        "subject": text.subject,
        "standing": standing(text, day),
        "effective": _day(text.effective),
        "until": _day(text.until),
        "expires": _day(text.expires),
        "least": text.least,
        "counted_there": text.local,
        "whom": sorted(text.whom),
        "exempt": sorted(text.exempt),
        "doubtful": sorted(text.doubtful),
        "remote": text.remote,
        "terms": sorted(text.terms),
        "figures": dict(text.figures),
        "exemptions": text.exemptions,
        "note": text.note,
        "rules": codes,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

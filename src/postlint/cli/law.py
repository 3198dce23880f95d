"""`postlint law`: what is known of the law of places."""

from __future__ import annotations

import json
from datetime import date

import click

from postlint.cli.options import (
    DayType,
    PlaceType,
    Sectioned,
    color_option,
    debug_option,
    format_option,
    option,
)
from postlint.cli.scope import packs_here
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import screen_width, wants_color
from postlint.facts.place_names import place_code
from postlint.packs.law_table import around_place, law_rows
from postlint.render.cells import Screen, wrap
from postlint.render.law_page import of_places, overview
from postlint.render.paint import PaintedLine, paint

_HELP = """Shows what is known of the law of places: what it asks of postings, how sure that is,
when it was read, and where.

PLACE is a code or a name: US-CO, Colorado, Ontario. Without one the places are listed.

\b
Examples:
  postlint law
  postlint law US-NY-NYC
  postlint law Colorado --as-of 2027-01-15
  postlint law Ontario --format json

The table is engineering data for a linter, and not legal advice.
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Show what is known of the law of a place.")
@click.argument("places", nargs=-1, metavar="[PLACE]...", shell_complete=PlaceType().shell_complete)
@option(
    "Law",
    "--as-of",
    type=DayType(),
    metavar="DATE",
    help="The day on which it is looked at; today by default.",
)
@format_option(["text", "json"], "text or json.", "--output-format")
@color_option
@debug_option
def law(
    places: tuple[str, ...],
    as_of: date | None,
    format_: str,
    *,
    color: bool | None,
) -> int:
    """Print what is known and return the exit code."""
    codes = tuple(dict.fromkeys(map(place_code, places)))
    day = as_of or date.today()  # the law of the user's day
    rows = law_rows(packs_here(), codes, day)
    if format_ == "json":
        document = {"version": 1, "as_of": day.isoformat(), "law": rows}
        StdoutSink(for_people=False).write(json.dumps(document, indent=2) + "\n")
        return 0
    sink = StdoutSink(for_people=True)
    colored = wants_color(color)
    screen = Screen(min(max(40, screen_width()), 110), sink.encoding)
    if codes:
        around = tuple(dict.fromkeys(one for code in codes for one in around_place(code)))
        lines = of_places(rows, around, day)
    else:
        lines = overview(rows)
    sink.write("".join(paint(part, color=colored) + "\n" for part in _fitted(lines, screen)))
    return 0


def _fitted(lines: list[PaintedLine], screen: Screen) -> list[PaintedLine]:
    """Return lines whose last part goes below itself where the screen ends."""
    fitted: list[PaintedLine] = []
    for line in lines:
        if not line:
            fitted.append(line)
            continue
        *lead, (words, style) = line
        indent = sum(len(text) for text, _ in lead)
        indented = min(indent, 13)
        first, *rest = wrap(screen.plain(words), max(24, screen.width - indent))
        fitted.append([*lead, (first, style)])
        fitted.extend([(" " * indented + part, style)] for part in rest)
    return fitted

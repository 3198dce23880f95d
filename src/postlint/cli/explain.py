"""`postlint explain`: the reference page of a rule."""

from __future__ import annotations

import json
import sys
from typing import Any, Final

import click
from attrs import evolve

from postlint.cli.options import (
    Sectioned,
    color_option,
    complete_rules,
    debug_option,
    format_option,
)
from postlint.cli.scope import packs_here
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import screen_width, wants_color
from postlint.errors import UnknownName
from postlint.render.cells import Screen, wrap
from postlint.render.markdown_page import page_markdown
from postlint.render.page_list import all_pages, find_page, page_values, speaking_of
from postlint.render.pages import RulePage

_HELP = """Says what a rule checks, why, on whose authority, and how it is worded.

RULE is a code or a name: ADA001, cabinet-reporting-line. What postlint itself
finds (POST001, ...) has pages too. Other words are looked for in the pages:
"explain eeo", "explain background check".
"""


# Of pages that speak of the words asked for, so many are listed.
_MOST = 12


@click.command(cls=Sectioned, help=_HELP, short_help="Explain a rule.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...", shell_complete=complete_rules)
@format_option(["text", "markdown", "json"], "text, markdown or json.")
@color_option
@debug_option
def explain(names: tuple[str, ...], format_: str, *, color: bool | None) -> int:
    """Print the pages of rules and return the exit code."""
    pages = all_pages(packs_here())
    try:
        chosen = [find_page(pages, name) for name in names]
    except UnknownName:
        chosen = speaking_of(pages, [word for name in names for word in name.split()])
        if not chosen:
            raise
        if format_ != "json" and len(chosen) > 1:
            _list(chosen)
            return 0
    if format_ == "json":
        values: list[dict[str, Any]] = [page_values(page) for page in chosen]
        document = {"version": 1, "rules": values}
        StdoutSink(for_people=False).write(json.dumps(document, indent=2) + "\n")
        return 0
    sink = StdoutSink(for_people=True)
    screen = Screen(min(max(40, screen_width()), 100), sink.encoding)
    if format_ == "text" and wants_color(color):
        _print(chosen, screen)
        return 0
    texts = [page_markdown(page if format_ == "markdown" else _shortened(page)) for page in chosen]
    lines = "\n\n".join(texts).splitlines()
    sink.write("".join([screen.plain(line) + "\n" for line in lines]))
    return 0


def _shortened(page: RulePage) -> RulePage:
    """Return a page that names in one row the many states and countries whose law it rests on."""
    places = sorted({one.jurisdiction for one in page.authority} - _EVERYWHERE)
    if len(places) <= _MOST:
        return page
    before, heading, rest = page.text.partition(_SOURCES)
    sources, gap, after = rest.partition("\n\n")
    rows = [
        row
        for row, one in zip(sources.split("\n"), page.authority, strict=True)
        if one.jurisdiction in _EVERYWHERE
    ]
    rows.append(
        f"- The law of {len(places)} states, cities and countries: {', '.join(places)}. "
        f"'postlint law {places[0]}' shows what one asks, how sure that is and where to "
        "read it; '--format markdown' lists all."
    )
    return evolve(page, text="".join([before, heading, "\n".join(rows), gap, after]))


# What rests on no place, and federal law.
_EVERYWHERE: Final = frozenset({"", "US"})
_SOURCES: Final = "## Sources\n"


def _list(pages: list[RulePage]) -> None:
    """Show which pages speak of the words, the nearest first."""
    sink = StdoutSink(for_people=True)
    screen = Screen(min(max(40, screen_width()), 100), sink.encoding)
    shown = pages[:_MOST]
    for page in shown:
        first, *rest = wrap(f"{page.code} {page.name}: {page.summary}", screen.width - 4)
        sink.write("\n".join([first, *(f"    {line}" for line in rest)]) + "\n")
    left = len(pages) - len(shown)
    more = f"{left} more speak of it; further words find fewer.\n" if left else ""
    sink.write(f"\n{more}'postlint explain {shown[0].code}' shows the first.\n")


def _print(pages: list[RulePage], screen: Screen) -> None:
    """Show pages with rich, which a person at a terminal is worth."""
    from rich.console import Console  # noqa: PLC0415  # costly; only for terminals
    from rich.markdown import Markdown  # noqa: PLC0415

    sys.stdout.flush()
    console = Console(width=screen.width, force_terminal=True, highlight=False)
    for index, page in enumerate(pages):
        if index:
            console.print()
        console.print(Markdown(page_markdown(_shortened(page)), hyperlinks=False))

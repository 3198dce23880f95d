"""`postlint rules`: what is loaded."""

from __future__ import annotations

import json
from typing import Any

import click

from postlint.cli.options import (
    Sectioned,
    color_option,
    complete_rules,
    debug_value,
    format_option,
    option,
)
from postlint.cli.pack_list import pack_lines
from postlint.cli.scope import packs_here
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import report_packs, screen_width, wants_color
from postlint.packs.registry import Packs
from postlint.render.base import count
from postlint.render.cells import Screen, width, wrap
from postlint.render.page_list import all_pages, matching, page_values
from postlint.render.pages import RulePage
from postlint.render.paint import PaintedLine, paint

_HELP = """Lists the rules that are loaded, by family, and the packs they came with.

\b
Examples:
  postlint rules
  postlint rules ADA EQTY
  postlint rules --packs
  postlint rules --format json
"""


@click.command(cls=Sectioned, help=_HELP, short_help="List the rules.")
@click.argument("names", nargs=-1, metavar="[RULE]...", shell_complete=complete_rules)
@format_option(["table", "json"], "table or json.")
@option(
    "Output",
    "--packs",
    "packs_only",
    is_flag=True,
    help="Show the packs: what each brought and from where, what failed and why.",
)
@color_option
@debug_value
def rules(
    names: tuple[str, ...], format_: str, *, packs_only: bool, color: bool | None, debug: bool
) -> int:
    """List the rules and return the exit code."""
    packs = packs_here()
    pages = matching(all_pages(packs), names)
    if format_ == "json":
        sink = StdoutSink(for_people=False)
        document: dict[str, Any] = {
            "version": 1,
            "rules": [page_values(page) for page in pages],
            "packs": [
                {"name": pack.name, "distribution": pack.distribution, "version": pack.version}
                for pack in packs.packs
            ],
            "pack_errors": [{"pack": error.pack, "reason": error.reason} for error in packs.errors],
        }
        sink.write(json.dumps(document, indent=2) + "\n")
    else:
        sink = StdoutSink(for_people=True)
        colored = wants_color(color)
        screen = Screen(max(40, screen_width()), sink.encoding)
        if packs_only:
            lines = pack_lines(packs, screen)
        else:
            lines = _table(pages, screen)
            if not names:
                lines.extend(_packs(packs))
        sink.write("".join([paint(line, color=colored) + "\n" for line in lines]))
    report_packs(packs.errors, debug=debug)
    return 2 if packs.errors else 0


def _table(pages: list[RulePage], screen: Screen) -> list[PaintedLine]:
    """Return the rules under their families; the summary goes below where room is short."""
    lines: list[PaintedLine] = []
    longest = max((width(f"{page.code} {page.name}") for page in pages), default=0)
    family = ""
    for page in pages:
        if page.family != family:
            if lines:
                lines.append([])
            family = page.family
            origin = f"pack {page.pack}" if page.pack else "postlint itself"
            lines.append([(family, "name"), (f"  {origin}", "dim")])
        severity = page.severity.value
        code = f"{page.code} {page.name}"
        mark = "" if page.default_on else " (off unless selected)"
        room = screen.width - longest - 15
        head: PaintedLine = [
            ("  ", ""),
            (f"{page.severity.word:<9}", severity),
            (code, "name"),
        ]
        text = wrap(screen.plain(page.summary + mark), max(30, room))
        if room < 30:
            lines.append(head)
            below = wrap(" ".join(text), screen.width - 11)
            lines.extend([[(" " * 11, ""), (part, "")] for part in below])
        else:
            pad = " " * (longest - width(code) + 2)
            lines.append([*head, (pad + text[0], "")])
            lines.extend([[(" " * (longest + 13), ""), (part, "")] for part in text[1:]])
    return lines


def _packs(packs: Packs) -> list[PaintedLine]:
    names = ", ".join(
        f"{pack.name} ({pack.distribution} {pack.version})" if pack.version else pack.name
        for pack in packs.packs
    )
    total = f"{count(len(packs.rules), 'rule')} in {count(len(packs.packs), 'pack')}"
    return [[], [(f"{total}: {names}." if names else f"{total}.", "")]]

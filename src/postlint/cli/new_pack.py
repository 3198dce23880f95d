"""`postlint new-pack`: the files of a pack, ready to install."""

from __future__ import annotations

from pathlib import Path

import click

from postlint import __version__
from postlint.cli.options import Sectioned, debug_option, option
from postlint.cli.sinks import StdoutSink
from postlint.packs.new import NewPack, PackNameError, write_pack
from postlint.packs.registry import load_packs
from postlint.render.base import count
from postlint.rules.tool_findings import TOOL_FINDINGS

_HELP = """Writes a pack of rules: one rule, its page, its tests, and what installs it.

NAME is what the pack is called, such as transit-rules; a folder of that name
is made.

\b
Examples:
  postlint new-pack transit-rules
  postlint new-pack riverbend --family RIV --into packs/riverbend
"""


@click.command("new-pack", cls=Sectioned, help=_HELP, short_help="Begin a pack of rules.")
@click.argument("name", metavar="NAME")
@option(
    "Output",
    "--family",
    metavar="LETTERS",
    help="What the rules' codes begin with; else the first letters of the name.",
)
@option(
    "Output",
    "--into",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Write into this folder instead.",
)
@debug_option
def new_pack(name: str, family: str | None, folder: Path | None) -> int:
    """Write a pack and return the exit code."""
    pack = NewPack.named(name, family)
    packs = load_packs()
    taken = {finding.code.rstrip("0123456789") for finding in TOOL_FINDINGS}
    taken.update(rule.meta.family for rule in packs.rules)
    if pack.family in taken:
        raise PackNameError(
            name, f"{pack.family} begins the codes of other rules; choose with --family LETTERS."
        )
    if pack.label in {other.name for other in packs.packs}:
        raise PackNameError(name, f"the pack '{pack.label}' is installed.")
    place = folder or Path(name)
    written = write_pack(pack, place, version=__version__)
    lines = [
        f"Wrote {count(len(written), 'file')}:",
        *(f"  {path}" for path in written),
        "",
        "Next:",
        f"  cd {place}",
        "  pip install --editable '.[test]'",
        "  pytest",
        f"  postlint explain {pack.code}",
    ]
    StdoutSink(for_people=True).write("\n".join(lines) + "\n")
    return 0

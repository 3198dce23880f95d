"""`postlint import`: word rules of other tools as house rules."""

from __future__ import annotations

from pathlib import Path

import click

from postlint.cli.options import Sectioned, debug_option, option
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import say
from postlint.errors import SourceError, WrongUse
from postlint.packs.house.load import load_house_rules
from postlint.packs.imported import bring
from postlint.packs.registry import load_packs
from postlint.render.base import count
from postlint.text.files import write_whole

_HELP = """Makes house rules of the word rules of other tools.

STYLES is a style of Vale (a folder of YAML files), a list of joblint's rules or of
retext's patterns (JavaScript or JSON, read as data), or a folder of them. What
could not be carried over is said, with the reason; nothing in STYLES is run.

\b
Examples:
  postlint import styles/Google -o google.toml
  postlint import joblint/lib/rules.js --code JOB -o joblint.toml

Name the file under 'rule-files' in your settings, and read it: what suits a
manual may not suit a posting.
"""


@click.command("import", cls=Sectioned, help=_HELP, short_help="Make house rules of other lists.")
@click.argument("path", metavar="STYLES", type=click.Path(path_type=Path))
@option(
    "Output",
    "-o",
    "--output",
    metavar="FILE.toml",
    type=click.Path(path_type=Path),
    help="Write the rules to a file; else they are printed.",
)
@option(
    "Output",
    "--code",
    metavar="LETTERS",
    default="HOUSE",
    help="What the rules' codes begin with; HOUSE unless given.",
)
@debug_option
def import_rules(path: Path, output: Path | None, code: str) -> int:
    """Write the rules, say what is missing, and return the exit code."""
    if not (code.isascii() and code.isalpha() and code.isupper()):
        raise WrongUse(f"'{code}' does not begin a code: it takes capitals, such as RIV.")
    if code in {rule.meta.family for rule in load_packs().rules}:
        raise WrongUse(f"{code} begins the codes of other rules; choose with --code LETTERS.")
    brought = bring(path, code)
    for left in brought.left:
        say(f"not carried over: {left.source}: {left.what}: {left.why}")
    for changed in brought.changed:
        say(f"changed: {changed.source}: {changed.what}")
    if not brought.rules and not brought.left:
        raise SourceError(
            str(path), "there is no style of Vale (.yml) and no list of joblint or retext in it"
        )
    if output is None:
        StdoutSink(for_people=True).write(brought.toml)
    elif brought.rules:
        write_whole(str(output), brought.toml.encode("utf-8"))
        load_house_rules(output)
    rules, lost = count(brought.rules, "rule"), count(len(brought.left), "part")
    where = f" in {output}" if output is not None and brought.rules else ""
    say(f"{rules} made{where}; {lost} not carried over.")
    return 0 if brought.rules else 1

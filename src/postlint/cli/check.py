"""`postlint check`: read postings, ask the rules, show what they say."""

from __future__ import annotations

from typing import Any

import click

from postlint.cli.checking import check_paths
from postlint.cli.options import (
    NameType,
    Sectioned,
    color_option,
    debug_value,
    employer_options,
    force_exclude_option,
    option,
    options,
    quiet_option,
    rules_options,
    scope_options,
)
from postlint.cli.run import NEVER
from postlint.config.find import BASELINE
from postlint.render import FORMATS
from postlint.text.diagnostics import Severity

_LIMITS = [severity.word for severity in reversed(Severity)]

_HELP = """Checks postings and shows what the rules say about them.

PATH is a file, a folder (the files in it and below that are called like
postings: .posting, .txt, .md, .docx, .pdf, .html), a pattern such as
'jobs/**/*.txt', or - for standard input. What git ignores is skipped.

\b
Examples:
  postlint check cto.posting
  postlint check postings/ --format concise
  postlint check cto.txt --verdicts --employer-kind school --jurisdiction US-OR
  postlint check postings/ --select LEAD,ADA --fail-on error
  pbpaste | postlint check - --as text
  postlint check cto.docx --annotate cto-comments.docx
"""


class Limit(NameType):
    """The severity that fails a run; `info`, as programs call a note, is taken too."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word for it, or say which was meant."""
        level = Severity.INFO.word if value == Severity.INFO.value else value
        return super().convert(level, param, ctx)


class FormatName(click.ParamType):  # type: ignore[type-arg]  # generic in later clicks only
    """A format, or `FORMAT=FILE`."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str | None]:
        """Return the format's name and the file."""
        if isinstance(value, tuple):
            return value
        name, equals, file = str(value).partition("=")
        if equals and not file:
            self.fail(f"'{value}' names no file after '='.", param, ctx)
        return NameType(list(FORMATS)).convert(name, param, ctx), file or None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Return the formats that begin like this."""
        return NameType(list(FORMATS)).shell_complete(ctx, param, incomplete)


@click.command(cls=Sectioned, help=_HELP, short_help="Check postings.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@option(
    "Output",
    "--format",
    "-f",
    "--output-format",
    "formats",
    type=FormatName(),
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}. The default is rich. "
    "May be repeated, all but one with a file: --format rich --format json=report.json",
)
@options(
    "Output",
    {
        "--output --output-file -o output FILE": "Write to a file instead of standard output.",
        "--annotate COPY.docx": "Write the findings of one Word file into a copy of it, as "
        "comments.",
        "--verdicts": "Show the record: every rule, its verdict, its evidence.",
        "--scorecard": "Show the numbers of each posting: shares, pay, statements, reading grade.",
        "--full everything_shown": "Show every finding with its line, its words and its fixes, not "
        "only what to do first.",
        "--statistics": "Count the findings of each rule at the end, in the formats for people.",
    },
)
@color_option
@quiet_option
@rules_options
@option(
    "Rules",
    "--fail-on",
    type=Limit([*_LIMITS, NEVER]),
    metavar="SEVERITY",
    help=f"Exit with 1 for findings as grave as this: {', '.join(_LIMITS)}, or {NEVER}. "
    "The default is what the configuration says, else warning.",
)
@options(
    "Rules",
    {
        "--exit-zero": "Exit with 0 whatever is found; the same as --fail-on never.",
        "--allow-broken-packs": "Do not exit with 2 when a pack does not load.",
    },
)
@options(
    "Reading",
    {
        "--as kind KIND": "Read as this kind of source, such as text or markup, whatever the "
        "suffix.",
        "--stdin-filename NAME": "What to call standard input; its suffix tells the kind.",
        "--text text_column COLUMN": "The column of a sheet (.csv, .tsv) with the posting's text, "
        "where its name does not tell it.",
        "--title title_column COLUMN": "The column of a sheet with the posting's title.",
    },
)
@options(
    "Files",
    {
        "--include GLOB": "Look at these files in folders too, such as '*.json'. May be repeated.",
        "--exclude GLOB": "Pass over these files and folders, such as 'old/**'. May be repeated.",
    },
    multiple=True,
)
@force_exclude_option
@options(
    "Files",
    {
        "--since REVISION": "Check only files that differ from this git revision, such as main.",
        "--show-files": "Check nothing; list the files that would be checked.",
        "--watch": "Check again whenever a posting or its settings change, until Ctrl-C.",
    },
)
@option(
    "Files",
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    metavar="NUMBER",
    help="Check in this many processes; 0 is one for each processor. The default is 1 for few "
    "files and 0 for many.",
)
@options(
    "Files",
    {
        "--libreoffice libreoffice_": "Check .doc, .odt and .rtf files too: LibreOffice, where "
        "installed, makes Word files of them that are thrown away afterwards.",
        "--no-cache": "Check every file anew, and keep nothing for the next run.",
    },
)
@options(
    "Rules",
    {
        "--baseline FILE": "Let pass the findings that 'postlint baseline' recorded here. The "
        f"default is what the configuration names, else the nearest {BASELINE}.",
        "--no-baseline": "Show also the findings that a baseline accepts.",
    },
)
@options(
    "Fixes",
    {
        "--fix": "Make the safe fixes in the files, then show what is left.",
        "--unsafe-fixes": "With --fix or --diff: make also those that add words for you to check.",
        "--diff": "Write nothing; show what the fixes would change, and exit with 1 when there are "
        "any.",
    },
)
@scope_options
@employer_options
@debug_value
def check(paths: tuple[str, ...], *, watch: bool, **given: Any) -> int:
    """Check the paths and return the exit code."""
    if watch:
        from postlint.cli.watch import watch_paths  # noqa: PLC0415  # few ask for it

        return watch_paths(paths, **given)
    return check_paths(paths, **given)

"""`postlint check`: read postings, ask the rules, show what they say."""

from __future__ import annotations

from typing import Any

import click

from postlint.cli.checking import NEVER, check_paths
from postlint.cli.options import (
    NameType,
    Option,
    Sectioned,
    complete_rules,
    debug_option,
    employer_options,
    scope_options,
)
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
@click.option(
    "--format",
    "-f",
    "--output-format",
    "formats",
    cls=Option,
    section="Output",
    type=FormatName(),
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(FORMATS)}. The default is rich. "
    "May be repeated, all but one with a file: --format rich --format json=report.json",
)
@click.option(
    "--output",
    "--output-file",
    "-o",
    "output",
    cls=Option,
    section="Output",
    metavar="FILE",
    help="Write to a file instead of standard output.",
)
@click.option(
    "--annotate",
    cls=Option,
    section="Output",
    metavar="COPY.docx",
    help="Write the findings of one Word file into a copy of it, as comments.",
)
@click.option(
    "--verdicts",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Show the record: every rule, its verdict, its evidence.",
)
@click.option(
    "--scorecard",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Show the numbers of each posting: shares, pay, statements, reading grade.",
)
@click.option(
    "--full",
    "everything_shown",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Show every finding with its line, its words and its fixes, not only what to do first.",
)
@click.option(
    "--statistics",
    cls=Option,
    section="Output",
    is_flag=True,
    help="Count the findings of each rule at the end, in the formats for people.",
)
@click.option(
    "--color/--no-color",
    cls=Option,
    section="Output",
    default=None,
    help="With or without color; else as NO_COLOR, FORCE_COLOR and the terminal say.",
)
@click.option(
    "--quiet", "-q", cls=Option, section="Output", is_flag=True, help="Leave out the summary line."
)
@click.option(
    "--select",
    cls=Option,
    section="Rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Ask these rules only, whatever the configuration says: codes, names, "
    "families, tags, or ALL. With commas, or repeated.",
)
@click.option(
    "--ignore",
    cls=Option,
    section="Rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete_rules,
    help="Leave these rules out.",
)
@click.option(
    "--fail-on",
    cls=Option,
    section="Rules",
    type=Limit([*_LIMITS, NEVER]),
    metavar="SEVERITY",
    help=f"Exit with 1 for findings as grave as this: {', '.join(_LIMITS)}, or {NEVER}. "
    "The default is what the configuration says, else warning.",
)
@click.option(
    "--exit-zero",
    cls=Option,
    section="Rules",
    is_flag=True,
    help="Exit with 0 whatever is found; the same as --fail-on never.",
)
@click.option(
    "--allow-broken-packs",
    cls=Option,
    section="Rules",
    is_flag=True,
    help="Do not exit with 2 when a pack does not load.",
)
@click.option(
    "--as",
    "kind",
    cls=Option,
    section="Reading",
    metavar="KIND",
    help="Read as this kind of source, such as text or markup, whatever the suffix.",
)
@click.option(
    "--stdin-filename",
    cls=Option,
    section="Reading",
    metavar="NAME",
    help="What to call standard input; its suffix tells the kind.",
)
@click.option(
    "--text",
    "text_column",
    cls=Option,
    section="Reading",
    metavar="COLUMN",
    help="The column of a sheet (.csv, .tsv) with the posting's text, where its name does not "
    "tell it.",
)
@click.option(
    "--title",
    "title_column",
    cls=Option,
    section="Reading",
    metavar="COLUMN",
    help="The column of a sheet with the posting's title.",
)
@click.option(
    "--include",
    cls=Option,
    section="Files",
    multiple=True,
    metavar="GLOB",
    help="Look at these files in folders too, such as '*.json'. May be repeated.",
)
@click.option(
    "--exclude",
    cls=Option,
    section="Files",
    multiple=True,
    metavar="GLOB",
    help="Pass over these files and folders, such as 'old/**'. May be repeated.",
)
@click.option(
    "--force-exclude",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Pass over what is excluded also where it is named, as pre-commit does.",
)
@click.option(
    "--since",
    cls=Option,
    section="Files",
    metavar="REVISION",
    help="Check only files that differ from this git revision, such as main.",
)
@click.option(
    "--show-files",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check nothing; list the files that would be checked.",
)
@click.option(
    "--watch",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check again whenever a posting or its settings change, until Ctrl-C.",
)
@click.option(
    "--jobs",
    "-j",
    cls=Option,
    section="Files",
    type=click.IntRange(min=0),
    metavar="NUMBER",
    help="Check in this many processes; 0 is one for each processor. The default is 1 for few "
    "files and 0 for many.",
)
@click.option(
    "--libreoffice",
    "libreoffice_",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check .doc, .odt and .rtf files too: LibreOffice, where installed, makes Word files of "
    "them that are thrown away afterwards.",
)
@click.option(
    "--no-cache",
    cls=Option,
    section="Files",
    is_flag=True,
    help="Check every file anew, and keep nothing for the next run.",
)
@click.option(
    "--baseline",
    cls=Option,
    section="Rules",
    metavar="FILE",
    help="Let pass the findings that 'postlint baseline' recorded here. The default is what the "
    f"configuration names, else the nearest {BASELINE}.",
)
@click.option(
    "--no-baseline",
    cls=Option,
    section="Rules",
    is_flag=True,
    help="Show also the findings that a baseline accepts.",
)
@click.option(
    "--fix",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="Make the safe fixes in the files, then show what is left.",
)
@click.option(
    "--unsafe-fixes",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="With --fix or --diff: make also those that add words for you to check.",
)
@click.option(
    "--diff",
    cls=Option,
    section="Fixes",
    is_flag=True,
    help="Write nothing; show what the fixes would change, and exit with 1 when there are any.",
)
@scope_options
@employer_options
@debug_option
def check(paths: tuple[str, ...], *, watch: bool, **options: Any) -> int:
    """Check the paths and return the exit code."""
    if watch:
        from postlint.cli.watch import watch_paths  # noqa: PLC0415  # few ask for it

        return watch_paths(paths, **options)
    return check_paths(paths, **options)

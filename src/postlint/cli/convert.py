"""`postlint convert`: any posting as markup."""

from __future__ import annotations

import os
import sys

import click

from postlint.cli.options import Sectioned, debug_option, options
from postlint.cli.sinks import FileSink, Sink, Sinks, StdoutSink, is_same_file
from postlint.cli.terminal import say
from postlint.document.posting import Posting
from postlint.errors import OutputError
from postlint.fix.converted import converted
from postlint.linter import Linter
from postlint.rules.tool_findings import BY_NAME
from postlint.run.search import STDIN
from postlint.run.session import Session
from postlint.text.files import stream_bytes

# What is reported of the way a source was read. Slips of the text itself are for `check`.
_ABOUT_READING = frozenset(
    {
        "damaged-bytes",
        "read-as-another-kind",
        "source-cut-short",
        "text-damage",
        "reader-failed",
    }
)

_HELP = """Writes a posting as markup, whatever it was: a Word file, a page, a PDF, text.

SOURCE is a file, or - for standard input. It is not changed. Of several
postings in it each is written to a file of its own: jobs-1.posting,
jobs-2.posting with -o jobs.posting.

What is written is read again first. Where it would not say the same, such as
another closing date, nothing is written, and each difference is reported.

\b
Examples:
  postlint convert cto.docx -o cto.posting
  postlint convert page.html
  pbpaste | postlint convert - --as text
"""


@click.command(cls=Sectioned, help=_HELP, short_help="Write a posting as markup.")
@click.argument("source", metavar="SOURCE", type=click.Path())
@options(
    "Output",
    {
        "--output -o FILE": "Write to a file instead of standard output.",
        "--anyway": "Write it where it would not say the same too, and tell what to look at.",
    },
)
@options(
    "Reading",
    {"--as kind KIND": "Read as this kind of source, such as text or html, whatever the suffix."},
)
@debug_option
def convert(
    source: str,
    output: str | None,
    *,
    kind: str | None,
    anyway: bool,
) -> int:
    """Convert one source and return the exit code."""
    linter, postings = _read(source, kind)
    if len(postings) > 1 and output is None:
        say(
            f"{source}: there are {len(postings)} postings in it, and this is the first. "
            "With -o each is written to a file of its own."
        )
        postings = postings[:1]
    names = _names(output, len(postings))
    for name in names:
        if name is not None and source != STDIN and is_same_file(source, name):
            raise OutputError(name, "it is the posting to convert")
    written = [
        _convert(linter, posting, name, anyway=anyway)
        for posting, name in zip(postings, names, strict=True)
    ]
    return 0 if all(written) else 1


def _names(output: str | None, number: int) -> list[str | None]:
    """Return a file for each posting: `jobs-1.posting`, `jobs-2.posting` where there are two."""
    if output is None or number == 1:
        return [output]
    stem, suffix = os.path.splitext(output)  # noqa: PTH122  # its folder is kept as it is written
    return [f"{stem}-{place}{suffix}" for place in range(1, number + 1)]


def _convert(linter: Linter, posting: Posting, output: str | None, *, anyway: bool) -> bool:
    """Write a posting and tell what to know of it; say whether it was written."""
    name = posting.source.name
    for notice in posting.notices:
        if notice.message_id in _ABOUT_READING:
            words = BY_NAME[notice.message_id].message.format_map(dict(notice.data))
            say(f"{name}: {words}")
    text, changed = converted(linter, posting)
    for change in changed:
        say(f"{name}: {change}")
    if changed and not anyway:
        say(
            f"{name}: not written, because it would not say the same. "
            "Settle that in the source, or write it with --anyway and mend it there."
        )
        return False
    sink: Sink = StdoutSink(for_people=False) if output is None else FileSink(output)
    with Sinks([sink]):
        sink.write(text)
    return True


def _read(source: str, kind: str | None) -> tuple[Linter, tuple[Posting, ...]]:
    assigned = Session().assigned(source)
    linter = assigned.linter
    if source == STDIN:
        data = stream_bytes(sys.stdin.buffer, STDIN, assigned.config.limits.megabytes)
        return linter, linter.read_all_bytes(data, kind=kind)
    data = linter.file_bytes(source)
    return linter, linter.read_all_bytes(data, kind=kind or assigned.kind, path=source)

"""What reading costs beside checking, for every kind of source.

    python benchmarks/kinds.py CORPUS [--files N] [--repeat N] [--kind KIND] [--hold]

The postings of CORPUS are text. Each is read once and written out in every
kind: as markup by `postlint convert`, as Markdown, as a page, as a JobPosting
with the page in it, as a Word file and as a PDF file. Then each file is read
and what was read is checked, over and over, in this one process; the ratio is
the time of all readings to the time of all checks. With `--hold` it exits 1 where
a kind costs more than is promised of it.

Word files are made with python-docx.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from postlint import Linter
from postlint.document.parts import Field, Item, SectionBlock
from postlint.document.posting import Posting
from postlint.syntax.write import to_markup

from speed import gather  # isort: skip

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from documents import pdf, word

# How many times as much as checking reading may cost.
PROMISED = {"text": 2.0, "markdown": 2.0, "html": 2.0, "word": 5.0, "pdf": 3.0}
_LINE, _LINES = 95, 52


def page(posting: Posting) -> str:
    """Return a posting as HTML."""
    return "\n".join(["<html><body><main>", *_parts(posting), "</main></body></html>"])


def _parts(posting: Posting) -> Iterator[str]:
    for section in posting.sections:
        if section.heading is not None:
            yield f"<h{section.level}>{escape(section.heading.text)}</h{section.level}>"
        yield from _blocks(section.blocks)


def _blocks(blocks: tuple[SectionBlock, ...]) -> Iterator[str]:
    listed = False
    for block in blocks:
        if isinstance(block, Item) != listed:
            listed = not listed
            yield "<ul>" if listed else "</ul>"
        if isinstance(block, Field):
            yield f"<p><b>{escape(block.key.text)}:</b> {escape(block.value.text)}</p>"
            continue
        mark = f" ({block.markers[-1].symbol})" if block.markers else ""
        label = f"<b>{escape(block.label.text)}</b> " if block.label else ""
        words = f"{label}{escape(block.text.text)}{escape(mark)}"
        if isinstance(block, Item):
            yield f"<li>{words}"
            yield from _blocks(block.blocks)
            yield "</li>"
        else:
            yield f"<p>{words}</p>"
    if listed:
        yield "</ul>"


def jobposting(posting: Posting) -> str:
    """Return a posting as JSON-LD with its text as HTML."""
    job = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": posting.title.text if posting.title else "",
        "description": "\n".join(_parts(posting)),
    }
    return json.dumps(job)


def markdown(posting: Posting) -> str:
    """Return a posting as Markdown: its fields bold, its items starred."""
    lines = []
    for line in to_markup(posting).split("\n"):
        key, colon, value = line.partition(": ")
        if colon and len(key) < 40 and key[:1].isalpha():
            line = f"**{key}:** {value}\n"  # noqa: PLW2901  # the line as it is written
        lines.append(line)
    return "\n".join(lines)


def word_file(posting: Posting) -> bytes:
    """Return a posting as a Word file with headings and lists in their styles."""

    def build(document: Any) -> None:
        for line in to_markup(posting).split("\n"):
            words = "".join(char for char in line.strip() if char.isprintable())
            signs = len(words) - len(words.lstrip("#"))
            if signs:
                document.add_heading(words[signs:].strip(), signs)
            elif words.startswith("- "):
                document.add_paragraph(words[2:], style="List Bullet")
            elif words:
                document.add_paragraph(words)

    return word(build)


def pdf_file(posting: Posting) -> bytes:
    """Return a posting as a PDF file of pages with headings in bold."""
    pages: list[list[tuple[str, float, float, float, bool]]] = [[]]
    for line in to_markup(posting).split("\n"):
        head = line.startswith("#")
        shown = line.lstrip("# ").encode("cp1252", "replace").decode("cp1252")
        for part in textwrap.wrap(shown.replace("- ", "• ", 1), _LINE) or [""]:
            if len(pages[-1]) == _LINES:
                pages.append([])
            top = 740.0 - 13 * len(pages[-1])
            pages[-1].append((part, 60.0, top, 12.0 if head else 9.0, head))
    return pdf(pages)


MAKERS: dict[str, Callable[[Posting], str | bytes]] = {
    "markup": to_markup,
    "markdown": markdown,
    "html": page,
    "jobposting": jobposting,
    "word": word_file,
    "pdf": pdf_file,
}


def measure(linter: Linter, kind: str, files: list[bytes], repeat: int) -> tuple[float, float]:
    """Return the seconds of all readings and of all checks: medians of the rounds."""
    rounds: list[tuple[float, float]] = []
    for _ in range(repeat + 1):
        start = time.process_time()
        postings = [linter.read_bytes(data, kind=kind) for data in files]
        between = time.process_time()
        for posting in postings:
            linter.check_posting(posting)
        rounds.append((between - start, time.process_time() - between))
    reading, checking = zip(*rounds[1:], strict=True)  # the first round warms up
    return statistics.median(reading), statistics.median(checking)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--files", type=int, default=80, help="how many postings, spread evenly")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--kind", choices=["text", *MAKERS])
    parser.add_argument("--hold", action="store_true", help="fail where a kind costs too much")
    options = parser.parse_args()
    paths = gather(options.corpus)
    paths = paths[:: max(1, len(paths) // options.files)]
    linter = Linter()
    texts = [path.read_bytes().decode("utf-8", errors="replace") for path in paths]
    postings = [linter.read(text, kind="text") for text in texts]
    over = []
    print(f"{'kind':12}{'megabytes':>10}{'reading':>10}{'checking':>10}{'ratio':>8}")
    for kind in [options.kind] if options.kind else ["text", *MAKERS]:
        made = texts if kind == "text" else [MAKERS[kind](posting) for posting in postings]
        files = [data if isinstance(data, bytes) else data.encode() for data in made]
        reading, checking = measure(linter, kind, files, options.repeat)
        ratio = reading / checking
        size = sum(map(len, files)) / 1e6
        print(f"{kind:12}{size:10.2f}{reading:10.3f}{checking:10.3f}{ratio:8.2f}", flush=True)
        if options.hold and ratio > PROMISED.get(kind, ratio):
            over.append(f"{kind} costs more than {PROMISED[kind]:g} checks")
    for line in over:
        print(line, file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())

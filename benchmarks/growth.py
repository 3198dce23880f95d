"""Every rule, renderer, fix and feature of the editor takes time in proportion to its text.

    python benchmarks/growth.py [--size N] [--only WORDS] [--limit RATIO] [--calls]

The texts are made from the catalogue: for each rule the failing case of its
corpus, and for each rule about words the words it looks for, again and again
under one title. Each is checked; then every operation is put to texts that
are thick with what it works on. For each it prints the seconds for N
characters and for twice as many, and their ratio, which is 2 for work in
proportion to the text. `--calls` counts functions called in the place of seconds,
which is the same in every run and blind to what one function does for long.
`adversarial.py` does the same for what is hard to read.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types as lsp

from postlint import Linter
from postlint.__main__ import spare_collector
from postlint.config import Config
from postlint.config.model import Limits
from postlint.fix.settle import settle
from postlint.lexicon.phrase import CHOICE
from postlint.lsp.actions import code_actions
from postlint.lsp.completion import complete
from postlint.lsp.diagnostics import to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.formatting import format_document
from postlint.lsp.hover import hover
from postlint.lsp.structure import folds, hints, symbols, tokens
from postlint.packs.registry import load_packs
from postlint.render import FORMATS, Context, Producer, make_renderer
from postlint.render.pages import page_of_rule, tool_pages
from postlint.rules import WordRule
from postlint.run.report_codec import dump, load
from postlint.run.session import Session
from postlint.syntax.format import format_markup
from postlint.syntax.write import to_markup
from postlint.testing.corpus import load_corpus
from postlint.web.look import look

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 2.6
# Calls are the same on every machine, and what they count may not grow faster than this.
CALLS_LIMIT = 2.1
# A ratio above the limit is measured again: other programs run beside this one.
TRIES = 4
# Below this many seconds a clock says nothing.
NOISE = 0.05
TITLE = "# Records Clerk\n\n## Duties\n\n- Files records.\n\n"


class Task(NamedTuple):
    """Something to do with a text: `prepare` comes first and is not measured."""

    name: str
    make: Callable[[int], str]
    kind: str
    run: Callable[[str, str], object]


def repeated(piece: str, head: str = TITLE) -> Callable[[int], str]:
    """Return what repeats a piece under a title until a text is long enough."""
    return lambda size: head + piece * (size // len(piece) + 1)


# Texts made of the catalogue


def catalogue() -> Iterator[Task]:
    """Yield a check of each rule's failing case and of each word rule's words, repeated."""
    packs = load_packs()
    for file in sorted((ROOT / "tests" / "corpus" / "rules").glob("*.md")):
        corpus = load_corpus(file, packs)
        failing = [case for case in corpus.cases if case.verdict.value == "fail"]
        case = next(iter(failing or corpus.cases))
        if case.kind in {"markup", "text", "markdown"}:
            body = _untitled(case.source.text)
            yield Task(f"case of {file.stem}", repeated(body), case.kind, check)
    for rule in packs.rules:
        made = rule()
        if isinstance(made, WordRule):
            words = ". ".join(_written(term.phrases[0]) for term in made.terms)
            yield Task(f"words of {made.meta.code}", repeated(f"{words}.\n\n"), "markup", check)
            single = _written(made.terms[0].phrases[0])
            yield Task(f"one word of {made.meta.code}", repeated(f"{single} "), "markup", check)


def _untitled(text: str) -> str:
    """Return a case without its title, so that a repeated one stays one posting."""
    lines = text.split("\n")
    at = next((i for i, line in enumerate(lines) if line.startswith("# ")), None)
    if at is not None:
        del lines[at]
    return "\n".join(lines).strip("\n") + "\n\n"


def _written(phrase: str) -> str:
    """Return a phrase of a table as a text has it."""
    while found := CHOICE.search(phrase):
        phrase = phrase.replace(found[0], found[1].split("|")[0], 1)
    return phrase.replace("*", "s")


# Operations, and texts thick with what they work on

DENSE: Mapping[str, Callable[[int], str]] = {
    "findings": repeated("He or she must be able-bodied. The salesman is a native speaker.\n\n"),
    "one line": repeated("He or she must be able-bodied. The salesman is a native speaker. "),
    "sections": repeated("## Section of papers\n\nFiles the papers.\n\n### Below\n\n- Sorts.\n\n"),
    "items": repeated("- Leads the plan for the district. (E)\n"),
    "bullets": repeated("\u2022 Leads the plan \u201cE\u201d\n"),
    "directives": repeated("%% postlint: ignore ADA004 -- why\n- Leads the plan.\n"),
    "unknown directives": repeated("%% postlint: ignore ABC001 -- why\n\nLeads the plan.\n\n"),
    "directives over headings": repeated("%% postlint: ignore ADA004 -- why\n## Duties\n\n"),
    "directives and blanks": repeated(f"%% postlint: ignore ADA004{' ' * 60}-- why\n"),
    "directives and tabs": repeated("%%\t\tpostlint:\t\tignore\t\tADA004\t\t\n"),
    "blanks to fill": repeated("[name of supervisor] and {amount}.\n\n"),
    "fields": repeated("Grade: 14\nReports to: the Registrar\n"),
    "directive brackets": repeated("[postlint "),
    "bracketed directives": repeated(
        "[postlint: ignore ADA004 -- why\nnot]\n\n- Leads the plan.\n"
    ),
    "open directives": repeated("[postlint: ignore ADA004 -- why\n"),
    "comments of many lines": repeated("<!-- postlint: ignore ADA004 -- why\nnot -->\n- Leads.\n"),
    "stairs of items": lambda size: (
        TITLE + "".join(f"{' ' * (2 * (n % 40))}- Leads the plan.\n" for n in range(size // 60))
    ),
    "stairs of headings": repeated("".join(f"{'#' * n} Papers\n\nFiles.\n\n" for n in range(1, 7))),
    "bullets in one line": repeated("\u2022 Leads the plan "),
    "empty items": repeated("- \n- \n"),
    "zero-width signs": repeated("- Lea\u200bds the\u200c pl\ufeffan.\u00ad\n"),
    "one long item": lambda size: f"{TITLE}- {'leads the plan and ' * (size // 19)}\n",
    "different fields": lambda size: (
        TITLE + "".join(f"Field {n}: {n} records\n" for n in range(size // 22))
    ),
    "postings": lambda size: "".join(
        f"# {word} Clerk {n}\n\nReports to: Registrar\n\n## Duties\n\n- Files.\n\n"
        for n, word in zip(range(size // 70), cycle(("Payroll", "Tax", "Deeds")), strict=False)
    ),
    "lettered items": repeated("A) Leads the plan.\nB) Sees A.\n"),
    "marks": repeated("E) (E) * \u2020 "),
    "quotes": repeated("\u201cE\u201d 'he' \"she\" "),
}
# What a person pastes or exports, read by each reader of texts.
PASTED: Mapping[str, Callable[[int], str]] = {
    "capitals": repeated("DUTIES\n\nFiles deeds.\nLeads.\n\n", "CLERK\n\n"),
    "pairs": repeated("Grade: 14      Pay: $30\nReports to\nRegistrar\n", "CLERK\n\n"),
    "short lines": repeated("line cook\nwarm soup\n", "pond warden\n"),
    "wrapped lines": repeated("Files the deeds of the county and\nleads the plan\n", "CLERK\n\n"),
    "glyphs": repeated("\u00b7 Files deeds\n\uf0b7 Leads\no Talks\n", "CLERK\n\nDUTIES\n"),
    "table": repeated("| Files | Yes |\n", "| Duty | Essential |\n|---|---|\n"),
    "nested quotes": repeated("> > > a\n"),
    "stars": repeated("**a *b* c** "),
    "links": repeated("[a](b) <http://c.d> "),
    "references": repeated("[a]: http://b.c\n\n[a]\n"),
    "zero width": repeated("a\u200b\u200c\u200d\ufeff \u00ad\u2060", "CLERK\n\n"),
}
EXPORTED: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "jobs": (
        "jobposting",
        lambda size: json.dumps(
            [
                {"@type": "JobPosting", "title": f"Clerk {n}", "description": "<p>Files.</p>"}
                for n in range(size // 80)
            ]
        ),
    ),
    "one long job": (
        "jobposting",
        lambda size: json.dumps(
            {"@type": "JobPosting", "title": "Clerk", "description": "<p>Files.</p>" * (size // 13)}
        ),
    ),
    "rows": (
        "csv",
        lambda size: (
            "title,description\n"
            + "".join(f'Clerk {n},"Files deeds.\nLeads."\n' for n in range(size // 34))
        ),
    ),
    "feed": (
        "feed",
        lambda size: (
            "<?xml version='1.0'?><rss><channel>"
            + "<item><title>Clerk</title><description>Files deeds.</description></item>"
            * (size // 74)
            + "</channel></rss>"
        ),
    ),
}
PAGES: Mapping[str, Callable[[int], str]] = {
    "comments": repeated("<p>a</p><!-- b -->", "<h1>Clerk</h1>"),
    "open comments": repeated("<!-- ", "<h1>Clerk</h1>"),
    "tables in tables": lambda size: "<h1>Clerk</h1>" + "<table><tr><td>" * (size // 15 + 1),
    "rows": repeated("<tr><td>Files</td><td>Yes</td></tr>", "<h1>Clerk</h1><table>"),
    "lists in lists": lambda size: "<h1>Clerk</h1>" + "<ul><li>a" * (size // 9 + 1),
    "emphasis": repeated("<b>a <i>b ", "<h1>Clerk</h1><p>"),
    "entities": repeated("&nbsp;&amp;&#8226;", "<h1>Clerk</h1><p>"),
}

LINTER = Linter(
    config=Config(
        extend_select=("form",),
        limits=Limits(seconds=0, memory=0, text_megabytes=50, megabytes=100),
    )
)
SESSION = Session(isolated=True)
URI = "file:///clerk.posting"


def check(text: str, kind: str) -> object:
    """Check a text, facts and measures included."""
    report = LINTER.check(text, kind=kind)
    return report.facts, report.measures


def operations() -> Iterator[Task]:
    """Yield every operation with every text."""
    for name, make in PAGES.items():
        yield Task(f"check: {name}", make, "html", check)
    for name, make in PASTED.items():
        for kind in ("text", "markdown", "html"):
            yield Task(f"{kind}: {name}", make, kind, check)
        yield Task(f"convert text: {name}", make, "text", _convert)
    for name, (kind, make) in EXPORTED.items():
        yield Task(f"export: {name}", make, kind, _check_all)
        yield Task(f"page of export: {name}", make, kind, _page)
    for name, make in DENSE.items():
        yield Task(f"check: {name}", make, "markup", check)
        yield Task(f"all: {name}", make, "markup", _check_all)
        yield Task(f"page: {name}", make, "markup", _page)
        yield Task(f"convert: {name}", make, "markup", _convert)
        yield Task(f"fmt: {name}", make, "markup", lambda text, _: format_markup(text))
        yield Task(f"fix: {name}", make, "markup", _fix)
        yield Task(f"cache: {name}", make, "markup", _cached)
        yield Task(f"editor: {name}", make, "markup", _editor)
        for form in FORMATS:
            yield Task(f"{form}: {name}", make, "markup", _rendering(form))


def _check_all(text: str, kind: str) -> object:
    return LINTER.check_all(text, kind=kind)


def _page(text: str, kind: str) -> object:
    return look(LINTER.check_all(text, kind=kind), from_file=False)


def _convert(text: str, kind: str) -> object:
    return to_markup(LINTER.read(text, kind=kind))


def _fix(text: str, kind: str) -> object:
    return settle(text, lambda each: LINTER.check(each, kind=kind), unsafe=True)


def _cached(text: str, kind: str) -> object:
    data = dump([LINTER.check(text, kind=kind)], full=True)
    return data and load(data, path="clerk", sha256="", full=True)


def _rendering(form: str) -> Callable[[str, str], object]:
    rules = (page_of_rule(type(rule)) for rule in LINTER.rules.rules)
    pages = {page.code: page for page in (*rules, *tool_pages())}
    context = Context(
        producer=Producer(version="0"),
        verdicts=True,
        statistics=True,
        pages=pages if FORMATS[form].with_pages else {},
    )

    def render(text: str, kind: str) -> object:
        renderer = make_renderer(form, context)
        report = LINTER.check(text, kind=kind)
        return renderer.begin() + renderer.add(report) + renderer.end()

    return render


def _editor(text: str, _: str) -> object:
    document = Document(URI, text, 1)
    report = document.report(SESSION)
    at = lsp.Position(4, 2)
    everything = lsp.Range(lsp.Position(0, 0), lsp.Position(10**6, 0))
    return (
        symbols(document, report),
        folds(document, report),
        tokens(document),
        hints(document, report, report.posting.sections[0].span),
        hover(document, SESSION, at),
        to_protocol(document, report, ""),
        code_actions(document, SESSION, everything, None, "", later=True),
        complete(document, SESSION, at),
        format_document(document, SESSION),
    )


def seconds(task: Task, text: str) -> float:
    """Return the processor time that a task takes."""
    gc.collect()
    begin = time.process_time()
    task.run(text, task.kind)
    return time.process_time() - begin


def calls(task: Task, text: str) -> int:
    """Return how many functions a task calls, those written in C among them."""
    count = 0

    def seen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        task.run(text, task.kind)
    finally:
        sys.setprofile(None)
    return count


def called(task: Task, size: int, limit: float = CALLS_LIMIT) -> tuple[int, int]:
    """Return the calls for a size and for twice that size."""
    task.run(task.make(500), task.kind)  # what is learned once is no part of it
    first, second = calls(task, task.make(size)), calls(task, task.make(2 * size))
    if second > limit * first:  # the longer text may have taught what the shorter did not
        first, second = calls(task, task.make(size)), calls(task, task.make(2 * size))
    return first, second


def measured(task: Task, size: int, limit: float = LIMIT) -> tuple[float, float]:
    """Return the seconds for a size and for twice that size, the least of some tries."""
    small, large = task.make(size), task.make(2 * size)
    first = second = float("inf")
    for _ in range(TRIES):
        first, second = min(first, seconds(task, small)), min(second, seconds(task, large))
        if second < limit * first or second < NOISE:
            break
    return first, second


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=60_000, help="characters of the shorter text")
    parser.add_argument("--only", default="", help="tasks whose name has these words")
    parser.add_argument("--limit", type=float, help="the ratio that is too much")
    parser.add_argument("--calls", action="store_true", help="count calls in the place of seconds")
    options = parser.parse_args()
    limit = options.limit or (CALLS_LIMIT if options.calls else LIMIT)
    spare_collector()  # as the command does
    worst: list[str] = []
    count = 0
    for task in (*catalogue(), *operations()):
        if options.only not in task.name:
            continue
        count += 1
        first, second = (
            called(task, options.size, limit)
            if options.calls
            else measured(task, options.size, limit)
        )
        ratio = second / max(first, 1e-9)
        slow = ratio > limit and second > NOISE
        worst += [f"{task.name} {ratio:.1f}"] * slow
        print(f"{task.name:36} {first:8.7g} {second:8.7g} {ratio:6.2f}{'  <--' * slow}", flush=True)
    print(f"{count} tasks, {len(worst)} grew too fast {', '.join(worst)}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())

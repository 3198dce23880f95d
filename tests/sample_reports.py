"""The reports that every output format is tested with.

They come from a small pack of their own, so that they stay the same when the
real rules improve.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from attrs import frozen

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.facts.base import Case
from postlint.linter import Linter
from postlint.packs.registry import Pack, Packs
from postlint.render import Context, Producer, make_renderer, render_all
from postlint.render.base import Result
from postlint.render.pages import RulePage, page_of_rule, tool_pages
from postlint.rules.rule import CannotTell, NotApplicable, Outcome, Passed, Rule, RuleMeta
from postlint.text.authority import Authority
from postlint.text.diagnostics import Applicability, Edit, Finding, Fix, Related, Severity
from postlint.text.source import Span

AUTHORITY = Authority(citation="A handbook, page 3", date="2026", jurisdiction="US")


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@frozen
class WordToChange(Rule):
    """TEST001: 'manpower' has a plainer word.

    ## What it checks
    The word 'manpower'.

    ## Why
    <b>Readers</b> & writers differ.
    """

    meta = RuleMeta(
        code="TEST001",
        name="word-to-change",
        summary="A word has a plainer one.",
        severity=Severity.WARNING,
        highest=Severity.ERROR,
        messages={"word": "'{word}' has a plainer word.", "loud": "'{word}' is loud."},
        authority=(AUTHORITY,),
        since="0.1",
        tags=frozenset({"wording"}),
    )
    least: int = 1

    def check(self, case: Case) -> Iterator[Outcome]:
        for word, severity in (("manpower", None), ("MANPOWER", Severity.ERROR)):
            if word in case.text:
                span = _find(case.text, word)
                fix = Fix("Write 'staff'", (Edit(span, "staff"),), applicability=Applicability.SAFE)
                related: tuple[Related, ...] = ()
                if "budget" in case.text:
                    related = (Related(_find(case.text, "budget"), "The budget is here."),)
                yield Finding(
                    "word" if severity is None else "loud",
                    span,
                    {"word": word},
                    severity=severity,
                    related=related,
                    fixes=(fix,),
                )


@frozen
class TeamIsNamed(Rule):
    """TEST002: the team is named."""

    meta = RuleMeta(
        code="TEST002",
        name="team-is-named",
        summary="The team is named.",
        severity=Severity.INFO,
        messages={},
        authority=(AUTHORITY,),
        since="0.1",
    )

    def check(self, case: Case) -> Iterator[Outcome]:
        if "team" in case.text:
            yield Passed("The team is named.", (_find(case.text, "team"),))
        elif "staff" in case.text:
            yield CannotTell("whether the staff are a team", (_find(case.text, "staff"),))
        else:
            yield NotApplicable("The post leads nobody.")


PACKS = Packs(
    packs=(
        Pack(
            name="sample", rules=(WordToChange, TeamIsNamed), distribution="sample", version="1.0"
        ),
    )
)

POSTING = """# Nurse

## Duties

- Leads the team.
- Plans the {words}.
"""

TEXTS = {
    "none": POSTING.format(words="day"),
    "slip": POSTING.format(words="day") + "\n##Pay\n",
    "emoji": POSTING.format(words="🏥 👩‍💻 漢字 manpower of the ward"),
    "related": POSTING.format(words="budget and manpower"),
    "loud": POSTING.format(words="MANPOWER"),
    "cannot-tell": "# Nurse\n\n## Duties\n\n- Guides staff.\n- Plans.\n",
    "suppressed": POSTING.format(words="day")
    + "\n%% postlint: ignore TEST001 -- the house word, until we vote\n\n- Asks for manpower.\n",
    "hostile": POSTING.format(
        words="<script>alert(1)</script> ]]> &amp; \x1b[31m \x9b2J \u202eevil\u202c \x00 \u2028 "
        '"quotes" | ::error:: %0A manpower'
    ),
    "not-a-posting": "A page about the weather.\n\nIt rains.\n",
    "application": "Dear hiring manager,\n\nI am writing to apply.\n\nSincerely,\nJo Fen\n",
    "long": POSTING.format(words="word " * 3000 + "manpower" + " word" * 3000),
    "empty": "",
}


def linter() -> Linter:
    """Return a linter with the sample pack alone."""
    return Linter(packs=PACKS)


@cache
def reports() -> dict[str, Report]:
    """Return a report for each text, by the text's name."""
    lint = linter()
    return {
        name: lint.check(text, kind="markup", path=f"jobs/{name}.posting")
        for name, text in TEXTS.items()
    }


def failure() -> SourceError:
    """Return a file that could not be read."""
    return SourceError("jobs/scan.txt", "it is a binary file, not text")


def results() -> tuple[Result, ...]:
    """Return every report, and the file that could not be read between them."""
    every: list[Result] = list(reports().values())
    every.insert(2, failure())
    return tuple(every)


def pages() -> dict[str, RulePage]:
    """Return the pages of all that may be found."""
    every = [page_of_rule(rule, "sample") for rule in PACKS.rules]
    return {page.code: page for page in (*every, *tool_pages())}


def context(
    *,
    verdicts: bool = False,
    width: int = 100,
    color: bool = False,
    encoding: str = "utf-8",
    full: bool = True,
    whole: bool = False,
) -> Context:
    """Return a context with the sample pack's pages."""
    return Context(
        producer=Producer(version="0.0-test", packs=(("sample", "sample", "1.0"),)),
        verdicts=verdicts,
        width=width,
        color=color,
        encoding=encoding,
        pages=pages(),
        full=full,
        whole=whole,
    )


def show(name: str, *texts: str, **look: Any) -> str:
    """Return what a format makes of some of the reports."""
    every = reports()
    return render_all(make_renderer(name, context(**look)), tuple(every[text] for text in texts))


def everything(name: str, **look: Any) -> str:
    """Return what a format makes of all of them, and of the file that could not be read."""
    return render_all(make_renderer(name, context(**look)), results())

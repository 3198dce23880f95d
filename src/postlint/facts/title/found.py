"""The title of the job, by the first way in which a text gives one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from postlint.document.job_title import title_field, with_line_below
from postlint.document.parts import Passage
from postlint.document.titles import ends_in_doer
from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.facts.title.employers import names_a_job, without_employer
from postlint.facts.title.lines import (
    TOP,
    bracketed_title,
    classified_title,
    entry_title,
    field_title,
    labelled_title,
    lead,
    lettered_title,
    only_line,
    paper_title,
    role_title,
    subject_title,
    title_line,
    trade_title,
    typed_title,
    wanted_title,
)
from postlint.facts.title.running import (
    glued_title,
    named_in_text,
    sought_title,
    title_addressed,
    title_as_subject,
)
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

# "# of openings: 2" begins with a sign that makes headings elsewhere; a valid licence is none.
_BROKEN = ("of ", "valid ", "out of ")


@fact("title", phrases=phrases("title"))
def title(case: Case) -> Fact[str | None]:
    """Return the job title as the text has it, without an employer before or behind it.

    Unknown where nothing names one, and where the line in its place names no job.
    """
    given = case.posting.title
    if given is not None and given.text.lower().startswith(_BROKEN):
        given = None
    if given is not None and not names_a_job(given.text):
        given = with_line_below(case.text, given)
    if given is not None and (names_a_job(given.text) or _glued(given) or _does(given)):
        return _fact(case, given)
    for look in LOOKS:
        words = look.find(case)
        if (
            words is not None
            and given is not None
            and given.text.lower().endswith(f" {words.text.lower()}")
        ):
            return _fact(case, given)  # "Street Sweeper" above "We want a sweeper"
        if words is not None and (given is None or look.sure):
            return _fact(case, words)
    if given is None:
        return Fact(None, missing=_MISSING)
    found = _fact(case, given)
    if title_field(case.text, given.span.start) is not None:
        return found  # a label says that this is the title
    return found._replace(missing=f"whether '{found.value}' is the title")


def _fact(case: Case, words: Passage) -> Fact[str | None]:
    words = with_line_below(case.text, without_employer(case, words))
    if words.text.startswith(":"):  # "Position      : Clerk", the label and its sign far apart
        words = case.posting.passage(Span(words.span.start + 2, words.span.end))
    text = words.text.rstrip(" |,")
    if text == words.text or not text:
        return Fact(words.text, (words.span,))
    start = words.span.start
    stretch = case.text[start : words.span.end].rstrip(" |,\t\r\n")
    return Fact(text, (Span(start, start + len(stretch)),))


def _glued(words: Passage) -> bool:
    """Say whether a title's last word is a job's noun glued to what follows."""
    last = pattern(r"[a-z]+").findall(words.text.lower())[-1:]
    return bool(last) and last[0].endswith(("smith", "keeper"))


def _does(words: Passage) -> bool:
    """Say whether a title's first part ends as a doer does: "Caregiver, nights"."""
    named, comma, _ = words.text.partition(", ")
    return bool(comma) and ends_in_doer(named)


_MISSING = "the title of the job"


class Look(NamedTuple):
    """One place where running text names the job, and a text it is the first to find it in.

    What is not `sure` gives way to a heading that may be the title.
    """

    name: str
    find: Callable[[Case], Passage | None]
    example: str
    sure: bool = True


LOOKS: Final = (
    Look(
        "before an employer and a dash",
        lead,
        "Network Analyst, Elk County, Ohio — the analyst keeps the network.\n",
    ),
    Look("behind a label without a colon", labelled_title, "Job Title Lab Curator - #20099\n"),
    Look("beside a colon that parts it from an employer", field_title, "Fen Museum: Lab Curator\n"),
    Look("a letter's subject", subject_title, "Subject: New post - Lab Curator\n\nHello,\n"),
    Look(
        "a line near the top", lambda case: title_line(case, TOP), "Lab Curator\n\nMounts plants.\n"
    ),
    Look(
        "in the name of the paper",
        paper_title,
        "Lab Curator Job Description\n\nThe work is done in a cellar.\n",
    ),
    Look(
        "a line above fields", trade_title, "TILE HANGER\nClass code: 1234\n\nDuties\n", sure=False
    ),
    Look(
        "the first words of a flattened text",
        glued_title,
        "Senior Lab Curator Founded in 2002, our client keeps moulds. " + "It grows them. " * 12,
    ),
    Look(
        "the first words of an advertisement",
        classified_title,
        "Piano Tuner, part time, 20 hours a week, for a small shop in Hull. Send a letter to the "
        "shop at 4 Elm Road. No calls.\n",
    ),
    Look(
        "the first words of an entry",
        entry_title,
        "News\n\nLab Curator (Fen Museum) - Keeps the moulds of two houses and leads the work of "
        "three. Apply by June.\n",
    ),
    Look("as whom it wants", wanted_title, "Lab Curator wanted to mount plants and more.\n"),
    Look("as what the job is", role_title, "We mend nets.\n\nYour role: net mender\n"),
    Look("before letters for all", lettered_title, "We want for our shop a Lab Curator (m/f/d)\n"),
    Look("in brackets", bracketed_title, "This position (Field Technician 2) asks for skill.\n"),
    Look("behind words that name it", named_in_text, "We are seeking a data librarian.\n"),
    Look("as whom it speaks to", title_addressed, "As the Road Lead, you will mend the roads.\n"),
    Look(
        "as the subject", title_as_subject, "The Lab Curator plans and mounts plants.\n", sure=False
    ),
    Look(
        "as what is sought",
        sought_title,
        "We are seeking a Dolly Grip for one of our clients.\n",
    ),
    Look(
        "a line further down",
        lambda case: title_line(case, len(case.text)),
        "x " * 800 + "\n\nLab Curator\n",
    ),
    Look(
        "filed under what kind of post",
        typed_title,
        "Date posted: 14 May 2027\nPosition type: Food/ Milk Carrier\n\nDuties\n\n- Milks.\n",
        sure=False,
    ),
    Look(
        "the one line above all sections",
        only_line,
        "Milk and Eggs\n\nDuties\n\n- Milks.\n",
        sure=False,
    ),
)

"""Numbers about a posting: how long, how hard to read, how much of it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from postlint.engine.reading import read_of
from postlint.facts.accommodation import accommodation
from postlint.facts.base import Case, Fact
from postlint.facts.duties.values import BUCKET_NAMES
from postlint.facts.duty_counts import duty_counts
from postlint.facts.equal_opportunity import nondiscrimination, protected_classes
from postlint.facts.equity import equity_commitment
from postlint.facts.essential import duty_essential
from postlint.facts.pay import pay
from postlint.facts.readability import job_sentences, reading_grade
from postlint.facts.requirements import must_have

# The measures that count duties by what they are, with the words for them and a short key.
DUTY_PARTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("duties_leading", BUCKET_NAMES["A"], "leadership"),
    ("duties_for_people", BUCKET_NAMES["B"], "people"),
    ("duties_managing", BUCKET_NAMES["C"], "managing"),
    ("duties_hands_on", BUCKET_NAMES["D"], "technical"),
    ("duties_other", BUCKET_NAMES[None], "other"),
)


def measure(case: Case) -> Mapping[str, float | int | None]:
    """Return the measures of a posting by name; `None` where there is nothing to measure.

    Shares are between 0 and 1: of the duties that lead, manage technology or
    are hands-on work, without catch-alls and repetitions, as the leadership
    rules count them. `essential_share` is of the duties that the posting marks
    one way or the other. `pay_stated` is 1 where an amount or a range is given
    and 0 where none is; `statements` counts those of equal opportunity, of
    accommodation and of what is done for equity.
    """
    posting = case.posting
    stated = case[pay]
    statements = (nondiscrimination, accommodation, equity_commitment)
    duties = case[duty_counts].value
    marked = [mark for mark in case[duty_essential].value if mark is not None]
    return {
        "words": len(case.words),
        "sentences": len(posting.sentences),
        "sections": sum(1 for section in posting.sections if section.heading),
        "duties": len(posting.duties),
        "words_outside": read_of(case).outside,
        "duties_leading": duties.a,
        "duties_for_people": duties.b,
        "duties_managing": duties.c,
        "duties_hands_on": duties.d,
        "duties_other": duties.unclassified,
        "leadership_share": share(duties.lead_count, duties.classified),
        "managing_share": share(duties.c, duties.classified),
        "technical_share": share(duties.d, duties.classified),
        "essential_share": share(marked.count(True), len(marked)),
        "requirements": must_have(case),
        "pay_stated": int(stated.value in ("range", "single")) if stated.known else None,
        "statements": sum(bool(case[one].value) for one in statements),
        "protected_classes": len(case[protected_classes].value),
        "words_per_sentence": _mean_length(case),
        "reading_grade": case[reading_grade].value,
    }


def duty_parts(measures: Mapping[str, float | int | None]) -> Mapping[str, int]:
    """Return how many duties of each part there are, by its short key, without empty parts."""
    counts = {key: int(measures.get(name) or 0) for name, _, key in DUTY_PARTS}
    return {key: count for key, count in counts.items() if count}


def coverage(named: Fact[Any] | None) -> float | None:
    """Return what share of the skill areas of a framework a posting names, as a pack counts them.

    `named` is the fact `competencies` of the pack on leadership, where one has it.
    """
    cells = () if named is None else named.value or ()
    return share(sum(cell["words"] is not None for cell in cells), len(cells))


def share(part: int, whole: int) -> float | None:
    """Return a part of a whole, `None` where there is nothing to have a part of."""
    return round(part / whole, 4) if whole else None


def _mean_length(case: Case) -> float | None:
    sentences = case[job_sentences].value
    if not sentences:
        return None
    return round(sum(words for _, words in sentences) / len(sentences), 2)

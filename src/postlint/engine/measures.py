"""Numbers about a posting: how long, how hard to read, how much of it leads."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.engine.reading import read_of
from postlint.facts.base import Case
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.facts.readability import job_sentences, reading_grade
from postlint.facts.statements import protected_classes


def measure(case: Case) -> Mapping[str, float | int | None]:
    """Return the measures of a posting by name; `None` where there is nothing to measure.

    Shares are of the duties, between 0 and 1. `essential_share` is of the
    duties that the posting marks one way or the other.
    """
    posting = case.posting
    labels = [each.label for each in case[duty_classes].value]
    marked = [mark for mark in case[duty_essential].value if mark is not None]
    return {
        "words": len(case.words),
        "sentences": len(posting.sentences),
        "sections": sum(1 for section in posting.sections if section.heading),
        "duties": len(posting.duties),
        "words_outside": read_of(case).outside,
        "leadership_share": _share(labels.count("leadership"), len(labels)),
        "technical_share": _share(labels.count("technical"), len(labels)),
        "mixed_share": _share(labels.count("mixed"), len(labels)),
        "essential_share": _share(marked.count(True), len(marked)),
        "protected_classes": len(case[protected_classes].value),
        "words_per_sentence": _mean_length(case),
        "reading_grade": case[reading_grade].value,
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _mean_length(case: Case) -> float | None:
    sentences = case[job_sentences].value
    if not sentences:
        return None
    return round(sum(words for _, words in sentences) / len(sentences), 2)

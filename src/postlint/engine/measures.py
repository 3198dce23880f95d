"""Numbers about a posting: how long, how hard to read, how much of it leads.

The reading grade is Flesch and Kincaid's (1975): 0.39 times the words a
sentence plus 11.8 times the syllables a word less 15.59. Syllables are
estimated, as every program must that has no dictionary: groups of vowels,
without a silent final e, at least one a word. The grade says how a text
compares with other texts, not which school year reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from postlint.engine.reading import read_of
from postlint.facts.base import Case
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.facts.statements import protected_classes
from postlint.text.patterns import pattern

_VOWELS = pattern(r"[aeiouy]+")
_SILENT = pattern(r"(?:(?:[^aeiouyl]|[aeiouy]l)e|[^aeiouytd]ed|[^aeiouysxzcg]es)\Z")
# Fewer words than these make no grade.
_LEAST_WORDS = 30


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
        "reading_grade": reading_grade(case),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _sentence_words(case: Case) -> list[range]:
    """Return the words of the posting's sentences; a heading and a lone figure are none."""
    inside = (case.words.between(sentence) for sentence in case.posting.sentences)
    return [words for words in inside if len(words) > 1]


def _mean_length(case: Case) -> float | None:
    sentences = _sentence_words(case)
    if not sentences:
        return None
    return round(sum(map(len, sentences)) / len(sentences), 2)


def reading_grade(case: Case) -> float | None:
    """Return the Flesch-Kincaid grade of the posting's sentences."""
    sentences = _sentence_words(case)
    words = [case.words.words[place] for inside in sentences for place in inside]
    return flesch_kincaid(words, len(sentences))


def flesch_kincaid(words: Sequence[str], sentences: int) -> float | None:
    """Return the grade of lower-case words in so many sentences; `None` for too few words."""
    told = [word for word in words if word.isalpha()]
    if len(told) < _LEAST_WORDS or not sentences:
        return None
    per_sentence = len(told) / sentences
    per_word = sum(map(syllables, told)) / len(told)
    return round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return an estimate of a lower-case word's syllables, at least one.

    >>> [syllables(word) for word in ("the", "leads", "technology", "schedule", "based")]
    [1, 1, 4, 2, 1]
    """
    groups = len(_VOWELS.findall(word))
    if groups > 1 and _SILENT.search(word):
        groups -= 1
    return max(groups, 1)

"""How hard a posting is to read: the sentences about the job, and their grade.

The grade is Flesch and Kincaid's (1975): 0.39 times the words a sentence plus
11.8 times the syllables a word less 15.59. Syllables are estimated, as every
program must that has no dictionary: groups of vowels, without a silent final
e, at least one a word. The grade says how a text compares with other texts,
not which school year reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from postlint.document.kinds import BOILERPLATE
from postlint.facts.base import Case, Fact, fact
from postlint.facts.equal_opportunity import equal_opportunity
from postlint.facts.kind import count_of_a_site
from postlint.facts.languages import is_foreign
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

FORMULA = "Flesch-Kincaid"

_VOWELS = pattern(r"[aeiouy]+")
_SILENT = pattern(r"(?:(?:[^aeiouyl]|[aeiouy]l)e|[^aeiouytd]ed|[^aeiouysxzcg]es)\Z")
# Fewer words than these make no grade.
_LEAST_WORDS = 30


# Shorter sentences have too few small words to tell their language by.
_MANY = 30


@fact("job_sentences")
def job_sentences(case: Case) -> Fact[tuple[tuple[Span, int], ...]]:
    """Return the sentences about the job and the number of their words.

    A heading and a lone figure are none, and neither is what stands in legal
    notices, in benefits or in how to apply, or what a website says of itself.
    """
    posting, between = case.posting, case.words.between
    notices = merged(statement.span for statement in case[equal_opportunity].value)
    boilerplate = merged(one.span for one in posting.of_kind(*BOILERPLATE))
    of_a_site = count_of_a_site(case, 0, len(case.lowered)) > 0
    found = []
    for sentence in posting.sentences:
        words = between(sentence)
        count = len(words)
        if count < 2 or (notices and touches(notices, sentence)):
            continue
        if boilerplate and touches(boilerplate, Span(sentence.start, sentence.start + 1)):
            continue
        if of_a_site and count_of_a_site(case, *sentence):
            continue
        # Of a text in two languages only one is English, and that is what is counted.
        if count >= _MANY and is_foreign(case.words.words[words.start : words.stop]):
            continue
        found.append((sentence, count))
    return Fact(tuple(found), tuple(sentence for sentence, _ in found))


@fact("reading_grade")
def reading_grade(case: Case) -> Fact[float | None]:
    """Return the Flesch-Kincaid grade of the sentences about the job."""
    sentences = case[job_sentences].value
    words = [case.words.words[at] for one, _ in sentences for at in case.words.between(one)]
    grade = flesch_kincaid(words, len(sentences))
    missing = f"how it reads: it has fewer than {_LEAST_WORDS} words" if grade is None else None
    return Fact(grade, missing=missing)


def flesch_kincaid(words: Sequence[str], sentences: int) -> float | None:
    """Return the grade of lower-case words in so many sentences; `None` for too few words."""
    counts = {word: times for word, times in Counter(words).items() if word.isalpha()}
    count = sum(counts.values())
    if count < _LEAST_WORDS or not sentences:
        return None
    per_sentence = count / sentences
    per_word = sum(syllables(word) * times for word, times in counts.items()) / count
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

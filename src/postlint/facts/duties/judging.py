"""The label and bucket of one duty, and of all duties of a posting together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from postlint.facts.duties.buckets import bucket_of
from postlint.facts.duties.reading import DutyReading, Verb, read
from postlint.facts.duties.scoring import (
    CATCH_ALL,
    features,
    governed,
    is_catch_all,
    score,
    surroundings,
    weigh,
)
from postlint.facts.duties.tables import Tables, tables
from postlint.facts.duties.values import DutyClass, DutyEvidence, Label, Scores
from postlint.lexicon import Words
from postlint.text.records import NamedTuple


def classify(text: str, words: Words | None = None) -> DutyClass:
    """Return what a duty is by its own words.

    `words` are the words of the text where the caller has them already; the
    spans of the evidence count from where theirs do.
    """
    return classify_all((text,), None if words is None else (words,))[0]


def classify_all(
    texts: Sequence[str], words: Sequence[Words] | None = None
) -> tuple[DutyClass, ...]:
    """Return what each duty of a posting is, in the posting's order.

    Each is judged by its own words and, where there are several, by the others' scores.
    """
    known = tables()
    alone = [_judge(each, known) for each in words or map(Words, texts)]
    scores = own = [each.scores for each in alone]
    if len(own) > 1:
        scores = list(map(weigh, own, surroundings(own), repeat(known)))
    return tuple(map(_decide, alone, scores, repeat(known)))


class _Alone(NamedTuple):
    """What a duty is by its own words, whatever stands beside it."""

    reading: DutyReading
    scores: Scores
    evidence: tuple[DutyEvidence, ...]


# Whoever types changes one duty of a posting, and offices write the same ones again.
_REMEMBERED = 1000
_judged: dict[tuple[str, tuple[int, ...]], _Alone] = {}


def _judge(words: Words, known: Tables) -> _Alone:
    key = words.text, tuple(words.starts)
    found = _judged.get(key)
    if found is None:
        reading = read(words, known)
        pairs = governed(reading, known)
        scores = score(features(reading, known, pairs), known)
        found = _Alone(reading, scores, tuple(_evidence(reading, pairs, known)))
        if len(_judged) >= _REMEMBERED:
            _judged.clear()
        _judged[key] = found
    return found


def _decide(alone: _Alone, scores: Scores, known: Tables) -> DutyClass:
    if is_catch_all(alone.reading):
        scores = CATCH_ALL
    label = scores.label
    bucket = bucket_of(label, alone.reading, known)
    return DutyClass(label=label, bucket=bucket, scores=scores, evidence=alone.evidence)


def _evidence(
    reading: DutyReading, pairs: Sequence[tuple[Verb, str]], known: Tables
) -> list[DutyEvidence]:
    """Return the words that moved the odds, in the order of the text."""
    loudest = known.loudest
    best: dict[tuple[int, int], tuple[str, Label, float]] = {}
    for verb in reading.heads:
        effect = loudest.get("h:" + verb.form.group)
        if effect is not None:
            best[verb.first, verb.stop] = (verb.form.group, *effect)
    for verb, name in pairs:
        effect = loudest.get(name)
        place = verb.first, verb.stop
        if effect is not None and (place not in best or effect[1] > best[place][2]):
            best[place] = (verb.form.group, *effect)
    if reading.behind is not None:
        first, stop, form = reading.behind
        effect = loudest.get("h2:" + form.group)
        if effect is not None:
            best[first, stop] = (form.group, *effect)
    for first, stop, group in reading.objects:
        effect = loudest.get(group)
        if effect is not None:
            place = first, stop
            if place not in best or effect[1] > best[place][2]:
                best[place] = (group, *effect)
    words = reading.words.words
    return [
        DutyEvidence(
            words[first] if stop == first + 1 else " ".join(words[first:stop]),
            reading.words.span(first, stop),
            *best[first, stop],
        )
        for first, stop in sorted(best)
    ]

"""The label and bucket of one duty, and of all duties of a posting together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from postlint.facts.duties.buckets import bucket_of
from postlint.facts.duties.reading import Reading, read
from postlint.facts.duties.scoring import features, score, surroundings, weigh
from postlint.facts.duties.tables import Tables, tables
from postlint.facts.duties.values import LABELS, DutyClass, Evidence, Scores
from postlint.lexicon import Words

# Words that move the odds by less say nothing a reader would want to see.
_LEAST_EVIDENCE = 0.1


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

    Each is judged by its own words and, where there are several, by its neighbours' scores.
    """
    known = tables()
    readings = [read(each, known) for each in words or map(Words, texts)]
    found = [features(reading, known) for reading in readings]
    own = [score(each, known) for each in found]
    scores = own
    if len(own) > 1:
        scores = [weigh(own[place], surroundings(own, place), known) for place in range(len(own))]
    return tuple(map(_decide, readings, scores, repeat(known)))


def _decide(reading: Reading, scores: Scores, known: Tables) -> DutyClass:
    label = scores.label
    return DutyClass(
        label=label,
        bucket=bucket_of(label, reading, known),
        scores=scores,
        evidence=tuple(_evidence(reading, known)),
    )


def _evidence(reading: Reading, known: Tables) -> Iterable[Evidence]:
    """Yield the words that moved the odds, in the order of the text."""
    seen: dict[tuple[int, int], tuple[str, list[str]]] = {}
    for verb in reading.heads:
        names = ["h:" + verb.form.group, "hv:" + verb.form.base]
        seen[verb.first, verb.stop] = (verb.form.group, names)
    if reading.behind is not None:
        group = reading.behind.form.group
        seen[reading.behind.first, reading.behind.stop] = (group, ["h2:" + group])
    for named in reading.objects:
        seen.setdefault((named.first, named.stop), (named.group, []))[1].append(named.group)
    weights = known.weights
    for place in sorted(seen):
        group, names = seen[place]
        rows = [weights[name] for name in names if name in weights]
        if not rows:
            continue
        sums = [sum(row[index] for row in rows) for index in range(len(LABELS))]
        most = max(range(len(LABELS)), key=sums.__getitem__)
        weight = sums[most] - (sum(sums) - sums[most]) / (len(LABELS) - 1)
        if weight >= _LEAST_EVIDENCE:
            span = reading.words.span(*place)
            text = " ".join(reading.words.words[place[0] : place[1]])
            yield Evidence(text, span, group, LABELS[most], round(weight, 2))

"""From what a duty says to how likely each label is.

Multinomial logistic regression over a few hundred features that say what kind
of verb governs what kind of object; the weights are learned by
`benchmarks/train_duties.py` and rounded. A second, smaller regression weighs
a duty's own scores against those of the duties beside it and of the whole
posting, because a reader takes the same words differently in a technician's
posting and in a director's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from math import exp, log, log2, sqrt
from operator import itemgetter, mul

from postlint.facts.duties.reading import DutyReading, NamedThing, Verb
from postlint.facts.duties.tables import Tables
from postlint.facts.duties.values import Scores

# What is known of a duty's surroundings where there are none: the labels' shares in the
# labelled postings, counted as two duties.
PRIOR = Scores(leadership=1.1, technical=0.6, mixed=0.2, other=0.2)
# A catch-all is no duty, whatever follows it: `leadership-duty-share` does not count it.
CATCH_ALL = Scores(leadership=0.0, technical=0.0, mixed=0.0, other=1.0)
_OPENING = 3
_HALF_PRIOR = Scores(*(share / 2 for share in PRIOR))
_HALF_TOTAL = sum(_HALF_PRIOR)
_PRIOR_TOTAL = sum(PRIOR)
# A duty's next neighbours and those behind them.
_NEIGHBOURS = ((-2, 0.5), (-1, 1.0), (1, 1.0), (2, 0.5))
_DOING = frozenset({"hands", "analyse", "keep"})
_LEADING = frozenset({"direct", "staff", "plan", "partner", "advise", "grow"})
_MOST_HEADS = 5
_GOVERNED = 9
# What the words of a duty say by themselves, together.
_WORDS = 1.2
_FLOOR = 0.02
# What is said long after the head verb says less about what the duty is.
_NEAR, _FAR = 12, 25


def features(
    reading: DutyReading, tables: Tables, pairs: Sequence[tuple[Verb, str]] | None = None
) -> dict[str, float]:
    """Return what the classifier sees of a duty: feature names and their values.

    `h:` the class of a head verb, `hv:` the verb itself, `h2:` the class of
    the verb behind a light head, `v:` other verbs, the class of an object as
    it is, `f:` the first object after the head; `x:` and `y:` pair the head
    with the side that prevails among the objects and with the first object.
    `both` says that some verbs lead and some do, `assured` that others do
    the work ("ensures that switches are configured"). `p:` pairs each verb that
    leads or does with the side of what it governs, and `w:` is a word itself.
    """
    found: dict[str, float] = {}
    heads = reading.heads[:_MOST_HEADS]
    groups: list[str] = []
    for verb in heads:
        group = verb.form.group
        groups.append(group)
        _add(found, "h:" + group, 1 / len(heads))
        _add(found, "hv:" + verb.form.base, 0.6 / len(heads))
    if not heads:
        found["h:none"] = 1.0
    if reading.behind is not None:
        groups = [reading.behind.form.group]
        found["h2:" + groups[0]] = 1.0
    governing = list(dict.fromkeys(groups)) or ["none"]
    acting = {verb.form.group for verb in (*heads, *reading.others)}
    _add_other_verbs(found, reading)
    _add_objects(found, reading, governing, tables)
    if _DOING.intersection(acting) and _LEADING.intersection(acting):
        found["both"] = 1.0
    _add_pairs(found, governed(reading, tables) if pairs is None else pairs)
    if reading.assured:
        found["assured"] = 1.0
    own = set(reading.words.words)
    share = _WORDS / sqrt(max(1, len(own)))
    # Without weights every word is looked at, to learn which of them tell.
    telling = tables.telling
    if telling is None:
        found.update(dict.fromkeys(["w:" + word for word in own], share))
    else:
        found.update(dict.fromkeys([telling[word] for word in own if word in telling], share))
    count = len(reading.words)
    found["length"] = log2(1 + count) / 5
    if count <= 8:
        found["short"] = 1.0
    return found


def _add(found: dict[str, float], name: str, value: float) -> None:
    found[name] = found.get(name, 0.0) + value


def _add_other_verbs(found: dict[str, float], reading: DutyReading) -> None:
    for verb in reading.others:
        name = "v:" + verb.form.group
        found[name] = min(1.0, found.get(name, 0.0) + 0.5)


def governed(reading: DutyReading, tables: Tables) -> list[tuple[Verb, str]]:
    """Return the verbs that lead or do, each with what it is and the side of what it governs.

    What a verb governs is the first thing named between it and the next verb.
    """
    verbs = reading.heads + reading.others
    starts = sorted([verb.first for verb in verbs])
    found: list[tuple[Verb, str]] = []
    sides, objects = tables.sides, reading.objects
    end = len(reading.words)
    for verb in verbs:
        names = _PAIRS.get(verb.form.group)
        if names is None:
            continue
        first = verb.stop
        following = bisect_left(starts, first)
        stop = min(end, first + _GOVERNED, *starts[following : following + 1])
        side = "none"
        near = bisect_left(objects, first, key=_place), bisect_left(objects, stop, key=_place)
        for named in objects[slice(*near)]:
            side = sides[named.group] or "none"
            if side in _TELLING_SIDES:
                break
        found.append((verb, names[side]))
    return found


_place: Callable[[NamedThing], int] = itemgetter(0)
_TELLING_SIDES = frozenset({"lead", "tech"})
_PAIRS = {
    group: {side: f"p:{kind}:{side}" for side in ("lead", "tech", "aside", "none")}
    for kind, groups in (("do", _DOING), ("lead", _LEADING))
    for group in groups
}


def _add_pairs(found: dict[str, float], pairs: Sequence[tuple[Verb, str]]) -> None:
    names = set()
    for _, name in pairs:
        names.add(name)
        found[name] = found.get(name, 0.0) + 0.5
    if "p:do:tech" in names and ("p:lead:lead" in names or "p:lead:none" in names):
        found["p:both"] = 1.0
    if names == {"p:lead:tech"}:
        found["p:leads tech"] = 1.0


def _add_objects(
    found: dict[str, float], reading: DutyReading, governing: Iterable[str], tables: Tables
) -> None:
    head = reading.heads[-1].first if reading.heads else 0
    masses: dict[str, float] = {}
    for named in reading.objects:
        distance = named.first - head
        near = 1.0 if distance <= _NEAR else 0.5 if distance <= _FAR else 0.25
        masses[named.group] = masses.get(named.group, 0.0) + near
    sums: dict[str, float] = {}
    for group, mass in masses.items():
        found[group] = log2(1 + min(mass, 2.0))
        side = tables.sides[group]
        sums[side] = sums.get(side, 0.0) + mass
    lead, tech, aside = (sums.get(side, 0.0) for side in ("lead", "tech", "aside"))
    total = max(0.5, lead + tech)
    found["share:tech"] = tech / total
    found["share:lead"] = lead / total
    if aside and aside >= max(lead, tech):
        prevails = "aside"
    elif not lead and not tech:
        prevails = "none"
    elif tech >= 2 * lead:
        prevails = "tech"
    elif lead >= 2 * tech:
        prevails = "lead"
    else:
        prevails = "both"
    for group in governing:
        found[f"x:{group}|{prevails}"] = 1.0
    last = reading.heads[-1].first if reading.heads else -1
    first = None
    for named in reading.objects:
        if named.first <= last or (first is not None and named.first != first):
            continue
        first = named.first
        found["f:" + named.group] = 1.0
        side = tables.sides[named.group]
        about = side if side in ("lead", "tech") else named.group
        for group in governing:
            found[f"y:{group}|{about}"] = 1.0


def is_catch_all(reading: DutyReading) -> bool:
    """Say whether a duty opens by naming no duty ("performs other duties as assigned")."""
    return any(named.group == "catchall" and named.first <= _OPENING for named in reading.objects)


def score(found: dict[str, float], tables: Tables) -> Scores:
    """Return how likely each label is by the duty's own words."""
    leadership, technical, mixed, other = tables.bias
    weights = tables.weights
    for name, value in found.items():
        row = weights.get(name)
        if row is not None:
            leadership += row[0] * value
            technical += row[1] * value
            mixed += row[2] * value
            other += row[3] * value
    return _softmax((leadership, technical, mixed, other))


def surroundings(scores: Sequence[Scores]) -> list[tuple[Scores, Scores]]:
    """Return the labels' shares beside each duty and in all of the posting, its own not counted."""
    sums = [sum(column) for column in zip(*scores, strict=True)]
    rest_total = len(scores) - 1 + _PRIOR_TOTAL
    around = []
    for place, own in enumerate(scores):
        leadership, technical, mixed, other = _HALF_PRIOR
        total = _HALF_TOTAL
        for offset, weight in _NEIGHBOURS:
            if 0 <= place + offset < len(scores):
                neighbour = scores[place + offset]
                leadership += weight * neighbour[0]
                technical += weight * neighbour[1]
                mixed += weight * neighbour[2]
                other += weight * neighbour[3]
                total += weight
        beside = Scores(leadership / total, technical / total, mixed / total, other / total)
        rest = Scores(*[(sums[i] - own[i] + PRIOR[i]) / rest_total for i in range(len(PRIOR))])
        around.append((beside, rest))
    return around


def weigh(own: Scores, around: tuple[Scores, Scores], tables: Tables) -> Scores:
    """Return the scores of a duty in its surroundings."""
    beside, rest = around
    seen = [log(max(_FLOOR, value)) for value in (*own, *beside, *rest)]
    seen.append(1.0)
    return _softmax([sum(map(mul, row, seen)) for row in tables.context])


def _softmax(logits: Sequence[float]) -> Scores:
    most = max(logits)
    powers = [exp(logit - most) for logit in logits]
    total = sum(powers)
    leadership, technical, mixed, other = powers
    return Scores(leadership / total, technical / total, mixed / total, other / total)

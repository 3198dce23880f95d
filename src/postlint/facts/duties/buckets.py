"""Which of the four buckets a duty falls into, given its label.

The rule is the one of `leadership_lexicon.toml`'s `[method]`: verbs that show
leading take the bucket of their object; technical words under a leading verb
count as technology managed (C). Ties go to B, then A, then C.
"""

from __future__ import annotations

from postlint.facts.duties.reading import DutyReading
from postlint.facts.duties.tables import Tables
from postlint.facts.duties.values import Bucket, Label
from postlint.text.patterns import pattern

_HEAD = 2.0
# Hands-on words in a duty whose head leads belong to others' work.
_UNDER_A_LEAD = 0.5
# Whose work is directed are people, whatever their work is about: "reviews the work of a group of
# technical personnel assigned to test systems".
_OF_PEOPLE = pattern(
    r"(?i)\bwork of (?:[\w-]+,? ){0,7}?"
    r"(?:staff|personnel|employees|team|teams|workers|subordinates)\b"
    r"|\bsupervisory (?:principles|techniques|duties|responsibilit)",
)
_TIES: tuple[Bucket, ...] = ("B", "A", "C")


def bucket_of(label: Label, reading: DutyReading, tables: Tables) -> Bucket | None:
    """Return the bucket of a duty, or `None` where it is neither leading nor technical."""
    if label == "other":
        return None
    if label == "technical":
        return "D"
    if label == "leadership" and _OF_PEOPLE.search(reading.words.text):
        return "B"
    force, sums = _sums(reading, tables)
    technical = sums.pop("D")
    if label == "mixed":
        return "D" if technical > force + sum(sums.values()) else "C"
    sums["C"] += technical
    best = max(sums.values())
    if best <= 0:
        return "A"
    return next(bucket for bucket in _TIES if sums[bucket] == best)


def _sums(reading: DutyReading, tables: Tables) -> tuple[float, dict[Bucket, float]]:
    """Return the weight of verbs that lead whatever it is, and the weights by bucket."""
    sums: dict[Bucket, float] = {"A": 0.0, "B": 0.0, "C": 0.0, "D": 0.0}
    force = 0.0
    leads = False
    heads = (*reading.heads, reading.behind) if reading.behind else reading.heads
    for verbs, times in ((heads, _HEAD), (reading.others, 1.0)):
        for verb in verbs:
            bucket, weight = tables.verb_buckets[verb.form.group]
            if bucket == "D":
                sums["D"] += weight * times * (_UNDER_A_LEAD if leads else 1.0)
            elif bucket == "O":
                force += weight * times
                leads = True
            elif bucket in sums:
                sums[_as_bucket(bucket)] += weight * times
                leads = True
    for named in reading.objects:
        bucket, weight = tables.object_buckets[named.group]
        if bucket:
            sums[_as_bucket(bucket)] += weight
    return force, sums


def _as_bucket(name: str) -> Bucket:
    match name:
        case "A" | "B" | "C" | "D":
            return name
        case _:
            raise ValueError(name)

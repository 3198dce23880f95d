"""The duties that the leadership rules look at."""

from __future__ import annotations

from postlint.rules import Case, Related, Span, facts


def _sizes(counts: facts.DutyProfile) -> dict[facts.Bucket, int]:
    sizes = zip(facts.BUCKETS, (counts.a, counts.b, counts.c, counts.d), strict=True)
    return {bucket: size for bucket, size in sizes if size}


def parts_of(counts: facts.DutyProfile) -> str:
    """Return how the duties divide, in words."""
    sizes = _sizes(counts).items()
    return "; ".join(f"{size} {facts.BUCKET_NAMES[bucket]}" for bucket, size in sizes)


def leading_spans(case: Case) -> tuple[Span, ...]:
    """Return the duties that are about leadership or people."""
    counted = case[facts.counted_duties].value
    return tuple(duty.span for duty, found in counted if found.bucket in ("A", "B"))


def shown(case: Case, counts: facts.DutyProfile) -> tuple[Related, ...]:
    """List the duties of the largest part and of the smallest that has any."""
    sizes = _sizes(counts)
    ends = {max(sizes, key=sizes.__getitem__), min(sizes, key=sizes.__getitem__)}
    return tuple(
        Related(duty.span, f"Counted as {facts.BUCKET_NAMES[found.bucket]}{_because(found)}.")
        for duty, found in case[facts.counted_duties].value
        if found.bucket in ends
    )


def _because(found: facts.DutyClass) -> str:
    """Return the words that spoke loudest for what the duty was taken for."""
    spoke = [one for one in found.evidence if one.label == found.label and one.weight > 0]
    spoke.sort(key=lambda one: -one.weight)
    words = [f"'{one.words}'" for one in sorted(spoke[:2], key=lambda one: one.span)]
    return f", by {' and '.join(words)}" if words else ""


def at_best(counts: facts.DutyProfile, unshown: int) -> facts.DutyProfile:
    """Return the counts if one duty in ten were taken wrongly for less than it is.

    So may be those that no word of theirs shows to be hands-on work.
    """
    wrong = max(1, counts.classified // 10, unshown)
    d = max(0, counts.d - wrong)
    c = max(0, counts.c - wrong + counts.d - d)
    return counts._replace(a=counts.total - counts.b - c - d, c=c, d=d, unclassified=0)

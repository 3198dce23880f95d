"""Whether the posting states physical demands of the work."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, fact
from postlint.text.source import Span

# A sentence longer than this is a page that lost its full stops.
_LONGEST = 600
# Words of everyday use speak of the body where so many stand together.
_MANY = 3


@fact("physical_demands", phrases=phrases("physical"))
def physical_demands(case: Case) -> Fact[bool]:
    """Say whether the posting states physical demands of the work.

    A heading alone states none: what stands under it must name a demand.
    """
    spans = tuple(_demands(case))
    return Fact(bool(spans), spans)


def _demands(case: Case) -> Iterator[Span]:
    """Yield the sentences that name a demand, each once, in the order of the text."""
    hits = case.hits
    places = sorted(
        place
        for key in ("physical.demand", "physical.body", "physical.weight", "physical.weak")
        for place in hits[key]
    )
    last = -1
    for place in places:
        if place.start < last:
            continue
        sentence = sentence_at(case, place.start)
        if sentence.end - sentence.start > _LONGEST:
            begin = max(sentence.start, place.start - 150)
            sentence = Span(begin, min(sentence.end, place.end + 250))
        last = sentence.end
        if _states(case, sentence):
            yield sentence


def _states(case: Case, sentence: Span) -> bool:
    hits = case.hits
    if hits.within("physical.demand", sentence):
        return True
    body = _distinct(case, "physical.body", sentence)
    weak = _distinct(case, "physical.weak", sentence)
    if body and (hits.within("physical.weight", sentence) or len(body) + len(weak) >= 3):
        return True
    kind = case.posting.section_at(sentence.start).kind
    if kind is SectionKind.PHYSICAL:
        return bool(body or weak or hits.within("physical.weight", sentence))
    # "Ability to walk, stand, see, hear and talk."
    return len(body) >= 2 or (len(weak) >= _MANY and bool(hits.within("physical.wanted", sentence)))


def _distinct(case: Case, key: str, span: Span) -> set[str]:
    return {case.text[place.start : place.end].lower() for place in case.hits.within(key, span)}

"""Which duties are done with the body, by the phrases of one rule."""

from collections.abc import Callable, Iterator, Sequence

import postlint.rules as kit

# How far behind its verb a thing is looked for.
_OBJECT = 45


def bodily_duties(case: kit.Case, rule: str) -> tuple[kit.Span, ...]:
    """Return the doing words of duties that move things or the body."""
    return _doing(case, rule, lambda duty: _bodily(case, rule, duty))


def duties_on_feet(case: kit.Case, rule: str) -> tuple[kit.Span, ...]:
    """Return the doing words of duties that are done on one's feet."""
    return _doing(case, rule, lambda duty: case.hits.within(f"{rule}.on_feet", duty))


def _doing(
    case: kit.Case, rule: str, words_of: Callable[[kit.Span], Sequence[kit.Span]]
) -> tuple[kit.Span, ...]:
    """Return the first doing word of each duty that has any, and does not oversee it."""
    found: list[kit.Span] = []
    demands = kit.merged(case[kit.facts.physical_demands].spans)
    for duty in case.posting.duties:
        words = words_of(duty.span)
        # "Lifting up to 20 pounds" in a table of demands is read as a duty and is none.
        if not words or kit.touches(demands, duty.span):
            continue
        oversight = case.hits.within(f"{rule}.oversight", duty.span)
        if not (oversight and oversight[0].start <= words[0].start):
            found.append(words[0])
    for sentence in _recounted(case):
        found.extend(words_of(sentence)[:1])
    return tuple(found)


# "Work is done indoors, installing networks and running cables": duties that no list holds.
_WORK_IS = kit.pattern(r"work (?<=\bwork )(?:is|will be) (?:[a-z]+ ){0,3}(?:performed|done)\b")


def _recounted(case: kit.Case) -> Iterator[kit.Span]:
    """Yield the sentences that tell what the work is."""
    listed = kit.merged(duty.span for duty in case.posting.duties)
    for match in _WORK_IS.finditer(case.lowered):
        sentence = kit.sentence_at(case.posting, kit.Span(*match.span()))
        if not kit.touches(listed, sentence):
            yield sentence


# "Books carriers for daily loads", "wheelchair lifts": what is there, and nobody carries.
_AS_A_NOUN = kit.pattern(
    r"\b(?:for|of|with|the|an?|each|all|these|their|our|daily|case|work|wheelchair|chair|ski)\s+"
    r"(?:(?!to\b)[\w-]+\s+)?(?:loads?|lifts?|mounts?|hauls?)\Z"
)
# "The mounting queue", "repairs art": what waits, and what weighs nothing.
_LIGHT = kit.pattern(
    r"(?:mount|repair)\w*(?:\W+(?:and|or|,)?\W*\w+){0,3}?\W+(?:queue|list|schedule|log|request|budget"
    r"|specimen|label|art|photograph|record|document|text|link)s?\b"
)


def _bodily(case: kit.Case, rule: str, duty: kit.Span) -> list[kit.Span]:
    words = list(case.hits.within(f"{rule}.bodily", duty))
    for verb in case.hits.within(f"{rule}.with_things", duty):
        behind = kit.Span(verb.end, max(verb.end, min(duty.end, verb.end + _OBJECT)))
        if case.hits.within(f"{rule}.things", behind):
            words.append(verb)
    words = [
        span
        for span in words
        if not _AS_A_NOUN.search(case.lowered, duty.start, span.end)
        and not _LIGHT.match(case.lowered, span.start, duty.end)
    ]
    if not words:
        return words
    other = case.hits.within(f"{rule}.figurative", duty)
    return sorted(span for span in words if not any(map(span.overlaps, other)))

"""Which duties are done with the body, by the phrases of one rule."""

from collections.abc import Callable, Sequence

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
        # "Lifting up to 20 pounds" in a table of demands is read as a duty and is none.
        words = () if kit.touches(demands, duty.span) else words_of(duty.span)
        oversight = case.hits.within(f"{rule}.oversight", duty.span)
        if words and not (oversight and oversight[0].start <= words[0].start):
            found.append(words[0])
    return tuple(found)


def _bodily(case: kit.Case, rule: str, duty: kit.Span) -> list[kit.Span]:
    words = list(case.hits.within(f"{rule}.bodily", duty))
    for verb in case.hits.within(f"{rule}.with_things", duty):
        behind = kit.Span(verb.end, max(verb.end, min(duty.end, verb.end + _OBJECT)))
        if case.hits.within(f"{rule}.things", behind):
            words.append(verb)
    other = case.hits.within(f"{rule}.figurative", duty)
    return sorted(span for span in words if not any(map(span.overlaps, other)))

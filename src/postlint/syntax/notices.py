"""Where what was noticed while reading joins a posting: each notice to the one it is about.

A notice of the decoder or of damaged characters points into the given text,
one of the whole source at the first posting's beginning. A reader's own
notices come with what it read; see `Reading.notices`.
"""

from __future__ import annotations

from postlint.document.posting import Posting
from postlint.readers.sniff import Guess, name_of
from postlint.text.diagnostics import Finding
from postlint.text.source import Origin, Span
from postlint.text.values import evolve


def join_first(
    postings: tuple[Posting, ...], message_id: str, **data: object
) -> tuple[Posting, ...]:
    """Return postings the first of which has a notice about the whole source."""
    first, *rest = postings
    about = Finding(message_id, first.anchor, data)
    return evolve(first, notices=(about, *first.notices)), *rest


def first_of(postings: tuple[Posting, ...]) -> Posting:
    """Return the first of several postings, which says that it is not the only one."""
    if len(postings) == 1:
        return postings[0]
    return join_first(postings, "several-postings", count=len(postings))[0]


def as_requested(postings: tuple[Posting, ...], found: Guess) -> tuple[Posting, ...]:
    """Return postings the first of which says that they were not of the kind asked for."""
    if found.instead_of is None:
        return postings
    requested, was = name_of(found.instead_of), name_of(found.kind)
    return join_first(postings, "read-as-another-kind", requested=requested, found=was)


def join_given(postings: tuple[Posting, ...], *findings: Finding) -> tuple[Posting, ...]:
    """Return postings with findings about the reading of the source put before their own.

    Their spans point into the given text, and are moved to what is checked;
    each stands in the posting whose words it is about, else in the first.
    """
    if not findings:
        return postings
    moved: list[list[Finding]] = [[] for _ in postings]
    for finding in findings:
        owner, span = _owner(postings, finding.span)
        moved[owner].append(finding._replace(span=span))
    return tuple(
        evolve(posting, notices=(*mine, *posting.notices)) if mine else posting
        for posting, mine in zip(postings, moved, strict=True)
    )


def _owner(postings: tuple[Posting, ...], span: Span) -> tuple[int, Span]:
    """Return which of some postings a span of the given text stands in, and where in it."""
    places = []
    for posting in postings:
        origin = posting.source.origin
        places.append(span if origin is None else _flat(origin, span))
    for index, place in enumerate(places):
        source = postings[index].source
        if place.end > place.start and source.given_span(place).overlaps(span):
            return index, place
    return 0, places[0]


def _flat(origin: Origin, span: Span) -> Span:
    start = origin.flat_offset(span.start)
    return Span(start, max(start, origin.flat_offset(span.end)))

"""Where a posting names the employer, the surest places first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from postlint.document.job_title import is_organisation
from postlint.document.parts import Field, Paragraph
from postlint.facts._data import line_set, vocabulary
from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.facts.title.employers import is_placed_house
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LONGEST = 120
_BEHIND_NAME = pattern(r"\s*[|·•,]\s")
_FORMATTING = " \t-–—,|:()\"'#*"
_LETTERHEAD = 400
_MOST_NAMED = 12
# "Fen County is seeking …", "The Fen Society invites …"; a name's words are capitals.
# What is said of the name is in the table too: a line without it is not searched.
# The searches go from one first letter to the next and look back from there: a pattern
# that begins with what stands before would be tried at every character.
_REST = r"[\w.'’&-]*+(?:,? (?:of|the|and|for|in|at|&|[A-Z][\w.'’&-]*+|\d{1,3}(?![\d,]))){0,8}"
_BEGINS = (
    r"(?:(?<=\A.)|(?<=[\n.!?].)|(?<=[\n.!?]\s.)|(?<=[\n.!?]\s\s.)|(?<=[\n.!?]\s\s\s.)|"
    r"(?<=\b[Tt]he .)(?<!\b(?:in|of) the .))"
)
_SEEKS = pattern(
    rf"(?P<name>[A-Z]{_BEGINS}{_REST})(?: \([\w .,&]{{2,40}}\))?,? "
    rf"(?:is (?:{vocabulary('context', 'employer_is')}|a )|"
    rf"{vocabulary('context', 'employer_does')})(?! as\b)"
)
_AT = pattern(
    r"[JjAaWw](?<=\b.)(?:(?<=[Jj])oin(?: us at)?|(?<=[Aa])bout|"
    r"(?<=[Ww])elcome to|(?<=[Ww])orking (?:at|for)) "
    rf"(?:the )?(?P<name>[A-Z]{_REST})"
)


def own_names(case: Case) -> Iterator[Span]:
    """Yield the places that may name the employer."""
    yield from _in_fields(case)
    yield from _beside_title(case)
    yield from _before_dash(case)
    yield from _letterhead(case)
    for key, search in (("context.seeks", _SEEKS), ("context.called", _AT)):
        for match in islice(_on_lines(case, key, search), _MOST_NAMED):
            # "The Fen Land Trust in Ely, Iowa seeks": the place is not of the name.
            name = match["name"].partition(" in ")[0]
            if is_organisation(name):
                yield Span(match.start("name"), match.start("name") + len(name))


def _on_lines(case: Case, key: str, search: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds on the lines that have a phrase which is in all it finds."""
    text, end = case.text, -1
    for place in case.hits[key]:
        if place.start > end:
            end = text.find("\n", place.start)
            end = len(text) if end < 0 else end
            yield from search.finditer(text, text.rfind("\n", 0, place.start) + 1, end)


def _in_fields(case: Case) -> Iterator[Span]:
    for field in case.posting.fields:
        if (
            field.key.text.lower() in line_set("context", "employer_fields")
            and len(field.value.text) <= _LONGEST
        ):
            yield field.value.span


def _beside_title(case: Case) -> Iterator[Span]:
    """Yield what stands before and behind the title on its line."""
    found = case[title]
    if not found.spans:
        return
    start, end = found.spans[0]
    text = case.text
    low = text.rfind("\n", max(0, start - _LONGEST), start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    for span in (Span(low, start), Span(end, high)):
        words = text[span.start : span.end].strip(_FORMATTING).removeprefix("at ")
        house = is_organisation(words) or is_placed_house(words)
        if words and len(words) <= _LONGEST and house:
            yield span
    # "Director of Music, Fen Parish Church": the house stands in the title's own line.
    comma = text.find(", ", start, end)
    if comma > 0 and is_organisation(text[comma + 2 : end]):
        yield Span(comma + 2, end)


def _before_dash(case: Case) -> Iterator[Span]:
    """Yield the employer that a newsletter names between the title and a dash."""
    found = case[title]
    if not found.spans or found.spans[0].start > _LONGEST:
        return
    start = found.spans[0].end
    lead = case.text[start : start + 2 * _LONGEST]
    end = min((at for at in (lead.find("—"), lead.find("–")) if at > 0), default=-1)
    if end < 0 or "\n" in lead[:end] or ". " in lead[:end]:
        return
    at = start
    for part in lead[:end].split(","):
        words = part.strip(_FORMATTING)
        # "Elm Church City" is a place, whatever its other words are.
        if words and is_organisation(words) and not words.endswith(" City"):
            yield Span(at + part.index(words), at + part.index(words) + len(words))
        at += len(part) + 1


def _letterhead(case: Case) -> Iterator[Span]:
    for section in case.posting.sections[:3]:
        heading = section.heading
        top = heading is not None and heading.span.start < _LETTERHEAD
        if heading is not None and top and is_organisation(heading.text):
            yield heading.span
        for block in section.blocks[:3]:
            key = block.key if isinstance(block, Field) else None
            if key is not None and key.span.start < _LETTERHEAD and is_organisation(key.text):
                yield key.span  # "Fen College" beside where it is, in two columns
            if not isinstance(block, Paragraph) or block.text.span.start >= _LETTERHEAD:
                continue
            words = block.text.text
            if len(words) > _LONGEST:
                continue
            # "Fen Paper Co. | Ely, MN", "Fen College, Ely, Iowa": a place stands behind it.
            name = _BEHIND_NAME.split(words, maxsplit=1)[0]
            if is_organisation(words):
                yield block.text.span
            elif is_organisation(name):
                yield Span(block.text.span.start, block.text.span.start + len(name))

"""The devices by which a posting says which duties are essential."""

from __future__ import annotations

from postlint.document.parts import Passage
from postlint.facts._data import phrases
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, fact
from postlint.facts.essential.headings import declaration, heading_of, set_apart, typography
from postlint.facts.essential.legends import legends_of
from postlint.facts.essential.marks import (
    column_marks,
    inline_marks,
    near_misses,
    percentage_marks,
    share_declaration,
)
from postlint.facts.essential.model import EssentialDevices
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches


def _is_aside(case: Case, heading: Passage, place: Span) -> bool:
    """Say whether it stands in brackets: "Essential duties (other duties may be assigned)"."""
    before = Span(heading.span.start, place.start)
    opens = "(" in case.text[before.start : before.end]
    return opens and bool(case.hits.within("essential.functions", before))


@fact("essential_device", phrases=phrases("essential"))
def essential_device(case: Case) -> Fact[EssentialDevices]:
    """Return the devices by which the posting identifies essential duties."""
    headings: list[Passage] = []
    sentences: list[Passage] = []
    marginal = [
        heading
        for place in case.hits["essential.marginal"]
        if (heading := heading_of(case, place, exact=True)) is not None
        and not _is_aside(case, heading, place)
    ]
    for place in case.hits["essential.functions"]:
        if any(heading.span.contains(place) for heading in marginal):
            continue
        heading = heading_of(case, place)
        if heading is not None:
            headings.append(heading)
            continue
        sentence = declaration(case, place)
        if sentence is not None:
            sentences.append(sentence)
    sentences.extend(set_apart(case, case.hits["essential.essential"]))
    legends = legends_of(case)
    marks, marginal_marks = inline_marks(case, legends)
    if marks:
        # "Duties (essential ones are marked with a star)" heads all of them.
        explained = merged(legend.span for legend in legends)
        headings = [heading for heading in headings if not touches(explained, heading.span)]
    elif not marginal_marks:
        # "ESSENTIAL FUNCTIONS (E)" over them explains no mark that one of them bears; "those
        # with a star are essential" does, where the list's own bullets are stars.
        heads = merged(heading.span for heading in headings)
        legends = tuple(
            legend
            for legend in legends
            if case.hits.within("essential.legend", legend.span) or not touches(heads, legend.span)
        )
    shares = percentage_marks(case)
    devices = EssentialDevices(
        headings=tuple(dict.fromkeys(headings)),
        marginal_headings=tuple(dict.fromkeys(marginal)),
        marks=marks,
        marginal_marks=marginal_marks,
        columns=tuple(column_marks(case)),
        sentences=tuple(dict.fromkeys(sentences)),
        percentages=shares,
        percentage_declaration=share_declaration(case) if shares else None,
        near_misses=tuple(near_misses(case)),
        legends=legends,
        typography=tuple(dict.fromkeys(typography(case))),
    )
    return Fact(devices, _evidence(devices))


def _evidence(devices: EssentialDevices) -> tuple[Span, ...]:
    return (
        *(heading.span for heading in devices.headings),
        *(span for mark in devices.marks for span in mark.spans),
        *(column.span for column in devices.columns),
        *(sentence.span for sentence in devices.sentences),
    )


@fact("essential_legend")
def essential_legend(case: Case) -> Fact[str | None]:
    """Return the text which explains the marker or ties it to the law."""
    legends = case[essential_device].value.legends
    if legends:
        span = legends[0].span
        return Fact(case.posting.passage(span).text, (span,))
    for place in case.hits["essential.functions"]:
        sentence = sentence_at(case, place.start)
        if _DEFINES.search(case.text[sentence.start : min(sentence.end, sentence.start + 400)]):
            return Fact(case.posting.passage(sentence).text, (sentence,))
    tied = _tied(case)
    return Fact(None) if tied is None else Fact(case.posting.passage(tied).text, (tied,))


def _tied(case: Case) -> Span | None:
    """Return a sentence over the essential duties themselves that ties them to the law's words."""
    headings = merged(passage.span for passage in case[essential_device].value.headings)
    for place in case.hits["essential.functions"] if headings else ():
        heading = case.posting.section_at(place.start).heading
        if heading is None or not touches(headings, heading.span):
            continue
        sentence = sentence_at(case, place.start)
        if _ABLE.search(case.text[sentence.start : min(sentence.end, sentence.start + 400)]):
            return sentence
    return None


# Who can do the work with an accommodation is qualified; that one may be made is an offer.
_ABLE = pattern(
    r"(?i)\b(?:able|ability|capable|abilities)\b[^.]{0,60}\bperform\w*\b[^.]{0,40}\bessential\b[^.]{0,60}"
    r"\bwith or without\b[^.]{0,30}\baccommodation"
    r"|\bmust be able to perform (?:each|every|all)\b[^.]{0,20}\bessential\b"
)
_DEFINES = pattern(
    r"(?i)\A\W*(?:an?\s+)?essential\b[^.]{0,40}\b(?:is|means|are (?:those|the fundamental))\b|"
    r"as (?:defined|described|required) (?:under|by|in) (?:the )?"
    r"(?:americans with disabilities|ada)|"
    r"\bunable to perform\b[^.]{0,30}\bessential\b[^.]{0,60}\b(?-i:ADA\b|disabilit)|"
    # What the list under it is, and what it leaves out.
    r"(?:statements?|duties|tasks|list)\b[^.]{0,60}\b(?:illustrat\w+|representative|examples?)\b"
    r"[^.]{0,40}\bessential\b[^.]{0,120}\b(?:marginal|non-?essential)\b"
)

"""Legends: what the letters, signs and stars behind duties stand for."""

from __future__ import annotations

from postlint.facts.around import line_at, sentence_at
from postlint.facts.base import Case
from postlint.facts.essential.model import Legend
from postlint.text.patterns import pattern
from postlint.text.source import Span

_SYMBOL = pattern(
    r"[\"“”‘’'(\[*_]{1,3}\s?(?P<letter>EF|NE|E|M)\s?[\"“”‘’')\]*_]{1,3}|"
    r"[\"“(\[](?P<word>(?i:essential))[\"”)\]]|(?P<star>\*|†|‡|asterisk|\bstar(?:red|s)?\b)|\b(?:an?|letter|the)\s+(?P<bare>E)\b"
)
# "E = essential function", "(E) Essential function" as a footnote has it, "Essential (E)".
_EQUATES = pattern(
    r"(?im)(?:(?:\bE\b|EF|\*)[)\]\"”’]*\s*[=:–—-]|[(\[\"“](?:EF?|\*)[)\]\"”])\s*\"?essential"
    r"|\bessential(?: \w+){0,2} [(\[](?:EF?|\*)[)\]]"
    r"|^[ \t]*(?:[-•▪*][ \t]+)?(?:(?:note|key|legend)s?[ \t]*[:.–—-]?[ \t]*)?[*†‡][ \t]?"
    r"(?:(?:marks|denotes|indicates|means|signifies) )?(?:an? )?"
    r"essential(?: \w+)? (?:function|dut|task|responsibilit)\w*(?: of [\w ]{3,30})?\W*$"
)


def legends_of(case: Case) -> tuple[Legend, ...]:
    """Return the sentences that explain a sign."""
    found: dict[Span, Legend] = {}
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        if sentence in found or sentence.end - sentence.start > 500:
            continue
        line = line_at(case.text, place.start)
        whole = Span(min(sentence.start, max(line.start, sentence.start - 12)), sentence.end)
        text = case.text[whole.start : whole.end]
        equates = _EQUATES.search(text)
        if not equates and not case.hits.within("essential.legend", sentence):
            continue
        if not pattern(r"(?i)function|dut|task|responsib|marginal|essential\W*\Z").search(text):
            continue
        symbol = _SYMBOL.search(text)
        if symbol is None and not equates:
            continue
        sign = "E"
        if symbol is not None:
            letter = symbol["letter"] or symbol["bare"]
            star = symbol["star"]
            sign = letter.upper() if letter else star if star in {"†", "‡"} else "*"
            sign = "essential" if symbol["word"] else sign
        elif equates:
            sign = (
                "*"
                if equates[0].startswith("*")
                else equates[0].strip(' ([“"')[:2].strip(' )]=”":').upper()
            )
        duty = any(mark.span.start == sentence.start for mark in case.posting.duties)
        if duty and not equates:
            continue
        found[sentence] = Legend(span=whole, symbol=sign)
    return tuple(found.values())

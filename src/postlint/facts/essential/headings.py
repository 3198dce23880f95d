"""Headings and sentences that say which duties are essential."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint.document.kinds import SectionKind
from postlint.document.parts import Passage
from postlint.facts._data import vocabulary, word_sets
from postlint.facts.around import sentence_at, words_in
from postlint.facts.base import Case
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

_LEAD_IN = pattern(r"[\s*_#>•·\uf0b7\-–—=!\"\d.)(]*\Z")
_TAIL = pattern(r"[^\r\n]{0,90}")
_LONGEST_HEADING = 90


def heading_of(case: Case, place: Span, *, exact: bool = False) -> Passage | None:
    """Return the heading, run-in heading or field name a phrase stands in, or `None`."""
    section = case.posting.section_at(place.start)
    heading = section.heading
    if heading is not None and heading.span.overlaps(place):
        if "\n" in case.text[heading.span.end : place.end]:
            return None  # "Duties" over "Essential functions are marked": two lines, no one phrase
        return heading if _says_so(case, heading, place) else None
    label = case.posting.name_at(place)
    if label is not None:
        return label if _says_so(case, label, place) else None
    return None if exact else _lost_heading(case, place)


_WHAT_IS_NEEDED = frozenset(
    {"ability", "abilities", "demands", "physical", "requirements", "skills", "qualifications"}
)


def _says_so(case: Case, heading: Passage, place: Span) -> bool:
    """Say whether a heading is about the essential duties, not about performing them."""
    known = word_sets("essential")
    before = words_in(case, Span(heading.span.start, place.start))
    if set(before) & known["about"] or len(before) > 8:
        return False
    after = words_in(case, Span(place.end, heading.span.end))
    if after[:1] != ["and"] and set(after) & _WHAT_IS_NEEDED:
        return False  # "Essential functions call for these physical abilities"
    return not set(after) & {"guidance", "personnel"} and "non" not in before[-1:]


_CAPITALS = pattern(r"[A-Z]\w*(?:[ \t\xa0]+(?:[A-Z&]\w*|and|or))*\Z")
_RUN_ON = pattern(
    r"(?:[ \t\xa0]*(?:&|and|/)[ \t\xa0]*[A-Z][a-z]+)?"
    r"(?:[ \t\xa0]*[•·(]|[ \t\xa0]+[A-Z][a-z]+|[A-Z][a-z])"
)


def _begins(text: str, place: Span) -> bool:
    """Say whether a phrase stands at the beginning of a line or behind a sentence's end."""
    before = text[max(0, place.start - 3) : place.start].rstrip(" \t")
    return not before or before[-1] in "\n\r.!?:;•*\xa0"


def _lost_heading(case: Case, place: Span) -> Passage | None:
    """Return a line that heads a list although the reader took it for text."""
    text = case.text
    # "Essential Job Functions Codes, tests, …": the line ends are lost, the capitals are not.
    capitals = _CAPITALS.match(text, place.start, place.end) and _begins(text, place)
    if capitals and (_RUN_ON.match(text, place.end) or text[place.start : place.end].isupper()):
        return case.posting.passage(place)
    floor = max(0, place.start - 60)
    begin = max(text.rfind(mark, floor, place.start) for mark in "\n\r") + 1 or floor
    lead = text[begin : place.start]
    if not _LEAD_IN.match(lead):
        words = words_in(case, Span(begin, place.start))
        # Glued lines: "... Essential Functions: Installs ..."
        glued = text[place.start].isupper() and text[place.end : place.end + 1] == ":"
        if not glued and (not words or not set(words) <= word_sets("essential")["framing"]):
            return None
        if set(words) & word_sets("essential")["about"]:
            return None
        if glued:
            return case.posting.passage(place)
    tail = _TAIL.match(text, place.end)
    rest = tail[0] if tail else ""
    after = words_in(case, Span(place.end, place.end + len(rest)))[:8]
    if after[:1] != ["and"] and set(after) & _WHAT_IS_NEEDED:
        return None
    line = text[begin : place.end] + rest
    colon = rest.find(":")
    if 0 <= colon <= 60 and len(pattern(r"\w+").findall(rest[:colon])) <= 8:
        return case.posting.passage(Span(place.start, place.end + colon))
    short = len(line) <= _LONGEST_HEADING and len(pattern(r"\w+").findall(rest)) <= 7
    ended = rest.rstrip()[-1:] in {".", ",", ";"}
    if short and not ended and text[place.start].isupper():
        return case.posting.passage(Span(place.start, place.end + len(rest)))
    return None


_DECLARES = pattern(
    r"(?i)following\b[^.]{0,80}\bessential|this list of (?:the )?essential|"
    r"essential\b[^.]{0,90}\b(?:listed|below|following|as follows|include|includes|"
    r"including|are:)|(?:all|each|every)\b[^.]{0,60}\b(?:is|are)\b[^.]{0,30}\bessential|"
    r"(?:duties|functions|tasks|responsibilities)\b[^.]{0,80}"
    rf"\b(?:{vocabulary('essential', 'declared')})\b"
    r"[^.]{0,60}\bessential|\bare\s+(?:considered\s+|deemed\s+)?(?:to be\s+)?(?:the\s+|"
    r"an\s+)?essential"
)
_NOT_THIS = pattern(
    r"(?is)perform\w*\s+(?:\w+\s+){0,4}essential"
    f"|{vocabulary('essential', 'not_declared')}|"
    # "The tasks above are the essential functions of the position" says which.
    r"\A(?!\W*(?:all|each|every|these)\b|[^.]{0,60}\b(?:above|below|listed)\b[^.]{0,30}\b(?:are|constitute)\b)"
    r".*functions? of the position\.\s*\Z"
)
# "All of the duties below are considered essential to the job": the noun stands apart.
_APART = pattern(
    r"(?i)\b(?:duties|functions|tasks|responsibilities)\b[^.]{0,80}\b(?:are|is)\b[^.]{0,30}\bessential\b"
    # "Each of the following is essential to this position": the noun is the list itself.
    r"|\A\W*(?:(?:each|all) of )?(?:the following|these)\b[^.]{0,30}"
    r"\b(?:is|are)\b[^.]{0,20}\bessential\b"
)


# "All duties listed are essential" says it wherever it stands.
_ALL = pattern(
    r"(?i)\W*(?:all|each|every)\b(?:\s+\w+){0,4}?\s+(?:duties|functions|tasks|responsibilities)\b"
)


_THESE = pattern(
    r"(?i)\W*(?:the|these|each of|all of)\b(?:\s+\w+){0,2}?"
    r"\s+(?:duties|functions|tasks|responsibilities|following)\b"
)


def declaration(case: Case, place: Span) -> Passage | None:
    """Return a sentence that says which duties are essential, or `None`."""
    sentence = sentence_at(case, place.start)
    text = case.text[sentence.start : min(sentence.end, sentence.start + 700)]
    if _NOT_THIS.search(text) or not _DECLARES.search(text) or text.startswith(("If ", "if ")):
        return None
    before = words_in(case, Span(sentence.start, place.start))
    if set(before[-4:]) & word_sets("essential")["performing"]:
        return None
    return case.posting.passage(sentence)


def set_apart(case: Case, places: Iterable[Span]) -> Iterator[Passage]:
    """Yield the sentences that call all duties essential: above their list, or of every one."""
    duties = merged(duty.span for duty in case.posting.duties)
    for place in places:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : min(sentence.end, sentence.start + 700)]
        section = case.posting.section_at(place.start)
        # "The functions below are essential", above a list whose heading says something else.
        lists = _THESE.match(text) and any(section.span.contains(one) for one in duties)
        if (
            (section.kind is SectionKind.DUTIES or lists or _ALL.match(text))
            and _APART.search(text)
            and not _NOT_THIS.search(text)
            and not touches(duties, sentence)
        ):
            yield case.posting.passage(sentence)


# "Essential functions are in bold": a device that the words alone do not keep.
_FORMS = (
    r"\b(?:bold(?:ed|face|type)?|italics?|italici[sz]ed|underlined?|highlighted|shaded|capitals)\b"
)
_WORK = r"\b(?:functions|duties|tasks|responsibilities|items)\b"
_SET_IN = pattern(rf"(?i){_WORK}[^.]{{0,40}}{_FORMS}|{_FORMS}[^.]{{0,40}}{_WORK}")


def typography(case: Case) -> Iterator[Passage]:
    """Yield the sentences which say that essential duties are set in bold or the like."""
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        if _SET_IN.search(case.text, sentence.start, min(sentence.end, sentence.start + 300)):
            yield case.posting.passage(sentence)

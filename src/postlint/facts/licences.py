"""The licences to drive that a post asks for."""

from __future__ import annotations

from typing import Final

from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.facts._data import vocabulary
from postlint.facts.around import line_at, sentence_at, trim
from postlint.facts.base import Case, Fact, fact
from postlint.facts.degree_demand import PREFERRED, REQUIRED
from postlint.facts.mentions import LicenceMention
from postlint.text.patterns import pattern
from postlint.text.source import Span

_DEMANDS = pattern(
    "(?i)valid|require|must|possess|current|hold|maintain|have"
    rf"\b|{vocabulary('qualifications', 'licence_demands')}"
)
_NO_LICENCE = pattern(
    # "If this position requires driving, …" asks it of other posts, or of nobody.
    r"(?i)\bif (?:this|the|your) (?:position|job|post|role|work) (?:requires?|involves)\b|"
    # "Teaches students to get a driver's license" asks for none.
    r"\b(?:to|how to|who) (?:get|obtain|renew) (?:an? |their )?(?:first )?driv|"
    r"\bwe(?:['’]ll| will| do)? (?:train|pay|cover|help)\b[^.]{0,30}\b(?:CDL|licen[cs]e)|"
    r"not\s+(?:be\s+)?required|no\s+driver|verify|photo\s+id|identification|"
    r"(?<!state[- ])issue[sd]?\s+driver|"
    r"driver'?s?\s+licen[cs]e\s+(?:office|bureau|examin|services|division|applicants)|"
    r"(?:state|social security|number)\W+(?:and|or)\s+driver"
)


# How to come by a licence is not a demand for one.
_INSTRUCTS = pattern(rf"(?i)\b(?:{vocabulary('qualifications', 'instructs')})\b|https?:")


@fact("licences")
def licences(case: Case) -> Fact[tuple[LicenceMention, ...]]:
    """Return the licences to drive that are asked for, each sentence once."""
    found: dict[Span, LicenceMention] = {}
    for place in case.hits["qualifications.licence"]:
        sentence = _licence_sentence(case, place)
        text = case.text[sentence.start : sentence.end]
        if sentence in found or not _is_requirement(case, place, text):
            continue
        # "A degree preferred; a valid licence": what is wished for is another thing.
        at = place.start - sentence.start
        clause = text[text.rfind(";", 0, at) + 1 : at] + text[at:].partition(";")[0]
        wanted = PREFERRED.search(clause) is not None and not REQUIRED.search(text)
        commercial = _COMMERCIAL.search(text) is not None
        group = _CLASS.search(text)
        found[sentence] = LicenceMention(
            span=sentence,
            kind="commercial driver" if commercial else "driver",
            required=not wanted,
            subject=group["name"].upper() if group else None,
        )
    return Fact(tuple(found.values()), tuple(found))


_COMMERCIAL = pattern(r"(?i)\bcdl\b|\bcommercial driver")
_CLASS = pattern(r"(?i)\bclass\s+[\"“']?(?P<name>[A-E])\b")


def _licence_sentence(case: Case, place: Span) -> Span:
    sentence = sentence_at(case, place.start)
    if sentence.end - sentence.start <= _LONGEST_LICENCE:
        return sentence
    near = Span(max(sentence.start, place.start - 120), min(sentence.end, place.end + 120))
    # Whole words, and a clause where one begins within reach.
    begin, end = near
    if begin > sentence.start:
        cut = max(case.text.rfind(mark, begin, place.start) for mark in ";:.")
        begin = cut + 1 if cut >= 0 else case.text.find(" ", begin, place.start) + 1
    if end < sentence.end:
        end = max(place.end, case.text.rfind(" ", place.end, end))
    return trim(case.text, Span(max(begin, sentence.start), end))


_LONGEST_LICENCE: Final = 400


# How many words an item has that names a licence and says no more.
_BARE: Final = 6
_ASKING: Final = REQUIREMENTS - {SectionKind.PREFERRED}


def _is_requirement(case: Case, place: Span, text: str) -> bool:
    """Say whether a sentence asks for the licence it speaks of."""
    if _NO_LICENCE.search(text) or _INSTRUCTS.search(text) or _is_titled(case, place):
        return False
    return _DEMANDS.search(text) is not None or (
        # "Driver's license." among what is asked for is asked for.
        len(text.split()) <= _BARE and case.posting.section_at(place.start).kind in _ASKING
    )


def _is_titled(case: Case, place: Span) -> bool:
    """Say whether a find stands in a heading."""
    heading = case.posting.section_at(place.start).heading
    return heading is not None and heading.span.overlaps(place)


@fact("driver_license")
def driver_license(case: Case) -> Fact[str | None]:
    """Return the words that ask for a driver's licence."""
    spare: Span | None = None
    for place in case.hits["qualifications.licence"]:
        sentence = _licence_sentence(case, place)
        text = case.text[sentence.start : sentence.end]
        if _NO_LICENCE.search(text):
            continue
        if _is_requirement(case, place, text):
            return Fact(text, (sentence,))
        # A duty that speaks of a licence speaks of somebody else's.
        of_others = case.posting.section_at(place.start).kind is SectionKind.DUTIES
        if spare is None and not of_others and not _is_titled(case, place):
            spare = line_at(case.text, place.start) if len(text) < 6 else sentence
    return Fact(None) if spare is None else Fact(case.posting.passage(spare).text, (spare,))

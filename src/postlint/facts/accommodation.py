"""Words that offer reasonable accommodation."""

from __future__ import annotations

import re
from typing import Final

from postlint.document.kinds import SectionKind
from postlint.facts._data import vocabulary
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.equal_opportunity import STATED_IN
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

_LODGING = pattern(rf"(?i)\b(?:{vocabulary('statements', 'lodging')})\b")
# Accommodation in testing is an offer where it is applicants who are tested.
_APPLYING = pattern(rf"(?i)\b(?:{vocabulary('statements', 'applying')})\b")
_PERSON = pattern(r"(?i)applica|candidate|employee|disabilit|individual|essential")
_TASK = pattern(r"\W*(?:Ensure|Provide|Make|Implement|Coordinate)")
_OFFER = pattern(
    r"(?i)(?:will|may|can|shall|are|is|be)\s+(?:be\s+)?(?:made|provide|available|possible|"
    "consider|ensur|offer)"
    f"|{vocabulary('statements', 'offering')}|"
    r"(?:will|may|can|shall)\s+(?:\w+ly\s+)?accommodate|\bask\b|\bwrite\b|\btell\b|"
    r"\bw/ or w/o|happy to|glad to|accommodates|let us know|\bmakes?\b|\boffers?\b|\bgrants?\b|"
    r"entitled|\badvise\b|\binform\b|\bnotify\b"
)
_OFFERED: Final = ("request", "provid", "contact", "need")
# What a duty has to say to offer anything: "coordinates requests for accommodation" is work.
_GIVEN = pattern(
    r"(?i)\b(?:will|may|can|shall|are|is)\s+(?:\w+ly\s+)?(?:be\s+)?(?:made|provided|available|"
    r"considered|offered|given)\b|\byour?\b|\bplease\b|\bcontact\b|\bapplicants?\b|"
    r"\bwith or without\b"
)
# "Accommodation cannot be provided for this post" offers none; "unless it is no hardship" does.
_DENIED = pattern(
    r"\baccommodations?\b[^.;]{0,20}\b(?:cannot|can not|will not|won't|(?:is|are) not|may not)"
    rf"(?: be)?(?: \w+ly)? (?:{vocabulary('statements', 'given')})\b"
    r"(?![^.;]{0,60}\b(?:unless|without|until|if)\b)"
    r"|\bno (?:reasonable )?accommodations? (?:is|are|can|will)\b"
)


@fact("accommodation")
def accommodation(case: Case) -> Fact[str | None]:
    """Return the words that offer reasonable accommodation."""
    best: tuple[int, Span] | None = None
    duties = merged(duty.span for duty in case.posting.duties)
    for place in case.hits["statements.accommodation"]:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : sentence.end]
        phrase = case.text[place.start : place.end].lower()
        if _LODGING.search(text):
            personal = "reasonable" in phrase and _PERSON.search(text)
            if not (personal or _APPLYING.search(text)) or _TASK.match(text):
                continue
        low = text.lower()
        # Words of most offers, sooner asked for than all ways of offering.
        offered = any(word in low for word in _OFFERED) or _OFFER.search(text)
        if not offered or (touches(duties, place) and not _GIVEN.search(text)):
            continue
        plain = "accommodat" in phrase or "format" in phrase or "adjust" in phrase
        if not plain and not pattern(r"(?i)disab|accommodat").search(text):
            continue
        if "format" in phrase and not pattern(r"(?i)announcement|applica|disab|job|posting").search(
            text
        ):
            continue
        if "requires employers" in low or _DENIED.search(low):
            continue
        score = 2 if "with or without" not in low and "license" not in low else 1
        if best is None or score > best[0]:
            best = (score, sentence)
    if best is None and (helped := _helped(case)) is not None:
        best = (1, helped)
    if best is None:
        return absent(case, None, *STATED_IN)
    return Fact(case.posting.passage(best[1]).text, (best[1],))


# An offer in other words: help, for applicants or staff, for the sake of a disability.
_HELP = pattern(
    r"(?i)\b(?:help|assist(?:ance)?|aids?|support|adjust\w*|chang(?:e|es)|adapt\w*|arrange\w*|modif\w+"
    r"|accommodat\w+|interpreters?|formats?|instead|by (?:tele)?phone|another way)\b"
)
_FOR_WHOM = pattern(
    r"(?i)applica|candidate|employee|\bstaff\b|\byou\b|\bqualified\b|\baccommodations?\b"
    r"|\b(?:do|perform) (?:the|their|this|a|essential) (?:\w+ )?(?:job|work|functions)\b"
)
_REACHED = pattern(rf"(?i)\b(?:{vocabulary('statements', 'reached')})\b|@")
# A list of grounds is about discrimination, whatever else it says.
_GROUNDS: Final = 3
_NEXT: Final = 40
_WILL = pattern(
    rf"(?i)\b(?:will|can|may|shall|['’]ll)\s+(?:\w+ly\s+)?"
    rf"(?:{vocabulary('statements', 'helping')})\b"
)


def _helped(case: Case) -> Span | None:
    """Return a sentence that offers help because of a disability, without the usual words."""
    duties = merged(duty.span for duty in case.posting.duties)
    for place in case.hits["statements.class"]:
        if "disab" not in case.lowered[place.start : place.end] or touches(duties, place):
            continue
        sentence = sentence_at(case, place.start)
        if (
            case.posting.section_at(place.start).kind in _ELSEWHERE
            or len(case.hits.within("statements.class", sentence)) >= _GROUNDS
        ):
            continue
        text = case.text[sentence.start : sentence.end]
        mine = _holders(case, text)
        if not (mine or _DISABLED.search(text)) or _OF_OTHERS.search(text):
            continue
        # "Are you disabled, and need help? Call us."
        behind = case.text[sentence.start : sentence.end + (_NEXT if text.endswith("?") else 0)]
        offers = _OFFER.search(text) or _REACHED.search(behind) or _WILL.search(text)
        whom = mine or _FOR_WHOM.search(text)
        if offers and _HELP.search(text) and whom and not _REFUSED.search(text):
            return sentence
    return None


def _holders(case: Case, text: str) -> bool:
    """Say whether a sentence speaks of a holder of the post with a disability, by its title."""
    named = pattern(r"[a-z]+").findall((case[title].value or "").lower())
    who = (
        rf"\b{named[-1]}s? (?:who (?:has|have)|with) (?:a |any )?(?:\w+ )?disabilit"
        if named
        else ""
    )
    return bool(who) and re.search(who, text, re.IGNORECASE) is not None


_ELSEWHERE: Final = frozenset({SectionKind.BENEFITS, SectionKind.ORGANIZATION})
# People with a disability, and why they ask: not insurance, and not whom the work serves.
_DISABLED = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'helped')})"
    r"(?: who (?:have|has)| with) (?:a |any )?(?:\w+ )?disabilit(?:y|ies)\b"
    r"|\b(?:have|if) (?:a|any|your) (?:\w+ )?disability\b"
    r"|\bdisabled (?:people|persons?|individuals?|applicants?|candidates?|employees?|staff)\b"
    r"|\b(?:because of|due to|on account of|owing to|for|with)"
    r" (?:a|any|your|their) (?:\w+ )?disability\b"
    r"|\b(?:are(?: you)?|is|you're|you’re) (?:disabled|deaf|blind)\b"
)
_OF_OTHERS = pattern(
    r"(?i)\babilit(?:y|ies) to\b|\b(?:experience|knowledge|skills?|understanding)\b"
    rf"|\b(?:{vocabulary('statements', 'served')})s?\b"
    # "Staff who assist people with disabilities".
    r"|\b(?:assist|help|serve|support|teach|train)(?:s|ing)?"
    r" (?:people|persons|individuals|those)\b"
)
_REFUSED = pattern(r"(?i)\b(?:not|cannot|never|unable|no)\b|n't\b")

"""Words that offer reasonable accommodation."""

from __future__ import annotations

import re

from postlint.facts._data import vocabulary
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.equal_opportunity import STATED_IN
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LODGING = pattern(rf"\b(?:{vocabulary('statements', 'lodging')})\b", re.IGNORECASE)
# Accommodation in testing is an offer where it is applicants who are tested.
_APPLYING = pattern(
    rf"\b(?:{vocabulary('statements', 'applying')})\b",
    re.IGNORECASE,
)
_PERSON = pattern(r"applica|candidate|employee|disabilit|individual|essential", re.IGNORECASE)
_TASK = pattern(r"\W*(?:Ensure|Provide|Make|Implement|Coordinate)")
_OFFER = pattern(
    r"(?:will|may|can|shall|are|is|be)\s+(?:be\s+)?(?:made|provide|available|consider|"
    "ensur|offer)"
    f"|{vocabulary('statements', 'offering')}|"
    r"(?:will|may|can|shall)\s+(?:\w+ly\s+)?accommodate|\bask\b|\bwrite\b|\btell\b|"
    r"happy to|glad to|accommodates|let us know|\bmakes?\b|\boffers?\b|\bgrants?\b|"
    r"entitled|\badvise\b|\binform\b|\bnotify\b",
    re.IGNORECASE,
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
    for place in case.hits["statements.accommodation"]:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : sentence.end]
        phrase = case.text[place.start : place.end].lower()
        if _LODGING.search(text):
            personal = "reasonable" in phrase and _PERSON.search(text)
            if not (personal or _APPLYING.search(text)) or _TASK.match(text):
                continue
        if not _OFFER.search(text):
            continue
        plain = "accommodat" in phrase or "format" in phrase or "adjust" in phrase
        if not plain and not pattern(r"disab|accommodat", re.IGNORECASE).search(text):
            continue
        if "format" in phrase and not pattern(
            r"announcement|applica|disab|job|posting", re.I
        ).search(text):
            continue
        low = text.lower()
        if "requires employers" in low or _DENIED.search(low):
            continue
        score = 2 if "with or without" not in low and "license" not in low else 1
        if best is None or score > best[0]:
            best = (score, sentence)
    if best is None:
        return absent(case, None, *STATED_IN)
    return Fact(case.posting.passage(best[1]).text, (best[1],))

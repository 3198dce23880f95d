"""The duties that only leave the list open."""

from __future__ import annotations

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact

# "Perform … as assigned by the Superintendent or designee" has this many words around it.
_OTHER_WORDS = 9


@fact("catch_alls", phrases=phrases("catch_alls"))
def catch_alls(case: Case) -> Fact[frozenset[int]]:
    """Return the numbers of the duties that only leave the list open.

    "Other duties as assigned" is one; a duty that says more than that is a
    duty, even where it ends in those words.
    """
    found = set()
    duties = case.posting.duties
    for number, duty in enumerate(duties):
        hits = case.hits.within("catch_alls.open", duty.span)
        if hits:
            words = len(case.words.between(duty.span))
            covered = sum(len(case.words.between(hit)) for hit in hits)
            if words - covered <= _OTHER_WORDS:
                found.add(number)
    return Fact(frozenset(found), tuple(duties[number].span for number in sorted(found)))

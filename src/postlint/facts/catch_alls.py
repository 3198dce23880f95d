"""The duties that only leave the list open."""

from __future__ import annotations

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.text.source import Span

# "Perform … as assigned by the Superintendent or designee" has this many words around it.
_OTHER_WORDS = 9
# Before an "and" that joins an open end to another stand the verb and one word: "Performs related
# and other duties"; where more stand, a duty of its own does.
_PERFORMS = 3
_SPECIAL = frozenset({"special", "hoc", "miscellaneous", "various"})
_PROJECTS = frozenset({"projects", "tasks", "assignments", "duties"})


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
            inside = case.words.between(duty.span)
            covered = sum(len(case.words.between(hit)) for hit in hits)
            if len(inside) - covered <= _OTHER_WORDS and not _added(case, inside, hits[0]):
                found.add(number)
    return Fact(frozenset(found), tuple(duties[number].span for number in sorted(found)))


def _added(case: Case, inside: range, hit: Span) -> bool:
    """Say whether the open end is only added to a duty: "Completes files and other duties"."""
    first = case.words.between(hit).start
    before = case.words.words[inside.start : first]
    if before[-1:] and before[-1].startswith(("assign", "delegat")):
        return True  # "Assigns other duties to the cooks" is work of its own
    if len(before) <= _OTHER_WORDS and _SPECIAL & set(before) and _PROJECTS & set(before):
        return False  # "special projects and other duties as assigned" names none either
    # "Completes files and other paperwork tasks as assigned": a word may stand between.
    last = range(max(0, len(before) - _PERFORMS), len(before))
    return any(place >= _PERFORMS and before[place] in ("and", "or") for place in last)

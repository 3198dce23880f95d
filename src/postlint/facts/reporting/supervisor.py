"""The words that name a supervisor."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.document.parts import Passage
from postlint.document.titles import ends_in_doer, names_job
from postlint.facts._data import word_sets
from postlint.facts.base import Case
from postlint.facts.reporting.line import ENDS, HANGING, ends_nothing
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LONGEST_NAME = 14
_DETERMINERS = frozenset({"the", "a", "an", "either", "our", "their", "your", "its"})
_NOT_A_NAME = frozenset(
    {"this", "these", "work", "duty", "and", "him", "her", "me", "us", "them"}
    # "Look for the post under the category Temporary".
    | {"category", "categories", "heading", "tab"}
)


def is_person(name: Passage) -> bool:
    """Say whether a name is that of somebody, and not of a house."""
    named = names_job(name.text) or ends_in_doer(name.text)
    return named or not word_sets("reporting")["person"].isdisjoint(
        pattern(r"[a-z]+").findall(name.text.lower())
    )


def after_pair(case: Case, stop: int, limit: int) -> int:
    """Return where the name begins in "reports to and seeks guidance from the Board"."""
    words = case.words.words
    if stop < limit and "and" in words[stop - 1 : stop + 1]:
        for place in range(stop + 1, min(limit, stop + 7)):
            if words[place] in {"from", "of", "by", "for", "with"}:
                return place + 1
    return stop


def reach(case: Case, stop: int, limit: int) -> int:
    """Return the word after a vague name, at least the one after the verb."""
    words = case.words
    place = stop
    while place < min(limit, stop + 5) and not ENDS.search(words.gap(place)):
        if words.words[place] not in word_sets("reporting")["vague"]:
            break
        place += 1
    return max(place, stop)


# What a line is split by: one superior for the day's work, and another for the craft.
_OF_A_LINE = frozenset(
    {"daily", "day", "everyday", "routine", "operational", "administrative", "line", "technical"}
    | {"clinical", "professional", "artistic", "academic", "pastoral"}
)
_FEW_BEHIND = 5


def is_periodic(case: Case, name: Passage, limit: int, verb: str) -> bool:
    """Say whether "reports to" tells of papers given to a body and not of a line."""
    words = case.words
    after = words.between(Span(name.span.end, name.span.end + 80))
    if verb not in {"report", "reports", "reporting"} or not after or after.start >= limit:
        return False
    behind = words.words[after.start : limit]
    if behind[0] not in word_sets("reporting")["periodic"]:
        return False
    if behind[0] == "on" and "matters" in behind:
        # "Reports to the Manager on daily matters", "… on rent and to the Head on matters of art"
        return "to" not in behind and _OF_A_LINE.isdisjoint(behind[:_FEW_BEHIND])
    return not pattern(r"[.;:!?]").search(words.gap(after.start))


def named_supervisor(
    case: Case, start: int, limit: int, *, opens: bool = False
) -> tuple[Passage | None, bool]:
    """Return the words that name a supervisor from a word on, and whether only a generic one.

    What stands before a name that `opens` a clause is of another.
    """
    words, text, starts = case.words.words, case.text, case.words.starts
    known = word_sets("reporting")
    taken = _without_loose_ends(words, range(start, _name_end(case, start, limit, opens)))
    determiner = ""
    while taken and words[taken.start] in _DETERMINERS:
        determiner = words[taken.start]
        taken = taken[1:]
    if not taken:
        return None, False
    named_by = words[taken.start : taken.stop]
    telling = [place for place in taken if words[place] not in known["vague"]]
    if not telling:
        return None, not known["nobody"].isdisjoint(named_by)
    if _is_any_manager([words[place] for place in telling], named_by, determiner):
        return None, True
    # "Under our herbalist", "by a senior vet": whoever does something is somebody where "our"
    # is said of them, and else where it is a job.
    name = " ".join(named_by)
    article = determiner or ("the" if words[max(0, start - 1)] in _DETERMINERS else "")
    doer = ends_in_doer(name) and (determiner == "our" or bool(article and names_job(name)))
    titled = doer or not known["title"].isdisjoint(named_by)
    span = case.words.span(taken.start, taken.stop if titled else _with_post(case, taken, limit))
    capital = any(text[starts[place]].isupper() for place in telling)
    on_duty = named_by[0] == "duty" and not known["title"].isdisjoint(named_by[1:2])
    if (
        (named_by[0] in _NOT_A_NAME and not on_duty)
        or text[span.start : span.end] == "it"
        or not (titled or capital)
    ):
        return None, False
    return case.posting.passage(span), False


def _name_end(case: Case, start: int, limit: int, opens: bool) -> int:
    """Return the word after the last that may belong to a name."""
    words, gap = case.words.words, case.words.gap
    known = word_sets("reporting")
    top = min(limit, len(words), start + _LONGEST_NAME)
    # "Reports to, and is evaluated by, the Board"
    aside = opens or (0 < start < top and gap(start).strip() == "," and words[start - 1] in HANGING)
    if start < top and not aside and gap(start).strip(' \t\xa0\r\n:*-–—“"(\u200b'):
        return start
    titled = False
    for place in range(start, top):
        word = words[place]
        if place > start and ENDS.search(gap(place)) and not ends_nothing(case, place):
            return place
        if word in known["stop"] or (word == "s" and words[place + 1 : place + 2] in _GIVEN):
            return place
        if titled and word in {"and", "or"} and place + 1 < top and not _joins_on(case, place + 1):
            return place
        if titled and word == "for" and _widens(case, place, top):
            return place
        titled = titled or word in known["title"]
    return max(start, top)


# "The Town Manager's direction" names the Town Manager.
_GIVEN = (["direction"], ["supervision"], ["guidance"], ["oversight"])
# What stands behind a person's name before the post: "A. B. Elm, Ph.D., Dean of Arts".
_BEHIND_NAME = frozenset("ph d phd ed edd md m esq jr sr ii iii cpa pe rn mba".split())


def _with_post(case: Case, name: range, limit: int) -> int:
    """Return where a person's name ends, with the post that stands behind its comma."""
    words, gap, known = case.words.words, case.words.gap, word_sets("reporting")
    first = name.stop
    while first < limit and words[first] in _BEHIND_NAME:
        first += 1
    if first >= limit or "," not in gap(first) or "\n" in gap(first):
        return name.stop
    stop = first + 1
    while stop < min(limit, first + _LONGEST_NAME) and words[stop] not in known["stop"]:
        if ENDS.search(gap(stop)) and not ends_nothing(case, stop):
            break
        stop += 1
    post = first + (words[first] in _DETERMINERS)
    # "Maria, our bakery manager": whose post it is, in small letters.
    owned = post > first and words[first] in {"our", "your", "the"}
    capital = post < stop and (owned or case.text[case.words.starts[post]].isupper())
    return stop if capital and not known["title"].isdisjoint(words[first:stop]) else name.stop


def _joins_on(case: Case, following: int) -> bool:
    """Say whether what follows "and" is of the name, too: "the Director and the Board"."""
    word = case.words.words[following]
    capital = case.text[case.words.starts[following]].isupper()
    return capital or word in word_sets("reporting")["person"] or word in {"the", "a"}


def _without_loose_ends(words: Sequence[str], taken: range) -> range:
    while taken and words[taken[-1]] in {"and", "or", "the", "a", "of", "for"}:
        taken = taken[:-1]
    return taken


def _is_any_manager(telling: list[str], named_by: Sequence[str], determiner: str) -> bool:
    """Say whether a manager is named whom the text does not single out: "your manager"."""
    bare = telling in (["manager"], ["lead"]) and determiner in {"", "their", "your", "an"}
    return bare and (
        len(named_by) == 1 or not {"assigned", "designated", "appropriate"}.isdisjoint(named_by)
    )


def _widens(case: Case, place: int, top: int) -> bool:
    """Say whether "for" begins what the line is about: "for all technology"."""
    following = case.words.words[place + 1 : min(top, place + 3)]
    starts = case.words.starts[place + 1 : place + 1 + len(following)]
    about = following[:1] in (["all"], ["the"], ["any"], ["its"], ["their"])
    return about and not any(case.text[start].isupper() for start in starts)

"""Headings that speak to their reader: "What your week looks like", "Ways we look after you".

Employers word these anew each time, so no list of phrases holds them. What they say lies in
who does what: what you do is work, what you have is asked for, what we give is a benefit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from postlint.cache import read_toml
from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import vocabulary

# A heading has no more words.
_MOST: Final = 10


def addressed_kind(words: Sequence[str]) -> SectionKind | None:
    """Return what a heading says to its reader, or `None` where it speaks to nobody.

    `words` are without articles and plural endings, as headings are compared.

    >>> addressed_kind(("what", "your", "week", "look", "like"))
    <SectionKind.DUTIES: 'duties'>
    >>> addressed_kind(("way", "we", "look", "after", "you"))
    <SectionKind.BENEFITS: 'benefits'>
    """
    count = len(words)
    if not 1 < count <= _MOST:
        return None
    tables = _tables()
    if words[0] in _LEADING:
        for phrase, kind in tables["ends"].get(words[-1], ()):
            if tuple(words[-len(phrase) :]) == phrase:
                return kind
    for phrase, kind in tables["calls"].get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return kind
    # "Applicants must have", "Our new rigger should bring": what is said of who comes.
    for at in range(1, min(count, 4)):
        if words[at - 1] in _PEOPLE or (words[0] == "our" and at > 1 and words[at] in _OF_COMERS):
            verb = _behind(words, at)
            whole = len(verb) <= _MOST_OF_VERB or "following" in verb
            return _says(_PEOPLE.get(words[at - 1], "candidate"), verb) if whole else None
    if words[-1] == "if" and ("you" in words or words[0] in _COMING):
        return SectionKind.QUALIFICATIONS  # "You'll feel at home if" leads in who would
    first, second = words[:2]
    if (first in _TIMES and second in _ABOUT) or (first in _USUAL and second in _SPENT):
        return SectionKind.DUTIES  # "A night on the ward", "A typical morning"
    if words[0] in _OWNERS:
        return _owned(words)
    if words[0] in _OPENERS:
        return _of_clause(words)
    # "You come with": what goes on in the rows below heads them, and a sentence does not.
    if words[0] == "you" and words[-1] in _GOES_ON:
        return _says("you", _behind(words, 1))
    return None


_COMING: Final = frozenset({"apply", "join", "come"})
_TIMES: Final = frozenset("day night morning afternoon evening week month season shift".split())
_SPENT: Final = _TIMES | {"work", "assignment", "project"}
_ABOUT: Final = frozenset({"in", "at", "on", "with", "as"})
_USUAL: Final = frozenset("typical average usual normal ordinary".split())
_OWNERS: Final = frozenset({"your", "our"})
_OPENERS: Final = frozenset(
    "what who whom how where why when which thing way reason all do am can should here".split()
)
_LEADING: Final = frozenset("in as to if ideally day on here from with".split())
# What stands between who does something and what is done.
_BETWEEN: Final = frozenset(
    "will ll d would can could do re are ve might may must also really truly hope get to be always"
    " actually both ever already m s typically usually most is just".split()
)
_ENDS_NOUN: Final = frozenset("of in at with for to on as from by and when while look here".split())

_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], SectionKind]]]


_NONE: Final[_Phrases] = {}


@cache
def _tables() -> Mapping[str, _Phrases]:
    """Return the phrases by table and first word; by last word those that end a heading."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], SectionKind]]]] = {}
    for name, kinds in read_toml("postlint.document", "addressed.toml").items():
        table = found.setdefault(name, {})
        place = -1 if name == "ends" else 0
        for written, block in kinds.items():
            kind = SectionKind(written)
            for line in block.strip().split("\n"):
                phrase = tuple(line.split())
                table.setdefault(phrase[place], []).append((phrase, kind))
        for phrases in table.values():
            phrases.sort(key=lambda pair: -len(pair[0]))
    return found


def _says(table: str, words: Sequence[str]) -> SectionKind | None:
    """Return what the first of some words say that begin a phrase of a table."""
    for phrase, kind in _tables().get(table, _NONE).get(words[0], ()) if words else ():
        if tuple(words[: len(phrase)]) == phrase:
            return kind
    return None


def _owned(words: Sequence[str]) -> SectionKind | None:
    """Return what is yours or ours, by the noun that the heading is about."""
    end = next((at for at in range(1, len(words)) if words[at] in _ENDS_NOUN), len(words))
    if not _LEAST <= end <= _FEW or len(words) - end > _FEW - 2:
        return None
    # "Our promise of fairness": what is promised says more than the promise.
    for at in range(end + 1, len(words)):
        kind = _says("promised", words[at:])
        if kind is not None:
            return kind
    return _says(words[0], words[end - 1 : end])


_LEAST, _FEW = 2, 6


def _of_clause(words: Sequence[str]) -> SectionKind | None:
    """Return what a clause says by who does what in it; what it asks an applicant is none."""
    pairs = tuple(pairwise(words))
    inquires = ("do", "you") in pairs and ("you", "have") in pairs
    if (inquires or not _OF_APPLICANTS.isdisjoint(pairs)) and words[-1] not in _GOES_ON:
        return None
    if words[0] in {"who", "whom"} and not _LED.isdisjoint(words[2:]):
        return SectionKind.SUPERVISION  # "Whom the director leads", "Who you answer to"
    for at in range(1, len(words)):
        who = words[at]
        if who in _OWNERS:
            rest = words[at:]
            return _owned(rest) or _owned(rest[:2])
        if who in {"you", "i", "they", "we"}:
            before = _says("before_you", words[1:at]) if who == "you" else None
            if before is not None:
                return before
            kind = _says("we" if who == "we" else "you", _behind(words, at + 1))
            # "Why do we need you?" tells of the job, and asks nothing of its holder.
            wanted = words[0] == "why" and kind is SectionKind.QUALIFICATIONS
            return SectionKind.OVERVIEW if wanted else kind
        if who in _PEOPLE:
            return _says(_PEOPLE[who], _behind(words, at + 1))
        if at + 1 < len(words) and who in vocabulary().titles:
            # "What the clerk does" is said of who holds the post.
            verb = _behind(words, at + 1)
            return _says("you", ("do", *verb[1:]) if verb[0] == "doe" else verb)
        if who in _POSTS and at + 1 < len(words):
            return _says("post", _behind(words, at + 1))
    # "What a tuner gets": whoever it is, what is got is given.
    if words[-1] in _PAID:
        return SectionKind.COMPENSATION
    return SectionKind.BENEFITS if words[-1] in _GOT else _says(words[0], words[1:])


_LED: Final = frozenset("lead supervise manage direct oversee answer report".split())
_GOT: Final = frozenset({"get", "receive", "gain"})
_PAID: Final = frozenset({"earn", "pay", "make"})


def _behind(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words from the verb on, behind who does it."""
    while at < len(words) - 1 and words[at] in _BETWEEN and words[at + 1] not in _ENDS_NOUN:
        at += 1
    return words[at:]


_PEOPLE: Final = {
    "candidate": "candidate",
    "applicant": "candidate",
    "employee": "employee",
    "staff": "employee",
    "member": "employee",
    "hire": "employee",
}
# "What experience do you have with maps?"
_OF_APPLICANTS: Final = frozenset({("have", "you"), ("are", "you"), ("did", "you")})
_MOST_OF_VERB: Final = 3
_OF_COMERS: Final = frozenset({"will", "should", "must", "has", "can"})
_GOES_ON: Final = frozenset("with have bring get need at in on by enjoy receive".split())
_POSTS: Final = frozenset(
    {"job", "role", "work", "position", "post", "it", "day", "week", "hour", "time", "shift"}
)

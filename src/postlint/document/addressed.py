"""Headings that speak to their reader: "What your week looks like", "Ways we look after you".

Employers word these anew each time, so no list of phrases holds them. What they say lies in
who does what: what you do is work, what you have is asked for, what we give is a benefit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Final, TypeAlias

from postlint.cache import read_toml
from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import vocabulary
from postlint.text.decisions import Decision, first_that_holds

# A heading has no more words.
_MOST: Final = 10

AddressedDecision: TypeAlias = Decision[
    Sequence[str], Callable[[Sequence[str]], SectionKind | None], str
]


def addressed_kind(words: Sequence[str]) -> SectionKind | None:
    """Return what a heading says to its reader, or `None` where it speaks to nobody.

    `words` are without articles and plural endings, as headings are compared.

    >>> addressed_kind(("what", "your", "week", "look", "like"))
    <SectionKind.DUTIES: 'duties'>
    >>> addressed_kind(("way", "we", "look", "after", "you"))
    <SectionKind.BENEFITS: 'benefits'>
    """
    if not 1 < len(words) <= _MOST:
        return None
    decides = first_that_holds(ADDRESSED, words)
    return None if decides is None or decides.answer is None else decides.answer(words)


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
            verb = _behind(words, at + 1)
            kind = _says(_PEOPLE[who], verb)
            # "What the chief of staff will do"
            return _says("you", verb) if kind is None and words[at - 1] == "of" else kind
        if at + 1 < len(words) and words[at + 1] != "of" and who in vocabulary().titles:
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


def _ended(words: Sequence[str]) -> SectionKind | None:
    """Return what the last words say, behind those that lead on to them."""
    for phrase, kind in _tables()["ends"].get(words[-1], ()) if words[0] in _LEADING else ():
        if tuple(words[-len(phrase) :]) == phrase:
            return kind
    return None


def _comer(words: Sequence[str]) -> int:
    """Return the word behind who may come, 0 where nobody is spoken of."""
    for at in range(1, min(len(words), 4)):
        if words[at - 1] in _PEOPLE or (words[0] == "our" and at > 1 and words[at] in _OF_COMERS):
            return at
    return 0


def _of_comer(words: Sequence[str]) -> SectionKind | None:
    at = _comer(words)
    verb = _behind(words, at)
    whole = len(verb) <= _MOST_OF_VERB or "following" in verb
    return _says(_PEOPLE.get(words[at - 1], "candidate"), verb) if whole else None


def _is_of_a_day(words: Sequence[str]) -> bool:
    first, second = words[:2]
    return (first in _TIMES and second in _ABOUT) or (first in _USUAL and second in _SPENT)


# What decides, with words that it is the first to decide about.
ADDRESSED: Final[tuple[AddressedDecision, ...]] = (
    Decision("last words", _ended, "with us you get", _ended),
    Decision("first words", partial(_says, "calls"), "how to succeed", partial(_says, "calls")),
    Decision("of who comes", _comer, "our new rigger should bring", _of_comer),
    Decision(
        "who would like it here",
        lambda words: words[-1] == "if" and ("you" in words or words[0] in _COMING),
        "you feel at home if",
        lambda _: SectionKind.QUALIFICATIONS,
    ),
    Decision("a day at work", _is_of_a_day, "night on ward", lambda _: SectionKind.DUTIES),
    Decision("yours or ours", lambda words: words[0] in _OWNERS, "your contribution", _owned),
    Decision(
        "a clause", lambda words: words[0] in _OPENERS, "what your week look like", _of_clause
    ),
    Decision(
        # What goes on in the rows below heads them, and a sentence does not.
        "you, and a verb that goes on",
        lambda words: words[0] == "you" and words[-1] in _GOES_ON,
        "you come with",
        lambda words: _says("you", _behind(words, 1)),
    ),
)

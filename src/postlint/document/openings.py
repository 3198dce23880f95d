"""What a statement's first words say of the list it belongs in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.vocabulary import comparable, first_word, vocabulary, word_set, words_of
from postlint.text.patterns import pattern


@lru_cache(maxsize=8192)
def is_duty_verb(word: str) -> bool:
    """Say whether a word is a verb that opens duties, as it stands or in -s or -ing."""
    word = word.lower()
    verbs = vocabulary().verbs
    if word in verbs:
        return True
    if word.endswith("s"):
        return (
            word[:-1] in verbs
            or (word.endswith("es") and word[:-2] in verbs)
            or (word.endswith("ies") and word[:-3] + "y" in verbs)
        )
    if word.endswith("ing"):
        stem = word[:-3]
        return (
            stem in verbs
            or stem + "e" in verbs
            or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in verbs)
        )
    return False


def is_plain_verb(word: str) -> bool:
    """Say whether a word is a duty's verb and, as it stands, hardly anything else."""
    return is_duty_verb(word) and word.lower() not in vocabulary().ambiguous


def opening_kind(text: str) -> SectionKind | None:
    """Return what kind of list a statement's first words belong in.

    A verb belongs among duties, "Ability to" among skills, "Bachelor's degree"
    among education; anything else says nothing.
    """
    return _opening_kind(text[:_OPENING])


@lru_cache(maxsize=1024)  # one statement is asked about by all who meet it
def _opening_kind(text: str) -> SectionKind | None:
    # "To coordinate the plan": what the post is there for. "To apply, …" is for somebody else.
    head = text[:3]
    if head in ("To ", "to ") and first_word(text[3:]).lower() not in _FOR_APPLICANTS:
        text = text[3:]
        # "To perform this job successfully, one must …" asks for something.
        verb = is_duty_verb(first_word(text).lower()) and not text.startswith(_IN_GENERAL)
        return SectionKind.DUTIES if verb else None
    if head == "You":
        reader = _READER.match(text)
        if reader is not None:
            return _reader_kind(reader["verb"], coming=reader["will"] is not None)
    # Most statements are decided by their first word, without looking further.
    decided, kind = _first_word_says(first_word(text))
    if kind is None and _governs(text):
        return SectionKind.DUTIES
    return kind if decided else _opening(text)


# "You'll hire two cooks", "You run the line"; without "will" only before what is governed.
_READER = pattern(
    r"You(?P<will>['\u2019]ll| will)? (?:also )?(?P<verb>[a-z]{2,})(?(will)\b| (?:the|an?|our)\b)"
)


def _reader_kind(verb: str, *, coming: bool) -> SectionKind | None:
    """Return what "You need a car", "You'll hire two cooks" belong in, by the verb."""
    if verb in _DEMANDED:
        return SectionKind.QUALIFICATIONS
    if verb in (_GIVEN if coming else word_set("of_reader")):
        return None
    return SectionKind.DUTIES if coming or is_duty_verb(verb) else None


_GIVEN = frozenset("earn enjoy get like love receive".split())
_DEMANDED = frozenset("bring have hold know need possess speak".split())
_FOR_APPLICANTS = frozenset("apply be learn request receive qualify view see read".split())
_IN_GENERAL = ("perform this", "perform the job", "perform the essential")


def _governs(text: str) -> bool:
    """Say whether a statement's first word governs the noun behind it: "Bosses the loft".

    Before an article stands a verb, known or not, unless it is one of the small words.
    """
    first, _, rest = text.partition(" ")
    return (
        rest.partition(" ")[0] in _ARTICLES
        and len(first) > _SMALL
        and first.isalpha()
        and first.lower() not in _BEFORE_ARTICLES
    )


_SMALL = 2
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLES = word_set("before_articles")
# How much of a statement is looked at.
_OPENING = 60


@lru_cache(maxsize=8192)
def _first_word_says(first: str) -> tuple[bool, SectionKind | None]:
    """Say whether a first word decides what a statement belongs in, and what that is."""
    if not first.isalpha():
        return False, None
    word = first.lower()
    if word in vocabulary().openings:
        return False, None
    if is_duty_verb(word):
        return True, SectionKind.DUTIES
    return not (word[-2:] == "ly" or word in _BEFORE_A_VERB), None


def _opening(text: str) -> SectionKind | None:
    words = words_of(comparable(text))
    if not words:
        return None
    for phrase, kind in vocabulary().openings.get(words[0], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return SectionKind(kind)
    for word in words[:2]:
        if is_duty_verb(word):
            return SectionKind.DUTIES
        # "Effectively manages", "Will supervise": one such word may stand before the verb.
        if not (word.endswith("ly") or word in _BEFORE_A_VERB):
            break
    if words[0].isdigit() and len(words) > 1 and words[1] in {"year", "years", "yrs", "or", "plus"}:
        return SectionKind.EDUCATION_EXPERIENCE
    return None


_BEFORE_A_VERB = frozenset({"will", "shall"})


def is_trait(text: str) -> bool:
    """Say whether a clause behind "will" tells what somebody is or has, and not what is done.

    >>> is_trait("be calm under pressure"), is_trait("be responsible for the van")
    (True, False)
    >>> is_trait("Hold a first aid certificate"), is_trait("Work well in a team")
    (True, True)
    """
    first, _, rest = text[:_OPENING].lower().partition(" ")
    second, _, rest = rest.partition(" ")
    if first == "be":
        return second not in _DONE and not (second == "the" and rest.startswith(_CONTACT))
    return first in _TRAITS or second in _MANNERS


_TRAITS = word_set("traits")
# "Work well in a team", "Thinks on their feet" tell how, and "works with parents" what.
_MANNERS = frozenset({"well", "effectively", "independently", "clearly", "under"})
_DONE = frozenset({"responsible", "accountable", "involved", "expected", "based"})
_CONTACT = ("first", "main", "contact", "point", "named", "link")


def asks_for(text: str) -> bool:
    """Say whether a statement asks something of an applicant, whatever list it strayed into.

    >>> asks_for("Experience with ticketing systems.")
    True
    >>> asks_for("Knowledge management: keeps the handbook findable.")
    False
    >>> asks_for("Has charge of the degree audit.")
    False
    >>> asks_for("Has a valid forklift license.")
    True
    """
    if text.startswith(_OF_APPLICANTS) and _NEEDS.match(text) is not None:
        return True
    if opening_kind(text) not in REQUIREMENTS:
        return False
    first, _, rest = text[:_OPENING].partition(" ")
    # What the post has or is says its work; what an applicant has is a skill or a paper.
    if first.lower() in _HOLDS:
        named = words_of(comparable(rest.partition(" of ")[0]))  # "has charge of knowledge" is work
        return opening_kind(rest) in REQUIREMENTS or not _WISHED.isdisjoint(named)
    # What is managed is work, though the first word alone would be a skill.
    return rest.split(" ")[0].rstrip(":").lower() != "management"


_OF_APPLICANTS = ("Applicant", "Candidate", "The applicant", "The candidate")
_NEEDS = pattern(r"(?:The )?\w+ (?:must|will|should)? ?(?:needs?|have|hold|possess)\b")
_HOLDS = frozenset({"has", "is"})
_WISHED = frozenset(
    "ability able certification certified degree experience experienced familiar familiarity "
    "fluent knowledge knowledgeable licensed license proficient skilled skills understanding "
    "willing".split()
)


def list_kind(openings: Sequence[str], *, least: int = 3) -> SectionKind | None:
    """Return the kind that most of a list's openings agree on, or `None`.

    Give it the text of each statement, or its first few words. Three fifths
    must agree; a list of fewer than `least` statements says nothing.
    """
    if len(openings) < least:
        return None
    counts: dict[SectionKind, int] = {}
    for opening in openings:
        kind = opening_kind(opening[:60])
        if kind is not None:
            counts[kind] = counts.get(kind, 0) + 1
    if not counts:
        return None
    kind, count = max(counts.items(), key=lambda pair: pair[1])
    enough = len(openings) * 3
    if count * 5 >= enough:
        return kind
    # Years, a degree and a skill: one list of what is asked for.
    required = sum(count for kind, count in counts.items() if kind in REQUIREMENTS)
    return SectionKind.QUALIFICATIONS if required * 5 >= enough else None


def runs(kinds: Sequence[SectionKind | None]) -> list[tuple[int, int]]:
    """Return the stretches of statements that open alike: all with a verb, or all without.

    Two statements that say nothing may stand between two of a stretch.
    """
    found: list[tuple[int, int]] = []
    begin = 0
    while begin < len(kinds):
        if kinds[begin] is None:
            begin += 1
            continue
        verbs = kinds[begin] is SectionKind.DUTIES
        end = at = begin + 1
        while at < len(kinds) and at - end < 3:
            if kinds[at] is not None:
                if (kinds[at] is SectionKind.DUTIES) is not verbs:
                    break
                end = at + 1
            at += 1
        found.append((begin, end))
        begin = end
    return found

"""What a duty says, word by word: its head verbs, its other verbs, its objects.

The head verb is the first verb after bullets, pronouns, modals, adverbs and a
run-in label; coordinated verbs of the same form are heads with it ("plan,
organize and control"). A duty without a verb is headed by the noun of one
("responsible for the maintenance of").
"""

from __future__ import annotations

from postlint.facts.duties.tables import Tables, VerbForm
from postlint.lexicon import Words
from postlint.text.records import NamedTuple

# How far into a duty its head verb, its label and its lead-in are looked for. A duty whose
# verb has not come after forty words has none.
_LEAD_IN = 8
_LABEL = 6
_REACH = 45
_NOMINAL_REACH = 8


class Verb(NamedTuple):
    """A verb of a duty, from word `first` to before word `stop`."""

    first: int
    stop: int
    form: VerbForm


class NamedThing(NamedTuple):
    """Something a duty is about, from word `first` to before word `stop`."""

    first: int
    stop: int
    group: str


class DutyReading(NamedTuple):
    """The verbs and objects of a duty, in the order of its words.

    `behind` is the verb that counts where the head is too light to say
    anything: the planning of "works with principals to plan". `assured` says
    that the head answers for work in the passive, which is others' work.
    """

    words: Words
    heads: tuple[Verb, ...]
    behind: Verb | None
    others: tuple[Verb, ...]
    objects: tuple[NamedThing, ...]
    assured: bool


def read(words: Words, tables: Tables) -> DutyReading:
    """Return what the words of a duty say."""
    verbs, named = _look_up(words, tables)
    heads = _heads(words, verbs, tables)
    last = heads[-1].first if heads else -1
    headed = {verb.first for verb in heads}
    objects = _longest(named, headed)
    covered = {place for named in objects for place in range(named.first, named.stop)}
    others = []
    for place in sorted(verbs):
        form = verbs[place].form
        if place in headed or place in covered or form.kind == "ed":
            continue
        if form.kind == "base" and place and words.words[place - 1] in tables.determiners:
            continue
        others.append(verbs[place])
    assured = bool(heads) and heads[0].form.group == "manage" and _passive(words, verbs, last)
    behind = None
    if heads and all(verb.form.group in tables.light for verb in heads):
        behind = _behind(words, [verb for verb in others if verb.first > last], tables)
    return DutyReading(words, tuple(heads), behind, tuple(others), tuple(objects), assured)


def _passive(words: Words, verbs: dict[int, Verb], after: int) -> bool:
    return any(
        verb.form.kind == "ed" and place > after and words.words[place - 1] in ("are", "is", "be")
        for place, verb in verbs.items()
    )


def _look_up(words: Words, tables: Tables) -> tuple[dict[int, Verb], list[tuple[int, int, str]]]:
    """Return the verbs by place, and what is named as (first, -stop, group).

    The stop is negative so that a plain sort brings the longest first.
    """
    verbs: dict[int, Verb] = {}
    named: list[tuple[int, int, str]] = []
    forms, names = tables.forms, tables.objects
    for place, word in enumerate(words.words):
        if word in forms:
            verbs[place] = Verb(place, place + 1, forms[word])
        if word in names:
            for group in names[word]:
                named.append((place, -place - 1, group))  # noqa: PERF401
    hits = tables.phrases.scan(words)
    for key in hits.found:
        form = tables.phrase_forms.get(key)
        for first, stop in hits.places(key):
            if form is not None:
                verbs[first] = Verb(first, stop, form)
            else:
                named.append((first, -stop, key))
    return verbs, named


def _longest(named: list[tuple[int, int, str]], headed: set[int]) -> list[NamedThing]:
    """Return what is named, without heads and what lies inside a longer find."""
    named.sort()
    longest: list[NamedThing] = []
    end, place = -1, (-1, -1)
    for first, minus, group in named:
        if first in headed:
            continue
        if first >= end:
            end, place = -minus, (first, minus)
            longest.append(NamedThing(first, end, group))
        elif (first, minus) == place:
            longest.append(NamedThing(first, end, group))
    return longest


def _heads(words: Words, verbs: dict[int, Verb], tables: Tables) -> list[Verb]:
    head = _first_head(words, verbs, tables)
    if head is None:
        return []
    heads = [head]
    texts = words.words
    place = head.stop
    while place < len(texts):
        gap = words.gap(place)
        after = place
        while after < len(texts) and (
            texts[after] in ("and", "or", "then", "also") or texts[after].endswith("ly")
        ):
            after += 1
        verb = verbs.get(after)
        joined = after > place or "," in gap or "/" in gap
        if verb is None or not joined or verb.form.kind != head.form.kind:
            break
        heads.append(verb)
        place = verb.stop
    return heads


def _first_head(words: Words, verbs: dict[int, Verb], tables: Tables) -> Verb | None:
    texts, count = words.words, len(words)
    start = _after_label(words)
    place, plain = start, True
    while place < min(count, start + _LEAD_IN) and place not in verbs:
        word = texts[place]
        if word in tables.determiners:
            plain = False
        elif word not in tables.lead_in and not word.endswith("ly") and not word.isdigit():
            break
        place += 1
    first = verbs.get(place)
    if first is not None and first.form.kind != "ed":
        moved = place > start and texts[place - 1] in tables.modals
        finite = first.form.kind != "base" and texts[place] not in tables.nouns_too
        if plain or moved or finite:
            return first
    head = _finite(texts, start, verbs, tables)
    if head is None:
        head = _any_verb(texts, start, verbs, tables)
    if head is None or head.first > start + _LEAD_IN + 4:
        for place in range(start, min(count, start + _NOMINAL_REACH)):
            form = tables.nominals.get(texts[place])
            if form is not None:
                return Verb(place, place + 1, form)
    return head


def _after_label(words: Words) -> int:
    """Return the first word after a run-in label ("Budget: oversees ...")."""
    start = 0
    for place in range(1, min(_LABEL + 1, len(words) - 2)):
        if ":" in words.gap(place):
            start = place
    return start


def _finite(texts: list[str], start: int, verbs: dict[int, Verb], tables: Tables) -> Verb | None:
    """Return the first verb whose neighbours show that it is one."""
    answers = None
    for place in range(start, min(len(texts), start + _REACH)):
        before = texts[place - 1] if place > start else ""
        if texts[place] in tables.answers_for:
            answers = place
        verb = verbs.get(place)
        if verb is not None:
            kind = verb.form.kind
            if kind == "base" and before in tables.modals:
                return verb
            if (
                kind == "s"
                and texts[place] not in tables.nouns_too
                and before not in tables.determiners
                and before not in ("and", "or", "of", "for")
            ):
                return verb
            if kind == "ing" and before in (
                "for", "by", "is", "are", "be", "include", "includes", "including",
            ):  # fmt: skip
                return verb
        if answers is not None and place - answers < _NOMINAL_REACH:
            form = tables.nominals.get(texts[place])
            if form is not None:
                return Verb(place, place + 1, form)
    return None


def _any_verb(texts: list[str], start: int, verbs: dict[int, Verb], tables: Tables) -> Verb | None:
    for place in sorted(verbs):
        verb = verbs[place]
        if place < start or verb.form.kind == "ed" or texts[place] in tables.nouns_too:
            continue
        if verb.form.kind == "base" and place and texts[place - 1] in tables.determiners:
            continue
        return verb
    return None


def _behind(words: Words, others: list[Verb], tables: Tables) -> Verb | None:
    for verb in others:
        if verb.form.group in tables.light:
            continue
        before = words.words[verb.first - 1]
        if verb.form.kind == "ing" or (
            verb.form.kind == "base" and before in ("to", "and", "help")
        ):
            return verb
    return None

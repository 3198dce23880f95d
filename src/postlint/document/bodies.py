"""What the words below a heading say the section is about: "insurance" is of benefits.

Headings are worded anew by everybody, and what stands below them is not. Each word has a weight
for the kinds it stands in oftener than elsewhere, in `bodies.toml`; `benchmarks/train_sections.py`
teaches them from sections whose heading is plain. The sum of the weights decides, so that a kind
can be explained word by word.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import sqrt

from postlint.cache import read_data, remember
from postlint.document.kinds import SectionKind
from postlint.document.openings import list_kind, opening_kind
from postlint.document.vocabulary import comparable, first_word, stems

# So much of a section tells what it is about: the first characters of its first statements,
# and of these the later ones less, as what comes later may have lost a heading of its own.
_LONGEST, _COUNTS = 300, (10, 8, 6, 5, 4, 3, 2, 1)
_SIGNS = str.maketrans({"$": " money ", "£": " money ", "€": " money "})


def body_words(statements: Sequence[str]) -> dict[str, int]:
    """Return the words of a section's statements that may tell, and how much each counts.

    A word or a pair of words counts once, where it stands first; what sentences
    open with counts each time: a verb as "^do", "^does" or "^doing", a skill or a degree as
    "^knowledge-skills" or "^education-experience". A number is "0", a long one "000".

    >>> body_words(["Trains staff.", "Pays $90."])
    {'^does': 10, 'train': 10, 'staff': 10, 'train staff': 10, 'pay': 8, 'money': 8, ...}
    """
    return _counted(statements, _opens_and_has)


def _counted(
    statements: Sequence[str], read: Callable[[str], tuple[Sequence[str], Sequence[str]]]
) -> dict[str, int]:
    found: dict[str, int] = {}
    listed = list_kind(statements)
    if listed is not None:
        found[f"^all {listed.value}"] = _ALL
    for counts, statement in zip(_COUNTS, statements, strict=False):
        forms, words = read(statement)
        for form in forms:
            found[form] = found.get(form, 0) + counts
        for word in words:
            found.setdefault(word, counts)
    return found


@lru_cache(maxsize=256)  # of a section's first statements is asked twice
def _telling(statement: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a statement's sentences open with, and its words that have a weight."""
    forms, words = _opens_and_has(statement)
    return forms, tuple(filter(_weights()[1].__contains__, words))


def _opens_and_has(statement: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a statement's sentences open with, and its words and pairs of words in order."""
    words = statement[:_LONGEST]
    if "://" in words:  # an address has words, and says nothing by them
        words = " ".join(word for word in words.split() if "://" not in word)
    text = comparable(words.translate(_SIGNS))
    stemmed: list[str] = []
    before = ""
    for stem in stems(text):
        number = "0" if len(stem) < _LONG_NUMBER else "000"
        word = number if stem[0].isdigit() else stem
        slight = word in _SLIGHT
        if not slight:
            stemmed.append(word)
        if before and not (slight and before in _SLIGHT):
            stemmed.append(f"{before} {word}")
        before = word
    return tuple(_forms(text)), tuple(stemmed)


# What all statements open with counts as three words do.
_ALL = 30
# Words that say nothing alone, nor in pairs.
_SLIGHT = frozenset(
    """
    and any are as at be by do for from if in is it of on or out should that to what when which
    while with
    """.split()
)
_LONG_NUMBER = 3
# What is known counts beside so much more, lest one word alone says it all.
_FEW = 80


def _forms(text: str) -> Iterator[str]:
    """Yield what the sentences and clauses of a text open with: a verb's form, or a kind."""
    for sentence in text.replace("; ", ". ").split(". "):
        kind = opening_kind(sentence)
        if kind is SectionKind.DUTIES:
            word = first_word(sentence)
            yield "^does" if word[-1] == "s" else "^doing" if word[-3:] == "ing" else "^do"
        elif kind is not None:
            yield f"^{kind.value}"


@cache
def _weights() -> tuple[Sequence[SectionKind], Mapping[str, str]]:
    """Return kinds and the weights of each word, worked out once for each state of the file.

    Each weight is a sign, which is so many steps of its kind and the weight: lists of pairs
    cost a start five times as much.
    """
    data = read_data("postlint.document", "bodies.toml")
    key = f"{zlib.crc32(data):08x}-{len(data)}-2"
    kinds, words, weights = remember("bodies", key, lambda: _work_out(data))
    of_words = dict(zip(words.split("\n"), weights.split("\n"), strict=True))
    return tuple(map(SectionKind, kinds)), of_words


# More than a weight comes to, and a line end is less.
_STEP = 256


class _Signs(dict[str, tuple[int, int]]):
    """The place of its kind and the weight by sign; each is taken apart once."""

    def __missing__(self, sign: str) -> tuple[int, int]:
        steps, weight = divmod(ord(sign), _STEP)
        self[sign] = steps - 1, weight
        return self[sign]


_READ = _Signs()


def _work_out(data: bytes) -> tuple[list[str], str, str]:
    import tomllib  # noqa: PLC0415  # rarely needed

    tables = tomllib.loads(data.decode("utf-8"))
    kinds = [str(kind.value) for kind in SectionKind if kind.value in tables]
    found: dict[str, str] = {}
    for steps, kind in enumerate(kinds, 1):
        for weight, words in tables[kind].items():
            for word in words.strip().split("\n"):
                found[word] = found.get(word, "") + chr(_STEP * steps + int(weight))
    return kinds, "\n".join(found), "\n".join(found.values())


def body_scores(statements: Sequence[str]) -> Mapping[SectionKind, float]:
    """Return how strongly the words of a section speak for each kind, those for none left out.

    What a hundred words say is worth ten times what one says, and not a hundred times.
    """
    return _scores(tuple(statements[: len(_COUNTS)]))


@lru_cache(maxsize=1024)  # reader and builder ask about the same sections
def _scores(statements: tuple[str, ...]) -> Mapping[SectionKind, float]:
    kinds, weights = _weights()
    scores = [0] * len(kinds)
    known = 0
    for word, times in _counted(statements, _telling).items():
        of = weights.get(word)
        if of:
            known += times
            for sign in of:
                place, weight = _READ[sign]
                scores[place] += weight * times
    root = sqrt((known + _FEW) * _COUNTS[0])
    return {kind: score / root for kind, score in zip(kinds, scores, strict=True) if score}

"""The signs of demands: words without one of which no line of `demands.toml` can match.

`pytest tests/test_demand_signs.py --update-corpus` works them out of the lines and writes
them into `demand_signs.toml`; a line that was changed and its signs not is seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from re import _constants as kinds, _parser as parser
from typing import Any, TypeAlias

import pytest

from postlint.cache import read_toml
from postlint.rules import demands
from postlint.text.tables import lines

SIGNS = Path(demands.__file__).with_name("demand_signs.toml")
SIDES = ("before", "behind", "around")
# These stand in many texts, the first in most: another word of a line is the better sign.
COMMON = """
and the of to a in with or for is are be as s on an that will other employees work this by from who
at you their not any under our position we may all if apply must employee your required have such
has can should but do when they use no need needs job post what
""".split()
PRICES = {word: 3000 // (5 + rank) for rank, word in enumerate(COMMON)}
# A part of a line that says more than so many things is passed over for its other parts.
MOST = 3000
# What may be anything in what a line may say, and where no word goes on.
ANYTHING, EDGE = "\uffff", "\x01"
WORD = re.compile(r"[a-z]+")
REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
AHEAD = (kinds.ASSERT, kinds.ASSERT_NOT)

Node: TypeAlias = tuple[Any, Any]


class TooManyError(Exception):
    """A part of a line says too many things to be listed."""


def is_bare(node: Node) -> bool:
    """Say whether what matches is surely no letter, or the edge of a word or a text."""
    kind, value = node
    if kind is kinds.LITERAL:
        return not "a" <= chr(value) <= "z"
    if kind is kinds.IN:
        found = characters(value)
        return found is not None and not any(WORD.match(one) for one in found)
    if kind in REPEATS:
        fewest, _, inner = value
        return fewest > 0 and len(inner) == 1 and inner[0][0] is not kinds.AT and is_bare(inner[0])
    if kind is kinds.ASSERT_NOT:  # (?<!\w)
        direction, inner = value
        return direction < 0 and list(inner) == [
            (kinds.IN, [(kinds.CATEGORY, kinds.CATEGORY_WORD)])
        ]
    return kind is kinds.AT


def characters(members: Iterable[Node]) -> set[str] | None:
    """Return the characters of a class; none of one that lets any letter in."""
    found: set[str] = set()
    for kind, value in members:
        if kind is kinds.LITERAL:
            found.add(chr(value))
        elif (kind, value) == (kinds.CATEGORY, kinds.CATEGORY_SPACE):
            found.add(" ")
        else:
            return None
    return found


def is_edged(nodes: Iterable[Node], side: int, *, beyond: bool = False) -> bool:
    """Say whether nodes surely end (-1) or begin (0) with no letter; `beyond` where empty."""
    for node in nodes if side == 0 else reversed(list(nodes)):
        kind, value = node
        if is_bare(node):
            return True
        inner: list[Any] = []
        if kind is kinds.SUBPATTERN:
            inner = [value[3]]
        elif kind is kinds.BRANCH:
            inner = value[1]
        elif kind in REPEATS:
            inner = [value[2]]
        edged = bool(inner) and all(is_edged(each, side) for each in inner)
        optional = kind in REPEATS and value[0] == 0
        if edged and not optional:
            return True
        if not (edged or kind in AHEAD):
            return False
    return beyond


def spoken_by(nodes: Iterable[Node]) -> set[str]:
    """Return what some nodes may say, with signs for what may be anything."""
    spoken = {""}
    for node in nodes:
        more = spoken_by_one(*node)
        if len(spoken) * len(more) > MOST:
            raise TooManyError
        spoken = {before + after for before in spoken for after in more}
    return spoken


def spoken_by_one(kind: Any, value: Any) -> set[str]:
    if kind is kinds.LITERAL:
        return {chr(value)}
    if kind is kinds.AT:
        return {EDGE}
    if kind is kinds.IN:
        return characters(value) or {ANYTHING}
    if kind is kinds.SUBPATTERN:
        return spoken_by(value[3])
    if kind is kinds.BRANCH:
        return set().union(*map(spoken_by, value[1]))
    if kind in REPEATS:
        return spoken_by_repeat(*value)
    if kind in AHEAD:
        return {EDGE if is_bare((kind, value)) else ""}
    return {ANYTHING}


def spoken_by_repeat(fewest: int, most: int, inner: Sequence[Node]) -> set[str]:
    optional = set() if fewest else {""}
    if len(inner) == 1 and inner[0][0] is not kinds.AT and is_bare(inner[0]):
        return {" ", *optional}
    if most == 1:
        return spoken_by(inner) | optional
    begins, ends = (" " if is_edged(inner, side) else "" for side in (0, -1))
    return {begins + ANYTHING + ends, *optional}


def price(word: str) -> int:
    return 1 + PRICES.get(word, 0)


def whole_words(spoken: str, *, left: bool, right: bool) -> set[str]:
    """Return the words of what a line may say that surely do not go on beyond it."""
    bounded = f"{EDGE if left else ANYTHING}{spoken}{EDGE if right else ANYTHING}"
    return {
        found[0]
        for found in WORD.finditer(bounded)
        if ANYTHING not in (bounded[found.start() - 1], bounded[found.end()])
    }


def best_signs(nodes: Iterable[Node], *, left: bool, right: bool) -> frozenset[str] | None:
    """Return the rarest words without one of which nodes do not match, or none if none is sure."""
    found = possible_signs(list(nodes), left=left, right=right)
    return min(found, key=lambda signs: (sum(map(price, signs)), sorted(signs)), default=None)


def possible_signs(nodes: Sequence[Node], *, left: bool, right: bool) -> Iterator[frozenset[str]]:
    """Yield sets of words, one of which stands wherever some nodes match."""
    begin = 0
    for place, node in enumerate((*nodes, None)):
        if node is not None and not is_bare(node):
            continue
        part, begin = nodes[begin:place], place + 1
        yield from signs_of_part(part, left=left, right=node is not None or right)
        left = True


def signs_of_part(part: Sequence[Node], *, left: bool, right: bool) -> Iterator[frozenset[str]]:
    try:
        each = [whole_words(spoken, left=left, right=right) for spoken in spoken_by(part)]
    except TooManyError:
        each = []
    if each and all(each):
        signs: set[str] = set()
        for words in sorted(each, key=lambda words: (len(words), sorted(words))):
            if not signs & words:
                signs.add(min(words, key=lambda word: (price(word), word)))
        yield frozenset(signs)
    for place, (kind, value) in enumerate(part):
        edges = {
            "left": is_edged(part[:place], -1, beyond=left),
            "right": is_edged(part[place + 1 :], 0, beyond=right),
        }
        if kind is kinds.SUBPATTERN:
            yield from possible_signs(value[3], **edges)
        elif kind is kinds.BRANCH:
            ways = [best_signs(way, **edges) for way in value[1]]
            if None not in ways:
                yield frozenset().union(*(way for way in ways if way))


def signs_of(way: str, side: str) -> frozenset[str]:
    """Return the signs of a way on a side: of all its lines, or of none where one has none."""
    written = lines(read_toml("postlint.rules", "demands.toml")[way].get(side, ""))
    each = [
        best_signs(
            parser.parse(demands._filled(line)), left=side != "around", right=side == "before"
        )
        for line in written
    ]
    return frozenset() if None in each else frozenset().union(*(one for one in each if one))


def made() -> str:
    """Return the table as it is written."""
    blocks = [
        "# Words without one of which nobody does what `demands.toml` says; made of its lines by",
        "# pytest tests/test_demand_signs.py --update-corpus",
    ]
    for way in (*demands.WAYS, "lacked"):
        signs = {side: signs_of(way, side) for side in SIDES}
        if any(signs.values()):
            blocks.append(f"\n[{way}]")
        blocks += [f'{side} = "{" ".join(sorted(signs[side]))}"' for side in SIDES if signs[side]]
    return "\n".join(blocks) + "\n"


def test_the_signs_are_those_of_the_lines(pytestconfig: pytest.Config) -> None:
    """No line matches where none of its signs stands: what is passed over had spoken nothing."""
    if pytestconfig.getoption("--update-corpus"):
        SIGNS.write_text(made(), encoding="utf-8")
    assert SIGNS.read_text(encoding="utf-8") == made(), __doc__


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        (r"(?:no|without)\s+(?:\w+\s+)?", {"no", "without"}),
        (r"not?\s+(?:hir(?:e|es|ing)|take)\s+", {"hire", "hires", "hiring", "take"}),
        (r"\w*(?:not|n['’]t)\s+", None),  # of "don't", which is not parted before it
        (r"[\w'’-]+ly\s+", None),
        (r"[\s,]+(?:\w+\s+){0,2}?(?:welcome|invited)\b", {"welcome", "invited"}),
        (r"\w[\s,]*only\b", None),  # "commonly"
        (r"\w[\s,]*\bonly\b", {"only"}),
        (r"only", None),  # "onlyness"
    ],
)
def test_signs_are_whole_words(line: str, signs: set[str] | None) -> None:
    """A word that may go on is no sign, as it is looked for among whole words."""
    assert best_signs(parser.parse(line), left=True, right=False) == signs

"""A posting rewritten, and which facts it says otherwise afterwards.

What is rewritten is read again before anybody keeps it. A statement that is
quoted may be cut at another place and be formatted otherwise; every other value
must be the same, its words without their punctuation.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from postlint.document.posting import Posting
from postlint.document.vocabulary import plain_words
from postlint.engine.values import plain
from postlint.facts.base import Fact
from postlint.linter import Linter
from postlint.readers.sniff import MARKUP
from postlint.syntax.write import to_markup

__all__ = ["Changed", "Converted", "changed_facts", "converted"]

# Facts and parts of facts that quote a stretch of the posting.
_QUOTES = frozenset(
    {
        "accommodation", "closing", "degree_equivalency", "equity_commitment", "essential_legend",
        "nondiscrimination", "subject", "words",
    }
)  # fmt: skip
_PLACES = frozenset({"span", "spans"})
_LONGEST = 80
# So many letters tell a statement from any other of the same text.
_BEGINNING = 120


class Changed(NamedTuple):
    """A fact that is not what it was: its name, and its value before and after."""

    name: str
    before: Any
    after: Any

    def __str__(self) -> str:
        name = self.name.replace("_", " ")
        return f"{name}: {_shown(self.before)} would become {_shown(self.after)}"


class Converted(NamedTuple):
    """A posting as markup, and what that says otherwise than the posting."""

    text: str
    changed: tuple[Changed, ...]


def converted(linter: Linter, posting: Posting) -> Converted:
    """Return a posting as markup, read again with what the linter knows of the employer."""
    before = linter.facts_of(posting)

    def reread(text: str) -> Converted:
        read, *more = linter.read_all(text, kind=MARKUP)
        if more:
            return Converted(text, (Changed("postings", 1, 1 + len(more)),))
        return Converted(text, changed_facts(before, linter.facts_of(read)))

    plain_text = reread(to_markup(posting))
    title, (first, _, rest) = before["title"].value, plain_text.text.partition("\n")
    if title is None or first != title or not rest.startswith("\n"):
        return plain_text
    # A first line that is a title by its words alone is written as the heading that it is.
    headed = reread(f"# {plain_text.text}")
    return plain_text if headed.changed else headed


def changed_facts(
    before: Mapping[str, Fact[Any]], after: Mapping[str, Fact[Any]]
) -> tuple[Changed, ...]:
    """Return the facts whose value is another one, in the order of the catalogue."""
    found: list[Changed] = []
    for name, fact in before.items():
        one, other = plain(fact.value), plain(after[name].value)
        if not _alike(one, other, name):
            found.append(Changed(name, *_parted(one, other, name)))
    return tuple(found)


def _alike(one: Any, other: Any, name: str) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        a, b = plain_words(one), plain_words(other)
        if name in _QUOTES:
            # What a page says of itself may stand in the middle of what is quoted, and is left out.
            return a in b or b in a or a[:_BEGINNING] == b[:_BEGINNING]
        return a == b
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            _alike(one[key], other[key], key) for key in one.keys() - _PLACES
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            _alike(a, b, name) for a, b in zip(one, other, strict=True)
        )
    return bool(one == other)


def _parted(one: Any, other: Any, name: str) -> tuple[Any, Any]:
    """Return of two lists what only one of them has."""
    if not isinstance(one, list) or not isinstance(other, list):
        return one, other
    lost = [part for part in one if not any(_alike(part, each, name) for each in other)]
    gained = [part for part in other if not any(_alike(part, each, name) for each in one)]
    return (lost, gained) if lost or gained else (one, other)


def _shown(value: Any) -> str:
    """Return a value for a sentence: its words, without what it leaves open."""
    if isinstance(value, dict):
        parts = [_shown(part) for key, part in value.items() if part and key not in _PLACES]
        return " ".join(parts)
    if isinstance(value, list):
        return ", ".join(_shown(part) for part in value) or "nothing"
    if value is None:
        return "nothing"
    if isinstance(value, float):
        return f"{value:g}"
    words = " ".join(str(value).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} ..."

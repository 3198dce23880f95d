"""The phrases and tables of facts: TOML files beside the modules that use them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial

from postlint.lexicon import PhraseTable
from postlint.text import tables

_PACKAGE = "postlint.facts"
table = partial(tables.table, _PACKAGE)
line_set = partial(tables.line_set, _PACKAGE)
vocabulary = partial(tables.vocabulary, _PACKAGE)


@cache
def word_sets(name: str) -> Mapping[str, frozenset[str]]:
    """Return the `[words]` of a table as sets; cached by the name alone, as facts ask often."""
    return tables.word_sets(_PACKAGE, name)


def phrases(name: str) -> dict[str, Iterable[str]]:
    """Return the `[phrases]` of a table by key, each key behind the table's name and a dot."""
    return {f"{name}.{key}": PhraseTable(block) for key, block in table(name)["phrases"].items()}

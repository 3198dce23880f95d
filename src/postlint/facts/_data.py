"""The phrases and tables of facts: TOML files beside the modules that use them.

Lists of phrases stand in the files as blocks of lines, because start-up pays
for reading them and a block costs a tenth of an array.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from postlint.cache import read_toml
from postlint.lexicon import PhraseTable


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the table of a fact's module, read once."""
    found: Mapping[str, Any] = read_toml("postlint.facts", f"{name}.toml")
    return found


@cache
def word_sets(name: str) -> Mapping[str, frozenset[str]]:
    """Return the `[words]` of a table as sets, by the name of each."""
    return {key: frozenset(block.split()) for key, block in table(name)["words"].items()}


@cache
def line_set(name: str, key: str) -> frozenset[str]:
    """Return the lines of a key of a table's `[lines]`, each as it is looked for whole."""
    block: str = table(name)["lines"][key]
    return frozenset(block.strip().split("\n"))


def alternatives(block: str) -> str:
    """Return words of a table, parted by semicolons, as a pattern; a star stands for any ending.

    A start makes some hundred of them, so each is made of the block as a whole.
    """
    words = " ".join(block.split()).rstrip(";")
    return words.replace(".", r"\.").replace("*", r"\w*").replace("; ", "|")


def vocabulary(name: str, key: str) -> str:
    """Return the words of a key of a table's `[vocabulary]`, as a pattern."""
    return alternatives(table(name)["vocabulary"][key])


def phrases(name: str) -> dict[str, Iterable[str]]:
    """Return the `[phrases]` of a table by key, each key behind the table's name and a dot."""
    return {f"{name}.{key}": PhraseTable(block) for key, block in table(name)["phrases"].items()}

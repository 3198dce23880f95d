"""The tables of a pack: TOML files beside the rules that read them.

Lists of phrases stand in the files as blocks of lines, one phrase a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from postlint.cache import read_tables, read_toml
from postlint.lexicon import PhraseTable


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return a table of a package, such as `NAME.toml` of `__package__`; it is read once."""
    found: Mapping[str, Any] = read_toml(package, f"{name}.toml")
    return found


def phrases(package: str, rule: str) -> dict[str, Iterable[str]]:
    """Return the phrases of a rule, `[<rule>.phrases]` of a table there, keyed `<rule>.<key>`."""
    wanted = _phrases_of(package).get(rule, {})
    return {f"{rule}.{key}": PhraseTable(block) for key, block in wanted.items()}


@cache
def _phrases_of(package: str) -> Mapping[str, Mapping[str, str]]:
    """Return the phrases of all rules of a package, whichever of its TOML files has them."""
    return {
        rule: own["phrases"]
        for found in read_tables(package).values()
        for rule, own in found.items()
        if isinstance(own, dict) and "phrases" in own
    }

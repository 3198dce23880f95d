"""Words in tables: TOML files that lie in a package, beside the modules that use them.

Lists stand in the files as blocks, because start-up pays for reading them and
a block costs a tenth of an array.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from postlint.cache import read_toml


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return a table of a package, such as `NAME.toml` of `__package__`; it is read once."""
    found: Mapping[str, Any] = read_toml(package, f"{name}.toml")
    return found


@cache
def word_sets(package: str, name: str, part: str = "words") -> Mapping[str, frozenset[str]]:
    """Return the words of a part of a table as sets, by the name of each."""
    return {key: frozenset(block.split()) for key, block in table(package, name)[part].items()}


@cache
def line_set(package: str, name: str, key: str, part: str = "lines") -> frozenset[str]:
    """Return the lines of a key of a part of a table, each as it is looked for whole."""
    return frozenset(lines(table(package, name)[part][key]))


def lines(block: str) -> tuple[str, ...]:
    """Return the lines of a block, stripped; blank ones do not count."""
    return tuple(line for line in map(str.strip, block.splitlines()) if line)


class PhraseTable:
    """The phrases of a text, one a line, each `until` a sign; taken apart when somebody reads it.

    Every start of the program passes all phrases by, and few starts read them:
    what comes of them is cached between runs.
    """

    __slots__ = ("text", "until")

    def __init__(self, text: str, *, until: str = "") -> None:
        self.text = text
        self.until = until

    def __iter__(self) -> Iterator[str]:
        if not self.until:
            return iter(lines(self.text))
        return (line.partition(self.until)[0].rstrip() for line in lines(self.text))


def alternatives(block: str) -> str:
    """Return words of a table, parted by semicolons, as a pattern; a star stands for any ending.

    A start makes some hundred of them, so each is made of the block as a whole.
    """
    words = " ".join(block.split()).rstrip(";")
    return words.replace(".", r"\.").replace("*", r"\w*").replace("; ", "|")


def vocabulary(package: str, name: str, key: str) -> str:
    """Return the words of a key of a table's `[vocabulary]`, as a pattern."""
    return alternatives(table(package, name)["vocabulary"][key])

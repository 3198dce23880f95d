"""Phrases as they stand in a table: one text of lines, taken apart when somebody reads it.

Every start of the program passes all phrases by, and few starts read them: what
comes of them is cached between runs.
"""

from __future__ import annotations

from collections.abc import Iterator


class PhraseTable:
    """The phrases of a text, one a line, each `until` a sign; blank lines do not count."""

    __slots__ = ("text", "until")

    def __init__(self, text: str, *, until: str = "") -> None:
        self.text = text
        self.until = until

    def __iter__(self) -> Iterator[str]:
        if not self.until:
            return iter(lines(self.text))
        return (line.partition(self.until)[0].rstrip() for line in lines(self.text))

    def __repr__(self) -> str:
        return f"Block({self.text!r})"


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a table's text, stripped; blank ones do not count."""
    return tuple(line for line in map(str.strip, text.splitlines()) if line)

"""Phrases as they stand in a table: one text of lines, taken apart when somebody reads it.

Every start of the program passes all phrases by, and few starts read them: what
comes of them is kept between runs.
"""

from __future__ import annotations

from collections.abc import Iterator


class Block:
    """The phrases of a text, one a line; blank lines do not count."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    def __iter__(self) -> Iterator[str]:
        return (line for line in map(str.strip, self.text.splitlines()) if line)

    def __repr__(self) -> str:
        return f"Block({self.text!r})"

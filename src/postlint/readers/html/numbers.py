"""The numbers of items, which a page shows and does not say."""

from __future__ import annotations

from postlint.readers.html.tokens import Token, attributes


class Numbers:
    """What the next item of each open list is called, 0 where they have no numbers."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.open: list[int] = []

    def begin(self, token: Token) -> None:
        """Take in a list as open."""
        self.open.append(self._first(token) if token.name == "ol" else 0)

    def _first(self, token: Token) -> int:
        """Return the number an ordered list begins with, 0 where its signs are no numbers."""
        if token.attributes[1] - token.attributes[0] < 5:
            return 1
        found = attributes(self.source, token)
        if found.get("type", "1") != "1" or "reversed" in found:
            return 0
        start = found.get("start") or "1"
        return int(start) if start.isdecimal() and len(start) < 4 else 0

    def item(self, token: Token) -> str:
        """Return the number of an item with its stop, which a page shows and does not say."""
        if not self.open or not self.open[-1]:
            return ""
        if token.attributes[1] - token.attributes[0] > 5:
            value = attributes(self.source, token).get("value") or ""
            if value.isdecimal() and len(value) < 4:
                self.open[-1] = int(value)
        number = self.open[-1]
        self.open[-1] = number + 1 if number < 999 else 0
        return f"{number}. "

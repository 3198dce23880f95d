"""The numbers of items, which a page shows and does not say."""

from __future__ import annotations

from postlint.readers.html.tokens import Token, attributes
from postlint.text.patterns import pattern

# What a list's `type` is, by what style sheets call the same.
_STYLED = {
    "decimal": "1",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-roman": "I",
    "lower-roman": "i",
}
_BULLETS = frozenset({"none", "disc", "circle", "square"})
_STYLE = pattern(r"(?i)list-style(?:-type)?[ \t]*:([^;]*)")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
# Further than these the markup knows no letters and no Roman numbers.
_LAST = {"1": 999, "A": 26, "a": 26, "I": 27, "i": 27}


def sign(kind: str, number: int) -> str:
    """Return how an item is numbered, in the form the markup reads; nothing where it has none."""
    if kind == "1" and number <= _LAST[kind]:
        return f"{number}. "
    if not 0 < number <= _LAST.get(kind, 0):
        return ""
    if kind in "Aa":
        shown = "abcdefghijklmnopqrstuvwxyz"[number - 1]
    else:
        shown = ""
        for letters, worth in _ROMAN:
            shown += letters * (number // worth)
            number %= worth
    # With a stop these are initials, as in "A. Smith".
    return f"{shown.upper() if kind.isupper() else shown}) "


class Numbers:
    """What kind each open list is of, and the next number of it; no kind has no numbers."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.open: list[tuple[str, int]] = []

    def begin(self, token: Token) -> None:
        """Take in a list as open."""
        self.open.append(self._first(token) if token.name == "ol" else ("", 0))

    def _first(self, token: Token) -> tuple[str, int]:
        """Return the kind of a list, none where its signs are no numbers, and its first."""
        if token.attributes[1] - token.attributes[0] < 5:
            return "1", 1
        found = attributes(self.source, token)
        kind = found.get("type") or "1"
        styled = _STYLE.search(found.get("style") or "")
        for word in styled[1].lower().split() if styled else ():
            kind = "" if word in _BULLETS else _STYLED.get(word, kind)
        if kind not in _LAST or "reversed" in found:
            return "", 0
        start = found.get("start") or "1"
        return (kind, int(start)) if start.isdecimal() and len(start) < 4 else ("", 0)

    def item(self, token: Token) -> str:
        """Return the number of an item with its stop, which a page shows and does not say."""
        if not self.open or not self.open[-1][0]:
            return ""
        kind, number = self.open[-1]
        if token.attributes[1] - token.attributes[0] > 5:
            value = attributes(self.source, token).get("value") or ""
            if value.isdecimal() and len(value) < 4:
                number = int(value)
        self.open[-1] = kind, number + 1
        return sign(kind, number)

"""How text looks on a screen: harmless characters, and how many cells each takes.

A posting is somebody else's text. Nothing in it may move the cursor, change
colors or turn the direction of writing in the terminal of the person who
checks it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# What a terminal would act on, or what cannot be seen.
_ODD = pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
# Zero-width characters that turn nothing: leaving them out changes nothing seen.
_UNSEEN = frozenset("\xad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff")
_BLANKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
# What to write for common characters on a screen that has only ASCII.
_ASCII = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "´": "'", "–": "-", "—": "-", "−": "-",
    "…": "...", "•": "*", "·": "*", "●": "*", "▪": "*", "\xa0": " ", "\u2009": " ", "\u202f": " ",
    "→": "->", "×": "x", "§": "S", "│": "|", "━": "^", "⋮": ":", "✓": "+", "✗": "x",
}  # fmt: skip


def harmless(text: str) -> str:
    """Return a text with all that a terminal would act on made visible or left out."""
    return text if text.isascii() and text.isprintable() else _ODD.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _BLANKS:
        return " "
    if char in _UNSEEN or 0xE0000 <= code <= 0xE0FFF:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return f"<U+{code:04X}>"


@cache
def _has_all(encoding: str) -> bool:
    """Say whether an encoding has every character."""
    return encoding.lower().replace("-", "").startswith("utf")


class Screen(NamedTuple):
    """What is written to: how wide it is and which characters it has."""

    width: int = 100
    encoding: str = "utf-8"

    def plain(self, text: str) -> str:
        """Return a text as this screen can show it, harmless."""
        text = harmless(text)
        if text.isascii() or _has_all(self.encoding):
            return text
        return "".join([self._spell(char) for char in text])

    def _spell(self, char: str) -> str:
        if char.isascii() or self._has(char):
            return char
        return _ASCII.get(char) or char.encode("ascii", "backslashreplace").decode("ascii")

    def _has(self, char: str) -> bool:
        try:
            char.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def cells(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield each character as it is shown, with the cells it takes.

        There is one pair for one character of the text, so that a place in
        the text stays a place on the screen.
        """
        joined = False
        before = 0
        for char in text:
            if char.isascii() and char.isprintable():
                yield char, 1
                joined, before = False, 1
                continue
            shown = self.plain(char)
            if len(shown) != 1 or shown != char:
                yield shown, width(shown)
                joined, before = False, 0
                continue
            if char == _EMOJI_STYLE and before == 1:
                size = 1  # an emoji drawn from a sign that is narrow by itself
            elif (joined and before == 2) or (before == 2 and "\U0001f3fb" <= char <= "\U0001f3ff"):
                size = 0  # part of the emoji before it
            else:
                size = _cells(char)
            yield char, size
            joined = char == _JOINER
            before = max(before, size) if joined or size == 0 else size
            if char == _EMOJI_STYLE:
                before = 2


def width(text: str) -> int:
    """Return the cells of a text that is harmless already."""
    return len(text) if text.isascii() else sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrap(text: str, room: int) -> list[str]:
    """Break a harmless text between words into lines of at most so many cells.

    A word longer than a line is broken where the line ends.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        size = width(word)
        if line and used + 1 + size > room:
            lines.append(line)
            line, used = "", 0
        while size > room:
            cut = _fitting(word, room)
            lines.append(word[:cut])
            word = word[cut:]  # noqa: PLW2901  # the rest of a word too long for a line
            size = width(word)
        if word:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    if line or not lines:
        lines.append(line)
    return lines


def _fitting(word: str, room: int) -> int:
    """Return how many characters of a word fit, one at least."""
    used = 0
    for index, char in enumerate(word):
        used += _cells(char)
        if used > room and index:
            return index
    return len(word)

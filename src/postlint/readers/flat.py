"""A flat text in the making: words taken out of a source, and where each stood."""

from __future__ import annotations

from postlint.source import Origin


class Flat:
    """Collects the words of a source in the order they are read.

    `size` is the length of what was collected so far, the flat offset of the
    next character.
    """

    __slots__ = ("_ends", "_flat", "_parts", "_starts", "size", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.size = 0
        self._parts: list[str] = []
        self._flat: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []

    def keep(self, start: int, end: int) -> None:
        """Add a stretch of the source as it stands."""
        length = end - start
        if length <= 0:
            return
        ends = self._ends
        # A copy right behind a copy goes on with it.
        if ends and ends[-1] == start and ends[-1] - self._starts[-1] == self.size - self._flat[-1]:
            ends[-1] = end
        else:
            self._flat.append(self.size)
            self._starts.append(start)
            ends.append(end)
        self._parts.append(self.source[start:end])
        self.size += length

    def insert(self, text: str) -> None:
        """Add text the source has no characters for; it stands where the last words end."""
        at = self._ends[-1] if self._ends else 0
        self.put(text, at, at)

    def put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for a stretch of the source as a whole."""
        if not text:
            return
        if len(text) == end - start and len(text) > 1:
            # As long as its place by chance: a copy it is not, and one character off
            # is the most this can be wrong by. Two stretches keep the edges right.
            self.put(text[:1], start, start)
            self.put(text[1:], start, end)
            return
        self._flat.append(self.size)
        self._starts.append(start)
        self._ends.append(end)
        self._parts.append(text)
        self.size += len(text)

    def peek(self, start: int, most: int = 200) -> str:
        """Return the last characters, from `start` on; looks at the newest pieces only."""
        pieces: list[str] = []
        left = self.size - start
        for part in reversed(self._parts):
            if left <= 0:
                break
            pieces.append(part)
            left -= len(part)
        text = "".join(reversed(pieces))
        return text[-left if left < 0 else 0 :][:most]

    def text(self) -> str:
        """Return the flat text so far."""
        text = "".join(self._parts)
        self._parts = [text]
        return text

    def origin(self) -> Origin:
        """Return where its characters stand."""
        return Origin(
            self.source, tuple(self._flat), tuple(self._starts), tuple(self._ends), self.size
        )

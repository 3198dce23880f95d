"""A flat text in the making: words taken out of a source, and where each stood."""

from __future__ import annotations

from postlint.text.source import Origin, Span

# How much of what was written last is looked at.
_MOST_SEEN = 200


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

    def copy(self, start: int, end: int) -> None:
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
        self.replace(text, at, at)

    def replace(self, text: str, start: int, end: int) -> None:
        """Add text that stands for a stretch of the source as a whole."""
        if not text:
            return
        if len(text) == end - start and len(text) > 1:
            # As long as its place by chance: a copy it is not, and one character off
            # is the most this can be wrong by. Two stretches keep the edges right.
            self.replace(text[:1], start, start)
            self.replace(text[1:], start, end)
            return
        self._flat.append(self.size)
        self._starts.append(start)
        self._ends.append(end)
        self._parts.append(text)
        self.size += len(text)

    def mark(self) -> tuple[int, int, int]:
        """Return a mark to go back to; a copy right behind it would not be undone."""
        return self.size, len(self._parts), len(self._flat)

    def reset(self, mark: tuple[int, int, int]) -> None:
        """Take back what was put since a mark."""
        self.size = mark[0]
        del self._parts[mark[1] :]
        del self._flat[mark[2] :], self._starts[mark[2] :], self._ends[mark[2] :]

    def join(self, other: Flat) -> None:
        """Add all of another flat text of the same source."""
        self._parts.append(other.text())
        self._flat.extend(self.size + begin for begin in other._flat)
        self._starts.extend(other._starts)
        self._ends.extend(other._ends)
        self.size += other.size

    def graft(self, inner: Flat, through: Origin) -> None:
        """Add all of another flat text, whose source is a flat text itself.

        `through` says where that source stands in this one's.
        """
        self.lay(inner.text(), inner.origin(), through)

    def lay(self, text: str, origin: Origin, through: Origin) -> None:
        """Add a flat text, given where it stands in a text and where that one stands here."""
        for index, begin in enumerate(origin.flat):
            after = origin.flat[index + 1] if index + 1 < len(origin.flat) else origin.size
            start, end = origin.starts[index], origin.ends[index]
            if after - begin != end - start:
                self.replace(text[begin:after], *through.span(Span(start, end)))
                continue
            for low, high in through.stretches(start, end):
                place = through.span(Span(low, high))
                if place.end - place.start == high - low:
                    self.copy(place.start, place.end)
                else:
                    self.replace(text[begin + low - start : begin + high - start], *place)

    def peek(self, start: int) -> str:
        """Return the last characters, from `start` on; looks at the newest pieces only."""
        pieces: list[str] = []
        left = self.size - start
        for part in reversed(self._parts):
            if left <= 0:
                break
            pieces.append(part)
            left -= len(part)
        text = "".join(reversed(pieces))
        return text[-left if left < 0 else 0 :][:_MOST_SEEN]

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


def through(text: str, origin: Origin, outer: Origin) -> Origin:
    """Return where a flat text stands, given where the text it was taken from stands."""
    flat = Flat(outer.text)
    flat.lay(text, origin, outer)
    return flat.origin()

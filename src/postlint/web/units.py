"""Places as an editor in a browser counts them: UTF-16 units, and one for every newline."""

from __future__ import annotations

from postlint.text.source import NEWLINE, Span


class Units:
    r"""The offsets of a text in UTF-16 units, with `\r\n` and `\r` counted as one.

    Browsers' editors keep a text so, whatever newlines it came with.
    """

    def __init__(self, text: str) -> None:
        self.text = NEWLINE.sub("\n", text)
        self._at: list[int] | None = None
        if "\r" in text or (not text.isascii() and max(text) > "\uffff"):
            self._at = _offsets(text)

    def pair(self, span: Span) -> tuple[int, int]:
        """Return where a span begins and ends."""
        if self._at is None:
            return span.start, span.end
        return self._at[span.start], self._at[span.end]


def _offsets(text: str) -> list[int]:
    at, found, before = 0, [0], ""
    for char in text:
        # The second half of a newline is no sign of its own.
        at += 0 if before == "\r" and char == "\n" else 2 if char > "\uffff" else 1
        found.append(at)
        before = char
    return found

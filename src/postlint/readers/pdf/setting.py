"""How the lines of a document are set, and which stand out."""

from __future__ import annotations

from collections import Counter

from postlint.document.titles import goes_before
from postlint.readers.pdf.line import PdfLine

_BOLD = 600
_LONGEST = 110
# Lines further apart than this many usual distances are two paragraphs.
_APART = 1.35
# Where no paragraph has two lines, what is a little further apart is so on purpose.
_OPEN, _APART_IN_OPEN = 1.45, 1.12
# The lines of one title are no further apart than so many times their size.
_TIGHT = 1.6
_OPEN_ENDS = frozenset({"of", "and", "for", "the", "&", "to", "in", "-", "–", "/"})


class BodyType:
    """The body's size, weight and leading: what most of the text is set in."""

    def __init__(self, lines: list[PdfLine]) -> None:
        sizes: Counter[float] = Counter()
        bold = total = 0
        leadings: Counter[float] = Counter()
        for index, line in enumerate(lines):
            length = len(line.text)
            sizes[line.size] += length
            total += length
            bold += length if line.weight >= _BOLD else 0
            if index and lines[index - 1].page == line.page:
                distance = round(lines[index - 1].bottom - line.bottom)
                if 4 < distance < 60:
                    leadings[distance] += 1
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        # Where most of the text is bold, bold says nothing.
        self.bold_says = bold * 2 < total
        # The smallest distance that is common: that between lines of one paragraph.
        common = [gap for gap, count in leadings.items() if count * 8 >= sum(leadings.values())]
        # Paragraphs may be more than the lines in them: what is as close as lines are is one.
        close = [
            gap for gap, n in leadings.items() if n > 1 and 0.9 <= gap / (self.size or 1) < 1.4
        ]
        self.leading = min([*common, *close], default=0.0)

    def is_loud(self, line: PdfLine) -> bool:
        """Say whether a line is set larger or heavier than the body."""
        if line.heads or len(line.text) > _LONGEST:
            return line.heads
        larger = line.size > self.size * 1.12
        return larger or (self.bold_says and line.weight >= _BOLD and line.size >= self.size * 0.9)

    def is_apart(self, above: PdfLine, line: PdfLine) -> bool:
        """Say whether a line begins a paragraph, seen from the space above it."""
        if above.page != line.page or not self.leading:
            return False
        distance = above.bottom - line.bottom
        apart = _APART if self.leading < _OPEN * self.size else _APART_IN_OPEN
        return distance > self.leading * apart or distance < -self.leading

    def goes_on(self, above: PdfLine, line: PdfLine, width: float) -> bool:
        """Say whether a title goes on in the line below it: there was no room, or no end.

        `width` is where the widest line of the document ends.
        """
        if above.page != line.page or above.size != line.size or above.weight != line.weight:
            return False
        if above.size <= self.size * 1.12 or above.bottom - line.bottom > _TIGHT * above.size:
            return False
        words = above.text.split()
        if not words or words[-1][-1] in ".:;!?":
            return False
        first = line.text.split()[:1]
        # "and Facilities" opens nothing: it is small, and a title's words are not.
        if words[-1].lower() in _OPEN_ENDS or (first and first[0] in _OPEN_ENDS):
            return True
        if goes_before(above.text, line.text):
            return True
        mean = (above.right - above.left) / max(1, len(above.text))
        # As wide as the text, or the next word would have been too wide.
        return bool(first) and above.right + mean * (len(first[0]) + 1) > width

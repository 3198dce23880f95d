"""How the lines of a document are set, and which stand out."""

from __future__ import annotations

from collections import Counter

from postlint.readers.pdf.lines import PdfLine

_BOLD = 600
_LONGEST = 110
# Lines further apart than this many usual distances are two paragraphs.
_APART = 1.35


class Setting:
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
        self.leading = min(common) if common else 0.0

    def is_loud(self, line: PdfLine) -> bool:
        """Say whether a line is set larger or heavier than the body."""
        if len(line.text) > _LONGEST:
            return False
        larger = line.size > self.size * 1.12
        return larger or (self.bold_says and line.weight >= _BOLD and line.size >= self.size * 0.9)

    def is_apart(self, above: PdfLine, line: PdfLine) -> bool:
        """Say whether a line begins a paragraph, seen from the space above it."""
        if above.page != line.page or not self.leading:
            return False
        distance = above.bottom - line.bottom
        return distance > self.leading * _APART or distance < -self.leading

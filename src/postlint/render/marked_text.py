"""A posting's text as HTML rows, with the words of findings marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from attrs import frozen

from postlint.render.cells import harmless
from postlint.render.shown_lines import Looks
from postlint.text.diagnostics import Severity
from postlint.text.patterns import pattern
from postlint.text.source import SourceText, Span

_CLOSING = pattern(r"^([:.]?)(?:\*\*|__)")


@frozen
class MarkedLine:
    """A line of the text as HTML, and the numbers of the findings that begin on it."""

    html: str
    begun: tuple[int, ...]


@frozen
class Mark:
    """A finding's number, its words, and its severity."""

    number: int
    span: Span
    severity: Severity


class MarkedText:
    """The rows of one posting.

    Marks may overlap and run over lines. The first piece of each carries the
    anchor `m{posting}-{number}` and links to the finding `d{posting}-{number}`.
    """

    def __init__(
        self,
        source: SourceText,
        marks: Sequence[Mark],
        posting: int,
        looks: Looks | None = None,
    ) -> None:
        self.source = source
        self._looks = looks or Looks()
        self.posting = posting
        self._waiting = sorted(marks, key=lambda mark: mark.span, reverse=True)
        self._open: list[Mark] = []
        self._linked: set[int] = set()

    def rows(self) -> Iterator[MarkedLine]:
        """Yield a row for each line."""
        last = self.source.line_count
        for number in range(1, last + 1):
            line = self.source.line_span(number)
            begun: list[int] = []
            while self._waiting and self._waiting[-1].span.start <= line.end:
                self._open.append(self._waiting.pop())
                begun.append(self._open[-1].number)
            # What follows the last newline is no line, unless something points there.
            if number == last > 1 and line.start == line.end and not self._open:
                break
            look = self._looks.lines.get(number)
            shown = line
            if look is not None and line.start <= look.begin < line.end:
                shown = Span(look.begin, line.end)
            words = "".join(self._pieces(shown))
            self._open = [mark for mark in self._open if mark.span.end > line.end]
            kind = "row" if words.strip() else "row blank"
            kind += f" {look.kind}" if look is not None else ""
            # The lines of a Word or PDF file are ours: their numbers would lead nowhere.
            no = number if self.source.places is None else ""
            html = (
                f'<div class="{kind}"><span class="no" aria-hidden="true">{no}</span>'
                f'<span class="words">{words}</span></div>\n'
            )
            yield MarkedLine(html, tuple(sorted(begun)))

    def _pieces(self, line: Span) -> Iterator[str]:
        """Yield the line cut wherever a mark begins or ends."""
        cuts = {line.start, line.end}
        for mark in self._open:
            cuts.update(offset for offset in mark.span if line.start < offset < line.end)
        every = self._looks.bold
        first = bisect_right(every, line.start, key=_end)
        bold = every[first : bisect_left(every, (line.end,), first)]
        for span in bold:
            cuts.update(offset for offset in span if line.start < offset < line.end)
        coming = sorted(self._open, key=lambda mark: mark.span, reverse=True)
        inside: list[Mark] = []
        for start, end in pairwise(sorted(cuts)):
            inside = [mark for mark in inside if mark.span.end > start]
            while coming and coming[-1].span.start <= start:
                mark = coming.pop()
                if mark.span.end > start:
                    inside.append(mark)
                else:  # an empty span has no words: its number alone stands there
                    yield self._point(mark)
            text = self.source.text[start:end]
            if any(span.end == start for span in bold):
                text = _CLOSING.sub(r"\1", text)  # it is bold, and the sign for it is not shown
            words = escape(harmless(text), quote=True)
            if words and any(span.start <= start < span.end for span in bold):
                words = f"<b>{words}</b>"
            if inside:
                gravest = max(inside, key=lambda mark: mark.severity.rank).severity.value
                links = "".join([self._link(mark) for mark in inside])
                words = f'<mark class="{gravest}">{links}{words}</mark>'
            yield words
        yield from (self._point(mark) for mark in reversed(coming))

    def _point(self, mark: Mark) -> str:
        link = self._link(mark)
        return f'<mark class="{mark.severity.value}">{link}</mark>' if link else ""

    def _link(self, mark: Mark) -> str:
        if mark.number in self._linked:
            return ""
        self._linked.add(mark.number)
        place = f"{self.posting}-{mark.number}"
        label = f"finding {mark.number}"
        return f'<a id="m{place}" href="#d{place}" aria-label="{label}">{mark.number}</a>'


def _end(span: Span) -> int:
    return span.end

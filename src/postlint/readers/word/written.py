"""The paragraphs of a Word file written as HTML: headings, items and words in bold."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, field

from postlint.readers.word.stream import ElementStream
from postlint.readers.word.styles import Level, Numbering, StyleLook


class WordText(str):
    """Words among the tags, and which of the file's texts they are; -1 for none of them."""

    __slots__ = ("number",)

    number: int


class ParagraphStart(str):
    """Where a paragraph begins; it is empty."""

    __slots__ = ("number",)

    number: int


@define
class WordParagraph:
    """A paragraph that is being read: its words, and what stands in boxes beside it."""

    pieces: list[str] = field(factory=list)
    boxes: list[str] = field(factory=list)
    style: str = ""
    level: int | None = None
    list_: str | None = None
    joined: bool = False  # its end was deleted: the next one goes on with it
    bold: bool = False  # a tag is open
    number: int = 0


@define
class Stretch:
    """A stretch of paragraphs: the body, a cell, a box, a note."""

    pieces: list[str] = field(factory=list)
    lists: list[str] = field(factory=list)
    empty: bool = False  # the last paragraph had no words
    carried: WordParagraph | None = None


class Written(ElementStream):
    """Writes paragraphs into the part they stand in."""

    def __init__(
        self, styles: Mapping[str, StyleLook], numbering: Numbering, first: int = 0
    ) -> None:
        super().__init__(first)
        self.styles = styles
        self.numbering = numbering
        self._parts: list[Stretch] = [Stretch()]
        self._open: list[WordParagraph] = []
        self._runs: list[StyleLook] = []
        self._counts: dict[str, dict[int, int]] = {}
        self._titled = False  # a paragraph in the style of the file's title came

    def html(self) -> list[str]:
        """Return the pieces of the HTML that was read."""
        part = self._parts[0]
        self._ended(part)
        return part.pieces

    def _ended(self, part: Stretch) -> None:
        """Write what a part leaves open."""
        self._flush(part)
        self._close_lists(part, 0)

    def _flush(self, part: Stretch) -> None:
        if part.carried is not None:
            paragraph, part.carried = part.carried, None
            self._write(part, paragraph)

    def _write(self, part: Stretch, paragraph: WordParagraph) -> None:
        """Add a paragraph to the part it stands in: a heading, an item or a paragraph."""
        out = part.pieces
        look = self.styles.get(paragraph.style)
        has_text = any(isinstance(piece, WordText) for piece in paragraph.pieces)
        if not has_text and not paragraph.boxes:
            # One empty paragraph says as much as many.
            if not part.empty:
                self._close_lists(part, 0)
                out.append("<p></p>")
            part.empty = True
            return
        part.empty = False
        heading = self._heading(look)
        level, series = self.numbering.item(paragraph.list_, paragraph.level, paragraph.style, look)
        if has_text:
            mark = ParagraphStart()
            mark.number = paragraph.number
            if heading:
                self._close_lists(part, 0)
                out.extend((mark, f"<h{heading}>", *paragraph.pieces, f"</h{heading}>"))
            elif level is not None:
                self._open_item(part, level, self._number(series, level))
                out.extend((mark, *paragraph.pieces))
            else:
                self._close_lists(part, 0)
                out.extend((mark, "<p>", *paragraph.pieces, "</p>"))
        if paragraph.boxes:
            self._close_lists(part, 0)
            out.extend(paragraph.boxes)

    def _heading(self, look: StyleLook | None) -> int:
        """Return the level of a heading; below a file's title all stand one deeper."""
        if look is None or not look.heading:
            return 0
        if look.name == "title":
            self._titled = True
            return 1
        return min(6, look.heading + self._titled)

    def _number(self, series: str, level: Level) -> int:
        """Return what an item's number is, as Word counts; deeper levels begin anew below it."""
        counts = self._counts.setdefault(series, {})
        for deeper in [each for each in counts if each > level.depth]:
            del counts[deeper]
        number = counts[level.depth] = counts.get(level.depth, level.first - 1) + 1
        return number

    def _open_item(self, part: Stretch, level: Level, number: int) -> None:
        depth = min(level.depth, 8) + 1
        self._close_lists(part, depth)
        lists = part.lists
        if len(lists) == depth:
            if lists[-1] == level.tag:
                part.pieces.append(f'</li><li value="{number}">')
                return
            self._close_lists(part, depth - 1)
        while len(lists) < depth:
            lists.append(level.tag)
            value = f' value="{number}"' if len(lists) == depth else ""
            part.pieces.append(f"<{level.tag}><li{value}>")

    def _close_lists(self, part: Stretch, depth: int) -> None:
        while len(part.lists) > depth:
            part.pieces.append(f"</li></{part.lists.pop().split()[0]}>")

    def _add(self, words: str, number: int = -1) -> None:
        """Add words where the run that says them is shown."""
        if not self._open:
            return
        run = self._runs[-1] if self._runs else None
        if run is not None and (run.hidden or run.struck):
            return
        paragraph = self._open[-1]
        loud = run is not None and (run.bold or run.underlined or run.capitals)
        if loud != paragraph.bold:
            paragraph.pieces.append("<strong>" if loud else "</strong>")
            paragraph.bold = loud
        text = WordText(words)
        text.number = number
        paragraph.pieces.append(text)
        self._shown += len(words)

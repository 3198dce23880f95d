"""The body of a Word file as HTML, read once from the stream of its XML.

Only what is said is taken: the words of runs that are neither hidden, struck
through nor deleted, in paragraphs, items and cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from postlint.readers.word.forms import OFF, Forms
from postlint.readers.word.stream import identity_of, value_of
from postlint.readers.word.styles import Numbering, StyleLook
from postlint.readers.word.written import Stretch, WordParagraph

_RELATED = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
# Signs of the fonts that Word's lists and boxes are set in.
_SYMBOLS = {
    "F0FE": "☒",
    "F0FD": "☒",
    "F078": "☒",
    "F0A8": "☐",
    "F06F": "☐",
    "F0FC": "✓",
    "F052": "☑",
}


class Body(Forms):
    """Reads one part of a Word file: its HTML, texts of the file among it."""

    def __init__(
        self,
        styles: Mapping[str, StyleLook],
        numbering: Numbering,
        *,
        chunk: Callable[[str], str] | None = None,
        first: int = 0,
    ) -> None:
        super().__init__(styles, numbering, first)
        self.paragraphs = 0
        self.notes: list[tuple[str, str]] = []
        self.found_notes: dict[str, list[str]] = {}
        self._chunk = chunk
        self._in_format = ""  # pPr, rPr of a run, or rPr of a paragraph's end
        self._header = False
        self._cells: list[str] = []

    # ------------------------------------------------------------ paragraphs

    def _start_p(self, _: dict[str, str]) -> None:
        self.paragraphs += 1
        self._open.append(WordParagraph(number=self.paragraphs))

    def _end_p(self) -> None:
        paragraph = self._open.pop()
        if paragraph.bold:
            paragraph.pieces.append("</strong>")
            paragraph.bold = False
        part = self._parts[-1]
        before = part.carried
        if before is not None:
            before.pieces.extend(paragraph.pieces)
            before.boxes.extend(paragraph.boxes)
            before.joined = paragraph.joined
            paragraph, part.carried = before, None
        if paragraph.joined:
            part.carried = paragraph
            return
        self._write(part, paragraph)

    # ------------------------------------------------------------ formats

    def _start_pPr(self, _: dict[str, str]) -> None:  # noqa: N802  # Word's own name
        self._in_format = "p"

    def _end_pPr(self) -> None:  # noqa: N802
        self._in_format = ""

    def _start_rPr(self, _: dict[str, str]) -> None:  # noqa: N802
        self._in_format = "end" if self._in_format else "r"

    def _end_rPr(self) -> None:  # noqa: N802
        self._in_format = "p" if self._in_format == "end" else ""

    def _start_pStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._open and self._in_format == "p":
            self._open[-1].style = value_of(attributes)

    def _start_numId(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._open and self._in_format == "p":
            self._open[-1].list_ = value_of(attributes)

    def _start_ilvl(self, attributes: dict[str, str]) -> None:
        value = value_of(attributes)
        if self._open and self._in_format == "p" and value.isdecimal() and len(value) < 3:
            self._open[-1].level = int(value)

    def _mark(self, attributes: dict[str, str], name: str) -> None:
        if self._in_format == "r" and self._runs:
            setattr(self._runs[-1], name, value_of(attributes) not in OFF)

    def _start_b(self, attributes: dict[str, str]) -> None:
        self._mark(attributes, "bold")

    def _start_u(self, attributes: dict[str, str]) -> None:
        self._mark(attributes, "underlined")

    def _start_caps(self, attributes: dict[str, str]) -> None:
        self._mark(attributes, "capitals")

    _start_smallCaps = _start_caps  # noqa: N815

    def _start_vanish(self, attributes: dict[str, str]) -> None:
        self._mark(attributes, "hidden")

    def _start_strike(self, attributes: dict[str, str]) -> None:
        self._mark(attributes, "struck")

    _start_dstrike = _start_strike

    def _start_rStyle(self, attributes: dict[str, str]) -> None:  # noqa: N802
        look = self.styles.get(value_of(attributes))
        if look is not None and self._in_format == "r" and self._runs:
            run = self._runs[-1]
            run.bold = run.bold or look.name == "strong"
            run.hidden = run.hidden or look.hidden

    # The end of a paragraph may be deleted by itself: `del` in the format of its end.
    def _start_del(self, _: dict[str, str]) -> None:
        if self._in_format == "end" and self._open:
            self._open[-1].joined = True
        self._skipped = 1

    # ------------------------------------------------------------ words

    def _start_r(self, _: dict[str, str]) -> None:
        self._runs.append(StyleLook())

    def _end_r(self) -> None:
        if self._runs:
            self._runs.pop()

    def _start_t(self, _: dict[str, str]) -> None:
        self._texts = []

    def _end_t(self) -> None:
        words = "".join(self._texts or ())
        self._texts = None
        number = self.count
        self.count += 1
        if words:
            self._add(words, number)

    def _start_tab(self, _: dict[str, str]) -> None:
        if not self._in_format:
            self._add("\t")

    def _start_br(self, attributes: dict[str, str]) -> None:
        if self._open and attributes.get("type", "textWrapping") == "textWrapping":
            self._open[-1].pieces.append("<br />")

    _start_cr = _start_br

    def _start_noBreakHyphen(self, _: dict[str, str]) -> None:  # noqa: N802
        self._add("\u2011")

    def _start_softHyphen(self, _: dict[str, str]) -> None:  # noqa: N802
        self._add("\u00ad")

    def _start_sym(self, attributes: dict[str, str]) -> None:
        code = next((v for k, v in attributes.items() if k.endswith(" char")), "").upper()
        if code in _SYMBOLS:
            self._add(_SYMBOLS[code])
        elif len(code) == 4 and all(char in "0123456789ABCDEF" for char in code):
            sign = chr(int(code, 16))
            if sign.isprintable() or "\ue000" <= sign <= "\uf8ff":
                self._add(sign)

    # ------------------------------------------------------------ parts

    def _start_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802
        self._parts.append(Stretch())

    def _end_txbxContent(self) -> None:  # noqa: N802
        part = self._parts.pop()
        self._ended(part)
        if self._open:
            self._open[-1].boxes.extend(part.pieces)
        else:
            self._parts[-1].pieces.extend(part.pieces)

    def _start_tbl(self, _: dict[str, str]) -> None:
        part = self._parts[-1]
        self._ended(part)
        part.pieces.append("<table>")
        part.empty = False

    def _end_tbl(self) -> None:
        self._parts[-1].pieces.append("</table>")

    def _start_tr(self, _: dict[str, str]) -> None:
        self._header = False
        self._parts[-1].pieces.append("<tr>")

    def _start_tblHeader(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._header = value_of(attributes) not in OFF

    def _end_tr(self) -> None:
        self._parts[-1].pieces.append("</tr>")

    def _start_tc(self, _: dict[str, str]) -> None:
        self._cells.append("th" if self._header else "td")
        self._header = self._header and len(self._cells) == 1
        self._spans = ""
        self._parts.append(Stretch())

    _spans = ""

    def _start_gridSpan(self, attributes: dict[str, str]) -> None:  # noqa: N802
        value = value_of(attributes)
        if value.isdecimal() and len(value) < 3:
            self._spans = f' colspan="{value}"'

    def _end_tc(self) -> None:
        part = self._parts.pop()
        self._ended(part)
        name = self._cells.pop()
        out = self._parts[-1].pieces
        out.append(f"<{name}{self._spans}>")
        self._spans = ""
        out.extend(part.pieces)
        out.append(f"</{name}>")

    # ------------------------------------------------------------ notes and other documents

    def _start_footnoteReference(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._refer("footnote", attributes)

    def _start_endnoteReference(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._refer("endnote", attributes)

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        self.notes.append((kind, identity_of(attributes)))
        self._add(f"[{len(self.notes)}]")

    def _start_footnote(self, attributes: dict[str, str]) -> None:
        self._note = identity_of(attributes)
        self._parts.append(Stretch())

    _note = ""
    _start_endnote = _start_footnote

    def _end_footnote(self) -> None:
        part = self._parts.pop()
        self._ended(part)
        self.found_notes[self._note] = part.pieces

    _end_endnote = _end_footnote

    def _start_altChunk(self, attributes: dict[str, str]) -> None:  # noqa: N802
        related = next((attributes[name] for name in _RELATED if name in attributes), "")
        if self._chunk is not None and related:
            part = self._parts[-1]
            self._flush(part)
            self._close_lists(part, 0)
            part.pieces.append(self._chunk(related))

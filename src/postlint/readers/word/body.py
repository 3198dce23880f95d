"""The body of a Word file as HTML, read once from the stream of its XML.

Only what is said is taken: the words of runs that are neither hidden, struck
through nor deleted, in paragraphs, items and cells. Elements that hold others
and say nothing themselves (fields, bidirectional runs, content controls) are
passed through, whatever they are called. No handler calls another for what is
inside it, so that depth costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from attrs import define, field

from postlint.errors import Unreadable
from postlint.readers.word.styles import Look, Numbering

ENTITIES = "it is a Word file with entities of its own, which Word does not write"
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_RELATED = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_DEEPEST = 2_000
_OFF = frozenset({"0", "false", "off", "none"})
_GONE = frozenset({"moveFrom", "rubyPr", "rt", "pPrChange", "rPrChange", "tblGrid", "sectPr"})
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


class Text(str):
    """Words among the tags, and which of the file's texts they are; -1 for none of them."""

    __slots__ = ("number",)

    number: int


class Place(str):
    """Where a paragraph begins; it is empty."""

    __slots__ = ("number",)

    number: int


@define
class _Paragraph:
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
class _Part:
    """A stretch of paragraphs: the body, a cell, a box, a note."""

    pieces: list[str] = field(factory=list)
    lists: list[str] = field(factory=list)
    empty: bool = False  # the last paragraph had no words
    carried: _Paragraph | None = None


class Body:
    """Reads one part of a Word file; `pieces` is its HTML, texts of the file among it."""

    def __init__(
        self,
        styles: Mapping[str, Look],
        numbering: Numbering,
        *,
        chunk: Callable[[str], str] | None = None,
        first: int = 0,
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.count = first
        self.paragraphs = 0
        self.notes: list[tuple[str, str]] = []
        self.found_notes: dict[str, list[str]] = {}
        self._chunk = chunk
        self._parts: list[_Part] = [_Part()]
        self._open: list[_Paragraph] = []
        self._runs: list[Look] = []
        self._texts: list[str] | None = None
        self._skipped = 0
        self._depth = 0
        self._choices: list[int] = []
        self._counts: dict[str, dict[int, int]] = {}
        self._said = 0
        self._controls: list[bool] = []
        self._entries: list[str] = []
        self._entry = 0
        self._box: str | None = None
        self._in_format = ""  # pPr, rPr of a run, or rPr of a paragraph's end
        self._header = False
        self._cells: list[str] = []
        self._start, self._end = self._handlers()

    # ------------------------------------------------------------ the stream

    def read(self, part: bytes) -> None:
        """Read a part. Raises `Unreadable` for one with entities, and `expat.ExpatError`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 65_536
        parser.StartDoctypeDeclHandler = _refuse
        starts, ends = self._start, self._end

        def start(name: str, attributes: dict[str, str]) -> None:
            self._depth += 1
            if self._skipped:
                self._skipped += 1
                if name in _TEXTS:
                    self.count += 1
                return
            if self._depth > _DEEPEST:
                raise Unreadable("it is nested too deeply to be read")
            handler = starts.get(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            self._depth -= 1
            if self._skipped:
                self._skipped -= 1
                return
            handler = ends.get(name)
            if handler is not None:
                handler()

        def words(text: str) -> None:
            if self._texts is not None:
                self._texts.append(text)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = words
        parser.Parse(part, True)

    def html(self) -> list[str]:
        """Return the pieces of the HTML that was read."""
        part = self._parts[0]
        self._flush(part)
        self._close_lists(part, 0)
        return part.pieces

    def _handlers(
        self,
    ) -> tuple[dict[str, Callable[[dict[str, str]], None]], dict[str, Callable[[], None]]]:
        starts: dict[str, Callable[[dict[str, str]], None]] = {}
        ends: dict[str, Callable[[], None]] = {}
        for name in dir(self):
            for before, table in (("_start_", starts), ("_end_", ends)):
                if name.startswith(before):
                    for space in _SPACES:
                        table[space + name.removeprefix(before)] = getattr(self, name)
        for space in _SPACES:
            for gone in _GONE:
                starts[space + gone] = self._skip
        starts[_COMPATIBLE + "AlternateContent"] = self._alternatives
        ends[_COMPATIBLE + "AlternateContent"] = self._alternatives_end
        starts[_COMPATIBLE + "Fallback"] = self._fallback
        return starts, ends

    def _skip(self, _: dict[str, str]) -> None:
        self._skipped = 1

    def _alternatives(self, _: dict[str, str]) -> None:
        self._choices.append(self._said)

    def _alternatives_end(self) -> None:
        self._choices.pop()

    def _fallback(self, _: dict[str, str]) -> None:
        # The same again for older programs, where the first choice said something.
        if self._choices and self._said > self._choices[-1]:
            self._skipped = 1

    # ------------------------------------------------------------ paragraphs

    def _start_p(self, _: dict[str, str]) -> None:
        self.paragraphs += 1
        self._open.append(_Paragraph(number=self.paragraphs))

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

    def _flush(self, part: _Part) -> None:
        if part.carried is not None:
            paragraph, part.carried = part.carried, None
            self._write(part, paragraph)

    def _write(self, part: _Part, paragraph: _Paragraph) -> None:
        """Add a paragraph to the part it stands in: a heading, an item or a paragraph."""
        out = part.pieces
        look = self.styles.get(paragraph.style)
        said = any(isinstance(piece, Text) for piece in paragraph.pieces)
        if not said and not paragraph.boxes:
            # One empty paragraph says as much as many.
            if not part.empty:
                self._close_lists(part, 0)
                out.append("<p></p>")
            part.empty = True
            return
        part.empty = False
        heading = look.heading if look is not None else 0
        level, kind, series = self.numbering.item(
            paragraph.list_, paragraph.level, paragraph.style, look
        )
        if said:
            mark = Place()
            mark.number = paragraph.number
            if heading:
                self._close_lists(part, 0)
                out.extend((mark, f"<h{heading}>", *paragraph.pieces, f"</h{heading}>"))
            elif level is not None:
                self._open_item(part, level, kind, self._number(series, level))
                out.extend((mark, *paragraph.pieces))
            else:
                self._close_lists(part, 0)
                out.extend((mark, "<p>", *paragraph.pieces, "</p>"))
        if paragraph.boxes:
            self._close_lists(part, 0)
            out.extend(paragraph.boxes)

    def _number(self, series: str, level: int) -> int:
        """Return what an item's number is, as Word counts; deeper levels begin anew below it."""
        counts = self._counts.setdefault(series, {})
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        counts[level] = counts.get(level, 0) + 1
        return counts[level]

    def _open_item(self, part: _Part, level: int, kind: str, number: int) -> None:
        depth = min(level, 8) + 1
        self._close_lists(part, depth)
        lists = part.lists
        if len(lists) == depth:
            if lists[-1] == kind:
                part.pieces.append(f'</li><li value="{number}">')
                return
            self._close_lists(part, depth - 1)
        while len(lists) < depth:
            lists.append(kind)
            value = f' value="{number}"' if len(lists) == depth else ""
            part.pieces.append(f"<{kind}><li{value}>")

    def _close_lists(self, part: _Part, depth: int) -> None:
        while len(part.lists) > depth:
            part.pieces.append(f"</li></{part.lists.pop()}>")

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
            self._open[-1].style = _value(attributes)

    def _start_numId(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._open and self._in_format == "p":
            self._open[-1].list_ = _value(attributes)

    def _start_ilvl(self, attributes: dict[str, str]) -> None:
        value = _value(attributes)
        if self._open and self._in_format == "p" and value.isdecimal() and len(value) < 3:
            self._open[-1].level = int(value)

    def _mark(self, attributes: dict[str, str], name: str) -> None:
        if self._in_format == "r" and self._runs:
            setattr(self._runs[-1], name, _value(attributes) not in _OFF)

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
        look = self.styles.get(_value(attributes))
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
        self._runs.append(Look())

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
        text = Text(words)
        text.number = number
        paragraph.pieces.append(text)
        self._said += len(words)

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

    # ------------------------------------------------------------ forms

    def _start_sdt(self, _: dict[str, str]) -> None:
        self._controls.append(False)

    def _start_showingPlcHdr(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._controls and _value(attributes) not in _OFF:
            self._controls[-1] = True

    def _start_sdtContent(self, _: dict[str, str]) -> None:  # noqa: N802
        # What Word itself puts into an empty control is a blank to fill in.
        if self._controls and self._controls[-1] and self._open:
            self._add("[")

    def _end_sdtContent(self) -> None:  # noqa: N802
        if self._controls and self._controls[-1] and self._open:
            self._add("]")

    def _end_sdt(self) -> None:
        if self._controls:
            self._controls.pop()

    def _start_ddList(self, _: dict[str, str]) -> None:  # noqa: N802
        self._entries, self._entry = [], 0

    def _start_listEntry(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._entries.append(_value(attributes))

    def _start_result(self, attributes: dict[str, str]) -> None:
        value = _value(attributes)
        self._entry = int(value) if value.isdecimal() and len(value) < 4 else 0

    def _end_ddList(self) -> None:  # noqa: N802
        if self._entry < len(self._entries):
            self._add(self._entries[self._entry])

    def _start_checkBox(self, _: dict[str, str]) -> None:  # noqa: N802
        self._box = "☐"

    def _start_checked(self, attributes: dict[str, str]) -> None:
        if self._box is not None:
            self._box = "☐" if _value(attributes) in _OFF else "☒"

    def _start_default(self, attributes: dict[str, str]) -> None:
        if self._box is not None and attributes and _value(attributes) not in _OFF:
            self._box = "☒"

    def _end_checkBox(self) -> None:  # noqa: N802
        if self._box is not None:
            self._add(self._box)
        self._box = None

    # ------------------------------------------------------------ parts

    def _start_txbxContent(self, _: dict[str, str]) -> None:  # noqa: N802
        self._parts.append(_Part())

    def _end_txbxContent(self) -> None:  # noqa: N802
        part = self._parts.pop()
        self._flush(part)
        self._close_lists(part, 0)
        if self._open:
            self._open[-1].boxes.extend(part.pieces)
        else:
            self._parts[-1].pieces.extend(part.pieces)

    def _start_tbl(self, _: dict[str, str]) -> None:
        part = self._parts[-1]
        self._flush(part)
        self._close_lists(part, 0)
        part.pieces.append("<table>")
        part.empty = False

    def _end_tbl(self) -> None:
        self._parts[-1].pieces.append("</table>")

    def _start_tr(self, _: dict[str, str]) -> None:
        self._header = False
        self._parts[-1].pieces.append("<tr>")

    def _start_tblHeader(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._header = _value(attributes) not in _OFF

    def _end_tr(self) -> None:
        self._parts[-1].pieces.append("</tr>")

    def _start_tc(self, _: dict[str, str]) -> None:
        self._cells.append("th" if self._header else "td")
        self._header = self._header and len(self._cells) == 1
        self._spans = ""
        self._parts.append(_Part())

    _spans = ""

    def _start_gridSpan(self, attributes: dict[str, str]) -> None:  # noqa: N802
        value = _value(attributes)
        if value.isdecimal() and len(value) < 3:
            self._spans = f' colspan="{value}"'

    def _end_tc(self) -> None:
        part = self._parts.pop()
        self._flush(part)
        self._close_lists(part, 0)
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
        self.notes.append((kind, _identity(attributes)))
        self._add(f"[{len(self.notes)}]")

    def _start_footnote(self, attributes: dict[str, str]) -> None:
        self._note = _identity(attributes)
        self._parts.append(_Part())

    _note = ""
    _start_endnote = _start_footnote

    def _end_footnote(self) -> None:
        part = self._parts.pop()
        self._flush(part)
        self._close_lists(part, 0)
        self.found_notes[self._note] = part.pieces

    _end_endnote = _end_footnote

    def _start_altChunk(self, attributes: dict[str, str]) -> None:  # noqa: N802
        related = next((attributes[name] for name in _RELATED if name in attributes), "")
        if self._chunk is not None and related:
            part = self._parts[-1]
            self._flush(part)
            self._close_lists(part, 0)
            part.pieces.append(self._chunk(related))


_TEXTS = frozenset(space + "t" for space in _SPACES)


def _refuse(*_: object) -> None:
    raise Unreadable(ENTITIES)


def _value(attributes: dict[str, str]) -> str:
    """Return the `val` of an element; one without it is on."""
    for space in _SPACES:
        found = attributes.get(space + "val")
        if found is not None:
            return found
    return ""


def _identity(attributes: dict[str, str]) -> str:
    return next((attributes[s + "id"] for s in _SPACES if s + "id" in attributes), "")

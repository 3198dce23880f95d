"""Rows gathered into blocks: headings, fields, items, paragraphs, and what lies between."""

from __future__ import annotations

from postlint.document.headings import heading_kind, heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.openings import opening_kind
from postlint.document.titles import names_job
from postlint.readers.blocks import Block
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.lines.fields import is_left_blank
from postlint.readers.lines.judging import judge
from postlint.readers.lines.line import (
    Around,
    Heading,
    Style,
    bare,
    heads_section,
    is_prose,
    is_title_case,
    states_data,
)
from postlint.readers.lines.run_in import RunIn, run_in
from postlint.readers.plain.outline import Outline
from postlint.readers.plain.rows import Row
from postlint.readers.plain.wrapping import continues, is_open, wrap_width
from postlint.text.patterns import pattern
from postlint.text.records import record


class RowBlock(Block):
    """A block gathered from rows, with what its rows show.

    `text` is the first row of the words, `last` the last one; `glyph` and
    `indent` are those of its bullet; `tail` is where dress after a heading's
    words begins, 0 for none; `section` is the kind of section it stands in.
    """

    indent = 0
    glyph = ""
    tail = 0
    last: Row | None = None
    section: SectionKind | None = None

    def __init__(self, kind: str, start: int, words: int, stop: int, text: str = "") -> None:
        super().__init__(kind, start, words, stop)
        self.text = text


# What stands between the words of a posting and is none of them.
UNREAD = frozenset({"blank", "noise", "comment", "directive"})
_BANNER = pattern(r"([=*~_#<-]{2,}+)[ \t]*+([^=*~_#<>-].*)")
_HASHES = pattern(r"#{1,6}[ \t]++(?=\S)")
_ENDS = frozenset(".:;?!")
# A row with a key of its own: "Deadline: ...", not "9:30 am".
_KEYED = pattern(r"[A-Za-z][^:]{0,29}[A-Za-z]:(?:\s|$)")
_BLANK_REACH = 7
_TITLE_REACH = 90
_NOT_A_JOB = pattern(
    r"(?i)\b(?:office|department|division|bureau|apply|human resources|copyright|powered|sign in"
    r"|login|search|careers?)\b"
)


def gather(rows: list[Row]) -> list[RowBlock]:
    """Return the blocks of a text, in order and without gap."""
    return _Gatherer(rows).run()


class _Gatherer:
    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.width = wrap_width(rows)
        self.blocks: list[RowBlock] = []
        self.outline = Outline()
        self.titled = False
        self.asked = False

    def run(self) -> list[RowBlock]:
        rows, blocks = self.rows, self.blocks
        index, count = 0, len(rows)
        while index < count:
            row = rows[index]
            text = row.text
            if row.remark:
                blocks.append(RowBlock(row.remark, row.start, row.start, row.stop))
                index += 1
            elif not text:
                begin = row.start
                while index < count and not rows[index].text and not rows[index].remark:
                    index += 1
                blocks.append(RowBlock("blank", begin, begin, rows[index - 1].stop))
            elif row.noise:
                blocks.append(RowBlock("noise", row.start, row.start, row.stop))
                index += 1
            else:
                index = self._words(index, row, text)
        return blocks

    # ------------------------------------------------------------ one row

    def _words(self, index: int, row: Row, text: str) -> int:
        """Read the block that starts at a row with words; return the row after it."""
        if text[0] in "#=*~_<-":
            done = self._dressed(index, row, text)
            if done:
                return done
        length = bullet_length(text)
        if length:
            return self._bullet(index, row, text, length)
        return self._plain(index, row, text, row.first)

    def _plain(self, index: int, row: Row, text: str, first: int) -> int:
        if is_prose(text):
            return self._run_of_words(index, row, text, first, above=self._above(index))
        around = self._around(index)
        if len(text) < 90:
            done = self._spread_field(index, row, text, around) or self._title(
                index, row, text, around
            )
            if done:
                return done
        if around.adjacent and text[-1] != ":" and len(text) < 40 and text.isupper():
            done = self._tall_heading(index, row)
            if done:
                return done
        heading = judge(text, around)
        if heading is not None:
            self._heading(row.start, first, row.stop, text, heading)
            return index + 1
        return self._run_of_words(index, row, text, first, above=around.above)

    def _run_of_words(self, index: int, row: Row, text: str, first: int, *, above: str) -> int:
        """Read a paragraph, and what may be run in at its start."""
        found = None
        if not self.asked:
            found = run_in(text, self.outline.kind, alone=not above)
        if found is not None:
            return self._run_in(index, row, text, first, found)
        return self._paragraph(index, row, row.start, first, text)

    def _below(self, index: int) -> int:
        """Return the next row with words of the posting's own."""
        rows = self.rows
        count = len(rows)
        index += 1
        while index < count and (not rows[index].text or rows[index].noise):
            index += 1
        return index

    def _remarked(self, index: int, below: int) -> bool:
        """Say whether a remark stands between two rows."""
        return any(row.remark for row in self.rows[index + 1 : below])

    def _above(self, index: int) -> str:
        """Return the row directly above, as far as this one may stand in a row with it."""
        if not index or not self.blocks:
            return ""
        row = self.rows[index - 1]
        if row.noise or not row.whole:
            return ""
        # What a field or a bulleted item ends with is not a row of a list.
        block = self.blocks[-1]
        return "" if block.kind == "field" or block.glyph else row.text

    def _around(self, index: int) -> Around:
        rows = self.rows
        at = self._below(index)
        below = rows[at].text if at < len(rows) else ""
        around = (
            self._above(index),
            below,
            at == index + 1,
            bool(self.blocks) and self.blocks[-1].kind == "head",
            bool(below) and bullet_length(below) > 0,
            self.titled,
            index > 0 and not rows[index - 1].whole,
            self.asked,
        )
        return record(Around, around)

    # ------------------------------------------------------------ headings

    def _heading(
        self,
        start: int,
        words: int,
        stop: int,
        text: str,
        heading: Heading,
        *,
        tail: int = 0,
        level: int = 0,
    ) -> RowBlock:
        block = RowBlock("head", start, words, stop, bare(text))
        block.tail = tail
        block.level = self.outline.place(block.text, heading, self._empty(), level)
        self.blocks.append(block)
        self.titled = self.titled or heading.match is not None
        return block

    def _empty(self) -> bool:
        """Say whether nothing but blanks stands under the heading before."""
        for block in reversed(self.blocks):
            if block.kind == "head":
                return True
            if block.kind not in UNREAD:
                return False
        return False

    def _dressed(self, index: int, row: Row, text: str) -> int:
        """Read a banner, a hashed heading or a heading in bold; return 0 where it is none."""
        if text[0] == "#":
            match = _HASHES.match(text)
            if match is not None and len(text) < 200:
                body = text[match.end() :].rstrip("# \t")
                level = match.end() - len(text[: match.end()].lstrip("#"))
                heading = Heading(Style.TITLE, body.endswith(":"), heading_match(bare(body)))
                self._heading(
                    row.start, row.first + match.end(), row.stop, body, heading, level=level
                )
                return index + 1
        match = _BANNER.match(text) if len(text) < 160 else None
        if match is None:
            return 0
        lead = match[1]
        body = match[2]
        words = body.rstrip("=*~_#>- \t\xa0:")
        closing = body[len(words) :]
        sign = lead[0]
        if not words or (sign != "<" and sign not in closing) or states_data(words):
            return 0
        tail = row.first + match.start(2) + len(words)
        kept = len(closing) - len(closing.lstrip(":"))
        if sign in "=~#<-_" and len(words) < 80:
            heading = Heading(Style.BANNER, False, heading_match(words))
            self._heading(
                row.start, row.first + match.start(2), row.stop, words, heading, tail=tail + kept
            )
            return index + 1
        if (
            sign == "*"
            and words.count(" ") < 9
            and words[-1] not in ".!,"
            and len(lead) < 4
            and "*" not in words
        ):
            style = Style.CAPITALS if words.isupper() else Style.TITLE
            heading = Heading(style, ":" in closing, heading_match(words))
            self._heading(
                row.start, row.first + match.start(2), row.stop, words, heading, tail=tail + kept
            )
            return index + 1
        return 0

    def _title(self, index: int, row: Row, text: str, around: Around) -> int:
        if self.titled or index > _TITLE_REACH:
            return 0
        if text[-1] in ".:;,!?" or text.count(" ") > 12 or not names_job(text):
            return 0
        if ":" in text or "@" in text or "  " in text:
            return 0
        if not (text.isupper() or is_title_case(text)):
            return 0
        if _NOT_A_JOB.search(text) or (index and not around.above and len(around.below) == 0):
            return 0
        if (
            heading_match(text) is not None
            and text.count(" ") < 3
            and heading_kind(text) is not SectionKind.SUPERVISION
        ):
            return 0
        start, stop = index, row.stop
        while is_open(row.text) and index + 1 < len(self.rows):
            # A narrow column breaks a title over rows.
            row = self.rows[index + 1]
            if not row.text or row.noise:
                break
            index += 1
            text = f"{text} {row.text}"
            stop = row.stop
        block = RowBlock("head", self.rows[start].start, self.rows[start].first, stop, text)
        block.level = 1
        self.blocks.append(block)
        self.titled = True
        self.outline.title()
        return index + 1

    def _tall_heading(self, index: int, row: Row) -> int:
        """Read a heading in capitals that a narrow column broke over rows; 0 for none."""
        rows = self.rows
        words = [row.text]
        at = index + 1
        while at < min(len(rows), index + 5) and rows[at].text.isupper() and not rows[at].noise:
            words.append(rows[at].text)
            if words[-1][-1] == ":":
                text = " ".join(words)
                heading = Heading(Style.CAPITALS, True, heading_match(bare(text)))
                self._heading(row.start, row.first, rows[at].stop, text, heading)
                return at + 1
            at += 1
        return 0

    # ------------------------------------------------------------ fields

    def _spread_field(self, index: int, row: Row, text: str, around: Around) -> int:
        """Read a field whose value is the next row with words; return 0 where there is none."""
        colon = text[-1] == ":"
        name = text[:-1] if colon else text
        below = around.below
        if colon and len(name) < 45 and row.stop > row.last and not around.bullet_below:
            ends = below[:1] in ("#", "=") or heads_section(below)
            if is_left_blank(name, below, ends=ends):
                self.blocks.append(RowBlock("field", row.start, row.last, row.stop))
                return index + 1
        if not below or len(name) > 45 or around.bullet_below or not name[:1].isupper():
            return 0
        if not is_field_name(name) and not (colon and self._among_keys(index, name)):
            return 0
        value = self._below(index)
        if (
            value - index > 3
            or self._remarked(index, value)
            or len(below) > 80
            or below[-1] == ":"
            or (is_field_name(below) and not self._after_field())
        ):
            return 0
        if (below[-1] == "." and below.count(" ") > 4) or _KEYED.match(below) or below[0].islower():
            return 0
        kind = heading_match(below)
        if kind is not None and kind.share >= 0.9 and is_title_case(below) and len(below) > 4:
            return 0
        after = self.rows[value + 1] if value + 1 < len(self.rows) else None
        # Without a colon the value must stand by itself: one row, then a break.
        if not colon and after is not None and not after.noise:
            crowd = len(after.text)
            if crowd > 60 or (crowd and not around.adjacent):
                return 0
        if not colon and not around.adjacent and self._heads_amount(name, below):
            return 0
        target = self.rows[value]
        block = RowBlock("field", row.start, target.first, target.stop, below)
        self.blocks.append(block)
        return value + 1

    def _heads_amount(self, name: str, below: str) -> bool:
        """Say whether a name in capitals heads what is paid, among headings set like it."""
        match = heading_match(name)
        return (
            name.isupper()
            and " " in name
            and "$" in below
            and not (self.blocks and self.blocks[-1].kind == "field")
            and match is not None
            and match.kind is SectionKind.COMPENSATION
        )

    def _after_field(self) -> bool:
        return any(block.kind == "field" for block in self.blocks[-2:])

    def _among_keys(self, index: int, name: str) -> bool:
        """Say whether an unknown key stands in a column of keys and short values."""
        match = heading_match(name)
        if match is not None and match.weight > 3:
            return False
        value = self._below(index)
        after = self._below(value) if value < len(self.rows) else len(self.rows)
        return (
            after < len(self.rows)
            and len(self.rows[value].text) < 40
            and self.rows[after].text[-1] == ":"
            and bool(self.blocks)
            and any(block.kind == "field" for block in self.blocks[-3:])
        )

    def _run_in(
        self, index: int, row: Row, text: str, first: int, found: tuple[RunIn, int, int]
    ) -> int:
        what, end, rest = found
        at = first + rest
        if what is RunIn.FIELD or row.barred:
            block = RowBlock("field", row.start, at, row.stop, text[rest:])
            self.blocks.append(block)
            return self._absorb(index, block, row)
        if what is RunIn.HEADING:
            dress = len(text) - len(text.lstrip("*_"))
            key = text[dress:end]
            heading = Heading(Style.RUN_IN, True, heading_match(bare(key)))
            self._heading(row.start, first + dress, at, key, heading)
            return self._paragraph(index, row, at, at, text[rest:])
        done = self._paragraph(index, row, row.start, first, text)
        self.blocks[-1].label = at
        return done

    # ------------------------------------------------------------ items and paragraphs

    def _bullet(self, index: int, row: Row, text: str, length: int) -> int:
        rows = self.rows
        rest = text[length:]
        glyph = _glyph(text[:length])
        if not rest:
            at = self._below(index)
            if (
                at >= len(rows)
                or at - index > _BLANK_REACH
                or self._remarked(index, at)
                or bullet_length(rows[at].text)
            ):
                self.blocks.append(RowBlock("noise", row.start, row.start, row.stop))
                return index + 1
            target = rows[at]
            self.asked = self.asked or (text[0] == "0" and rows[at - 1].text == "")
            if judge(target.text, self._around(at)) is not None and heading_match(
                bare(target.text)
            ):
                self.blocks.append(RowBlock("noise", row.start, row.start, row.stop))
                return index + 1
            block = RowBlock("item", row.start, target.first, target.stop, target.text)
            block.glyph, block.indent = glyph, row.indent
            self.blocks.append(block)
            return self._absorb(at, block, target)
        if (
            glyph in ("1", "A", "I")
            and len(rest) < 90
            and self._numbered_heading(index, row, text, length)
        ):
            return index + 1
        if not row.whole or (index and not rows[index - 1].whole):
            # Among the pieces of a glued line, a dash may stand before a heading.
            found = self._run_in_heading(rest)
            if found is not None:
                return self._run_in(index, row, rest, row.first + length, found)
        block = RowBlock("item", row.start, row.first + length, row.stop, rest)
        block.glyph, block.indent = glyph, row.indent
        self.blocks.append(block)
        return self._absorb(index, block, row)

    @staticmethod
    def _run_in_heading(text: str) -> tuple[RunIn, int, int] | None:
        """Return the heading run in at the start of the words, where it is beyond doubt one."""
        found = run_in(text, None, alone=False)
        if found is None or found[0] is not RunIn.HEADING:
            return None
        match = heading_match(text[: found[1]])
        return found if match is not None and match.share >= 0.9 and match.weight > 4 else None

    def _numbered_heading(self, index: int, row: Row, text: str, length: int) -> bool:
        """Read a heading with a number before it; say whether it is one."""
        rest = text[length:]
        last = self.blocks[-1] if self.blocks else None
        around = self._around(index)
        if (last is not None and last.kind == "item") or not rest[0].isupper():
            return False
        at = self._below(index)
        if (
            at < len(self.rows)
            and bullet_length(self.rows[at].text)
            and _glyph(self.rows[at].text[:length]) == _glyph(text[:length])
        ):
            return False
        heading = judge(rest, around)
        if heading is None or not (rest.isupper() or heading.match is not None):
            return False
        self._heading(row.start, row.first + length, row.stop, rest, heading)
        return True

    def _paragraph(self, index: int, row: Row, start: int, words: int, text: str) -> int:
        block = RowBlock("text", start, words, row.stop, text)
        block.indent = row.indent
        self.blocks.append(block)
        return self._absorb(index, block, row)

    def _absorb(self, index: int, block: RowBlock, row: Row) -> int:
        """Take in the rows that continue the block; return the first that does not."""
        rows, width = self.rows, self.width
        count = len(rows)
        index += 1
        hanging = block.indent + 1 if block.kind == "item" else 10_000
        duties = self.outline.kind is SectionKind.DUTIES
        while index < count and row.whole:
            below = rows[index]
            text = below.text
            if not text:
                # A sentence broken by a blank row goes on in small letters.
                if (
                    index + 1 >= count
                    or row.text[-1] in _ENDS
                    or block.kind == "field"
                    or below.remark
                ):
                    break
                below = rows[index + 1]
                text = below.text
                if (
                    not text
                    or below.noise
                    or not text[0].islower()
                    or not width
                    or bullet_length(text)
                ):
                    break
                index += 1
            elif below.noise:
                break
            if block.kind == "field" and not (text[0].islower() and width):
                break
            if text[0] in "#=%" or bullet_length(text):
                break
            hangs = below.indent > hanging and row.text[-1] not in ".:;"
            if not (hangs or continues(row, text, width) or self._between(index, block, row, text)):
                break
            if not text[0].islower() and self._starts_anew(row, text, duties=duties):
                break
            row = below
            block.stop = row.stop
            index += 1
        block.last = row
        return index

    def _between(self, index: int, block: RowBlock, row: Row, text: str) -> bool:
        """Say whether a row without a bullet stands between bulleted ones, in mid-sentence."""
        if not block.glyph or row.last - row.start < 60 or row.text[-1] in _ENDS or text[-1] == ":":
            return False
        after = self.rows[index + 1].text if index + 1 < len(self.rows) else ""
        if (
            not after
            or not bullet_length(after)
            or _glyph(after[: bullet_length(after)]) != block.glyph
        ):
            return False
        return heading_match(text) is None

    def _starts_anew(self, row: Row, text: str, *, duties: bool) -> bool:
        """Say whether a row that form would join to the one above begins something of its own."""
        if duties and row.text[-1] in ".;" and opening_kind(text[:60]) is SectionKind.DUTIES:
            return True
        if len(text) < 70 and (text[-1] == ":" or text.isupper()) and not row.text.isupper():
            match = heading_match(bare(text))
            if match is not None and match.share >= 0.34:
                return True
        if (
            len(text) < 50
            and row.text[-1] in ".)!?:"
            and text[-1].isalnum()
            and is_title_case(text)
        ):
            match = heading_match(text)
            if match is not None and match.share >= 0.6 and match.weight > 2:
                return True
        colon = text.find(":", 3, 50)
        if colon > 0 and row.text[-1] in ".:;!":
            match = heading_match(text[:colon])
            return match is not None and match.share >= 0.5 and is_title_case(text[:colon])
        return False


def _glyph(bullet: str) -> str:
    """Return what bullets of one list have in common."""
    mark = bullet.strip()
    core = mark.strip("().")
    if core.isdigit():
        return "1"
    if core.isalpha() and core.isascii() and mark != core:
        return "I" if len(core) > 1 and core.isupper() else "A" if core.isupper() else "a"
    return mark[:2]

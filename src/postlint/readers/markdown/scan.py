"""The lines of Markdown divided into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from postlint.document.labels import is_field_name, is_tag
from postlint.document.remarks import is_directive
from postlint.readers.html.fragment import read_fragment
from postlint.readers.markdown.inline import inline
from postlint.readers.pages.columns import Cell
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.readers.pages.templates import Tag, tag_at

_LINE = re.compile(r"([^\r\n]*+)(\r\n|\n|\r)?")
_HEAD = re.compile(r"(#{1,6})([ \t]*+)(?=[^\s#])")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*\Z")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*\Z")
_RULER = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:=[ \t]*){3,})\Z")
_BULLET = re.compile(
    r"(?:[-*+•●▪◦○■–·‣⁃∙➢➤✓✔\uf0b7\uf0a7]|\d{1,3}[.)]|\(\d{1,2}\)|[a-zA-Z][.)]|\([a-z]\))"
    r"(?:([ \t\xa0]+)(?=\S)|[ \t]*\Z)"
)
_DELIMITER = re.compile(r"\|?[ \t]*:?-{1,}:?[ \t]*(?:\|[ \t]*:?-{1,}:?[ \t]*)*\|?[ \t]*\Z")
_DEFINITION = re.compile(r"\[[^\]\s][^\]]{0,80}\]:[ \t]+\S+")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`]*\Z")
_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|body|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|head|header|hr|html|iframe|li|link|main|menu|meta|nav|noscript|ol|p|script|section|style|summary|svg|table"
    r"|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>])",
    re.IGNORECASE,
)
_RAW_TAG = re.compile(r"<(script|style|pre|textarea|svg)(?=[\s>])", re.IGNORECASE)
_BREAK = re.compile(r"(?:\\|<br ?/?>)\Z", re.IGNORECASE)
# '**Travel requirement:**', '**Location**: Hull' at the start of a line of its own.
_NAMED = re.compile(r"(?:\*\*|__)[^*_\n]{1,90}(?::(?:\*\*|__)|(?:\*\*|__):)")
_ALL_BOLD = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,120}(?:\*\*|__):?[ \t]*\Z")
_KEY = re.compile(r"([A-Z][^:|*\[\]]{1,48}):[ \t]+\S")
# A name and a value in an item of front matter: 'date: 2027-02-13'.
_PAIR = re.compile(r"[a-z][\w-]{0,20}(?: [\w-]{1,20})?:[ \t]+(?=\S)")
_BLANKS = " \t\xa0"
_LONGEST_HEADING = 200

# A line: where it starts, where its characters end, where the next one starts.
Line = tuple[int, int, int]


def scan(page: Page, start: int, end: int, *, data: bool = False) -> None:
    """Add the blocks of a stretch of Markdown to a page.

    `data` says that the stretch is a list in front matter, where `#` begins
    a comment.
    """
    _Scanner(page, data=data).run(start, end)


class _Scanner:
    def __init__(self, page: Page, *, data: bool) -> None:
        self.page = page
        self.source = page.source
        self.data = data
        self.lines: list[Line] = []
        # The open items: the column of the bullet, and of the words behind it.
        self.items: list[tuple[int, int]] = []
        # The paragraph or item being gathered: its lines, bullet first.
        self.open: list[Line] = []
        self.bullet: int | None = None
        self.blank = False
        # The sign of the fence that was opened last, while it is open.
        self.fence = ""
        self.end = 0
        # What was looked for to the end of the text and not found.
        self.absent: set[str] = set()

    def run(self, start: int, end: int) -> None:
        source = self.source
        self.end = end
        lines = self.lines
        at = start
        while at < end:
            match = _LINE.match(source, at, end)
            if match is None or match.end() == at:
                break
            lines.append((at, match.end(1), match.end()))
            at = match.end()
        index, count = 0, len(lines)
        while index < count:
            index = self._line(index)
        self._flush()

    # ------------------------------------------------------------ one line

    def _line(self, index: int) -> int:
        """Read the line; return the index of the next one to read."""
        source = self.source
        start, end, stop = self.lines[index]
        first = start
        while first < end and source[first] in _BLANKS:
            first += 1
        if first == end or not source[first:end].strip():
            return self._empty(index, start, stop)
        char = source[first]
        if not char.isalpha() or source[first + 1 : first + 2] in (".", ")"):
            done = self._signs(index, char, first, end, stop)
            if done:
                return done
        if "|" in source[first:end] and not self.data:
            done = self._table(index)
            if done:
                return done
        self._continue(start, first, end, stop)
        return index + 1

    def _empty(self, index: int, start: int, stop: int) -> int:
        self._flush()
        if stop > start and self.page.flat.size:
            end = self.lines[index][1]
            self.page.line_end(end, stop)
        self.blank = True
        return index + 1

    def _signs(self, index: int, char: str, first: int, end: int, stop: int) -> int:
        """Read a line that starts with a sign; return 0 where the sign means nothing."""
        source = self.source
        start = self.lines[index][0]
        if char == "#" and first - start < 4:
            if self.data:
                return index + 1
            if self._head(first, end, stop):
                return index + 1
        if (
            char in "=-"
            and self.open
            and self.bullet is None
            and self._underlined(first, end, stop)
        ):
            return index + 1
        if char in "-_*=" and _RULER.match(source, first, end):
            self._flush()
            at = self.page.flat.size
            self.page.flat.keep(start, stop)
            self.page.add("noise", at, at)
            self.items.clear()
            return index + 1
        if char == "%" and source.startswith("%%", first):
            return self._remark(index, first, end, stop)
        if char in "`~" and _FENCE.match(source, first, end):
            self._flush()
            self.fence = "" if char == self.fence else self.fence or char
            return index + 1
        if char == ">" and not self.data:
            return self._quote(index)
        if char in "{<":
            done = self._tag(index, first, end)
            if done:
                return done
        if char == "[" and self.fence and is_directive(source[first:end].rstrip()):
            return self._remark(index, first, end, stop)
        if char == "[" and _DEFINITION.match(source, first, end) and not self.open:
            return index + 1
        if char == "|" and not self.data:
            done = self._table(index)
            if done:
                return done
        bullet = _BULLET.match(source, first, end)
        if bullet is not None and self._opens_item(bullet):
            self._start_item(start, first, bullet, end, stop)
            return index + 1
        return 0

    def _remark(self, index: int, first: int, end: int, stop: int) -> int:
        self._flush()
        flat = self.page.flat
        at = flat.size
        flat.keep(first, stop)
        asks = self.source[first + 2 : end].lstrip().startswith("postlint:")
        directive = asks and not self.fence
        self.page.add("directive" if directive else "comment", at, at)
        return index + 1

    # ------------------------------------------------------------ headings

    def _head(self, first: int, end: int, stop: int) -> bool:
        source = self.source
        match = _HEAD.match(source, first, end)
        if match is None or end - first > _LONGEST_HEADING + 100:
            return False
        closing = _CLOSING.search(source, match.end(), end)
        last = closing.start() if closing else end
        if not match[2]:
            # '#Duties' is meant as a heading; '#hiring #now', '#4' and '#XY-Remote' are not.
            words = source[match.end() : last]
            if not words[0].isupper() or " #" in words or words.count(" ") > 8 or is_tag(words):
                return False
        self._flush()
        self.items.clear()
        flat = self.page.flat
        at = flat.size
        flat.keep(first, match.end())
        words_at = flat.size
        inline(self.page, match.end(), last)
        if not match[2]:
            self.page.slips.append(("heading-without-blank", at, flat.size))
        self.page.line_end(last, stop)
        self.page.add("head", at, words_at, len(match[1]))
        self.blank = False
        return True

    def _underlined(self, first: int, end: int, stop: int) -> bool:
        """Read the line under a heading that is drawn under."""
        source = self.source
        if len(self.open) != 1 or not _SETEXT.match(source, first, end):
            return False
        start, last, _ = self.open[0]
        if last - start > _LONGEST_HEADING or source[start:last].rstrip().endswith((".", ";")):
            return False
        self.open = []
        self.items.clear()
        flat = self.page.flat
        at = flat.size
        inline(self.page, start, last)
        flat.put("\n", last, stop)
        self.page.add("head", at, at, 1 if source[first] == "=" else 2)
        return True

    # ------------------------------------------------------------ items

    def _opens_item(self, bullet: re.Match[str]) -> bool:
        """Say whether a bullet is one, seeing what stands above it."""
        sign = bullet[0].strip()
        if bullet[1] is None and not self.items and sign not in "-*+•●▪":
            return False
        if not sign[0].isalnum() and sign[0] != "(":
            # A dash in running text that was broken before it.
            return not (sign == "–" and self.open and self.bullet is None and not self._colon())
        if sign[0].isalpha():
            return not (self.open and self.bullet is None) and not sign[0].isupper()
        if self.open and self.bullet is None and not self.items:
            return self._colon() or sign.strip("().") == "1"
        return True

    def _colon(self) -> bool:
        start, end, _ = self.open[-1]
        return self.source[start:end].rstrip().endswith((":", ".", ";"))

    def _start_item(
        self, start: int, first: int, bullet: re.Match[str], end: int, stop: int
    ) -> None:
        self._flush()
        column = _column(self.source, start, first)
        while self.items and column < self.items[-1][0] + 2:
            self.items.pop()
        self.items.append((column, column + bullet.end() - first))
        self.bullet = bullet.end()
        self.open = [(first, end, stop)]
        self.blank = False

    def _continue(self, start: int, first: int, end: int, stop: int) -> None:
        """Take a line of text into the paragraph or item above it, or start a paragraph."""
        if not self.open:
            column = _column(self.source, start, first)
            while self.items and self.blank and column < self.items[-1][0] + 2:
                self.items.pop()
        self.open.append((first, end, stop))
        self.blank = False

    # ------------------------------------------------------------ what was gathered

    def _flush(self) -> None:
        """Add the paragraph or item gathered so far."""
        if not self.open:
            return
        lines, bullet = self.open, self.bullet
        self.open, self.bullet = [], None
        level = len(self.items)
        if self.data and bullet is not None and self._pairs(bullet, lines):
            return
        if bullet is not None:
            flat = self.page.flat
            at = flat.size
            flat.keep(lines[0][0], bullet)
            if bullet >= lines[0][1]:
                # A bullet alone on its line belongs to the words below it.
                self.page.line_end(lines[0][1], lines[0][2])
                lines = lines[1:]
                if not lines:
                    self.page.add("noise", at, at)
                    return
            else:
                lines[0] = (bullet, *lines[0][1:])
            pieces = list(self._pieces(lines))
            self._add("item", at, pieces[0], level)
            for piece in pieces[1:]:
                self._add("text", flat.size, piece, level, close=True)
            return
        for count, piece in enumerate(self._pieces(lines)):
            self._add("text", self.page.flat.size, piece, level, close=count > 0)

    def _pairs(self, bullet: int, lines: list[Line]) -> bool:
        """Add an item of front matter that is names and values as fields; say whether it is."""
        page, flat, source = self.page, self.page.flat, self.source
        starts = [bullet, *(start for start, _, _ in lines[1:])]
        pairs = [
            _PAIR.match(source, start, end)
            for start, (_, end, _) in zip(starts, lines, strict=True)
        ]
        if not all(pairs):
            return False
        for pair, (_, end, stop) in zip(pairs, lines, strict=True):
            if pair is not None:
                at = flat.size
                flat.keep(pair.start(), pair.end())
                words = flat.size
                flat.keep(pair.end(), end)
                page.line_end(end, stop)
                page.add("field", at, words)
        return True

    def _pieces(self, lines: list[Line]) -> Iterator[list[Line]]:
        """Yield the lines of a paragraph, parted where a line is one of its own."""
        source = self.source
        piece: list[Line] = []
        alone = False
        for line in lines:
            start, end, _ = line
            char = source[start]
            named = (char in "*_" and _NAMED.match(source, start, end)) or (
                char.isupper() and self._is_key(start, end)
            )
            if piece and (alone or named):
                yield piece
                piece = []
            piece.append(line)
            alone = bool(
                (char in "*_" and len(piece) == 1 and _ALL_BOLD.match(source, start, end))
                or _BREAK.search(source, max(start, end - 6), end)
                or (source[end - 2 : end] == "  " and end - start > 2)
                or (named and char not in "*_")
            )
        if piece:
            yield piece

    def _is_key(self, start: int, end: int) -> bool:
        key = _KEY.match(self.source, start, end)
        return key is not None and end - start < 140 and is_field_name(key[1])

    def _add(
        self, kind: str, at: int, lines: list[Line], level: int, *, close: bool = False
    ) -> None:
        """Add a block of the words of some lines; its bullet is in the flat text already."""
        page, flat, source = self.page, self.page.flat, self.source
        words = flat.size
        bold = 0
        start, end, stop = lines[0]
        count = len(lines)
        index = 1
        while True:
            # Lines that follow one another in the source are read as one stretch.
            while index < count and not source[stop : lines[index][0]].strip():
                end, stop = lines[index][1:]
                index += 1
            end = _without_break(source, start, end)
            found = inline(page, start, end)
            bold = bold or (found if start == lines[0][0] else 0)
            page.line_end(end, stop)
            if index >= count:
                break
            start, end, stop = lines[index]
            index += 1
        block = page.add(kind, at, words, level)
        block.bold = bold
        block.close = close

    # ------------------------------------------------------------ what holds Markdown

    def _quote(self, index: int) -> int:
        """Read a quotation: the lines without their signs."""
        source = self.source
        self._flush()
        count = len(self.lines)
        while index < count:
            start, end, stop = self.lines[index]
            text = source[start:end]
            if not text.lstrip().startswith(">"):
                break
            first = start + text.index(">") + 1
            while first < end and source[first] in " \t>":
                first += 1
            if first >= end:
                self._flush()
                self.blank = True
            else:
                bullet = _BULLET.match(source, first, end)
                head = source[first] == "#" and self._head(first, end, stop)
                if head:
                    pass
                elif bullet is not None and self._opens_item(bullet):
                    self._start_item(first, first, bullet, end, stop)
                else:
                    self._continue(first, first, end, stop)
            index += 1
        self._flush()
        self.items.clear()
        return index

    def _table(self, index: int) -> int:
        """Read a table with a delimiter row; return 0 where there is none."""
        source = self.source
        if self.open or index + 1 >= len(self.lines):
            return 0
        start, end, _ = self.lines[index]
        below = self.lines[index + 1]
        rule = source[below[0] : below[1]].strip()
        if "-" not in rule or "|" not in rule + source[start:end] or not _DELIMITER.match(rule):
            return 0
        if source[start:end].count("|") == 0:
            return 0
        rows = [self._cells(start, end)]
        at = index + 2
        while at < len(self.lines):
            start, end, _ = self.lines[at]
            if "|" not in source[start:end]:
                break
            rows.append(self._cells(start, end))
            at += 1
        self.items.clear()
        add_table(self.page, rows, header=True)
        return at

    def _cells(self, start: int, end: int) -> list[Cell]:
        """Return the cells of a row."""
        source = self.source
        text = source[start:end]
        last = start + len(text.rstrip())
        first = start + len(text) - len(text.lstrip())
        if source[first:last].startswith("|"):
            first += 1
        if source[first:last].endswith("|") and source[last - 2 : last] != "\\|":
            last -= 1
        cells: list[Cell] = []
        at = first
        while at <= last:
            bar = source.find("|", at, last)
            while bar > at and source[bar - 1] == "\\":
                bar = source.find("|", bar + 1, last)
            bar = last if bar == -1 else bar
            words = source[at:bar]
            left = at + len(words) - len(words.lstrip())
            right = max(left, at + len(words.rstrip()))
            cells.append(Cell(words.strip(), partial(inline, self.page, left, right)))
            at = bar + 1
        return cells

    # ------------------------------------------------------------ tags

    def _tag(self, index: int, first: int, end: int) -> int:
        """Read a line that starts with a tag; return 0 to read it as text."""
        source = self.source
        if source.startswith("<!--", first):
            return self._comment(index, first)
        if source.startswith(("{%", "{{", "<%", "<?"), first):
            return self._template(index, first)
        if (
            source[first] == "<"
            and not self.data
            and (_BLOCK_TAG.match(source, first, end) or _RAW_TAG.match(source, first, end))
        ):
            return self._html(index, first)
        return 0

    def _line_of(self, index: int, offset: int) -> int:
        """Return the index of the line an offset stands on, looking on from a line."""
        lines = self.lines
        while index + 1 < len(lines) and lines[index][2] <= offset:
            index += 1
        return index

    def _comment(self, index: int, first: int) -> int:
        source = self.source
        close = self._find("-->", first + 4)
        if close == -1:
            return 0
        self._flush()
        words = source[first + 4 : close].strip()
        if words.startswith("postlint:"):
            flat = self.page.flat
            at = flat.size
            begin = first + 4 + source[first + 4 : close].index("postlint:")
            flat.put("%% ", first, begin)
            flat.keep(begin, begin + len(words))
            flat.put("\n", begin + len(words), close + 3)
            # Code shows a directive and gives none.
            self.page.add("comment" if self.fence else "directive", at, at)
        return self._after(index, close + 3)

    def _template(self, index: int, first: int) -> int:
        """Read a line that is nothing but a template's tags."""
        source = self.source
        tags: list[Tag] = []
        at = first
        while True:
            tag = tag_at(source, at, self.end)
            if tag is None:
                break
            tags.append(tag)
            at = tag.end
            if tag.word in ("comment", "raw") and not tag.name:
                close = self._find(f"end{tag.word}", at)
                close = -1 if close == -1 else self._find("%}", close)
                at = at if close == -1 else close + 2
            while at < self.end and source[at] in _BLANKS:
                at += 1
        if not tags:
            return 0
        line = self._line_of(index, at)
        _, end, stop = self.lines[line]
        if at < end and not source[at:end].isspace():
            shows = any(tag.name for tag in tags)
            return 0 if shows and at <= stop and line == index else self._after(index, at)
        self._flush()
        flat = self.page.flat
        for tag in tags:
            if tag.values:
                self.page.field_of(tag, tag.end, tag.end)
            elif tag.name:
                begin = flat.size
                self.page.tag(tag, flat.keep)
                flat.put("\n", tag.end, tag.end)
                self.page.add("noise", begin, begin)
        return line + 1

    def _find(self, words: str, start: int) -> int:
        """Return where words stand after an offset, -1 for nowhere; cheap to ask again."""
        if words in self.absent:
            return -1
        found = self.source.find(words, start, self.end)
        if found == -1:
            self.absent.add(words)
        return found

    def _after(self, index: int, at: int) -> int:
        """Go on behind a tag: with the rest of its last line, or the line after it."""
        source = self.source
        line = self._line_of(index, at)
        start, end, stop = self.lines[line]
        if at >= end or not source[at:end].strip():
            return line + 1 if at > start or line > index else max(line, index + 1)
        self.lines[line] = (at, end, stop)
        return line

    def _html(self, index: int, first: int) -> int:
        """Read lines of HTML up to the next blank line."""
        source = self.source
        self._flush()
        raw = _RAW_TAG.match(source, first, self.end)
        count = len(self.lines)
        at = index
        if raw is not None:
            close = self._find(f"</{raw[1]}", first)
            at = self._line_of(index, close) if close != -1 else index
        while at + 1 < count and source[self.lines[at + 1][0] : self.lines[at + 1][1]].strip():
            at += 1
        self.items.clear()
        read_fragment(self.page, first, self.lines[at][2])
        return at + 1


def _column(source: str, start: int, first: int) -> int:
    column = 0
    for char in source[start:first]:
        column += 4 - column % 4 if char == "\t" else 1
    return column


def _without_break(source: str, start: int, end: int) -> int:
    """Return where a line's words end: before a sign that breaks the line, and blanks."""
    match = _BREAK.search(source, max(start, end - 6), end)
    if match is not None:
        end = match.start()
    while end > start and source[end - 1] in " \t":
        end -= 1
    return end

"""The words of HTML, block by block; what is not the posting's own is left out."""

from __future__ import annotations

import re
from functools import partial

from postlint.readers.html.entities import entity
from postlint.readers.html.tokens import (
    CLOSE,
    OPEN,
    REMARK,
    TEXT,
    Token,
    attributes,
    partners,
    tokenize,
)
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.pages.columns import Cell
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.readers.pages.templates import tag_at
from postlint.text.characters import odd_characters

_PIECE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[ \t\r\n\f]+|\{\{|\{%|<%"
)
_HEADS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html label legend li main menu nav ol option p"
    " pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(_HEADS)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BOLD = frozenset({"b", "strong", "th"})
_DROPPED = frozenset(
    "script style head nav svg template noscript iframe object canvas select button textarea audio"
    " video math map datalist dialog del s strike".split()
)
_DROPPED_ROLES = frozenset(
    {
        "navigation",
        "banner",
        "search",
        "dialog",
        "alert",
        "menu",
        "menubar",
    }
)
_CHROME = frozenset(
    "nav navbar navigation breadcrumb breadcrumbs cookie cookies skip skiplink share sharing social"
    " pagination toc menu subscribe subscription newsletter signup related recommended".split()
)
# What asks a reader to leave an address, and says nothing of the post.
_BOX = re.compile(
    r"(?i)\b(?:subscrib|newsletter|job alerts?\b|(?:by|in|to) your (?:e-?mail|inbox)\b"
    r"|sign up (?:for|to)|looking for (?:another|other|a different) jobs?|similar jobs|more jobs"
    r"|all rights reserved|cookie|follow us\b|©)"
)
# What a short part may say of the post beside it.
_KEEPS = re.compile(
    r"(?i)\b(?:salary|pay\b|clos(?:es|ing)|reports? to|equal opportunity|EEO\b|EOE\b|discriminat"
    r"|accommodat|duties|apply by|deadline|full[ -]time|part[ -]time|job (?:type|number|id)\b"
    r"|employment type|location:|department:|benefits|qualifi)"
)
_BOXES = frozenset({"aside", "footer", "div", "section", "form", "header"})
_LONGEST_BOX = 600
_NEVER = frozenset({"html", "body", "main", "article", "form"})
_CONTAINERS = frozenset(
    {"div", "section", "ul", "ol", "a", "p", "span", "header", "table", "form", "li"}
)
_WORD = re.compile(r"[A-Za-z][a-z]*")
_HIDDEN = re.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_HEAVY = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_DEEPEST = 30
_ROWSPAN = re.compile(r"\browspan\s*=\s*[\"']?\s*([1-9]\d{0,2})", re.IGNORECASE)
_MOST_SPANNED = 100
# What stands below a cell of several rows.
_NOTHING = Cell("", int)
_LAYOUT_CELL = 1200
_LONGEST_NAME = 60
# How far to look for a heading in a page's header.
_HEADER = 400


def _pass_over(cells: list[Cell], below: dict[int, int]) -> None:
    """Add nothing in each column that a cell of an earlier row takes."""
    while below.get(len(cells), 0):
        below[len(cells)] -= 1
        cells.append(_NOTHING)


def read_fragment(page: Page, start: int, end: int) -> None:
    """Add the blocks of a stretch of HTML to a page."""
    tokens = tokenize(page.source, start, end)
    writer = Writer(page, tokens)
    writer.run(0, len(tokens))


def says_of_post(source: str, tokens: list[Token], index: int, closing: int) -> bool:
    """Say whether a part at the edge of a page says something of the post."""
    return _KEEPS.search(source, tokens[index].end, tokens[closing].start) is not None


def _is_chrome(names: str) -> bool:
    """Say whether the names a page gives a part are those of what surrounds a text."""
    return any(
        word.lower() in _CHROME for part in names.split() for word in _WORD.findall(part)[:3]
    )


class Writer:
    """Adds tokens to a page."""

    def __init__(self, page: Page, tokens: list[Token], partner: list[int] | None = None) -> None:
        self.page = page
        self.source = page.source
        self.tokens = tokens
        self.partner = partners(tokens) if partner is None else partner
        self.lists = 0
        self.item = 0  # the level of an item that has no words yet
        # What the next item of each open list is called, 0 where they have no numbers.
        self.numbers: list[int] = []
        self.number = ""  # of the item that has no words yet
        self.shown = 0  # how long the number is that the block begins with
        self.head = 0  # the level of the heading the words belong to
        self.bold = 0
        self.heavy: set[int] = set()  # closing tags that end what a style made bold
        self.pre = 0
        # The block being written.
        self.start = page.flat.size
        self.said = False
        self.blank: tuple[int, int] | None = None
        self.lead = 0
        self.edge = 0
        self.close = False
        self.depth = 0

    def run(self, first: int, last: int) -> None:
        """Add the tokens from one index to another, and end the block they leave open."""
        tokens, partner = self.tokens, self.partner
        index = first
        while index < last:
            token = tokens[index]
            kind = token.kind
            if kind == TEXT:
                self._text(token.start, token.end)
            elif kind == OPEN:
                closing = partner[index]
                if closing and self._dropped(token, index, closing):
                    index = closing + 1
                    continue
                if (
                    closing
                    and token.name in ("table", "dl")
                    and self.depth < _DEEPEST
                    and self._grid(index, closing)
                ):
                    index = closing + 1
                    continue
                self._open(token, closing)
            elif kind == CLOSE:
                self._closing(token, index)
            else:
                self._remark(token)
            index += 1
        self._end(tokens[last - 1].end if last > first else 0)

    # ------------------------------------------------------------ what is left out

    def _dropped(self, token: Token, index: int, closing: int) -> bool:
        name = token.name
        if name == "header" and not any(
            inner.kind == OPEN and inner.name in _HEADS
            for inner in self.tokens[index : min(closing, index + _HEADER)]
        ):
            return True
        if name in _DROPPED:
            return True
        if name in _BOXES and self._is_box(index, closing):
            return True
        if name in ("aside", "footer") and not says_of_post(
            self.source, self.tokens, index, closing
        ):
            return True
        if token.attributes[1] - token.attributes[0] < 5 or name in _NEVER:
            return False
        found = attributes(self.source, token)
        if "hidden" in found or found.get("aria-hidden") == "true":
            return True
        if found.get("role", "").lower() in _DROPPED_ROLES:
            return True
        style = found.get("style")
        if style and _HIDDEN.search(style):
            return True
        if name in _CONTAINERS:
            for key in ("class", "id"):
                names = found.get(key)
                if names and any(
                    word.lower() in _CHROME
                    for part in names.split()
                    for word in _WORD.findall(part)[:3]
                ):
                    return True
        return False

    def _is_box(self, index: int, closing: int) -> bool:
        """Say whether a part is a short box that asks for an address, or a page's foot."""
        first, last = self.tokens[index].end, self.tokens[closing].start
        return (
            last - first < _LONGEST_BOX
            and not _KEEPS.search(self.source, first, last)
            and _BOX.search(self.source, first, last) is not None
        )

    # ------------------------------------------------------------ tags

    def _open(self, token: Token, closing: int) -> None:
        name = token.name
        if name == "br":
            if self.head or self.depth:
                self._space(token.start, token.end)
            else:
                self._end(token.start)
                self.close = True
            return
        if name in _BOLD and self.said and not self.depth and self._names(token, closing):
            self._end(token.start)
            self.close = True
        if name in _BOLD or (
            token.attributes[1] - token.attributes[0] > 10
            and closing
            and _HEAVY.search(self.source, *token.attributes)
        ):
            self.bold += 1
            if name not in _BOLD:
                self.heavy.add(closing)
        if name not in _BLOCKS:
            if name in ("img", "input"):
                self._space(token.start, token.end)
            return
        if self.depth:
            self._space(token.start, token.end)
            return
        self._end(token.start)
        self.close = False
        if name in _HEADS:
            self.head = _HEADS[name]
        elif name in _LISTS:
            self.lists += 1
            self.item = 0
            self.numbers.append(self._first(token) if name == "ol" else 0)
        elif name == "li":
            self.lists = max(1, self.lists)
            self.item = self.lists
            self.number = self._numbered(token)
        elif name == "pre":
            self.pre += 1

    def _first(self, token: Token) -> int:
        """Return the number an ordered list begins with, 0 where its signs are no numbers."""
        if token.attributes[1] - token.attributes[0] < 5:
            return 1
        found = attributes(self.source, token)
        if found.get("type", "1") != "1" or "reversed" in found:
            return 0
        start = found.get("start") or "1"
        return int(start) if start.isdecimal() and len(start) < 4 else 0

    def _numbered(self, token: Token) -> str:
        """Return the number of an item with its stop, which a page shows and does not say."""
        if not self.numbers or not self.numbers[-1]:
            return ""
        if token.attributes[1] - token.attributes[0] > 5:
            value = attributes(self.source, token).get("value") or ""
            if value.isdecimal() and len(value) < 4:
                self.numbers[-1] = int(value)
        number = self.numbers[-1]
        self.numbers[-1] = number + 1 if number < 999 else 0
        return f"{number}. "

    def _names(self, token: Token, closing: int) -> bool:
        """Say whether bold words inside a paragraph name what follows, as in `Salary: $7`."""
        if not closing or self.head or self.page.flat.peek(self.page.flat.size - 1) not in ".;!?)":
            return False
        end = self.tokens[closing].start
        if end - token.end > _LONGEST_NAME:
            return False
        words = self.source[token.end : end].rstrip()
        return words.endswith(":") and words[:1].isupper()

    def _closing(self, token: Token, index: int) -> None:
        name = token.name
        if name in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif index in self.heavy:
            self.heavy.remove(index)
            self.bold = max(0, self.bold - 1)
        if name not in _BLOCKS:
            return
        if self.depth:
            self._space(token.start, token.end)
            return
        self._end(token.start)
        self.close = False
        if name in _HEADS:
            self.head = 0
        elif name in _LISTS:
            self.lists = max(0, self.lists - 1)
            self.item = 0
            del self.numbers[self.lists :]
        elif name == "li":
            self.item = 0
        elif name == "pre":
            self.pre = max(0, self.pre - 1)

    def _remark(self, token: Token) -> None:
        """Add a comment that speaks to postlint."""
        self._end(token.start)
        flat = self.page.flat
        begin = self.source.index("postlint:", token.start)
        words = self.source[begin : token.end - 3].rstrip()
        flat.put("%% ", token.start, begin)
        flat.keep(begin, begin + len(words))
        flat.put("\n", begin + len(words), token.end)
        self.page.add("directive", self.start, self.start)
        self.start = flat.size

    # ------------------------------------------------------------ words

    def _space(self, start: int, end: int) -> None:
        if self.said and self.blank is None:
            self.blank = (start, end)

    def _text(self, start: int, end: int) -> None:
        """Add a text's words; blanks between them become one, unless they are kept."""
        source = self.source
        at = start
        for piece in _PIECE.finditer(source, start, end):
            begin, stop = piece.span()
            if begin < at:
                continue
            char = source[begin]
            if char in " \t\r\n\f":
                if stop - begin == 1 and char == " " and at < begin and stop < end:
                    continue  # one blank between words stays where it is
                self._word(at, begin)
                at = stop
                if self.pre and not self.depth and ("\n" in piece[0] or "\r" in piece[0]):
                    self._end(begin)
                    self.close = True
                else:
                    self._space(begin, stop)
                continue
            if char == "&":
                text = entity(source, begin, stop)
                if text == source[begin:stop]:
                    continue
                self._word(at, begin)
                at = stop
                if text == "\xa0" and not self.said:
                    continue
                self._put(text, begin, stop)
                continue
            tag = tag_at(source, begin, end)
            if tag is None:
                continue
            self._word(at, begin)
            at = tag.end
            if tag.name or tag.values:
                self._before(tag.start)
                self.page.tag(tag, self.page.flat.keep)
                self._after()
        self._word(at, end)

    def _word(self, start: int, end: int) -> None:
        if start < end:
            self._before(start)
            flat = self.page.flat
            # A page's text was looked at as a whole; a Word file's comes here as it is.
            at = start
            for low, high, seen in odd_characters(self.source[start:end]):
                flat.keep(at, start + low)
                flat.put(seen, start + low, start + high)
                at = start + high
            flat.keep(at, end)
            self._after()

    def _put(self, text: str, start: int, end: int) -> None:
        self._before(start)
        self.page.flat.put(text, start, end)
        if not text.isspace():
            self._after()

    def _before(self, start: int) -> None:
        """Make what stands before words that start here: an item's number, the blank met last."""
        if self.item and self.number and not self.said and not self.head:
            self.page.flat.put(self.number, start, start)
            self.shown, self.number = len(self.number), ""
        if self.blank is not None:
            tab = self.page.tabs and "\t" in self.source[self.blank[0] : self.blank[1]]
            self.page.flat.put("\t" if tab else " ", *self.blank)
            self.blank = None

    def _after(self) -> None:
        self.said = True
        if self.lead < 2:
            if self.bold:
                self.lead, self.edge = 1, self.page.flat.size
            else:
                self.lead = 2

    # ------------------------------------------------------------ blocks

    def _end(self, at: int) -> None:
        """End the block being written, if it has words."""
        flat = self.page.flat
        self.blank = None
        if not self.said:
            self.start = flat.size
            self.lead = self.edge = 0
            return
        start, kind, level, words = self.start, "text", self.lists, self.start
        if self.head:
            kind, level = "head", self.head
        elif self.item:
            kind, level, words, self.item = "item", self.item, start + self.shown, 0
        else:
            length = self._bullet()
            if length:
                kind, words, level = "item", start + length, self.lists + 1
        self.shown = 0
        flat.put("\n", at, at)
        block = self.page.add(kind, start, words, level)
        block.bold = self.edge
        block.close = self.close
        self.start = flat.size
        self.said = False
        self.lead = self.edge = 0

    def _bullet(self) -> int:
        """Return how long the bullet that was typed before the words is, 0 for none."""
        opening = self.page.flat.peek(self.start)
        text = opening.lstrip()
        if not text or (
            text[0].isalpha() and text[0] not in "oüâï" and text[1:2] not in (".", ")")
        ):
            return 0
        length = bullet_length(text)
        if length and length < len(text):
            return length + len(opening) - len(text)
        return 0

    # ------------------------------------------------------------ tables

    def _grid(self, first: int, last: int) -> bool:
        """Read a table or a list of terms; say whether it is one rather than a layout."""
        rows = (
            self._rows(first, last)
            if self.tokens[first].name == "table"
            else self._terms(first, last)
        )
        if rows is None:
            return False
        self._end(self.tokens[first].start)
        cells = self._spread([[(self._cell(*place), place[0]) for place in row] for row in rows])
        header = bool(rows) and all(self.tokens[begin - 1].name == "th" for begin, _ in rows[0])
        self.page_grid(cells, header=header and len(rows) > 1)
        self.start = self.page.flat.size
        return True

    def _spread(self, rows: list[list[tuple[Cell, int]]]) -> list[list[Cell]]:
        """Return rows in which every cell stands in its column, below cells of many rows too."""
        found: list[list[Cell]] = []
        below: dict[int, int] = {}  # how many rows more a column is taken
        for row in rows:
            cells: list[Cell] = []
            for cell, first in row:
                _pass_over(cells, below)
                tag = self.tokens[first - 1]
                match = _ROWSPAN.search(self.source, tag.start, tag.end)
                if match is not None:
                    below[len(cells)] = min(int(match[1]), _MOST_SPANNED) - 1
                cells.append(cell)
            _pass_over(cells, below)
            found.append(cells)
        return found

    def page_grid(self, cells: list[list[Cell]], *, header: bool) -> None:
        """Add the cells of a table to the page."""
        add_table(self.page, cells, header=header)

    def _rows(self, first: int, last: int) -> list[list[tuple[int, int]]] | None:
        """Return where the cells of a table are, row by row; `None` for a layout's."""
        tokens = self.tokens
        rows: list[list[tuple[int, int]]] = []
        cell = 0
        for index in range(first + 1, last + 1):
            token = tokens[index]
            name = token.name
            if token.kind not in (OPEN, CLOSE):
                continue
            if token.kind == OPEN and (name == "table" or name in _HEADS or name in _LISTS):
                return None
            if name in ("td", "th", "tr", "table", "tbody", "thead", "tfoot"):
                if cell:
                    if token.start - tokens[cell].start > _LAYOUT_CELL:
                        return None
                    (rows or [[]])[-1].append((cell + 1, index))
                    cell = 0
                if token.kind == OPEN and name == "tr":
                    rows.append([])
                elif token.kind == OPEN and name in ("td", "th"):
                    if not rows:
                        rows.append([])
                    cell = index
        return [row for row in rows if row]

    def _terms(self, first: int, last: int) -> list[list[tuple[int, int]]] | None:
        """Return where the terms of a list of terms are, each with what it means."""
        tokens = self.tokens
        rows: list[list[tuple[int, int]]] = []
        begin = 0
        for index in range(first + 1, last + 1):
            token = tokens[index]
            name = token.name
            if token.kind not in (OPEN, CLOSE):
                continue
            if token.kind == OPEN and (name in ("dl", "table") or name in _HEADS or name in _LISTS):
                return None
            if name in ("dt", "dd", "dl", "div"):
                if begin:
                    term = tokens[begin].name == "dt"
                    if token.start - tokens[begin].start > _LAYOUT_CELL:
                        return None
                    if term or not rows:
                        rows.append([(begin + 1, index)])
                    else:
                        rows[-1].append((begin + 1, index))
                    begin = 0
                if token.kind == OPEN and name in ("dt", "dd"):
                    begin = index
        return rows

    def _cell(self, first: int, last: int) -> Cell:
        words = "".join(
            self.source[token.start : token.end]
            for token in self.tokens[first:last]
            if token.kind == TEXT
        )
        shown = " ".join(words.replace("&nbsp;", " ").split())
        return Cell(shown, partial(self._inside, first, last))

    def _inside(self, first: int, last: int) -> int:
        """Add the words of a cell; return where bold words at its start end."""
        self.start = self.page.flat.size
        self.said, self.blank, self.lead, self.edge = False, None, 0, 0
        self.depth += 1
        index = first
        while index < last:
            token = self.tokens[index]
            if token.kind == TEXT:
                self._text(token.start, token.end)
            elif token.kind == OPEN:
                closing = self.partner[index]
                if closing and self._dropped(token, index, closing):
                    index = closing + 1
                    continue
                self._open(token, closing)
            elif token.kind == CLOSE:
                self._closing(token, index)
            elif token.kind == REMARK:
                pass
            index += 1
        self.depth -= 1
        self.said = False
        edge, self.lead, self.edge, self.blank = self.edge, 0, 0, None
        return edge

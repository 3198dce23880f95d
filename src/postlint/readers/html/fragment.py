"""The tags of HTML: where they begin and end blocks, and what is a table."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from postlint.readers.html.grids import Rows, rows, spread, terms
from postlint.readers.html.numbers import Numbers
from postlint.readers.html.omitted import is_omitted
from postlint.readers.html.tokens import (
    BLOCKS,
    BOLD,
    CLOSE,
    HEADS,
    LISTS,
    OPEN,
    REMARK,
    TEXT,
    Token,
    partners,
    tokenize,
)
from postlint.readers.html.words import WordWriter
from postlint.readers.pages.columns import Cell
from postlint.readers.pages.criteria import names_criteria
from postlint.readers.pages.headed_tables import are_beside
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table, names_duties
from postlint.text.patterns import pattern

_BOX = pattern(r"(?i)\btype\s*=\s*[\"']?(?:checkbox|radio)\b")
_CHECKED = pattern(r"(?i)(?<![\w-])checked\b")
_HEAVY = pattern(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_DEEPEST = 30
_LONGEST_NAME = 60
# Attributes shorter than this style nothing.
_LEAST_STYLE = 10
# What begins a part of a cell.
_PARTS = frozenset({"p", "li", "dd", "br"})
# What describes a posting within the tags of a page, and where it has a heading of its own.
_PROPERTY = pattern(r"(?i)\bitemprop\s*=\s*[\"']?([a-zA-Z]{4,40})")
_VALUE = pattern(r"(?i)\b(?:content|datetime)\s*=\s*[\"']\s*([^\"']{1,200}?)\s*[\"']")
_WHOLE = pattern(r"[^_]+")
_HEADED = pattern(r"(?i)<(?:h[1-6]|b|strong)\b")
# How deep a button stands that opens and shuts a part of the page.
_OF_BUTTON = 3
_DRAWN = frozenset({"img", "input"})


def read_fragment(page: Page, start: int, end: int) -> None:
    """Add the blocks of a stretch of HTML to a page."""
    tokens = tokenize(page.source, start, end)
    writer = Writer(page, tokens)
    writer.run(0, len(tokens))


class Writer(WordWriter):
    """Adds tokens to a page."""

    def __init__(self, page: Page, tokens: list[Token], partner: list[int] | None = None) -> None:
        super().__init__(page)
        self.tokens = tokens
        self.partner = partners(tokens) if partner is None else partner
        self.numbers = Numbers(page.source)
        self.described = "itemprop" in page.source
        self.heavy: set[int] = set()  # closing tags that end what a style made bold

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
                if closing and is_omitted(self.source, self.tokens, index, closing):
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

    # ------------------------------------------------------------ tags

    def _open(self, token: Token, closing: int) -> None:
        name = token.name
        if name == "br":
            self._break(token)
            return
        self._embolden(token, closing)
        if name in _DRAWN:
            self._draw(token)
        if self.described and not self.depth:
            self._describe(token, closing)
        if not self._ends_block(token):
            return
        if name in HEADS:
            self.head = HEADS[name]
        elif name == "button":
            self.head = _OF_BUTTON
        elif name in LISTS:
            self.lists += 1
            self.item = 0
            self.numbers.begin(token)
        elif name == "li":
            self.lists = max(1, self.lists)
            self.item = self.lists
            self.number = self.numbers.item(token)
        elif name == "pre":
            self.pre += 1

    def _describe(self, token: Token, closing: int) -> None:
        """Add what a tag says of a posting in its attributes, and no reader of the page sees."""
        from postlint.readers.jobposting.properties import (  # noqa: PLC0415  # few pages do
            FIELDS,
            SECTIONS,
            TITLES,
        )

        source = self.source
        found = _PROPERTY.search(source, *token.attributes)
        if found is None:
            return
        flat, page, name = self.page.flat, self.page, found[1]
        value = _VALUE.search(source, *token.attributes)
        if value is not None and (name in FIELDS or name in TITLES):
            self._end(token.start)
            at = flat.size
            flat.replace(f"{FIELDS[name]}: " if name in FIELDS else "", *found.span(1))
            words = flat.size
            # FULL_TIME is the vocabulary's, "FULL TIME" is what it says.
            for part in _WHOLE.finditer(source, *value.span(1)):
                flat.copy(*part.span())
                if part.end() < value.end(1):
                    flat.replace(" ", part.end(), part.end() + 1)
            flat.insert("\n")
            page.add("field" if name in FIELDS else "head", at, words, int(name in TITLES))
            self.start = flat.size
        elif (
            closing
            and SECTIONS.get(name)
            and token.name in BLOCKS
            and _HEADED.search(source, token.end, self.tokens[closing].start) is None
        ):
            self._end(token.start)
            at = flat.size
            flat.replace(f"{SECTIONS[name]}\n", *found.span(1))
            page.add("head", at, at, 3)
            self.start = flat.size

    def _break(self, token: Token) -> None:
        """End a line; in headings and cells the words go on behind a blank."""
        if self.head or self.depth:
            self._space(token.start, token.end)
        else:
            self._end(token.start)
            self.close = True

    def _embolden(self, token: Token, closing: int) -> None:
        """Count what makes words bold; a bold name within a paragraph begins another."""
        if token.name in BOLD:
            if self.filled and not self.depth and self._names(token, closing):
                self._end(token.start)
                self.close = True
            self.bold += 1
        elif (
            token.attributes[1] - token.attributes[0] > _LEAST_STYLE
            and closing
            and _HEAVY.search(self.source, *token.attributes)
        ):
            self.bold += 1
            self.heavy.add(closing)

    def _draw(self, token: Token) -> None:
        """Add a picture as a blank, and a box as text has it: only what is checked is said."""
        self._space(token.start, token.end)
        box = self._box(token) if token.name == "input" else ""
        if box:
            self._insert(box, token.start, token.end)
            self._space(token.end, token.end)

    def _box(self, token: Token) -> str:
        """Return what text has for an input: a box, checked or not; nothing for any other."""
        if not _BOX.search(self.source, *token.attributes):
            return ""
        return "☒" if _CHECKED.search(self.source, *token.attributes) else "☐"

    def _ends_block(self, token: Token) -> bool:
        """Say whether a tag is the edge of a block, and end what stood before; cells go on."""
        if token.name not in BLOCKS:
            return False
        if self.depth:
            self._space(token.start, token.end)
            return False
        self._end(token.start)
        self.close = False
        return True

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
        if name in BOLD:
            self.bold = max(0, self.bold - 1)
        elif index in self.heavy:
            self.heavy.remove(index)
            self.bold = max(0, self.bold - 1)
        if not self._ends_block(token):
            return
        if name in HEADS or name == "button":
            self.head = 0
        elif name in LISTS:
            self.lists = max(0, self.lists - 1)
            self.item, self.boxed = 0, min(self.boxed, self.lists)
            del self.numbers.open[self.lists :]
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
        flat.replace("%% ", token.start, begin)
        flat.copy(begin, begin + len(words))
        flat.replace("\n", begin + len(words), token.end)
        self.page.add("directive", self.start, self.start)
        self.start = flat.size

    # ------------------------------------------------------------ tables

    def _grid(self, first: int, last: int) -> bool:
        """Read a table or a list of terms; say whether it is one rather than a layout."""
        tokens = self.tokens
        found = (rows if tokens[first].name == "table" else terms)(tokens, first, last)
        found = self._of_lists(first, last) if found is None else found
        if found is None:
            return False
        self._end(tokens[first].start)
        cells = spread(
            self.source, tokens, [[(self._cell(*each), each[0]) for each in row] for row in found]
        )
        header = len(found) > 1 and all(tokens[begin - 1].name == "th" for begin, _ in found[0])
        add_table(self.page, cells, header=header)
        self.start = self.page.flat.size
        return True

    def _of_lists(self, first: int, last: int) -> Rows | None:
        """Return the cells of a table of duties, in which lists may stand; `None` for others."""
        if self.tokens[first].name != "table":
            return None
        found = rows(self.tokens, first, last, lists=True)
        if found is None or len(found) < 2 or len(found[0]) < 2:
            return None
        if self._has_list(found[0]):
            # "Duties" beside a list of them is a row, and names no column.
            beside = all(len(row) == 2 and not self._has_list(row[:1]) for row in found)
            cells = [[self._cell(*cell) for cell in row] for row in found] if beside else []
            return found if beside and are_beside(cells, 2) else None
        names = [self._cell(*cell) for cell in found[0]]
        if names_criteria([name.words for name in names]):
            return found
        return found if names_duties([names, [self._cell(*cell) for cell in found[1]]]) else None

    def _has_list(self, row: list[tuple[int, int]]) -> bool:
        return any(
            token.kind == OPEN and token.name in LISTS
            for first, last in row
            for token in self.tokens[first:last]
        )

    def _cell(self, first: int, last: int) -> Cell:
        words = "".join(
            self.source[token.start : token.end] if token.kind == TEXT else self._box(token)
            for token in self.tokens[first:last]
            if token.kind == TEXT or token.name == "input"
        )
        shown = " ".join(words.replace("&nbsp;", " ").split())
        starts = [
            index
            for index in range(first, last)
            if self.tokens[index].kind == OPEN and self.tokens[index].name in _PARTS
        ]
        before = self.tokens[first : starts[0]] if starts else []
        if starts and (
            self.tokens[starts[0]].name in ("dd", "br")
            or any(
                token.kind == TEXT and self.source[token.start : token.end].strip()
                for token in before
            )
        ):
            starts.insert(0, first - 1)  # what parts it from the others stands behind the first
        parts = [self._cell(low + 1, high) for low, high in pairwise([*starts, last])]
        worded = tuple(part for part in parts if part.words) if len(starts) > 1 else ()
        return Cell(shown, partial(self._inside, first, last), worded)

    def _inside(self, first: int, last: int) -> int:
        """Add the words of a cell; return where bold words at its start end."""
        self.start = self.page.flat.size
        self.filled, self.blank, self.lead, self.edge = False, None, 0, 0
        self.depth += 1
        index = first
        while index < last:
            token = self.tokens[index]
            if token.kind == TEXT:
                self._text(token.start, token.end)
            elif token.kind == OPEN:
                closing = self.partner[index]
                if closing and is_omitted(self.source, self.tokens, index, closing):
                    index = closing + 1
                    continue
                self._open(token, closing)
            elif token.kind == CLOSE:
                self._closing(token, index)
            elif token.kind == REMARK:
                pass
            index += 1
        self.depth -= 1
        self.filled = False
        edge, self.lead, self.edge, self.blank = self.edge, 0, 0, None
        return edge

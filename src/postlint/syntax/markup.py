"""What a line of the markup is, seen with the lines before it.

The grammar's terminals know one line. This step, run by lark between its
lexer and its parser, knows the column of every open item and whether text
stands right above: it nests items by indent, joins continued lines, tells a
heading by its underline, and takes the essential-duty marker off a line's end.
`docs/markup.md` says each of its rules with examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token

from postlint.document.markers import marker_start

# Deeper nesting is read as this deep. No posting comes near it, and a bound
# here bounds every walk over the tree.
MAX_DEPTH = 32

_TAB = 4
_ALONE = 16
_BLANKS = " \t\xa0"
_HEADS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
# Lines that nobody reads as part of the text: they neither open nor close a list.
_UNSEEN = frozenset({"BLANK", "COMMENT", "DIRECTIVE"})
# A key that begins a list or a block in a front matter.
_FRONT_HEAD = re.compile(r"[^\W\d_][^\s:]*(?: [^\s:]+){0,4}:\s*\Z")
# The first numbers of a list. Only these begin one right below text; "15."
# there is a date or an amount at the end of a sentence.
_FIRST = frozenset({"1", "a", "i", "A", "I"})


def _column(blanks: str) -> int:
    """Return the column reached after leading blanks; a tab goes to the next stop."""
    column = 0
    for char in blanks:
        column += _TAB - column % _TAB if char == "\t" else 1
    return column


def _indent(value: str) -> int:
    return _column(value[: len(value) - len(value.lstrip(_BLANKS))])


class Indenter:
    """Turns the lexer's lines into nested items and continued lines."""

    # Terminals that this step reads and the grammar does not.
    always_accept = ("BOLD", "UNDERLINED")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Yield the grammar's terminals for the lexer's tokens, losing none."""
        return _Lines().read(stream)


class _Lines:
    """What is open at a place in the text; one text, one object."""

    def __init__(self) -> None:
        # Each open item: its column, whether its nested part is open, whether it has a number.
        self.stack: list[list[int]] = []
        # What nobody reads waits for the line that says where it belongs.
        self.held: list[Token] = []
        # What stood before on the same line.
        self.opener = ""
        # What a line of text right below would continue.
        self.joins = ""
        # The start of a line that looked like something else and is text.
        self.begun: list[Token] = []
        # Whether the lines are fields between the rulers that begin a file.
        self.front = False

    def read(self, stream: Iterator[Token]) -> Iterator[Token]:
        token = None
        for token in stream:
            kind = token.type
            if kind in _UNSEEN:
                self.held.append(token)
                self.joins = ""
            elif kind == "LINE":
                yield from self.line(token)
            elif self.opener or self.begun or self.is_text(token):
                yield from self.inside(token)
            elif kind == "BULLET":
                yield from self.bullet(token)
            elif kind == "BOLD":
                yield from self.bold(token)
            elif kind == "UNDERLINED":
                yield from self.underlined(token)
            else:
                yield from self.other(token)
        if self.held:
            yield from self.close(0, self.held[0])
            yield from self.release()
        elif token is not None:
            end = Token("DEDENT", "", start_pos=token.end_pos, end_pos=token.end_pos)
            yield from self.close(0, end)

    def is_text(self, token: Token) -> bool:
        """Say whether what looks like an item or a field goes on with the text above it."""
        if not self.joins or self.joins == "KEY":
            return False
        if token.type == "BULLET":
            number = token.strip(_BLANKS + "().")
            if not number.isalnum() or number in _FIRST:
                return False
            return not any(numbered for _, _, numbered in self.stack)
        # A name begins with a capital; "following: ..." is the middle of a sentence.
        return token.type == "KEY" and token[0].islower() and not self.front

    def inside(self, token: Token) -> Iterator[Token]:
        """Take a token that stands after the start of its line, or is no such start."""
        if self.opener == "BULLET" and token.type == "LABEL" and not self.begun:
            yield token
            self.opener = "LABEL"
        else:
            self.begun.append(token)

    def line(self, token: Token) -> Iterator[Token]:
        """Take text to the end of its line."""
        if self.begun:
            token = _together([*self.begun, token])
            self.begun.clear()
        if self.opener:
            self.joins = "" if self.opener in _HEADS else self.opener
        elif self.joins and (self.joins != "KEY" or token[0] in _BLANKS):
            token.type = "MORE"
        elif self.front and _FRONT_HEAD.match(token):
            yield from self.heading("H2", token)
            return
        else:
            first = self.first(token)
            yield from self.close(_indent(token), first)
            yield from self.nest(first)
            self.joins = "LINE"
        yield from self.release()
        yield from _split_marker(token)
        self.opener = ""

    def bullet(self, token: Token) -> Iterator[Token]:
        """Open an item inside the open items that stand left of it."""
        first = self.first(token)
        column = _indent(token)
        yield from self.close(column, first)
        if len(self.stack) >= MAX_DEPTH:
            yield from self.close(self.stack[-1][0], first)
        yield from self.nest(first)
        yield from self.release()
        self.stack.append([column, 0, token.strip(_BLANKS + "().").isalnum()])
        yield token
        self.opener = "BULLET"

    def bold(self, token: Token) -> Iterator[Token]:
        """Read a line in bold as a heading under all others, or as text that goes on."""
        if self.joins and self.joins != "KEY":
            token.type = "LINE"
            yield from self.line(token)
        else:
            yield from self.heading("H6", token)

    def underlined(self, token: Token) -> Iterator[Token]:
        """Read a line and its ruler as a heading, or as the end of a paragraph and a ruler."""
        cut = len(token.rstrip(_BLANKS + "\r\n").rstrip("-="))
        line, ruler = _cut(token, "LINE", cut, "NOISE")
        if self.joins and self.joins != "KEY":
            yield from self.line(line)
        else:
            yield from self.heading("H1" if "=" in ruler else "H2", line)
        yield from self.other(ruler)

    def heading(self, kind: str, words: Token) -> Iterator[Token]:
        """Yield a heading whose mark has no characters of its own."""
        words.type = "LINE"
        yield from self.other(_empty(kind, words))
        yield from self.line(words)

    def other(self, token: Token) -> Iterator[Token]:
        """Take what begins a line and is neither text nor an item."""
        kind = token.type
        first = self.first(token)
        yield from self.close(0 if kind in _HEADS or kind == "KEY" else _indent(token), first)
        yield from self.nest(first)
        yield from self.release()
        if kind == "NOISE":
            self.front = token.start_pos == 0 and token.startswith("---")
        yield token
        self.opener = kind if kind in _HEADS or kind in ("KEY", "LABEL") else ""
        self.joins = ""

    def first(self, token: Token) -> Token:
        """Return where what belongs to a line begins: at the lines nobody reads above it."""
        return self.held[0] if self.held else token

    def close(self, column: int, at: Token) -> Iterator[Token]:
        """End the items that do not stand left of a column."""
        while self.stack and self.stack[-1][0] >= column:
            if self.stack.pop()[1]:
                yield _empty("DEDENT", at)

    def nest(self, at: Token) -> Iterator[Token]:
        """Open the nested part of the innermost item, once."""
        if self.stack and not self.stack[-1][1]:
            self.stack[-1][1] = 1
            yield _empty("INDENT", at)

    def release(self) -> Iterator[Token]:
        """Yield what was held."""
        yield from self.held
        self.held.clear()


def _empty(kind: str, at: Token) -> Token:
    return Token(kind, "", start_pos=at.start_pos, end_pos=at.start_pos)


def _together(tokens: list[Token]) -> Token:
    # At once, at the end of the line: one by one, a long line would be copied for each of them.
    start, end = tokens[0].start_pos, tokens[-1].end_pos
    return Token("LINE", "".join(tokens), start_pos=start, end_pos=end)


def _cut(token: Token, first: str, place: int, second: str) -> tuple[Token, Token]:
    begin = token.start_pos or 0
    middle, value = begin + place, str(token)
    return (
        Token(first, value[:place], start_pos=begin, end_pos=middle),
        Token(second, value[place:], start_pos=middle, end_pos=begin + len(value)),
    )


def _split_marker(token: Token) -> Iterator[Token]:
    """Yield a line, and the marker that ends it as a token of its own."""
    line = token.rstrip("\r\n")
    # On a line that continues a duty, the marker may stand alone.
    alone = token.type == "MORE" and len(line) < 2 * _ALONE and marker_start(_ALONE * "x" + line)
    start = 0 if alone == _ALONE else marker_start(line)
    if start is None:
        yield token
    elif start:
        yield from _cut(token, token.type, start, "MARK")
    else:
        token.type = "MARK"
        yield token

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


class MarkupToken(str):
    """A stretch of a text and the terminal it is, as lark's own, which is dearer to make."""

    __slots__ = ("end_pos", "start_pos", "type")

    end_pos: int
    start_pos: int
    type: str


def token_of(kind: str, value: str, start: int) -> MarkupToken:
    """Return a token that begins at an offset."""
    made = MarkupToken(value)
    made.type = kind
    made.start_pos = start
    made.end_pos = start + len(value)
    return made


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

    def process(self, stream: Iterator[MarkupToken]) -> Iterator[MarkupToken]:
        """Yield the grammar's terminals for the lexer's tokens, losing none."""
        return iter(_Lines().read(stream))


class _Lines:
    """What is open at a place in the text; one text, one object."""

    def __init__(self) -> None:
        # The grammar's terminals so far.
        self.out: list[MarkupToken] = []
        # Each open item: its column, whether its nested part is open, whether it has a number.
        self.stack: list[list[int]] = []
        # What nobody reads waits for the line that says where it belongs.
        self.held: list[MarkupToken] = []
        # What stood before on the same line.
        self.opener = ""
        # What a line of text right below would continue.
        self.joins = ""
        # The start of a line that looked like something else and is text.
        self.begun: list[MarkupToken] = []
        # Whether the lines are fields between the rulers that begin a file.
        self.front = False

    def read(self, stream: Iterator[MarkupToken]) -> list[MarkupToken]:
        token = None
        for token in stream:
            kind = token.type
            if kind in _UNSEEN:
                self.held.append(token)
                self.joins = ""
            elif kind == "LINE":
                self.line(token)
            elif self.opener or self.begun or self.is_text(token):
                self.inside(token)
            elif kind == "BULLET":
                self.bullet(token)
            elif kind == "BOLD":
                self.bold(token)
            elif kind == "UNDERLINED":
                self.underlined(token)
            else:
                self.other(token)
        if self.held:
            self.close(0, self.held[0])
            self.release()
        elif token is not None:
            self.close(0, token_of("DEDENT", "", token.end_pos))
        return self.out

    def is_text(self, token: MarkupToken) -> bool:
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

    def inside(self, token: MarkupToken) -> None:
        """Take a token that stands after the start of its line, or is no such start."""
        if self.opener == "BULLET" and token.type == "LABEL" and not self.begun:
            self.out.append(token)
            self.opener = "LABEL"
        else:
            self.begun.append(token)

    def line(self, token: MarkupToken) -> None:
        """Take text to the end of its line."""
        if self.begun:
            token = _together([*self.begun, token])
            self.begun.clear()
        if self.opener:
            self.joins = "" if self.opener in _HEADS else self.opener
        elif self.joins and (self.joins != "KEY" or token[0] in _BLANKS):
            token.type = "MORE"
        elif self.front and _FRONT_HEAD.match(token):
            self.heading("H2", token)
            return
        else:
            first = self.first(token)
            self.close(_indent(token), first)
            self.nest(first)
            self.joins = "LINE"
        self.release()
        self.out += _split_marker(token)
        self.opener = ""

    def bullet(self, token: MarkupToken) -> None:
        """Open an item inside the open items that stand left of it."""
        first = self.first(token)
        column = _indent(token)
        self.close(column, first)
        if len(self.stack) >= MAX_DEPTH:
            self.close(self.stack[-1][0], first)
        self.nest(first)
        self.release()
        self.stack.append([column, 0, token.strip(_BLANKS + "().").isalnum()])
        self.out.append(token)
        self.opener = "BULLET"

    def bold(self, token: MarkupToken) -> None:
        """Read a line in bold as a heading under all others, or as text that goes on."""
        if self.joins and self.joins != "KEY":
            token.type = "LINE"
            self.line(token)
        else:
            self.heading("H6", token)

    def underlined(self, token: MarkupToken) -> None:
        """Read a line and its ruler as a heading, or as the end of a paragraph and a ruler."""
        cut = len(token.rstrip(_BLANKS + "\r\n").rstrip("-="))
        line, ruler = _cut(token, "LINE", cut, "NOISE")
        if self.joins and self.joins != "KEY":
            self.line(line)
        else:
            self.heading("H1" if "=" in ruler else "H2", line)
        self.other(ruler)

    def heading(self, kind: str, words: MarkupToken) -> None:
        """Take a heading whose mark has no characters of its own."""
        words.type = "LINE"
        self.other(_empty(kind, words))
        self.line(words)

    def other(self, token: MarkupToken) -> None:
        """Take what begins a line and is neither text nor an item."""
        kind = token.type
        first = self.first(token)
        self.close(0 if kind in _HEADS or kind == "KEY" else _indent(token), first)
        self.nest(first)
        self.release()
        if kind == "NOISE":
            self.front = token.start_pos == 0 and token.startswith("---")
        self.out.append(token)
        self.opener = kind if kind in _HEADS or kind in ("KEY", "LABEL") else ""
        self.joins = ""

    def first(self, token: MarkupToken) -> MarkupToken:
        """Return where what belongs to a line begins: at the lines nobody reads above it."""
        return self.held[0] if self.held else token

    def close(self, column: int, at: MarkupToken) -> None:
        """End the items that do not stand left of a column."""
        while self.stack and self.stack[-1][0] >= column:
            if self.stack.pop()[1]:
                self.out.append(_empty("DEDENT", at))

    def nest(self, at: MarkupToken) -> None:
        """Open the nested part of the innermost item, once."""
        if self.stack and not self.stack[-1][1]:
            self.stack[-1][1] = 1
            self.out.append(_empty("INDENT", at))

    def release(self) -> None:
        """Let go what was held."""
        self.out += self.held
        self.held.clear()


def _empty(kind: str, at: MarkupToken) -> MarkupToken:
    return token_of(kind, "", at.start_pos)


def _together(tokens: list[MarkupToken]) -> MarkupToken:
    # At once, at the end of the line: one by one, a long line would be copied for each of them.
    return token_of("LINE", "".join(tokens), tokens[0].start_pos)


def _cut(
    token: MarkupToken, first: str, place: int, second: str
) -> tuple[MarkupToken, MarkupToken]:
    begin = token.start_pos
    return (
        token_of(first, token[:place], begin),
        token_of(second, token[place:], begin + place),
    )


def _split_marker(token: MarkupToken) -> tuple[MarkupToken, ...]:
    """Return a line, and the marker that ends it as a token of its own."""
    line = token.rstrip("\r\n")
    # On a line that continues a duty, the marker may stand alone.
    alone = token.type == "MORE" and len(line) < 2 * _ALONE and marker_start(_ALONE * "x" + line)
    start = 0 if alone == _ALONE else marker_start(line)
    if start is None:
        return (token,)
    if start:
        return _cut(token, token.type, start, "MARK")
    token.type = "MARK"
    return (token,)

"""What a line of the markup is, seen with the lines before it.

The grammar's terminals know one line. This step, run by lark between its
lexer and its parser, knows the column of every open item: it nests items by
indent, joins continued lines, and takes the essential-duty marker off a
line's end.
"""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token

from postlint.document.markers import marker_start

# Deeper nesting is read as this deep. No posting comes near it, and a bound
# here bounds every walk over the tree.
MAX_DEPTH = 32

_TAB = 4
_ALONE = 16
_MARKS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


def _column(blanks: str) -> int:
    """Return the column reached after leading blanks; a tab goes to the next stop."""
    column = 0
    for char in blanks:
        column += _TAB - column % _TAB if char == "\t" else 1
    return column


def _indent(value: str) -> int:
    return _column(value[: len(value) - len(value.lstrip(" \t"))])


class Indenter:
    """Turns the lexer's lines into nested items and continued lines."""

    always_accept = ()

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Yield the grammar's terminals for the lexer's tokens, losing none."""
        # Each open item: its column, and whether its nested part is open.
        stack: list[list[int]] = []
        held: list[Token] = []  # blanks wait for the line that says where they belong
        opener = ""  # what stood before on the same line
        joins = ""  # what a text line right below would continue

        def close(column: int, at: Token) -> Iterator[Token]:
            while stack and stack[-1][0] >= column:
                if stack.pop()[1]:
                    yield _empty("DEDENT", at)

        def nest(at: Token) -> Iterator[Token]:
            if stack and not stack[-1][1]:
                stack[-1][1] = 1
                yield _empty("INDENT", at)

        def release() -> Iterator[Token]:
            yield from held
            held.clear()

        for token in stream:
            kind = token.type
            if kind == "BLANK":
                held.append(token)
                joins = ""
                continue
            if kind == "LINE":
                if opener:
                    joins = "" if opener in _MARKS else opener
                elif joins and (joins != "KEY" or token[0] in " \t"):
                    token.type = "MORE"
                else:
                    yield from close(_indent(token), held[0] if held else token)
                    yield from nest(held[0] if held else token)
                    joins = "LINE"
                yield from release()
                yield from _split_marker(token)
                opener = ""
                continue
            if opener and kind == "LABEL":
                yield token
                opener = kind
                continue
            first = held[0] if held else token
            if kind in _MARKS or kind == "KEY":
                yield from close(0, first)
            elif kind == "BULLET":
                column = _indent(token)
                yield from close(column, first)
                if len(stack) >= MAX_DEPTH:
                    yield from close(stack[-1][0], first)
                yield from nest(first)
                stack.append([column, 0])
            else:
                yield from close(_indent(token), first)
                yield from nest(first)
            yield from release()
            yield token
            opener = kind if kind in _MARKS or kind in ("KEY", "BULLET", "LABEL") else ""
            joins = ""

        if held:
            yield from close(0, held[0])
            yield from release()
        elif stack:
            end = Token("DEDENT", "", start_pos=token.end_pos, end_pos=token.end_pos)
            yield from close(0, end)


def _empty(kind: str, at: Token) -> Token:
    return Token(kind, "", start_pos=at.start_pos, end_pos=at.start_pos)


def _split_marker(token: Token) -> Iterator[Token]:
    """Yield a line, and the marker that ends it as a token of its own."""
    value = str(token)
    line = value.rstrip("\r\n")
    # On a line that continues a duty, the marker may stand alone.
    alone = token.type == "MORE" and len(line) < 2 * _ALONE and marker_start(_ALONE * "x" + line)
    start = 0 if alone == _ALONE else marker_start(line)
    if start is None:
        yield token
        return
    begin = token.start_pos or 0
    middle = begin + start
    if start:
        yield Token(token.type, value[:start], start_pos=begin, end_pos=middle)
    yield Token("MARK", value[start:], start_pos=middle, end_pos=begin + len(value))

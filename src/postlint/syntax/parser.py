"""Lark and the grammar file: the one place that knows both.

`parse_markup` reads the markup with lark's own lexer; `parse_lexemes` takes
the terminals a reader yields through lark's custom-lexer door. Both give the
same `Node`s, and lark's types stay here.
"""

from __future__ import annotations

import pkgutil
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import lark
from lark import Lark
from lark.exceptions import UnexpectedInput
from lark.grammar import Rule
from lark.lexer import Lexer, TerminalDef

from postlint.cache import remember
from postlint.errors import ReaderFault
from postlint.readers.base import Lexeme
from postlint.syntax.markup import Indenter
from postlint.syntax.tree import Node

_RULES = (
    "posting", "section1", "section2", "section3", "section4", "section5", "section6",
    "heading", "field", "item", "paragraph",
)  # fmt: skip


class _Leaf:
    """A lexeme as lark's parser takes it.

    Lighter than lark's own token, of which the parser reads the type alone. The
    rest is what it copies to the end of its input.
    """

    __slots__ = ("lexeme", "type")

    line = column = end_line = end_column = start_pos = end_pos = None

    def __init__(self, lexeme: Lexeme) -> None:
        self.lexeme = lexeme
        self.type = lexeme.kind


def _collector(kind: str) -> Callable[[list[Any]], Node]:
    """Return what lark calls when it has seen all of a rule."""

    def collect(children: list[Any]) -> Node:
        parts = tuple(
            [
                child
                if type(child) is Node
                else child.lexeme
                if type(child) is _Leaf
                else Lexeme(child.type, child.start_pos, child.end_pos)
                for child in children
            ]
        )
        if not parts:
            return Node(kind, 0, 0, ())
        return Node(kind, parts[0].start, parts[-1].end, parts)

    return collect


class _Nodes:
    """Builds nodes while lark parses, so that no tree of lark's is ever made."""


for _rule in _RULES:
    setattr(_Nodes, _rule, staticmethod(_collector(_rule)))


class _ReaderLexer(Lexer):
    """Lets a reader's lexemes into lark as they are."""

    __future_interface__ = 2

    def __init__(self, conf: object) -> None:
        """Take lark's lexer configuration, of which nothing is needed."""

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[_Leaf]:  # type: ignore[override]  # noqa: ARG002
        """Yield the lexemes. Raises `ReaderFault` where one does not follow the last."""
        offset = 0
        for lexeme in lexer_state.text:
            if lexeme.start != offset or lexeme.end < offset:
                raise ReaderFault(
                    f"the lexeme {lexeme.kind} at {lexeme.start} does not follow offset {offset}"
                )
            offset = lexeme.end
            yield _Leaf(lexeme)


def grammar() -> str:
    """Return the text of the grammar."""
    data = pkgutil.get_data("postlint_grammar", "posting.lark")
    if data is None:
        raise FileNotFoundError("the grammar is not installed")
    return data.decode("utf-8")


@cache
def _tables() -> dict[str, Any]:
    """Return lark's tables for the grammar, worked out once for every user.

    Working them out costs more than all else at start-up.
    """
    text = grammar()
    digest = f"{zlib.crc32(text.encode()):08x}"
    tables: dict[str, Any] = remember(
        "grammar", f"lark-{lark.__version__}-{digest}-2", lambda: _work_out(text)
    )
    return tables


def _work_out(text: str) -> dict[str, Any]:
    # The indenter names terminals to keep that no rule has; it is put in place again on loading.
    made = Lark(text, parser="lalr", lexer="basic", start="posting", postlex=Indenter())
    data, memo = made.memo_serialize([TerminalDef, Rule])
    data["options"]["postlex"] = None
    return {"data": data, "memo": memo}


def _parser(**changes: object) -> Lark:
    """Return a parser over the tables; `changes` are lark's options."""
    tables = _tables()
    data = tables["data"]
    parser = data["parser"]
    if "lexer" in changes:
        conf = {**parser["lexer_conf"], "lexer_type": changes["lexer"]}
        parser = {**parser, "lexer_conf": conf}
    options = {**data["options"], "transformer": _Nodes(), **changes}
    made: Lark = Lark.load(
        {"data": {**data, "parser": parser, "options": options}, "memo": tables["memo"]}
    )
    return made


@cache
def _markup_parser() -> Lark:
    return _parser(postlex=Indenter())


@cache
def _lexeme_parser() -> Lark:
    return _parser(lexer=_ReaderLexer)


@lru_cache(maxsize=1)  # an editor asks for its colours right after the check
def parse_markup(text: str) -> Node:
    """Return the tree of a text in postlint's markup. Any text has one."""
    return _whole(_markup_parser().parse(text), len(text))


def parse_lexemes(lexemes: Iterable[Lexeme], length: int) -> Node:
    """Return the tree of a reader's lexemes over a text of the given length.

    Raises `ReaderFault` when the lexemes are not a posting of the grammar or
    do not cover the text; that is a fault of the reader, never of the text.
    """
    stream = tuple(lexemes)
    end = stream[-1].end if stream else 0
    if end != length:
        raise ReaderFault(f"the lexemes end at {end} of {length} characters")
    try:
        tree = _lexeme_parser().parse(stream)
    except (UnexpectedInput, KeyError) as error:
        token = getattr(error, "token", None)
        raise ReaderFault(f"{getattr(token, 'type', 'a lexeme')} cannot stand here") from error
    return _whole(tree, length)


def _whole(tree: object, length: int) -> Node:
    """Return the root over the whole text: an empty posting has no place of its own."""
    if not isinstance(tree, Node):
        raise TypeError("the grammar's start rule made no node")
    return tree._replace(start=0, end=length)

"""Units written out as the grammar's terminals."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.document.markers import marker_start
from postlint.readers.base import Lexeme
from postlint.readers.plain.units import UNREAD, Unit
from postlint.text.records import record

_DEEPEST = 8
_MARKS = frozenset("E)]\"”“'‘’*_†‡.FM")


def lexemes(units: list[Unit], data: str) -> Iterator[Lexeme]:
    """Yield the lexemes of units, from the first one's start to the last one's stop."""
    return iter(_Writer(data).write(units))


class _Writer:
    def __init__(self, data: str) -> None:
        self.data = data
        self.out: list[Lexeme] = []
        # One entry for each item that is open: its indent, glyph and last words.
        self.open: list[tuple[int, str, str]] = []
        self.nested = 0

    def write(self, units: list[Unit]) -> list[Lexeme]:
        out = self.out
        held: list[Unit] = []
        for unit in units:
            kind = unit.kind
            if kind in UNREAD:
                held.append(unit)
                continue
            if kind == "ITEM":
                self._depth(unit)
            elif self.open:
                if kind == "PARA" and self._continues(unit):
                    self._nest(len(self.open))
                else:
                    self.open.clear()
                    self._nest(0)
            if held:
                for gap in held:
                    out.append(record(Lexeme, (gap.kind, gap.start, gap.stop)))
                held.clear()
            if kind == "H":
                out.append(record(Lexeme, (f"H{unit.level}", unit.start, unit.words)))
                if unit.tail and unit.tail < unit.stop:
                    out.append(record(Lexeme, ("LINE", unit.words, unit.tail)))
                    out.append(record(Lexeme, ("NOISE", unit.tail, unit.stop)))
                else:
                    out.append(record(Lexeme, ("LINE", unit.words, unit.stop)))
            elif kind == "KEY":
                out.append(record(Lexeme, ("KEY", unit.start, unit.words)))
                out.append(record(Lexeme, ("LINE", unit.words, unit.stop)))
            else:
                self._statement(unit)
        self.open.clear()
        self._nest(0)
        for gap in held:
            out.append(record(Lexeme, (gap.kind, gap.start, gap.stop)))
        return out

    def _statement(self, unit: Unit) -> None:
        out = self.out
        begin = unit.start
        if unit.kind == "ITEM":
            out.append(record(Lexeme, ("BULLET", begin, unit.words)))
            begin = unit.words
        if unit.label > begin:
            out.append(record(Lexeme, ("LABEL", begin, unit.label)))
            begin = unit.label
        last = unit.last
        if (
            last is not None
            and last.text[-1] in _MARKS
            and (unit.kind == "ITEM" or unit.section is SectionKind.DUTIES)
        ):
            low = max(last.first, begin)
            mark = marker_start(self.data[low : last.last])
            if mark is not None and low + mark > begin:
                out.append(record(Lexeme, ("LINE", begin, low + mark)))
                out.append(record(Lexeme, ("MARK", low + mark, unit.stop)))
                return
        out.append(record(Lexeme, ("LINE", begin, unit.stop)))

    # ------------------------------------------------------------ nesting

    def _nest(self, depth: int) -> None:
        """Write the edges that lead from the open depth to another."""
        at = self.out[-1].end if self.out else 0
        while self.nested > depth:
            self.out.append(record(Lexeme, ("DEDENT", at, at)))
            self.nested -= 1
        while self.nested < depth:
            self.out.append(record(Lexeme, ("INDENT", at, at)))
            self.nested += 1

    def _depth(self, unit: Unit) -> None:
        stack = self.open
        if stack and stack[-1][:2] == (unit.indent, unit.glyph):  # as most items are
            stack[-1] = (unit.indent, unit.glyph, unit.text)
            self._nest(len(stack) - 1)
            return
        while stack and not self._is_child(stack[-1], unit):
            top = stack[-1]
            stack.pop()
            if top[1] == unit.glyph and unit.indent >= top[0] - 1:
                break  # a sibling
            if not any(entry[1] == unit.glyph for entry in stack) and unit.indent >= top[0]:
                break  # another glyph at the same place
        depth = min(len(stack), _DEEPEST)
        del stack[depth:]
        self._nest(depth)
        stack.append((unit.indent, unit.glyph, unit.text))

    @staticmethod
    def _is_child(parent: tuple[int, str, str], unit: Unit) -> bool:
        indent, glyph, text = parent
        if not unit.glyph:
            return False
        if not glyph:
            # Under an item without a bullet, a bullet set in is its child.
            return unit.indent > indent
        if glyph == unit.glyph:
            return unit.indent > indent + 1
        return unit.indent > indent or (
            unit.indent == indent and text.endswith((":", "with:", "-"))
        )

    def _continues(self, unit: Unit) -> bool:
        """Say whether a paragraph goes on with the open item, across a page's edge."""
        return (
            bool(self.open)
            and unit.text[:1].islower()
            and self.open[-1][2][-1:] not in (".", ":", ";")
            and len(self.open) <= _DEEPEST
        )

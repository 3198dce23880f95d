"""Findings by rule: what is wrong most often, and where."""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.render.base import Context, Renderer, count, with_place
from postlint.render.cells import Screen, wrap
from postlint.render.paint import PaintedLine, paint
from postlint.render.priorities import priorities
from postlint.text.diagnostics import Diagnostic


class Grouped(Renderer):
    """Each rule once, the most frequent first, with the places where it spoke."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.screen = Screen(max(40, context.width), context.encoding)
        self._groups: dict[str, list[tuple[str, Diagnostic]]] = {}

    def report(self, report: Report) -> str:
        """Keep the findings for the end."""
        for found in report.diagnostics:
            place = report.source.position(found.span.start)
            where = f"{report.name}:{place.line}:{place.column}"
            where = with_place(report.source, found.span, where)
            self._groups.setdefault(found.code, []).append((where, found))
        return ""

    def end(self) -> str:
        """Return the groups and the counts."""
        lines: list[PaintedLine] = []
        if not self.context.quiet and self._groups:
            found = [found for group in self._groups.values() for _, found in group]
            lines.extend([[(priorities(found).headline, "name")], []])
        for code, group in sorted(self._groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            lines.extend(self._group(code, group))
            lines.append([])
        if not self.context.quiet:
            words = wrap(self.tally.sentence(), self.screen.width)
            lines.extend([[(text, "name")] for text in words])
        return "".join([paint(line, color=self.context.color) + "\n" for line in lines])

    def _group(self, code: str, group: list[tuple[str, Diagnostic]]) -> list[PaintedLine]:
        gravest = max((found.severity for _, found in group), key=lambda severity: severity.rank)
        lines: list[PaintedLine] = [
            [
                (f"{code} {group[0][1].name}", "name"),
                (f"  {count(len(group), 'finding')}, ", ""),
                (gravest.word, gravest.value),
            ]
        ]
        # The same sentence is said once for all the places it is true of.
        by_message: dict[str, list[str]] = {}
        for where, found in group:
            by_message.setdefault(found.message, []).append(where)
        for message, places in by_message.items():
            words = wrap(self.screen.plain(message), min(self.screen.width - 2, 96))
            lines.extend([[("  ", ""), (part, "")] for part in words])
            # A path is never cut: terminals and editors open it when it is whole.
            lines.extend([[("    ", ""), (self.screen.plain(place), "dim")] for place in places])
        return lines

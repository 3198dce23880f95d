"""One line for each finding: `path:line:col: severity CODE name message`."""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.render.base import Context, Renderer, with_place
from postlint.render.cells import Screen
from postlint.render.excerpt import evidence
from postlint.rules.rule import Verdict


class Concise(Renderer):
    """Lines that editors and `grep` understand.

    With the record asked for, a line follows for every rule that did not
    fail, with its verdict in the place of the severity.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.screen = Screen(context.width, context.encoding)

    def report(self, report: Report) -> str:
        """Return the lines of one text."""
        source = report.source
        path = report.name
        lines = []
        for found in report.diagnostics:
            place = source.position(found.span.start)
            lines.append(
                f"{path}:{place.line}:{place.column}: {found.severity.word} "
                f"{found.code} {found.name} "
                f"{with_place(source, found.span, found.message)}"
            )
        for record in report.outcomes if self.context.verdicts else ():
            if record.verdict is Verdict.FAIL:
                continue
            place = source.position(record.spans[0].start if record.spans else 0)
            words = ""
            if record.spans:
                words = with_place(
                    source, record.spans[0], f' "{evidence(source, record.spans[0])}"'
                )
            lines.append(
                f"{path}:{place.line}:{place.column}: {record.verdict.value} "
                f"{record.code} {record.name} {record.reason}{words}"
            )
        return "".join([self.screen.plain(line) + "\n" for line in lines])

    def end(self) -> str:
        """Return the counts of each rule when they are asked for."""
        if not self.context.statistics:
            return ""
        return "".join([line + "\n" for line in self.tally.statistics()])

"""Text for people: each finding with its source line and the exact words underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from postlint.engine.report import Report, RuleRecord
from postlint.engine.scorecard import scorecard
from postlint.render.base import Context, Renderer, count
from postlint.render.cells import Screen, width, wrap
from postlint.render.excerpt import ExcerptLine, evidence, excerpt
from postlint.render.paint import (
    NOT_CHECKED,
    VERDICT_SIGNS,
    VERDICT_WORDS,
    PaintedLine,
    paint,
)
from postlint.render.priorities import Task, priorities
from postlint.rules.rule import Verdict
from postlint.text.diagnostics import Applicability, Diagnostic, Fix, Related, by_place
from postlint.text.source import SourceText, Span

_INDENT = "  "
_LEAST_WIDTH = 40
# Lines of prose longer than this are hard to read, however wide the screen is.
_PROSE = 96
# The lines about a posting and its run that are not what to do: its name, the headline,
# the counts, the hints, and the command that was typed. However small a screen is,
# some of what to do is shown whole.
_ELSE, _LEAST_TASKS = 10, 3
_LINE_SIGN, _MARK_SIGN, _MORE_SIGN = "│", "━", "⋮"
_APPLICABILITY = {
    Applicability.SAFE: "safe",
    Applicability.UNSAFE: "unsafe",
    Applicability.DISPLAY: "by hand",
}


class RichText(Renderer):
    """Findings by file, with excerpts; the record of verdicts when asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.screen = Screen(max(context.width, _LEAST_WIDTH), context.encoding)
        self._example: Diagnostic | None = None  # the first of the gravest
        self._fixable = 0

    def report(self, report: Report) -> str:
        """Return the findings of one text under its path."""
        card = self.context.scorecard and report.is_posting
        if not (report.diagnostics or self.context.verdicts or card):
            return ""
        lines: list[PaintedLine] = [[(self.screen.plain(report.name), "path")], []]
        if not self.context.full:
            lines.extend(self._first_things(report))
        for group in by_place(report.diagnostics):
            for diagnostic in group:
                fixes = diagnostic.fixes[:1]
                self._fixable += any(fix.applicability is Applicability.SAFE for fix in fixes)
                if not self._example or diagnostic.severity.rank > self._example.severity.rank:
                    self._example = diagnostic
                if self.context.full:
                    # What one place lacks is shown over its line, which is printed once.
                    last = diagnostic is group[-1]
                    lines.extend(self._diagnostic(report.source, diagnostic, excerpt=last))
            if self.context.full:
                lines.append([])
        if card:
            lines.extend(self._scorecard(report))
            lines.append([])
        if self.context.verdicts:
            lines.extend(self._record(report))
            lines.append([])
        return self._text(lines)

    def end(self) -> str:
        """Return the counts of the run."""
        counts: list[PaintedLine] = []
        if self.context.statistics and self.tally.rules:
            counts = [*([(line, "")] for line in self.tally.statistics()), []]
        if self.context.quiet:
            return self._text(counts)
        tally, sentence = self.tally, self.tally.sentence()
        # What somebody accepted, silenced or left out is not in order for that.
        open_ends = (tally.total, tally.unreadable, tally.accepted, tally.suppressed)
        # Nor is what nobody could read.
        unread = (tally.not_postings, tally.untitled, tally.without_duties)
        checked = self.context.whole and not self.context.full and tally.files
        if checked and not any((*open_ends, *unread)):
            sentence = f"Ready to post: {sentence[0].lower()}{sentence[1:]}"
        if self._fixable:
            sentence = f"{sentence} '--fix' can fix {self._fixable}."
        lines = [*counts, *self._prose(sentence, "", "name")]
        if self._example is not None:
            code = self._example.code
            words = f"'postlint explain {code}' says what a rule checks, and why."
            if not self.context.full:
                words = f"'--full' shows every finding with its line; {words}"
            lines.extend(self._prose(words, "", "dim"))
        return self._text(lines)

    def _text(self, lines: list[PaintedLine]) -> str:
        return "".join([paint(line, color=self.context.color) + "\n" for line in lines])

    def _first_things(self, report: Report) -> Iterator[PaintedLine]:
        """Yield what to do first, ranked, a sentence each; what to consider in one line."""
        todo = priorities(report.diagnostics)
        if not report.diagnostics:
            return
        yield from self._prose(todo.headline, style="name")
        yield []
        tasks = [
            list(self._task(report.source, task, number))
            for number, task in enumerate(todo.first, start=1)
        ]
        consider = list(self._consider(report.source, todo.others))
        room = self._room()
        if tasks and sum(map(len, tasks)) + len(consider) > room:
            consider = []  # the headline says how many there are
        left = len(tasks)
        while left > _LEAST_TASKS and sum(map(len, tasks[:left])) + (left < len(tasks)) > room:
            left -= 1
        for lines in tasks[:left]:
            yield from lines
        if left < len(tasks):
            yield from self._prose(f"and {len(tasks) - left} more.", _INDENT * 3, "dim")
        if tasks:
            yield []
        yield from consider

    def _room(self) -> float:
        """Return how many lines of what to do a screen holds beside all else."""
        return inf if self.context.height is None else self.context.height - _ELSE

    def _task(self, source: SourceText, task: Task, number: int) -> Iterator[PaintedLine]:
        place = self._place(source, task.findings[0].span)
        style, head = task.severity.value, f"{_INDENT}{number:>2}. "
        first, *rest = wrap(
            self.screen.plain(f"{task.sentence} ({place}, {task.code})"),
            min(self.screen.width - len(head), _PROSE),
        )
        yield [(head, style), (first, "")]
        yield from ([(" " * len(head), ""), (words, "")] for words in rest)

    def _consider(self, source: SourceText, tasks: Sequence[Task]) -> Iterator[PaintedLine]:
        """Yield names and places of what is only to be considered: nobody need read more of it."""
        places = dict.fromkeys(
            f"{task.findings[0].name} ({self._place(source, task.findings[0].span)})"
            for task in tasks
        )
        if places:
            yield from self._prose(f"To consider: {', '.join(places)}.", style="dim")
            yield []

    # ------------------------------------------------------------- a finding

    def _diagnostic(
        self, source: SourceText, diagnostic: Diagnostic, *, excerpt: bool
    ) -> Iterator[PaintedLine]:
        severity = diagnostic.severity.value
        place = self._place(source, diagnostic.span)
        yield from self._head(
            [
                (f"{_INDENT}{place}{_INDENT}", ""),
                (diagnostic.severity.word, severity),
            ],
            f"{diagnostic.code} {diagnostic.name}",
        )
        yield from self._prose(diagnostic.message)
        if excerpt:
            yield from self._excerpt(source, diagnostic.span, severity + "-mark")
        for related in diagnostic.related:
            yield from self._related(source, related)
        for fix in diagnostic.fixes:
            yield from self._fix(fix)

    def _place(self, source: SourceText, span: Span) -> str:
        """Return line and column, or the name of the place where a reader sees no lines."""
        name = source.place(span)
        if name is not None:
            return self.screen.plain(name)
        place = source.position(span.start)
        return f"{place.line}:{place.column}"

    def _head(self, parts: PaintedLine, name: str) -> Iterator[PaintedLine]:
        """Yield a first line with the rule's name at its end, or below where room is short."""
        used = sum(width(text) for text, _ in parts) + len(_INDENT) + width(name)
        if used <= self.screen.width:
            yield [*parts, (_INDENT, ""), (name, "name")]
            return
        yield parts
        yield from self._prose(name, _INDENT * 2, "name")

    def _prose(self, text: str, indent: str = _INDENT, style: str = "") -> Iterator[PaintedLine]:
        room = min(self.screen.width - len(indent), _PROSE)
        for words in wrap(self.screen.plain(text), room):
            yield [(indent, ""), (words, style)]

    def _related(self, source: SourceText, related: Related) -> Iterator[PaintedLine]:
        yield from self._prose(f"See {self._place(source, related.span)}: {related.message}")
        yield from self._excerpt(source, related.span, "related-mark")

    def _fix(self, fix: Fix) -> Iterator[PaintedLine]:
        yield from self._prose(f"Fix ({_APPLICABILITY[fix.applicability]}): {fix.title}")

    def _excerpt(self, source: SourceText, span: Span, style: str) -> Iterator[PaintedLine]:
        last = source.position(max(span.start, span.end - 1)).line
        # The lines of a Word or PDF file are ours: their numbers would lead nowhere.
        gutter = len(str(last)) if source.places is None else 0
        sign = self.screen.plain(_LINE_SIGN)
        room = self.screen.width - len(_INDENT) * 2 - gutter - len(sign) - 2
        rows = excerpt(source, span, self.screen, room)
        for row in rows:
            yield from self._row(row, gutter, sign, style)

    def _row(self, row: ExcerptLine, gutter: int, sign: str, style: str) -> Iterator[PaintedLine]:
        indent = _INDENT * 2
        below = " " * (gutter + 1) if gutter else ""
        if not row.line:
            more = self.screen.plain(_MORE_SIGN)
            yield [(f"{indent}{below}{more} {row.text}", "dim")]
            return
        number = f"{row.line:{gutter}} " if gutter else ""
        head = f"{indent}{number}{sign} "
        if not row.text:  # an empty line has nothing to underline
            yield [(head, "dim")]
            return
        yield [(head, "dim"), (row.before, ""), (row.inside, style), (row.after, "")]
        first, end = row.marks
        marks = self.screen.plain(_MARK_SIGN) * (end - first)
        yield [(f"{indent}{below}{sign} ", "dim"), (" " * first + marks, style)]

    def _scorecard(self, report: Report) -> Iterator[PaintedLine]:
        """Yield the numbers of the posting, one a line."""
        yield from self._prose("Scorecard", style="name")
        yield []
        scores = scorecard(report)
        column = max(len(one.name) for one in scores)
        for one in scores:
            yield [(f"{_INDENT * 2}{one.name:<{column}}{_INDENT}", "dim"), (one.shown, "")]

    # ------------------------------------------------------------ the record

    def _record(self, report: Report) -> Iterator[PaintedLine]:
        """Yield every rule with its verdict and its evidence."""
        if not report.is_posting:  # every rule would say the same
            yield from self._prose(NOT_CHECKED)
            return
        tally = dict.fromkeys(Verdict, 0)
        for record in report.outcomes:
            tally[record.verdict] += 1
        words = ", ".join(
            f"{number} {VERDICT_WORDS[verdict]}" for verdict, number in tally.items() if number
        )
        rules = count(len(report.outcomes), "rule")
        head = f"Record of {rules}" + (f": {words}" if words else "")
        yield from self._prose(head, style="name")
        yield []
        for record in report.outcomes:
            yield from self._outcome(report, record)

    def _outcome(self, report: Report, record: RuleRecord) -> Iterator[PaintedLine]:
        sign = self.screen.plain(VERDICT_SIGNS[record.verdict])
        word = VERDICT_WORDS[record.verdict]
        if record.severity is not None:
            word += f", {record.severity.word}"
        yield from self._head(
            [(_INDENT, ""), (f"{sign} {word:<14}", record.verdict.value)],
            f"{record.code} {record.name}",
        )
        deep = _INDENT * 2
        if record.reason:
            yield from self._prose(record.reason, deep)
        source = report.source
        shown = record.spans[:_MOST_EVIDENCE]
        places = [self._place(source, span) for span in shown]
        column = max(map(len, places), default=0)
        room = self.screen.width - len(deep) - column - 2
        for span, place in zip(shown, places, strict=True):
            words = self.screen.plain(evidence(source, span, max(room - 2, 20)))
            while width(words) > room - 2 and words:
                words = words[:-1]
            yield [(f"{deep}{place:<{column}}{_INDENT}", "dim"), (f'"{words}"', "")]
        left = len(record.spans) - len(shown)
        if left:
            yield [(f"{deep}{count(left, 'more place')}", "dim")]


_MOST_EVIDENCE = 5

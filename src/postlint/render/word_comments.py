"""Findings as comments in a Word file, on the words they are about.

    >>> from pathlib import Path
    >>> from postlint import Linter
    >>> from postlint.render.word_comments import annotate
    >>> def comment(path: str, copy: str) -> None:
    ...     report = Linter().check_file(path)
    ...     Path(copy).write_bytes(annotate(report, Path(path).read_bytes()))

The file itself is not changed. What a posting lacks is one comment, at its
top; whatever else was found is a comment of three lines on its words: what
was found, what to write instead, and why, with the text that decided it.
Runs are parted where a finding's words begin and end, and keep their
formatting. Word takes no comments in headers, footers and notes: what is
found there is shown at the nearest paragraph. Comments that an earlier check
left in the file are replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postlint.engine.report import Report
from postlint.errors import SourceError, Unreadable
from postlint.readers.word.trace import Spot, Trace, trace
from postlint.render.priorities import priorities
from postlint.render.word_copy import WordCopy
from postlint.render.word_marks import Element, PartText
from postlint.rules.words import instead_clause
from postlint.text.diagnostics import Diagnostic, Edit
from postlint.text.source import Span

__all__ = ["AUTHOR", "annotate"]

AUTHOR = "postlint"
_INITIALS = "pl"
_LACKS = "This posting lacks:"
_LACKS_ONE = "This posting lacks one thing:"
_PASTE = "To paste, with the brackets filled in:"


def annotate(report: Report | Iterable[Report], docx: bytes) -> bytes:
    """Return a copy of a Word file with its report's findings as comments.

    `docx` is the file the report is about; of one with several postings give
    the report of each. Raises `SourceError` where the file is another or
    takes no comments.
    """
    reports = (report,) if isinstance(report, Report) else tuple(report)
    name = (reports[0].path if reports else None) or "-"
    try:
        traced = trace(docx)
    except Unreadable as error:
        raise SourceError(name, error.reason) from error
    if any(traced.text != each.source.given for each in reports):
        raise SourceError(name, "it is not the file that was checked")
    try:
        copy = WordCopy(docx, AUTHOR, _INITIALS)
        canvas = _Canvas(copy, traced)
        for about in reports:
            _comment(about, canvas)
        return copy.written()
    except Unreadable as error:
        reason = f"comments cannot be written into it ({error.reason}): save it anew as .docx"
        raise SourceError(name, reason) from error


def _comment(report: Report, canvas: _Canvas) -> None:
    lacks = [found for found in report.diagnostics if found.missing]
    title = report.posting.title
    if lacks:
        canvas.comment(
            report.source.given_span(title.span if title is not None else lacks[0].span),
            list(_of_gaps(lacks)),
        )
    for found in report.diagnostics:
        if found not in lacks:
            canvas.comment(report.source.given_span(found.span), list(_of_words(found)))


# ------------------------------------------------------------------------ what is said


def _of_gaps(lacks: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield what is missing, the gravest first, each with words to paste where there are some."""
    tasks = [task for group in priorities(lacks) for task in group]
    yield _LACKS if len(tasks) > 1 else _LACKS_ONE
    for number, task in enumerate(tasks, start=1):
        chief = task.findings[0]
        edit = _edit(chief)
        # Words to paste keep their lines: a heading, and what stands below it.
        words = [_plain(line) for line in edit.content.splitlines() if line.strip()] if edit else []
        sentence = f"{number}. {task.sentence}" if len(tasks) > 1 else task.sentence
        yield _plain(f"{sentence}{_cited(chief)}")
        yield from (_PASTE, *words) if words else [_plain(chief.advice)] if chief.advice else []


def _of_words(found: Diagnostic) -> Iterator[str]:
    """Yield what was found, what to write instead, and why.

    Words to write stand alone on their line, so that they can be pasted.
    """
    message = _plain(found.message)
    edit = _edit(found)
    # A heading of its own is for the page: beside the words stands what it would head.
    words = _plain(edit.content.strip().rpartition("\n\n")[2] if edit else found.instead)
    if words:
        verb = "Add" if edit is not None and edit.span.start == edit.span.end else "Write instead"
        yield f"{message.replace(instead_clause(found.instead), '').rstrip('.')}. {verb}:"
        yield words
    else:
        yield message
        if found.advice:
            yield _plain(found.advice)
    reason = f"Why: {found.why}" if found.why else f"Rule: {found.name}"
    yield _plain(f"{reason}{_cited(found)}")


def _cited(found: Diagnostic) -> str:
    """Return the first text that decided a finding, in brackets: a few words, and no page."""
    return f" ({found.authority[0].cited})" if found.authority else ""


def _edit(found: Diagnostic) -> Edit | None:
    """Return the first edit of a fix that puts words in; what is only taken out needs none."""
    edits = (edit for fix in found.fixes for edit in fix.edits)
    return next((edit for edit in edits if edit.content.strip()), None)


def _plain(words: str) -> str:
    """Return words on one line, without the control characters that XML cannot hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


# ------------------------------------------------------------------------ where


class _Canvas:
    """The words of a document, and where a comment on some of them begins and ends."""

    def __init__(self, copy: WordCopy, traced: Trace) -> None:
        self._copy = copy
        self._spots = traced.spots
        texts = copy.document.texts
        # Another number of texts is another part than the one that was read.
        known = len(texts) == traced.count and all(text.node.near("r") for text in texts)
        self._texts: Sequence[PartText] = texts if known else ()

    def comment(self, span: Span, lines: Sequence[str]) -> None:
        """Put a comment on the words of a span; on those of a paragraph near by else."""
        ends = (self._within(span) or self._near(span)) if self._texts else None
        if ends is None:
            self._copy.comment_nowhere(lines)
            return
        first, last = ends
        self._copy.comment(
            (self._texts[first.text], first.at), (self._texts[last.text], last.at), lines
        )

    def _within(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return the ends of a span's words; of those in several cells, the most in one."""
        cells: dict[int, list[Spot]] = {}
        for pair in self._spots[span.start : span.end]:
            if pair is not None:
                cells.setdefault(id(self._holder(pair[0], "tc")), []).extend(pair)
        if not cells:
            return None
        spots = max(cells.values(), key=len)
        return min(spots), max(spots)

    def _near(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return the ends of the paragraph nearest to words the body does not have.

        That of a header is the first, of a footer the last.
        """
        before = range(min(span.start, len(self._spots)) - 1, -1, -1)
        after = range(min(span.end, len(self._spots)), len(self._spots))
        for offset in (*before, *after):
            pair = self._spots[offset]
            if pair is not None:
                home = self._holder(pair[0], "p")
                spots = [
                    spot
                    for found in self._spots
                    if found is not None
                    for spot in found
                    if self._holder(spot, "p") is home
                ]
                return min(spots), max(spots)
        return None

    def _holder(self, spot: Spot, tag: str) -> Element | None:
        """Return the innermost element of a kind that a character is in."""
        return self._texts[spot.text].node.near(tag)

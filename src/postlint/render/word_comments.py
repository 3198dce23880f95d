"""Findings as comments in a Word file, on the words they are about.

    >>> from pathlib import Path
    >>> from postlint import Linter
    >>> from postlint.render.word_comments import annotate
    >>> def comment(path: str, copy: str) -> None:
    ...     report = Linter().check_file(path)
    ...     Path(copy).write_bytes(annotate(report, Path(path).read_bytes()))

The file itself is not changed. Runs are parted where a finding's words begin
and end, and keep their formatting. Word takes no comments in headers, footers
and notes: what is found there is told at the nearest paragraph. Comments that
an earlier check left in the file are replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from postlint.engine.report import Report
from postlint.errors import MissingExtra, SourceError, Unreadable
from postlint.render.authorities import authority_sentence
from postlint.text.diagnostics import Diagnostic
from postlint.text.source import Span

if TYPE_CHECKING:
    from postlint.readers.word.trace import Spot, Trace

__all__ = ["AUTHOR", "annotate"]

AUTHOR = "postlint"

_NAME = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUN, _TEXT, _CELL, _PARAGRAPH = (f"{_NAME}{tag}" for tag in ("r", "t", "tc", "p"))
_FORMAT = f"{_NAME}rPr"
_MARKS = tuple(
    f"{_NAME}{tag}" for tag in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(report: Report | Iterable[Report], docx: bytes) -> bytes:
    """Return a copy of a Word file with its report's findings as comments.

    `docx` is the file the report is about; of one with several postings give
    the report of each. Raises `SourceError` where the file is another or
    cannot be written to, and `MissingExtra` without python-docx.
    """
    reports = (report,) if isinstance(report, Report) else tuple(report)
    name = (reports[0].path if reports else None) or "-"
    try:
        from docx import Document  # noqa: PLC0415  # an extra

        from postlint.readers.word.trace import trace  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtra("comments in Word files", "python-docx") from error
    try:
        traced = trace(docx)
    except Unreadable as error:
        raise SourceError(name, error.reason) from error
    if any(traced.text != each.source.given for each in reports):
        raise SourceError(name, "it is not the file that was checked")
    try:
        document: Any = Document(BytesIO(docx))
    except Exception as error:  # whatever the library finds wrong
        raise SourceError(
            name, "comments cannot be written into it: save it as an ordinary .docx"
        ) from error
    _forget(document)
    canvas = _Canvas(document, traced)
    found = [(about.source, each) for about in reports for each in about.diagnostics]
    for source, diagnostic in found:
        first, last = canvas.runs(source.given_span(diagnostic.span))
        words = _words(diagnostic)
        document.add_comment([first, last], words, author=AUTHOR, initials="pl")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _words(diagnostic: Diagnostic) -> str:
    """Return what a comment says, a paragraph a line."""
    lines = [
        diagnostic.message,
        *(f"See also: {related.message}" for related in diagnostic.related),
        f"{diagnostic.code} {diagnostic.name} ({diagnostic.severity.value})",
        *(f"Source: {authority_sentence(text)} {text.link}" for text in diagnostic.authority),
    ]
    if diagnostic.url:
        lines.append(diagnostic.url)
    return "\n".join(" ".join(_plain(line).split()) for line in lines)


def _plain(words: str) -> str:
    """Return words without the control characters that XML cannot hold."""
    return "".join(char if char.isprintable() else " " for char in words)


def _forget(document: Any) -> None:
    """Take out the comments of an earlier check; answers to them stay, as all others do."""
    ours = [comment for comment in document.comments if comment.author == AUTHOR]
    numbers = {str(comment.comment_id) for comment in ours}
    for comment in ours:
        comment._comment_elm.getparent().remove(comment._comment_elm)
    for mark in list(document.element.iter(*_MARKS)):
        if mark.get(f"{_NAME}id") not in numbers:
            continue
        home = mark.getparent()
        home.remove(mark)
        if home.tag == _RUN and all(child.tag == _FORMAT for child in home):
            home.getparent().remove(home)


def _in_run(element: Any) -> bool:
    return next(element.iterancestors(_RUN), None) is not None


class _Canvas:
    """A document whose runs are parted where comments begin and end."""

    def __init__(self, document: Any, traced: Trace) -> None:
        self._document = document
        self._spots = traced.spots
        texts = list(document.element.iter(_TEXT))
        # Another number of texts is another part than the one that was read.
        known = texts if len(texts) == traced.count and all(map(_in_run, texts)) else []
        # The pieces each text was cut into: where each begins, and its element.
        self._pieces: list[list[tuple[int, Any]]] = [[(0, text)] for text in known]
        self._holders: dict[tuple[int, str], Any] = {}

    def runs(self, span: Span) -> tuple[Any, Any]:
        """Return the first and the last run of the words of a span."""
        from docx.text.run import Run  # noqa: PLC0415  # an extra

        ends = self._ends(span)
        if ends is None:
            return self._nowhere()
        first, last = self._first(ends[0]), self._last(ends[1])
        parent = self._document.paragraphs[0] if self._document.paragraphs else self._document
        return Run(first, parent), Run(last, parent)

    # ------------------------------------------------------------ which words

    def _ends(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return where the words of a span begin and end; those of a paragraph near by else."""
        if not self._pieces:
            return None
        return self._within(span) or self._near(span)

    def _within(self, span: Span) -> tuple[Spot, Spot] | None:
        """Return the ends of a span's words; of those in several cells, the most in one."""
        cells: dict[Any, list[Spot]] = {}
        for pair in self._spots[span.start : span.end]:
            if pair is not None:
                cells.setdefault(self._holder(pair[0], _CELL), []).extend(pair)
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
                home = self._holder(pair[0], _PARAGRAPH)
                spots = [
                    spot
                    for found in self._spots
                    if found is not None
                    for spot in found
                    if self._holder(spot, _PARAGRAPH) is home
                ]
                return min(spots), max(spots)
        return None

    def _holder(self, spot: Spot, tag: str) -> Any:
        """Return the innermost element of a kind that a character is in, or `None`."""
        key = (spot.text, tag)
        if key not in self._holders:
            element = self._pieces[spot.text][0][1]
            self._holders[key] = next(element.iterancestors(tag), None)
        return self._holders[key]

    # ------------------------------------------------------------ which runs

    def _first(self, spot: Spot) -> Any:
        """Return the run that begins with a character, parted from what is before it."""
        whole = self._boxed(spot)
        if whole is not None:
            return whole
        piece = self._cut(spot.text, spot.at)
        return _part(piece)

    def _last(self, spot: Spot) -> Any:
        """Return the run that ends with a character, parted from what is behind it."""
        whole = self._boxed(spot)
        if whole is not None:
            return whole
        self._cut(spot.text, spot.at + 1)
        piece = next(
            element for start, element in reversed(self._pieces[spot.text]) if start <= spot.at
        )
        run = piece.getparent()
        following = piece.getnext()
        if following is not None:
            _part(following)
        return run

    def _boxed(self, spot: Spot) -> Any:
        """Return the outermost run of a text in a box or above a line, which is not parted."""
        element = self._pieces[spot.text][0][1]
        runs = list(element.iterancestors(_RUN))
        if len(runs) == 1 and element.getparent() is runs[0]:
            return None
        return runs[-1]

    def _cut(self, text: int, at: int) -> Any:
        """Cut a text before a character; return the piece that begins there, or the last."""
        pieces = self._pieces[text]
        index = max(i for i, (start, _) in enumerate(pieces) if start <= at)
        start, element = pieces[index]
        words = element.text or ""
        if at == start or at - start >= len(words):
            return element
        rest = deepcopy(element)
        element.text, rest.text = words[: at - start], words[at - start :]
        for piece in (element, rest):
            piece.set(_SPACE, "preserve")
        element.addnext(rest)
        pieces.insert(index + 1, (at, rest))
        return rest

    def _nowhere(self) -> tuple[Any, Any]:
        """Return a run without words in the first paragraph, for a body without words."""
        paragraphs = self._document.paragraphs
        paragraph = paragraphs[0] if paragraphs else self._document.add_paragraph()
        run = paragraph.add_run()
        return run, run


def _part(element: Any) -> Any:
    """Part a run before one of its elements; return the run that begins with it."""
    run = element.getparent()
    before = [child for child in element.itersiblings(preceding=True) if child.tag != _FORMAT]
    if not before:
        return run
    rest = run.makeelement(run.tag, dict(run.attrib))
    form = run.find(_FORMAT)
    if form is not None:
        rest.append(deepcopy(form))
    for child in [element, *element.itersiblings()]:
        rest.append(child)
    run.addnext(rest)
    return rest

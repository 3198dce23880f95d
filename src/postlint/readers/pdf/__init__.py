"""Reads PDF files: their lines, with the size and weight they are set in.

`pypdfium2` gives the text page by page. Running heads, feet and page numbers
are left out; the lines that remain are read as plain text is, and what is set
larger or bolder than the body is offered as a heading.
"""

from __future__ import annotations

from postlint.document.gaps import Gap
from postlint.errors import Unreadable
from postlint.readers.base import Reading
from postlint.readers.lines.alike import ROMANS
from postlint.readers.pages.decide import decide
from postlint.readers.pages.page import Page
from postlint.readers.pdf.line import PdfLine
from postlint.readers.pdf.lines import joined, read_lines
from postlint.readers.pdf.running import drop_running
from postlint.readers.pdf.setting import BodyType
from postlint.readers.pdf.tables import written_out
from postlint.readers.terminals import lexemes
from postlint.text.diagnostics import Finding
from postlint.text.source import Places, Span

__all__ = ["PdfReader"]


class PdfReader:
    """Reads PDF files, places named by page and line."""

    kind = "pdf"
    suffixes = (".pdf",)

    def read_bytes(self, data: bytes) -> Reading:
        """Label the text of a PDF file with the grammar's terminals."""
        pages, pictures = read_lines(data)
        if not any(line.text.strip() for lines in pages for line in lines):
            raise Unreadable("it holds pictures of pages and no text: run text recognition on it")
        lines = written_out(joined(drop_running(pages)))
        text, starts, names, emphasised, cells = _flatten(lines)
        page = Page(text)
        page.plain_text()
        for block in page.blocks:
            label, mark = cells.get(block.start, (0, 0))
            if block.kind == "item" and "\n" not in text[max(label, mark) : block.stop].strip():
                block.label, block.mark = label or block.label, mark or block.mark
            place = emphasised.get(block.start)
            line = block.kind == "text" or (block.kind == "item" and block.words == block.start)
            line = line or getattr(block, "glyph", "") in ROMANS
            if line and place is not None and block.stop <= place + 1:
                # A line set apart and nothing else: bold, as other readers call it.
                block.kind, block.level, block.settled = "text", 0, False
                block.bold = block.words + len(text[block.words : block.stop].rstrip())
        gaps, notices = _unread(pictures, text, starts, names)
        return Reading(
            text=text,
            lexemes=lexemes(text, decide(text, page.blocks)),
            places=Places(tuple(starts), tuple(names)),
            notices=tuple(notices),
            gaps=tuple(gaps),
        )


def _unread(
    pictures: list[int], text: str, starts: list[int], names: list[str]
) -> tuple[list[Gap], list[Finding]]:
    """Return what to say of pages that are pictures: anything may stand there."""
    gaps: list[Gap] = []
    notices: list[Finding] = []
    for number in pictures:
        # Shown at the last line before it, else at the first behind it.
        before = [at for at, name in zip(starts, names, strict=True) if _page_of(name) < number]
        start = before[-1] if before else starts[0]
        end = text.find("\n", start)
        place = Span(start, end if end > start else len(text))
        gaps.append(Gap("", place))
        notices.append(Finding("page-is-a-picture", place, {"page": number}))
    return gaps, notices


def _page_of(name: str) -> int:
    return int(name.split()[1].rstrip(","))


def _flatten(
    lines: list[PdfLine],
) -> tuple[str, list[int], list[str], dict[int, int], dict[int, tuple[int, int]]]:
    """Return the flat text, its places, where emphasised lines start and end, and cells.

    Cells are where the labels of duties end and their marks begin, by where their lines start.
    """
    setting = BodyType(lines)
    parts: list[str] = []
    starts: list[int] = []
    names: list[str] = []
    emphasised: dict[int, int] = {}
    cells: dict[int, tuple[int, int]] = {}
    at = title = 0
    width = max((line.right for line in lines), default=0.0)
    before: PdfLine | None = None
    for line in lines:
        words = line.text.rstrip()
        if not words:
            continue
        loud = setting.is_loud(line)
        if before is not None:
            apart = setting.is_apart(before, line) or loud != setting.is_loud(before)
            if loud and setting.goes_on(before, line, width):
                parts.append(" ")
                starts.append(at + 1)
                names.append(f"page {line.page}, line {line.number}")
                parts.append(words)
                at += 1 + len(words)
                emphasised[title] = at
                before = line
                continue
            parts.append("\n\n" if apart else "\n")
            at += len(parts[-1])
        starts.append(at)
        names.append(f"page {line.page}, line {line.number}")
        parts.append(words)
        if loud:
            title = at
            emphasised[at] = at + len(words)
        if line.label or line.mark:
            cells[at] = (line.label and at + line.label, line.mark and at + line.mark)
        at += len(words)
        before = line
    parts.append("\n")
    return "".join(parts), starts, names, emphasised, cells

"""The lines of a source around a span, cut to what a screen has room for."""

from __future__ import annotations

from postlint.render.cells import Screen
from postlint.text.records import NamedTuple
from postlint.text.source import CUT, SourceText, Span, quote

# A span over more lines than this shows its first two and says how many follow.
MOST_LINES = 3
# Evidence shorter than this is a mark, such as "(E)", which says nothing alone.
_SHORT = 6
_CONTEXT = 48
_BLANK = " \t\xa0"


class ExcerptLine(NamedTuple):
    """A line of the source as it is shown.

    `text` may be cut at either end, with a sign where it is. `marks` is the
    half-open pair of cells to underline. A row with `line` 0 stands for lines
    that are left out.
    """

    line: int
    text: str
    marks: tuple[int, int] = (0, 0)
    before: str = ""
    inside: str = ""
    after: str = ""


def excerpt(source: SourceText, span: Span, screen: Screen, room: int) -> tuple[ExcerptLine, ...]:
    """Return the rows that show a span, each in at most `room` cells."""
    parts, left = _parts(source, span)
    rows = [_row(source, line, part, screen, room) for line, part in parts]
    if left:
        more = f"{left} more line" + ("s" if left > 1 else "")
        rows.append(ExcerptLine(line=0, text=more))
    return tuple(rows)


def evidence(source: SourceText, span: Span, most: int = 120) -> str:
    """Return the words of a span for people; a mere mark comes with the words it ends."""
    if span.end - span.start >= _SHORT:
        return quote(source, span, most)
    line = source.line_span(source.position(span.start).line)
    start = max(line.start, span.start - min(_CONTEXT, most // 2))
    if start > line.start:
        start = _word_start(source.text, start, span.start)
    lead = CUT + " " if source.text[line.start : start].strip() else ""
    return lead + quote(source, Span(start, max(span.end, start)), most)


def _last_line(source: SourceText, span: Span) -> int:
    return source.position(max(span.start, span.end - 1)).line


def _parts(source: SourceText, span: Span) -> tuple[list[tuple[int, Span]], int]:
    """Return the first lines of a span with the part of each, and how many follow them."""
    first, last = source.position(span.start).line, _last_line(source, span)
    found: list[tuple[int, Span]] = []
    for line in range(first, last + 1):
        whole = source.line_span(line)
        start, end = max(span.start, whole.start), min(span.end, whole.end)
        if line > first:
            while start < end and source.text[start] in _BLANK:
                start += 1
        if line < last:
            while end > start and source.text[end - 1] in _BLANK:
                end -= 1
        if start < end or first == last:
            found.append((line, Span(start, max(start, end))))
            if len(found) > MOST_LINES:
                shown = found[: MOST_LINES - 1]
                return shown, last - shown[-1][0]
    return found or [(first, Span(span.start, span.start))], 0


def _row(source: SourceText, line: int, part: Span, screen: Screen, room: int) -> ExcerptLine:
    whole = source.line_span(line)
    cut = screen.plain(CUT)
    window = _window(source.text, whole, part, screen, room)
    lead = cut if window.start > whole.start else ""
    tail = cut if window.end < whole.end else ""
    inner = Span(max(part.start, window.start), min(part.end, window.end))
    before: list[str] = [lead]
    inside: list[str] = []
    after: list[str] = []
    column, first, last = len(lead), -1, -1
    for offset, (shown, size) in enumerate(
        screen.cells(source.text[window.start : window.end]), start=window.start
    ):
        if offset < inner.start:
            before.append(shown)
        elif offset < inner.end:
            if first < 0:
                first = column
            inside.append(shown)
        else:
            after.append(shown)
        column += size
        if inner.start <= offset < inner.end:
            last = column
    after.append(tail)
    if first < 0:  # an empty span, or one that starts at the line's end
        first = min(column, _cells_before(source.text, window, inner.start, screen) + len(lead))
        last = first + 1
    text = "".join([*before, *inside, *after])
    return ExcerptLine(
        line=line,
        text=text,
        marks=(first, max(last, first + 1)),
        before="".join(before),
        inside="".join(inside),
        after="".join(after),
    )


def _cells_before(text: str, window: Span, offset: int, screen: Screen) -> int:
    return sum(size for _, size in screen.cells(text[window.start : offset]))


def _window(text: str, whole: Span, part: Span, screen: Screen, room: int) -> Span:
    """Return which part of a line to show, so that the marked part is seen in context."""
    start = whole.start
    if whole.end - start <= 4 * room and _fits(text, whole, screen, room) == whole.end:
        return whole
    # Indentation says nothing where room is short.
    while start < min(part.start, whole.end) and text[start] in _BLANK:
        start += 1
    room -= 2 * len(screen.plain(CUT))
    if _fits(text, Span(start, min(part.end, start + 4 * room)), screen, room) < part.end:
        # The part is too far along: half of the free room goes before it.
        length = min(part.end - part.start, room)
        lead = max(min(12, room // 4), (room - length) // 2)
        start = max(start, _word_start(text, part.start - lead, part.start))
    end = _fits(text, Span(start, min(whole.end, start + 4 * room)), screen, room)
    if end == whole.end:
        # Room is left at the end: show more of what stands before.
        back = max(whole.start, whole.end - 4 * room)
        sizes = [size for _, size in screen.cells(text[back : whole.end])]
        used = 0
        for offset in range(whole.end - 1, back - 1, -1):
            used += sizes[offset - back]
            if used > room:
                back = offset + 1
                break
        start = _word_start(text, min(back, start), part.start)
    elif end > part.end:
        end = _word_end(text, end, part.end)
    return Span(start, max(end, start))


def _fits(text: str, span: Span, screen: Screen, room: int) -> int:
    """Return the offset up to which a span's characters fit."""
    used = 0
    for offset, (_, size) in enumerate(screen.cells(text[span.start : span.end]), span.start):
        used += size
        if used > room:
            return offset
    return span.end


def _word_start(text: str, offset: int, limit: int) -> int:
    """Move forward to where a word starts, if one does soon enough."""
    offset = max(0, offset)
    if offset == 0 or text[offset - 1] in " \t\r\n":
        return offset
    for index in range(offset, min(limit, offset + 16)):
        if text[index] in _BLANK:
            return index + 1
    return min(offset, limit)


def _word_end(text: str, offset: int, limit: int) -> int:
    """Move back to where a word ends, if one does soon enough."""
    if offset >= len(text) or text[offset] in _BLANK:
        return offset
    for index in range(offset, max(limit, offset - 16), -1):
        if text[index - 1] in _BLANK:
            return index - 1
    return offset

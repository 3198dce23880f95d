"""Comments and directives in plain text: rows that are none of the posting's words."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.remarks import blanked, comments as find_comments, is_directive
from postlint.readers.plain.rows import Row
from postlint.text.patterns import pattern

_SIGN = "%%"
# A directive may go on over so many further lines.
_WRAPPED = 3


def without_comments(data: str) -> str:
    """Return a text with blanks for what stands between `<!--` and `-->`."""
    return blanked(data, find_comments(data)) if "<!--" in data else data


def mark_remarks(rows: list[Row], data: str, *, comments: bool) -> list[Row]:
    """Return the rows of a text without comments, those of comments and directives marked.

    They are without words, as blank rows are. The rows that one comment has to
    itself become one row.
    """
    spans = list(find_comments(data)) if comments else []
    out: list[Row] = []
    begun = 0  # the comments that end above the row
    for row in _joined(rows):
        while begun < len(spans) and spans[begun].end <= row.start:
            begun += 1
        if row.text:
            if _is_remark(row.text, comments=comments):
                _mark(row, row.text)
        elif begun < len(spans) and spans[begun].start < row.stop:
            start, end = spans[begun]
            if start < row.start and out and out[-1].remark:
                out[-1].stop = row.stop  # the comment goes on
                continue
            _mark(row, data[row.start : end].strip())
        out.append(row)
    return out


def mark_cover(rows: list[Row], data: str) -> None:
    """Mark the mail that a posting was passed on with: what stands above "Forwarded message".

    Who passes it on is not who looks for people, and has an office elsewhere. What is
    longer than the mail below it is no cover.
    """
    at = next((at for at, row in enumerate(rows) if _PASSED_ON.fullmatch(row.text)), -1)
    if at < 0 or 2 * rows[at].start > len(data) - rows[at].start:
        return
    end = at + 1
    while end < len(rows) and (not rows[end].text or _HEAD.match(rows[end].text)):
        end += 1
    for row in rows[:end]:
        if row.text:
            _mark(row, row.text)


# "---------- Forwarded message ---------", and the lines below it that a mail begins with.
_PASSED_ON = pattern(r"[-_ ]*(?:Begin )?(?:[Ff]orwarded message|Original Message)[-_: ]*")
_HEAD = pattern(r"(?:From|Sent|Date|To|Cc):")


def _joined(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, those made one over which `[postlint: …]` was wrapped."""
    at = 0
    while at < len(rows):
        row = rows[at]
        at += 1
        if row.text.startswith("[postlint:") and "]" not in row.text:
            for more in range(at, min(at + _WRAPPED, len(rows))):
                text = rows[more].text
                if text.endswith("]"):
                    row.text = " ".join(each.text for each in rows[at - 1 : more + 1])
                    row.stop, row.last = rows[more].stop, rows[more].last
                    at = more + 1
                if not text or "]" in text:
                    break
        yield row


def _mark(row: Row, text: str) -> None:
    row.remark = "directive" if is_directive(text) else "comment"
    row.text = ""


def _is_remark(text: str, *, comments: bool) -> bool:
    # "%%COMPANY%%" is where a template puts something in.
    if comments and text.startswith(_SIGN):
        return not text.endswith(_SIGN) or " " in text
    return text[0] in "%[" and is_directive(text)

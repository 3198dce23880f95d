"""Rows gathered into blocks: headings, fields, items, paragraphs, and what lies between."""

from __future__ import annotations

from postlint.document.labels import is_field_name
from postlint.readers.lines.bullets import bullet_length
from postlint.readers.lines.judging import judge
from postlint.readers.lines.line import Around, Heading, Style, is_prose
from postlint.readers.lines.run_in import run_in
from postlint.readers.plain.bulleted import bulleted
from postlint.readers.plain.fields import blank_field, spread_field
from postlint.readers.plain.gathered import Gathered, RowBlock
from postlint.readers.plain.headings import job_title, marked_heading, tall_heading
from postlint.readers.plain.paragraphs import paragraph, run_in_words
from postlint.readers.plain.rows import Row

_LONGEST_NAME = 90
# Of a field's name in small letters, above its value: "time type".
_LONGEST_SMALL = 24
# A line of a column so narrow that it breaks headings.
_NARROW = 40


def gather(rows: list[Row]) -> list[RowBlock]:
    """Return the blocks of a text, in order and without gap."""
    so_far = Gathered(rows)
    blocks = so_far.blocks
    index, count = 0, len(rows)
    while index < count:
        row = rows[index]
        text = row.text
        if row.remark:
            blocks.append(RowBlock(row.remark, row.start, row.start, row.stop))
            index += 1
        elif not text:
            begin = row.start
            while index < count and not rows[index].text and not rows[index].remark:
                index += 1
            blocks.append(RowBlock("blank", begin, begin, rows[index - 1].stop))
        elif row.noise:
            blocks.append(RowBlock("noise", row.start, row.start, row.stop))
            index += 1
        else:
            index = _words(so_far, index)
    return blocks


def _words(so_far: Gathered, index: int) -> int:
    """Read the block that starts at a row with words; return the row after it."""
    text = so_far.rows[index].text
    if text[0] in "#=*~_<>-":
        done = marked_heading(so_far, index)
        if done:
            return done
    length = bullet_length(text)
    if length:
        return bulleted(so_far, index, length)
    if index in so_far.signature or is_prose(text):
        small = text[0].islower() and len(text) <= _LONGEST_SMALL and is_field_name(text)
        done = small and spread_field(so_far, index, so_far.around(index))
        return done or _paragraph(so_far, index, so_far.above(index))
    return _plain(so_far, index, text)


def _plain(so_far: Gathered, index: int, text: str) -> int:
    """Read a row that may be a field's name, the job's title, a heading, or words as any."""
    around = so_far.around(index)
    if len(text) < _LONGEST_NAME:
        done = (
            (text[-1] == ":" and blank_field(so_far, index, around))
            or spread_field(so_far, index, around)
            or (not so_far.titled and job_title(so_far, index, around))
        )
        if done:
            return done
    if around.adjacent and text[-1] != ":" and len(text) < _NARROW and text.isupper():
        done = tall_heading(so_far, index)
        if done:
            return done
    heading = judge(text, around)
    if heading is not None and not _goes_on(so_far, around, heading):
        row = so_far.rows[index]
        so_far.heading(row.start, row.first, row.stop, text, heading)
        return index + 1
    return _paragraph(so_far, index, around.above)


def _goes_on(so_far: Gathered, around: Around, heading: Heading) -> bool:
    """Say whether a sentence right under a heading only leads in the list that it heads."""
    return (
        around.bullet_below
        and so_far.empty()
        and heading.style is Style.SENTENCE
        and heading.match is not None
        and heading.match.kind is so_far.levels.kind
    )


def _paragraph(so_far: Gathered, index: int, above: str) -> int:
    """Read a paragraph, and what may be run in at its start."""
    row = so_far.rows[index]
    text = row.text
    found = None
    if not so_far.questionnaire:
        found = run_in(text, so_far.levels.kind, alone=not above)
    if found is not None:
        return run_in_words(so_far, index, text, row.first, found)
    return paragraph(so_far, index, row.start, row.first, text)

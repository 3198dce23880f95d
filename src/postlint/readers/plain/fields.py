"""Fields whose value stands in the next row, or nowhere."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.lines.fields import is_left_blank, may_be_value
from postlint.readers.lines.line import Around, heads_section
from postlint.readers.plain.gathered import Gathered, RowBlock

_LONGEST_NAME = 45


def blank_field(so_far: Gathered, index: int, around: Around) -> int:
    """Read a name and a colon that nobody filled in; return the row after it, 0 for none."""
    row = so_far.rows[index]
    if len(row.text) > _LONGEST_NAME or row.stop == row.last:
        return 0
    below = around.below
    ends = below[:1] in ("#", "=") or heads_section(below)
    if around.bullet_below or not is_left_blank(row.text[:-1], below, ends=ends):
        return 0
    so_far.blocks.append(RowBlock("field", row.start, row.last, row.stop))
    return index + 1


def spread_field(so_far: Gathered, index: int, around: Around) -> int:
    """Read a field whose value is the next row with words; return 0 where there is none."""
    row = so_far.rows[index]
    colon = row.text[-1] == ":"
    name = row.text[:-1] if colon else row.text
    below = around.below
    if not below or len(name) > _LONGEST_NAME or around.bullet_below:
        return 0
    if not name[:1].isupper() and not _in_small_letters(so_far, index, name):
        return 0
    if not is_field_name(name) and not (colon and _among_keys(so_far, index, name)):
        return 0
    value = so_far.below(index)
    if colon and _ends_run(so_far, index, value):
        so_far.blocks.append(RowBlock("field", row.start, row.last, row.stop))
        return index + 1
    if (
        value - index > 3
        or so_far.remarked(index, value)
        or not may_be_value(below)
        or (is_field_name(below) and not any(block.kind == "field" for block in so_far.blocks[-2:]))
    ):
        return 0
    after = so_far.rows[value + 1] if value + 1 < len(so_far.rows) else None
    # Without a colon the value must stand by itself: one row, then a break.
    if not colon and after is not None and not after.noise:
        crowd = len(after.text)
        if crowd > 60 or (crowd and not around.adjacent):
            return 0
    if not colon and not around.adjacent and _heads_amount(so_far, name, below):
        return 0
    target = so_far.rows[value]
    block = RowBlock("field", row.start, target.first, target.stop, below)
    so_far.blocks.append(block)
    return value + 1


def _ends_run(so_far: Gathered, index: int, value: int) -> bool:
    """Say whether names alone stand above this one, and as many values below it.

    A page whose names and values were two columns is read so, one column after the other.
    """
    if value != index + 1 or not so_far.blocks or so_far.blocks[-1].kind != "field":
        return False
    rows, above = so_far.rows, index
    while above > 0 and _is_name_alone(rows[above - 1].text):
        above -= 1
    last = value + index - above
    values = [row.text for row in rows[value : last + 1]]
    return (
        above < index
        and len(values) == last + 1 - value
        and all(text and text[-1] != ":" for text in values)
    )


def _is_name_alone(words: str) -> bool:
    return words[-1:] == ":" and len(words) <= _LONGEST_NAME


def _in_small_letters(so_far: Gathered, index: int, name: str) -> bool:
    """Say whether a known name in small letters stands among others, as "time type" on boards."""
    if not name[:1].islower() or not is_field_name(name):
        return False
    after = so_far.below(so_far.below(index))
    follows = after < len(so_far.rows) and is_field_name(so_far.rows[after].text)
    return follows or bool(so_far.blocks and so_far.blocks[-1].kind == "field")


def _heads_amount(so_far: Gathered, name: str, below: str) -> bool:
    """Say whether a name in capitals heads what is paid, among headings set like it."""
    match = heading_match(name)
    return (
        name.isupper()
        and " " in name
        and "$" in below
        and not (so_far.blocks and so_far.blocks[-1].kind == "field")
        and match is not None
        and match.kind is SectionKind.COMPENSATION
    )


def _among_keys(so_far: Gathered, index: int, name: str) -> bool:
    """Say whether an unknown key stands in a column of keys and short values."""
    match = heading_match(name)
    if match is not None and match.weight > 3:
        return False
    value = so_far.below(index)
    after = so_far.below(value) if value < len(so_far.rows) else len(so_far.rows)
    return (
        after < len(so_far.rows)
        and len(so_far.rows[value].text) < 40
        and so_far.rows[after].text[-1] == ":"
        and bool(so_far.blocks)
        and any(block.kind == "field" for block in so_far.blocks[-3:])
    )

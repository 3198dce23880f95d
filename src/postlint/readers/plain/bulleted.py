"""Items: rows with a bullet or a number, one alone on its row too."""

from __future__ import annotations

from postlint.document.headings import heading_match
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.lines.bullets import bullet_length, glyph
from postlint.readers.lines.judging import judge
from postlint.readers.lines.line import Around, Heading, RunIn, Style, bare, is_title_case
from postlint.readers.lines.run_in import run_in
from postlint.readers.plain.gathered import FIRST_NUMBERS, Gathered, RowBlock
from postlint.readers.plain.paragraphs import absorb, run_in_words
from postlint.readers.plain.rows import Row

_BLANK_REACH = 7


def bulleted(so_far: Gathered, index: int, length: int) -> int:
    """Read an item, or a heading behind a number; return the row after it."""
    rows = so_far.rows
    row = rows[index]
    text = row.text
    rest = text[length:]
    mark = glyph(text[:length])
    if mark in _LETTER_OF and _follows_h(so_far, _LETTER_OF[mark]):
        mark = _LETTER_OF[mark]  # "i." is a letter, and no number
    if not rest:
        at = so_far.below(index)
        if (
            at >= len(rows)
            or at - index > _BLANK_REACH
            or so_far.remarked(index, at)
            or bullet_length(rows[at].text)
        ):
            so_far.blocks.append(RowBlock("noise", row.start, row.start, row.stop))
            return index + 1
        target = rows[at]
        so_far.questionnaire = so_far.questionnaire or (text[0] == "0" and rows[at - 1].text == "")
        if judge(target.text, so_far.around(at)) is not None and heading_match(bare(target.text)):
            so_far.blocks.append(RowBlock("noise", row.start, row.start, row.stop))
            return index + 1
        value = _numbered_field(target.text) if mark in FIRST_NUMBERS else 0
        if value:
            so_far.blocks.append(RowBlock("noise", row.start, row.start, target.first))
            so_far.blocks.append(_field(target, target.first, value, target.text))
            return at + 1
        block = RowBlock("item", row.start, target.first, target.stop, target.text)
        block.glyph, block.indent = mark, row.indent
        so_far.blocks.append(block)
        return absorb(so_far, at, block)
    if (
        (mark == "1.1" or mark in FIRST_NUMBERS)
        and len(rest) < 90
        and _numbered_heading(so_far, index, length)
    ):
        return index + 1
    if rest[-1] == ":" and len(rest) < _LONGEST_HEAD and _is_heading(rest):
        heading = Heading(Style.TITLE, True, heading_match(bare(rest)))
        so_far.heading(row.start, row.first + length, row.stop, rest, heading)
        return index + 1
    if len(rest) < _LONGEST_HEAD and _heads_other_list(so_far, index, rest, mark):
        heading = Heading(Style.TITLE, False, heading_match(rest))
        so_far.heading(row.start, row.first + length, row.stop, rest, heading)
        return index + 1
    if not row.whole or (index and not rows[index - 1].whole):
        # Among the pieces of a glued line, a dash may stand before a heading.
        found = _run_in_heading(rest)
        if found is not None:
            return run_in_words(so_far, index, rest, row.first + length, found)
    value = _numbered_field(rest) if mark in FIRST_NUMBERS else 0
    if value:
        # The number of a field is how a form shows it.
        first = row.first + length
        so_far.blocks.append(RowBlock("noise", row.start, row.start, first))
        so_far.blocks.append(_field(row, first, value, rest))
        return index + 1
    block = RowBlock("item", row.start, row.first + length, row.stop, rest)
    block.glyph, block.indent = mark, row.indent
    so_far.blocks.append(block)
    return absorb(so_far, index, block)


def _follows_h(so_far: Gathered, letter: str) -> bool:
    return [block.glyph for block in so_far.blocks[-_BEFORE_I:]] == [letter] * _BEFORE_I


_LETTER_OF = {"i": "a", "I": "A"}
_BEFORE_I = 8
_LONGEST_HEAD, _WHOLE = 40, 0.95


def _is_heading(words: str) -> bool:
    """Say whether a row of a list is the heading of the next one: "Responsibilities:"."""
    match = heading_match(bare(words))
    decided = match is not None and (match.kind is SectionKind.DUTIES or match.kind in REQUIREMENTS)
    return decided and match is not None and match.share >= _WHOLE


def _heads_other_list(so_far: Gathered, index: int, words: str, mark: str) -> bool:
    """Say whether a row apart is the heading of a list whose items have another sign."""
    if index + 1 >= len(so_far.rows) or (index and so_far.rows[index - 1].text):
        return False
    below = so_far.rows[index + 1].text
    length = bullet_length(below) if below else 0
    return length > 0 and glyph(below[:length]) != mark and _is_heading(words)


def _run_in_heading(text: str) -> tuple[RunIn, int, int] | None:
    """Return the heading run in at the start of the words, where it is beyond doubt one."""
    found = run_in(text, None, alone=False)
    if found is None or found[0] is not RunIn.HEADING:
        return None
    match = heading_match(text[: found[1]])
    return found if match is not None and match.share >= 0.9 and match.weight > 4 else None


_MOST_OF_A_TOPIC, _SENTENCE = 5, 30


def _parts_lists(words: str, around: Around, below: str, mark: str, *, roman: bool) -> bool:
    """Say whether a number's few words stand between two lists: "B. Map Repair & Binding"."""
    return (
        around.bullet_below
        and (glyph(below[: bullet_length(below)]) != mark or roman)
        and words.count(" ") <= _MOST_OF_A_TOPIC
        and words[-1].isalpha()
        and is_title_case(words)
    )


def _is_topic(words: str, around: Around) -> bool:
    """Say whether a number's few words stand over a paragraph, a blank row between: "2. Health"."""
    below = around.below
    return (
        around.headed
        and not around.adjacent
        and not around.bullet_below
        and not around.questionnaire
        and words.count(" ") < _MOST_OF_A_TOPIC
        and words[-1].isalpha()
        and is_title_case(words.partition(",")[0])
        and len(below) >= _SENTENCE
        and below[-1] in ".:;"
        and below[0].isupper()
    )


def _field(row: Row, first: int, value: int, words: str) -> RowBlock:
    return RowBlock("field", first, first + value, row.stop, words)


def _numbered_field(words: str) -> int:
    """Return where the value of a field begins that has a number: "1. Title: Clerk"; 0 for none."""
    name, colon, value = words[:_LONGEST_FIELD].partition(":")
    if not (colon and value.strip()) or len(words) >= _LONGEST_FIELD or not is_field_name(name):
        return 0
    return len(name) + 1 + len(value) - len(value.lstrip())


_LONGEST_FIELD = 100


def _numbered_heading(so_far: Gathered, index: int, length: int) -> bool:
    """Read a heading with a number before it; say whether it is one."""
    row = so_far.rows[index]
    rest = row.text[length:]
    last = so_far.blocks[-1] if so_far.blocks else None
    around = so_far.around(index)
    if not rest[0].isupper():
        return False
    at = so_far.below(index)
    mark = glyph(row.text[:length])
    below = so_far.rows[at].text if at < len(so_far.rows) else ""
    kind = last.kind if last is not None else ""
    roman = row.text.startswith(("I.", "V.")) and below.startswith("A.")
    zero = row.text[:length].rstrip(" .\t").endswith(".0")  # "2.0 Duties" over "2.1 Files papers"
    if kind in ("item", "head") and _parts_lists(rest, around, below, mark, roman=roman):
        # Another number of the same list stands above it where it is an item.
        if last is None or (last.glyph == mark and not roman):
            return False
        topic = Heading(Style.TITLE, False, heading_match(rest))
        so_far.heading(row.start, row.first + length, row.stop, rest, topic)
        return True
    if kind == "item" and around.alike is None:
        # "2. What we ask" behind "1.3" is no item of the list that "1.1" began.
        behind = zero or (mark == "1" and last is not None and last.glyph == "1.1")
        match = heading_match(rest) if behind else None
        if match is None or match.share < _WHOLE or len(rest) > _LONGEST_HEAD:
            return False
        topic = Heading(Style.TITLE, False, match)
        so_far.heading(row.start, row.first + length, row.stop, rest, topic)
        return True
    if (
        at < len(so_far.rows)
        and bullet_length(so_far.rows[at].text)
        and glyph(so_far.rows[at].text[:length]) == glyph(row.text[:length])
        and not (roman or zero)
    ):
        return False
    heading = judge(rest, around)
    sure = rest.isupper() or around.alike is not None
    if heading is None or not (sure or heading.match is not None):
        if not _is_topic(rest, around):
            return False
        heading = Heading(Style.TITLE, False, heading_match(rest))
    so_far.heading(row.start, row.first + length, row.stop, rest, heading)
    return True

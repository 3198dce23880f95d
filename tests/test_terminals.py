"""Blocks are written out as the grammar's terminals, from a text's start to its end."""

from __future__ import annotations

from postlint.readers.blocks import Block
from postlint.readers.terminals import lexemes


def written(text: str, *blocks: Block) -> list[tuple[str, str]]:
    found = lexemes(text, blocks)
    assert "".join(text[each.start : each.end] for each in found) == text
    return [(each.kind, text[each.start : each.end]) for each in found]


def kinds(text: str, *blocks: Block) -> list[str]:
    return [kind for kind, _ in written(text, *blocks)]


def item(start: int, stop: int, level: int) -> Block:
    return Block("item", start, start + 1, stop, level)


def test_what_stands_between_blocks_is_blank_or_noise() -> None:
    text = "A\n\nB\n--C\n"
    blocks = (Block("text", 0, 0, 2), Block("text", 3, 3, 5), Block("text", 7, 7, 9))
    assert written(text, *blocks) == [
        ("LINE", "A\n"), ("BLANK", "\n"), ("LINE", "B\n"), ("NOISE", "--"), ("LINE", "C\n"),
    ]  # fmt: skip


def test_a_text_without_blocks_is_written_all_the_same() -> None:
    assert written(" \n") == [("BLANK", " \n")]
    assert written("") == []


def test_headings_and_fields_are_a_mark_and_a_line() -> None:
    text = "## Pay\nGrade: 7\n"
    blocks = (Block("head", 0, 3, 7, 2), Block("field", 7, 14, 16))
    assert written(text, *blocks) == [
        ("H2", "## "), ("LINE", "Pay\n"), ("KEY", "Grade: "), ("LINE", "7\n"),
    ]  # fmt: skip


def test_a_label_and_a_mark_stand_around_the_line() -> None:
    text = "-Files: keeps them. (E)\n"
    block = item(0, len(text), 1)
    block.label, block.mark = 8, 19
    assert written(text, block) == [
        ("BULLET", "-"), ("LABEL", "Files: "), ("LINE", "keeps them."), ("MARK", " (E)\n"),
    ]  # fmt: skip


def test_items_nest_as_deep_as_they_say() -> None:
    text = "-a-b-c-d"
    levels = (1, 2, 2, 1)
    blocks = [item(2 * at, 2 * at + 2, level) for at, level in enumerate(levels)]
    assert kinds(text, *blocks) == [
        "BULLET", "LINE", "INDENT", "BULLET", "LINE", "BULLET", "LINE", "DEDENT", "BULLET", "LINE",
    ]  # fmt: skip


def test_a_level_that_was_left_out_is_one_step() -> None:
    assert kinds("-a-b", item(0, 2, 1), item(2, 4, 3)) == [
        "BULLET", "LINE", "INDENT", "BULLET", "LINE", "DEDENT",
    ]  # fmt: skip


def test_a_paragraph_in_an_item_is_nested_in_it() -> None:
    blocks = (item(0, 2, 1), Block("text", 2, 2, 4, 1), item(4, 6, 1))
    assert kinds("-abb-c", *blocks) == [
        "BULLET", "LINE", "INDENT", "LINE", "DEDENT", "BULLET", "LINE",
    ]  # fmt: skip


def test_a_remark_and_noise_close_no_list() -> None:
    blocks = (
        item(0, 2, 1), item(2, 4, 2), Block("noise", 4, 4, 5), Block("comment", 5, 5, 6),
        item(6, 8, 2),
    )  # fmt: skip
    assert kinds("-a-b=%-c", *blocks) == [
        "BULLET", "LINE", "INDENT", "BULLET", "LINE", "NOISE", "COMMENT", "BULLET", "LINE",
        "DEDENT",
    ]  # fmt: skip


def test_a_heading_closes_every_list() -> None:
    blocks = (item(0, 2, 1), item(2, 4, 2), Block("head", 4, 4, 5, 3))
    assert kinds("-a-bX", *blocks)[-3:] == ["DEDENT", "H3", "LINE"]

"""Every form that a table of a page may have is the first to describe its example."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.readers.pages.columns import Cell
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import FORMS, Table
from postlint.text.decisions import Way


def cell(words: str) -> Cell:
    parts = tuple(map(cell, words.split("\n"))) if "\n" in words else ()
    return Cell(words, lambda: 0, parts)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_is_the_first_to_describe_its_example(
    form: Way[Table, Any, list[list[str]]],
) -> None:
    rows = [[cell(words) for words in row] for row in form.example]
    table = Table(Page(""), rows, header=True)
    assert next(each.name for each in FORMS if each.read(table) is not None) == form.name

"""The grammar's text, and what tells one state of it from another.

Apart from `tables`, which loads lark: a start looks only whether its tables are still those.
"""

from __future__ import annotations

import zlib

from postlint.cache import read_data


def grammar() -> str:
    """Return the text of the grammar."""
    return read_data("postlint_grammar", "posting.lark").decode("utf-8")


def digest(text: str) -> str:
    """Return what tells one state of the grammar from another."""
    return f"{zlib.crc32(text.encode()):08x}"

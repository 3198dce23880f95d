"""The grammar's text, and what tells one state of it from another."""

from __future__ import annotations

import pkgutil
import zlib


def grammar() -> str:
    """Return the text of the grammar."""
    data = pkgutil.get_data("postlint_grammar", "posting.lark")
    if data is None:
        raise FileNotFoundError("the grammar is not installed")
    return data.decode("utf-8")


def digest(text: str) -> str:
    """Return what tells one state of the grammar from another."""
    return f"{zlib.crc32(text.encode()):08x}"

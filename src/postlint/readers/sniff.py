"""Which kind of source a text is: by its suffix, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from postlint.readers.base import Reader

MARKUP = "markup"
TEXT = "text"
MARKUP_SUFFIXES = frozenset({".posting"})

# What only someone writing markup puts at the start of a line.
_SIGN = re.compile(r"(?:\A|[\r\n])(?:#{1,6}[ \t]+\S|%%[ \t])")


def kind_of(text: str, path: str | None, readers: Iterable[Reader]) -> str:
    """Return the kind to read a source as."""
    suffix = PurePath(path).suffix.lower() if path else ""
    if suffix in MARKUP_SUFFIXES:
        return MARKUP
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader.kind
    return MARKUP if _SIGN.search(text) else TEXT

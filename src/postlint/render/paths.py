"""How programs are told which file: forward slashes, and URIs where a format asks for them."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

# What a text without a name is called where a format must have one.
UNNAMED = "posting"


def slashed(path: str | None) -> str:
    """Return a path with forward slashes and without a leading `./`."""
    name = PurePath(path or UNNAMED).as_posix()
    return name or UNNAMED


def uri(path: str | None) -> str:
    """Return a path as a URI reference: relative as it stands, absolute with `file:`."""
    name = slashed(path)
    # Names that are not UTF-8 come as lone surrogates; their bytes are kept.
    quoted = quote(name.encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=@")
    if os.path.isabs(path or ""):  # noqa: PTH117  # of the system we run on, as the path is
        return "file://" + (quoted if quoted.startswith("/") else "/" + quoted)
    return quoted

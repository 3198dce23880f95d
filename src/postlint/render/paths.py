"""How files are named to programs: forward slashes, and URIs where a format asks for them."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

# What a text without a name is called where a format must have one.
UNNAMED = "posting"


def slashed(path: str | None, root: str = "") -> str:
    """Return a path with forward slashes and without a leading `./`.

    With a `root` it is seen from there, however it was typed, where it stands
    in that folder.
    """
    name = PurePath(path or UNNAMED).as_posix()
    if root and path:
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
        if not inside.startswith(os.pardir) and not os.path.isabs(inside):  # noqa: PTH117
            name = PurePath(inside).as_posix()
    return name or UNNAMED


def uri(path: str | None, root: str = "") -> str:
    """Return a path as a URI reference: relative as it stands, absolute with `file:`."""
    name = slashed(path, root)
    # Names that are not UTF-8 come as lone surrogates; their bytes stay.
    quoted = quote(name.encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=@")
    if os.path.isabs(name):  # noqa: PTH117  # of the system we run on, as the path is
        return "file://" + (quoted if quoted.startswith("/") else "/" + quoted)
    return quoted

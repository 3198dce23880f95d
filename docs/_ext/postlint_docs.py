"""What postlint's documentation asks of Sphinx: generated pages, captions, docstrings."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from docstrings import to_rst
from reference_pages import write_pages

# "```toml file=postlint.toml": the tests write the block to that file, readers see its name.
_NAMED = re.compile(r"^(`{3,})(\w+) file=(\S+)[^\n]*$", re.MULTILINE)
# What is no language Pygments knows.
_LANGUAGES = {"posting": "markdown", "console": "console", "example": "text"}


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect to Sphinx."""
    app.connect("builder-inited", _write)
    app.connect("source-read", _captions)
    app.connect("autodoc-process-docstring", _docstring)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _write(app: Sphinx) -> None:
    write_pages(Path(app.srcdir))


def _captions(_: Sphinx, __: str, source: list[str]) -> None:
    def named(found: re.Match[str]) -> str:
        language = _LANGUAGES.get(found[2], found[2])
        return f"{found[1]}{{code-block}} {language}\n:caption: {found[3]}"

    text = _NAMED.sub(named, source[0])
    source[0] = re.sub(r"^(`{3,})(posting|example)\b", _plainly, text, flags=re.MULTILINE)


def _plainly(found: re.Match[str]) -> str:
    return f"{found[1]}{_LANGUAGES[found[2]]}"


def _docstring(  # Sphinx's signature
    _: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]
) -> None:
    del what, name, options
    lines[:] = to_rst(lines)
    if isinstance(obj, type) and issubclass(obj, Enum):
        values = ", ".join(f"``{one.name}`` ({one.value!r})" for one in obj)
        lines += ["", f"Members: {values}.", ""]

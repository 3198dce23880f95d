"""Text for XML: harmless, escaped, and without what XML cannot hold."""

from __future__ import annotations

import re
from html import escape

from postlint.render.cells import harmless

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text as it may stand in an element or an attribute."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(text)), quote=True)


def element(tag: str, /, **attributes: object) -> str:
    """Return the inside of a tag; the order of the attributes stays."""
    words = "".join(f' {key}="{xml_text(str(value))}"' for key, value in attributes.items())
    return tag + words


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

"""Text that was saved in the wrong encoding, read as it was meant.

`Â ` before every blank and `â€™` for an apostrophe are UTF-8 read as
Windows-1252. Such characters always stand together and are never ASCII, so
each stretch of them is mended by itself and keeps its place.
"""

from __future__ import annotations

from functools import lru_cache

from postlint.readers.flat import Flat
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import Origin, Span

# A first byte of UTF-8 and one that follows, both read as Windows-1252 or Latin-1.
_SIGN = pattern(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
# All but the first of the two, as bytes of Latin-1. Most texts have nothing else.
_NO_LEADS = bytes({*range(0x100)} - {*range(0xC2, 0xF5)})
_STRETCH = pattern(r"[^\x00-\x7f]{2,400}")


class Mended:
    """A text as it was meant, where its characters stood, and what to say about it."""

    __slots__ = ("finding", "origin", "text")

    def __init__(self, text: str, origin: Origin, finding: Finding) -> None:
        self.text = text
        self.origin = origin
        self.finding = finding


def mend(text: str) -> Mended | None:
    """Return a damaged text as it was meant, `None` for one that is not damaged."""
    if text.isascii() or not _leads(text) or _SIGN.search(text) is None:
        return None
    flat = Flat(text)
    at = count = 0
    first: tuple[Span, str, str] | None = None
    for match in _STRETCH.finditer(text):
        meant = _meant(match[0])
        if meant == match[0]:
            continue
        flat.keep(at, match.start())
        if first is None:
            first = (Span(flat.size, flat.size + len(meant)), match[0], meant)
        flat.put(meant, *match.span())
        at = match.end()
        count += 1
    if first is None:
        return None
    flat.keep(at, len(text))
    span, damaged, meant = first
    data = {
        "count": count,
        "places": "place" if count == 1 else "places",
        "damaged": damaged[:12],
        "meant": meant.replace("\xa0", " ")[:12],
    }
    return Mended(flat.text(), flat.origin(), Finding("text-damage", span, data))


def _leads(text: str) -> bool:
    return bool(text.encode("latin-1", "ignore").translate(None, _NO_LEADS))


@lru_cache(maxsize=512)
def _meant(stretch: str) -> str:
    """Return what a stretch of characters was before it was read wrongly."""
    from ftfy import fix_encoding  # noqa: PLC0415  # its tables cost a start, and few texts need them

    return fix_encoding(stretch) if _SIGN.search(stretch) else stretch

"""A text as it is seen and was meant, where its characters say something else.

`Â ` before every blank and `â€™` for an apostrophe are UTF-8 read as
Windows-1252. Such characters always stand together and are never ASCII, so
each stretch of them is decoded again by itself and keeps its place; where half of
them is lost already, what is left is recognised by where it stands. Characters that
nobody sees, and words that a line end divides, are `text.characters`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from postlint.text.characters import (
    Edit,
    cleaned,
    divided_words,
    line_ends,
    odd_characters,
    spaced_letters,
)
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import Origin, Span

# A first byte of UTF-8 and one that follows, both read as Windows-1252 or Latin-1.
_SIGN = pattern(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
# The first byte of the first of the two, in UTF-8 again. Most texts have nothing like it.
_LEADS = b"\xc3"
_STRETCH = pattern(r"[^\x00-\x7f]{2,400}")
# What is left where the second byte became a plain blank or was dropped: a no-break
# space, a closing quotation mark, a byte order mark, a bullet.
_HALF = pattern(
    r"(?<![^\W\d_a-z])\u00c2(?=[ \t\r\n]|\Z)|\u00e2\u20ac(?=[\s\"',;]|\Z)|\u00ef\u00bb\u00bf"
    r"|\u00e2\u00a2(?=[ \t])"
)
_HALVES = {
    "\u00c2": "",
    "\u00e2\u20ac": "\u201d",
    "\u00ef\u00bb\u00bf": "",
    "\u00e2\u00a2": "\u2022",
}


class DecodedAgain:
    """A text as it was meant, where its characters stood, and what to say about it.

    The finding's span is that of the text as it was given.
    """

    __slots__ = ("finding", "origin", "text")

    def __init__(self, text: str, origin: Origin, finding: Finding | None) -> None:
        self.text = text
        self.origin = origin
        self.finding = finding


def decode_again(text: str, *, lines: bool) -> DecodedAgain | None:
    """Return a text as it was meant, `None` for one that says what it means.

    `lines` says that its line ends are those a reader sees, which may divide words.
    What was damaged is reported; what nobody sees is only read.
    """
    damaged = list(_damaged(text))
    edits = [(*edit, True) for edit in damaged]
    edits += [(*edit, False) for edit in odd_characters(text)]
    if lines:
        edits += [(*edit, False) for edit in divided_words(text)]
        edits += [(*edit, False) for edit in spaced_letters(text)]
        edits += [(*edit, False) for edit in line_ends(text)]
    if not edits:
        return None
    edits.sort(key=lambda edit: (edit[0], -edit[1]))
    from postlint.readers.flat import Flat  # noqa: PLC0415  # most texts say what they mean

    flat = Flat(text)
    at = 0
    first: tuple[Span, str, str] | None = None
    for start, end, meant, is_damage in edits:
        if start < at:
            continue  # a soft hyphen may be half of a damaged letter, or divide a word
        flat.copy(at, start)
        if first is None and is_damage:
            # What was lost altogether is shown by its neighbour.
            place = Span(start, end) if meant else Span(max(0, start - 1), end + 1)
            first = (place, text[start:end], meant)
        flat.replace(meant, start, end)
        at = end
    flat.copy(at, len(text))
    finding = None
    if first is not None:
        span, was, meant = first
        data = {
            "count": len(damaged),
            "places": "place was" if len(damaged) == 1 else "places were",
            "damaged": was[:12],
            "meant": meant.replace("\xa0", " ")[:12],
        }
        finding = Finding("text-damage", span, data)
    return DecodedAgain(flat.text(), flat.origin(), finding)


def _damaged(text: str) -> Iterator[Edit]:
    """Yield the stretches read in the wrong encoding, and what they were."""
    if text.isascii() or _LEADS not in text.encode("utf-8", "surrogatepass"):
        return
    whole = _SIGN.search(text) is not None
    found: list[Edit] = []
    if whole:
        for match in _STRETCH.finditer(text):
            meant = _meant(match[0])
            if meant != match[0]:
                # Half of a sign may be left at its end.
                behind = text[match.end() : match.end() + 1]
                meant = _HALF.sub(lambda half: _HALVES[half[0]], meant + behind)
                found.append((*match.span(), meant[: len(meant) - len(behind)]))
    taken = {start for start, _, _ in found}
    found += [
        (*match.span(), _HALVES[match[0]])
        for match in _HALF.finditer(text)
        if match.start() not in taken
    ]
    yield from sorted(found)


def prepare() -> None:
    """Import what damaged texts need, so that processes forked off have it."""
    import ftfy  # noqa: F401, PLC0415  # as below


@lru_cache(maxsize=512)
def _meant(stretch: str) -> str:
    """Return what a stretch of characters was before it was read wrongly."""
    if not _SIGN.search(stretch):
        return stretch
    from ftfy import fix_encoding  # noqa: PLC0415  # its tables cost a start, and few texts need them

    meant = fix_encoding(stretch)
    return stretch if meant == stretch else cleaned(meant)

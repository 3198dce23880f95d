"""The marks that say a duty is essential: `(E)`, `“E”`, `*`, and their like.

One definition for every reader. The devices are those collected in the ADA
family's notes (29 CFR 1630.2(n)(3)(ii) asks that essential functions be
identified in some way; it names no sign).
"""

from __future__ import annotations

from functools import lru_cache

from postlint.document.vocabulary import any_of
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

# What may end a duty. A bare letter needs a sentence's end before it, so that
# "Schedule E", "Title II-E" and "vitamin E" stay words; a star needs the same
# or a blank, so that "**bold**" and "*italics*" stay what they are.
_MARKER = pattern(
    r"""(?xi)
      (?:
          (?<=\S)[ \t\xa0]{0,20} [*_]{0,3}
          (?: [(\[] [ ]? (?:EF|E|NE|M|N|essential|marginal|non-?essential) [ ]? [)\]]
            | ["“”'‘’] (?:EF|E|NE|M) ["“”'‘’]
            | †|‡ )
          [*_]{0,3}
        | (?<=[.;,])[ \t\xa0]{1,20} (?:EF|E|NE)
        | (?<=[^\s|])[ \t\xa0]{1,20}
          (?: \*(?:EF|E|NE|M)\* | _(?:EF|E|NE|M)_ | \* | [-–—] [ ] (?:EF|E|NE) )
        | (?<=[.;:!?)]) \*
      )
      [.]?
      [ \t\xa0]*+ \Z
    """
)
# Words whose label the letter is: "Schedule (E)", "Exhibit “E”". The capital
# tells it from a duty that ends in "the master schedule (E)".
_LABELLED = pattern(
    r"""(?x)(?<![^\W_]) (?: Appendix | Attachment | Exhibit | Figure | Form | Option | Part
      | Schedule | Section | Subpart | Title | Type | [Hh]epatitis | [Vv]itamin )
      [ \t\xa0]{0,4} \Z"""
)
_EXPLAINED = pattern(
    rf"(?i)\b(?:are|is|be|been) (?:{any_of('marked')})"
    r"(?: (?:with|by|as|an?|the|letter|sign|asterisk|in))*[\s\"“'‘]*\Z"
)
_LETTER = pattern(r"[A-Za-z†‡*]+(?:-[a-z]+)?")
# The longest marker with its blanks; looking no further back keeps the search
# the same cost for every length of line.
_REACH = 48
ENDS_MARKER = frozenset("E)]\"”“'‘’*_†‡.EFM")
_MIXED = frozenset({"Ne", "Ef"})
_SET = frozenset({"YES", "Y", "X", "✓", "✔", "☑", "☒"})
_MARGINAL = frozenset({"NE", "M", "N", "MARGINAL", "NONESSENTIAL", "NON-ESSENTIAL"})


class Marker(NamedTuple):
    """An essential-duty marker as it stands in the text.

    `symbol` is what a legend would explain: `E`, `EF`, `NE`, `M`, `*`, `†` or
    `essential`. `essential` is false for the marks of marginal duties.
    """

    span: Span
    symbol: str
    essential: bool


@lru_cache(maxsize=500)  # an editor asks for all lines but one again
def marker_start(line: str) -> int | None:
    """Return where a marker that ends a line begins, blanks before it included.

    The line comes without its newline. Returns `None` where it has no marker,
    and where it has nothing else: a mark needs words to be a mark of.
    """
    end = line.rstrip(" \t\xa0")
    # A full stop may stand behind a marker, and stands behind most sentences.
    if end[-1:] == ".":
        if end[-2:-1] not in ENDS_MARKER and end[-3:-1] not in _MIXED:
            return None
    elif end[-1:] not in ENDS_MARKER:
        return None
    found = _MARKER.search(line, max(0, len(end) - _REACH))
    if found is None or not line[: found.start()].strip():
        return None
    # A capital is what makes the letter a sign: "(e)" numbers a list.
    symbol = _symbol(found[0])
    if len(symbol) <= 2 and symbol.islower():
        return None
    place = found.start()
    if len(symbol) <= 2 and _LABELLED.search(line, max(0, place - _REACH), place):
        return None
    # "Essential functions are marked (E)." says what the mark means, and bears none.
    if _EXPLAINED.search(line, max(0, place - _REACH), place):
        return None
    # A star that closes "*emphasis.*" is not a mark.
    if symbol == "*" and line.count("*", 0, place) % 2:
        return None
    return place


def read_marker(text: str, start: int) -> Marker:
    """Read the marker in `text`, which stands at offset `start` of its source."""
    found = _LETTER.search(text)
    symbol = _symbol(text)
    if found is None:
        symbol = "essential" if symbol in _SET else symbol
        return Marker(Span(start, start + len(text)), symbol, essential=True)
    lead = len(text) - len(text.lstrip())
    span = Span(start + lead, start + len(text.rstrip()))
    name = symbol.upper()
    if name in _SET:
        # What sets a mark in a table's column is named by the column.
        return Marker(span, "essential", essential=True)
    return Marker(span, symbol, essential=name not in _MARGINAL)


def _symbol(text: str) -> str:
    """Return the letter or sign a marker consists of, without its formatting."""
    bare = text.strip(" \t\xa0\r\n.()[]\"“”'‘’-–—")
    marked_heading = bare.strip("*_ ()[]\"“”'‘’")
    symbol = marked_heading or bare[:1]
    return "essential" if symbol.lower() == "essential" else symbol

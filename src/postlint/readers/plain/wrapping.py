"""Whether a row continues the row above it.

A writer breaks a line where the next word would not have fitted. So a row that
could have taken the next row's first word was ended on purpose.
"""

from __future__ import annotations

from itertools import pairwise

from postlint.readers.plain.rows import Row

_NARROWEST = 45
_WIDEST = 165
# Words no line of its own ends with.
_OPEN = frozenset(
    """
    a an and or of the to for with in on at by from as into that which their its our your & is are
    will including per
    """.split()
)
# What stands behind the last statement but one of a list.
_LAST_BUT_ONE = ("; and", "; or", ";and")
_ENDS = frozenset(".:;?!")


def wrap_width(rows: list[Row]) -> int:
    """Return the width a text is wrapped at, or 0 where it is not wrapped."""
    lengths: list[int] = []
    ended: list[int] = []
    total = wide = 0
    for row in rows:
        if row.text and not row.noise:
            length = row.last - row.start
            total += length
            if length > _WIDEST:
                wide += length
            elif length >= _NARROWEST:
                lengths.append(length)
                if row.text[-1] in _ENDS:
                    ended.append(length)
    if len(lengths) < 4 or wide * 3 > total:
        return 0
    lengths.sort()
    width = lengths[len(lengths) * 9 // 10]
    # Where the longest rows end with their sentences, nobody wrapped them.
    least = width - width // 8
    full = sum(length >= least for length in lengths)
    if sum(length >= least for length in ended) * 4 > full * 3:
        return 0
    # Beside rows that run on, a row or two that come near the widest are so by chance.
    if wide and full < _ENOUGH:
        return 0
    return 0 if _begin_anew(rows, least) else width


_ENOUGH = 3


def _begin_anew(rows: list[Row], least: int) -> bool:
    """Say whether what stands under the longest rows begins as a statement does.

    Of the words that a wrap brings to the next row, few begin with a capital.
    """
    capital = small = 0
    for row, below in pairwise(rows):
        length = row.last - row.start
        if row.text and below.text and least <= length <= _WIDEST and row.text[-1] not in _ENDS:
            first = below.text[0]
            capital += first.isupper()
            small += first.islower()
    return capital >= _ENOUGH and capital > 4 * small


def is_full(row: Row, below: str, width: int) -> bool:
    """Say whether the first word of the row below would not have fitted."""
    if not width:
        return False
    end = below.find(" ")
    word = end if end != -1 else len(below)
    return row.last - row.start + 1 + word > width - max(6, width // 10)


def is_open(text: str) -> bool:
    """Say whether a row breaks off in the middle of a phrase."""
    if text[-1] == ",":
        return True
    if text.endswith(_LAST_BUT_ONE):
        return False
    return text[text.rfind(" ") + 1 :] in _OPEN


def continues(row: Row, below: str, width: int) -> bool:
    """Say whether the words below continue the row, as far as form can tell."""
    text = row.text
    if below[0].islower() or below[0] in ",.;)%":
        # A list of clauses in small letters, one a line, is a list; two on a line are prose.
        return bool(width) or text[-1] not in _ENDS or (text[-1] == ";" and "; " in text)
    if is_open(text):
        return True
    return is_full(row, below, width)

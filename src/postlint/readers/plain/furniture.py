"""Page furniture: what the page says of itself, again on every page.

Page numbers, printing dates, running heads and feet, rulers. They stand
between the rows of a posting, often in the middle of a sentence.
"""

from __future__ import annotations

from postlint.document.labels import is_navigation
from postlint.readers.plain.rows import Row
from postlint.text.patterns import pattern

_PAGE = pattern(
    r"(?i)(?:page\s+)?\d{1,3}\s*(?:of|/)\s*\d{1,3}|page\s+\d{1,3}|[-–—]\s?\d{1,3}\s?[-–—]"
)
# "© 2025 Elm County. An equal opportunity employer." says more than whose the page is.
_STATES = pattern(r"(?i)equal (?:employment )?opportunity|\bEOE\b|discriminat")
_PRINTED = pattern(r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?")
_RULER = frozenset("-=_*~.#—–─━•·+ \t\xa0")
# How many rows with words, counted from a page's number, a running head may be away.
_REACH = 4


def is_ruler(text: str) -> bool:
    """Say whether a row is a drawn line."""
    return (
        len(text) > 2
        and text[0] in _RULER
        and text[1] in _RULER
        and not text.strip("-=_*~.#—–─━•·+ \t\xa0")
        and len(set(text) - {" ", "\t", "\xa0"}) <= 2
    )


def mark_furniture(rows: list[Row], data: str) -> None:
    """Set `noise` on the rows of a text that are page furniture."""
    pages = _page_numbers(rows)
    if _GAP in data:
        _mark_feet(rows)
    if len(pages) < 2:
        return
    for index in pages:
        rows[index].noise = True
    near = _near(rows, pages)
    counts: dict[str, set[int]] = {}
    for at in near:
        counts.setdefault(rows[at].text, set()).add(at)
    running = {text for text, places in counts.items() if len(places) > 1}
    for at in near:
        text = rows[at].text
        if text in running or (text[0].isdigit() and _PRINTED.fullmatch(text)):
            rows[at].noise = True


def _mark_feet(rows: list[Row]) -> None:
    """Set `noise` on what ends in the page's number, on each page: "Road Clerk          2"."""
    alike: dict[str, list[tuple[int, Row]]] = {}
    for row in rows:
        words, _, number = row.text.rpartition(_GAP)
        if words[:1].isalpha() and _FOOT.fullmatch(number.strip()):
            row.noise = number.strip()[:1] in "pP"
            alike.setdefault(words.rstrip(), []).append((int(number.split()[-1]), row))
    for same in alike.values():
        first = same[0][0]
        if len(same) > 1 and all(number == first + at for at, (number, _) in enumerate(same)):
            for _, row in same:
                row.noise = True


# A page's number stands at the other edge of its foot: "Road Clerk          Page 2 of 3".
_GAP = " " * 8
_FOOT = pattern(r"(?:[Pp]age )?(?:\d{1,3} of )?\d{1,3}")


def _page_numbers(rows: list[Row]) -> list[int]:
    """Return which rows may be pages' numbers, and mark what is furniture by itself."""
    pages = []
    for index, row in enumerate(rows):
        text = row.text
        if not text:
            continue
        char = text[0]
        if char.isdigit() or char in "pP-–—":
            if len(text) < 24 and _PAGE.fullmatch(text):
                pages.append(index)
                row.noise = not char.isdigit() or "of" in text
        elif (char == "©" and not _STATES.search(text)) or (
            len(text) < 36 and text[-1].isalpha() and is_navigation(text)
        ):
            row.noise = True
        if not char.isalnum() and is_ruler(text):
            row.noise = True
    return pages


def _near(rows: list[Row], pages: list[int]) -> list[int]:
    """Return the rows with words on either side of pages' numbers, where running heads stand."""
    near: list[int] = []
    for index in pages:
        for step in (-1, 1):
            at, seen = index + step, 0
            while 0 <= at < len(rows) and seen < _REACH:
                if rows[at].text:
                    near.append(at)
                    seen += 1
                at += step
    return near

"""Check boxes: what a form prints and nobody checked is not said.

"[ ] Exempt [X] Non-exempt" says one thing, and a row in which nothing is
checked says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.text.patterns import pattern
from postlint.text.source import Span

_SIGNS = "☐☑☒▢❑❏"
_BOX = pattern(rf"[{_SIGNS}]|\[[ _xX✓✔]?\]")
_CHECKED = frozenset("☑☒xX✓✔●■◉⬛")
# Round brackets, lines to write on, and signs that are bullets elsewhere: boxes where several
# stand in one line and one of them is checked.
_SHAPES = "□■◻◼○●◯◉⬜⬛"
_DRAWN = ("[", *_SIGNS, *_SHAPES)
_INLINE = pattern(
    rf"[{_SIGNS}{_SHAPES}]|\[[ _xX✓✔]?\]|\([ \xa0_xX✓✔]{{1,3}}\)|(?<!\w)_+[xX✓✔]?_+(?!\w)"
)
_ANY = pattern(rf"[{_SIGNS}{_SHAPES}\[(_]")
_LINE = pattern(r"[^\r\n]+")
# What may stand before a box that begins its line.
_BULLETS = " \t\xa0-*•"


def unchecked(text: str) -> Iterator[Span]:
    """Yield where choices stand that are not checked, box and words, in order."""
    # Most texts have none of the signs, which is sooner seen than by a pattern.
    if not any(sign in text for sign in _DRAWN) and not _are_written(text):
        return
    listed: list[tuple[Span, bool]] = []
    end = -1
    for line in _LINE.finditer(text):
        if _ANY.search(text, *line.span()) is None:  # as in most lines
            yield from _of_list(listed)
            listed = []
            continue
        boxes = list(_BOX.finditer(text, *line.span()))
        if len(boxes) == 1 and not text[line.start() : boxes[0].start()].strip(_BULLETS):
            # One to a line: a list of choices, if some of them are checked.
            if listed and "\n" in text[end : line.start()].replace("\r\n", "\n")[1:]:
                yield from _of_list(listed)
                listed = []
            place = Span(boxes[0].start(), line.end())
            listed.append((place, not _CHECKED.isdisjoint(boxes[0][0])))
            end = line.end()
            continue
        yield from _of_list(listed)
        listed = []
        if len(boxes) < _SEVERAL:
            boxes = _mixed(list(_INLINE.finditer(text, *line.span())))
        if len(boxes) >= _SEVERAL:
            bounds = [box.start() for box in boxes]
            stops = [*bounds[1:], line.end()]
            if not text[boxes[-1].end() : line.end()].strip():
                # The box stands behind its words: "Exempt [X] Non-exempt [ ]".
                stops = [box.end() for box in boxes]
                colon = text.find(":", line.start(), bounds[0])
                bounds = [colon + 1 if colon >= 0 else line.start(), *stops[:-1]]
            for box, start, stop in zip(boxes, bounds, stops, strict=True):
                if _CHECKED.isdisjoint(box[0]):
                    yield Span(start, stop)
    yield from _of_list(listed)


_SEVERAL = 2
# "( ) Exempt (X) Non-exempt", "___ Exempt _X_ Non-exempt"
_WRITTEN = pattern(r"\([ \xa0_]{1,3}\)[^\n]{2,80}\(|_[xX✓✔]_")
_BEGUN = ("(_", "_x_", "_X_", "_✓_", "_✔_")


def _are_written(text: str) -> bool:
    begun = "(" in text and ("( " in text or ("\xa0" in text and "(\xa0" in text))
    begun = begun or ("_" in text and any(sign in text for sign in _BEGUN))
    return begun and _WRITTEN.search(text) is not None


def _mixed(boxes: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return boxes of which some are checked and some are not, or are empty brackets all."""
    checked = sum(not _CHECKED.isdisjoint(box[0]) for box in boxes)
    brackets = all(box[0][0] == "(" for box in boxes)
    return boxes if 0 < checked < len(boxes) or (brackets and not checked) else []


def _of_list(listed: list[tuple[Span, bool]]) -> Iterator[Span]:
    """Yield the lines of a list that are not checked, where others are."""
    if any(checked for _, checked in listed):
        for place, checked in listed:
            if not checked:
                yield place

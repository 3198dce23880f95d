"""The levels of headings, from how they are set.

Text has no levels of its own. What is set more quietly nests under what is set
more loudly; a heading of unknown words that follows another heading at once
belongs under it, and so do its fellows.
"""

from __future__ import annotations

from postlint.document.headings import TOPICS, section_kind
from postlint.document.kinds import SectionKind
from postlint.readers.lines.line import Heading, Style


class _Open:
    __slots__ = ("colon", "kind", "known", "level", "style")

    def __init__(
        self, level: int, style: Style, colon: bool, known: bool, kind: SectionKind | None
    ) -> None:
        self.level = level
        self.style = style
        self.colon = colon
        self.known = known
        self.kind = kind


class Levels:
    """The headings that are open at a place of the text."""

    kind: SectionKind | None
    """The kind of the innermost open section, as far as its heading tells."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self.kind = None

    def title(self) -> None:
        """Close all sections: what follows a title stands under it."""
        self._open.clear()
        self.kind = None

    def place(self, text: str, heading: Heading, empty: bool, level: int = 0) -> int:
        """Return a heading's level and take it in as open.

        `empty` says that nothing stands between it and the heading before;
        `level` is given where the text shows it.
        """
        known = heading.match is not None and heading.match.share >= 0.34
        level = level or self._level(text, heading, known, empty)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        parent = self._open[-1].kind if self._open else None
        kind = self.kind = section_kind(text, parent, ())
        self._open.append(_Open(level, heading.style, heading.colon, known, kind))
        return level

    def _level(self, words: str, heading: Heading, known: bool, empty: bool) -> int:
        if heading.style is Style.BANNER or not self._open:
            return 2
        top = self._open[-1]
        if words.lower() in ("note", "notes"):
            return min(6, top.level + 1)  # a note belongs to what it stands under
        if empty and top.known and not known:
            return min(6, top.level + 1)
        if heading.colon and heading.match is not None and heading.match.kind in TOPICS:
            # "Supervision:" right under "Duties", or beside "Budget:" there, is a topic of them.
            if empty and top.kind is SectionKind.DUTIES and not top.colon:
                return min(6, top.level + 1)
            beside = top.colon and top.style == heading.style
            if beside and [entry.kind for entry in self._open[-2:-1]] == [SectionKind.DUTIES]:
                return top.level
        same = [entry for entry in self._open if entry.style == heading.style]
        for entry in reversed(same):
            if entry.known == known and entry.colon == heading.colon:
                return entry.level
        if same:
            return same[0].level if known else same[-1].level
        louder = [entry for entry in self._open if entry.style < heading.style]
        return min(6, louder[-1].level + 1) if louder else 2

"""What a posting is: a title, and sections of a kind with fields, items, duties, sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cached_property

from postlint.document.duties import find_duties
from postlint.document.gaps import Gap
from postlint.document.kinds import SectionKind
from postlint.document.parts import (
    Directive,
    Duty,
    Field,
    Paragraph,
    Passage,
    Section,
    SectionBlock,
    passage,
    walk,
)
from postlint.document.sentences import Sentences
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import NEWLINE, SourceText, Span
from postlint.text.values import frozen

_WORD = pattern(r"\S+")
_LINE_END = pattern(r"(?<![^\S\n])[^\S\n]*+\n[^\S\n]*+(?=\S)(?=([a-z])?)")


@frozen(kw_only=True, slots=False)
class Posting:
    """A posting, read. `reader` is the kind of source it was read as.

    `gaps` are places where the source lets text be inserted later: a statement
    that is not in the text may stand there. `remarks` are its comments and
    directives, in order: they are in the text and no part of what it says;
    `unstated` are the choices of a form that nobody checked.
    `declared` is true where the source itself says that it is a job posting,
    as an export of a job system does.
    """

    source: SourceText
    reader: str
    title: Passage | None
    sections: tuple[Section, ...]
    directives: tuple[Directive, ...] = ()
    notices: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    remarks: tuple[Span, ...] = ()
    unstated: tuple[Span, ...] = ()
    declared: bool = False

    @property
    def text(self) -> str:
        """The text every span points into, remarks included."""
        return self.source.text

    @cached_property
    def content(self) -> str:
        """The text with blanks for its remarks: what the posting says, every word in its place.

        Every line ends in a newline, on whatever system it was written.
        """
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        if self.remarks or self.unstated:
            from postlint.document.remarks import blanked  # noqa: PLC0415  # few have remarks

            text = blanked(text, sorted((*self.remarks, *self.unstated)))
        return unwrapped(text, self._stretches)

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Where blocks begin, nested ones too, in the order of the text."""
        blocks = (block for section in self.sections for block in walk(section.blocks))
        return tuple(sorted(block.span.start for block in blocks))

    @cached_property
    def joints(self) -> Mapping[int, bool]:
        """Where words go on with what stands before them, and where not, however lines part them.

        What stands below a heading goes on with it; headings, items and fields go on with nothing,
        save with a lone word: the name of a narrow field may stand in two lines.
        """
        found: dict[int, bool] = {}
        for section in self.sections:
            lone = False
            for block in section.blocks:
                if isinstance(block, Paragraph):
                    lone = " " not in block.text.text
                    continue
                if not lone:
                    found[block.span.start] = False
                lone = False
            if section.heading is not None:
                found[section.heading.span.start] = False
                if section.blocks:
                    found[section.blocks[0].span.start] = True
        return found

    def passage(self, span: Span) -> Passage:
        """Return the words of a span, trimmed of the white space around them."""
        return passage(self.content, span)

    @cached_property
    def _blocks(self) -> list[SectionBlock]:
        return [block for section in self.sections for block in walk(section.blocks)]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every field, wherever it stands, in order."""
        return tuple([block for block in self._blocks if isinstance(block, Field)])

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What the job holder does, as the text divides it."""
        return find_duties(self.content, self.sections)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every paragraph, item and field value, in order."""
        return tuple(self.running)

    @cached_property
    def running(self) -> Sentences:
        """The same sentences for those who ask about a few places."""
        return Sentences(self.content, self._stretches)

    @cached_property
    def _stretches(self) -> list[Span]:
        """Where running text stands: the words of paragraphs and items, the values of fields."""
        return [
            (block.value if isinstance(block, Field) else block.text).span for block in self._blocks
        ]

    @property
    def anchor(self) -> Span:
        """Where to show what has no place of its own: the title, else the first line.

        Of a text without a word it is where the text begins.
        """
        if self.title is not None:
            return self.title.span
        text = self.content
        if self.remarks and not text.strip():
            text = self.text
        start = len(text) - len(text.lstrip())
        if start == len(text):
            return Span(0, 0)
        line = NEWLINE.split(text[start : start + 400], maxsplit=1)[0].rstrip()
        return Span(start, start + len(line))

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(section.span.start for section in self.sections)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start() for word in _WORD.finditer(self.content)]

    def is_blank(self, start: int, end: int) -> bool:
        """Say whether no word begins in a stretch of the text."""
        place = bisect_left(self._word_starts, start)
        return place == len(self._word_starts) or self._word_starts[place] >= end

    def section_at(self, offset: int) -> Section:
        """Return the section an offset stands in."""
        return self.sections[self.section_number(offset)]

    def section_number(self, offset: int) -> int:
        """Return the place, among the sections, of the one an offset stands in."""
        return max(0, bisect_right(self._section_starts, offset) - 1)

    @cached_property
    def section_reaches(self) -> tuple[int, ...]:
        """Where each section ends with all that is nested in it."""
        sections = self.sections
        ends = [section.span.end for section in sections]
        behind = list(range(1, len(sections) + 1))
        for number in reversed(range(len(sections))):
            while behind[number] < len(sections) and (
                sections[behind[number]].level > sections[number].level
            ):
                ends[number] = ends[behind[number]]
                behind[number] = behind[behind[number]]
        return tuple(ends)

    @cached_property
    def _names(self) -> tuple[Passage, ...]:
        names = [block.key if isinstance(block, Field) else block.label for block in self._blocks]
        return tuple([name for name in names if name is not None])

    def name_at(self, span: Span) -> Passage | None:
        """Return the first field name or label that shares a character with a span."""
        place = bisect_right(self._names, span.start, key=_end)
        if place < len(self._names) and self._names[place].span.overlaps(span):
            return self._names[place]
        return None

    def of_kind(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """Return the sections of these kinds, in order."""
        return tuple(section for section in self.sections if section.kind in kinds)


def unwrapped(text: str, stretches: list[Span]) -> str:
    """Return a text in which no line end parts words of a stretch that go on, all in their places.

    A line that begins in a small letter goes on with the line above it. Before any
    other line of a stretch the line end comes behind the indent.
    """
    parts: list[str] = []
    at = 0
    for start, end in stretches:
        if text.find("\n", start, end) != -1:
            parts.append(text[at:start])
            parts.append(_LINE_END.sub(_joined, text[start:end]))
            at = end
    if not at:
        return text
    parts.append(text[at:])
    return "".join(parts)


def _joined(found: re.Match[str]) -> str:
    end = " " if found[1] else "\n"
    return " " * (len(found[0]) - 1) + end


def _end(passage: Passage) -> int:
    return passage.span.end

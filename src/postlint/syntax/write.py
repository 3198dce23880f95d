"""A posting written out as markup, whatever it was read from.

The law: reading what is written gives the same title, sections, fields, items,
marks and words. Where a line would be read as something else than it is, the
line is broken or set in, which the markup reads as the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.document.markers import Marker, marker_start
from postlint.document.parts import Field, Item, Paragraph, Passage, Section, SectionBlock
from postlint.document.posting import Posting
from postlint.syntax import all_in_markup, read_markup
from postlint.text.source import NEWLINE

__all__ = ["canonical_mark", "to_markup"]

# A line that may begin anything but text, or end in a mark.
_SUSPECT = re.compile(
    r"\s*(?:[#%<*+•_=-]|\(?\w{1,3}[.)]\s|.{0,130}:\s)|.{0,4000}[\"”“'‘’)\]*_†‡EFM.]\s*\Z", re.DOTALL
)
_KEY = re.compile(
    r"(?:[^\W\d_a-z][^\s:*|]{0,24}(?: [^\s:*|]{1,24}){0,4}"
    r"|[a-z][^\s:*|]{0,24}(?: [^\s:*|]{1,24})?)\Z"
)
# The number or letter of an item, as the markup reads it.
_NUMBER = re.compile(r"\s*(\(?(?:[0-9]{1,3}|[a-z])[.)])(?=\s|\Z)")
# One that the markup reads with a bracket behind it, where it is no mark.
_CAPITAL = re.compile(r"\s*(\(?)([A-Z]|[ivx]{2,5}|[IVX]{2,5})[.)](?=\s|\Z)")
_BULLETED = re.compile(r" *- ")
# What may begin a line that goes on with the line above it.
_GOES_ON = re.compile(r"(?![a-z]|\(?\w{1,3}[.)](?:\s|\Z)|[^:]{0,130}:(?:\s|\Z|[*_]))[\w$£€(\"“]")
_EMPHASIS = re.compile(r"\*\*|__")
# More characters than any mark: a line that is a mark alone is one behind these.
_BEFORE_MARK = "x" * 16
_SIGNS = frozenset({"*", "†", "‡"})
_MARKS = frozenset({"E", "M", "N"})
_LETTERS = frozenset({"E", "EF", "NE", "M", "N", "ESSENTIAL", "MARGINAL"})


# What is read again is written alike after two or three times.
_PASSES = 4


def to_markup(posting: Posting) -> str:
    """Return a posting as markup that a person can go on with, and that is written into itself."""
    text = _Writer(posting).write()
    for _ in range(_PASSES):
        read, *more = all_in_markup(text)
        # Where it would be read as several postings, the first of them is not all that it says.
        if more or (again := _Writer(read).write()) == text:
            break
        text = again
    return text


class _Writer:
    def __init__(self, posting: Posting) -> None:
        self.posting = posting
        self.lines: list[str] = []
        # What stands between blocks and is written where it stood.
        remarks = [(span.start, _remark(posting.text[slice(*span)])) for span in posting.remarks]
        gaps = ((gap.span.start, gap.name) for gap in posting.gaps)
        remarks += [(start, f"%% Text is inserted here: {name}") for start, name in gaps]
        self.remarks = sorted(remarks, reverse=True)
        self.after = ""  # what kind of block was written last

    def write(self) -> str:
        for section in self.posting.sections:
            self._section(section)
        self._remark(len(self.posting.text) + 1)
        # Where a page shows the signs of a comment they are words, and stay words here.
        text = "\n".join(self.lines).strip("\n").replace("<!--", "<! --")
        return f"{text}\n" if text else ""

    def _section(self, section: Section) -> None:
        if section.heading is not None:
            self._remark(section.heading.span.start)
            self._gap("heading")
            self.lines.append(f"{'#' * section.level} {_heading(section.heading.text)}")
        for block in section.blocks:
            self._remark(block.span.start)
            if isinstance(block, Field):
                self._field(block)
            elif isinstance(block, Item):
                self._gap("item")
                self._item(block, 0)
            else:
                self._paragraph(block)

    def _gap(self, kind: str) -> None:
        """Part blocks by a blank line, save fields and items of one list."""
        if self.lines and not (kind == self.after and kind in ("field", "item")):
            self.lines.append("")
        self.after = kind

    def _remark(self, before: int) -> None:
        """Write the directives and gaps that stand before an offset."""
        while self.remarks and self.remarks[-1][0] < before:
            words = self.remarks.pop()[1]
            self._gap("remark")
            self.lines.append(words)

    # ------------------------------------------------------------ blocks

    def _field(self, field: Field) -> None:
        key, value = field.key.text, field.value.text
        if not value:
            # A name with nothing behind it is text in the markup.
            self._gap("text")
            self.lines.append(f"{key}:")
            return
        if not _KEY.match(key) and _KEY.match(key[:1].upper() + key[1:]):
            key = key[:1].upper() + key[1:]
        if _KEY.match(key):
            self._gap("field")
            first, *rest = self._lines_of(field.value)
            self.lines.append(f"{key}: {first}")
            self.lines.extend(f"  {line}" for line in rest)
            return
        # A name too long for the markup's fields is written as a label.
        self._gap("text")
        self.lines.append(f"**{key.replace('*', '')}:** {value}")

    def _item(self, item: Item, depth: int) -> None:
        indent = "  " * depth
        label = _label(item.label.text if item.label else "")
        first, *rest = self._lines_of(item.text)
        last = _marks(item.markers)
        sign = self._sign(item)
        # A number that words begin with would be read as the item's own.
        own = _NUMBER.match(first) if sign == "-" and not label else None
        if own and first[own.end() :].strip():
            sign, first = own[1], first[own.end() :].strip()
        # Right below a bullet, a number other than 1 is a wrapped line's.
        if sign != "-" and self.lines and _BULLETED.match(self.lines[-1]):
            self.lines.append("")
        self.lines.append(f"{indent}{sign} {label}{first}")
        self.lines.extend(f"{indent}  {line}" for line in rest)
        self.lines[-1] += last
        for block in item.blocks:
            self._remark(block.span.start)
            if isinstance(block, Item):
                self._item(block, depth + 1)
            elif isinstance(block, Paragraph):
                self.lines.append("")
                lines = _text(block, self._lines_of(block.text), nested=True)
                self.lines.extend(f"{indent}  {line}" for line in lines)
                self.lines.append("")
            else:
                self.lines.append("")
                self.lines.append(f"{indent}  {block.key.text}: {block.value.text}")
        self.after = "item"

    def _sign(self, item: Item) -> str:
        """Return an item's number, which other words may refer to, or the plain bullet."""
        begin = (item.label or item.text).span.start
        number = _NUMBER.match(self.posting.text, item.span.start, begin)
        if number:
            return number[1]
        capital = _CAPITAL.match(self.posting.text, item.span.start, begin)
        if capital is None or (capital[2] in _MARKS and item.markers):
            return "-"
        letter = capital[2].lower() if capital[2] in _MARKS else capital[2]
        return f"{capital[1]}{letter})"

    def _lines_of(self, words: Passage) -> list[str]:
        """Return the lines of words: what ends a line of the source may end what it says."""
        raw = self.posting.text[slice(*words.span)]
        lines = [" ".join(line.split()) for line in NEWLINE.split(raw)]
        lines = [line for line in lines if line]
        if len(lines) > 1 and " ".join(lines) != words.text:
            lines = [_EMPHASIS.sub("", line) for line in lines]
        if len(lines) < 2 or " ".join(lines) != words.text:
            return [words.text]
        joined = [lines[0]]
        for line in lines[1:]:
            if _GOES_ON.match(line) and marker_start(_BEFORE_MARK + joined[-1]) is None:
                joined.append(line)
            else:
                joined[-1] += f" {line}"
        return joined

    def _paragraph(self, paragraph: Paragraph) -> None:
        listed = self.after == "item"
        lines = _text(paragraph, self._lines_of(paragraph.text), nested=False, listed=listed)
        if lines:
            self._gap("text")
            self.lines.extend(lines)


def _remark(text: str) -> str:
    """Return a comment or a directive as one line of markup."""
    words = " ".join(text.split())
    if words.startswith("[postlint:"):
        words = words[1:-1]
    words = words.removeprefix("%%").removeprefix("<!--").removesuffix("-->").strip()
    return f"%% {words}" if words else "%%"


def _heading(words: str) -> str:
    """Return a heading's words so that none of them is taken for formatting."""
    return words.lstrip("#").strip() or words


def _label(words: str) -> str:
    if not words:
        return ""
    bare = words.replace("*", "").strip()
    return f"**{bare}** " if bare.endswith((".", ":")) else f"**{bare}:** "


def _marks(markers: tuple[Marker, ...]) -> str:
    """Return the mark of a statement; one that is marked twice is marked once."""
    return canonical_mark(markers[-1]) if markers else ""


def canonical_mark(marker: Marker) -> str:
    """Return a mark in its canonical form; a sign that a legend explains stays that sign."""
    if marker.symbol in _SIGNS:
        return f" {marker.symbol}"
    name = marker.symbol.upper()
    if name in _LETTERS:
        return f" ({marker.symbol if len(name) > 2 else name})"
    return " (E)" if marker.essential else " (M)"


def _text(paragraph: Paragraph, own: list[str], *, nested: bool, listed: bool = False) -> list[str]:
    """Return the lines of a paragraph, such that they are read as that paragraph."""
    label = _label(paragraph.label.text if paragraph.label else "")
    words = paragraph.text.text
    if not words and not label:
        return []
    whole = f"{label}{words}{_marks(paragraph.markers)}"
    own_lines = [f"{label}{own[0]}", *own[1:]]
    own_lines[-1] += _marks(paragraph.markers)
    if not _SUSPECT.match(whole) or _reads(own_lines, paragraph):
        return own_lines
    if label and not nested and not _reads([whole], paragraph):
        # Read as a field, which a label that ends in a stop is not.
        dotted = f"{label.replace(':** ', '.** ')}{whole[len(label) :]}"
        if _reads([dotted], paragraph):
            return [dotted]
    for lines in _forms(whole, may_indent=not listed or nested):
        if _reads(lines, paragraph):
            return lines
    return [whole]


def _forms(whole: str, *, may_indent: bool) -> Iterator[list[str]]:
    """Yield the ways to write a paragraph, the plainest first."""
    yield [whole]
    colon = whole.find(": ")
    if 0 < colon < 140:
        yield [whole[: colon + 1], whole[colon + 2 :]]
        # A name behind a name: "Grade: Grade: see the scale".
        yield whole.replace(": ", ":\n").split("\n")
    blank = whole.find(" ")
    if blank > 0:
        yield [whole[:blank], whole[blank + 1 :]]
    if may_indent:
        yield [f"  {whole}"]
        yield [f"    {whole}"]
    if blank > 0:
        yield [f"**{whole[:blank]}** {whole[blank + 1 :]}"]
    last = whole.rfind(" ")
    if last > 0:
        yield [whole[:last], whole[last + 1 :]]


def _reads(lines: list[str], paragraph: Paragraph) -> bool:
    """Say whether lines are read as the paragraph they were made of."""
    blocks = [
        block for section in read_markup("\n".join(lines)).sections for block in section.blocks
    ]
    return len(blocks) == 1 and _same(blocks[0], paragraph)


def _same(block: SectionBlock, paragraph: Paragraph) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.text.text == paragraph.text.text
        and _bare(block) == _bare(paragraph)
        and bool(block.markers) == bool(paragraph.markers)
    )


def _bare(paragraph: Paragraph) -> str:
    """Return a paragraph's label without the sign that ends it."""
    return paragraph.label.text.rstrip(".:") if paragraph.label else ""

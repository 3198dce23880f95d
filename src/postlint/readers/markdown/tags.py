"""Lines that begin with a tag: of HTML, of a comment, or of a template."""

from __future__ import annotations

from postlint.readers.html.fragment import read_fragment
from postlint.readers.markdown.gathering import Gathering
from postlint.readers.pages.templates import Tag, tag_at
from postlint.text.patterns import pattern

_BLOCK_TAG = pattern(
    r"(?i)</?(?:address|article|aside|blockquote|body|center|dd|details|dir|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|head|header|hr|html|iframe|li|link|main|menu|meta|nav|noscript|ol|p|script|section|style|summary|svg|table"
    r"|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>])"
)
_RAW_TAG = pattern(r"(?i)<(script|style|pre|textarea|svg)(?=[\s>])")
_BLANKS = " \t\xa0"


class Tags(Gathering):
    """Reads what stands in tags, and goes on behind it."""

    def _tag(self, index: int, first: int) -> int:
        """Read a line that starts with a tag; return 0 to read it as text."""
        source, end = self.source, self.lines[index][1]
        if source.startswith("<!--", first):
            return self._comment(index, first)
        if source.startswith(("{%", "{{", "<%", "<?"), first):
            return self._template(index, first)
        if (
            source[first] == "<"
            and not self.data
            and (_BLOCK_TAG.match(source, first, end) or _RAW_TAG.match(source, first, end))
        ):
            return self._html(index, first)
        return 0

    def _line_of(self, index: int, offset: int) -> int:
        """Return the index of the line an offset stands on, looking on from a line."""
        lines = self.lines
        while index + 1 < len(lines) and lines[index][2] <= offset:
            index += 1
        return index

    def _comment(self, index: int, first: int) -> int:
        source = self.source
        close = self._find("-->", first + 4)
        if close == -1:
            return 0
        self._flush()
        words = source[first + 4 : close].strip()
        if words.startswith("postlint:"):
            flat = self.page.flat
            at = flat.size
            begin = first + 4 + source[first + 4 : close].index("postlint:")
            flat.replace("%% ", first, begin)
            flat.copy(begin, begin + len(words))
            flat.replace("\n", begin + len(words), close + 3)
            # Code shows a directive and gives none.
            shown = self.fence or self._is_indented(index, first)
            self.page.add("comment" if shown else "directive", at, at)
        return self._after(index, close + 3)

    def _is_indented(self, index: int, first: int) -> bool:
        """Say whether a line is code, set in by four blanks behind a blank line."""
        start = self.lines[index][0]
        before = self.lines[index - 1] if index else (0, 0, 0)
        blank = not self.source[before[0] : before[1]].strip()
        return (
            blank and not self.items and self.source[start:first].expandtabs(4).startswith("    ")
        )

    def _template(self, index: int, first: int) -> int:
        """Read a line that is nothing but a template's tags."""
        source = self.source
        tags: list[Tag] = []
        at = first
        while True:
            tag = tag_at(source, at, self.end)
            if tag is None:
                break
            tags.append(tag)
            at = tag.end
            if tag.word in ("comment", "raw") and not tag.name:
                close = self._find(f"end{tag.word}", at)
                close = -1 if close == -1 else self._find("%}", close)
                at = at if close == -1 else close + 2
            while at < self.end and source[at] in _BLANKS:
                at += 1
        if not tags:
            return 0
        line = self._line_of(index, at)
        _, end, stop = self.lines[line]
        if at < end and not source[at:end].isspace():
            shows = any(tag.name for tag in tags)
            return 0 if shows and at <= stop and line == index else self._after(index, at)
        self._flush()
        flat = self.page.flat
        for tag in tags:
            if tag.values:
                self.page.field_of(tag, tag.end, tag.end)
            elif tag.name:
                begin = flat.size
                self.page.tag(tag, flat.copy)
                flat.replace("\n", tag.end, tag.end)
                self.page.add("noise", begin, begin)
        return line + 1

    def _find(self, words: str, start: int) -> int:
        """Return where words stand after an offset, -1 for nowhere; cheap to ask again."""
        if words in self.absent:
            return -1
        found = self.source.find(words, start, self.end)
        if found == -1:
            self.absent.add(words)
        return found

    def _after(self, index: int, at: int) -> int:
        """Go on behind a tag: with the rest of its last line, or the line after it."""
        source = self.source
        line = self._line_of(index, at)
        start, end, stop = self.lines[line]
        if at >= end or not source[at:end].strip():
            return line + 1 if at > start or line > index else max(line, index + 1)
        self.lines[line] = (at, end, stop)
        return line

    def _html(self, index: int, first: int) -> int:
        """Read lines of HTML up to the next blank line."""
        source = self.source
        self._flush()
        raw = _RAW_TAG.match(source, first, self.end)
        count = len(self.lines)
        at = index
        if raw is not None:
            close = self._find(f"</{raw[1]}", first)
            at = self._line_of(index, close) if close != -1 else index
        while at + 1 < count and source[self.lines[at + 1][0] : self.lines[at + 1][1]].strip():
            at += 1
        self.items.clear()
        read_fragment(self.page, first, self.lines[at][2])
        return at + 1

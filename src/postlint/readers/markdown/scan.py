"""The lines of Markdown divided into blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from postlint.document.labels import is_tag
from postlint.document.remarks import is_directive
from postlint.readers.markdown.gathering import BULLET
from postlint.readers.markdown.inline import inline
from postlint.readers.markdown.tables import heads_table, plain_cell, table
from postlint.readers.markdown.tags import Tags
from postlint.readers.pages.columns import of_parts
from postlint.readers.pages.page import Page
from postlint.readers.pages.tables import add_table
from postlint.text.patterns import pattern

_LINE = pattern(r"([^\r\n]*+)(\r\n|\n|\r)?")
_HEAD = pattern(r"(#{1,6})([ \t]*+)(?=[^\s#])")
# What ends a heading and is none of its words: "## Duties ##", "## Duties {#work}", "[¶](#work)".
_CLOSING = pattern(
    r"(?:[ \t]+#+|[ \t]*\{:?[ \t]?[#.][^{}\r\n]{0,100}\}"
    r"|[ \t]*\[[^\w\]]{0,3}\]\(#[^()\r\n]{0,100}\))[ \t]*\Z"
)
# The headings of wikis: "== Duties ==", "h2. Duties".
_WIKI = pattern(
    r"(?P<signs>={1,6})[ \t]*(?=[^\s=])(?P<words>[^=\r\n]{1,200}?)[ \t]*(?:=+[ \t]*)?\Z"
)
_TEXTILE = pattern(r"h([1-6])\.[ \t]+(?=\S)")
_MEANING = pattern(r":[ \t]+(?=\S)")
_SETEXT = pattern(r"(?:=+|-+)[ \t]*\Z")
_RULER = pattern(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:=[ \t]*){3,})\Z")
_DEFINITION = pattern(r"\[[^\]\s][^\]]{0,80}\]:[ \t]+\S+")
_FENCE = pattern(r"(?:`{3,}|~{3,})[^`]*\Z")
_BLANKS = " \t\xa0"
_LONGEST_HEADING = 200


def scan(page: Page, start: int, end: int, *, data: bool = False) -> None:
    """Add the blocks of a stretch of Markdown to a page.

    `data` says that the stretch is a list in front matter, where `#` begins
    a comment.
    """
    _Scanner(page, data=data).run(start, end)


class _Scanner(Tags):
    """Reads one line after another."""

    def run(self, start: int, end: int) -> None:
        source = self.source
        self.end = end
        lines = self.lines
        at = start
        while at < end:
            match = _LINE.match(source, at, end)
            if match is None or match.end() == at:
                break
            lines.append((at, match.end(1), match.end()))
            at = match.end()
        index, count = 0, len(lines)
        while index < count:
            index = self._line(index)
        self._flush()

    def _line(self, index: int) -> int:
        """Read the line; return the index of the next one to read."""
        source = self.source
        start, end, stop = self.lines[index]
        first = start
        while first < end and source[first] in _BLANKS:
            first += 1
        if first == end or not source[first:end].strip():
            return self._empty(index, start, stop)
        char = source[first]
        ends = source[first + 1 : first + 2] in (".", ")") or source[first + 2 : first + 3] == "."
        if ends or not char.isalpha():
            done = self._signs(index, char, first, end, stop)
            if done:
                return done
        if "|" in source[first:end]:
            done = self._table(index, first)
            if done:
                return done
        self._continue(start, first, end, stop)
        return index + 1

    def _empty(self, index: int, start: int, stop: int) -> int:
        self._flush()
        if stop > start and self.page.flat.size:
            end = self.lines[index][1]
            self.page.line_end(end, stop)
        self.blank = True
        return index + 1

    def _signs(self, index: int, char: str, first: int, end: int, stop: int) -> int:
        """Read a line that starts with a sign; return 0 where the sign means nothing."""
        for read in _BY_SIGN.get(char, ()):
            done = read(self, index, first)
            if done:
                return done
        bullet = BULLET.match(self.source, first, end)
        if bullet is not None and self._opens_item(bullet):
            self._start_item(self.lines[index][0], first, bullet, end, stop)
            return index + 1
        return 0

    def _heading(self, index: int, first: int) -> int:
        start, end, stop = self.lines[index]
        reads = first - start < 4 and (self.data or self._head(first, end, stop))
        return index + 1 if reads else 0

    def _wiki(self, index: int, first: int) -> int:
        """Read a heading as wikis set them."""
        _, end, stop = self.lines[index]
        found = None if self.data or self.open else _WIKI.match(self.source, first, end)
        if found is None:
            return 0
        self._set_apart(first, found.start("words"), found.end("words"), stop)
        self.page.blocks[-1].level = len(found["signs"])
        return index + 1

    def _textile(self, index: int, first: int) -> int:
        _, end, stop = self.lines[index]
        found = None if self.data or self.open else _TEXTILE.match(self.source, first, end)
        if found is None:
            return 0
        self._set_apart(first, found.end(), end, stop)
        self.page.blocks[-1].level = int(found[1])
        return index + 1

    def _set_apart(self, first: int, start: int, last: int, stop: int) -> None:
        """Add a heading whose words stand behind its signs."""
        self._flush()
        self.items.clear()
        flat = self.page.flat
        at = flat.size
        flat.replace("# ", first, start)
        words = flat.size
        inline(self.page, start, last)
        self._head_ends(last, stop)
        self.page.add("head", at, words, 1)
        self.blank = False

    def _head_ends(self, last: int, stop: int) -> None:
        """End a heading's line, without what ends it and has words."""
        if not self.source[last:stop].strip(" \t\r\n#="):
            self.page.line_end(last, stop)
        else:
            self.page.flat.replace("\n", last, stop)

    def _meaning(self, index: int, first: int) -> int:
        """Read what a term means, on the lines below it that begin with a colon."""
        if self.data or len(self.open) != 1 or self.bullet is not None:
            return 0
        start, end, _ = self.open[0]
        means: list[tuple[int, int]] = []
        while index < len(self.lines):
            low, high, _ = self.lines[index]
            found = _MEANING.match(self.source, max(low, first), high)
            if found is not None:
                means.append((found.end(), high))
            elif self.source[low:high].strip() or not self._means_more(index + 1):
                break
            index, first = index + 1, 0
        if not means:
            return 0
        self.open = []
        parts = tuple(plain_cell(self.page, *each) for each in means)
        add_table(self.page, [[plain_cell(self.page, start, end), of_parts(parts)]], header=False)
        return index

    def _means_more(self, index: int) -> bool:
        if index >= len(self.lines):
            return False
        return _MEANING.match(self.source, *self.lines[index][:2]) is not None

    def _underline(self, index: int, first: int) -> int:
        _, end, stop = self.lines[index]
        may = self.open and self.bullet is None
        return index + 1 if may and self._underlined(first, end, stop) else 0

    def _ruler(self, index: int, first: int) -> int:
        start, end, stop = self.lines[index]
        if not _RULER.match(self.source, first, end):
            return 0
        self._flush()
        at = self.page.flat.size
        self.page.flat.copy(start, stop)
        self.page.add("noise", at, at)
        self.items.clear()
        return index + 1

    def _fence(self, index: int, first: int) -> int:
        char = self.source[first]
        if not _FENCE.match(self.source, first, self.lines[index][1]):
            return 0
        self._flush()
        self.fence = "" if char == self.fence else self.fence or char
        return index + 1

    def _percent(self, index: int, first: int) -> int:
        return self._remark(index, first) if self.source.startswith("%%", first) else 0

    def _bracket(self, index: int, first: int) -> int:
        end = self.lines[index][1]
        if self.fence and is_directive(self.source[first:end].rstrip()):
            return self._remark(index, first)
        defines = _DEFINITION.match(self.source, first, end) and not self.open
        return index + 1 if defines else 0

    def _remark(self, index: int, first: int) -> int:
        _, end, stop = self.lines[index]
        self._flush()
        flat = self.page.flat
        at = flat.size
        flat.copy(first, stop)
        asks = self.source[first + 2 : end].lstrip().startswith("postlint:")
        directive = asks and not self.fence
        self.page.add("directive" if directive else "comment", at, at)
        return index + 1

    def _head(self, first: int, end: int, stop: int) -> bool:
        source = self.source
        match = _HEAD.match(source, first, end)
        if match is None or end - first > _LONGEST_HEADING + 100:
            return False
        closing = _CLOSING.search(source, match.end(), end)
        last = closing.start() if closing else end
        if not match[2]:
            # '#Duties' is meant as a heading; '#hiring #now', '#4' and '#XY-Remote' are not.
            words = source[match.end() : last]
            if not words[0].isupper() or " #" in words or words.count(" ") > 8 or is_tag(words):
                return False
        self._flush()
        self.items.clear()
        flat = self.page.flat
        at = flat.size
        flat.copy(first, match.end())
        words_at = flat.size
        inline(self.page, match.end(), last)
        if not match[2]:
            self.page.slips.append(("heading-without-blank", at, flat.size))
        self._head_ends(last, stop)
        self.page.add("head", at, words_at, len(match[1]))
        self.blank = False
        return True

    def _underlined(self, first: int, end: int, stop: int) -> bool:
        """Read the line under a heading that is drawn under."""
        source = self.source
        if len(self.open) != 1 or not _SETEXT.match(source, first, end):
            return False
        start, last, _ = self.open[0]
        if last - start > _LONGEST_HEADING or source[start:last].rstrip().endswith((".", ";")):
            return False
        self.open = []
        self.items.clear()
        flat = self.page.flat
        at = flat.size
        closing = _CLOSING.search(source, start, last)
        last = closing.start() if closing else last
        inline(self.page, start, last)
        flat.replace("\n", last, stop)
        self.page.add("head", at, at, 1 if source[first] == "=" else 2)
        return True

    def _quote(self, index: int, _: int) -> int:
        """Read a quotation: the lines without their signs."""
        if self.data:
            return 0
        source = self.source
        self._flush()
        count = len(self.lines)
        while index < count:
            start, end, stop = self.lines[index]
            text = source[start:end]
            if not text.lstrip().startswith(">"):
                break
            first = start + text.index(">") + 1
            while first < end and source[first] in " \t>":
                first += 1
            if first >= end:
                self._flush()
                self.blank = True
            else:
                bullet = BULLET.match(source, first, end)
                head = source[first] == "#" and self._head(first, end, stop)
                if head:
                    pass
                elif bullet is not None and self._opens_item(bullet):
                    self._start_item(first, first, bullet, end, stop)
                else:
                    self._continue(first, first, end, stop)
            index += 1
        self._flush()
        self.items.clear()
        return index

    def _table(self, index: int, _: int) -> int:
        """Read a table, which may follow a paragraph at once; return 0 where there is none."""
        if self.data or (self.open and self.bullet is not None):
            return 0
        if not heads_table(self.source, self.lines, index):
            return 0
        self._flush()
        self.items.clear()
        return table(self.page, self.lines, index)


# What a line may be that begins with a sign, the likeliest first; a bullet comes after these.
_BY_SIGN: Final[Mapping[str, tuple[Callable[[_Scanner, int, int], int], ...]]] = {
    "#": (_Scanner._heading,),
    "=": (_Scanner._underline, _Scanner._ruler, _Scanner._wiki),
    "h": (_Scanner._textile,),
    ":": (_Scanner._meaning,),
    "-": (_Scanner._underline, _Scanner._ruler),
    "_": (_Scanner._ruler,),
    "*": (_Scanner._ruler,),
    "%": (_Scanner._percent,),
    "`": (_Scanner._fence,),
    "~": (_Scanner._fence,),
    ">": (_Scanner._quote,),
    "{": (_Scanner._tag,),
    "<": (_Scanner._tag,),
    "[": (_Scanner._bracket,),
    "|": (_Scanner._table,),
}

"""Each of several postings in one text, as a posting of its own.

The lexemes of the text are dealt out and make a tree for each. Where a
posting's words stand in the source is kept beside them, so that what is found
in the third is shown in the third.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from postlint.document.gaps import Gap
from postlint.document.posting import Posting
from postlint.document.several import PostingParts, parts_of
from postlint.readers.base import Lexeme, Reading
from postlint.syntax.tree import Node
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

# A longer line says more than a title, and so do several sentences.
_LONGEST_TITLE = 100
_LEVELS = {f"H{level}": level for level in range(1, 7)}


def readings_in(posting: Posting, tree: Node) -> list[Reading]:
    """Return a reading for each posting of a text that holds several, else none."""
    parts = parts_of(posting)
    return [] if parts is None else list(_Dealer(posting, tree).readings(parts))


class _Dealer:
    """Deals out the lexemes of a text."""

    def __init__(self, posting: Posting, tree: Node) -> None:
        self._posting = posting
        self._leaves = list(_leaves(tree))
        self._starts = [leaf.start for leaf in self._leaves]

    def readings(self, parts: PostingParts) -> Iterator[Reading]:
        shared = [self._range(span) for span in parts.shared]
        for number, own in enumerate(parts.own, 1):
            part = f"{self._posting.source.part}#{number}"
            yield self._reading([self._range(own), *shared])._replace(part=part)

    def _range(self, span: Span) -> range:
        return range(self._index(span.start), self._index(span.end))

    def _index(self, offset: int) -> int:
        """Return the first lexeme of the block that begins at an offset, or has it inside."""
        starts, leaves = self._starts, self._leaves
        if offset >= len(self._posting.text):
            return len(leaves)
        index = bisect_left(starts, starts[bisect_right(starts, offset) - 1])
        # What closes the item before stands at the same place.
        while leaves[index].kind == "DEDENT":
            index += 1
        return index

    def _reading(self, ranges: list[range]) -> Reading:
        from postlint.readers.flat import Flat, through  # noqa: PLC0415  # most texts are one

        posting = self._posting
        flat = Flat(posting.text)
        lexemes: list[Lexeme] = []
        notices: list[Finding] = []
        gaps: list[Gap] = []
        rise = 0
        for count, indexes in enumerate(ranges):
            leaves = _balanced(self._leaves[indexes.start : indexes.stop])
            if not leaves:
                continue
            start, end = leaves[0].start, leaves[-1].end
            shift = flat.size - start
            flat.copy(start, end)
            opens = leaves[0]
            line = opens.kind == "LINE" and posting.text[opens.start : opens.end].strip()
            named = line and len(line) < _LONGEST_TITLE and not (line[-1] == "." and ". " in line)
            if not lexemes and named:
                lexemes.append(Lexeme("H1", 0, 0))  # a title that stands as a line
            if not lexemes and _is_numbered(leaves):
                # "2. SENIOR PLANNER": the number is a heading's mark.
                leaves[0] = opens._replace(kind="H1")
            for leaf in leaves:
                kind = leaf.kind
                level = _LEVELS.get(kind)
                if level is not None:
                    # The posting's own title is its highest heading.
                    rise = rise if lexemes else level - 1
                    highest = 2 if lexemes else 1
                    kind = f"H{max(highest, level - (0 if count else rise))}"
                lexemes.append(Lexeme(kind, leaf.start + shift, leaf.end + shift))
            inside = Span(start, end)
            for notice in posting.notices:
                if inside.contains(notice.span):
                    place = Span(notice.span.start + shift, notice.span.end + shift)
                    notices.append(notice._replace(span=place))
            gaps.extend(gap.moved(shift) for gap in posting.gaps if inside.contains(gap.span))
        origin = flat.origin()
        if posting.source.origin is not None:
            origin = through(flat.text(), origin, posting.source.origin)
        return Reading(
            text=flat.text(),
            lexemes=lexemes,
            notices=tuple(notices),
            origin=origin,
            places=posting.source.places,
            gaps=tuple(gaps),
            declared=posting.declared,
        )


def _balanced(leaves: list[Lexeme]) -> list[Lexeme]:
    """Return lexemes cut out of a text such that what an item opens is closed, and only that."""
    found: list[Lexeme] = []
    depth = 0
    for leaf in leaves:
        if leaf.kind == "INDENT":
            if not found:
                continue  # the part begins inside an item of the one before
            depth += 1
        elif leaf.kind == "DEDENT":
            if not depth:
                continue
            depth -= 1
        found.append(leaf)
    while found and found[-1].kind == "INDENT":
        found.pop()
        depth -= 1
    end = found[-1].end if found else 0
    return [*found, *[Lexeme("DEDENT", end, end)] * depth]


def _is_numbered(leaves: list[Lexeme]) -> bool:
    """Say whether a part begins with an item of one line that nothing is nested in."""
    kinds = [leaf.kind for leaf in leaves[:3]]
    return kinds[:2] == ["BULLET", "LINE"] and "INDENT" not in kinds and "MORE" not in kinds


def _leaves(node: Node) -> Iterator[Lexeme]:
    """Yield the lexemes a tree was made of, in order."""
    waiting: list[Node | Lexeme] = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Lexeme):
            yield part
        else:
            waiting.extend(reversed(part.children))

"""The blocks of a page decided so far, and the headings they stand under."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.readers.blocks import Block
from postlint.readers.lines.alike import AT_TOP, LONGEST_ALIKE, ShortLine, alike, may_be_heading
from postlint.readers.lines.line import Style
from postlint.text.patterns import pattern

# Blanks and formatting that may stand between a name and what it names.
_JOINT = pattern(r"[\s:.\-–—*_|]*")
_ROMAN = pattern(r"([IVX]{1,5}|[ivx]{1,5})[.)]\s+(?=\S)")
# Blocks between the words of a posting.
UNREAD = frozenset({"comment", "directive", "noise"})


class Outline:
    """What of a page is decided: its blocks, those `out` already, and the headings open.

    `explicit` says that the source itself sets several headings, `titled` that
    one of them is the job's title. `level` is that of the last heading the
    source sets, `soft` that of the last one recognised by its looks, 0 for none.
    `group_depth` is how deep the item stands that heads the items in it.
    """

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.out: list[Block] = []
        heads = [block for block in blocks if block.kind == "head"]
        self.explicit = len(heads) > 1
        # '# Job Description' says what the page is, not which job.
        self.titled = any(
            block.level == 1 and heading_kind(self.bare(block)) is None for block in heads
        )
        self.titles = 0  # the level that the source gives the job's title, where it was raised
        self.level = 1  # of the last heading the source itself sets
        self.soft = 0  # of the last heading recognised by its looks
        self.kind: SectionKind | None = None
        self.group_depth = 0
        # Items that head those in them, and items that are fields.
        self.groups: frozenset[int] = frozenset()
        self.fields: frozenset[int] = frozenset()
        self.grouped = False
        self._has_words = False
        self._seen = 0

    @cached_property
    def romans(self) -> frozenset[int]:
        """Which blocks are headings with a Roman number each, and what they head between them."""
        found: dict[int, str] = {}
        last, together = -2, False
        for number, (index, block) in enumerate(
            (index, block) for index, block in enumerate(self.blocks) if block.kind not in UNREAD
        ):
            if block.kind not in ("item", "text") or block.settled:
                continue
            roman = _ROMAN.match(self.text, block.start, block.stop)
            if roman is None:
                continue
            words = self.text[roman.end() : block.stop].strip()
            if not may_be_heading(words.strip(" *_:")):
                continue
            together = together or number == last + 1
            last = number
            found[index] = roman[1].lower()
        one_each = len(set(found.values())) == len(found) and {"i", "ii"} <= set(found.values())
        return frozenset(found) if one_each and not together else frozenset()

    @cached_property
    def alike(self) -> dict[int, Style]:
        """Which blocks are set as the page's headings are, and how."""
        return alike(self._short_lines())

    def _short_lines(self) -> Iterator[ShortLine]:
        """Yield the paragraphs of one short line that stand apart."""
        worded = [index for index, block in enumerate(self.blocks) if block.kind not in UNREAD]
        above, ended = "", True
        for number, (index, below) in enumerate(pairwise(worded)):
            block, following = self.blocks[index], self.blocks[below]
            words = self.words(block)
            line = block.kind == "text" and not (block.level or block.bold or block.close)
            if line and may_be_heading(words) and "\n" not in words:
                item = following.kind == "item"
                worded_below = following.kind in ("item", "text")
                under = (self.opening(following) if worded_below else "") or "."
                ended = ended or number <= AT_TOP
                yield ShortLine(index, words, above, ended, under, item, False, following.close)
            above, ended = words or ".", block.kind != "text" or len(words) > LONGEST_ALIKE

    def words(self, block: Block) -> str:
        """Return the words of a block."""
        return self.text[block.words : block.stop].strip()

    def end(self, block: Block) -> int:
        """Return where the words of a block end."""
        return block.words + len(self.text[block.words : block.stop].rstrip())

    def value(self, name: int, end: int) -> int:
        """Return where what follows a name begins: behind the sign and formatting between them."""
        joint = _JOINT.match(self.text, name, end)
        return joint.end() if joint is not None else name

    def bare(self, block: Block) -> str:
        """Return the words of a heading, without formatting."""
        return self.text[block.words : block.stop].strip(" \t\r\n\xa0:*_#")

    def opening(self, block: Block) -> str:
        """Return the first line of a block."""
        return self.text[block.words : min(block.stop, block.words + 240)].strip().split("\n", 1)[0]

    def next(self, index: int) -> Block | None:
        """Return the next block that says something."""
        for block in self.blocks[index + 1 : index + 6]:
            if block.kind not in UNREAD:
                return block
        return None

    def last(self) -> Block | None:
        """Return the last block that was read and says something."""
        for block in reversed(self.out[-5:]):
            if block.kind not in UNREAD:
                return block
        return None

    def alone(self, block: Block) -> bool:
        """Say whether no words of its own section stand right above a block."""
        last = self.last()
        return not block.close or (last is not None and last.kind == "head")

    def has_words(self) -> bool:
        """Say whether a paragraph or an item is out already."""
        # A page may be headings only: each block is looked at once.
        while not self._has_words and self._seen < len(self.out):
            self._has_words = self.out[self._seen].kind in ("text", "item")
            self._seen += 1
        return self._has_words

    def note(self, words: str) -> None:
        """Take in the kind of section that a heading of the source opens."""
        known = heading_kind(words)
        if known is not None or self.level <= 2:
            self.kind = known

    def heading(self, block: Block, level: int, stop: int) -> None:
        """Make a heading of the words of a block up to `stop`."""
        head = Block("head", block.start, block.words, stop, min(6, level))
        self.group_depth = 0
        self.soft = head.level
        known = heading_kind(self.bare(head))
        if known is not None or self.kind is not SectionKind.DUTIES:
            self.kind = known
        self.out.append(head)

    def run_in(self, block: Block, value: int) -> None:
        """Make a heading of the bold words before `value`, and a paragraph of the rest."""
        nested = any(
            out.kind == "head" and out.level == self.soft and out.words < out.stop
            for out in self.out[-1:]
        )
        level = self.level + 1 if not self.soft else self.soft + (1 if nested else 0)
        self.heading(block, level, value)
        rest = Block("text", value, value, block.stop)
        rest.mark = block.mark
        self.out.append(rest)

    def field(self, block: Block, value: int) -> None:
        """Make a field of a block, whose value begins at `value`."""
        # A value of nothing but signs is left out of the key; a blank one is its line's end.
        field = Block("field", block.start, min(value, block.stop - 1), block.stop)
        field.mark = block.mark
        self.out.append(field)

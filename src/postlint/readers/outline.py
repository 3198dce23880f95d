"""From blocks to the grammar's terminals: what bold lines, labels and groups mean.

Pages are written by hand: a heading is as often a bold line as a heading, a
table of fields as often a list of bold names. What each is, form and words
tell together, as they do in plain text.
"""

from __future__ import annotations

from itertools import pairwise

from postlint.document.headings import heading_kind, heading_match
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.document.markers import marker_start
from postlint.document.openings import opening_kind
from postlint.document.remarks import is_directive
from postlint.document.titles import names_job
from postlint.readers.base import Lexeme
from postlint.readers.blocks import Block
from postlint.readers.lines.fields import bars, is_left_blank
from postlint.readers.lines.judging import judge
from postlint.readers.lines.labels import label_length
from postlint.readers.lines.line import Around, is_title_case
from postlint.readers.lines.run_in import RunIn, run_in
from postlint.readers.terminals import lexemes as write
from postlint.text.patterns import pattern

_LONGEST_HEADING = 120
# What ends in a full stop and has more blanks than this is a sentence.
_SENTENCE = 3
_LONGEST_GROUP = 200
_LONGEST_VALUE = 100
_SHORT_VALUE = 50
# Blanks and dress that may stand between a bold name and what it names.
_JOINT = pattern(r"[\s:.\-–—*_|]*")
_TAIL = 200
_ENDS = ".!,;"
# Names in front of a remark, which head nothing.
_REMARKS = frozenset(
    {"note", "please note", "important", "nb", "reminder", "tip", "example", "e.g"}
)


# Blocks between the words of a posting.
_UNREAD = frozenset({"comment", "directive", "noise"})


def lexemes(text: str, blocks: list[Block]) -> list[Lexeme]:
    """Return the terminals of a flat text, given its blocks in order."""
    decided = _Outline(text, blocks).run()
    for block in decided:
        if block.kind in ("item", "text") and not block.settled:
            _finish(text, block)
    return write(text, decided)


class _Outline:
    """Turns blocks into headings, fields and labelled text where they are that."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.out: list[Block] = []
        heads = [block for block in blocks if block.kind == "head"]
        self.explicit = len(heads) > 1
        # '# Job Description' says what the page is, not which job.
        self.titled = any(
            block.level == 1 and heading_kind(self._bare(block)) is None for block in heads
        )
        self.level = 1  # of the last heading the source itself sets
        self.soft = 0  # of the last heading told by its looks
        self.kind: SectionKind | None = None
        self.group_depth = 0
        self._said = False
        self._seen = 0

    def run(self) -> list[Block]:
        blocks = self.blocks = self._spread_fields()
        groups = self._groups()
        fields = self._field_items()
        for index, block in enumerate(blocks):
            kind = block.kind
            if block.settled and kind != "head":
                self.out.append(block)
            elif kind == "head":
                self._head(block)
            elif kind == "item":
                self._item(index, block, groups, fields)
            elif kind == "text":
                if self.group_depth and block.level < self.group_depth:
                    self.group_depth = 0
                elif self.group_depth:
                    block.level -= self.group_depth
                self._text(index, block)
            else:
                self.out.append(block)
        return self.out

    def _spread_fields(self) -> list[Block]:
        """Return the blocks with names and values that stand one below the other as fields."""
        out: list[Block] = []
        blocks = self.blocks
        index, count = 0, len(blocks)
        while index < count:
            block = blocks[index]
            index += 1
            if block.kind == "text" and block.level == 0 and index < count and not block.settled:
                value = blocks[index]
                if value.kind == "text" and value.level == 0 and self._is_spread(block, value):
                    out.append(Block("field", block.start, value.words, value.stop))
                    index += 1
                    continue
            out.append(block)
        return out

    def _is_spread(self, block: Block, value: Block) -> bool:
        """Say whether one block names what the next one says."""
        if block.stop - block.words > 50 or value.stop - value.words > _LONGEST_VALUE:
            return False
        name = self.text[block.words : block.stop].strip()
        said = self.text[value.words : value.stop].strip()
        bare = name.rstrip(" :\xa0")
        if not bare or not bare[0].isupper() or not said or not is_field_name(bare):
            return False
        if (
            block.bold
            or value.bold
            or said[-1] == ":"
            or is_field_name(said.rstrip(":"))
            or ":" in said[:30]
        ):
            return False
        return not (said[-1] == "." and said.count(" ") > 4)

    # ------------------------------------------------------------ headings

    def _head(self, block: Block) -> None:
        self.group_depth = 0
        self.soft = 0
        if not self.titled and not self._said_anything():
            words = self._bare(block)
            if names_job(words) and heading_kind(words) is None:
                block.level = 1
                self.titled = True
        self.level = block.level
        self._note(self._bare(block))
        self.out.append(block)

    def _note(self, words: str) -> None:
        known = heading_kind(words)
        if known is not None or self.level <= 2:
            self.kind = known

    def _soft(self, block: Block, level: int, stop: int) -> None:
        """Make a heading of the words of a block up to `stop`."""
        head = Block("head", block.start, block.words, stop, min(6, level))
        self.group_depth = 0
        self.soft = head.level
        known = heading_kind(self._bare(head))
        if known is not None or self.kind is not SectionKind.DUTIES:
            self.kind = known
        self.out.append(head)

    def _bare(self, block: Block) -> str:
        return self.text[block.words : block.stop].strip(" \t\r\n\xa0:*_#")

    def _next(self, index: int) -> Block | None:
        """Return the next block that says something."""
        for block in self.blocks[index + 1 : index + 6]:
            if block.kind not in _UNREAD:
                return block
        return None

    def _last(self) -> Block | None:
        """Return the last block that was read and says something."""
        for block in reversed(self.out[-5:]):
            if block.kind not in _UNREAD:
                return block
        return None

    # ------------------------------------------------------------ paragraphs

    def _text(self, index: int, block: Block) -> None:
        words = self.text[block.words : block.stop].strip()
        if not words:
            self.out.append(block)
            return
        if words[0] in "[%" and is_directive(words):
            block.kind = "directive"
            self.out.append(block)
            return
        if " | " in words and "\n" not in words and block.level == 0 and self._barred(block, words):
            return
        if (
            "\n" in words
            and block.level == 0
            and (self._headed(block, self._next(index)) or self._listed(block))
        ):
            return
        if block.bold and self._bold(index, block, words):
            return
        if "\n" in words and block.level == 0 and not block.bold and self._topic(block, words):
            return
        if block.level == 0 and "\n" not in words and self._line(index, block, words):
            return
        self.out.append(block)

    def _headed(self, block: Block, following: Block | None) -> bool:
        """Read a paragraph in which lines of their own are headings; say whether it is one.

        What a page shows as one paragraph was often several lines when it was written; its
        last line may head the list below it.
        """
        lines = self._lines_of(block)
        leads = following is not None and following.kind == "item"
        said = [self.text[start:end].strip() for start, end in lines]
        heads = [
            place
            for place, words in enumerate(said[: len(said) if leads else -1])
            if (_is_head_line(words) and place + 1 < len(said))
            or _is_head_between(
                words,
                said[place - 1] if place else "",
                said[place + 1] if place + 1 < len(said) else ":",
            )
        ]
        if not heads:
            return False
        bounds = sorted({0, len(lines), *heads, *(place + 1 for place in heads)})
        for first, stop in pairwise(bounds):
            start, end = lines[first][0], lines[stop - 1][1]
            begin = block.start if first == 0 else start
            words = block.words if first == 0 else start
            part = Block("text", begin, words, end)
            if first in heads:
                self._soft(part, self.level + 1, end)
            elif stop - first < 2 or not self._listed(part):  # two lines
                self.out.append(part)
        return True

    def _lines_of(self, block: Block) -> list[tuple[int, int]]:
        """Return where the lines of a paragraph with words start and end."""
        lines: list[tuple[int, int]] = []
        at = block.words
        while at < block.stop:
            end = self.text.find("\n", at, block.stop)
            end = block.stop if end < 0 else end + 1
            if self.text[at:end].strip():
                lines.append((at, end))
            at = end
        return lines

    def _listed(self, block: Block) -> bool:
        """Read the lines of a paragraph that are a list without bullets; say whether they are.

        Most open as duties do, and none breaks off where a line is wrapped.
        """
        lines = self._lines_of(block)
        said = [self.text[start:end].strip() for start, end in lines]
        if len(said) < 3 or any(not line[0].isupper() or line[-1] in ",:" for line in said):
            return False
        # What has several sentences to a line is paragraphs.
        if sum(". " in line for line in said) * 4 > len(said):
            return False
        opened = sum(opening_kind(line[:60]) is SectionKind.DUTIES for line in said)
        if opened * 3 < len(said) * 2:
            return False
        self.out.extend(Block("item", start, start, end, 1) for start, end in lines)
        return True

    def _barred(self, block: Block, words: str) -> bool:
        """Read a line of fields with bars between them; say whether it is one."""
        places = bars(words)
        first = self.text.index(words, block.words, block.stop)
        start = block.start
        for place in (*places, len(words)) if places else ():
            end = first + place if place < len(words) else block.stop
            rest = _JOINT.match(self.text, self.text.index(":", start, end), end)
            self.out.append(Block("field", start, rest.end() if rest else end, end))
            if place < len(words):
                self.out.append(Block("noise", end, end, end + 1))
            start = end + 1
        return bool(places)

    def _bold(self, index: int, block: Block, words: str) -> bool:
        """Read a paragraph that starts in bold; say whether it is more than a paragraph."""
        end = block.words + len(self.text[block.words : block.stop].rstrip())
        rest = _JOINT.match(self.text, block.bold, end)
        value = rest.end() if rest is not None else block.bold
        if value >= end:
            return self._bold_line(index, block, words)
        lead = self.text[block.words : block.bold].strip()
        name = lead.rstrip(":.-–— \t\xa0")
        sign = self.text[block.words : value].strip()[-1:]
        if not name or len(name) > 80 or sign not in ":.-–—|?" or name.lower() in _REMARKS:
            return False
        said = self.text[value:end]
        if block.level:
            return False
        if sign == ":" and self._is_field(name, said):
            self.out.append(_field(block, value))
            return True
        known = heading_match(name)
        if (
            known is not None
            and known.share >= 0.5
            and not (
                self.kind is SectionKind.DUTIES
                and known.kind is not SectionKind.DUTIES
                and opening_kind(said[:60]) is SectionKind.DUTIES
            )
        ):
            self._run_in(block, value)
            return True
        if self.kind is SectionKind.DUTIES or len(said) < _LONGEST_VALUE:
            return False
        self._run_in(block, value)
        return True

    def _run_in(self, block: Block, value: int) -> None:
        """Make a heading of the bold words before `value`, and a paragraph of the rest."""
        nested = any(
            out.kind == "head" and out.level == self.soft and out.words < out.stop
            for out in self.out[-1:]
        )
        level = self.level + 1 if not self.soft else self.soft + (1 if nested else 0)
        self._soft(block, level, value)
        rest = Block("text", value, value, block.stop)
        rest.mark = block.mark
        self.out.append(rest)

    def _is_field(self, name: str, said: str) -> bool:
        if is_field_name(name):
            return len(said) < 2 * _LONGEST_VALUE
        if len(said) > _LONGEST_VALUE or name.count(" ") > 5 or "\n" in said.strip():
            return False
        if self.kind is SectionKind.DUTIES and opening_kind(said[:60]) is SectionKind.DUTIES:
            return False
        return not (said.rstrip().endswith((".", ";")) and said.count(" ") > 7)

    def _bold_line(self, index: int, block: Block, words: str) -> bool:
        """Read a paragraph that is all bold."""
        if len(words) > _LONGEST_HEADING or words[-1] in _ENDS or block.level > 1:
            return False
        following = self._next(index)
        if following is None:
            return False
        if self._left_blank(block, words, following):
            return True
        colon = words.find(":")
        if 0 < colon < len(words) - 1 and is_field_name(words[:colon]):
            end = block.words + len(self.text[block.words : block.stop].rstrip())
            rest = _JOINT.match(self.text, block.words + colon, end)
            value = rest.end() if rest else end
            # A dash alone is a value: nothing.
            self.out.append(_field(block, value if value < end else block.words + colon + 1))
            return True
        bare = words.strip(" :*_\xa0")
        if not any(map(str.isalpha, bare)):
            return False
        known = heading_match(bare)
        if not self.titled and known is None and names_job(bare) and not self._said_anything():
            self.titled = True
            self._soft(block, 1, block.stop)
            self.soft = 0
            return True
        if known is None and following.bold and following.kind == "text" and words[-1] != ":":
            after = self.text[following.words : following.stop].strip()
            if following.bold >= following.words + len(after):
                return False  # one of several bold lines: an address, a motto
        if known is None and not bare.isupper() and self._names_value(following):
            return False  # a field whose value was left out, among others
        self._soft(block, self.level + 1, block.stop)
        return True

    def _names_value(self, block: Block) -> bool:
        """Say whether a paragraph is a bold name and a short value."""
        if block.kind != "text" or not block.bold:
            return False
        lead = self.text[block.words : block.bold + 1].rstrip()
        said = self.text[block.bold : block.stop].strip(" :\n\xa0")
        return lead.endswith(":") and 0 < len(said) < _SHORT_VALUE

    def _said_anything(self) -> bool:
        # A page may be headings only: each block is looked at once.
        while not self._said and self._seen < len(self.out):
            self._said = self.out[self._seen].kind in ("text", "item")
            self._seen += 1
        return self._said

    def _line(self, index: int, block: Block, words: str) -> bool:
        """Read a line without bold as plain text is read."""
        following = self._next(index)
        below = self._opening(following) if following is not None else ""
        if self._left_blank(block, words, following):
            return True
        if below and len(words) <= 110:
            last = self._last()
            around = Around(
                above=self._opening(last) if block.close and last is not None else "",
                below=below,
                adjacent=bool(following and following.close),
                after_heading=last is not None and last.kind == "head",
                bullet_below=following is not None and following.kind == "item",
                headed=True,
                piece=False,
                asked=False,
            )
            heading = judge(words, around)
            if heading is not None and (
                not self.explicit
                or (heading.match is not None and (words.isupper() or heading.match.share >= 0.3))
            ):
                self._soft(block, self.level + 1, block.stop)
                return True
        found = run_in(words, self.kind, alone=self._alone(block))
        if found is None:
            return False
        what, _, rest = found
        value = block.words + rest
        if what is RunIn.FIELD:
            self.out.append(_field(block, value))
            return True
        if what is RunIn.HEADING and len(words) - rest < _SHORT_VALUE and words[-1] != ".":
            self.out.append(_field(block, value))
            return True
        if what is RunIn.HEADING and (not self.explicit or self._is_topic(words, rest)):
            self._run_in(block, value)
            return True
        return False

    def _alone(self, block: Block) -> bool:
        """Say whether no words of its own section stand right above a block."""
        last = self._last()
        return not block.close or (last is not None and last.kind == "head")

    def _topic(self, block: Block, words: str) -> bool:
        """Read a paragraph of several lines with a heading run in; say whether it is one."""
        found = run_in(words, self.kind, alone=self._alone(block))
        if found is None or found[0] is not RunIn.HEADING:
            return False
        rest = found[2]
        if self.explicit and not self._is_topic(words, rest):
            return False
        self._run_in(block, block.words + rest)
        return True

    def _is_topic(self, words: str, rest: int) -> bool:
        """Say whether words run in head a paragraph in a page that has headings of its own."""
        known = heading_match(words[:rest].rstrip(_TRIM))
        sure = known is not None and known.share >= _SURE_SHARE
        return (sure or self.kind is SectionKind.DUTIES) and len(words) - rest >= _LONGEST_VALUE

    def _left_blank(self, block: Block, words: str, following: Block | None) -> bool:
        """Read a name and a colon that nobody filled in; say whether it is that."""
        name = words.rstrip("*_")
        if name[-1:] != ":" or block.stop - block.words <= len(words):
            return False
        ends = following is None or following.kind in ("head", "field")
        below = "" if following is None else self._opening(following).lstrip("*_")
        below = below.replace(":**", ":").replace("**:", ":")
        if not is_left_blank(name[:-1], below, ends=ends):
            return False
        self.out.append(_field(block, block.stop))
        return True

    def _opening(self, block: Block) -> str:
        return self.text[block.words : min(block.stop, block.words + 240)].strip().split("\n", 1)[0]

    # ------------------------------------------------------------ items

    def _item(
        self, index: int, block: Block, groups: frozenset[int], fields: frozenset[int]
    ) -> None:
        if index in groups:
            self.group_depth = 0
            base = self.soft or self.level
            if self.out and self._under_group():
                base = self.soft - 1
            depth = block.level
            self._soft(block, base + 1, block.stop)
            self.group_depth = depth
            self._grouped = True
            return
        if self.group_depth:
            if block.level > self.group_depth:
                block.level -= self.group_depth
            else:
                self.group_depth = 0
        if index in fields:
            end = block.words + len(self.text[block.words : block.stop].rstrip())
            colon = self.text.find(":", block.words, end)
            rest = _JOINT.match(self.text, colon, end)
            # The bullet of a field is dress.
            if block.words > block.start:
                self.out.append(Block("noise", block.start, block.start, block.words))
            field = Block("field", block.words, rest.end() if rest else colon + 1, block.stop)
            self.out.append(field)
            return
        self.out.append(block)

    _grouped = False

    def _under_group(self) -> bool:
        """Say whether the last heading told by its looks was such a group itself."""
        for out in reversed(self.out):
            if out.kind == "head":
                return self._grouped and out.level == self.soft and self.soft > 0
        return False

    def _groups(self) -> frozenset[int]:
        """Return the items that head the items nested in them.

        A list is one of groups when nearly all of its items have a list in them.
        """
        found: set[int] = set()
        blocks = self.blocks
        index, count = 0, len(blocks)
        while index < count:
            if blocks[index].kind != "item" or blocks[index].level != 1 or blocks[index].settled:
                index += 1
                continue
            tops: list[int] = []
            while index < count and _in_list(blocks[index]):
                if blocks[index].kind == "item" and blocks[index].level == 1:
                    tops.append(index)
                index += 1
            parents = [top for top in tops if (below := self._next(top)) and _is_nested(below)]
            if len(parents) > 1 and len(parents) * 4 >= len(tops) * 3:
                names = [top for top in parents if not self._states(top)]
                # Sentences with their details below them are statements, and no names.
                if 2 * len(names) > len(parents):
                    found.update(top for top in names if len(self._words(top)) <= _LONGEST_GROUP)
        return frozenset(found)

    def _states(self, index: int) -> bool:
        words = self._words(index)
        return words[-1:] == "." and words.count(" ") >= _SENTENCE

    def _words(self, index: int) -> str:
        block = self.blocks[index]
        return self.text[block.words : block.stop].strip()

    def _field_items(self) -> frozenset[int]:
        """Return the items that are fields: a bold name, a colon, a short value."""
        found: set[int] = set()
        run: list[tuple[int, bool, bool]] = []
        for index, block in enumerate([*self.blocks, Block("head", 0, 0, 0)]):
            if block.kind == "item" and block.level == 1 and not (block.settled or block.label):
                run.append((index, *self._named(block)))
                continue
            if block.kind in _UNREAD:
                continue
            if run:
                named = sum(is_named for _, is_named, _ in run)
                for place, is_named, known in run:
                    if is_named and (known or (named == len(run) and named > 1)):
                        found.add(place)
                run = []
        return frozenset(found)

    def _named(self, block: Block) -> tuple[bool, bool]:
        """Say whether an item is a name with a short value, and whether the name is known."""
        words = self.text[block.words : block.stop].rstrip()
        colon = words.find(":", 0, 70)
        if colon < 1 or colon + 1 >= len(words) or (block.bold == 0 and len(words) > 120):
            return False, False
        name, value = words[:colon], words[colon + 1 :].strip(" \t\xa0*_")
        known = is_field_name(name)
        if not value or len(value) > _LONGEST_VALUE or (not block.bold and not known):
            return False, False
        if block.bold and abs(block.bold - block.words - colon) > 2:
            return False, False
        if opening_kind(value[:60]) is SectionKind.DUTIES or value.count(" ") > 14:
            return False, False
        return True, known


def _is_head_line(words: str) -> bool:
    """Say whether a line among others is a heading, beyond doubt."""
    if not 3 < len(words) <= _LONGEST_HEAD_LINE or not words[0].isupper():
        return False
    colon = words[-1] == ":"
    match = heading_match(words.rstrip(":"))
    least = _LIKELY_SHARE if colon else _SURE_SHARE
    if match is None or match.share < least or is_field_name(words.rstrip(":")):
        return False
    return is_title_case(words.rstrip(":")) and (colon or match.weight >= _SURE_WEIGHT)


def _is_head_between(words: str, above: str, below: str) -> bool:
    """Say whether a line of known words alone is a heading by the lines around it."""
    colon = words[-1] == ":"
    if (
        len(words) > _LONGEST_HEAD_LINE
        or not words[0].isupper()
        or (above and above[-1] not in _STOPS)
    ):
        return False
    bare = words.rstrip(":")
    match = heading_match(bare)
    if match is None or match.share < _SURE_SHARE or is_field_name(bare):
        return False
    long = len(below) >= _LONG_PROSE or (len(below) >= _SHORT_PROSE and below[-1] == ".")
    return bare.count(" ") < _SENTENCE and (colon or (is_title_case(bare) and long))


_STOPS = ".!?:"
_TRIM = " :*_\t\xa0"
_LONG_PROSE, _SHORT_PROSE = 60, 40
_LONGEST_HEAD_LINE = 60
_SURE_SHARE, _LIKELY_SHARE, _SURE_WEIGHT = 0.9, 0.5, 4


def _in_list(block: Block) -> bool:
    kind = block.kind
    return kind == "item" or kind in _UNREAD or (kind == "text" and block.level > 0)


def _is_nested(block: Block) -> bool:
    return block.kind == "item" and block.level > 1


def _field(block: Block, value: int) -> Block:
    # A value of nothing but signs is left out of the key; a blank one is its line's end.
    field = Block("field", block.start, min(value, block.stop - 1), block.stop)
    field.mark = block.mark
    return field


# ---------------------------------------------------------------- statements


def _finish(text: str, block: Block) -> None:
    """Set the label and the mark of an item or a paragraph."""
    block.label = _label(text, block, item=block.kind == "item")
    if not block.mark:
        start = block.label or (block.words if block.kind == "item" else block.start)
        low = max(start, block.stop - _TAIL)
        low = max(low, text.rfind("\n", low, block.stop - 1) + 1)
        at = marker_start(text[low : block.stop].rstrip("\r\n"))
        block.mark = 0 if at is None else low + at


def _label(text: str, block: Block, *, item: bool) -> int:
    """Return where a label at the start of the words ends, 0 for none."""
    if block.label:
        return block.label
    stop = block.mark or block.stop
    end = block.words + len(text[block.words : stop].rstrip())
    if block.bold:
        rest = _JOINT.match(text, block.bold, end)
        value = rest.end() if rest is not None else block.bold
        sign = text[block.words : value].strip()[-1:]
        if value < end and sign in ":.-–—" and value - block.words < 140:
            return value
        return 0
    if not item or end <= block.words:
        return 0
    length = label_length(text[block.words : min(end, block.words + 200)])
    return block.words + length if 0 < length < end - block.words else 0

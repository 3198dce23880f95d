"""Lists without bullets, and the labels run in before an item's statement.

Many texts have lost their bullets. A run of statements that open the way a
list opens, each a row of its own, is still a list; so is a paragraph of
sentences that all begin with a verb, under a heading of duties.
"""

from __future__ import annotations

from itertools import islice

from postlint.document.headings import heading_kind, section_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import label_key
from postlint.document.openings import opening_kind, runs
from postlint.readers.lines.labels import label_length, unmarked_label_length
from postlint.readers.plain.gathered import UNREAD, RowBlock
from postlint.text.patterns import pattern

# The pattern begins with a stop, which search can look for by itself.
_SENTENCE = pattern(r"[.;](?<=[a-z0-9)\]”\"][.;]) {1,3}(?=[A-Z])")


# What is longer is no item without a bullet.
_LONGEST = 400
# Headings of these kinds leave it to their statements what the section is.
_DECIDED_BY_LIST = frozenset({None, SectionKind.OVERVIEW})


def find_items(blocks: list[RowBlock], data: str) -> list[RowBlock]:
    """Return the blocks with the unmarked items found and the labels set."""
    out: list[RowBlock] = []
    open_kinds: list[tuple[int, SectionKind | None]] = []
    index, count = 0, len(blocks)
    while index < count:
        begin = index
        kind: SectionKind | None = None
        heading: RowBlock | None = None
        if blocks[index].kind == "head":
            heading = blocks[index]
            index += 1
        while index < count and blocks[index].kind != "head":
            index += 1
        body = blocks[begin + (heading is not None) : index]
        if heading is not None and _names_paper(heading, body):
            heading.kind, heading.level = "text", 0
            body.insert(0, heading)
            heading = None
        if heading is not None:
            while open_kinds and open_kinds[-1][0] >= heading.level:
                open_kinds.pop()
            parent = open_kinds[-1][1] if open_kinds else None
            openings: list[str] = []
            if heading_kind(heading.text) in _DECIDED_BY_LIST:
                # The first few statements are all that a section's kind is recognised from.
                candidates = (block for block in body if block.kind in ("text", "item"))
                openings = [_opening(block) for block in islice(candidates, 6)]
            if heading.level > 1:
                kind = section_kind(heading.text, parent, openings)
            open_kinds.append((heading.level, kind))
            heading.section = kind
            out.append(heading)
        out.extend(_section(body, kind, data))
    return out


def _names_paper(heading: RowBlock, body: list[RowBlock]) -> bool:
    """Say whether a heading over fields alone says what kind of paper it is on."""
    kinds = {block.kind for block in body}
    return (
        heading.level > 1
        and "field" in kinds
        and not kinds & {"text", "item"}
        and label_key(heading.text) in _PAPERS
    )


_PAPERS = frozenset(
    {"job description", "position description", "class specification", "role description"}
    | {"job posting", "job announcement", "vacancy announcement", "position announcement"}
)


def _section(body: list[RowBlock], kind: SectionKind | None, data: str) -> list[RowBlock]:
    if kind is not None:
        for block in body:
            block.section = kind
    body = _split_sentences(body, kind, data)
    run: list[RowBlock] = []
    unmarked: list[RowBlock] = []
    for block in body:
        if block.kind == "text":
            run.append(block)
        elif run and block.kind not in UNREAD:
            unmarked += _statements(run, kind)
            run = []
    for block in (*unmarked, *_statements(run, kind)):
        block.kind = "item"
    _labels(body, kind)
    return body


def _statements(run: list[RowBlock], kind: SectionKind | None) -> list[RowBlock]:
    """Return the paragraphs of a run that are statements of a list."""
    if len(run) < 2:
        return []
    opened = [_opening_kind(block) for block in run]
    if kind is not SectionKind.DUTIES:
        return _opened_alike(run, opened)
    if _are_lines(run):
        return run
    return _among_duties(run, opened)


def _opened_alike(run: list[RowBlock], opened: list[SectionKind | None]) -> list[RowBlock]:
    """Return three paragraphs and more behind one another that open as one kind of list does."""
    return [
        block
        for begin, end in runs(opened)
        if end - begin >= 3
        for block in run[begin:end]
        if block.text[-1] != ":" and not block.label
    ]


def _among_duties(run: list[RowBlock], opened: list[SectionKind | None]) -> list[RowBlock]:
    """Return what opens as an item; where half are duties, also what stands between and behind."""
    duties = [at for at, kind in enumerate(opened) if kind is SectionKind.DUTIES]
    if len(duties) < 2:
        return []
    inside = range(0)
    if len(duties) * 2 >= len(run):
        last = duties[-1]
        # What goes on right under a list, row by row, is of it.
        while last + 1 < len(run) and _goes_on(run[last], run[last + 1]):
            last += 1
        first = duties[0]
        # A verb nobody listed opens the list: "Changes lamps." right above "Tests circuits."
        while first and _goes_on(run[first - 1], run[first]) and _opens_row(run[first - 1]):
            first -= 1
        inside = range(first, last + 1)
    return [
        block
        for at, block in enumerate(run)
        if (opened[at] is not None or (at in inside and len(block.text) < _LONGEST))
        and block.text[-1] != ":"
    ]


# Words that open sentences about a list, and none of its rows.
_BEGINS_SENTENCE = frozenset(
    "A All An Any For If Incumbents Note Please The These This Those".split()
)


def _goes_on(above: RowBlock, block: RowBlock) -> bool:
    """Say whether a paragraph is one line right under another, set as that one is."""
    return (
        block.start == above.stop
        and block.last is not None
        and block.text == block.last.text
        and above.last is not None
        and above.text == above.last.text
        and block.text[0].isupper()
        and block.text.partition(" ")[0] not in _BEGINS_SENTENCE
        and heading_kind(block.text.partition(" ")[0]) is None
        and (
            block.text[-1] == above.text[-1]
            or (block.text[-1].isalpha() and above.text[-1].isalpha())
        )
    )


def _opens_row(block: RowBlock) -> bool:
    """Say whether a line begins with a word in -s and is no sentence about the list below it."""
    first = block.text.partition(" ")[0]
    return first[-1:] == "s" and first.isalpha() and first not in _BEGINS_SENTENCE


def _are_lines(run: list[RowBlock]) -> bool:
    """Say whether paragraphs are lines of a list: none of them ends as a sentence does."""
    return len(run) > 2 and all(
        block.last is not None
        and block.text == block.last.text
        and 20 < len(block.text) < _LONGEST
        and block.text[-1] not in ".:!?,"
        and block.text[0].isupper()
        for block in run
    )


def _opening(block: RowBlock) -> str:
    """Return the first words of a statement, without a label run in before them."""
    text = block.text
    if block.label:
        return text[block.label - block.words :][:60]
    if text[0].isupper() and opening_kind(text[:60]) is None:
        length = unmarked_label_length(text)
        if length:
            return text[length : length + 60]
    return text[:60]


def _opening_kind(block: RowBlock) -> SectionKind | None:
    """Return what the first words of a statement say, a label left out."""
    if block.label:
        return opening_kind(block.text[block.label - block.words :][:60])
    # "May set up booths": what is done now and then.
    kind = opening_kind(block.text[:60].removeprefix("May "))
    if kind is None and block.text[0].isupper():
        length = unmarked_label_length(block.text)
        if length:
            return opening_kind(block.text[length : length + 60])
    return kind


def _split_sentences(body: list[RowBlock], kind: SectionKind | None, data: str) -> list[RowBlock]:
    """Divide a duties section's paragraph of verb-first sentences into its sentences."""
    if kind is not SectionKind.DUTIES or any(block.kind == "item" for block in body):
        return body
    openings = [
        _opening_kind(block) for block in body if block.kind == "text" and _is_own_line(block, data)
    ]
    if openings.count(SectionKind.DUTIES) >= _PARAGRAPHS and len(openings) < 2 * openings.count(
        SectionKind.DUTIES
    ):
        return body  # the paragraphs are what the text divides them into
    out: list[RowBlock] = []
    for block in body:
        if block.kind != "text" or block.stop - block.words < 90:
            out.append(block)
            continue
        words = data[block.words : block.stop]
        flat = words.replace("\r", " ").replace("\n", " ")
        starts = [0, *(match.end() for match in _SENTENCE.finditer(flat))]
        verbs = sum(
            opening_kind(flat[start : start + 60]) is SectionKind.DUTIES for start in starts
        )
        if len(starts) < 3 or verbs * 3 < len(starts) * 2:
            out.append(block)
            continue
        for at, start in enumerate(starts):
            end = starts[at + 1] if at + 1 < len(starts) else len(words)
            begin = block.words + start
            piece = RowBlock(
                "item",
                block.start if at == 0 else begin,
                begin,
                block.words + end if at + 1 < len(starts) else block.stop,
                flat[start:end].strip(),
            )
            piece.section = kind
            piece.last = block.last if at + 1 == len(starts) else None
            out.append(piece)
    return out


_PARAGRAPHS = 3


def _is_own_line(block: RowBlock, data: str) -> bool:
    return not block.start or data[block.start - 1] == "\n"


def _labels(body: list[RowBlock], kind: SectionKind | None) -> None:
    """Set the labels of items."""
    items = [block for block in body if block.kind == "item"]
    if not items:
        return
    for block in items:
        if not block.label and block.text:
            length = label_length(block.text)
            if length:
                block.label = block.words + length
    if kind is SectionKind.DUTIES:
        # Capitals alone are weak evidence: a list has such labels or has none.
        lengths = [0 if block.label else unmarked_label_length(block.text) for block in items]
        labelled = sum(
            1 for block, length in zip(items, lengths, strict=True) if length or block.label
        )
        if labelled >= 3 and labelled * 2 >= len(items):
            for block, length in zip(items, lengths, strict=True):
                if length:
                    block.label = block.words + length

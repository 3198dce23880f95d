"""Lists without bullets, and the labels run in before an item's statement.

Many texts have lost their bullets. A run of statements that open the way a
list opens, each a row of its own, is still a list; so is a paragraph of
sentences that all begin with a verb, under a heading of duties.
"""

from __future__ import annotations

from itertools import islice

from postlint.document.headings import heading_kind, section_kind
from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind, runs
from postlint.readers.plain.fields import label_length, unmarked_label_length
from postlint.readers.plain.units import UNREAD, Unit
from postlint.text.patterns import pattern

# It begins with a stop, which search can look for by itself.
_SENTENCE = pattern(r"[.;](?<=[a-z0-9)\]”\"][.;]) {1,3}(?=[A-Z])")


# Headings of these kinds leave it to their statements what the section is.
_TOLD_BY_LIST = frozenset({None, SectionKind.OVERVIEW})


def find_items(units: list[Unit], data: str) -> list[Unit]:
    """Return the units with the unmarked items found and the labels set."""
    out: list[Unit] = []
    open_kinds: list[tuple[int, SectionKind | None]] = []
    index, count = 0, len(units)
    while index < count:
        begin = index
        kind: SectionKind | None = None
        heading: Unit | None = None
        if units[index].kind == "H":
            heading = units[index]
            index += 1
        while index < count and units[index].kind != "H":
            index += 1
        body = units[begin + (heading is not None) : index]
        if heading is not None:
            while open_kinds and open_kinds[-1][0] >= heading.level:
                open_kinds.pop()
            parent = open_kinds[-1][1] if open_kinds else None
            openings: list[str] = []
            if heading_kind(heading.text) in _TOLD_BY_LIST:
                # The first few statements are all that a section's kind is told from.
                said = (unit for unit in body if unit.kind in ("PARA", "ITEM"))
                openings = [_opening(unit) for unit in islice(said, 6)]
            if heading.level > 1:
                kind = section_kind(heading.text, parent, openings)
            open_kinds.append((heading.level, kind))
            heading.section = kind
            out.append(heading)
        out.extend(_section(body, kind, data))
    return out


def _section(body: list[Unit], kind: SectionKind | None, data: str) -> list[Unit]:
    if kind is not None:
        for unit in body:
            unit.section = kind
    body = _split_sentences(body, kind, data)
    run: list[Unit] = []
    for unit in body:
        if unit.kind == "PARA":
            run.append(unit)
        elif run and unit.kind not in UNREAD:
            _convert(run, kind)
            run = []
    if run:
        _convert(run, kind)
    _labels(body, kind)
    return body


def _convert(run: list[Unit], kind: SectionKind | None) -> None:
    """Make items of the paragraphs of a run that are statements of a list."""
    if len(run) < 2:
        return
    opened = [_opening_kind(unit) for unit in run]
    if kind is SectionKind.DUTIES:
        verbs = opened.count(SectionKind.DUTIES)
        if verbs < 2 and not _are_lines(run):
            return
        if _are_lines(run):
            for unit in run:
                unit.kind = "ITEM"
            return
        most = verbs * 2 >= len(run)
        first = opened.index(SectionKind.DUTIES)
        last = len(run) - 1 - opened[::-1].index(SectionKind.DUTIES)
        # What goes on right under a list, row by row, is of it.
        while most and last + 1 < len(run) and _goes_on(run[last], run[last + 1]):
            last += 1
        for at, unit in enumerate(run):
            inside = first < at <= last and most and len(unit.text) < 400
            if (inside or opened[at] is not None) and unit.text[-1] != ":":
                unit.kind = "ITEM"
        return
    for begin, end in runs(opened):
        if end - begin >= 3:
            for unit in run[begin:end]:
                if unit.text[-1] != ":" and not unit.label:
                    unit.kind = "ITEM"


# Words that open sentences about a list, and none of its rows.
_TELLS = frozenset("A All An Any For If Incumbents Note Please The These This Those".split())


def _goes_on(above: Unit, unit: Unit) -> bool:
    """Say whether a paragraph is one line right under another, set as that one is."""
    return (
        unit.start == above.stop
        and unit.last is not None
        and unit.text == unit.last.text
        and above.last is not None
        and above.text == above.last.text
        and unit.text[0].isupper()
        and unit.text.partition(" ")[0] not in _TELLS
        and heading_kind(unit.text.partition(" ")[0]) is None
        and (
            unit.text[-1] == above.text[-1]
            or (unit.text[-1].isalpha() and above.text[-1].isalpha())
        )
    )


def _are_lines(run: list[Unit]) -> bool:
    """Say whether paragraphs are lines of a list: none of them ends as a sentence does."""
    return len(run) > 2 and all(
        unit.last is not None
        and unit.text == unit.last.text
        and 20 < len(unit.text) < 400
        and unit.text[-1] not in ".:!?,"
        and unit.text[0].isupper()
        for unit in run
    )


def _opening(unit: Unit) -> str:
    """Return the first words of a statement, without a label run in before them."""
    text = unit.text
    if unit.label:
        return text[unit.label - unit.words :][:60]
    if text[0].isupper() and opening_kind(text[:60]) is None:
        length = unmarked_label_length(text)
        if length:
            return text[length : length + 60]
    return text[:60]


def _opening_kind(unit: Unit) -> SectionKind | None:
    """Return what the first words of a statement say, a label left out."""
    if unit.label:
        return opening_kind(unit.text[unit.label - unit.words :][:60])
    kind = opening_kind(unit.text[:60])
    if kind is None and unit.text[0].isupper():
        length = unmarked_label_length(unit.text)
        if length:
            return opening_kind(unit.text[length : length + 60])
    return kind


def _split_sentences(body: list[Unit], kind: SectionKind | None, data: str) -> list[Unit]:
    """Divide a duties section's paragraph of verb-first sentences into its sentences."""
    if kind is not SectionKind.DUTIES or any(unit.kind == "ITEM" for unit in body):
        return body
    out: list[Unit] = []
    for unit in body:
        if unit.kind != "PARA" or unit.stop - unit.words < 90:
            out.append(unit)
            continue
        words = data[unit.words : unit.stop]
        flat = words.replace("\r", " ").replace("\n", " ")
        starts = [0, *(match.end() for match in _SENTENCE.finditer(flat))]
        verbs = sum(
            opening_kind(flat[start : start + 60]) is SectionKind.DUTIES for start in starts
        )
        if len(starts) < 3 or verbs * 3 < len(starts) * 2:
            out.append(unit)
            continue
        for at, start in enumerate(starts):
            end = starts[at + 1] if at + 1 < len(starts) else len(words)
            begin = unit.words + start
            piece = Unit(
                "ITEM",
                unit.start if at == 0 else begin,
                begin,
                unit.words + end if at + 1 < len(starts) else unit.stop,
                flat[start:end].strip(),
            )
            piece.section = kind
            piece.last = unit.last if at + 1 == len(starts) else None
            out.append(piece)
    return out


def _labels(body: list[Unit], kind: SectionKind | None) -> None:
    """Set the labels of items."""
    items = [unit for unit in body if unit.kind == "ITEM"]
    if not items:
        return
    for unit in items:
        if not unit.label and unit.text:
            length = label_length(unit.text)
            if length:
                unit.label = unit.words + length
    if kind is SectionKind.DUTIES:
        # Capitals alone are weak evidence: a list has such labels or has none.
        lengths = [0 if unit.label else unmarked_label_length(unit.text) for unit in items]
        labelled = sum(
            1 for unit, length in zip(items, lengths, strict=True) if length or unit.label
        )
        if labelled >= 3 and labelled * 2 >= len(items):
            for unit, length in zip(items, lengths, strict=True):
                if length:
                    unit.label = unit.words + length

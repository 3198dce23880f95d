"""Running heads, feet and page numbers, which are none of the posting's words."""

from __future__ import annotations

import re
from collections import Counter

from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.readers.pdf.line import PdfLine

_EDGE_LINES = 3
# A line so many times as large as the body is a title.
_LARGE = 1.2
# A line with so many words in small letters is part of a sentence.
_SENTENCE = 4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:page\s*)?\d{1,3}\s*(?:of|/)\s*\d{1,3}|page\s+\d{1,3}|[-–—]?\s?\d{1,3}\s?[-–—]?"
)
_ADDRESS = re.compile(r"(?i)(?:https?|file)://\S+")
_PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?.*|\d{1,2}/\d{1,2}/\d{2,4}"
)


def drop_running(pages: list[list[PdfLine]]) -> list[PdfLine]:
    """Return the lines of all pages without running heads and feet and page numbers.

    What is set larger than the body is a title, though it stands on every page,
    and a statement in a page's foot is said of the post: each stays once.
    """
    seen: dict[tuple[bool, str], list[int]] = {}
    edges = [_edges(lines) for lines in pages]
    for tops, bottoms in edges:
        for head, lines in ((True, tops), (False, bottoms)):
            for key in dict.fromkeys((head, _shape(line)) for line in lines):
                seen.setdefault(key, []).append(lines[0].page)
    least = 2 if len(pages) < 5 else len(pages) // 2
    running = {key: where for key, where in seen.items() if len(where) >= least}
    body = _usual_size(pages)
    shown: set[str] = set()
    rest: list[PdfLine] = []
    for lines, (tops, bottoms) in zip(pages, edges, strict=True):
        states = any((False, _shape(line)) in running and _is_statement(line) for line in bottoms)
        for line in lines:
            head, foot = line in tops, line in bottoms
            if (head or foot) and not _heads_section(line):
                shape = _shape(line)
                if _is_furniture(line.text.strip()) or (
                    line is tops[0] and line.page > 1 and _is_small(line, body)
                ):
                    continue
                if head and (True, shape) in running:
                    if line.size <= body * _LARGE or shape in shown:
                        continue
                    shown.add(shape)
                elif (
                    foot
                    and (False, shape) in running
                    and not (
                        # On the last page nothing goes on behind it.
                        states and line.page == running[False, shape][-1]
                    )
                ):
                    continue
            rest.append(line)
    return rest


def _is_small(line: PdfLine, body: float) -> bool:
    """Say whether a page's first line is set smaller than the body and is no sentence.

    It is a running head, though the first page has none and there is no third.
    """
    words = line.text.strip()
    return line.size < body * _SMALL and not (
        line.parts or words[-1] in ".:;" or words[0].islower()
    )


_SMALL = 0.92


def _usual_size(pages: list[list[PdfLine]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_statement(line: PdfLine) -> bool:
    """Say whether a line at the foot of pages is part of a sentence."""
    if _STATES.search(line.text) is not None:
        return True
    words = [word for word in line.text.split() if word.isalpha() and word.islower()]
    return len(words) >= _SENTENCE


# What an employer states at the foot of its papers in a few letters.
_STATES = re.compile(r"\bEE?OE?\b|(?i:equal (?:employment )?opportunity|discriminat|\baccommodat)")
# Headings of what a posting has once to a page where two are made by one template.
_OF_POSTINGS = frozenset(
    {
        SectionKind.DUTIES,
        SectionKind.QUALIFICATIONS,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.HOW_TO_APPLY,
        SectionKind.COMPENSATION,
    }
)


def _heads_section(line: PdfLine) -> bool:
    match = heading_match(line.text.strip().rstrip(":"))
    return match is not None and match.share >= _LEAST_KNOWN and match.kind in _OF_POSTINGS


_LEAST_KNOWN = 0.9


def _edges(lines: list[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the highest and the lowest lines of a page, wherever the file sets them."""
    down = sorted(lines, key=lambda line: -line.bottom)
    return down[:_EDGE_LINES], down[-_EDGE_LINES:]


def _shape(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text.strip().lower())


def _is_furniture(words: str) -> bool:
    """Say whether a line at the edge of a page is of the page and not of the posting."""
    bare = _ADDRESS.sub("", words).strip()
    if not bare:
        return True
    return bool(_PAGE_NUMBER.fullmatch(bare) or _PRINTED.fullmatch(bare))

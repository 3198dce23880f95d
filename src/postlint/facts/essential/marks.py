"""Marks at the duties themselves: words, letters, stars, columns, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.document.kinds import SectionKind
from postlint.document.parts import Passage
from postlint.facts._data import word_sets
from postlint.facts.around import line_at, sentence_at, words_in
from postlint.facts.base import Case
from postlint.facts.essential.model import InlineMarks, Legend
from postlint.text.patterns import pattern
from postlint.text.source import Span

# The star behind "Describe your experience. *" says that a field of a form has to be filled in.
_FORM_FIELD = pattern(r"(?i)\?\s*\Z|\b(?:describe|explain)\b.*\byour\b")


def inline_marks(
    case: Case, legends: tuple[Legend, ...]
) -> tuple[tuple[InlineMarks, ...], tuple[InlineMarks, ...]]:
    """Return the marks of essential duties, and those of duties that are not."""
    found: dict[tuple[str, bool], list[tuple[int, Span]]] = {}
    stars = _stars(case) if any(legend.symbol == "*" for legend in legends) else ()
    for number, span in stars:
        found.setdefault(("*", True), []).append((number, span))
    explained = any(legend.symbol == "E" for legend in legends)
    for number, symbol, span in _letters(case, explained=explained):
        found.setdefault((symbol, symbol[0] in "Ee"), []).append((number, span))
    for number, duty in enumerate(case.posting.duties):
        if not duty.markers or _FORM_FIELD.search(duty.text.text):
            continue
        for marker in duty.markers:
            key = (_sign(marker.symbol), marker.essential)
            found.setdefault(key, []).append((number, marker.span))
    groups = {True: list[InlineMarks](), False: list[InlineMarks]()}
    for (symbol, is_essential), places in found.items():
        groups[is_essential].append(
            InlineMarks(
                symbol=symbol,
                duties=tuple(dict.fromkeys(number for number, _ in places)),
                spans=tuple(span for _, span in places),
            )
        )
    return tuple(groups[True]), tuple(groups[False])


def _stars(case: Case) -> tuple[tuple[int, Span], ...]:
    """Return the duties with a star at either end, where a legend says what it means.

    A star in the words is a mark; one before them may be the list's own bullet,
    and then every duty has it, and no number behind it.
    """
    own: list[tuple[int, Span]] = []
    before: list[tuple[int, Span]] = []
    for number, duty in enumerate(case.posting.duties):
        if duty.markers:
            continue
        at = _star_inside(case.text, duty.span)
        if at is not None:
            own.append((number, Span(at, at + 1)))
            continue
        lead = _STARRED.search(case.text, max(0, duty.span.start - 8), duty.span.start)
        if lead is not None:
            before.append((number, Span(lead.start(), lead.start() + 1)))
    if own:
        return tuple(own)
    numbered = all(
        case.text[star.end : star.end + 6].strip(" \t(")[:1].isdigit() for _, star in before
    )
    return tuple(before) if numbered or len(before) < len(case.posting.duties) else ()


# "*Keeps rolls", "*3. Keeps rolls": what may stand between a star and a duty.
_STARRED = pattern(r"\*[ \t]*(?:\(?\w{1,2}[.)])?[ \t]*\Z")


def _star_inside(text: str, duty: Span) -> int | None:
    """Return where the only star of a duty is, before its first word or glued to its last."""
    if text.count("*", duty.start, duty.end) != 1:
        return None
    at = text.index("*", duty.start, duty.end)
    first = at == duty.start and text[at + 1 : at + 3].lstrip(" ")[:1].isalpha()
    last = at > duty.start and not text[at + 1 : duty.end].strip(" .") and text[at - 1] > " "
    return at if first or last else None


# "[E] Keeps rolls", "(NE) Waters plants", "E - Keeps rolls", "Essential: Keeps rolls"
_LETTERED = (
    r"[(\[][ ]?(?P<bracketed>EF|E|NE|M|N)[ ]?[)\]][ ]"
    r"|[(\[][ ]?(?P<named>(?:(?i:non-?))?(?i:essential|marginal))[ ]?[)\]][ ]"
    r"|(?P<bare>EF|E|NE|M)(?:[ ]?[-–:][ ]|[ ]{2,}|\t)"
    r"|(?P<word>(?:(?i:non-?))?(?i:essential|marginal))(?:[ ]function)?[ ]?[-–—:][ ]"
)
_LEADING = pattern(_LETTERED)
_EXPLAINED = pattern(_LETTERED + r"|(?P<letter>EF|E|NE|M)[ ](?=[A-Z])")
# "(E) Keeps rolls" and "Essential: Keeps rolls", read as an item's number and a field's name.
_NUMBERED = pattern(
    r"[(\[](?P<letter>E|M)[)\]][ \t]+\Z"
    r"|(?P<word>(?:(?i:non-?))?(?i:essential|marginal))(?:[ ]function)?[ ]?[-–—:][ ]?\Z"
)
# "Keeps rolls – essential", "Keeps rolls    E", "Keeps rolls (essential, 30%)"
_TRAILING = pattern(
    r"(?<=\S)(?:\s[(\[](?:\d{1,3}\s?%[\s,;/–-]{1,3})?(?P<beside>(?i:(?:non-?)?essential|marginal))"
    r"(?:[\s,;:/–-]{1,3}\d{1,3}\s?%(?:\sof\stime)?)?[)\]]|"
    r"\s[(\[](?P<before>EF|E|NE|M)[)\]][\s,;–-]{0,3}\d{1,3}\s?%|"
    r"[ ]?[-–—:|][ ]?(?P<word>(?i:(?:non-?)?essential|marginal))"
    r"|(?:[ ]{2,}|[ ]?\t[ ]?)(?P<bare>EF|E|NE|M))[.]?\Z"
)
# What such a duty begins or ends with; most have neither, and are not looked at further.
_OPEN = frozenset("([EMNemn")
_CLOSE = frozenset("EFMlL.)]%")
_BEFORE = frozenset(")]:-–—")


def _letters(case: Case, *, explained: bool) -> list[tuple[int, str, Span]]:
    """Return the duties that begin or end with a mark's letter or its word.

    A letter that stands but once is a word of the duty, or numbers it. Where a legend
    explains it, a blank is all that need stand between it and the duty.
    """
    leading = _EXPLAINED if explained else _LEADING
    found: list[tuple[int, str, Span]] = []
    numbered: list[tuple[int, str, Span]] = []
    for number, duty in enumerate(case.posting.duties):
        if duty.markers:
            continue
        start, end = duty.span
        match = None
        if case.text[start] in _OPEN:
            match = leading.match(case.text, start, end)
        if match is None and case.text[end - 1] in _CLOSE:
            match = _TRAILING.search(case.text, max(start, end - 36), end)
        if match is not None:
            found.append((number, *_named(match)))
            continue
        before = case.text[max(0, start - 24) : start].rstrip(" \t")
        if before and before[-1] in _BEFORE:
            match = _NUMBERED.search(case.text, max(0, start - 24), start)
        if match is not None:
            numbered.append((number, *_named(match)))
    # A list has one item (E), and more than one where the letter is a mark.
    if sum(symbol[0] in "Ee" for _, symbol, _ in numbered) > 1:
        found.extend(numbered)
    if not any(symbol[0] in "Ee" for _, symbol, _ in found):
        # "M - F, 8 to 5" is of days: a bare M is a mark only where others are marked E.
        found = [one for one in found if case.text[one[2].start - 1] in "(["]
    return sorted(found) if len(found) > 1 else []


def _named(match: re.Match[str]) -> tuple[str, Span]:
    """Return the sign that was found, and its place."""
    name = match.lastgroup or ""
    sign = match[name].upper()
    return _SIGNS.get(sign, sign), Span(*match.span(name))


_SIGNS = {"ESSENTIAL": "essential", "MARGINAL": "M", "NONESSENTIAL": "NE", "NON-ESSENTIAL": "NE"}


def _sign(symbol: str) -> str:
    return symbol.upper() if len(symbol) <= 2 else symbol.lower()


_COLUMN = pattern(
    r"(?i)(?:\t|\||\s{2,}|^)\s*(?P<cell>Essential(?:\s*\?|\s+(?:Function|Duty|Y/N|\(Y/N\))s?)?|"
    r"E/M|E/NE|E or NE|E/N)\s*(?=\t|\||\s{2,}|$)"
)


def column_marks(case: Case) -> Iterator[Passage]:
    """Yield the headers of a table's essential column."""
    seen: set[Span] = set()
    for place in sorted((*case.hits["essential.column"], *case.hits["essential.essential"])):
        line = line_at(case.text, place.start)
        if line in seen:
            continue
        seen.add(line)
        text = case.text[line.start : line.end]
        cells = [cell for cell in pattern(r"\t|\||\s{3,}").split(text) if cell.strip()]
        if len(cells) < 2 or not pattern(r"(?i)dut|function|task|responsib|%|time|percent").search(
            text
        ):
            continue
        match = _COLUMN.search(text)
        if match:
            start = line.start + match.start("cell")
            yield case.posting.passage(Span(start, line.start + match.end("cell")))


_SHARE = pattern(r"\A\(?\d{1,3}\s?%|\(?\d{1,3}\s?%(?:\s+of\s+time)?\)?\.?\Z")


def percentage_marks(case: Case) -> tuple[Span, ...]:
    """Return the duties that begin or end in a share of time."""
    return tuple(
        [
            duty.span
            for duty in case.posting.duties
            if "%" in duty.text.text and _SHARE.search(duty.text.text)
        ]
    )


def share_declaration(case: Case) -> Span | None:
    """Return the sentence that says from which share of time a duty is essential."""
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : sentence.end]
        if pattern(r"(?i)\d\s?%|percent").search(text) and pattern(
            r"(?i)function|dut|task|responsib"
        ).search(text):
            return sentence
    return None


def near_misses(case: Case) -> Iterator[Passage]:
    """Yield headings of duties that do not say essential."""
    known = word_sets("essential")
    for section in case.posting.sections:
        heading = section.heading
        if heading is None or section.kind is not SectionKind.DUTIES:
            continue
        spelled = set(words_in(case, heading.span))
        if (
            spelled & known["near_rank"]
            and spelled & known["near_noun"]
            and "essential" not in spelled
        ):
            yield heading

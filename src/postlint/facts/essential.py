"""Which duties are essential, and by what device the posting says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from postlint.document.kinds import SectionKind
from postlint.document.parts import Duty, Passage, Section
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.around import line_at, sentence_at, words_in
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span, merged, touches

Device = Literal["heading", "marker", "column", "sentence", "percentage", "metadata"]


class Legend(NamedTuple):
    """A sentence that explains a marker; `symbol` is the sign it names, if it names one."""

    span: Span
    symbol: str | None


class InlineMarks(NamedTuple):
    """One sign, the duties that end in it (numbers into `posting.duties`), and its places."""

    symbol: str
    duties: tuple[int, ...]
    spans: tuple[Span, ...]


class EssentialDevices(NamedTuple):
    """The devices that identify essential duties, with their places.

    `headings` are headings such as "Essential functions"; `marginal_headings`
    set the other duties apart. `marks` are the signs of essential duties,
    `marginal_marks` those of the others (`NE`, `M`). `columns` are table
    headers, `sentences` declare duties essential, `percentages` are shares of
    time per duty and count only with `percentage_declaration`. `near_misses`
    are headings that sound alike and do not say essential ("Key
    responsibilities"). `legends` explain a sign.
    """

    headings: tuple[Passage, ...] = ()
    marginal_headings: tuple[Passage, ...] = ()
    marks: tuple[InlineMarks, ...] = ()
    marginal_marks: tuple[InlineMarks, ...] = ()
    columns: tuple[Passage, ...] = ()
    sentences: tuple[Passage, ...] = ()
    percentages: tuple[Span, ...] = ()
    percentage_declaration: Span | None = None
    metadata: tuple[Span, ...] = ()
    near_misses: tuple[Passage, ...] = ()
    legends: tuple[Legend, ...] = ()
    typography: tuple[Passage, ...] = ()

    @property
    def present(self) -> tuple[Device, ...]:
        """The devices found, strongest first; a sign counts on however few duties it stands."""
        found: list[Device] = []
        if self.headings:
            found.append("heading")
        if self.marks:
            found.append("marker")
        if self.columns:
            found.append("column")
        if self.sentences:
            found.append("sentence")
        if self.percentages and self.percentage_declaration:
            found.append("percentage")
        if self.metadata:
            found.append("metadata")
        return tuple(found)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("essential")["words"].items()}


@fact("essential_device", phrases=phrases("essential"))
def essential_device(case: Case) -> Fact[EssentialDevices]:
    """Return the devices by which the posting identifies essential duties."""
    headings: list[Passage] = []
    sentences: list[Passage] = []
    marginal = [
        heading
        for place in case.hits["essential.marginal"]
        if (heading := _heading_of(case, place, exact=True)) is not None
    ]
    for place in case.hits["essential.functions"]:
        if any(heading.span.contains(place) for heading in marginal):
            continue
        heading = _heading_of(case, place)
        if heading is not None:
            headings.append(heading)
            continue
        sentence = _declaration(case, place)
        if sentence is not None:
            sentences.append(sentence)
    sentences.extend(_set_apart(case, case.hits["essential.essential"]))
    legends = _legends(case)
    marks, marginal_marks = _marks(case, legends)
    if marks:
        # "Duties (essential ones are marked with a star)" heads all of them.
        explained = merged(legend.span for legend in legends)
        headings = [heading for heading in headings if not touches(explained, heading.span)]
    elif not marginal_marks:
        # "ESSENTIAL FUNCTIONS (E)" over them explains no mark that one of them bears; "those
        # with a star are essential" does, where the list's own bullets are stars.
        heads = merged(heading.span for heading in headings)
        legends = tuple(
            legend
            for legend in legends
            if case.hits.within("essential.legend", legend.span) or not touches(heads, legend.span)
        )
    shares = _percentages(case)
    devices = EssentialDevices(
        headings=tuple(dict.fromkeys(headings)),
        marginal_headings=tuple(dict.fromkeys(marginal)),
        marks=marks,
        marginal_marks=marginal_marks,
        columns=tuple(_columns(case)),
        sentences=tuple(dict.fromkeys(sentences)),
        percentages=shares,
        percentage_declaration=_share_declaration(case) if shares else None,
        near_misses=tuple(_near_misses(case)),
        legends=legends,
        typography=tuple(dict.fromkeys(_typography(case))),
    )
    return Fact(devices, _evidence(devices))


def _evidence(devices: EssentialDevices) -> tuple[Span, ...]:
    return (
        *(heading.span for heading in devices.headings),
        *(span for mark in devices.marks for span in mark.spans),
        *(column.span for column in devices.columns),
        *(sentence.span for sentence in devices.sentences),
    )


# ------------------------------------------------------------------- headings

_LEAD_IN = pattern(r"[\s*_#>•·\uf0b7\-–—=!\"\d.)(]*\Z")
_TAIL = pattern(r"[^\r\n]{0,90}")
_LONGEST_HEADING = 90


def _heading_of(case: Case, place: Span, *, exact: bool = False) -> Passage | None:
    """Return the heading, run-in heading or field name a phrase stands in, or `None`."""
    section = case.posting.section_at(place.start)
    heading = section.heading
    if heading is not None and heading.span.overlaps(place):
        if "\n" in case.text[heading.span.end : place.end]:
            return None  # "Duties" over "Essential functions are marked": two lines, no one phrase
        return heading if _says_so(case, heading, place) else None
    label = case.posting.name_at(place)
    if label is not None:
        return label if _says_so(case, label, place) else None
    return None if exact else _lost_heading(case, place)


_WHAT_IS_NEEDED = frozenset(
    {"ability", "abilities", "demands", "physical", "requirements", "skills", "qualifications"}
)


def _says_so(case: Case, heading: Passage, place: Span) -> bool:
    """Say whether a heading is about the essential duties, not about performing them."""
    known = _words()
    before = words_in(case, Span(heading.span.start, place.start))
    if set(before) & known["about"] or len(before) > 8:
        return False
    after = words_in(case, Span(place.end, heading.span.end))
    if after[:1] != ["and"] and set(after) & _WHAT_IS_NEEDED:
        return False  # "Essential functions call for these physical abilities"
    return not set(after) & {"guidance", "personnel"} and "non" not in before[-1:]


_CAPITALS = pattern(r"[A-Z]\w*(?:[ \t\xa0]+(?:[A-Z&]\w*|and|or))*\Z")
_RUN_ON = pattern(
    r"(?:[ \t\xa0]*(?:&|and|/)[ \t\xa0]*[A-Z][a-z]+)?"
    r"(?:[ \t\xa0]*[•·(]|[ \t\xa0]+[A-Z][a-z]+|[A-Z][a-z])"
)


def _begins(text: str, place: Span) -> bool:
    """Say whether a phrase stands at the beginning of a line or behind a sentence's end."""
    before = text[max(0, place.start - 3) : place.start].rstrip(" \t")
    return not before or before[-1] in "\n\r.!?:;•*\xa0"


def _lost_heading(case: Case, place: Span) -> Passage | None:
    """Return a line that heads a list although the reader took it for text."""
    text = case.text
    # "Essential Job Functions Codes, tests, …": the line ends are lost, the capitals are not.
    capitals = _CAPITALS.match(text, place.start, place.end) and _begins(text, place)
    if capitals and (_RUN_ON.match(text, place.end) or text[place.start : place.end].isupper()):
        return case.posting.passage(place)
    floor = max(0, place.start - 60)
    begin = max(text.rfind(mark, floor, place.start) for mark in "\n\r") + 1 or floor
    lead = text[begin : place.start]
    if not _LEAD_IN.match(lead):
        words = words_in(case, Span(begin, place.start))
        # Glued lines: "... Essential Functions: Installs ..."
        glued = text[place.start].isupper() and text[place.end : place.end + 1] == ":"
        if not glued and (not words or not set(words) <= _words()["framing"]):
            return None
        if set(words) & _words()["about"]:
            return None
        if glued:
            return case.posting.passage(place)
    tail = _TAIL.match(text, place.end)
    rest = tail[0] if tail else ""
    after = words_in(case, Span(place.end, place.end + len(rest)))[:8]
    if after[:1] != ["and"] and set(after) & _WHAT_IS_NEEDED:
        return None
    line = text[begin : place.end] + rest
    colon = rest.find(":")
    if 0 <= colon <= 60 and len(pattern(r"\w+").findall(rest[:colon])) <= 8:
        return case.posting.passage(Span(place.start, place.end + colon))
    short = len(line) <= _LONGEST_HEADING and len(pattern(r"\w+").findall(rest)) <= 7
    ended = rest.rstrip()[-1:] in {".", ",", ";"}
    if short and not ended and text[place.start].isupper():
        return case.posting.passage(Span(place.start, place.end + len(rest)))
    return None


# ------------------------------------------------------------------ sentences

_DECLARES = pattern(
    r"following\b[^.]{0,80}\bessential|this list of (?:the )?essential|"
    r"essential\b[^.]{0,90}\b(?:listed|below|following|as follows|include|includes|"
    r"including|are:)|(?:all|each|every)\b[^.]{0,60}\b(?:is|are)\b[^.]{0,30}\bessential|"
    r"(?:duties|functions|tasks|responsibilities)\b[^.]{0,80}"
    rf"\b(?:{vocabulary('essential', 'declared')})\b"
    r"[^.]{0,60}\bessential|\bare\s+(?:considered\s+|deemed\s+)?(?:to be\s+)?(?:the\s+|"
    r"an\s+)?essential",
    re.IGNORECASE,
)
_NOT_THIS = pattern(
    r"perform\w*\s+(?:\w+\s+){0,4}essential"
    f"|{vocabulary('essential', 'not_declared')}|"
    r"\A(?!\W*(?:all|each|every|these)\b).*functions? of the position\.\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# "All of the duties below are considered essential to the job": the noun stands apart.
_APART = pattern(
    r"\b(?:duties|functions|tasks|responsibilities)\b[^.]{0,80}\b(?:are|is)\b[^.]{0,30}\bessential\b",
    re.IGNORECASE,
)


def _declaration(case: Case, place: Span) -> Passage | None:
    """Return a sentence that says which duties are essential, or `None`."""
    sentence = sentence_at(case, place.start)
    text = case.text[sentence.start : min(sentence.end, sentence.start + 700)]
    if _NOT_THIS.search(text) or not _DECLARES.search(text) or text.startswith(("If ", "if ")):
        return None
    before = words_in(case, Span(sentence.start, place.start))
    if set(before[-4:]) & _words()["performing"]:
        return None
    return case.posting.passage(sentence)


def _set_apart(case: Case, places: Iterable[Span]) -> Iterator[Passage]:
    """Yield the sentences above a list of duties that call all of them essential."""
    duties = merged(duty.span for duty in case.posting.duties)
    for place in places:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : min(sentence.end, sentence.start + 700)]
        if (
            case.posting.section_at(place.start).kind is SectionKind.DUTIES
            and _APART.search(text)
            and not _NOT_THIS.search(text)
            and not touches(duties, sentence)
        ):
            yield case.posting.passage(sentence)


# "Essential functions are in bold": a device that the words alone do not keep.
_FORMS = (
    r"\b(?:bold(?:ed|face|type)?|italics?|italici[sz]ed|underlined?|highlighted|shaded|capitals)\b"
)
_WORK = r"\b(?:functions|duties|tasks|responsibilities|items)\b"
_SET_IN = pattern(rf"{_WORK}[^.]{{0,40}}{_FORMS}|{_FORMS}[^.]{{0,40}}{_WORK}", re.IGNORECASE)


def _typography(case: Case) -> Iterator[Passage]:
    """Yield the sentences which say that essential duties are set in bold or the like."""
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        if _SET_IN.search(case.text, sentence.start, min(sentence.end, sentence.start + 300)):
            yield case.posting.passage(sentence)


# ---------------------------------------------------------------------- marks


# The star behind "Describe your experience. *" says that a field of a form has to be filled in.
_FORM_FIELD = pattern(r"\?\s*\Z|\b(?:describe|explain)\b.*\byour\b", re.IGNORECASE)


def _marks(
    case: Case, legends: tuple[Legend, ...]
) -> tuple[tuple[InlineMarks, ...], tuple[InlineMarks, ...]]:
    found: dict[tuple[str, bool], list[tuple[int, Span]]] = {}
    stars = _stars(case) if any(legend.symbol == "*" for legend in legends) else ()
    for number, span in stars:
        found.setdefault(("*", True), []).append((number, span))
    explained = any(legend.symbol == "E" for legend in legends)
    for number, symbol, span in _letters(case, explained=explained):
        found.setdefault((symbol, symbol[0] in "Ee"), []).append((number, span))
    for number, duty in enumerate(case.posting.duties):
        if _FORM_FIELD.search(duty.text.text):
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
    and then every duty has it.
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
    return tuple(before) if len(before) < len(case.posting.duties) else ()


# "*Keeps rolls", "*3. Keeps rolls": what may stand between a star and a duty.
_STARRED = pattern(r"\*[ \t]*(?:\(?\w{1,2}[.)])?[ \t]*\Z")


def _star_inside(text: str, duty: Span) -> int | None:
    """Return where the only star of a duty is, glued to its first or its last word."""
    if text.count("*", duty.start, duty.end) != 1:
        return None
    at = text.index("*", duty.start, duty.end)
    first = at == duty.start and text[at + 1 : at + 2].isalpha()
    last = at > duty.start and not text[at + 1 : duty.end].strip(" .") and text[at - 1] > " "
    return at if first or last else None


# "[E] Keeps rolls", "(NE) Waters plants", "E - Keeps rolls", "Essential: Keeps rolls"
_LEADING = pattern(
    r"[(\[][ ]?(?P<bracketed>EF|E|NE|M|N)[ ]?[)\]][ ]"
    r"|(?P<bare>EF|E|NE|M)(?:[ ]?[-–:][ ]|[ ]{2,}|\t)"
    r"|(?P<word>(?:(?i:non-?))?(?i:essential|marginal))(?:[ ]function)?[ ]?[-–—:][ ]"
)
_EXPLAINED = pattern(_LEADING.pattern + r"|(?P<letter>EF|E|NE|M)[ ](?=[A-Z])")
# "(E) Keeps rolls" and "Essential: Keeps rolls", read as an item's number and a field's name.
_NUMBERED = pattern(
    r"[(\[](?P<letter>E|M)[)\]][ \t]+\Z"
    r"|(?P<word>(?:(?i:non-?))?(?i:essential|marginal))(?:[ ]function)?[ ]?[-–—:][ ]?\Z"
)
# "Keeps rolls – essential", "Keeps rolls    E"
_TRAILING = pattern(
    r"(?<=\S)(?:[ ]?[-–—:|][ ]?(?P<word>(?i:(?:non-?)?essential|marginal))"
    r"|(?:[ ]{2,}|[ ]?\t[ ]?)(?P<bare>EF|E|NE|M))[.]?\Z"
)

# What such a duty begins or ends with; most have neither, and are not looked at further.
_OPEN = frozenset("([EMNemn")
_CLOSE = frozenset("EFMlL.")
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
            match = _TRAILING.search(case.text, max(start, end - 24), end)
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
    r"(?:\t|\||\s{2,}|^)\s*(?P<cell>Essential(?:\s*\?|\s+(?:Function|Duty|Y/N|\(Y/N\))s?)?|"
    r"E/M|E/NE|E or NE|E/N)\s*(?=\t|\||\s{2,}|$)",
    re.IGNORECASE,
)


def _columns(case: Case) -> Iterator[Passage]:
    """Yield the headers of a table's essential column."""
    seen: set[Span] = set()
    for place in sorted((*case.hits["essential.column"], *case.hits["essential.essential"])):
        line = line_at(case.text, place.start)
        if line in seen:
            continue
        seen.add(line)
        text = case.text[line.start : line.end]
        cells = [cell for cell in pattern(r"\t|\||\s{3,}").split(text) if cell.strip()]
        if len(cells) < 2 or not pattern(
            r"dut|function|task|responsib|%|time|percent", re.I
        ).search(text):
            continue
        match = _COLUMN.search(text)
        if match:
            start = line.start + match.start("cell")
            yield case.posting.passage(Span(start, line.start + match.end("cell")))


_SHARE = pattern(r"\A\(?\d{1,3}\s?%|\(?\d{1,3}\s?%(?:\s+of\s+time)?\)?\.?\Z")


def _percentages(case: Case) -> tuple[Span, ...]:
    """Return the duties that begin or end in a share of time."""
    return tuple(
        [
            duty.span
            for duty in case.posting.duties
            if "%" in duty.text.text and _SHARE.search(duty.text.text)
        ]
    )


def _share_declaration(case: Case) -> Span | None:
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : sentence.end]
        if pattern(r"\d\s?%|percent", re.IGNORECASE).search(text) and pattern(
            r"function|dut|task|responsib", re.IGNORECASE
        ).search(text):
            return sentence
    return None


def _near_misses(case: Case) -> Iterator[Passage]:
    """Yield headings of duties that do not say essential."""
    known = _words()
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


# -------------------------------------------------------------------- legends

_SYMBOL = pattern(
    r"[\"“”‘’'(\[*_]{1,3}\s?(?P<letter>EF|NE|E|M)\s?[\"“”‘’')\]*_]{1,3}|"
    r"[\"“(\[](?P<word>(?i:essential))[\"”)\]]|(?P<star>\*|†|‡|asterisk|\bstar(?:red|s)?\b)|\b(?:an?|letter|the)\s+(?P<bare>E)\b"
)


# "E = essential function", "(E) Essential function" as a footnote has it, "Essential (E)".
_EQUATES = pattern(
    r"(?:(?:\bE\b|EF|\*)[)\]\"”’]*\s*[=:–—-]|[(\[\"“](?:EF?|\*)[)\]\"”])\s*\"?essential"
    r"|\bessential(?: \w+){0,2} [(\[](?:EF?|\*)[)\]]"
    r"|^[ \t]*\*[ \t]?essential(?: job)? (?:function|dut|task)\w*\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def _legends(case: Case) -> tuple[Legend, ...]:
    """Return the sentences that explain a sign."""
    found: dict[Span, Legend] = {}
    for place in case.hits["essential.essential"]:
        sentence = sentence_at(case, place.start)
        if sentence in found or sentence.end - sentence.start > 500:
            continue
        line = line_at(case.text, place.start)
        whole = Span(min(sentence.start, max(line.start, sentence.start - 12)), sentence.end)
        text = case.text[whole.start : whole.end]
        equates = _EQUATES.search(text)
        if not equates and not case.hits.within("essential.legend", sentence):
            continue
        if not pattern(
            r"function|dut|task|responsib|marginal|essential\W*\Z", re.IGNORECASE
        ).search(text):
            continue
        symbol = _SYMBOL.search(text)
        if symbol is None and not equates:
            continue
        sign = "E"
        if symbol is not None:
            letter = symbol["letter"] or symbol["bare"]
            star = symbol["star"]
            sign = letter.upper() if letter else star if star in {"†", "‡"} else "*"
            sign = "essential" if symbol["word"] else sign
        elif equates:
            sign = (
                "*"
                if equates[0].startswith("*")
                else equates[0].strip(' ([“"')[:2].strip(' )]=”":').upper()
            )
        duty = any(mark.span.start == sentence.start for mark in case.posting.duties)
        if duty and not equates:
            continue
        found[sentence] = Legend(span=whole, symbol=sign)
    return tuple(found.values())


@fact("essential_legend")
def essential_legend(case: Case) -> Fact[str | None]:
    """Return the text which explains the marker or ties it to the law."""
    legends = case[essential_device].value.legends
    if legends:
        span = legends[0].span
        return Fact(case.posting.passage(span).text, (span,))
    for place in case.hits["essential.functions"]:
        sentence = sentence_at(case, place.start)
        if _DEFINES.search(case.text[sentence.start : min(sentence.end, sentence.start + 400)]):
            return Fact(case.posting.passage(sentence).text, (sentence,))
    tied = _tied(case)
    return Fact(None) if tied is None else Fact(case.posting.passage(tied).text, (tied,))


def _tied(case: Case) -> Span | None:
    """Return a sentence over the essential duties themselves that ties them to the law's words."""
    headings = merged(passage.span for passage in case[essential_device].value.headings)
    for place in case.hits["essential.functions"] if headings else ():
        heading = case.posting.section_at(place.start).heading
        if heading is None or not touches(headings, heading.span):
            continue
        sentence = sentence_at(case, place.start)
        if _ABLE.search(case.text[sentence.start : min(sentence.end, sentence.start + 400)]):
            return sentence
    return None


# Who can do the work with an accommodation is qualified; that one may be made is an offer.
_ABLE = pattern(
    r"\b(?:able|ability|capable|abilities)\b[^.]{0,60}\bperform\w*\b[^.]{0,40}\bessential\b[^.]{0,60}"
    r"\bwith or without\b[^.]{0,30}\baccommodation"
    r"|\bmust be able to perform (?:each|every|all)\b[^.]{0,20}\bessential\b",
    re.IGNORECASE,
)
_DEFINES = pattern(
    r"\A\W*(?:an?\s+)?essential\b[^.]{0,40}\b(?:is|means|are (?:those|the fundamental))\b|"
    r"as (?:defined|described|required) (?:under|by|in) (?:the )?"
    r"(?:americans with disabilities|ada)|"
    r"\bunable to perform\b[^.]{0,30}\bessential\b[^.]{0,60}\b(?-i:ADA\b|disabilit)|"
    # What the list under it is, and what it leaves out.
    r"(?:statements?|duties|tasks|list)\b[^.]{0,60}\b(?:illustrat\w+|representative|examples?)\b"
    r"[^.]{0,40}\bessential\b[^.]{0,120}\b(?:marginal|non-?essential)\b",
    re.IGNORECASE,
)


# -------------------------------------------------------------------- answers


@fact("essential")
def essential(case: Case) -> Fact[Literal["none", "per-duty", "section"]]:
    """Return how essential duties are identified."""
    devices = case[essential_device].value
    if _marked(case, devices) or devices.columns or devices.metadata:
        spans = [span for mark in devices.marks for span in mark.spans]
        return Fact("per-duty", (*spans, *(column.span for column in devices.columns)))
    passages = (*devices.headings, *devices.sentences)
    if passages:
        return Fact("section", tuple(passage.span for passage in passages))
    return Fact("none")


def _marked(case: Case, devices: EssentialDevices) -> bool:
    """Say whether the signs are a device: many of them, or one that is explained."""
    duties = len(case.posting.duties)
    explained = {legend.symbol for legend in devices.legends}
    for mark in devices.marks:
        often = 2 * len(mark.duties) >= duties
        plain_sign = mark.symbol not in {"*", "†", "‡"}
        if mark.symbol in explained or often or (plain_sign and len(mark.duties) >= 2):
            return True
        if plain_sign and mark.symbol == "essential":
            return True
    return False


@fact("duty_essential")
def duty_essential(case: Case) -> Fact[tuple[bool | None, ...]]:
    """Return per duty whether the text marks it essential; `None` where it marks nothing."""
    devices = case[essential_device].value
    duties = case.posting.duties
    if not duties:
        return Fact(())
    if _marked(case, devices):
        marked = {number for mark in devices.marks for number in mark.duties}
        sections = {duties[number].section for number in marked}
        return Fact(
            tuple(_by_mark(duty, number in marked, sections) for number, duty in enumerate(duties))
        )
    if not devices.headings and not devices.sentences:
        return Fact((None,) * len(duties))
    state = _by_section(case, devices)
    spans = tuple(duty.span for duty in duties if state.get(duty.section))
    heads = _heads(devices)
    return Fact(tuple(_by_place(duty, state, heads) for duty in duties), spans)


def _by_mark(duty: Duty, marked: bool, sections: set[int]) -> bool | None:
    if duty.markers:
        return any(marker.essential for marker in duty.markers)
    if marked:
        return True
    return False if duty.section in sections and duty.from_list else None


def _heads(devices: EssentialDevices) -> list[tuple[int, bool]]:
    """Return where headings stand and whether what follows is essential, in order."""
    found = {passage.span.start: False for passage in devices.marginal_headings}
    found |= {passage.span.start: True for passage in devices.headings}
    return sorted(found.items())


def _by_place(
    duty: Duty, state: Mapping[int, bool | None], heads: list[tuple[int, bool]]
) -> bool | None:
    """Return what the last heading before a duty says of it."""
    inherited = state.get(duty.section)
    if inherited is None:
        return None
    last = bisect_right(heads, (duty.span.start, True)) - 1
    return heads[last][1] if last >= 0 else inherited


def _by_section(case: Case, devices: EssentialDevices) -> dict[int, bool | None]:
    """Return per section whether its duties stand under an essential heading."""
    sections = case.posting.sections
    state: dict[int, bool | None] = {}
    carried: bool | None = None
    for index, section in enumerate(sections):
        own = _own(section, devices)
        if own is not None:
            carried = own
        elif section.parent is not None and state.get(section.parent) is not None:
            carried = state[section.parent]
        elif section.kind is not SectionKind.DUTIES:
            carried = None
        state[index] = carried
    if not devices.headings and devices.sentences:
        # A sentence speaks of the list it introduces or follows.
        return {index: True for index, _ in enumerate(sections)}
    return state


def _own(section: Section, devices: EssentialDevices) -> bool | None:
    for passages, answer in ((devices.headings, True), (devices.marginal_headings, False)):
        if any(section.span.contains(passage.span) for passage in passages):
            return answer
    return None

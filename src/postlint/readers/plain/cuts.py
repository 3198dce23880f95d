"""Where one line holds several: glued postings, two fields side by side.

Web pages lose their line breaks on the way into a database. What remains is
evidence: bullets in the middle of a line, headings the words of which are
known, words grown together at a seam ("architectureAbility to"), wide blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from postlint.document.headings import heading_match, is_heading
from postlint.document.kinds import REQUIREMENTS
from postlint.document.labels import is_field_name
from postlint.document.openings import is_plain_verb, opening_kind
from postlint.document.titles import is_job_title, names_job
from postlint.text.characters import steps_up
from postlint.text.patterns import pattern

# Lines shorter than this are what somebody wrote as a line.
LONG = 260

# Two fields on one line: a wide blank or a tab before 'Words:'.
_COLUMN = pattern(
    r"(?:\t| {3})[\t ]*+(?=[A-Z][A-Za-z/#.&'()-]{0,24}(?: [A-Za-z/#.&'()-]{1,24}){0,4}:(?:\s|$))"
)
# What parts the cells of a row, and how many make a name and its value.
_CELL = pattern(r"(?:\t| {3})[\t ]*+")
_PAIR = 2
# Keys of no more than this are not glued to what is before them.
_SHORT = 40
# '2.' after the end of a sentence, in a text that numbers its statements.
_NUMBERED = pattern(r"[.;:)] \(?\d{1,2}[.)]")
_NUMBER = pattern(r"[.)](?<=\d[.)])(?= [A-Z]|$)")
_GLYPHS = ("â€¢", "â—", "ï‚·", *"•●▪■◦∙➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc")
_GLYPH = pattern(f"(?:{'|'.join(_GLYPHS)})+")
_SIGNS = "-–*·>"
_DASHES = pattern(r"[-–*·>](?<=[\s.;:!?)][-–*·>])-{0,2}\s*+(?=[A-Z(])")
_DASHED = (" -", ".-", ":-", ";-", ")-", " *", " –", "·", ">")
# A list begins behind a colon, on its line.
_LISTED = pattern(r"(?P<sign>[-*·•●▪■◦∙➢➤►▶✓✔❖])(?= )(?:(?<=:.)|(?<=: .)|(?<!..))")
_FEW = 2
_PIPE = pattern(r" \| ")
_WIDE = pattern(r"\s{4,}+(?=\S)")
# What words grow together at: a small letter, a digit or a sentence's end, then a capital.
_GROWN = pattern(r"[A-Z][a-z'’]+(?=[\sA-Z,/-]|$)")
# A capitalised word in the middle of a sentence.
_INSIDE = pattern(r"[A-Z](?<=[^\W\d_A-Z] [A-Z]|\) [A-Z])[a-z'’]+(?= [^\W\d_A-Z])")
_SEAM_AFTER = frozenset("0123456789).;:%?!")
_KEY_START = pattern(
    r"[.;:!?•●▪)\]]\s*(?:-+\s*)?[*_]{0,3}|[_=*]{4,}\s*|\s{2,}|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z][A-Z])(?=[A-Z][a-z])"
)
_CAPITAL = pattern(r"(?<=[ \xa0])[A-Z]")
_TITLE_RUN = pattern(r"[A-Z][a-z]+(?: (?:(?:and|of|&) )?[A-Z][a-z]+){1,3}(?=\s+\S)")
_OF_THE_JOB = pattern(r" (?:of|for) (?:the|this) \w+:")
_SENTENCE_END = pattern(r"[.!?)][ \xa0]++(?=[A-Z])")
# A heading set off by a no-break space on either side.
_SET_OFF = pattern(r"\xa0(?<=[.:!?]\xa0)[ \xa0]*(?=([A-Z][^.:;\xa0]{3,50})\xa0)")
# Words that open statements and stand capitalised in the middle of others.
_NOUNISH = frozenset(
    {"support", "master", "bachelor", "associate", "education", "experience", "current"}
)
_GLUED_KEY = pattern(r"[a-z)][.!?][A-Z]")


def has_dashed(data: str) -> bool:
    """Say whether items of a list with dashes stand on in the rows of other items."""
    ends = (match.end() for match in _ITEM.finditer(data))
    return sum(opening_kind(data[at : at + 40]) is not None for at in ends) >= _DASHED_LEAST


_ITEM = pattern(r" - (?<=[a-z.;)] - )(?=[A-Z][a-z])")
_DASHED_LEAST = 3
# "Requirements- A licence", over "- A second language": the first item grew to its heading.
_DASHED_HEAD = pattern(r"[A-Z][A-Za-z ,&/]{3,50}[a-z](?=- [A-Z])")


def is_one(text: str, *, numbered: bool, dashed: bool, solid: bool = False) -> bool:
    """Say whether a line is a row as it stands: what `cut_points` would look for is not there."""
    return (
        len(text) < LONG
        and not (solid and ":" in text)
        and "   " not in text
        and "\t" not in text
        and (":" not in text or (" | " not in text and (text[-1] != ":" or len(text) <= _SHORT)))
        and "•" not in text
        and not (numbered and _NUMBERED.search(text))
        and not (dashed and " - " in text)
        and not ("- " in text and _DASHED_HEAD.match(text))
        and not ((":" in text or text[0] == "*") and _LISTED.search(text))
        and (":" not in text or text.count(": ") < _PAIR)
    )


def cut_points(
    text: str, *, numbered: bool, dashed: bool = False, solid: bool = False
) -> list[int]:
    """Return the offsets inside a line where something new begins, in order.

    `solid` says that the line is one of a paragraph that is all of the text.
    """
    points: set[int] = set()
    if numbered:
        _numbers(text, points)
    if len(text) < LONG:
        _in_row(text, points, dashed=dashed, solid=solid)
    else:
        _in_flattened(text, points)
    points.discard(0)
    return sorted(points)


def _in_row(text: str, points: set[int], *, dashed: bool, solid: bool) -> None:
    """Add where fields, bars, items and headings begin in a line that somebody wrote as one."""
    if "   " in text or "\t" in text:
        if ":" in text:
            points.update(match.end() for match in _COLUMN.finditer(text))
        _pairs(text, points)
    elif text.count(": ") >= _PAIR:
        _side_by_side(text, points)
    if ":" in text and (" | " in text or not text.isascii()):
        from postlint.readers.lines.fields import bars  # noqa: PLC0415  # few lines have bars

        for bar in bars(text):
            points.update((bar, bar + 1))
    if dashed:
        points.update(match.start() + 1 for match in _ITEM.finditer(text))
    headed = _DASHED_HEAD.match(text) if "- " in text else None
    if headed is not None and is_heading(headed[0], share=0.5):
        points.add(headed.end())
    if not text.isascii():
        _bullets(text, points)
    if ":" in text or text[0] == "*":
        _list(text, points)
    glued = text[-1] == ":" and len(text) > _SHORT and _GLUED_KEY.search(text)
    if glued or (solid and ":" in text):
        _keys(text, points, parted=solid)
    elif text.count(": ") > _PAIR and not _NOTICE.match(text):
        _keys(text, points, parted=True)  # a posting in one line, or a part of it


def _bullets(text: str, points: set[int]) -> None:
    """Add bullets: "Duties • Files maps • Lends them", "• Files maps. • Lends them."."""
    first = _GLYPH.search(text)
    if first is None:
        return
    starts = [match.start() for match in _GLYPH.finditer(text)]
    if text[0] in _GLYPHS:
        if text.count(text[0]) > 1:
            points.update(at for at in starts if at and text[at - 1] in " \xa0")
    elif is_heading(text[: first.start()], share=_WHOLE):
        points.update(starts)


# "Town Clerk, Hull, Ohio — keeps the records": a newsletter's notice is one paragraph.
_NOTICE = pattern(r"[A-Z][^\n\u2013\u2014;:]{3,90}?[ ]?[\u2013\u2014][ ]?[a-z]")


def _in_flattened(text: str, points: set[int]) -> None:
    """Add where statements and headings begin in a line that lost its breaks."""
    _marks(text, points)
    _keys(text, points)
    shape = text.encode("latin-1", "replace").translate(_SHAPES)
    _seams(text, shape, points)
    if b"AA" in shape:
        _capitals(text, points)
    _between_sentences(text, shape, points)
    _flattened(text, points)


def _list(text: str, points: set[int]) -> None:
    """Add the statements of a list in one line: "Duties: • Files maps. • Lends them."."""
    listed = _LISTED.search(text)
    if listed is None:
        return
    sign = pattern(rf" {re.escape(listed['sign'])} ")
    starts = [match.start() + 1 for match in sign.finditer(text)]
    if len(starts) + (listed.start() == 0) > (_FEW if listed["sign"] in "-*" else 1):
        points.update(starts)
        if len(_LISTED.findall(text)) > 1:
            _keys(text, points)  # "… • Lends them Requirements: • A licence"


def _pairs(text: str, points: set[int]) -> None:
    """Add where the names of a form stand in a row of names and values without colons."""
    cells = [0, *(match.end() for match in _CELL.finditer(text))]
    names = cells[::2]
    if len(cells) > _PAIR and all(is_field_name(_CELL.split(text[at:], 1)[0]) for at in names):
        points.update(names)


def _side_by_side(text: str, points: set[int]) -> None:
    """Add where known fields begin behind another's value: "Title: Clerk Department: Roads"."""
    first = text.find(":")
    if not is_field_name(text[:first]):
        return
    cried = text[:first].isupper()
    begin, colon = first, text.find(": ", first + 1)
    while colon != -1:
        words = [
            match.start()
            for match in _CAPITAL.finditer(text, max(begin + 2, colon - _SHORT), colon)
            if (text[match.start() - 2].isalnum() or text[match.start() - 2] == ")")
            and text[: match.start() - 1].rpartition(" ")[2] not in _JOINING
        ]
        named = (
            at
            for at in words
            if text[at:colon] not in _OF_MANY
            # "TITLE: Map Clerk CODE: 5160": where names stand in capitals, a word in them is one.
            and (
                is_field_name(text[at:colon]) or (cried and _CRIED_NAME.fullmatch(text, at, colon))
            )
        )
        begin = next(named, begin)
        if begin != first and text[begin - 1 : begin].isspace():
            points.add(begin)
        colon = text.find(": ", colon + 1)


_CRIED_NAME = pattern(r"[A-Z]{3,}|[A-Z]{2,}/[A-Z]{2,}")


def _marks(text: str, points: set[int]) -> None:
    """Add the bullets, bars, dashes and wide blanks in the middle of a line.

    A pattern looks at every character; asking first whether there is anything
    to find costs next to nothing.
    """
    if not text.isascii():
        if any(glyph in text for glyph in _GLYPHS):
            glyphs = [match.start() for match in _GLYPH.finditer(text)]
            if len(glyphs) > 1 or glyphs[0] > 0:
                points.update(glyphs)
        if "\xa0" in text:
            for match in _SET_OFF.finditer(text):
                if is_heading(match[1], share=0.6):
                    points.update((match.end(), match.end(1)))
    if " | " in text:
        pipes = [match.end() for match in _PIPE.finditer(text)]
        if len(pipes) > 1:
            points.update(pipes)
    if sum(map(text.count, _SIGNS)) > 2:
        dashes = [match.start() for match in _DASHES.finditer(text)]
        if len(dashes) > 2 and any(sign in text for sign in _DASHED):
            points.update(dashes)
    if "    " in text or "\t" in text or "\xa0\xa0" in text:
        points.update(match.end() for match in _WIDE.finditer(text))


def _numbers(text: str, points: set[int]) -> None:
    """Add the numbers of statements that follow the end of another."""
    for match in _NUMBER.finditer(text):
        at = match.start() - 1
        at -= text[at - 1 : at].isdecimal()
        at -= text[at - 1 : at] == "("
        if at > 2 and text[at - 1] == " " and text[at - 2] in ".;:)":
            points.add(at)


# "FULL PERFORMANCE KNOWLEDGES, SKILLS, ABILITIES AND PERSONAL CHARACTERISTICS" is the longest.
_LONGEST_KEY = 80


def _keys(text: str, points: set[int], *, parted: bool = False) -> None:
    """Add where known headings and fields begin, and where a heading's own words end.

    With `parted`, a sign stands before each of them.
    """
    colon = text.find(":")
    while colon != -1:
        # "Duties :" has a blank before its colon.
        tail = colon - (text[colon - 1] == " ")
        if not text[tail - 1].isalpha() and text[tail - 1] != ")":
            colon = text.find(":", colon + 1)
            continue
        low = max(0, colon - _LONGEST_KEY)
        begin, titled = (low if low == 0 else -1), False
        for match in _KEY_START.finditer(text, low, colon):
            begin = match.end()
        if begin != -1 and text[begin : begin + 1].isupper():
            key = text[begin:tail]
            titled = begin == 0 and _titled(key)
            if not titled and (is_field_name(key) or is_heading(key, share=0.5)):
                points.add(begin)
                colon = text.find(":", colon + 1)
                continue
        # No seam before it: the last few words themselves must be a heading.
        end = low if parted and not titled else colon
        for match in _CAPITAL.finditer(text, max(low, colon - 45), end):
            key = text[match.start() : tail]
            named = ". " not in key and key.rpartition(" ")[2] not in _GOVERNING
            if named and is_heading(key, share=0.9, weight=3):
                points.add(match.start())
                break
        colon = text.find(":", colon + 1)


def _titled(key: str) -> bool:
    """Say whether a known heading's last word stands behind a title: "Map Clerk Summary"."""
    title, _, last = key.rpartition(" ")
    title = title.removesuffix(" Position").removesuffix(" Job")
    return " " in title and is_job_title(title) and is_heading(last, share=_WHOLE)


# "… and Job Knowledge including knowledge of:" goes on in the middle of a sentence.
_GOVERNING = frozenset({"of", "in", "to", "with", "for"})
# "Approval Date", "Union Code": names of which the last word says little.
_OF_MANY = frozenset({"Date", "Type", "Name", "Number", "Time", "Code"})
_JOINING = _GOVERNING | {"and", "or", "the"}


def _seams(text: str, shape: bytes, points: set[int]) -> None:
    """Add the seams where the words after the seam open a statement or are a heading."""
    if any(seam in shape for seam in _GROWN_TOGETHER):  # as in few lines
        _glued_headings(text, points)
    seams = [
        at
        for at in steps_up(text)
        if (text[at - 1] in _SEAM_AFTER or text[at - 1].islower()) and _GROWN.match(text, at)
    ]
    if not seams:
        return
    words = [_word_at(text, at) for at in seams]
    names = Counter(words)
    for before, at, word in zip((0, *seams), seams, words, strict=False):
        if before and at - before < 60 and is_heading(text[before:at], share=0.6):
            points.update((before, at))
        begin = _heading_before(text, at)
        if begin:
            points.update((begin, at))
        run = _TITLE_RUN.match(text, at)
        if run is not None and is_heading(run[0], share=_WHOLE, weight=_SURE + 1):
            points.add(at)
            if _OF_THE_JOB.match(text, run.end()) is None:
                points.add(run.end())
        elif _begins_statement(text, at, alone=names[word] == 1):
            points.add(at)


def _begins_statement(text: str, at: int, *, alone: bool) -> bool:
    """Say whether what follows a seam is a statement; `alone` says that its word never recurs."""
    if text[at - 1] in ".;:?!)":
        # 'ASP.Net', 'Node.Js': what follows a real sentence's end opens one.
        return text[at - 2 : at - 1].islower() or text[at - 1] != "."
    return alone and opening_kind(text[at : at + 40]) is not None


# What a heading grew together with: "ResponsibilitiesProvide", "Qualifications3+ years".
# What the seam is before: a pattern that begins with small letters is tried at nearly all.
_GLUED = pattern(
    r"[A-Z\d](?:(?<=[a-z][A-Z])(?=[a-z])|(?<=[A-Z]{4})(?=[a-z])"
    r"|(?<=[a-z]\d)(?=\+?\s?(?:years?|yrs?)\b))"
)
_MOST_GLUED = 4
# A line's bytes with "a" for small letters, "A" for capitals and "0" for digits show whether
# there is such a place: in most lines there is none.
_SHAPES = bytes(
    0x61 if 0x61 <= code <= 0x7A else 0x41 if 0x41 <= code <= 0x5A else 0x30 if 0x30 <= code <= 0x39
    else 0x20
    for code in range(256)
)  # fmt: skip
_GROWN_TOGETHER = (b"aAa", b"AAAAa", b"a0")


def _glued_headings(text: str, points: set[int]) -> None:
    """Add where words begin and end that are a heading whole and run into what is below it."""
    for match in _GLUED.finditer(text):
        end = at = begin = match.start()
        for _ in range(_MOST_GLUED):
            while at and text[at - 1].isalpha():
                at -= 1
            words = text[at:end]
            if words[:1].isupper() and (words.isupper() or words[1:2].islower()):
                alone = words.capitalize() in _ALONE and heading_match(words) is not None
                if alone or is_heading(words, share=_WHOLE, weight=_SURE):
                    begin = at  # the longest is whole
            if at < 2 or text[at - 1] != " ":
                break
            at -= 1
        if begin < end:
            points.update((begin, end))


# Words in capitals with others behind them: "… of the town. EXAMPLES OF DUTIES Keeps …".
_IN_CAPITALS = pattern(
    r"[A-Z](?<![^\s(][A-Z])[A-Z]+(?:[ ,/&-]{1,3}[A-Z&/]{2,})*"
    r"(?![ ,/&-]{1,3}[A-Z&/]{2,})(?=\s+[A-Z\d•·(*]|:?\Z)",
)
_LEVEL = pattern(r"[IVX]+")  # "CLERK II DEFINITION"


def _capitals(text: str, points: set[int]) -> None:
    """Add where known headings in capitals begin and end, behind a sentence or the first title."""
    for match in _IN_CAPITALS.finditer(text):
        words = match[0].split(" ")
        at = match.start()
        before = text[:at].rstrip()
        ended = not before or (before[-1] in ".;:)!?" and not before[-2:-1].isdigit())
        behind = ended or (len(words) > 1 and before[-1] not in ",-–—(")
        if not behind or words[-1] in _GOES_ON or len(match[0]) < 4:
            continue
        # A title stands before the first heading, and nothing before any other.
        for first in range(len(words) if at == 0 else 1):
            if first and not names_job(" ".join(words[max(0, first - 2) : first])):
                continue
            heading = " ".join(words[first:])
            level = _LEVEL.fullmatch(words[first])
            if not level and is_heading(heading, share=_WHOLE, weight=_SURE):
                points.update((match.end() - len(heading), match.end()))
                break


# "… of the town. Responsibilities The clerk keeps …", where the line ends are lost.
_TITLED = r"([A-Z][a-z]+(?: (?:(?:and|of|to|&) )?[A-Z][a-z]+){0,3}) (?=[A-Z][a-z]* [a-z])"
_AT_START, _BETWEEN = pattern(_TITLED), pattern(rf"[.!?)] {_TITLED}")
# "… $30 an hour Position Summary The clerk keeps …", and what is sooner seen of it.
_BEGUN = ("The", "This", "Under", "We", "As", "You", "Our")
_IN_MIDDLE = pattern(
    r"([A-Z](?<=[a-z\d)] [A-Z])[a-z]+(?: (?:(?:and|of|to|&) )?[A-Z][a-z]+){1,3}) "
    rf"(?=(?:{'|'.join(_BEGUN)}) [a-z])"
)
_RUNS_ON = tuple(f" {word} " for word in _BEGUN)


_ARTICLES = frozenset({"A", "An", "The", "This", "Our", "Your"})
_NO_HEADING = _ARTICLES | {"For", "To"}
# What a sentence about a post begins with.
_OPENERS = _ARTICLES | {"These", "Under", "We", "As", "You", "In", "It", "To", "Incumbent", "Must"}


def _runs_on(text: str, shape: bytes) -> bool:
    """Say whether a sentence seems to begin behind a small letter."""
    at = shape.find(b"a A")
    while at >= 0 and not text.startswith(_RUNS_ON, at + 1):
        at = shape.find(b"a A", at + 1)
    return at >= 0


def _between_sentences(text: str, shape: bytes, points: set[int]) -> None:
    """Add where known headings set as titles begin and end between two sentences."""
    first = _AT_START.match(text)
    for match in (*([first] if first else ()), *_BETWEEN.finditer(text)):
        known = heading_match(match[1])
        if known is None or known.share < _WHOLE or match[1].partition(" ")[0] in _NO_HEADING:
            continue
        follows = text[match.end() :].partition(" ")[0]
        if follows not in _OPENERS and not is_plain_verb(follows):
            # "Minimum Qualifications High school diploma."
            demands = opening_kind(text[match.end() : match.end() + 40].lstrip())
            if demands not in REQUIREMENTS or known.kind not in REQUIREMENTS:
                continue
        if match[1] in _ALONE if " " not in match[1] else known.weight >= _SURE:
            points.update(match.span(1))
    for match in _IN_MIDDLE.finditer(text) if _runs_on(text, shape) else ():
        if is_heading(match[1], share=_WHOLE, weight=_SURE):
            points.update(match.span(1))


_GOES_ON = frozenset({"AS", "AT", "ON", "IN", "FROM", "BY"})
# How much of some words is a heading's that are nothing else, and how telling they are.
_WHOLE = 0.99
_SURE = 4
_ALONE = frozenset({"Responsibilities", "Requirements", "Qualifications", "Duties", "Summary"})


def _heading_before(text: str, at: int) -> int:
    """Return where a heading begins that a seam ends ("… a year. Sick LeaveStaff earn"), or 0."""
    if not text[at - 1].isalpha():
        return 0
    low = max(0, at - 50)
    for match in _SENTENCE_END.finditer(text, low, at):
        words = text[match.end() : at]
        if " " in words and len(words) > 7:
            title = all(word[0].isupper() for word in words.split() if len(word) > 3)
            if title and is_heading(words, share=_WHOLE, weight=_SURE + 1):
                return match.end()
    return 0


def _word_at(text: str, at: int) -> str:
    """Return the word around a seam. One that comes back is a name, not two words."""
    begin = text.rfind(" ", max(0, at - 30), at) + 1
    end = text.find(" ", at, at + 30)
    return text[max(begin, at - 30) : end if end != -1 else at + 30]


def _opens(word: str, text: str) -> bool:
    if is_plain_verb(word):
        return True
    return word.lower() not in _NOUNISH and opening_kind(text) is not None


def _flattened(text: str, points: set[int]) -> None:
    """Add the places where a list was flattened into one sentence without stops.

    Where hardly a full stop is left, capitalised verbs in the middle of it are
    what the items began with. Fewer than four of them prove nothing.
    """
    bounds = [0, *sorted(points), len(text)]
    for low, high in pairwise(bounds):
        if high - low < 350:
            continue
        stops = text.count(". ", low, high)
        if stops * 200 > high - low:
            continue
        enough = max(4, stops * 2)
        # Two characters more: what follows the last word is looked at, too.
        inside = list(_INSIDE.finditer(text, low, high + 2))
        if len(inside) < enough:
            continue
        found = []
        for match in inside:
            at, end = match.span()
            if (
                (text[at - 2].islower() or text[at - 2] == ")")
                and text[end + 1].islower()
                and _opens(match[0], text[at : at + 30])
            ):
                found.append(at)
        if len(found) >= enough:
            points.update(found)

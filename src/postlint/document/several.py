"""Where a text holds several postings: a bulletin, a weekly list, a page of openings.

A posting has a title once, and duties, pay or a day to apply by once. A text in
which two headings name jobs, and each has such things of its own below it,
holds two postings. What stands before the first of them, and what stands
behind the last under a heading that is none of its own, is said of all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

from postlint.document.duties import states_duty
from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.openings import opening_kind
from postlint.document.parts import Field, Item, Paragraph, Passage, Section
from postlint.document.posting import Posting
from postlint.document.titles import ends_in_doer, is_job_title, names_job
from postlint.document.vocabulary import words_of
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span, line_end
from postlint.text.tables import line_set

_LONGEST_TITLE = 90
_MOST_WORDS = 12
_MOST_IN_A_TRADE = 5
_SURE_KEYS = frozenset({"job title", "position title", "class title"})
_NUMBERED = pattern(r"(?:position|post|job|vacancy|opening|role) ?(?:no\.? ?|number |# ?)?\d{1,3}")
_MARKS = {
    SectionKind.DUTIES: "duties",
    SectionKind.QUALIFICATIONS: "demands",
    SectionKind.KNOWLEDGE_SKILLS: "demands",
    SectionKind.EDUCATION_EXPERIENCE: "demands",
    SectionKind.COMPENSATION: "pay",
    SectionKind.HOW_TO_APPLY: "apply",
}
_KEYS = {
    "salary": "pay",
    "pay": "pay",
    "wage": "pay",
    "rate": "pay",
    "compensation": "pay",
    "reports to": "line",
    "supervisor": "line",
    "closes": "apply",
    "closing date": "apply",
    "apply by": "apply",
    "deadline": "apply",
    "location": "place",
    "department": "place",
}
# Of whom it is said twice that it has these, of two jobs it is said.
_TELLING = frozenset({"duties", "demands", "pay", "line"})


class PostingParts(NamedTuple):
    """The stretches of each posting of a text, its title first, and what is said of all."""

    own: tuple[Span, ...]
    shared: tuple[Span, ...]


class _Head(NamedTuple):
    """A line that may be the title of a posting; `level` is 0 where it is no heading.

    `named` says that it has a job's noun; another title needs more below it.
    """

    start: int
    words: str
    level: int
    named: bool = True


def parts_of(posting: Posting) -> PostingParts | None:
    """Return the parts of a text that holds several postings; `None` where it holds one."""
    headings = _headings(posting.sections)
    lines, fields = _among_blocks(posting.sections)
    notices = _notices(posting.content)
    if len(notices) < _LEAST:
        notices = _set_off(posting.content)
    few = len(headings) + len(lines) < 2 and len(fields) < 2 and len(notices) < 2
    addressed = posting.content.count("You will") >= _LEAST
    if few and not addressed:
        return None
    # A heading's words stand behind its sign: it is a heading already, and no line besides.
    known = {(head.words, head.start) for head in headings}
    lines = [line for line in lines if not _is_heading(line, known)]
    marks = sorted(_marks(posting.sections))
    tries = (_highest(headings), sorted({*headings, *lines}) if lines else [], fields)
    found = next(filter(None, (_parts_of(posting, heads, marks) for heads in tries)), None)
    if found is None and (addressed or len(headings) > 1):
        # Under each name a paragraph says all: what is done, what is asked, what is paid.
        named = _highest(list(_doers(posting.sections)))
        more = {*marks, *_run_in_marks(posting.content), *_stated(posting.sections)}
        found = _parts_of(posting, named, sorted(more))
    if found is not None or len(notices) < 2:
        return found
    return _parts_of(posting, notices, sorted({*marks, *_run_in_marks(posting.content)}))


# A newsletter's paragraph: "Clerk, Elk County, Ohio — files deeds; … Salary: $40,000."
_NOTICE = pattern(r"[ \t]*([A-Z][^\r\n\u2013\u2014;:]{3,90}?)[ ]?[\u2013\u2014][ ]?(?=[a-z])")
_RUN_IN = pattern(
    r"(?<=[.;] )(Qualifications|Requirements|Duties|Salary|Pay|Deadline|Apply by|Reports to):"
    r"|(?<=[.;*\n ])(?P<money>\$(?=\d)|£(?=\d)|€(?=\d)|(?:Pay|Salary|Wages?) (?:is|are|starts)\b)"
    r"|\b(?P<asks>Requires|Required|required(?=\.)|You (?:need|have))\b"
    r"|\b(?P<does>You will|You'll)\b"
    r"|\b(?P<until>Apply by|Apply before|Closes|Open until)\b"
)
_OF_SIGNS = {"money": "pay", "asks": "demands", "until": "apply", "does": "duties"}
# "**Clerk, Elk Library, Reno.** Files deeds; … Salary $40,000.", in bold or not, and a line with
# a job's name over a few lines that say the rest.
# Each begins with a sign that search can leap to; no two of a kind overlap.
_BOLD = pattern(r"\*(?<![^\n]\*)\*(?P<words>[A-Z][^*\n]{2,90}?)[.:]?\*\*[.:]?[ ](?=\S)")
_RUN = r"(?P<words>[A-Z](?:[^\n.:;,]{2,40}, [^\n.:;]{3,60}|[A-Z /&-]{3,40}))\.[ ](?=[A-Z])"
_FIRST, _LATER = pattern(_RUN), pattern(rf"\n{_RUN}")
_ALONE = pattern(r"\n\n(?P<words>[A-Z][^\n.:;,$]{2,50})(?=\n[^\s*#-][^\n]*\n[^\s])")


def _set_off(text: str) -> list[_Head]:
    """Return the paragraphs that begin with a job's name, set in bold or on a line of its own."""
    first = _FIRST.match(text)
    found = [] if first is None else [first]
    for wanted in (_BOLD, _LATER, _ALONE):
        found.extend(wanted.finditer(text))
    heads = []
    end = 0
    for match in sorted(found, key=lambda match: match.start("words")):
        start, words = match.start("words"), match["words"]
        if start < end:
            continue
        end = match.end()
        named = names_job(words.partition(",")[0])
        if (named or ends_in_doer(words)) and len(words.split()) <= _MOST_WORDS:
            heads.append(_Head(start, words, 0, named=named))
    return heads


def _notices(text: str) -> list[_Head]:
    """Return the paragraphs that begin with a job's name and a dash before what is done."""
    found: list[_Head] = []
    end = 0
    for at in _first_dashes(text):
        begin = max(end, text.rfind("\n", end, at) + 1, text.rfind("\r", end, at) + 1)
        end = line_end(text, at)
        match = _NOTICE.match(text, begin, end)
        if match and names_job(match[1].partition(",")[0]):
            found.append(_Head(match.start(1), match[1], 0))
    return found


def _first_dashes(text: str) -> Iterator[int]:
    """Yield where the first dash of each line that has one stands: few lines have."""
    dashes = [text.find(dash) for dash in _DASHES]
    while max(dashes) >= 0:
        at = min(place for place in dashes if place >= 0)
        yield at
        end = line_end(text, at)
        dashes = [
            text.find(dash, end) if 0 <= place < end else place
            for dash, place in zip(_DASHES, dashes, strict=True)
        ]


_DASHES = ("\u2013", "\u2014")


def _run_in_marks(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a field is named inside a line, and what it is of."""
    for match in _RUN_IN.finditer(text):
        if match.lastgroup in _OF_SIGNS:
            yield match.start(), _OF_SIGNS[match.lastgroup]
            continue
        key = match[1].lower()
        kind = heading_kind(key)
        mark = _KEYS.get(key) or (_MARKS.get(kind) if kind is not None else None)
        if mark is not None:
            yield match.start(), mark


def _is_heading(line: _Head, known: Set[tuple[str, int]]) -> bool:
    """Say whether a line is the words of a heading, found behind the sign of it."""
    return any((line.words, line.start - sign) in known for sign in range(_LONGEST_SIGN))


def _stated(sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    """Yield where a paragraph right below the name of a job says what is done."""
    for section in sections:
        heading = section.heading
        first = section.blocks[0] if heading is not None and section.blocks else None
        named = heading is not None and (names_job(heading.text) or ends_in_doer(heading.text))
        if named and isinstance(first, Paragraph):
            words = first.text.text
            if opening_kind(words[:60]) is SectionKind.DUTIES or states_duty(words):
                yield first.span.start, "duties"


def _headings(sections: tuple[Section, ...]) -> list[_Head]:
    found = []
    for section, after in pairwise((*sections, None)):
        if section is None or section.heading is None:
            continue
        words, level = section.heading.text, section.level
        if _may_be_title(words):
            found.append(_Head(section.span.start, words, level))
        elif (
            (after is not None and after.level > level)
            or (words[-2:] in _DOING and ends_in_doer(words))
        ) and _is_unknown(words):
            found.append(_Head(section.span.start, words, level, named=False))
    return found if any(head.named or ends_in_doer(head.words) for head in found) else []


# How the words for who does something end, most of them.
_DOING = frozenset({"er", "or", "st", "an", "ht", "th", "nd"})


def _doers(sections: tuple[Section, ...]) -> Iterator[_Head]:
    """Yield the headings that say who somebody is, by a job's noun or by what is done."""
    for section in sections:
        words = "" if section.heading is None else section.heading.text
        # "Prefers" says what is done, and nobody who does it.
        if words and (
            _may_be_title(words)
            or (ends_in_doer(words) and words[-1] != "s" and _is_unknown(words))
        ):
            yield _Head(section.span.start, words, section.level, named=names_job(words))


def _is_unknown(words: str) -> bool:
    return (
        len(words.split()) <= _MOST_IN_A_TRADE
        and words[-1:] not in ".?!:;"
        and heading_kind(words) is None
        and words.rpartition(" ")[2].lower() not in _LABELS
    )


# "Payroll Title" names a title and is none.
_LABELS = frozenset(
    {"title", "titles", "position", "positions", "classification", "class", "information"}
    | {"details", "notes", "notice", "process", "procedure", "instructions", "training"}
)


def _may_be_title(words: str) -> bool:
    return (
        len(words) <= _LONGEST_TITLE
        and words[-1:] not in ".?!:;"
        and names_job(words)
        and len(words.split()) <= _MOST_WORDS
        and (is_job_title(words) or heading_kind(words) is None)
    )


def _highest(heads: list[_Head]) -> list[_Head]:
    """Return the highest headings of some, down to where they are several."""
    for level in sorted({head.level for head in heads}):
        found = [head for head in heads if head.level <= level]
        if len(found) > 1:
            return found
    return []


def _among_blocks(sections: tuple[Section, ...]) -> tuple[list[_Head], list[_Head]]:
    """Return lines right above fields that are a job's name, and fields that give one."""
    lines: list[_Head] = []
    fields: list[_Head] = []
    trades: list[_Head] = []
    below: dict[str, list[Passage | Paragraph | Item]] = {}
    named_so = line_set(__package__, "words", "names_job")
    for section in sections:
        for above, block in pairwise((None, *section.blocks)):
            if not isinstance(block, Field):
                continue
            key = block.key.text.lower().rstrip(":")
            over = section.heading if above is None else above
            if over is not None and not isinstance(over, Field):
                below.setdefault(key, []).append(over)
            # "Job title" names a job, whatever it is called; "Title" may name a page.
            sure = key in _SURE_KEYS or _NUMBERED.fullmatch(key)
            value = block.value.text
            if sure or (key in named_so and (names_job(value) or ends_in_doer(value))):
                fields.append(_Head(block.span.start, block.value.text, 0))
            elif isinstance(above, (Paragraph, Item)) and above.label is None:
                words = above.text.text
                if is_job_title(words) and _may_be_title(words) and words[0].isupper():
                    lines.append(_Head(above.span.start, words, 0))
                elif words.isupper() and len(words.split()) <= _MOST_IN_A_TRADE:
                    trades.append(_Head(above.span.start, words, 0))
    lines.extend(_over_again(sections))
    lines.extend(_over_same_fields(below))
    # PAINTER is a trade where POLICE OFFICER above it is one, and no heading elsewhere.
    return (sorted((*lines, *trades)) if lines else []), fields


def _over_again(sections: tuple[Section, ...]) -> Iterator[_Head]:
    """Yield lines alone above a heading of duties that stood in the text before.

    Two lists of duties under one heading are those of two jobs, whatever the second is called.
    """
    above: dict[str, list[_Head | None]] = {}
    for before, section in pairwise(sections):
        if section.heading is not None and section.kind is SectionKind.DUTIES:
            above.setdefault(section.heading.text.casefold(), []).append(_right_above(before))
    for heads in above.values():
        if any(head is not None for head in heads[1:]):
            yield from (head for head in heads if head is not None)


def _over_same_fields(below: Mapping[str, list[Passage | Paragraph | Item]]) -> Iterator[_Head]:
    """Yield lines alone above a field that stands right below another line, too.

    "Press Hand" over its pay and "Foreman" over his: whatever they are called, two jobs.
    """
    for lines in below.values():
        if len(lines) < _LEAST:
            continue
        heads = []
        for line in lines:
            words = line.text if isinstance(line, Passage) else line.text.text
            if _is_line(words) and heading_kind(words) is None:
                named = names_job(words) or ends_in_doer(words)
                heads.append(_Head(line.span.start, words, 0, named=named))
        if len(heads) > 1 and any(head.named for head in heads):
            yield from heads


def _right_above(section: Section) -> _Head | None:
    """Return the line that stands alone above the section behind this one, or `None`.

    Fields such as a salary may stand between the two; above them the line may have a number.
    """
    blocks = section.blocks
    for below, last in enumerate(reversed(blocks)):
        if not isinstance(last, Field):
            words = last.text.text
            if last.label is not None or not _is_line(words):
                return None
            named = names_job(words)
            # "2. Night Guard" is numbered as a job, and looks as the items above it do.
            alone = isinstance(last, Paragraph) or below > 0 or named or ends_in_doer(words)
            return _Head(last.span.start, words, 0, named=named) if alone else None
    if blocks:
        return None
    if section.heading is None or not _is_unknown(section.heading.text):
        return None
    return _Head(section.span.start, section.heading.text, 0, named=False)


def _is_line(words: str) -> bool:
    return (
        len(words.split()) <= _MOST_IN_A_TRADE
        and words[-1:] not in ".?!:;,"
        and all(word[0].isupper() for word in words.split() if len(word) > _SMALL)
    )


_SMALL = 3
_LEAST = 2
_LONGEST_SIGN = 8


def _parts_of(
    posting: Posting, heads: list[_Head], marks: list[tuple[int, str]]
) -> PostingParts | None:
    """Return the parts that some lines begin, where each has something of its own."""
    if len(heads) < 2:
        return None
    size = len(posting.text)
    stop = _end(posting.sections, heads[-1], size)
    # A line without anything of its own belongs to the posting above it.
    own_heads: list[_Head] = []
    found: list[set[str]] = []
    titles = _Titles(heads)
    levels = {head.level for head in heads if head.named and head.level}
    for head, after in pairwise((*heads, _Head(stop, "", 0))):
        first = bisect_left(marks, (head.start + 1, ""))
        last = bisect_left(marks, (after.start, ""))
        own = {mark for _, mark in marks[first:last]}
        # "Grave Digger", set as "Map Clerk" is.
        least = 1 if head.named or (head.level in levels and ends_in_doer(head.words)) else 2
        if len(own) >= least and titles.first(head.words):
            own_heads.append(head)
            found.append(own)
    telling = any(sum(mark in own for own in found) > 1 for mark in _TELLING)
    if not telling or sum(len(own) > 1 for own in found) < 2:
        return None
    stop = min(stop, _foot(posting.sections, own_heads[0], size))
    starts = [head.start for head in own_heads]
    own_spans = tuple(Span(*pair) for pair in pairwise((*starts, stop)))
    shared = tuple(span for span in (Span(0, starts[0]), Span(stop, size)) if span[0] < span[1])
    return PostingParts(own_spans, shared)


def _foot(sections: tuple[Section, ...], first: _Head, size: int) -> int:
    """Return where a statement of the employer begins that ends a page of its openings.

    One title stands over all of them, and no posting has a statement of its own.
    """
    *others, last = sections
    over = any(s.heading is not None and s.span.start < first.start for s in sections)
    own = any(section.kind is SectionKind.EQUAL_OPPORTUNITY for section in others)
    if last.heading is not None or last.kind is not SectionKind.EQUAL_OPPORTUNITY:
        return size
    return last.span.start if over and not own else size


def _end(sections: tuple[Section, ...], last: _Head, size: int) -> int:
    """Return where the last posting ends: what stands as high as its title is not its own."""
    behind = [section for section in sections if section.span.start > last.start]
    if not last.level or all(section.level == last.level for section in behind):
        return size
    level = last.level
    if behind and behind[0].level < level and behind[0].kind in _MARKS:
        level = behind[0].level - 1  # a title set deeper than the sections it heads
    return next((s.span.start for s in behind if 0 < s.level <= level), size)


class _Titles:
    """The titles that were met: one that has all the words of another is the same job again.

    Each is filed under the word of its own that the fewest titles have, so that
    few are compared.
    """

    def __init__(self, heads: list[_Head]) -> None:
        self._count = Counter(word for head in heads for word in _words(head.words))
        self._having: dict[str, list[frozenset[str]]] = {}
        self._filed: dict[str, list[frozenset[str]]] = {}

    def first(self, title: str) -> bool:
        """Say whether a title is met for the first time, and take it for met."""
        mine = _words(title)
        if not mine:
            return False
        rarest = min(mine, key=lambda word: (self._count[word], word))
        if any(mine <= other for other in self._having.get(rarest, ())):
            return False
        if any(other <= mine for word in mine for other in self._filed.get(word, ())):
            return False
        self._filed.setdefault(rarest, []).append(mine)
        for word in mine:
            self._having.setdefault(word, []).append(mine)
        return True


def _words(title: str) -> frozenset[str]:
    return frozenset(words_of(title.lower()))


def _marks(sections: tuple[Section, ...]) -> Iterator[tuple[int, str]]:
    """Yield where something stands that a posting has once, and what."""
    for section in sections:
        heading = section.heading
        if heading is not None and section.kind in _MARKS and not _may_be_title(heading.text):
            yield section.span.start, _MARKS[section.kind]
        for block in section.blocks:
            name = block.key if isinstance(block, Field) else block.label
            if name is not None:
                key = name.text.lower().rstrip(":")
                mark = _KEYS.get(key)
                if mark is None and (kind := heading_kind(key)) is not None:
                    mark = _MARKS.get(kind)
                if mark is not None:
                    yield block.span.start, mark

"""Titles on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from postlint.document.headings import heading_kind
from postlint.document.job_title import is_label, is_organisation
from postlint.document.kinds import SectionKind
from postlint.document.parts import Field, Item, Paragraph, Passage, Section, walk
from postlint.document.titles import ends_in_doer, is_job_title
from postlint.facts._data import word_sets
from postlint.facts.base import Case
from postlint.facts.title.employers import (
    LEAST_PARTS,
    NAMES_NUMBER,
    NEEDED,
    PLACE,
    REFERENCE,
    SITE,
    STATE,
    TERMS,
    before_house,
    label_end,
    names_a_job,
    title_in_paper,
)
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LONGEST_LINE = 90
# A line so near the beginning is likelier a title than a sentence further down.
TOP = 1500
_HEAD = 400
MOST_WORDS = 9
# "Network Analyst, Elk County, Ohio — the analyst keeps …", as newsletters have it.
_LEADING = pattern(
    r"\s{0,9}(?P<lead>[A-Z][^\n—–:;.]{8,150}?)"
    r"(?:(?:\.\s?|\s?)(?:—|–|--)\s?|\.[ ](?=(?:The|This|We|Our)\b))"
)


def lead(case: Case) -> Passage | None:
    """Return the title before an employer and a dash that begin the text."""
    match = _LEADING.match(case.text)
    if match is None:
        return None
    if "," not in match["lead"]:
        return _before_unit(case)
    start = match.start("lead")
    parts = match["lead"].split(",")
    found = None
    end = start
    # The first parts that are a title, and those behind that end in a job's noun too;
    # an employer follows.
    for part in parts[:-1]:
        end += len(part) + (end > start)
        span = Span(start, end)
        bracket = _OPENING.search(case.text, start, end)
        outside = Span(start, bracket.start()) if bracket else span
        last = pattern(r"[a-z]+").findall(part.lower())[-1:]
        if found is not None and not word_sets("title")["nouns"].intersection(last):
            if _is_unit(case.text[found.start : found.end], part, parts[-2:]):
                found = span
            continue
        if _is_title(case, outside) and _capitals(case.text[outside.start : outside.end]):
            found = span
    if found is None and _placed(parts):
        found = Span(match.start("lead"), match.start("lead") + len(parts[0]))
    return None if found is None else case.posting.passage(found)


# "Records Analyst 9 – Vaults & Files Section, Ohio Department of Lands – This post …".
_UNIT = pattern(
    r"\s{0,9}(?P<title>[A-Z][^\n—–:;.,]{4,80}?)\s[-–—]\s[^\n—–:;.,]{3,80},\s"
    r"(?P<employer>[A-Z][^\n—–:;.]{4,80}?)\s?(?:—|–|--)\s"
)


def _before_unit(case: Case) -> Passage | None:
    """Return the title before a unit, its employer and the dash that ends them."""
    match = _UNIT.match(case.text)
    if match is None or not names_a_job(match["title"]) or not _capitals(match["title"]):
        return None
    if not any(map(is_organisation, match["employer"].split(", "))):
        return None
    return case.posting.passage(Span(*match.span("title")))


def _is_unit(head: str, part: str, rest: list[str]) -> bool:
    """Say whether "Registration & Elections" is what a "Deputy Director" is the rank of."""
    if part in rest or not word_sets("title")["rank"].issuperset(
        pattern(r"[a-z]+").findall(head.lower())
    ):
        return False
    plain = part.strip()
    named = not is_organisation(plain) and STATE.fullmatch(plain) is None
    return named and _capitals(plain) and len(plain.split()) < _MOST_IN_HEAD


# "BOOKKEEPER, part time, for a small law office. …": all of an advertisement is one paragraph.
_CLASSIFIED = pattern(r"\W{0,9}(?P<words>[A-Z][\w&/’' -]{3,40}?)(?:,[ ]|[ ][-–—][ ]|:[ ])")


# "SEAL KEEPER. Small aquarium. …", in capitals.
_CRIED = pattern(r"\W{0,9}(?P<words>[A-Z][A-Za-z&/’' -]{3,40}(?: \([^().]{3,30}\))?)\.[ ](?=[A-Z])")


def classified_title(case: Case) -> Passage | None:
    """Return the job's name that an advertisement of one paragraph begins with."""
    match = _CLASSIFIED.match(case.text) or _CRIED.match(case.text)
    rest = case.text[match.end() :].rstrip() if match is not None else ""
    if match is None or len(rest) < _LONGEST_LINE or "\n" in rest or is_label(match["words"]):
        return None
    named = names_a_job(match["words"]) or ends_in_doer(match["words"])
    if not named or not _capitals(match["words"]) or is_organisation(match["words"]):
        return None
    return case.posting.passage(Span(*match.span("words")))


# "Road Lead (Elk County) - Plans and mends …": an entry of a newsletter, whole in a paragraph.
_ENTRY = pattern(
    r"(?P<title>[A-Z][^\n().:;!?]{4,70}?)(?:[ ]\([^()\n]{3,60}\)\s?[-–—:]|[ ][-–—])[ ](?=[A-Z])"
)
_MOST_ABOVE: Final = 3


def entry_title(case: Case) -> Passage | None:
    """Return the title that an entry among others begins with, before an employer or a dash."""
    blocks = (block for section in case.posting.sections for block in section.blocks)
    for block in islice(blocks, _MOST_ABOVE):
        if not isinstance(block, Paragraph):
            continue
        start = block.text.span.start
        cried = _CRIED.match(case.text, start)
        if cried is not None and cried["words"].isupper():
            named = names_a_job(cried["words"]) or ends_in_doer(cried["words"])
            return case.posting.passage(Span(*cried.span("words"))) if named else None
        if len(block.text.text) <= _LONGEST_LINE:
            continue
        match = _ENTRY.match(case.text, start)
        if match is not None and _capitals(match["title"]):
            span = Span(start, match.end("title"))
            return case.posting.passage(span) if _is_title(case, span) else None
    return None


_OPENING = pattern(r"\s[\[(]")
_MOST_IN_HEAD: Final = 7


def _placed(parts: list[str]) -> bool:
    """Say whether a first line is words, a county or a house, and a state: the words are a title.

    "Voter Outreach, Elk County, Ohio" names a job by its field alone.
    """
    if len(parts) < LEAST_PARTS or not is_organisation(parts[1]):
        return False
    words = parts[0].split()
    named = 1 < len(words) <= _MOST_IN_HEAD and _capitals(parts[0])
    state = STATE.fullmatch(parts[2].strip()) is not None
    return named and state and not is_organisation(parts[0]) and not is_label(parts[0])


_MOST_OF_WHICH: Final = 3


def title_line(case: Case, limit: int) -> Passage | None:
    """Return the first line before an offset that is nothing but a job title."""
    for passage in _short_lines(case):
        if passage.span.start >= limit:
            return None
        text = passage.text
        named = _PART.split(_core(text), maxsplit=1)[0]
        which = _which(text)
        if which:
            named = text.partition(", ")[0]  # "Welder, nights": only the job is written as a name
        if (text[-1:] in ".?!:;," and not text.endswith(_FIRMS)) or is_label(text):
            continue
        if not _capitals(named) and not _small(case, passage, named):
            continue
        if is_organisation(text):
            continue  # "Office of the Sheriff"
        start = passage.span.start
        if "eport" in case.text[max(0, start - 30) : start].rpartition("\n")[2]:
            continue  # "Position reports to: Executive Director"
        if passage.span.start > _HEAD and not is_held(text):
            continue  # further down "Division Liaison" labels a duty
        if _is_title(case, passage.span) or any(
            _is_title(case, Span(passage.span.start, passage.span.start + length))
            for length in _lengths(text)
            if text == case.text[slice(*passage.span)]
        ):
            return passage
    return None


def _small(case: Case, line: Passage, named: str) -> bool:
    """Say whether a text's first line is a job's name in small letters: "Line cook"."""
    named = _EDGES.sub("", named)
    # A text of many short lines is asked this of each: nothing above a line is copied.
    first, start = _INK.search(case.text), line.span.start
    above = first.start() if first is not None else start
    again = case.lowered.startswith(named.lower(), above, start)
    if above < start and not again and not _AMOUNT.search(line.text):
        return False  # a heading may say it once more, with the house behind it
    words = named.lower().split()
    if not 1 < len(words) <= _MOST_OF_A_TRADE:
        return False
    return words[-1] in word_sets("title")["nouns"] or ends_in_doer(named)


_INK = pattern(r"\S")
# "Line cook - $17/hr" below a banner: what is paid for is a job.
_AMOUNT = pattern(r"\s[$£€]\d")
_EDGES = pattern(r"\A[\W_]+|[\W_]+\Z")


def _which(text: str) -> str:
    """Return the few words behind a comma that say which job of its kind a line names."""
    which = text.partition(", ")[2]
    return which if which.count(" ") < _MOST_OF_WHICH else ""


def _lengths(text: str) -> Iterator[int]:
    """Yield how many characters of a line may be a title, with what is behind them left out."""
    core = _core(text)
    if core != text:
        yield len(core)
    # "Welder, Night Shift": what is behind the comma says which.
    which = _which(text)
    if which and not is_organisation(which):
        yield text.index(", ")
    house = before_house(text) if ", " in text else None
    if house is not None:
        yield house.end
    # "Teacher: Behavior Base", "Manager - Term", "Manager [GEMS]": the noun ends a part.
    part = _PART.search(text)
    if part is not None:
        least = 4 if part[0].strip() in {"needed", "wanted", "("} else 8
        if part.start() > least:
            yield part.start()


def paper_title(case: Case) -> Passage | None:
    """Return the title in the name of the paper, near the top: "Lab Curator Job Description"."""
    for passage in _short_lines(case):
        if passage.span.start >= TOP:
            return None
        found = title_in_paper(passage.text)
        if found is not None and passage.text == case.text[slice(*passage.span)]:
            start = passage.span.start
            return case.posting.passage(Span(start + found.start, start + found.end))
    return None


_PART = pattern(
    r"\s?[:\[(]|\s?[-–—]\s|\s~\s|\s(?:at|@)\s(?=[A-Z])|\s(?:needed|wanted)\b(?!\s+to\b)"
)


def trade_title(case: Case) -> Passage | None:
    """Return a short line at the top that heads the rest, whatever trade it names.

    "Piano Tuner, Evenings" ends in a doer, below a letterhead too. "TILE WORK" ends in none,
    and is the first line, in capitals or right above fields.
    """
    lines, follows = _top_lines(case)
    trades = [line for line in map(_as_trade, lines) if line is not None]
    for line in trades:
        named = _core(line.text)
        if named != line.text or ends_in_doer(named):
            return line
    first = trades[0] if trades and lines[0].span.overlaps(trades[0].span) else None
    alone = len(lines) == 1 and (follows is Field or lines[0].text.isupper())
    return first if alone and follows is not None else None


def only_line(case: Case) -> Passage | None:
    """Return the one line above all fields and sections that may be a title."""
    lines, follows = _top_lines(case)
    trades = [line for line in map(_as_trade, lines) if line is not None]
    alone = len(trades) == 1 and trades[0].text.count(" ") < _MOST_OF_A_TRADE
    # "Fen Water", "Our Summer": two names and neither an employer's tell of no job.
    slogans = any(not _OWN.isdisjoint(line.text.lower().split()) for line in lines)
    return trades[0] if alone and follows is not None and not slogans else None


_OWN: Final = frozenset({"our", "your", "we", "you"})


_MOST_OF_A_TRADE: Final = 4
# A letterhead, the title, and what stands below it are so many lines.
_MOST_AT_TOP: Final = 7


def _top_lines(case: Case) -> tuple[list[Passage], type[Field | Section] | None]:
    """Return the short lines a text begins with, and what follows them, `None` for prose."""
    lines: list[Passage] = []
    for section in case.posting.sections:
        if section.heading is not None:
            follows = _headed_by(case, section.heading, first=not lines)
            if follows is not None:
                return lines, follows
            lines.append(section.heading)
        for block in walk(section.blocks):
            if isinstance(block, Field):
                if not lines and any(map(str.isdigit, block.value.text)):
                    continue  # "Job posting: 14 March 2027" heads the title
                return lines, Field
            if not isinstance(block, Paragraph) or isinstance(block, Item) or block.label:
                return lines, None
            ended = _add_rows(case, block, lines)
            if ended is not None:
                return lines, Field if ended is Field else None
    return lines, None


def _add_rows(case: Case, block: Paragraph, lines: list[Passage]) -> type[Field | Paragraph] | None:
    """Add the short lines of a paragraph; return what ends them, a field or prose."""
    for row, words in _rows(case, block.text.span):
        if _FIELD_LINE.match(row):
            return Field
        if _greets(row) and not lines:
            continue
        ends = row.rstrip()[-1:] in _ENDS_SENTENCE and not row.rstrip().endswith(_FIRMS)
        if len(row) > _LONGEST_LINE or ends:
            return Paragraph
        lines += [words] if words.text else []
        if len(lines) > _MOST_AT_TOP:
            return Paragraph
    return None


def _headed_by(case: Case, heading: Passage, *, first: bool) -> type[Field | Section] | None:
    """Return what a heading is that is no line of a letterhead and no title."""
    known = heading_kind(heading.text) is not None and not is_label(heading.text)
    if known and not first:
        return Section
    return Field if case.text[heading.span.end :][:1] == ":" else None


def _rows(case: Case, stretch: Span) -> Iterator[tuple[str, Passage]]:
    """Yield the lines of a paragraph as they are, each with its words."""
    at = stretch.start
    for row in case.text[at : stretch.end].splitlines(keepends=True):
        yield row, case.posting.passage(Span(at, at + len(row.rstrip())))
        at += len(row)


def _greets(row: str) -> bool:
    """Say whether a line calls to the reader: "Come and work with us!"."""
    return row.rstrip()[-1:] == "!" and len(row) <= _LONGEST_LINE


_ENDS_SENTENCE: Final = frozenset(".;:!")
# No sentence ends there.
_FIRMS: Final = (" Ltd.", " Inc.", " Co.")
_FIELD_LINE = pattern(r"[A-Z][A-Za-z ]{2,24}:\s*\S")


def _core(words: str) -> str:
    """Return a title without what is said of it behind: "needed", "starting in May"."""
    core = REFERENCE.sub("", NEEDED.sub("", TERMS.sub("", words)))
    job, _, last = core.rpartition(" ")
    # "LABORER POSITION"; of "Research Position" the last word is all that names a job.
    return job if last.lower() in _POSTS and is_job_title(job) else core


_POSTS: Final = frozenset({"position", "positions"})


def _as_trade(words: Passage) -> Passage | None:
    text = _core(words.text)
    begin = label_end(text)
    if begin:
        words = words._replace(
            text=text[begin:], span=Span(words.span.start + begin, words.span.end)
        )
        text = text[begin:]
    telling = pattern(r"[A-Za-z]+").findall(text)
    ends = text[-1:] in ".?!:;," and not text.endswith(_FIRMS)
    if not 1 <= len(telling) <= 7 or len(text) > 60 or ends:
        return None
    if heading_kind(text) is not None or is_label(text):
        return None
    if is_organisation(text) or is_organisation(text.partition(", ")[0]):
        return None
    if PLACE.fullmatch(text) or SITE.match(text) or any(map(str.isdigit, text)):
        return None
    plain = text.partition(" | ")[0].lower().replace(" of the ", " of ").split()
    return words if _capitals(text) and NO_TITLE.isdisjoint(plain) else None


# "Job Title Lab Curator (1234C) - #20099": a label that lost its colon.
_LABELLED = pattern(
    r"\n[ \t*]*(?:\d{1,2}[.)][ \t]*)?"
    r"(?:(?i:job|position|working|class|posting)[ ](?i:title)(?=[ \t:*])|"
    r"(?:[A-Za-z]{2,12} ){0,3}(?i:wanted|hiring|recruiting|opening|vacancy)(?=:))"
    r"(?:[ \t*]+|:[ \t]*)(?P<words>[A-Z][^\n:]{3,90}?)"
    r"(?=[ \t]*(?:(?<=[ \t])[-–—|][ \t]*#?\d|\((?i:ref|job|req|no|id)\b|\n|\Z))"
)
_LABELS_A_TITLE = frozenset({"title", "wanted", "hiring", "recruiting", "opening", "vacancy"})


def labelled_title(case: Case) -> Passage | None:
    """Return the title behind a label without a colon."""
    if _LABELS_A_TITLE.isdisjoint(case.words.distinct):
        return None
    # A newline before the first line too: the search leaps to it.
    match = _LABELLED.search(f"\n{case.text[: 3 * TOP]}")
    if match is None or not (names_a_job(match["words"]) or ends_in_doer(match["words"])):
        return None
    return case.posting.passage(Span(match.start("words") - 1, match.end("words") - 1))


# "Subject: FW: Internal posting - Records Clerk II".
_SUBJECT = pattern(r"(?:^|\n)[ \t]*(?i:subject|re):[ \t]*(?P<words>[^\n]{3,120})")
_PIECE = pattern(r"(?:(?i:fwd?|re):|[^-–—:|\n]|(?<=\S)-(?=\S))+")


def subject_title(case: Case) -> Passage | None:
    """Return the title that the subject of a letter names, all of a piece of it."""
    match = _SUBJECT.search(case.text, 0, _HEAD)
    if match is None:
        return None
    for piece in _PIECE.finditer(case.text, *match.span("words")):
        words = case.posting.passage(Span(*piece.span()))
        if names_a_job(words.text) and _capitals(words.text) and not is_label(words.text):
            return words
    return None


def field_title(case: Case) -> Passage | None:
    """Return the title that a first line has on one side of its colon.

    The other side is an employer, or ends in a word for a number: "Tuner - Job ID: 5".
    """
    section = next((one for one in case.posting.sections if one.blocks), None)
    first = section.blocks[0] if section is not None and section.heading is None else None
    if not isinstance(first, Field) or case.text[: first.span.start].strip():
        return None
    key, value = first.key, first.value
    if is_job_title(value.text) and is_organisation(key.text):
        return value
    if not is_job_title(key.text) or names_a_job(value.text):
        return None
    numbered = NAMES_NUMBER.search(key.text)
    if numbered is None and not is_organisation(value.text.partition(", ")[0]):
        return None
    length = numbered.start() if numbered is not None else len(key.text)
    return case.posting.passage(Span(key.span.start, key.span.start + length))


def typed_title(case: Case) -> Passage | None:
    """Return the job behind the stroke where a system files it: "Food service/ Head cook"."""
    for field in case.posting.fields:
        words = field.value.text.rpartition("/")[2].strip()
        filed = "/" in field.value.text and field.key.text.lower() == "position type"
        if filed and (names_a_job(words) or ends_in_doer(words)):
            start = field.value.span.start + case.text[slice(*field.value.span)].rindex(words)
            return case.posting.passage(Span(start, start + len(words)))
    return None


# "Harpsichord Tuner wanted for our small workshop."
_WANTED = pattern(
    r"\W{0,9}(?:\d{1,2} )?(?P<words>[A-Z][\w’'-]+(?: [\w’'&-]+){0,4}) "
    r"(?i:(?:is |are )?(?:wanted|needed|sought))\b"
)


def wanted_title(case: Case) -> Passage | None:
    """Return the title of whom the first sentence wants."""
    behind = _WANTED.match(case.text)
    match = behind or _WANTED_BEFORE.match(case.text)
    if match is None or is_label(match["words"]):
        return None
    start, end = match.span("words")
    framing = word_sets("title")["framing"]
    while (words := case.text[start:end]).partition(" ")[0].lower() in framing and " " in words:
        start += words.index(" ") + 1  # "Experienced barber needed"
    last = words.rpartition(" ")[2]
    capital = behind is None or _capitals(words)
    named = names_a_job(last) or (capital and names_a_job(words)) or ends_in_doer(words)
    return case.posting.passage(Span(start, end)) if named else None


# "Wanted: farm hand for a mixed farm."
_WANTED_BEFORE = pattern(
    r"\W{0,9}(?i:help |now )?(?i:wanted|needed|hiring)(?::|\s[-–—])?\s(?:an? )?"
    r"(?P<words>[A-Za-z][\w’'-]+(?: [\w’'&-]+){0,4}?)"
    r"(?=[,.;:!]| (?:for|to|on|at|near|in|with|who|by|from|–|—|-) )"
)


# "Your role: net mender, two winters", "What's the job? Hedge layer".
_THE_ROLE = pattern(
    r"(?i)(?:^|\n)[ \t*#_]*"
    r"(?:(?:your|the) (?:next )?(?:role|job|post|position)|what(?:['’]s| is) the (?:job|role))"
    r"(?:[:?]|(?=[*_]*\n))[*_]*\s{1,3}(?:an? )?"
    r"(?P<words>(?!(?:this|we|you|it|there|our|the|as|in|if)\b)[a-z][\w’' -]{3,50}?)"
    r"(?=[ \t*]*(?:[.,;(\n]|\Z)| (?:for|in|at|on|with|to)\b)"
)


def role_title(case: Case) -> Passage | None:
    """Return the job that is named as what the role or the job is."""
    match = _THE_ROLE.search(case.text, 0, TOP)
    if match is None or not (ends_in_doer(match["words"]) or names_a_job(match["words"])):
        return None
    return case.posting.passage(Span(*match.span("words")))


def lettered_title(case: Case) -> Passage | None:
    """Return the title before "(m/f/d)", back to the first small letter or mark."""
    letters = _LETTERED.search(case.text, 0, TOP)
    named = letters and _NAMED_BEFORE.search(
        case.text, max(0, letters.start() - 80), letters.start()
    )
    if not named or not (names_a_job(named["words"]) or ends_in_doer(named["words"])):
        return None
    return case.posting.passage(Span(*named.span("words")))


_LETTERED = pattern(r"(?i)\((?:m/[fw]|[fw]/m)\s?/\s?[dxh]\)")
_NAMED_BEFORE = pattern(
    r"(?<![\w’'&-])(?P<words>[A-Z][\w’'&/-]*(?: (?:of |and |& )?[A-Z][\w’'&/-]*){0,5}) ?\Z"
)
# "This position (Operations Technician 2) requires …"
_BRACKETED = pattern(
    r"Th(?<=\bTh)(?:is|e) (?:position|role|post|job) \((?P<words>[A-Z][^)\n]{4,60})\)"
)
# "This is a Senior Operations Technician position.", "The purpose of the barn manager post".
_CALLED = pattern(r"This is an? (?P<words>[A-Z][^.,;:\n]{4,60}?) (?:position|role|job|post)\b")
_PURPOSE = pattern(
    r"urpose of th(?:e|is) (?P<words>[A-Za-z][^.,;:\n]{4,60}?) (?:position|role|job|post)\b"
)


def bracketed_title(case: Case) -> Passage | None:
    """Return the title that stands in brackets or is called so."""
    match = _BRACKETED.search(case.text) or _CALLED.search(case.text)
    match = match or _PURPOSE.search(case.text)
    if match is None or not names_a_job(match["words"]):
        return None
    return case.posting.passage(Span(match.start("words"), match.end("words")))


def _short_lines(case: Case) -> Iterator[Passage]:
    for section in case.posting.sections:
        if section.kind is SectionKind.SUPERVISION:
            continue  # "Who you report to", over "Clinic Nurse Manager"
        if section.heading is not None and len(section.heading.text) <= _LONGEST_LINE:
            yield section.heading
        for block in walk(section.blocks):
            if isinstance(block, Paragraph) and not isinstance(block, Item):
                start = block.text.span.start
                whole = len(block.text.text) <= _LONGEST_LINE and block.label is None
                if whole:
                    yield block.text
                if (not whole or block.label is None) and "\n" in case.text[start : start + 90]:
                    first = case.text[start:].partition("\n")[0]
                    yield case.posting.passage(Span(start, start + len(first)))


_MOST_OF_MANY: Final = 3
_OFFICES = frozenset({"office", "department", "bureau", "agency"})
NO_TITLE = frozenset(
    """
    assist assists supervise supervises perform performs prepare prepares
    valid vehicle license licence out our your you we is are will apply contact about the
    distinguishing features
    """.split()
)


def _is_title(case: Case, span: Span) -> bool:
    """Say whether a line's words are a title: few, and a job's noun where it counts."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    if not 1 <= len(words) <= MOST_WORDS + 3:
        return False
    known = word_sets("title")
    if len(words) == 1 and words[0] in known["rank"]:
        return False
    if words[-1] not in known["nouns"] and not _OFFICES.isdisjoint(words):
        return False
    if words[-2:] == ["social", "security"] or not NO_TITLE.isdisjoint(words):
        return False
    heads = [place for place, word in enumerate(words) if word in known["nouns"]]
    if not heads and len(words) <= _MOST_OF_MANY and not case.text[: span.start].strip():
        # "Teaching Assistants", alone on top.
        heads = [len(words) - 1] if words[-1].removesuffix("s") in known["nouns"] else []
    if not heads:
        return False
    last = heads[-1]
    follows = words[last + 1] if last + 1 < len(words) else ""
    # "Director of Technology", "Analyst II", "VP Collections": the noun ends or governs it.
    ends = not follows or follows in {"of", "for", "or", "and", "with"} or follows in NUMERALS
    # "Lecturer in Maps (3 years)", on top.
    ends = ends or (follows == "in" and not case.text[: span.start].strip())
    ranked = follows.isdigit() or words[0] in {"vp", "director", "head", "manager", "chief", "dean"}
    return (ends or ranked) and (len(words) > 1 or words[0] in known["nouns"])


def _capitals(text: str) -> bool:
    telling = [word for word in pattern(r"[A-Za-z]+").findall(text) if len(word) > 3]
    return bool(telling) and sum(word[0].isupper() for word in telling) >= 0.8 * len(telling)


def is_held(words: str) -> bool:
    """Say whether what somebody serves as is a post: not "the architect of …", nor a liaison."""
    return words[0].isupper() and not words.lower().endswith("liaison")


# "Seeking a Sr. Systems Analyst": no sentence ends there.
NUMERALS: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", *"123456789"})

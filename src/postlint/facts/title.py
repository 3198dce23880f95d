"""The job title.

A field or a heading names it in most postings. Where neither does, running
text may: "has an opening for a …", or a line that is nothing but a title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final

from postlint.document.headings import heading_kind
from postlint.document.job_title import is_label, is_organisation
from postlint.document.parts import Field, Item, Paragraph, Passage, Section, walk
from postlint.document.titles import ends_in_doer
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

_LONGEST_LINE = 90
# A line so near the beginning is likelier a title than a sentence further down.
_TOP = 1500
_HEAD = 400
_MOST_WORDS = 9
# "# of openings: 2" begins with a sign that makes headings elsewhere; a valid licence is none.
_BROKEN = ("of ", "valid ", "out of ")
_BREAK = pattern(r"[.;:!?()\[\]|\"“”•\t]|\n\s*\n|,\s|\s[–—-]\s")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("title")["words"].items()}


@fact("title", phrases=phrases("title"))
def title(case: Case) -> Fact[str | None]:
    """Return the job title as the text has it, without an employer before or behind it.

    Unknown where nothing names one, and where the line in its place names no job.
    """
    given = case.posting.title
    if given is not None and given.text.lower().startswith(_BROKEN):
        given = None
    if given is not None and (names_a_job(given.text) or _glued(given)):
        return _fact(case, given)
    for look in LOOKS:
        words = look.find(case)
        if words is not None and (given is None or look.sure):
            return _fact(case, words)
    if given is None:
        return Fact(None, missing=_MISSING)
    found = _fact(case, given)
    return found._replace(missing=f"whether '{found.value}' is the title")


def _fact(case: Case, words: Passage) -> Fact[str | None]:
    words = bare(case, words)
    text = words.text.rstrip(" |")
    if text == words.text or not text:
        return Fact(words.text, (words.span,))
    start = words.span.start
    stretch = case.text[start : words.span.end].rstrip(" |\t\r\n")
    return Fact(text, (Span(start, start + len(stretch)),))


def names_a_job(words: str) -> bool:
    """Say whether words have a noun that makes them the name of a job.

    >>> names_a_job("Head of Web Services"), names_a_job("Our plans")
    (True, False)
    """
    spelled = pattern(r"[a-z]+").findall(words.lower())
    nouns = _words()["nouns"]
    return any(word in nouns or word.removesuffix("s") in nouns for word in spelled)


def _glued(words: Passage) -> bool:
    """Say whether a title's last word is a job's noun glued to what follows."""
    last = pattern(r"[a-z]+").findall(words.text.lower())[-1:]
    return bool(last) and last[0].endswith(("smith", "keeper"))


_MISSING = "the title of the job"


class Look(NamedTuple):
    """One place where running text names the job, and a text it is the first to find it in.

    What is not `sure` gives way to a heading that may be the title.
    """

    name: str
    find: Callable[[Case], Passage | None]
    example: str
    sure: bool = True


# ------------------------------------------------------------- employers around it

# "Alder University - Clerk"; "Clerk - Alder University", "Clerk at Alder", "Clerk (m/w/d)".
_DASH = pattern(r"\s+[-–—|]\s+|\s?[–—]\s?")
# "[herbaria] Job Posting - Clerk", "#10638 Clerk": a list's tag, a paper's name, a number.
_TAG = pattern(
    r"\[[^\]\n]{2,20}\]\s*|#?\d{5,9}\s+(?:[-–—:]\s+)?(?=[A-Z])"
    r"|(?!19|20)\d{4}\s+(?=[A-Z])"
)
_LABEL = pattern(r"(?P<label>[A-Za-z ]{3,24})\s?[-–—:]\s?(?=[A-Z])")
_AT = pattern(r"\s+(?:at|@)\s+(?=[A-Z])[^\n]*\Z")
_NEEDED = pattern(r"\s(?:needed|wanted)\b[^\n]*\Z")
# "Truck Drivers!! Home every weekend!!"
_CRIED = pattern(r"!+(?:\s|\Z)")
# "Clerk | Careers at Alder", as a page names itself.
_SITE = pattern(rf"(?:{vocabulary('title', 'sites')})\b", re.IGNORECASE)
_LETTERS = pattern(r"\s*\((?:[mwfdxh](?:\s?/\s?[mwfdxh*]){1,3}|all genders)\)", re.IGNORECASE)


_REFERENCE = pattern(
    r"\s*\((?:ref(?:erence)?|req(?:uisition)?|job|posting) ?(?:#|no\b|id\b|:)", re.I
)


def bare(case: Case, words: Passage) -> Passage:
    """Return a title without the employer before or behind it, and without (m/w/d)."""
    start, end = words.span
    raw = case.text[start:end]
    begin = _label_end(raw)
    if begin:
        return bare(case, case.posting.passage(Span(start + begin, end)))
    cut = _LETTERS.search(raw) or _CRIED.search(raw) or _REFERENCE.search(raw)
    if cut is not None and cut.start() > 3:
        end = start + cut.start()
        raw = case.text[start:end]
    parts = [(match.start(), match.end()) for match in _DASH.finditer(raw)]
    for low, high in parts:
        first, rest = raw[:low], raw[high:]
        if not names_a_job(rest):
            continue
        if is_organisation(first) or (not names_a_job(first) and _ends_with_employer(first)):
            return bare(case, case.posting.passage(Span(start + high, end)))
    for low, high in reversed(parts):
        first, rest = raw[:low], raw[high:]
        if names_a_job(first) and (is_label(rest) or _SITE.match(rest)):
            return case.posting.passage(Span(start, start + low))
        plausible = names_a_job(first) or not (is_organisation(first) or is_label(first))
        if plausible and is_organisation(rest):
            return bare(case, case.posting.passage(Span(start, start + low)))
    for low, high in parts:
        # "Sous Chef | The Mill Inn": a bar parts a page's name from whose page it is.
        named = names_a_job(raw[:low]) or ends_in_doer(raw[:low])
        if named and raw.count("|") == 1 and "|" in raw[low:high] and not names_a_job(raw[high:]):
            return bare(case, case.posting.passage(Span(start, start + low)))
    for low, high in reversed(parts):
        if names_a_job(raw[:low]) and _PLACE.fullmatch(raw[high:].rstrip(" |")):
            return bare(case, case.posting.passage(Span(start, start + low)))
    placed = _before_employer(raw)
    if placed:
        return case.posting.passage(Span(start, start + placed))
    for behind in (_NEEDED, _AT):
        at = behind.search(raw)
        before = "" if at is None else raw[: at.start()]
        if at is not None and (names_a_job(before) or ends_in_doer(before)):
            end = start + at.start()
            raw = raw[: at.start()]
    inner = _after_employer(raw[: end - start])
    return case.posting.passage(Span(start + inner, end))


# "Collection Clerk, Birds | Elm City, OH": where the work is, and no part of its name.
_PLACE = pattern(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}, (?:[A-Z]{2}|D\.C\.)(?: \d{5})?")


def _label_end(raw: str) -> int:
    """Return where a title begins behind a list's tag, the name of a paper, or a number."""
    tag = _TAG.match(raw)
    if tag is not None and tag.end() < len(raw):
        return tag.end()
    label = _LABEL.match(raw)
    if label is None or not (is_label(label["label"]) or label["label"].lower() in _AGAIN):
        return 0
    return label.end()


# "UPDATED- Clerk": what happened to the notice.
_AGAIN: Final = frozenset({"updated", "revised", "repost", "reposted", "amended", "extended"})


def _before_employer(raw: str) -> int:
    """Return where the title ends in "Network Analyst, Elk County, Ohio", or 0."""
    parts = raw.rstrip(" –—-").split(", ")
    if len(parts) < _LEAST_PARTS or not _STATE.fullmatch(parts[-1]):
        return 0
    title = parts[:-2]
    placed = " in " in parts[-2]  # "Vertebrates in Elm City" is where, not who
    if placed or not is_organisation(parts[-2]) or not names_a_job(title[0]):
        return 0
    return len(", ".join(title))


def _ends_with_employer(words: str) -> bool:
    """Say whether a part of a line names an office or a house somewhere: "Hub, Fen University"."""
    return any(is_organisation(part) for part in pattern(r",\s|\s\(").split(words.strip(" )")))


# "Alder College Director of Data": a house's name runs into the title's first noun.
_EMPLOYER = pattern(
    r"(?:[A-Z][\w.'’&-]*\s+(?:of\s+|and\s+)?){1,5}?"
    f"(?:{vocabulary('title', 'employers')})"
    r"(?:\s+[A-Z][a-z]+)??\s+(?=(?:Associate\s+|Assistant\s+|Deputy\s+|Executive\s+|"
    r"Senior\s+)?(?:Director|Head|Chief|Dean|Manager|Vice)\b)"
)


def _after_employer(raw: str) -> int:
    match = _EMPLOYER.match(raw)
    if match is None or " " not in raw[match.end() :].strip():
        return 0  # "Egg Museum Collection Manager": a rank alone is no title
    return match.end() if names_a_job(raw[match.end() :]) else 0


# ----------------------------------------------------------------- first words

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
        if found is not None and not _words()["nouns"].intersection(last):
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


def _is_unit(title: str, part: str, rest: list[str]) -> bool:
    """Say whether "Registration & Elections" is what a "Deputy Director" is the rank of."""
    if part in rest or not _words()["rank"].issuperset(pattern(r"[a-z]+").findall(title.lower())):
        return False
    plain = part.strip()
    named = not is_organisation(plain) and _STATE.fullmatch(plain) is None
    return named and _capitals(plain) and len(plain.split()) < _MOST_IN_HEAD


_OPENING = pattern(r"\s[\[(]")
_STATE = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?|[A-Z]{2}|D\.C\.")
_MOST_IN_HEAD: Final = 7


def _placed(parts: list[str]) -> bool:
    """Say whether a first line is words, a county or a house, and a state: the words are a title.

    "Voter Outreach, Elk County, Ohio" names a job by its field alone.
    """
    if len(parts) < _LEAST_PARTS or not is_organisation(parts[1]):
        return False
    words = parts[0].split()
    named = 1 < len(words) <= _MOST_IN_HEAD and _capitals(parts[0])
    state = _STATE.fullmatch(parts[2].strip()) is not None
    return named and state and not is_organisation(parts[0]) and not is_label(parts[0])


_LEAST_PARTS: Final = 3


# ---------------------------------------------------------------------- lines


_MOST_OF_WHICH: Final = 3


def _line(case: Case, limit: int) -> Passage | None:
    """Return the first line before an offset that is nothing but a job title."""
    for passage in _short_lines(case):
        if passage.span.start >= limit:
            return None
        text = passage.text
        named = _PART.split(text, maxsplit=1)[0]
        if text[-1:] in ".?!:;," or not _capitals(named) or is_label(text):
            continue
        if passage.span.start > _HEAD and not _is_held(text):
            continue  # further down "Division Liaison" labels a duty
        if _is_title(case, passage.span):
            return passage
        # "Welder, Night Shift": what is behind the comma says which.
        comma = text.find(", ")
        which = text[comma + 2 :]
        if comma > 0 and which.count(" ") < _MOST_OF_WHICH and not is_organisation(which):
            before = Span(passage.span.start, passage.span.start + comma)
            if _is_title(case, before) and text == case.text[slice(*passage.span)]:
                return passage
        # "Teacher: Behavior Base", "Manager - Term", "Manager [GEMS]": the noun ends a part.
        part = _PART.search(text)
        if part is not None and text == case.text[slice(*passage.span)]:
            start = passage.span.start
            least = 4 if part[0].strip() in {"needed", "wanted"} else 8
            if part.start() > least and _is_title(case, Span(start, start + part.start())):
                return passage
    return None


_PART = pattern(r"\s?[:\[(]|\s?[-–—]\s|\s(?:at|@)\s(?=[A-Z])|\s(?:needed|wanted)\b(?!\s+to\b)")


def _trade(case: Case) -> Passage | None:
    """Return a short line at the top that heads the rest, whatever trade it names.

    "Piano Tuner, Evenings" ends in a doer, below a letterhead too. "TILE WORK" ends in none,
    and is the first line, in capitals or right above fields.
    """
    lines, follows = _top_lines(case)
    for line in lines:
        if _as_trade(line) and ends_in_doer(_NEEDED.sub("", line.text)):
            return line
    if not lines or follows is None or not _as_trade(lines[0]):
        return None
    alone = len(lines) == 1 and (follows is Field or lines[0].text.isupper())
    return lines[0] if alone else None


# A letterhead, the title, and what stands below it are so many lines.
_MOST_AT_TOP: Final = 7


def _top_lines(case: Case) -> tuple[list[Passage], type[Field | Section] | None]:
    """Return the short lines a text begins with, and what follows them, `None` for prose."""
    lines: list[Passage] = []
    for section in case.posting.sections:
        if section.heading is not None:
            if lines and heading_kind(section.heading.text) is not None:
                return lines, Section
            if case.text[section.heading.span.end :][:1] == ":":
                return lines, Field
            lines.append(section.heading)
        for block in walk(section.blocks):
            if isinstance(block, Field):
                return lines, Field
            if not isinstance(block, Paragraph) or isinstance(block, Item) or block.label:
                return lines, None
            at = block.text.span.start
            rows = case.text[at : block.text.span.end].splitlines(keepends=True)
            for row in rows:
                words = case.posting.passage(Span(at, at + len(row.rstrip())))
                at += len(row)
                if _FIELD_LINE.match(row):
                    return lines, Field
                if len(row) > _LONGEST_LINE or row.rstrip()[-1:] in _ENDS_SENTENCE:
                    return lines, None
                if words.text:
                    lines.append(words)
                if len(lines) > _MOST_AT_TOP:
                    return lines, None
    return lines, None


_ENDS_SENTENCE: Final = frozenset(".;:!")
_FIELD_LINE = pattern(r"[A-Z][A-Za-z ]{2,24}:\s*\S")


def _as_trade(words: Passage) -> Passage | None:
    text = _NEEDED.sub("", words.text)
    telling = pattern(r"[A-Za-z]+").findall(text)
    if not 1 <= len(telling) <= 7 or len(text) > 60 or text[-1:] in ".?!:;,":
        return None
    if heading_kind(text) is not None or is_label(text) or is_organisation(text):
        return None
    if _PLACE.fullmatch(text) or _SITE.match(text) or any(map(str.isdigit, text)):
        return None
    plain = text.partition(" | ")[0].lower().replace(" of the ", " of ").split()
    return words if _capitals(text) and _NO_TITLE.isdisjoint(plain) else None


# "Job Title Lab Curator (1234C) - #20099": a label that lost its colon.
_LABELLED = pattern(
    r"(?:^|\n)[ \t]*(?:\d{1,2}[.)][ \t]*)?"
    r"(?:(?i:job|position|working|class|posting)[ ](?i:title)(?=[ \t:])|"
    r"(?i:wanted|now hiring)(?=:))"
    r"(?:[ \t]+|:[ \t]*)(?P<words>[A-Z][^\n:]{3,90}?)"
    r"(?=[ \t]*(?:[-–—|][ \t]*#?\d|\((?i:ref|job|req|no|id)\b|\n|\Z))"
)


_LABELS_A_TITLE = frozenset({"title", "wanted", "hiring"})


def _labelled(case: Case) -> Passage | None:
    if _LABELS_A_TITLE.isdisjoint(case.words.distinct):
        return None
    match = _LABELLED.search(case.text, 0, 3 * _TOP)
    if match is None or not names_a_job(match["words"]):
        return None
    return case.posting.passage(Span(match.start("words"), match.end("words")))


# "This position (Operations Technician 2) requires …"
_BRACKETED = pattern(
    r"Th(?<=\bTh)(?:is|e) (?:position|role|post|job) \((?P<words>[A-Z][^)\n]{4,60})\)"
)


# "This is a Senior Operations Technician position."
_CALLED = pattern(r"This is an? (?P<words>[A-Z][^.,;:\n]{4,60}?) (?:position|role|job|post)\b")


def _bracketed(case: Case) -> Passage | None:
    match = _BRACKETED.search(case.text) or _CALLED.search(case.text)
    if match is None or not names_a_job(match["words"]):
        return None
    return case.posting.passage(Span(match.start("words"), match.end("words")))


def _short_lines(case: Case) -> Iterator[Passage]:
    for section in case.posting.sections:
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


_OFFICES = frozenset({"office", "department", "bureau", "agency"})
_NO_TITLE = frozenset(
    """
    assist assists supervise supervises perform performs prepare prepares
    valid vehicle license licence out our your you we is are will apply contact about the
    """.split()
)


def _is_title(case: Case, span: Span) -> bool:
    """Say whether a line's words are a title: few, and a job's noun where it counts."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    if not 1 <= len(words) <= _MOST_WORDS + 3:
        return False
    known = _words()
    if len(words) == 1 and words[0] in known["rank"]:
        return False
    if words[-1] not in known["nouns"] and not _OFFICES.isdisjoint(words):
        return False
    if words[-2:] == ["social", "security"] or not _NO_TITLE.isdisjoint(words):
        return False
    heads = [place for place, word in enumerate(words) if word in known["nouns"]]
    if not heads:
        return False
    last = heads[-1]
    follows = words[last + 1] if last + 1 < len(words) else ""
    # "Director of Technology", "Analyst II", "VP Collections": the noun ends or governs it.
    ends = not follows or follows in {"of", "for", "or", "and"} or follows in _NUMERALS
    ranked = follows.isdigit() or words[0] in {"vp", "director", "head", "manager", "chief", "dean"}
    return (ends or ranked) and (len(words) > 1 or words[0] in known["nouns"])


def _capitals(text: str) -> bool:
    telling = [word for word in pattern(r"[A-Za-z]+").findall(text) if len(word) > 3]
    return bool(telling) and sum(word[0].isupper() for word in telling) >= 0.8 * len(telling)


# --------------------------------------------------------------- running text


def _named(case: Case) -> Passage | None:
    """Return the title behind words such as "will serve as the", else "is seeking a"."""
    for key in ("title.as", "title.before"):
        for _, stop in case.hits.places(key):
            passage = _title_from(case, stop)
            if passage is None or _SEVERAL.fullmatch(passage.text):
                continue
            if key != "title.as" or _is_held(passage.text):
                return passage
    return None


# "As the Road Lead, you will …"
_ADDRESSED = pattern(
    r"\bAs (?:the|an?|our) (?P<title>[A-Z][\w&/-]*(?: (?:of |and )?[A-Z][\w&/-]*){1,5})"
    r"(?: (?:at|in|with|for) [A-Z][^,.\n]{2,80}?)?,? you(?:['’]ll| will| are)\b"
)


def _addressed(case: Case) -> Passage | None:
    """Return the title by which a sentence addresses who will hold it."""
    for match in _ADDRESSED.finditer(case.text):
        if names_a_job(match["title"]):
            return case.posting.passage(Span(*match.span("title")))
    return None


def _sought(case: Case) -> Passage | None:
    """Return a name in capitals that is sought, though no job's noun ends it."""
    words, known = case.words.words, _words()
    for _, begin in (*case.hits.places("title.before"), *case.hits.places("title.as")):
        end = begin
        while end < min(len(words), begin + _MOST_WORDS):
            capital = case.text[case.words.starts[end]].isupper()
            if not capital or words[end] in known["not_title"] or case.words.gap(end) != " ":
                break
            end += 1
        follows = words[end : end + 1]
        clean = end < len(words) and case.words.gap(end) == " "
        named = end - begin > 1 and clean and follows and follows[0] in _SOUGHT_FOR
        doer = begin < end and ends_in_doer(case.text[slice(*case.words.span(begin, end))])
        if named or (doer and not _are_many(case, end - 1)):
            passage = case.posting.passage(case.words.span(begin, end))
            if not is_organisation(passage.text) and heading_kind(passage.text) is None:
                return passage
    return None


_SOUGHT_FOR: Final = frozenset({"for", "to", "who", "with", "at", "in"})


def _glued_line(case: Case) -> Passage | None:
    """Return the title that begins a text without lines: "Senior Curator Founded in 2002 …"."""
    start = len(case.text) - len(case.text.lstrip())
    stop = case.text.find("\n", start)
    if (len(case.text) if stop < 0 else stop) - start < _FLATTENED:
        return None
    words, gap, nouns = case.words.words, case.words.gap, _words()["nouns"]
    for place in range(min(_MOST_WORDS, len(words) - 2)):
        begin = case.words.starts[place]
        if not case.text[begin].isupper() or (place and gap(place) != " "):
            return None
        # "Road EngineerElm City, OHFULL TIME": the line ends were lost with their blanks.
        seam = _SEAM.match(case.text, begin)
        if place and seam is not None and seam[0].lower() in nouns:
            return case.posting.passage(Span(start, seam.end()))
        if words[place] in _words()["stop"] or words[place] in _NO_TITLE:
            return None
        following = case.words.starts[place + 1]
        begins = case.text[following].isupper() and gap(place + 1) == " "
        if place and begins and words[place] in nouns and words[place + 1] not in nouns:
            end = place + 1 + (words[place + 1] in _NUMERALS)
            # "Elk Curator Services is hiring" begins with an employer's name.
            if _words()["behind"].isdisjoint(words[end : end + 4]):
                return case.posting.passage(case.words.span(0, end))
            return None
    return None


_FLATTENED: Final = 200
_SEAM = pattern(r"[A-Z][a-z]{2,}(?=[A-Z][a-z])")


# "Looking for Teachers and Specialists": two kinds of jobs are no title of one.
_SEVERAL = pattern(r"[A-Za-z]+s and [A-Za-z]+s")


def _is_held(words: str) -> bool:
    """Say whether what somebody serves as is a post: not "the architect of …", nor a liaison."""
    return words[0].isupper() and not words.lower().endswith("liaison")


def _title_from(case: Case, start: int) -> Passage | None:
    """Return the title that begins at a word, up to the last noun of a job."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    place = start
    while place < len(words) and place - start < _MOST_FRAMING:
        if "(" in gap(place) and place > start:
            place = _behind_bracket(case, place)  # "a part-time (12 hours a week) clerk"
        elif words[place] in known["framing"]:
            place += 1
        else:
            break
    begin, end = place, None
    while place < min(len(words), begin + _MOST_WORDS):
        if (
            place > begin
            and _BREAK.search(gap(place))
            and not _in_brackets(case, place)
            and not (gap(place) == ". " and words[place - 1] in _RANKS)
        ):
            break
        if words[place] in known["stop"] and place > begin and not _joins(case, place):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            return None
        if (_ends(case, place) or _are_many(case, place)) and "(" not in gap(place):
            end = place + 1
        place += 1
    if end is None:
        return None
    # "Director of Technology" goes on behind its noun, "Specialist VI" with its number.
    if end < len(words) and words[end] == "of" and not gap(end).strip():
        end = max(end, place)
    elif end < len(words) and words[end] in _NUMERALS and gap(end) == " ":
        either = words[end + 1 : end + 2] == ["or"] and words[end + 2 : end + 3]
        end += 3 if either and either[0] in _NUMERALS else 1
    if end - begin == 1 and words[begin] in known["rank"]:
        end = _unit(case, end)
        if end - begin == 1:
            return None
    return case.posting.passage(case.words.span(begin, end))


_MOST_FRAMING: Final = 8
_IN_A_BRACKET: Final = 6


def _behind_bracket(case: Case, place: int) -> int:
    """Return the word behind a bracket that opens before a word, or the word after that one."""
    for after in range(place + 1, min(len(case.words.words), place + _IN_A_BRACKET)):
        if ")" in case.words.gap(after):
            return after
    return place + 1


def _unit(case: Case, end: int) -> int:
    """Return where "Chief, Voting Section" ends: behind what a bare rank is the rank of."""
    words, gap = case.words.words, case.words.gap
    place = end
    while place < min(len(words), end + 4) and case.text[case.words.starts[place]].isupper():
        if gap(place) != (", " if place == end else " "):
            break
        place += 1
    return place


def _in_brackets(case: Case, place: int) -> bool:
    """Say whether a gap opens or closes a short form: "Quality Assurance (QA) Engineer"."""
    gap, words = case.words.gap, case.words
    if gap(place).strip() == "(":
        short = case.text[words.starts[place] : words.span(place, place + 1).end]
        return short.isupper() and len(short) < 7 and gap(place + 1) == ") "
    return place > 0 and gap(place).strip() == ")" and gap(place - 1).strip() == "("


def _joins(case: Case, place: int) -> bool:
    """Say whether "and" joins two names of one title, as in "Research and Collections"."""
    words, gap = case.words.words, case.words.gap
    if words[place] != "and" or place + 1 >= len(words) or gap(place + 1).strip():
        return False
    named = case.text[case.words.starts[place - 1]].isupper()
    return named and case.text[case.words.starts[place + 1]].isupper()


def _ends(case: Case, place: int) -> bool:
    """Say whether a word ends a title; "General" does behind another noun of a job's."""
    words, nouns = case.words.words, _words()["nouns"]
    if words[place] == "general":
        return place > 0 and words[place - 1] in nouns
    return words[place] in nouns


# "Seeking a Sr. Systems Analyst": no sentence ends there.
_NUMERALS: Final = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", *"123456789"})
_RANKS: Final = frozenset({"sr", "jr", "asst", "assoc", "dir", "mgr", "exec", "dep"})


def _are_many(case: Case, place: int) -> bool:
    """Say whether a word is a job's noun for several: "Now hiring Truck Drivers"."""
    word = case.words.words[place]
    plain = place > 0 and case.words.words[place - 1] not in _words()["framing"]
    capital = case.text[case.words.starts[place]].isupper() or plain
    return capital and word.endswith("s") and word[:-1] in _words()["nouns"]


def _office(case: Case, place: int) -> bool:
    """Say whether a place's name is the first word of an office's: "City Clerk"."""
    words = case.words.words
    if words[place] not in {"city", "county", "department"} or place + 1 >= len(words):
        return False
    return words[place + 1] in _words()["nouns"] and not case.words.gap(place + 1).strip()


def _subject(case: Case) -> Passage | None:
    """Return the title that is the subject of an early sentence."""
    words, text = case.words.words, case.text
    for sentence in islice(case.posting.running, 60):
        near = Span(sentence.start, min(sentence.end, sentence.start + 160))
        inside = case.words.between(near)
        if len(inside) < 4:
            continue
        begin = inside.start
        if words[begin] in {"the", "a", "an", "our", "this"}:
            begin += 1
        elif not text[case.words.starts[begin]].isupper():
            continue
        found = _subject_from(case, begin, inside.stop)
        if found is None:
            # "Under the direction of the Chief, the Network Analyst plans …".
            after = _after_comma(case, sentence)
            if after:
                found = _subject_from(case, after, min(after + 25, len(words)))
        if found is not None:
            return found
    return _glued_subject(case)


# A sentence glued to the one before it: "Hours vary.The lab curator reports …"
_GLUED = pattern(r"[a-z)][.!?](?:The|This) (?=[A-Za-z])")


def _glued_subject(case: Case) -> Passage | None:
    for match in islice(_GLUED.finditer(case.text), 20):
        inside = case.words.between(Span(match.end(), min(len(case.text), match.end() + 160)))
        found = _subject_from(case, inside.start, inside.stop)
        if found is not None:
            return found
    return None


def _after_comma(case: Case, sentence: Span) -> int:
    """Return the word behind the last ", the" of a sentence's opening, or 0."""
    near = Span(sentence.start, min(sentence.end, sentence.start + 240))
    inside = case.words.between(near)
    found = 0
    for place in range(inside.start + 2, inside.stop - 1):
        if case.words.words[place] == "the" and "," in case.words.gap(place):
            found = place + 1
    return found


def _subject_from(case: Case, begin: int, stop: int) -> Passage | None:
    """Return the title that begins at a word, if it is what a verb of the job's follows."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    if words[begin] in _NO_TITLE:
        return None
    while begin < stop and words[begin] in {"incoming", "current", "next", "new", "full", "time"}:
        begin += 1
    end = None
    for place in range(begin, min(stop, begin + _MOST_WORDS)):
        if place > begin and _hard(gap(place)):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            break
        if words[place] in known["stop"] or words[place] == "the":
            break
        if _ends(case, place):
            end = place + 1
    if end is None or end >= stop:
        return None
    if end - begin == 1 and case.text[case.words.starts[begin]].islower():
        return None  # "The analyst should …" names no title
    if words[end] in {"of", "for"} and not gap(end).strip():
        end = _goes_on(case, end, stop)
    if end < stop and words[end] in _NUMERALS:
        end += 1
    if end - begin == 1 and words[begin] in known["rank"]:
        return None
    if not _is_subject(case, end, stop):
        return None
    return case.posting.passage(case.words.span(begin, end))


def _goes_on(case: Case, end: int, stop: int) -> int:
    """Return where "Director of Technology" ends: before a verb, a mark, or a small word."""
    words, gap = case.words.words, case.words.gap
    place = end + 1
    while place < min(stop, end + 5):
        raw = case.text[case.words.starts[place]]
        if _hard(gap(place)) or not (raw.isupper() or words[place] == "and"):
            break
        place += 1
    return place if place > end + 1 else end


_HARD = pattern(r"[.;:!?,(]|\n\s*\n")


def _hard(gap: str) -> bool:
    return gap != " " and _HARD.search(gap) is not None


def _is_subject(case: Case, end: int, stop: int) -> bool:
    """Say whether a verb of the job's follows, an abbreviation and a place left out."""
    words, behind = case.words.words, _words()["behind"]
    return any(words[place] in behind for place in range(end, min(stop, end + 7)))


LOOKS: Final = (
    Look(
        "before an employer and a dash",
        lead,
        "Network Analyst, Elk County, Ohio — the analyst keeps the network.\n",
    ),
    Look("behind a label without a colon", _labelled, "Job Title Lab Curator - #20099\n"),
    Look("a line near the top", lambda case: _line(case, _TOP), "Lab Curator\n\nMounts plants.\n"),
    Look("a line above fields", _trade, "TILE HANGER\nClass code: 1234\n\nDuties\n", sure=False),
    Look(
        "the first words of a flattened text",
        _glued_line,
        "Senior Lab Curator Founded in 2002, our client keeps moulds. " + "It grows them. " * 12,
    ),
    Look("in brackets", _bracketed, "This position (Field Technician 2) asks for skill.\n"),
    Look("behind words that name it", _named, "We are seeking a data librarian.\n"),
    Look("as whom it speaks to", _addressed, "As the Road Lead, you will mend the roads.\n"),
    Look("as the subject", _subject, "The Lab Curator plans and mounts plants.\n"),
    Look("as what is sought", _sought, "We are seeking a Prop Wrangler for one of our clients.\n"),
    Look(
        "a line further down",
        lambda case: _line(case, len(case.text)),
        "x " * 800 + "\n\nLab Curator\n",
    ),
)

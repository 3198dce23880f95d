"""Which words of a posting are the title of the job.

A letterhead, a site's name, a label such as "JOB POSTING" and the heading of a
section stand where titles stand. What tells them apart is where a line stands,
whether a field names it, and whether it has a job's noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from postlint.document.headings import heading_kind
from postlint.document.parts import Field, Item, Paragraph, Passage, Section
from postlint.document.titles import ends_in_doer, goes_before, is_job_title, names_job
from postlint.document.vocabulary import plain_words, words_of
from postlint.text.decisions import Way, first_answer
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import line_set, word_sets

_LONGEST: Final = 140
_MOST_OF_A_LETTERHEAD: Final = 3


def title_of(sections: Sequence[Section]) -> Passage | None:
    """Return the title that headings and fields give, or `None`."""
    return first_answer(WAYS, sections)


@cache
def _listed(part: str, key: str) -> frozenset[str]:
    return line_set(__package__, "job_title", key, part)


@cache
def _employer_begins() -> tuple[str, ...]:
    return tuple(f"{begin} " for begin in _listed("organisations", "begins"))


def is_label(words: str) -> bool:
    """Say whether a line says what a paper is: "JOB POSTING".

    >>> is_label("Job Posting:"), is_label("Posting Clerk")
    (True, False)
    """
    return plain_words(words) in _listed("labels", "lines")


# "Clerk Manual": a paper for who holds the job.
_PAPERS: Final = frozenset(
    {"manual", "handbook", "powerpoint", "toolkit", "newsletter", "positions", "vacancies"}
)
_BEHIND_NAME = pattern(r"(?<=\w)(?: \([^()]{1,40}\)| (?:[Nn]o\. |#)?\d{1,4}[A-Z]{0,2})+\Z")
# "Alder SD 7J": the state's letters have no such number behind them.
NUMBERED_DISTRICT = pattern(
    r"(?:\A(?:ESD|RSU|SAU|MSAD)|[a-z] (?:C?U?SD|ISD|R-))[ ]?(?:No\. |#)?\d{1,3}[A-Z]{0,2}\Z"
)
_ENDS_BEHIND: Final = frozenset(")0123456789")
_WHERE: Final = frozenset({"remote", "hybrid", "anywhere"})
# Words of a sentence about an employer, which no name has.
_OURS: Final = frozenset({"our", "your", "us", "we", "you"})
_CENTERS: Final = frozenset(
    {"center", "centre", "institute", "foundation", "trust", "society", "alliance", "fund"}
    | {"academy", "school"}
)
_SCHOOLS: Final = frozenset({"school", "schools"})
_HOUSES: Final = frozenset(
    {"university", "institute", "college", "school", "academy", "ministry", "board", "bureau"}
    | {"department", "church", "diocese", "club", "chamber", "league", "council", "district"}
)


def is_organisation(words: str) -> bool:
    """Say whether a line is the name of an employer and of no job.

    >>> is_organisation("Alder Unified School District"), is_organisation("Head of the Library")
    (True, False)
    """
    first, bar, _ = words.partition(" | ")
    if bar:
        return is_organisation(first)
    # "Elm Charter Academy (K-8)", "Fen District 12": what stands behind a name's last word.
    if words[-1:] in _ENDS_BEHIND or words[-2:-1].isdigit():
        if NUMBERED_DISTRICT.search(words) is not None:
            return True
        words = _BEHIND_NAME.sub("", words)
    plain = words_of(words.lower())
    if plain[1:3] == ["of", "the"] and plain[0] in {"office", "department", "bureau"}:
        return "," not in words  # "Office of the Sheriff"
    # "Remote, anywhere but in New York City" is where, and not whose.
    if not plain or plain[0] in _WHERE or is_job_title(words) or not _OURS.isdisjoint(plain):
        return False
    telling = [word for word in words.split() if word[0].isalpha() and len(word) > 3]
    if sum(word[0].isupper() for word in telling) < 0.7 * len(telling):
        return False  # a sentence: "The clinic lies in a school district"
    line = " ".join(plain).removeprefix("the ")
    head, comma, rest = words.partition(",")
    if comma and names_job(head) and not is_organisation(head):
        return False  # "Director of Maps, School of Surveying"
    # "Bench Jeweller, Aran Silver Ltd", and not "Fisher, Baker & Co" or "Ann Miller, LLC".
    if " " in head and " " in rest.strip() and ends_in_doer(head) and is_organisation(rest):
        return False
    if any(one in _HOUSES and two == "of" for one, two in pairwise(plain[1:])):
        return True  # "Alder Institute of Technology", "Fen Ministry of Roads"
    if any(one in _CENTERS and two == "for" for one, two in pairwise(plain[1:])):
        return True  # "Fen Center for Maps"
    if plain[-1] in _SCHOOLS and _listed("organisations", "levels").issuperset(plain[:-1]):
        return False  # "Middle School" says of what kind, and names none
    ends = word_sets(__package__, "job_title", "organisations")["ends"]
    return (f"{line} ".startswith(_employer_begins()) or plain[-1] in ends) and not names_job(words)


def _is_title(words: str) -> bool:
    """Say whether words may be a title at all."""
    return (
        0 < len(words) <= _LONGEST
        and any(map(str.isalpha, words))
        and not is_label(words)
        and "{{" not in words
        and words.rpartition(" ")[2].lower() not in _PAPERS
    )


# ------------------------------------------------------------------ the ways


def _named(sections: Sequence[Section], names: frozenset[str]) -> Iterator[tuple[Section, Passage]]:
    for section in sections:
        for block in section.blocks:
            named = isinstance(block, Field) and _key(block) in names
            if named and isinstance(block, Field) and _is_title(block.value.text):
                yield section, block.value


def _key(field: Field) -> str:
    return field.key.text.lower().replace("_", " ").replace("-", " ")


def _sure_first(sections: Sequence[Section]) -> Passage | None:
    found = _sure_field(sections[:1])
    return _below_label(sections[:1]) if found is None else found


def _below_label(sections: Sequence[Section]) -> Passage | None:
    """Return what stands below "JOB POSTING", where the two are read as name and value."""
    for section in sections:
        for block in section.blocks:
            if not isinstance(block, Field):
                continue
            announced = is_label(block.key.text) or _ANNOUNCES.search(block.key.text) is not None
            job = block.value.text.partition(" (")[0]  # "Court Clerk (Nights)"
            doer = ends_in_doer(job) and len(job) <= _MOST_OF_A_TITLE
            if announced and (names_job(block.value.text) or doer):
                return block.value
    return None


# "Announcing an opening: Clock Repairer".
_ANNOUNCES = pattern(r"(?i)\b(?:opening|vacancy|hiring|wanted|recruiting|seeking|opportunity)\Z")
_MOST_OF_A_TITLE: Final = 60


def title_field(text: str, start: int) -> str | None:
    """Say how surely the label before a place in a text names the job, if a label stands there.

    >>> title_field("Job title: Relationship Expert", 11), title_field("Post: Clerk", 6)
    ('sure', 'likely')
    """
    label, sign, _ = text[text.rfind("\n", 0, start) + 1 : start].rpartition(":")
    words = plain_words(label) if sign else ""
    return next((how for how in ("sure", "likely") if words in _listed("fields", how)), None)


def _sure_field(sections: Sequence[Section]) -> Passage | None:
    return next((value for _, value in _named(sections, _listed("fields", "sure"))), None)


def _front_field(sections: Sequence[Section]) -> Passage | None:
    """Return what a field before every heading calls the title, where that names a job.

    A page's own title is one too, in front matter before everything else.
    """
    likely = list(_named(sections[:1], _listed("fields", "likely")))
    for section, value in likely:
        first = section.blocks[0] if section.heading is None else None
        key = next(b.key.text for b in section.blocks if isinstance(b, Field) and b.value is value)
        front = key == "title" and isinstance(first, Field)
        job = value.text.partition(", ")[0]  # "Your role: net mender, two winters"
        doer = ends_in_doer(job) and len(job) <= _MOST_OF_A_TITLE
        if names_job(value.text) or doer or (front and not is_organisation(value.text)):
            return _without_employer(value, likely)
    return None


def _without_employer(title: Passage, likely: list[tuple[Section, Passage]]) -> Passage:
    """Return the field that has the end of a title: what stands before it is the employer."""
    for _, other in likely:
        before = title.text.removesuffix(other.text)
        if before != title.text and before[-1:] == " " and names_job(other.text):
            return other
    return title


def follows_employer(title: str, line: str) -> bool:
    """Say whether a line is an employer's name and the title, without a mark between them.

    >>> follows_employer("Head Clerk", "Fen Libraries Head Clerk")
    True
    """
    before = line.removesuffix(title)
    return before != line and before[-1:] == " " and is_organisation(before)


def _headings(sections: Sequence[Section]) -> list[Section]:
    return [section for section in sections if section.heading is not None]


def _words(section: Section) -> str:
    return section.heading.text if section.heading is not None else ""


def _may_be(section: Section) -> bool:
    words = _words(section)
    return _is_title(words) and (heading_kind(words) is None or is_job_title(words))


def _job_heading(sections: Sequence[Section]) -> Passage | None:
    """Return the first heading of level 1 that names a job, with its second line."""
    headings = _headings(sections)
    for place, section in enumerate(headings):
        if section.level == 1 and _may_be(section) and _names(section):
            return _with_second_line(headings, place)
    return None


def _names(section: Section) -> bool:
    words = _words(section)
    return names_job(words) and not is_organisation(words)


def _with_second_line(headings: list[Section], place: int) -> Passage | None:
    """Return a heading, and the next one too where both are the lines of one title.

    Nothing stands between them, and neither is a title without the other.
    """
    section = headings[place]
    first = section.heading
    if first is None or section.blocks or place + 1 >= len(headings):
        return first
    following = headings[place + 1]
    second = following.heading
    if second is None or not _may_be(following) or is_organisation(second.text):
        return first
    if first.text.partition(" ")[2] in second.text:
        return first  # a form says it once more
    whole = is_job_title(first.text)
    if section.level != following.level:
        # What the source sets apart is an employer and a title, and not one of two lines.
        return second if is_job_title(second.text) and not names_job(first.text) else first
    if first.text.isupper() != second.text.isupper():
        return first
    ends = first.text.endswith(",") or first.text.split()[-1].lower() in _JOINS
    governs = " of " in first.text.lower() or ", " in first.text
    halves = not whole and (governs or is_job_title(second.text))
    if ends or second.text.startswith(_GOES_ON) or halves:
        return _joined(first, second.text, second.span.end)
    return first


def with_line_below(text: str, title: Passage) -> Passage:
    """Return a title with the line of text below it, where that cannot stand without the title.

    "ASSISTANT SUPERINTENDENT", "FOR BUSINESS": two lines of one paragraph, or of running text.
    "Senior Water Plant", "Operator" are two as well, and "Curator" over "Curator of Maps" says
    the same in short.
    """
    above = _LINE_ABOVE.search(text, max(0, title.span.start - _LONGEST), title.span.start)
    if above is not None and goes_before(above["words"], title.text):
        start = above.start("words")
        return Passage(f"{above['words']} {title.text}", Span(start, title.span.end))
    below = _JOB_BELOW.match(text, title.span.end)
    if below is not None and not is_organisation(title.text):
        words = below["words"]
        alone = " " not in words and is_job_title(words) and not is_job_title(title.text)
        if alone or goes_before(title.text, words):
            return _joined(title, words, below.end("words"))
    if " " not in title.text and (below := _FULLER.match(text, title.span.end)) is not None:
        first = below["words"].partition(" ")[0].rstrip(",")
        if first.casefold() == title.text.casefold():
            return Passage(below["words"], Span(*below.span("words")))
    found = _LINE_BELOW.match(text, title.span.end)
    if found is None or found["words"].isupper() != title.text.isupper():
        return title
    start = title.span.start
    if _BEGINS_LINE.search(text, max(0, start - _LONGEST_MARKS), start) is None:
        return title
    if found["joins"].lower() in {"for", "to"} and is_organisation(found["name"]):
        return title  # "Head Cook", "for Elm School": who has it done
    return _joined(title, found["words"], found.end("words"))


def _joined(first: Passage, second: str, end: int) -> Passage:
    return Passage(f"{first.text} {second}", Span(first.span.start, end))


# What a line of a title ends with, or the next one begins with, and is no end of one.
_JOINS: Final = frozenset({"of", "and", "for", "&", "the", "to"})
_GOES_ON: Final = ("and ", "of ", "& ")
# A word that no line begins with by itself, and the names behind it; no sentence ends there.
_LINE_BELOW = pattern(
    r"[ \t*_]*(?:\r\n|\r|\n)[ \t#*_]*"
    r"(?P<words>(?P<joins>(?i:of|for|and|&|to))[ \t]+(?i:the[ \t]+)?"
    r"(?P<name>[A-Z][\w'’&/-]*(?:,?[ \t]+(?:(?:of|and|for|the|&)[ \t]+)?[A-Z][\w'’&/-]*){0,5}))"
    r"[ \t*_]*(?=[\r\n]|\Z)"
)
_LINE_ABOVE = pattern(r"(?:\A|[\r\n])(?P<words>[A-Z][\w&/ '’-]{3,60})(?:\r\n|\r|\n)\Z")
_JOB_BELOW = pattern(
    r"[ \t]*(?:\r\n|\r|\n)(?P<words>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})[ \t]*(?=[\r\n]|\Z)"
)
_FULLER = pattern(
    r"\s*[\r\n][\s#*_]*(?P<words>[A-Z][\w'’-]*(?: of|,) [A-Z][\w'’&/ -]{2,50})(?=[*_]*\s*[\r\n])"
)
_BEGINS_LINE = pattern(r"(?:\A|(?<=[\r\n]))[ \t#*_]*\Z")
_LONGEST_MARKS: Final = 12


def _below_letterhead(sections: Sequence[Section]) -> Passage | None:
    """Return the heading below one that is an employer's name or a label."""
    headings = _headings(sections)
    if len(headings) < 2:
        return None
    top, following = headings[:2]
    words = _words(top)
    if not (is_organisation(words) or is_label(words) or words.split()[-1].lower() in _PAGES):
        return None
    lines = sum(1 for block in top.blocks if not isinstance(block, Field))
    if lines > _MOST_OF_A_LETTERHEAD or not _may_be(following) or not _names(following):
        return None
    return _with_second_line(headings, 1)


# What the name of a page of jobs ends in: "Your Source for Posts and Internship Positions".
_PAGES: Final = frozenset(
    {"careers", "jobs", "openings", "opportunities", "positions", "vacancies"}
)


def _first_heading(sections: Sequence[Section]) -> Passage | None:
    """Return a heading of level 1 before all other words, though it names no known job."""
    headings = _headings(sections)
    if not headings or headings[0].level != 1 or not _may_be(headings[0]):
        return None
    before = sections[0].blocks if sections[0].heading is None else ()
    if any(isinstance(block, (Item, Paragraph)) and len(block.text.text) > 200 for block in before):
        return None
    if is_organisation(_words(headings[0])) or _is_sibling(headings):
        return None
    return _with_second_line(headings, 0)


def _is_sibling(headings: Sequence[Section]) -> bool:
    """Say whether a first heading is one of the sections: "Meet the crew" over a paragraph.

    Others as high head sections, and it is set as they are, and not as a title.
    """
    first, *others = headings
    high = sum(1 for one in others if one.level == 1 and heading_kind(_words(one)) is not None)
    words = _words(first).split()
    small = any(word.islower() and len(word) > _LONGEST_SMALL for word in words)
    small = small or words[0].lower() in _GREETS
    return high > 1 and small and any(type(block) is Paragraph for block in first.blocks)


_LONGEST_SMALL: Final = 3
# What the heading of a part about the employer begins with, and no title of a job.
_GREETS: Final = frozenset(
    {"hello", "inside", "introducing", "join", "life", "meet", "welcome", "why"}
)


def _likely_field(sections: Sequence[Section]) -> Passage | None:
    return next((value for _, value in _named(sections, _listed("fields", "likely"))), None)


def _field_on_top(sections: Sequence[Section]) -> Passage | None:
    """Return a field that may name the job, above all sections, where its value is a name."""
    top = [section for section in sections[:2] if section.heading is None or section.level == 1]
    found = next((value for _, value in _named(top, _listed("fields", "likely"))), None)
    return found if found is not None and _NAME.fullmatch(found.text) else None


# Some words with capitals: no number, no "Full-time", no "Open until filled".
_NAME = pattern(
    r"(?!Full|Part|Open|New|Regular|Temp|Perm)[A-Z][a-z]+(?: (?:of |and )?[A-Z][a-z]+){1,4}"
)
# Each example is a posting in markup that has its title so.
WAYS: Final[tuple[Way[Sequence[Section], Passage, str], ...]] = (
    Way(
        "a first field that can name nothing else",
        _sure_first,
        "Position: 0417\nJob title: Page Turner\n",
    ),
    Way(
        "a title before everything else",
        _front_field,
        "title: Page Turner\n\n# About us\n\n# Our plans\n",
    ),
    Way(
        "a field that can name nothing else",
        _sure_field,
        "# Alder Careers\n\nJob title: Page Turner\n",
    ),
    Way("a heading that names a job", _job_heading, "# Welcome\n\n# Head Clerk\n"),
    Way(
        "a heading below a letterhead",
        _below_letterhead,
        "# Alder School District\n\n## Head Clerk\n",
    ),
    Way(
        "a field before the first section",
        _field_on_top,
        "# Fen Stables\n\nPosition: Stable Hand\n\n## Duties\n",
    ),
    Way("the first heading", _first_heading, "# Page Turner\n\n## Duties\n"),
    Way("a field that may name it", _likely_field, "## Terms\n\nPosition: Page Turner\n"),
)

"""Papers about work that are no postings, recognised by their form: lives, letters, forms, pay.

A phrase proves little: a director's posting may speak of minutes, learning
outcomes and references. What these papers cannot hide is how they are made.
A life in posts has a person on top, years beside employers and verbs in the
past; a letter greets, says "I" and signs; a form has lines to fill in; a pay
statement has sums. Each test counts several signs, and none of them decides
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from typing import Final

from postlint.document.kinds import SectionKind
from postlint.document.labels import is_farewell
from postlint.document.titles import names_job
from postlint.facts._data import line_set, vocabulary, word_sets
from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# How far the form of a paper is looked at.
_SEEN: Final = 8000
_TOP_LINES: Final = 6
_NAMED: Final = 600
_HEADING: Final = 44
# Years and schools stand in lines of their own; sentences that have some are longer.
_SHORT: Final = 130


class Paper(NamedTuple):
    """A kind of paper: its name for people, how it is recognised, and the smallest example."""

    name: str
    is_one: Callable[[Case], bool]
    example: str


def other_paper(case: Case, papers: Iterable[Paper]) -> str | None:
    """Return which of some papers a text is, or `None`."""
    return next((paper.name for paper in papers if paper.is_one(case)), None)


def _lines(case: Case) -> list[str]:
    return [line for line in map(_bare, case.text[:_SEEN].splitlines()) if line]


def _top(case: Case) -> list[str]:
    """Return the first lines, which name a paper: most need no more to be recognised."""
    return [line for line in map(_bare, case.text[:_NAMED].splitlines()) if line][:_TOP_LINES]


def _bare(line: str) -> str:
    return line.strip(" \t*_#|•·-–—▪●◦>")


# ------------------------------------------------------------- a life in posts

# "Jan 2019 - Mar 2021", "2018 to date", "06/2017 – present"; a school year is none: "2025-26".
_STINT = pattern(
    r"(?<![\d.$])(?:(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d\)?[ ]{0,2}"
    r"(?:[-–—]|to|until|till)[ ]{0,2}\(?"
    r"(?:[A-Z][a-z]{2,8}\.?,?[ ]{1,2})?(?:(?:(?:0?[1-9]|1[0-2])[/.])?(?:19|20)\d\d(?![\d-])|"
    r"(?i:present|date|now|current|today|ongoing)\b)"
)
_SINCE = pattern(r"^(?:Since|From) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")
_NAME = pattern(
    r"(?:Name[ :]+)?(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][\w'’-]+(?: [A-Z]\.?){0,2}"
    r"(?: (?:de|van|von|la|bin|al|[A-Z][\w'’-]+)){1,3}"
    r"(?:,? (?:[A-Z]\.?){2,5}[a-z]?\.?){0,2}\Z"
)
_REACHED = pattern(
    r"[\w.+-]@[\w-]+\.\w|\(?\d{3}\)?[ .-]\d{3,4}\b|\+\d|linkedin\.com/in|github\.com/"
)
# A degree of somebody's, or a school, with the year it was had.
_GRADUATED = pattern(
    r"\b(?i:b\.?\s?(?:a|s|sc|tech|com|ed|e|eng)|m\.?\s?(?:a|s|sc|ba|ed|tech|lis|ls)|"
    r"ph\.?\s?d"
    rf"|{vocabulary('kind', 'graduated')})\b"
    r"[^\n]{0,90}?\b(?:19|20)\d\d\b"
)
# "Dept./School: Maps    Date Revised: 05/2026": the day is a paper's.
_REVISED = pattern(r"(?i)\b(?:revised|reviewed|updated|approved|adopted)\b")
_FIRST: Final = frozenset({"i", "my", "me", "i'm", "i've"})
_LIFE: Final = 4
# A text that speaks to applicants in so many ways is a posting, and no paper of theirs.
_SURE_OFFER: Final = 7


# What heads the description of a post, and no life.
_OF_A_POST_ITSELF = pattern(r"(?i)(?:job|position) (?:description|posting|announcement)\W*")


def _is_life(case: Case) -> bool:
    """Say whether a text is a curriculum vitae."""
    offer = _how_many(case, "kind.offer")
    if offer >= _SURE_OFFER:
        return False
    lines = case.once(_lines)
    own = _personal(lines[:_TOP_LINES]) + min(2, len(_headings(lines, "life")))
    if not own or any(map(_OF_A_POST_ITSELF.fullmatch, lines[:_TOP_LINES])):
        return False
    signs = (
        own
        + (len(_headings(lines, "common")) >= 2)
        + min(2, _stints(lines))
        + min(2, _graduations(lines))
        + min(2, _past(lines))
        + _says_i(case)
    )
    return signs >= _LIFE and signs > offer


def _stints(lines: list[str]) -> int:
    short = (line for line in lines if len(line) <= _SHORT)
    return sum(1 for line in short if _STINT.search(line) or _SINCE.match(line))


def _personal(top: list[str]) -> int:
    """Return how much the first lines are a person's name and where to reach them."""
    names = [n for n, line in enumerate(top[:3]) if _NAME.match(line) and not _is_no_person(line)]
    reached = any(_REACHED.search(line) for line in top)
    head = any(word in " ".join(top[:2]).lower() for word in ("resume", "résumé", "vitae"))
    return 2 * head + bool(names) + (bool(names) and reached)


def _is_no_person(line: str) -> bool:
    """Say whether a line of capitals names a job, an office or a section."""
    words = {word.lower() for word in pattern(r"[A-Za-z]+").findall(line)}
    return bool(words & word_sets("kind")["no_person"] or words & word_sets("title")["nouns"])


def _headings(lines: list[str], name: str) -> set[str]:
    """Return which words of a list head lines: alone, or before a colon."""
    wanted = line_set("kind", name)
    found = set()
    for line in lines:
        head = line[:_HEADING].partition(":")[0].strip().lower().rstrip(".")
        if head in wanted and (":" in line[:_HEADING] or len(line) <= _HEADING):
            found.add(head)
    return found


def _graduations(lines: list[str]) -> int:
    short = (line for line in lines if len(line) <= _SHORT and not _REVISED.search(line))
    found = sum(1 for line in short if _GRADUATED.search(line))
    return found + bool(found and _headings(lines, "schooling"))


def _past(lines: list[str]) -> int:
    """Return how clearly lines tell what somebody did: 0, 1 or 2."""
    known = word_sets("kind")
    past = present = 0
    for line in lines:
        word = line.partition(" ")[0].lower().rstrip(",")
        if word in known["past"] or (word.endswith("ed") and word not in known["not_past"]):
            past += 1
        elif word in known["demands"]:
            present += 1
    return (past >= 2) + (past >= 4) if past > 2 * present else 0


def _says_i(case: Case) -> int:
    words = case.words.words[:1500]
    first = _first_persons(case, words)
    other = sum(1 for word in words if word in {"you", "your", "we", "our"})
    return first >= 3 and first > other


def _first_persons(case: Case, words: list[str]) -> int:
    """Return how often words speak of who writes; most texts have none or one of these."""
    return sum(map(words.count, _FIRST & case.words.distinct))


def _how_many(case: Case, key: str) -> int:
    """Return how many different phrases of a key a text has."""
    return len({case.text[place.start : place.end].lower() for place in case.hits[key]})


# -------------------------------------------------------------------- a letter

_GREETING = pattern(
    r"(?:^|\n)[ \t]*(?:(?i:dear)\b[^\n]{2,60}|(?i:to whom it may concern)|"
    r"(?:Hello|Hi)\b[^\n.]{1,40})"
    r"[,:;][ \t]*(?=\n|[A-Z])"
)
_LONGEST_FAREWELL = 60


def _signs_off(line: str) -> bool:
    """Say whether a line ends a letter: "Kind regards, Pat", "Thank you for your time."."""
    line = line.strip()
    return len(line) < _LONGEST_FAREWELL and (
        line.startswith(("Thank you", "THANK YOU")) or is_farewell(line.partition(",")[0])
    )


def _is_letter(case: Case) -> bool:
    """Say whether a text is a letter of one person's."""
    if case.hits["kind.recommended"] and _GREETING.search(case.text, 0, 2500) is not None:
        return True
    words = case.words.words[:1500]
    first = _first_persons(case, words)
    if first < 3:
        return False
    text = case.text[:_SEEN]
    greeting = _GREETING.search(text, 0, 2500)
    ours = sum(1 for word in words if word in {"we", "our", "us"})
    signed = any(map(_signs_off, text.split("\n")))
    applying = case.hits["kind.applying"]
    signs = 2 * (greeting is not None) + signed + 2 * bool(applying) + (first > 2 * ours)
    framed = greeting is not None and signed
    return (framed or (first > 3 and (greeting or signed))) and signs >= 3 and first > ours


def _is_offer(case: Case) -> bool:
    """Say whether a text offers one person a post that is theirs already."""
    offers = _how_many(case, "kind.offered")
    return offers >= _MANY_PARTS or (
        offers == _LEAST and _GREETING.search(case.text, 0, 2500) is not None
    )


def _is_course(case: Case) -> bool:
    """Say whether a text is what is taught in a course: its parts are headed so."""
    if _OF_A_COURSE.isdisjoint(case.words.distinct):
        return False
    taught = _headings(case.once(_lines), "course")
    headed = (
        section.heading and section.heading.text.lower().rstrip(" :?") not in taught
        for section in case.posting.sections
        if section.kind is SectionKind.DUTIES
    )
    return len(taught) >= _MANY_PARTS and not any(headed)


_OF_A_COURSE: Final = frozenset(
    "course credit credits ects prerequisite prerequisites syllabus textbook tuition".split()
)


# ---------------------------------------------------------------------- a form

_TO_FILL = pattern(r"_{3,}|\.{6,}|☐|□|\[ ?\]|\{\{\w")
_MANY_BLANKS: Final = 4
_FORM: Final = 6


def _is_form(case: Case) -> bool:
    """Say whether a text is a form in which applicants tell of themselves."""
    prompts = _how_many(case, "kind.prompts") + 2 * bool(case.hits["kind.certify"])
    if prompts < _FORM - 2:
        return False
    blanks = sum(1 for _ in _TO_FILL.finditer(case.text))
    return prompts + (blanks >= _MANY_BLANKS) + (blanks >= 3 * _MANY_BLANKS) >= _FORM


# ------------------------------------------------------------------------- pay

_SUM = pattern(r"\d[\d,]*\.\d\d\b")


def _is_pay(case: Case) -> bool:
    """Say whether a text is a statement of pay or of hours."""
    terms = _how_many(case, "kind.payroll")
    return terms >= 3 and (terms >= 6 or len(_SUM.findall(case.text[:_SEEN])) >= 4)


# -------------------------------------------------------------------- a policy

_RULES = pattern(
    rf"(?i)\b(?:{vocabulary('kind', 'rules')})\b"
    r"(?:[ ](?:no\.?[ ])?[\w.-]{1,8})?\W*\Z"
)


def _is_policy(case: Case) -> bool:
    """Say whether a text is a rule of a house: its name says so, and its parts are a rule's."""
    top = [line for line in case.once(_top) if len(line) <= _HEADING * 2]
    # "The purpose of this policy is", "This policy applies to": what a rule says of itself.
    rules = not _HOUSE_RULES.isdisjoint(case.words.distinct)
    itself = rules and _OF_ITSELF.search(case.text) is not None
    named = itself or any(_RULES.search(line) for line in top)
    if named and len(_headings(case.once(_lines), "policy")) >= _PARTS_OF_A_POLICY:
        return True
    if itself and len(_MADE.findall(case.text, 0, _SEEN)) >= _PARTS_OF_A_POLICY:
        return not _is_headed(case)  # when it was adopted, and when it was last looked at
    # "Policy No. 12 Filling of posts": a description of a post may be kept among policies too.
    numbered = any(_NUMBERED.search(line) for line in top)
    described = "description" in " ".join(top).lower()
    of_posts = _how_many(case, "kind.posts")
    if (named or numbered) and of_posts >= _PARTS_OF_A_POLICY:
        return not described and not _is_headed(case, {SectionKind.DUTIES})
    # What says how any post is filled, and hardly speaks of this one.
    least = max(_MANY_PARTS, _how_many(case, "kind.offer") + 1)
    return of_posts >= least and not described and not _is_headed(case, {SectionKind.DUTIES})


def _is_plain_policy(case: Case) -> bool:
    """Say whether a rule of a house says so in its first line, which names no job, and its parts.

    Who is named in its steps is no title: "The compliance officer investigates".
    """
    first = _bare(case.text[:_SHORT].lstrip().partition("\n")[0])
    if "olic" not in first:
        return False
    named = _RULES.search(first.partition(":")[0]) is not None and not names_job(first)
    return named and (
        len(_headings(case.once(_lines), "policy")) >= _MANY_PARTS
        or _OF_ITSELF.search(case.text) is not None
    )


_OF_ITSELF = pattern(
    r"\b[Tt]his [Pp]olicy (?:applies|outlines|covers|describes|sets|explains)\b|"
    r"\b[Pp]urpose of (?:this|the|our) (?:\w+ ){0,3}[Pp]olicy is\b|"
    r"\b[Ff]or (?:the )?purposes? of this (?:[Pp]olicy|[Pp]rocedure|[Rr]egulation)\b"
)
_HOUSE_RULES: Final = frozenset({"policy", "procedure", "regulation"})
_MANY_PARTS: Final = 3
_NUMBERED = pattern(r"\b[Pp]olicy (?:[Nn]o\.?|[Nn]umber|#)? ?\d")
_PARTS_OF_A_POLICY: Final = 2
_AGREED = pattern(
    r"(?i)\bthis (?:\w+ )?(?:agreement|contract) is (?:made|entered)|\bthe parties\b|\bhereby\b|"
    r"\((?:the )?[\"“][a-z]+[\"”]\)|"
    r"\bwhereas\b|\bin witness\b|\(\"employee\"\)|\bby and between\b|\b[“\"]part(?:y|ies)\b|"
    r"\bshall be (?:paid|employed)\b|\bterminat(?:e|ion) (?:this|of this)\b|"
    r"\bemployee (?:shall|must)\b|\bsigned:"
)


def _is_contract(case: Case) -> bool:
    """Say whether a text is what an employer and one employee have agreed."""
    top = case.once(_top)
    # "2. Name of Employer:" and "3. Name of Employee:": whom it binds, and still to be filled in.
    if len({one[1].lower() for line in top if (one := _PARTY.match(line))}) > 1:
        return True
    if not any(_DEED.search(line) or _MADE_BETWEEN.match(line) for line in top):
        return False
    return len({match[0].lower() for match in _AGREED.finditer(case.text[:_SEEN])}) >= _TIES


_EVALUATION = pattern(
    r"(?i)\b(?:evaluation|appraisal|time ?sheet|review form|improvement plan)(?: form)?\W*\Z"
)


def _is_headed_evaluation(case: Case) -> bool:
    """Say whether a form in which an employee's work is marked says so on top, and has marks."""
    if _how_many(case, "kind.marks") < _MANY_PARTS:
        return False
    top = case.once(_top)[:2]
    return any(
        _EVALUATION.search(line) and (_OF_SOMEBODY.search(line) or not names_job(line))
        for line in top
    )


# "The Director's Performance Appraisal" is of whom it names.
_OF_SOMEBODY = pattern(r"(?i)['’]s?\s(?:\w+\s){0,2}(?:evaluation|appraisal)")


def _is_evaluation(case: Case) -> bool:
    """Say whether a text is a form in which an employee's work is marked or counted."""
    marks = _how_many(case, "kind.marks")
    if not any(_EVALUATION.search(line) for line in case.once(_top)[:2]):
        return marks >= _SURELY_MARKED
    return marks >= _LEAST or sum(1 for _ in _TO_FILL.finditer(case.text)) >= _MANY_BLANKS


_SURELY_MARKED: Final = 4
_DEED = pattern(r"(?i)\b(?:agreement|contract)\W*\Z")
# "This employment contract is entered into on May 1 by and between"
_MADE_BETWEEN = pattern(
    r"(?i)This (?:[A-Za-z]+ )?(?:agreement|contract) is (?:made|entered|concluded)\b|"
    r"(?:[\w'’]+ ){0,4}(?:agreement|contract)[\s.:]+It is hereby \w+\b"
)
_PARTY = pattern(r"(?i)(?:\d{1,2}[.)]\s?)?Name of (?:the )?(employe[er])\b")
_TIES: Final = 3


# --------------------------------------------------------------- a law, advice

_LAW = pattern(
    r"(?m)\bhereby (?:created|established)\b|\bOrd\. (?:No\. )?[\w-]*\d|§ ?\d+[-.]\d|"
    r"\bshall be appointed by\b|^Chapter \d+\.\d|"
    r"^\d{2,4}\.\d{2,3} (?=[A-Z])|^\d{1,3}[.-]\d{2}[.-]\d{2,4} "
)
_OF_A_BOARD: Final = frozenset(
    {"adopted", "adoption", "amended", "revised", "revision", "reviewed", "approved"}
)
_OF_LAW: Final = frozenset({"hereby", "ord"})
# Days on which a board's rule was made, each on a line, and its numbers: "304.2 Personnel".
_MADE = pattern(rf"(?mi)^\W*(?:{vocabulary('kind', 'made')})\b[:\s/]*[^\n]{{0,12}}\d")
# What a rule says of those who make it, and a posting of nobody: "The board shall appoint".
_BOARDS: Final = frozenset({"board", "council", "trustees"})
_BOARD_SHALL = pattern(
    r"\b[Tt]he (?:[Bb]oard|[Cc]ouncil|[Tt]rustees)(?: of [A-Z]\w+)? (?:shall|will) "
)
_RULE = pattern(r"\n\d{3}\.\d+[A-Z.]? +[A-Z]")
# "§ 4-09. Department of Maps", "SECTION 2.19 MAP OFFICER": what a law's own text begins with.
_PARAGRAPH = pattern(r"§ ?\d|(?:SECTION|Section|Sec\.|ARTICLE|CHAPTER|Chapter) \d+[.-]\d")
# "Keys Act, 2001 (Act No. 4 of 2001)", and its paragraphs: "(2) The keeper must …".
_ACT = pattern(r"\bAct(?:,| No\.?)? \d+(?: of \d{4})?")
_NUMBERED_RULE = pattern(r"\n\(\d\)\s?[A-Z][^\n]{0,160}? (?:must|shall|may) ")
_LETTERED = pattern(r"(?m)^\([a-h]\) [A-Z]")
_SHALL: Final = 2
_KINDS_OF_LAW: Final = 3
_RULES_OF_A_BOARD: Final = 2


def _is_law(case: Case) -> bool:
    """Say whether a text is a town's code or a board's rules, where an office is set up."""
    text = case.text[:_SEEN]
    kinds = set[str]()
    # Chapters and numbered lines are two kinds; there is a third where one of these is.
    signs = ("§", "shall be appointed by")
    if not _OF_LAW.isdisjoint(case.words.distinct) or any(sign in text for sign in signs):
        kinds = {match[0].lower().rstrip("0123456789-. ") for match in _LAW.finditer(text)}
    first = text.lstrip().removeprefix("Skip to main content").lstrip()[:_HEADING]
    if _PARAGRAPH.match(first) and text.count(" shall ") >= _SHALL:
        return True
    if first.lstrip("[(").startswith("Ord. No"):
        return True  # what follows was amended by these
    if case.words.distinct >= _RESOLVES and "be it " in case.lowered:
        return True  # "WHEREAS the post is vacant … NOW, THEREFORE, BE IT RESOLVED"
    if kinds and len(_LETTERED.findall(text)) >= _SHALL and text.count(" shall ") >= _SHALL:
        return not _is_headed(case)
    numbered = text.count("\n(") >= _SHALL and "act" in case.words.distinct
    if numbered and len(_NUMBERED_RULE.findall(text)) >= _SHALL and _ACT.search(text):
        return True
    ruled = (
        not _OF_A_BOARD.isdisjoint(case.words.distinct)
        # A newline before the first line too: all look for that.
        and len(_RULE.findall(f"\n{text}")) >= _RULES_OF_A_BOARD
        and len(_MADE.findall(text)) > _RULES_OF_A_BOARD
    )
    of_board = _is_boards_rule(case, text)
    if len(kinds) < _KINDS_OF_LAW and not ruled and not of_board:
        return False
    # A board's rule on how posts are filled speaks of who applies.
    return _how_many(case, "kind.apply") <= (_KINDS_OF_LAW if of_board else 1)


_RESOLVES: Final = frozenset({"whereas", "resolved"})


def _is_call_for_bids(case: Case) -> bool:
    """Say whether a text says on top that it asks for bids, and goes on to speak of them."""
    words = case.words
    if _BIDS.isdisjoint(words.distinct):
        return False
    spoken = sum(map(words.words.count, _BIDS & words.distinct))
    return spoken >= _MANY_PARTS and any(map(_CALLS_FOR_BIDS.search, case.once(_top)[:2]))


_BIDS: Final = frozenset(
    {"proposal", "proposals", "bid", "bids", "bidder", "bidders", "quotations"}
)
_CALLS_FOR_BIDS = pattern(
    r"(?i)\b(?:requests? for (?:proposals?|quotations?|bids?|qualifications)|"
    r"(?:invitation|notice) (?:to|for) bid(?:s|ders)?)\b(?:[ ]?(?:no\.?|#)?[ ]?[\w()-]{1,9})?\W*\Z"
)


def _is_minutes(case: Case) -> bool:
    """Say whether a text names a meeting on top and tells what was moved until it ended."""
    words = case.words.distinct
    if _ENDED.isdisjoint(words) or _MOVED.isdisjoint(words) or _is_headed(case):
        return False
    top = case.once(_top)[:3]
    named = any(_MEETING.search(line) and len(line) <= _SHORT_LINE for line in top)
    return named and not names_job(top[0])


_ENDED: Final = frozenset({"adjourn", "adjourned", "adjournment"})
_MOVED: Final = frozenset({"motion", "motions", "moved", "seconded"})
_MEETING = pattern(r"(?i)\b(?:meeting|minutes)\b")


def _is_reply(case: Case) -> bool:
    """Say whether a text tells somebody that their application came, and offers nothing."""
    opening = case.lowered[:_OPENING]
    if "your application" not in opening and "for applying" not in opening:
        return False
    return _CAME.search(opening) is not None and not _is_headed(case)


_CAME = pattern(
    r"\byour application (?:was|has been|is) (?:submitted|received|complete)|"
    r"\breceived your application\b|\bthank(?:s| you) for applying\b"
)


def _is_boards_rule(case: Case, text: str) -> bool:
    """Say whether a text tells what a board does, in a rule's words or with a rule's days."""
    if _BOARDS.isdisjoint(case.words.distinct) or _is_headed(case):
        return False
    if _BOARD_SHALL.search(text) is None:
        return False
    return text.count(" shall ") >= _SHALLS or (
        not _OF_A_BOARD.isdisjoint(case.words.distinct) and len(_MADE.findall(text)) >= _SHALL
    )


_OF_A_POST: Final = frozenset({SectionKind.DUTIES, SectionKind.QUALIFICATIONS})


def _is_headed(case: Case, kinds: Container[SectionKind | None] = _OF_A_POST) -> bool:
    """Say whether a heading stands above what is done, or asked of applicants."""
    return any(section.kind in kinds and section.heading for section in case.posting.sections)


_SHALLS: Final = 5
_BY = pattern(r"\n(?:Written )?[Bb]y [A-Z][a-z]+(?: [A-Z]\.)? [A-Z][\w'’-]+[ \t]*\n")
_OPENING: Final = 400


def _is_advice(case: Case) -> bool:
    """Say whether a text tells of a kind of work, or of how to hire for it, and offers none."""
    if "@" in case.text and _says_where_to_apply(case):
        return False  # which saves most postings the rest
    advice = tuple(
        place
        for place in case.hits["kind.advice"]
        if not _HIRES.search(case.text, max(0, place.start - _NEAR_IT), place.start)
    )
    general = min(_MOST_GENERAL, _how_many(case, "kind.general"))
    named = {case.text[place.start : place.end].lower() for place in advice}
    kinds = len(named) + (_BY.search(case.text[:_OPENING]) is not None)
    opening = case.text[:_OPENING]
    defined = any(sign in opening for sign in _DEFINES) and _DEFINED.search(opening) is not None
    # Who says what the trade is above the post's own title offers that post.
    defined = defined and not any(
        field.key.text.lower() in _TITLED for field in case.posting.fields
    )
    kinds += defined + _is_sampled(case)
    headed = _heads_with_the_trade(case)
    kinds += headed
    of_many = 2 * (kinds + general > 1 and _speaks_of_many(case))
    printed = len(case.hits["kind.article"]) >= _LEAST and general >= _SURELY_GENERAL
    alone = general >= _SURELY_GENERAL and not case.hits["kind.offer"]
    if not (kinds or printed or alone or (of_many and general)):
        return False
    # What names itself so further down must say more of it than of any post.
    above = case.text[: advice[0].start].split("\n") if advice else []
    first = defined or headed or (bool(advice) and sum(map(bool, above)) <= _HEADLINES)
    weight = 2 * kinds + general + 2 * first + of_many
    # A post's own text may speak of interviews and careers among its duties.
    offers = _how_many(case, "kind.offer") + 2 * (_is_headed(case) and not first)
    return weight >= _LEAST_WEIGHT - (offers == 0) and weight > offers


def _says_where_to_apply(case: Case) -> bool:
    """Say whether an address stands under a heading on how to apply: advice has none to send to."""
    return any(
        section.kind is SectionKind.HOW_TO_APPLY
        and section.heading
        and "@" in case.text[section.span.start : section.span.end]
        for section in case.posting.sections
    )


# "The mill is hiring a baker" advises nobody on hiring one.
_HIRES = pattern(
    r"(?:\bprocess of|\b[Ii]s|\b[Aa]re|\b[Aa]m|\b[Bb]e|['’](?:re|s|m)|\b[Nn]ow)"
    r"(?: \w+ly| now| again)?[\s*_]+\Z"
)
_NEAR_IT: Final = 24
_TITLED: Final = frozenset({"position title", "job title", "posting title"})
_DEFINES: Final = (" is a", "\nWhat ", "Most ")
# "An archivist is a person who keeps papers", "What is an archivist?", and "Sample archivist
# job description".
_DEFINED = pattern(
    r"(?:^|\n|\. )An? [A-Za-z][\w /-]{3,50}(?:, [^.\n]{5,240},)? is an? (?:[\w-]+ ){0,4}"
    rf"(?:{vocabulary('kind', 'sorts')})\b|"
    r"\nWhat (?:[Ii]s|[Dd]oes|[Dd]o|[Aa]re)(?: the \w+ of| [Ss]kills [Dd]oes)? "
    r"(?:an?|[Pp]eople|the average) [^?\n]{3,60}\?|"
    r"\nWhat is the (?:position|role|job) of (?:the )?[^?\n]{3,60}\?|"
    r"\bMost [a-z]+(?: and [a-z]+)? (?:are|have|need|require)\b"
)
_OF_A_SAMPLE: Final = frozenset({"sample", "analysis", "example"})
_SAMPLE = pattern(
    r"\b(?:[Ss]ample|[Aa]nalysis of an?|[Ee]xample of an?) (?:[\w/-]+ ){1,5}[Jj]ob [Dd]escription"
)
_UPDATED = pattern(r"\[[Uu]pdated (?:for )?(?:[A-Z]\w+ )?20\d\d\]")
# So far before "job description" may the words begin that make it a sample.
_LEADS_UP: Final = 120


def _is_sampled(case: Case) -> bool:
    """Say whether a text calls itself a sample, or says for which year it was rewritten."""
    if "[updated" in case.lowered and _UPDATED.search(case.text) is not None:
        return True
    if _OF_A_SAMPLE.isdisjoint(case.words.distinct):
        return False
    named = (match.end() for match in _NAMED_SO.finditer(case.lowered))
    return any(_SAMPLE.search(case.text, max(0, end - _LEADS_UP), end) for end in named)


_NAMED_SO = pattern("job description")


def _heads_with_the_trade(case: Case) -> bool:
    """Say whether lines name the trade again: "Archivist Salary", "Archivist Skills"."""
    named = case[title].value
    if not named or case.lowered.count(named.lower()) <= _LEAST:
        return False
    again = re.compile(
        rf"{re.escape(named)} (?:{vocabulary('kind', 'of_trades')})\b", re.IGNORECASE
    )
    lines = {line for line in case.once(_lines) if len(line) <= _SHORT_LINE and again.match(line)}
    return len(lines) > _LEAST


_SHORT_LINE: Final = 80


def _speaks_of_many(case: Case) -> bool:
    """Say whether a text speaks of all who have a trade: "Curators choose …", "a curator …"."""
    named = (word.removesuffix("s") for word in (case[title].value or "").lower().split())
    words = {word for word in named if names_job(word)}
    listed = case.words.words
    many = sum(listed.count(f"{word}s") for word in words)
    one = sum(
        1
        for at, word in enumerate(listed)
        if word in words and {"a", "an"} & {*listed[max(0, at - 2) : at]}
    )
    return many + one >= _MANY


_LEAST_WEIGHT: Final = 4
_MANY: Final = 2
_LEAST: Final = 2
_HEADLINES: Final = 3
_MOST_GENERAL: Final = 4
_SURELY_GENERAL: Final = 3
# 'HULL, Ore. — The school board'.
DATELINE = pattern(
    r"\n(?![A-Z ]*\b(?:WANTED|NEEDED)\b)"  # "DOCK HANDS WANTED — Elm Harbour"
    r"[A-Z]{3,20}(?: [A-Z]{2,20}){0,2}(?:, [A-Z][A-Za-z. ]{1,20})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([\w. ]{2,30}\))? (?:—|–|--) (?=[A-Z])"
)
_SPEECH: Final = frozenset({"said", "says", "told", "added", "explained", "according to"})


def _is_news(case: Case) -> bool:
    """Say whether a text is a report: people are quoted in it, and nobody is asked to apply."""
    if "welcoming" in case.words.distinct and _WELCOMES.search(case.lowered):
        return True  # who came, and not who is sought
    hits = case.hits["kind.article"]
    spoken = sum(1 for hit in hits if case.text[hit.start : hit.end].lower() in _SPEECH)
    if spoken and case.hits["kind.happened"]:
        # What happened, said in two ways, is more of a report.
        dated = DATELINE.search(f"\n{case.text[:_SHORT]}") is not None
        most = _LEAST + (dated or _how_many(case, "kind.happened") > 1)
        return _how_many(case, "kind.offer") <= most and (dated or not _is_headed(case))
    if spoken < _LEAST or case.text.count("“") + case.text.count('"') < _LEAST:
        return False
    return _how_many(case, "kind.offer") <= _LEAST


_WELCOMES = pattern(r"\bjoin (?:me|us) in welcoming\b")
# What tells of posts, or sets them up, and offers none.
ABOUT_POSTS: Final = (
    Paper(
        "a law or the rules of a board",
        _is_law,
        "2.16.010 Clerk - Office.\n\nThere is hereby created the office of clerk. The clerk shall "
        "be appointed by the mayor. (Ord. No. 20-5.)\n",
    ),
    Paper(
        "minutes of a meeting",
        _is_minutes,
        "Meeting of the Board\n\nReed moved to fill the post of clerk; Poe seconded. "
        "Adjourned at 9.\n",
    ),
    Paper(
        "an answer to somebody who applied",
        _is_reply,
        "Your application was received\n\nPosition: Clerk\nYour qualifications will be reviewed.\n",
    ),
    Paper(
        "a call for bids",
        _is_call_for_bids,
        "Request for Proposals\n\nElm seeks an auditor. Proposals are due on May 3; late proposals "
        "are sent back.\n",
    ),
    Paper(
        "advice about a job",
        _is_advice,
        "What does an archivist do?\n\nIn this article we look at skills to look for in one.\n",
    ),
    Paper(
        "a report in the news",
        _is_news,
        "Elm seeks a clerk\n\n“We need one,” said the mayor. “Soon,” he added on Monday.\n",
    ),
)
# What applicants write of themselves.
PERSONAL: Final = (
    Paper(
        "a résumé",
        _is_life,
        "Pat Reed\npat@example.org\n\nWork history\nClerk, Alder, 2019 - 2024\n"
        "- Filed records\n- Answered readers\n\nEducation\nB.A., Alder College, 2018\n",
    ),
    Paper(
        "a letter",
        _is_letter,
        "Dear Ms. Ortiz,\n\nI saw your notice and I think I fit. My last post taught me much, and "
        "I would like to talk.\n\nSincerely,\nPat Reed\n",
    ),
    Paper(
        "an offer to one person",
        _is_offer,
        "Dear Pat Reed,\n\nWe are delighted to offer you the post of Clerk. Please confirm your "
        "acceptance of this offer.\n",
    ),
    Paper(
        "a form about an employee",
        _is_headed_evaluation,
        "Appraisal\nEvaluator: Pat Reed\nOverall rating\n\nDuties\n- Keeps maps: unsatisfactory\n",
    ),
    Paper(
        "a policy",
        _is_plain_policy,
        "Policy 12: Keys\n\nPurpose\nTo count keys.\n\nScope\nAll staff.\n\nProcedure\n"
        "The key officer counts them.\n\nResponsibilities\nKeepers report losses.\n",
    ),
    Paper(
        "what a course teaches",
        _is_course,
        "MAP 101 Maps\n\nCredits: 3\n\nPrerequisites: none\n\nLearning outcomes\nReads maps.\n",
    ),
)
SHEETS: Final = (
    Paper(
        "a form about an employee",
        _is_evaluation,
        "Performance evaluation\nEmployee: ______\nQuality ____ Speed ____\nSigned ______\n",
    ),
    Paper(
        "a contract",
        _is_contract,
        "Employment agreement\n\nThis agreement is made by the parties. Employee shall sing.\n",
    ),
    Paper(
        "a policy",
        _is_policy,
        "Keys policy\n\nPurpose\nTo count keys.\n\nScope\nAll staff.\n\nProcedure\nCount them.\n",
    ),
    Paper(
        "an application form",
        _is_form,
        "Application for employment\nLast name: ______ First name: ______\nSocial Security: ____\n"
        "Home phone: ______\nReason for leaving: ______\nMay we contact this employer? ☐ ☐\n"
        "I certify that the above is true.\nSignature: _______\n",
    ),
    Paper(
        "a statement of pay",
        _is_pay,
        "Earnings statement\nPay period 3/1 - 3/15\nGross pay 2,100.00\n"
        "Federal withholding 210.00\nNet pay 1,640.50\nYTD 8,400.00\n",
    ),
)

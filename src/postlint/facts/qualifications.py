"""What the post asks for: a degree, experience in its place, a licence to drive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases, table, vocabulary
from postlint.facts.around import line_at, sentence_at, trim, words_in
from postlint.facts.base import Case, Fact, fact
from postlint.facts.experience import subject_behind
from postlint.facts.mentions import DegreeLevel, DegreeMention, LicenceMention
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

DegreeDemand = Literal["required", "preferred", "none"]

# "A high degree of" and its like, and letters that are no degree.
_NOT_A_DEGREE = pattern(r"degree(?:s)?\s+(?:of|to which|program|-seeking)\b", re.IGNORECASE)
_DEGREE_OF = pattern(r"degree\s+of\s+(?:bachelor|master|doctor|associate)", re.IGNORECASE)
_LETTERS = frozenset(
    {"ba", "bs", "b a", "b s", "m a", "m s", "j d", "bsc", "msc", "ed d", "edd", "msn", "dnp"}
)
_SCHOOLED = pattern(
    rf"{vocabulary('qualifications', 'schooled')}|\bin\b|\bor\b|required|preferred|nurs",
    re.I,
)
_REPLACES = pattern(
    r"degree(?:[^.;]|U\.S\.){0,120}?\b(?:may|will|can|could|shall)\b[^.;]{0,40}\bsubstitut"
    r"(?![^.;]{0,60}\bfor\b[^.;]{0,40}\b(?:education|degree))|"
    r"degree[^.;]{0,80}?\bin lieu of\b[^.;]{0,40}\bexperience",
    re.IGNORECASE,
)
_PREFERRED = pattern(
    r"\bpreferred(?=\b|\d)|\bdesirable\b|\bdesired\b|\ba plus\b|\bideal(?:ly)?\b|\badvantage|"
    r"\ban asset\b|\ba bonus\b|\(bonus\)|\bhelpful\b|\bpreferable\b|\bnice to have\b",
    re.IGNORECASE,
)
_REQUIRED = pattern(r"\brequired(?=\b|\d)|\bmust\b|\bminimum\b|\brequires\b", re.IGNORECASE)
_OUTSIDE = frozenset({SectionKind.BENEFITS, SectionKind.ORGANIZATION, SectionKind.COMPENSATION})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = table("qualifications")["words"]
    return {name: frozenset(block.split()) for name, block in words.items()}


@fact("degree", phrases=phrases("qualifications"))
def degree(case: Case) -> Fact[DegreeDemand]:
    """Return whether a degree is asked for.

    A degree that experience may replace is required; one that is only an
    alternative to plain experience is not.
    """
    mentions = case[degrees].value
    required = [mention.span for mention in mentions if mention.required]
    if required:
        return Fact("required", tuple(required))
    if mentions:
        return Fact("preferred", tuple(mention.span for mention in mentions))
    return Fact("none")


@fact("degrees")
def degrees(case: Case) -> Fact[tuple[DegreeMention, ...]]:
    """Return every degree the posting asks for, with its level and subject."""
    found = tuple(_mentions(case))
    return Fact(found, tuple(one.span for one in found))


def _degree_of(case: Case, place: Span, *, required: bool) -> DegreeMention:
    words = case.text[place.start : place.end]
    found: list[DegreeLevel] = [level for level, form in _LEVELS if form.search(words)]
    level = found[0] if found else "degree"
    return DegreeMention(place, level, required, subject_behind(case, place.end))


_LEVELS: Final[tuple[tuple[DegreeLevel, re.Pattern[str]], ...]] = (
    ("associate", pattern(r"\bassociate|\btwo[- ]year|\b2[- ]year|\bA\.?[AS]\b", re.IGNORECASE)),
    (
        "bachelor",
        pattern(
            r"\bbachelor|\bbaccalaur|\bundergrad|\b(?:four|4)[- ]year|\bfour years|"
            r"\bB\.?(?:Sc|[AS])\b",
            re.IGNORECASE,
        ),
    ),
    ("doctorate", pattern(r"\bdoctor|\bph\.?d|\bed\.?d|\bjuris|\bj\.?d\b|\blaw\b", re.IGNORECASE)),
    (
        "master",
        pattern(
            r"\bmaster|\bM\.?(?:Sc|BA|PA|PH|LIS|LS|[AS])\b|\bgraduate degree|\bpostgrad|\badvanced",
            re.IGNORECASE,
        ),
    ),
)


_COMMA: Final = ", "


def _mentions(case: Case) -> Iterator[DegreeMention]:
    found = [_unglued(case.text, place) for place in case.hits["qualifications.degree"]]
    # "Registrar, Juris Doctorate": the title names a class of posts and asks for nothing.
    named = merged(
        Span(
            one.start,
            one.end + len(_COMMA) + 1 if case.text.startswith(_COMMA, one.end) else one.end,
        )
        for one in case[title].spans[:1]
    )
    places = [one for one in found if _is_degree(case, one) and not touches(named, one)]
    for number, place in enumerate(places):
        following = number + 1
        # "A Ph.D., M.F.A., or other terminal degree is desired": what is said last is of all.
        while following < len(places) and _LISTED_ON.fullmatch(
            case.text, places[following - 1].end, places[following].start
        ):
            following += 1
        following = places[following].start if following < len(places) else len(case.text)
        mention = _judge(case, place, following)
        if mention is not None:
            yield mention


_LISTED_ON = pattern(
    r"\.?\s?(?:,\s?(?:or\s)?|/\s?|\sor\s)(?:an?\s|other\s|terminal\s){0,2}", re.IGNORECASE
)
_FOLLOWED = pattern(
    r"\W{0,3}(?:in|from|required|preferred|or|and|with|plus|at|is|desired|\()\b", re.I
)
_LEVELLED = pattern(rf"[\s).]*(?:{vocabulary('qualifications', 'levelled')})\b", re.I)
_BEFORE_BARE = pattern(
    r"(?:high|some|360|\d|certain|large|great|significant|general education)[\s-]*\Z", re.I
)
_PAPERS = pattern(vocabulary("qualifications", "papers"), re.IGNORECASE)


# What is preferred inside brackets is a detail of the degree, not the degree.
_BRACKETED = pattern(
    r"\([^()]*(?:field|emphasis|major|concentration|discipline)[^()]*\)", re.IGNORECASE
)


# "A degree in botany, ideally with an emphasis on mosses": the emphasis is what is wished for.
_DETAIL = pattern(r",\s(?:ideally|preferably)\s(?:in|with|from)\b", re.IGNORECASE)


# Where a line break was lost, what stood on the next line goes on: "degree10+ years".
_GLUED = pattern(r"(?:(?<=[Dd]egree)|(?<=[Dd]egrees))(?=[A-Z\d])|(?<=DEGREE)(?=\d)")
# "Degreed engineers" have one and are not asked for it.
_GROWN = pattern(r"degree(?!s?\b)\w*")


def _unglued(text: str, place: Span) -> Span:
    """Return a find without the words that grew together with it."""
    seam = _GLUED.search(text, place.start, place.end)
    return place if seam is None else Span(place.start, seam.start())


def _is_degree(case: Case, place: Span) -> bool:
    """Say whether a find is a degree somebody may have."""
    text = case.text
    place = _unglued(text, place)
    raw = text[place.start : place.end]
    word = " ".join(pattern(r"[a-z]+").findall(raw.lower()))
    after = text[place.end : place.end + 30]
    if _LEVELLED.match(after):
        return False
    if word in _LETTERS:
        letters = raw.replace(".", "").replace(" ", "")
        if _IN_A_TAG.search(text, max(0, place.start - 2), place.start):
            return False
        return letters[:1].isupper() and bool(_SCHOOLED.search(after)) and "\n" not in raw
    if word in {"bachelor", "bachelors", "bachelor s", "associate s", "master s", "masters"}:
        return bool(
            pattern(r"\W*(?:degree|or|in|of|and|preferred|required|from|plus)?\b").match(after)
        )
    if word in {"degree", "degrees"}:
        stretch = text[place.start : place.end + 30]
        if _NOT_A_DEGREE.match(stretch) and not _DEGREE_OF.match(stretch):
            return False
        if _BEFORE_BARE.search(text[max(0, place.start - 20) : place.start]):
            return False
        seam = after[:1].isdigit() or after[:1].isupper() or after.lstrip(" \t")[:1] == "\n"
        return seam or bool(_FOLLOWED.match(after)) or after.strip()[:1] in {"", ".", ";", ","}
    return _GROWN.fullmatch(word) is None


# "#LI-DNP" is a tag, and "-BS" an item.
_IN_A_TAG = pattern(r"(?:[#_]|\w-)\Z")
# "To be at the level of an associate requires graduation …": another post's.
_OF_A_CLASS = pattern(r"\bat the level of\b[^.;]{0,80}\brequires\b", re.IGNORECASE)
# "the CTO (PhD, engineer)": what somebody has who works there.
_OF_SOMEBODY = pattern(
    rf"\b(?:{vocabulary('qualifications', 'somebody')})\s?\(\s?(?:an? )?\Z", re.IGNORECASE
)
# "A master's degree or law degree is desired": what is said of the second is said of both.
_PAIRED = pattern(r"\s*(?:/|or)\s*(?:an? )?(?:[a-z]+ )?", re.IGNORECASE)


def _judge(case: Case, place: Span, following: int) -> DegreeMention | None:
    """Return whether a degree is asked for, or `None` where it is only spoken of."""
    text = case.text
    sentence = sentence_at(case, place.start)
    section = case.posting.section_at(place.start)
    heading = section.heading.text.lower() if section.heading else ""
    whole = text[sentence.start : min(sentence.end, place.end + 300)]
    bare = text[place.start : place.end].lower() in {"degree", "degrees"}
    near = Span(max(sentence.start, place.start - 80), min(sentence.end, place.end + 80))
    demanding = _REQUIRED.search(whole)
    if set(words_in(case, near)) & _words()["aside"] and not demanding:
        return None
    opening = place.start - sentence.start <= 4 and not bare
    criteria = _CRITERIA.search(text, max(0, place.start - 30), place.start) is not None
    if section.kind in _OUTSIDE and not (demanding or opening or criteria):
        return None
    if bare and _PAPERS.search(whole):
        return None
    if _TOWARDS.search(text, max(0, place.start - 60), place.start):
        return None
    if _is_example(case, place):
        return None
    if _NOT_NEEDED.search(text, max(0, place.start - 60), place.start):
        return None
    if _IS_NOT_NEEDED.match(text, place.end):
        return None
    if not demanding and _TAUGHT.search(text[max(sentence.start, place.start - 160) : place.start]):
        return None
    if "substitut" in heading or _REPLACES.search(text[place.start : place.end + 160]):
        return None
    if pattern(r"[$£]\s?\d").search(whole):
        return None
    if _is_option(text, place):
        return None
    if "?" in whole[-3:] and whole.lower().lstrip().startswith(("do you", "have you", "did you")):
        return None
    if _OF_A_CLASS.search(text, sentence.start, place.start):
        return None
    if _OF_SOMEBODY.search(text, max(0, place.start - 30), place.start):
        return None
    paired = _PAIRED.fullmatch(text, place.end, max(following, place.end)) is not None
    clause_end = sentence.end if paired else min(sentence.end, max(following, place.end))
    semicolon = text.find(";", place.end, clause_end)
    clause = text[place.start : semicolon if semicolon > 0 else clause_end]
    clause = _DETAIL.sub(" ", _BRACKETED.sub(" ", clause[:600]))
    before = pattern(r"[;.]").split(text[max(sentence.start, place.start - 60) : place.start])[-1]
    if "associate" in clause[:12].lower() and _is_alternative(case, place):
        return None
    labels = _RUN_IN.findall(text, max(sentence.start, place.start - 200), place.start)
    if labels and _PREFERRED.search(labels[-1]) and not _REQUIRED.search(clause):
        return _degree_of(case, place, required=False)
    wanted, demanded = _PREFERRED.search(clause), _REQUIRED.search(clause)
    if wanted and not (demanded and demanded.start() < wanted.start()):
        return _degree_of(case, place, required=False)
    if _PREFERRED.search(before) and not _REQUIRED.search(before) and not demanded:
        return _degree_of(case, place, required=False)
    near_heading = section.heading and place.start - section.heading.span.end < _HEADING_REACHES
    labelled = _EDUCATION.search(text, max(0, place.start - 30), place.start) is not None
    if (section.kind is SectionKind.PREFERRED and not labelled) or (
        near_heading and _PREFERRED.search(heading)
    ):
        # "… or an equivalent combination …" is how a minimum is written.
        formula = case.hits.within("qualifications.equivalency", sentence)
        if not demanded and not formula and not pattern(r"required|minimum").search(heading):
            return _degree_of(case, place, required=False)
    if opening and not demanded and _after_a_minimum(case, sentence):
        return _degree_of(case, place, required=False)
    return _degree_of(case, place, required=True)


# "Basic Hiring Criteria:BS", glued to the description of a house.
_CRITERIA = pattern(
    r"\b(?:criteria|requirements?|qualifications?|must have)\s?:\s?\Z", re.IGNORECASE
)
# "Education level: a degree" has a line of its own, whatever heading it is glued to.
_EDUCATION = pattern(r"\bEducation(?: level| required)?\s?:\s*\Z", re.IGNORECASE)
# "Required: a diploma. Preferred: a licence; an associate degree."
_RUN_IN = pattern(r"\b(Required|Minimum|Must have|Preferred|Desired|Desirable|Nice to have):")
# Where a board lost its headings, what stands so far below one is not under it.
_HEADING_REACHES: Final = 3000


# The last of the answers that a questionnaire offers.
_NO_ANSWER = pattern(
    r"\n[ \t\xa0*•-]*(?:None(?: of (?:the|these) above)?|No degree)[ \t\xa0.]*(?:\n|\Z)"
)
_FORM_WIDTH: Final = 700


# "Please choose the answer that best describes your education": lines that are answers follow.
_CHOOSE = pattern(
    r"\b(?:(?:choose|select|indicate|check)\b[^\n]{0,80}?"
    rf"\b(?:{vocabulary('qualifications', 'to_choose')})"
    "|best describes|which of the following|highest (?:level|"
    r"degree))\b[^\n]{0,160}[.?:][ \t\xa0]*\n(?P<answers>[^?]*)\Z",
    re.IGNORECASE,
)
_LONGEST_ANSWER: Final = 140


# "A doctorate is preferred, or an equal mix of study and work, e.g. a master's and a year."
_EXAMPLE = pattern(r"(?i)(?:\be\.?g\.|\bfor (?:example|instance)|\bsuch as),? ?(?:an? |the )?\Z")


def _is_example(case: Case, place: Span) -> bool:
    """Say whether a degree is an example of what counts beside one named before it."""
    text = case.text
    if _EXAMPLE.search(text, max(0, place.start - 20), place.start) is None:
        return False
    before = text[max(0, place.start - 160) : place.start]
    return pattern(r"(?i)\bequivalen|\bequal\b|\bin lieu\b|\bsubstitut").search(before) is not None


def _is_choice(text: str, place: Span) -> bool:
    """Say whether a degree begins one of the lines below a request to choose among them."""
    line = line_at(text, place.start)
    if (
        text[line.start : place.start].strip(" \t\xa0-*•_[]()☐☑")
        or line.end - line.start > _FORM_WIDTH
    ):
        return False
    found = _CHOOSE.search(text, max(0, line.start - _FORM_WIDTH), line.start)
    if found is None:
        return False
    answers = [words for words in found["answers"].split("\n") if words.strip()]
    return all(len(words.strip()) < _LONGEST_ANSWER for words in answers) and (
        place.end - line.start < _LONGEST_ANSWER
    )


def _is_option(text: str, place: Span) -> bool:
    """Say whether a degree is one of the answers to a question, which ends in "None"."""
    if _is_choice(text, place):
        return True
    if _NO_ANSWER.search(text, place.end, place.end + _FORM_WIDTH) is None:
        return False
    return (
        pattern(r"[?:]\s*\n").search(text[max(0, place.start - _FORM_WIDTH) : place.start])
        is not None
    )


# A degree that is being earned is none that anybody has.
_TOWARDS = pattern(
    rf"\b(?:{vocabulary('qualifications', 'towards')})(?:\s+(?:an?|their|your|the))?\s+\Z",
    re.IGNORECASE,
)
# "No degree is needed", "you do not need a degree", "a degree is not required"
_NOT_NEEDED = pattern(
    r"\b(?:no|without|(?:do(?:es)?|need|is|are) not (?:need|require|have|needed)|don['’]t need)"
    r"(?: to have)?(?: an?)?(?: formal| college| university| specific)?\s+\Z",
    re.IGNORECASE,
)
_IS_NOT_NEEDED = pattern(
    r"\s(?:is|are) not (?:needed|required|necessary|essential)\b", re.IGNORECASE
)
# "The School offers a BSc in botany": what is taught there is not asked for.
_TAUGHT = pattern(
    rf"\b(?:{vocabulary('qualifications', 'teaches')})\b"
    rf"(?:(?!\b(?:{vocabulary('qualifications', 'has_it')})\b"
    r")[^.;:]){0,150}\Z",
    re.IGNORECASE,
)
_SCHOOL = pattern(r"high school|\bGED\b|G\.E\.D", re.IGNORECASE)


def _after_a_minimum(case: Case, sentence: Span) -> bool:
    """Say whether the paragraph above asks for school alone: then a degree is what is wished for.

    The headings "Minimum" and "Preferred" get lost on the way to a job board.
    """
    text = case.text
    floor = max(0, sentence.start - 900)
    above = text[floor : sentence.start]
    if not pattern(r"\n\s*\n\s*\Z").search(above):
        return False
    paragraph = pattern(r"\n\s*\n").split(above.rstrip())[-1]
    begin = floor + above.rindex(paragraph)
    learned = case.hits.within("qualifications.degree", Span(begin, sentence.start))
    named = any(_is_degree(case, place) for place in learned)
    return bool(_SCHOOL.search(paragraph)) and not named and ";" in paragraph


def _is_alternative(case: Case, place: Span) -> bool:
    """Say whether a degree follows "or" and what stands before it asks for none."""
    text = case.text
    floor = max(0, place.start - 500)
    before = text[floor : place.start]
    alternative = pattern(
        r"(?:;|\n|,|\bOR\b)\s*(?:or|OR)\W{1,6}(?:\d[.)]\s*)?(?:an?\s+|possession of an?\s+)?\Z",
        re.IGNORECASE,
    ).search(before)
    if alternative is None:
        return False
    earlier = case.hits.within("qualifications.degree", Span(floor, place.start))
    return not any(_is_degree(case, other) for other in earlier)


# ---------------------------------------------------------------- equivalency

_EXPERIENCE = pattern(r"experien|training|work history|practical", re.IGNORECASE)
_LEARNING = pattern(
    f"{vocabulary('qualifications', 'learning')}",
    re.IGNORECASE,
)
_FOR_EXPERIENCE = pattern(
    r"(?:degree|education|coursework|graduate study|units|credits|hours)\b[^.]{0,400}"
    r"\bsubstitut\w*\s+for\b[^.]{0,60}\bexperience|"
    r"substitut\w*\s+(?:\w+\s+){0,4}for\s+(?:up to\s+)?(?:\w+\s+){0,5}experience",
    re.IGNORECASE,
)
_FOR_EDUCATION = pattern(
    r"substitut[^.;]{0,90}\bfor\s+(?:\w+\s+){0,4}(?:educat|degree|bachelor|college)", re.IGNORECASE
)
_YEARS_INSTEAD = pattern(
    r"(?:\n[\s•*-]*OR\b|;\s*(?:OR|or)\b|\bOR\b)[\s,:•*-]*"
    # The other way may be an item of its own: "; or" and below it "2. Two years".
    r"(?:(?:\d{1,2}|[A-Za-z])[.)]\s+)?"
    r"(?:(?:\w+\s+)?training\s+and\s+)?"
    r"(?:at least\s+)?(?:(?:\w+|\d+)\s+)?(?:\(\d+\)\s+)?(?:\+\s*)?"
    r"(?:or more\s+)?years?\b[^.;\n]{0,100}\bexperience|"
    # "A diploma in botany or two years of practice": the number stands behind the "or".
    r"(?<=[a-z,])\s+or\s+(?:at least\s+)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\+?\s+"
    r"(?:\(\d+\)\s+)?years?\b[^.;,\n]{0,60}\b(?:experience|work\b|practice)"
)


@fact("degree_equivalency")
def degree_equivalency(case: Case) -> Fact[str | None]:
    """Return the words by which experience may replace the degree."""
    best: tuple[int, Span] | None = None
    for place in case.hits["qualifications.equivalency"]:
        found = _replacement(case, place)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        best = _years_instead(case)
    if best is None:
        return Fact(None)
    return Fact(case.posting.passage(best[1]).text, (best[1],))


# "My resume will not substitute for the form."
_DENIED = pattern(r"\b(?:not|cannot|no)\b[^.;]{0,24}\bsubstitut", re.IGNORECASE)


def _replacement(case: Case, place: Span) -> tuple[int, Span] | None:
    """Return how plainly a sentence lets experience replace a degree, and the sentence."""
    text = case.text
    sentence = sentence_at(case, place.start)
    if sentence.end - sentence.start > 700:
        sentence = trim(
            text, Span(max(sentence.start, place.start - 250), min(sentence.end, place.end + 250))
        )
    words = text[sentence.start : sentence.end]
    if not _EXPERIENCE.search(words) and "equivalent" not in words.lower():
        return None
    near = text[max(sentence.start - 200, place.start - 350, 0) : min(len(text), place.end + 200)]
    if not _LEARNING.search(words) and not pattern(r"degree|bachelor", re.IGNORECASE).search(near):
        return None
    reverse = _FOR_EXPERIENCE.search(words)
    for_education = reverse and _FOR_EDUCATION.search(words)
    if reverse and not for_education and "combination" not in words.lower():
        return None
    if _belongs_to_preferred(case, place, sentence) or _DENIED.search(words):
        return None
    only_skills = pattern(r"(?:training|licens\w+|skills?) and experience\W*\Z").search(words)
    if only_skills and not pattern(r"educat|degree", re.IGNORECASE).search(words):
        return None
    plain = case.hits.within("qualifications.plain", sentence)
    # "Any combination is encouraged" invites; "any equivalent combination" replaces.
    return (1 if not plain else 3 if "equivalent" in words.lower() else 2), sentence


_YEARS_BEFORE = pattern(
    r"(?P<years>(?:\w+|\d+)(?:\s+\(\d+\))?\s+(?:or more\s+)?years?\b[^.;\n]{0,60}\bexperience\b"
    r"[^.;\n]{0,140})[;,]?\s*\b(?:OR|or)\s+(?:an?\s+|possession of an?\s+)?\Z"
)


def _years_instead(case: Case) -> tuple[int, Span] | None:
    """Return "or N years of experience" behind a degree, or "N years of experience, or" before."""
    for mention in case[degrees].value:
        floor = max(sentence_at(case, mention.span.start).start, mention.span.start - 330)
        before = _YEARS_BEFORE.search(case.text[floor : mention.span.start])
        # "A master's degree with two years, or a bachelor's with five": each has its degree.
        own = before and "degree" in case.text[floor : floor + before.start()].lower()
        if before and not own:
            end = floor + before.start("years") + len(before["years"].rstrip(" ,;\xa0"))
            return 1, Span(floor + before.start("years"), end)
        end = min(len(case.text), mention.span.end + 700)
        match = _YEARS_INSTEAD.search(case.text, mention.span.end, end)
        if match:
            return 1, trim(case.text, Span(match.start(), match.end()))
    return None


def _belongs_to_preferred(case: Case, place: Span, sentence: Span) -> bool:
    """Say whether what may be replaced is only preferred, beside a degree that is required."""
    section = case.posting.section_at(place.start)
    if section.kind is not SectionKind.PREFERRED:
        return False
    own = [mention for mention in case[degrees].value if sentence.contains(mention.span)]
    if not own or any(mention.required for mention in own):
        return False
    return case[degree].value == "required"


# -------------------------------------------------------------------- licence

_DEMANDS = pattern(
    "valid|require|must|possess|current|hold|maintain|have"
    rf"\b|{vocabulary('qualifications', 'licence_demands')}",
    re.IGNORECASE,
)
_NO_LICENCE = pattern(
    # "If this position requires driving, …" asks it of other posts, or of nobody.
    r"\bif (?:this|the|your) (?:position|job|post|role|work) (?:requires?|involves)\b|"
    r"not\s+(?:be\s+)?required|no\s+driver|verify|photo\s+id|identification|issue[sd]?\s+driver|"
    r"driver'?s?\s+licen[cs]e\s+(?:office|bureau|examin|services|division|applicants)|"
    r"(?:state|social security|number)\W+(?:and|or)\s+driver",
    re.IGNORECASE,
)


# How to come by a licence is not a demand for one.
_INSTRUCTS = pattern(
    rf"\b(?:{vocabulary('qualifications', 'instructs')})\b|https?:",
    re.IGNORECASE,
)


@fact("licences")
def licences(case: Case) -> Fact[tuple[LicenceMention, ...]]:
    """Return the licences to drive that are asked for, each sentence once."""
    found: dict[Span, LicenceMention] = {}
    for place in case.hits["qualifications.licence"]:
        sentence = _licence_sentence(case, place)
        text = case.text[sentence.start : sentence.end]
        if sentence in found or not _is_requirement(case, place, text):
            continue
        wanted = _PREFERRED.search(text) is not None and not _REQUIRED.search(text)
        commercial = _COMMERCIAL.search(text) is not None
        group = _CLASS.search(text)
        found[sentence] = LicenceMention(
            span=sentence,
            kind="commercial driver" if commercial else "driver",
            required=not wanted,
            subject=group["name"].upper() if group else None,
        )
    return Fact(tuple(found.values()), tuple(found))


_COMMERCIAL = pattern(r"\bcdl\b|\bcommercial driver", re.IGNORECASE)
_CLASS = pattern(r"\bclass\s+[\"“']?(?P<name>[A-E])\b", re.IGNORECASE)


def _licence_sentence(case: Case, place: Span) -> Span:
    sentence = sentence_at(case, place.start)
    if sentence.end - sentence.start <= _LONGEST_LICENCE:
        return sentence
    near = Span(max(sentence.start, place.start - 120), min(sentence.end, place.end + 120))
    # Whole words, and a clause where one begins within reach.
    begin, end = near
    if begin > sentence.start:
        cut = max(case.text.rfind(mark, begin, place.start) for mark in ";:.")
        begin = cut + 1 if cut >= 0 else case.text.find(" ", begin, place.start) + 1
    if end < sentence.end:
        end = max(place.end, case.text.rfind(" ", place.end, end))
    return trim(case.text, Span(max(begin, sentence.start), end))


_LONGEST_LICENCE: Final = 400


def _is_requirement(case: Case, place: Span, text: str) -> bool:
    """Say whether a sentence asks for the licence it speaks of."""
    if _NO_LICENCE.search(text) or _INSTRUCTS.search(text) or not _DEMANDS.search(text):
        return False
    return not _is_titled(case, place)


def _is_titled(case: Case, place: Span) -> bool:
    """Say whether a find stands in a heading."""
    heading = case.posting.section_at(place.start).heading
    return heading is not None and heading.span.overlaps(place)


@fact("driver_license")
def driver_license(case: Case) -> Fact[str | None]:
    """Return the words that ask for a driver's licence."""
    spare: Span | None = None
    for place in case.hits["qualifications.licence"]:
        sentence = _licence_sentence(case, place)
        text = case.text[sentence.start : sentence.end]
        if _NO_LICENCE.search(text):
            continue
        if _is_requirement(case, place, text):
            return Fact(text, (sentence,))
        if spare is None and not _is_titled(case, place):
            spare = line_at(case.text, place.start) if len(text) < 6 else sentence
    return Fact(None) if spare is None else Fact(case.posting.passage(spare).text, (spare,))

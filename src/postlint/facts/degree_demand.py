"""Whether a degree that a posting names is asked for, wished for, or only spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Final, TypeAlias

from postlint.document.kinds import SectionKind
from postlint.facts._data import line_set, table, vocabulary
from postlint.facts.answers import is_answer
from postlint.facts.around import line_at, sentence_at, words_in
from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

# "A high degree of" and its like are no degree.
_NOT_A_DEGREE = pattern(r"(?i)degree(?:s)?\s+(?:of|to which|program|-seeking)\b")
_DEGREE_OF = pattern(r"(?i)degree\s+of\s+(?:bachelor|master|doctor|associate)")
_SCHOOLED = pattern(
    rf"(?i){vocabulary('qualifications', 'schooled')}|\bin\b|\bor\b|"
    r"required|preferred|desir|essential|needed|nurs"
)
_REPLACES = pattern(
    r"(?i)degree(?:(?!experience)[^.;]|U\.S\.){0,120}?\b(?:may|will|can|could|shall)\b[^.;]{0,40}\bsubstitut"
    r"(?![^.;]{0,60}\bfor\b[^.;]{0,40}\b(?:education|degree))|"
    r"degree[^.;]{0,80}?\bin lieu of\b[^.;]{0,40}\bexperience"
)
PREFERRED = pattern(
    r"(?i)\bpreferred(?=\b|\d)|\bdesirable\b|\bdesired\b|\ba plus\b|\bideal(?:ly)?\b|\badvantage|"
    r"\bis welcome\b|\bfar from necessary\b|\ban asset\b|\ba bonus\b|\(bonus\)|"
    r"\bhelpful\b|\bpreferable\b|\bnice to have\b|"
    rf"\b(?:{vocabulary('qualifications', 'only_wished')})\b"
)
REQUIRED = pattern(r"(?i)\b(?<!not )required(?=\b|\d)|\b(?<!not a )must\b|\bminimum\b|\brequires\b")
_OUTSIDE = frozenset({SectionKind.BENEFITS, SectionKind.ORGANIZATION, SectionKind.COMPENSATION})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = table("qualifications")["words"]
    return {name: frozenset(block.split()) for name, block in words.items()}


_FOLLOWED = pattern(rf"(?i)\W{{0,3}}(?:{vocabulary('qualifications', 'behind_a_degree')}|\()\b")
# "The Choir Master's Duties": whose they are.
_WHOSE = pattern(r"(?i)[ ](?:responsibilities|duties|tasks)\b")
_LEVELLED = pattern(rf"(?i)[\s).]*(?:{vocabulary('qualifications', 'levelled')})\b")
_BEFORE_BARE = pattern(
    r"(?i)(?:high(?: school)?|some|360|\d|certain|large|great|significant|"
    r"general education)[\s-]*\Z"
)
_PAPERS = pattern(
    # "A degree, or proof of comparable skill" asks for no paper.
    rf"(?i){vocabulary('qualifications', 'papers')}|"
    r"proof(?! of (?:comparable|equivalent|equal|similar))"
)

_LISTED_ON = pattern(r"(?i)\.?\s?(?:,\s?(?:or\s)?|/\s?|\sor\s)(?:an?\s|other\s|terminal\s){0,2}")
# What is preferred inside brackets is a detail of the degree, not the degree.
_BRACKETED = pattern(
    r"(?i)\([^()]*(?:field|emphasis|major|concentration|discipline|designation)[^()]*\)"
)


# "A degree in botany, ideally with an emphasis on mosses": the emphasis is what is wished for.
_DETAIL = pattern(r"(?i),\s(?:ideally|preferably)\s(?:in|with|from)\b")

_COMMA: Final = ", "
_WITH_ONE = pattern(r"(?i)(?: or (?:college|university))? with an? ")


def named_degrees(case: Case) -> Iterator[NamedDegree]:
    """Yield every degree that is named, those in the title apart, which asks for nothing."""
    found = [_unglued(case.text, place) for place in case.hits["qualifications.degree"]]
    # "Registrar, Juris Doctorate": the title names a class of posts.
    titled = merged(
        Span(
            one.start,
            one.end + len(_COMMA) + 1 if case.text.startswith(_COMMA, one.end) else one.end,
        )
        for one in case[title].spans[:1]
    )
    places = [one for one in found if is_degree(case, one) and not touches(titled, one)]
    places = _each_once(case.text, places)
    for number, place in enumerate(places):
        following = number + 1
        # "A Ph.D., M.F.A., or other terminal degree is desired": what is said last is of all.
        while following < len(places) and _LISTED_ON.fullmatch(
            case.text, places[following - 1].end, places[following].start
        ):
            following += 1
        next_start = places[following].start if following < len(places) else len(case.text)
        yield NamedDegree(case, place, next_start)


def _each_once(text: str, places: list[Span]) -> list[Span]:
    """Return places without those that name another's degree or school again.

    "Graduation from a college with a bachelor's degree" names one degree, and so does "an MLS
    degree".
    """
    counted: list[Span] = []
    for one in places:
        if counted and _WITH_ONE.fullmatch(text, counted[-1].end, one.start):
            counted.pop()
        elif counted and text[counted[-1].end : one.end] == " degree":
            continue
        counted.append(one)
    return counted


class NamedDegree:
    """A degree where a posting names it, and what the decisions ask about the words around it.

    `following` is where the next degree begins, lists of degrees passed by.
    """

    def __init__(self, case: Case, place: Span, following: int) -> None:
        self.case, self.place, self.following = case, place, following
        self.text = case.text
        self.sentence = sentence_at(case, place.start)
        self.section = case.posting.section_at(place.start)
        # A list without sentence marks is cut where it cannot be about the degree any more.
        self.whole = self.text[self.sentence.start : min(self.sentence.end, place.end + 300)]
        self.bare = self.text[place.start : place.end].lower() in {"degree", "degrees"}
        self.demanded = REQUIRED.search(self.whole) is not None

    @cached_property
    def heading(self) -> str:
        """The words above it, in small letters."""
        return self.section.heading.text.lower() if self.section.heading else ""

    @property
    def opens(self) -> bool:
        """Say whether the sentence begins with it."""
        # "Degree or equal experience."
        named = not self.bare or self.text.startswith("Degree", self.place.start)
        return self.place.start - self.sentence.start <= 4 and named

    def follows(self, form: re.Pattern[str], reach: int) -> bool:
        """Say whether a form is found among so many characters before it."""
        start = self.place.start
        return form.search(self.text, max(0, start - reach), start) is not None

    @property
    def aside(self) -> bool:
        """Say whether words beside it are of other things than a demand."""
        first = max(self.sentence.start, self.place.start - 80)
        # "A-levels; a degree would help": what stands before the sign is another demand.
        first = max(first, self.text.rfind(";", first, self.place.start))
        near = Span(first, min(self.sentence.end, self.place.end + 80))
        around = (
            *words_in(self.case, Span(near.start, self.place.start)),
            *words_in(self.case, Span(self.place.end, near.end)),
        )
        return not _words()["aside"].isdisjoint(around)

    @property
    def taught(self) -> bool:
        """Say whether somebody teaches it."""
        start = self.place.start
        return _TAUGHT.search(self.text[max(self.sentence.start, start - 160) : start]) is not None

    @property
    def is_a_question(self) -> bool:
        """Say whether the sentence is a question to the applicant."""
        opening = self.whole.lower().lstrip()
        return "?" in self.whole[-3:] and opening.startswith(("do you", "have you", "did you"))

    @property
    def replaces(self) -> bool:
        """Say whether it may stand for something else."""
        start = self.place.start
        return "substitut" in self.heading or (
            _REPLACES.search(self.text[start : start + 160]) is not None
        )

    @cached_property
    def clause(self) -> str:
        """The words from it to where something else is spoken of."""
        text, end = self.text, self.place.end
        reach = max(self.following, end)
        paired = _PAIRED.fullmatch(text, end, reach) is not None
        stop = self.sentence.end if paired else min(self.sentence.end, reach)
        semicolon = text.find(";", end, stop)
        clause = text[self.place.start : semicolon if semicolon > 0 else stop]
        return _DETAIL.sub(" ", _BRACKETED.sub(" ", clause[:600]))

    @property
    def clause_demands(self) -> bool:
        """Say whether its own clause has a word that demands."""
        return REQUIRED.search(self.clause) is not None

    @property
    def label(self) -> str:
        """The last label that runs in before it: "Preferred:"."""
        start = self.place.start
        first = min(self.sentence.start, line_at(self.text, start).start)
        labels = _RUN_IN.findall(self.text, max(first, start - 200), start)
        return labels[-1] if labels else ""

    @property
    def wished_behind(self) -> bool:
        """Say whether its own clause wishes for it before it demands anything."""
        wished, demanded = PREFERRED.search(self.clause), REQUIRED.search(self.clause)
        return wished is not None and not (demanded and demanded.start() < wished.start())

    @property
    def wished_before(self) -> bool:
        """Say whether the words before it wish for it, and its own clause demands nothing."""
        start = max(self.sentence.start, self.place.start - 60)
        before = pattern(r"[;.]").split(self.text[start : self.place.start])[-1]
        wished = PREFERRED.search(before) and not REQUIRED.search(before)
        return bool(wished) and not self.clause_demands

    @property
    def stands_under_a_wish(self) -> bool:
        """Say whether what stands above it heads wishes, and it is written as one."""
        heading, start = self.section.heading, self.place.start
        near = heading is not None and start - heading.span.end < _HEADING_REACHES
        own_line = self.follows(_EDUCATION, 30)
        above = (self.section.kind is SectionKind.PREFERRED and not own_line) or (
            near and PREFERRED.search(self.heading) is not None
        )
        # "… or an equivalent combination …" is how a minimum is written.
        return (
            above
            and not self.clause_demands
            and not self.case.hits.within("qualifications.equivalency", self.sentence)
            and not pattern(r"required|minimum").search(self.heading)
        )


_HALF_NAMED = frozenset(
    {"bachelor", "bachelors", "bachelor s", "associate s", "master s", "masters"}
)
# Where a line break was lost, what stood on the next line goes on: "degree10+ years".
_GLUED = pattern(r"(?:(?<=[Dd]egree)|(?<=[Dd]egrees))(?=[A-Z\d])|(?<=DEGREE)(?=\d)")
# "Degreed engineers" have one and are not asked for it.
_GROWN = pattern(r"degree(?!s?\b)\w*")


def _unglued(text: str, place: Span) -> Span:
    """Return a find without the words that grew together with it."""
    seam = _GLUED.search(text, place.start, place.end)
    return place if seam is None else Span(place.start, seam.start())


class DegreeWords:
    """Words that may be a degree, and what stands around them."""

    def __init__(self, case: Case, place: Span) -> None:
        self.case, self.text = case, case.text
        self.place = place = _unglued(case.text, place)
        self.raw = case.text[place.start : place.end]
        self.word = " ".join(pattern(r"[a-z]+").findall(self.raw.lower()))
        self.after = case.text[place.end : place.end + 30]
        self.is_letters = self.word in line_set("qualifications", "degree_letters")
        self.is_bare = self.word in {"degree", "degrees"}
        self.is_holder = self.word.startswith(("college", "university")) and self.word.endswith(
            ("graduate", "grad")
        )

    def follows(self, form: re.Pattern[str], reach: int) -> bool:
        """Say whether a form is found among so many characters before it."""
        start = self.place.start
        return form.search(self.text, max(0, start - reach), start) is not None

    def ends(self, signs: str) -> bool:
        """Say whether nothing, or one of these signs, stands behind it."""
        return self.after.strip()[:1] in {"", *signs}


def is_degree(case: Case, place: Span) -> bool:
    """Say whether a find is a degree somebody may have."""
    return first_that_holds(NO_DEGREES, DegreeWords(case, place)) is None


def _stands_alone(case: Case, place: Span) -> bool:
    """Say whether a demand begins with letters, and nothing behind them makes a name of them.

    "J.D. and bar admission" asks for a degree, "JD Edwards" for a program.
    """
    begins = place.start - sentence_at(case, place.start).start <= _SIGN
    requested = case.posting.section_at(place.start).kind in _REQUESTED_IN
    return begins and requested and _ENDS_LETTERS.match(case.text, place.end) is not None


_SIGN: Final = 2
_REQUESTED_IN = frozenset({SectionKind.QUALIFICATIONS, SectionKind.EDUCATION_EXPERIENCE})
_ENDS_LETTERS = pattern(r"\.?(?:[ ]?(?:[,;/(]|and\b|or\b|in\b|from\b|plus\b)|\s*(?:\n|\Z))")
# "Affiliation: MFA" is the union of a faculty.
_AFFILIATED = pattern(r"(?i)\b(?:affiliation|union|bargaining unit)\s*:\s*\Z")
_LEVELS_NAMED = pattern(r"(?i)\bdegree levels\s?:")
_SOME = pattern(r"(?i)\bsome\s\Z")  # "some college education"
_RECENT = pattern(r"(?i)\brecent\s+\Z")
# "#LI-DNP" is a tag, and "-BS" an item.
_IN_A_TAG = pattern(r"(?:[#_]|\w-)\Z")
# "To be at the level of an associate requires graduation …": another post's.
_OF_A_CLASS = pattern(r"(?i)\bat the level of\b[^.;]{0,80}\brequires\b")
# "the CTO (PhD, engineer)": what somebody has who works there.
_OF_SOMEBODY = pattern(rf"(?i)\b(?:{vocabulary('qualifications', 'somebody')})\s?\(\s?(?:an? )?\Z")
# "A master's degree or law degree is desired": what is said of the second is said of both.
_PAIRED = pattern(r"(?i)\s*(?:/|or)\s*(?:an? )?(?:[a-z]+ )?")

# "Basic Hiring Criteria:BS", glued to the description of a house.
_CRITERIA = pattern(r"(?i)\b(?:criteria|requirements?|qualifications?|must have)\s?:\s?\Z")
# "Education level: a degree" has a line of its own, whatever heading it is glued to.
_EDUCATION = pattern(r"(?i)\bEducation(?: level| required)?\s?:\s*\Z")
# "Required: a diploma. Preferred: a licence; an associate degree."
# "Education preferred: an associate degree."
_RUN_IN = pattern(
    r"\b((?:Required|Minimum|Preferred|Desired|Desirable)(?: [Ee]ducation)?|Must have|"
    r"Nice to have|(?:Education(?:al)?|Degree|Qualifications?) "
    r"(?:[Rr]equired|[Pp]referred|[Dd]esired|[Dd]esirable)) ?:"
)
# Where a board lost its headings, what stands so far below one is not under it.
_HEADING_REACHES: Final = 3000

# "A doctorate is preferred, or an equal mix of study and work, e.g. a master's and a year."
_EXAMPLE = pattern(r"(?i)(?:\be\.?g\.|\bfor (?:example|instance)|\bsuch as),? ?(?:an? |the )?\Z")


def _is_example(case: Case, place: Span) -> bool:
    """Say whether a degree is an example of what counts beside one named before it."""
    text = case.text
    if _EXAMPLE.search(text, max(0, place.start - 20), place.start) is None:
        return False
    before = text[max(0, place.start - 160) : place.start]
    return pattern(r"(?i)\bequivalen|\bequal\b|\bin lieu\b|\bsubstitut").search(before) is not None


# A degree that is being earned is none that anybody has.
_TOWARDS = pattern(
    rf"(?i)\b(?:{vocabulary('qualifications', 'towards')})(?:\s+(?:an?|their|your|the))?\s+\Z"
)
# "Holds, or is working toward, a degree".
_OR_HELD = pattern(r"(?i)\b(?:hold|has|have|possess|complet|earn)\w*,? or\b[^.;]{0,50}\Z")
# "No degree is needed", "you do not need a degree", "a degree is not required"
_NOT_NEEDED = pattern(
    r"(?i)\b(?:no|without|(?:do(?:es)?|need|is|are) not (?:have|needed)|(?:more|"
    r"rather)(?: \w+){0,3}"
    r" than|"
    r"(?:do(?:es)?|need|is|are|don|doesn)(?: no|['’])t "
    rf"(?:{vocabulary('qualifications', 'asks_for')}))"
    r"(?: to have)?(?: (?:an?|any|your))?(?: formal| college| university| specific)?\s+\Z"
)
_IS_NOT_NEEDED = pattern(
    r"(?i)\s(?:(?:is|are|will be)(?: (?:usual|typical|common),? but)?(?: not|n['’]t)"
    r"|will not be|wo[n]['’]t be|isn['’]t)"
    r" (?:needed|required|necessary|essential|asked for|expected)\b"
)
# "The School offers a BSc in botany": what is taught there is not asked for.
_TAUGHT = pattern(
    rf"(?i)\b(?:{vocabulary('qualifications', 'teaches')})\b"
    rf"(?:(?!\b(?:{vocabulary('qualifications', 'has_it')})\b"
    r")[^.;:]){0,150}\Z"
)
_SCHOOL = pattern(r"(?i)high school|\bGED\b|G\.E\.D")


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
    named = any(is_degree(case, place) for place in learned)
    return bool(_SCHOOL.search(paragraph)) and not named and ";" in paragraph


def _is_alternative(case: Case, place: Span) -> bool:
    """Say whether a degree follows "or" and what stands before it asks for none."""
    text = case.text
    floor = max(0, place.start - 500)
    before = text[floor : place.start]
    alternative = pattern(
        r"(?i)(?:;|\n|,|\bOR\b)\s*(?:or|OR)\W{1,6}(?:\d[.)]\s*)?(?:an?\s+|possession of an?\s+)?\Z"
    ).search(before)
    if alternative is None:
        return False
    earlier = case.hits.within("qualifications.degree", Span(floor, place.start))
    return not any(is_degree(case, other) for other in earlier)


def _is_house(case: Case, place: Span) -> bool:
    """Say whether letters are those of the employer: "Maine Printers' Alliance (MPA)"."""
    letters = case.text[place.start : place.end]
    if not letters.isupper() or len(letters) < _LETTERS_OF_A_HOUSE:
        return False
    at = case.text.find(f" ({letters})")
    parts = case.text[max(0, at - 60) : max(0, at)].split()[-len(letters) :]
    return at > 0 and "".join(part[0] for part in parts) == letters and parts[0][:6] != "Master"


_LETTERS_OF_A_HOUSE: Final = 3
# "Next year the town plans to require", "the requirements may come to include".
_TO_COME = pattern(
    r"(?i)\b(?:plans?|intends?) to (?:require|ask)|"
    r"\brequirements? (?:may|might|could|will) (?:come to )?(?:include|become)|"
    r"\b(?:appointed|hired) (?:on or )?after\b"
)
# "Receive $1,200 more", "start two steps higher".
_WORTH = pattern(
    r"[$£]\s?\d|\b(?:start|begin|place)\w*\b[^.;]{0,24}\b(?:steps?|lanes?) (?:high|up)"
)


# Each with a text whose last find it is the first to rule out.
NO_DEGREES: Final[tuple[Decision[DegreeWords, None, str], ...]] = (
    Decision(
        "some of a school",
        lambda w: "degree" not in w.word and w.follows(_SOME, 6),
        "The clerk has some college education.\n",
    ),
    Decision(
        "a level of a school or a post",
        lambda w: _LEVELLED.match(w.after),
        "The clerk teaches at the master's level.\n",
    ),
    Decision(
        "whose duties they are",
        lambda w: _WHOSE.match(w.after),
        "The Choir Master's Duties\n",
    ),
    Decision(
        '"as in", in small letters',
        lambda w: (
            w.word.endswith(" in") and w.word.count(" ") == 1 and not w.raw.split()[0].isupper()
        ),
        "As in years before, the clerk files deeds.\n",
    ),
    Decision(
        "letters of a tag",
        lambda w: w.is_letters and w.follows(_IN_A_TAG, 2),
        "The clerk tags posts with #LI-DNP\n",
    ),
    Decision(
        "letters in small, or of two lines",
        lambda w: (
            w.is_letters
            and not (w.raw.replace(".", "").replace(" ", "")[:1].isupper() and "\n" not in w.raw)
        ),
        "The clerk files ed.d in the hall.\n",
    ),
    Decision(
        "letters of a name",
        lambda w: (
            w.is_letters and not (_SCHOOLED.search(w.after) or _stands_alone(w.case, w.place))
        ),
        "The clerk keeps the JD Edwards files.\n",
    ),
    Decision(
        "a master of all, or a bachelor party",
        lambda w: (
            w.word in _HALF_NAMED
            and not pattern(r"\W*(?:(?!(?:the|all|our|its|parties|party)\b)\b|\Z)").match(w.after)
        ),
        "The clerk masters the files.\n",
    ),
    Decision(
        "graduates of late, to whom a program is open",
        lambda w: w.is_holder and w.follows(_RECENT, 10),
        "We seek a recent college graduate.\n",
    ),
    Decision(
        "graduates, of whom more is said",
        lambda w: w.is_holder and not (_FOLLOWED.match(w.after) or w.ends("*.;,")),
        "Our college graduate center is open.\n",
    ),
    Decision(
        "a degree to which something is so",
        lambda w: (
            w.is_bare
            and _NOT_A_DEGREE.match(w.raw + w.after)
            and not _DEGREE_OF.match(w.raw + w.after)
        ),
        "The clerk files with a degree of care.\n",
    ),
    Decision(
        "a measure of something",
        lambda w: w.is_bare and w.follows(_BEFORE_BARE, 20),
        "The clerk turns 90 degrees.\n",
    ),
    Decision(
        "a word about other things",
        lambda w: (
            w.is_bare
            and not (w.after[:1].isdigit() or w.after[:1].isupper())
            and w.after.lstrip(" \t")[:1] != "\n"
            and not (_FOLLOWED.match(w.after) or w.ends(".;,"))
        ),
        "The clerk files degree papers.\n",
    ),
    Decision("who has one", lambda w: _GROWN.fullmatch(w.word), "We hire degreed engineers.\n"),
)

DegreeDecision: TypeAlias = Decision[NamedDegree, bool, str]


def is_required(named: NamedDegree) -> bool | None:
    """Return whether a degree is required or wished for, or `None` where it is only spoken of."""
    decides = first_that_holds(DEMANDS, named)
    return True if decides is None else decides.answer


# Each with a text whose last degree it is the first to decide; what none decides is required.
DEMANDS: Final[tuple[DegreeDecision, ...]] = (
    Decision(
        "words of other things stand beside it",
        lambda d: d.aside and not d.demanded,
        "The town has programs for holders of a bachelor's degree.\n",
    ),
    Decision(
        "it stands where the employer speaks of itself or of what it gives",
        lambda d: (
            d.section.kind in _OUTSIDE and not (d.demanded or d.opens or d.follows(_CRITERIA, 30))
        ),
        "## Benefits\n\nWe pay for a bachelor's degree.\n",
    ),
    Decision(
        "a union or house of these letters is named",
        lambda d: d.follows(_AFFILIATED, 40) or _is_house(d.case, d.place),
        "Affiliation: MFA\n",
    ),
    Decision(
        "it is a level among those that there are",
        lambda d: not d.demanded and _LEVELS_NAMED.search(d.whole),
        "Of the degree levels: the associate, the bachelor, the first professional, the master, "
        "the advanced intermediate and, last of them all, the research doctorate.\n",
    ),
    Decision(
        "its papers are to be sent",
        lambda d: d.bare and _PAPERS.search(d.whole),
        "Bring the papers of your degree, and submit a copy.\n",
    ),
    Decision(
        "it is being earned",
        lambda d: d.follows(_TOWARDS, 60) and not d.follows(_OR_HELD, 60),
        "Clerks who are pursuing a bachelor's degree may apply.\n",
    ),
    Decision(
        "it is an example of what counts",
        lambda d: _is_example(d.case, d.place),
        "A doctorate, or an equivalent mix of study and work, e.g. a master's degree.\n",
    ),
    Decision(
        "it is denied before",
        lambda d: d.follows(_NOT_NEEDED, 60),
        "You do not need a bachelor's degree.\n",
    ),
    Decision(
        "it is denied behind",
        lambda d: _IS_NOT_NEEDED.match(d.text, d.place.end),
        "A bachelor's degree is not required.\n",
    ),
    Decision(
        "it is taught there",
        lambda d: d.taught and not d.demanded,
        "The school offers a bachelor's degree in botany.\n",
    ),
    Decision(
        "it is to be asked for one day",
        lambda d: _TO_COME.search(d.whole),
        "Next year the town plans to require a bachelor's degree.\n",
    ),
    Decision(
        "it may stand for something else",
        lambda d: d.replaces,
        "A bachelor's degree may be substituted for two years of practice.\n",
    ),
    Decision(
        "it is worth money",
        lambda d: _WORTH.search(d.whole),
        "Holders of a master's degree receive $1,200 more.\n",
    ),
    Decision(
        "it is an answer to choose",
        lambda d: is_answer(d.text, d.place),
        "Which of the following do you have?\n\n- Bachelor's degree\n- None of these\n",
    ),
    Decision(
        "somebody is to say whether they have it",
        lambda d: d.is_a_question,
        "Do you have a bachelor's degree?\n",
    ),
    Decision(
        "it is another class of posts that asks for it",
        lambda d: _OF_A_CLASS.search(d.text, d.sentence.start, d.place.start),
        "Work at the level of an associate requires a bachelor's degree.\n",
    ),
    Decision(
        "somebody has it who works there",
        lambda d: d.follows(_OF_SOMEBODY, 30),
        "You work beside the director (Ph.D. in botany).\n",
    ),
    Decision(
        "it follows a way that needs none",
        lambda d: "associate" in d.clause[:12].lower() and _is_alternative(d.case, d.place),
        "Two years of practice; or an associate degree in filing.\n",
    ),
    Decision(
        "a label of wishes runs in before it",
        lambda d: PREFERRED.search(d.label) and not d.clause_demands,
        "Required: a diploma. Preferred: a licence, a bachelor's degree.\n",
        False,
    ),
    Decision(
        "its clause wishes for it",
        lambda d: d.wished_behind,
        "A bachelor's degree is preferred.\n",
        False,
    ),
    Decision(
        "the words before it wish for it",
        lambda d: d.wished_before,
        "We would be happy, and ideally you have a bachelor's degree.\n",
        False,
    ),
    Decision(
        "it stands under a heading of wishes",
        lambda d: d.stands_under_a_wish,
        "## Preferred qualifications\n\n- Some bachelor's degree.\n",
        False,
    ),
    Decision(
        "the paragraph above asks for school alone",
        lambda d: d.opens and not d.clause_demands and _after_a_minimum(d.case, d.sentence),
        "Graduation from high school; two years of filing.\n\nBachelor's degree in filing.\n",
        False,
    ),
)

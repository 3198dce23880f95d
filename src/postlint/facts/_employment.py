"""As what employment a post is: its hours, and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from postlint.document.titles import names_job
from postlint.facts._data import table, vocabulary
from postlint.facts._distance import fields_named
from postlint.facts.around import line_at, sentence_at
from postlint.facts.base import Case, Fact
from postlint.facts.numerals import SMALL, TENS
from postlint.facts.title import title
from postlint.facts.work import EmploymentType
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MISSING_TYPE: Final = "the type of employment"


@cache
def _words() -> Mapping[str, frozenset[str]]:
    words = table("terms")["words"]
    return {name: frozenset(words[name].split()) for name in ("job", "not_job", "of_others")}


_KINDS: Final[Mapping[str, EmploymentType]] = {
    "full_time": "full-time",
    "part_time": "part-time",
    "permanent": "permanent",
    "contract": "contract",
    "temporary": "temporary",
    "seasonal": "seasonal",
    "internship": "internship",
    "volunteer": "volunteer",
    "per_diem": "per-diem",
    "short_full": "full-time",
    "short_part": "part-time",
    "term": "contract",
}
# Said in running text these are mostly of something else.
_FIELD_ONLY: Final = frozenset({"short_full", "short_part", "term"})
# "Zero hours" is what one of them ends in.
_CALLED_IN: Final = (
    "casual", "diem", "zero hours", "zero-hours", "prn", "bank staff", "on call", "on-call"
)  # fmt: skip
_TOP: Final = 1500
_FEW_WORDS: Final = 6
# "A 24-month contract, with a chance of renewal"
_SO_LONG = pattern(r"(?i)(?:\A\W*|\b(?:is|on|offer) )(?:an? )?\w+[ -]\Z")
# A line of no more words says it of the post, and no contract for work of others.
_ALONE: Final[Mapping[str, int]] = {"freelance": 6, "contractor": 2}
_SHORT: Final = frozenset({"short_full", "short_part", "term"})
_OTHER_OF_TWO = pattern(r"(?i)\s*(?:/|or|and|&|,)\s*(?:part|full)[ -]?time")
# "Both full- and part-time posts"
_OTHER_BEFORE = pattern(r"(?i)\b(?:full|part)-? (?:or|and) \Z")

# "Part-time, temporary and seasonal employees accrue leave": the last says of whom all are said.
_AND_OTHERS = pattern(
    r"(?i)(?:\s*[,/&]?\s*(?:\b(?:and|or)\s+)?"
    r"\b(?:(?:full|part)[ -]?time|temporary|seasonal|permanent|regular))+\s+(\w+)"
)

# Who may apply, and whom the post leads, are employed in their own ways.
_OF_PEOPLE = pattern(
    rf"(?i)\b(?:{vocabulary('terms', 'people')})"
    r"\s+(?:who|whose|that|currently|presently|already|now|employed|serving|working)\b"
)


_NAMES_ONLY = pattern(r"(?:(?:[A-Z][\w.'’&-]*|of|the|and|for),? ?){3,16}")
_PARTS: Final = frozenset({"•", "|", "·"})
_FEW_BEHIND: Final = 4
_LISTED = pattern(r"[A-Z][\w/&' ]{2,30}: (?:[^.;]{1,60},)?")
_BRACKETS = pattern(r"\([^)]{0,60}\)")
# "Twelve-month, full-time."
_SO_MANY_MONTHS = pattern(r"(?i)\W*(?:\w+[- ]months?|year[- ]round), ")
_SUBJECT: Final = 9
_IS_A = pattern(
    r"(?i)(?:\bthis (?:position |role |job |post )?is an?\b[^.;:]{1,40},|\b(?:is|are) seeking|"
    # "A permanent post of 20 hours a week, part-time."
    r"\A\W*(?:an?|one) (?:[\w-]+ ){0,3}(?:post|position|role|job|appointment)\b[^.;:]{0,60},) \Z"
)
# "Part-time considered": what may be asked for, and not what the post is.
_OPEN_TO = pattern(
    r"(?i)(?:\s(?:and|or|work|working|hours|remote|hybrid|flexible|is|are|will be|may be|"
    r"can be)){0,4}"
    r"\s(?:considered|possible|an option)\b"
)
_SEEKS = pattern(r"(?i)\b(?:seeks?|seeking|looking for|hiring|recruiting|searching for)\b")
_POSTS: Final = frozenset({"position", "positions", "post", "posts", "role", "job", "jobs"})
_OF_LISTS: Final = frozenset(
    {"full_time", "part_time", "temporary", "seasonal", "internship", "per_diem"}
)
_BY_HOURS: Final = frozenset({"full_time", "part_time"})


# "The library is open full time" says it of the house.
_IS_NO = pattern(r"(?i)\b(?:is|are) not an?\b[^.;,]{0,30}\Z|\b(?:open|staffed|operates) \Z")
# "Percentage of full-time: 60 %"
_SHARE_OF = pattern(r"(?i)\b(?:percentage|per ?cent|share|proportion|fraction|%) of (?:a )?\Z")
# "Temporary four-month post": so few words may stand between.
_POST_BEHIND = pattern(
    r",? (?:[\w-]+,? ){1,2}(?:positions?|posts?|roles?|job|appointment|contract)\b"
)
# "Contract duration approx. 18 months".
_LASTS = pattern(
    r"(?:(?<=duration)|(?<=length))\W{1,3}(?:[a-z.]+ ){0,2}\d{1,2} (?:month|year|week)s?\b"
)
# "A permanent post", "This is a permanent position".
_ONE_POST = pattern(
    r"(?i)(?:\A\W*|\b(?:this|it|position|post|role|job|appointment) is )"
    r"(?:an?|our) (?:[\w-]+,? ){0,2}\Z"
)
_AS_A = pattern(r"(?i)\b(?:as an?\b[^.;:]{0,30}|applications? for) \Z")
# "The job itself is permanent and full time"
_PREDICATE = pattern(
    r"(?i)\A\W*(?:the|this|our) (?:\w+ ){0,2}?(?:post|position|role|job|appointment|vacancy)"
    r"(?: itself| offered)? (?:is|will be) (?:(?:offered )?(?:as|on) )?(?:an? )?"
    r"(?:[\w-]+,? (?:and |but )?){0,2}\Z"
)
# "The office is made up of a clerk and a part-time typist."
_MADE_UP = pattern(rf"(?i)\b(?:{vocabulary('terms', 'made_up')})\b[^.;:]*\Z")


# What may stand between "permanent" and the post.
_AFTER_LASTING: Final = frozenset({"", "and", "or", "full", "part"})


class EmploymentWords:
    """Words of a kind of employment in a sentence, and what stands around them."""

    def __init__(self, case: Case, place: Span, key: str) -> None:
        self.case, self.text, self.place, self.key = case, case.text, place, key
        self.inside = case.words.between(place)
        self.line = line_at(case.text, place.start)

    @cached_property
    def after(self) -> str:
        """The word behind them on their line, where no sign parts it from them."""
        words, stop = self.case.words, self.inside.stop
        gap = words.gap(stop) if stop < len(words) else "\n"
        return "" if gap.strip(" -\xa0") or "\n" in gap else words.words[stop]

    @property
    def after_others(self) -> str:
        """The word behind them and behind other kinds of employment on their line."""
        found = _AND_OTHERS.match(self.text, self.place.end, self.line.end)
        return found[1].lower() if found else ""

    @property
    def before(self) -> Sequence[str]:
        """The four words before them."""
        return self.words_before(4)

    def words_before(self, count: int) -> Sequence[str]:
        """Return so many words before them."""
        return self.case.words.words[max(0, self.inside.start - count) : self.inside.start]

    @property
    def governed_by(self) -> Sequence[str]:
        """The two words before them on their line: "Schedule:" above governs nothing below it."""
        first = self.case.words.between(Span(self.line.start, self.place.start)).start
        return self.words_before(min(2, self.inside.start - first))

    @property
    def slashed(self) -> bool:
        """Say whether they are part of a field's name: "Full/Part Time"."""
        start, end = self.place
        # "Part-Time/Seasonal" are two kinds; full beside part time is a form's label.
        beside = self.case.hits.within
        kinds = (
            beside(f"terms.{key}", Span(max(0, at - 14), at + 14))
            for key in _OF_LISTS
            for at in (start - 1, end)
            if key != self.key and not {key, self.key} <= _BY_HOURS
        )
        return "/" in (self.text[start - 1 : start], self.text[end : end + 1]) and not any(kinds)

    @cached_property
    def opening(self) -> str:
        """The words before them in their sentence."""
        return self.text[sentence_at(self.case, self.place.start).start : self.place.start]

    @property
    def is_phrase(self) -> bool:
        """Say whether they are more than one word."""
        text, place = self.text, self.place
        if len(text[slice(*self.line)].split()) <= _ALONE.get(self.last, 0):
            return True
        return pattern(r"[\s-]").search(text, *place) is not None

    @property
    def last(self) -> str:
        """The last of them, in small letters."""
        return pattern(r"[\s-]+").split(self.text[self.place.start : self.place.end])[-1].lower()

    @property
    def lead(self) -> str:
        """What stands before them on their line, without the sign of an item."""
        return self.text[self.line.start : self.place.start].strip(" \t-*•·–")

    @property
    def heads_list(self) -> bool:
        """Say whether their line is one of a list of facts."""
        # "Year round, part-time (up to 15 hours a week)": what brackets add is no running text.
        line = _BRACKETS.sub("", self.text[self.line.start : self.line.end])
        count = len(line.split())
        lead = self.lead
        short = count <= 6 and (self.place.start < _TOP or count <= 2)
        # "Full-time • Good pay • Work from anywhere", "Elm Works · Full-time · Hull"
        behind = self.text[self.place.end : self.line.end].lstrip()[:1]
        sign = self.text[self.line.start : self.place.start].rstrip()[-1:]
        parted = behind in _PARTS and (not lead or sign in _PARTS)
        # "Elm Works · Hull · Full-time, ongoing", "Local 12 | Temporary to June 30"
        rest = self.text[self.place.end : self.line.end].split()
        parted = parted or (sign in _PARTS and len(rest) <= _FEW_BEHIND)
        # "Hull, Ohio The Fen Paper Company Full time $21 an hour", as a board prints it.
        printed = behind in ("", *"$£€") and lead and _NAMES_ONLY.fullmatch(lead) is not None
        # "Hours: 37 a week, permanent, full time", "Part time: 4 hours a day".
        # "Fixed term until May; full time".
        last = behind in ("", ",") and (_LISTED.fullmatch(lead) is not None or self.ends_list)
        listed = short or parted or printed or last or self.is_sentence
        return listed or (not lead and (count <= 12 or behind == ":"))

    @property
    def is_of_a_thing(self) -> bool:
        """Say whether a short line says it of something: "A temporary bridge is in place."."""
        article = self.lead.lower() in {"a", "the"}
        return article and self.after not in _AFTER_LASTING and not self.names_job

    @property
    def ends_list(self) -> bool:
        """Say whether their line begins with words of another kind and parts them by a sign."""
        first = Span(self.line.start, min(self.line.start + 24, self.place.start))
        return self.lead[-1:] == ";" and any(
            self.case.hits.within(f"terms.{key}", first) for key in ("contract", *_OF_LISTS)
        )

    @property
    def is_sentence(self) -> bool:
        """Say whether a sentence of few words begins with them: "Fixed term of two years."."""
        words = self.text[slice(*sentence_at(self.case, self.place.start))].split()
        # "Full time, exempt, in person with some evenings."
        parted = self.text[self.place.end : self.place.end + 1] == ","
        most = 2 * _FEW_WORDS if parted else _FEW_WORDS
        begins = not self.opening.strip(" \t-*•·–") or _SO_MANY_MONTHS.fullmatch(self.opening)
        return len(words) <= most and bool(begins)

    @property
    def is_called_in(self) -> bool:
        """Say whether who works when called is what a line begins with: "Casual, as needed"."""
        line = self.text[self.line.start : self.line.end]
        begins = not self.lead
        named = (
            self.last == "diem"
            or self.after in {"", "work", "substitute", "relief", *_words()["job"]} - {"at", "with"}
            or names_job(self.after)
        )
        plain = self.case.lowered.endswith(_CALLED_IN, *self.place) and "$" not in line and named
        return (plain and begins and self.heads_list) or (self.names_job and self.stated)

    @property
    def names_job(self) -> bool:
        """Say whether a word of the post follows: "full-time position"."""
        if self.after in _words()["job"] - {"and", "or", "with", "at", "term"}:
            return True
        if self.key == "contract" and self.last in _POSTS:
            return True  # "a full-time contract position"
        named = self.case[title].value
        if named and self.text[self.place.end + 1 :][: len(named)].lower() == named.lower():
            return True  # "We seek a temporary Map Clerk"
        return _POST_BEHIND.match(self.text, self.place.end, self.line.end) is not None

    @property
    def names_others(self) -> bool:
        """Say whether many of a kind follow, and no posts: "part-time guides"."""
        return self.after.endswith("s") and self.after not in _words()["job"]

    @cached_property
    def stated(self) -> bool:
        """Say whether the sentence says it of the post."""
        before = self.before
        if before[-1:] in (["a"], ["this"]) or before[-2:] == ["this", "is"]:
            return True
        # "All posts of teachers at Fen House are full-time": the subject may be a long one.
        subject = self.words_before(_SUBJECT) if before[-1:] in (["is"], ["are"]) else ()
        if "whether" not in subject and not _POSTS.isdisjoint(subject):
            return True
        # "As a permanent, full-time clerk, you file", "applications for temporary clerks".
        if _AS_A.search(self.opening) is not None or self.is_predicate:
            return True
        # "This is a 12-month, full-time post", "is seeking full time a senior clerk".
        return _IS_A.search(self.opening) is not None or self.ends_search

    @cached_property
    def is_predicate(self) -> bool:
        """Say whether they are all that is said of the post: "The job is permanent and …"."""
        return _PREDICATE.search(self.opening) is not None

    @property
    def is_counted(self) -> bool:
        """Say whether they are one post's: "seeking a temporary …", "1 year temporary …"."""
        return bool({"a", "seeking", "this", "one", "year", "month"} & {*self.before})

    @property
    def is_sought(self) -> bool:
        """Say whether they are said of who is looked for: "We seek a permanent clerk"."""
        return self.names_job and _SEEKS.search(self.opening) is not None

    @property
    def ends_search(self) -> bool:
        """Say whether they end what is looked for: "We seek a clerk in Hull, full-time and …"."""
        start, end = self.place
        return (
            self.after != "or"
            and self.text[start - 2 : start] == ", "
            and self.text[end : end + 1] in (".", ",", " ", ";")
            and _SEEKS.search(self.opening) is not None
        )


# "A nine-month internship": how long it is, and not how many there are.
_LENGTHS: Final = frozenset(
    {"month", "week", "year", "day", "hour", "semester", "months", "weeks", "years"}
)
# What decides whether words of a kind of employment are said of this job, each with a text
# whose first such words it decides; what none decides is said of it.
OF_THIS_JOB: Final[tuple[Decision[EmploymentWords, bool, str], ...]] = (
    Decision(
        "people or studies follow",
        lambda w: w.after in _words()["not_job"] and (w.key, w.after) != ("per_diem", "work"),
        "The clerk answers to full-time staff.\n",
        False,
    ),
    Decision(
        "people of several kinds follow",
        lambda w: w.after_others in _words()["not_job"],
        "Temporary and seasonal employees accrue no leave.\n",
        False,
    ),
    Decision(
        "the other of two follows",
        lambda w: _OTHER_OF_TWO.match(w.text, w.place.end) or _OTHER_BEFORE.search(w.opening),
        "We have full-time or part-time posts.\n",
        False,
    ),
    Decision(
        "others are counted, led or hired",
        lambda w: (
            (not _words()["of_others"].isdisjoint(w.governed_by) and w.before[-1] not in _LENGTHS)
            or (w.names_others and not _words()["of_others"].isdisjoint(w.before))
        ),
        "The clerk leads two full-time clerks.\n",
        False,
    ),
    Decision(
        "it is part of a name",
        lambda w: w.slashed and w.key != "per_diem",
        "Full time/benefits eligible\n",
        False,
    ),
    Decision(
        "people are spoken of before",
        lambda w: _OF_PEOPLE.search(w.opening),
        "Employees who work here are in a full-time post.\n",
        False,
    ),
    Decision(
        "an office is made up of them",
        lambda w: _MADE_UP.search(w.opening),
        "The office consists of a clerk and a part-time typist.\n",
        False,
    ),
    Decision(
        "it is denied",
        lambda w: _IS_NO.search(w.opening),
        "This is not a part-time post.\n",
        False,
    ),
    Decision(
        "a share of it is counted",
        lambda w: _SHARE_OF.search(w.opening),
        "The clerk has a share of full-time pay.\n",
        False,
    ),
    Decision(
        "it may be asked for",
        lambda w: _OPEN_TO.match(w.text, w.place.end, w.line.end),
        "Part-time considered.\n",
        False,
    ),
    Decision(
        "a way to be called or paid, and no kind of post",
        # "Per diem is $59 a day", "on call at weekends", "tools as needed".
        lambda w: w.key == "per_diem" and not w.is_called_in,
        "The clerk may wear casual dress.\n",
        False,
    ),
    Decision(
        "an intern it has, or a house of co-owners",
        # "An intern will help you", "Prairie Co-op Inc."
        lambda w: w.key == "internship" and w.last in {"intern", "interns", "op"} and w.lead,
        "An intern helps.\n",
        False,
    ),
    Decision(
        "what a whole post would be paid",
        lambda w: w.key == "full_time" and w.before[-1:] in (["annum"], ["pa"]),
        "The clerk has £9,000, which is £23,000 per annum full-time.\n",
        False,
    ),
    Decision(
        "a line of a list of facts",
        lambda w: (
            (w.key in _OF_LISTS or (w.key == "contract" and w.is_phrase))
            and w.heads_list
            and not w.is_of_a_thing
        ),
        "Full-time\n",
        True,
    ),
    Decision(
        "how long it lasts",
        lambda w: w.key == "contract" and _LASTS.match(w.text, w.place.end, w.line.end) is not None,
        "The clerk joins the works as they are; contract duration about 18 months.\n",
        True,
    ),
    Decision(
        "a contract of so many months",
        lambda w: w.key == "contract" and w.is_phrase and _SO_LONG.search(w.opening),
        "A month contract of work for the town and its schools, as they are now.\n",
        True,
    ),
    Decision(
        "a contract of whatever kind",
        lambda w: w.key == "contract" and not w.is_phrase,
        "The contract is new.\n",
        False,
    ),
    Decision(
        "internships that it has",
        lambda w: w.key == "internship" and not (w.last == "internship" and w.stated),
        "The clerk plans and runs for the town and its schools the whole of an internship.\n",
        False,
    ),
    Decision(
        "a season, or a while, that is no post's",
        lambda w: (
            w.key in {"temporary", "seasonal"}
            and not (w.names_job and (w.stated or w.is_counted))
            and not w.is_predicate
            and _AS_A.search(w.opening) is None
        ),
        "The clerk of the town plans and staffs the work of seasonal trades with the parks.\n",
        False,
    ),
    Decision(
        "what else lasts, and whom else nobody pays",
        lambda w: (
            (
                w.key in {"permanent", "volunteer"}
                and not (_ONE_POST.search(w.opening) or w.is_predicate)
                and not (w.key == "permanent" and w.is_sought)
            )
            # "A permanent exhibition"
            or (w.key == "permanent" and w.after not in _AFTER_LASTING and not w.names_job)
        ),
        "The clerk keeps the permanent post office of the town.\n",
        False,
    ),
    Decision(
        "neither a job nor a statement",
        lambda w: not (w.names_job or w.stated),
        "The clerk of the town plans the work of the hall with others, full-time and at home.\n",
        False,
    ),
)


def _of_this_job(case: Case, found: tuple[Span, str]) -> bool:
    """Say whether words of a kind of employment are said of this job."""
    decides = first_that_holds(OF_THIS_JOB, EmploymentWords(case, *found))
    return decides is None or bool(decides.answer)


def types_of(case: Case) -> Fact[tuple[EmploymentType, ...]]:
    """Return what a field or the title says, else what sentences say of this job."""
    places = list(_in_fields(case))
    named = case[title].spans[:1]
    if named:
        # "Long-term substitute": short words stand for themselves in fields alone.
        places += [one for one in _inside(case, _line_of(case, named[0])) if one[1] not in _SHORT]
    keys = {key for _, key in places}
    if keys and keys <= _HOURS:
        # "Job type: full-time" leaves open for how long, which sentences may say.
        stated = (found for found in words_of_kinds(case) if found[1] in _WHILES)
        places += [found for found in stated if _of_this_job(case, found)]
    if not keys & _HOURS:
        # "Contract: permanent" leaves open whether it is full-time, which sentences may say.
        others = [found for found in words_of_kinds(case) if _of_this_job(case, found)]
        if places:
            others = [found for found in others if found[1] in _HOURS]
        places += others
        places += [
            (span, key)
            for place, _ in others
            for key in ("permanent", "temporary", "seasonal")
            for span in case.hits.within(f"terms.{key}", _beside(case, place))
        ]
    if not {key for _, key in places} & _HOURS:
        share = _SHARE.search(case.text, 0, _TOP)
        if share is not None:
            whole = float(share["before"] or share["behind"] or int(share["percent"]) / 100) >= 1
            span = Span(*share.span())
            places.append((span, "full_time" if whole else "part_time"))
            if case.lowered.startswith("permanent, ", span.start - 11):  # "Permanent, 1 FTE"
                places.append((Span(span.start - 11, span.start - 2), "permanent"))
        else:
            places += _by_the_week(case)
    if not places:
        return Fact((), missing=_MISSING_TYPE)
    first: dict[EmploymentType, Span] = {}
    for span, key in sorted(places):
        first.setdefault(_KINDS[key], span)
    return Fact(tuple(first), tuple(first.values()))


def _line_of(case: Case, title: Span) -> Span:
    """Return a title with what its line says of it behind: "(part-time)", "| Full-time"."""
    rest = case.text[title.end : title.end + _LONGEST_REST].partition("\n")[0]
    behind = rest.lstrip(" ,*_")[:1] in _PARTING
    return Span(title.start, title.end + len(rest)) if behind else title


_LONGEST_REST: Final = 80
_PARTING: Final = frozenset("([|-–—")
# "0.5 FTE", "FTE: 1.0": the share of a whole post that this one is. A bare "1 FTE" stands
# behind a sign or a wide blank: "supervises 1 FTE" is of others.
_SHARE = pattern(
    r"(?<![\d.])(?P<before>0?\.\d{1,2}|1\.0{1,2}|(?<=[:(|\n\t ][ (|\n\t])1|(?<=manent, )1) ?FTE\b|"
    r"\b(?:FTE|[Ff]ull[- ][Tt]ime [Ee]quivalent(?: \(FTE\))?)(?: ?[:=])? ?"
    r"(?P<behind>0?\.\d{1,2}|1(?:\.0{1,2})?)(?![\d.]\d|\d)|"
    # "60% of full time"
    r"\b(?P<percent>[1-9]\d|100) ?(?:%|per ?cent) of (?:a )?full[ -]time\b"
)
# "16 to 20 hours a week", "between 10 and 15 a week", "Weekly hours: 20", "Work week: 37.5 hours".
_NUMBER: Final = rf"\d{{1,2}}(?:\.\d{{1,2}})?|{'|'.join(SMALL)}|{'|'.join(TENS)}"
_OF_A_WEEK = pattern(
    rf"(?i)(?<![\w.,$£€-])(?:(?P<least>{_NUMBER})\s?(?:-|–|to|and|or)\s?)?(?P<hours>{_NUMBER})"
    r"[\s-]?(?P<named>hours?|hrs?|h)?\.?(?:\s?/\s?|\s(?:per|an?|each|every)\s|\s(?=weekly)|"
    r"(?<=r)[\s-](?:working )?(?=week\b))"
    r"(?:weekly|week|wk)\b|"
    r"\b(?:hours (?:per|a|each) week|hours ?/ ?week|(?:weekly|contracted) hours|work ?week)\b"
    r"[^:\n\d]{0,12}: ?"
    rf"(?:(?:{_NUMBER})\s?(?:-|–|to)\s?)?(?P<behind>{_NUMBER})(?![\d%:]|\.\d)"
)
# What says it of the post: a label, or its words; or it is all of a clause, about so many.
_LABELS_HOURS = pattern(
    r"(?i)(?:\b(?:hours|schedule|terms|employment|contract|status)\b[^:\n]{0,20}:[^\n\d]{0,60}|"
    r"\b(?:(?<!crew )(?<!team )(?<!staff )works|position|post|role|job|work is|"
    r"hours (?:are|is|of|will be))\b[^.;:\n\d]{0,30})\Z"
)
_OPENS_CLAUSE = pattern(
    r"(?im)(?:^[ \t*•-]{0,4}(?:up to )?|[,;:(|–—-]\s?|[.!?]\s|\bit(?:['’]s| is) )(?:an? )?"
    r"(?:(?:about|approx(?:imately|\.)?|around|roughly|average(?: of)?|averaging|"
    r"(?:min|max)imum(?: of)?|at least)\s)?\Z"
)
_ENDS_CLAUSE = pattern(r"(?m)[^\n\w]{0,4}(?:$|[,;.)(|])|\s(?:x|×|during|plus)\s")
# Law counts as whole from thirty hours (the health insurance of the United States), statistics
# from thirty-five: fewer than the one are a part to both, the other is whole to both, and what
# lies between is what a house calls it.
_PART_BELOW: Final = 30
_WHOLE_FROM: Final = 35


def _by_the_week(case: Case) -> Iterator[tuple[Span, str]]:
    """Yield the hours of a week that say that a post is a whole one, or a part of one."""
    text = case.text
    for word in _WEEK:
        at = case.lowered.find(word, 0, _TOP)
        while at >= 0:
            found = _OF_A_WEEK.search(text, max(0, at - 40), at + 40)
            if found is not None and _is_of_post(text, found):
                most = _number(found["hours"] or found["behind"])
                if (_number(found["least"]) if found["least"] else most) >= _WHOLE_FROM:
                    yield Span(*found.span()), "full_time"
                elif most < _PART_BELOW:
                    yield Span(*found.span()), "part_time"
                return
            at = case.lowered.find(word, max(at + 1, found.end() if found else 0), _TOP)


_WEEK: Final = ("week", "wk", "contracted hours")


def _is_of_post(text: str, hours: re.Match[str]) -> bool:
    """Say whether hours of a week are those of the post, and not of a duty or of others."""
    if hours["behind"]:
        return True
    start = max(0, hours.start() - _LONGEST_REST)
    if _LABELS_HOURS.search(text, start, hours.start()) is not None:
        return True
    alone = _ENDS_CLAUSE.match(text, hours.end()) is not None and hours["named"] is not None
    return alone and _OPENS_CLAUSE.search(text, start, hours.start()) is not None


def _number(words: str) -> float:
    """Return the number that figures or a word stand for."""
    if words[0].isdigit():
        return float(words)
    words = words.lower()
    return TENS[words] if words in TENS else 1 + SMALL.index(words)


_WHILES: Final = frozenset({"temporary", "seasonal"})
_HOURS: Final = frozenset({"full_time", "part_time", "short_full", "short_part"})


def _beside(case: Case, place: Span) -> Span:
    """Return the two words before a find and the one behind it: "a permanent, full-time post"."""
    inside = case.words.between(place)
    line = line_at(case.text, place.start)
    if line.end - line.start <= _LONGEST_REST:
        return line  # "Part-time (20 hours a week), permanent"
    span = case.words.span(max(0, inside.start - 2), min(len(case.words), inside.stop + 1))
    return Span(max(line.start, span.start), min(line.end, span.end))


def _in_fields(case: Case) -> Iterator[tuple[Span, str]]:
    for field in fields_named(case, "kind"):
        span = field.value.span
        yield from _inside(case, Span(span.start, min(span.end, span.start + 80)))
        share = _PER_CENT.search(field.value.text)
        if share is not None:
            yield span, "full_time" if share["part"] == "100" else "part_time"
    for field in case.posting.fields:
        # "Full-time: yes" has it in its name.
        if pattern(r"(?i)\W*(?:yes|true|x|100 ?%)\W*\Z").match(field.value.text):
            yield from _inside(case, field.key.span)


# "Appointment: provisional, 80 %": of a whole post.
_PER_CENT = pattern(r"(?:\A|[,;:(|-] ?)(?P<part>[1-9]\d|100) ?%(?=\s*(?:\Z|[,;)|]))")


def _inside(case: Case, span: Span) -> list[tuple[Span, str]]:
    found = [
        (place, key)
        for key in _KINDS
        for place in case.hits.within(f"terms.{key}", span)
        if not _denied(case, place)
        and not _UNPAID_TIME.match(case.text, place.start)
        # "Term-time only" says in which weeks, and not for how long.
        and not (key == "term" and case.lowered[place.end : place.end + 5].endswith("time"))
    ]
    # "Temp-to-perm" is no permanent one.
    return [one for one in found if not any(_holds(other[0], one[0]) for other in found)]


def _holds(whole: Span, part: Span) -> bool:
    return whole != part and whole.contains(part)


# "7 hours a day (includes an unpaid lunch)" is of an employee's day.
_UNPAID_TIME = pattern(r"(?i)unpaid (?:break|lunch|meal|rest|leave)")


def _denied(case: Case, place: Span) -> bool:
    return (
        pattern(r"(?i)\b(?:non|not)\W{1,2}\Z").search(
            case.text[max(0, place.start - 6) : place.start]
        )
        is not None
    )


def words_of_kinds(case: Case) -> Iterator[tuple[Span, str]]:
    """Yield the words of each kind of employment that running text may say, with its key."""
    for key in _KINDS:
        if key not in _FIELD_ONLY:
            for place in case.hits[f"terms.{key}"]:
                # "As needed" and "on call" say when something is done, and seldom as what;
                # a volunteer is one of many, "a volunteer role" is the post.
                ends = _ENDS_OF_POSTS.get(key)
                if ends is None or case.lowered.endswith(ends, *place):
                    yield place, key


_ENDS_OF_POSTS: Final[Mapping[str, tuple[str, ...]]] = {
    "per_diem": _CALLED_IN,
    "volunteer": ("role", "position", "opportunity", "unpaid"),
}

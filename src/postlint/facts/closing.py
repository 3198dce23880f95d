"""When applications close: a date, or the words that leave the posting open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812  # a find has a `date` of its own
from itertools import chain
from typing import Final

from postlint.document.kinds import SectionKind
from postlint.facts._data import vocabulary
from postlint.facts.around import line_at, sentence_at, trim
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.numerals import DAYS, SMALL
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|"
    r"ober|ember)?\.?"
)
_WEEKDAY = r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]{0,2}\s+)?"
_DATE_WORDS = (
    rf"{_WEEKDAY}\b(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{2,4}}\b|\d{{4}}[-/.]\d{{2}}[-/.]\d{{2}}(?!\d)|"
    rf"{_MONTH}\s+(?:\d{{1,2}}\s?[-–]\s?)?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s{{1,3}}(?:19|20)\d\d\b)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+|-)(?:of\s+)?{_MONTH}(?:\b|(?<=\.))(?:,?[\s-]{{1,3}}(?:19|20)\d\d\b)?|"
    rf"(?:(?:{'|'.join(DAYS)}|last|final)(?:\s+(?:working\s+|business\s+)?"
    r"(?:day|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day))?"
    r"\s+(?:of|in)|end\s+of|mid-?)\s*(?:the\s+month\s+of\s+)?(?<=[\s-])"
    rf"{_MONTH}(?:\b|(?<=\.))(?:,?\s{{1,3}}(?:19|20)\d\d\b)?|"
    rf"\d{{1,2}}/\d{{1,2}}\b|"
    # "This Friday", "a week from Monday": counted from the day the notice went up.
    r"(?:this(?:\s+coming)?|next|an?\s+(?:week|month)\s+from)\s+"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today)\b)"
)
_AWAY_WORDS = (
    rf"\s?(?:\d{{1,2}}|an?|{'|'.join(SMALL)})\s(?:\(\d{{1,2}}\)\s)?"
    r"(?:(?:calendar|working|business|full)\s)?(?:days?|weeks?|months?)\b"
    r"(?! (?:an?|per|each|every) )(?:,? (?:from|of|after) (?:the date of )?"
    r"(?:(?:this|the) \w+|publication|posting|today))?"
)
_DATE = pattern(rf"(?i){_DATE_WORDS}")
# "… by March 5, 2027", in a sentence that asks for applications.
_UNTIL: Final = frozenset({"by", "before", "until", "no", "not", "on", "prior"})
_BY = pattern(
    r"(?i)(?:by|before|until|not? later than|on or before|prior to)\s+"
    r"(?:(?:midnight|(?:12 )?noon|mid-?day|EOD|COB|"
    r"(?:the )?(?:close|end) of (?:the )?(?:business|day|play)|"
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o['’]clock|h(?:ours|rs)?\b|(?<=\d\d)))"
    r"(?:\s+\(?[A-Z]{2,4}\)?)?(?:\s+on|,)?\s+(?:the\s+)?)?(?:the\s+)?"
    rf"{_DATE_WORDS}"
)
_REQUESTS = pattern(
    r"(?i)\bappl(?:y|ications?|icants?|ying)\b|\bresum|résum|cover letter|\bvitae\b|\bCVs?\b|"
    r"(?:expressions?|letters?) of (?:interest|intent)|"
    r"\binterest (?:must|should|may|can) be (?:declared|expressed|registered)\b|"
    r"\bsend (?:your |the |an? )?(?:papers|materials|documents|letter)\b|"
    r"\bsubmit (?:all |your |the )?(?:materials|papers|documents)\b|"
    r"\bcandidates (?:must|should) (?:register|apply|send|file)\b|"
    # "Write to jobs@fen.example by May 1": an address is there for who applies.
    r"\S@\w|\b(?:tell|message|text) us\b|\bletters? to\b|"
    r"\bin person (?:at|to)\b|\b(?:hear from|get in touch)\b|\b(?:write to|send|drop) us\b|"
    r"\b(?:must|should|to) reach (?:us|the|our)\b|"
    r"\b(?:call|contact|e-?mail) (?:the|us|our|me)\b|"
    r"\b(?:you|everyone|anyone|people|those interested) (?:have|has) until\b|"
    rf"\b(?:{vocabulary('terms', 'papers_come')})\b[^.;]{{0,30}}"
    r"\b(?:come in|arrive|reach|get here|in hand|(?:must|should|need to) be (?:in|with|at))\b|"
    rf"\byour (?:{vocabulary('terms', 'of_an_applicant')}|{vocabulary('terms', 'papers_come')})\b|"
    r"\b(?:please|kindly|rsvp)\b[^.;]{0,24}\b(?:respond|reply|answer|register|with your)\b"
)
# Papers may be sent in the course of the work, too, and then a duty says so.
_HANDS_IN = pattern(
    rf"(?i)\b(?:{vocabulary('terms', 'hands_in')})\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{vocabulary('terms', 'of_an_applicant')})|"
    r"\b(?:reply|respond) by\b|"
    r"\b(?:write|reply|respond|phone|telephone|ring|text) (?:to )?(?-i:[A-Z]|the\b|our\b)"
)
# The other end of a time: applications may be taken for work in it.
_OF_A_TIME = pattern(
    r"(?i)\b(?:season|term|period|work\w*|summer|winter)\b[^.;]{0,30} from "
    rf"{_DATE_WORDS}\W+\Z"
)
# What is done with applications until a day.
_TAKES = pattern(
    r"(?i)\b(?:appl(?:y|ications?)|resum\w+|papers|materials|letters)\b(?:[^.;]|\.(?=\w)){0,90}\Z|"
    rf"\b(?:{vocabulary('terms', 'takes')})\b[^.;]{{0,50}}"
    r"\b(?:appl(?:y|ications?)|r[eé]sum\w+|papers|letters)\b"
)
# Sentences with these words speak of what comes later.
_LATER = pattern(r"(?i)\binterview|\bnotified\b|\bstart(?:ing)? date|\bbegin work|\bgraduat")
_OPEN = pattern(
    r"(?i)(?:open\s+)?until\s+(?:we\s+have\s+enough(?:\s+\w+)?|(?:the|our)\s+\w+\s+is\s+(?:full|complete))|"
    r"(?:open\s+)?until\s+(?:an?\s+(?:[\w-]+\s+){0,3}?[a-z]+|(?:\w+\s+){0,2}"
    r"(?:candidates?|applicants?|person|appointment))\s+(?:(?:is|are|has\s+been|have\s+been)\s+)?"
    r"(?:found|chosen|selected|identified|appointed|made)|"
    r"(?:open(?:ed)?\s+)?until\s+(?:the\s+|all\s+)?(?:\w+\s+){0,3}(?:is\s+|are\s+)?(?:filled|ﬁlled|Klled|hired)|open\s+until|"
    r"no\s+(?:closing\s+date|deadline)\b|all\s+year\b|year[- ]round|continuous|"
    r"until\s+further|ongoing|rolling|open\s+till|"
    # "Closes once the post is filled".
    r"(?:once|when)\s+filled\b|"
    r"(?:once|when|as soon as)\s+(?:we\s+|(?:the|an?|this)\s+\w+\s+(?:is|has been)\s+)"
    rf"(?:have\s+)?(?:{vocabulary('terms', 'found_somebody')})\b|"
    r"without\s+(?:prior\s+|further\s+)?notice|at\s+any\s+time"
)
# "Form XY-305, OMB Control Number 1250-0000, Expires 5/31/2030": the form's own day.
_OF_A_FORM = pattern(r"(?i)\bOMB\b|\bForm [A-Z]{1,4}-?\d|\bControl N(?:umber|o)\b")
_NOT_CLOSING = pattern(
    r"\bopening date|date opened|fiscal|project deadline|meet(?:s|ing)?"
    r" (?:\w+ ){0,3}deadline|deadline[- ]driven|tight deadline|multiple deadline|"
    "election deadline|under deadline|clos(?:e|ed|es|ing) "
    f"(?:{vocabulary('terms', 'closely')})"
    "|financial clos|year[- ]end clos|month[- ]end"
)


@fact("closing")
def closing(case: Case) -> Fact[str | None]:
    """Return the closing date or the words that leave the posting open."""
    span = _surest(case, _found(case)) or _requested_by(case)
    if span is not None and "from " in case.lowered[slice(*span)]:
        # "Filing period: from January 9 to February 3" ends with the second.
        days = _FROM_TO.search(case.text, span.start, span.end + 60)
        span = Span(*days.span()) if days is not None and days.start() < span.end else span
    if span is None or _DATE.search(case.text, *span) is None:
        # "May close without notice" says less than the days on which papers are taken.
        span = _between(case) or span or _days_alone(case) or _until_somebody(case)
    if span is None:
        return absent(case, None, SectionKind.HOW_TO_APPLY, named="clos")
    return Fact(case.posting.passage(span).text, (span,))


def _found(case: Case) -> list[tuple[int, Span]]:
    """Return what the text says of when applications close, each with how good it is."""
    found = (_closing_at(case, place) for place in case.hits["pay.closing"])
    return [one for one in found if one is not None]


def _surest(case: Case, found: list[tuple[int, Span]]) -> Span | None:
    """Return the best of some finds, the first of equals.

    A sentence that leaves the posting open says more than a job board's field.
    """
    best: tuple[int, Span] | None = None
    for score, span in found:
        if _DATE.search(case.text, *span) is None and _LEFT_OPEN.search(
            case.text, max(0, span.start - 40), span.end
        ):
            score = _SENTENCE  # noqa: PLW2901
        if best is None or score > best[0]:
            best = score, span
    return best[1] if best is not None else None


_SENTENCE: Final = 5
_SENTENCE_END = pattern(r"[.;!](?:\s|\Z)|\n\s*(?=[A-Z•-])")
_LEFT_OPEN = pattern(
    r"(?i)\b(?:position|posting|job|vacancy|recruitment|post)\s+(?:is\s+)?open(?:ed)?\s+until\s+filled"
)
# "… accepted on the dates listed below: From 8:00 am Tuesday, July 10, to 5 pm, July 17, 2018"
_FROM_TO = pattern(
    rf"(?i)\b(?:from|between)\s+(?:\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\.?,?\s+(?:on\s+)?)?{_DATE_WORDS}[^.\n]{{0,60}}?"
    rf"\b(?:to|through|until|and)\s+(?:midnight,?\s+)?(?:\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\.?,?\s+(?:on\s+)?)?{_DATE_WORDS}"
)
# In small letters, and by the letters it begins with: the search leaps to them.
_TAKEN = pattern(
    r"application(?<=\bapplication)s?\b[^.]{0,80}\b(?:accepted|received|filed|taken)\b"
)
# "Open from March 1 to March 19", "The vacancy is advertised from 5 April until 23 April".
_SINCE = pattern(r"from (?=[\w,. ]{0,24}\d|(?:the )?\w+ of )")
_IS_OPEN = pattern(
    rf"(?i)(?:\b(?:{vocabulary('terms', 'what_closes')}|{vocabulary('terms', 'closes_too')})\w*"
    r"[^.;\n]{0,40}\b|(?:^|[.:;]\s+|\n\W*))"
    rf"(?:{vocabulary('terms', 'is_open')})\W+(?:\w+\W+){{0,2}}\Z"
)


def _between(case: Case) -> Span | None:
    """Return the days between which applications are taken."""
    for match in _TAKEN.finditer(case.lowered):
        days = _FROM_TO.search(case.text, match.end(), match.end() + 220)
        if days is not None:
            return Span(*days.span())
    for match in _SINCE.finditer(case.lowered):
        days = _FROM_TO.match(case.text, match.start())
        if days and _IS_OPEN.search(case.text[max(0, match.start() - 90) : match.start()]):
            return Span(*days.span())
    return None


# "Until someone is hired", "until we have filled the post".
_SOMEBODY = pattern(
    r"until (?:an?|the|this|one|someone|somebody|we)\b[^.;\n]{0,40}"
    rf"\b(?:{vocabulary('terms', 'found_somebody')})\b"
)
_OF_A_SEARCH = pattern(rf"(?i)\b(?:{vocabulary('terms', 'of_a_search')})")


def _until_somebody(case: Case) -> Span | None:
    """Return the words that leave a search open until somebody is found."""
    for match in _SOMEBODY.finditer(case.lowered):
        sentence = sentence_at(case, match.start())
        if _OF_A_SEARCH.search(case.text, sentence.start, match.start()):
            return Span(*match.span())
    return None


# "Monday, March 1, 2027 to Friday, March 12, 2027", and nothing else on its line but a name.
_DAYS = pattern(
    rf"(?i)\n[ \t]*(?:[^\n:]{{0,40}}\b(?:{vocabulary('terms', 'what_closes')}|"
    rf"open)[^\n:]{{0,30}}"
    rf":[ \t]*)?(?P<days>{_DATE_WORDS}\s(?:to|through|-|–|—)\s{_DATE_WORDS})[ \t.]*(?=\n|\Z)"
)


def _days_alone(case: Case) -> Span | None:
    """Return two days that fill a line near the top, as job systems print when a post is open."""
    # A newline before the first line too: the search leaps to it.
    days = _DAYS.search(f"\n{case.text[:_TOP]}")
    return None if days is None else Span(days.start("days") - 1, days.end("days") - 1)


_TOP: Final = 1500


@fact("closing_date")
def closing_date(case: Case) -> Fact[Date | None]:
    """Return the last day to apply; it is not known where its year is not written."""
    from postlint.facts._dates import first_day  # noqa: PLC0415  # few checks ask

    closes = case[closing]
    if not closes.value or not closes.spans:
        return Fact(None, missing=closes.missing)
    span = closes.spans[0]
    if _DATE.search(case.text, *span) is None:
        # "Until filled" beside a date: the day is known all the same.
        dates = [one for one in _found(case) if _DATE.search(case.text, *one[1])]
        span = _surest(case, dates) or span
    if _REVIEW.match(case.text, span.start):
        return Fact(None)  # the day on which papers are first looked at is not the last
    range_of_days = _TO_LAST.search(case.text, *span)
    day = first_day(case, range_of_days.start("last") if range_of_days else span.start, span.end)
    dated = _DATE.search(case.text, *span) is not None
    return Fact(day, (span,) if day else (), _YEAR if dated and day is None else None)


@fact("review_date")
def review_date(case: Case) -> Fact[Date | None]:
    """Return the day on which papers are first looked at, where no last day is named."""
    from postlint.facts._dates import first_day  # noqa: PLC0415  # few checks ask

    closes = case[closing]
    if not closes.spans or not _REVIEW.match(case.text, closes.spans[0].start):
        return Fact(None)
    day = first_day(case, *closes.spans[0])
    return Fact(day, closes.spans if day else ())


_REVIEW = pattern(
    r"(?i)(?:(?:first|priority|initial|full) )?(?:review|consideration)|(?:screening|reading) "
    r"|(?:begin|start)\w* review"
)
_TO_LAST = pattern(
    rf"(?i){_DATE_WORDS}\s{{0,3}}(?:to|through|until|-|–|—)\s{{0,3}}(?P<last>{_DATE_WORDS})"
)
_YEAR: Final = "the year of the closing date"


def _by(case: Case) -> Iterator[re.Match[str]]:
    """Yield "by" and a day: the words it may begin with are known, and need not be searched for."""
    end = 0
    for word, start in zip(case.words.words, case.words.starts, strict=True):
        match = _BY.match(case.text, start) if word in _UNTIL and start >= end else None
        if match is not None:
            yield match
            end = match.end()


def _requested_by(case: Case) -> Span | None:
    """Return "by" and a day in the first sentence that asks for applications by then.

    A paragraph of no other words is what is left of such a sentence.
    """
    for match in chain(_by(case), _through(case)):
        sentence = sentence_at(case, match.start())
        rest = case.text[match.end() : sentence.end].lower().strip(" .,!")
        if sentence.start == match.start() and rest in {"", "please"}:
            return Span(*match.span())
        start, end = max(sentence.start, match.start() - 300), min(sentence.end, match.end() + 120)
        through = match[0][:2].lower() in {"th", "ti", "up"}
        taken = not through or _TAKES.search(case.text, start, match.start())
        if not taken or _OF_A_TIME.search(case.text, start, match.start()):
            continue  # "Works through June 30", "for the winter from May 1 up to June 30"
        requested = _REQUESTS.search(case.text, start, end) or (
            # What comes "within" so many days was looked at for who sends it.
            (
                (match[0][:6].lower() == "within" or _HANDS_IN.search(case.text, start, end))
                and not _in_duty(case, match.start())
            )
            or _says_how(case, sentence.start)
        )
        if requested and not _LATER.search(case.text, start, end):
            return Span(*match.span())
    return None


def _says_how(case: Case, offset: int) -> bool:
    """Say whether words stand right behind what heads how to apply: "Apply to: … by May 1"."""
    section = case.posting.section_at(offset)
    heading = section.heading
    return (
        section.kind is SectionKind.HOW_TO_APPLY
        and heading is not None
        and "appl" in heading.text.lower()
        and "\n" not in case.text[heading.span.end : offset].strip()
        and offset - heading.span.end < _RIGHT_BEHIND
    )


_RIGHT_BEHIND: Final = 8


def _in_duty(case: Case, offset: int) -> bool:
    """Say whether a place stands in one of the duties."""
    place = bisect_right(case.posting.duties, offset, key=lambda duty: duty.span.start) - 1
    return place >= 0 and offset < case.posting.duties[place].span.end


# "… through June 30", "… up to and including July 9": looked for by their letters, which few have.
_THROUGH = pattern(
    r"(?i)\b(?:till|through|thru|up to(?: and including)?|latest(?: by| on)?)\s+(?:(?:noon|"
    r"midnight|"
    r"\d{1,2}(?:[:.]\d\d)?"
    rf"\s?(?:[ap]\.?m\.?)?)\s+on\s+)?(?:the\s+)?(?:{_DATE_WORDS}"
    rf"|end of {_MONTH}(?:\b|(?<=\.))(?:,? (?:19|20)\d\d\b)?)"
)
# "Papers must reach us within 21 days": what comes from who applies, and not an answer.
_WITHIN = pattern(rf"within{_AWAY_WORDS}")
_MUST_COME = pattern(
    r"(?i)(?:[.;\n]\s*|\b(?:your|the|all|signed|completed?|application|an?)\s)"
    rf"(?:{vocabulary('terms', 'papers_come')}|{vocabulary('terms', 'of_an_applicant')})s?\b"
    r"[^.;\n]{0,60}\b(?:must|should|to|shall)\b[^.;\n]{0,40}\Z|"
    rf"(?:^|[.;]\s+|\n\W*)(?:please )?(?:{vocabulary('terms', 'hands_in')})\s(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{vocabulary('terms', 'of_an_applicant')})\b[^.;\n]{{0,40}}\Z"
)
# "You have ten days to apply": how long, counted from the notice.
_HAVE = pattern(
    rf"have{_AWAY_WORDS}(?: in which| left)? to (?:apply|put in|send in|hand in|send (?:us )?"
    rf"(?:your|an?|the) (?:{vocabulary('terms', 'papers_come')}|"
    rf"{vocabulary('terms', 'of_an_applicant')}))\b"
)
# "… on 7 May at the latest".
_AT_LATEST = pattern(rf"(?i){_DATE_WORDS},? at the latest")


def _through(case: Case) -> Iterator[re.Match[str]]:
    """Yield the days through which something goes on."""
    for opener in ("through ", "thru ", "till ", "up to ", "latest "):
        place = case.lowered.find(opener)
        while place >= 0:
            if match := _THROUGH.match(case.text, place):
                yield match
            place = case.lowered.find(opener, place + 1)
    if " at the latest" in case.lowered:
        yield from _AT_LATEST.finditer(case.text)
    yield from _HAVE.finditer(case.lowered)
    for match in _WITHIN.finditer(case.lowered):
        if _MUST_COME.search(case.text, max(0, match.start() - 140), match.start()):
            yield match


_FIELD_WORDS = (
    "clos", "deadline", "due date", "apply by", "last da", "end date", "filing", "final", "posting",
    "expir", "unposting", "application", "advertised",
)  # fmt: skip


_CLOSES_OR_OPEN = pattern(
    r"(?i)(?:(?:clos\w*|open|date)\W{1,3}|\b(?:recruitment|recruiting|filing) is )\Z"
)
# "Open and closing dates: 01/04/2027 to 01/15/2027"
_TO_ANOTHER = pattern(rf"(?i)\s{{0,3}}(?:to|through|until|-|–|—)\s{{0,3}}{_DATE_WORDS}")
_UP_TO = pattern(r"(?i)\b(?:until|till?|through|to)\b")
_OPENS: Final = tuple(
    f"{what} {opens}"
    for what in ("position", "vacancy", "posting", "job", "application", "applications")
    for opens in ("open", "dates")
)
_OFFICES: Final = ("office", "offices", "hands", "inbox", "yard")
# Words of any deadline.
_OF_ANYTHING: Final = frozenset(
    {"no later than", "received by", "submitted by", "close", "closed", "comes down"}
    | {"come down", "last day", "final day", "last date", "final date", "ends", "will end"}
    | {"latest day", "latest date", "cut off", "cutoff", "final filing", "open for"}
    | {
        f"{shown} for"
        for shown in ("advertised", "live", "up", "posted", "published", "online", "listed")
    }
    | {"due on", "due by", "are due", "is due", "due before", "due no later than"}
    | {"withdrawn on", "taken down on", "removed on", "pulled on", "withdrawn after"}
    | {"taken down after", "removed after", "open through", "open thru", "open up to"}
    | {"valid until", "active until", "last call", "final call", "due with us", "due back"}
    | {"shuts on", "shut on", "lapses on", "lapse on", "runs out on", "run out on"}
    | {f"due {at} {place}" for at in ("in our", "in the", "at our", "at the") for place in _OFFICES}
)
# "The clerk closes the books on June 30", "The pool closes on September 5".
_AN_OBJECT = pattern(
    r"\s+(?:the|its|their|our|all|a|an|every|each|out)\s+"
    r"(?!(?:close|end|even|morn)\w*|[a-z]{3,6}day|day|week|\d)[a-z]{3}"
)
_A_SUBJECT = pattern(
    r"(?i)(?:^|[.;:!?\n–—|•]\s*)"
    r"(?:(?:the|our|a|each|every|its?)\s+(?P<named>(?:[\w'’-]+\s+){1,4})|"
    rf"(?P<bare>(?:[\w'’-]+\s+){{0,5}}(?:{vocabulary('terms', 'closes_else')})\s+))\Z"
)
_MAY_CLOSE = pattern(
    rf"(?i){vocabulary('terms', 'what_closes')}|{vocabulary('terms', 'closes_too')}"
)
_FOR_OTHER = pattern(
    rf"(?i)\s+for\s+(?!.*(?:{vocabulary('terms', 'what_closes')}"
    rf"|{vocabulary('terms', 'closes_too')}"
    r"|consider|recei|candida|priorit|interest|first|this|us\b|you))"
)
# "The course deadline is May 1."
_OTHERS_DEADLINE = pattern(rf"(?i)\b(?:{vocabulary('terms', 'has_deadlines')})s? \Z")
# "Closes in 14 days", "Apply within two weeks of this notice".
_AWAY = pattern(rf"(?i)\W{{0,3}}(?:in|within|for|after)?{_AWAY_WORDS}")
# "Applications accepted: May 1-20, 2027", and not in a sentence.
_TAKEN_ON: Final = frozenset(
    f"applications {are}{taken}"
    for are in ("", "are ")
    for taken in ("accepted", "taken", "welcome")
)
_A_LABELS: Final = 8
_WHAT_CLOSES = pattern(f"{vocabulary('terms', 'what_closes')}")
_NEXT_SENTENCE = pattern(r"[a-z]{3}\. (?:The|We|This|Our|You|Its?)\b")
# "Filed papers will be kept on file for two years from May 1."
_RETAINED = pattern(r"(?i)\b(?:kept|retained|remain|held|valid)\b[^.;]{0,60}\b(?:for|from)\b")


def _closing_at(case: Case, place: Span) -> tuple[int, Span] | None:
    """Return how good a find is, and the words that give the date."""
    # "Applying", and below it "Closes next Monday": the heading is of no phrase.
    cut = case.text.rfind("\n\n", *place)
    notice = Notice(case, place if cut < 0 else Span(cut + 2, place.end))
    if first_that_holds(NO_NOTICE, notice) is not None:
        return None
    if notice.date is None and notice.opened is None:
        if notice.begins(*_OPENS):
            return None
        span = _below(case.text, place, notice.phrase)
        return (4, span) if span is not None else None
    return notice.score(), notice.span()


class Notice:
    """Words that may say when applications close, and what is read behind them.

    `date` is the day they give, and `opened` the words that leave the posting open.
    """

    def __init__(self, case: Case, place: Span) -> None:
        text = self.text = case.text
        self.place = place
        self.phrase = text[place.start : place.end].lower()
        line = line_at(text, place.start)
        if place.start - line.start > 300:
            line = Span(place.start - 120, line.end)
        if self.begins("review") and line.end - place.end < 40:
            # Running text goes on in the next line.
            line = Span(line.start, max(line.end, sentence_at(case, place.start).end))
        self.line = line
        end = min(line.end, place.end + 140)
        first = max(line.start, place.start - 60)
        self.before, self.around = text[first : place.start], text[first:end]
        self.behind = text[place.start : end]
        self.opened = _OPEN.search(text, place.start, end)
        self.date = _DATE.search(text, place.end, end) or _AWAY.match(text, place.end, end)
        if self.date and self.opened and self.opened.end() <= self.date.start():
            aside = text[self.opened.end() : self.date.start()].lower()
            if "priority" in aside or "review" in aside:
                self.date = None  # when papers are first looked at is not when the posting closes

    @property
    def gap(self) -> str:
        """The words between it and its date."""
        return "" if self.date is None else self.text[self.place.end : self.date.start()]

    @property
    def far(self) -> bool:
        """Say whether what it gives stands further away than behind a label."""
        found = self.date or self.opened
        return found is not None and found.start() - self.place.end > _A_LABELS

    def begins(self, *words: str) -> bool:
        """Say whether it begins with one of these."""
        return self.phrase.startswith(words)

    @property
    def closes_other(self) -> bool:
        """Say whether "closes" has an object, or a subject that is no posting's."""
        if _AN_OBJECT.match(self.gap):
            return True
        subject = _A_SUBJECT.search(self.before)
        return (
            subject is not None and _MAY_CLOSE.search(subject["named"] or subject["bare"]) is None
        )

    def score(self) -> int:
        """Return how much it says: a date more than an open end, a field's name more than words."""
        score = 3 if self.date is not None else 2
        if self.phrase == "application due":
            score -= 1  # a job board's own field, which a sentence of the text outweighs
        elif self.begins("clos", "application", "deadline", "posting", "apply"):
            score += 1
        if self.begins(
            "review", "screening", "reading", "first", "priority", "full", "begin", "start"
        ) and (
            self.opened is None
            or (self.date and _SENTENCE_END.search(self.text, self.date.end(), self.opened.start()))
        ):
            return 1
        if self.date is None and self.begins("clos", "deadline"):
            score += 1  # "Deadline: Open until filled"
        return score

    def span(self) -> Span:
        """Return the words from it, or from what it gives, to where that ends."""
        match = self.date or self.opened
        assert match is not None  # noqa: S101  # one of the two was found
        stop = match.end()
        if self.date is not None:
            reach = min(self.line.end, stop + 60)
            if last := _TO_ANOTHER.match(self.text, stop, reach):
                stop = last.end()
            if self.opened is not None and _is_goes_on(self.text, stop, self.opened):
                stop = self.opened.end()  # "Review begins on May 1 and goes on until …"
        start = min(self.place.start, match.start())
        return trim(self.text, Span(start, max(stop, self.place.end)))


# What is no notice of a closing date; each with a text whose first find it is the first to decide.
NO_NOTICE: Final[tuple[Decision[Notice, None, str], ...]] = (
    Decision(
        "it is another deadline, or something else is closed",
        lambda n: _NOT_CLOSING.search(n.around.lower()) and not _DATE.search(n.behind),
        "The clerk works well under a tight deadline.\n",
    ),
    Decision(
        "it is the day of a form",
        lambda n: (
            n.begins("expir") and _OF_A_FORM.search(n.text, max(0, n.place.start - 80), n.place.end)
        ),
        "Form XY-305, OMB Control Number 1250-0000, Expires 5/31/2030\n",
    ),
    Decision(
        "something else goes on and on",
        lambda n: n.phrase == "continuous" and not _CLOSES_OR_OPEN.search(n.before),
        "The clerk takes part in continuous learning.\n",
    ),
    Decision(
        "the date stands in another sentence",
        lambda n: (
            (
                n.begins("clos", "deadline", "due", "end date")
                and (len(n.gap) > 60 or _NEXT_SENTENCE.search(n.gap))
            )
            or (n.phrase in _TAKEN_ON and n.far)
        ),
        "The closing date is near. The office opened on May 1, 2027.\n",
    ),
    Decision(
        "papers are kept from that day",
        lambda n: n.date and _RETAINED.search(n.text, n.place.end, n.date.start()),
        "Applications received by mail are kept for two years from May 1, 2027.\n",
    ),
    Decision(
        "somebody closes something, or something else closes",
        lambda n: n.phrase in {"close", "closes", "closed"} and n.date and n.closes_other,
        "The clerk closes the books on June 30, 2027.\n",
    ),
    Decision(
        "it is the deadline for something else",
        lambda n: (
            n.phrase == "deadline"
            and n.date
            and (_FOR_OTHER.match(n.gap) or _OTHERS_DEADLINE.search(n.before))
        ),
        "The deadline for grant reports is May 1, 2027.\n",
    ),
    Decision(
        "it opens that day, and no other is named",
        lambda n: (
            n.begins(*_OPENS)
            and n.date
            and not (_TO_ANOTHER.match(n.text, n.date.end()) or _UP_TO.search(n.gap))
        ),
        "Job opens: May 1, 2027.\n",
    ),
    Decision(
        "nothing beside it is closed",
        lambda n: (
            n.date
            and n.phrase in _OF_ANYTHING
            and n.gap.lstrip()[:1] != ":"
            and not _WHAT_CLOSES.search(n.around.lower())
            and not (n.begins("close") and _MAY_CLOSE.search(n.gap))
        ),
        "The clerk files the budget no later than May 1, 2027.\n",
    ),
)


def _below(text: str, place: Span, phrase: str) -> Span | None:
    """Return a label and its value, which may stand on the next line or two."""
    tail = _NEXT_LINE.match(text, place.end)
    if tail is None or not any(word in phrase for word in _FIELD_WORDS):
        return None
    after = line_at(text, tail.end())
    received = _RECEIVED_BY.match(text, after.start, after.end)
    near = received.end() if received else after.start
    date = _DATE.search(text, near, min(after.end, near + 60))
    match = date or _OPEN.search(text, after.start, min(after.end, after.start + 80))
    if match is None:
        return None
    label = _LABEL.match(text, after.start, match.start())
    if label is not None and not any(map(label[0].lower().__contains__, _LABELS_CLOSING)):
        return None  # left empty, above "Start date: May 4"
    last = _TO_ANOTHER.match(text, match.end(), after.end) if date is not None else None
    return Span(place.start, max((last or match).end(), after.start))


# Another name, and its value: what a form that was not filled in has below it.
_LABEL = pattern(r"[\W_]*[A-Za-z][\w /()’'&.-]{1,40}:(?!\d)")
_LABELS_CLOSING: Final = (
    "clos", "deadline", "due", "apply", "last da", "end date", "filing", "final", "expir",
    "application", "until", "priorit", "review", "receiv", "submi",
)  # fmt: skip
_NEXT_LINE = pattern(
    r"(?: (?:and|&|/) time| for (?:the )?(?:submissions?|(?:receipt of )?applications?)|"
    r" \([^()\n]{1,60}\))?"
    r"[ \t\xa0:*_]*(?:\r?\n\s*){1,2}"
)
# "Applications must be received on-line by Thursday, March 10", below a heading.
_RECEIVED_BY = pattern(
    r"(?i)[^\n.;]{0,120}\b(?:received|submitted|accepted|filed)\b[^\n.;]{0,30}\b(?:by|until)\b"
)


def _is_goes_on(text: str, stop: int, opened: re.Match[str]) -> bool:
    """Say whether words that leave a posting open end the sentence a date stands in."""
    return opened.start() >= stop and _SENTENCE_END.search(text, stop, opened.start()) is None

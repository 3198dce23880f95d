"""The duties that rules of this family count, and what damages a text."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

import postlint.rules as kit

# What the metas of rules about duties have in common.
duties_meta = partial(
    kit.RuleMeta,
    default_on=False,
    tags=frozenset({"duties"}),
)
# A longer run of words without an end is a list whose line ends are lost.
_NO_SENTENCE = 120
_MOST_LOST = 0.15
# Where so many words ran together, stops were lost, too.
_MOST_SEAMS = 3
_LEAST_LETTERS = 2
_A_NAME = 3
# "lowerUpper" inside a word, and a stop with a capital right behind it.
# A capital behind small letters, or behind the end of a sentence, and what follows it.
_SECOND = kit.pattern(r"[A-Z](?<=[a-z.;!?)][A-Z])[a-z]{2,}(?![^\W\d_]|\.[a-z])")
_STOPS = frozenset(".;!?)")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_OF_ADDRESSES = ("@", "/", "www.", "http:", "https:")
# The halves of names that are written as one word.
_NAMES = kit.pattern(
    r"(?i)script|hub|point|soft|tube|linked|book|pay|power|face|cloud|word|mc|mac|data|share|drive"
    r"|mail|team|office|quick|git|jira|crm|erp|gov|post|my|open|smart|track|source|chart|works"
    r"|link|forms|connect|fusion|sales|service|docu|sign|lab|pro|blue|red|green|black|view|path"
)


def listed_duties(case: kit.Case) -> list[kit.Duty]:
    """Return the duties of the posting's lists; what only leaves a list open is none."""
    open_ends = case[kit.facts.catch_alls].value
    duties = enumerate(case.posting.duties)
    end = case[kit.facts.form_start].value
    return [
        duty
        for number, duty in duties
        if duty.from_list and number not in open_ends and duty.span.start < end
    ]


def sentences_end(case: kit.Case) -> kit.CannotTell | None:
    """Let a rule about sentences speak where the text still shows where they end."""
    if len(case[seams].spans) >= _MOST_SEAMS:
        return kit.CannotTell("where its sentences end: words ran together", case[seams].spans[:1])
    lengths = [words for _, words in case[kit.facts.job_sentences].value]
    lost = sum(words for words in lengths if words > _NO_SENTENCE)
    if lost <= _MOST_LOST * sum(lengths):
        return None
    return kit.CannotTell("where its sentences end: much of the text runs on without a stop")


@kit.fact("seams")
def seams(case: kit.Case) -> kit.Fact[int]:
    """Return where words or sentences stand together that a blank should part."""
    every = tuple(_seams(case))
    # What is written so again and again is a name: "UnitedHealth".
    times = Counter(case.text[one.start : one.end] for one in every)
    found = tuple(one for one in every if times[case.text[one.start : one.end]] < _A_NAME)
    return kit.Fact(len(found), found)


def _seams(case: kit.Case) -> Iterator[kit.Span]:
    text = case.text
    end, in_address = 0, False
    for span in _candidates(case):
        if span.start >= end:
            begin, end = span
            while begin and not text[begin - 1].isspace():
                begin -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            in_address = any(text.find(sign, begin, end) >= 0 for sign in _OF_ADDRESSES)
        if not in_address:
            yield span


def _candidates(case: kit.Case) -> Iterator[kit.Span]:
    text = case.text
    floor = 0
    for stop in kit.steps_up(text):
        match = _SECOND.match(text, stop)
        if match is None:
            continue
        stopped = text[stop - 1] in _STOPS
        end = stop - stopped
        start = _begin(text, floor, end, stopped=stopped)
        if start < 0:
            continue
        floor = match.end()
        if stopped or _are_words(case, text[start:end].lower(), match[0].lower()):
            yield kit.Span(start, floor)


def _are_words(case: kit.Case, *halves: str) -> bool:
    """Say whether both halves are words of this text, so that no name is taken apart."""
    if any(map(_NAMES.fullmatch, halves)):
        return False
    return all(half in case.words.distinct for half in halves)


def _begin(text: str, floor: int, end: int, *, stopped: bool) -> int:
    """Return where the small letters before a seam begin; -1 where they are no word."""
    start = end
    while start > floor and text[start - 1] in _SMALL:
        start -= 1
    if end - start < _LEAST_LETTERS:
        return -1
    if start > floor and text[start - 1] in _CAPITALS:
        start -= 1
    if stopped:
        return start
    # Nothing of the word stands before it, such as a letter with an accent.
    return -1 if start and text[start - 1].isalpha() else start


_WORK = kit.pattern(
    r"(?i)\b(?:duties|responsible|responsibilit(?:y|ies)|tasks|role|the job|working (?:on|with)"
    r"|(?:needs?|seeks?|wants?|hiring|looking for) (?:an? |two |some)[\w ,&-]{3,60}? (?:to|who) \w+"
    r"|(?:will|you['’](?:ll|d)),? \w+)\b"
)
# "The baker kneads"; "night porters carry bags".
_DOES = kit.pattern(r"\b[Tt]he (?P<holder>[a-z]{3,}) (?!is\b|was\b|has\b)[a-z]{2,}s\b")
_DO = kit.pattern(r"\b(?P<holder>[A-Za-z]{3,})s (?!are\b|were\b|have\b|and\b)[a-z]{3,} ")


def speaks_of_work(case: kit.Case) -> kit.Span | None:
    """Return where running text speaks of what the holder does."""
    if work := _WORK.search(case.text):
        return kit.Span(*work.span())
    title = kit.pattern("[a-z]+").findall((case[kit.facts.title].value or "").lower())
    for does in (_DOES, _DO):
        for one in does.finditer(case.text):
            if one["holder"].lower() in title:
                return kit.Span(*one.span())
    return None


_FEW = range(30, 150)  # words of a small advertisement; fewer are a title and an address


def few_lines(case: kit.Case, kinds: tuple[kit.SectionKind, ...]) -> bool:
    """Say whether a text is a few lines in which no heading of some kinds sorts the words."""
    few = not case.posting.duties and len(case.words) in _FEW
    return few and not any(one.heading and one.kind in kinds for one in case.posting.sections)

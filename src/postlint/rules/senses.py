"""In which sense words stand: as said of somebody, or denied, quoted, a name, code.

Every question is about one place and reads the sentence around it, so it costs
where a phrase stands and nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Final

from postlint.cache import read_toml
from postlint.document.parts import Section
from postlint.facts.base import Case
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import lines

# How many words a denial reaches over, and words that cancel a phrase.
_DENIES = 7
_BESIDE = 4
# Capitals in a row that may be the letters of a name.
_LETTERS = 3
# A quotation longer than this is a text of its own and not a word that is spoken of.
_QUOTED = 8
_WORD = pattern(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_BREAK = pattern(
    r"(?i)[;:.!?()\[\]\u2014]|\s-\s|\bbecause\b|,\s(?:our|we|so|since|but)\b"
    # What is wanted of somebody ends there: "nurses preferred by our patients".
    r"|\b(?:preferred|wanted|need not|so that)\b|\bby (?:our|the|most)\b"
)
_WITH = pattern(r"(?i)\bwith(?:out)?\b")
# What ends the reach of a denial: another clause, or another thing that is said.
_CLAUSE = pattern(
    r"(?i)[,;:!?()\[\]\u2014]|\s-\s|\.\s|\b(?:and|but|who|whom|whose|which|that|because|until|if)\b"
)
_NO_DENIAL = pattern(
    r"(?i)\bnot (?:only|just|merely|solely|limited to|exceed|hesitate)\b"
    r"|(?:\bnot|n['\u2019]t) (?:forget|omit|leave out)\b"
    r"|\bno (?:later|more|less|fewer)\b|\bwhy not\b"
)
_DENIAL = pattern(
    r"(?i)\b(?:not|never|nor|cannot|neither|regardless of|irrespective of|instead of|rather than"
    r"|whether or not|no need (?:to|for)"
    r"|(?:nobody|no one) (?:has|needs|must|may|can|is (?:asked|required|expected)))\b"
    r"|n['\u2019]t\b"
)
# "No" and "without" belong to the noun behind them.
_NO = pattern(r"(?i)\b(?:no|without|non)\W+(?:[^\W_]+\W+){0,2}\Z")
_DENIED_BEHIND = pattern(
    r"(?i)\W{0,2}(?:[^\W_,;]+\W+){0,4}?(?:(?:is|are|be|do|does|will|shall|should|may|must|need|can)"
    r"(?:\s+not|n['\u2019]t)|cannot|never)\s+(?:be\s+)?(?:[^\W_]+ly\s+)?(?:required|necessary|needed"
    r"|requested|asked|expected|accepted|considered|a\s+(?:requirement|condition|must)|permitted"
    r"|allowed|wanted|attached|sent|included|used|matter)\b"
    r"|\W{0,2}(?:plays?|has|have|makes?|is|are) no\s+(?:part|role|bearing|weight|difference|bar"
    r"|barrier|obstacle|hindrance)\b"
)
# "Citizenship: not required", "Photograph (none needed)": a label, and what is said of it.
_DENIED_LABEL = pattern(
    r"(?i)(?:\s(?:required|needed))?\s{0,2}[:(|\u2013-]\s?"
    # "Citizens only - no exceptions" denies nothing: "no" ends what it answers.
    r"(?:not (?:required|needed|necessary|applicable)\b"
    r"|(?:none|never|no|n/?a|0 ?%)\s*(?:[.;,)|\r\n]|\Z))"
)
# What a law or a policy bars is named to the end of the sentence.
_ILLEGAL = r"\billegal\b(?! (?:alien|immigrant|migrant|worker))"
_BARS = pattern(
    r"(?i)\b(?:prohibit|forbid|bar|outlaw)(?:s|ned|red|ted|ed|den|ting|ring)?\b|\bunlawful\b"
    rf"|{_ILLEGAL}"
    r"|\b(?:may|must|shall|can|will|do|does)\s+not(?:,[^,.;]{1,25},)?\s+(?:ask|require|request|inquire|seek|consider|rely)\b"
    r"|\bno\b[^.;]{1,80}\b(?:is|are)\s+(?:permitted|allowed)\s+to\b|\bagainst\s+the\s+law\b"
    r"|\b(?:nobody|no one)\b[^.;]{1,20}\b(?:turned away|refused|excluded|rejected|barred|asked)\b"
)
_LAW = (
    r"(?:laws?|acts?|statutes?|ordinances?|regulations?|courts?|codes?|title [ivx]+|constitution)"
)
# The law, and no rule of the house, says that people may not be turned away.
_OUTLAWED = pattern(
    rf"(?i)\b{_LAW}\b[^.;]{{0,40}}?\b(?:prohibit|forbid|bar|outlaw|protect"
    r"|do(?:es)? not (?:allow|permit))"
    rf"|\bunlawful\b|{_ILLEGAL}|\bagainst\s+the\s+law\b|\b(?:we|nobody|no one) may not\b"
)
_BARRED_BEHIND = pattern(r"(?i)\b(?:is|are)\s+(?:prohibited|unlawful|illegal|forbidden|barred)\b")
_TURN = pattern(r"(?i);|\b(?:but|however|although|unless)\b")
_OPENS: Final = {'"': '"', "\u201c": "\u201d", "\u00ab": "\u00bb"}
# "the word 'foreman'": an apostrophe opens a quotation behind what says so.
_SPOKEN_OF = pattern(r"(?i)\b(?:words?|terms?|titles?|phrases?)\s+['\u2018]\Z")
# A file, a host, a program's switch: no word of the posting.
_CODE = pattern(
    r"(?i)://|@|\Awww\.|_|\\|\A(?:--|[~/#$])[^\W_]|\.(?:ya?ml|json|xml|csv|txt|pdf|docx?|xlsx?|pptx?|py|js"
    r"|sh|exe|cfg|conf|ini|md|html?|php|png|jpe?g|com|org|net|edu|gov|us|io|service|timer|lock|toml"
    r"|env|log|rb|go|rs|ts|sql|zip|local|internal|example)\b|\w[=<>]=?[\w=]|[a-z]\.[a-z]{3,12}\b"
)
_REACH = 100
_FAR = 1_000
_HONORIFIC = pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Rev|Prof|Hon)\b\.?\s+(?:[A-Z]\S*\s+)?\Z|\b[A-Z]\.\s*\Z"
    r"|\bby\s+[A-Z][a-z]+\s+\Z"
)
# "in Lineman, Nebraska"; "the Foreman scheduling software".
_TOWN_BEFORE = pattern(r"\b(?:in|near|at|from)\s\Z")
_STATE = pattern(r",\s[A-Z](?:[a-z]+|[A-Z])\b")
_PROGRAM = pattern(
    r"(?: [a-z]+){0,2} (?:software|app|platform|program|suite|database|application)\b"
)
_NEXT = pattern(r"(?:['\u2019]s)?[ \u00a0]+([^\W\d_][\w'\u2019-]*)")
_RUN = pattern(r"(?:['\u2019]s)?(?:[ \u00a0]+[A-Z][\w'\u2019-]*)+")
_PERSON = pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Rev|Prof|Judge|Senator|Governor|Mayor|President)\b\.?\s+[A-Z][a-z]"
)
# Whoever wants somebody says nothing of himself: "our guests prefer women".
_WANTS = pattern(
    r"(?i)\b(?:does not|do not|doesn['\u2019]t|don['\u2019]t|wants?|prefers?|likes?|expects?|"
    r"insists?"
    r"|asks? for|needs?|seeks?|looking for|request(?:s|ed)|specif(?:y|ies|ied)|favou?rs?)\b"
)
_TWO_NAMES = pattern(r"\b([A-Z][a-z]+)\s+(?:[A-Z]\.\s+)?([A-Z][a-z]+)\b")
_LOW = "basic|beginner|elementary|intermediate|conversational|limited|working knowledge"
_LOW_DEGREE = pattern(rf"\b(?:{_LOW})\b")
_DEGREES = pattern(rf"\b(?:{_LOW}|fluent|advanced|proficient|good)\b")
_OTHER_JOBS = pattern(
    r"(?i)\A\W*(?:(?:similar|related|more|recommended|featured|nearby) (?:open )?(?:jobs|positions"
    r"|openings|vacancies|opportunities|postings)\b|(?:other )?jobs (?:like this|you (?:may|might))"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|people (?:also|who) (?:viewed|applied))"
)
_QUESTIONS = pattern(r"(?i)\bquestionnaire\b|\b(?:supplemental|screening|application) questions?\b")


def beside(case: Case, span: Span, other: Span) -> bool:
    """Say whether two phrases stand together: a few words apart, and no sentence mark between."""
    if span.overlaps(other):
        return True
    between = case.text[min(span.end, other.end) : max(span.start, other.start)]
    # Whom somebody has with her is no sense of hers: "a woman with grown children".
    if other.start >= span.end and _WITH.search(between):
        return False
    return _BREAK.search(between) is None and len(_WORD.findall(between)) <= _BESIDE


def denied(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether a sentence says the opposite of its words: "need not be a native speaker"."""
    before, after = case.text[sentence.start : span.start], case.text[span.end : sentence.end]
    clause = before
    for part in _CLAUSE.finditer(before):
        clause = before[part.end() :]
    clause = _NO_DENIAL.sub("", clause)
    near = [match.start() for match in _WORD.finditer(clause)][-_DENIES:]
    # "Not less than 18 nor more than 35": what begins with "nor" goes on, and is not denied.
    goes_on = case.text[span.start : span.start + 4].lower() == "nor "
    if near and not goes_on and _DENIAL.search(clause, near[0]):
        return True
    return (
        _NO.search(clause) is not None
        or _DENIED_BEHIND.match(after) is not None
        or _DENIED_LABEL.match(case.text, span.end) is not None
        or _barred(before, after)
    )


def outlawed(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether a sentence tells what a law forbids: "the law bars us from rejecting them"."""
    before, after = case.text[sentence.start : span.start], case.text[span.end : sentence.end]
    turns = [match.end() for match in _OUTLAWED.finditer(before)]
    if any(_TURN.search(before, turn) is None for turn in turns):
        return True
    behind = _OUTLAWED.search(after)
    return behind is not None and _TURN.search(after, 0, behind.start()) is None


def _barred(before: str, after: str) -> bool:
    """Say whether a law that bars something is quoted: "prohibits asking applicants their age"."""
    behind = _BARRED_BEHIND.search(after)
    if behind is not None and _TURN.search(after, 0, behind.start()) is None:
        return True
    return any(_TURN.search(before, match.end()) is None for match in _BARS.finditer(before))


def quoted_words(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether words are spoken of: they stand in a short quotation."""
    before, after = case.text[sentence.start : span.start], case.text[span.end : sentence.end]
    if _SPOKEN_OF.search(before):
        return True
    for opening, closing in _OPENS.items():
        start = before.rfind(opening)
        end = after.find(closing)
        if start == -1 or end == -1 or closing in before[start + 1 :]:
            continue
        # Straight marks open and close alike: an odd number has been opened.
        if opening == closing and before.count(opening) % 2 == 0:
            continue
        inside = before[start:] + case.text[span.start : span.end] + after[:end]
        if len(_WORD.findall(inside)) <= _QUOTED:
            return True
    return False


def in_name(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether words are part of a name: Alderman Hall, Chairman Ortiz, Mr. Foreman."""
    words = case.text[span.start : span.end]
    if not words[0].isupper():
        return False
    # "HE research" is about higher education.
    if 1 < len(words) <= _LETTERS and words.isupper():
        return not case.text[sentence.start : sentence.end].isupper()
    if _HONORIFIC.search(case.text, sentence.start, span.start):
        return True
    if _TOWN_BEFORE.search(case.text, sentence.start, span.start) and _STATE.match(
        case.text, span.end
    ):
        return True
    if _PROGRAM.match(case.text, span.end):
        return True
    follows = _NEXT.match(case.text, span.end)
    if follows is None:
        return False
    run = _RUN.match(case.text, span.end)
    if {follows[1].lower(), run[0].split()[-1].lower() if run else ""} & _table("places"):
        return True
    line = case.text[sentence.start : sentence.end]
    # In a line of capitals a capital says nothing.
    capitals = sum(1 for word in _WORD.findall(line) if word[0].isupper())
    return (
        follows[1][0].isupper()
        and follows[1].lower() not in _table("work")
        and capitals * 2 <= len(_WORD.findall(line)) + 2
        and not line.isupper()
    )


def in_code(case: Case, span: Span) -> bool:
    """Say whether a word is part of an address, a file's name or code."""
    text = case.text
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    run = text[span.start : span.end]
    if before and not before[-1].isspace():
        run = before.split()[-1] + run
    if after and not after[0].isspace():
        run += after.split()[0]
    run = run.strip("*_")
    # Letters alone, and the mark behind them, are no code: most words are no more.
    if not run.rstrip(",.;:!?)").isalpha() and _CODE.search(run):
        return True
    line = before.rsplit("\n", 1)[-1]
    return line.count("`") % 2 == 1 and "`" in after.split("\n", 1)[0]


def of_another(case: Case, span: Span, sentence: Span) -> bool:
    """Say whether words are said of somebody else: a person by name, a pupil, a mayor.

    A pronoun may stand for whom the sentence before speaks of; other words say whom they mean.
    """
    before = case.text[sentence.start : span.start]
    if case.text[span.start : span.end].lower().split("/")[0].split()[0] not in _table("pronouns"):
        if _WANTS.search(before):
            return False
        return _PERSON.search(before) is not None or _of_others(before, ())
    title = case.posting.title
    own = title.text.lower() if title is not None else ""
    start = max((one.start for one in _sentences_before(case, sentence)), default=sentence.start)
    if _ABOVE.search(before):
        return True
    near = case.text[max(start, span.start - _FAR) : span.start]
    if _named(near, own) or _LEAVES.search(near) or _OVER_THEM.match(case.text, span.end):
        return True
    # Whom a sentence speaks of first, its pronouns stand for; one that begins with a pronoun goes
    # on about whom the sentence before it speaks of.
    if not _WORD.search(before):
        before = case.text[start : sentence.start]
    return _of_others(before, own.split())


# "Our cook of nine years is retiring, and her whisk is yours"; "Ana (she'll be your boss)".
_LEAVES = pattern(
    r"\b[Oo]ur (?:[\w-]+ ){1,6}(?:(?:is|are) (?:off|leaving|retiring|moving|going)|retire[sd]|left"
    r"|(?:just |has |have )+(?:left|retired|moved))\b"
)
# "Answers to him or her": whom the holder reports to; "staff report to him" is of the holder.
_ABOVE = pattern(
    r"(?i)\b(?:(?:answers|reports|answering|reporting|responsible|accountable)"
    r"|(?:you|you['’]ll|will|to|must|shall) (?:answer|report)) (?:directly )?to\s"
    r"(?:(?:him|her)(?: or |/))?\Z"
)
_OVER_THEM = pattern(
    r"(?:['’]ll be| will be|['’]s| is) your (?:new )?(?:boss|supervisor|manager|lead|contact)\b"
)


def _of_others(before: str, own: Iterable[str]) -> bool:
    for word in _WORD.findall(before.lower()):
        if word in _table("holders") or word in own:
            return False
        if word in _table("others"):
            return True
    return False


def _sentences_before(case: Case, sentence: Span) -> tuple[Span, ...]:
    """Return the sentence before one on the same line."""
    before = case.posting.running.at(max(0, sentence.start - 2))
    if before is None or "\n" in case.text[before.end : sentence.start]:
        return ()
    return (before,)


def _named(words: str, title: str) -> bool:
    if _PERSON.search(words):
        return True
    return any(
        not {first.lower(), last.lower()} & (_table("work") | _table("places"))
        and f"{first} {last}".lower() not in title
        for first, last in _TWO_NAMES.findall(words)
    )


def in_questions(case: Case, span: Span, _: Span) -> bool:
    """Say whether words stand in a questionnaire, which has answers no posting would give."""
    heading = case.posting.section_at(span.start).heading
    return heading is not None and _QUESTIONS.search(heading.text) is not None


def on_a_scale(case: Case, _: Span, sentence: Span) -> bool:
    """Say whether words are a degree on a scale to rate oneself on: "native / fluent / basic"."""
    around = case.text[sentence.start : sentence.end].lower()
    return len(set(_DEGREES.findall(around))) > 1 and _LOW_DEGREE.search(around) is not None


def of_other_jobs(case: Case, span: Span) -> bool:
    """Say whether words stand below a heading such as "Similar jobs", with which pages end."""
    sections = case.posting.sections
    section: Section | None = case.posting.section_at(span.start)
    while section is not None:
        if section.heading is not None and _OTHER_JOBS.search(section.heading.text):
            return True
        section = None if section.parent is None else sections[section.parent]
    return False


SENSES: Mapping[str, Callable[[Case, Span, Span], bool]] = {
    "denied": denied,
    "outlawed": outlawed,
    "quoted": quoted_words,
    "named": in_name,
    "others": of_another,
    "questions": in_questions,
    "rated": on_a_scale,
}


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(lines(read_toml("postlint.rules", "senses.toml")[name]))

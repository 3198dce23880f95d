"""The employer's notice that it does not discriminate, and the classes it names.

Three things are distinguished that people call an equity statement: this notice, a
commitment to inclusion, and a request that the applicant write one (`equity`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from typing import Final, TypeAlias

from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import plain_words
from postlint.facts._data import phrases, table, vocabulary, word_sets
from postlint.facts.around import next_sentence, sentence_at, trim, words_in
from postlint.facts.base import Case, Fact, absent, fact
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span
from postlint.text.tables import PhraseTable, alternatives, lines

# How many sentences behind an anchor may still list grounds.
_AFTERWARDS = 3
_LONGEST = 1500
# An equal-opportunity phrase and the employer it is said of, on one line or two.
_EMPLOYER = pattern(
    r"(?i)(?:equal[\s-]+(?:access[\s-]+|employment[\s-]+)?(?:opportunit(?:y|ies))?|EO|EEO|AA)"
    r"[^.;!?]{0,70}?(?:\bemployer|\bemploye\b"  # a last letter may be cut off
    r"|\b(?:educator|workplace|institution|organization|provider)s?\b)"
    r"|equal\s+(?:employment\s+)?opportunity\s+(?:agency|company|college|university|district)\b"
)
_SHORT = pattern(
    r"(?:(?<![\w/])|(?<=[a-z]{4}/))(?:AA\s*[/-]\s*)?"
    r"(?:EOE|EEOE|EEO\s*/\s*AA|AA\s*/\s*EEO|EEO|EO\s*/\s*AA|AA\s*/\s*EO|E\.\s?O\.\s?E)"
    r"(?:\s*/\s*(?:AA|ADA)\b)*(?!\w)"
    # The letters of the tagline, without the name of the thing; "m/f/d" alone follows a title.
    r"|\b(?:M\s*/\s*F|(?i:minorit\w+\s*/\s*(?:female|women)))"
    r"(?:\s*/\s*(?:D|V|(?i:disab\w*|vet\w*))){2}(?!\w)"
)
_CONSIDERATION = pattern(r"(?i)qualified[^.]{0,40}(?:receive|be)\s+consider")
_M_F = pattern(r"(?i)\bM\s*/\s*F(?:\s*/\s*(?:D|V|Disab\w*|Vet\w*))*")
_ELSEWHERE = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'elsewhere')})\b"
    r"[^.]{0,60}\b(?:policy|policies|statement|notice|poster)\b"
)
_OF_LAW = pattern(r"(?i)protected|prohibited|law\b|laws\b|unlawful|non-?merit|legally")
_WORK = (SectionKind.DUTIES, SectionKind.QUALIFICATIONS, SectionKind.KNOWLEDGE_SKILLS)
_LABELS = frozenset({"statement", "policy", "notice", "information", "law"})
_POINTED = frozenset({"policy", "statement", "notice", "information", "poster", "law", "rights"})


class NamedClass(NamedTuple):
    """A protected class a statement names: its id in the class table, its name, its place.

    `name` is the label's normal form ("sexual orientation"); `id` that of the
    jurisdictions table ("sexual-orientation"), or empty where it has none.
    """

    id: str
    name: str
    span: Span


class EqualOpportunityStatement(NamedTuple):
    """A statement by the employer that it does not discriminate.

    `span` covers the statement, its list of grounds included; `quote` is its
    first sentence. `catch_all` is true where it ends in words such as "any
    other status protected by law". `short_form` is true where it is only
    "EOE" or the like, `link_only` where the words only point to a statement
    elsewhere.
    """

    span: Span
    quote: Span
    anchor: Span
    classes: tuple[NamedClass, ...] = ()
    catch_all: bool = False
    short_form: bool = False
    link_only: bool = False


class _ClassWords(NamedTuple):
    ids: tuple[str, ...]
    names: tuple[str, ...]


@cache
def _classes() -> Mapping[str, _ClassWords]:
    found: dict[str, _ClassWords] = {}
    for line in lines(table("statements")["classes"]["table"]):
        phrase, ids, names = (part.strip() for part in line.split("|"))
        found[plain_words(phrase)] = _ClassWords(tuple(ids.split(";")), tuple(names.split(";")))
    return found


_CLASS_PHRASES = PhraseTable(table("statements")["classes"]["table"], until="|")


@fact("equal_opportunity", phrases={**phrases("statements"), "statements.class": _CLASS_PHRASES})
def equal_opportunity(case: Case) -> Fact[tuple[EqualOpportunityStatement, ...]]:
    """Return every statement of equal opportunity, in the order of the text."""
    equal = frozenset(case.hits["statements.equal"])
    anchors = sorted(equal | {*case.hits["statements.discriminate"]})
    statements: list[EqualOpportunityStatement] = []
    for anchor in anchors:
        if statements and anchor.start < statements[-1].span.end:
            continue
        statement = _statement(case, anchor, equal=anchor in equal)
        if statement is not None:
            statements.append(statement)
    return Fact(tuple(statements), tuple(statement.span for statement in statements))


def _statement(case: Case, anchor: Span, *, equal: bool) -> EqualOpportunityStatement | None:
    anchored = Anchored(case, anchor)
    tests = EQUAL if equal else DISCRIMINATE
    decides = first_that_holds(tests, anchored)
    if decides is None or decides.answer is None:
        return None
    form = decides.answer
    link_only = form is Form.LINK
    return EqualOpportunityStatement(
        span=anchored.sentence if link_only else anchored.span,
        quote=anchored.sentence,
        anchor=anchor,
        classes=() if link_only else anchored.classes,
        catch_all=_catches_all(case, anchored.sentence if link_only else anchored.span),
        short_form=form is Form.SHORT and not anchored.classes,
        link_only=link_only,
    )


class Form(Enum):
    """What a sentence with an anchor comes to."""

    STATEMENT = "statement"
    SHORT = "short"
    LINK = "link"


class Anchored:
    """A sentence that has an anchor, and what the tests ask about it."""

    def __init__(self, case: Case, anchor: Span) -> None:
        self.case = case
        self.sentence = _bounded(case, sentence_at(case, anchor.start), anchor)
        start, end = self.sentence
        text = case.text[start:end]
        # A line that breaks off may go on behind a page's edge or a lost heading.
        self.text = text if text[-1:] in ".!?" else case.text[start : end + 40]
        self.words = words_in(case, self.sentence)
        self.telling = set(self.words)
        self.span = _whole(case, self.sentence)
        self.classes = tuple(_named(case, self.span))
        self.own = len({c.name for c in self.classes if self.sentence.contains(c.span)})
        self.in_work = case.posting.section_at(anchor.start).kind in _WORK

    def says(self, *tables: str) -> bool:
        """Say whether a word of the sentence stands in one of these tables."""
        return any(self.telling & word_sets("statements")[name] for name in tables)

    @cached_property
    def is_short(self) -> bool:
        """Whether it has the letters that stand for a statement."""
        return _SHORT.search(self.text) is not None

    @cached_property
    def is_aside(self) -> bool:
        """Whether it is about something else: a duty, a law's name, an office."""
        return self.in_work or self.says("aside")

    @cached_property
    def is_duty(self) -> bool:
        """Whether it tells the holder what to do, and not what the employer is."""
        return self.in_work and _third_person().match(self.text) is not None

    @cached_property
    def is_label(self) -> bool:
        """Whether it only names a statement: "Equal Opportunity Policy"."""
        return len(self.words) <= 6 and bool(self.telling & _LABELS) and not self.own

    @cached_property
    def of_students(self) -> bool:
        """Whether it is about pupils and not about who works there."""
        if self.says("employment") or not self.says("student"):
            return False
        return (
            self.own >= 2
            or not set(words_in(self.case, self.span)) & word_sets("statements")["employment"]
        )


def _bounded(case: Case, sentence: Span, anchor: Span) -> Span:
    """Return a sentence no longer than a statement may be; of a row with bars, its own part."""
    before = case.text.rfind(" | ", sentence.start, anchor.start)
    after = case.text.find(" | ", anchor.end, sentence.end)
    start, end = sentence.start if before < 0 else before + 3, sentence.end if after < 0 else after
    sentence = trim(case.text, Span(start, end))
    if sentence.end - sentence.start <= _LONGEST:
        return sentence
    return trim(
        case.text,
        Span(max(sentence.start, anchor.start - 200), min(sentence.end, anchor.end + 900)),
    )


def _alone(anchored: Anchored) -> bool:
    """Say whether a line is "EOE" or little more."""
    bare = anchored.case.text[anchored.sentence.start : anchored.sentence.end].strip(" .*_()")
    return bool(_SHORT.fullmatch(bare)) or len(pattern(r"\w+").findall(anchored.text)) <= 4


# "EOE/M/F", "EOE: Disability/Veterans".
_TAGLINE = pattern(
    r"(?i)\A\W*(?:[\w ]{1,40}\b(?:is|are) an? )?(?:AA\s*[/-]\s*)?(?:EOE|EEOE|EEO)"
    r"(?:[\s/,]*(?:AA|affirmative action))?\b"
    r"[\s,:;/(–-]*(?:M\s*/\s*F|F\s*/\s*M|minorit|female|women|(?:protected\s+)?vet|"
    r"disab)"
)
# "The city is an EOE and complies with the ADA."
_IS_ONE = pattern(r"\b(?:is|are) an? (?:AA\s*[/-]\s*)?E?EOE\b")
# "EEO: 3", "EEO category 6 Administrative Support": what reports to an agency count by.
_CATEGORY = pattern(r"(?i)\bEEO[-\s]?\d?(?:[\s:#-]*| (?:job )?(?:category|code|class)\W*)\d\b")
# A refusal that says it is of hiring needs no list of grounds.
_IN_HIRING = pattern(
    r"(?i)\b(?:applicants?|candidates?)\s+(?:are|is|will be)\s+considered\s+without\s+"
    r"discrimination\b|"
    r"\b(?:(?:does|do|will|shall)\s+not(?:\s+\w+ly)?\s+discriminate|policy\s+of\s+non-?discrimination|"
    r"(?:prohibits?|forbids?)\s+(?:all\s+|any\s+|unlawful\s+)?discrimination)\b"
    r"[^.;!?]{0,60}\b(?:hiring|employment|recruit(?:ment|ing))\b"
)


# "Our vendors are …", "ensures that contractors do not …"; "the City and its vendors" is the City.
_OF_OTHERS = pattern(
    r"(?i)(?:\A\W*|\b(?:that|ensures?|requires?|unlike)\s+)"
    r"(?:(?:the|all|any|our|its|most|many|some|of|these|outside)\s+){0,4}"
    rf"(?:{vocabulary('statements', 'dealt_with')})\b"
    r"(?!\s+(?:and|or)\s+(?:we|the|staff|employees)\b)"
    r"|\b(?:from|unlike|include|among|with)\s+(?:other\s+|an?\s+)?equal[\s-]+opportunity\s+employers?\b"
    r"|\bnot\s+an?\s+equal[\s-]+opportunity\b"
)


@cache
def _third_person() -> re.Pattern[str]:
    """Return what finds the verb that a duty or a demand begins with."""
    verbs = alternatives(table("statements")["words"]["third_person"])
    return pattern(rf"(?i)\s*(?:{verbs})\s")


def _whole(case: Case, sentence: Span) -> Span:
    """Return a statement: its first sentence and those behind it that list grounds."""
    end, last = sentence.end, sentence
    for _ in range(_AFTERWARDS):
        following = next_sentence(case, last)
        if following is None or following.start - end > 400:
            break
        if following.end - sentence.start > _LONGEST:
            break
        grounds = case.hits.within("statements.class", following)
        anchored = case.hits.within("statements.discriminate", following) or case.hits.within(
            "statements.equal", following
        )
        if len(grounds) >= 2 or (anchored and grounds):
            end = following.end
        last = following
    return Span(sentence.start, end)


# Auxiliary aids are not the illness.
_AIDS = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'aids')})"
    r"(?:\W+\w+){0,2}\W+\Z"
)


def _named(case: Case, span: Span) -> Iterator[NamedClass]:
    for place in case.hits.within("statements.class", span):
        words = case.text[place.start : place.end]
        entry = _classes().get(plain_words(words))
        if words == "aids" and _AIDS.search(case.text, max(0, place.start - 40), place.start):
            continue
        if entry is not None:
            ids = entry.ids if len(entry.ids) == len(entry.names) else entry.ids * len(entry.names)
            for id_, name in zip(ids, entry.names, strict=False):
                yield NamedClass(id=id_, name=name, span=place)
    match = _M_F.search(case.text, span.start, span.end)
    if match:
        letters = match[0].upper().replace(" ", "").split("/")
        place = Span(match.start(), match.end())
        yield NamedClass(id="sex", name="sex", span=place)
        if any(part.startswith("D") for part in letters):
            yield NamedClass(id="disability", name="disability", span=place)
        if any(part.startswith("V") for part in letters):
            yield NamedClass(id="military", name="veteran status", span=place)


def _catches_all(case: Case, span: Span) -> bool:
    for place in case.hits.within("statements.catch_all", span):
        stretch = case.text[max(span.start, place.start - 10) : min(span.end, place.end + 90)]
        if _OF_LAW.search(stretch):
            return True
    return False


StatementDecision: TypeAlias = Decision[Anchored, Form, str]


_REPORTED = pattern(
    r"(?i)\bEEO(?:-?\d)?[ ](?:job[ ])?(?:group|category|code|class|classification|function)\b"
)
_SERVED = pattern(rf"(?i)\b(?:{vocabulary('statements', 'served')})s?\b")
# Of "equal opportunity" and its like.
EQUAL: tuple[StatementDecision, ...] = (
    Decision("it names a statement", lambda s: s.is_label, "Equal Opportunity Policy\n"),
    Decision("the number of a category", lambda s: _CATEGORY.search(s.text), "EEO: 3\n"),
    Decision(
        "it is the post's place in a report",
        lambda s: bool(_REPORTED.search(s.text)),
        "EEO job group: 2\n",
    ),
    Decision(
        "it is a duty of the post",
        lambda s: s.is_duty and s.own < 2,
        "## Duties\n\n- Ensures equal employment opportunity for all employees.\n",
    ),
    Decision(
        "it is said of others",
        lambda s: _OF_OTHERS.search(s.text) is not None,
        "Our suppliers are equal opportunity employers.\n",
    ),
    Decision(
        "it is said of the employer",
        lambda s: bool(_EMPLOYER.search(s.text) or _CONSIDERATION.search(s.text)),
        "The town is an equal opportunity employer.\n",
        Form.STATEMENT,
    ),
    Decision(
        "letters in another sentence",
        # Grounds behind the letters make a tagline of them wherever they stand.
        lambda s: (
            s.is_short
            and s.is_aside
            and not (_alone(s) or _TAGLINE.search(s.text) or _IS_ONE.search(s.text))
        ),
        "## Duties\n\n- Files the EEO reports of the town with the state.\n",
    ),
    Decision("letters alone", lambda s: s.is_short, "Apply by May. EOE.\n", Form.SHORT),
    Decision(
        "it is said of those who are served",
        lambda s: not s.says("employment") and (s.says("student") or _SERVED.search(s.text)),
        "We believe that all children deserve equal opportunity to learn.\n",
    ),
    Decision(
        "it lists grounds",
        lambda s: s.own >= 2 and not (s.in_work and s.says("aside")),
        "Equal opportunity is for all, whatever their race, color or religion.\n",
        Form.STATEMENT,
    ),
    Decision(
        "it says where to read one",
        lambda s: s.own == 0 and _ELSEWHERE.search(s.text) is not None,
        "See our equal employment opportunity policy on the town's pages.\n",
        Form.LINK,
    ),
    Decision(
        "it promises",
        lambda s: s.says("promise") and not s.is_aside,
        "We are committed to equal opportunity for everybody.\n",
        Form.STATEMENT,
    ),
    Decision(
        "it points to one",
        lambda s: bool(s.telling & _POINTED) and s.says("link"),
        "Equal employment opportunity information: click here to learn what the rights are.\n",
        Form.LINK,
    ),
    Decision(
        "words in passing",
        lambda _: True,
        "The office of equal opportunity stands beside the town hall.\n",
    ),
)
# "We don't discriminate.", "The Friends do not discriminate and are glad to accommodate."
_PLAIN = pattern(
    r"\W*(?:We|(?:The )?[A-Z]\w+(?: (?:& )?[A-Z]\w+){0,3}) (?:do|does|will)(?: not|n['’]t)"
    r"(?: \w+ly)? discriminate(?: and |[.!\s]*\Z)"
)
# Of "does not discriminate" and its like.
DISCRIMINATE: tuple[StatementDecision, ...] = (
    Decision("it names a statement", lambda s: s.is_label, "Notice of nondiscrimination\n"),
    Decision(
        "no ground and no hiring",
        lambda s: (
            len({c.name for c in s.classes}) < 2
            and not _catches_all(s.case, s.span)
            and not _IN_HIRING.search(s.text)
            and not _PLAIN.match(s.text)
        ),
        "The scale does not discriminate on the basis of weight.\n",
    ),
    Decision(
        "it is about students",
        lambda s: s.of_students,
        "The school does not discriminate among students on the basis of race, color or sex.\n",
    ),
    Decision(
        "it is a duty of the post",
        lambda s: s.is_duty,
        "## Duties\n\n- Ensures that hiring does not discriminate on the basis of race or sex.\n",
    ),
    Decision(
        "it is said of others",
        lambda s: _OF_OTHERS.search(s.text) is not None,
        "Contractors shall not discriminate on the basis of race, color or sex in employment.\n",
    ),
    Decision(
        "a refusal",
        lambda _: True,
        "The town does not discriminate on the basis of race, color or sex in employment.\n",
        Form.STATEMENT,
    ),
)


# Where a template may insert what the employer states.
STATED_IN: Final = (
    SectionKind.EQUAL_OPPORTUNITY,
    SectionKind.ACCOMMODATION,
    SectionKind.HOW_TO_APPLY,
)


@fact("nondiscrimination")
def nondiscrimination(case: Case) -> Fact[str | None]:
    """Return the employer's statement that it does not discriminate, the fullest it makes."""
    stated = [entry for entry in case[equal_opportunity].value if not entry.link_only]
    if not stated:
        return absent(case, None, *STATED_IN)
    # The statement that lists most grounds, the first of equals.
    stated.sort(key=lambda entry: -len({named.name for named in entry.classes}))
    quote = stated[0].span
    return Fact(case.posting.passage(quote).text, tuple(entry.span for entry in stated))


@fact("protected_classes")
def protected_classes(case: Case) -> Fact[tuple[str, ...]]:
    """Return the protected classes the statements name, in order, each once."""
    named = [entry for statement in case[equal_opportunity].value for entry in statement.classes]
    if not named:
        return absent(case, (), *STATED_IN)
    first: dict[str, Span] = {}
    for entry in named:
        first.setdefault(entry.name, entry.span)
    return Fact(tuple(first), tuple(first.values()))

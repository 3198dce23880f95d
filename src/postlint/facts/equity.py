"""A commitment to equity or inclusion beyond what the law asks for, and a request for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from postlint.document.kinds import SectionKind
from postlint.document.vocabulary import plain_words
from postlint.facts._data import line_set, vocabulary
from postlint.facts.around import next_sentence, sentence_at, words_in
from postlint.facts.base import Case, Fact, absent, fact
from postlint.facts.equal_opportunity import STATED_IN, equal_opportunity
from postlint.text.decisions import Decision, first_that_holds
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

_LONGEST: Final = 1500


@fact("equity_commitment")
def equity_commitment(case: Case) -> Fact[str | None]:
    """Return a commitment to equity or inclusion beyond the legal statement.

    The first span is the commitment itself; the others are what the text says
    of it elsewhere.
    """
    found = list(_commitments(case))
    best = _best(found)
    if best is None:
        return absent(case, None, *STATED_IN, SectionKind.ORGANIZATION)
    others = sorted(span for strength, span in found if strength >= _TELLING and span != best)
    return Fact(case.posting.passage(best).text, (best, *others))


# Commitments as strong as the strongest but for so little are as good, and the first is chosen.
_AS_GOOD: Final = 1
# What a sentence that commits says besides the first that does, in one paragraph.
_MORE: Final = 2
_MOST_MORE: Final = 4
# A heading of equity says that the commitment stands under it.
_HEADED: Final = 4
# From here on a sentence is evidence of a commitment beside a stronger one.
_TELLING: Final = 8


_STRETCH: Final = 300


def _commitments(case: Case) -> Iterator[tuple[int, Span]]:
    """Yield the passages that commit to equity, with how strongly they do."""
    legal = merged(entry.quote for entry in case[equal_opportunity].value if not entry.link_only)
    passage: tuple[int, int, Span] | None = None
    for sentence in _sentences(case):
        if touches(legal, sentence):
            if _PROMISED.search(case.text, sentence.start, min(sentence.end, sentence.start + 400)):
                yield 1, sentence
            continue
        strength = _strength(case, sentence)
        if not strength:
            continue
        if passage is not None and _together(case, passage[2], sentence):
            # Sentences of one paragraph are one statement.
            most, more, span = passage
            more += _MORE if min(most, strength) >= _TELLING else 0
            passage = max(most, strength), more, Span(span.start, sentence.end)
            continue
        if passage is not None:
            yield passage[0] + min(passage[1], _MOST_MORE), passage[2]
        passage = strength, 0, sentence
    if passage is not None:
        yield passage[0] + min(passage[1], _MOST_MORE), passage[2]


def _sentences(case: Case) -> Iterator[Span]:
    """Yield each sentence that speaks of equity, once."""
    covered, seen = 0, set[Span]()
    for place in case.hits["statements.equity"]:
        if place.start < covered:
            continue
        sentence = sentence_at(case, place.start)
        if sentence in seen:
            continue
        seen.add(sentence)
        # Of a text without ends a stretch around each place is looked at, one in every few lines.
        covered = min(sentence.end, place.start + _STRETCH)
        yield sentence


def _strength(case: Case, sentence: Span) -> int:
    """Return how strongly a sentence commits, by its words, its length and its heading."""
    strength = EquitySentence(case, sentence).strength() or _listed_value(case, sentence)
    if not strength:
        return 0
    if sentence.end - sentence.start > _LONGEST:
        strength = 1  # nobody quotes a page
    heading = case.posting.section_at(sentence.start).heading
    if heading is not None and heading.span.overlaps(sentence):
        return 1  # what stands under it says it better
    headed = heading is not None and case.hits.within("statements.equity", heading.span)
    return strength + (_HEADED if headed else 0)


def _listed_value(case: Case, sentence: Span) -> int:
    """Return how strongly a word alone commits, in a list of what the house stands for."""
    heading = case.posting.section_at(sentence.start).heading
    if heading is None or len(words_in(case, sentence)) > _FEW_WORDS:
        return 0
    text = case.text[sentence.start : sentence.end].lower()
    named = not text.strip(" .;,\xa0").startswith(("access", "divers")) or "diversity" in text
    return 2 if named and _STANDS_FOR.search(heading.text) else 0


_FEW_WORDS: Final = 4


def _together(case: Case, passage: Span, sentence: Span) -> bool:
    """Say whether a sentence goes on with a passage: at once, or behind one more sentence."""
    between = next_sentence(case, Span(passage.start, passage.end))
    if between is not None and between.end < sentence.start:
        between = next_sentence(case, between)
    if between is None or not between.overlaps(sentence):
        return False
    gap = case.text[passage.end : sentence.start]
    if len(gap) > _LONGEST_BETWEEN or _NEW_PARAGRAPH.search(gap):
        return False
    section = case.posting.section_at(sentence.start)
    return all(
        not passage.end <= item.text.span.start <= sentence.start for item in section.items()
    )


_LONGEST_BETWEEN: Final = 240
_NEW_PARAGRAPH = pattern(r"\n\s*\n|[•▪●○◦]")


_COMMITTING = pattern(
    r"(?i)\b(?:(?P<promise>commit|dedicat|pledg|champion)"
    f"|{vocabulary('statements', 'committing')}|"
    r"encourag\w+\b[^.;]{0,120}\bto apply)"
)
_CUE = pattern(rf"(?i)\b(?:commit|values?\b|{vocabulary('statements', 'cues')}|goals?\b|policy)")
# Who works there, not what is worked on.
_OF_PEOPLE = pattern(
    r"(?i)\bdiverse\W+(?:\w+\W+){0,3}?"
    rf"(?:{vocabulary('statements', 'diverse_people')})\b|"
    # "a staff as diverse as the town", "our team is to be as diverse as"
    rf"\b(?:{vocabulary('statements', 'diverse_people')}|team)\b[^.;]{{0,40}}\bas diverse as\b"
)
_AIMS = pattern(
    rf"(?i)\b(?:(?:{vocabulary('statements', 'aims')})"
    r" to|goal|encourag\w+|welcom\w+|invit\w+)\b|\bto (?:build|recruit|hire) (?:an? )?"
    r"(?:more )?\Z"
)
# Of those who are encouraged, not of what they work with.
_INVITED = pattern(
    r"(?i)\b(?:candidates|applicants|individuals|those|people)\b[^.;]{0,160}\bdivers\w+\b[^.;]{0,120}"
    r"\bencouraged to apply\b"
)
_OF_NATURE = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'nature')})\W+diversity|"
    rf"diversity of (?:\w+\W+){{0,2}}(?:{vocabulary('statements', 'living')})\b"
)
_REQUESTED = pattern(
    r"(?i)\b(?:is|are) (?:strongly )?(?:required|preferred|desired)\b|\bif you are\b|"
    r"\binterested in (?:candidates|applicants|people) wh"
)
_MONEY = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'owned')}|legal\s+or)\s+equit|"
    r"equitable\s+(?:relief|rights?|remed|interest)|"
    rf"equity\s+(?:{vocabulary('statements', 'invested')})"
)
_LISTED = pattern(
    rf"(?i)\bdivers(?:e|ity)\s+(?:of\s+)?(?:{vocabulary('statements', 'various')}|"
    r"of\s+(?:insect|life|plant|species|animal))"
)


# What an equal-opportunity sentence may say beyond the law: "… and values diversity".
_PROMISED = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'promised')})"
    r"\b(?:\s+\w+,?){0,3}\s+(?:diversity|inclusion|equity|belonging|inclusivity|inclusive)\b|"
    # "… dedicated to hiring a diverse workforce"
    r"\b(?:committed|dedicated) to\b[^.;]{0,60}\bdiverse\s+(?:workforce|staff|team|workplace)\b|"
    # "… to hiring people who reflect the diversity of the state"
    r"\b(?:committed|dedicated) to\b[^.;]{0,120}\breflect\w*\b[^.;]{0,40}\bdiversity\b|"
    r"\b(?:committed|dedicated) to\b[^.;]{0,60}\bdiverse (?:workforce|staff|team)\b|"
    r"\bencourag\w+\b[^.;]{0,160}\bof color\b[^.;]{0,160}\bto apply\b"
)
# Where a house lists what it stands for, a word is enough.
_STANDS_FOR = pattern(r"(?i)\b(?:values|competenc\w+|behaviou?rs?|behaviou?ral|principles)\b")
# What a body fights for in the world is its work, and says less of its workplace.
_CAUSES = frozenset({"racial justice", "social justice"})
# "At a social justice organization": what a house is called for commits it to nothing here.
_CALLED_FOR = pattern(
    r"(?i)\b(?:racial|social) justice (?:\w+ ){0,2}"
    r"(?:organi[sz]ation|foundation|non-?profit|group|firm)\b"
)
_SHORT_FORMS = frozenset({"edi", "jedi"})
_SPELLED_OUT = pattern(r"(?i)divers|equit|inclus")
_OF_SOCIETY = pattern(r"(?i)racial|social justice|workforce")
# Services and designs that everybody can use say nothing of the workplace.
_FOR_USERS = pattern(
    rf"(?i)\b(?:{vocabulary('statements', 'made_for_users')})\b"
    r"[^.;]{0,40}\binclusi(?:ve|on)\b|"
    r"\binclusive\b(?:\W+\w+){0,2}\W+(?:designs?|services?|products?|websites?|interfaces?|software)\b"
)


# Things belong to somebody; a sense of belonging is another matter.
_BELONGING = pattern(r"(?i)\b(?:of|and|&|,|for)\s+belonging\b|\bbelonging\b(?!\s+to\b)")


class EquitySentence:
    """A sentence with words of equity, and what the decisions ask about it."""

    def __init__(self, case: Case, sentence: Span) -> None:
        self.text = case.text[sentence.start : min(sentence.end, sentence.start + 700)]
        self.nouns = {
            plain_words(case.text[place.start : place.end])
            for place in case.hits.within("statements.equity", sentence)
        }

    @cached_property
    def named(self) -> frozenset[str]:
        """The words that name equity or inclusion whatever stands beside them."""
        named = frozenset(self.nouns - line_set("statements", "weak_equity"))
        if named <= _SHORT_FORMS and not _SPELLED_OUT.search(self.text):
            return frozenset()  # "Electronic data interchange (EDI)" is another thing
        return named

    @cached_property
    def meant(self) -> frozenset[str]:
        """Those, and words that name it beside others: "racial equity"."""
        if "equity" in self.nouns and (self.named or _OF_SOCIETY.search(self.text)):
            return self.named | {"equity"}
        if not self.named and _INVITED.search(self.text):
            return frozenset({"diverse"})
        return self.named

    @cached_property
    def of_people(self) -> frozenset[str]:
        """Those that are said of people: things belong to somebody."""
        if "belonging" in self.meant and not _BELONGING.search(self.text):
            return self.meant - {"belonging"}
        return self.meant

    @cached_property
    def strong(self) -> frozenset[str]:
        """Those, and a diverse workforce that is aimed at."""
        people = list(_OF_PEOPLE.finditer(self.text))
        # Behind its own name a diverse workforce aims at something else.
        aims = people and _AIMS.search(self.text, 0, people[-1].start())
        return self.of_people | {"diverse"} if aims else self.of_people

    @property
    def of_a_cause(self) -> bool:
        """Say whether all it names is what a body fights for in the world."""
        return bool(self.strong) and self.strong <= _CAUSES

    @cached_property
    def cues(self) -> int:
        """How many words say that somebody wants it."""
        return len(_CUE.findall(self.text))

    @cached_property
    def promises(self) -> tuple[str | None, ...]:
        """The words that commit to it; `None` for those that say less than a promise."""
        return tuple(match["promise"] for match in _COMMITTING.finditer(self.text))

    def strength(self) -> int:
        """Return how strongly it commits, 0 where it does not."""
        if first_that_holds(NO_COMMITMENT, self) is not None:
            return 0
        if self.of_a_cause:
            return 1
        promised = 6 if any(self.promises) else 3 if self.promises else 0
        if _REQUESTED.search(self.text):
            promised = 0  # of the applicant
        short = 4 if len(self.text) <= 140 else 0
        return 3 * min(len(self.strong), 3) + promised + min(self.cues, 3) + short


# "Vendors that are committed to inclusion", "our partner values it", "the profession's values":
# what others stand for, beside which the house may speak for itself.
_OF_OTHERS = pattern(
    r"(?i)(?<!\bwe are )(?<!\bis )(?<!\bas )"
    rf"\b(?:{vocabulary('statements', 'others')}),? (?:that|who|which) (?:\w+ )?"
    rf"(?:{vocabulary('statements', 'held')})\b"
    rf"|\b(?:our|the|their|a|an|whose) (?:\w+ ){{0,2}}(?:{vocabulary('statements', 'others')})"
    rf"(?:, [^,;.]{{1,60}},)? (?:is |are )?(?:{vocabulary('statements', 'held')})\b"
    r"|\b(?:values|commitments?|principles|standards|ethics) (?:of|to) (?:the|their|its) "
    rf"(?:\w+ ){{0,2}}(?:{vocabulary('statements', 'others')})\b"
    rf"|\b(?:{vocabulary('statements', 'others')})['’]s? (?:\w+ ){{0,2}}"
    r"(?:values|commitments?|principles|standards|ethics)\b"
    r"|\brequires? (?:\w+ ){1,3}to be (?:committed|dedicated)\b"
    r"|\bcommitments? of (?:the|their|its) (?:\w+ ){0,2}"
    rf"(?:{vocabulary('statements', 'others')})\b"
)
_OF_OURSELVES = pattern(
    r"(?i)\bwe(?: also| all|['’]re|['’]ve)? "
    rf"(?:strive|seek|aim|{vocabulary('statements', 'held')})\b"
    r"|\bwe['’](?:re|ve)\b|\bour (?:commitments?|values)\b"
)


# "A statement on how you advance diversity", "tell us how your work supports inclusion".
_WRITTEN_OF = pattern(
    r"(?i)\b(?:statement|letter|essay|description|tell us|explain)s?\b"
    r"[^.;]{0,24}\b(?:how|on|of|about)\b[^.;]{0,12}"
    r"\b(?:your?|the (?:candidate|applicant)|applicants|candidates)\b"
)
# What commits to nothing, each with a text whose first words of equity it decides.
NO_COMMITMENT: Final[tuple[Decision[EquitySentence, None, str], ...]] = (
    Decision(
        "it is money",
        lambda e: _MONEY.search(e.text),
        "The clerk files the salary equity reviews of the town.\n",
    ),
    Decision(
        "services are made for all who use them",
        lambda e: e.named <= {"inclusive", "inclusion"} and _FOR_USERS.search(e.text),
        "The clerk plans inclusive services and websites.\n",
    ),
    Decision(
        "things of many kinds",
        lambda e: not e.meant and _LISTED.search(e.text),
        "The clerk files a diverse set of papers.\n",
    ),
    Decision(
        "the diversity of nature",
        lambda e: e.of_people <= {"diversity"} and _OF_NATURE.search(e.text),
        "The clerk counts the biological diversity of the fen.\n",
    ),
    Decision(
        "it is what a house is called for",
        lambda e: e.of_a_cause and _CALLED_FOR.search(e.text),
        "The clerk works at a social justice organization.\n",
    ),
    Decision(
        "applicants are to write of it",
        lambda e: _WRITTEN_OF.search(e.text),
        "Send a statement on how your work advances diversity and inclusion.\n",
    ),
    Decision(
        "others stand for it",
        lambda e: _OF_OTHERS.search(e.text) and not _OF_OURSELVES.search(e.text),
        "The clerk pays vendors that are committed to diversity and inclusion.\n",
    ),
    Decision(
        "words too weak to say it",
        lambda e: not e.strong and not (e.promises and (len(e.nouns) >= 2 or "equity" in e.nouns)),
        "The clerk serves readers in diverse towns.\n",
    ),
    Decision(
        "nobody wants or promises it",
        lambda e: not (e.cues or e.promises or e.of_a_cause),
        "Diversity and inclusion are words on a list.\n",
    ),
)


def _best(found: Sequence[tuple[int, Span]]) -> Span | None:
    """Return the first of the commitments that are as good as the strongest."""
    if not found:
        return None
    least = max(strength for strength, _ in found)
    least = least if least < _TELLING else max(_TELLING, least - _AS_GOOD)
    return min(span for strength, span in found if strength >= least)


_OF_APPLICANTS = pattern(rf"(?i)\b(?:{vocabulary('statements', 'asks_applicants')})\b")


# Words that lead to the employer's own statement.
_POINTS = pattern(r"(?i)\b(?:learn more|see (?:our|the)|please see|read (?:our|the|more))\b")
# "No diversity statement is asked for."
_NO_STATEMENT = pattern(
    r"(?i)\bno (?:\w+ ){0,2}statement|statement\w* (?:is|are) not (?:asked|required|needed|wanted)|"
    r"\b(?:do|does|will) not (?:ask|require|want|need|consider)\b"
)


# Of whom such a statement speaks.
_DIVERSE = pattern(
    r"(?i)\bdiverse (?:backgrounds?|students|learners|communities|populations|groups)\b|"
    r"\bunder-?(?:represented|served)\b|\bmarginali[sz]ed\b"
)


@fact("equity_request")
def equity_request(case: Case) -> Fact[str | None]:
    """Return the words that ask applicants for an equity or diversity statement."""
    for place in case.hits["statements.request"]:
        sentence = sentence_at(case, place.start)
        text = case.text[sentence.start : sentence.end]
        if (
            _POINTS.search(text)
            or _NO_STATEMENT.search(text)
            or not _OF_APPLICANTS.search(text)
            or not (case.hits.within("statements.equity", sentence) or _DIVERSE.search(text))
        ):
            continue
        phrase = case.text[place.start : place.end].lower()
        if "statement" not in phrase and not pattern(
            r"(?i)letter|essay|submit|application|attach|statement|tell us|\bpages?\b|paragraph"
        ).search(text):
            continue
        return Fact(text, (sentence,))
    return Fact(None)

"""Which benefits come with the post, and how a posting speaks of them."""

from __future__ import annotations

from typing import Final, Literal

from postlint.document.headings import heading_kind
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.facts._data import phrases, vocabulary
from postlint.facts.around import sentence_at
from postlint.facts.base import Case, Fact, absent, fact
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

BenefitKind = Literal["health", "retirement", "time off", "other"]

# Duties speak of retirement plans and medical leave as work, and notices of sick leave as law.
_ELSEWHERE: Final = REQUIREMENTS | {
    SectionKind.DUTIES,
    SectionKind.PHYSICAL,
    SectionKind.WORKING_CONDITIONS,
    SectionKind.EQUAL_OPPORTUNITY,
    SectionKind.ACCOMMODATION,
    SectionKind.SUPERVISION,
}
_OF_BENEFITS: Final = (SectionKind.BENEFITS, SectionKind.COMPENSATION)
_KEYS: Final[tuple[tuple[BenefitKind, str], ...]] = (
    ("health", "health"),
    ("retirement", "retirement"),
    ("time off", "time_off"),
    ("other", "other"),
)


class Benefits(NamedTuple):
    """What is said of benefits: each kind with its places, praise, open ends of lists, refusals."""

    kinds: tuple[tuple[BenefitKind, tuple[Span, ...]], ...] = ()
    praise: tuple[Span, ...] = ()
    open_ends: tuple[Span, ...] = ()
    denied: tuple[Span, ...] = ()

    @property
    def named(self) -> frozenset[BenefitKind]:
        """The kinds that are named."""
        return frozenset(kind for kind, _ in self.kinds)

    def within(self, span: Span) -> int:
        """Return how many places name a kind within a span."""
        return sum(span.contains(place) for _, places in self.kinds for place in places)


@fact("benefits", phrases=phrases("benefits"))
def benefits(case: Case) -> Fact[Benefits]:
    """Return what is said of the benefits of the post; the spans name a kind each."""
    sure = {kind: _of_post(case, key) for kind, key in _KEYS}
    firm = [span for places in sure.values() for span in places]
    loose = tuple(span for span in _of_post(case, "loose") if _listed(case, span, firm))
    sure["time off"] = tuple(sorted((*sure["time off"], *loose)))
    kinds = tuple((kind, places) for kind, places in sure.items() if places)
    praise, ends, denied = (_of_post(case, key) for key in ("praise", "open_end", "denied"))
    offered = Benefits(kinds, praise, ends, denied)
    if kinds:
        return Fact(offered, tuple(places[0] for _, places in kinds))
    return absent(case, offered, *_OF_BENEFITS, named="benefit")


def _listed(case: Case, span: Span, firm: list[Span]) -> bool:
    """Say whether a loose word stands in a section of benefits, or in a sentence of others."""
    if case.posting.section_at(span.start).kind in _OF_BENEFITS:
        return True
    sentence = sentence_at(case, span.start)
    return any(sentence.contains(one) for one in firm)


def _of_post(case: Case, key: str) -> tuple[Span, ...]:
    """Return where phrases stand that may speak of what comes with the post."""
    return tuple(span for span in case.hits[f"benefits.{key}"] if _comes_with_post(case, span))


# "Serves as chair-side assistant in the dental department": a trade, and nothing that is given.
_OF_A_TRADE = pattern(rf"(?i)dental\s(?:{vocabulary('benefits', 'dental_work')})")
# "Parental leave replacement": whose leave the post is for.
_FOR_A_LEAVE = pattern(r"(?i)(?<=leave)\s(?:replacement|cover(?:age)?|relief|backfill|vacancy)\b")
# "We pay $52,000 and health insurance", below a list of what is asked.
_GIVEN = pattern(
    r"(?i)\b(?:we|you)(?:['’]ll| will)?(?: also)? (?:offer|pay|provide|get|receive|enjoy)\b|"
    r"\bbenefits include|\bno benefits (?:are|come)\b|[$£€]\s?\d"
)

_PAID = pattern(r"[ \t]*(?:(?i:salary|pay|wages?|compensation)\b|[$£€]\s?\d)")


def _comes_with_post(case: Case, span: Span) -> bool:
    """Say whether words stand in no section of other matters, or in what is paid all the same."""
    text = case.text
    if text[span.start] in "dD" and _OF_A_TRADE.match(text, span.start):
        return False
    if text[span.end - 1] in "eE" and _FOR_A_LEAVE.match(text, span.end):
        return False
    if case.posting.section_at(span.start).kind not in _ELSEWHERE:
        return True
    for field in case.posting.fields:
        if field.span.contains(span):
            return heading_kind(field.key.text) in _OF_BENEFITS
    sentence = sentence_at(case, span.start)
    if _GIVEN.search(case.text, *sentence) is not None:
        return True
    # "Salary $52,000, exempt. Health insurance, 20 days of leave.", below what is asked.
    return _PAID.match(case.text, case.text.rfind("\n", 0, span.start) + 1) is not None

"""Whether a text is a posting at all."""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from collections.abc import Iterator
from typing import NamedTuple

from postlint.document.kinds import SectionKind
from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.facts.title import lead
from postlint.text.patterns import pattern
from postlint.text.source import Span

_DEMANDS = frozenset(
    {
        SectionKind.QUALIFICATIONS,
        SectionKind.KNOWLEDGE_SKILLS,
        SectionKind.EDUCATION_EXPERIENCE,
        SectionKind.PREFERRED,
        SectionKind.LICENCES,
    }
)
_OTHERS = frozenset(
    {
        SectionKind.COMPENSATION,
        SectionKind.BENEFITS,
        SectionKind.HOW_TO_APPLY,
        SectionKind.PHYSICAL,
        SectionKind.WORKING_CONDITIONS,
        SectionKind.EQUAL_OPPORTUNITY,
        SectionKind.SUPERVISION,
    }
)
# A page that says it is gone says little else.
_SHORT = 300
_OPENING = 400
_LIFE = 4000
# '2018 - present', and no school year: '2025-26'. A pattern that begins with letters or
# digits of its own is found faster than one that begins with a choice.
_YEARS = [
    pattern(century + r"(?<!\w..)\d\d ?[-–—] ?(?:[Pp]resent\b|(?:19|20)\d\d\b)")
    for century in ("19", "20")
]
# 'By Ann Lee' on a line of its own; 'HULL, Ore. — The school board'.
_BYLINE = pattern(r"\n[Bb]y [A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+(?:-[A-Z][a-z]+)?[ \t]*(?:\n|\Z)")
_DATELINE = pattern(
    r"\n[A-Z]{3,20}(?: [A-Z]{2,20}){0,2}(?:, [A-Z][A-Za-z. ]{1,20})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? (?:—|–|--) (?=[A-Z])"
)


class _Signs(NamedTuple):
    """How much of each thing a posting has stands in a text."""

    duties: int
    demands: int
    work: int
    asked: int
    terms: int
    apply: int
    gone: int
    article: int
    other: int


@fact("is_posting", phrases=phrases("kind"))
def is_posting(case: Case) -> Fact[bool]:
    """Say whether the text is a job posting; `missing` says why not, where it is none."""
    signs = _signs(case)
    spans = tuple(_evidence(case))
    why = _why_not(case, signs)
    return Fact(True, spans) if why is None else Fact(False, spans, why)


def _signs(case: Case) -> _Signs:
    sections = case.posting.sections
    return _Signs(
        duties=sum(s.kind is SectionKind.DUTIES and bool(s.heading) for s in sections),
        demands=sum(s.kind in _DEMANDS and bool(s.heading) for s in sections),
        work=_many(case, "work"),
        asked=_many(case, "demand"),
        terms=_many(case, "terms"),
        apply=_many(case, "apply"),
        gone=_many(case, "gone"),
        article=_many(case, "article"),
        other=_many(case, "other") + _reported(case) + _lived(case),
    )


def _many(case: Case, name: str) -> int:
    return len(case.hits.places(f"kind.{name}"))


def _reported(case: Case) -> int:
    """Return how much the first lines are those of a report in a newspaper."""
    # A newline before the first line too: both look for that, which is what search does best.
    opening = f"\n{case.text[:_OPENING]}"
    return 2 * bool(_BYLINE.search(opening)) + 2 * bool(_DATELINE.search(opening))


def _lived(case: Case) -> int:
    """Return how often years at a place stand there, as they do in a life told in posts held."""
    held = sum([len(years.findall(case.text, 0, _LIFE)) for years in _YEARS])
    return held if held > 1 else 0


def _evidence(case: Case) -> Iterator[Span]:
    for section in case.posting.sections:
        if section.heading and (section.kind is SectionKind.DUTIES or section.kind in _DEMANDS):
            yield section.heading.span


def _why_not(case: Case, signs: _Signs) -> str | None:
    """Return why a text is no posting, or `None` where it is one."""
    headed = signs.duties or signs.demands
    if signs.gone and len(case.words) < _SHORT and not headed and signs.asked < 3:
        return "it says that the page or the posting is gone"
    own = signs.terms + signs.apply
    if signs.article >= 3 and signs.article > own and not headed:
        return "it has a by-line, quotations or comments, no list of duties and no qualifications"
    if signs.other >= 2 and signs.other + signs.article > own:
        return "it reads as another kind of paper, such as a letter, a contract or an article"
    score = (
        2 * bool(signs.duties)
        + 2 * bool(signs.demands)
        + bool(signs.work)
        + (signs.asked >= 2)
        + (signs.asked >= 5)
        + (signs.terms >= 1)
        + (signs.terms >= 3)
        + (signs.apply >= 3)
    )
    telling = headed or signs.work >= 2 or signs.asked >= 3
    backed = signs.asked or own
    if signs.duties and case.posting.duties and (case.posting.title or signs.work >= 3):
        return None
    if score >= 3 and ((telling and backed) or score >= 5):
        return None
    # A newsletter's line: title, employer and a dash, then what the work is and pays.
    if not signs.gone and own and case.posting.title is None and lead(case) is not None:
        return None
    # Paragraphs without headings: the work and what it asks for, in plain sentences.
    if not signs.gone and (
        signs.asked >= 4
        or (signs.work and signs.asked >= 2)
        or (signs.work >= 2 and (signs.asked or signs.terms))
    ):
        return None
    return "it has neither duties nor qualifications"

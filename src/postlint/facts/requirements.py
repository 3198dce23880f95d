"""What a posting asks of applicants, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.parts import Passage, Section
from postlint.document.posting import Posting
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

# "Preferred name" and "desired outcomes" ask for nothing.
_PREFERRED = pattern(
    r"\bpreferred\b(?!\s+(?:name|pronoun|method|vendor|provider|contact|by\b))"
    r"|\b(?:is|are|be|a|as a|an) (?:plus|asset|advantage)\b|\bdesirable\b"
    r"|\b(?:highly|especially|particularly|much|also) valued\b"
    r"|\A\W*(?:preferabl[ey]|ideally)\b"
    r"|\bdesired\b(?!\s+(?:outcome|result|state|end))|\bnice to have\b|\bpreference\b"
)
# What a wish has one of.
_WISHES = (
    "prefer", "desir", " plus", "asset", "advantage", "ideally", "nice to have", " valued",
)  # fmt: skip
# "Five years (in a school preferred)" is required, and so is a degree that is preferably in law.
_ASIDE = pattern(
    r"\((?!(?:strongly |highly |is )*(?:preferred|desired|desirable|a plus)\))[^()]*\)"
)
_REQUIRED = pattern(
    r"\brequired\b|\bmust\b|\bminimum\b|\brequires\b|\bmandatory\b|\bshall (?:have|possess)\b"
)
_DEMANDS = ("requir", "must", "minimum", "mandatory", "shall")
# Where the questions begin that some job systems print behind a posting, and their numbers.
_FORM = pattern(
    r"(?im)^[ \t]*(?:(?:agency|job|supplemental|application|screening)[ -]*(?:wide |specific "
    r"|application )?question(?:s|naire)\b.*|01[ \t]*)$"
)
# Fewer words than these say no requirement.
_LEAST_WORDS = 3


class Requirement(NamedTuple):
    """An item or a sentence of what is asked.

    `preferred` is true where it is only a wish, by its words or its section;
    `required` where it says itself that it is not.
    """

    passage: Passage
    section: Section
    preferred: bool
    required: bool


@fact("requirements")
def requirements(case: Case) -> Fact[tuple[Requirement, ...]]:
    """Return what is asked of applicants, up to the questions of a form."""
    found = tuple(_requirements(case.posting, case[form_start].value))
    return Fact(found, tuple(one.passage.span for one in found))


@fact("form_start")
def form_start(case: Case) -> Fact[int]:
    """Return where the questions of an application form begin: the text's end where none do."""
    text = case.text
    first = len(text)
    for sign, lines in (("question", case.lowered), ("01", text)):
        at = lines.find(sign, 0, first)
        while at >= 0:
            line = text.rfind("\n", 0, at) + 1
            if _FORM.match(text, line):
                first = line
                break
            end = text.find("\n", at)
            at = lines.find(sign, end, first) if end >= 0 else -1
    return Fact(first)


def must_have(case: Case) -> int:
    """Return how many things are asked that are more than a wish."""
    return sum(
        not one.preferred and len(one.passage.text.split()) >= _LEAST_WORDS
        for one in case[requirements].value
    )


def requirement_sections(posting: Posting) -> tuple[Section, ...]:
    """Return the sections that say what is asked of applicants."""
    return tuple(section for section in posting.sections if section.kind in REQUIREMENTS)


def in_requirements_at(posting: Posting, offset: int) -> bool:
    """Say whether an offset stands in a section that says what is asked of applicants."""
    return posting.section_at(offset).kind in REQUIREMENTS


def required_sections(posting: Posting) -> tuple[Section, ...]:
    """Return the sections that say what applicants must have: no wish, nor anything below one."""
    return tuple(
        section
        for section in requirement_sections(posting)
        if not any(
            above.kind is SectionKind.PREFERRED for above in _upward(posting.sections, section)
        )
    )


def _upward(sections: Sequence[Section], section: Section | None) -> Iterator[Section]:
    while section is not None:
        yield section
        section = None if section.parent is None else sections[section.parent]


def _requirements(posting: Posting, end: int) -> Iterator[Requirement]:
    # By their places, which are quicker to compare than all that is in them.
    required = {section.span for section in required_sections(posting)}
    for section in requirement_sections(posting):
        items = [item.text for item in section.items() if item.text.text]
        for statement in items or _sentences(posting, section):
            if statement.span.start >= end:
                return
            words = statement.text.lower()
            yield Requirement(
                statement,
                section,
                preferred=section.span not in required or _is_wish(words),
                required=any(sign in words for sign in _DEMANDS)
                and _REQUIRED.search(words) is not None,
            )


def _is_wish(words: str) -> bool:
    if not any(sign in words for sign in _WISHES):
        return False
    wish = _PREFERRED.search(_ASIDE.sub("", words))
    # What the law gives veterans is no wish of the employer.
    return wish is not None and not (wish[0] == "preference" and "veteran" in words)


def _sentences(posting: Posting, section: Section) -> Iterator[Passage]:
    for paragraph in section.paragraphs():
        at: int = paragraph.text.span.start
        while at < paragraph.text.span.end:
            sentence: Span | None = posting.running.beginning_at(at)
            if sentence is None or sentence.start >= paragraph.text.span.end:
                break
            yield posting.passage(sentence)
            at = sentence.end

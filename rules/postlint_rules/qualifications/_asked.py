"""What is asked of applicants, statement by statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from postlint.rules import (
    CannotTell,
    Case,
    Fact,
    Passage,
    Section,
    Span,
    fact,
    facts,
    pattern,
    required_sections,
    requirement_sections,
    sentence_at,
)

_NONE_FOUND = CannotTell("what is asked of applicants: no qualifications were found")
# "Preferred name" and "desired outcomes" ask for nothing.
_PREFERRED = pattern(
    r"(?i)\bpreferred\b(?!\s+(?:name|pronoun|method|vendor|provider|contact))"
    r"|\b(?:is|are|a|as a|an) (?:plus|asset|advantage)\b|\bdesirable\b|\bpreferabl[ey]\b"
    r"|\bdesired\b(?!\s+(?:outcome|result|state|end))|\bideally\b|\bnice to have\b|\bpreference\b"
)
_REQUIRED = pattern(
    r"(?i)\brequired\b|\bmust\b|\bminimum\b|\brequires\b|\bmandatory\b|\bshall (?:have|possess)\b"
)


class Asked(NamedTuple):
    """A statement of what is asked, and the section it stands in."""

    said: Passage
    section: Section
    preferred: bool
    required: bool


def asked(case: Case) -> Iterator[Asked]:
    """Yield the items and sentences of the sections that ask something."""
    required = required_sections(case)
    for section in requirement_sections(case):
        apart = section not in required
        items = [item.text for item in section.items() if item.text.text]
        for said in items or _sentences(case, section):
            if said.span.start >= case[form_start].value:
                return
            yield Asked(
                said,
                section,
                preferred=apart or _PREFERRED.search(said.text) is not None,
                required=_REQUIRED.search(said.text) is not None,
            )


def _sentences(case: Case, section: Section) -> Iterator[Passage]:
    for paragraph in section.paragraphs():
        at = paragraph.text.span.start
        while at < paragraph.text.span.end:
            sentence = case.posting.running.beginning_at(at)
            if sentence is None or sentence.start >= paragraph.text.span.end:
                break
            yield case.posting.passage(sentence)
            at = sentence.end


def asks(case: Case) -> CannotTell | None:
    """Let a rule about qualifications speak where they were found."""
    return None if requirement_sections(case) else _NONE_FOUND


# Where the questions begin that some job systems print behind a posting, and their numbers.
_FORM = pattern(
    r"(?im)^[ \t]*(?:(?:agency|job|supplemental|application|screening)[ -]*(?:wide |specific "
    r"|application )?question(?:s|naire)\b.*|01[ \t]*)$"
)
# How far above an answer its question may stand.
_ANSWERS = 900
_SHORT = 130
# Nobody is asked for more: such years are those of a house.
_MOST_YEARS = 30


@fact("form_start")
def form_start(case: Case) -> Fact[int]:
    """Return where the questions of an application form begin: the text's end where none do."""
    found = _FORM.search(case.text)
    return Fact(len(case.text) if found is None else found.start())


def is_answer(case: Case, span: Span) -> bool:
    """Say whether a place is an answer of a form: "How many years?" over "Less than two years"."""
    if span.start >= case[form_start].value:
        return True
    lines = case.text[max(0, span.start - _ANSWERS) : span.start].splitlines()
    for line in reversed(lines[:-1]):
        if len(line.strip()) > _SHORT:
            return line.rstrip().endswith("?")
        if "?" in line:
            return True
    return False


def is_asked(case: Case, one: facts.ExperienceMention) -> bool:
    """Say whether years of experience are the applicant's own, and wanted of them."""
    span, sentence = one.span, sentence_at(case.posting, one.span)
    if (
        one.low > (one.high or _MOST_YEARS)
        or one.low > _MOST_YEARS
        or is_answer(case, span)
        or _INSTEAD.search(case.text, sentence.start, sentence.end)
    ):
        return False
    inside = case.posting.section_at(span.start) in requirement_sections(case)
    return inside or _WANTED.search(case.text, sentence.start, sentence.end) is not None


_INSTEAD = pattern(r"(?i)\bsubstitut|\bin lieu\b|\bin place of\b")
_WANTED = pattern(
    r"(?i)\bmust\b|\brequire|\bminimum\b|\bat least\b|\bcandidate|\bapplicant|\byou\b"
)

"""Where to show what is missing: a gap has no words of its own.

It is shown at the heading of the section it should be in, else at the title of
the job, else at the first sentence or heading about the job. A heading that names a part of
what a section is about ("Filing deadline", "Cover letter"), a banner and a
slogan have nothing to do with what is missing, so nothing is shown there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from postlint.document.kinds import SectionKind
from postlint.document.parts import Section
from postlint.document.posting import Posting
from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.text.diagnostics import MissingAt
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import table, word_sets

_LONGEST: Final = 80
_WORD = pattern(r"[a-z]+")
# "=== JOB DETAILS ===": a line that is drawn rather than written.
_DRAWN = pattern(r"[ \t]*(?:={3,}|\*{3,}|-{3,}|~{3,}|_{3,}|#{7,})")
# No heading has so many words.
_LONG_HEADING: Final = 12
_WORDS: Final = word_sets(__package__, "places")
# "or" parts two ways in, and heads nothing.
_SHORT_HEADING: Final = 4
_OF_THIS_JOB = pattern(
    r"(?<!if )\b(?:this|the) (?:position|role|job|incumbent|vacancy|opening)\b"
    r"|\b(?:seeking|seeks|looking for|hiring|searching for) (?:an?|the)\b"
)
# What a house says of all its posts, and of how they are filled.
_OF_EVERY_JOB = pattern(
    r"\A\W*(?:if|every)\b|\bpolicy\b|\bpersonal data\b|\buntil filled\b|\bapplications\b"
    r"|\bsalary offers?\b|\bopportunities\b|\bcareer\b"
)
_TELLS_THE_JOB = pattern(
    r"\b(?:seeking|seeks|looking for|hiring|searching for) (?:an?|the)\b"
    r"|\A\W*(?:this|the) (?:position|role|job|incumbent) (?:will (?!be)|is (?:responsible|located)"
    r"|provides|performs|oversees|manages|serves|supports|leads|assists|plans)\b"
)
_SENTENCES: Final = 40
# What stands below so many sentences and is not said of this job is about the house, or its page.
_EARLY: Final = 8
_OVER_THE_JOB: Final = (SectionKind.OVERVIEW, SectionKind.DUTIES)


def gap_span(of: Case | Posting, *kinds: SectionKind) -> Span:
    """Return where to show that something is missing, as a `MissingAt`.

    The kinds are tried in the order given; the first heading that names a
    section of the kind is it, else the title.
    """
    if isinstance(of, Case):
        return of.once(_gap_for(kinds))
    return MissingAt(*next(_places(of, kinds)))


@cache
def _gap_for(kinds: tuple[SectionKind, ...]) -> Callable[[Case], Span]:
    return lambda case: MissingAt(*next(_places(case, kinds)))


def _places(of: Case | Posting, kinds: tuple[SectionKind, ...]) -> Iterator[Span]:
    posting = of if isinstance(of, Posting) else of.posting
    for kind in kinds:
        yield from _headings(posting, kind)
    if isinstance(of, Case) and of[title].value is not None:
        yield from (span for span in of[title].spans[:1] if not _is_in_a_list(posting, span))
    if posting.title is not None and not _is_drawn(posting, posting.title.span):
        yield posting.title.span
    yield from _openings(posting, _TELLS_THE_JOB)
    for kind in _OVER_THE_JOB:
        yield from _headings(posting, kind)
    yield from _openings(posting, _OF_THIS_JOB)
    yield from _openings(posting, None)
    yield from _headings(posting, SectionKind.QUALIFICATIONS)
    yield posting.anchor if not posting.content.strip() else _first_line(posting)


def _is_in_a_list(posting: Posting, span: Span) -> bool:
    """Say whether a title was only found in an item that says more: "Attorney should have ..."."""
    items = (item.text.span for item in posting.section_at(span.start).items())
    return any(
        one.contains(span) and one.end - one.start > 2 * (span.end - span.start) for one in items
    )


def _headings(posting: Posting, kind: SectionKind) -> Iterator[Span]:
    for section in posting.sections:
        if section.kind is kind:
            named = _named(posting, section, kind)
            if named is not None:
                yield named
                return


def _named(posting: Posting, section: Section | None, kind: SectionKind) -> Span | None:
    """Return the heading that names a section, its own or that of one it is nested in."""
    while section is not None:
        heading = section.heading
        words = set(_WORD.findall(heading.text.lower())) if heading is not None else set()
        names = _names(kind)
        fits = not names or any(word.startswith(names) for word in words)
        fits = fits and heading is not None and len(heading.text) >= _SHORT_HEADING
        aside = words & (_WORDS["details"] | _WORDS["of_the_page"])
        fits = fits and len(words) <= _LONG_HEADING and not aside
        applied = words & {"application", "applications", "apply"}
        fits = fits and not (applied and words & _WORDS["of_software"])
        if heading is not None and fits:
            return None if _is_drawn(posting, heading.span) else heading.span
        section = None if section.parent is None else posting.sections[section.parent]
        if section is not None and not names and section.kind is not kind:
            return None  # "Working conditions", over a statement that has no heading of its own
    return None


@cache
def _names(kind: SectionKind) -> tuple[str, ...]:
    return tuple(table(__package__, "places")["begins"].get(kind.value, "").split())


def _is_drawn(posting: Posting, span: Span) -> bool:
    line = posting.content.rfind("\n", 0, span.start) + 1
    return _DRAWN.match(posting.content, line) is not None


def _openings(posting: Posting, telling: re.Pattern[str] | None) -> Iterator[Span]:
    """Yield the first sentence about the job that has certain words, of a text without a title.

    Without such words only the first few sentences are looked at: "Job mobility
    is easy here" is of no job.
    """
    fields = [field.span for field in posting.fields]
    for sentence in posting.sentences[: _EARLY if telling is None else _SENTENCES]:
        if any(sentence.overlaps(field) for field in fields):
            continue
        content = posting.content[sentence.start : sentence.end].lower()
        words = _WORD.findall(content)
        if _WORDS["of_the_job"].isdisjoint(words) or not _WORDS["of_the_page"].isdisjoint(words):
            continue
        if (telling and not telling.search(content)) or _OF_EVERY_JOB.search(content):
            continue
        if _DRAWN.match(posting.content, sentence.start):
            continue
        yield _cut(posting.content, sentence.start, sentence.end)
        return


def _first_line(posting: Posting) -> Span:
    """Return the first line that is written, and not drawn; cut where it is a whole page."""
    text = posting.content
    start = first = len(text) - len(text.lstrip())
    while _DRAWN.match(text, start) and start < len(text):
        rest = text[_line_end(text, start) :]
        if not rest.strip():
            start = first
            break
        start = len(text) - len(rest.lstrip())
    return _cut(text, start, _line_end(text, start))


def _cut(text: str, start: int, end: int) -> Span:
    line = text[start : min(end, _line_end(text, start))].rstrip()
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip()
    return Span(start, start + len(line))


def _line_end(text: str, start: int) -> int:
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    return min(ends, default=len(text))

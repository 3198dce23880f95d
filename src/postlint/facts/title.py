"""The job title.

A field or a heading names it in most postings. Where neither does, running
text may: "has an opening for a …", or a line that is nothing but a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from postlint.document.parts import Item, Paragraph, Passage, walk
from postlint.facts._data import phrases, table
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LONGEST_LINE = 90
# A line so near the beginning is likelier a title than a sentence further down.
_TOP = 1500
_MOST_WORDS = 9
# "# of openings: 2" begins with a sign that makes headings elsewhere; a valid licence is none.
_BROKEN = ("of ", "valid ", "out of ")
_BREAK = pattern(r"[.;:!?()\[\]|\"“”•\t]|\n\s*\n|,\s|\s[–—-]\s")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("title")["words"].items()}


@fact("title", phrases=phrases("title"))
def title(case: Case) -> Fact[str | None]:
    """Return the job title as the text has it."""
    words = case.posting.title
    if words is None or words.text.lower().startswith(_BROKEN):
        words = (
            lead(case)
            or _line(case, _TOP)
            or _named(case)
            or _subject(case)
            or _line(case, len(case.text))
        )
    if words is None:
        return Fact(None)
    bare = words.text.rstrip(" |")
    if bare == words.text or not bare:
        return Fact(words.text, (words.span,))
    start = words.span.start
    stretch = case.text[start : words.span.end].rstrip(" |\t\r\n")
    return Fact(bare, (Span(start, start + len(stretch)),))


# ----------------------------------------------------------------- first words

# "Network Analyst, Elk County, Ohio — the analyst keeps …", as newsletters have it.
_LEADING = pattern(r"\s{0,9}(?P<lead>[A-Z][^\n—–:;.]{8,150}?)(?:\.\s?|\s?)(?:—|–|--)\s?")


def lead(case: Case) -> Passage | None:
    """Return the title before an employer and a dash that begin the text."""
    match = _LEADING.match(case.text)
    if match is None:
        return None
    start = match.start("lead")
    parts = match["lead"].split(",")
    found = None
    end = start
    # The first parts that are a title, and those behind that end in a job's noun too;
    # an employer follows.
    for part in parts[:-1]:
        end += len(part) + (end > start)
        span = Span(start, end)
        last = re.findall(r"[a-z]+", part.lower())[-1:]
        if found is not None and not _words()["nouns"].intersection(last):
            continue
        if _is_title(case, span) and _capitals(case.text[span.start : span.end]):
            found = span
    return None if found is None else case.posting.passage(found)


# ---------------------------------------------------------------------- lines


def _line(case: Case, limit: int) -> Passage | None:
    """Return the first line before an offset that is nothing but a job title."""
    for passage in _short_lines(case):
        if passage.span.start >= limit:
            return None
        text = passage.text
        if not _is_title(case, passage.span) or text[-1:] in ".?!:;,":
            continue
        if not _capitals(text):
            continue
        return passage
    return None


def _short_lines(case: Case) -> Iterator[Passage]:
    for section in case.posting.sections:
        if section.heading is not None and len(section.heading.text) <= _LONGEST_LINE:
            yield section.heading
        for block in walk(section.blocks):
            if isinstance(block, Paragraph) and not isinstance(block, Item):
                if len(block.text.text) <= _LONGEST_LINE and block.label is None:
                    yield block.text
                elif "\n" in case.text[block.text.span.start : block.text.span.start + 90]:
                    first = case.text[block.text.span.start :].partition("\n")[0]
                    yield case.posting.passage(
                        Span(block.text.span.start, block.text.span.start + len(first))
                    )


_OFFICES = frozenset({"office", "department", "bureau", "agency"})
_NO_TITLE = frozenset(
    """
    valid vehicle license licence out our your you we is are will apply contact about the
    """.split()
)


def _is_title(case: Case, span: Span) -> bool:
    """Say whether a line's words are a title: few, and a job's noun where it counts."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    if not 1 <= len(words) <= _MOST_WORDS + 3:
        return False
    known = _words()
    if len(words) == 1 and words[0] in known["rank"]:
        return False
    if words[-1] not in known["nouns"] and not _OFFICES.isdisjoint(words):
        return False
    if words[-2:] == ["social", "security"] or not _NO_TITLE.isdisjoint(words):
        return False
    heads = [place for place, word in enumerate(words) if word in known["nouns"]]
    if not heads:
        return False
    last = heads[-1]
    follows = words[last + 1] if last + 1 < len(words) else ""
    # "Director of Technology", "Analyst II", "VP Collections": the noun ends or governs it.
    ends = not follows or follows in {"of", "for", "i", "ii", "iii", "iv", "or", "and"}
    ranked = follows.isdigit() or words[0] in {"vp", "director", "head", "manager", "chief", "dean"}
    return (ends or ranked) and (len(words) > 1 or words[0] in known["nouns"])


def _capitals(text: str) -> bool:
    telling = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 3]
    return bool(telling) and sum(word[0].isupper() for word in telling) >= 0.8 * len(telling)


# --------------------------------------------------------------- running text


def _named(case: Case) -> Passage | None:
    """Return the title behind words such as "is seeking a"."""
    for _, stop in case.hits.places("title.before"):
        passage = _title_from(case, stop)
        if passage is not None:
            return passage
    return None


def _title_from(case: Case, start: int) -> Passage | None:
    """Return the title that begins at a word, up to the last noun of a job."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    place = start
    while place < len(words) and place - start < 8 and words[place] in known["dress"]:
        place += 1
    begin, end = place, None
    while place < min(len(words), begin + _MOST_WORDS):
        if place > begin and _BREAK.search(gap(place)) and not _in_brackets(case, place):
            break
        if words[place] in known["stop"] and place > begin and not _joins(case, place):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            return None
        if _ends(case, place) and "(" not in gap(place):
            end = place + 1
        place += 1
    if end is None:
        return None
    # "Director of Technology" goes on behind its noun.
    if end < len(words) and words[end] in {"of", "i", "ii", "iii", "iv"} and not gap(end).strip():
        end = max(end, place)
    if end - begin == 1 and words[begin] in known["rank"]:
        return None
    return case.posting.passage(case.words.span(begin, end))


def _in_brackets(case: Case, place: int) -> bool:
    """Say whether a gap opens or closes a short form: "Quality Assurance (QA) Engineer"."""
    gap, words = case.words.gap, case.words
    if gap(place).strip() == "(":
        short = case.text[words.starts[place] : words.span(place, place + 1).end]
        return short.isupper() and len(short) < 7 and gap(place + 1) == ") "
    return place > 0 and gap(place).strip() == ")" and gap(place - 1).strip() == "("


def _joins(case: Case, place: int) -> bool:
    """Say whether "and" joins two names of one title, as in "Research and Collections"."""
    words, gap = case.words.words, case.words.gap
    if words[place] != "and" or place + 1 >= len(words) or gap(place + 1).strip():
        return False
    named = case.text[case.words.starts[place - 1]].isupper()
    return named and case.text[case.words.starts[place + 1]].isupper()


def _ends(case: Case, place: int) -> bool:
    """Say whether a word ends a title; "General" does behind another noun of a job's."""
    words, nouns = case.words.words, _words()["nouns"]
    if words[place] == "general":
        return place > 0 and words[place - 1] in nouns
    return words[place] in nouns


def _office(case: Case, place: int) -> bool:
    """Say whether a place's name is the first word of an office's: "City Clerk"."""
    words = case.words.words
    if words[place] not in {"city", "county", "department"} or place + 1 >= len(words):
        return False
    return words[place + 1] in _words()["nouns"] and not case.words.gap(place + 1).strip()


def _subject(case: Case) -> Passage | None:
    """Return the title that is the subject of an early sentence."""
    words, text = case.words.words, case.text
    for sentence in islice(case.posting.running, 60):
        near = Span(sentence.start, min(sentence.end, sentence.start + 160))
        inside = case.words.between(near)
        if len(inside) < 4:
            continue
        begin = inside.start
        if words[begin] in {"the", "a", "an", "our", "this"}:
            begin += 1
        elif not text[case.words.starts[begin]].isupper():
            continue
        found = _subject_from(case, begin, inside.stop)
        if found is None:
            # "Under the direction of the Chief, the Network Analyst plans …".
            after = _after_comma(case, sentence)
            if after:
                found = _subject_from(case, after, min(after + 25, len(words)))
        if found is not None:
            return found
    return None


def _after_comma(case: Case, sentence: Span) -> int:
    """Return the word behind the last ", the" of a sentence's opening, or 0."""
    near = Span(sentence.start, min(sentence.end, sentence.start + 240))
    inside = case.words.between(near)
    found = 0
    for place in range(inside.start + 2, inside.stop - 1):
        if case.words.words[place] == "the" and "," in case.words.gap(place):
            found = place + 1
    return found


def _subject_from(case: Case, begin: int, stop: int) -> Passage | None:
    """Return the title that begins at a word, if it is what a verb of the job's follows."""
    words, gap = case.words.words, case.words.gap
    known = _words()
    while begin < stop and words[begin] in {"incoming", "current", "next", "new", "full", "time"}:
        begin += 1
    end = None
    for place in range(begin, min(stop, begin + _MOST_WORDS)):
        if place > begin and _hard(gap(place)):
            break
        if words[place] in known["not_title"] and not (place == begin and _office(case, place)):
            break
        if words[place] in known["stop"] or words[place] == "the":
            break
        if _ends(case, place):
            end = place + 1
    if end is None or end >= stop:
        return None
    if end - begin == 1 and case.text[case.words.starts[begin]].islower():
        return None  # "The analyst should …" names no title
    if words[end] in {"of", "for"} and not gap(end).strip():
        end = _goes_on(case, end, stop)
    if end < stop and words[end] in {"i", "ii", "iii", "iv"}:
        end += 1
    if end - begin == 1 and words[begin] in known["rank"]:
        return None
    if not _is_subject(case, end, stop):
        return None
    return case.posting.passage(case.words.span(begin, end))


def _goes_on(case: Case, end: int, stop: int) -> int:
    """Return where "Director of Technology" ends: before a verb, a mark, or a small word."""
    words, gap = case.words.words, case.words.gap
    place = end + 1
    while place < min(stop, end + 5):
        raw = case.text[case.words.starts[place]]
        if _hard(gap(place)) or not (raw.isupper() or words[place] == "and"):
            break
        place += 1
    return place if place > end + 1 else end


_HARD = pattern(r"[.;:!?,(]|\n\s*\n")


def _hard(gap: str) -> bool:
    return gap != " " and _HARD.search(gap) is not None


def _is_subject(case: Case, end: int, stop: int) -> bool:
    """Say whether a verb of the job's follows, an abbreviation and a place left out."""
    words, behind = case.words.words, _words()["behind"]
    return any(words[place] in behind for place in range(end, min(stop, end + 5)))


__all__ = ["title"]

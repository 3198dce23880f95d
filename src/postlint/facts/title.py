"""The job title.

A field or a heading names it in most postings. Where neither does, running
text may: "has an opening for a …", or a line that is nothing but a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from postlint.document.posting import Item, Paragraph, Passage, walk
from postlint.facts._data import phrases, table
from postlint.facts.base import Case, Fact, fact
from postlint.source import Span

_LONGEST_LINE = 90
# A line so near the beginning is likelier a title than a sentence further down.
_TOP = 1500
_MOST_WORDS = 9
_BREAK = re.compile(r"[.;:!?()\[\]|\"“”•\t]|\n\s*\n|,\s|\s[–—-]\s")


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(block.split()) for name, block in table("title")["words"].items()}


@fact("title", phrases=phrases("title"))
def title(case: Case) -> Fact[str | None]:
    """Return the job title as the text has it."""
    words = case.posting.title
    if words is None:
        words = _line(case, _TOP) or _named(case) or _subject(case) or _line(case, len(case.text))
    return Fact(None) if words is None else Fact(words.text, (words.span,))


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


def _is_title(case: Case, span: Span) -> bool:
    """Say whether a line's words are a title: few, and a job's noun where it counts."""
    inside = case.words.between(span)
    words = case.words.words[inside.start : inside.stop]
    if not 1 <= len(words) <= _MOST_WORDS + 3:
        return False
    known = _words()
    if len(words) == 1 and words[0] in known["rank"]:
        return False
    if (
        set(words) & {"office", "department", "bureau", "agency"}
        and words[-1] not in known["nouns"]
    ):
        return False
    if set(words) & {
        "our",
        "your",
        "you",
        "we",
        "is",
        "are",
        "will",
        "apply",
        "contact",
        "about",
        "the",
    }:
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
    words, gaps = case.words.words, case.words.gaps
    known = _words()
    place = start
    while place < len(words) and place - start < 8 and words[place] in known["dress"]:
        place += 1
    begin, end = place, None
    while place < min(len(words), begin + _MOST_WORDS):
        if place > begin and _BREAK.search(gaps[place]):
            break
        if words[place] in known["stop"] and place > begin:
            break
        if words[place] in known["not_title"]:
            return None
        if words[place] in known["nouns"]:
            end = place + 1
        place += 1
    if end is None or (end - begin == 1 and words[begin] in known["rank"]):
        return None
    # "Director of Technology" goes on behind its noun.
    if end < len(words) and words[end] in {"of", "i", "ii", "iii", "iv"} and not gaps[end].strip():
        end = max(end, place)
    return case.posting.passage(case.words.span(begin, end))


def _subject(case: Case) -> Passage | None:
    """Return the title that is the subject of an early sentence."""
    words, gaps, text = case.words.words, case.words.gaps, case.text
    known = _words()
    for sentence in case.posting.sentences[:60]:
        inside = case.words.between(Span(sentence.start, min(sentence.end, sentence.start + 160)))
        if len(inside) < 4:
            continue
        begin = inside.start
        if words[begin] in {"the", "a", "an", "our", "this"}:
            begin += 1
        elif not text[case.words.starts[begin]].isupper():
            continue
        end = None
        for place in range(begin, min(inside.stop, begin + _MOST_WORDS)):
            if words[place] in known["not_title"] or (place > begin and _hard(gaps[place])):
                break
            if words[place] in known["stop"]:
                break
            if words[place] in known["nouns"]:
                end = place + 1
        if end is None or end >= inside.stop:
            continue
        if words[end] in {"of", "for"} and not gaps[end].strip():
            end = _goes_on(case, end, inside.stop)
        if end - begin == 1 and words[begin] in known["rank"]:
            continue
        if _is_subject(case, end, inside.stop):
            return case.posting.passage(case.words.span(begin, end))
    return None


def _goes_on(case: Case, end: int, stop: int) -> int:
    """Return where "Director of Technology" ends: before a verb, a mark, or a small word."""
    words, gaps = case.words.words, case.words.gaps
    place = end + 1
    while place < min(stop, end + 5):
        raw = case.text[case.words.starts[place]]
        if _hard(gaps[place]) or not (raw.isupper() or words[place] == "and"):
            break
        place += 1
    return place if place > end + 1 else end


def _hard(gap: str) -> bool:
    return bool(re.search(r"[.;:!?,(]|\n\s*\n", gap))


def _is_subject(case: Case, end: int, stop: int) -> bool:
    """Say whether a verb of the job's follows, an abbreviation and a place left out."""
    words, behind = case.words.words, _words()["behind"]
    return any(words[place] in behind for place in range(end, min(stop, end + 5)))


__all__ = ["title"]

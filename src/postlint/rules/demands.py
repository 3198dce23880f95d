"""What a sentence does with words: wants somebody who is so, asks for it, bars it, asks about it.

Each way reads the words around one place, in whichever order they stand, so that a rule
names a thing once ("citizenship", "a criminal record") and not every manner of demanding it.
It costs where the thing is named and nothing elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from postlint.cache import read_toml
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.facts.base import Case
from postlint.text.patterns import pattern
from postlint.text.source import Span
from postlint.text.tables import lines, word_sets

# What is done with words, in the order in which it is asked, and what they do, for a pass:
# "We do not hire men" bars them; that somebody hires men is said in it too.
DOES = {"barred": "bar", "wanted": "want", "held": "ask for", "asked": "ask for", "alone": "list"}
WAYS = tuple(DOES)

_REACH = 120
# So many words a small advertisement has at most.
_SMALL = 150
# Where the clause of a place begins and ends; a label leads on to what stands behind its colon.
_BEGINS = pattern(r"(?<!\bpref)(?<!\bincl)[.;!?()\n\u2022](?=\s|$)|\s-\s")
_ENDS = pattern(r"[.;:!?\n\u2022](?=\s|$)|\s-\s")
_BULLETS = " \t-*•·–"
_COLON = ":"
_PARTED = pattern(r"[;:]\s")
_WORDS = pattern("[a-z]+")
_SLOT = pattern(r"\{([a-z]+)\}")
_LISTED = pattern(r"\A\s*(?:[,.;:!?\n\u2022]|(?:and|at all times|under)\b|\Z)")
# What may stand between a thing and what is said of it, as lines of the table begin.
_BETWEEN = pattern(r"\{on\}\{0,\d\}\?(?:\{joint\})?(?:\[\\s,\]\+)?")
# An item of a list of requirements demands what it names, with no verb of demanding.
_LISTED_AS = ("wanted", "held")
# "Emotional control" is demanded as well where the conditions of the work are listed.
_CONDITIONS = (SectionKind.PHYSICAL, SectionKind.WORKING_CONDITIONS)
# Whoever wants a thing turns away who lacks it.
_LACKED = frozenset({"wanted", "held", "asked"})
_BEFORE = ("before", "line")
# Stands for the thing where both sides of it are read together, and its slot in their lines.
_IT, _SLOT_OF_IT = "\0", "{it}"


def done_with(case: Case, span: Span, sentence: Span, ways: frozenset[str]) -> str:
    """Return what is done with the words at a place, of some ways; nothing where none is."""
    # In small letters, where a pattern need not mind them.
    text = case.lowered
    sentence = _with_its_label(text, span, sentence)
    begin = max(sentence.start, span.start - _REACH)
    for mark in _BEGINS.finditer(text, begin, span.start):
        begin = mark.end()
    before = text[begin : span.start].lstrip()
    after = text[span.end : min(sentence.end, span.end + _REACH)]
    # The colon of a label that is the thing itself ends nothing: "Nationality: please state".
    end = _ENDS.search(after, len(_COLON))
    after = after[: end.end()] if end else after
    if done := _done(before, after, ways):
        return done
    listed = next((way for way in _LISTED_AS if way in ways), "")
    return listed if listed and _is_listed(case, span, before, after) else ""


@lru_cache(maxsize=8)
def _done(before: str, after: str, ways: frozenset[str]) -> str:
    """Return the same of what stands around a place: a pass asks again what it was that decided."""
    words_of = {"before": _words_in(before), "behind": _words_in(after)}
    words_of["around"] = words_of["before"] | words_of["behind"]
    for way in WAYS:
        if way in ways and _is_so(way, before, after, words_of):
            return way
    turned_away = _LACKED.intersection(ways) and _is_so("lacked", before, after, words_of)
    return "lacked" if turned_away else ""


def _words_in(text: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(text))


def _is_so(way: str, before: str, after: str, words_of: Mapping[str, frozenset[str]]) -> bool:
    if way == "alone":
        return bool(_LISTED.match(after)) and _reads(way, "line", before)
    signs = word_sets("postlint.rules", "demand_signs", way)
    around = f"{before}{_IT}{after}"
    for side, words in (("around", around), ("before", before), ("behind", after)):
        # Most sentences have none of the words of a way, and are not read for it.
        if side in signs and signs[side].isdisjoint(words_of[side]):
            continue
        if _reads(way, side, words):
            return not _reads(way, "but", around)  # which few places are asked
    return False


def _reads(way: str, side: str, words: str) -> bool:
    """Say whether words read as a way does on one side of a place, or on both."""
    # What leads up to it is short, and where none of it stands the rest need not be made.
    if _IT in words and not _stands(_ways(way, side, up_to_it=True), side, words):
        return False
    return _stands(_ways(way, side), side, words)


def _stands(ways: re.Pattern[str] | None, side: str, words: str) -> bool:
    if ways is None:
        return False
    return (ways.match(words) if side == "behind" else ways.search(words)) is not None


def _with_its_label(text: str, span: Span, sentence: Span) -> Span:
    """Return a sentence with the label it is the value of, or all of the line of a label."""
    line = text.rfind("\n", 0, sentence.start) + 1
    if text[line : sentence.start].rstrip().endswith(_COLON):
        return Span(line, sentence.end)
    if sentence == span:
        end = text.find("\n", span.end)
        return Span(sentence.start, len(text) if end < 0 else end)
    return sentence


def _is_listed(case: Case, span: Span, before: str, after: str) -> bool:
    """Say whether words are what an item of a list of requirements begins with and is about."""
    kind = case.posting.section_at(span.start).kind
    # "Moody weather" is a condition, and nothing that is asked of anybody.
    demanding = kind in REQUIREMENTS or (kind in _CONDITIONS and _LISTED.match(after) is not None)
    if not demanding:
        # A small advertisement has no sections: "Single man, no kids, able to ride." is an item,
        # and "Women, men and children come in all day." a sentence.
        small = len(case.posting.sections) == 1 and len(case.words) <= _SMALL
        small = small and not case.lowered.endswith(("s", "men"), *span)
        return small and _reads("listed", "line", before) and _reads("listed", "behind", after)
    line = case.lowered[case.text.rfind("\n", 0, span.start) + 1 : span.start]
    # Items may stand in one line, behind a label and between semicolons.
    item, own = (_PARTED.split(words)[-1].lstrip(_BULLETS) for words in (line, before))
    return item == own and _reads("listed", "line", own) and _reads("listed", "behind", after)


@cache
def _ways(way: str, side: str, *, up_to_it: bool = False) -> re.Pattern[str] | None:
    """Return the pattern of what stands before a place, up to it, or of what stands behind it."""
    table = read_toml("postlint.rules", "demands.toml")
    written = lines(table[way].get(side, ""))
    if not written:
        return None
    if up_to_it:
        written = tuple(line[: line.index(_SLOT_OF_IT) + len(_SLOT_OF_IT)] for line in written)
    # What lines begin with alike is read once for all of them.
    alike: dict[str, list[str]] = {}
    for line in written:
        between = _BETWEEN.match(line)
        begun = between[0] if between else ""
        alike.setdefault(begun, []).append(line[len(begun) :])
    ways = "|".join(
        _filled(f"{begun}(?:{'|'.join(f'(?:{line})' for line in ends)})")
        for begun, ends in alike.items()
    )
    return pattern(rf"(?<!\w)(?:{ways})\Z" if side in _BEFORE else ways)


def _filled(line: str) -> str:
    """Return a line of the table as a pattern."""
    return _SLOT.sub(_slot, line).replace(" ", r"\s+")


def _slot(named: re.Match[str]) -> str:
    return _words_of(named[1])


@cache
def _words_of(slot: str) -> str:
    """Return what a slot stands for, filled once for all lines: some stand in hundreds."""
    written: str = read_toml("postlint.rules", "demands.toml")["slots"][slot]
    words = f"(?:{written.strip()})".replace("\n", "")
    return _SLOT.sub(_slot, words)

"""What a reporting line is, and the words, the sentence and the clause it is judged by."""

from __future__ import annotations

from typing import Literal

from postlint.document.parts import Passage
from postlint.facts._data import word_sets
from postlint.facts.around import sentence_at
from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

LineForm = Literal["verb", "direction", "field", "tenure"]
Subject = Literal["position", "unit"]

# How many words before a verb are looked at.
LOOK_BACK = 8
# What ends the name of a supervisor: a sentence mark, a comma, a bracket, a blank line.
ENDS = pattern(r"\.(?=\s|\Z)|[,;:!?()\[\]|\"“”•\uf0b7\t]|\n\s*\n| {3,}")
# What parts two sentences, whatever the words are.
STRONG = pattern(r"[.;:!?•\uf0b7]|\n\s*\n")


class ReportingLine(NamedTuple):
    """One statement of who the post, or its unit, works under.

    `supervisor` holds the words that name the person, board or division;
    it is `None` and `vague` is true where nobody is named ("under policy
    direction"). `form` is how it is said: a verb ("reports to"), direction
    ("under the direction of"), a field ("Supervisor: …"), or a clause about
    tenure ("serves at the pleasure of"). `subject` is `unit` where the text
    speaks of the department and not of the post.
    """

    span: Span
    supervisor: Passage | None
    form: LineForm
    subject: Subject = "position"
    vague: bool = False


def sentence_words(case: Case, word: int) -> range:
    """Return the numbers of the words of the sentence a word stands in."""
    bounds = case.words.between(sentence_at(case, case.words.starts[word]))
    for _ in range(2):
        # "… to the Sr. Director", "… to the Ann M. Lee Librarian": no sentence ends there.
        if not _shortened(case, bounds.stop) or bounds.stop >= len(case.words):
            break
        following = case.words.between(sentence_at(case, case.words.starts[bounds.stop]))
        bounds = range(bounds.start, max(bounds.stop, following.stop))
    return bounds


def _shortened(case: Case, place: int) -> bool:
    """Say whether the point before a word ends an initial or a shortened title."""
    words = case.words
    if not 0 < place < len(words) or words.gap(place).rstrip("\xa0 ") != ".":
        return False
    word = words.words[place - 1]
    initial = len(word) == 1 and case.text[words.starts[place - 1]].isupper()
    return initial or word in word_sets("reporting")["shortened"]


def ends_nothing(case: Case, place: int) -> bool:
    """Say whether a point before a word ends nothing: "Sr. Director", "alder.gov Director"."""
    return case.words.gap(place) == "." or _shortened(case, place)


def span_to(case: Case, first: int, stop: int, name: Passage | None) -> Span:
    """Return the span from a word to the end of a name, or to the word before `stop`."""
    end = case.words.end(stop - 1) if name is None else name.span.end
    return Span(case.words.starts[first], end)


def title_words(case: Case) -> set[str]:
    """Return the words of the post's title, in small letters."""
    named = case[title].value
    return set(pattern(r"\w+").findall(named.lower())) if named else set()


# "A member of, and works with, the cabinet" is one clause.
HANGING = frozenset({"of", "with", "on", "to", "in", "by", "from", "for"})


def clause_start(case: Case, start: int, place: int) -> int:
    """Return the first word of the clause a word stands in."""
    gap = case.words.gap
    first = place
    while first > start and place - first < 14:
        held = gap(first).strip() == "," and case.words.words[first - 1] in HANGING
        if pattern(r"[,;:.]").search(gap(first)) and not held:
            break
        first -= 1
    return first

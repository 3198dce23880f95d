"""What a fact is: something a posting says, its evidence, and a third value for unknown.

A fact is a pure function of a `Case`. It is worked out when it is first asked
for and once per check. Facts know nothing of rules, severities or wording.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

from postlint.document.kinds import SectionKind
from postlint.document.posting import Posting
from postlint.facts.declared import Employer
from postlint.lexicon import Hits, PhraseShelf, Words
from postlint.lexicon.words import lower
from postlint.text.records import NamedTuple
from postlint.text.source import Span
from postlint.text.values import Factory, field, frozen

T = TypeVar("T")
V = TypeVar("V")


class Fact(NamedTuple, Generic[T]):
    """A value, and the spans that show it.

    `missing` is `None` where the value is known; a value of `None` or `False`
    then means that the posting does not say it. Where it cannot be known,
    `missing` says what would settle it, and `value` is the best guess or the
    empty value.
    """

    value: T
    spans: tuple[Span, ...] = ()
    missing: str | None = None

    @property
    def known(self) -> bool:
        """Whether the posting settles this."""
        return self.missing is None

    def __bool__(self) -> bool:
        return bool(self.value)


class FactSource(Generic[T]):
    """A named fact: its function, and the phrases it wants found in the text.

    Made by `fact`. Ask a case for it: `case[reports_to]`.
    """

    def __init__(
        self,
        name: str,
        compute: Callable[[Case], Fact[T]],
        phrases: Mapping[str, Iterable[str]],
    ) -> None:
        self.name = name
        self.phrases = phrases
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __repr__(self) -> str:
        return f"<fact {self.name}>"


def fact(
    name: str, *, phrases: Mapping[str, Iterable[str]] | None = None
) -> Callable[[Callable[[Case], Fact[T]]], FactSource[T]]:
    """Make a fact of a function.

    `phrases` are found with all others in the one pass over the text; the
    function reads them from `case.hits` under the keys given here, which start
    with the fact's name and a dot where it has more than one.
    """

    def make(compute: Callable[[Case], Fact[T]]) -> FactSource[T]:
        return FactSource(name, compute, phrases or {})

    return make


def absent(case: Case, empty: V, *kinds: SectionKind, named: str = "") -> Fact[V]:
    """Return that a posting does not say something that belongs in sections of these kinds.

    Where a template inserts text that may say it, nobody knows; `named` is the
    beginning of a word by which such a place may be called too.
    """
    for gap in sorted(case.posting.gaps, key=lambda gap: gap.kind not in kinds):
        if gap.may_hold(*kinds) or (named and named in gap.words.lower()):
            return Fact(empty, missing=f"what {_called(gap.name)} puts in")
    return Fact(empty)


def _called(name: str) -> str:
    return f"'{name}'" if name else "the template"


@frozen(eq=False, slots=False)
class Case:
    """One posting under examination: what it is, what was found in it, what is known.

    Facts and rules see this and nothing else. `employer` holds what the user
    declared about the employer, which no posting can tell, and `today` is the
    day of the check; ask `judged_on` for the day whose law applies.
    """

    posting: Posting
    book: PhraseShelf = field(repr=False)
    employer: Employer = Factory(Employer)
    today: date = Factory(date.today)
    _known: dict[FactSource[Any], Fact[Any]] = field(init=False, factory=dict, repr=False)
    _answers: dict[Callable[[Case], Any], Any] = field(init=False, factory=dict, repr=False)

    @cached_property
    def text(self) -> str:
        """What the posting says: its text, with blanks for comments and directives."""
        return self.posting.content

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, each character at its place.

        A pattern that minds capitals, asked here, is several times faster than one that does not.
        """
        return lower(self.posting.content)

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words(self.posting.content, self.posting.joints)

    @cached_property
    def hits(self) -> Hits:
        """Where the phrases of all facts and rules stand in the text."""
        return self.book.scan(self.words)

    @cached_property
    def _allowed(self) -> tuple[Span, ...]:
        """Where words stand that the employer allows, whatever rules say of them."""
        # The longest first: "native plants" is not cut short by "native".
        wanted = sorted({" ".join(words.split()) for words in self.employer.allow}, key=len)
        forms = [r"\s+".join(map(re.escape, words.split())) for words in reversed(wanted) if words]
        if not forms:
            return ()
        found = re.finditer(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", self.text, re.IGNORECASE)
        return tuple(Span(*match.span()) for match in found)

    def allows(self, span: Span) -> bool:
        """Say whether the employer allows the words of a span, alone or within a phrase.

        Rules about wording ask before they report a word.
        """
        if not self.employer.allow:
            return False
        start, end = self.posting.passage(span).span
        return any(one.start <= start and end <= one.end for one in self._allowed)

    def __getitem__(self, source: FactSource[V]) -> Fact[V]:
        """Return a fact, worked out once."""
        known = self._known.get(source)
        if known is None:
            known = self._known[source] = source.compute(self)
        return known

    def once(self, question: Callable[[Case], V]) -> V:
        """Return the answer to a question that many rules ask, worked out once."""
        answers = self._answers
        if question not in answers:
            answers[question] = question(self)
        answer: V = answers[question]
        return answer

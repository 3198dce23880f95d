"""A rule that wants something named where the posting speaks of the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from postlint.document.kinds import SectionKind
from postlint.document.parts import Duty, Section
from postlint.facts.accommodation import accommodation
from postlint.facts.base import Case
from postlint.facts.context import document_kind
from postlint.facts.equal_opportunity import nondiscrimination
from postlint.facts.reporting import reports_to
from postlint.rules.inserts import add_duty
from postlint.rules.places import gap_span
from postlint.rules.rule import CannotTell, Outcome, Passed, Rule
from postlint.rules.wording import may_mean, more_elsewhere
from postlint.rules.work import (
    asks,
    duties_of_applicants,
    first_in,
    hands_on_spans,
    places_in,
    requirement_sections,
    sentence_of,
    tells_of_post,
    unread_sections,
    work_places,
)
from postlint.text.diagnostics import Finding, Fix, Severity
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

# "A peer to the Executive Directors for Budget and for Teaching": what others do.
_PEERS = pattern(r"(?i)\bpeers? (?:to|of|are|include)\b")
_SUMMARIES = ("class-spec", "announcement")
# "Has no budget", "does not supervise staff", "supervises no one", "the office, and not this post".
_DENIES = pattern(
    r"(?i)\b(?:(?:does|do|is|are|will|has|have|shall|did) not|never|without|no)"
    r"(?! (?:only|limited|later|less|fewer|more|longer|matter)\b)(?: [\w'’-]+){0,3} \Z"
)
_NOBODY = pattern(r"(?i) (?:no[ -]?one|nobody|none|no (?:staff|employees|people|budget))\b")
_NOT_THIS = pattern(r"(?i)\bnot (?:this|the) (?:post|position|role|job|director)\b")
_BACK = 60


class NamedRule(Rule):
    """Passes where a phrase of a key stands in the work, and not inside one of `but`.

    It answers by the strength of what it finds. `named` are the keys that are enough.
    `broad` is the key of words that may mean it in a phrasing nobody foresaw, single words
    of the subject: where one stands, or there are fewer duties than `least_duties`,
    it cannot tell. `weak` are keys of what is surely less: each gives a finding of its own
    id, as information. Where nothing is there, the finding is the first of `messages`.
    Keys are those of `phrases`, behind the rule's name.
    `beside` says by key of which other, or others, a phrase has to stand in the same sentence;
    `not_by_hand` says that a duty of hands-on work does not count, but for the keys of
    `by_hand_too`, `idle_by_hand` is the key of words that mean nothing in one, and
    `in_requirements` says that what is asked of applicants counts. `example` are words for a
    duty that would be enough, with blanks: a fix adds it.

    `question` is what nobody can tell then, or where the words stand outside the work, or
    the text leads to a full description: "whether a duty plans ahead".
    """

    question: ClassVar[str] = ""
    beside: ClassVar[Sequence[tuple[str, str]]] = ()
    not_by_hand: ClassVar[bool] = False
    by_hand_too: ClassVar[Sequence[str]] = ()
    idle_by_hand: ClassVar[str] = ""
    in_requirements: ClassVar[bool] = False
    example: ClassVar[str] = ""
    named: ClassVar[Sequence[str]] = ("named",)
    weak: ClassVar[Sequence[tuple[str, str]]] = ()
    broad: ClassVar[str] = "broad"
    least_duties: ClassVar[int] = 3
    but: ClassVar[str] = "but"
    passing: ClassVar[str] = "The work includes '{words}'."

    def check(self, case: Case) -> Outcome:
        """Look for what is to be named."""
        read = self.read(case)
        but = self._key(self.but) if self._key(self.but) in self.phrases else ""
        for key in self.keys(case):
            if found := self.find(case, self._key(key), read, but):
                words = case.posting.passage(found).text
                return Passed(self.passing.format(words=words), (found,))
        if stated := self._stated(case, but):
            words = case.posting.passage(stated).text
            return Passed(self.passing.format(words=words), (stated,))
        sections = (*read, *unread_sections(case))
        if unsure := self.unsettled(case, but) or self.may_say(case, sections, but):
            return unsure
        for message, key in self.weak:
            if near := first_in(case, self._key(key), read):
                return self.nearly(case, message, near)
        return self.by_hand(case, read, but) or self.nothing(case)

    def _stated(self, case: Case, but: str) -> Span | None:
        """Return words under a heading nobody knows, in a paragraph that is about the post."""
        for key in self.keys(case):
            stray = self.find(case, self._key(key), unread_sections(case), but)
            if stray is not None and tells_of_post(case, stray):
                return stray
        return None

    def may_say(
        self, case: Case, sections: Sequence[Section | Duty], but: str
    ) -> CannotTell | None:
        """Return that nobody can tell, where words may mean it or few tell of the work."""
        if not self.question:
            return None
        # What an offer of help or of equal opportunity says is said of applicants.
        spared = [*case[nondiscrimination].spans, *case[accommodation].spans]
        spared += case.hits[but] if but else ()
        spared += (span for _, key in self.weak for span in case.hits[self._key(key)])
        if self.idle_by_hand:
            by_hand, key = hands_on_spans(case), self._key(self.idle_by_hand)
            spared += (one for one in case.hits[key] if touches(by_hand, one))
        near = self.places(case, self._key(self.broad), sections, merged(spared))
        if unsure := may_mean(case, self.question, near, self.meta.advice):
            return unsure
        count = len(case.posting.duties)
        if count >= self.least_duties:
            return None
        listed = "one duty is" if count == 1 else f"{count} duties are"
        return CannotTell(f"{self.question}: only {listed} listed")

    def by_hand(self, case: Case, read: Sequence[Section | Duty], but: str) -> CannotTell | None:
        """Return that nobody can tell, where duties taken for hands-on work alone name it."""
        if not self.not_by_hand:
            return None
        apart = case.hits[but] if but else ()
        for key in self.keys(case):
            if near := next(self.places(case, self._key(key), read, apart), None):
                words = case.posting.passage(near).text
                return CannotTell(f"{self.question}: '{words}' may be hands-on work", (near,))
        return None

    def unsettled(self, case: Case, but: str) -> CannotTell | None:
        """Return why nobody can tell, where the text may say it in another place."""
        if not self.question:
            return None
        if leads := more_elsewhere(case, self.question):
            return leads
        for key in self.keys(case):
            stray = self.find(case, self._key(key), unread_sections(case), but)
            if stray is not None:
                words = case.posting.passage(stray).text
                return CannotTell(f"{self.question}: '{words}' stands outside the duties", (stray,))
        return None

    def _key(self, name: str) -> str:
        return f"{self.meta.name}.{name}"

    def keys(self, case: Case) -> Sequence[str]:  # noqa: ARG002  # for rules that ask
        """Return the keys that are enough for this posting."""
        return self.named

    def read(self, case: Case) -> Sequence[Section | Duty]:
        """Return the sections and duties that are looked into."""
        requirements = requirement_sections(case) if self.in_requirements else ()
        return (*work_places(case), *requirements)

    def find(self, case: Case, key: str, read: Sequence[Section | Duty], but: str) -> Span | None:
        """Return the place that names it, or `None`."""
        counts = not self.not_by_hand or key.rpartition(".")[2] in self.by_hand_too
        by_hand = () if counts else hands_on_spans(case)
        found = self.places(case, key, read, case.hits[but] if but else ())
        return next((span for span in found if not touches(by_hand, span)), None)

    def places(
        self, case: Case, key: str, read: Sequence[Section | Duty], but: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield the places of a key that are about the post's own work."""
        # What stands in the title of a supervisor is no work of the post's.
        applicants = () if self.in_requirements else duties_of_applicants(case)
        theirs = merged((*case[reports_to].spans, *applicants))
        own = key.rpartition(".")[2]
        besides = [self._key(other) for name, other in self.beside if name == own]
        for span in places_in(case, key, read):
            if touches(but, span) or touches(theirs, span):
                continue
            sentence = sentence_of(case, span)
            if _PEERS.search(case.text, *sentence) or self.disowned(case, span, sentence):
                continue
            if not self.in_requirements and asks(case, sentence):
                continue
            if all(case.hits.within(other, sentence) for other in besides):
                yield span

    @staticmethod
    def disowned(case: Case, span: Span, sentence: Span) -> bool:
        """Say whether the post is said not to have, or not to do, what the words name."""
        text, start = case.text, max(sentence.start, span.start - _BACK)
        return (
            _DENIES.search(text, start, span.start) is not None
            or _NOBODY.match(text, span.end) is not None
            or _NOT_THIS.search(text, *sentence) is not None
        )

    def data(self, case: Case) -> dict[str, object]:  # noqa: ARG002  # for rules that ask
        """Return what the messages say besides the words that were found."""
        return {}

    def nearly(self, case: Case, message: str, near: Span) -> Finding:
        """Return the finding for words that are nearly enough."""
        data = {**self.data(case), "words": case.posting.passage(near).text}
        return Finding(message, near, data, severity=Severity.INFO, fixes=self.fixes(case))

    def nothing(self, case: Case) -> Finding:
        """Return the finding for a posting that names nothing of the kind."""
        data, severity = self.data(case), self.gravity(case)
        place, fixes = self.place(case), self.fixes(case)
        missing = next(iter(self.meta.messages))
        return Finding(missing, place, data, severity=severity, fixes=fixes)

    def fixes(self, case: Case) -> tuple[Fix, ...]:
        """Return a fix that adds the example to the duties."""
        return add_duty(case.posting, self.example) if self.example else ()

    def gravity(self, case: Case) -> Severity | None:
        """Return how grave it is that nothing is named; `None` leaves the rule's own.

        A class specification and an examination's bulletin only sum the work up.
        """
        return Severity.INFO if case[document_kind].value in _SUMMARIES else None

    def place(self, case: Case) -> Span:
        """Return where to show that nothing is named."""
        return gap_span(case, SectionKind.DUTIES)

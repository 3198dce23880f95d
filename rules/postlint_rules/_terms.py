"""Terms a posting should not use: their table, their phrases, and where they stand.

A term is an entry `[<rule>.<term>]` of a family's `terms.toml`: the phrases
it is written in, phrases that cancel it where they stand in the same sentence,
a severity, wording to offer instead, and what its message says of it.
"""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from collections.abc import Hashable, Iterator
from functools import cache
from typing import ClassVar, Literal, NamedTuple

from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.facts.statements import accommodation, equal_opportunity
from postlint.lexicon import lines
from postlint.rules.rule import NotApplicable, Outcome, Passed, Rule
from postlint.text.diagnostics import Finding, Severity
from postlint.text.source import Span
from postlint_rules._tables import table
from postlint_rules._text import sentence_at

# How far an address is looked for around a word.
_REACH = 100
_NOTICES = (SectionKind.EQUAL_OPPORTUNITY, SectionKind.ACCOMMODATION)


class Term(NamedTuple):
    """One entry of the table; `key` is that of its phrases.

    `unless` cancels it in the sentence it stands in, `absent` anywhere in the
    text; `need` asks for one of its phrases in the same sentence. `where` is
    `text` for what stands outside legal notices, `notice` for what stands in
    them, `anywhere` for both.
    """

    key: str
    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...]
    absent: tuple[str, ...]
    need: tuple[str, ...]
    severity: Severity
    instead: tuple[str, ...]
    why: str
    cite: str
    where: Literal["text", "notice", "anywhere"]


class Match(NamedTuple):
    """A term that stands in the text, the sentence it stands in, and its words there."""

    term: Term
    span: Span
    sentence: Span
    words: str


@cache
def terms(family: str, rule: str) -> tuple[Term, ...]:
    """Return the terms of a rule, in the order of the table."""
    return tuple(
        Term(
            key=f"{rule}.{name}",
            name=name,
            phrases=lines(entry["phrases"]),
            unless=lines(entry.get("unless", "")),
            absent=lines(entry.get("absent", "")),
            need=lines(entry.get("need", "")),
            severity=Severity(entry["severity"]),
            instead=lines(entry.get("instead", "")),
            why=entry["why"],
            cite=entry["cite"],
            where=entry.get("where", "text"),
        )
        for name, entry in table(family, "terms")[rule].items()
    )


def term_phrases(family: str, rule: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a rule's terms, and those that cancel them, by key."""
    found: dict[str, tuple[str, ...]] = {}
    for term in terms(family, rule):
        found[term.key] = term.phrases
        if term.unless:
            found[f"{term.key}.unless"] = term.unless
        if term.absent:
            found[f"{term.key}.absent"] = term.absent
        if term.need:
            found[f"{term.key}.need"] = term.need
    return found


def matches(case: Case, family: str, rule: str) -> Iterator[Match]:
    """Yield where a rule's terms stand, in the order of the table; no place twice.

    Most terms pass over legal notices, which say "sex" and "age" on purpose.
    """
    taken: list[Span] = []
    hits = case.hits
    for term in terms(family, rule):
        # Most terms are not in a text.
        if term.key not in hits or (term.absent and hits[f"{term.key}.absent"]):
            continue
        for span in hits[term.key]:
            sentence = sentence_at(case.posting, span)
            if term.unless and hits.within(f"{term.key}.unless", sentence):
                continue
            if term.need and not hits.within(f"{term.key}.need", sentence):
                continue
            if term.where != "anywhere" and in_notice(case, span) is not (term.where == "notice"):
                continue
            if any(span.overlaps(other) for other in taken) or _in_address(case.text, span):
                continue
            taken.append(span)
            if case.allows(span):
                continue
            words = case.posting.passage(span).text
            yield Match(term=term, span=span, sentence=sentence, words=words)


def _in_address(text: str, span: Span) -> bool:
    """Say whether a word is part of a web or mail address: `mailman.example.org`."""
    before = text[max(0, span.start - _REACH) : span.start].split()
    after = text[span.end : span.end + _REACH].split()
    run = text[span.start : span.end]
    if before and not text[span.start - 1].isspace():
        run = before[-1] + run
    if after and not text[span.end].isspace():
        run += after[0]
    return "://" in run or "@" in run or run.startswith("www.")


def in_notice(case: Case, span: Span) -> bool:
    """Say whether a span stands in a statement of equal opportunity or of accommodation."""
    if case.posting.section_at(span.start).kind in _NOTICES:
        return True
    notices = [statement.span for statement in case[equal_opportunity].value]
    notices.extend(case[accommodation].spans)
    return any(span.overlaps(notice) for notice in notices)


def term_finding(case: Case, match: Match, *, floor: int | None = None) -> Finding:
    """Return the finding of a term, under the message `term`.

    With a `floor`, an error needs an employer declared to have as many
    people: below it, or unknown, the law may not reach the posting.
    """
    severity = match.term.severity
    if severity is Severity.ERROR and floor is not None:
        employees = case.employer.employees
        if employees is None or employees < floor:
            severity = Severity.WARNING
    instead = match.term.instead
    data = {
        "words": match.words,
        "why": match.term.why,
        "instead": f"; '{instead[0]}' says what is needed" if instead else "",
    }
    return Finding("term", match.span, data, severity=severity)


class TermRule(Rule):
    """A rule that reports the terms of its table and nothing else.

    `family` is the folder of the table, `clean` what a pass says. The message
    has the id `term`.
    """

    family: ClassVar[str]
    clean: ClassVar[str]

    def check(self, case: Case) -> Iterator[Outcome]:
        """Look for the terms of the table."""
        if reason := self.exempt(case):
            yield NotApplicable(reason)
            return
        seen: set[Hashable] = set()
        for match in matches(case, self.family, self.meta.name):
            matter = self.matter(match)
            if matter not in seen:
                seen.add(matter)
                yield self.finding(case, match)
        if not seen:
            yield self.in_order(case)

    def exempt(self, case: Case) -> str:  # noqa: ARG002  # for rules that ask
        """Return why the rule does not speak about a posting, or nothing."""
        return ""

    def matter(self, match: Match) -> Hashable:
        """Return what a match is about; a matter is reported once."""
        return match.span

    def floor(self, case: Case) -> int | None:  # noqa: ARG002  # for rules that ask
        """Return how many people an employer must have for an error, `None` for any number."""
        return getattr(self, "least_employees", None)

    def finding(self, case: Case, match: Match) -> Finding:
        """Return the finding of a match."""
        return term_finding(case, match, floor=self.floor(case))

    def in_order(self, case: Case) -> Outcome:  # noqa: ARG002  # for rules that ask
        """Return what a text without any of the terms comes to."""
        return Passed(self.clean)

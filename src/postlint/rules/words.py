"""Rules about words, as data: which words, where they count, what is said of them.

A rule is a `[[rule]]` of a TOML file, and each of its `[[rule.words]]` is a
`Term`: phrases, and what cancels them. Ours and an office's are written in the
same form and asked by the same `WordRule`.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, Final, Literal

from postlint.cache import read_tables, read_toml, remember
from postlint.document.kinds import OF_THE_JOB, SectionKind
from postlint.facts.accommodation import accommodation
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context import abroad, employer_kind
from postlint.facts.declared import EmployerKind
from postlint.facts.equal_opportunity import equal_opportunity
from postlint.facts.title import title
from postlint.rules.demands import DOES, WAYS, done_with
from postlint.rules.guards import GUARDS
from postlint.rules.later import made_of
from postlint.rules.law import Force, law, law_clause, laws, laws_on, reach, reaching
from postlint.rules.past import past
from postlint.rules.rule import (
    CannotTell,
    NotApplicable,
    Outcome,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Stability,
)
from postlint.rules.senses import SENSES, beside, in_code, of_other_jobs
from postlint.rules.wording import gaps_of, inserted, sentence_at
from postlint.text.authority import Authority
from postlint.text.diagnostics import Applicability, Edit, Finding, Fix, Related, Severity
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple, record
from postlint.text.source import Span, merged, touches
from postlint.text.tables import PhraseTable, lines

_NOTICES = (SectionKind.EQUAL_OPPORTUNITY, SectionKind.ACCOMMODATION)
# How many characters are read on each side of a find, in a sentence that does not end.
_READ = 500
_LETTERS = pattern(r"[^\W_]+")
# What says "not" of somebody, and denies nothing.
_TURNED_AWAY = ("barred", "lacked")

WhereName = Literal["text", "title", "notice", "anywhere"]


class Term(NamedTuple):
    """Words that a rule looks for; `key` is that of their phrases, `table` of what else it names.

    `unless` cancels them beside it, a few words away; `settled` in the sentence
    they stand in, `absent` anywhere in the text; `need` asks for one of its
    phrases in the same sentence, `then` for one behind the words in it, `as_written` for the
    capitals of its own. `when` names
    what must be done with them, one of `WAYS`: `wanted`, `held`, `barred`, `asked`, `alone`.
    `not_when` names senses in which they do not count: `denied`, `quoted`, `named` and the
    others of `SENSES`. `where`
    is `text` for what stands outside legal notices, `notice` for what stands
    in them, `title` for the title alone, `anywhere` for all; `inside` limits it
    to kinds of sections, and `outside` leaves some out; `in_evidence` limits it
    to what the rule's pass rests on.
    `use` are words to write in their place, `instead` words that say what is
    needed, `why` the predicate of a message, and `law` the key of what says so.
    Where it differs by place, `subject` and `asks` name the laws that have that
    among their terms: such a law makes the words graver, and `at_schools` says
    how grave they are there at most, where law asks for what others may not.
    `there` says that the words count only where their law reaches.
    """

    key: str
    table: str
    name: str
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    need: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    as_written: bool = False
    when: frozenset[str] = frozenset()
    not_when: frozenset[str] = frozenset()
    severity: Severity | None = None
    use: tuple[str, ...] = ()
    instead: str = ""
    why: str = ""
    law: str = ""
    where: WhereName = "text"
    inside: frozenset[SectionKind] = frozenset()
    outside: frozenset[SectionKind] = frozenset()
    in_evidence: bool = False
    subject: str = ""
    asks: str = ""
    at_schools: Severity | None = None
    there: bool = False

    @property
    def searched(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """All that is looked for, by key."""
        yield self.key, self.phrases
        for name in ("unless", "settled", "absent", "need", "then"):
            if found := getattr(self, name):
                yield f"{self.table}.{name}", found


class Match(NamedTuple):
    """A term that stands in the text, the sentence it stands in, and its words there."""

    term: Term
    span: Span
    sentence: Span
    words: str


def matches(case: Case, terms: Iterable[Term]) -> Iterator[Match]:
    """Yield where terms stand, in their order; no place twice.

    Most terms skip legal notices, which say "sex" and "age" on purpose.
    """
    taken: list[Span] = []
    hits = case.hits
    for term in terms:
        if term.key not in hits or (term.absent and hits[f"{term.table}.absent"]):
            continue
        for span in hits[term.key]:
            # Where it stands is asked first: notices name sex, race and age on purpose.
            sentence = _sentence(case, term, span) if _is_sought(case, term, span) else None
            if sentence is None:
                continue
            near = _near(span, sentence)
            if _is_spared(case, term, span, near):
                continue
            if touches(taken, span) or in_code(case, span) or of_other_jobs(case, span):
                continue
            if not _is_meant(case, term, span, near):
                continue
            words = case.posting.passage(span).text.replace("**", "").replace("__", "")
            # What is written as it should be is in order: "JavaScript", and not "javascript".
            if words in term.use or (term.as_written and _plain(words) not in _written(term)):
                continue
            insort(taken, span)
            if not case.allows(span):
                yield Match(term, span, sentence, words)


def _is_sought(case: Case, term: Term, span: Span) -> bool:
    """Say whether a term is looked for in the section and the kind of text it stands in."""
    if (term.inside or term.outside) and not _inside(case, term, span):
        return False
    return term.where == "anywhere" or in_notice(case, span) is (term.where == "notice")


def _sentence(case: Case, term: Term, span: Span) -> Span | None:
    """Return the sentence of a term; the title, or `None`, for one that is of titles."""
    if term.where != "title":
        return sentence_at(case.posting, span)
    return next((one for one in case[title].spans if one.overlaps(span)), None)


def _is_spared(case: Case, term: Term, span: Span, near: Span) -> bool:
    """Say whether words near a term make it harmless, or what it needs is not there."""
    if _spared_by(case, term, span, near) is not None:
        return True
    if term.need and not case.hits.near(f"{term.table}.need", near):
        return True
    # "Examination, interview, then the offer": what comes first is told by what comes behind.
    later = case.hits.near(f"{term.table}.then", near) if term.then else ()
    return bool(term.then) and not any(one.end > span.end for one in later)


def _spared_by(case: Case, term: Term, span: Span, near: Span) -> Span | None:
    """Return the words near a term that make it harmless, where some do."""
    hits, key = case.hits, term.table
    if term.unless:
        for one in hits.near(f"{key}.unless", near):
            # What is a word of the find itself says nothing of what stands beside it.
            within = span.start <= one.start and one.end <= span.end
            if not within and beside(case, span, one):
                return one
    return next(iter(hits.near(f"{key}.settled", near)), None) if term.settled else None


def _is_meant(case: Case, term: Term, span: Span, near: Span) -> bool:
    """Say whether a term is said in a sense that is reported."""
    done = done_with(case, span, near, term.when) if term.when else ""
    if term.when and not done:
        return False
    # What bars somebody says "not" of that person, and denies nothing.
    senses = term.not_when
    if done in _TURNED_AWAY and "denied" in senses:
        senses = senses - {"denied"} | {"outlawed"}
    return not any(SENSES[sense](case, span, near) for sense in senses)


@cache
def _written(term: Term) -> frozenset[str]:
    return frozenset(map(_plain, term.phrases))


def _plain(words: str) -> str:
    return " ".join(_LETTERS.findall(words))


def _near(span: Span, sentence: Span) -> Span:
    """Return what of a sentence is read around a find: all of it, save of one without end."""
    return Span(max(sentence.start, span.start - _READ), min(sentence.end, span.end + _READ))


def _inside(case: Case, term: Term, span: Span) -> bool:
    kind = case.posting.section_at(span.start).kind
    return (not term.inside or kind in term.inside) and kind not in term.outside


def in_notice(case: Case, span: Span) -> bool:
    """Say whether a span stands in a statement of equal opportunity or of accommodation."""
    if case.posting.section_at(span.start).kind in _NOTICES:
        return True
    return touches(case[_notices].value, span)


@fact("notices")
def _notices(case: Case) -> Fact[tuple[Span, ...]]:
    """Return where the statements of law stand, in order, those that overlap as one."""
    spans = [statement.span for statement in case[equal_opportunity].value]
    spans.extend(case[accommodation].spans)
    return Fact(merged(spans))


def instead_clause(words: str) -> str:
    """Return the end of a message that names words to write instead."""
    return f"; '{words}' says what is needed" if words else ""


class _Terms:
    """The terms of a rule, read from its table when somebody asks: most texts have none of them."""

    def __init__(self, read: Callable[[], Iterable[Term]]) -> None:
        self._read = cache(lambda: tuple(read()))

    def __get__(self, rule: WordRule | None, owner: type[WordRule]) -> tuple[Term, ...]:
        return self._read()


class WordRule(Rule):
    """A rule that reports its terms and nothing else.

    `about` is what the words are about, for a pass: "None of the 41 phrases
    about age was found." `once` says that a sentence, a word or the text is reported
    once, the text from `least` different words on. `evidence` names the fact or the
    kind of section that a pass rests on, and `nothing` says why the rule does not speak
    where there is none.
    `in_force` is the key of a law without which the words were in order.
    """

    terms: ClassVar[_Terms] = _Terms(tuple)
    about: ClassVar[str] = ""
    once: ClassVar[Literal["", "sentence", "words", "text"]] = ""
    least: ClassVar[int] = 1
    evidence: ClassVar[str] = ""
    nothing: ClassVar[str] = ""
    in_force: ClassVar[str] = ""
    message: ClassVar[str] = "term"
    # What its terms are looked for under, and what was not found, as a sentence.
    _keys: ClassVar[frozenset[str]] = frozenset()
    looked_for: ClassVar[str] = ""
    # The laws without any of which no term counts.
    _there: ClassVar[frozenset[str]] = frozenset()

    def check(self, case: Case) -> Outcomes | Outcome:
        """Look for the terms."""
        if self.in_force and _before(case, self.in_force):
            entry = law(self.in_force)
            cited = entry.cited
            since = f"{entry.effective:%d %B %Y}".lstrip("0")
            return NotApplicable(f"The posting is older than {since}, when {cited} began to count.")
        if self._there and not any(reach(case, law(key)) for key in self._there):
            cited = " nor ".join(sorted(law(key).cited for key in self._there))
            return NotApplicable(f"{cited} does not reach the posting.")
        if case.hits.lacks(self._keys):  # as most texts do
            return self._clear(case)
        return self._judged(case)

    def _judged(self, case: Case) -> Outcomes:
        """Yield what the terms of a text that has some come to."""
        found: dict[Hashable, list[Match]] = {}
        evidence = _evidence(case, self.evidence) if self.evidence else None
        near = merged(evidence or ())
        for match in matches(case, self.terms):
            if match.term.in_evidence and not touches(near, match.span):
                continue
            # A law younger than the posting is never held against it.
            if match.term.law and _before(case, match.term.law):
                continue
            if match.term.there and reach(case, law(match.term.law)) is None:
                continue
            found.setdefault(self.matter(match), []).append(match)
        for same in found.values():
            if self.least > 1 and len(different := _different(same)) < self.least:
                quotes = " and ".join(f"'{words}'" for words in different)
                were = "was" if len(different) == 1 else "were"
                yield Passed(f"Only {quotes} {were} found.", tuple(match.span for match in same))
                return
            match = min(same, key=self._order) if self.once else same[0]
            yield _past(case, match) or self.finding(case, match, same)
        if not found:
            yield self.in_order(case)

    def _order(self, match: Match) -> tuple[int, Span]:
        """Put the gravest first, and of equals the first in the text."""
        return -(match.term.severity or self.meta.severity).rank, match.span

    def matter(self, match: Match) -> Hashable:
        """Return what a match is about; a matter is reported once."""
        if self.once == "text":
            return self.message
        if self.once == "sentence":
            return match.sentence
        return match.words.lower() if self.once == "words" else match.span

    def finding(self, case: Case, match: Match, same: Iterable[Match] = ()) -> Finding:
        """Return the finding of a match; of those about the `same`, one a sentence is reported."""
        term = match.term
        severity, decided, clause = _weighed(case, term, self.meta.severity)
        uses = [use if term.as_written else _cased(use, match.words) for use in term.use]
        use = " or ".join(f"'{use}'" for use in uses)
        data = {
            "law": clause,
            "words": match.words,
            "why": term.why,
            "instead": instead_clause(term.instead) or (f"; write {use}" if use else ""),
            "use": use,
            "count": len(_different(same)),
        }
        fixes = [Fix(f"Write '{use}'", (Edit(match.span, use),)) for use in uses]
        if term.instead:
            # A thought in other words: how it fits the sentence is for a person to see.
            edit = Edit(match.span, term.instead)
            fixes.append(Fix(f"Say '{term.instead}'", (edit,), Applicability.DISPLAY))
        # Each different word of a sentence, and one that comes again in every sentence.
        others = {(one.sentence, one.words.lower()): one for one in same}
        others.pop((match.sentence, match.words.lower()), None)
        return Finding(
            self.message,
            match.span,
            data,
            severity=severity,
            fixes=tuple(fixes),
            related=tuple(
                # What another word does is said of it: it may be something else.
                Related(
                    one.span,
                    f"So does '{one.words}'."
                    if one.term.why == term.why
                    else f"'{one.words}' {one.term.why}.",
                )
                for one in others.values()
            ),
            authority=decided,
            instead=term.instead,
        )

    def in_order(self, case: Case) -> Outcome:
        """Return what a text without any of the terms comes to: what was looked for, and where."""
        clear = self._clear(case)
        if not isinstance(clear, Passed) or (seen := next(self._seen(case), None)) is None:
            return clear
        term, span = seen
        words = case.posting.passage(span).text
        # What was not found otherwise.
        others = self.looked_for.replace("None of", "Otherwise none of", 1)
        near = _near(span, sentence_at(case.posting, span))
        if term.when and not done_with(case, span, near, term.when):
            ways = " or ".join(dict.fromkeys(DOES[way] for way in WAYS if way in term.when))
            reason = (
                f"'{words}' is named, and no words around it were found that {ways} it. {others}"
            )
            return Passed(reason, (span, *clear.spans))
        settling = _spared_by(case, term, span, near)
        if settling is None and term.absent:
            settling = next(iter(case.hits[f"{term.table}.absent"]), None)
        if settling is None:
            reason = f"'{words}' stands in another sense or place. {others}"
            return Passed(reason, (span, *clear.spans))
        beside_it = case.posting.passage(settling).text
        reason = f"'{words}' does not count beside '{beside_it}'. {others}"
        return Passed(reason, (span, settling, *clear.spans))

    def _clear(self, case: Case) -> Passed | NotApplicable | CannotTell:
        """Return the same of a text that has none of the phrases in any sense."""
        if case.posting.gaps:
            gaps = gaps_of(case.posting, *_KINDS.get(self.evidence, OF_THE_JOB))
            if gaps:
                return inserted(gaps, "what the rule looks for")
        spans = _evidence(case, self.evidence) if self.evidence else ()
        if spans is None:
            return NotApplicable(self.nothing)
        return record(Passed, (self.looked_for, spans, ()))

    def _seen(self, case: Case) -> Iterator[tuple[Term, Span]]:
        """Yield where phrases stand that something cancels: a pass says so."""
        for term in self.terms:
            if term.key in case.hits and term.where != "notice":
                yield from (
                    (term, span)
                    for span in case.hits[term.key]
                    if term.where == "anywhere" or not in_notice(case, span)
                )


def _different(matches: Iterable[Match]) -> tuple[str, ...]:
    """Return the words of matches, each once."""
    return tuple(dict.fromkeys(match.words.lower() for match in matches))


def _cased(use: str, words: str) -> str:
    """Return words to write, in capitals where those they stand for are."""
    if len(words) > 1 and words.isupper() and "/" not in words:
        return use.upper()
    if "/" in words and words.isupper():
        return use
    return use[0].upper() + use[1:] if words[0].isupper() else use


def _before(case: Case, key: str) -> bool:
    found = reach(case, law(key))
    return found is not None and found.force is Force.COMING


def _past(case: Case, match: Match) -> CannotTell | None:
    """Return that nobody can tell what the words come to, where what is known of the law is old."""
    named = (law(match.term.law),) if match.term.law else ()
    old = past(reaching(case, named) or reaching(case, _barring(match.term)))
    return old._replace(spans=(match.span,)) if old else None


def _barring(term: Term) -> Iterator[Authority]:
    """Yield the laws of all places that bar what a term says, or all on its subject."""
    return (one for one in laws_on(term.subject) if not term.asks or term.asks in one.terms)


def _weighed(
    case: Case, term: Term, usual: Severity
) -> tuple[Severity | None, tuple[Authority, ...], str]:
    """Return how grave a term is here, what says so, and the clause that says it."""
    if term.asks:
        return _by_place(case, term, term.severity or usual)
    if not term.law:
        return term.severity, (), ""
    entry = law(term.law)
    found = reach(case, entry)
    severity = term.severity
    if severity is Severity.ERROR:
        # Without people, place or kind declared the law may not reach the posting.
        severity = Severity.WARNING if found is None else found.limited(severity)
    # Abroad another law may stand behind the rule, and the engine finds it.
    return severity, () if case[abroad].value and found is None else (entry,), ""


def _by_place(
    case: Case, term: Term, severity: Severity
) -> tuple[Severity, tuple[Authority, ...], str]:
    """Return the same of a term that the laws of some places bar."""
    found = [one for one in reaching(case, _barring(term)) if one.force in _BINDING]
    if found:
        severity = max(severity, found[0].limited(Severity.ERROR), key=_rank)
    if term.at_schools is not None and case[employer_kind].value is EmployerKind.SCHOOL:
        severity = min(severity, term.at_schools, key=_rank)
    return severity, tuple(one.law for one in found), law_clause(found, "bars it", "may bar it")


_BINDING = (Force.IN_FORCE, Force.UNCERTAIN)


def _rank(severity: Severity) -> int:
    return severity.rank


_KINDS: Final = {"equal-opportunity": (SectionKind.EQUAL_OPPORTUNITY,)}


def _evidence(case: Case, name: str) -> tuple[Span, ...] | None:
    """Return where a fact or a section of a kind stands, `None` where the text has none."""
    if name == "equal-opportunity":
        # Words that only lead to a statement are none.
        stated = tuple(one.span for one in case[equal_opportunity].value if not one.link_only)
        return stated or None
    if name == "physical-demands":
        from postlint.facts.physical import physical_demands  # noqa: PLC0415  # few rules ask

        fact = case[physical_demands]
        return fact.spans if fact.value else None
    sections = case.posting.of_kind(SectionKind(name))
    spans = tuple(one.heading.span for one in sections if one.heading is not None)
    return spans or None


# ----------------------------------------------------------------------- tables


def word_rules(package: str) -> list[type[Rule]]:
    """Return the rules of the TOML files that lie in a package, each named after its file.

    The files are ours or an installed pack's own and are held right by tests;
    those of an office are judged when they are loaded.
    """
    entries = [
        {"name": name.replace("_", "-"), "tags": package.split(".")[1:], **entry}
        for name, table in read_tables(package).items()
        for entry in table.get("rule", ())
    ]
    known: list[dict[str, Any]] = remember(
        f"words-{package}",
        made_of(package),
        lambda: [_description(entry, _terms(entry)) for entry in entries],
    )
    return [word_rule(entry, known=one) for entry, one in zip(entries, known, strict=True)]


# What is said of a term where a rule has no words of its own for it.
_MESSAGE = "'{words}' {why}{law}{instead}."


def _terms(entry: Mapping[str, Any]) -> tuple[Term, ...]:
    """Return the terms of a `[[rule]]` table."""
    subject = entry.get("laws-on", "")
    usual = {"not-when": entry.get("not-when", ()), **entry.get("each", {})}
    return tuple(
        term._replace(subject=subject) if subject else term
        for number, words in enumerate(entry["words"])
        for term in read_terms(entry["name"], number, usual | words)
    )


def _description(entry: Mapping[str, Any], terms: Iterable[Term]) -> dict[str, Any]:
    """Return as plain data what a run must know of a rule whose terms no text has."""
    usual = Severity(entry.get("severity", "warning"))
    # How grave the gravest is; what a law bars may be an error.
    own = (Severity.ERROR if term.asks else term.severity or usual for term in terms)
    count = sum(len(term.phrases) for term in terms)
    about = f" about {entry['about']}" if entry.get("about") else ""
    found = f"None of the {count} phrases{about} was found."
    return {
        "highest": max((usual, *own), key=_rank).value,
        "keys": [term.key for term in terms],
        "there": [term.law for term in terms] if all(term.there for term in terms) else [],
        "phrases": {key: "\n".join(listed) for term in terms for key, listed in term.searched},
        "looked_for": f"The one phrase{about} was not found." if count == 1 else found,
    }


def word_rule(
    entry: Mapping[str, Any],
    base: type[WordRule] = WordRule,
    authority: Sequence[Authority] = (),
    given: Mapping[str, Any] = MappingProxyType({}),
    known: Mapping[str, Any] | None = None,
) -> type[WordRule]:
    """Return the rule of a `[[rule]]` table, as it stands in TOML, with its name.

    An office's rule is of a `base` of its own, rests on its own `authority`, and keeps
    what else is `given`. `known` is its description, where it has been worked out.
    """
    name = entry["name"]
    known = known or _description(entry, _terms(entry))
    meta = RuleMeta(
        code=entry["code"],
        name=name,
        summary=entry["summary"],
        severity=Severity(entry.get("severity", "warning")),
        highest=Severity(entry.get("highest", known["highest"])),
        messages={base.message: entry.get("message", _MESSAGE)},
        authority=authority or laws(*entry.get("laws", ()), on=entry.get("laws-on", "")),
        since=entry.get("since", "0.1"),
        tags=frozenset(entry.get("tags", ())),
        profiles=frozenset(entry.get("profiles", ())),
        stability=Stability(entry.get("stability", "stable")),
        default_on=entry.get("default-on", True),
        advice=entry.get("advice", ""),
        why=entry.get("why", ""),
    )
    return type(
        "".join(part.title() for part in name.split("-")),
        (base,),
        {
            "__doc__": f"{meta.code}: {meta.summary}\n\n{entry['page'].strip()}",
            "meta": meta,
            "terms": _Terms(lambda: _terms(entry)),
            "_keys": frozenset(known["keys"]),
            "_there": frozenset(known["there"]),
            "looked_for": known["looked_for"],
            "phrases": {key: PhraseTable(listed) for key, listed in known["phrases"].items()},
            "applies": tuple(GUARDS[guard] for guard in entry.get("applies", ())),
            "about": entry.get("about", ""),
            "once": entry.get("once", ""),
            "least": entry.get("least", 1),
            "evidence": entry.get("evidence", ""),
            "nothing": entry.get("nothing", ""),
            "in_force": entry.get("in-force", ""),
            "examples": examples_of(entry),
            **given,
        },
    )


def examples_of(entry: Mapping[str, Any]) -> tuple[tuple[bool, str], ...]:
    """Return the examples of a `[[rule]]` table: whether each should pass, and its text."""
    return tuple(
        (verdict == "pass", text) for verdict in ("pass", "fail") for text in entry.get(verdict, ())
    )


def read_terms(rule: str, number: int, words: Mapping[str, Any]) -> Iterator[Term]:
    """Yield the terms of a `[[rule.words]]` table: one, or one for each of its `pairs`.

    A pair is `words, other words = what to write, or this`; behind a bar stands what to write for
    more than one, whose words are made: `sales(man|woman) = salesperson | salespeople`, or
    `fire(man|woman) = firefighter(s)`. Pairs stand on lines of their own, or a semicolon apart.
    """
    if "pairs" not in words:
        yield _term(rule, number, words)
        return
    for line, pair in enumerate(lines(words["pairs"].replace(";", "\n"))):
        find, _, use = pair.partition(" = ")
        if use.endswith("(s)"):
            use = f"{use[:-3]} | {use[:-3]}s"
        one, _, many = use.partition(" | ")
        forms = [(find, one), (plural(find), many)] if many else [(find, one)]
        for form, (found, use) in enumerate(forms):
            name = f"{number}.{line}" + ".many" * form
            column = {"name": name, "find": found.split(", "), "use": use.split(", ")}
            yield _term(rule, number, {**words, **column})


def plural(titles: str) -> str:
    """Return titles, each for more than one: `sales(man|lady)` becomes `sales(men|ladies)`."""
    return _SINGULAR.sub(lambda found: _MANY[found[0]], titles)


_MANY = {"man": "men", "woman": "women", "lady": "ladies", "girl": "girls", "boy": "boys"}
_MANY |= {
    "ess": "esses",
    "ette": "ettes",
    "maid": "maids",
    "matron": "matrons",
    "master": "masters",
}
# The end of each word that stands before a choice, a comma, or nothing.
_SINGULAR = pattern(rf"(?:{'|'.join(sorted(_MANY, key=len, reverse=True))})(?=[|),]|$)")


def _term(rule: str, number: int, words: Mapping[str, Any]) -> Term:
    table = f"{rule}.{number}"  # what cancels them, and what they need, is that of all its pairs
    name = words.get("name", str(number))
    given = {
        field: read(words[column]) for column, (field, read) in _COLUMNS.items() if column in words
    }
    return Term(key=f"{rule}.{name}", name=name, table=table, **given)


def _phrases(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return phrases that are a list, or lines of a block, with the lists that they name."""
    written = lines(given) if isinstance(given, str) else tuple(given)
    if not any("<" in phrase for phrase in written):
        return written
    return tuple(phrase for one in written for phrase in _with_lists(one))


def _with_lists(phrase: str) -> tuple[str, ...]:
    """Return the lines of a list for `<list>`, and one phrase for what has lists in it."""
    if phrase[0] == "<" and phrase[-1] == ">":
        return named_list(phrase[1:-1])
    return (_LIST.sub(lambda found: "|".join(named_list(found[1])), phrase),)


def named_list(name: str) -> tuple[str, ...]:
    """Return the lines of one of the kit's lists. Raises `KeyError` for a name nobody wrote."""
    return lines(read_toml("postlint.rules", "lists.toml")[name])


def _as_it_is(given: Any) -> Any:
    return given


def _kinds(names: Iterable[str]) -> frozenset[SectionKind]:
    return frozenset(map(SectionKind, names))


# A list that a phrase names.
_LIST: Final = pattern(r"<([a-z-]+)>")
# What a table may say of a term: the field of each column, and how it is read.
_COLUMNS: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "find": ("phrases", _phrases),
    "unless": ("unless", _phrases),
    "settled": ("settled", _phrases),
    "absent": ("absent", _phrases),
    "need": ("need", _phrases),
    "then": ("then", _phrases),
    "when": ("when", frozenset),
    "not-when": ("not_when", frozenset),
    "as-written": ("as_written", bool),
    "severity": ("severity", Severity),
    "use": ("use", tuple),
    "instead": ("instead", _as_it_is),
    "why": ("why", _as_it_is),
    "law": ("law", _as_it_is),
    "asks": ("asks", _as_it_is),
    "there": ("there", _as_it_is),
    "at-schools": ("at_schools", Severity),
    "where": ("where", _as_it_is),
    "in": ("inside", _kinds),
    "not-in": ("outside", _kinds),
    "in-evidence": ("in_evidence", _as_it_is),
}

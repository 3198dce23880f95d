"""Of whom a rule speaks. A guard returns `None` where it does, and else why it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from postlint.document.kinds import OF_THE_JOB, REQUIREMENTS, SectionKind
from postlint.facts.base import Case, Fact, fact
from postlint.facts.context import abroad, document_kind, employer_kind, profile
from postlint.facts.declared import EmployerKind
from postlint.facts.place_names import place_name
from postlint.facts.role import role
from postlint.facts.title import title
from postlint.rules.rule import (
    OUTCOMES,
    CannotTell,
    Guard,
    NotApplicable,
    Outcome,
    Passed,
    Rule,
)
from postlint.rules.wording import gaps_of, inserted, quoted
from postlint.text.diagnostics import Finding, MissingAt
from postlint.text.patterns import pattern

NO_DUTIES: Final = CannotTell("the duties of the post: none were found")
# A paragraph of so many words sums a posting up.
_ABSTRACT: Final = 400
_A_PART: Final = CannotTell("what else the posting says: neither a title nor duties were found")
_NO_LEADER: Final = NotApplicable(
    "Nothing was found that says the post runs the technology function."
)
_NO_BODY: Final = NotApplicable(
    "Nothing shows that the employer is a school district or a local public body."
)
_A_SCHOOL: Final = NotApplicable("The employer is a school or school district.")
_A_SPEC: Final = NotApplicable("A class specification is no advertisement.")
_OF_DISTRICTS: Final = frozenset({"district", "districts", "superintendent", "charter"})
_NO_SCHOOL: Final = NotApplicable("The employer is not a school or school district.")


def united_states(case: Case) -> NotApplicable | CannotTell | None:
    """Let a rule that speaks from the law of the United States be silent elsewhere.

    Where the work is known to be in another country it is not applicable;
    where signs of two countries are in the text it cannot tell. A text that
    names no country is judged.
    """
    away = case[abroad]
    if away.value is None:
        if away.missing is None:
            return None
        return CannotTell(away.missing, away.spans)
    name = place_name(away.value) or f"another country ({away.value})"
    if away.spans:
        name = f"{name} ('{quoted(case.posting, away.spans[0])}')"
    return NotApplicable(
        f"The work is in {name}, and the rule speaks from the law of the United States."
    )


def has_duties(case: Case) -> CannotTell | None:
    """Let a rule about the work speak where duties were found; else they may stand unread."""
    return None if case.posting.duties else NO_DUTIES


def advertises(case: Case) -> NotApplicable | None:
    """Let a rule about advertisements skip a class specification, which invites nobody."""
    return _A_SPEC if case[document_kind].value == "class-spec" else None


def not_an_abstract(case: Case) -> CannotTell | None:
    """Let a rule about what is missing be silent of an abstract: a paragraph of a newsletter."""
    text = case.text.strip()
    if case.posting.reader != "text" or "\n" in text or len(case.words) > _ABSTRACT:
        return None
    return CannotTell("what the full posting says: this text is one paragraph")


def part_alone(case: Case) -> CannotTell | None:
    """Let a rule about what is missing be silent of a part: the qualifications of a post alone."""
    posting = case.posting
    if posting.duties or posting.title is not None or case[title].value is not None:
        return None
    headed = any(one.heading and one.kind not in REQUIREMENTS for one in posting.sections)
    return None if headed or posting.fields else _A_PART


# What a posting says once, before its colon.
_ONCE = pattern(
    r"(?<![^ \t\n])(salary|posted|date posted|deadline|closing date|closes|job number|"
    r"job id|requisition)[ \t]?\Z"
)
_LONGEST: Final = 20
# Of a heading and a summary below it a field may come twice; three are of three posts.
_THRICE: Final = 3
_SURELY: Final = 5


def one_posting(case: Case) -> CannotTell | None:
    """Let a rule that counts or compares be silent where a text of several posts was not parted."""
    repeated = case[_repeated].value
    if repeated is None:
        return None
    times, name = repeated
    return CannotTell(f"which of several posts is meant: '{name.capitalize()}' comes {times} times")


@fact("repeated_field")
def _repeated(case: Case) -> Fact[tuple[int, str] | None]:
    """Return what comes too often for one posting, and how often: many rules ask."""
    counts = Counter(_labels(case.lowered))
    often = [(times, name) for name, times in counts.items() if times >= _THRICE]
    if len(often) < 2 and not any(times >= _SURELY for times, _ in often):
        return Fact(None)
    return Fact(max(often))


def _labels(text: str) -> Iterator[str]:
    """Yield what stands before a colon and begins a line or a sentence."""
    colon = text.find(":")
    while colon >= 0:
        found = _ONCE.search(text, max(0, colon - _LONGEST), colon)
        if found is not None:
            before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
            if not before.strip(" \t") or before.endswith((". ", "; ")):
                yield found[1]
        colon = text.find(":", colon + 1)


def schools(case: Case) -> NotApplicable | None:
    """Let a rule speak of schools and school districts."""
    return None if case[employer_kind].value is EmployerKind.SCHOOL else _NO_SCHOOL


def public_bodies(case: Case) -> NotApplicable | CannotTell | None:
    """Let a rule speak of public bodies: schools, cities, counties, states."""
    kind = case[employer_kind].value
    if kind is None:
        return CannotTell("whether the employer is a public body")
    private = case.hits["context.independent"]
    unsure = kind is EmployerKind.SCHOOL and case.employer.kind is None and private
    if unsure and _OF_DISTRICTS.isdisjoint(case.words.words):
        words = quoted(case.posting, private[0])
        return CannotTell(f"whether the school is a public one: '{words}'", private[:1])
    return None if kind.public else NotApplicable("The employer is not a public body.")


def not_federal(case: Case) -> NotApplicable | None:
    """Let a rule be silent where a federal employer may be bound by an order of its own."""
    if case[employer_kind].value is not EmployerKind.FEDERAL:
        return None
    return NotApplicable("A federal employer may be bound by orders of its own.")


def of_profiles(case: Case, profiles: frozenset[str]) -> NotApplicable | CannotTell | None:
    """Say why a rule for some profiles does not speak; the engine asks for each that has any."""
    found_profile = case[profile]
    if found_profile.missing is not None:
        return CannotTell(found_profile.missing, found_profile.spans)
    found = found_profile.value
    if found in profiles:
        return None
    if found is not None:
        return _NO_SCHOOL if "k12" in profiles else _A_SCHOOL
    return _NO_LEADER if case[role].value != "tech-leader" else _NO_BODY


def only(speaks: Callable[[Case], object], reason: str, *kinds: SectionKind) -> Guard:
    """Return a guard that lets a rule speak where something is so, and else gives the reason.

    Where a template may insert a section of the kinds, nobody can tell.
    """
    off = NotApplicable(reason)

    def guard(case: Case) -> NotApplicable | CannotTell | None:
        if speaks(case):
            return None
        gaps = gaps_of(case.posting, *kinds) if kinds else ()
        return inserted(gaps, "what the rule looks for") if gaps else off

    return guard


def is_public(case: Case) -> bool:
    """Say whether the employer is known to be a public body."""
    kind = case[employer_kind].value
    return kind is not None and kind.public


# By the names that word rules in TOML have for them.
GUARDS: Final[dict[str, Callable[[Case], NotApplicable | CannotTell | None]]] = {
    "united-states": united_states,
    "advertisements": advertises,
    "duties": has_duties,
    "schools": schools,
    "public-bodies": public_bodies,
    "not-federal": not_federal,
}


def answers(rule: Rule, case: Case) -> Iterable[Outcome]:
    """Return what a rule says: of whom it speaks first, then of the posting."""
    profiles = rule.meta.profiles
    if profiles and (outcome := of_profiles(case, profiles)) is not None:
        return (outcome,)
    for guard in rule.applies:
        if (off := case.once(guard)) is not None:
            return (off,)
    answer = rule.check(case)
    given = (answer,) if isinstance(answer, OUTCOMES) else answer
    return _in_gaps(rule, case, list(given)) if case.posting.gaps else given


def _in_gaps(rule: Rule, case: Case, given: list[Outcome]) -> list[Outcome]:
    """Return what a rule says of a text into which a template puts more.

    What rests on no place of the text may be otherwise in what is inserted.
    """
    if not all(_rests_on_nothing(rule, outcome) for outcome in given):
        return given
    gaps = gaps_of(case.posting, *(rule.reads or OF_THE_JOB))
    return [inserted(gaps, "what the rule looks for")] if gaps else given


def _rests_on_nothing(rule: Rule, outcome: Outcome) -> bool:
    if isinstance(outcome, Finding):
        return rule.compares or (bool(rule.reads) and isinstance(outcome.span, MissingAt))
    if isinstance(outcome, NotApplicable):
        return bool(rule.reads)
    return isinstance(outcome, Passed) and not outcome.spans

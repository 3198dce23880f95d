"""The kit: all that a rule is written with, ours and everybody's.

`from postlint.rules import Rule, RuleMeta, Passed, laws` and so on, or all of it by one
name: `import postlint.rules as kit`, as ours do. A rule sees
a `Case`; it asks it for facts (`case[facts.title]`), for places of its phrases
(`case.hits`), and for the posting. Our own packs import nothing else of
postlint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint import facts
from postlint.document.gaps import Gap
from postlint.document.kinds import BOILERPLATE, OF_THE_JOB, REQUIREMENTS, SectionKind
from postlint.document.markers import Marker
from postlint.document.openings import opening_kind
from postlint.document.parts import Duty, Field, Item, Passage, Section, SectionBlock, walk
from postlint.document.posting import Posting
from postlint.facts.around import found_at
from postlint.facts.base import Case, Fact, FactSource, absent, fact
from postlint.facts.day import Day, judged_on
from postlint.facts.declared import Employer, EmployerKind
from postlint.facts.requirements import in_requirements_at
from postlint.rules.counted import Counted, CountRule, PlacesRule
from postlint.rules.faults import FaultsRule
from postlint.rules.guards import (
    advertises,
    has_duties,
    is_public,
    not_an_abstract,
    not_federal,
    of_profiles,
    one_posting,
    only,
    public_bodies,
    schools,
    united_states,
)
from postlint.rules.hooks import hookimpl
from postlint.rules.inserts import add_duty, add_field, add_section, add_sentence
from postlint.rules.later import rules_of
from postlint.rules.law import (
    Force,
    Reach,
    asks_for,
    authority,
    begun,
    law,
    law_clause,
    laws,
    laws_on,
    reach,
    reaching,
)
from postlint.rules.past import past
from postlint.rules.places import gap_span
from postlint.rules.rule import (
    CannotTell,
    Findings,
    Guard,
    NotApplicable,
    Outcome,
    Outcomes,
    Passed,
    Rule,
    RuleMeta,
    Stability,
    Verdict,
    between,
)
from postlint.rules.senses import denied
from postlint.rules.stated import StatedRule
from postlint.rules.wording import (
    gaps_of,
    inserted,
    joined,
    leads_on,
    mark,
    may_mean,
    more_elsewhere,
    quoted,
    sentence_at,
)
from postlint.rules.words import Match, Term, WordRule, in_notice, matches, word_rules
from postlint.rules.work import (
    around,
    first_in,
    hands_on_spans,
    places_in,
    required_sections,
    requirement_sections,
    sentence_of,
    unread_sections,
    work_places,
    work_sections,
)
from postlint.text.authority import Authority, Basis, Confidence
from postlint.text.characters import steps_up
from postlint.text.diagnostics import Applicability, Edit, Finding, Fix, Related, Severity
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span, merged, touches
from postlint.text.tables import lines, table
from postlint.text.values import field, frozen

if TYPE_CHECKING:
    from postlint.rules.named import NamedRule

__all__ = [
    "BOILERPLATE",
    "OF_THE_JOB",
    "REQUIREMENTS",
    "Applicability",
    "Authority",
    "Basis",
    "CannotTell",
    "Case",
    "Confidence",
    "CountRule",
    "Counted",
    "Day",
    "Duty",
    "Edit",
    "Employer",
    "EmployerKind",
    "Fact",
    "FactSource",
    "FaultsRule",
    "Field",
    "Finding",
    "Findings",
    "Fix",
    "Force",
    "Gap",
    "Guard",
    "Item",
    "Marker",
    "Match",
    "NamedRule",
    "NamedTuple",
    "NotApplicable",
    "Outcome",
    "Outcomes",
    "Passage",
    "Passed",
    "PlacesRule",
    "Posting",
    "Reach",
    "Related",
    "Rule",
    "RuleMeta",
    "Section",
    "SectionBlock",
    "SectionKind",
    "Severity",
    "Span",
    "Stability",
    "StatedRule",
    "Term",
    "Verdict",
    "WordRule",
    "absent",
    "add_duty",
    "add_field",
    "add_section",
    "add_sentence",
    "advertises",
    "around",
    "asks_for",
    "authority",
    "begun",
    "between",
    "denied",
    "fact",
    "facts",
    "field",
    "first_in",
    "found_at",
    "frozen",
    "gap_span",
    "gaps_of",
    "hands_on_spans",
    "has_duties",
    "hookimpl",
    "in_notice",
    "in_requirements_at",
    "inserted",
    "is_public",
    "joined",
    "judged_on",
    "law",
    "law_clause",
    "laws",
    "laws_on",
    "leads_on",
    "lines",
    "mark",
    "matches",
    "may_mean",
    "merged",
    "more_elsewhere",
    "not_an_abstract",
    "not_federal",
    "of_profiles",
    "one_posting",
    "only",
    "opening_kind",
    "past",
    "pattern",
    "places_in",
    "public_bodies",
    "quoted",
    "reach",
    "reaching",
    "required_sections",
    "requirement_sections",
    "rules_of",
    "schools",
    "sentence_at",
    "sentence_of",
    "steps_up",
    "table",
    "touches",
    "united_states",
    "unread_sections",
    "walk",
    "word_rules",
    "work_places",
    "work_sections",
]


def __getattr__(name: str) -> Any:
    """Return what only rules about technology leaders are written with, when they ask for it."""
    if name == "NamedRule":
        from postlint.rules.named import NamedRule  # noqa: PLC0415  # see above

        return NamedRule
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

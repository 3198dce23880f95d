"""The kit: all that a rule is written with, ours and everybody's.

`from postlint.rules import Rule, RuleMeta, Passed, laws` and so on, or all of it by one
name: `import postlint.rules as kit`, as ours do. A rule sees
a `Case`; it asks it for facts (`case[facts.title]`), for places of its phrases
(`case.hits`), and for the posting. Our own packs import nothing else of
postlint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint import facts as facts
from postlint.document.gaps import Gap as Gap
from postlint.document.kinds import (
    BOILERPLATE as BOILERPLATE,
    OF_THE_JOB as OF_THE_JOB,
    REQUIREMENTS as REQUIREMENTS,
    SectionKind as SectionKind,
)
from postlint.document.markers import Marker as Marker
from postlint.document.openings import opening_kind as opening_kind
from postlint.document.parts import (
    Duty as Duty,
    Field as Field,
    Item as Item,
    Passage as Passage,
    Section as Section,
    SectionBlock as SectionBlock,
    walk as walk,
)
from postlint.document.posting import Posting as Posting
from postlint.facts.around import found_at as found_at
from postlint.facts.base import (
    Case as Case,
    Fact as Fact,
    FactSource as FactSource,
    absent as absent,
    fact as fact,
)
from postlint.facts.day import Day as Day, judged_on as judged_on
from postlint.facts.declared import Employer as Employer, EmployerKind as EmployerKind
from postlint.facts.requirements import in_requirements_at as in_requirements_at
from postlint.rules.counted import (
    Counted as Counted,
    CountRule as CountRule,
    PlacesRule as PlacesRule,
)
from postlint.rules.faults import FaultsRule as FaultsRule
from postlint.rules.guards import (
    advertises as advertises,
    has_duties as has_duties,
    is_public as is_public,
    not_an_abstract as not_an_abstract,
    not_federal as not_federal,
    of_profiles as of_profiles,
    one_posting as one_posting,
    only as only,
    public_bodies as public_bodies,
    schools as schools,
    united_states as united_states,
)
from postlint.rules.hooks import hookimpl as hookimpl
from postlint.rules.inserts import (
    add_duty as add_duty,
    add_field as add_field,
    add_section as add_section,
    add_sentence as add_sentence,
)
from postlint.rules.later import rules_of as rules_of
from postlint.rules.law import (
    Force as Force,
    Reach as Reach,
    asks_for as asks_for,
    authority as authority,
    begun as begun,
    law as law,
    law_clause as law_clause,
    laws as laws,
    laws_on as laws_on,
    reach as reach,
    reaching as reaching,
)
from postlint.rules.past import past as past
from postlint.rules.places import gap_span as gap_span
from postlint.rules.rule import (
    CannotTell as CannotTell,
    Findings as Findings,
    Guard as Guard,
    NotApplicable as NotApplicable,
    Outcome as Outcome,
    Outcomes as Outcomes,
    Passed as Passed,
    Rule as Rule,
    RuleMeta as RuleMeta,
    Stability as Stability,
    Verdict as Verdict,
    between as between,
)
from postlint.rules.senses import denied as denied
from postlint.rules.stated import StatedRule as StatedRule
from postlint.rules.wording import (
    gaps_of as gaps_of,
    inserted as inserted,
    joined as joined,
    leads_on as leads_on,
    mark as mark,
    may_mean as may_mean,
    more_elsewhere as more_elsewhere,
    quoted as quoted,
    sentence_at as sentence_at,
)
from postlint.rules.words import (
    Match as Match,
    Term as Term,
    WordRule as WordRule,
    in_notice as in_notice,
    matches as matches,
    word_rules as word_rules,
)
from postlint.rules.work import (
    around as around,
    first_in as first_in,
    hands_on_spans as hands_on_spans,
    places_in as places_in,
    required_sections as required_sections,
    requirement_sections as requirement_sections,
    sentence_of as sentence_of,
    unread_sections as unread_sections,
    work_places as work_places,
    work_sections as work_sections,
)
from postlint.text.authority import Authority as Authority, Basis as Basis, Confidence as Confidence
from postlint.text.characters import steps_up as steps_up
from postlint.text.diagnostics import (
    Applicability as Applicability,
    Edit as Edit,
    Finding as Finding,
    Fix as Fix,
    Related as Related,
    Severity as Severity,
)
from postlint.text.patterns import pattern as pattern
from postlint.text.records import NamedTuple as NamedTuple
from postlint.text.source import Span as Span, merged as merged, touches as touches
from postlint.text.tables import lines as lines, table as table
from postlint.text.values import field as field, frozen as frozen

if TYPE_CHECKING:
    from postlint.rules.named import NamedRule as NamedRule


def __getattr__(name: str) -> Any:
    """Return what only rules about technology leaders are written with, when they ask for it."""
    if name == "NamedRule":
        from postlint.rules.named import NamedRule  # noqa: PLC0415  # see above

        return NamedRule
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""What a rule is: who it is, on whose authority it speaks, and what it answers.

A rule answers with outcomes. It passes with evidence, fails with findings, is
not applicable for a reason, or cannot tell and says what is missing.
"""

# No postponed annotations: a named tuple compiles each that is a text, at every start.

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import ClassVar, NamedTuple, TypeAlias

from attrs import Factory, field, frozen, has

from postlint.facts.base import Case
from postlint.text.diagnostics import Finding, Severity
from postlint.text.source import Span


class Verdict(Enum):
    """How a rule came out over one posting."""

    PASS = "pass"  # noqa: S105  # a verdict, not a password
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    CANNOT_TELL = "cannot-tell"


class Confidence(Enum):
    """How sure the authority is, not how sure the match is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Basis(Enum):
    """How the authority was read.

    `PRIMARY`: its own text. `SECONDARY`: a summary by others. `GENERAL`:
    background knowledge, not opened for this work; never the ground of an error.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"
    GENERAL = "general"


class Stability(Enum):
    """Where a rule is in its life."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


class Authority(NamedTuple):
    """A text that stands behind a rule.

    `date` is the day or year of the text or of its reading, as written for
    people. `jurisdiction` is `US`, a postal form such as `US-OR`, or empty for
    practice. `volatile` marks what must be checked again before a release.
    """

    citation: str
    date: str
    jurisdiction: str = ""
    confidence: Confidence = Confidence.HIGH
    basis: Basis = Basis.PRIMARY
    volatile: bool = False


@frozen(kw_only=True, eq=False)
class RuleMeta:
    """Who a rule is.

    `code` is for machines and never reused; `name` is for people; `aliases`
    are names it had. `severity` is the default, `highest` what it may reach
    when the facts are known. `messages` are wordings by id, with `{fields}`
    for a finding's data. `profiles` limits the rule to postings of a profile;
    empty is all.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    messages: Mapping[str, str]
    authority: tuple[Authority, ...]
    since: str
    highest: Severity = field(default=Factory(lambda self: self.severity, takes_self=True))
    aliases: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    stability: Stability = Stability.STABLE
    default_on: bool = True

    @property
    def family(self) -> str:
        """The letters of the code: `LEAD`, `ADA`."""
        return self.code.rstrip("0123456789")


class Passed(NamedTuple):
    """In order; the spans are the evidence, and `reason` says what they show."""

    reason: str
    spans: tuple[Span, ...] = ()


class NotApplicable(NamedTuple):
    """The rule does not speak about this posting, and why."""

    reason: str


class CannotTell(NamedTuple):
    """The posting does not settle it; `missing` says what would."""

    missing: str
    spans: tuple[Span, ...] = ()


Outcome: TypeAlias = Finding | Passed | NotApplicable | CannotTell


class Rule:
    """The base of every rule.

    A rule's docstring is its reference page, with the headings *What it
    checks*, *Why*, *Sources*, *When not to use it* and *Fix safety*. Options
    are attributes with a type and a default; where one needs a validator, the
    class is an attrs class and they are its fields. `phrases` are found with everybody else's
    in the one pass over the text; read them from `case.hits` under the same
    keys, which start with the rule's name and a dot.
    """

    meta: ClassVar[RuleMeta]
    phrases: ClassVar[Mapping[str, Iterable[str]]] = {}

    def check(self, case: Case) -> Iterator[Outcome]:
        """Yield what the rule has to say about a posting.

        Findings make the verdict *fail*. A rule that yields nothing passes
        without evidence; say what was found instead where there is something.
        """
        raise NotImplementedError


def options_of(rule: type[Rule]) -> type:
    """Return the attrs class of a rule's options: the rule itself where it is one.

    Most rules are asked as they are, and making attrs classes of all of them
    would cost each start of the command more than reading a posting.
    """
    if has(rule):
        return rule
    own = {
        name: written
        for kind in reversed(rule.__mro__)
        if issubclass(kind, Rule)
        for name, written in vars(kind).get("__annotations__", {}).items()
        if "ClassVar" not in str(written)
    }
    body = {name: getattr(rule, name) for name in own}
    made = type(rule.__name__, (), {**body, "__annotations__": own, "__module__": rule.__module__})
    return frozen(kw_only=True)(made)

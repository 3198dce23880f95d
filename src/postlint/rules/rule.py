"""What a rule is: who it is, on whose authority it speaks, and what it answers.

A rule answers with outcomes. It passes with evidence, fails with findings, is
not applicable for a reason, or cannot tell and says what is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from math import inf
from typing import Any, ClassVar, Final, TypeAlias

from postlint.cache import read_tables
from postlint.document.kinds import SectionKind
from postlint.facts.base import Case
from postlint.rules.law import laws
from postlint.text.authority import Authority
from postlint.text.diagnostics import Finding, Severity
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span
from postlint.text.tables import PhraseTable
from postlint.text.values import Factory, evolve, field, frozen


class Verdict(Enum):
    """How a rule came out over one posting."""

    PASS = "pass"  # noqa: S105  # a verdict, not a password
    FAIL = "fail"
    NOT_APPLICABLE = "not-applicable"
    CANNOT_TELL = "cannot-tell"


class Stability(Enum):
    """Where a rule is in its life."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"


@frozen(kw_only=True, eq=False)
class RuleMeta:
    """Who a rule is.

    `code` is for machines and never reused; `name` is for people, that of the
    class where none is given; `aliases` are names it had. `severity` is the
    default, itself information where none is given; `highest` is what it may reach
    when the facts are known. `messages` are wordings by id, with `{fields}` for a
    finding's data. `authority` is what the rule rests on, most of it from the table
    of laws: `laws("us-ada-inquiry")`. `tags` say what the rule is about; where none
    is given, it is the folder of its family. `profiles` limits the rule to postings
    of a profile; empty is all. `since` is the release of its pack that brought it,
    the first where nothing else is said. `advice` says in a line what to do, and
    `why` gives the reason in ten words at most: both stand beside the words they
    are about, in comments of a Word file.
    """

    code: str
    summary: str
    severity: Severity = Severity.INFO
    messages: Mapping[str, str]
    authority: Sequence[Authority]
    name: str = ""
    since: str = "0.1"
    highest: Severity = field(default=Factory(lambda self: self.severity, takes_self=True))
    aliases: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()
    stability: Stability = Stability.STABLE
    default_on: bool = True
    advice: str = ""
    why: str = ""

    @property
    def family(self) -> str:
        """The letters of the code: `LEAD`, `ADA`."""
        return self.code.rstrip("0123456789")

    @property
    def all_tags(self) -> frozenset[str]:
        """The tags, and `law` where a law, a regulation or an agency's guidance is behind it."""
        rests = self.authority
        if (
            rests.of_a_place
            if isinstance(rests, laws)
            else any(authority.jurisdiction for authority in rests)
        ):
            return self.tags | {"law"}
        return self.tags


class Passed(NamedTuple):
    """In order; the spans are the evidence, and `reason` says what they show.

    `authority` is what decided it, where that is not all that its rule rests on.
    """

    reason: str
    spans: tuple[Span, ...] = ()
    authority: tuple[Authority, ...] = ()


class NotApplicable(NamedTuple):
    """The rule does not speak about this posting, and why."""

    reason: str


class CannotTell(NamedTuple):
    """The posting does not settle it; `missing` says what would.

    It names the thing and no more: "the day it was posted".
    """

    missing: str
    spans: tuple[Span, ...] = ()
    authority: tuple[Authority, ...] = ()


Outcome: TypeAlias = Finding | Passed | NotApplicable | CannotTell
OUTCOMES: Final = (Finding, Passed, NotApplicable, CannotTell)
Outcomes: TypeAlias = Iterator[Outcome]
Findings: TypeAlias = Iterator[Finding]
Guard: TypeAlias = Callable[[Case], NotApplicable | CannotTell | None]


class Rule:
    """The base of every rule.

    The docstring of a rule's file is its reference page, with the headings *What it
    checks*, *Why*, *When not to use it* and, where it brings a fix, *Fix safety*; its
    sources are made of `meta.authority`. Options
    are attributes with a type and a default; where one needs a validator, the
    class is an attrs class and they are its fields. `phrases` are found with everybody else's
    in the one pass over the text; read them from `case.hits` under the same
    keys, which start with the rule's name and a dot, or by `hits` and `within` without it.
    Where a class gives none, they are `[NAME.phrases]` of a TOML file beside it.

    `applies` says of whom the rule speaks. Each guard returns `None` where it
    does, and else why not; the engine asks them in order, after the profiles
    of `meta`, and `check` is not asked where one has answered.

    Where a template inserts text, nobody knows what stands there: a pass without
    a place is a doubt then. `reads` names the kinds of section in which the rule
    looks, or `READS` of its package; so are *not applicable* and what is missing then.
    With `compares` every finding is, because what it wants may be inserted.
    `examples` are texts of a rule in TOML, and whether each should pass.
    """

    meta: ClassVar[RuleMeta]
    applies: ClassVar[Sequence[Guard]] = ()
    phrases: ClassVar[Mapping[str, Iterable[str]]] = {}
    reads: ClassVar[frozenset[SectionKind]] = frozenset()
    compares: ClassVar[bool] = False
    examples: ClassVar[Sequence[tuple[bool, str]]] = ()

    def __init_subclass__(cls) -> None:
        """Fill in what the name and the place of a class say."""
        package = cls.__module__.rpartition(".")[0]
        if not cls.reads:
            cls.reads = getattr(sys.modules.get(package), "READS", cls.reads)
        if "meta" in vars(cls):
            if not (cls.meta.name and cls.meta.tags):
                cls.meta = evolve(
                    cls.meta,
                    name=cls.meta.name or _WORD.sub("-", cls.__name__).lower(),
                    tags=cls.meta.tags or frozenset(package.split(".")[1:][-1:]),
                )
            if package and "phrases" not in vars(cls):
                cls.phrases = _phrases(package, cls.meta.name)

    def check(self, case: Case) -> Outcomes | Outcome:
        """Yield what the rule has to say about a posting, or return the one thing it has to.

        Findings make the verdict *fail*. A rule that yields nothing passes
        without evidence; say what was found instead where there is something.
        """
        raise NotImplementedError

    def hits(self, case: Case, key: str) -> tuple[Span, ...]:
        """Return where the rule's own phrases of a key stand."""
        return case.hits[f"{self.meta.name}.{key}"]

    def within(self, case: Case, key: str, span: Span) -> tuple[Span, ...]:
        """Return where they stand inside a span."""
        return case.hits.within(f"{self.meta.name}.{key}", span)


# Where a word of a class's name begins.
_WORD = pattern(r"(?<=[a-z0-9])(?=[A-Z])")


def between(least: float, most: float = inf) -> Callable[[Any, Any, float], None]:
    """Return a validator for an option that is a number within bounds."""

    def check(_: Any, option: Any, value: float) -> None:
        if value < least:
            raise ValueError(f"'{option.name}' must be >= {least}: {value}")
        if value > most:
            raise ValueError(f"'{option.name}' must be <= {most}: {value}")

    return check


def options_of(rule: type[Rule]) -> type:
    """Return the attrs class of a rule's options: the rule itself where it is one.

    Most rules are asked as they are, and making attrs classes of all of them
    would cost each start of the command more than reading a posting.
    """
    if hasattr(rule, "__attrs_attrs__"):
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


def _phrases(package: str, rule: str) -> dict[str, Iterable[str]]:
    """Return `[<rule>.phrases]` of whichever TOML file of a package has it, by `<rule>.<key>`."""
    wanted = _phrases_in(package).get(rule, {})
    return {f"{rule}.{key}": PhraseTable(block) for key, block in wanted.items()}


@cache
def _phrases_in(package: str) -> Mapping[str, Mapping[str, str]]:
    """Return the phrases of all rules of a package."""
    return {
        rule: own["phrases"]
        for found in read_tables(package).values()
        for rule, own in found.items()
        if isinstance(own, dict) and "phrases" in own
    }

"""What comes out of a check: facts, the record of every rule, diagnostics, measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, cast

from postlint.document.posting import Posting
from postlint.engine.reading import Read
from postlint.engine.suppress import Suppressed
from postlint.facts.base import Case, Fact, FactSource
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.rules.rule import Verdict
from postlint.text.authority import Authority
from postlint.text.diagnostics import Diagnostic, Severity
from postlint.text.records import NamedTuple
from postlint.text.source import SourceText, Span
from postlint.text.values import field, frozen

if TYPE_CHECKING:
    from postlint.engine.typed_facts import Facts
    from postlint.readers.jobposting.pointers import JsonPlace


class RuleRecord(NamedTuple):
    """How one rule came out over one posting, with its evidence.

    `severity` is the gravest of its findings, or `None` where it has none.
    `reason` is a sentence: what the evidence shows, what was found wanting,
    why the rule does not apply, or what is missing to tell. `authority` is what
    decided it where the work is.
    """

    code: str
    name: str
    verdict: Verdict
    severity: Severity | None
    spans: tuple[Span, ...]
    reason: str
    authority: tuple[Authority, ...] = ()


@frozen(kw_only=True)
class Gone:
    """An accepted finding that a posting does not have any more, or less often."""

    code: str
    count: int
    words: str = ""


class Settings(NamedTuple):
    """Under which settings a posting was checked, so that the check can be made again.

    `digest` names the configuration in force, house rules included; it is the
    same wherever the same is set. `as_of` is the day whose law applies, and
    `as_of_origin` says who chose it: a file's name, a preset, the command
    line, or nobody, and then it is the day of the check.
    """

    digest: str
    as_of: date
    as_of_origin: str


class _Named(NamedTuple):
    """A fact by its name."""

    name: str


class _Arrived:
    """What a report from another process knows: facts that were worked out there."""

    __slots__ = ("known", "measures")

    def __init__(
        self, known: Mapping[str, Fact[Any]], measures: Mapping[str, float | int | None]
    ) -> None:
        self.known = known
        self.measures = measures

    def __getitem__(self, source: FactSource[Any] | _Named) -> Fact[Any]:
        return self.known[source.name]


@frozen(kw_only=True, slots=False)
class Report:
    """The outcome of checking one posting.

    `read` counts what was read: where it found no title or no duties, the
    posting is not clean but unread. `outcomes` has every rule that ran, in the
    order of codes; `diagnostics` has what is to be shown, in the order of the
    text, and `suppressed` what the posting's own directives silence. `accepted`
    is what a baseline accepts, `accepted_in` its file, and `gone` what it accepts
    and is not there.
    """

    posting: Posting
    is_posting: bool
    read: Read
    outcomes: tuple[RuleRecord, ...]
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()
    accepted: tuple[Diagnostic, ...] = ()
    accepted_in: str = field(default="", eq=False)
    gone: tuple[Gone, ...] = ()
    _case: Case | _Arrived = field(repr=False, eq=False)
    _sources: tuple[FactSource[Any] | _Named, ...] = field(repr=False, eq=False)
    _digest: Callable[[], str] | None = field(default=None, repr=False, eq=False)
    _settings_of: Callable[[], Settings] | None = field(default=None, repr=False, eq=False)

    @property
    def source(self) -> SourceText:
        """The text that was read; every span points into it."""
        return self.posting.source

    @property
    def path(self) -> str | None:
        """How the source was named, or `None` for a text without a file."""
        return self.posting.source.path

    @property
    def name(self) -> str:
        """What a person calls it: `a.posting`, `jobs.json[2]`; `-` for a text without a file."""
        return self.posting.source.name

    @cached_property
    def sha256(self) -> str | None:
        """The SHA-256 of the bytes that were given, where a linter was given them."""
        return None if self._digest is None else self._digest()

    @property
    def settings(self) -> Settings | None:
        """Under which settings it was checked, where a `Session` made the check."""
        return None if self._settings_of is None else self._settings_of()

    @property
    def kind(self) -> str:
        """The kind of source it was read as, such as `text` or `markup`."""
        return self.posting.reader

    @cached_property
    def facts(self) -> Facts:
        """What the posting says, by the fact's name; worked out when first asked for."""
        from postlint.engine.typed_facts import Facts  # noqa: PLC0415  # few checks ask

        return Facts(self.source, {source.name: self._fact(source) for source in self._sources})

    def _fact(self, source: FactSource[Any] | _Named) -> Fact[Any]:
        """Return one fact; one that a pack cannot work out is unknown, and says why."""
        try:
            if isinstance(source, _Named) or isinstance(self._case, _Arrived):
                return cast("_Arrived", self._case)[source]
            return self._case[source]
        except Exception as error:  # whatever a pack's own code may raise
            why = f"{type(error).__name__}: {error}"
            return Fact(None, missing=f"it could not be worked out ({why})")

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values: a line of `--format jsonl`.

        `postlint.schema.report_schema()` describes it under `$defs/line`. Dates are
        ISO texts and enumerations their values, so that any JSON library takes it.
        """
        from postlint.engine.values import FORMAT_VERSION, report_values  # noqa: PLC0415  # few ask

        return {"version": FORMAT_VERSION, **report_values(self)}

    def json_place(self, span: Span) -> JsonPlace | None:
        """Return where a span stands in the JSON that was checked: a pointer and offsets.

        `None` for what was no JSON, and for words that stand in none of its strings.
        """
        if self.kind != "jobposting":
            return None
        from postlint.readers.jobposting.pointers import json_place  # noqa: PLC0415  # few ask

        return json_place(self.source, span)

    def __getitem__(self, source: FactSource[Any]) -> Fact[Any]:
        """Return one fact, without working out the others."""
        return self._case[source]

    @cached_property
    def measures(self) -> Mapping[str, float | int | None]:
        """Numbers about the posting, by name; `None` where there is nothing to measure."""
        if isinstance(self._case, _Arrived):
            return self._case.measures
        from postlint.engine.measures import coverage, measure, share  # noqa: PLC0415  # few ask

        verdicts = [outcome.verdict for outcome in self.outcomes]
        return {
            **measure(self._case),
            "skill_coverage": coverage(self.facts.get("competencies")),
            "rules_passed": share(
                verdicts.count(Verdict.PASS),
                verdicts.count(Verdict.PASS) + verdicts.count(Verdict.FAIL),
            ),
        }

    def __reduce__(self) -> tuple[Any, ...]:
        """Send a report to another process: with its facts, without what they are worked out of."""
        facts = dict(self.facts)
        facts.update((source.name, self[source]) for source in (duty_classes, duty_essential))
        stated = (
            self.posting,
            self.is_posting,
            self.read,
            self.outcomes,
            self.diagnostics,
            self.suppressed,
            self.accepted,
            self.gone,
        )
        return arrive, (
            stated,
            facts,
            tuple(self.facts),
            dict(self.measures),
            (self.sha256, self.settings),
        )

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the diagnostics, or `None` for a clean posting."""
        return max((d.severity for d in self.diagnostics), key=lambda s: s.rank, default=None)


def arrive(
    stated: tuple[Any, ...],
    facts: Mapping[str, Fact[Any]],
    shown: tuple[str, ...],
    measures: Mapping[str, float | int | None],
    record: tuple[str | None, Settings | None],
) -> Report:
    """Return a report whose facts were worked out before: in another process, or another run.

    `stated` has its public fields in order, `facts` at least those in `shown`,
    and `record` the input's SHA-256 and the settings.
    """
    sha256, settings = record
    posting, is_posting, read, outcomes, diagnostics, suppressed, accepted, gone = stated
    return Report(
        posting=posting,
        is_posting=is_posting,
        read=read,
        outcomes=outcomes,
        diagnostics=diagnostics,
        suppressed=suppressed,
        accepted=accepted,
        gone=gone,
        case=_Arrived(facts, measures),
        sources=tuple(_Named(name) for name in shown),
        digest=None if sha256 is None else partial(str, sha256),
        settings_of=None if settings is None else partial(Settings._replace, settings),
    )

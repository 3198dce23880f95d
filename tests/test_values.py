"""Values without generated methods, held to what attrs makes of the same classes."""

from __future__ import annotations

import inspect
import pickle
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

from postlint.config.model import Config
from postlint.document.posting import Posting
from postlint.engine.report import Report
from postlint.facts.base import Case
from postlint.facts.declared import Employer, EmployerKind
from postlint.linter import Linter, check
from postlint.rules import Severity, between
from postlint.rules.rule import RuleMeta
from postlint.text import values
from postlint.text.source import SourceText


def made_by(kit: Any) -> type[Any]:
    """Return a class with every kind of field we use, made by attrs or by ours."""

    def ends(given: Any) -> str:
        return str(given)

    class Thing:
        first: int
        second: str = kit.field(default="b", converter=ends)
        third: list[int] = kit.Factory(list)
        fourth: int = kit.Factory(lambda self: self.first + 1, takes_self=True)
        _kept: str = kit.field(default="", eq=False, repr=False)
        share: float = kit.field(default=0.5, validator=between(0.0, 1.0))
        own: dict[str, int] = kit.field(init=False, factory=dict, repr=False)

        def __attrs_post_init__(self) -> None:
            self.own["made"] = self.first

    Thing.__qualname__ = "Thing"
    made: type[Any] = kit.frozen(slots=False)(Thing)
    return made


OURS, THEIRS = made_by(values), made_by(attrs)


@pytest.mark.parametrize(
    "given",
    [
        {"first": 1},
        {"first": 1, "second": 7, "kept": "x", "share": 0.25},
        {"first": 2, "third": [1], "fourth": 9},
    ],
)
def test_a_value_holds_shows_and_equals_what_one_of_attrs_does(given: dict[str, Any]) -> None:
    ours, theirs = OURS(**given), THEIRS(**given)
    assert vars(ours) == vars(theirs)
    assert repr(ours) == repr(theirs)
    for changes in ({}, {"kept": "other"}, {"second": "c"}):
        changed, like = values.evolve(ours, **changes), attrs.evolve(theirs, **changes)
        assert vars(changed) == vars(like)
        assert (changed == ours) == (like == theirs)
        assert vars(attrs.evolve(ours, **changes)) == vars(like)


@pytest.mark.parametrize(
    ("in_order", "given"),
    [
        ((), {}),
        ((), {"first": 1, "fifth": 2}),
        ((), {"first": 1, "own": {}}),
        ((1,), {"first": 1}),
        ((1, 2, [], 4, "", 0.5, 7), {}),
        ((1, 2, [], 4, "", 0.5, 7, 8), {}),
    ],
)
def test_a_value_refuses_what_attrs_refuses(
    in_order: tuple[Any, ...], given: dict[str, Any]
) -> None:
    for kind in (OURS, THEIRS):
        with pytest.raises(TypeError):
            kind(*in_order, **given)


def test_a_class_is_called_and_matched_as_one_of_attrs_is() -> None:
    assert vars(OURS(1, 2)) == vars(THEIRS(1, 2))
    assert OURS.__match_args__ == THEIRS.__match_args__
    assert list(inspect.signature(OURS).parameters) == list(inspect.signature(THEIRS).parameters)
    assert "employees" in inspect.signature(Employer).parameters
    own = [(each.name, each.kw_only, each.eq) for each in attrs.fields(OURS)]
    assert own == [(each.name, each.kw_only, each.eq) for each in attrs.fields(THEIRS)]


def test_a_value_is_frozen_and_asks_its_validators() -> None:
    for kind in (OURS, THEIRS):
        with pytest.raises(FrozenInstanceError):
            kind(first=1).first = 2
        with pytest.raises(ValueError, match=r"'share' must be <= 1\.0"):
            kind(first=1, share=1.5)


@pytest.mark.parametrize(
    "kind", [Case, Config, Employer, Linter, Posting, Report, RuleMeta, SourceText]
)
def test_attrs_takes_our_values_for_its_own(kind: type[Any]) -> None:
    assert attrs.has(kind)
    assert {each.name for each in attrs.fields(kind)} == set(kind.__annotations__)


def test_attrs_works_with_them() -> None:
    employer = Employer(kind=EmployerKind.COUNTY, jurisdictions=("US-OR",))
    assert attrs.evolve(employer, employees=9).employees == 9
    assert attrs.asdict(employer)["jurisdictions"] == ("US-OR",)
    assert hash(employer) == hash(attrs.evolve(employer))
    assert pickle.loads(pickle.dumps(employer)) == employer  # noqa: S301  # our own
    report = check("# Clerk\n\n## Duties\n\n- Files deeds.\n")
    assert attrs.evolve(report, diagnostics=()).diagnostics == ()


def test_the_highest_severity_of_a_rule_is_its_default_one() -> None:
    meta = RuleMeta(
        code="X1", name="x", summary="", severity=Severity.INFO, messages={}, authority=(), since=""
    )
    assert meta.highest is Severity.INFO

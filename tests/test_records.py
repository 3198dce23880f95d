"""Named tuples of ours, held to those of `typing`."""

import copy
import pickle
import typing
from typing import Any, Generic, TypeVar, get_type_hints

import pytest
from hypothesis import given, strategies as st

from postlint.facts.base import Fact
from postlint.text import records
from postlint.text.source import Span

T = TypeVar("T")


def made_by(kit: Any) -> type[Any]:
    """Return a class with fields, defaults and methods, made by `typing` or by ours."""

    class Thing(kit.NamedTuple):  # type: ignore[misc]
        """A thing."""

        first: int
        second: str = "b"
        third: tuple[int, ...] = ()

        @property
        def twice(self) -> int:
            return self.first * 2

        def size(self) -> int:
            return len(self.third)

        @classmethod
        def of(cls, first: int) -> "Thing":
            return cls(first)

    return Thing


OURS, THEIRS = made_by(records), made_by(typing)


@pytest.mark.parametrize("kind", [OURS, THEIRS], ids=["ours", "of typing"])
def test_a_class_is_what_one_of_typing_is(kind: Any) -> None:
    assert type(kind).__name__ == "type"  # and no class of classes of ours
    assert tuple in kind.__mro__
    assert kind._fields == kind.__match_args__ == ("first", "second", "third")
    assert kind._field_defaults == {"second": "b", "third": ()}
    assert get_type_hints(kind) == {"first": int, "second": str, "third": tuple[int, ...]}
    assert kind.__doc__ == "A thing."
    assert kind.of(4).twice == 8
    assert not hasattr(kind(1), "__dict__")


@given(st.lists(st.integers(), max_size=4), st.sets(st.sampled_from(["first", "third", "odd"])))
def test_a_value_is_made_or_refused_as_by_typing(given_: list[Any], named: set[str]) -> None:
    def outcome(kind: type[Any]) -> Any:
        try:
            value = kind(*given_, **dict.fromkeys(named, (7,)))
        except TypeError:
            return TypeError
        again = pickle.loads(pickle.dumps(tuple(value)))  # noqa: S301  # our own
        assert again == value == copy.copy(value)
        return repr(value), value._asdict(), value._replace(first=0), value.twice, hash(value)

    assert outcome(OURS) == outcome(THEIRS)


@pytest.mark.parametrize("kind", [OURS, THEIRS], ids=["ours", "of typing"])
def test_what_does_not_fit_is_refused(kind: type[Any]) -> None:
    with pytest.raises((TypeError, ValueError), match="odd"):  # Python 3.13 says the first
        kind(1)._replace(odd=2)
    with pytest.raises(TypeError):
        kind._make([1])
    with pytest.raises(AttributeError):
        kind(1).first = 2


def test_a_subclass_and_a_generic_class_have_the_fields_of_their_base() -> None:
    class Wide(Span):
        def width(self) -> int:
            return self.end - self.start

    assert Wide(2, 5).width() == 3
    assert type(Wide(2, 5)._replace(end=9)) is Wide
    assert isinstance(Span(1, 2), Span)
    assert not isinstance(Span(1, 2), Wide)

    class Box(records.NamedTuple, Generic[T]):
        held: T

    assert Box[int](3) == (3,)
    assert pickle.loads(pickle.dumps(Fact(None, missing="x"))).missing == "x"  # noqa: S301  # our own


def test_a_default_before_a_field_without_one_is_refused() -> None:
    body = {"__annotations__": {"first": int, "second": int}, "first": 1}
    with pytest.raises(TypeError, match="without a default"):
        type.__call__(records._Reading, "Odd", (), body)  # type: ignore[attr-defined]

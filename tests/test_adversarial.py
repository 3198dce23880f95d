"""The time of a check grows in proportion to the text, also where the text is made to be slow.

`benchmarks/adversarial.py` shows the same on long texts; here they are short,
so that a square would show and a test run does not wait.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from postlint import Linter

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from adversarial import KINDS, SHAPES, TEXTS, WORDS, measure

# Beyond what rules look at around one find, so that all finds cost the same.
SMALL, FACTOR = 2_500, 3
# In proportion is 3, in the square 9. Between lies what a busy machine does.
TOO_MUCH = 5.5
# Seconds below which a clock says nothing.
NOISE = 0.003
TRIES = 4


@cache
def linter() -> Linter:
    return Linter()


def growth(name: str, kind: str, runs: int) -> float:
    """Return how many times longer a text three times as long takes."""
    make = TEXTS[name]
    small, large = make(SMALL), make(SMALL * FACTOR)
    first = median(measure(linter(), small, kind) for _ in range(runs))
    second = median(measure(linter(), large, kind) for _ in range(runs))
    return second / (first + NOISE)


@pytest.mark.parametrize(
    ("name", "kind"),
    # Rules see the same posting whatever it was read from.
    [*((name, kind) for name in SHAPES for kind in KINDS), *((name, "markup") for name in WORDS)],
)
@pytest.mark.timing
def test_three_times_the_text_takes_about_three_times_as_long(name: str, kind: str) -> None:
    seen: list[float] = []
    for attempt in range(TRIES):
        seen.append(growth(name, kind, 1 + 2 * attempt))
        if seen[-1] < TOO_MUCH:
            return
    pytest.fail(f"{name!r} as {kind} took {', '.join(f'{ratio:.1f}' for ratio in seen)} times")


@pytest.mark.timing
def test_a_square_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: it sees a check that looks at every pair of words."""
    plain = Linter.check

    def squared(self: Linter, text: str, *, kind: str | None = None, path: str | None = None):  # type: ignore[no-untyped-def]
        words = text.split()
        assert sum(1 for a in words for b in words if a is b) >= len(words)
        return plain(self, text, kind=kind, path=path)

    monkeypatch.setattr(Linter, "check", squared)
    monkeypatch.setitem(TEXTS, "pairs", lambda size: "a " * (size // 5))
    assert max(growth("pairs", "markup", 1) for _ in range(3)) > TOO_MUCH


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["open brackets", "blanks", "one word"])
def test_a_lot_of_one_thing_is_checked(name: str, kind: str) -> None:
    report = linter().check(TEXTS[name](300_000), kind=kind)
    assert not report.is_posting
    assert report.posting.sections[-1].span.end == 300_000


def test_items_a_thousand_deep_are_checked() -> None:
    text = "# Librarian\n## Duties\n" + "".join(
        " " * n + "- Leads the plan of one school.\n" for n in range(1000)
    )
    report = linter().check(text, kind="markup")
    assert len(report.posting.duties) == 1000

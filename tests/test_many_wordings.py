"""The same things said in the words of many trades, countries and layouts."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def _duties(linter: Linter, text: str, path: str = "a.md") -> list[str]:
    return [duty.text.text for duty in linter.read(text, path=path).duties]


@pytest.mark.parametrize(
    "opener",
    [
        "The ideal person is:",
        "We shall be glad to hear from you if you are:",
        "A perfect match brings along:",
        "In return you can expect:",
        "What you get from the yard:",
        "Non-negotiable:",
        "Extra credit:",
    ],
)
def test_a_line_opens_a_list_that_is_not_of_duties(linter: Linter, opener: str) -> None:
    """What a person is like, and what the employer gives, is work of nobody's."""
    text = (
        f"# Rigger\n\nYou will:\n\n- Hang sails.\n- Mend ropes.\n\n{opener}\n\n- Dry feet\n- Tea\n"
    )
    assert _duties(linter, text) == ["Hang sails.", "Mend ropes."]


@pytest.mark.parametrize(
    "heading",
    [
        "Summary of Duties",
        "A Day in the Life",
        "The Work You Will Do",
        "Job Content",
        "Purpose and Duties",
    ],
)
def test_headings_over_what_one_does(linter: Linter, heading: str) -> None:
    """A short list below is the duties, whether or not its verbs are known."""
    text = f"# Rigger\n\n## {heading}\n\n- Bosses the loft.\n- Splices ropes.\n"
    assert _duties(linter, text) == ["Bosses the loft.", "Splices ropes."]


@pytest.mark.parametrize(
    "heading",
    ["Who We’re After", "Your Background", "Minimum Standards", "You’ll Thrive Here If"],
)
def test_headings_over_what_is_asked(linter: Linter, heading: str) -> None:
    """They head qualifications and nothing that one does."""
    text = f"# Rigger\n\n## Duties\n\n- Hangs sails.\n\n## {heading}\n\n- A head for heights.\n"
    posting = linter.read(text, path="a.md")
    assert posting.sections[-1].kind is SectionKind.QUALIFICATIONS


def test_a_short_sentence_over_a_list_of_its_own_is_a_duty(linter: Linter) -> None:
    """It ends as sentences do; a name over a list does not."""
    text = (
        "# Rigger\n\n## Duties\n\n- Hangs sails.\n  - Checks ropes.\n- The loft\n  - Sweeps it.\n"
    )
    assert _duties(linter, text) == ["Hangs sails.", "Checks ropes.", "Sweeps it."]

"""Each decision about a heading that speaks to its reader decides the words it shows."""

from __future__ import annotations

import pytest

from postlint.document.addressed import ADDRESSED, AddressedDecision, addressed_kind
from postlint.text.decisions import first_that_holds


@pytest.mark.parametrize("decision", ADDRESSED, ids=lambda decision: decision.name)
def test_a_decision_decides_its_example(decision: AddressedDecision) -> None:
    words = decision.example.split()
    assert first_that_holds(ADDRESSED, words) is decision
    assert addressed_kind(words) is not None


def test_no_two_decisions_have_one_name() -> None:
    assert len({decision.name for decision in ADDRESSED}) == len(ADDRESSED)

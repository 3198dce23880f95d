"""Each decision that something is no notice of a closing date decides the example it shows."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.closing import NO_NOTICE, Notice
from postlint.text.decisions import Decision, first_that_holds

LINTER = Linter()


@pytest.mark.parametrize("decision", NO_NOTICE, ids=lambda decision: decision.name)
def test_a_decision_decides_its_example(decision: Decision[Notice, None, str]) -> None:
    case = LINTER.check(f"# Records Clerk\n\n{decision.example}", path="a.md")._case
    assert isinstance(case, Case)
    first, *_ = (Notice(case, place) for place in case.hits["pay.closing"])
    decides = first_that_holds(NO_NOTICE, first)
    assert decides is not None
    assert decides.name == decision.name

"""Every kind of sign of a place has an example in which it is the one that tells."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.context.signs import KINDS_OF_SIGNS
from postlint.text.decisions import Way


@pytest.mark.parametrize("kind", KINDS_OF_SIGNS, ids=lambda kind: kind.name)
def test_each_kind_alone_sees_a_place_in_its_example(kind: Way[Case, Any, str]) -> None:
    case = Linter().check(kind.example)._case
    assert isinstance(case, Case)
    assert [each.name for each in KINDS_OF_SIGNS if list(each.read(case) or ())] == [kind.name]

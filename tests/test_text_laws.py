"""Laws of `benchmarks/laws.py`, held against our examples and a sample of real postings.

At length: `python benchmarks/laws.py --texts 500 --mutations 5 ../shared/corpus`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from postlint.syntax.write import to_markup

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

import laws  # noqa: E402  # stands beside the package

SHARED = ROOT.parent / "shared" / "corpus"


def _broken(name: str, texts: list[laws.Text], mutations: int) -> tuple[int, list[str]]:
    count, _, faults = laws.held(name, texts, seed=7, mutations=mutations)
    return count, [f"{where}: {what}" for where, what in faults]


@pytest.mark.parametrize("name", sorted(laws.LAWS))
def test_a_law_holds_for_our_examples(name: str) -> None:
    texts = laws.drawn([ROOT / "examples"], random.Random(7), 100)  # noqa: S311
    count, broken = _broken(name, texts, mutations=1)
    assert not laws.exceeds(name, count, len(broken)), "\n".join(broken[:3])


@pytest.mark.skipif(not SHARED.is_dir(), reason="no real postings are here (../shared/corpus)")
@pytest.mark.parametrize("name", sorted(laws.LAWS))
def test_a_law_holds_for_real_postings_and_damaged_copies(name: str) -> None:
    texts = laws.drawn([SHARED], random.Random(7), 24)  # noqa: S311
    count, broken = _broken(name, texts, mutations=1)
    assert not laws.exceeds(name, count, len(broken)), "\n".join(broken[:3])


def test_a_law_that_does_not_hold_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that loses a word."""
    text = laws.Text("clerk", "text", "Records Clerk\n\nDuties\n- Files records.\n- Sorts mail.\n")
    monkeypatch.setattr(laws, "to_markup", lambda posting: to_markup(posting).replace("mail", ""))
    assert laws.held("convert-words", [text], seed=1, mutations=0)[2]


LAWFUL = {
    # The smallest texts that broke a law.
    "blank lines at the end of a text that has none": (
        "trailing-lines",
        " rivers\n None above\n05\n SharePoint\n  None above\n06",
    ),
    "half of a damaged blank behind a damaged bullet": ("convert-twice", "- \u00c2\xb7\u00c2"),
}


@pytest.mark.parametrize("case", LAWFUL)
def test_a_law_holds_for_what_broke_it(case: str) -> None:
    name, text = LAWFUL[case]
    laws.LAWS[name](laws.Text("smallest", "text", text))

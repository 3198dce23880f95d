"""What readers judged is kept without the texts, and its figures can be counted again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
JUDGED = sorted((ROOT / "benchmarks" / "judged").glob("*.jsonl"))
ROWS = [json.loads(line) for path in JUDGED for line in path.read_text("utf-8").splitlines()]
CORPUS = ROOT.parent / "shared" / "corpus"
KEY = {"text", "rule", "verdict", "message", "span"}


def test_enough_is_judged() -> None:
    """At least 300 findings and 150 passes have been read, of every family."""
    assert sum(row["verdict"] == "fail" for row in ROWS) >= 300
    assert sum(row["verdict"] == "pass" for row in ROWS) >= 150
    families = {row["rule"].rstrip("0123456789") for row in ROWS}
    assert families >= {"ADA", "CLAR", "EQTY", "FORM", "LEAD", "PAY", "QUAL"}


def test_a_judgement_names_a_place_and_never_its_words() -> None:
    for row in ROWS:
        asked = {"right"} if row["verdict"] == "pass" else {"true", "useful", "words"}
        assert row.keys() == KEY | asked
        assert len(row["text"]) == 16
        assert row["span"][0] <= row["span"][1]
        assert all(isinstance(row[name], bool) for name in asked)


def test_a_place_is_judged_once() -> None:
    keys = [tuple(str(row[name]) for name in sorted(KEY)) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_what_is_useful_is_true() -> None:
    assert all(row["true"] for row in ROWS if row["verdict"] == "fail" and row["useful"])


@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the checkout")
def test_the_script_counts_a_rule_and_draws_the_same_twice() -> None:
    script = [sys.executable, str(ROOT / "benchmarks" / "verdicts.py"), str(CORPUS)]
    told = subprocess.run(
        [*script, "--select", "ADA009", "--json"], check=True, capture_output=True, text=True
    )
    row = json.loads(told.stdout)["ADA009"]
    assert row["pass"] > 100
    assert row["right"] == 1.0
    draws = [
        subprocess.run(
            [*script, "--select", "EQTY013", "--draw", "pass", "--each", "3", "--seed", "7"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for _ in range(2)
    ]
    assert draws[0] == draws[1]
    assert draws[0].count("@") >= 3

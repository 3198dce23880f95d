"""`postlint law`: what is known of a place, how sure, read when, and where."""

from __future__ import annotations

import json
from datetime import date

import pytest

from postlint.__main__ import main
from postlint.packs.law_table import around_place, law_rows, standing
from postlint.packs.registry import load_packs
from postlint.rules import authority

ACT = {"citation": "An act", "read": "2026", "jurisdiction": "US-OH"}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["law", *arguments]) == 0
    return capsys.readouterr().out


def test_a_place_is_shown_with_what_it_lies_in(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys, "US-NY-NYC", "--as-of", "2026-06-01")
    assert "New York City (US-NY-NYC)" in shown
    assert "N.Y. Labor Law 194-b" in shown
    assert "The United States (US)" in shown
    assert "https://www.nysenate.gov" in shown
    assert "Colorado" not in shown


@pytest.mark.parametrize("word", ["Colorado", "us-co", "US-CO", "colorado"])
def test_a_place_has_a_code_and_a_name(capsys: pytest.CaptureFixture[str], word: str) -> None:
    assert "C.R.S. 8-5-201(2)" in told(capsys, word)


def test_a_place_nobody_knows_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["law", "Californa"]) == 2
    assert "US-CA" in capsys.readouterr().err


def test_a_country_of_the_union_comes_with_the_directive(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = told(capsys, "Austria")
    assert "Gleichbehandlungsgesetz" in shown
    assert "Directive (EU) 2023/970" in shown
    assert around_place("AT") == ("AT", "EU")


def test_a_place_without_law_in_the_table_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Nothing is in the table of its law." in told(capsys, "Wyoming")


def test_without_a_place_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    shown = told(capsys)
    for code in ("US-CO", "CA-ON", "GB", "AT", "LT", "AU"):
        assert code in shown


def test_json_has_what_the_page_has(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "Ontario", "--as-of", "2025-06-01", "--output-format", "json"))
    assert found["as_of"] == "2025-06-01"
    pay = next(one for one in found["law"] if one["subject"] == "pay-in-posting")
    assert pay["standing"] == "coming"
    assert pay["figures"] == {"spread": 50000, "none-above": 200000}
    assert pay["least"] == 25
    assert "PAY001" in pay["rules"]


def test_the_library_and_the_server_ask_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    day = date(2026, 6, 1)
    rows = law_rows(load_packs(), ["Colorado"], day)
    shown = json.loads(told(capsys, "US-CO", "--as-of", "2026-06-01", "--output-format", "json"))
    assert shown["law"] == json.loads(json.dumps(rows))


@pytest.mark.parametrize(
    ("more", "stands"),
    [
        ({}, "in force"),
        ({"effective": "2027-01-01"}, "coming"),
        ({"until": "2026-01-01"}, "over"),
        ({"expires": "2026-06-01"}, "not looked at since"),
    ],
)
def test_a_text_stands_in_some_way_on_a_day(more: dict[str, str], stands: str) -> None:
    assert standing(authority({**ACT, **more}), date(2026, 6, 1)) == stands

"""Configuration is found, layered and judged, each fault with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from documents import write
from postlint.config.find import find_file
from postlint.config.load import load
from postlint.config.place import line_of
from postlint.errors import ConfigError
from postlint.facts.declared import EmployerKind
from postlint.text.diagnostics import Severity


def test_the_nearest_file_above_wins(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", 'fail-on = "error"\n')
    near = write(tmp_path, "jobs/.postlint.toml", 'fail-on = "info"\n')
    posting = write(tmp_path, "jobs/2026/cto.posting", "# CTO\n")
    assert find_file(posting) == near
    assert load(near, root=tmp_path).config.fail_on is Severity.INFO


def test_a_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    outer = write(tmp_path, "pyproject.toml", '[tool.postlint]\nignore = ["ADA"]\n')
    write(tmp_path, "inner/pyproject.toml", "[tool.other]\nx = 1\n")
    assert find_file(tmp_path / "inner" / "a.txt") == outer
    assert load(outer, root=tmp_path).config.ignore == ("ADA",)


def test_layers_join_and_say_where_each_value_came_from(tmp_path: Path) -> None:
    base = write(tmp_path, "base.toml", 'ignore = ["ADA"]\n[employer]\nemployees = 80\n')
    path = write(
        tmp_path,
        "postlint.toml",
        'extends = ["k12", "base.toml"]\nignore = ["LEAD001"]\n[severity]\nLEAD002 = "info"\n',
    )
    found = load(path, root=tmp_path, over={"fail-on": "error"})
    assert found.config.ignore == ("ADA", "LEAD001")
    assert found.config.employer.kind is EmployerKind.SCHOOL
    assert found.config.employer.employees == 80
    assert found.config.fail_on is Severity.ERROR
    assert found.origins["employer.employees"] == str(base)
    assert found.origins["employer.kind"] == "preset k12"
    assert found.origins["severity.LEAD002"] == str(path)
    assert found.origins["fail-on"] == "the command line"


def test_every_fault_is_told_at_once_with_line_and_nearest_name(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "postlint.toml",
        'selct = ["LEAD"]\nfail-on = "warnin"\n\n\n[employer]\n'
        'employees = "80"\nrecipient = 1\nas-of = "2026-01-01"\n[[per-file]]\nignore = ["ADA"]\n',
    )
    with pytest.raises(ConfigError) as caught:
        load(path, root=tmp_path)
    told = dict(caught.value.faults)
    assert told[1] == "selct is no setting. Did you mean 'select'?"
    assert told[2] is not None
    assert "Did you mean 'warning'?" in told[2]
    assert told[8] == "employer.as-of must be a date such as 2027-06-30, not '2026-01-01'"
    assert told[6] == "employer.employees must be a whole number, not '80'"
    assert told[7] == "employer.recipient must be true or false, not 1"
    assert told[9] == "per-file[0].files is missing"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extends = ["k13"]', "a preset (k12, legal-only, public, strict), not 'k13'"),
        ('extends = ["postlint:strict"]', "a preset is named alone: 'strict'"),
        ('preset = "strict"', "A preset is named in 'extends'"),
        ('extends = "gone.toml"', "does not exist"),
        ('extends = "postlint.toml"', "which extends this file"),
        ("select = [", "is not TOML"),
    ],
)
def test_what_cannot_be_joined_is_a_clear_error(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path, "postlint.toml", text + "\n")
    with pytest.raises(ConfigError, match=r"postlint\.toml") as caught:
        load(path, root=tmp_path)
    assert words in str(caught.value)


def test_values_have_their_types(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "postlint.toml",
        "[employer]\nas-of = 2026-07-01\n[limits]\nmegabytes = 5\n"
        '[[per-file]]\nfiles = ["old/**"]\nas = "text"\n'
        "[rules.leadership-duty-share]\nminimum = 4\n",
    )
    config = load(path, root=tmp_path).config
    assert config.employer.as_of == date(2026, 7, 1)
    assert config.limits.megabytes == 5.0
    assert config.per_file[0].as_ == "text"
    assert config.rules["leadership-duty-share"]["minimum"] == 4


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("select",), 1),
        (("employer", "kind"), 4),
        (("employer", "unheard"), 3),
        (("per-file", 1, "ignore"), 9),
        (("nowhere",), None),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int | None) -> None:
    text = (
        'select = ["A"]\r\n\n[employer]\nkind = "city"\n'
        '[[per-file]]\nfiles = ["a"]\n[[per-file]]\nfiles = ["b"]\nignore = ["C"]\n'
    )
    assert line_of(text, path) == line

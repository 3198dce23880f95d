"""The examples say what they are there to show, and the program among them runs."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from postlint import Linter, Report, Severity, Verdict

EXAMPLES = Path(__file__).parents[1] / "examples"
SOURCES = Path(__file__).parents[1] / "src"
# The modules that show in their docstrings what a function answers.
MODULES = [
    ".".join(path.relative_to(SOURCES).with_suffix("").parts)
    for path in sorted(SOURCES.rglob("*.py"))
    if "\n    >>> " in path.read_text("utf-8")
]

# The four things everybody asks for.
LINE, SHARE, MARKS, STATEMENT = "LEAD001", "LEAD003", "ADA001", "EQTY001"
NAMED = (LINE, SHARE, MARKS, STATEMENT)

# For each example: what is found at which words, information aside. Words are
# what is underlined; several findings may stand at one place.
WARNINGS: dict[str, set[tuple[str, str]]] = {
    "chief-technology-officer.posting": set(),
    # What a class specification leaves out is information: it only sums the work up.
    "class-specification.md": set(),
    "no-reporting-line.posting": {(LINE, "Director of Technology")},
    "too-technical.posting": {(SHARE, "Duties")},
    "no-essential-marks.posting": {(MARKS, "Key responsibilities")},
    "no-equal-opportunity-statement.posting": {(STATEMENT, "Chief Information Officer")},
    "pasted-from-a-pdf.txt": {(LINE, "Reports To: Assistant Superintendent")},
}
# What else each must say, at least as information.
ALSO: dict[str, set[str]] = {
    "too-technical.posting": {"technical-duties-first"},
    "no-equal-opportunity-statement.posting": {"equity-commitment-missing"},
    "pasted-from-a-pdf.txt": {"equity-commitment-missing"},
}


@cache
def report(name: str) -> Report:
    return Linter().check_file(EXAMPLES / name)


def test_every_example_is_tested() -> None:
    suffixes = {".posting", ".md", ".txt"}
    found = {path.name for path in EXAMPLES.iterdir() if path.suffix in suffixes}
    assert found - {"README.md"} == set(WARNINGS)


@pytest.mark.parametrize("name", WARNINGS)
def test_an_example_is_a_posting_and_reads_without_a_slip(name: str) -> None:
    assert report(name).is_posting
    assert [d.message for d in report(name).diagnostics if d.code.startswith("POST")] == []


@pytest.mark.parametrize("name", WARNINGS)
def test_an_example_warns_of_what_it_is_there_to_show(name: str) -> None:
    found = report(name)
    warned = {
        (d.code, " ".join(found.source.slice(d.span).split()))
        for d in found.diagnostics
        if d.severity is not Severity.INFO
    }
    assert warned == WARNINGS[name]


@pytest.mark.parametrize("name", WARNINGS)
def test_of_the_four_named_things_an_example_misses_what_its_name_says(name: str) -> None:
    found = report(name)
    failed = {record.code for record in found.outcomes if record.verdict is Verdict.FAIL}
    grave = {code for code, _ in WARNINGS[name]}
    shown = {d.code for d in found.diagnostics if d.severity is not Severity.INFO}
    assert shown & set(NAMED) == grave & set(NAMED)
    assert grave <= failed
    if name.startswith(("no-", "too-")):
        assert failed & set(NAMED) == grave & set(NAMED)
        assert len(grave & set(NAMED)) == 1


@pytest.mark.parametrize("name", ALSO)
def test_an_example_also_says_what_follows(name: str) -> None:
    assert ALSO[name] <= {d.name for d in report(name).diagnostics}


def test_the_good_posting_is_clean_and_has_evidence() -> None:
    found = report("chief-technology-officer.posting")
    assert found.diagnostics == ()
    records = {record.code: record for record in found.outcomes}
    for code in NAMED:
        assert records[code].verdict is Verdict.PASS
        assert records[code].spans, f"{code} passes without evidence"


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "chief-technology-officer.posting",
            {"title": "Chief Technology Officer", "essential": "per-duty", "pay": "range"},
        ),
        ("class-specification.md", {"essential": "section", "flsa": "exempt"}),
        ("no-essential-marks.posting", {"essential": "none"}),
        ("no-reporting-line.posting", {"reports_to": None, "cabinet": None}),
        ("no-equal-opportunity-statement.posting", {"nondiscrimination": None}),
        (
            "pasted-from-a-pdf.txt",
            {"title": "DIRECTOR OF INFORMATION TECHNOLOGY", "essential": "per-duty"},
        ),
    ],
)
def test_an_example_states_its_facts(name: str, facts: dict[str, object]) -> None:
    values = {fact: report(name).facts[fact].value for fact in facts}
    assert values == facts


def test_the_pasted_text_is_read_as_a_person_reads_it() -> None:
    found = report("pasted-from-a-pdf.txt")
    assert found.kind == "text"
    duties = found.posting.duties
    assert len(duties) == 11
    assert sum(bool(duty.markers) for duty in duties) == 9
    # Wrapped lines and a page's edge are joined.
    assert duties[0].text.text.endswith("and review them each quarter.")
    keys = [field.key.text for field in found.posting.fields]
    assert keys[:6] == [
        "Location",
        "Position Type",
        "Salary Range",
        "FLSA Status",
        "Reports To",
        "Closing Date",
    ]


# ---------------------------------------------------------------- the program


def run_tracking(cwd: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, EXAMPLES / "applicant_tracking.py", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_tracking_program_runs_from_another_folder(tmp_path: Path) -> None:
    printed = run_tracking(tmp_path)
    for name in WARNINGS:
        assert name in printed
    good = printed.partition("chief-technology-officer.posting: ")[2].partition("\n\n")[0]
    assert good.startswith("Chief Technology Officer\n")
    assert "ready to post" in good
    assert "[LEAD001]" in printed.partition("no-reporting-line.posting: ")[2].partition("\n\n")[0]
    assert "most to mend first:" in printed


def test_the_tracking_program_goes_on_after_a_row_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04\0\0binary")
    (tmp_path / "b.txt").write_text("The library is closed today.\n")
    (tmp_path / "c.posting").write_text("# Librarian\n\n## Duties\n\n- Leads.\n")
    printed = run_tracking(tmp_path, str(tmp_path))
    assert "a.txt: " in printed
    assert "b.txt: not a job posting" in printed
    assert "c.posting: Librarian" in printed


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_docstrings_hold(module: str) -> None:
    found = doctest.testmod(import_module(module), optionflags=doctest.ELLIPSIS)
    assert found.attempted
    assert not found.failed

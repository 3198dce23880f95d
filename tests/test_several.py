"""Several postings in one source: each is checked, where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import postlint
from postlint import Linter
from postlint.__main__ import main
from postlint.engine.baseline import dump, record
from postlint.engine.report import Report
from postlint.run.pool import check_in_pool
from postlint.run.session import Session
from postlint.text.source import Span

HANDBOOK = """# Head Gardener

Reports to: Park Director

## Duties

- Plans the beds of three parks.

## Qualifications

- Five years with plants.

# Lifeguard

Reports to: Pool Manager

## Duties

- Watches the deep end.

## Qualifications

- A certificate in first aid.

# Equal opportunity

The town does not discriminate on the basis of race, color, religion, sex, age or disability.
"""

WEEKLY = """OPENINGS OF THE WEEK
May 3, 2027

BUS OFFICER
Salary: $41,000 to $52,000
Apply any time.

GLAZIER
Salary: $39,500 a year
Duties: Sets panes.
Requirements: One year of practice.

TRAFFIC ENGINEER
Salary: $80,000 to $99,000
Duties: Plans crossings.
Requirements: A degree in engineering.
"""

ONE = """# Head Gardener

## About the Manager

The Park Manager leads the team.

## Duties

- Plans the beds.

## Our Gardener Academy

- Trains gardeners.

## Qualifications

- Five years with plants.
"""


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


@pytest.mark.parametrize("kind", ["markup", "markdown"])
def test_each_posting_of_a_text_is_checked_with_what_is_said_of_all(
    linter: Linter, kind: str
) -> None:
    first, second = linter.check_all(HANDBOOK, kind=kind, path="jobs.md")
    assert (first.name, second.name) == ("jobs.md#1", "jobs.md#2")
    assert first.path == second.path == "jobs.md"
    assert first.facts["title"].value == "Head Gardener"
    assert second.facts["title"].value == "Lifeguard"
    assert [duty.text.text for duty in second.posting.duties] == ["Watches the deep end."]
    for report in (first, second):
        assert "EQTY001" not in {found.code for found in report.diagnostics}
    duty = second.posting.duties[0].span
    assert second.source.range(duty).start.line == 19
    assert second.source.given == HANDBOOK


def test_lines_in_capitals_above_fields_begin_the_postings_of_a_list(linter: Linter) -> None:
    reports = linter.check_all(WEEKLY, kind="text")
    assert [report.facts["title"].value for report in reports] == [
        "BUS OFFICER",
        "GLAZIER",
        "TRAFFIC ENGINEER",
    ]
    assert [report.facts["pay"].value for report in reports] == [
        "range",
        "single",
        "range",
    ]


def test_fields_that_name_a_position_begin_postings(linter: Linter) -> None:
    text = "\n".join(
        f"Position: {job}\nSalary: ${pay},000 a year\nReports to: Director\n\nKeeps it open.\n"
        for job, pay in (("Night Nurse", 61), ("Day Nurse", 58))
    )
    reports = linter.check_all(text, kind="text")
    assert [report.posting.fields[0].value.text for report in reports] == [
        "Night Nurse",
        "Day Nurse",
    ]


@pytest.mark.parametrize("lead", ["{}", "1. {}", "Position 7: {}", "=====\n\n{}"])
def test_a_line_above_fields_and_duties_begins_a_posting(linter: Linter, lead: str) -> None:
    """Whatever a job is called, its pay and its duties come over again."""
    text = "\n".join(
        f"{lead.format(job)}\nSalary: ${pay} an hour\nDuties\n- Opens the {thing}.\n"
        "Requirements\n- One year of practice.\nApply by May 3, 2027.\n"
        for job, pay, thing in (("Sluice Hand", 18, "sluice"), ("Gate Hand", 17, "gate"))
    )
    reports = linter.check_all(text, kind="text")
    assert [len(report.posting.duties) for report in reports] == [1, 1]


@pytest.mark.parametrize("kind", ["markup", "markdown", "text"])
def test_headings_that_speak_of_jobs_part_no_posting(linter: Linter, kind: str) -> None:
    assert len(linter.check_all(ONE, kind=kind)) == 1
    assert linter.check_all(ONE, kind=kind)[0].source.name == "-"


def test_a_title_told_again_begins_no_other_posting(linter: Linter) -> None:
    text = HANDBOOK.replace("# Lifeguard", "# Head Gardener, Parks")
    assert len(linter.check_all(text, kind="markdown")) == 1


def test_one_check_says_that_there_are_others(linter: Linter) -> None:
    report = linter.check(HANDBOOK)
    assert report.facts["title"].value == "Head Gardener"
    told = [found for found in report.diagnostics if found.name == "several-postings"]
    assert len(told) == 1
    assert "2" in told[0].message
    assert not any(
        found.name == "several-postings"
        for each in linter.check_all(HANDBOOK)
        for found in each.diagnostics
    )


def test_every_posting_of_a_text_is_fixed(tmp_path: Path) -> None:
    page = tmp_path / "handbook.md"
    laws_wanting = HANDBOOK.replace("- Five", "- He or she has five")
    page.write_text(laws_wanting.replace("- A cert", "- He or she has a cert"))
    main(["check", str(page), "--fix", "--unsafe-fixes", "--select", "EQTY014", "--isolated"])
    assert "He or she" not in page.read_text()


def test_a_directive_above_all_speaks_to_all(linter: Linter) -> None:
    text = "%% postlint: ignore-file ADA001 -- the town's handbook has it\n\n" + HANDBOOK
    for report in linter.check_all(text, kind="markup"):
        assert "ADA001" in {one.diagnostic.code for one in report.suppressed}


def found(report: Report) -> list[tuple[str, str, Span]]:
    return [(each.code, each.message, each.span) for each in report.diagnostics]


def test_kept_and_sent_reports_of_several_postings_say_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path / "kept"))
    from postlint.run.report_cache import open_results  # noqa: PLC0415

    files = []
    for number in range(4):
        file = tmp_path / f"{number}.md"
        file.write_text(HANDBOOK, encoding="utf-8")
        files.append(str(file))
    anew = [report for file in files for report in Session().check_all(file)]
    for _ in range(2):
        session = Session(results=open_results(full=True))
        sent = list(check_in_pool(session, files, jobs=2))
        told = [report for reports in sent if isinstance(reports, tuple) for report in reports]
        assert [report.name for report in told] == [report.name for report in anew]
        assert [found(report) for report in told] == [found(report) for report in anew]
        assert {report.source.given for report in told} == {HANDBOOK}


def test_a_baseline_accepts_the_findings_of_one_posting_and_not_of_the_next(
    tmp_path: Path,
) -> None:
    file = tmp_path / "jobs.md"
    file.write_text(HANDBOOK, encoding="utf-8")
    first, second = Session().check_all(str(file))
    assert first.diagnostics
    assert second.diagnostics
    accepted = record([(f"jobs.md{first.source.part}", first.posting, first.diagnostics)])
    (tmp_path / "accepted.json").write_text(dump(accepted), encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('baseline = "accepted.json"\n', encoding="utf-8")
    session = Session()
    session.forget()
    again = session.check_all(str(file))
    assert not again[0].diagnostics
    assert again[1].diagnostics == second.diagnostics


def test_the_command_names_each_posting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("jobs.md").write_text(HANDBOOK, encoding="utf-8")
    assert main(["check", "jobs.md", "--no-cache", "--format", "concise"]) in {0, 1}
    said = capsys.readouterr()
    assert "jobs.md#2:17:" in said.out
    assert main(["check", "jobs.md", "--no-cache", "--format", "json"]) in {0, 1}
    told = json.loads(capsys.readouterr().out)
    assert [(report["path"], report["part"]) for report in told["reports"]] == [
        ("jobs.md", "#1"),
        ("jobs.md", "#2"),
    ]
    assert postlint.__version__


def test_a_posting_that_begins_inside_an_item_stands_by_itself() -> None:
    page = "Director\u2014s. <g>Salary:<li>Open until<p>Architect\u2014h $7 Open until"
    postings = Linter().read_all(page, kind="html")
    assert len(postings) == 2
    assert not any(
        notice.message_id == "reader-failed" for one in postings for notice in one.notices
    )


def test_a_statement_at_the_foot_is_said_of_all_though_a_heading_stands_over_them() -> None:
    jobs = "".join(
        f"<h2>{title}</h2><p>Pay: $20 an hour</p><h3>Duties</h3><ul><li>{duty}</li></ul>"
        "<h3>Requirements</h3><ul><li>A steady hand.</li></ul>"
        for title, duty in (("Sign Painter", "Paints signs."), ("Shop Cleaner", "Sweeps up."))
    )
    foot = "<p>Fen Signs is an equal opportunity employer.</p>"
    postings = Linter().read_all(f"<h1>Join the shop</h1>{jobs}{foot}", path="a.html")
    reports = [Linter().check_posting(posting) for posting in postings]
    assert [report.facts["title"].value for report in reports] == ["Sign Painter", "Shop Cleaner"]
    assert all(report.facts["nondiscrimination"].value for report in reports)

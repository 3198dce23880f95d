"""What the leadership rules say to people, and how they rank a supervisor."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from postlint.engine.report import Report
from postlint.linter import Linter
from postlint.packs.registry import load_packs
from postlint.rules import table
from postlint.rules.rule import Verdict
from postlint.text.authority import Basis, Confidence
from postlint.text.diagnostics import Diagnostic
from postlint_rules.leadership._reporting import Rank, rank_of

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
HEADINGS = ["What it checks", "Why", "When not to use it", "Fix safety"]

LEADER = """\
# Chief Technology Officer

Organization: Millbrook Unified School District
{line}

## Duties

{duties}
"""
BY_HAND = (
    "Installs network switches in wiring closets.",
    "Configures servers and firewalls.",
    "Troubleshoots student laptops and printers.",
    "Maintains servers, backups and user accounts.",
    "Patches operating systems.",
    "Leads the district's technology plan.",
    "Supervises and evaluates staff.",
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(select=("LEAD",))


def check(linter: Linter, *duties: str, line: str = "") -> Report:
    items = "\n".join(f"- {duty}" for duty in duties or BY_HAND)
    return linter.check(LEADER.format(line=line, duties=items), kind="markup")


def found(report: Report, message: str) -> Diagnostic:
    return next(one for one in report.diagnostics if one.message_id == message)


@pytest.mark.parametrize(
    ("title", "k12", "rank"),
    [
        ("Superintendent", True, Rank.CHIEF),
        ("Superintendent or designee", True, Rank.CHIEF),
        ("Superintendent's designee", True, Rank.UNKNOWN),
        ("Office of the Superintendent", True, Rank.CHIEF),
        ("Assistant Superintendent for Business", True, Rank.SECOND),
        ("Deputy to the Superintendent", True, Rank.SECOND),
        ("Chief of Staff to the Superintendent", True, Rank.SECOND),
        ("Chief Equity, Inclusion and Family Engagement Officer", True, Rank.SECOND),
        ("Director of Schools", True, Rank.CHIEF),
        ("Director of Finance, Office of the Superintendent", True, Rank.BELOW),
        ("Assistant Principal", True, Rank.BELOW),
        ("Head of School", True, Rank.CHIEF),
        ("Head of Maintenance", True, Rank.BELOW),
        ("Executive Director", True, Rank.CHIEF),
        ("Executive Director of Operations", True, Rank.BELOW),
        ("Chief Information Officer", True, Rank.TECHNOLOGY),
        ("Deputy Chief Technology Officer", True, Rank.TECHNOLOGY),
        ("Board of Education", True, Rank.BOARD),
        ("City Manager", False, Rank.CHIEF),
        ("Deputy City Administrator for Operations", False, Rank.SECOND),
        ("Mayor and City Council", False, Rank.CHIEF),
        ("elected Clerk and Recorder", False, Rank.CHIEF),
        ("Finance Director", False, Rank.BELOW),
        ("Director", False, Rank.UNKNOWN),
        ("Executive Director of the Port", False, Rank.CHIEF),
        ("Chief Administrative Officer", False, Rank.UNKNOWN),
        ("Ms. Jordan Avery", False, Rank.UNKNOWN),
        ("", False, Rank.UNKNOWN),
    ],
)
def test_a_supervisor_is_ranked_by_the_first_telling_words(
    title: str, k12: bool, rank: Rank
) -> None:
    assert rank_of(title, k12=k12) is rank


def test_an_executive_director_under_another_chief_is_not_the_chief() -> None:
    assert rank_of("Executive Director", k12=True, has_other_chief=True) is Rank.BELOW


def test_messages_name_the_supervisor(linter: Linter) -> None:
    report = check(linter, line="Reports to: Business Manager")
    assert found(report, "buried").message == (
        "The post reports to 'Business Manager', and not to the superintendent."
    )


def test_a_conflict_shows_both_places(linter: Linter) -> None:
    text = "Reports to: Superintendent\n\nThe officer reports to the Business Manager."
    report = check(linter, line=text)
    conflict = found(report, "conflicting-line")
    (other,) = conflict.related
    assert report.source.slice(other.span) == "Reports to: Superintendent"
    assert "Business Manager" in report.source.slice(conflict.span)


def test_the_share_prints_its_counts(linter: Linter) -> None:
    report = check(linter)
    message = found(report, "hands-on").message
    assert message.startswith("71% of the duties are hands-on work: of 7, ")
    assert "5 hands-on work" in message
    assert report.measures["technical_share"] == round(5 / 7, 4)


def test_the_share_lists_the_duties_of_the_largest_and_smallest_bucket(linter: Linter) -> None:
    report = check(linter)
    listed = {
        report.source.slice(related.span): related.message
        for related in found(report, "hands-on").related
    }
    assert all(listed[duty].startswith("Counted as hands-on work") for duty in BY_HAND[:5])
    assert listed[BY_HAND[0]].startswith("Counted as hands-on work, by 'installs'")
    assert len(listed) == 6
    assert len([one for one in report.diagnostics if one.code == "LEAD003"]) == 1


def test_no_leadership_rule_carries_an_error_or_rests_on_background_alone() -> None:
    for rule in load_packs().rules:
        if rule.meta.family == "LEAD":
            assert rule.meta.highest.value != "error"
            assert (
                any(
                    text.basis is not Basis.GENERAL and text.confidence is not Confidence.LOW
                    for text in rule.meta.authority
                )
                or rule.meta.highest.value == "info"
            ), rule.meta.code


def test_every_page_has_the_fixed_headings() -> None:
    for rule in load_packs().rules:
        if rule.meta.family == "LEAD":
            tree = ast.parse(inspect.getsource(inspect.getmodule(rule) or rule))
            page = ast.get_docstring(tree) or ""
            assert page.startswith(f"{rule.meta.code}: ")
            found_headings = [line[3:] for line in page.splitlines() if line.startswith("## ")]
            assert found_headings in (HEADINGS, HEADINGS[:3]), rule.meta.code


def test_succession_is_asked_about_only_when_it_is_selected() -> None:
    everything = Linter()
    assert "LEAD017" not in {rule.meta.code for rule in everything.rules.rules}
    assert "LEAD017" in {rule.meta.code for rule in Linter(select=("LEAD017",)).rules.rules}


def test_the_areas_weigh_what_the_outline_weighs() -> None:
    areas = table("postlint_rules.leadership", "areas")["areas"].values()
    weights: dict[str, int] = {}
    for area in areas:
        weights[area["category"]] = weights.get(area["category"], 0) + area["weight"]
    assert list(weights.values()) == [40, 30, 30]
    assert len(table("postlint_rules.leadership", "areas")["etac"]) == 10


@pytest.mark.parametrize(
    ("seed", "line", "severity", "share"),
    [
        ("000", Verdict.PASS, None, (0.50, 0.69)),
        ("001", Verdict.FAIL, "info", (0.50, 0.69)),
        ("002", Verdict.FAIL, "info", (0.70, 1.00)),
    ],
)
def test_the_source_documents_come_out_as_the_table_says(
    linter: Linter, seed: str, line: Verdict, severity: str | None, share: tuple[float, float]
) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the shared source documents are not here")
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    report = linter.check_file(path)
    records = {record.code: record for record in report.outcomes}
    assert records["LEAD001"].verdict is line
    graded = records["LEAD001"].severity
    assert (graded.value if graded else None) == severity
    per_cent = int(records["LEAD003"].reason.split("%")[0]) / 100
    assert share[0] <= per_cent <= share[1]

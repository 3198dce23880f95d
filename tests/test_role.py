"""Title and duties tell together what a post is, and an employer's name never does."""

from __future__ import annotations

from typing import Any

import pytest

from postlint import Linter
from postlint.facts.base import Case
from postlint.facts.role import STEPS, Post
from postlint.facts.title import title
from postlint.text.decisions import Way

LINTER = Linter()
PLAIN = "\n## Duties\n\n- Keeps records.\n- Answers readers.\n\n## Qualifications\n\n- A degree.\n"
RUNS = """
## Duties

- Supervises the department's staff and completes performance reviews.
- Develops policies and procedures for the county.
- Prepares the department's budget and negotiates contracts.
- Aligns the technology strategy with department heads.
"""
POLICY = """
## Duties

- Writes policy papers on new laws.
- Leads a coalition of partners.
- Meets legislators and their staff.
- Plans hearings with members.
"""
FAMILIES = """
## Duties

- Plans evenings for families.
- Leads parents' councils.
- Builds ties with neighborhood groups.
- Reports attendance to the board.
"""


def _role(text: str) -> str:
    return str(LINTER.check(text, path="a.md").facts["role"].value)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_each_step_decides_its_example(step: Way[Any, Any, str]) -> None:
    """The example of a step is decided by it and by none before it."""
    report = LINTER.check(step.example, path="a.md")
    case = report._case
    assert isinstance(case, Case)
    post = Post(case, case[title].spans[0])
    assert next(each.name for each in STEPS if each.read(post) is not None) == step.name


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        ("IT Coordinator", RUNS, "tech-leader"),
        ("IT Coordinator", PLAIN, "tech-staff"),
        ("Technology Supervisor", RUNS, "tech-leader"),
        (
            "Technology Coordinator",
            f"{PLAIN}\nThe coordinator is the head of the IT department.\n",
            "tech-leader",
        ),
        (
            "Technology Coordinator",
            f"{PLAIN}\nReports to the head of the IT department.\n",
            "tech-staff",
        ),
        ("Director of Information Services", RUNS, "tech-leader"),
        ("Director, Career and Technical Education", RUNS, "other"),
        ("Director of Career and Technology Education", RUNS, "other"),
        ("Records Coordinator", RUNS, "other"),
        ("Assistant Professor, Computer Science", PLAIN, "other"),
        ("Policy Manager, Media and Technology", POLICY, "other"),
        ("Family Engagement and Data Manager", FAMILIES, "other"),
        ("Head of Reading Services - Fen Institute of Technology", PLAIN, "other"),
        ("Senior System Administrator", PLAIN, "tech-staff"),
        ("Civil Engineering Drafting Technician", PLAIN, "other"),
        ("Deputy Chief Information Officer", PLAIN, "tech-leader"),
        ("Map Librarian", PLAIN, "other"),
        ("Director", f"Department: Information Technology\n{RUNS}", "tech-leader"),
        ("Department Head", f"Division: Network Services\n{RUNS}", "tech-leader"),
        ("Specialist II", f"Department: Information Technology\n{PLAIN}", "tech-staff"),
        ("Director", f"Department: Parks\n{RUNS}", "other"),
        ("Director of Finance", f"Division: Technology and Finance\n{RUNS}", "other"),
    ],
)
def test_role_comes_from_title_and_duties(head: str, body: str, wanted: str) -> None:
    """A title's rank and field, and what the duties show, decide together."""
    assert _role(f"# {head}\n{body}") == wanted


def test_a_post_nobody_can_judge_is_unknown() -> None:
    """Without title and duties, and for a bare rank without duties, the role is not known."""
    nothing = LINTER.check("Apply to the office with a resume by May 1. Salary: $40,000.\n")
    assert nothing.facts["role"].missing
    rank = LINTER.check("# Director\n\nSalary: $90,000. Apply to the office.\n", path="a.md")
    assert "duties" in str(rank.facts["role"].missing)
    clerk = LINTER.check("# Map Librarian\n" + PLAIN, path="a.md")
    assert clerk.facts["role"].missing is None


def _posting(title: str, *duties: str) -> str:
    listed = "".join(f"- {duty}\n" for duty in duties)
    return f"# {title}\n\n## Duties\n\n{listed}\n## Qualifications\n\n- Five years.\n"


@pytest.mark.parametrize(
    ("title", "duties", "role"),
    [
        (
            "Election Clerk",
            (
                "Programs ballots and tests voting equipment.",
                "Installs software on tabulators.",
                "Configures poll books and their networks.",
            ),
            "tech-staff",
        ),
        (
            "Policy Manager, Media and Technology",
            ("Writes policy papers.", "Follows bills.", "Builds coalitions."),
            "other",
        ),
        (
            "Mechanical Engineering Technician",
            (
                "Draws parts with drafting software.",
                "Keeps the data of drawings in a database.",
                "Configures plotters and computers.",
                "Maintains digital files of drawings.",
            ),
            "other",
        ),
        (
            "Supervisor, Data Networks",
            (
                "Plans, organizes and directs the operations of the department.",
                "Supervises and evaluates the performance of assigned personnel.",
                "Prepares the budget.",
                "Directs the repair of servers.",
            ),
            "tech-leader",
        ),
        (
            "Information Technology Manager",
            ("Keeps systems secure and plans them.",),
            "tech-leader",
        ),
    ],
)
def test_title_and_work_decide_together(title: str, duties: tuple[str, ...], role: str) -> None:
    assert LINTER.check(_posting(title, *duties)).facts["role"].value == role

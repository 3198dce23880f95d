"""Whose line is stated, in the ways offices write it, and who sits in the cabinet."""

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import cabinet, reports_to

LINTER = Linter()


def check(line: str) -> Report:
    """Check a short posting for a director with one sentence more."""
    return LINTER.check(
        f"# Director of Technology\n\n{line}\n\n## Duties\n\n- Plans.\n- Hires.\n", path="a.md"
    )


@pytest.mark.parametrize(
    ("line", "supervisor"),
    [
        ("Heads the media division and reports directly to the Rector.", "Rector"),
        ("Leads the technology department and reports to the Rector.", "Rector"),
        ("Plans the network, leads six people, and reports to the Rector.", "Rector"),
        ("The Director works under the Deputy Rector.", "Deputy Rector"),
        ("The Director is appointed by and answers to the Board of Trustees.", "Board of Trustees"),
        (
            "Reporting to the Sr. Director of Computing, the holder plans.",
            "Sr. Director of Computing",
        ),
        (
            "The post reports to the Ada B. Quill University Librarian.",
            "Quill University Librarian",
        ),
        ("The post reports into the office of the Rector.", "Rector"),
        ("The college seeks a leader who reports to the Rector.", "Rector"),
        ("Line of authority: Rector", "Rector"),
        ("The holder is supervised from day to day by the Bursar.", "Bursar"),
        ("Working to the Registrar, you keep nine rolls.", "Registrar"),
        ("The post reports to Dr. A. B. Quill, Ph.D., Dean of Letters.", "Dean of Letters"),
        ("Who do you report to: the Bursar", "the Bursar"),
        ("Your boss is the Chief Operating Officer.", "Chief Operating Officer"),
    ],
)
def test_the_line_is_read(line: str, supervisor: str) -> None:
    """A subject left out, shortened titles and initials, and other verbs."""
    assert str(check(line)[reports_to].value).endswith(supervisor)


@pytest.mark.parametrize(
    "line",
    [
        "Six technicians report to the Director.",
        "Works under pressure.",
        "Prepares studies and reports to the Board monthly.",
        "Hires people who report to principals.",
    ],
)
def test_other_lines_are_not_this_posts(line: str) -> None:
    """Who reports to the post, and papers."""
    assert check(line)[reports_to].value is None


@pytest.mark.parametrize(
    ("line", "sits"),
    [
        ("The Director is a member of, and works with, the Rector's cabinet.", True),
        ("Serves on the senior leadership team.", True),
        ("Supervises the cabinet-level staff of the college.", False),
        ("Serves as the principal adviser to the leadership team.", False),
        ("Briefs the executive leadership team each month.", False),
    ],
)
def test_only_members_sit_in_the_cabinet(line: str, sits: bool) -> None:
    """Those who advise, brief or supervise it do not."""
    assert bool(check(line)[cabinet].value) is sits

"""Degrees, licences and years of experience as mentions."""

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import degree, degrees, employment_type, experience, licences

LINTER = Linter()


def check(*lines: str) -> Report:
    """Check a short posting with lines about what is asked."""
    asked = "".join(f"- {line}\n" for line in lines)
    return LINTER.check(
        f"# Ferry clerk\n\n## Duties\n\n- Sells tickets.\n\n## Qualifications\n\n{asked}",
        path="a.md",
    )


@pytest.mark.parametrize(
    ("line", "level", "required", "subject"),
    [
        (
            "Bachelor's degree in hydrology or a related field required.",
            "bachelor",
            True,
            "hydrology",
        ),
        ("Master's degree in public policy preferred.", "master", False, "public policy"),
        ("Associate's degree, or more.", "associate", True, None),
        ("A PhD in geology.", "doctorate", True, "geology"),
        ("A degree in library science.", "degree", True, "library science"),
        ("Graduation from an accredited law school is required.", "doctorate", True, None),
        (
            "Graduation from a college or university with a major in geology.",
            "degree",
            True,
            "geology",
        ),
        ("College level education is preferred.", "degree", False, None),
    ],
)
def test_a_degree_has_its_level_and_subject(
    line: str, level: str, required: bool, subject: str | None
) -> None:
    """In all its words, required or preferred."""
    (one,) = check(line)[degrees].value
    assert (one.level, one.required, one.subject) == (level, required, subject)


def test_of_two_degrees_each_is_judged_alone() -> None:
    """What is preferred before it says nothing of the one that is required."""
    report = check("Master's degree preferred, bachelor's degree required")
    assert [(one.level, one.required) for one in report[degrees].value] == [
        ("master", False),
        ("bachelor", True),
    ]
    assert report[degree].value == "required"


def test_the_answers_of_a_questionnaire_ask_for_nothing() -> None:
    """They name every degree there is, and none."""
    report = LINTER.check(
        "# Ferry clerk\n\n## Duties\n\n- Sells tickets.\n\n## Questions\n\n"
        "What is the most that you have completed?\n\n"
        "- High school\n- Associate degree\n- Bachelor's degree\n- None of the above\n",
        path="a.md",
    )
    assert report[degree].value == "none"


@pytest.mark.parametrize(
    ("line", "low", "high", "required", "subject"),
    [
        ("Three years of experience in dredging.", 3, None, True, "dredging"),
        ("5+ years of welding experience required.", 5, None, True, "welding"),
        ("3-5 years' experience with tide tables preferred.", 3, 5, False, "tide tables"),
        ("Two (2) to four (4) years of supervisory experience.", 2, 4, True, "supervisory"),
        ("Six months of experience.", 0.5, None, True, None),
    ],
)
def test_years_of_experience(
    line: str, low: float, high: float | None, required: bool, subject: str | None
) -> None:
    """How many, of what, and whether they must be there."""
    (one,) = check(line)[experience].value
    assert (one.low, one.high, one.required, one.subject) == (low, high, required, subject)


def test_years_behind_a_lost_line_end_are_asked_for() -> None:
    """What the number is glued to is the heading above it."""
    report = LINTER.check(
        "Ferry clerk\n\nSummaryThe clerk sells tickets. Qualifications3+ years of experience on "
        "ferries.Knows the tides.\n"
    )
    assert [(one.low, one.required) for one in report[experience].value] == [(3, True)]


@pytest.mark.parametrize("head", ["", "Pick the day, or choose one of several options.\n\n"])
def test_degrees_to_choose_among_are_not_asked_for(head: str) -> None:
    """The nearest request to choose is the one that is answered."""
    text = (
        f"# Ferry clerk\n\n{head}{'Sells tickets to all who cross. ' * 5}\n\n"
        "- Please describe your highest level of education.\n- Bachelors Degree\n"
    )
    assert LINTER.check(text, kind="markup")[degree].value == "none"


def test_years_among_the_answers_of_a_questionnaire_are_not_asked_for() -> None:
    """Nor is what stands below them the experience they are of."""
    report = LINTER.check(
        "# Ferry clerk\n\n- How long have you sold tickets?\n  More than 5 years\n  2-5 years\n"
        "  I do not have any such experience\n",
        kind="markup",
    )
    assert report[experience].value == ()


def test_an_item_is_no_end_of_a_range_of_years() -> None:
    """The number is that of a grade, and the dash begins the next line."""
    report = LINTER.check(
        "# Ferry clerk\n\n## Experience\n\n- Ferry clerk 8\n- One year of experience on ferries.\n",
        kind="markup",
    )
    assert [(one.low, one.high) for one in report[experience].value] == [(1, None)]


@pytest.mark.parametrize(
    "asked",
    [
        (
            "Please quantify your work on ferries.\n\n4 or more years of experience\n1 year or "
            "less experience\n"
        ),
        (
            "01\n\nWhich of the following do you have?\n\nAt least a year of experience on boats\n"
            "Possession of a bachelor's degree\n"
        ),
    ],
)
def test_what_may_be_answered_is_not_asked_for(asked: str) -> None:
    """A request to choose need not be a question."""
    text = f"Ferry clerk\n\nDuties\n\n- Sells tickets to all who cross.\n\nQuestions\n\n{asked}"
    report = LINTER.check(text)
    assert report[experience].value == ()
    assert report[degree].value == "none"


def test_the_experience_of_the_house_is_not_asked_for() -> None:
    """It praises the employer."""
    assert check("Our company has 40 years of experience.")[experience].value == ()


@pytest.mark.parametrize(
    ("line", "kind", "required", "subject"),
    [
        ("Must hold a valid driver's license.", "driver", True, None),
        ("A class B CDL is preferred.", "commercial driver", False, "B"),
    ],
)
def test_a_licence_has_its_kind(line: str, kind: str, required: bool, subject: str | None) -> None:
    """And its class where one is named."""
    (one,) = check(line)[licences].value
    assert (one.kind, one.required, one.subject) == (kind, required, subject)


def test_who_may_apply_does_not_say_what_the_post_is() -> None:
    """Applicants may work part of the time where they are now."""
    assert check("Full-time and part-time applicants are welcome.")[employment_type].value == ()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("J.D. and a license to practice", "required"),
        ("DVM", "required"),
        ("Master of Public Policy", "required"),
        ("Pharm.D. or M.D.", "required"),
        ("JD Edwards at the till", "none"),
        ("Masters the art of knots", "none"),
    ],
)
def test_letters_at_the_head_of_a_demand_are_a_degree(line: str, wanted: str) -> None:
    """Nothing behind them may make the name of something else of them."""
    text = f"# Ferry Clerk\n\n## Duties\n\n- Sells tickets.\n\n## Qualifications\n\n- {line}\n"
    assert LINTER.check(text, kind="markup")[degree].value == wanted


def test_a_masters_duties_are_no_degree() -> None:
    """The word is the holder's title there."""
    text = "Choir Master\n\nThe Choir Master’s Duties\n- Rehearses the choir.\n- Orders music.\n"
    assert Linter().facts(text, path="a.txt")["degree"].value == "none"

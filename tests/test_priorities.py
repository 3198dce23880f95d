"""What to do first is ranked: the gravest first, one task a rule, notes apart."""

from __future__ import annotations

import pytest

import postlint
from postlint.render.priorities import Priorities, priorities
from postlint.text.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from postlint.text.source import Span

GERMAN = """# Hausmeister

## Ihre Aufgaben

- Sie betreuen die Server an vier Standorten und sind für die Technik da.

## Ihr Profil

- Abschluss der Informatik.
"""


def found(code: str, severity: Severity, start: int, *, fix: bool = False) -> Diagnostic:
    fixes = (Fix("Mend it", (Edit(Span(start, start + 1), "x"),), Applicability.SAFE),)
    return Diagnostic(
        code=code,
        name=code.lower(),
        severity=severity,
        message=f"{code} at {start}.",
        message_id="one",
        span=Span(start, start + 1),
        fixes=fixes if fix else (),
    )


def test_the_gravest_comes_first_then_what_a_click_mends_then_the_text_s_order() -> None:
    chosen = priorities(
        [
            found("N1", Severity.INFO, 0),
            found("W1", Severity.WARNING, 1),
            found("W2", Severity.WARNING, 2, fix=True),
            found("E1", Severity.ERROR, 3),
            found("W3", Severity.WARNING, 4),
        ]
    )
    assert [task.code for task in chosen.first] == ["E1", "W2", "W1", "W3"]
    assert [task.code for task in chosen.consider] == ["N1"]
    assert chosen.headline == "4 things to fix first, 1 to consider."


def test_findings_of_one_rule_are_one_task_that_is_as_grave_as_its_gravest() -> None:
    group = [found("W1", Severity.INFO, 1), found("W1", Severity.WARNING, 5)]
    (task,) = priorities(group).first
    assert task.sentence == "W1 at 5. (1 more like it)"
    assert task.findings == tuple(group)
    assert priorities(group).headline == "1 thing to fix first."


def test_a_posting_in_order_has_nothing_to_fix() -> None:
    assert priorities([]) == Priorities()
    assert priorities([]).headline == "Nothing to fix."
    note = priorities([found("N1", Severity.INFO, 0)])
    assert note.headline == "Nothing to fix first; 1 to consider."


def test_no_finding_of_a_real_check_is_lost() -> None:
    report = postlint.check("# Director of Technology\n\n## Duties\n\n- Repairs printers.\n")
    chosen = priorities(report.diagnostics)
    told = [one for task in (*chosen.first, *chosen.consider) for one in task.findings]
    assert sorted(told) == sorted(report.diagnostics)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("", "This does not read as a job posting: neither duties nor qualifications were found"),
        ("Minutes of the meeting.\n\nHe spoke.\n", "This does not read as a job posting: "),
        (
            GERMAN,
            "This is written in G",
        ),
    ],
)
def test_what_is_no_posting_is_never_said_to_be_in_order(text: str, headline: str) -> None:
    chosen = priorities(postlint.check(text).diagnostics)
    assert chosen.headline.startswith(headline)
    assert "Nothing to fix" not in chosen.headline
    assert len(chosen.others) == len(chosen.consider) - 1

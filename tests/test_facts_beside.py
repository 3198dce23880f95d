"""What stands beside a name or a post with no sign between: told as with one."""

from __future__ import annotations

import pytest

from postlint import Linter

LINTER = Linter(select=("LEAD001",))
DUTIES = "\n\nDUTIES\n\n• Mends the nets.\n• Paints the boats.\n"


@pytest.mark.parametrize(
    ("lines", "fact", "wanted"),
    [
        ("**Line manager** Head of Boats", "reports_to", "Line manager Head of Boats"),
        ("**Contract type** Part time", "employment_type", ("part-time",)),
        ("Status:   1 FTE", "employment_type", ("full-time",)),
        ("Tell us whether your position is full time now.", "employment_type", ()),
        ("The rigger supervises 1 FTE.", "employment_type", ()),
        ("The post is 40% of full time.", "employment_type", ("part-time",)),
        (
            "Casual staff may apply. The job itself is permanent and full time.",
            "employment_type",
            ("permanent", "full-time"),
        ),
        ("The pay of the crew is near full time and permanent loss.", "employment_type", ()),
        ("Location:   Gimli MB", "jurisdiction", ("CA-MB", "CA")),
        ("File by:   5/9", "closing", "File by: 5/9"),
    ],
)
def test_what_no_sign_parts_is_told(lines: str, fact: str, wanted: object) -> None:
    report = LINTER.check(f"**Elm Boats**\n\n**Job title** Rigger\n\n{lines}{DUTIES}", kind="text")
    assert report.facts[fact].value == wanted


@pytest.mark.parametrize(
    ("lines", "wages"),
    [
        ("Fee per lesson: $41. Twelve lessons a week.", [41]),
        ("Base:      from $3,300/month\nBonus:     up to $5,000 a year", [3300]),
        ("A stipend of $2,400 is paid. The uniform is worth $130.", [2400]),
    ],
)
def test_what_is_paid_is_told_from_other_sums(lines: str, wages: list[int]) -> None:
    facts = LINTER.check(f"Rigger\n\nElm Boats\n\n{lines}{DUTIES}", kind="text").facts
    paid = [one for one in facts.pay_statements.value if one.basis in {"base", "stipend"}]
    assert [one.low for one in paid] == wages


@pytest.mark.parametrize(
    ("employer", "sector"),
    [
        ("Elm Bridge Authority", "city-county"),
        ("Shire of Elm", "city-county"),
        ("Elm Polytechnic", "higher-ed"),
    ],
)
def test_the_kind_of_a_public_body_is_in_its_name(employer: str, sector: str) -> None:
    facts = LINTER.check(f"Rigger\n\n{employer}{DUTIES}", kind="text").facts
    assert facts.sector.value == sector

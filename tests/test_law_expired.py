"""Years ahead, what is known of a law is old: nobody can tell, and one note says so."""

from __future__ import annotations

from datetime import date

import pytest

from postlint import Employer, EmployerKind, Linter, Report, Verdict
from postlint.packs.registry import load_packs
from postlint.rules import Authority, WordRule

THEN, YEARS_AHEAD = date(2026, 12, 1), date(2034, 6, 1)
OLD = "table-of-laws-old"
HEAD = "# Accountant\n\nOrganization: Millbrook Fittings\n\n## Duties\n\n- Keeps the books.\n"

# What each rule of a law that was not looked at for years ahead is asked about: where, by whom.
WORDS = {
    "EQTY013": ("We want a good salesman.", "DE"),
    "EQTY014": ("He must know the trade.", "DE"),
    "EQTY015": ("Female applicants preferred.", "DE"),
    "EQTY017": ("We look for recent college graduates.", "DE"),
    "EQTY018": ("A young and energetic team.", "DE"),
    "EQTY019": ("Applications state the year of graduation.", "US-CA"),
    "EQTY025": ("Applicants must have no criminal record.", "US-CA"),
    "EQTY027": ("Applicants must have good credit.", "US-CA"),
    "EQTY028": ("Applicants must be currently employed.", "US-NJ"),
    "EQTY032": ("Canadian experience is required.", "CA-ON"),
    "EQTY033": ("Fluency in English is required.", "CA-QC"),
    "PAY013": ("Send your salary history with the application.", "US-CA"),
}
STATED = {
    "EQTY004": (
        "We do not discriminate on the basis of race, color, religion or sex in employment.",
        "US-CA",
    ),
    "EQTY030": ("Software scores and ranks all applications.", "US-IL"),
    "PAY001": ("Apply by post.", "US-CO"),
    "PAY008": ("Salary: $50,000 - $60,000 a year", "US-CO"),
    "PAY010": ("Salary: $50,000 - $60,000 a year", "US-CO"),
}


def report(code: str, text: str, place: str, day: date) -> Report:
    employer = Employer(
        as_of=day, jurisdictions=(place,), employees=500, kind=EmployerKind.PRIVATE,
        automated_screening=True,
    )  # fmt: skip
    return Linter(select=(code,), employer=employer).check(f"{HEAD}\n## Requirements\n\n{text}\n")


@pytest.mark.parametrize("code", [*WORDS, *STATED])
def test_a_law_nobody_looked_at_answers_cannot_tell(code: str) -> None:
    """The same text fails by the law as it was read, and is a matter for a newer table later."""
    text, place = {**WORDS, **STATED}[code]
    today, ahead = report(code, text, place, THEN), report(code, text, place, YEARS_AHEAD)
    assert today.outcomes[0].verdict is Verdict.FAIL
    assert OLD not in {found.name for found in today.diagnostics}
    told = ahead.outcomes[0]
    assert told.verdict is Verdict.CANNOT_TELL, told.reason
    assert "the day of the posting" in told.reason
    assert [found.name for found in ahead.diagnostics] == [OLD]
    assert all(law.expires is not None and law.expires <= YEARS_AHEAD for law in told.authority)


def test_one_note_says_that_the_table_is_old() -> None:
    """However many rules cannot tell for it."""
    employer = Employer(as_of=YEARS_AHEAD, jurisdictions=("US-CA",), employees=500)
    lines = "\n".join(f"- {text}" for text, _ in WORDS.values())
    told = Linter(select=tuple(WORDS), employer=employer).check(
        f"{HEAD}\n## Requirements\n\n{lines}\n"
    )
    assert sum(one.verdict is Verdict.CANNOT_TELL for one in told.outcomes) > 2
    assert [found.name for found in told.diagnostics].count(OLD) == 1


def test_every_word_rule_of_a_law_that_expires_is_tried() -> None:
    """A rule that comes to rest on such a law is asked above, too."""

    def expires(laws: tuple[Authority, ...]) -> bool:
        return any(law.expires is not None for law in laws)

    found = {
        rule.meta.code
        for rule in load_packs().rules
        if issubclass(rule, WordRule) and expires(tuple(rule.meta.authority))
    }
    assert found == set(WORDS)

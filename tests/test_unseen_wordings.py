"""Headings, titles and amounts in words that no list holds, told by who does what and where."""

from __future__ import annotations

import pytest

from postlint import Linter, Report
from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind

LINTER = Linter()


def check(text: str, path: str = "a.txt") -> Report:
    return LINTER.check(text, path=path)


def duties(report: Report) -> list[str]:
    return [duty.text.text for duty in report.posting.duties]


def kinds(report: Report) -> dict[str, SectionKind | None]:
    return {part.heading.text: part.kind for part in report.posting.sections if part.heading}


# --------------------------------------------------------------------- headings

DUTIES, ASKED = SectionKind.DUTIES, SectionKind.QUALIFICATIONS
GIVEN, APPLYING = SectionKind.BENEFITS, SectionKind.HOW_TO_APPLY


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("How your month fills up", DUTIES),
        ("Where you fit in", DUTIES),
        ("Things you will tackle", DUTIES),
        ("What the post will entail", DUTIES),
        ("As our rigger, you will", DUTIES),
        ("Your assignments", DUTIES),
        ("Main areas of responsibility", DUTIES),
        ("Who would flourish here", ASKED),
        ("What helps you get ahead", ASKED),
        ("What the job demands", ASKED),
        ("To thrive here you should have", ASKED),
        ("Your talents", ASKED),
        ("Our wish list", ASKED),
        ("Minimum quals", ASKED),
        ("Ways we thank you", GIVEN),
        ("How we take care of our crew", GIVEN),
        ("Why you will love the yard", GIVEN),
        ("Our offer to riggers", GIVEN),
        ("The relocation package", GIVEN),
        ("Let us hear: get in touch", None),
        ("Get in touch", APPLYING),
        ("How to throw in your hat", APPLYING),
        ("Our commitment to fairness", SectionKind.EQUAL_OPPORTUNITY),
        ("Why this post exists", SectionKind.OVERVIEW),
        ("The post in brief", SectionKind.OVERVIEW),
        ("Our promise to our neighbors", SectionKind.ORGANIZATION),
        ("Your path at our yard", None),
        ("What the moon is made from", None),
    ],
)
def test_a_heading_says_who_does_what(heading: str, kind: SectionKind | None) -> None:
    assert heading_kind(heading) is kind


def test_a_few_words_apart_over_a_list_head_it_whatever_they_say() -> None:
    report = check(
        "Rigger\n\nKnots and sails\n\n- Hangs sails.\n- Splices ropes.\n\n"
        "Dry feet and tea\n\n- Three years at sea.\n- Ability to swim.\n"
    )
    assert kinds(report)["Knots and sails"] is DUTIES
    assert kinds(report)["Dry feet and tea"] in (ASKED, SectionKind.EDUCATION_EXPERIENCE)
    assert duties(report) == ["Hangs sails.", "Splices ropes."]


def test_a_sign_on_a_row_of_its_own_belongs_to_the_next_row() -> None:
    report = check(
        "Rigger\n\nQualifications\n\n!\n\nSwimming for two miles\n\n!\n\nRoping in fog\n\n!\n\nTea"
    )
    assert list(kinds(report)) == ["Rigger", "Qualifications"]


# ----------------------------------------------------------------------- titles

BODY = "\n\nDuties\n\n- Feeds the goats.\n- Mends the fence.\n\nRequirements\n\n- Dry boots.\n"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("Goat Herder, Summer", "Goat Herder, Summer"),
        ("TOWN OF ELM\nOFFICE OF THE MAYOR\n\nLantern Lighter", "Lantern Lighter"),
        ("**Hedge Trimmer**\n\n*Fen Gardens, Hull*", "Hedge Trimmer"),
        ("Elm University\n\nBell Ringer of the Chapel", "Bell Ringer of the Chapel"),
        ("The farm has an opening for the position of Goat Supervisor.", "Goat Supervisor"),
        ("Elm Winter", None),
        ("Fen Water\n\nOur Summer", None),
    ],
)
def test_a_line_at_the_top_names_a_job_nobody_listed(top: str, title: str | None) -> None:
    assert check(top + BODY, "a.md").facts["title"].value == title

"""Headings, titles and amounts in words that no list holds, told by who does what and where."""

from __future__ import annotations

import pytest

from postlint import Linter, Report
from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from reading import duties

LINTER = Linter()


def check(text: str, path: str = "a.txt") -> Report:
    return LINTER.check(text, path=path)


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
        ("An average day", DUTIES),
        ("You will be busy with", DUTIES),
        ("What we need done", DUTIES),
        ("Gotta have", ASKED),
        ("Prereqs", ASKED),
        ("What would I be doing?", DUTIES),
        ("Our ideal rigger has", ASKED),
        ("Do I qualify?", ASKED),
        ("Applicants should have", ASKED),
        ("The right match", ASKED),
        ("In return you get", GIVEN),
        ("What we do for our riggers", GIVEN),
        ("Staff enjoy", GIVEN),
        ("The deal", GIVEN),
        ("Why do we want you?", SectionKind.OVERVIEW),
        ("What you can expect to do", DUTIES),
        ("Our new rigger should bring", ASKED),
        ("Successful hires receive", GIVEN),
        ("What comes with the role", GIVEN),
        ("How to succeed in the role", ASKED),
        ("What experience do you have with ropes", SectionKind.EDUCATION_EXPERIENCE),
        ("Are you a citizen of the town", None),
        ("Liked but not required", SectionKind.PREFERRED),
        ("What they will do", DUTIES),
        ("Duties (not all-inclusive)", DUTIES),
        ("We offer", GIVEN),
        ("Interested?", APPLYING),
        ("Ready to join the crew?", APPLYING),
        ("What makes us a good yard", SectionKind.ORGANIZATION),
        ("Position scope", SectionKind.OVERVIEW),
        ("What a rigger gets", GIVEN),
        ("Why is this post open?", SectionKind.OVERVIEW),
        ("As a member of our crew you will", DUTIES),
        ("Summary of responsibilities", DUTIES),
        ("Life at the yard", SectionKind.ORGANIZATION),
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


def test_a_doer_nobody_listed_may_stand_over_headings_nobody_listed() -> None:
    report = check(
        "Lute Tuner\n\nThe work in detail\n\n- Tunes lutes.\n- Files pegs.\n\n"
        "Schooling and practice\n\n- Three years at a bench.\n- Ability to hear a fifth.\n"
    )
    assert kinds(report) == {"The work in detail": DUTIES, "Schooling and practice": ASKED}
    assert report.facts["title"].value == "Lute Tuner"


def test_a_heading_set_below_duties_heads_what_its_list_asks() -> None:
    """An unknown heading nests below a known one by how it is set, and its list says more."""
    report = check(
        "Rigger\n\nDuties\n\n- Hangs sails.\n- Splices ropes.\n\n"
        "Rope Talk\n\n- Three years at sea.\n- Ability to swim.\n"
    )
    assert kinds(report)["Rope Talk"] is ASKED
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
        ("We need hands! The farm is looking for a Goat Herder.", "Goat Herder"),
        ("Join our farm team as a Goat Herder this summer.", "Goat Herder"),
        ("Lute Tuner wanted", "Lute Tuner"),
        ("The farm seeks a Head of Goats beginning in May.", "Head of Goats"),
        ("Head Rigger | The Elm Inn", "Head Rigger"),
        ("Elm Winter", "Elm Winter"),
        ("Fen Water\n\nOur Summer", None),
    ],
)
def test_a_line_at_the_top_names_a_job_nobody_listed(top: str, title: str | None) -> None:
    assert check(top + BODY, "a.md").facts["title"].value == title


# ------------------------------------------------------------------------- pay


@pytest.mark.parametrize(
    ("line", "paid"),
    [
        ("19.40 - 23.10 hourly", [(19.40, 23.10, "hour")]),
        ("Rate: 20.15/hr", [(20.15, None, "hour")]),
        ("27.05 per hour, evenings", [(27.05, None, "hour")]),
        ("61,000 - 74,500 annually", [(61_000, 74_500, "year")]),
        ("$380 per week", [(380, None, "week")]),
        ("$58,400.00/Yr.", [(58_400, None, "year")]),
        ("Up to $88K DOE", [(None, 88_000, None)]),
        ("$19.75 hr", [(19.75, None, "hour")]),
        ("Hourly wage: 14.00 to 18.50, depending on experience", [(14, 18.5, "hour")]),
        ("The crew works 7.50 hr days, 37.50 per week.", []),
        ("The yard moves 25,000 crates annually.", []),
        ("$12,000", []),
        ("Hourly range: 18.20-21.35", [(18.20, 21.35, "hour")]),
        ("Monthly pay: 3,940.00 to 4,610.00", [(3940, 4610, "month")]),
        ("EUR 2.900 brutto im Monat", [(2900, None, "month")]),
        ("$61,000 + commission", [(61_000, None, None)]),
        ("The yard had 9,500 guests last year and gave $45,000 in aid.", []),
        ("Maintains the salary schedule of the town.", []),
    ],
)
def test_an_amount_is_pay_by_its_time_or_by_filling_its_line(
    line: str, paid: list[tuple[float | None, float | None, str | None]]
) -> None:
    report = check(f"# Rigger\n\n{line}\n\n## Duties\n\n- Hangs sails.\n", "a.md")
    stated = report.facts["pay_statements"].value
    assert [(one.low, one.high, one.unit) for one in stated if one.amounts] == paid


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Pay: BOE", "competitive"),
        ("Salary: per the teachers’ salary schedule", "grade-only"),
        ("Paid in accordance with the Board's adopted salary schedule.", "grade-only"),
        ("YT 9, Step 2-5", "grade-only"),
        ("Grade 14 (C-F)", "grade-only"),
        ("Riggers are placed on the yard's pay scale, Grade 7, by their years.", "grade-only"),
        ("Placement is on Range 12 of the classified salary schedule.", "grade-only"),
        ("Pay scale: BA $41,000; MA $47,000", "range"),
        ("Wage: union scale", "competitive"),
        ("Teaches ropes to Grade 7.", "none"),
        ("Keeps the salary schedule current.", "none"),
        ("Walks 14 steps.", "none"),
    ],
)
def test_pay_is_stated_without_an_amount(line: str, pay: str) -> None:
    report = check(f"# Rigger\n\n{line}\n\n## Duties\n\n- Hangs sails.\n", "a.md")
    assert report.facts["pay"].value == pay


# ---------------------------------------------------------- essential and cabinet


@pytest.mark.parametrize(
    ("duties_text", "essential", "legend"),
    [
        (
            (
                "Duties (those with a star (*) are essential duties)\n\n*Hangs sails.\n"
                "*Splices ropes.\nHums songs.\n"
            ),
            "per-duty",
            "with a star",
        ),
        (
            "ESSENTIAL DUTIES: * denotes an essential duty\n\n* Hangs sails.\n* Splices ropes.\n",
            "section",
            "denotes",
        ),
        (
            "Duties\n\nE = essential, M = marginal\n\n- E Hangs sails.\n- M Hums songs.\n",
            "per-duty",
            "E = essential",
        ),
        (
            (
                "Duties\n\n- Hangs sails. [Essential]\n- Hums songs. [Marginal]\n\n"
                "Duties marked [Essential] are what the post exists for.\n"
            ),
            "per-duty",
            "marked",
        ),
        (
            (
                "ESSENTIAL DUTIES\n\nOne must be able to perform every essential duty.\n\n"
                "- Hangs sails.\n- Splices ropes.\n"
            ),
            "section",
            "must be able",
        ),
        ("ESSENTIAL FUNCTIONS (E)\n\n- Hangs sails.\n- Splices ropes.\n", "section", None),
    ],
)
def test_a_legend_is_read_whatever_the_bullets_are(
    duties_text: str, essential: str, legend: str | None
) -> None:
    report = check(f"Rigger\n\n{duties_text}\nRequirements\n\n- Three years at sea.\n")
    assert report.facts["essential"].value == essential
    assert (legend or "") in (report.facts["essential_legend"].value or "")
    assert bool(report.facts["essential_legend"].value) is bool(legend)


@pytest.mark.parametrize(
    ("sentence", "seat"),
    [
        ("The Head of Data sits on the administrative team of the yard.", True),
        ("Is a member of the senior leadership team.", True),
        ("Is a member of the campus instructional leadership team.", False),
        ("You will join the Rope & Administration team.", False),
    ],
)
def test_whose_team_a_seat_is_on(sentence: str, seat: bool) -> None:
    report = check(f"# Head of Data\n\n{sentence}\n\n## Duties\n\n- Plans the network.\n", "a.md")
    said = report.facts["cabinet"].value
    assert bool(said) is seat
    assert not seat or said.endswith("team")


def test_who_holds_the_job_does_what_a_sentence_says() -> None:
    report = check(
        "RIGGER AIDE\n\nUnder close supervision, the Rigger Aide sorts ropes and coils them.\n\n"
        "The Rigger Aide reports to the mate of the yard.\n\nREQUIREMENTS\n\nThree years at sea.\n"
    )
    assert duties(report) == [
        "Under close supervision, the Rigger Aide sorts ropes and coils them."
    ]


def test_an_office_in_a_title_is_no_letterhead() -> None:
    report = check("Office Manager\n\nThe Inner Circle\n\n- Files.\n- Answers mail.\n- Types.\n")
    assert report.posting.title is not None
    assert report.posting.title.text == "Office Manager"
    assert report.facts["is_posting"].value

"""Small advertisements of shops, trades and societies, read as their writers meant them."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.kinds import SectionKind

LINTER = Linter(select=["ALL"])
REST = (
    "\n\nThe work: plant, prune, water and sell trees.\n\nYou need a season of practice. $18 an "
    "hour. Write to Ada at trees@fen.example.\n"
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Night porter", "Night porter"),
        ("Gardener's helper", "Gardener's helper"),
        ("🌳 Garden Helper 🌳", "Garden Helper"),
        ("🌳 Garden helper 🌳", "Garden helper"),
        ("GARDEN HELPER - Job ID: 7", "GARDEN HELPER"),
        ("Garden Helper (ref. GH-7)", "Garden Helper"),
        ("Garden Helper Vacancy – Fen Estate", "Garden Helper"),
        ("Garden Helper, Fen Public Library, Dell OH", "Garden Helper"),
        ("Garden Helper: Fen Nursery, Dell, OH", "Garden Helper"),
        ("Fen Tree Farm: Garden Helper", "Garden Helper"),
        ("Garden Helper, Fen Tree Farm (family business)", "Garden Helper"),
        ("GARDEN HELPER, FEN TREE FARM", "GARDEN HELPER"),
        ("Fen Tree Farm is hiring a Garden Helper", "Garden Helper"),
        ("Fen Tree Farm needs two Garden Helpers for the spring", "Garden Helpers"),
        ("Fen Trees is looking for three Grove Hands for the spring", "Grove Hands"),
        ("We search for our farm in Dell a Garden Helper (m/f/d)", "Garden Helper"),
        ("Garden Helper – 20 hrs/week", "Garden Helper"),
        ("Garden Helper ~ spring 2027", "Garden Helper"),
        ("Garden Helper (4 hrs every Sat.)", "Garden Helper"),
        ("We're adding a second Garden Helper!", "Garden Helper"),
        ("Garden Helper (Sundays 8–12) -- Grace Church", "Garden Helper (Sundays 8–12)"),
        ("GARDEN HELPER, HOSPICE OF THE FENS (half time)", "GARDEN HELPER"),
    ],
)
def test_a_first_line_names_the_job(line: str, title: str) -> None:
    report = LINTER.check(line + REST, path="a.txt")
    assert report.facts.title.value == title
    assert report.is_posting


def test_pictures_before_labels_and_lists_are_signs() -> None:
    """A picture beside no other of its kind adorns a line, and several alike open items."""
    text = (
        "🌳 Garden Helper 🌳\n\n📍 Location: Dell, OH\n💰 Pay: $18/hr\n\n🚀 What you'll do\n"
        "🌱 plant trees all day\n🌱 prune and water\n🌱 sell what is grown\n\n"
        "👉 Need: a season of practice\n"
    )
    report = LINTER.check(text, path="a.txt")
    fields = {field.key.text: field.value.text for field in report.posting.fields}
    assert fields == {"Location": "Dell, OH", "Pay": "$18/hr"}
    assert [report.source.slice(duty.span) for duty in report.posting.duties] == [
        "plant trees all day",
        "prune and water",
        "sell what is grown",
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Need", SectionKind.QUALIFICATIONS),
        ("Min. quals", SectionKind.QUALIFICATIONS),
        ("Our ask", SectionKind.QUALIFICATIONS),
        ("What you bring to the table", SectionKind.QUALIFICATIONS),
        ("Ideal", SectionKind.PREFERRED),
        ("Nice", SectionKind.PREFERRED),
        ("You'd be", SectionKind.DUTIES),
        ("The work involves", SectionKind.DUTIES),
        ("Needed", SectionKind.QUALIFICATIONS),
        ("We'd love to see", SectionKind.PREFERRED),
    ],
)
def test_a_plain_label_before_words_heads_them(label: str, kind: SectionKind) -> None:
    text = f"Garden Helper\n\nWe grow trees in Dell.\n\n{label}: pruning, a steady hand, watering\n"
    sections = LINTER.check(text, path="a.txt").posting.sections
    assert [one.kind for one in sections if one.heading and one.heading.text == label] == [kind]


@pytest.mark.parametrize(
    "said",
    [
        "Our helper of six years is leaving, so her rake is yours.",
        "Grove lead: Sam (he'll be your boss).",
        "Answers to the lead of the grove and reports to him or her.",
    ],
)
def test_a_pronoun_of_who_leaves_or_leads_is_of_no_holder(said: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n- {said}\n\nRequirements\n\n- A season.\n"
    report = LINTER.check(text, path="a.txt")
    assert "EQTY014" not in {one.code for one in report.diagnostics}


@pytest.mark.parametrize(
    ("said", "sector"),
    [
        ("We are a family-owned grower.", "private"),
        ("You get $9 an hour plus tips.", "private"),
        ("Fen Trees, a small garden shop in Dell, is where you work.", "private"),
        ("Fen House is a ministry of the Diocese of Fen.", "nonprofit"),
        ("You hold a pruner's card of the State of Oregon: card, State of Oregon.", "unknown"),
    ],
)
def test_a_small_firm_is_private_by_its_words(said: str, sector: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- {said}\n"
    assert LINTER.check(text, path="a.txt").facts.sector.value == sector


@pytest.mark.parametrize(
    "said", ["Stop by the gate before noon and ask for Ada.", "Resumes to ada@fen.example."]
)
def test_a_person_at_the_gate_is_a_way_to_apply(said: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A season.\n\n{said}\n"
    verdicts = {one.code: one.verdict.value for one in LINTER.check(text, path="a.txt").outcomes}
    assert verdicts["PAY011"] == "pass"


@pytest.mark.parametrize(
    ("said", "closes"),
    [
        ("Write to ada@fen.example by March 5, 2027.", "by March 5, 2027"),
        ("You open or close four days a week.\n\nApply by 3/5/27.", "Apply by 3/5/27"),
        ("Tell us about yourself by March 5.", "by March 5"),
        ("Letters to the keeper before March 5, 2027.", "before March 5, 2027"),
        ("Apply at fen.example/work through 3/5/2027.", "through 3/5/2027"),
        ("Review begins March 5, 2027.", "Review begins March 5, 2027"),
        ("We will keep looking until we find somebody.", "until we find"),
    ],
)
def test_a_day_beside_an_address_closes(said: str, closes: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A season.\n\n{said}\n"
    assert LINTER.check(text, path="a.txt").facts.closing.value == closes


def test_the_first_words_of_one_paragraph_are_the_title() -> None:
    text = (
        "Garden Helper. Small tree farm in Dell seeks a steady hand. Duties: planting, pruning and "
        "watering. Requires a season of practice. $18 an hour. Write to Box 12, Dell, before June."
    )
    assert LINTER.check(text, path="a.txt").facts.title.value == "Garden Helper"


@pytest.mark.parametrize(
    "said",
    [
        "Women and people of color are encouraged to apply.",
        "We are committed to a crew that looks like our neighborhood.",
        "We welcome people of every background.",
    ],
)
def test_plain_words_commit_to_a_mixed_crew(said: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A season.\n\n{said}\n"
    assert LINTER.check(text, path="a.txt").facts.equity_commitment.value == said


RATES = (
    (
        "Night baker\n\nThe Oven, a bakery in Dell, is short of one. Four nights, at $21 an hour. "
        "Phone Ada at 218-555-0190.\n"
    ),
    (
        "BAKER'S APPRENTICE. Small outfit in Dell. Must get up early, own an apron. No experience "
        "needed, will train. $18/hr to start, a raise in June. Call Ada.\n"
    ),
    (
        "Ice Cream Truck Driver ~ summer 2027\n\nYou'll drive a set route and wash the truck.\n"
        "$15/hr and all your tips\nText ICE to 555-0147 by 4/15\n"
    ),
    (
        "We need a couple of grove hands.\n\nAbout the work: plant, prune.\nAbout you: a year in "
        "a grove.\nAbout the money: $12/hr.\n\nWalk in and ask for Ada.\n"
    ),
)


@pytest.mark.parametrize("text", RATES)
def test_a_title_and_pay_for_a_time_make_a_posting(text: str) -> None:
    report = LINTER.check(text, path="a.txt")
    assert report.is_posting
    assert "POST010" not in {one.code for one in report.diagnostics}


def test_what_you_would_do_is_a_duty() -> None:
    text = "Garden Helper\n\nWe grow trees. You'd prune young trees and answer questions.\n"
    duties = LINTER.check(text, path="a.txt").posting.duties
    assert [duty.text.text for duty in duties] == ["You'd prune young trees and answer questions."]


def test_a_name_behind_a_dash_that_the_text_goes_on_about_is_the_employer() -> None:
    text = "Garden Helper — Fens Forever\n\nFens Forever, a society, pays $18 an hour. You plant.\n"
    assert LINTER.check(text, path="a.txt").facts.title.value == "Garden Helper"


@pytest.mark.parametrize("said", ["We do not discriminate.", "The Friends don't discriminate."])
def test_a_refusal_without_grounds_is_a_statement(said: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A season.\n\n{said}\n"
    verdicts = {one.code: one.verdict.value for one in LINTER.check(text, path="a.txt").outcomes}
    assert verdicts["EQTY001"] == "pass"


@pytest.mark.parametrize(
    ("said", "pay"),
    [
        ("You get $10.30 plus tips, and a meal.", (10.3, None)),
        ("We pay $34,000 for the school year.", (34000, "year")),
    ],
)
def test_tips_and_school_years_tell_pay(said: str, pay: tuple[float, str | None]) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A season.\n\n{said}\n"
    stated = LINTER.check(text, path="a.txt").facts.pay_statements.value
    assert [(one.low, one.unit) for one in stated] == [pay]


@pytest.mark.parametrize("said", ["usual but not required", "common, but not needed"])
def test_a_degree_that_is_usual_is_not_required(said: str) -> None:
    text = f"Garden Helper\n\nDuties\n\n- Plant trees.\n\nRequirements\n\n- A degree is {said}.\n"
    assert LINTER.check(text, path="a.txt").facts.degree.value != "required"

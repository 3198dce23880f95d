"""Plain text in every shape real postings have, read into the grammar's terminals."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from postlint import Linter
from postlint.readers.base import Lexeme, Reader
from postlint.readers.plain import PlainReader

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
MAY_BE_EMPTY = {"H1", "H2", "H3", "H4", "H5", "H6", "BULLET", "INDENT", "DEDENT"}


def read(text: str) -> list[Lexeme]:
    return list(PlainReader().read(text).lexemes)


def shape(text: str) -> list[tuple[str, str]]:
    """Return the lexemes that carry words, with their words."""
    return [
        (kind, text[start:end].strip())
        for kind, start, end in read(text)
        if kind not in {"BLANK", "INDENT", "DEDENT"}
    ]


def headings(text: str) -> list[tuple[str, str]]:
    lexemes = read(text)
    return [
        (lexeme.kind, text[following.start : following.end].strip())
        for lexeme, following in pairwise(lexemes)
        if lexeme.kind in {"H1", "H2", "H3", "H4"}
    ]


def items(text: str) -> list[str]:
    """Return the words of the items, labels and markers left out."""
    lexemes = read(text)
    found = []
    for index, lexeme in enumerate(lexemes):
        if lexeme.kind == "BULLET":
            line = next(later for later in lexemes[index:] if later.kind == "LINE")
            found.append(" ".join(text[line.start : line.end].split()))
    return found


def fields(text: str) -> list[tuple[str, str]]:
    lexemes = read(text)
    return [
        (text[key.start : key.end].strip(), text[value.start : value.end].strip())
        for key, value in pairwise(lexemes)
        if key.kind == "KEY"
    ]


def only(text: str, kind: str) -> list[str]:
    return [text[start:end].strip() for name, start, end in read(text) if name == kind]


def check(text: str) -> None:
    """Assert that lexemes are contiguous and in the order the grammar asks for."""
    at = depth = 0
    before = ""
    for kind, start, end in read(text):
        assert start == at
        assert end >= start
        assert end > start or kind in MAY_BE_EMPTY
        if before in {"KEY", "LABEL"} or before in {"H1", "H2", "H3", "H4", "H5", "H6"}:
            assert kind == "LINE"
        if before == "BULLET":
            assert kind in {"LABEL", "LINE"}
        if kind in {"MORE", "MARK"}:
            assert before in {"LINE", "MORE", "MARK"}
        if kind == "INDENT":
            assert before in {"LINE", "MORE", "MARK"}
            depth += 1
            assert depth <= 8
        if kind == "DEDENT":
            assert before != "INDENT"
            depth -= 1
        if kind.startswith("H"):
            assert depth == 0
        at, before = end, kind
    assert at == len(text)
    assert depth == 0
    assert before not in {"KEY", "LABEL", "BULLET"}


# ---------------------------------------------------------------- headings


def test_it_is_a_reader() -> None:
    reader = PlainReader()
    assert isinstance(reader, Reader)
    assert reader.kind == "text"
    assert ".txt" in reader.suffixes


def test_the_title_is_the_job_named_at_the_top() -> None:
    text = "RIVERBEND SCHOOLS\n\nDirector of Technology\n\nSUMMARY\nRuns all computing.\n"
    assert headings(text) == [("H1", "Director of Technology"), ("H2", "SUMMARY")]


def test_names_in_small_letters_stand_above_their_values() -> None:
    """Job boards write "time type" and what it is below it; a wrapped line is none."""
    text = "Ferry Clerk\n\nlocations\nElm, ME\ntime type\nFull time\n\nDuties\n\n- Sells tickets.\n"
    assert fields(text) == [("locations", "Elm, ME"), ("time type", "Full time")]
    assert fields("Ferry Clerk\n\nThe clerk works at four\nlocations\nNone is far.\n") == []


def test_a_title_broken_by_a_narrow_column_is_one() -> None:
    text = (
        "Head of Data &\nNetwork Manager\n\n"
        "Summary\nThe head of data leads two teams of nine people.\n"
    )
    assert headings(text)[0] == ("H1", "Head of Data &\nNetwork Manager")


@pytest.mark.parametrize(
    "line",
    [
        "ESSENTIAL FUNCTIONS",
        "ESSENTIAL FUNCTIONS:",
        "Essential Functions",
        "Essential Functions:",
        "What will you do?",
        "What You'll Do",
        "**Essential Functions**",
        "**Essential Functions:**",
        "=== ESSENTIAL FUNCTIONS ===",
        "## Essential functions",
        "II. ESSENTIAL FUNCTIONS",
        "In this position, you will:",
    ],
)
def test_a_heading_however_it_is_set(line: str) -> None:
    text = f"The town seeks somebody.\n\n{line}\n• Plans the budget.\n• Leads the staff.\n"
    check(text)
    found = headings(text)
    assert len(found) == 1
    assert found[0][1].strip("*:=# ").lower() in line.lower()
    assert items(text) == ["Plans the budget.", "Leads the staff."]


def test_the_dress_of_a_heading_is_not_its_words() -> None:
    assert shape("=== JOB DETAILS ===\n")[:3] == [
        ("H2", "==="),
        ("LINE", "JOB DETAILS"),
        ("NOISE", "==="),
    ]
    assert ("NOISE", "**") in shape("**How to Apply:**\nSend us a letter about yourself.\n")


def test_a_heading_of_unknown_words_stands_before_a_list() -> None:
    text = (
        "DUTIES\n\nKeeping the Lights On\n- Watches the servers.\n- Answers the pager.\n\n"
        "Seeing Around Corners\n- Plans for storms.\n- Tests the backups.\n"
    )
    assert headings(text) == [
        ("H2", "DUTIES"),
        ("H3", "Keeping the Lights On"),
        ("H3", "Seeing Around Corners"),
    ]


def test_a_run_in_heading_is_split_from_its_text() -> None:
    text = "Physical Demands: Work needs the strength to move a printer up a flight of stairs.\n"
    assert shape(text) == [
        ("H2", ""),
        ("LINE", "Physical Demands:"),
        ("LINE", "Work needs the strength to move a printer up a flight of stairs."),
    ]
    text = "BASIC FUNCTION  Under direction of the board, plans and leads the work of nine.\n"
    assert headings(text) == [("H2", "BASIC FUNCTION")]
    text = "POSITION DUTIES - This position looks after forty servers in two places.\n"
    assert headings(text) == [("H2", "POSITION DUTIES -")]
    text = "Why work here? The harbor is calm and the pay is fair and paid on time.\n"
    assert headings(text) == [("H2", "Why work here?")]


def test_words_in_brackets_behind_a_heading_explain_it() -> None:
    text = (
        "The town seeks somebody.\n\n"
        "ESSENTIAL DUTIES (a few of them, and others as the season asks)\n\n"
        "Plans the budget of the yard.\nLeads the staff of nine.\n\n"
        "Desirable skills (used where two of those who apply are equally good):\n\n"
        "• Sails a boat.\n• Reads maps.\n"
    )
    assert [words.partition(" (")[0] for _, words in headings(text)] == [
        "ESSENTIAL DUTIES",
        "Desirable skills",
    ]


def test_a_sentence_that_announces_its_list_is_a_heading() -> None:
    text = (
        "The yard has been here for years.\n\n"
        "The planner must have the following proven skills, knowledge and abilities:\n"
        "Reads charts\nKnows the tides\nSpeaks with pilots\n"
    )
    assert len(headings(text)) == 1


def test_knowledge_of_is_a_heading_before_its_words() -> None:
    text = (
        "Thorough knowledge of: the laws of harbors, the tides, and the rules of the road at sea, "
        "as they bear on the work of a pilot and of those who help one.\n\n"
        "Some skill in: the reading of charts, and the writing of logs that others can read.\n"
    )
    assert [words for _, words in headings(text)] == ["Thorough knowledge of:", "Some skill in:"]


@pytest.mark.parametrize(
    "line", ["HARBOR MANAGER", "Deputy Harbor Manager", "***REVISED 3/14/2027***", "***Pay: $9***"]
)
def test_the_name_of_the_job_and_data_head_nothing(line: str) -> None:
    text = (
        "SUMMARY\n\nThe yard seeks somebody who has been at sea for many years, and more.\n\n"
        f"{line}\n\n"
        "Plans the launch of every boat of the town, in spring and in autumn, and keeps the log.\n"
    )
    assert headings(text) == [("H2", "SUMMARY")]


def test_a_statement_in_capitals_is_no_heading() -> None:
    text = "DUTIES\n\n• Plans.\n\nWE ARE AN EQUAL OPPORTUNITY EMPLOYER\n\nWrite to us.\n"
    assert headings(text) == [("H2", "DUTIES")]


def test_a_heading_in_a_narrow_column_is_one() -> None:
    text = "MINIMUM YEARS\nAND TYPE OF\nEXPERIENCE:\n\nThree years of running a school network.\n"
    assert headings(text) == [("H2", "MINIMUM YEARS\nAND TYPE OF\nEXPERIENCE:")]


def test_quieter_headings_nest_under_louder_ones() -> None:
    text = (
        "EMPLOYMENT STANDARDS\n\nKnowledge of:\nWide area networks.\nSchool budgets.\n\n"
        "Ability to:\nLead a team.\nWrite a plan.\n\nWORKING CONDITIONS\n\nAn office.\n"
    )
    assert headings(text) == [
        ("H2", "EMPLOYMENT STANDARDS"),
        ("H3", "Knowledge of:"),
        ("H3", "Ability to:"),
        ("H2", "WORKING CONDITIONS"),
    ]


def test_rows_of_a_list_are_no_headings() -> None:
    text = "BENEFITS\nDental Insurance\nLife Insurance\nPaid Holidays\nRetirement\nA quiet office\n"
    assert headings(text) == [("H2", "BENEFITS")]


def test_sentences_and_wrapped_rows_are_no_headings() -> None:
    wrapped = (
        "The person in this post is expected to know a great deal about the laws on\n"
        "Equal Opportunity and how they are applied by the schools of the county and\n"
        "by the state. The work is done in an office with a view of the harbor, and\n"
        "now and then in a school. The pay is fair and the people are kind to you.\n"
    )
    assert headings(wrapped) == []
    assert [kind for kind, _ in shape(wrapped)] == ["LINE"]


# ---------------------------------------------------------------- fields


def test_fields() -> None:
    text = "Location: Riverbend\nReports to: Superintendent\nSalary:\t$90,000\nFLSA: Exempt\n"
    assert fields(text) == [
        ("Location:", "Riverbend"),
        ("Reports to:", "Superintendent"),
        ("Salary:", "$90,000"),
        ("FLSA:", "Exempt"),
    ]


def test_two_fields_on_one_line() -> None:
    text = "FLSA:  Exempt                 Approval Date: May 2, 2019\n"
    assert fields(text) == [("FLSA:", "Exempt"), ("Approval Date:", "May 2, 2019")]


def test_a_value_on_the_next_line_or_a_column_away() -> None:
    assert fields("DEPARTMENT:\n\nFinance\n\nDIVISION:\n\nPayroll\n") == [
        ("DEPARTMENT:", "Finance"),
        ("DIVISION:", "Payroll"),
    ]
    assert fields("Job Family\n\nInformation Systems\n\nPay Type\n\nHourly\n") == [
        ("Job Family", "Information Systems"),
        ("Pay Type", "Hourly"),
    ]
    assert fields("Position Title          Network Engineer\n") == [
        ("Position Title", "Network Engineer")
    ]


def test_times_and_links_are_no_fields() -> None:
    assert fields("Monday 8:30 to 5:00 in the office\nhttps://example.org/jobs\n") == []


# ---------------------------------------------------------------- items


@pytest.mark.parametrize(
    "bullet",
    [
        "- ",
        "* ",
        "• ",
        "· ",
        "▪ ",
        "» ",
        "o ",
        "\uf0b7 ",
        "\uf0a7\t",
        "â€¢ ",
        "1. ",
        "a) ",
        "(2) ",
        "-",
        "•",
    ],
)
def test_bullets_of_every_kind(bullet: str) -> None:
    text = f"DUTIES\n{bullet}Plans the budget.\n{bullet}Leads the staff.\n"
    assert items(text) == ["Plans the budget.", "Leads the staff."]
    check(text)


@pytest.mark.parametrize(
    "line", ["-5 degrees outside", "*emphasis*", "---", "U.S. law", "§ 1002 of the act", "o clock"]
)
def test_what_only_looks_like_a_bullet(line: str) -> None:
    assert items(f"{line}\n") == []


def test_a_bullet_alone_on_its_line_takes_the_text_below() -> None:
    text = "DUTIES\n•\n\nPlans the budget.\n\n•\n\nLeads the staff.\n"
    assert items(text) == ["Plans the budget.", "Leads the staff."]
    check(text)


def test_a_pile_of_bullets_before_their_texts() -> None:
    text = "DUTIES\n•\n•\n•\n\nPlans the budget.\nLeads the staff.\nTrains the board.\n"
    assert items(text) == ["Plans the budget.", "Leads the staff.", "Trains the board."]


def test_wrapped_items_are_joined() -> None:
    text = (
        "DUTIES\n\n"
        "• Plans, leads and reviews the work of the people who keep the network of the\n"
        "county's forty schools in order, by day and by night.\n\n"
        "• Answers to the board for the use of the money it has set aside for all such\n"
        "work, and tells it early when there is not enough.\n\n"
        "• Writes the yearly plan for technology, in words that a parent can follow and\n"
        "that a teacher can use.\n"
    )
    found = items(text)
    assert len(found) == 3
    assert found[0].endswith("by night.")
    assert found[2].endswith("can use.")


def test_a_sentence_goes_on_after_a_blank_line_in_small_letters() -> None:
    text = "DUTIES\n" + "".join(
        f"- {verb} the many servers, switches and printers of the county's libraries, parks\n\n"
        "and schools, with care.\n"
        for verb in ("Orders", "Installs", "Repairs", "Replaces")
    )
    assert len(items(text)) == 4
    assert all(found.endswith("with care.") for found in items(text))


def test_items_without_bullets_under_a_heading_of_duties() -> None:
    text = (
        "ESSENTIAL FUNCTIONS\nPlans the budget of the department;\nLeads nine people;\n"
        "Responsible for the data center;\nPerforms other duties as assigned.\n"
    )
    assert items(text) == [
        "Plans the budget of the department;",
        "Leads nine people;",
        "Responsible for the data center;",
        "Performs other duties as assigned.",
    ]
    check(text)


def test_duties_without_a_heading_are_still_a_list() -> None:
    text = (
        "The county seeks a manager who knows how elections are run.\n\n"
        "Plan each election with the clerk\nTrain the poll workers\nTest all the machines\n"
    )
    assert items(text) == [
        "Plan each election with the clerk",
        "Train the poll workers",
        "Test all the machines",
    ]


def test_sentences_that_open_with_verbs_are_items_under_duties() -> None:
    text = (
        "Essential Duties\nLeads the team of nine. Plans the yearly budget for schools. "
        "Writes the report to the board.\n"
    )
    assert items(text) == [
        "Leads the team of nine.",
        "Plans the yearly budget for schools.",
        "Writes the report to the board.",
    ]
    check(text)


def test_prose_under_duties_stays_prose() -> None:
    text = "DUTIES\n\nThe analyst studies how the city spends money and writes reports on it.\n"
    assert items(text) == []


def test_items_nest_by_indent_and_by_bullet() -> None:
    text = "- Leads the teams:\n  o Networks\n  o Help desk\n- Plans.\n"
    assert [kind for kind, *_ in read(text)] == [
        *["BULLET", "LINE", "INDENT", "BULLET", "LINE", "BULLET", "LINE", "DEDENT"],
        *["BULLET", "LINE"],
    ]
    check(text)
    check("".join(" " * depth + "- deeper\n" for depth in range(0, 60, 3)))


def test_blank_lines_between_a_parent_and_its_children() -> None:
    text = "- Leads the teams:\n\n  o Networks\n\n  o Help desk\n\n- Plans.\n\nThe end.\n"
    check(text)
    assert [kind for kind, *_ in read(text)].count("INDENT") == 1


# ---------------------------------------------------------------- markers and labels


@pytest.mark.parametrize(
    "mark", ["“E”", '"E"', "(E)", "[E]", "*E*", "†", "- E", "(essential)", "NE"]
)
def test_markers_at_the_end_of_a_duty(mark: str) -> None:
    text = f"DUTIES\n• Plans the budget. {mark}  \n• Leads the staff.\n"
    assert only(text, "MARK") == [mark]
    assert items(text) == ["Plans the budget.", "Leads the staff."]
    check(text)


def test_a_marker_at_the_end_of_a_wrapped_duty() -> None:
    text = (
        "DUTIES\n• Plans the budget of a department that looks after the networks of all\n"
        "the schools and of the board. “E”\n• Leads the many people who work in the four "
        "offices of the\ncounty. “E”\n• Performs related duties.\n"
    )
    assert only(text, "MARK") == ["“E”", "“E”"]
    assert len(items(text)) == 3


@pytest.mark.parametrize("words", ["Chooses Option E", "Keeps to Title II-E", "Takes vitamin E"])
def test_letters_that_mark_nothing(words: str) -> None:
    assert only(f"DUTIES\n• {words}\n• Leads.\n", "MARK") == []


def test_labels_run_in_before_a_duty() -> None:
    text = "DUTIES\n• Budget and Planning: Plans the spending.\n• **People.** Leads nine.\n"
    assert only(text, "LABEL") == ["Budget and Planning:", "**People.**"]
    assert items(text) == ["Plans the spending.", "Leads nine."]


def test_labels_of_capitals_alone() -> None:
    text = (
        "Essential Functions of the Chief Data Officer include:\n"
        "Lead Data Governance Create and defend rules for how records are kept.\n"
        "Money and Contracts Oversee the spending of the office on tools.\n"
        "Open Doors In concert with the clerk publish what may be published.\n"
        "Calm Harbor Foster a place where people stay for years.\n"
    )
    assert only(text, "LABEL") == [
        "Lead Data Governance",
        "Money and Contracts",
        "Open Doors",
        "Calm Harbor",
    ]
    assert items(text)[1] == "Oversee the spending of the office on tools."
    check(text)


def test_names_are_no_labels() -> None:
    text = (
        "DUTIES\nAssist Elections Administrator with tests.\n"
        "Coordinate Help Desk Support for staff.\nAttend City Council meetings.\n"
    )
    assert only(text, "LABEL") == []


# ---------------------------------------------------------------- glued texts


GLUED = (
    "Our client is a maker of small boats with nine yards on three coasts and a long history of "
    "calm growth.Responsibilities:• Lead the team that keeps the yard's machines in touch with "
    "one another• Plan the change to new tools• Train welders in their useRequirements:• Five "
    "years in a yard or a port• A head for numbersTo see more of us come by. "
)


def test_a_posting_glued_into_one_line() -> None:
    assert headings(GLUED) == [("H2", "Responsibilities:"), ("H2", "Requirements:")]
    assert len(items(GLUED)) == 5
    check(GLUED)


def test_seams_between_words_grown_together() -> None:
    text = (
        "The boat yard has been here for many years and has seen good times and bad ones come and "
        "go. Duties:Must be able to weld in the rainLead system initiatives and new projects"
        "Troubleshoot the crane and all motorsResolve alarms quickly and calmlyHelp define the "
        "rules of the yard and keep to them in foul weather and in fair weather alike"
    )
    assert "Resolve alarms quickly and calmly" in items(text)
    check(text)


def test_a_heading_does_not_reach_back_over_a_sentences_end() -> None:
    text = (
        "The yard is looking for somebody to look after its machines, its lights and its radio. "
        "**Whoever comes must hold a Security Clearance. **Essential Functions:Runs the radio of "
        "the harbor by day and by night.Repairs the lights of both piers when they fail in storms."
    )
    assert [words.strip("* ") for _, words in headings(text)] == ["Essential Functions:"]
    check(text)


def test_a_seam_ends_a_heading_that_follows_a_sentence() -> None:
    text = (
        "The town looks after its people and after their families in good years and in bad ones. "
        "Insurance BenefitsThose who work here are insured against storms and against the sea. "
        "Retirement BenefitsPensions are paid from the day on which the last boat has been sold. "
        "Those who stay for thirty years are given an oar, and some are given two of them."
    )
    assert [words for _, words in headings(text)] == ["Insurance Benefits", "Retirement Benefits"]
    check(text)


def test_a_list_flattened_into_one_sentence() -> None:
    words = (
        "Maintain the cranes and winches of the yard Inspect the slipway before each launch "
        "Coordinate with the harbor pilot on tides Prepare the logs that the port asks for "
        "Oversee the cleaning of the halls Provide relief for the foreman when he is away "
    )
    text = "Responsibilities: " + words * 2
    assert len(items(text)) > 8
    check(text)


def test_names_with_a_capital_inside_stay_whole() -> None:
    text = "Our PowerLead line of engines is known. " * 10
    assert all("PowerLead" in words for _, words in shape(text) if "Power" in words)


def test_duties_joined_by_pipes() -> None:
    text = " | ".join(
        f"Plans the work of team {n} through the year and reports on it" for n in range(8)
    )
    assert len(shape(text)) >= 8
    check(text)


# ---------------------------------------------------------------- furniture


def test_page_furniture_is_noise() -> None:
    page = "Network Manager | Careers\n\n{} of 3\n\nhttps://jobs.example.org/17\n\n"
    text = (
        "DUTIES\n\n• Plans the budget for the\n\n"
        + page.format(1)
        + "coming year.\n\n• Leads nine.\n\n"
        + page.format(2)
        + "_________________\n\nPage 3 of 3\n"
    )
    noise = only(text, "NOISE")
    assert "1 of 3" in noise
    assert "Network Manager | Careers" in noise
    assert "https://jobs.example.org/17" in noise
    assert "_________________" in noise
    assert "Page 3 of 3" in noise
    check(text)


def test_navigation_is_noise() -> None:
    assert only(
        "Sign In\n\nSaved Jobs\n\nCook\n\n© 2024 Harbor Systems. All Rights Reserved.\n", "NOISE"
    ) == [
        "Sign In",
        "Saved Jobs",
        "© 2024 Harbor Systems. All Rights Reserved.",
    ]


def test_directives_and_comments_are_read_and_templates_are_words() -> None:
    text = "%% postlint: ignore ADA004 -- legend on the letterhead\n%% a remark\n%%CITY%%\n"
    assert [kind for kind, _ in shape(text)] == ["DIRECTIVE", "COMMENT", "LINE"]


def test_questions_of_a_questionnaire_are_no_headings() -> None:
    text = (
        "DUTIES\n- Plans.\n\n01\n\n    Do you have a license to drive a boat?\n    Yes\n    No\n\n"
        "02\n\n    How did you hear of us?\n\nRequired Question\n"
    )
    assert headings(text) == [("H2", "DUTIES")]
    check(text)


# ---------------------------------------------------------------- laws


NEWLINES = st.sampled_from(
    ["\n", "\r\n", "\r", "\n\n", "\x0c", "\u2028", " ", "\t", "\xa0", "\u200b"]
)
PIECES = st.sampled_from(
    [
        *[
            "DUTIES",
            "Duties:",
            "Salary:",
            "•",
            "- ",
            "* ",
            "o ",
            "1. ",
            "(E)",
            "“E”",
            "===",
            "**",
            "#",
        ],
        *[
            "Leads the team.",
            "FLSA: Exempt",
            "Page 1 of 2",
            "2 of 3",
            "%% postlint: x",
            "Location",
            "a",
        ],
        *[
            "    ",
            "Knowledge of:",
            "What will you do?",
            "â€¢",
            "\uf0b7",
            "!",
            '!"',
            "\ufeff",
            "İ",
            "01",
        ],
    ]
)


@given(st.lists(st.one_of(PIECES, NEWLINES, st.text(max_size=12)), max_size=60).map("".join))
def test_any_text_is_read_without_loss(text: str) -> None:
    check(text)


@given(st.text())
def test_any_characters_are_read_without_loss(text: str) -> None:
    check(text)


def test_newlines_of_every_kind_read_alike() -> None:
    text = "DUTIES\n\n- Plans.\n- Leads.\n\nFLSA: Exempt\n"
    plain = [kind for kind, *_ in read(text)]
    assert [kind for kind, *_ in read(text.replace("\n", "\r\n"))] == plain
    assert [kind for kind, *_ in read(text.replace("\n", "\r"))] == plain


def test_form_feeds_and_line_separators_stand_inside_lines() -> None:
    text = "One\x0ctwo\u2028three\n"
    assert [kind for kind, *_ in read(text)] == ["LINE"]


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "(" * n,
        lambda n: "“E" * (n // 2),
        lambda n: " " * n,
        lambda n: " " * n + "x",
        lambda n: "a" * n,
        lambda n: "A" * n,
        lambda n: "word\n" * (n // 5),
        lambda n: "WORD\n" * (n // 5),
        lambda n: "a: b • " * (n // 7),
        lambda n: ":" * n,
        lambda n: "•\n" * (n // 2),
        lambda n: "- " * (n // 2),
        lambda n: "aBc " * (n // 4),
        lambda n: "1. 2. " * (n // 6),
        lambda n: "".join(" " * (i % 150) + "- x\n" for i in range(n // 80)),
    ],
)
@pytest.mark.timing
def test_cost_grows_no_faster_than_length(make: Callable[[int], str]) -> None:
    def cost(size: int) -> float:
        text = make(size)
        best = 1e9
        for _ in range(3):
            start = time.perf_counter()
            read(text)
            best = min(best, time.perf_counter() - start)
        return best

    small, large = cost(10_000), cost(80_000)
    assert large < 0.05 or large < small * 8 * 3


def test_the_corpus_is_read_without_loss() -> None:
    if not SHARED.is_dir():
        pytest.skip("the corpus is not beside the repository")
    for path in sorted(SHARED.glob("seeds/*.txt")) + sorted(SHARED.glob("corpus/*/*.txt"))[::7]:
        check(path.read_bytes().decode("utf-8", "replace"))


def test_a_banner_ends_a_questionnaire() -> None:
    """Lines of one below it would be questions, and no fields."""
    text = "01\n\nHave you led others?\n\n=== DETAILS ===\n\nTitle: Clerk\nJob Type: Regular\n"
    assert dict(fields(text)) == {"Title:": "Clerk", "Job Type:": "Regular"}


@pytest.mark.parametrize(
    "text",
    [
        "Canoe Warden\n\nDuties: • Mends canoes • Marks the river • Lends oars\n",
        (
            "Canoe Warden\n\nDuties: • Mends canoes • Marks the river • Lends oars"
            " Qualifications: • Can swim • Has a boat\n"
        ),
        "Canoe Warden\n\nDuties\n* Mends canoes * Marks the river * Lends oars\n",
        "Canoe Warden\n\nDuties: - Mends canoes - Marks the river - Lends oars\n",
    ],
)
def test_a_list_in_one_line_is_a_list(text: str) -> None:
    """Its signs stand behind the label and between the statements, however short the line is."""
    duties = Linter().check(text, path="a.txt").posting.duties
    assert [duty.text.text for duty in duties] == ["Mends canoes", "Marks the river", "Lends oars"]


def test_signs_between_facts_make_no_list() -> None:
    """A line of facts with dots between them has one sign behind no label."""
    report = Linter().check("Canoe Warden\n\nFull-time • Elm, ME • $40 per hour\n", path="a.txt")
    assert not report.posting.duties

"""Markdown is read with its front matter, its bold headings and its missing parts."""

# ruff: noqa: E501 (inputs stand on one line, as they would in a file)
from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from postlint.document.kinds import SectionKind
from postlint.text.source import Span
from reading import given as place_of, outline, read

SITE = """\
---
# what the site needs
title: "Harbor District: Data Platform Director"
layout: job
closes: 2027-03-01
duties:
  - Lead the platform
    - Set the platform's direction with
    the data council.
    - Hire and coach four managers.
  - Serve the schools
    - Report results to the board.
---

{% include alert.html %}

## Basic information

Open to all. {% include more.html %}

**Job title:** {{ page.title }}

**Location:** Anywhere

{% include pay_range.html min="$90,000" max="$120,000" %}

See the [benefits page]({% link pages/benefits.md %}) or [HR](https://hr.example.org/pay/salary).

**Travel:**
Ten percent of the time.

## Duties

{% include duties.html %}
"""


def test_front_matter_keys_are_fields_and_lists_are_sections() -> None:
    posting = read(SITE, "markdown")
    lines = outline(posting)
    assert posting.title is not None
    assert posting.title.text == "Harbor District: Data Platform Director"
    assert lines[:9] == [
        "title = Harbor District: Data Platform Director",
        "closes = 2027-03-01",
        "## duties",
        "### Lead the platform",
        "* Set the platform's direction with the data council.",
        "* Hire and coach four managers.",
        "### Serve the schools",
        "* Report results to the board.",
        "## Basic information",
    ]
    assert [duty.text.text for duty in posting.duties] == [
        "Set the platform's direction with the data council.",
        "Hire and coach four managers.",
        "Report results to the board.",
    ]


def test_items_of_names_and_values_in_front_matter_are_fields() -> None:
    posting = read(
        "---\ntitle: Clerk\nsessions:\n  - link: https://example.org/a\n    date: 2027-02-13\n---\n\n## Duties\n\n- Files.\n",
        "markdown",
    )
    assert outline(posting)[:4] == [
        "title = Clerk",
        "sessions link = https://example.org/a",
        "sessions date = 2027-02-13",
        "## Duties",
    ]


def test_template_tags_show_what_they_carry_and_leave_gaps_where_they_do_not() -> None:
    posting = read(SITE, "markdown")
    lines = outline(posting)
    assert "Job title = Harbor District: Data Platform Director" in lines
    assert "Pay range = $90,000 - $120,000" in lines
    assert [gap.name for gap in posting.gaps] == ["alert.html", "more.html", "duties.html"]
    gap = posting.gaps[2]
    assert gap.kind is SectionKind.DUTIES
    place = posting.source.given_span(gap.span)
    assert posting.source.given[place.start : place.end] == "{% include duties.html %}"


def test_links_keep_their_words_and_lose_their_targets() -> None:
    posting = read(SITE, "markdown")
    assert "See the benefits page or HR." in outline(posting)
    assert "salary" not in posting.text
    assert place_of(posting, "benefits page or HR") == (
        "benefits page]({% link pages/benefits.md %}) or [HR"
    )


def test_a_bold_line_is_a_heading_and_a_bold_name_a_field() -> None:
    posting = read(
        "# Nurse\n\n**Work schedule:**\nFull time.\n\n**Grade:** 7\n\n**WHAT YOU NEED**\n\n- A licence\n",
        "markdown",
    )
    assert outline(posting) == [
        "# Nurse",
        "## Work schedule",
        "Full time.",
        "Grade = 7",
        "## WHAT YOU NEED",
        "* A licence",
    ]


def test_headings_are_recognised_however_they_are_drawn() -> None:
    posting = read(
        "Network Lead\n============\n\n##Duties\n\n- Leads.\n\nPay ##\n---\n\n$1\n", "markdown"
    )
    assert outline(posting)[:3] == ["# Network Lead", "## Duties", "* Leads."]
    assert [notice.message_id for notice in posting.notices] == ["heading-without-blank"]


def test_items_nest_by_indent_and_go_on_lazily() -> None:
    posting = read(
        "## Duties\n\n1. Leads the team,\nwith care\n   - hires\n   - trains\n\n     and keeps notes\n2. Plans. (E)\n",
        "markdown",
    )
    assert outline(posting) == [
        "## Duties",
        "* Leads the team, with care",
        "  * hires",
        "  * trains",
        "    and keeps notes",
        "* Plans. <E>",
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Leads **and *coaches*** the _team_.", "Leads and coaches the team."),
        ("Pays 10\\% &amp; more&hellip;", "Pays 10% & more…"),
        ("Uses `make` and snake_case_names.", "Uses `make` and snake_case_names."),
        (
            "Mail <hr@example.org> or <https://example.org/a>.",
            "Mail hr@example.org or https://example.org/a.",
        ),
        ("See [the [old] plan][plan] ![logo](x.png)now[^1].", "See the [old] plan now."),
        ("Works [on call] and 2 * 3 * 4.", "Works [on call] and 2 * 3 * 4."),
        ("Bold <strong>and</strong> <em>not</em><!-- hidden -->.", "Bold and not."),
    ],
)
def test_words_are_taken_out_of_their_signs(line: str, words: str) -> None:
    assert outline(read(f"## About\n\n{line}\n", "markdown"))[1] == words


@pytest.mark.parametrize("mark", ["(E)", "*E*", "**(E)**", "*"])
def test_essential_marks_survive_emphasis(mark: str) -> None:
    posting = read(f"## Duties\n\n- Leads the team. {mark}\n- Plans.\n", "markdown")
    assert len(posting.duties[0].markers) == 1
    assert posting.duties[0].markers[0].essential


def test_a_table_of_two_columns_is_fields() -> None:
    posting = read(
        "# Clerk\n\n| Field | Value |\n| --- | --- |\n| Grade | 7 |\n| Reports to: | **Head** clerk |\n",
        "markdown",
    )
    assert outline(posting) == ["# Clerk", "Grade = 7", "Reports to = Head clerk"]


def test_a_table_of_duties_gives_items_with_their_marks() -> None:
    posting = read(
        "## Duties\n\n| E/M | Function | Time |\n|---|---|---|\n"
        "| E | Leads the district's network team | 60% |\n"
        "| M | Keeps the inventory of loaned devices | 5% |\n",
        "markdown",
    )
    duties = posting.duties
    assert [duty.text.text for duty in duties] == [
        "Leads the district's network team (60%)",
        "Keeps the inventory of loaned devices (5%)",
    ]
    assert [duty.markers[0].essential for duty in duties] == [True, False]


def test_html_in_markdown_is_read_as_html() -> None:
    posting = read(
        "# Designer\n\n<dl>\n  <div><dt>\n Grade\n </dt><dd>SEO</dd></div>\n</dl>\n\n## You will\n\n* Lead &amp; plan.\n",
        "markdown",
    )
    assert outline(posting) == ["# Designer", "Grade = SEO", "## You will", "* Lead & plan."]


def test_directives_are_found_in_both_kinds_of_comment() -> None:
    posting = read(
        "# A\n\n%% postlint: ignore ADA002 -- on the form\n\n<!-- postlint: ignore PAY001 -- see site -->\n\n"
        "<!-- a note\nto self -->\nWords.\n",
        "markdown",
    )
    assert [directive.text for directive in posting.directives] == [
        "%% postlint: ignore ADA002 -- on the form",
        "%% postlint: ignore PAY001 -- see site",
    ]
    assert posting.source.range(posting.directives[1].span).start.line == 5
    assert outline(posting)[-1] == "Words."


def test_bold_run_in_names_before_long_text_are_headings() -> None:
    long = (
        "asks for judgment, patience and the ability to bring people with different aims together. "
        * 2
    )
    posting = read(
        f"## Core qualifications\n\n**1. Leading change:** {long}\n\n**2. Budget.** {long}\n",
        "markdown",
    )
    headings = [section.heading.text for section in posting.sections if section.heading]
    assert headings == ["Core qualifications", "1. Leading change", "2. Budget."]


def test_columns_are_right_behind_an_emoji_and_a_byte_order_mark() -> None:
    posting = read("\ufeff# Nurse 🏥\n\n**Note:** pays &pound;7 🏥 *weekly*\n", "markdown")
    at = posting.text.index("weekly")
    start = posting.source.range(Span(at, at + 6)).start
    line = posting.source.given.split("\n")[2]
    assert (start.line, start.column) == (3, line.index("weekly") + 1)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "---", "---\n", "---\na: b", "---\na: b\n---", "---\n- \n---\n", "***", "|",
     "|\n|-", "> ", ">>> a",
     "<div", "<!--", "{%", "{{ x", "# ", "#", "-", "- ", "[", "[](", "![]", "```", "**", "** a",
     "%%", "\\", "&;",
     "- a\n\n\n\tb", "a\n-\n", "| a |\n| - |\n| b", "<script>\n\nx", "{% comment %}\nx",
     "\r\r\n\x0c\u2028"],
)  # fmt: skip
def test_fragments_of_syntax_read(text: str) -> None:
    posting = read(text, "markdown")
    assert posting.source.given == text


_BITS = st.sampled_from(
    ["# ", "## ", "- ", "  - ", "1. ", "**", "*", "_", "`", "[", "](", ")", "|", "---", "\n", "\n\n", "\r\n", ": ",
     "<b>", "</b>", "<div>", "</div>", "<table><tr><td>", "<!--", "-->", "{% include a.html %}",
     "{{ page.title }}",
     "{%", "%}", "&amp;", "&#0;", "> ", "%% postlint: ignore X", "Duties", "Leads the team",
     "(E)", "🏥", "\ufeff",
     "title: ", "\t", "\x0c", "\u2028", "é", "|---|---|", "===", "<br>", "\\"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_BITS, max_size=40).map("".join), st.booleans())
def test_any_text_reads_and_every_span_fits(text: str, front: bool) -> None:
    text = f"---\n{text}\n---\n{text}" if front else text
    posting = read(text, "markdown")
    for section in posting.sections:
        place = posting.source.given_span(section.span)
        assert 0 <= place.start <= place.end <= len(text)
    for sentence in posting.sentences:
        assert posting.source.range(sentence).start.line <= posting.source.line_count


@pytest.mark.parametrize(
    "piece",
    ["[", "[a", "[a](", "**a ", "*", "_a", "`", "``a", "<", "<a ", "<a \"", "<!--", "<!-- \n\n", "{%", "{{ a\n", "&a",
     "> ", "- a\n", "  - a\n", "| a ", "|---", "| a |\n|---|\n", "<div>", "<table>\n\n",
     "<script>\n\n", "\\", "# a\n",
     "a\n---\n", "{% comment %}\n", "[a]: b\n", "![a](b", "\n", "a **b:** c\n"],
)  # fmt: skip
@pytest.mark.timing
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.perf_counter()
        read(text, "markdown")
        return time.perf_counter() - started

    small = min(cost(4_000), cost(4_000))
    assert cost(32_000) < max(60 * small, 1.5)


SHARED = Path(__file__).parents[2] / "shared"


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_every_markdown_posting_of_the_corpus_reads_with_sections() -> None:
    files = sorted((SHARED / "corpus").rglob("*.md"))
    bare = []
    for file in files:
        if file.name in ("SOURCE.md", "README.md"):
            continue
        text = file.read_text("utf-8")
        posting = read(text, "markdown")
        if len(text) > 1500 and len(posting.sections) < 3:
            bare.append(file.name)
    assert not bare


def test_a_job_named_after_a_section_is_the_title() -> None:
    posting = read(
        "# Accessibility specialist\n\n## You will\n\n* test boats for all\n", "markdown"
    )
    assert posting.title is not None
    assert posting.title.text == "Accessibility specialist"
    assert posting.sections[-1].kind is SectionKind.DUTIES


NESTED = """---
title: Head Librarian
description: >-
  Runs the branch on the hill
  and its van.
location:
  name: Fern County Library
  city: "Salem"
contact:
  name: Ann Reed
---

## Duties

- Keeps the branch open.
"""


def test_front_matter_that_is_not_flat_is_fields_and_never_sections() -> None:
    posting = read(NESTED, "markdown")
    assert [section.heading and section.heading.text for section in posting.sections] == [
        None,
        "Duties",
    ]
    fields = {field.key.text: field.value.text for field in posting.fields}
    assert fields["location"] == "Fern County Library"
    assert fields["location city"] == "Salem"
    assert fields["contact"] == "Ann Reed"
    assert "Runs the branch on the hill and its van." in " ".join(posting.text.split())
    assert place_of(posting, "Salem") == "Salem"


@pytest.mark.parametrize(
    "yaml",
    ["a: &a\n  b: [*a, *a]\n", "a:\n  - b: {\n  c: ]\n", "a:\n  b: !!python/object:os.system x\n",
     "a:\n  ? [1, 2]\n  : 3\n", "a:\n  b: |\n\n", "a:\n\tb: c\n",
     "a:\n" + "".join(f"  k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 1}]\n" for n in range(9))],
)  # fmt: skip
def test_odd_front_matter_reads(yaml: str) -> None:
    posting = read(f"---\ntitle: Cook\n{yaml}---\n\n## Duties\n\n- Bakes.\n", "markdown")
    assert [duty.text.text for duty in posting.duties] == ["Bakes."]
    assert len(posting.text) < 5_000


def test_a_bold_field_with_a_dash_for_a_value_reads() -> None:
    posting = read("# Cook\n\n**Grade: -**\n\n- Bakes.\n\n**Grade:** -\n\n- Fries.\n", "markdown")
    assert posting.source.given.count("Grade") == 2
    assert "Grade" in {field.key.text for field in posting.fields}

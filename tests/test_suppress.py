"""Directives in a posting silence findings, leave a record, and are reported when idle."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from typing import Any

import pytest

from documents import word
from postlint.document.posting import Posting
from postlint.engine.suppress import Silence, silence
from postlint.errors import UnknownName
from postlint.fix.settle import settle
from postlint.linter import Linter
from postlint.syntax import read_markup
from postlint.text.diagnostics import Applicability, Diagnostic, Severity
from postlint.text.source import Span

TODAY = date(2026, 11, 21)
CODES = {"ADA002": "ADA002", "legend": "ADA002", "LEAD001": "LEAD001"}


def code_of(name: str) -> str:
    if name not in CODES:
        raise UnknownName("rule", name, "ADA002" if name.startswith("ADA") else None)
    return CODES[name]


def at(posting: Posting, words: str, code: str = "ADA002") -> Diagnostic:
    start = posting.text.index(words)
    return Diagnostic(
        code=code,
        name="a-rule",
        severity=Severity.WARNING,
        message="A message.",
        message_id="id",
        span=Span(start, start + len(words)),
    )


def run(text: str, *places: str, today: date = TODAY, require_reason: bool = True) -> Silence:
    posting = read_markup(text)
    return silence(
        posting,
        [at(posting, words) for words in places],
        code_of=code_of,
        ran=frozenset({"ADA002", "LEAD001"}),
        today=today,
        require_reason=require_reason,
    )


def test_ignore_speaks_for_the_next_block_and_no_further() -> None:
    text = (
        "# Cook\n\n## Duties\n\n"
        "%% postlint: ignore legend -- on the wall\n- Bakes. (E)\n- Washes.\n"
    )
    found = run(text, "Bakes.", "Washes.")
    assert [s.reason for s in found.suppressed] == ["on the wall"]
    assert [d.span.start for d in found.remaining] == [text.index("Washes.")]
    assert found.findings == ()


def test_ignore_above_a_heading_speaks_for_the_heading() -> None:
    text = (
        "# Cook\n\nText.\n\n## Lead\n\nMore.\n\n"
        "%% postlint: ignore ADA002 -- why\n## Duties\n\n- Bakes.\n"
    )
    # Something stands before it in its section, so the section is what it ends.
    assert run(text, "More.").suppressed
    alone = "# Cook\n\n%% postlint: ignore ADA002 -- why\n\n## Duties\n\n- Bakes.\n"
    assert run(alone, "Duties").suppressed
    assert not run(alone, "Bakes.").suppressed


def test_ignore_at_the_end_of_a_section_speaks_for_the_section() -> None:
    text = "# Cook\n\n## Duties\n\n- Bakes. (E)\n\n%% postlint: ignore ADA002 -- legend elsewhere\n"
    assert run(text, "Duties").suppressed


def test_ignore_section_reaches_what_is_nested_and_stops_at_the_next() -> None:
    text = (
        "# Cook\n\n## Duties\n\n%% postlint: ignore-section ADA002 -- why\n\n- Bakes.\n\n"
        "### Evenings\n\n- Washes.\n\n## Pay\n\nGood.\n"
    )
    found = run(text, "Bakes.", "Washes.", "Good.")
    assert len(found.suppressed) == 2
    assert [d.span.start for d in found.remaining] == [text.index("Good.")]


def test_ignore_file_reaches_everything() -> None:
    text = "%% postlint: ignore-file ADA002, LEAD001 -- archive\n# Cook\n\n- Bakes.\n"
    found = run(text, "Cook", "Bakes.")
    assert found.remaining == ()
    assert [f.data["names"] for f in found.findings] == ["LEAD001"]


def test_a_reason_is_required_unless_waived() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002\n- Bakes.\n"
    found = run(text, "Bakes.")
    assert [f.message_id for f in found.findings] == ["suppression-without-reason"]
    assert len(found.remaining) == 1
    assert run(text, "Bakes.", require_reason=False).suppressed


def test_an_expired_silence_lets_its_finding_return_and_says_so() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002 until 2027-06-30 -- why\n- Bakes.\n"
    assert run(text, "Bakes.", today=date(2027, 6, 30)).suppressed[0].until == date(2027, 6, 30)
    late = run(text, "Bakes.", today=date(2027, 7, 1))
    assert len(late.remaining) == 1
    assert [f.message_id for f in late.findings] == ["expired-suppression"]


def test_an_idle_silence_is_a_finding_with_a_safe_fix() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002 -- why\n- Bakes.\n"
    (finding,) = run(text).findings
    assert finding.message_id == "unused-suppression"
    (edit,) = finding.fixes[0].edits
    assert text[: edit.span.start] + edit.content + text[edit.span.end :] == "# Cook\n\n- Bakes.\n"


def test_only_the_idle_name_is_removed() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002, LEAD001 -- why\n- Bakes.\n"
    (finding,) = run(text, "Bakes.").findings
    (edit,) = finding.fixes[0].edits
    fixed = text[: edit.span.start] + edit.content + text[edit.span.end :]
    assert fixed == "# Cook\n\n%% postlint: ignore ADA002 -- why\n- Bakes.\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("%% postlint: ignroe ADA002 -- why", "unknown-directive"),
        ("%% postlint: ignore -- why", "suppression-without-rule"),
        ("%% postlint: ignore ADA009 -- why", "suppression-of-unknown-rule"),
        ("%% postlint: ignore ADA002 until June -- why", "suppression-date"),
    ],
)
def test_a_directive_that_says_nothing_known_is_a_finding(line: str, message: str) -> None:
    found = run(f"# Cook\n\n{line}\n- Bakes.\n", "Bakes.")
    assert [f.message_id for f in found.findings] == [message]
    assert len(found.remaining) == 1


def test_a_silence_of_a_rule_that_was_not_asked_is_not_called_idle() -> None:
    posting = read_markup("%% postlint: ignore-file ADA002 -- why\n# Cook\n")
    found = silence(posting, [], code_of=code_of, ran=frozenset(), today=TODAY)
    assert found.findings == ()


# ------------------------------------------------------------ kinds of source

BODY = (
    "{h1}Nurse\n\n{h2}{duties}\n\n- Cares for people.\n{0}\n- Plans the week.\n\n"
    "{h2}{asked}\n\n- A licence as a nurse.\n"
)
NOTES = {
    "markup": "%% postlint: ignore-file {} -- on the letterhead",
    "text": "[postlint: ignore-file {} -- on the letterhead]",
    "markdown": "<!-- postlint: ignore-file {} -- on the letterhead -->",
}
ELSEWHERE = [
    *NOTES.items(),
    ("text", NOTES["markup"]),
    ("markdown", NOTES["text"] + "\n"),
]


def written(kind: str, note: str) -> str:
    if kind == "text":
        return BODY.format(note, h1="", h2="", duties="DUTIES", asked="QUALIFICATIONS")
    gap = "\n" if kind == "markdown" else ""
    note = gap + note
    return BODY.format(note, h1="# ", h2="## ", duties="Duties", asked="Qualifications")


@pytest.mark.parametrize(("kind", "note"), ELSEWHERE)
def test_every_kind_of_text_has_a_directive_of_its_own(kind: str, note: str) -> None:
    linter = Linter(select=("EQTY001",))
    report = linter.check(written(kind, note.format("EQTY001")), kind=kind)
    assert report.kind == kind
    assert [one.reason for one in report.suppressed] == ["on the letterhead"]
    assert report.diagnostics == ()
    # It is no word of the posting.
    assert "postlint" not in " ".join(duty.text.text for duty in report.posting.duties)
    assert "Plans the week." in [duty.text.text for duty in report.posting.duties]


@pytest.mark.parametrize(("kind", "note"), ELSEWHERE)
def test_an_idle_directive_is_taken_away_whole(kind: str, note: str) -> None:
    check = partial(Linter(select=("EQTY001", "ADA004")).check, kind=kind)
    text = written(kind, note.format("ADA004, EQTY001"))
    half = settle(text, check)
    assert half.text == written(kind, note.format("EQTY001"))
    idle = written(kind, note.format("ADA004"))
    gone = settle(idle, check)
    assert [code for code, _ in gone.applied] == ["POST035"]
    assert "postlint" not in gone.text
    lines = [line for line in idle.split("\n") if line.strip() and "postlint" not in line]
    assert [line for line in gone.text.split("\n") if line.strip()] == lines


def test_a_comment_of_a_web_page_is_taken_away_with_its_signs() -> None:
    page = (
        "<h1>Nurse</h1>\n<!-- postlint: ignore-file ADA004 -- once -->\n"
        "<h2>Duties</h2><ul><li>Cares for people.</li><li>Plans the week.</li></ul>\n"
    )
    check = partial(Linter(select=("ADA004",)).check, kind="html")
    comment = "<!-- postlint: ignore-file ADA004 -- once -->"
    assert settle(page, check).text == page.replace(comment, "")


def test_a_paragraph_of_a_word_file_may_be_a_directive() -> None:
    pytest.importorskip("docx")

    def nurse(document: Any) -> None:
        document.add_heading("Nurse", 1)
        document.add_paragraph("[postlint: ignore-file EQTY001, ADA004 -- on the letterhead]")
        document.add_heading("Duties", 2)
        document.add_paragraph("Cares for people.", style="List Bullet")
        document.add_paragraph("Plans the week.", style="List Bullet")

    report = Linter(select=("EQTY001", "ADA004")).check_bytes(word(nurse), path="nurse.docx")
    assert [one.diagnostic.code for one in report.suppressed] == ["EQTY001"]
    idle = next(found for found in report.diagnostics if found.code == "POST035")
    assert [fix.applicability for fix in idle.fixes] == [Applicability.DISPLAY]


@pytest.mark.parametrize(
    "words",
    ["[postlint is a linter]", "[postlint: ignore EQTY001 -- x", "see [postlint: ignore X]"],
)
def test_other_words_in_brackets_are_words(words: str) -> None:
    report = Linter(select=("EQTY001",)).check(written("text", words), kind="text")
    assert report.posting.directives == ()
    stray = ["POST036"] if "postlint: ignore" in words else []
    assert [found.code for found in report.diagnostics] == ["EQTY001", *stray]


@pytest.mark.parametrize(
    "dash",
    ["--", "---", "\N{EN DASH}", "\N{EM DASH}", "-", "\N{NON-BREAKING HYPHEN}", "\N{MINUS SIGN}"],
)
@pytest.mark.parametrize("name", ["EQTY001", "eeo-statement-missing until 2099-01-31"])
def test_a_dash_that_word_made_of_two_parts_the_reason_too(dash: str, name: str) -> None:
    note = f"[postlint: ignore-file {name} {dash} it is on the sign-board]"
    report = Linter(select=("EQTY001",)).check(written("text", note), kind="text")
    assert [one.reason for one in report.suppressed] == ["it is on the sign-board"]
    assert report.diagnostics == ()


@pytest.mark.parametrize("kind", ["text", "markdown", "markup"])
@pytest.mark.parametrize("sign", ["[postlint: {}]", "<!-- postlint: {} -->"])
@pytest.mark.parametrize("newline", ["\n", "\n  ", "\r\n"])
def test_a_directive_in_brackets_may_be_wrapped(kind: str, sign: str, newline: str) -> None:
    words = f"ignore-file EQTY001 -- the statement{newline}is on the letterhead"
    note = sign.format(words) + "\n"
    report = Linter(select=("EQTY001",)).check(written(kind, note), kind=kind)
    assert [one.reason.split() for one in report.suppressed] == [
        "the statement is on the letterhead".split()
    ]
    assert "letterhead" not in " ".join(duty.text.text for duty in report.posting.duties)


@pytest.mark.parametrize("rest", ["\n\nis on the letterhead]", " [postlint: end]", ""])
def test_brackets_that_are_not_closed_in_their_paragraph_are_words_of_the_markup(rest: str) -> None:
    note = f"[postlint: ignore-file EQTY001 -- the statement{rest}\n"
    report = Linter(select=("EQTY001",)).check(written("markup", note), kind="markup")
    assert report.posting.directives == ()
    assert [found.code for found in report.diagnostics] == ["EQTY001", "POST036"]


@pytest.mark.parametrize("kind", ["markup", "text", "markdown"])
@pytest.mark.parametrize(
    "sign", ["%% postlint: {}", "<!-- postlint: {} -->", "[postlint: {}]", "<!--postlint: {}-->"]
)
def test_a_suppression_behind_words_says_that_it_does_nothing(kind: str, sign: str) -> None:
    behind = "- Hires the foreman. " + sign.format("ignore EQTY013 -- union title")
    report = Linter(select=("EQTY013",)).check(written(kind, behind), kind=kind)
    assert [found.code for found in report.diagnostics] == ["EQTY013", "POST036"]
    stray = report.diagnostics[1]
    line = written(kind, behind).split("\n").index(behind) + 1
    assert report.source.range(stray.span).start.line == line


@pytest.mark.parametrize("sign", ["%% postlint: {}", "<!-- postlint: {} -->", "[postlint: {}]"])
@pytest.mark.parametrize("fence", ["```", "~~~", "```text"])
def test_code_shows_a_directive_and_gives_none(sign: str, fence: str) -> None:
    shown = f"\n{fence}\n{sign.format('ignore-file EQTY001 -- as in the manual')}\n{fence[:3]}\n"
    report = Linter(select=("EQTY001",)).check(written("markdown", shown), kind="markdown")
    assert [found.code for found in report.diagnostics] == ["EQTY001"]
    given = shown + "\n<!-- postlint: ignore-file EQTY001 -- on the letterhead -->\n"
    report = Linter(select=("EQTY001",)).check(written("markdown", given), kind="markdown")
    assert [one.reason for one in report.suppressed] == ["on the letterhead"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("EQTY013 because of the union", "A reason stands behind ' -- '."),
        ("LEAD -- all of them", "Single rules are silenced, such as 'LEAD"),
        ("EQTY913 -- the union", "Did you mean 'EQTY"),
    ],
)
def test_a_name_no_rule_has_says_what_to_write(words: str, told: str) -> None:
    report = Linter(select=["EQTY013"]).check(
        f"# Clerk\n\n## Duties\n\n%% postlint: ignore {words}\n- Hires the foreman.\n"
        "\n## Qualifications\n\n- A degree.\n"
    )
    found = [found.message for found in report.diagnostics if found.code == "POST032"]
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize("middle", [" ", "\t", "--> ", "] ", "%% ", "until "])
def test_a_long_row_of_anything_in_a_directive_is_read_at_once(middle: str) -> None:
    began = time.process_time()
    run(f"# Cook\n\n%% postlint: ignore legend -- x{middle * 4_000}y\n- Bakes. (E)\n", "Bakes.")
    assert time.process_time() - began < 2  # it was forty seconds

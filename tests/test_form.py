"""The form of a text can be mended: safely, to an end, and without touching what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from postlint.document.headings import heading_kind
from postlint.document.placeholders import placeholders
from postlint.engine.report import Report
from postlint.fix.settle import Settled, choose, settle
from postlint.linter import Linter
from postlint.rules import WordRule
from postlint.rules.rule import Verdict
from postlint.text.decode import decode
from postlint.text.diagnostics import Applicability, Edit, Fix, Severity
from postlint_rules.form._names import usual_names
from strategies import KINDS, TEXTS, law

SHARED = Path(__file__).parents[2] / "shared"
_SAFE = frozenset({Applicability.SAFE})
_EVERY = 17
# Places, blanks and signs; blanks are written out where a value is shown.
_NOT_WORDS = re.compile(r"(?:Span\([^)]*\)|\\[nrtxu][0-9a-f]*|\W)+")


@cache
def linter(*select: str) -> Linter:
    return Linter(select=select or ("FORM",))


@cache
def default() -> Linter:
    return Linter()


@cache
def adding() -> Linter:
    """Return a linter of the rules whose fixes put in what is missing, and none that rewords."""
    rewording = [
        rule.meta.code
        for rule in default().rules.rules
        if isinstance(rule, WordRule) or rule.meta.code == "ADA010"
    ]
    return Linter(ignore=tuple(rewording))


@cache
def whole() -> Linter:
    return Linter(select=("ALL",))


def checking(which: Linter, kind: str) -> Callable[[str], Report]:
    return lambda text: which.check(text, kind=kind)


def facts(report: Report) -> list[object]:
    """Return what the facts come to, without the places their words stand at."""
    return [
        (name, fact.known, re.sub(_NOT_WORDS, " ", repr(fact.value)))
        for name, fact in report.facts.items()
    ]


# ------------------------------------------------------------------ headings


def test_both_names_of_a_heading_head_the_same_kind_of_section() -> None:
    assert len(usual_names()) > 15
    for name, usual in usual_names().items():
        assert heading_kind(name) is heading_kind(usual) is not None, name


def test_no_heading_that_identifies_essential_duties_is_renamed() -> None:
    assert not [name for name in usual_names() if "essential" in name or "function" in name]


def test_no_usual_name_has_a_more_usual_one() -> None:
    """Otherwise the fixes of a heading would go on, or round."""
    assert not {usual.lower() for usual in usual_names().values()} & set(usual_names())


# ---------------------------------------------------------------------- laws


@law
@given(TEXTS, KINDS)
def test_safe_fixes_settle(text: str, kind: str) -> None:
    settled = settle(text, checking(whole(), kind))
    assert settled.settled
    again = settle(settled.text, checking(whole(), kind))
    assert again.text == settled.text
    assert again.applied == ()


@law
@given(TEXTS, KINDS)
def test_safe_fixes_keep_the_facts(text: str, kind: str) -> None:
    check = checking(whole(), kind)
    assert facts(check(settle(text, check).text)) == facts(check(text))


@law
@given(TEXTS, KINDS)
def test_no_word_outside_a_span_is_touched(text: str, kind: str) -> None:
    """What stands between the edits of a pass comes out as it went in, in its order."""
    report = linter().check(text, kind=kind)
    spans = sorted(
        report.source.given_span(edit.span)
        for _, fix in choose(report.diagnostics, _SAFE)
        for edit in fix.edits
    )
    starts, ends = [0, *(span.end for span in spans)], [*(span.start for span in spans), len(text)]
    between = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    settled = settle(text, checking(linter(), kind))
    if settled.held:
        return
    place = 0
    for piece in between:
        for word in piece.split():
            found = settled.text.find(word.strip(), place)
            assert found >= 0, word
            place = found + len(word)


# -------------------------------------------------------------- held back


def replacing(old: str, new: str) -> Callable[[str], Report]:
    """Return a check whose safe fix is not safe: it changes a word."""
    base = Linter(select=("FORM",))

    def check(text: str) -> Report:
        report = base.check(text, kind="markup")
        place = text.find(old)
        if place < 0:
            return report
        span = report.posting.passage(report.posting.anchor).span
        edit = Edit(type(span)(place, place + len(old)), new)
        bad = (
            whole()
            .check("", kind="markup")
            .diagnostics[0]
            ._replace(
                code="TST001",
                fixes=(Fix("Write it otherwise", (edit,), Applicability.SAFE),),
            )
        )
        return evolve(
            report,
            diagnostics=(*report.diagnostics, bad),
            case=report._case,
            sources=report._sources,
        )

    return check


POSTING = "# Nurse\n\n## Duties\n\n- Cares for the ward. “E”\n- Plans the week.\n"


def test_a_safe_fix_that_changes_what_is_read_is_held_back_and_the_others_are_made() -> None:
    settled = settle(POSTING, replacing("Plans", "Ruins"))
    assert settled.text == POSTING.replace("“E”", "(E)")
    assert [code for code, _ in settled.held] == ["TST001"]
    assert [code for code, _ in settled.applied] == ["FORM001"]
    assert settled.settled


# ------------------------------------------------------------ kinds of source


@pytest.mark.parametrize("rule", ["FORM001", "FORM002", "FORM003", "FORM004"])
def test_the_form_of_what_is_no_text_is_not_looked_at(rule: str) -> None:
    page = "<h1>Nurse</h1><h2>Job Duties</h2><ul><li>Cares. “E”</li><li>Plans. (E)</li></ul>"
    record = linter(rule).check(page, kind="html").outcomes[0]
    assert record.verdict is Verdict.NOT_APPLICABLE
    assert "plain text" in record.reason


def test_markdown_keeps_the_blanks_that_break_a_line() -> None:
    text = POSTING.replace("week.", "week.  ")
    assert settle(text, checking(linter("FORM004"), "markdown")).text == text
    assert settle(text, checking(linter("FORM004"), "markup")).text == POSTING


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("kind", ["markup", "markdown", "text"])
def test_line_ends_stay(newline: str, kind: str) -> None:
    text = POSTING.replace("\n", newline)
    assert settle(text, checking(linter(), kind)).text == text.replace("“E”", "(E)")


def test_the_rules_are_off_unless_they_are_chosen() -> None:
    assert not [one for one in Linter().rules.rules if one.meta.family == "FORM"]
    assert all(one.meta.severity is Severity.INFO for one in linter().rules.rules)


# ------------------------------------------------------------- what is missing

BARE = (
    "{h1}Chief Technology Officer\n\nOrganization: Alder Unified School District\n"
    "Location: Alder, OR\n\n{h2}{d}\n\n- Leads the staff of twelve.\n- Plans the budget.\n"
    "- Writes the technology plan for the board.\n\n{h2}{q}\n\n- A bachelor's degree.\n"
)
TEXTS_OF_KINDS = {
    "markup": BARE.format(h1="# ", h2="## ", d="Key duties", q="Qualifications"),
    "markdown": BARE.format(h1="# ", h2="## ", d="Key duties", q="Qualifications"),
    "text": BARE.format(h1="", h2="", d="KEY DUTIES", q="QUALIFICATIONS"),
}
GAPS = {"LEAD001", "EQTY001", "EQTY002", "ADA001", "ADA005"}


def rejoined(kind: str) -> Settled:
    return settle(TEXTS_OF_KINDS[kind], checking(Linter(), kind), unsafe=True)


@pytest.mark.parametrize("kind", TEXTS_OF_KINDS)
def test_every_named_gap_has_words_to_fill_in(kind: str) -> None:
    check = checking(Linter(), kind)
    before = {found.code for found in check(TEXTS_OF_KINDS[kind]).diagnostics}
    assert before >= GAPS
    settled = rejoined(kind)
    assert settled.settled
    assert {code for code, _ in settled.applied} >= GAPS
    after = check(settled.text)
    assert {"EQTY001", "EQTY002", "ADA005"}.isdisjoint(d.code for d in after.diagnostics)
    blanks = [d for d in after.diagnostics if d.code == "POST012"]
    # The reporting line, the marks, accommodation, the employer and its grounds, the commitment;
    # and each duty of a leader that is missing.
    assert len(blanks) >= 6
    assert all(blank.severity is Severity.WARNING for blank in blanks)


@pytest.mark.parametrize("kind", TEXTS_OF_KINDS)
def test_what_was_there_is_there_still_and_in_its_order(kind: str) -> None:
    lines = iter(rejoined(kind).text.split("\n"))
    assert all(line in lines for line in TEXTS_OF_KINDS[kind].rstrip("\n").split("\n"))


@pytest.mark.parametrize("kind", TEXTS_OF_KINDS)
def test_adding_twice_adds_nothing(kind: str) -> None:
    once = rejoined(kind).text
    assert settle(once, checking(Linter(), kind), unsafe=True).text == once


def test_what_is_added_is_a_statement_and_cites_no_law() -> None:
    added = rejoined("markup").text
    for word in ("U.S.C.", "CFR", "Title VII", "required by", "ADA", "Act "):
        assert word not in added


def test_a_blank_for_the_supervisor_is_no_supervisor() -> None:
    report = Linter(select=("LEAD001",)).check(rejoined("markup").text, kind="markup")
    assert report.outcomes[0].verdict is Verdict.CANNOT_TELL


def test_a_statement_goes_under_the_heading_that_waits_for_it() -> None:
    text = TEXTS_OF_KINDS["markup"] + "\n## Equal opportunity\n\n## Benefits\n\nA pension.\n"
    found = Linter(select=("EQTY001",)).check(text, kind="markup").diagnostics
    fixed = settle(
        text, lambda one: Linter(select=("EQTY001",)).check(one, kind="markup"), unsafe=True
    )
    assert found
    assert "## Equal opportunity\n\n[Employer] is" in fixed.text
    assert fixed.text.count("Equal opportunity") == 1


def test_nothing_is_put_into_the_data_above_a_text() -> None:
    """Duties may stand in front matter, and a sentence among them would break it."""
    text = (
        "---\ntitle: Program Lead\nduties:\n  - Leads the program.\n  - Plans the budget.\n"
        "  - Writes the plan.\n---\n\n## How to apply\n\nWrite to the office by May.\n"
    )
    report = Linter(select=("ADA001",)).check(text, kind="markdown")
    fixes = [fix for found in report.diagnostics for fix in found.fixes]
    assert [fix.applicability for fix in fixes] == [Applicability.DISPLAY]
    assert settle(text, checking(Linter(), "markdown"), unsafe=True).text.startswith(text[:100])


def test_a_letter_is_explained_and_a_star_is_left_to_its_writer() -> None:
    text = (
        "# Nurse\n\n## Duties\n\n- Cares for people.{0}\n- Plans the week.{0}\n\n"
        "## Benefits\n\nA pension.\n"
    )
    only = Linter(select=("ADA002",))
    fixed = settle(text.format(" (E)"), checking(only, "markup"), unsafe=True).text
    assert "(E)\n\n(E) marks an essential function of the position.\n\n## Benefits" in fixed
    assert only.check(fixed, kind="markup").outcomes[0].verdict is Verdict.PASS
    starred = text.format(" *")
    assert settle(starred, checking(only, "markup"), unsafe=True).text == starred


# ---------------------------------------------------------------- placeholders


@pytest.mark.parametrize(
    "words",
    [
        "[supervisor's title]",
        "[supervisor’s title]",
        "[Insert school name]",
        "[EMPLOYER]",
        "[Department/School]",
        "[your address here]",
        "<insert date>",
        "<<Job Title>>",
        "Lorem ipsum",
        "[please add two skills]",
        "[TBD by the board]",
    ],
)
def test_a_blank_is_found(words: str) -> None:
    found = list(placeholders(f"🏫 The post is at {words} in town."))
    assert [one.data["words"] for one in found] == [words]
    assert found[0].span.start == len("🏫 The post is at ")


@pytest.mark.parametrize(
    "words",
    [
        "[E]",
        "[sic]",
        "[1]",
        "[insert](https://example.org)",
        "[name]: https://example.org",
        "[at]",
        "[OPTIONAL]",
        "[the Department of Energy]",
        "[See note 4]",
        "<title>",
        "<https://example.org>",
        "a [b",
        "[" * 400 + "insert x",
        "[Re]insert",
    ],
)
def test_other_brackets_are_no_blanks(words: str) -> None:
    assert list(placeholders(words)) == []


def test_a_blank_can_be_silenced_and_an_idle_silence_is_told() -> None:
    text = (
        POSTING + "\n%% postlint: ignore-file placeholder-left -- a template\n\nAsk [Employer].\n"
    )
    report = Linter().check(text, kind="markup")
    assert "POST012" not in {found.code for found in report.diagnostics}
    assert "POST012" in {one.diagnostic.code for one in report.suppressed}
    idle = Linter().check(text.replace("[Employer]", "us"), kind="markup")
    assert "POST035" in {found.code for found in idle.diagnostics}


STATED = (
    "\n## Equal opportunity\n\nThe City is an equal opportunity employer and does not "
    "discriminate on the basis of {}.\n"
)


def verdict(text: str, code: str = "EQTY001") -> tuple[Verdict, str]:
    report = Linter().check(POSTING + text, kind="markup")
    (record,) = (one for one in report.outcomes if one.code == code)
    return record.verdict, record.reason


def test_nobody_can_tell_what_a_blank_will_say() -> None:
    filled = verdict(STATED.format("race, sex, age and disability"))
    assert filled[0] is Verdict.PASS
    blank = verdict(STATED.format("[insert the grounds]"))
    assert blank == (
        Verdict.CANNOT_TELL,
        "The text does not settle what will stand for '[insert the grounds]'.",
    )
    # A blank elsewhere is no doubt about the statement.
    assert verdict(STATED.format("race and sex") + "\nAsk [Employer].\n")[0] is Verdict.PASS


def test_a_blank_that_is_meant_raises_no_doubt() -> None:
    meant = "\n%% postlint: ignore-file placeholder-left -- a template of ours\n"
    text = meant + STATED.format("race, sex, [insert the grounds]")
    assert verdict(text)[0] is Verdict.PASS


def test_a_long_blank_is_quoted_short() -> None:
    words = f"[insert {'the grounds of the state ' * 4}]"
    reason = verdict(STATED.format(words))[1]
    assert reason.endswith(" …'.")
    assert len(reason) < 120


# ------------------------------------------------------------------ real postings


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real postings is not here")
def test_safe_fixes_keep_the_facts_of_real_postings() -> None:
    """On a sample: the fixes settle, the facts stay, and few fixes have to be held back."""
    paths = [
        path
        for path in sorted((SHARED / "corpus").rglob("*"))
        if path.suffix in {".txt", ".md"} and "not-postings" not in path.parts
    ]  # such fixes are rare
    applied = 0
    held: set[str] = set()
    for path in paths:
        text, _ = decode(path.read_bytes(), path.name)
        kind = "markdown" if path.suffix == ".md" else "text"
        check = checking(linter(), kind)
        settled = settle(text, check)
        if settled.refused:
            continue
        assert settled.settled, path.name
        assert facts(check(settled.text)) == facts(check(text)), path.name
        assert settle(settled.text, check).applied == (), path.name
        applied += len(settled.applied)
        if settled.held:
            held.add(path.name)
    assert len(paths) > 20
    # What a browser printed at the edges of pages is left to a person.
    assert applied >= 2
    assert not held


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real postings is not here")
def test_blanks_in_real_postings_are_blanks() -> None:
    """Where a real posting has one, it is what its template asks of the writer."""
    found: list[str] = []
    for path in sorted((SHARED / "corpus").rglob("*")):
        if path.suffix in {".txt", ".md"}:
            text, _ = decode(path.read_bytes(), path.name)
            found.extend(str(one.data["words"]).lower() for one in placeholders(text))
    assert all(re.match(r"\[(insert|add|place|please)\b", words) for words in found), found


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus of real postings is not here")
def test_what_is_put_into_real_postings_is_put_in_once_and_changes_nothing_else() -> None:
    paths = [
        path
        for path in sorted((SHARED / "corpus").rglob("*"))
        if path.suffix in {".txt", ".md"} and "not-postings" not in path.parts
    ][:: 2 * _EVERY]
    applied = 0
    for path in paths:
        text, _ = decode(path.read_bytes(), path.name)
        kind = "markdown" if path.suffix == ".md" else "text"
        settled = settle(text, checking(adding(), kind), unsafe=True)
        assert settled.settled, path.name
        assert len(settled.applied) == len({code for code, _ in settled.applied}), path.name
        lines = iter(settled.text.split("\n"))
        edits = [edit for _, fix in settled.applied for edit in fix.edits]
        if all(edit.span.start == edit.span.end for edit in edits):  # nothing was replaced
            assert all(line in lines for line in text.split("\n")), path.name
        applied += len(settled.applied)
    assert applied > len(paths) / 2


@pytest.mark.parametrize(
    ("text", "blanks"),
    [
        ("The subject line should read: Clerk [your last name].", []),
        ("Name your files [last name]_letter.pdf.", []),
        ("Subject line: [insert date]", ["[insert date]"]),
        ("Write to [contact name] with the subject line Clerk.", ["[contact name]"]),
    ],
)
def test_a_name_that_applicants_are_to_write_is_no_blank(text: str, blanks: list[str]) -> None:
    assert [found.data["words"] for found in placeholders(text)] == blanks

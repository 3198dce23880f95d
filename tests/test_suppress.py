"""Directives in a posting silence findings, leave a record, and are reported when idle."""

from __future__ import annotations

from datetime import date

import pytest

from postlint.diagnostics import Diagnostic, Severity
from postlint.document.posting import Posting
from postlint.errors import UnknownName
from postlint.source import Span
from postlint.suppress import Silence, silence
from postlint.syntax import read_markup

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
    assert [d.span.start for d in found.kept] == [text.index("Washes.")]
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
    assert [d.span.start for d in found.kept] == [text.index("Good.")]


def test_ignore_file_reaches_everything() -> None:
    text = "%% postlint: ignore-file ADA002, LEAD001 -- archive\n# Cook\n\n- Bakes.\n"
    found = run(text, "Cook", "Bakes.")
    assert found.kept == ()
    assert [f.data["names"] for f in found.findings] == ["LEAD001"]


def test_a_reason_is_required_unless_waived() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002\n- Bakes.\n"
    found = run(text, "Bakes.")
    assert [f.message for f in found.findings] == ["suppression-without-reason"]
    assert len(found.kept) == 1
    assert run(text, "Bakes.", require_reason=False).suppressed


def test_an_expired_silence_lets_its_finding_return_and_says_so() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002 until 2027-06-30 -- why\n- Bakes.\n"
    assert run(text, "Bakes.", today=date(2027, 6, 30)).suppressed[0].until == date(2027, 6, 30)
    late = run(text, "Bakes.", today=date(2027, 7, 1))
    assert len(late.kept) == 1
    assert [f.message for f in late.findings] == ["expired-suppression"]


def test_an_idle_silence_is_a_finding_with_a_safe_fix() -> None:
    text = "# Cook\n\n%% postlint: ignore ADA002 -- why\n- Bakes.\n"
    (finding,) = run(text).findings
    assert finding.message == "unused-suppression"
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
    assert [f.message for f in found.findings] == [message]
    assert len(found.kept) == 1


def test_a_silence_of_a_rule_that_was_not_asked_is_not_called_idle() -> None:
    posting = read_markup("%% postlint: ignore-file ADA002 -- why\n# Cook\n")
    found = silence(posting, [], code_of=code_of, ran=frozenset(), today=TODAY)
    assert found.findings == ()

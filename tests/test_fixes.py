"""Fixes are applied whole, without overlap, and until nothing is left to apply."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from attrs import frozen
from hypothesis import given, strategies as st

from postlint import Linter
from postlint.fix.settle import MAX_PASSES, apply_edits, choose, settle
from postlint.text.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from postlint.text.source import Span

SAFE = frozenset({Applicability.SAFE})


@frozen
class Checked:
    diagnostics: tuple[Diagnostic, ...]


def finding(
    *edits: Edit,
    code: str = "TST001",
    severity: Severity = Severity.WARNING,
    applicability: Applicability = Applicability.SAFE,
) -> Diagnostic:
    fixes = (Fix("Mend it", edits, applicability),) if edits else ()
    return Diagnostic(
        code=code,
        name="a-rule",
        severity=severity,
        message="A message.",
        message_id="id",
        span=Span(0, 1),
        fixes=fixes,
    )


def replacing(old: str, new: str) -> Callable[[str], Checked]:
    """Return a check that offers to replace the first `old`."""

    def check(text: str) -> Checked:
        place = text.find(old)
        if place < 0:
            return Checked(())
        return Checked((finding(Edit(Span(place, place + len(old)), new)),))

    return check


def test_fixes_settle_over_passes() -> None:
    settled = settle("a-a-a", replacing("a", "b"))
    assert settled.text == "b-b-b"
    assert len(settled.applied) == 3
    assert settled.settled


def test_fixes_that_make_new_work_forever_are_told() -> None:
    settled = settle("a", replacing("a", "aa"))
    assert not settled.settled
    assert len(settled.applied) == MAX_PASSES


def test_overlapping_fixes_wait_for_the_next_pass() -> None:
    first = finding(Edit(Span(0, 4), "x"))
    second = finding(Edit(Span(3, 6), "y"))
    apart = finding(Edit(Span(8, 9), "z"))
    assert [fix.edits[0].content for _, fix in choose([second, first, apart], SAFE)] == ["x", "z"]


def test_two_insertions_at_one_place_are_not_made_together() -> None:
    chosen = choose([finding(Edit(Span(2, 2), "x")), finding(Edit(Span(2, 2), "y"))], SAFE)
    assert len(chosen) == 1


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    pair = finding(Edit(Span(0, 1), "A"), Edit(Span(4, 5), "E"))
    late = finding(Edit(Span(4, 5), "!"))
    chosen = choose([pair, late], SAFE)
    assert [fix for _, fix in chosen] == [pair.fixes[0]]
    assert apply_edits("abcde", pair.fixes[0].edits) == "AbcdE"


@pytest.mark.parametrize(
    ("applicability", "unsafe", "applied"),
    [
        (Applicability.SAFE, False, True),
        (Applicability.UNSAFE, False, False),
        (Applicability.UNSAFE, True, True),
        (Applicability.DISPLAY, True, False),
    ],
)
def test_only_what_was_asked_for_is_applied(
    applicability: Applicability, unsafe: bool, applied: bool
) -> None:
    def check(text: str) -> Checked:
        if text != "old":
            return Checked(())
        return Checked((finding(Edit(Span(0, 3), "new"), applicability=applicability),))

    assert (settle("old", check, unsafe=unsafe).text == "new") is applied


def test_nothing_is_changed_where_the_text_was_not_read_as_meant() -> None:
    slip = finding(code="POST001")
    settled = settle("old", lambda _: Checked((slip, finding(Edit(Span(0, 3), "new")))))
    assert settled.text == "old"
    assert "POST001" in settled.refused


def test_nothing_is_changed_where_a_new_error_would_appear() -> None:
    def check(text: str) -> Checked:
        if text == "old":
            return Checked((finding(Edit(Span(0, 3), "new")),))
        return Checked((finding(code="TST009", severity=Severity.ERROR),))

    settled = settle("old", check)
    assert settled.text == "old"
    assert "TST009" in settled.refused


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text(max_size=3)), max_size=6),
)
def test_edits_never_touch_a_character_outside_their_spans(
    text: str, drafts: list[tuple[int, int, str]]
) -> None:
    offers = []
    for one, other, content in drafts:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        offers.append(finding(Edit(Span(start, end), content)))
    edits = sorted(
        (edit for _, fix in choose(offers, SAFE) for edit in fix.edits), key=lambda edit: edit.span
    )
    rest = text
    for edit in reversed(edits):
        rest = rest[: edit.span.start] + "\0" + rest[edit.span.end :]
    pieces = rest.split("\0") if "\0" not in text else None
    result = apply_edits(text, edits)
    if pieces is not None:
        woven = pieces[0] + "".join(
            edit.content + piece for edit, piece in zip(edits, pieces[1:], strict=True)
        )
        assert result == woven


# ------------------------------------------------------------ what is put in, and where

MIXED = (
    "# Director of Technology\n\n<p>Organization: Alder County Schools</p>\n\n## Duties\n\n"
    "- Leads the technology plan. (E)\n"
    "- Plans. (E)\n\nDuties marked (E) are essential functions.\n\n## Qualifications\n\n"
    "<ul>\n<li>A degree.</li>\n<li>Two years of work in schools.</li>\n</ul>\n"
)


@pytest.mark.parametrize("after", ["", "\n## About us\n\nA branch by the river.\n"])
def test_nothing_is_put_inside_an_element_of_markdown_that_ends(after: str) -> None:
    text = MIXED + after
    done = settle(text, partial(Linter().check, kind="markdown"), unsafe=True)
    assert len(done.applied) > 2
    # Every element is as it was, and what was put in stands on lines of its own.
    kept = [line for line in text.split("\n") if line.startswith("<")]
    assert [line for line in done.text.split("\n") if line.startswith("<")] == kept
    assert [line for line in done.text.split("\n") if line in text.split("\n") and line] == [
        line for line in text.split("\n") if line
    ]
    assert done.text.index("[Employer]") > done.text.index("</ul>")


@pytest.mark.parametrize(
    ("heading", "safety"),
    [
        ("Qualifications Preferred", Applicability.SAFE),
        ("EEO policy statement", Applicability.UNSAFE),
        ("Min qualifications", Applicability.UNSAFE),
    ],
)
def test_a_name_that_takes_words_out_is_no_safe_fix(heading: str, safety: Applicability) -> None:
    text = f"# Clerk\n\n## {heading}\n\n- Files.\n- Sorts.\n\n## Tasks\n\n- Binds.\n- Mails.\n"
    (found,) = Linter(select=("FORM003",)).check(text).diagnostics
    assert [fix.applicability for fix in found.fixes] == [safety]

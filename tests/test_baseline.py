"""Accepted findings are known by their words, wherever they move."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.document.posting import Posting
from postlint.engine.baseline import Baseline, dump, load, record
from postlint.errors import SourceError
from postlint.syntax import read_markup
from postlint.text.diagnostics import Diagnostic, Severity
from postlint.text.source import Span

TEXT = "# Cook\n\n## Duties\n\n- Bakes bread.\n- Washes up.\n- Bakes bread.\n"


def findings(posting: Posting, *words: str) -> list[Diagnostic]:
    found, start = [], 0
    for word in words:
        start = posting.text.index(word, start)
        found.append(
            Diagnostic(
                code="TST001",
                name="a-rule",
                severity=Severity.WARNING,
                message="A message.",
                message_id="id",
                span=Span(start, start + len(word)),
            )
        )
        start += len(word)
    return found


def accepted(text: str, *words: str) -> Baseline:
    posting = read_markup(text)
    return record([("cook.posting", posting, findings(posting, *words))])


def test_edits_above_change_nothing() -> None:
    baseline = accepted(TEXT, "Bakes bread.")
    moved = read_markup("%% A note.\n\n" + TEXT.replace("\n", "\r\n"))
    split = baseline.split("cook.posting", moved, findings(moved, "Bakes bread."))
    assert split.new == ()
    assert split.gone == ()


def test_one_more_of_an_accepted_finding_is_new() -> None:
    baseline = accepted(TEXT, "Bakes bread.")
    posting = read_markup(TEXT)
    split = baseline.split(
        "cook.posting", posting, findings(posting, "Bakes bread.", "Bakes bread.")
    )
    assert len(split.known) == 1
    assert len(split.new) == 1


def test_the_same_words_under_another_heading_are_new() -> None:
    baseline = accepted(TEXT, "Bakes bread.")
    posting = read_markup(TEXT.replace("## Duties", "## Evenings"))
    assert baseline.split("cook.posting", posting, findings(posting, "Bakes bread.")).new


def test_what_is_gone_is_said() -> None:
    baseline = accepted(TEXT, "Bakes bread.", "Washes up.")
    posting = read_markup(TEXT)
    (gone,) = baseline.split("cook.posting", posting, findings(posting, "Bakes bread.")).gone
    assert gone.words == "Washes up."


@pytest.mark.parametrize("title", ["# Head Cook", "# Cook of the Town Kitchen 🍞"])
def test_another_title_changes_nothing(title: str) -> None:
    text = TEXT.replace("# Cook", "# Cook \N{COOKING}")
    baseline = accepted(text, "Cook \N{COOKING}", "Bakes bread.", "Washes up.")
    posting = read_markup(TEXT.replace("# Cook", title))
    found = findings(posting, title[2:], "Bakes bread.", "Washes up.")
    split = baseline.split("cook.posting", posting, found)
    assert (split.new, split.gone) == ((), ())


def test_a_word_in_the_title_is_known_by_itself() -> None:
    baseline = accepted(TEXT.replace("# Cook", "# Foreman Cook"), "Foreman")
    posting = read_markup(TEXT.replace("# Cook", "# Chairman Cook"))
    assert baseline.split("cook.posting", posting, findings(posting, "Chairman")).new


def test_a_baseline_survives_its_file(tmp_path: Path) -> None:
    baseline = accepted(TEXT, "Bakes bread.", "Bakes bread.")
    path = tmp_path / "baseline.json"
    path.write_text(dump(baseline), encoding="utf-8")
    assert load(path) == baseline


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "files": {"a": 3}}'])
def test_a_file_that_is_no_baseline_is_a_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="baseline"):
        load(path)

"""What is read is what is seen: unseen signs, ligatures, divided words, half-lost letters."""

from __future__ import annotations

import time

import pytest

from postlint import Linter
from postlint.text.characters import cleaned, divided_words, odd_characters

LINTER = Linter()
FRAME = "# Fleet Clerk\n\n## Duties\n\n- {}\n- Answers letters.\n"


def duty(words: str, kind: str = "markup") -> str:
    return LINTER.read(FRAME.format(words), kind=kind).duties[0].text.text


@pytest.mark.parametrize("kind", ["markup", "markdown", "text"])
@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("Hires the fore\u00adman.", "Hires the foreman."),
        ("Hires the fore\u200bman.", "Hires the foreman."),
        ("Hires the fore\u200dman.", "Hires the foreman."),
        ("Hires\u2060 the \u200eforeman.", "Hires the foreman."),
        ("Keeps o\ufb03ce \ufb01les.", "Keeps office files."),
        ("Keeps \uff26\uff29\uff2c\uff25\uff33.", "Keeps FILES."),
        ("Thanks \U0001f469\u200d\U0001f527 crews.", "Thanks \U0001f469\u200d\U0001f527 crews."),
        ("Reads \u0645\u06cc\u200c\u062e aloud.", "Reads \u0645\u06cc\u200c\u062e aloud."),
    ],
)  # fmt: skip
def test_words_are_read_as_they_are_seen(kind: str, written: str, seen: str) -> None:
    """Joiners of other scripts, and those that make one sign of several, are letters."""
    assert duty(written, kind) == seen


def test_an_entity_nobody_sees_is_left_out() -> None:
    posting = LINTER.read("<h1>Clerk</h1><p>Dis&shy;crimi&#8203;nates\u00ad not.</p>", kind="html")
    assert "Discriminates not." in posting.text


def test_a_span_is_that_of_the_source() -> None:
    """The finding covers the word with what is unseen in it, behind a character of two units."""
    text = FRAME.format("🚐 Hires the fore\u00adman of the crew.")
    report = LINTER.check(text, kind="markup")
    found = next(d for d in report.diagnostics if d.code == "EQTY013")
    given = report.source.given_span(found.span)
    assert text[given.start : given.end] == "fore\u00adman"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("first", "second", "seen"),
    [
        ("Keeps infor-", "mation safe.", "Keeps information safe."),
        ("Keeps infor\u00ad", "mation safe.", "Keeps information safe."),
        ("Writes long-", "term plans.", "Writes long-term plans."),
        ("Drives a community-", "based bus.", "Drives a community-based bus."),
        ("Stays up-to-", "date.", "Stays up-to-date."),
    ],
)
def test_a_word_divided_at_a_line_end_is_one(
    newline: str, first: str, second: str, seen: str
) -> None:
    text = FRAME.format(f"{first}\n  {second}").replace("\n", newline)
    posting = LINTER.read(text, kind="text")
    assert posting.duties[0].text.text == seen
    assert posting.source.given == text


def test_a_text_that_writes_the_word_elsewhere_knows_best() -> None:
    assert [new for _, _, new in divided_words("a cook-book, a cook-\nbook")] == ["-"]
    assert [new for _, _, new in divided_words("the tidewater and tide-\nwater")] == [""]


def test_a_hyphen_before_a_capital_or_a_dash_divides_nothing() -> None:
    assert list(divided_words("Anglo-\nSaxon, a dash -\nand b, 7-\nday, a-\nb")) == []


@pytest.mark.parametrize("end", ["\x0b", "\u2028", "\x85"])
def test_a_soft_line_break_of_word_and_others_are_line_ends(end: str) -> None:
    text = f"FLEET CLERK{end}{end}Reports to: Head of Roads{end}{end}DUTIES{end}- Keeps files.{end}"
    posting = LINTER.read(text, kind="text")
    assert [(f.key.text, f.value.text) for f in posting.fields] == [("Reports to", "Head of Roads")]
    assert [duty.text.text for duty in posting.duties] == ["Keeps files."]
    assert posting.source.given == text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ask the\u00c2 Roads\u00c2 Department.", "Ask the Roads Department."),
        ("They call it \u201copen\u00e2\u20ac here.", "They call it \u201copen\u201d here."),
        ("\u00ef\u00bb\u00bfAsk the Roads Department.", "Ask the Roads Department."),
    ],
)
def test_damage_of_which_half_is_lost_is_told(text: str, read: str) -> None:
    posting = LINTER.read(FRAME.format(text), kind="markup")
    assert posting.duties[0].text.text == read
    finding = next(note for note in posting.notices if note.message_id == "text-damage")
    assert finding.span.end > finding.span.start
    assert finding.data["count"] == text.count("\u00c2") + text.count("\u00e2") + text.count(
        "\u00ef"
    )


@pytest.mark.parametrize(
    "text", ["\u00c2ge d'or", "VOIL\u00c2", "P\u00c2 T\u00c9", "Ch\u00e2teau \u20ac 5"]
)
def test_letters_of_other_languages_are_no_damage(text: str) -> None:
    posting = LINTER.read(FRAME.format(text), kind="markup")
    assert not [note for note in posting.notices if note.message_id == "text-damage"]


def test_what_is_sound_is_not_touched() -> None:
    for text in ("Caf\u00e9 \u2014 na\u00efve", "plain", "\xa0 \x0c"):
        assert cleaned(text) == text
        assert list(odd_characters(text)) == []


@pytest.mark.parametrize("text", ["ab-\n", "a\u00ad", "\u200c", "\u200cx", "\ufb01", "ab-", "a"])
def test_the_cost_grows_with_the_text(text: str) -> None:
    long = text * 100_000 + "\u0627\n"
    begun = time.perf_counter()
    list(odd_characters(long))
    list(divided_words(long))
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize(
    "halves",
    """ex-periments con-tinue over-hauls state-ments knowl-edgeable re-sources in-structs
    under-takes open-ings part-nerships seminar-ian pre-serves Thurs-day out-side""".split(),
)
def test_a_prefix_and_a_suffix_are_parts_of_one_word(halves: str) -> None:
    """Few words that a line end divides are compounds, whatever they begin and end with."""
    left, right = halves.split("-")
    assert "".join(new for _, _, new in divided_words(f"the {left}-\n{right} and")).strip() == ""


@pytest.mark.parametrize(
    "compound",
    "after-care two-story on-site real-estate in-house pre-employment high-rise non-union".split(),
)
def test_a_compound_keeps_its_hyphen_at_a_line_end(compound: str) -> None:
    left, right = compound.split("-")
    assert "-" in [new for _, _, new in divided_words(f"the {left}-\n{right} and")]

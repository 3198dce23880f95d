"""Comments and directives are in a text and no part of what it says."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import assume, given, strategies as st

from documents import word
from postlint import Linter, Report
from postlint.document.parts import Field, walk
from postlint.syntax.format import format_markup
from postlint.syntax.write import to_markup
from strategies import KINDS, NEWLINES, law, postings
from test_laws import leaves, tree_of

STATEMENT = "We are an equal opportunity employer."
KIND_OF_SIGN = [
    ("markup", "%% {}"),
    ("markup", "<!-- {} -->"),
    ("markup", "<!--\n{}\n-->"),
    ("text", "%% {}"),
    ("text", "<!-- {} -->"),
    ("text", "<!--\n\n{}\n-->"),
    ("markdown", "%% {}"),
    ("markdown", "<!-- {} -->"),
    ("markdown", "<!--\n{}\n-->"),
    ("html", "<!-- {} -->"),
    ("html", "<!--\n{}\n-->"),
]
DIRECTIVES = [
    ("markup", "%% postlint: {}"),
    ("markup", "<!-- postlint: {} -->"),
    ("text", "%% postlint: {}"),
    ("text", "[postlint: {}]"),
    ("text", "<!-- postlint: {} -->"),
    ("markdown", "%% postlint: {}"),
    ("markdown", "[postlint: {}]"),
    ("markdown", "<!-- postlint: {} -->"),
    ("html", "<!-- postlint: {} -->"),
]


@cache
def linter() -> Linter:
    return Linter()


def posting(kind: str, *, top: str = "", middle: str = "", end: str = "") -> str:
    """Return a posting of a kind, with remarks at three of its places."""
    if kind == "html":
        return (
            f"{top}<h1>Library Director</h1>\n<h2>Duties</h2>{middle}<ul><li>Leads nine branches."
            f"</li>\n<li>Plans the budget.</li></ul>\n<h2>Qualifications</h2>\n"
            f"<p>A degree in library science.</p>{end}\n"
        )
    if kind == "text":
        head = "LIBRARY DIRECTOR\n\nDUTIES\n"
        rest = "QUALIFICATIONS\n"
    else:
        head = "# Library Director\n\n## Duties\n"
        rest = "## Qualifications\n"
    top, middle, end = (f"{words}\n" if words else "" for words in (top, middle, end))
    return (
        f"{top}{head}\n- Leads nine branches.\n{middle}- Plans the budget.\n\n{rest}\n"
        f"A degree in library science.\n\n{end}"
    )


def facts(report: Report) -> dict[str, object]:
    text = report.posting.text
    return {
        name: (fact.missing, [text[span.start : span.end] for span in fact.spans])
        for name, fact in report.facts.items()
    }


def answers(report: Report) -> tuple[object, ...]:
    # A fix may put something in below a comment at the end, and above blanks there.
    shown = [diagnostic._replace(fixes=()) for diagnostic in report.diagnostics]
    return report.outcomes, shown, dict(report.facts)


def outcomes(report: Report) -> dict[str, object]:
    return {record.code: (record.verdict, record.reason) for record in report.outcomes}


@pytest.mark.parametrize(("kind", "sign"), KIND_OF_SIGN)
@pytest.mark.parametrize("place", ["top", "middle", "end"])
@pytest.mark.parametrize(
    "words", [STATEMENT, "Reports to: Mayor", "Salary: $95,000 a year", "[insert date] lorem ipsum"]
)
def test_a_comment_says_nothing(kind: str, sign: str, place: str, words: str) -> None:
    bare = linter().check(posting(kind), kind=kind)
    report = linter().check(posting(kind, **{place: sign.format(words)}), kind=kind)
    assert facts(report) == facts(bare)
    assert outcomes(report) == outcomes(bare)
    assert [d.code for d in report.diagnostics] == [d.code for d in bare.diagnostics]
    read, plain = report.posting, bare.posting
    assert [section.heading and section.heading.text for section in read.sections] == [
        section.heading and section.heading.text for section in plain.sections
    ]
    assert [duty.text.text for duty in read.duties] == [duty.text.text for duty in plain.duties]
    assert read.title is not None
    assert read.title.text.casefold() == "library director"
    assert [read.text[slice(*s)] for s in read.sentences] == [
        plain.text[slice(*s)] for s in plain.sentences
    ]


@pytest.mark.parametrize(("kind", "sign"), DIRECTIVES)
@pytest.mark.parametrize("place", ["top", "end"])
def test_the_name_and_reason_of_a_directive_are_no_statement(
    kind: str, sign: str, place: str
) -> None:
    asked = "ignore-file eeo-statement-missing -- our letterhead says equal opportunity employer"
    report = linter().check(posting(kind, **{place: sign.format(asked)}), kind=kind)
    assert (
        outcomes(report)["EQTY001"] == outcomes(linter().check(posting(kind), kind=kind))["EQTY001"]
    )
    assert [s.diagnostic.code for s in report.suppressed] == ["EQTY001"]
    assert "POST035" not in [d.code for d in report.diagnostics]


def test_a_directive_in_a_word_file_is_no_statement() -> None:
    def build(document: object) -> None:
        document.add_heading("Library Director", 1)  # type: ignore[attr-defined]
        document.add_paragraph(  # type: ignore[attr-defined]
            "[postlint: ignore-file EQTY001 -- the letterhead: equal opportunity employer]"
        )
        document.add_heading("Duties", 2)  # type: ignore[attr-defined]
        for duty in ("Leads nine branches.", "Plans the budget."):
            document.add_paragraph(duty, style="List Bullet")  # type: ignore[attr-defined]

    report = linter().check_bytes(word(build), kind="word")
    assert [s.diagnostic.code for s in report.suppressed] == ["EQTY001"]
    assert "POST035" not in [d.code for d in report.diagnostics]


@pytest.mark.parametrize("kind", ["markup", "text"])
def test_a_comment_among_words_is_left_out_of_them(kind: str) -> None:
    text = (
        "Location: Salem <!-- or Bend -->\n\nWe lend books <!-- and tools --> to all.\n\n"
        "- Leads. <!-- maybe -->\n- Plans.\n"
    )
    read = linter().read(text, kind=kind)
    blocks = [block for section in read.sections for block in walk(section.blocks)]
    said = [(block.value if isinstance(block, Field) else block.text).text for block in blocks]
    assert said == ["Salem", "We lend books to all.", "Leads.", "Plans."]
    assert [text[slice(*span)] for span in read.remarks] == [
        "<!-- or Bend -->",
        "<!-- and tools -->",
        "<!-- maybe -->",
    ]
    assert len(read.content) == len(text)


@pytest.mark.parametrize("kind", ["markup", "text"])
@pytest.mark.parametrize(
    "text", ["<!-- left open\n\nLibrarian\n", "a --> b", "<!-", "100 %% of it"]
)
def test_what_is_no_comment_is_words(kind: str, text: str) -> None:
    read = linter().read(text, kind=kind)
    assert read.remarks == ()
    assert read.content is read.text


def test_signs_that_a_page_shows_are_words() -> None:
    read = linter().read("<p>Write &lt;!-- so --&gt; here.</p><p>%% a day</p>", kind="html")
    assert read.remarks == ()


def test_a_field_is_not_read_across_a_remark() -> None:
    text = "LIBRARIAN\n\nLocation:\n%% the old address\nSalem\n\nDUTIES\n- Leads.\n- Plans.\n"
    read = linter().read(text, kind="text")
    assert all("old address" not in field.key.text for field in read.fields)
    assert [text[slice(*span)].strip() for span in read.remarks] == ["%% the old address"]


def test_a_text_of_comments_has_a_place_to_say_so() -> None:
    report = linter().check("%% only this\n", kind="text")
    assert not report.is_posting
    assert all(d.span.start < d.span.end for d in report.diagnostics)


@law
@given(postings(), KINDS, st.integers(0, 40), st.sampled_from(["%% {}", "<!-- {} -->"]), NEWLINES)
def test_a_comment_line_is_read_as_a_blank_one(
    text: str, kind: str, line: int, sign: str, newline: str
) -> None:
    lines = text.splitlines(keepends=True)
    head, rest = "".join(lines[:line]), "".join(lines[line:])
    assume(not head or head[-1] in "\r\n")
    comment = sign.format(f"{STATEMENT} Reports to the Mayor. [insert date]")
    blank = head + " " * len(comment) + newline + rest
    at = len(head)
    between = [leaf.kind for leaf in leaves(tree_of(blank, kind)) if leaf.start <= at < leaf.end]
    assume(between == ["BLANK"])
    said = linter().check(head + comment + newline + rest, kind=kind)
    assert answers(said) == answers(linter().check(blank, kind=kind))


def test_each_line_of_a_comment_has_its_colour() -> None:
    pytest.importorskip("lsprotocol", reason="the extra 'lsp' is not installed")
    from postlint.lsp.documents import Document  # noqa: PLC0415  # needs the extra
    from postlint.lsp.structure import TOKEN_TYPES, tokens  # noqa: PLC0415  # needs the extra

    text = "# Cook\n\n<!-- one\n  two\n\n-->\n"
    data = tokens(Document(uri="file:///cook.posting", text=text, version=1))
    coloured = [data[at : at + 5] for at in range(0, len(data), 5)]
    comment = TOKEN_TYPES.index("comment")
    # Lines since the last, columns, length, colour, and no more.
    assert coloured[-3:] == [[2, 0, 8, comment, 0], [1, 2, 3, comment, 0], [2, 0, 3, comment, 0]]


@pytest.mark.parametrize("kind", ["markup", "text", "markdown"])
def test_convert_keeps_comments_and_what_directives_ask(kind: str) -> None:
    text = posting(
        kind,
        top="%% seen by Dana",
        middle="%% until May",
        end="[postlint: ignore-file EQTY001 -- the letterhead says it]"
        if kind != "markup"
        else "<!-- postlint: ignore-file EQTY001 -- the letterhead says it -->",
    )
    written = to_markup(linter().read(text, kind=kind))
    assert [line for line in written.split("\n") if line.startswith("%%")] == [
        "%% seen by Dana",
        "%% until May",
        "%% postlint: ignore-file EQTY001 -- the letterhead says it",
    ]
    report = linter().check(written, kind="markup")
    assert [s.diagnostic.code for s in report.suppressed] == ["EQTY001"]


def test_a_comment_of_several_lines_is_written_on_one() -> None:
    text = posting("text", middle="<!--\n  until\n\n  May\n-->")
    assert "\n%% until May\n" in to_markup(linter().read(text, kind="text"))


def test_fmt_keeps_comments_as_they_are() -> None:
    text = posting("markup", top="<!--\nseen by\n  Dana\n-->", middle="%%   until May", end="%%")
    once = format_markup(text)
    assert "<!--\nseen by\n  Dana\n-->\n" in once
    assert "%%   until May\n" in once
    assert format_markup(once) == once

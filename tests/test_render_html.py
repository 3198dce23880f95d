"""The HTML report stands alone, shows the text as it is, and lets nothing out of it act."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from attrs import evolve

import sample_reports as sample
from browsers import browser
from postlint.__main__ import main
from postlint.engine.report import Gone
from postlint.linter import Linter
from postlint.render import make_renderer, render_all
from postlint.render.cells import harmless
from postlint.render.marked_text import Mark, MarkedText
from postlint.text.diagnostics import Severity
from postlint.text.source import SourceText, Span

REPORTS = sample.reports()
VOID = {"meta", "br", "rect"}


class Page(HTMLParser):
    """Reads a page, checks that its tags nest, and keeps what is asked for later."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.rows: list[str] = []
        self.words: list[str] = []
        self.marked: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.tags.append((tag, values))
        if tag not in VOID:
            self.stack.append((tag, values))
        if values.get("class") == "words":
            self.rows.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.stack.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        names = [tag for tag, _ in self.stack]
        in_row = any(values.get("class") == "words" for _, values in self.stack)
        if in_row and "a" not in names:
            self.rows[-1] += data

    @property
    def ids(self) -> list[str]:
        return [values["id"] for _, values in self.tags if "id" in values]

    @property
    def links(self) -> list[str]:
        return [values["href"] for tag, values in self.tags if tag == "a"]


def page(*names: str) -> tuple[str, Page]:
    chosen: tuple[Any, ...] = tuple(REPORTS[name] for name in names) or sample.results()
    text = render_all(make_renderer("html", sample.context()), chosen)
    read = Page()
    read.feed(text)
    read.close()
    assert read.stack == []
    return text, read


def test_the_page_is_whole_and_takes_nothing_from_elsewhere() -> None:
    text, read = page()
    assert text.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in text
    assert "script" not in {tag for tag, _ in read.tags}
    assert not re.search(r"url\(|@import|src=|https?:", text)
    assert all(link.startswith("#") for link in read.links)


def test_every_link_leads_somewhere_and_every_name_is_used_once() -> None:
    _, read = page()
    assert len(set(read.ids)) == len(read.ids)
    assert {link[1:] for link in read.links} <= set(read.ids)


@pytest.mark.parametrize("name", list(sample.TEXTS))
def test_the_text_is_shown_line_by_line(name: str) -> None:
    _, read = page(name)
    # Signs nobody sees are not part of the text that is read; a line separator ends
    # what is said, and no line that an editor counts.
    given = re.sub("[\u202a-\u202e]", "", REPORTS[name].source.given)
    lines = re.split("\r\n|\n|\r", given.replace("\u2028", " "))
    if len(lines) > 1 and not lines[-1]:
        lines.pop()
    assert len(read.rows) == len(lines)
    for shown, line in zip(read.rows, lines, strict=True):
        # The page shows what signs of headings and bullets mean, and not the signs.
        before = harmless(line).removesuffix(shown)
        assert before + shown == harmless(line)
        assert not before.strip("#-*• \t")


@pytest.mark.parametrize("name", list(sample.TEXTS))
def test_every_finding_is_beside_the_words(name: str) -> None:
    _, read = page(name)
    for number in range(1, len(REPORTS[name].diagnostics) + 1):
        assert f"m1-{number}" in read.ids
        assert f"d1-{number}" in read.ids
        # The text is whole and the findings stand beside it, in its order.
        assert read.ids.index(f"m1-{number}") < read.ids.index("d1-1")


def test_a_posting_cannot_add_to_the_page() -> None:
    text, read = page("hostile")
    assert "alert(1)" in "".join(read.words)
    assert "<script>" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_the_record_the_bar_and_the_disclaimer_are_there() -> None:
    _, read = page("related")
    words = "".join(read.words)
    assert "Record of 2 rules" in words
    assert "The team is named." in words
    assert "not legal advice" in words
    assert "A handbook, page 3" in words
    (bar,) = [values for tag, values in read.tags if tag == "svg"]
    assert bar["role"] == "img"
    assert bar["aria-label"].startswith("Of 2 duties: ")
    widths = [float(values["width"]) for tag, values in read.tags if tag == "rect"]
    assert sum(widths) == pytest.approx(1000, abs=0.5)


def test_what_could_not_be_read_and_what_is_silenced_are_said() -> None:
    _, read = page()
    words = "".join(read.words)
    assert "jobs/scan.txt: it is a binary file, not text" in words
    assert "Silenced by the posting: the house word, until we vote" in words


def test_what_is_accepted_is_listed_with_its_place_and_the_reason() -> None:
    note = "%% postlint: ignore-file EQTY001 until 2099-06-30 -- so agreed"
    text = f"# Cook\n\n{note}\n\n## Duties\n\n- Bakes bread. (E)\n- Stirs soup. (E)\n"
    report = Linter(select=("EQTY001", "ADA002")).check(text, kind="markup", path="a.posting")
    assert [one.diagnostic.code for one in report.suppressed] == ["EQTY001"]
    kept = report.diagnostics
    report = evolve(
        report,
        diagnostics=(),
        accepted=kept,
        gone=(Gone(code="PAY001", count=2, words="a <b>"),),
        case=report._case,
        sources=report._sources,
    )
    shown = render_all(make_renderer("html", sample.context()), (report,))
    words = " ".join(re.sub(r"<[^>]*>", " ", shown).split())
    assert "2 accepted findings" in words
    assert "Silenced by the posting: so agreed (until 2099-06-30)" in words
    assert kept[0].message.replace("'", "&#x27;") in words
    assert "Accepted by the baseline" in words
    assert "PAY001, a &lt;b&gt; (2 times)" in words


LEADER = (
    "# Chief Technology Officer\n\nOrganization: Alder Unified School District\n\n"
    "## Duties\n\n- Supervise the managers.\n- Plan the technology <budget>.\n"
    "- Write the strategic plan with the board.\n"
)


def test_competencies_are_a_grid_of_what_is_named_and_in_which_words() -> None:
    report = Linter().check(LEADER, kind="markup", path="cto.posting")
    value = report.facts["competencies"].value
    shown = render_all(make_renderer("html", sample.context()), (report,))
    grids = re.findall(r"<figcaption>([^<]*)</figcaption>\n<ul class=\"grid\".*?</ul>", shown, re.S)
    assert len(grids) == 2
    named = [cell for cell in value if cell["words"] is not None]
    assert 0 < len(named) < len(value) == 20
    assert shown.count('<li class="named">') == len(named)
    assert shown.count('<li class="not">') == len(value) - len(named)
    for cell in named:
        assert f"<b>{cell['title']}</b> <q>{cell['words']}</q>" in shown
    spans = report.facts["competencies"].spans
    assert [cell["words"] for cell in named] == [report.source.slice(span) for span in spans]


def test_a_posting_that_no_framework_is_about_has_no_grid() -> None:
    cook = Linter().check("# Cook\n\n## Duties\n\n- Bakes.\n- Stirs soup.\n", kind="markup")
    assert cook.facts["competencies"].value == ()
    assert 'class="grid"' not in render_all(make_renderer("html", sample.context()), (cook,))


def rows(text: str, *spans: tuple[int, int]) -> list[str]:
    marks = [
        Mark(number, Span(*span), Severity.WARNING) for number, span in enumerate(spans, start=1)
    ]
    shown = "".join(row.html for row in MarkedText(SourceText(text), marks, 1).rows())
    shown = re.sub(r"<a [^>]*>(\d+)</a>", r"{\1}", shown)
    shown = re.sub(r"<mark[^>]*>", "[", shown).replace("</mark>", "]")
    return re.findall(r'class="words">(.*)</span></div>', shown)


def test_marks_may_overlap_run_over_lines_and_be_empty() -> None:
    assert rows("abcdef", (1, 4), (2, 6)) == ["a[{1}b][{2}cd][ef]"]
    assert rows("ab\ncd\n\nef", (1, 8)) == ["a[{1}b]", "[cd]", "", "[e]f"]
    assert rows("ab\n\ncd", (3, 3), (0, 0), (2, 2), (6, 6)) == ["[{2}]ab[{3}]", "[{1}]", "cd[{4}]"]
    assert rows("", (0, 0)) == ["[{1}]"]
    assert rows("a\n") == ["a"]


# ------------------------------------------------------------ as people use it

ONE = """# Library Director

Organization: Alder County Library
Location: Salem, Oregon

## Summary

The director leads nine branches and answers for their budget.

## Duties

- **Leadership:** leads the branches and their staff of ninety.
  - Meets the managers every week.
- Plans the budget with the board, and hires the foreman.
1. Writes the yearly plan.
2. Visits the branches.

## Qualifications

- A degree in library science; a native speaker of English.
- Five years of work in libraries. [insert more]
"""


def shown_page(text: str, **context: Any) -> str:
    report = Linter().check(text, kind="markup", path="jobs/a very long name of a file.posting")
    made = sample.context()._replace(**context)
    return render_all(make_renderer("html", made), (report,))


def test_what_to_do_comes_first_and_leads_to_its_place() -> None:
    shown = shown_page(ONE)
    todo = shown.index('<ol class="todo">')
    assert re.search(r"\d+ things? to fix first", shown[:todo])
    # What to do first bears the numbers that the words have in the text.
    numbers = re.findall(r'<li value="(\d+)"[^>]*><span>[^<]*<a href="#d1-(\d+)">', shown)
    assert numbers
    assert all(one == other for one, other in numbers)
    assert todo < shown.index("The text</h3>") < shown.index("The findings</h3>")
    assert shown.index("The findings</h3>") < shown.index("Record of")


def test_the_record_waits_until_it_is_asked_for() -> None:
    assert '<details class="record">' in shown_page(ONE)
    assert '<details class="record" open>' in shown_page(ONE, verdicts=True)


def test_the_posting_looks_like_one() -> None:
    shown = re.sub(r"</?mark[^>]*>|<a [^>]*>\d+</a>", "", shown_page(ONE))
    line = r'<div class="row {}"><span class="no"[^>]*>\d*</span><span class="words">{}</span>'
    for kind, words in (
        ("title", "Library Director"),
        ("head", "Duties"),
        ("item depth0 bullet", "<b>Leadership</b>: leads the branches and their staff of ninety."),
        ("item depth1 bullet", "Meets the managers every week."),
        ("item depth0", "1. Writes the yearly plan."),
        ("", "<b>Organization</b>: Alder County Library"),
    ):
        assert re.search(line.format(kind, re.escape(words)).replace("row ", "row ?"), shown), words


def test_several_postings_have_a_file_each_and_a_list(tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    for name in ("a b.posting", "c.posting"):
        (jobs / name).write_text(ONE, encoding="utf-8")
    file = tmp_path / "report.html"
    assert main(["check", str(jobs), "--format", f"html={file}", "--exit-zero"]) == 0
    text = file.read_text(encoding="utf-8")
    assert "EQTY013 gendered-title" in text
    links = re.findall(r'<td class="path"><a href="([^"]*)">Library Director</a>', text)
    assert len(links) == 2
    for link in links:
        other = (tmp_path / unquote(link)).read_text(encoding="utf-8")
        assert "to fix first" in other
        assert "The rules and their authorities" in other
        (back,) = re.findall(r'href="([^"]*)">All postings', other)
        assert ((tmp_path / unquote(link)).parent / unquote(back)).resolve() == file
    # One posting is one file.
    (jobs / "c.posting").unlink()
    alone = tmp_path / "alone.html"
    assert main(["check", str(jobs), "--format", f"html={alone}", "--exit-zero"]) == 0
    assert "The findings</h3>" in alone.read_text(encoding="utf-8")
    assert not (tmp_path / "alone - postings").exists()


@pytest.mark.slow
def test_a_posting_of_a_page_prints_on_four_and_fits_a_phone(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    file = tmp_path / "a.html"
    file.write_text(shown_page(ONE), encoding="utf-8")
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 390, "height": 800})
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = false })")
        printed = pypdfium2.PdfDocument(page.pdf(format="Letter"))
    assert len(printed) <= 4
    first = printed[0].get_textpage().get_text_bounded()
    assert "to fix first" in first
    assert "Library Director" in first


def test_a_heading_run_in_before_prose_is_bold_and_the_prose_is_not() -> None:
    report = Linter().check(
        "Dock Clerk\n\nDuties\n\n- Files the logs.\n- Audits the crates.\n\n"
        "Physical requirements: Must lift crates of 40 pounds. Must climb to the crane.\n",
        path="a.txt",
    )
    page = render_all(make_renderer("html", sample.context()), (report,))
    assert "<b>Physical requirements</b></mark>: Must" in page

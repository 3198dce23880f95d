"""Broken and hostile files: a reading, a finding or one clear line, at a cost that is bounded."""

# ruff: noqa: E501 (inputs stand on one line)
from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from documents import archive
from postlint import Linter
from postlint.document.posting import Posting
from postlint.errors import SourceError, Unreadable
from postlint.syntax.write import to_markup
from reading import outline, read
from test_reader_word import _part as word_parts

LINTER = Linter()


def job(members: str) -> str:
    return '{"@type": "JobPosting", "title": "Clerk", ' + members + "}"


# ---------------------------------------------------------------- JSON


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("24", "2 years of experience"),
        ("18", "18 months of experience"),
        ('"²"', "² months of experience"),
        ('"١٢"', "1 year of experience"),
        ("0", "0 months of experience"),
        ("-12", "-12 months of experience"),
        ("NaN", "NaN months of experience"),
        ("1e999", "1e999 months of experience"),
        ("9" * 5000, "9" * 5000 + " months of experience"),
    ],
)
def test_months_of_experience_are_a_number_or_words(number: str, said: str) -> None:
    """Thousands of digits and digits of other scripts once broke the reader."""
    text = job(f'"experienceRequirements": {{"monthsOfExperience": {number}}}')
    assert outline(read(text, "jobposting"))[-1] == said


@pytest.mark.parametrize(
    "amount", ["NaN", "Infinity", "1e999", "-1", "9" * 5000, "true", "null", '""']
)
def test_an_amount_that_is_no_amount_does_no_harm(amount: str) -> None:
    pay = f'{{"currency": "USD", "value": {{"minValue": {amount}, "unitText": "YEAR"}}}}'
    assert outline(read(job(f'"baseSalary": {pay}'), "jobposting"))[0] == "# Clerk"


@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"a":', "}")])
def test_values_nested_a_hundred_thousand_deep_are_passed_over(left: str, right: str) -> None:
    deep = left * 100_000 + "1" + right * 100_000
    posting = read(job(f'"description": {deep}, "skills": "Filing"'), "jobposting")
    assert outline(posting) == ["# Clerk", "## Skills", "Filing"]
    with pytest.raises(Unreadable):
        read(left * 100_000, "jobposting")


# ---------------------------------------------------------------- Word


BEHIND = (
    "Perform the Harbour Authority's Orders and Instructions, and\xa0its Ferries' Timetables."
    f"{15 * chr(160)} \xa0  {32 * '*'} Ferries Leave at All Hours/Tides. Timetables hang and"
    "       05      Ferry timetables (i.e. Beginner, Intermediate, Advanced)"
)


@pytest.mark.parametrize(
    ("kind", "text", "duty"),
    [
        # A name with nothing but a blank below it.
        ("markdown", "Down\n<dt>\xa0<dd>What you do\n\n* Sells", "Sells"),
        # A row that begins with a blank, below one that begins with a verb.
        ("text", BEHIND, "Perform the"),
    ],
)
def test_blanks_in_the_place_of_words_break_no_reader(kind: str, text: str, duty: str) -> None:
    posting = LINTER.read(text, kind=kind)
    assert not posting.notices
    assert [one.text.text[: len(duty)] for one in posting.duties][:1] == [duty]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY x SYSTEM "http://localhost:9/x">',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">',
    ],
)
def test_a_word_file_with_entities_of_its_own_is_refused(
    entity: str, name: str, encoding: str
) -> None:
    parts = word_parts("<w:p><w:r><w:t>Leads people.</w:t></w:r></w:p>")
    body = parts.get(name, b"<w:styles/>").decode().replace("Leads", "&x;")
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [{entity}]>'
    parts[name] = (head + body).encode(encoding)
    with pytest.raises(SourceError, match="entities of its own"):
        LINTER.read_bytes(archive(parts), path="job.docx")


def test_macros_in_a_file_named_docx_are_left_alone() -> None:
    parts = word_parts("<w:p><w:r><w:t>Leads people.</w:t></w:r></w:p>")
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen()" * 100
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    posting = LINTER.read_bytes(archive(parts), path="job.docx")
    assert posting.text.strip() == "Leads people."


def test_the_dress_of_a_word_file_is_not_what_it_says() -> None:
    """Sizes, colours and fonts are left out before the file is read; bold and styles are not."""
    dress = '<w:rFonts w:ascii="Arial"/><w:sz w:val="40"/><w:color w:val="FF0000"/>'
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:latentStyles><w:lsdException w:name="x"/></w:latentStyles><w:style w:type="paragraph" w:styleId="H">'
        f'<w:name w:val="heading 2"/><w:pPr><w:spacing w:after="9"/></w:pPr><w:rPr>{dress}</w:rPr></w:style></w:styles>'
    )
    body = (
        f'<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="H"/></w:pPr><w:r><w:rPr>{dress}</w:rPr><w:t>Duties</w:t></w:r></w:p>'
        f"<w:p><w:r><w:rPr>{dress}<w:b/></w:rPr><w:t>Pay:</w:t></w:r><w:r><w:t> $7</w:t></w:r></w:p><w:sectPr/>"
    )
    posting = LINTER.read_bytes(archive({**word_parts(body), "word/styles.xml": styles.encode()}))
    assert outline(posting) == ["## Duties", "Pay = $7"]


# ---------------------------------------------------------------- any file


@pytest.mark.parametrize("suffix", ["posting", "txt", "md", "html", "json", "docx", "pdf"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfeC", b"PK\x03\x04", b"%PDF-", bytes(range(256)) * 40, b"\0", "\ud800".encode("utf-8", "surrogatepass")],
)  # fmt: skip
def test_scraps_of_a_file_are_read_or_refused_in_one_line(data: bytes, suffix: str) -> None:
    try:
        report = LINTER.check_bytes(data, path=f"job.{suffix}")
    except SourceError as error:
        said = str(error)
        assert "\n" not in said
        assert f"job.{suffix}" in said
    else:
        assert not report.is_posting
        assert not [found for found in report.diagnostics if found.code in ("POST020", "POST022")]


def test_a_text_larger_than_any_posting_is_refused_before_it_is_read() -> None:
    with pytest.raises(SourceError, match="more than 20 MB"):
        LINTER.read_bytes(b"- Leads the team.\n" * 2_800_000, path="job.posting")


# ---------------------------------------------------------------- cost


def _closed(left: str, right: str, between: str = "x") -> Callable[[int], str]:
    return lambda count: left * count + between + right * count


SLOW: dict[str, tuple[str, Callable[[int], str]]] = {
    "bold spans in one another": ("html", _closed('<span style="font-weight:bold">a', "</span>")),
    "main parts in one another": ("html", _closed("<main>", "</main>")),
    "main parts by role": ("html", _closed('<div role="main">', "</div>")),
    "tables in one another": ("html", _closed("<table><tr><td>", "</td></tr></table>")),
    "terms in one another": ("html", _closed("<dl><dt>a</dt><dd>", "</dd></dl>")),
    "headers in one another": ("html", _closed("<header>", "</header>", "<h1>a</h1>")),
    "lists that stay open": ("html", lambda count: "<ul><li>a" * count),
    "attributes": ("html", lambda count: "<div " + "a=b " * count + ">x"),
    "open quotes": ("html", lambda count: "<a b='\"" * count),
    "scripts": ("html", lambda count: '<script type="application/ld+json">{"a":1}</script>' * count + "JobPosting"),
    "keys on a page": ("html", lambda count: "Grade:\n" * count),
    "headings and nothing else": ("markdown", lambda count: "a\n---\n" * count),
    "keys": ("markdown", lambda count: "Grade:\n" * count),
    "tables": ("markdown", lambda count: "|a|b|\n|-|-|\n" * count),
    "links that stay open": ("markdown", lambda count: "[a](" * count),
    "stars": ("markdown", lambda count: "*a " * count),
    "code": ("markdown", lambda count: "`a ``b " * count),
    "templates": ("markdown", lambda count: "{% include " * count),
    "front matter": ("markdown", lambda count: "---\n" + "a:\n  - b\n" * count + "---\n"),
    "quotations": ("markdown", lambda count: ">" * 50 + "a\n" * count),
    "tags that stay open": ("markdown", lambda count: "<div\n" * count),
    "places": ("jobposting", lambda count: job('"jobLocation": [' + '{"address": {"addressLocality": "A"}},' * count + '""]')),
    "escapes": ("jobposting", lambda count: job('"description": "' + "\\u0061\\n" * count + '"')),
    "keys of an object": ("jobposting", lambda count: "{" + "".join(f'"k{n}":{n},' for n in range(count)) + '"title": "Cook", "description": "Bakes the bread."}'),
}  # fmt: skip


@pytest.mark.parametrize("name", SLOW)
def test_what_was_made_to_be_slow_is_read_and_written(name: str) -> None:
    kind, make = SLOW[name]
    posting = read(make(300), kind)
    assert isinstance(LINTER.read(to_markup(posting), kind="markup"), Posting)


@pytest.mark.timing
@pytest.mark.parametrize("name", SLOW)
def test_the_cost_grows_with_the_length(name: str) -> None:
    kind, make = SLOW[name]

    def cost(text: str) -> float:
        start = time.process_time()
        read(text, kind)
        return time.process_time() - start

    small, large = make(4_000), make(16_000)
    first = min(cost(small) for _ in range(3))
    second = min(cost(large) for _ in range(2))
    assert second < 0.1 or second < 8 * first, (first, second)

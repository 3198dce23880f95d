"""Readers are given files nobody would write, to find one that breaks them.

    pip install atheris
    python benchmarks/fuzz.py KIND [--seconds N] [--corpus FOLDER] [--found FOLDER]

KIND is `markup`, `text`, `markdown`, `html`, `jobposting`, `word` or `pdf`. The
fuzzer starts from small documents of its own and from the files of FOLDER that
are of this kind, changes them, and keeps the changes that reach new code. It
stops at the first input that

- raises anything but the errors a user is meant to see, or breaks a reader so
  that its source is read as plain text;
- makes spans that lie outside the text, or terminals that do not follow one
  another from its first character to its last;
- cannot be written as markup;
- takes longer than ten seconds or more than a gigabyte.

Such an input is written to the folder given by `--found`. It belongs into the
tests as the smallest text that shows the same, in words of our own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]  # by hand

with atheris.instrument_imports(include=["postlint"]):
    from postlint import Linter
    from postlint.document.parts import walk
    from postlint.document.posting import Posting
    from postlint.errors import SourceError, Unreadable
    from postlint.readers.base import BytesReader, Reading
    from postlint.syntax.write import to_markup

_MOST = 20_000
_SUFFIXES = {
    "markup": {".posting", ".md"},
    "text": {".txt", ".text"},
    "markdown": {".md"},
    "html": {".html", ".htm", ".raw"},
    "jobposting": {".json", ".jsonld"},
    "word": {".docx"},
    "pdf": {".pdf"},
}
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_BODY = (
    f'<w:document xmlns:w="{_SPACE}"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    "<w:r><w:rPr><w:b/><w:caps/></w:rPr><w:t>Duties</w:t></w:r></w:p><w:p><w:pPr><w:numPr>"
    '<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Leads.</w:t><w:tab/>'
    "<w:t>(E)</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Grade</w:t></w:r></w:p>"
    "</w:tc><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
_SEEDS: dict[str, list[bytes]] = {
    "markup": [
        (
            b"# Clerk\n\nSalary: $7\n\n## Duties\n\n- **Plans.** Leads. (E)\n  - Files.\n\n%% a\n"
            b"%% postlint: ignore ADA004 -- x\n1. One\n\nText\n===\n"
        ),
    ],
    "text": [
        (
            b"CLERK\n\nSalary:\t$7      FLSA: Exempt\nDUTIES:\n\xe2\x80\xa2 Leads the \nteam. (E)\n"
            b"\xef\x82\xb7\nPlans.\n1 of 2\n\n01\nDo you drive?\n"
        ),
        b"A clerk is wanted.Duties:\xe2\x80\xa2 Leads \xe2\x80\xa2 Files**Pay:** $7 | b | c",
    ],
    "markdown": [
        (
            b"---\ntitle: Clerk\npay:\n  - low: 7\n  - high: 9\n---\n# {{ page.title }}\n\n"
            b"{% include eeo.html %}\n**Pay:** [$7](http://a.b)\n\n| Duty | E |\n|---|---|\n"
            b"| Leads the whole team | X |\n\n> - quoted\n\n* a\n    * b `c`\n\n<div>d</div>\n"
        ),
    ],
    "html": [
        (
            b"<html><title>Clerk | A</title><nav>x</nav><main><h1>Clerk</h1><dl><dt>Pay<dd>$7</dl>"
            b"<ul><li><b>Plans.</b> Leads &amp; files. (E)<ul><li>x</ul></ul><table><tr><th>Duty"
            b"<th>%<tr><td>Leads the whole team<td>60%</table><!-- postlint: ignore ADA004 -- y -->"
        ),
        (
            b'<script type="application/ld+json">{"@type":"JobPosting","title":"Clerk",'
            b'"description":"<p>a</p>"}</script><p>b'
        ),
    ],
    "jobposting": [
        (
            b'{"@context":"https://schema.org","@type":"JobPosting","title":"Clerk\\u00e9",'
            b'"baseSalary":{"currency":"USD","value":{"minValue":7,"unitText":"HOUR"}},'
            b'"jobLocation":[{"address":{"addressLocality":"A"}}],"description":"&lt;p&gt;a&lt;/p&gt;"'
            b',"experienceRequirements":{"monthsOfExperience":24},"skills":["a","<b>b</b>"]}'
        ),
    ],
    "word": [b"X" + _BODY.encode()],
    "pdf": [],
}
_WORDS = {
    "markup": ["# ", "- ", "%% ", "(E)", "**", ": ", "\\x0a", "1. ", "postlint: ignore "],
    "text": ["\\xe2\\x80\\xa2", "(E)", "DUTIES", "Duties:", "\\x09", "  ", "1 of 2", "|", "**"],
    "markdown": ["---\\x0a", "{%", "%}", "{{", "}}", "include ", "|", "](", "**", "<!--", "-->"],
    "html": ["<li>", "</li>", "<table>", "<td>", "<b>", "<br>", "<pre>", "&#", "<!--", "<main>"],
    "jobposting": [
        "\\x22@type\\x22:",
        "\\x22JobPosting\\x22",
        "\\\\u",
        "[",
        "{",
        "\\x22:",
        "1e999",
    ],
    "word": ["<w:p>", "<w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:b/>", "<w:tab/>", "<!ENTITY"],
    "pdf": [" Tj", " Tf", " Tm", "BT", "ET", "/Encrypt", "stream", "endobj", "/Kids"],
}


def packed(body: bytes) -> bytes:
    """Return a Word file with a body."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _LINKS)
        package.writestr("word/document.xml", body)
    return out.getvalue()


class BrokenPromiseError(Exception):
    """A reader did what none may do."""


def demand(kept: object, what: object) -> None:
    """Stop at what no reader may do."""
    if not kept:
        raise BrokenPromiseError(what)


def check_lexemes(reading: Reading) -> None:
    """Say that terminals follow one another from the start of the text to its end."""
    lexemes = list(reading.lexemes)
    demand(all(one.end == two.start for one, two in pairwise(lexemes)), "a gap between terminals")
    demand(not lexemes or (lexemes[0].start, lexemes[-1].end) == (0, len(reading.text)), "an end")
    demand(lexemes or not reading.text, "no terminals")


def check_posting(posting: Posting) -> None:
    """Say that nothing broke and everything stands where the text is."""
    broken = [notice for notice in posting.notices if notice.message_id == "reader-failed"]
    demand(not broken, broken)
    length, given = len(posting.text), len(posting.source.given)
    for section in posting.sections:
        for block in walk(section.blocks):
            demand(0 <= block.span.start <= block.span.end <= length, block)
            if posting.source.origin is not None:
                place = posting.source.given_span(block.span)
                demand(0 <= place.start <= place.end <= given, place)
    to_markup(posting)


def target(kind: str) -> Callable[[bytes], None]:
    """Return what is tried with every input."""
    linter = Linter()
    reader = None if kind == "markup" else linter.reader(kind)

    def attempt(data: bytes) -> None:
        if kind == "word" and data[:1] == b"X":
            data = packed(data[1:])
        if isinstance(reader, BytesReader):
            try:
                check_lexemes(reader.read_bytes(data))
                check_posting(linter.read_bytes(data, path=f"a.{kind}"))
            except (SourceError, Unreadable) as error:
                demand("\n" not in str(error), error)
            return
        text = data.decode("utf-8", errors="replace")
        try:
            if reader is not None:
                check_lexemes(reader.read(text))
            check_posting(linter.read(text, kind=kind))
        except (SourceError, Unreadable) as error:
            demand("\n" not in str(error), error)

    return attempt


def prepare(kind: str, given: Path | None, folder: Path) -> tuple[Path, Path]:
    """Write the seeds and the dictionary to a folder; return both."""
    seeds = folder / "seeds"
    seeds.mkdir()
    found = [*_SEEDS[kind]]
    for path in sorted(given.rglob("*")) if given is not None else []:
        if path.suffix.lower() in _SUFFIXES[kind]:
            data = path.read_bytes()
            found.append(data[:_MOST] if kind not in ("word", "pdf") else data)
    for number, data in enumerate(found[:60]):
        (seeds / str(number)).write_bytes(data)
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in _WORDS[kind]), "utf-8")
    return seeds, words


def main() -> None:
    """Fuzz one reader."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kind", choices=sorted(_SEEDS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path, help="a folder with files to start from")
    parser.add_argument("--found", type=Path, default=Path("fuzzed"), help="where inputs are put")
    options = parser.parse_args()
    options.found.mkdir(parents=True, exist_ok=True)
    seeds, words = prepare(options.kind, options.corpus, Path(tempfile.mkdtemp()))
    atheris.Setup(
        [
            sys.argv[0],
            str(seeds),
            f"-dict={words}",
            f"-max_total_time={options.seconds}",
            f"-artifact_prefix={options.found}/{options.kind}-",
            f"-max_len={_MOST if options.kind not in ('word', 'pdf') else 200_000}",
            "-timeout=10",
            "-rss_limit_mb=1024",
            "-print_final_stats=1",
        ],
        target(options.kind),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()

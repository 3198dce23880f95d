"""The same posting as text, web page, Word and PDF gives the same facts and findings."""

# ruff: noqa: E501 (postings stand on few lines)

from __future__ import annotations

from html import escape
from typing import Any, NamedTuple

import pytest

from documents import pdf, word
from postlint import Linter, Report
from postlint.text.source import Span

pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

LINTER = Linter()


class Job(NamedTuple):
    title: str
    fields: tuple[tuple[str, str], ...]
    summary: str
    duties: tuple[str, ...]
    demands: tuple[str, ...]
    closing: str


_EMPLOYERS = (
    ("Fern Hollow School District", "Salem, Oregon"),
    ("Town of Millbrook", "Millbrook, New York"),
    ("Larch County Library", "Hull, Ohio"),
    ("Tern Point College", "Augusta, Maine"),
)
_JOBS = (
    ("Director of Technology", "Superintendent", "$121,000 - $139,500 per year",
     ("Lead the plan for devices in nine schools.", "Supervise six technicians and evaluate their work.", "Manage the budget of the department."),
     ("Bachelor's degree in computer science.", "Five years of experience leading a team.")),
    ("Network Technician", "Network Manager", "$27.50 per hour",
     ("Install switches and access points in every building.", "Repair cables and replace broken parts.", "Keep a list of the devices that were moved."),
     ("Two years of experience with networks.", "Valid driver's license.")),
    ("Children's Librarian", "Library Director", "$52,300 per year",
     ("Plan story hours for families.", "Choose books for readers under twelve.", "Answer questions at the desk."),
     ("Master's degree in library science.", "Experience with young readers.")),
    ("Payroll Clerk", "Finance Manager", "$41,000 - $47,000 per year",
     ("Enter hours for two hundred workers.", "Send reports to the state each month.", "Answer questions about pay."),
     ("High school diploma.", "One year of experience with payroll.")),
    ("Head Groundskeeper", "Facilities Director", "$24.10 - $29.00 per hour",
     ("Mow the fields of four parks.", "Supervise three seasonal workers.", "Lift bags of up to 50 pounds."),
     ("Three years of experience with lawns.", "Ability to work outdoors.")),
)  # fmt: skip
_CLOSINGS = (
    "The employer does not discriminate on the basis of race, color, religion, sex, age or disability.",
    "Applicants who need a reasonable accommodation may call the office.",
    "Send the application by May 14, 2027, to the office of the employer.",
    "We are an equal opportunity employer and welcome all who qualify.",
)
POSTINGS = [
    Job(
        title,
        (("Organization", employer), ("Location", place), ("Reports to", boss), ("Salary", pay)),
        f"The {title.lower()} serves all who use the {employer.split()[-1].lower()} each day.",
        duties,
        demands,
        _CLOSINGS[(number + turn) % len(_CLOSINGS)],
    )
    for number, (title, boss, pay, duties, demands) in enumerate(_JOBS)
    for turn, (employer, place) in enumerate(_EMPLOYERS)
]


def as_text(job: Job) -> str:
    lines = [job.title, ""]
    lines.extend(f"{name}: {value}" for name, value in job.fields)
    lines.extend(("", "Summary", "", job.summary, "", "Duties", ""))
    lines.extend(f"• {duty}" for duty in job.duties)
    lines.extend(("", "Qualifications", ""))
    lines.extend(f"• {demand}" for demand in job.demands)
    lines.extend(("", "How to apply", "", job.closing, ""))
    return "\n".join(lines)


def as_page(job: Job) -> str:
    def items(rows: tuple[str, ...]) -> str:
        return "<ul>" + "".join(f"<li>{escape(row)}</li>" for row in rows) + "</ul>"

    fields = "".join(f"<p>{name}: {escape(value)}</p>" for name, value in job.fields)
    return (
        f"<!doctype html><html><body><h1>{escape(job.title)}</h1>{fields}"
        f"<h2>Summary</h2><p>{escape(job.summary)}</p><h2>Duties</h2>{items(job.duties)}"
        f"<h2>Qualifications</h2>{items(job.demands)}"
        f"<h2>How to apply</h2><p>{escape(job.closing)}</p></body></html>"
    )


def as_word(job: Job) -> bytes:
    def build(document: Any) -> None:
        document.add_heading(job.title, 0)
        for name, value in job.fields:
            document.add_paragraph(f"{name}: {value}")
        document.add_heading("Summary", 1)
        document.add_paragraph(job.summary)
        for heading, rows in (("Duties", job.duties), ("Qualifications", job.demands)):
            document.add_heading(heading, 1)
            for row in rows:
                document.add_paragraph(row, style="List Bullet")
        document.add_heading("How to apply", 1)
        document.add_paragraph(job.closing)

    return word(build)


def as_pdf(job: Job) -> bytes:
    page: list[tuple[str, float, float, float, bool]] = []
    y = 740.0

    def line(words: str, size: float = 10.0, above: float = 14.0, *, bold: bool = False) -> None:
        nonlocal y
        y -= above
        page.append((words, 72.0, y, size, bold))

    line(job.title, 18.0, bold=True)
    for name, value in job.fields:
        line(f"{name}: {value}", above=24.0 if name == job.fields[0][0] else 14.0)
    rows = (
        ("Summary", (job.summary,), ""),
        ("Duties", job.duties, "• "),
        ("Qualifications", job.demands, "• "),
        ("How to apply", (job.closing,), ""),
    )
    for heading, said, sign in rows:
        line(heading, 13.0, 28.0, bold=True)
        for count, words in enumerate(said):
            line(sign + words, above=14.0 if count else 20.0)
    return pdf([page])


def facts_of(report: Report) -> dict[str, object]:
    return {name: _told(report, fact.value) for name, fact in report.facts.items()}


def _told(report: Report, value: object) -> object:
    """Return a value with the words of a place for the place, which each format has its own of."""
    if isinstance(value, Span):
        return " ".join(report.source.slice(value).split())
    if isinstance(value, tuple):
        return tuple(_told(report, part) for part in value)
    return value


def findings_of(report: Report) -> list[tuple[str, str]]:
    return sorted((found.code, found.message) for found in report.diagnostics)


def verdicts_of(report: Report) -> dict[str, str]:
    return {record.code: record.verdict.value for record in report.outcomes}


def test_there_are_twenty() -> None:
    assert len({as_text(job) for job in POSTINGS}) == 20


@pytest.mark.parametrize("number", range(20))
def test_the_same_posting_says_the_same_in_every_format(number: int) -> None:
    job = POSTINGS[number]
    text = LINTER.check(as_text(job), kind="text")
    assert text.facts["title"].value == job.title
    assert [duty.text.text for duty in text.posting.duties] == list(job.duties)
    others = {
        "html": LINTER.check(as_page(job), kind="html"),
        "word": LINTER.check_bytes(as_word(job)),
        "pdf": LINTER.check_bytes(as_pdf(job)),
    }
    for name, other in others.items():
        assert [duty.text.text for duty in other.posting.duties] == list(job.duties), name
        assert facts_of(other) == facts_of(text), name
        assert verdicts_of(other) == verdicts_of(text), name
        assert findings_of(other) == findings_of(text), name


# Shapes a reader tells by how lines stand: "T" the title, "h" a heading, "p" a paragraph, "l" a row.
_ROOM = (
    "Fen College keeps a map room of forty thousand sheets, lends them, and answers its readers."
)
_CARE = "Keeps the map room in order and lends its sheets to readers. Mends what is torn and binds what is loose. Answers the board when it asks."
_ROWS = [
    ("l", "Keeps the maps in order."),
    ("l", "Lends maps to readers."),
    ("l", "Repairs torn maps."),
]
SHAPES = {
    "topics before paragraphs": [("p", _ROOM), ("h", "Duties"), ("p", f"Lending & Repair: {_CARE}"), ("p", f"Yearly Count: {_CARE}"), ("h", "Benefits"), ("p", _ROOM)],
    "a sentence over a list": [("p", _ROOM), ("p", "In this post you will be responsible for:"), *_ROWS, ("h", "Benefits"), ("p", _ROOM)],
    "a question to the applicant": [("p", _ROOM), ("h", "Duties"), *_ROWS, ("l", "Describe your experience with maps."), ("h", "Benefits"), ("p", _ROOM)],
    "a heading that asks": [("h", "Why You Should Join Us"), ("p", _ROOM), ("h", "Duties"), *_ROWS],
    "skills and what they mean": [("p", _ROOM), ("h", "Duties"), *_ROWS, ("h", "Skills"), ("l", "Getting Results: Meeting what was asked."), ("l", "Sharing Knowledge: Telling others what one knows.")],
    "a supervisor by another name": [("p", "Accountable to: Head of Maps"), ("p", "Salary: $41,000 - $47,000 per year"), ("h", "Duties"), *_ROWS],
}  # fmt: skip


def _shaped(parts: list[tuple[str, str]]) -> dict[str, Report]:
    text = "\n".join(("• " if kind == "l" else "\n") + said for kind, said in parts)
    marks = {"T": "# ", "h": "\n## ", "l": "- ", "p": "\n"}
    markdown = "\n".join(marks[kind] + said for kind, said in parts)
    tags = {"T": "h1", "h": "h2", "l": "li", "p": "p"}
    page = "".join(f"<{tags[kind]}>{escape(said)}</{tags[kind]}>" for kind, said in parts)

    def build(document: Any) -> None:
        for kind, said in parts:
            if kind in "Th":
                document.add_heading(said, "Th".index(kind))
            else:
                document.add_paragraph(said, style="List Bullet" if kind == "l" else None)

    return {
        "text": LINTER.check(text.lstrip() + "\n", kind="text"),
        "markdown": LINTER.check(markdown + "\n", kind="markdown"),
        "html": LINTER.check(f"<html><body>{page}</body></html>", kind="html"),
        "word": LINTER.check_bytes(word(build)),
    }


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_read_alike_in_every_format(name: str) -> None:
    """Headings, their kinds, duties and facts are the same, whatever shows the shape."""
    reports = _shaped([("T", "Map Librarian"), *SHAPES[name]])
    text = reports.pop("text")
    assert text.posting.duties
    for kind, other in reports.items():
        assert _outline(other) == _outline(text), kind
        assert facts_of(other) == facts_of(text), kind


def _outline(report: Report) -> list[object]:
    posting = report.posting
    heads = [(each.heading.text, each.kind) for each in posting.sections if each.heading]
    return [heads, [duty.text.text for duty in posting.duties]]

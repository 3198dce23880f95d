"""Ten layouts of postings, each written as text, web page, Word and PDF file, say the same."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from textwrap import wrap
from typing import Any, TypeAlias

import pytest

from documents import pdf, word
from postlint import Linter, Report, Span

pytest.importorskip("docx")

LINTER = Linter()
Rows: TypeAlias = list[list[str]]
# "T" the title, "h" a heading, "p" a paragraph, "l" an item, "n" a numbered one, "f" a line of its
# own, "b" a bold label and its prose, "t" rows of cells, "2" two columns, "F" the page's foot.
Part: TypeAlias = tuple[str, Any]

_EEO = (
    "The Port of Elm does not discriminate on the basis of race, color, religion, sex, age or"
    " disability."
)
_SPANISH = (
    "El Puerto de Elm no discrimina por motivos de raza, color, religión, sexo, edad o"
    " discapacidad."
)
_PORT = "The Port of Elm keeps nine quays, lends its cranes, and answers the captains who call."
_DUTIES = [
    "Files the logs of all boats.",
    "Audits the crates on the quay.",
    "Answers the captains.",
]
_DEMANDS: list[Part] = [
    ("h", "Qualifications"),
    ("l", "Bachelor's degree in logistics."),
    ("l", "Two years of experience in a port."),
]
_LIST: list[Part] = [("h", "Duties"), *(("l", duty) for duty in _DUTIES), *_DEMANDS]
_TITLE: Part = ("T", "Harbor Clerk")
LAYOUTS: dict[str, list[Part]] = {
    "duties in a numbered table with shares": [
        _TITLE,
        ("p", _PORT),
        ("h", "Duties"),
        (
            "t",
            [
                ["#", "Duty", "%"],
                ["1", _DUTIES[0], "50"],
                ["2", _DUTIES[1], "30"],
                ["3", _DUTIES[2], "20"],
            ],
        ),
        *_DEMANDS,
    ],
    "duties in a table of areas": [
        _TITLE,
        ("p", _PORT),
        ("h", "Duties"),
        (
            "t",
            [
                ["Area", "Duty"],
                ["Logs", _DUTIES[0]],
                ["Crates", _DUTIES[1]],
                ["People", _DUTIES[2]],
            ],
        ),
        *_DEMANDS,
    ],
    "names over their values": [
        ("p", "PORT OF ELM"),
        ("t", [["Title", "Department", "Status"], ["Harbor Clerk", "Records", "Full-time"]]),
        (
            "t",
            [
                ["Salary", "Closing date", "Reports to"],
                ["$41,000 - $47,000", "March 3, 2031", "Harbor Master"],
            ],
        ),
        *_LIST,
    ],
    "names and values in four columns": [
        _TITLE,
        (
            "t",
            [
                ["Salary:", "$41,000 - $47,000", "Reports to:", "Harbor Master"],
                ["Closing date:", "March 3, 2031", "Status:", "Full-time"],
            ],
        ),
        *_LIST,
    ],
    "a letterhead in two columns": [
        ("2", ("Port of Elm", "12 Quay Road, Elm City, Ohio")),
        _TITLE,
        ("f", "Salary: $41,000 - $47,000 per year"),
        ("f", "Reports to: Harbor Master"),
        ("p", _PORT),
        *_LIST,
    ],
    "a notice in two languages": [
        _TITLE,
        ("f", "Closing date: March 3, 2031"),
        *_LIST,
        ("h", "Equal opportunity"),
        ("p", _EEO),
        ("p", _SPANISH),
    ],
    "a statement in the foot": [_TITLE, ("p", _PORT), *_LIST, ("F", _EEO)],
    "labels run in before prose": [
        _TITLE,
        ("p", _PORT),
        *_LIST,
        ("b", ("Schedule", "The clerk works from Monday to Friday, and on one Saturday a month.")),
        ("b", ("Benefits", "The port pays for health insurance and gives four weeks of leave.")),
    ],
    "boxes that are checked": [
        _TITLE,
        ("f", "Employment type: [x] Full-time [ ] Part-time"),
        ("f", "FLSA status: [ ] Exempt [x] Non-exempt"),
        *_LIST,
    ],
    "numbered duties and what marks them": [
        _TITLE,
        ("p", _PORT),
        ("h", "Duties"),
        ("p", "Essential functions are marked (E)."),
        ("n", f"{_DUTIES[0]} (E)"),
        ("n", f"{_DUTIES[1]} (E)"),
        ("n", _DUTIES[2]),
        *_DEMANDS,
    ],
}


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows with blanks between their cells, one column under another."""
    widths = [max(map(len, column)) + 4 for column in zip(*rows, strict=True)]
    return [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def as_text(parts: list[Part]) -> str:
    lines: list[str] = []
    number = 0
    for kind, said in parts:
        if kind not in "lnf" or (lines and lines[-1] and not lines[-1].startswith(("• ", "1"))):
            lines += [] if kind == "f" and lines and ": " in lines[-1] else [""]
        if kind == "n":
            number += 1
            lines.append(f"{number}. {said}")
        elif kind == "l":
            lines.append(f"• {said}")
        elif kind == "b":
            lines.append(f"{said[0]}: {said[1]}")
        elif kind == "t":
            lines += _columns(said)
        elif kind == "2":
            lines += _columns([said])
        else:
            lines.append(said)
    return "\n".join(lines).lstrip() + "\n"


def as_page(parts: list[Part]) -> str:
    tags = {"T": "h1", "h": "h2", "p": "p", "f": "p", "F": "footer"}
    out: list[str] = []
    for kind, said in parts:
        if kind in tags:
            out.append(f"<{tags[kind]}>{escape(said)}</{tags[kind]}>")
        elif kind in "ln":
            tag = "ul" if kind == "l" else "ol"
            if out and out[-1] == f"</{tag}>":
                out.pop()
            else:
                out.append(f"<{tag}>")
            out += [f"<li>{escape(said)}</li>", f"</{tag}>"]
        elif kind == "b":
            out.append(f"<p><b>{said[0]}:</b> {escape(said[1])}</p>")
        else:
            rows = [said] if kind == "2" else said
            cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
    return f"<!doctype html><html><body>{''.join(out)}</body></html>"


def as_word(parts: list[Part]) -> bytes:
    def build(document: Any) -> None:
        for kind, said in parts:
            if kind in "Th":
                document.add_heading(said, "Th".index(kind))
            elif kind in "ln":
                style = "List Bullet" if kind == "l" else "List Number"
                document.add_paragraph(said, style=style)
            elif kind == "b":
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{said[0]}:").bold = True
                paragraph.add_run(f" {said[1]}")
            elif kind == "F":
                document.sections[0].footer.paragraphs[0].text = said
            elif kind in "t2":
                rows = [said] if kind == "2" else said
                table = document.add_table(rows=0, cols=len(rows[0]))
                for row in rows:
                    for cell, words in zip(table.add_row().cells, row, strict=True):
                        cell.text = words
            else:
                document.add_paragraph(said)

    return word(build)


def as_pdf(parts: list[Part]) -> bytes:
    page: list[tuple[str, float, float, float, bool]] = []
    y, number = 740.0, 0
    for kind, said in parts:
        if kind in "t2":
            y -= 12
            rows = [said] if kind == "2" else said
            widths = [max(map(len, column)) * 6.0 + 30 for column in zip(*rows, strict=True)]
            for row in rows:
                y -= 14
                x = 72.0
                for cell, width in zip(row, widths, strict=True):
                    page.append((cell, x, y, 10.0, False))
                    x += width
            continue
        size = {"T": 18.0, "h": 13.0}.get(kind, 10.0)
        if kind == "F":
            page += [
                (words, 72.0, 60.0 - 12 * row, 8.0, False)
                for row, words in enumerate(wrap(said, 90))
            ]
            continue
        number += kind == "n"
        sign = {"l": "• ", "n": f"{number}. "}.get(kind, "")
        shown = f"{said[0]}: {said[1]}" if kind == "b" else said
        y -= {"T": 14, "h": 16, "p": 10, "b": 10}.get(kind, 0)
        for words in wrap(sign + shown, 80):
            y -= 14
            page.append((words, 72.0, y, size, kind in "Th"))
    return pdf([page])


def _facts(report: Report) -> dict[str, object]:
    return {name: _told(report, fact.value) for name, fact in report.facts.items()}


def _told(report: Report, value: object) -> object:
    if isinstance(value, Span):
        return " ".join(report.source.slice(value).split())
    if isinstance(value, tuple):
        return tuple(_told(report, part) for part in value)
    return " ".join(value.split()) if isinstance(value, str) else value


def _outline(report: Report) -> list[object]:
    posting = report.posting
    heads = [
        (each.heading.text.rstrip(":"), each.kind) for each in posting.sections if each.heading
    ]
    heads = [head for head in heads if head[0] != report.facts["title"].value]
    return [heads, [" ".join(duty.text.text.split()) for duty in posting.duties]]


def test_there_are_ten() -> None:
    assert len({as_text(parts) for parts in LAYOUTS.values()}) == 10


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_alike_in_every_format(name: str) -> None:
    parts = LAYOUTS[name]
    text = LINTER.check(as_text(parts), kind="text")
    assert text.facts["title"].value == "Harbor Clerk"
    assert len(text.posting.duties) == len(_DUTIES)
    others = {
        "html": LINTER.check(as_page(parts), kind="html"),
        "word": LINTER.check_bytes(as_word(parts)),
        "pdf": LINTER.check_bytes(as_pdf(parts)),
    }
    for kind, other in others.items():
        assert _outline(other) == _outline(text), kind
        assert _facts(other) == _facts(text), kind
        assert {one.code: one.verdict for one in other.outcomes} == {
            one.code: one.verdict for one in text.outcomes
        }, kind

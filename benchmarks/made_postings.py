"""Make postings by the million: the shapes of real ones, the words our own, by a seed.

    python benchmarks/made_postings.py 1000000 made.parquet --seed 7

Shapes: headed and bulleted text, one glued line, paragraphs without bullets,
Markdown with front matter, fragments of HTML, fields alone, and some damage.
The same number and seed give the same bytes of text on every machine.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

EMPLOYERS = (
    ("Alder Valley School District", "school", "US-OR"),
    ("Brookhaven Unified Schools", "school", "US-CA"),
    ("City of Larkmoor", "city", "US-WA"),
    ("Tamarack County", "county", "US-CO"),
    ("Fernhill Community College", "college", "US-IL"),
    ("Quarry Street Clinic", "nonprofit", "US-NY"),
    ("Larch & Lowe Systems", "private", "US-TX"),
    ("Department of Harbors", "state", "US-MD"),
)
POSTS = (
    "Chief Technology Officer", "Director of Information Systems", "Network Engineer",
    "Help Desk Technician", "Data Analyst", "Payroll Clerk", "School Nurse", "Bus Driver",
    "Instructional Technology Coach", "Accountant", "Library Assistant", "Project Manager",
)  # fmt: skip
DUTIES = (
    "Leads the planning of systems for every site and reports on progress each quarter",
    "Supervises and evaluates a staff of {n}",
    "Installs, configures and repairs workstations, printers and phones",
    "Prepares the department's budget of ${n}00,000 and follows its spending",
    "Answers questions from staff and families by phone and in person",
    "Writes procedures and keeps them current",
    "Trains new colleagues in the tools they use",
    "Keeps records complete, correct and safe",
    "Meets with vendors and compares their offers",
    "Performs other duties as assigned",
    "Plans the replacement of equipment over {n} years",
    "Monitors the network and restores service after a failure",
)
NEEDS = (
    "A bachelor's degree in a related field, or equal experience",
    "{n} years of experience in similar work",
    "A valid driver's license",
    "Able to lift {n}0 pounds",
    "Clear writing and patience",
    "Experience with budgets and contracts",
)
STATEMENTS = (
    (
        "{employer} is an equal opportunity employer. It does not discriminate by race, color, "
        "religion, sex, national origin, age, disability or genetic information."
    ),
    "Applicants who need an accommodation may write to the personnel office.",
    "We welcome people of every background.",
    "",
)
PAYS = (
    "${low},000 - ${high},000 per year", "${hour}.50 per hour", "Grade {n}, step 1-7",
    "Competitive", "Up to ${high},000 annually", "",
)  # fmt: skip
HEADINGS = (
    ("Essential duties", "Qualifications", "How to apply"),
    ("ESSENTIAL FUNCTIONS:", "MINIMUM REQUIREMENTS:", "TO APPLY:"),
    ("What you will do", "What you bring", "Apply"),
)


class _Post:
    """What one posting says, before it has a shape."""

    def __init__(self, draw: random.Random) -> None:
        self.employer, self.kind, self.place = draw.choice(EMPLOYERS)
        self.title = draw.choice(POSTS)
        self.day = f"{draw.randint(2023, 2026)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        numbers = {
            "n": draw.randint(2, 9),
            "low": draw.randint(38, 90),
            "high": draw.randint(91, 160),
            "hour": draw.randint(16, 48),
            "employer": self.employer,
        }
        self.duties = [text.format(**numbers) for text in draw.sample(DUTIES, draw.randint(4, 10))]
        self.needs = [text.format(**numbers) for text in draw.sample(NEEDS, draw.randint(2, 5))]
        self.pay = draw.choice(PAYS).format(**numbers)
        self.statement = draw.choice(STATEMENTS).format(**numbers)
        self.reports = f"Reports to: {draw.choice(('Superintendent', 'Director', 'City Manager'))}"
        self.headings = draw.choice(HEADINGS)
        if draw.random() < 0.5:
            self.reports = ""


def _headed(post: _Post, _: random.Random) -> str:
    duties, needs, apply = post.headings
    rows = [post.title.upper(), "", post.employer, post.reports, f"Salary: {post.pay}", "", duties]
    rows += [f"• {duty}." for duty in post.duties]
    rows += ["", needs, *(f"• {need}." for need in post.needs), "", apply]
    rows += [f"Apply by {post.day}.", "", post.statement]
    return "\n".join(rows)


def _glued(post: _Post, draw: random.Random) -> str:
    return " ".join(_headed(post, draw).split())


def _paragraphs(post: _Post, _: random.Random) -> str:
    duties = " ".join(f"{duty}." for duty in post.duties)
    needs = "; ".join(post.needs)
    return (
        f"{post.title}\n\n{post.employer} seeks a {post.title.lower()}. {post.reports}\n\n{duties}"
        f"\n\nApplicants need: {needs}.\n\n{post.pay}\n\n{post.statement}\n"
    )


def _markdown(post: _Post, _: random.Random) -> str:
    duties, needs, _apply = post.headings
    body = "\n".join(f"- {duty}" for duty in post.duties)
    wants = "\n".join(f"* {need}" for need in post.needs)
    return (
        f"---\ntitle: {post.title}\nemployer: {post.employer}\n---\n\n## {duties}\n\n{body}\n\n"
        f"## {needs}\n\n{wants}\n\n**Pay:** {post.pay}\n\n{post.statement}\n"
    )


def _html(post: _Post, _: random.Random) -> str:
    duties, needs, _apply = post.headings
    body = "".join(f"<li>{duty}</li>" for duty in post.duties)
    wants = "".join(f"<li>{need}</li>" for need in post.needs)
    return (
        f"<div><h1>{post.title}</h1><p>{post.employer}</p><h2>{duties}</h2><ul>{body}</ul>"
        f"<h2>{needs}</h2><ul>{wants}</ul><p>{post.pay}</p><p>{post.statement}</p></div>"
    )


def _fields(post: _Post, _: random.Random) -> str:
    pairs = (
        f"Position: {post.title}", f"Employer: {post.employer}", post.reports,
        f"Pay: {post.pay}", f"Closes: {post.day}", "Duties: " + "; ".join(post.duties),
    )  # fmt: skip
    return "\r\n".join(pair for pair in pairs if pair)


def _damaged(post: _Post, draw: random.Random) -> str:
    text = _headed(post, draw).replace("'", "â€™").replace("•", "\uf0b7")
    return text.replace("Requirements", "Requi\u00adrements")


_SHAPES: tuple[Callable[[_Post, random.Random], str], ...] = (
    _headed, _glued, _paragraphs, _markdown, _html, _fields, _damaged,
)  # fmt: skip
_WEIGHTS = (8, 3, 4, 3, 5, 2, 1)

SCHEMA = pa.schema(
    [
        ("id", pa.int64()),
        ("text", pa.string()),
        ("employer", pa.string()),
        ("employer_kind", pa.string()),
        ("place", pa.string()),
        ("day", pa.string()),
    ]
)


def made(count: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Yield so many postings as rows."""
    draw = random.Random(seed)  # noqa: S311  # no secret is made
    for number in range(count):
        post = _Post(draw)
        shape = draw.choices(_SHAPES, _WEIGHTS)[0]
        yield {
            "id": number,
            "text": shape(post, draw),
            "employer": post.employer,
            "employer_kind": post.kind,
            "place": post.place,
            "day": post.day,
        }


def batches(count: int, seed: int = 0, size: int = 5000) -> Iterator[pa.RecordBatch]:
    """Yield so many postings in batches."""
    rows = made(count, seed)
    for start in range(0, count, size):
        part = [next(rows) for _ in range(min(size, count - start))]
        yield pa.RecordBatch.from_pylist(part, schema=SCHEMA)


def write(path: Path, count: int, seed: int = 0) -> None:
    """Write so many postings as Parquet."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for batch in batches(count, seed):
            writer.write_batch(batch)


def main() -> None:
    """Write a file of postings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    write(asked.out, asked.count, asked.seed)
    print(f"{asked.count:,} postings in {asked.out} ({asked.out.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()

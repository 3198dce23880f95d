"""How the team of an applicant tracking system might use postlint.

Their system keeps postings as rows in a database. Every night it checks the
rows that changed, stores what came out as JSON beside the row, and shows the
recruiter three things: what to mend, what the posting says, and the record of
every rule for the compliance officer.

Run it from anywhere:

    python examples/applicant_tracking.py [FOLDER]

FOLDER holds posting files and stands in for the database; without it, the
examples beside this script are taken.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from postlint import (
    Employer,
    EmployerKind,
    Linter,
    Report,
    Severity,
    SourceError,
    UnknownName,
    Verdict,
)

HERE = Path(__file__).parent


class Row(NamedTuple):
    """A posting as the tracking system stores it."""

    number: int
    name: str
    body: bytes


def rows(folder: Path) -> Iterator[Row]:
    """Yield the postings of a folder as rows."""
    files = (
        path for path in sorted(folder.iterdir()) if path.suffix in {".posting", ".md", ".txt"}
    )
    for number, path in enumerate(files, 1):
        yield Row(number, path.name, path.read_bytes())


def make_linter() -> Linter:
    """Return one linter for all rows.

    Making it loads the rules; checking is then cheap. What the employer knows
    and no posting can tell is declared here, once, so that rules need not guess.
    """
    employer = Employer(kind=EmployerKind.SCHOOL, employees=1400, jurisdictions=("US-OR",))
    try:
        return Linter(employer=employer)
    except UnknownName as error:  # a rule name in the settings that no rule has
        sys.exit(str(error))


def stored(report: Report) -> str:
    """Return what is kept beside the row.

    `postlint check --format json` writes the same things in a documented
    form; here a smaller one shows that everything is plain data.
    """
    source = report.source
    return json.dumps(
        {
            "is_posting": report.is_posting,
            "facts": {
                name: fact.value if _plain(fact.value) else str(fact.value)
                for name, fact in report.facts.items()
                if fact.known
            },
            "measures": dict(report.measures),
            "record": {record.name: record.verdict.value for record in report.outcomes},
            "findings": [
                {
                    "code": found.code,
                    "severity": found.severity.value,
                    "message": found.message,
                    "line": source.range(found.span).start.line,
                    "words": source.slice(found.span),
                }
                for found in report.diagnostics
            ],
        },
        ensure_ascii=False,
    )


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def nightly(linter: Linter, changed: Iterable[Row], store: sqlite3.Connection) -> None:
    """Check the rows that changed and keep what came out."""
    store.execute("create table if not exists checked (number primary key, name, outcome)")
    for row in changed:
        try:
            report = linter.check_bytes(row.body, path=row.name)
        except SourceError as error:  # not text: one row is told of, the others go on
            print(f"{row.name}: {error.reason}")
            continue
        store.execute(
            "insert into checked values (?, ?, ?)", (row.number, row.name, stored(report))
        )
        show(row, report)
    store.commit()


def show(row: Row, report: Report) -> None:
    """Print what a recruiter sees."""
    if not report.is_posting:
        print(f"{row.name}: not a job posting")
        return
    title = report.facts["title"].value
    line = report.facts["reports_to"]
    print(f"\n{row.name}: {title}")
    print(f"  reports to   {_one_line(line.value) if line.value else 'not stated'}")
    in_order = sum(record.verdict is Verdict.PASS for record in report.outcomes)
    print(f"  record       {in_order} rules in order of {len(report.outcomes)} asked")
    for found in report.diagnostics:
        if found.severity is Severity.INFO:
            continue
        place = report.source.range(found.span).start
        print(f"  {found.severity.value:12} line {place.line}: {found.message} [{found.code}]")
    if report.worst in {None, Severity.INFO}:
        print("  ready to post")


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


def to_mend(store: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the stored postings by how much there is to mend, the most first."""
    return list(
        store.execute(
            "select name, json_array_length(outcome, '$.findings') as count"
            " from checked order by count desc, name"
        )
    )


def main() -> None:
    """Check a folder as if it were the night's work."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with sqlite3.connect(":memory:") as store:
        nightly(make_linter(), rows(folder), store)
        print("\nmost to mend first:")
        for name, count in to_mend(store):
            print(f"  {count:3} {name}")


if __name__ == "__main__":
    main()

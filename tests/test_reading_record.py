"""A run in which something was not read says so, in the report and in its summary."""

from __future__ import annotations

import json

from postlint import Linter
from postlint.engine.reading import Read
from postlint.engine.values import report_values
from postlint.render.base import Tally

LINTER = Linter()
WHOLE = """\
# Map Librarian

Fen Library has maps.

## Duties

- Keeps maps.
- Answers readers.

## Qualifications

- A degree.
"""
PARTS = (
    "We are seeking help with maps. A degree and two years of experience in maps are "
    "required. Salary: $40,000. Apply now.\n"
)


def test_a_report_counts_what_was_read() -> None:
    """Title, sections, duties, words, and words outside any section."""
    report = LINTER.check(WHOLE, path="a.md")
    assert report.read == Read(title=True, sections=3, duties=2, words=14, outside=6)
    assert report.read.missing == ()
    assert report_values(report)["read"] == report.read._asdict()
    assert report.measures["words_outside"] == 6


def test_what_was_not_found_is_named() -> None:
    """A posting without title and duties is unread, and the report says what is missing."""
    report = LINTER.check(PARTS, path="a.txt")
    assert report.is_posting
    assert report.read.missing == ("title", "duties")
    leads = [record for record in report.outcomes if record.code.startswith("LEAD")]
    assert {record.verdict.value for record in leads} == {"cannot-tell"}


def test_the_summary_says_what_was_not_read() -> None:
    """A line that says "No findings" says too what was not found."""
    tally = Tally()
    tally.add(LINTER.check(WHOLE, path="a.md"))
    assert "was found" not in tally.sentence()
    assert "were found" not in tally.sentence()
    tally.add(LINTER.check(PARTS, path="b.txt"))
    assert "; no title was found in 1; no duties were found in 1" in tally.sentence()


def test_wording_rules_are_asked_of_a_sentence() -> None:
    """A text that nothing shows to be a posting is asked the rules about wording, and no other."""
    report = LINTER.check("He must be a native English speaker.\n", path="a.txt")
    assert not report.is_posting
    assert "native-speaker" in {found.name for found in report.diagnostics}
    verdicts = {record.code: record.verdict.value for record in report.outcomes}
    assert verdicts["ADA001"] == verdicts["LEAD001"] == "cannot-tell"


def test_a_source_that_names_its_type_is_believed() -> None:
    """A JobPosting without headings is a posting."""
    text = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "JobPosting",
            "title": "Network Technician",
            "description": "<p>The candidate must be able-bodied, and he will mend laptops.</p>",
        }
    )
    report = LINTER.check(text, path="job.json")
    assert report.is_posting
    assert {"gendered-pronoun", "able-bodied-language"} <= {d.name for d in report.diagnostics}

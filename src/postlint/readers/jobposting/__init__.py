"""Reads schema.org JobPosting and what job systems export as JSON.

JSON-LD, alone or in lines, plain JSON with its keys, and the exports whose
names `readers.exports` knows: every posting of them.
"""

from __future__ import annotations

from postlint.errors import Unreadable
from postlint.readers.base import Reading
from postlint.readers.jobposting.properties import TITLES, read_job
from postlint.readers.jobposting.search import jobs_in
from postlint.readers.jobposting.values import (
    JsonRead,
    Object,
    Scalar,
    Value,
    read_json,
    read_lines,
)
from postlint.readers.pages.page import Page
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

__all__ = ["JobPostingReader"]

_LONGEST_TYPE = 40
# Names that are schema.org's and no job system's.
_OWN = frozenset({"hiringOrganization", "jobLocation", "baseSalary", "validThrough", "datePosted"})


class JobPostingReader:
    """Reads JSON. Text that is no JSON is read as text."""

    kind = "jobposting"
    suffixes = (".json", ".jsonld", ".jsonl", ".ndjson")

    def read(self, data: str) -> Reading:
        """Label the words of every posting. Raises `Unreadable` for JSON without one."""
        # Its names for texts are HTML's and schema.org's: it is above this room's others.
        from postlint.readers.exports import numbered, read_records  # noqa: PLC0415
        from postlint.readers.exports.record import records_in  # noqa: PLC0415

        start = 1 if data[:1] == "\ufeff" else 0
        if data[start:].lstrip()[:1] not in ("{", "["):
            page = Page(data)
            page.plain_text()
            page.slip("read-as-another-kind", requested="schema.org JobPosting", found="text")
            return page.reading()
        found = _values(data, start)
        jobs, alike = jobs_in(data, found.value)
        if not jobs and alike and all(_is_own(job) for job in alike):
            jobs = alike
        readings = [_reading(data, job) for job in jobs]
        if not readings:
            readings = read_records(data, records_in(data, found.value))
        if not readings:
            readings = [_reading(data, job) for job in alike]
        if not readings:
            raise Unreadable(_why_none(data, found.value))
        if not found.whole:
            readings[-1] = _cut_short(readings[-1])
        return numbered(readings)


def _is_own(job: Object) -> bool:
    """Say whether the names of an object's parts, its title among them, are schema.org's."""
    return not _OWN.isdisjoint(job.entries) and any(name in job.entries for name in TITLES)


def _values(data: str, start: int) -> JsonRead:
    found = read_json(data, start, len(data))
    return found if found.whole else read_lines(data, start, len(data))


def _reading(data: str, job: Object) -> Reading:
    page = Page(data)
    read_job(page, job)
    return page.reading()._replace(declared=True)


def _cut_short(reading: Reading) -> Reading:
    first = reading.text.strip().partition("\n")[0]
    start = reading.text.find(first)
    about = Finding("source-cut-short", Span(start, start + len(first)), {"kind": "JSON"})
    return reading._replace(notices=(about, *reading.notices))


def _why_none(data: str, value: Value | None) -> str:
    """Say what the JSON is, where it says so, and what would make it a posting."""
    entry = value.entries.get("@type") if isinstance(value, Object) else None
    hint = ""
    if entry is not None and isinstance(entry.value, Scalar):
        hint = f" (its @type is {data[entry.value.start : entry.value.end][:_LONGEST_TYPE]!r})"
    return (
        f"it is JSON without a job posting{hint}: give each posting a 'title' and a 'description',"
        " or '@type': 'JobPosting'"
    )

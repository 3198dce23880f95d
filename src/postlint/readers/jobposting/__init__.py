"""Reads schema.org JobPosting: JSON-LD, alone or inside a page, and plain JSON with its keys."""

from __future__ import annotations

from postlint.readers.base import Reading
from postlint.readers.jobposting.properties import read_job
from postlint.readers.jobposting.search import jobs_in
from postlint.readers.jobposting.values import read_json
from postlint.readers.page import Page

__all__ = ["JobPostingReader"]


class JobPostingReader:
    """Reads a JobPosting. Any text reads; what is not JSON is read as far as it goes."""

    kind = "jobposting"
    suffixes = (".json", ".jsonld")

    def read(self, data: str) -> Reading:
        """Label the words of a JobPosting with the grammar's terminals."""
        page = Page(data)
        start = 1 if data[:1] == "\ufeff" else 0
        found = read_json(data, start, len(data))
        jobs = jobs_in(data, found.value)
        if not jobs:
            page.plain_text()
            page.slip("read-as-another-kind", asked="schema.org JobPosting", found="text")
            return page.reading()
        read_job(page, jobs[0])
        if not found.whole:
            page.slip("source-cut-short", kind="JSON")
        if len(jobs) > 1:
            page.slip("several-postings", count=len(jobs))
        return page.reading()

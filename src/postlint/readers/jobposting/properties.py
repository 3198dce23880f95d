"""What the properties of a JobPosting become: a title, fields, sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from postlint.readers.jobposting.lines import LineWriter
from postlint.readers.jobposting.texts import Texts
from postlint.readers.jobposting.values import Entry, Object, Scalar, unwrapped
from postlint.readers.pages.page import Page
from postlint.text.tables import table

_CALLED: Final = table(__package__, "properties")
FIELDS: Final[Mapping[str, str]] = _CALLED["fields"]
SECTIONS: Final[Mapping[str, str]] = _CALLED["sections"]
TITLES = ("title", "jobTitle", "name")


def read_job(page: Page, job: Object) -> None:
    """Add a job posting to a page: its title, its fields, then its texts."""
    reader = _Job(page)
    reader.title(job)
    reader.fields(job, FIELDS)
    for name, heading in SECTIONS.items():
        entry = job.entries.get(name)
        if entry is not None:
            reader.texts.section(entry, heading)


def read_record(
    page: Page, job: Object, texts: list[tuple[str, Entry]], fields: list[tuple[str, Entry]]
) -> None:
    """Add a posting of an export: its title, its fields, and its texts with their headings."""
    reader = _Job(page)
    reader.title(job)
    reader.fields(job, {**FIELDS, "reportsTo": "Reports to"})
    for label, entry in fields:
        reader.field(entry, label)
    for heading, entry in texts:
        reader.texts.section(entry, heading)


def read_fields(page: Page, job: Object) -> None:
    """Add the facts of a job posting to a page that shows its texts itself."""
    _Job(page).fields(job, FIELDS)


class _Job:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.flat = page.flat
        self.lines = LineWriter(page.flat)
        self.texts = Texts(page, self.lines)

    def title(self, job: Object) -> None:
        """Add the title as a heading."""
        for name in TITLES:
            entry = job.entries.get(name)
            value = None if entry is None else unwrapped(entry.value)
            if not isinstance(value, Scalar):
                continue
            at = self.flat.size
            self.lines.line(value)
            if self.flat.size > at:
                self.flat.insert("\n")
                self.page.add("head", at, at, 1)
                return

    def fields(self, job: Object, labels: Mapping[str, str]) -> None:
        """Add the properties that have a label as fields, in the order of the labels."""
        for name, label in labels.items():
            entry = job.entries.get(name)
            if entry is not None:
                self.field(entry, label)

    def field(self, entry: Entry, label: str) -> None:
        """Add a property as a field."""
        at = self.flat.size
        before = self.page.flat.mark()
        self.flat.replace(f"{label}: ", entry.key.start, entry.key.end)
        words = self.flat.size
        if label in ("Salary", "Estimated salary"):
            self.lines.pay(entry.value)
        elif label == "Location type" and entry.value is entry.key:
            # "remote": true
            hybrid = "hybrid" in self.lines.raw(entry.key).lower()
            self.flat.replace("Hybrid" if hybrid else "Remote", entry.key.start, entry.key.end)
        elif label == "Posted" and isinstance(entry.value, Scalar):
            self.lines.day(entry.value)
        else:
            self.lines.several(entry.value)
        if self.flat.size == words:
            self.flat.reset(before)
            return
        self.flat.insert("\n")
        self.page.add("field", at, words)

"""Reads what job systems export: every posting in a file of many.

JSON and JSON Lines, XML and RSS, and CSV become the same values with their
places; a record of them that has a title and a text is a posting.
"""

from __future__ import annotations

from postlint.errors import Unreadable
from postlint.readers.base import Reading
from postlint.readers.exports.columns import named_columns, read_columns
from postlint.readers.exports.feed import read_feed
from postlint.readers.exports.record import Record, records_in
from postlint.readers.jobposting.properties import read_record
from postlint.readers.pages.page import Page

__all__ = ["ColumnsReader", "FeedReader", "numbered", "read_records"]

_KEYS = "a title ('title', 'jobTitle', 'PositionTitle') and a text ('description', 'content')"


class FeedReader:
    """Reads XML and RSS."""

    kind = "feed"
    suffixes = (".xml", ".rss", ".atom")

    def read(self, data: str) -> Reading:
        """Label the words of every posting. Raises `Unreadable` where there is none."""
        records = records_in(data, read_feed(data))
        if not records:
            raise Unreadable(f"it is XML without a job posting: none of its elements has {_KEYS}")
        return numbered([_reading(data, record) for record in records])


class ColumnsReader:
    """Reads CSV, a posting a row.

    `text` and `title` name the columns that hold them; else their names tell it.
    """

    kind = "csv"
    suffixes = (".csv", ".tsv")

    def __init__(self, text: str | None = None, title: str | None = None) -> None:
        self._text = text
        self._title = title

    def read(self, data: str) -> Reading:
        """Label the words of every posting. Raises `Unreadable` where there is none."""
        rows = read_columns(data)
        if self._text or self._title:
            rows = named_columns(rows, self._text, self._title)
        records = records_in(data, rows, titled=self._text is None)
        if not records:
            raise Unreadable(
                f"it is a sheet without a job posting: name its columns in the first row, {_KEYS},"
                " or say which they are: --text COLUMN and --title COLUMN, or [columns] in the"
                " settings"
            )
        return numbered([_reading(data, record) for record in records])


def read_records(source: str, records: list[Record]) -> list[Reading]:
    """Return a reading of each posting of an export."""
    return [_reading(source, record) for record in records]


def _reading(source: str, record: Record) -> Reading:
    page = Page(source)
    read_record(page, record.job, record.texts, record.fields)
    return page.reading()._replace(declared=True)


def numbered(readings: list[Reading]) -> Reading:
    """Return the first of some readings, with the others in it, each named by its number."""
    if len(readings) == 1:
        return readings[0]
    named = [reading._replace(part=f"[{n}]") for n, reading in enumerate(readings, 1)]
    return named[0]._replace(more=tuple(named[1:]))

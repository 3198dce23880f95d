"""Which columns of a batch hold what, and the values of one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa
from attrs import asdict, field, frozen

from postlint.bulk.results import schema
from postlint.errors import PostlintError, UnknownName
from postlint.facts.declared import EmployerKind
from postlint.packs.registry import nearest
from postlint.text.records import NamedTuple


class BadValue(PostlintError):  # noqa: N818  # says what it is
    """A row's value that says nothing postlint knows; its message is a sentence."""


def _names(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen(kw_only=True)
class Columns:
    """The names of a table's columns; `None` where it has no such column.

    `text` holds a posting as text, or as the bytes of a file. `kind` says what
    it is (`html`, `word`, …), else that is recognised from the text. `title` is a
    title that does not stand in the text, `employer` a name to group results
    by. `employer_kind`, `place` (a jurisdiction such as `US-OR`, several
    separated by commas, or a list) and `employees` (a number of people) are
    what the row declares about its employer. `day` is the day whose law
    applies: a date, or a text such as `2027-01-15`. `carry` names columns that
    stay in the result as they are.
    """

    text: str = "text"
    kind: str | None = None
    title: str | None = None
    employer: str | None = None
    employer_kind: str | None = None
    place: str | None = None
    employees: str | None = None
    day: str | None = None
    carry: tuple[str, ...] = field(default=(), converter=_names)

    @property
    def named(self) -> tuple[str, ...]:
        """Every column that is needed, each once."""
        named = [value for name, value in asdict(self).items() if name != "carry" and value]
        return tuple(dict.fromkeys([*named, *self.carry]))

    def require(self, there: Sequence[str]) -> None:
        """Raise `UnknownName`, with the nearest name, for a column that is not there."""
        for name in self.named:
            if name not in there:
                raise UnknownName("column", name, nearest(name, there))
        for name in self.carry:
            if name in _RESULTS:
                raise BadValue(
                    f"The column '{name}' cannot be carried: results have one of that name. "
                    "Rename it in the source."
                )


_RESULTS = frozenset(schema().names)


class SheetRow(NamedTuple):
    """What one row says, before anything is checked."""

    text: str | bytes | None
    kind: str | None
    title: str | None
    employer: str | None
    employer_kind: Any
    place: Any
    employees: Any
    day: Any


_ROW_COLUMNS = SheetRow._fields


def rows(batch: pa.RecordBatch, columns: Columns) -> Iterator[SheetRow]:
    """Yield the rows of a batch. Raises `UnknownName`, or `BadValue` for a column of no text."""
    columns.require(batch.schema.names)
    texts = batch.column(columns.text)
    if pa.types.is_dictionary(texts.type):
        texts = texts.dictionary_decode()
    if not _holds_text(texts.type):
        raise BadValue(
            f"The column '{columns.text}' holds {texts.type}; postings are text or bytes."
        )
    others = [getattr(columns, name) for name in _ROW_COLUMNS[1:]]
    lists = [None if name is None else batch.column(name) for name in others]
    for index in range(batch.num_rows):
        # One row at a time: a whole column of long texts is not held twice.
        yield SheetRow(
            texts[index].as_py(),
            *(None if values is None else _plain(values[index].as_py()) for values in lists),
        )


def _plain(value: Any) -> Any:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _holds_text(kind: pa.DataType) -> bool:
    checks = (
        pa.types.is_string,
        pa.types.is_large_string,
        pa.types.is_string_view,
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
        pa.types.is_fixed_size_binary,
        pa.types.is_null,
    )
    return any(check(kind) for check in checks)


def employer_kind(value: Any) -> EmployerKind | None:
    """Return the kind of employer a row declares. Raises `BadValue`."""
    if not value:
        return None
    names = [kind.value for kind in EmployerKind]
    word = str(value).strip().lower()
    if word not in names:
        close = nearest(word, names)
        hint = f" Did you mean '{close}'?" if close else ""
        raise BadValue(f"'{value}' is not a kind of employer ({', '.join(names)}).{hint}")
    return EmployerKind(word)


def places(value: Any) -> tuple[str, ...]:
    """Return the jurisdictions a row declares, in capitals."""
    if not value:
        return ()
    parts: Iterable[Any] = value.split(",") if isinstance(value, str) else value
    return tuple(str(part).strip().upper() for part in parts if str(part).strip())


def people(value: Any) -> int | None:
    """Return a number of people. Raises `BadValue`."""
    if value is None or value == "":
        return None
    try:
        number = int(str(value).replace(",", "")) if isinstance(value, str) else int(value)
    except (TypeError, ValueError, OverflowError):
        number = -1
    if number < 0:
        raise BadValue(f"'{value}' is not a number of people.")
    return number


def day(value: Any) -> date | None:
    """Return a day. Raises `BadValue`."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        raise BadValue(f"'{value}' is not a day; write it as 2027-01-15.") from None

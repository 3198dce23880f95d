"""Rows of postings from wherever they lie: tables by DuckDB, a folder of files by search.

A source gives the same rows in the same order whenever it is read, so that a
run that was stopped can go on, and a sample is the same for the same seed.
"""

from __future__ import annotations

import os
import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from postlint.bulk.columns import Columns
from postlint.bulk.mixed import CsvOfBytes, is_utf8
from postlint.errors import SourceError, why_unread
from postlint.run.search import SUFFIXES, find_targets
from postlint.text.files import regular_bytes
from postlint.text.places import expanded
from postlint.text.records import NamedTuple

_LONGEST = 128 * 1024 * 1024  # bytes of a line: one long row must not end a run
_CSV = (
    "read_csv({{}}, all_varchar = true, header = true, strict_mode = false, null_padding = true, "
    "parallel = false, max_line_size = {longest}{delimiter})"
)
_JSON_LINES = (
    "read_json({{}}, format = 'newline_delimited', ignore_errors = true, "
    "maximum_object_size = {longest}, sample_size = -1)"
)
_TABLES = {
    ".parquet": "read_parquet({}, union_by_name = true)",
    ".csv": _CSV.format(longest=_LONGEST, delimiter=""),
    ".tsv": _CSV.format(longest=_LONGEST, delimiter=", delim = '\t'"),
    ".jsonl": _JSON_LINES.format(longest=_LONGEST),
    ".json": f"read_json({{}}, maximum_object_size = {8 * _LONGEST})",
}
_TABLES[".ndjson"] = _TABLES[".jsonl"]
_TABLES[".pq"] = _TABLES[".parquet"]
_PACKED = (".gz", ".zst")
_DATABASES = (".duckdb", ".ddb", ".db")
# DuckDB hands over rows in vectors of this many; batches are a multiple of it.
_VECTOR = 2048
_MEMORY = "1GB"


class Source(Protocol):
    """Rows that can be read again and again, each time the same."""

    name: str

    def columns(self) -> Sequence[str]:
        """Return the names of its columns."""
        ...

    def fingerprint(self) -> str:
        """Return what changes when its rows may have changed."""
        ...

    def count(self) -> int:
        """Return how many rows it has."""
        ...

    def batches(self, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield its rows in order, with these columns."""
        ...


def open_source(place: str, *, table: str | None = None, query: str | None = None) -> Source:
    """Return the rows of a file, a folder, a dataset or a DuckDB database.

    `table` names a table of a database. `query` is SQL over a database, or
    over any other table under the name `source`. Raises `SourceError`.
    """
    path = Path(place)
    suffix = _suffix(place)
    if suffix in _DATABASES:
        return _Database(place, table=table, query=query)
    if table is not None:
        raise SourceError(place, "only a DuckDB database has tables to name")
    files = _files(path, place)
    if path.is_dir():
        # A dataset is a folder of tables of one kind and nothing else; JSON may be postings.
        inside = {_suffix(str(file)) for file in files}
        if len(inside) != 1 or not inside <= set(_TABLES) - {".json"}:
            if query is not None:
                raise SourceError(place, "a folder of postings is no table to query")
            return _Folder(place)
        suffix = inside.pop()
    if suffix not in _TABLES:
        kinds = ", ".join(sorted({*_TABLES, *_DATABASES}))
        raise SourceError(place, f"it is no table ({kinds}) and no folder")
    if suffix in {".csv", ".tsv"} and query is None:
        broken = [file for file in files if not is_utf8(file)]
        if broken:
            return CsvOfBytes(place, files, "\t" if suffix == ".tsv" else None)
    return _Files(place, files, _TABLES[suffix], query=query)


def _suffix(place: str) -> str:
    name = place.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return os.path.splitext(name)[1]  # noqa: PTH122  # of a text that may be a pattern


def _files(path: Path, place: str) -> list[Path]:
    """Return the files a place means, in a stable order."""
    if path.is_dir():
        return sorted(
            file for file in path.rglob("*") if file.is_file() and file.name[0] not in "._"
        )
    if any(sign in place for sign in "*?["):
        found = expanded(place)
        if not found:
            raise SourceError(place, "no file matches")
        return [Path(each) for each in found]
    if not path.exists():
        raise SourceError(place, "there is no such file or folder")
    return [path]


def _stamp(files: Iterable[Path], *more: str) -> str:
    digest = sha256(repr(more).encode())
    for file in files:
        about = file.stat()
        digest.update(f"{file}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


@frozen
class _Relation:
    """A connection with one relation in it, and the words that made it."""

    connection: duckdb.DuckDBPyConnection
    sql: str


class _Sql:
    """Rows that DuckDB reads; it is embedded, and no server is asked."""

    def __init__(self, name: str) -> None:
        self.name = name

    def _relation(self) -> _Relation:
        raise NotImplementedError

    def columns(self) -> Sequence[str]:
        """Return the names of its columns."""
        found = self._run("SELECT * FROM ({}) LIMIT 0")
        return [str(row[0]) for row in found.description or ()]

    def count(self) -> int:
        """Return how many rows it has."""
        row = self._run("SELECT count(*) FROM ({})").fetchone()
        return int(row[0]) if row else 0

    def batches(self, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield its rows in order, with these columns."""
        names = ", ".join(_quoted(name) for name in wanted)
        made = self._relation()
        try:
            relation = made.connection.sql(f"SELECT {names} FROM ({made.sql})")  # noqa: S608
            yield from relation.to_arrow_reader(_VECTOR)
        except duckdb.Error as error:
            raise self._error(error) from error
        except pa.ArrowException as error:  # what DuckDB meets while Arrow pulls
            raise self._error(error) from error

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        try:
            made = self._relation()
            return made.connection.execute(sql.format(made.sql))
        except duckdb.Error as error:
            raise self._error(error) from error

    def _error(self, error: Exception) -> SourceError:
        words = str(error).split("\n\n")[0].split("\nLINE")[0].strip()
        return SourceError(self.name, f"DuckDB cannot read it: {' '.join(words.split())}")


def _connect(database: str = ":memory:") -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(
        database,
        read_only=database != ":memory:",
        config={
            # Rows come in the same order each time, in memory that does not grow with them.
            "preserve_insertion_order": True,
            "threads": 1,
            "memory_limit": _MEMORY,
            # Nothing is fetched.
            "autoinstall_known_extensions": False,
        },
    )
    connection.execute("SET enable_progress_bar = false")
    return connection


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


class _Files(_Sql):
    """Files that hold tables."""

    def __init__(self, name: str, files: Sequence[Path], reads: str, query: str | None) -> None:
        super().__init__(name)
        self._paths = files
        self._reads = reads
        self._query = query

    def _relation(self) -> _Relation:
        names = "[" + ", ".join(_text(str(path)) for path in self._paths) + "]"
        reads = f"SELECT * FROM {self._reads.format(names)}"  # noqa: S608  # quoted above
        connection = _connect()
        if self._query is None:
            return _Relation(connection, reads)
        connection.execute(f"CREATE TEMP VIEW source AS {reads}")
        return _Relation(connection, self._query.rstrip().rstrip(";"))

    def fingerprint(self) -> str:
        """Return what changes when its rows may have changed."""
        return _stamp(self._paths, self._query or "")


class _Database(_Sql):
    """A table of a DuckDB file, or what a query gives."""

    def __init__(self, name: str, *, table: str | None, query: str | None) -> None:
        super().__init__(name)
        self._path = Path(name)
        if not self._path.is_file():
            raise SourceError(name, why_unread(FileNotFoundError()))
        if query is None:
            query = f"SELECT * FROM {_quoted(table or self._only_table())}"  # noqa: S608  # quoted
        self._query = query.rstrip().rstrip(";")

    def _only_table(self) -> str:
        try:
            with _connect(self.name) as connection:
                rows = connection.execute("SHOW TABLES").fetchall()
        except duckdb.Error as error:
            raise self._error(error) from error
        names = [str(row[0]) for row in rows]
        if len(names) != 1:
            there = ", ".join(names) or "none"
            raise SourceError(
                self.name, f"say which table to read, or give a query (there are: {there})"
            )
        return names[0]

    def _relation(self) -> _Relation:
        return _Relation(_connect(self.name), self._query)

    def fingerprint(self) -> str:
        """Return what changes when its rows may have changed."""
        return _stamp([self._path], self._query)


class _Folder:
    """Files that are postings, each a row: `path`, `text` as bytes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._paths = [
            Path(target) for target in find_targets([name], SUFFIXES) if isinstance(target, str)
        ]

    def columns(self) -> Sequence[str]:
        """Return the names of its columns."""
        return ["path", "text"]

    def fingerprint(self) -> str:
        """Return what changes when a file was added, removed or changed."""
        return _stamp(self._paths)

    def count(self) -> int:
        """Return how many files there are."""
        return len(self._paths)

    def batches(self, wanted: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield one file at a time; one that cannot be read is a row without text."""
        schema = pa.schema([("path", pa.string()), ("text", pa.large_binary())])
        for path in self._paths:
            try:
                data: bytes | None = regular_bytes(path)
            except OSError:
                data = None
            row = {"path": [str(path)], "text": pa.array([data], pa.large_binary())}
            yield pa.RecordBatch.from_pydict(row, schema=schema).select(list(wanted))


def chunks(
    source: Source,
    columns: Columns,
    *,
    size: int,
    megabytes: float,
    chosen: Sequence[int] | None = None,
) -> Iterator[Chunk]:
    """Yield the rows to check in batches of at most `size`.

    A batch ends sooner where its texts come to more than `megabytes`, so that
    memory does not grow with the length of rows. `chosen` are the numbers of a
    sample, in order. The cuts depend on the rows alone, never on how a table
    happens to be handed over.
    """
    cut = _Cut(size, int(megabytes * 1_000_000))
    number = 0
    for batch in source.batches(columns.named):
        for index, weight in enumerate(_weights(batch.column(columns.text))):
            if cut.full(weight):
                yield cut.take()
            if chosen is None or _is_in(number, chosen):
                cut.add(number, batch, index, weight)
            number += 1
        cut.copy(batch)
    if cut.numbers:
        yield cut.take()


class Chunk(NamedTuple):
    """Rows to check together, and the number of each in the source."""

    numbers: tuple[int, ...]
    batch: pa.RecordBatch


class _Cut:
    """Rows that wait until they make a batch."""

    def __init__(self, size: int, most: int) -> None:
        self._size = size
        self._most = most
        self.numbers: list[int] = []
        self._weight = 0
        self._indices: list[int] = []
        self._parts: list[pa.RecordBatch] = []
        self._batch: pa.RecordBatch | None = None

    def full(self, weight: int) -> bool:
        """Say whether a row of so many bytes belongs to the next batch."""
        return bool(self.numbers) and (
            len(self.numbers) >= self._size or self._weight + weight > self._most
        )

    def add(self, number: int, batch: pa.RecordBatch, index: int, weight: int) -> None:
        """Let a row wait."""
        self._batch = batch
        self._indices.append(index)
        self.numbers.append(number)
        self._weight += weight

    def copy(self, batch: pa.RecordBatch) -> None:
        """Copy the rows of a batch that wait, and let the batch go."""
        if self._indices:
            self._parts.append(batch.take(pa.array(self._indices, pa.int64())))
            self._indices = []
        self._batch = None

    def take(self) -> Chunk:
        """Return what waited, as one batch."""
        if self._batch is not None:
            self.copy(self._batch)
        table = pa.Table.from_batches(self._parts).combine_chunks()
        made = Chunk(tuple(self.numbers), table.to_batches()[0])
        self.numbers, self._weight, self._parts = [], 0, []
        return made


def _weights(texts: pa.Array) -> list[int]:
    """Return how many bytes each text has."""
    kind = texts.type
    if pa.types.is_dictionary(kind):
        texts = texts.dictionary_decode()
    try:
        return [weight or 0 for weight in pc.binary_length(texts).to_pylist()]
    except pa.ArrowException:  # no text at all: `rows` says so
        return [0] * len(texts)


def _is_in(number: int, chosen: Sequence[int]) -> bool:
    at = bisect_left(chosen, number)
    return at < len(chosen) and chosen[at] == number


def sample(count: int, number: int, seed: int) -> list[int]:
    """Return the numbers of the rows of a sample, in order; the same for the same seed."""
    return sorted(random.Random(seed).sample(range(count), min(number, count)))  # noqa: S311

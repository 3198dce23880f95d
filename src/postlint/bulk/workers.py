"""Processes that check batches, and outlive neither their work nor the run that began them.

Each worker begins from nothing (`spawn`), and when one is killed only its batch
is in doubt. That batch is then checked a row at a time, and the row that takes
its process with it is a row with an error.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import TypeAlias, cast

import pyarrow as pa

from postlint.bulk.batch import check_batch
from postlint.bulk.columns import Columns
from postlint.bulk.results import schema
from postlint.bulk.source import Chunk
from postlint.linter import Linter
from postlint.run.worker import Pipe, ProcessWorker

MakeLinter: TypeAlias = Callable[[], Linter]
_Result: TypeAlias = pa.RecordBatch | Exception
_ChunkWorker: TypeAlias = ProcessWorker[Chunk, _Result]

# Objects made between two looks for circles of garbage, of which a check makes hardly any.
_BETWEEN_LOOKS = 100_000

ENDED = "its process was ended from outside, or found no memory left"


def check_chunks(
    chunks: Iterable[tuple[int, Chunk]], *, columns: Columns, linter: MakeLinter, jobs: int
) -> Iterator[tuple[int, pa.RecordBatch]]:
    """Yield the checked batches by their numbers, in the order in which they are done."""
    if jobs <= 1:
        made = linter()
        for number, chunk in chunks:
            yield number, checked(chunk, columns, made)
        return
    team = _Team(columns, linter, jobs)
    try:
        yield from team.work(iter(chunks))
    finally:
        team.end()


def spare_collector() -> None:
    """Set what is there apart from Python's collector of garbage, and let it look seldom.

    A batch's results are many thousands of objects that stay until it is done;
    looking through them at Python's own pace was a tenth of a batch's time.
    """
    gc.freeze()
    gc.set_threshold(_BETWEEN_LOOKS, 20, 20)


def checked(chunk: Chunk, columns: Columns, linter: Linter) -> pa.RecordBatch:
    """Return a checked batch whose rows have their numbers in the source."""
    done = check_batch(chunk.batch, columns=columns, linter=linter)
    return done.set_column(0, done.schema.field(0), pa.array(chunk.numbers, pa.int64()))


class _Team:
    """Workers, and the batches they are at work on: one for each, and none waits in memory."""

    def __init__(self, columns: Columns, linter: MakeLinter, jobs: int) -> None:
        self._columns = columns
        self._linter = linter
        self._jobs = jobs
        self._busy: dict[Pipe, tuple[_ChunkWorker, int, Chunk]] = {}
        self._idle: list[_ChunkWorker] = []

    def work(self, chunks: Iterator[tuple[int, Chunk]]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """Yield each chunk's result."""
        following = next(chunks, None)
        while following is not None or self._busy:
            while following is not None and len(self._busy) < self._jobs:
                worker = self._idle.pop() if self._idle else self._hire()
                worker.give(following[1])
                self._busy[worker.pipe] = (worker, *following)
                following = next(chunks, None)
            for pipe in wait(list(self._busy)):
                worker, number, chunk = self._busy.pop(cast("Pipe", pipe))
                result = worker.answer()
                if isinstance(result, Exception):
                    self._idle.append(worker)
                    raise result
                if result is None:
                    yield number, self._row_by_row(chunk)
                else:
                    self._idle.append(worker)
                    yield number, result

    def _hire(self) -> _ChunkWorker:
        return ProcessWorker(_prepared, (self._columns, self._linter), method="spawn")

    def _row_by_row(self, chunk: Chunk) -> pa.RecordBatch:
        """Check each row of a chunk that took its process with it by itself."""
        parts = []
        worker = self._hire()
        try:
            for index, number in enumerate(chunk.numbers):
                row = Chunk((number,), chunk.batch.slice(index, 1))
                worker.give(row)
                found = worker.answer()
                if isinstance(found, Exception):
                    raise found
                if found is None:
                    worker = self._hire()
                    found = _lost(row, self._columns)
                parts.append(found)
        finally:
            worker.end()
        return pa.Table.from_batches(parts).combine_chunks().to_batches()[0]

    def end(self) -> None:
        """End every worker."""
        for worker in (*(busy[0] for busy in self._busy.values()), *self._idle):
            worker.end()


def _lost(chunk: Chunk, columns: Columns) -> pa.RecordBatch:
    """Return a row that says that its process was ended."""
    carried = [chunk.batch.schema.field(name) for name in columns.carry]
    row = {"row": chunk.numbers[0], "error": ENDED}
    row.update((field.name, chunk.batch.column(field.name)[0].as_py()) for field in carried)
    return pa.RecordBatch.from_pylist([row], schema=schema(carried))


def _prepared(columns: Columns, linter: MakeLinter) -> Callable[[Chunk], _Result]:
    """Make a process ready, and return what checks a chunk in it."""
    made = linter()
    spare_collector()

    def result(chunk: Chunk) -> _Result:
        try:
            return checked(chunk, columns, made)
        except Exception as error:  # reported where the run is, which can say it to someone
            return error

    return result

"""The processes of a pool: what each does with a file, and how they are begun and ended."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.run.limits import OVERDUE, last_limit, limited, too_slow
from postlint.run.report_cache import open_results
from postlint.run.report_codec import dump, is_cacheable, load
from postlint.run.session import Session
from postlint.run.worker import ProcessWorker
from postlint.text.records import NamedTuple

# What a file comes to: a report of each posting in it.
CheckedFile: TypeAlias = tuple[Report, ...] | SourceError

_NO_PROCESS = "it could not be checked: the system allows no process of its own for it"
_ENDED = "it could not be checked: its process was ended from outside, or found no memory left"

_session: Session | None = None
_full = True


class Reported(NamedTuple):
    """Reports on their way: plain data with the input's digest, or pickled where it cannot be."""

    body: bytes
    sha256: str


# What a process is given: a file's name, and its kind.
GivenFile: TypeAlias = tuple[str, str | None]
# What it answers: the reports, or the name of the file and why there are none.
Answer: TypeAlias = Reported | tuple[str, str]
FileWorker: TypeAlias = ProcessWorker[GivenFile, Answer]


def fault(error: Exception) -> str:
    """Say what kind of fault it is."""
    return f"{type(error).__name__}: {error}"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def beginning(session: Session, *, full: bool) -> dict[str, Any]:
    """Return what a process that shares nothing with this one makes its session of."""
    global _session  # noqa: PLW0603  # one for each process, made once
    _session = session
    return {
        "about": {
            "over": session.over,
            "config_file": session.config_file,
            "isolated": session.isolated,
            "no_baseline": session.no_baseline,
        },
        "full": full,
        "keeps": session.results is not None,
    }


def begin_worker(begin: dict[str, Any], beside: Iterable[FileWorker] = ()) -> FileWorker:
    """Begin a process that checks files, from what `beginning` returned."""
    return ProcessWorker(_prepared, (begin,), beside=beside)


def _prepared(begin: dict[str, Any]) -> Callable[[GivenFile], Answer]:
    """Make a process ready, and return what checks a file in it."""
    global _session, _full  # noqa: PLW0603  # as above
    _full = begin["full"]
    if _session is None:
        results = open_results(full=_full) if begin["keeps"] else None
        _session = Session(**begin["about"], results=results)
    return _check


def _check(named: GivenFile) -> Answer:
    """Check a file in the process this is called in, and return what can travel."""
    assert _session is not None  # noqa: S101  # the process began with one
    path, kind = named
    try:
        answer = _session.read_file(path, kind=kind)
        # Done here, where what cannot travel costs one file and not the run.
        with last_limit(answer.limits.seconds), limited(path, answer.limits):
            reports = answer.cached or answer.check()
            body = dump(reports, full=_full)
            if body is None:
                return Reported(pickle.dumps(reports), "")
        if answer.results is not None and answer.key is not None and is_cacheable(reports):
            answer.results.write(answer.key, body)
        return Reported(body, answer.sha256)
    except SourceError as error:
        return error.path, error.reason
    except Exception as error:  # a fault of postlint's own, reported with the file's name
        return path, f"it could not be checked: {fault(error)}"


def arrived(session: Session, path: str, row: Answer, *, full: bool) -> CheckedFile:
    """Return what a process answered about a file, as this one has it."""
    if not isinstance(row, Reported):
        return SourceError(*row)
    if row.sha256:
        reports = load(row.body, path=path, sha256=row.sha256, full=full)
        assert reports is not None  # noqa: S101  # they were dumped the same way
    else:
        reports = pickle.loads(row.body)  # noqa: S301  # from our own process
    return session.judged(reports, path)


def check_alone(
    session: Session, path: str, kind: str | None, begin: dict[str, Any], *, full: bool
) -> CheckedFile:
    """Check a file in a process of its own, which it may take down with it."""
    try:
        worker = begin_worker(begin)
    except (OSError, RuntimeError):
        return SourceError(path, _NO_PROCESS)
    worker.give((path, kind))
    row = worker.answer()
    worker.end()
    if row is None:
        return overdue(session, path, worker) or SourceError(path, _ENDED)
    return arrived(session, path, row, full=full)


def overdue(session: Session, path: str, worker: FileWorker) -> SourceError | None:
    """Return that a file took too long, where the system ended its process for that."""
    if not OVERDUE or worker.process.exitcode != OVERDUE:
        return None
    return SourceError(path, too_slow(session.assigned(path).config.limits.seconds))

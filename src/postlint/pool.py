"""Many files in several processes. What comes out, and its order, is as in one."""

from __future__ import annotations

import pickle
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from postlint.errors import SourceError
from postlint.report import Report
from postlint.session import Session

_session: Session | None = None


def check_in_pool(
    session: Session, paths: Iterable[str], *, jobs: int, kind: str | None = None
) -> Iterator[Report | SourceError]:
    """Check files in `jobs` processes and yield their results in the order of the paths.

    A fault of postlint's own is a `SourceError` that names it. Packs are those
    installed: each process loads them for itself.
    """
    names = list(paths)
    about = {
        "over": session.over,
        "config_file": session.config_file,
        "isolated": session.isolated,
    }
    # What the first file makes ready is there for processes that are forked off.
    global _session  # noqa: PLW0603  # one for each process, made once
    _session = session
    for name in names[:1]:
        yield _arrived(_check((name, kind)))
    del names[:1]
    if not names:
        return
    chunk = max(1, min(16, len(names) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(about,)) as pool:
        done = 0
        try:
            rows = pool.map(_check, [(name, kind) for name in names], chunksize=chunk)
            for row in rows:
                done += 1
                yield _arrived(row)
        except BrokenProcessPool:
            for name in names[done:]:
                yield SourceError(name, "it could not be checked: a process was ended from outside")
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin(about: dict[str, Any]) -> None:
    global _session  # noqa: PLW0603  # one for each process, made once
    # An interrupt is for the process that the user sees.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _session is None:
        _session = Session(**about)


def _check(row: tuple[str, str | None]) -> bytes | tuple[str, str]:
    path, kind = row
    assert _session is not None  # noqa: S101  # the pool began with one
    try:
        # Done here, where what cannot travel costs one file and not the run.
        return pickle.dumps(_session.check_file(path, kind=kind))
    except SourceError as error:
        return error.path, error.reason
    except Exception as error:  # a fault of postlint's own, told with the file's name
        return path, f"it could not be checked: {type(error).__name__}: {error}"


def _arrived(row: bytes | tuple[str, str]) -> Report | SourceError:
    if isinstance(row, tuple):
        return SourceError(*row)
    report: Report = pickle.loads(row)  # noqa: S301  # from our own process
    return report

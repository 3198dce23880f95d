"""How far a long run is, on standard error, when a person is looking and nothing else is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")

# A run over fewer files is over before anyone would read a line about it.
LEAST_FILES = 50
_EVERY = 10


def with_progress(items: Iterable[T], total: int, *, shown: bool) -> Iterator[T]:
    """Yield the items; count them on a line that is wiped at the end.

    `shown` says that results already appear on the terminal, where they are
    progress enough.
    """
    stream = sys.stderr
    if shown or total < LEAST_FILES or stream is None or not stream.isatty():
        yield from items
        return
    try:
        for number, item in enumerate(items, start=1):
            yield item
            if number % _EVERY == 0:
                with suppress(OSError):
                    stream.write(f"\r{number} of {total} files")
                    stream.flush()
    finally:
        with suppress(OSError):
            stream.write("\r\x1b[K")
            stream.flush()

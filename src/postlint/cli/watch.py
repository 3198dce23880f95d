"""Checking again whenever a posting or its settings change, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from postlint.cli.checking import check_paths
from postlint.cli.terminal import enable_codes, say
from postlint.config.find import BASELINE, FILE_NAMES
from postlint.errors import PostlintError, WrongUse
from postlint.run.search import STDIN
from postlint.text.places import expanded

# Seconds between two looks; where looking takes long it is done more seldom.
_PAUSE = 0.5
_SHARE = 10
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

State = dict[str, tuple[int, int]]


def watch_paths(paths: tuple[str, ...], **options: Any) -> int:
    """Check the paths whenever something in them changes; return 0 when Ctrl-C ends it.

    Files are looked at again and again: what a system tells of changes differs
    from one to the next, and hears nothing of folders on a network.
    """
    if STDIN in paths:
        raise WrongUse("--watch looks at files; standard input comes once.")
    with suppress(KeyboardInterrupt):
        while True:
            _once(paths, options)
            # What the check itself wrote is no change.
            before = _state(paths, options.get("config"))
            say("Checked again when something changes; Ctrl-C ends it.")
            pause = _PAUSE
            while True:
                time.sleep(pause)
                begun = time.monotonic()
                if _state(paths, options.get("config")) != before:
                    break
                pause = max(_PAUSE, _SHARE * (time.monotonic() - begun))
    return 0


def _once(paths: tuple[str, ...], options: dict[str, Any]) -> None:
    """Check on a clean screen; what is wrong with settings today may be right in a minute."""
    if sys.stdout.isatty():
        enable_codes()
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
    try:
        check_paths(paths, **options)
    except WrongUse:
        raise
    except PostlintError as error:
        for line in str(error).split("\n"):
            say(line)


def _state(paths: tuple[str, ...], config: str | None) -> State:
    """Return when each file was last written, and its size."""
    state: State = {}
    for name in (*_files(paths), *_settings(paths), *([config] if config else ())):
        with suppress(OSError):
            found = os.stat(name)  # noqa: PTH116  # called for every file, twice a second
            state[name] = found.st_mtime_ns, found.st_size
    return state


def _files(paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112  # as the search asks
            yield from [path] if os.path.exists(path) else expanded(path)  # noqa: PTH110
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = [name for name in inner if not name.startswith(".")]
            yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118


def _settings(paths: tuple[str, ...]) -> Iterator[str]:
    """Yield where settings for the paths may stand: in their folders, and above them."""
    places: dict[Path, None] = {}
    for path in paths:
        whole = Path(path).absolute()
        places.update(dict.fromkeys((whole, *whole.parents)))
    yield from (str(place / name) for place in places for name in (*FILE_NAMES, BASELINE))

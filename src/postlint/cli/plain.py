"""The plainest arguments of `postlint check`, read without click.

An editor's save and a commit hook name files and perhaps a format; importing click and
the options of `check` would be a good part of what such a run costs. Whatever is not
plain beyond doubt is click's to read, and a test holds that both read the same.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from postlint.render import FORMATS

_FLAGS = {
    "--full": "everything_shown",
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--quiet": "quiet",
    "--scorecard": "scorecard",
    "--verdicts": "verdicts",
    "-q": "quiet",
}


def plain_request(arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return what `check_paths` is asked, where that is plain; `None` where click must read it."""
    if list(arguments[:1]) != ["check"] or "_POSTLINT_COMPLETE" in os.environ:
        return None
    request: dict[str, Any] = {}
    paths: list[str] = []
    formats: list[tuple[str, str | None]] = []
    words = iter(arguments[1:])
    for word in words:
        if word in _FLAGS:
            request[_FLAGS[word]] = True
        elif word == "--format":
            name = next(words, "")
            if name not in FORMATS:
                return None
            formats.append((name, None))
        elif not word or word.startswith("-"):
            return None
        else:
            paths.append(word)
    if not paths:
        return None
    return {"paths": tuple(paths), "formats": tuple(formats), **request}

"""Where a labelled posting comes from: what is measured apart, and held out together.

The *source* is the folder of the corpus a text stands in: `nyc`. A folder that
gathers texts of many origins is divided by how its files are named, since each
origin names its own way: `second/la-city`, `second/library`. The *collection*
is the origin alone: `second/nyc` and `nyc` are of one, so that a text is never
judged by what was learned from its kin in another folder.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Folders of one folder for each origin, and the collections these are of.
_WILD = {
    "city-bulletins": "la-city",
    "library-jobs": "library",
    "university-jobs": "university",
    "board-markdown-in-html": "job-board",
    "exports": "data-science-ads",
}
# Folders that gather, and what a file there is where its name tells nothing.
_GATHERED = {"second": "county-elections"}
# How the origins name their files; the first that matches decides.
_ORIGINS = (
    ("university-museum-pdf", re.compile(r"pdf-")),
    ("county-elections-short", re.compile(r"nl-")),
    ("federal-tts", re.compile(r"tts-")),
    ("k12-schoolspring", re.compile(r"k12-")),
    ("it-private-dice", re.compile(r"dice-")),
    ("nyc", re.compile(r"nyc-")),
    ("university", re.compile(r"20(?:0\d|1[0-2])-\d\d-\d\d-.*\.md$")),
    ("library", re.compile(r"20\d\d-\d\d-\d\d-.*\.md$")),
    # A class's number and the day of its bulletin: "-1429-062918".
    ("la-city", re.compile(r".*-(?:\d{6}(?:-\d+)?|\d{4}-\d\d)\.txt$")),
    ("job-board", re.compile(r".*\.(?:md|html?)$")),
)


def source_of(file: str) -> str:
    """Return the source of a text by its path under the root."""
    parts = PurePosixPath(file).parts
    folder = parts[1] if parts[0] == "corpus" and len(parts) > 2 else parts[0]
    if folder in _GATHERED:
        names = (origin for origin, name in _ORIGINS if name.match(parts[-1]))
        return f"{folder}/{next(names, _GATHERED[folder])}"
    return folder


def collection_of(file: str) -> str:
    """Return the origin of a text, whichever folder keeps it."""
    parts = PurePosixPath(file).parts
    if parts[:2] == ("corpus", "wild"):
        return _WILD.get(parts[2], "wild")
    return source_of(file).rpartition("/")[2]

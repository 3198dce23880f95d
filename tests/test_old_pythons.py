"""What Python 3.11.0 to 3.11.4 read otherwise than later ones, and postlint therefore leaves alone.

They match a possessive or atomic group that holds choices wrongly (gh-106052): no phrase with
free groups was known as one, so that no posting could be checked, and no suppression was read.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
_ROOMS = (ROOT / "src" / "postlint", ROOT / "rules", ROOT / "grammar")
_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+(?!\+)|\(\?>")
# These were tried on 3.11.2, on real texts and on many drawn by lot, and match alike there.
_TRIED = {
    "columns.py": 1,
    "inline.py": 1,
    "posting.lark": 4,
    "sentences.py": 1,
    "values.py": 1,
}


def test_possessive_groups_are_those_that_were_tried() -> None:
    """A new one is tried on the oldest Python that postlint runs on, or written without."""
    found: dict[str, int] = {}
    for room in _ROOMS:
        for path in [*room.rglob("*.py"), *room.rglob("*.lark")]:
            lines = path.read_text("utf-8").splitlines()
            count = sum(len(_GROUP.findall(line)) for line in lines if "quote(" not in line)
            if count:
                found[path.name] = count
    assert found == _TRIED

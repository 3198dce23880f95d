"""What job systems call the parts of a posting: the table `names.toml`.

Names are compared without case and signs: `PositionTitle`, `position_title`
and `Position Title` are one.
"""

from __future__ import annotations

from typing import Final

from postlint.text.patterns import pattern
from postlint.text.tables import table

TITLE = "title"
_NAMES: Final = table(__package__, "names")
_PARTS: Final = {part: tuple(block.split()) for part, block in _NAMES["parts"].items()}
TITLES = _PARTS["titles"]
LOWEST, HIGHEST = _PARTS["lowest"], _PARTS["highest"]
CURRENCIES, INTERVALS = _PARTS["currencies"], _PARTS["intervals"]
AWAY, STAGES = frozenset(_PARTS["away"]), frozenset(_PARTS["stages"])
DOUBLES = tuple(tuple(names.split()) for names in _NAMES["doubles"].values())


def _by_name(part: str) -> dict[str, str]:
    """Return what each name of a part of the table stands for."""
    return {name: meant for meant, names in _NAMES[part].items() for name in names.split()}


FIELDS, TEXTS = _by_name("fields"), _by_name("texts")


def bare_name(name: str) -> str:
    """Return a name without case, signs and the space it is declared in."""
    name = name.rpartition(":")[2] if ":" in name and " " not in name else name
    return "".join(char for char in name.lower() if char.isalnum())


def heading(name: str) -> str:
    """Return a name as a heading has it: `preferredQualifications` is "Preferred qualifications".

    >>> heading("preferredQualifications"), heading("ns:PHYSICAL_DEMANDS"), heading("dutiesHtml")
    ('Preferred qualifications', 'Physical demands', 'Duties')
    """
    words = _SEAM.sub(" ", name.rpartition(":")[2] if " " not in name else name).split()
    if len(words) > 1 and words[-1].lower() in _FORMS:
        del words[-1]
    return " ".join(words).lower().capitalize()


_SEAM = pattern(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_FORMS = frozenset({"html", "plain", "text", "body"})

"""What job systems call the parts of a posting: the table `names.toml`.

Names are compared without case and signs: `PositionTitle`, `position_title`
and `Position Title` are one.
"""

from __future__ import annotations

from functools import lru_cache
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


_KNOWN: Final = {*FIELDS, *TEXTS, *(name for part in _PARTS.values() for name in part)}
# "jobOpeningName", "Posting Title", "departmentLabel": words that many names have about them.
_LEADS = pattern(r"(?:job|opening|posting|position|vacancy|requisition)+")
_ENDS = pattern(r"(?:label|text|html|display|formatted|summary)\Z")


@lru_cache(4096)
def bare_name(name: str) -> str:
    """Return a name without case, signs and the space it is declared in.

    Of a name that is not known, what is about a known one is left away.

    >>> bare_name("g:Position_Title"), bare_name("jobOpeningCity"), bare_name("posting id")
    ('positiontitle', 'city', 'postingid')
    """
    name = name.rpartition(":")[2] if ":" in name and " " not in name else name
    bare = "".join(char for char in name.lower() if char.isalnum())
    for core in (bare, _LEADS.sub("", bare, 1), _ENDS.sub("", bare, 1)):
        if core in _KNOWN:
            return core
    return bare


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

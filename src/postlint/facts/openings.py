"""Jobs offered by their names alone: "We are hiring: a) a groundskeeper, b) two bus drivers"."""

from __future__ import annotations

from typing import Final

from postlint.document.titles import is_job_title, names_job
from postlint.facts._data import vocabulary
from postlint.text.patterns import pattern

MOST_LINES: Final = 60
# Lines around a list: who hires, how to apply.
_AROUND: Final = 4
_MOST_IN_A_NAME: Final = 5
_OFFERS = pattern(rf"(?i)\b(?:{vocabulary('kind', 'offers')})\b")
# "a) a groundskeeper, b) two bus drivers"
_LETTERED = pattern(
    r"(?:\A|[\s,;:])\(?[a-h1-9][.)][ ]+(?P<job>[A-Za-z][A-Za-z ]{2,40}?)"
    r"(?=[,;.\n]|\s*\Z|[ ]\(?[a-h1-9][.)])"
)
# "- Payroll Clerk (part-time)"
_ITEM = pattern(
    r"[\s•*·–-]*(?:\(?[a-h\d]{1,2}[.)])?\s*(?P<job>[A-Z][A-Za-z /&'-]{2,50}?)\s*"
    r"(?:\([^)]{1,30}\))?\s*\Z"
)
# "Cooks, servers and dishwashers wanted"
_WANTED = pattern(
    r"(?P<jobs>[A-Z][A-Za-z ]{2,30}(?:, [A-Za-z ]{3,30}){0,5},? (?:and|&) [A-Za-z ]{3,30}?)[ ]"
    r"(?:are[ ])?(?:wanted|needed|sought)\b"
)
_SOUGHT: Final = ("wanted", "needed", "sought")
_AND = pattern(r",? (?:and|&) |, ")
_HOW_MANY = pattern(r"(?i)(?:an?|one|two|three|four|five|six|\d{1,2})\s+")


def lists_jobs(text: str, lines: list[str]) -> bool:
    """Say whether a text offers jobs by their names alone, in a list or in a sentence."""
    if _OFFERS.search(text) is None:
        return False
    lettered = {match["job"] for match in _LETTERED.finditer(text)}
    items = {match["job"] for line in lines if (match := _ITEM.match(line)) is not None}
    wanted = _WANTED.search(text) if any(sign in text for sign in _SOUGHT) else None
    named = set(_AND.split(wanted["jobs"])) if wanted is not None else set[str]()
    alone = items if len(items) * 2 >= len(lines) - _AROUND else set[str]()
    return any(sum(map(_is_job, jobs)) > 1 for jobs in (lettered, alone, named))


def _is_job(words: str) -> bool:
    """Say whether words are the name of a job and nothing else: "two bus drivers"."""
    bare = _HOW_MANY.sub("", words.strip(), count=1)
    several = bare.endswith("s") and not names_job(bare.rpartition(" ")[2])
    return len(bare.split()) <= _MOST_IN_A_NAME and is_job_title(bare[:-1] if several else bare)

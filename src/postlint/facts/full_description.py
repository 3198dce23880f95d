"""Whether a text leads to the full description of the post: an abstract or a newsletter does."""

from __future__ import annotations

import re

from postlint.facts._data import phrases
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.source import merged, touches

# "Position Description - Officer 9 (PDF)": a file is named.
_FILE = pattern(r"[^\n\r]{0,60}\W(?:pdf|docx?)\b", re.IGNORECASE)


@fact("full_description", phrases=phrases("full_description"))
def full_description(case: Case) -> Fact[bool]:
    """Say whether the text names a fuller description of the post as a text of its own.

    What is missing here may stand there, so nobody can say that it is missing.
    """
    denied = merged(case.hits["full_description.but"])
    named = case.hits["full_description.named"]
    files = [span for span in named if _FILE.match(case.text, span.end)]
    found = sorted({*case.hits["full_description.leads"], *files})
    places = tuple(span for span in found if not touches(denied, span))
    return Fact(bool(places), places)

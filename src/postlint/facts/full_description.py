"""Whether a text leads to the full description of the post: an abstract or a newsletter does."""

from __future__ import annotations

from postlint.facts._data import phrases
from postlint.facts.around import line_at
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern
from postlint.text.source import Span, merged, touches

# "Position Description - Officer 9 (PDF)": a file is named.
_FILE = pattern(r"(?i)[^\n\r]{0,60}\W(?:pdf|docx?)\b")


@fact("full_description", phrases=phrases("full_description"))
def full_description(case: Case) -> Fact[bool]:
    """Say whether the text names a fuller description of the post as a text of its own.

    What is missing here may stand there, so nobody can say that it is missing.
    """
    denied = merged(case.hits["full_description.but"])
    named = case.hits["full_description.named"]
    files = [span for span in named if _FILE.match(case.text, span.end)]
    found = sorted({*case.hits["full_description.leads"], *files})
    places = tuple(
        span for span in found if not touches(denied, span) and not _heads(case.text, span)
    )
    return Fact(bool(places), places)


# So much text stands below a line that heads it; a line that leads away has a link near by.
_BELOW, _LINK = 300, 100
_LINKED = pattern(r"(?i)https?:|www\.|\bclick\b|\bpdf\b|\bdownload\b|\]\(")


def _heads(text: str, span: Span) -> bool:
    """Say whether words are a line of their own over the description itself, as on a job board."""
    line = line_at(text, span.start)
    if text[line.start : line.end].strip(" \t\r*_#:") != text[span.start : span.end]:
        return False
    near = text[span.end : span.end + _LINK]
    return len(text) - span.end > _BELOW and _LINKED.search(near) is None

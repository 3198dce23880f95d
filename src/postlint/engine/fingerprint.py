"""What makes a finding the same finding after the posting was edited elsewhere.

The rule, the headings it stands under and its words; never a line number, and
not the title, which stands above everything and may gain a word.
"""

from __future__ import annotations

import hashlib

from postlint.document.posting import Posting
from postlint.text.diagnostics import Diagnostic
from postlint.text.source import Span


def fingerprint(posting: Posting, diagnostic: Diagnostic) -> str:
    """Return sixteen hexadecimal digits that name a finding within its posting."""
    words = posting.text[diagnostic.span.start : diagnostic.span.end]
    if _is_title(posting, diagnostic.span):
        words = ""  # what is missing is reported there, whatever the title is
    parts = (
        diagnostic.code,
        diagnostic.message_id,
        *section_path(posting, diagnostic.span.start, title=False),
        normal(words),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _is_title(posting: Posting, span: Span) -> bool:
    """Say whether a span is the whole title, or the heading that has it."""
    title = posting.title
    return title is not None and span.contains(title.span) and span.overlaps(title.span)


def section_path(posting: Posting, offset: int, *, title: bool = True) -> tuple[str, ...]:
    """Return the headings an offset stands under, the outermost first.

    Without `title` the heading that is the posting's title is left out.
    """
    section = posting.section_at(offset)
    path: list[str] = []
    while True:
        heading = section.heading
        if heading is not None and (title or not _is_title(posting, heading.span)):
            path.append(normal(heading.text))
        if section.parent is None:
            return tuple(reversed(path))
        section = posting.sections[section.parent]


def normal(words: str) -> str:
    """Return words without case and with single blanks."""
    return " ".join(words.casefold().split())

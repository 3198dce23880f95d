"""What makes a finding the same finding after the posting was edited elsewhere.

The rule, the headings it stands under and its words; never a line number.
"""

from __future__ import annotations

import hashlib

from postlint.document.posting import Posting
from postlint.text.diagnostics import Diagnostic


def fingerprint(posting: Posting, diagnostic: Diagnostic) -> str:
    """Return sixteen hexadecimal digits that name a finding within its posting."""
    words = posting.text[diagnostic.span.start : diagnostic.span.end]
    parts = (
        diagnostic.code,
        diagnostic.message_id,
        *section_path(posting, diagnostic.span.start),
        normal(words),
    )
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def section_path(posting: Posting, offset: int) -> tuple[str, ...]:
    """Return the headings an offset stands under, the outermost first."""
    section = posting.section_at(offset)
    path: list[str] = []
    while True:
        if section.heading is not None:
            path.append(normal(section.heading.text))
        if section.parent is None:
            return tuple(reversed(path))
        section = posting.sections[section.parent]


def normal(words: str) -> str:
    """Return words without case and with single blanks."""
    return " ".join(words.casefold().split())

"""Words of a source as they are quoted: on one line, and not too many."""

from __future__ import annotations

from postlint.text.source import SourceText, Span

# What stands where words are left out.
CUT = "…"


def quote(source: SourceText, span: Span, most: int = 120) -> str:
    """Return the words of a span on one line, cut in the middle when they are many."""
    # Only so much is looked at, however long the span is.
    if span.end - span.start > 4 * most:
        raw = source.text[span.start : span.start + 4 * most]
        cut = True
    else:
        raw, cut = source.slice(span), False
    words = " ".join(raw.split())
    if len(words) > most:
        words, cut = words[: most - 1].rstrip(), True
    return words + CUT if cut else words

"""Suppressions that stand among words, where they silence nothing and say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.document.posting import Posting
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.source import Span, touches

# What stands in backticks shows a suppression and asks for none.
_STRAY = pattern(r"(?<!`)(?:%%|<!--|\[)[ \t]*postlint:[ \t]*ignore[^\r\n]*")


def strays(posting: Posting) -> Iterator[Finding]:
    """Yield a finding for each suppression in a posting's source that is no directive."""
    source = posting.source
    given = source.given
    directive_spans = sorted(source.given_span(directive.span) for directive in posting.directives)
    shown = sorted(source.given_span(remark) for remark in posting.remarks)
    for match in _STRAY.finditer(given):
        span = Span(match.start(), match.end())
        # A line of code with a suppression on it is a comment of the posting.
        if touches(directive_spans, span) or (
            _begins_line(given, span.start) and touches(shown, span)
        ):
            continue
        yield Finding("suppression-among-words", _in_text(posting, span))


def _begins_line(text: str, offset: int) -> bool:
    """Say whether nothing but blanks stands before an offset in its line."""
    while offset and text[offset - 1] not in "\r\n":
        offset -= 1
        if not text[offset].isspace():
            return False
    return True


def _in_text(posting: Posting, span: Span) -> Span:
    """Return where a stretch of the given text stands in the text that was checked."""
    origin = posting.source.origin
    if origin is None:
        return span
    start, end = origin.flat_offset(span.start), origin.flat_offset(span.end)
    if start < end:
        return Span(start, end)
    # A comment that the reader left out: the last word before it stands for it.
    last = len(posting.text[:start].rstrip())
    return Span(max(last - 1, 0), max(last, 1))

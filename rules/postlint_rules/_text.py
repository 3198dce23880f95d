"""Small questions about the text that rules of several families ask."""

from __future__ import annotations

from bisect import bisect_right

from postlint.document.posting import Posting
from postlint.source import Span

_LONGEST = 80


def sentence_at(posting: Posting, span: Span) -> Span:
    """Return the sentence a span begins in, or the span itself where it is in none."""
    sentences = posting.sentences
    number = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    if number >= 0 and sentences[number].overlaps(span):
        return sentences[number]
    return span


def quoted(posting: Posting, span: Span) -> str:
    """Return the words of a span for a message, cut at a word where they are many."""
    words = posting.passage(span).text
    if len(words) <= _LONGEST:
        return words.rstrip(" .,;:")
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"

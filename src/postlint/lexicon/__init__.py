"""Phrases, and one pass that finds them all.

    >>> book = PhraseBook({"plan": ["technology plan", "strateg*"], "staff": ["staff"]})
    >>> hits = book.scan(Words("Leads staff and the technology-plan strategically."))
    >>> hits["plan"]
    (Span(start=20, end=35), Span(start=36, end=49))

This room knows phrases and not what they mean.
"""

from __future__ import annotations

from postlint.lexicon.book import PhraseBook
from postlint.lexicon.hits import Hits
from postlint.lexicon.shelf import PhraseShelf
from postlint.lexicon.words import Words
from postlint.text.tables import PhraseTable

__all__ = [
    "Hits",
    "PhraseBook",
    "PhraseShelf",
    "PhraseTable",
    "Words",
]

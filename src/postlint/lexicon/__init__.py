"""Phrases, and one pass that finds them all.

    >>> book = PhraseBook({"plan": ["technology plan", "strateg*"], "staff": ["staff"]})
    >>> hits = book.scan(Words("Leads staff and the technology-plan strategically."))
    >>> hits["plan"]
    (Span(start=20, end=35), Span(start=36, end=49))

This room knows phrases and not what they mean.
"""

from __future__ import annotations

from postlint.lexicon.book import PhraseBook as PhraseBook
from postlint.lexicon.hits import Hits as Hits
from postlint.lexicon.shelf import PhraseShelf as PhraseShelf
from postlint.lexicon.words import Words as Words
from postlint.text.tables import PhraseTable as PhraseTable

"""Sentences end where a reader of postings would say they end."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from postlint.document.sentences import split_sentences
from postlint.text.source import Span


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Leads the team. Plans the budget.", 2),
        ("Reports to Dr. Rivera of the St. Mark campus.", 1),
        ("Open 7:30 a.m. to 4 p.m. on school days.", 1),
        ("See 42 U.S.C. 12112 and Sec. 504. Call us.", 2),
        ("Works with J. Doe. Travels.", 2),
        ("A B.A. degree is required. An M.A. degree is preferred.", 2),
        ("Pays $31.50 an hour.", 1),
        ("Who may apply? Anyone! Do.", 3),
        ("Leads (and plans.) Trains.", 2),
        ("First paragraph\r\nwraps once\r\n\r\nSecond paragraph", 2),
        ("wraps\rtwice\ronly", 1),
        ("Uses e.g. tickets, etc. as needed.", 1),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_stops_that_end_a_sentence_are_told_from_those_that_do_not(text: str, count: int) -> None:
    assert len(split(text)) == count


@given(st.text(alphabet=st.sampled_from("aB .!?\r\n\u2028)”1"), max_size=80))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    end = 0
    for span in spans:
        assert span.start >= end
        assert not text[end : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()

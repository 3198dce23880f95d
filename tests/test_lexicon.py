"""The lexicon finds every phrase, at its place, in one pass, whatever the text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from postlint.lexicon import PhraseBook, PhraseShelf, Words
from postlint.lexicon.phrase import PhraseError
from postlint.lexicon.words import lower
from postlint.text.source import WHITE_SPACE, Span


def found(book: PhraseBook, text: str) -> dict[str, list[str]]:
    hits = book.scan(Words(text))
    return {key: [text[span.start : span.end] for span in hits[key]] for key in hits.found}


# Letters, digits and signs of one byte, and of those that printers use beside them.
LATIN = "aB1 _-'\n\xa0\xad\xb2\xdf\xc9\xe9\xff\u2019\u2013\u2022"


def spans(words: Words) -> list[Span]:
    return [words.span(number, number + 1) for number in range(len(words))]


class TestWords:
    def test_white_space_is_what_python_says(self) -> None:
        assert {chr(code) for code in range(0x110000) if chr(code).isspace()} == {*WHITE_SPACE}

    def test_words_are_lower_case_and_keep_their_places(self) -> None:
        """Apostrophes, hyphens and underscores end words; offsets are the text's."""
        text = "A Bachelor\u2019s degree, well-kept_records"
        words = Words(text)
        assert words.words == ["a", "bachelor", "s", "degree", "well", "kept", "records"]
        assert [text[slice(*span)].lower() for span in spans(words)] == words.words
        assert words.places == {word: [place] for place, word in enumerate(words.words)}

    def test_every_character_keeps_its_offset_in_lower_case(self) -> None:
        """No character of Unicode moves what comes after it, U+0130 included."""
        every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
        assert len(lower(every)) == len(every)
        assert lower("\u0130stanbul PLAN") == "istanbul plan"

    @given(st.text() | st.text(LATIN))
    def test_words_and_gaps_make_up_the_text(self, text: str) -> None:
        """Nothing of the text is lost between words and gaps, whichever way it is cut."""
        words = Words(text)
        pieces = [words.gap(0)]
        for number, word in enumerate(words.words):
            pieces += [word, words.gap(number + 1)]
        assert lower("".join(pieces)) == lower(text)
        assert words.words == re.findall(r"[^\W_]+", lower(text))
        for first, word in enumerate(words.words):
            span = words.span(first, first + 1)
            assert lower(text)[span.start : span.end] == word

    @given(st.text(alphabet="ab .-\n"), st.integers(0, 20), st.integers(0, 20))
    def test_a_part_is_the_words_wholly_inside_a_span(self, text: str, a: int, b: int) -> None:
        """A part holds no word that the span cuts, and its offsets count from the span."""
        span = Span(min(a, b), max(a, b))
        whole = Words(text)
        expected = [
            (word, start - span.start, end - span.start)
            for word, (start, end) in zip(whole.words, spans(whole), strict=True)
            if span.start <= start and end <= span.end
        ]
        part = whole.part(span)
        assert [(word, *at) for word, at in zip(part.words, spans(part), strict=True)] == expected
        assert [whole.words[number] for number in whole.between(span)] == part.words
        pieces = [part.gap(0)]
        for number, word in enumerate(part.words):
            pieces += [word, part.gap(number + 1)]
        assert "".join(pieces) == text[span.start : span.end]


class TestPhrases:
    @pytest.mark.parametrize(
        "text",
        [
            "long range",
            "Long-Range",
            "long\u2011range",
            "long\u2013range",
            "long\u00a0range",
            "long \t range",
            "long\nrange",
            "long-\r\nrange",
            "long \u200brange",
        ],
    )
    def test_space_and_dashes_join_words(self, text: str) -> None:
        """A phrase runs over white space, one line's end, and any dash."""
        assert found(PhraseBook({"k": ["long-range"]}), text) == {"k": [text]}

    @pytest.mark.parametrize(
        "text",
        [
            "long. range",
            "long, range",
            "long; range",
            "long: range",
            "long\n\nrange",
            "long \r\n \r\n range",
            "long\n- range",
            "long \u2022 range",
            "longrange",
            "long / range",
        ],
    )
    def test_sentence_marks_blank_lines_and_bullets_part_words(self, text: str) -> None:
        """No phrase runs over the end of a clause, a paragraph or an item."""
        assert found(PhraseBook({"k": ["long range"]}), text) == {}

    def test_apostrophes_are_all_alike(self) -> None:
        """A typewriter's apostrophe in the lexicon finds a printer's in the text."""
        book = PhraseBook({"k": ["driver's licence"]})
        assert found(book, "A driver\u2019s licence") == {"k": ["driver\u2019s licence"]}

    def test_a_star_matches_the_rest_of_one_word(self) -> None:
        """A prefix fits at the beginning of words only, and only one word."""
        book = PhraseBook({"k": ["strateg*", "a* plan"], "short": ["x*"]})
        assert found(book, "Strategy, prestrategic, annual plan x xy") == {
            "k": ["Strategy", "annual plan"],
            "short": ["x", "xy"],
        }

    def test_groups_stand_for_each_of_their_options(self) -> None:
        """A group is short for several phrases; an empty option leaves the words out."""
        book = PhraseBook({"k": ["(is|are) (directly |)responsible to"]})
        assert found(book, "are responsible to, is directly responsible to") == {
            "k": ["are responsible to", "is directly responsible to"]
        }

    def test_a_mark_in_the_phrase_must_stand_in_the_text(self) -> None:
        """`he/she` is not "he she"; `laws, codes` is not "laws codes"."""
        book = PhraseBook({"slash": ["he/she", "(s)he"], "comma": ["laws, codes"]})
        assert found(book, "he/she, he she, He / She") == {"slash": ["he/she", "He / She"]}
        assert found(book, "Laws,\ncodes; laws codes") == {"comma": ["Laws,\ncodes"]}

    def test_a_colon_stands_before_each_option_of_its_group(self) -> None:
        """However many there are, and only where it is written."""
        years = "|".join(map(str, range(2, 800)))
        book = PhraseBook({"age": [f"(age|age limit): ({years})"]})
        text = "Age: 30. Age 31. Age limit: 799 years."
        assert found(book, text) == {"age": ["Age: 30", "Age limit: 799"]}

    @pytest.mark.parametrize("phrase", ["", "  ", "*", "plan,", "a*b", "...", "a ** b"])
    def test_a_phrase_that_means_nothing_is_refused(self, phrase: str) -> None:
        """A slip in a lexicon is an error when the book is built, naming the phrase."""
        with pytest.raises(PhraseError) as caught:
            PhraseBook({"k": ["fine", phrase]})
        assert caught.value.phrase == phrase


class TestHits:
    def test_the_longest_at_a_place_wins_within_a_key(self) -> None:
        """Two finds of one key never overlap."""
        book = PhraseBook({"k": ["technology", "technology plan", "plan"]})
        assert found(book, "technology plan, plan") == {"k": ["technology plan", "plan"]}

    def test_finds_of_different_keys_may_overlap(self) -> None:
        """No key hides another's find."""
        book = PhraseBook({"a": ["technology plan"], "b": ["plan"], "c": ["technology"]})
        assert found(book, "technology plan") == {
            "a": ["technology plan"],
            "b": ["plan"],
            "c": ["technology"],
        }

    def test_within_gives_the_finds_inside_a_span(self) -> None:
        """A find that a span cuts is not inside it."""
        text = "plan the plan by plan"
        hits = PhraseBook({"k": ["plan"]}).scan(Words(text))
        assert hits.within("k", Span(1, 15)) == (Span(9, 13),)
        assert hits.within("k", Span(0, 21)) == hits["k"]
        assert hits.within("k", Span(10, 12)) == ()

    def test_a_key_without_finds_is_empty_and_an_unknown_key_an_error(self) -> None:
        """A misspelt key does not look like a text without finds."""
        hits = PhraseBook({"k": ["plan"]}).scan(Words("nothing"))
        assert hits["k"] == ()
        assert "k" not in hits
        with pytest.raises(KeyError):
            hits["kk"]
        with pytest.raises(KeyError):
            hits.places("kk")

    def test_a_book_stays_as_it_was_made(self) -> None:
        """What is added to a list afterwards is not in the book."""
        phrases = {"k": ["plan", "staff"]}
        book = PhraseBook(phrases)
        phrases["k"].append("budget")
        assert found(book, "plan staff budget") == {"k": ["plan", "staff"]}

    def test_a_book_answers_the_same_again(self) -> None:
        """What a book remembers of one text does not change the next."""
        book = PhraseBook({"k": ["a* b"], "l": ["b"]})
        first = found(book, "ab b")
        found(book, "zz a")
        assert found(book, "ab b") == first == {"k": ["ab b"], "l": ["b"]}


WORDS = st.sampled_from(["a", "b", "ab", "abc", "c"])
PHRASES = st.lists(
    st.tuples(WORDS, st.booleans()).map(lambda pair: pair[0] + "*" * pair[1]),
    min_size=1,
    max_size=3,
).map(" ".join)


def slow_finds(phrases: list[str], words: list[str]) -> list[tuple[int, int]]:
    """Return what a scan of one key should find, in the obvious way."""
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        longest = 0
        for phrase in phrases:
            parts = phrase.split()
            here = words[at : at + len(parts)]
            if len(here) == len(parts) and all(
                word.startswith(part[:-1]) if part.endswith("*") else word == part
                for part, word in zip(parts, here, strict=True)
            ):
                longest = max(longest, len(parts))
        if longest:
            places.append((at, at + longest))
        at += longest or 1
    return places


@given(
    st.dictionaries(st.sampled_from("xyz"), st.lists(PHRASES, max_size=5)),
    st.lists(WORDS, max_size=12),
)
def test_a_scan_finds_what_the_obvious_search_finds(
    phrases: dict[str, list[str]], words: list[str]
) -> None:
    """The tree over words agrees with trying every phrase at every place."""
    text = Words(" ".join(words))
    hits = PhraseBook(phrases).scan(text)
    for key, written in phrases.items():
        assert list(hits.places(key)) == slow_finds(written, words)
    shelf = PhraseShelf(phrases)
    # In time the shelf finds together what is asked of every text; that must not show.
    shelf._looks = 599
    for _ in range(12):
        shelved = shelf.scan(text)
        for key in phrases:
            assert shelved.places(key) == hits.places(key)
            assert shelved[key] == hits[key]
        assert set(shelved.found) == set(hits.found)


def test_a_shelf_finds_usual_keys_together_and_others_when_asked() -> None:
    """Keys asked of some texts only are found all the same, before and after a review."""
    shelf = PhraseShelf({"usual": ["plan", "plan*"], "rare": ["a plan"], "none": ["staff"]})
    for number in range(700):
        hits = shelf.scan(Words("Has a plan, plans and planning."))
        assert hits.places("usual") == ((2, 3), (3, 4), (5, 6))
        if number % 64 == 0:
            assert hits.places("rare") == ((1, 3),)
        assert "unknown" not in hits
    assert shelf._usual.keys == {"usual"}
    assert set(hits.found) == {"usual", "rare"}


def seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", ["(", "a ", "a", "a-", "a\n", "- ", " ", "x a a a b "])
@pytest.mark.timing
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Twice the text costs about twice the time, whatever the text is."""
    book = PhraseBook({"k": ["a a a a a b", "a* a* b", "a" * 50 + "*"], "l": ["a a"]})
    size = 60_000 // len(unit)
    small = seconds(lambda: book.scan(Words(unit * size)))
    large = seconds(lambda: book.scan(Words(unit * size * 4)))
    assert large < 12 * max(small, 0.002)


def test_a_megabyte_of_one_word_is_read_at_once() -> None:
    """An unbroken megabyte is one word and costs no more than a pass over it."""
    book = PhraseBook({"k": ["a*", "b"], "l": ["a" * 50]})
    hits = book.scan(Words("a" * 1_000_000))
    assert hits["k"] == (Span(0, 1_000_000),)

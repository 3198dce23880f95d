"""A flat text knows where its words stand in what the user gave."""

from __future__ import annotations

from hypothesis import given, strategies as st

from postlint.readers.flat import Flat
from postlint.text.source import Places, Position, SourceText, Span


def test_copied_words_map_character_for_character() -> None:
    source = "<p>Leads <b>the</b> team</p>"
    flat = Flat(source)
    flat.copy(3, 9)
    flat.copy(12, 15)
    flat.copy(19, 24)
    text = flat.text()
    assert text == "Leads the team"
    origin = flat.origin()
    assert origin.span(Span(6, 9)) == Span(12, 15)
    assert origin.span(Span(1, 5)) == Span(4, 8)
    # Over a tag: from the first character to the last.
    assert origin.span(Span(0, 14)) == Span(3, 24)
    assert origin.span(Span(3, 3)) == Span(6, 6)


def test_an_entity_is_one_character_and_its_place_is_whole() -> None:
    source = "the employer&rsquo;s 🏥 rules"
    flat = Flat(source)
    flat.copy(0, 12)
    flat.replace("’", 12, 19)
    flat.copy(19, len(source))
    text = SourceText(flat.text(), origin=flat.origin())
    assert text.text == "the employer’s 🏥 rules"
    word = Span(4, 14)
    assert text.given_span(word) == Span(4, 20)
    rules = Span(text.text.index("rules"), len(text.text))
    assert text.range(rules).start == Position(1, source.index("rules") + 1)
    # The emoji counts two for an editor, one for a person.
    assert text.utf16_column(rules.start) == source.index("rules") + 1
    assert text.offset_at_utf16(1, source.index("rules") + 1) == rules.start


def test_lines_are_those_of_the_given_text() -> None:
    source = "<ul>\r\n<li>One</li>\r\n<li>Two</li>\r\n</ul>"
    flat = Flat(source)
    flat.copy(10, 13)
    flat.replace("\n", 13, 13)
    flat.copy(24, 27)
    flat.replace("\n", 27, 27)
    text = SourceText(flat.text(), origin=flat.origin())
    assert text.text == "One\nTwo\n"
    assert text.line_count == 4
    assert text.position(4) == Position(3, 5)
    assert text.line(3) == "<li>Two</li>"
    assert text.slice(text.line_span(3)).strip() == "Two"


def test_a_put_text_as_long_as_its_place_is_not_taken_for_a_copy() -> None:
    flat = Flat("ab{{x}}cd")
    flat.copy(0, 2)
    flat.replace("TITLE", 2, 7)
    flat.copy(7, 9)
    origin = flat.origin()
    assert flat.text() == "abTITLEcd"
    assert origin.span(Span(3, 6)) == Span(2, 7)
    assert origin.span(Span(7, 9)) == Span(7, 9)


def test_text_in_another_order_has_no_inverted_span() -> None:
    flat = Flat("second first")
    flat.copy(7, 12)
    flat.copy(0, 6)
    text = SourceText(flat.text(), origin=flat.origin())
    place = text.given_span(Span(0, 11))
    assert place.start <= place.end
    assert text.given_span(Span(0, 5)) == Span(7, 12)
    assert text.given_span(Span(5, 11)) == Span(0, 6)


def test_places_name_the_parts_of_a_text_without_lines() -> None:
    text = SourceText("Title\nDuties\n", places=Places((0, 6), ("paragraph 1", "paragraph 2")))
    assert text.place(Span(0, 5)) == "paragraph 1"
    assert text.place(Span(8, 9)) == "paragraph 2"
    assert SourceText("x").place(Span(0, 1)) is None


@given(st.lists(st.tuples(st.sampled_from("kpd"), st.integers(0, 6)), max_size=30))
def test_every_span_of_a_flat_text_fits_the_given_text(steps: list[tuple[str, int]]) -> None:
    """Whatever was kept, put and dropped, a copied character is the character it came from."""
    source = "".join(chr(0x4E00 + n) for n in range(200))
    flat = Flat(source)
    at = 0
    for step, length in steps:
        if step == "k":
            flat.copy(at, at + length)
        elif step == "p":
            flat.replace("xyz"[: length % 4], at, at + length)
        at += length
    text, origin = flat.text(), flat.origin()
    assert origin.size == len(text)
    for start in range(len(text) + 1):
        assert 0 <= origin.offset(start) <= len(source)
        for end in range(start, len(text) + 1):
            place = origin.span(Span(start, end))
            assert 0 <= place.start <= place.end <= len(source)
    for offset, char in enumerate(text):
        if char in source:
            place = origin.span(Span(offset, offset + 1))
            assert source[place.start : place.end] == char
            assert origin.flat_offset(place.start) == offset

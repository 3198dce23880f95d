"""What holds for every text, whatever is in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings, strategies as st

from postlint import Linter, Report
from postlint.document.parts import Field, Item, walk
from postlint.document.posting import Posting
from postlint.errors import SourceError
from postlint.packs.discovery import installed_packs
from postlint.packs.registry import load_packs
from postlint.readers.base import Lexeme, Reading
from postlint.readers.plain import PlainReader
from postlint.syntax import all_in_text, read_markup
from postlint.syntax.lalr import parse_lexemes
from postlint.syntax.parser import parse_markup
from postlint.syntax.tree import Node
from postlint.text.source import SourceText, Span, utf16_length
from strategies import ANY_TEXT, KINDS, TEXTS, law, postings

FAULTS = {"POST020", "POST021", "POST022"}


@cache
def linter() -> Linter:
    return Linter()


def read(text: str, kind: str) -> Posting:
    return read_markup(text) if kind == "markup" else all_in_text(text, PlainReader())[0]


def tree_of(text: str, kind: str) -> Node:
    if kind == "markup":
        return parse_markup(text)
    reading = PlainReader().read(text)
    assume(reading.text == text)  # a table parted by tabs is read as a page of its own
    return parse_lexemes(reading.lexemes, len(text))


def nodes(tree: Node) -> Iterator[Node]:
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(child for child in node.children if isinstance(child, Node))


def leaves(tree: Node) -> Iterator[Lexeme]:
    for child in tree.children:
        if isinstance(child, Lexeme):
            yield child
        else:
            yield from leaves(child)


# ---------------------------------------------------------------- reading


@law
@given(TEXTS, KINDS)
@example("Key: **B:** x", "markup")
@example("# **B:** x", "markup")
@example("- **A.** **B.** x", "markup")
@example("", "markup")
@example("", "text")
@example("\ud800", "markup")
def test_the_leaves_of_the_tree_are_the_text(text: str, kind: str) -> None:
    offset = 0
    for leaf in leaves(tree_of(text, kind)):
        assert leaf.start == offset
        assert leaf.end >= offset
        offset = leaf.end
    assert offset == len(text)


@law
@given(TEXTS, KINDS)
def test_a_node_is_what_its_children_are_in_order(text: str, kind: str) -> None:
    tree = tree_of(text, kind)
    assert (tree.start, tree.end) == (0, len(text))
    for node in nodes(tree):
        if node.children:
            assert node.children[0].start == node.start
            assert node.children[-1].end == node.end
        for before, after in pairwise(node.children):
            assert before.end == after.start


def spans_of_blocks(posting: Posting) -> Iterator[tuple[Span, Span]]:
    """Yield pairs of a span and the span it must lie in."""
    whole = Span(0, len(posting.text))
    for section in posting.sections:
        yield section.span, whole
        if section.heading:
            yield section.heading.span, section.span
        for block in walk(section.blocks):
            if isinstance(block, Field):
                yield block.span, section.span
                yield block.key.span, block.span
                yield block.value.span, block.span
                continue
            yield block.text.span, section.span
            if block.label:
                yield block.label.span, section.span
            for marker in block.markers:
                yield marker.span, section.span
            if isinstance(block, Item):
                yield block.span, section.span
                yield block.text.span, block.span
                for inner in block.blocks:
                    yield inner.span, section.span
    for directive in posting.directives:
        yield directive.span, whole
    for notice in posting.notices:
        yield notice.span, whole
    for duty in posting.duties:
        yield duty.span, posting.sections[duty.section].span
        for marker in duty.markers:
            yield marker.span, posting.sections[duty.section].span
    for sentence in posting.sentences:
        yield sentence, whole
    if posting.title:
        yield posting.title.span, whole


@law
@given(TEXTS, KINDS)
def test_spans_fit_and_nest(text: str, kind: str) -> None:
    for inner, outer in spans_of_blocks(read(text, kind)):
        assert inner.start <= inner.end
        assert outer.contains(inner)


@law
@given(TEXTS, KINDS)
def test_sections_follow_one_another_from_start_to_end(text: str, kind: str) -> None:
    sections = read(text, kind).sections
    assert sections[0].span.start == 0
    assert sections[-1].span.end == len(text)
    for index, section in enumerate(sections):
        if index:
            assert sections[index - 1].span.end == section.span.start
        if section.parent is not None:
            assert section.parent < index
            assert sections[section.parent].level < section.level


@law
@given(TEXTS, KINDS)
def test_sentences_and_duties_have_words_and_stand_in_order(text: str, kind: str) -> None:
    posting = read(text, kind)
    for spans in (posting.sentences, tuple(duty.span for duty in posting.duties)):
        assert all(text[span.start : span.end].strip() for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@law
@given(TEXTS, KINDS)
def test_reading_twice_gives_the_same(text: str, kind: str) -> None:
    assert read(text, kind) == read(text, kind)


# ---------------------------------------------------------------- checking


def wrapped(text: str) -> str:
    """Put a text's lines in tags, as a page has them; what looks like a tag stays one."""
    tags = ("<h2>", "<p>", "<li>", "<br>", "</ul><div>", "<strong>", "&nbsp;", "<!-- ", "<td>", "")
    lines = text.split("\n")
    return "\n".join(f"{tags[len(line) % len(tags)]}{line}" for line in lines)


def outcome(report: Report) -> tuple[object, ...]:
    return report.outcomes, report.diagnostics, dict(report.facts), dict(report.measures)


@law
@given(TEXTS, KINDS)
def test_rules_and_facts_never_raise(text: str, kind: str) -> None:
    report = linter().check(text, kind=kind)
    assert [d.message for d in report.diagnostics if d.code in FAULTS] == []
    assert set(report.facts) == {source.name for source in linter().fact_sources}
    assert len(report.outcomes) == len(linter().rules.rules)


@law
@given(st.one_of(TEXTS, TEXTS.map(wrapped)), st.sampled_from(["markdown", "html", "jobposting"]))
def test_text_reads_as_any_kind_it_is_said_to_be(text: str, kind: str) -> None:
    """What is not Markdown, HTML or JSON is still read, and spans point into what was given.

    JSON in which nothing is a posting is the one text that is refused.
    """
    try:
        report = linter().check(text, kind=kind)
    except SourceError:
        assert kind == "jobposting"  # most texts are read
        assert text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[")
        return
    assert [d.message for d in report.diagnostics if d.code in FAULTS] == []
    source = report.source
    for inner, outer in spans_of_blocks(report.posting):
        assert outer.contains(inner)
        place = source.given_span(inner)
        assert 0 <= place.start <= place.end <= len(source.given)
    for diagnostic in report.diagnostics:
        source.range(diagnostic.span)
    assert source.given == text


@law
@given(postings(), KINDS)
def test_what_has_a_title_and_duties_is_checked_without_a_fault(text: str, kind: str) -> None:
    report = linter().check(text, kind=kind)
    assert [d.message for d in report.diagnostics if d.code in FAULTS] == []
    assert report.facts


@law
@given(st.one_of(TEXTS, postings()), KINDS)
def test_evidence_and_diagnostics_point_into_the_text(text: str, kind: str) -> None:
    report = linter().check(text, kind=kind)
    spans = [span for record in report.outcomes for span in record.spans]
    spans += [span for fact in report.facts.values() for span in fact.spans]
    spans += [d.span for d in report.diagnostics]
    spans += [related.span for d in report.diagnostics for related in d.related]
    # The text that was read: damaged characters are mended, and stand for fewer or more.
    read_text = report.posting.text
    for span in spans:
        assert 0 <= span.start <= span.end <= len(read_text)
        report.source.range(span)
    if read_text.strip():
        # Nothing is reported at a place without a character.
        assert all(d.span.start < d.span.end for d in report.diagnostics)


@law
@given(postings(), KINDS)
def test_two_checks_give_the_same(text: str, kind: str) -> None:
    first, second = linter().check(text, kind=kind), linter().check(text, kind=kind)
    assert outcome(first) == outcome(second)
    assert first == second


@settings(law, max_examples=6)
@given(postings(), st.randoms(use_true_random=False))
def test_the_order_of_packs_does_not_matter(text: str, random: st.DataObject) -> None:
    points = list(installed_packs("postlint"))
    random.shuffle(points)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    shuffled = Linter(packs=load_packs(points))
    assert outcome(shuffled.check(text)) == outcome(linter().check(text))


# ---------------------------------------------------------------- lines and columns


def slow_lines(text: str) -> list[tuple[int, int]]:
    """Return where lines begin and end, the obvious way: character by character."""
    found: list[tuple[int, int]] = []
    start = place = 0
    while place < len(text):
        if text[place] == "\r" and text[place : place + 2] == "\r\n":
            found.append((start, place))
            place += 2
            start = place
        elif text[place] in "\r\n":
            found.append((start, place))
            place += 1
            start = place
        else:
            place += 1
    found.append((start, len(text)))
    return found


@law
@given(TEXTS)
def test_lines_are_those_of_the_slow_way(text: str) -> None:
    source, slow = SourceText(text), slow_lines(text)
    assert source.line_count == len(slow)
    assert [source.line_span(n + 1) for n in range(len(slow))] == slow
    for number, (start, end) in enumerate(slow, 1):
        assert source.line(number) == text[start:end]
        for offset in {start, (start + end) // 2, end}:
            assert source.position(offset) == (number, offset - start + 1)


@law
@given(TEXTS)
def test_every_offset_has_the_position_of_the_slow_way(text: str) -> None:
    source, slow = SourceText(text), slow_lines(text)
    for offset in range(len(text) + 1):
        # Between \r and \n an offset is still on the line they end.
        number = max(n for n, (start, _) in enumerate(slow) if start <= offset)
        assert source.position(offset) == (number + 1, offset - slow[number][0] + 1)


def slow_utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@law
@given(TEXTS)
def test_utf16_columns_are_those_of_an_encoder(text: str) -> None:
    source = SourceText(text)
    for number, (start, end) in enumerate(slow_lines(text), 1):
        assert utf16_length(text[start:end]) == slow_utf16(text[start:end])
        for offset in range(start, end + 1):
            column = source.utf16_column(offset)
            assert column == slow_utf16(text[start:offset])
            assert source.offset_at_utf16(number, column) == offset
        assert source.offset_at_utf16(number, 10**6) == end


@pytest.mark.parametrize("offset", [-1, 4])
def test_a_place_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        SourceText("abc").position(offset)


# ---------------------------------------------------------------- readers


class OddReader:
    """A reader of a third party that yields whatever it was given."""

    kind = "odd"
    suffixes: tuple[str, ...] = (".odd",)

    def __init__(self, text: str, lexemes: list[Lexeme] | Exception) -> None:
        self.text = text
        self.lexemes = lexemes

    def read(self, data: str) -> Reading:  # noqa: ARG002  # it does not look
        if isinstance(self.lexemes, Exception):
            raise self.lexemes
        return Reading(text=self.text, lexemes=self.lexemes)


_KINDS = "H1 H2 KEY BULLET LABEL LINE MORE MARK BLANK NOISE INDENT DEDENT ODD"
LEXEMES = st.lists(
    st.builds(Lexeme, st.sampled_from(_KINDS.split()), st.integers(-2, 30), st.integers(-2, 30)),
    max_size=6,
)


@law
@given(ANY_TEXT, ANY_TEXT, LEXEMES)
def test_a_reader_that_yields_nonsense_is_told_of(
    data: str, text: str, lexemes: list[Lexeme]
) -> None:
    posting = all_in_text(data, OddReader(text, lexemes))[0]
    if posting.reader == "odd":
        # It kept the contract: its lexemes cover its text.
        assert posting.text == text
        assert sum(lexeme.end - lexeme.start for lexeme in lexemes) == len(text)
    else:
        assert posting.text == data
        assert [notice.message_id for notice in posting.notices] == ["reader-failed"]
        assert posting.sections == all_in_text(data, PlainReader())[0].sections


@law
@given(TEXTS)
def test_a_reader_that_raises_is_told_of_and_the_text_is_still_read(data: str) -> None:
    (posting,) = all_in_text(data, OddReader(data, RuntimeError("out of ink")))[:1]
    assert [notice.message_id for notice in posting.notices] == ["reader-failed"]
    assert posting.sections == all_in_text(data, PlainReader())[0].sections

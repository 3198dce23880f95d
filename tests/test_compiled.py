"""Compiled patterns that are kept are those that `re.compile` makes."""

from __future__ import annotations

import gc
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

import postlint
from postlint import cache
from postlint.text import compiled, patterns
from postlint.text.beginnings import beginning


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store of its own; what is compiled meanwhile is forgotten."""
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path))
    cache.folder.cache_clear()
    compiled._programs.cache_clear()
    compiled.compiled.cache_clear()
    monkeypatch.setattr(compiled, "_added", {})
    yield
    cache.folder.cache_clear()
    compiled._programs.cache_clear()


def ours() -> list[tuple[str, int]]:
    """Return every pattern that a check of a text has loaded."""
    postlint.check("# Clerk\n\n## Duties\n\n- Files deeds.\n")
    return [
        (each._source, each._flags) for each in gc.get_objects() if type(each) is patterns._Lazy
    ]


def same(one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Say whether two patterns are one and the same program."""
    return (one, one.groups, one.groupindex) == (other, other.groups, other.groupindex)


def program(numbers: list[int]) -> list[int]:
    """Return a program without what is told of it in front: how long its matches are, and such."""
    assert numbers[0] == _constants.INFO
    return numbers[1 + numbers[1] :]


def found(expression: re.Pattern[str], text: str) -> list[Any]:
    """Return all that a pattern finds, its groups too."""
    return [(match.span(), match.groups()) for match in expression.finditer(text)]


@pytest.mark.usefixtures("store")
def test_every_pattern_of_ours_is_kept_as_it_was_compiled() -> None:
    sources = ours()
    assert len(sources) > 200
    fresh = [compiled.compiled(source, flags) for source, flags in sources]
    compiled._keep()
    compiled._programs.cache_clear()
    compiled.compiled.cache_clear()
    assert compiled._programs().keys() == {(int(flags), source) for source, flags in sources}
    for (source, flags), first in zip(sources, fresh, strict=True):
        expected = re.compile(source, flags)
        assert (first.groups, first.groupindex) == (expected.groups, expected.groupindex)
        assert same(compiled.compiled(source, flags), first)
        assert found(first, TEXT) == found(expected, TEXT), source
        parsed = _parser.parse(source, flags)
        assert program(compiled._numbers(parsed, flags)) == program(
            _compiler._code(parsed, int(flags))
        )


# Words, signs and letters that patterns of ours begin with, in either case.
TEXT = (
    "TOWN CLERK (M/F/d)\n\nReports to: the Mayor.  Salary: $1,234.50 – £9 per hour; see "
    "https://example.org or WWW.EXAMPLE.ORG, o'Neil@example.org\n* Must file deeds\u2028 by "
    "12/31/2026.\r\n\t1) degree, OR equivalent: 40% of the time \u201cEssential\u201d "
    "Kelvin \u212a, long \u017f, \u0130stanbul, \u0131. §504 Part-time; a.m./p.m. U.S.C.\n"
)

ATOMS = st.sampled_from(
    ["a", "K", "s", "i", "\u212a", "ß", "[b-d]", "[^a]", r"\d", r"\s", r"\w", ".", " ", "“"]
)
PLACES = st.sampled_from([r"\b", "^", "$", "(?=a)", "(?<=s)", "(?!k)", "(?<!1)", ""])
PATTERNS = st.recursive(
    st.builds("{}{}".format, PLACES, ATOMS),
    lambda inner: st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("(?:{}|{})".format, inner, inner),
        st.builds("({}){}".format, inner, st.sampled_from(["?", "*", "+", "??", "{2}", "?+"])),
        st.builds("(?i:{})".format, inner),
        st.builds("(?>{})".format, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=300)
@given(PATTERNS, st.sampled_from([0, re.I, re.M, re.I | re.A]), st.text("aAkKſsSK iIİıbß éÉ1“\n"))
def test_what_a_match_begins_with_changes_nothing_that_is_found(
    source: str, flags: int, text: str
) -> None:
    assert found(compiled.compiled(source, flags), text) == found(re.compile(source, flags), text)


@pytest.mark.parametrize("letter", string.ascii_lowercase)
def test_every_form_of_a_letter_is_among_those_a_match_may_begin_with(letter: str) -> None:
    """Whatever `re` takes for a letter where capitals are not minded."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for form in (letter, letter.upper()):
        signs = beginning(_parser.parse(form, re.IGNORECASE), re.IGNORECASE)
        assert signs is not None
        assert set(re.findall(form, every, re.IGNORECASE)) == {chr(code) for _, code in signs}


@pytest.mark.parametrize("source", [r"a*", r"\w+", ".", "[^a]", r"(?:a|\S)", r"\b", "(a)?|b"])
def test_what_may_begin_with_anything_is_searched_for_as_ever(source: str) -> None:
    assert beginning(_parser.parse(source), re.UNICODE) is None


@given(st.text("ab(|)*+?^$\\d{2}.", max_size=12))
def test_what_is_no_pattern_is_refused_in_the_same_words(source: str) -> None:
    def told(compile_: Any) -> str:
        try:
            return str(compile_(source, 0).pattern)
        except re.error as error:
            return str(error)

    assert told(compiled.compiled) == told(re.compile)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "program",
    [
        (0, b"\xff" * 64, 0, {}, (None,)),  # no program of this machine
        (0, b"\x01", 0, {}, (None,)),
        ("words", b"", 0, {}, ()),
        (),
        7,
    ],
)
def test_a_program_that_is_none_is_not_run(program: Any) -> None:
    cache.store(compiled._NAME, compiled._KEY, {(0, "a+b"): program})
    assert compiled.compiled("a+b", 0).findall("aab b ab") == ["aab", "ab"]


def test_the_second_start_compiles_no_pattern_of_the_check(tmp_path: Path) -> None:
    posting = tmp_path / "clerk.txt"
    posting.write_text("Town Clerk\n\nDuties:\n- Keeps the records, by June 3.\n")
    code = (
        "import sys; from postlint.__main__ import main; from postlint.text import compiled;"
        f"main(['check', '--no-cache', '--format', 'concise', {str(posting)!r}]);"
        "print(len(compiled._added), file=sys.stderr)"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "POSTLINT_CACHE_DIR": str(tmp_path / "store")},
        )
        for _ in range(2)
    ]
    first, second = (int(each.stderr.split()[-1]) for each in told)
    assert first > 20
    assert second == 0
    assert told[0].stdout == told[1].stdout

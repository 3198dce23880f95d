"""Compiled patterns that are kept are those that `re.compile` makes."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import postlint
from postlint import cache
from postlint.text import compiled, patterns


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store of its own; what is compiled meanwhile is forgotten."""
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path))
    cache.folder.cache_clear()
    compiled._programs.cache_clear()
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


@pytest.mark.usefixtures("store")
def test_every_pattern_of_ours_is_kept_as_it_was_compiled() -> None:
    sources = ours()
    assert len(sources) > 200
    fresh = [compiled.compiled(source, flags) for source, flags in sources]
    cache.keep(compiled._NAME, compiled._KEY, compiled._programs())
    compiled._programs.cache_clear()
    assert compiled._programs().keys() == {(int(flags), source) for source, flags in sources}
    for (source, flags), first in zip(sources, fresh, strict=True):
        expected = re.compile(source, flags)
        assert same(first, expected)
        assert same(compiled.compiled(source, flags), expected)


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
    cache.keep(compiled._NAME, compiled._KEY, {(0, "a+b"): program})
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

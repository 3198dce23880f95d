"""Words of the document, its readers and the facts stand in tables; patterns hold structure."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import postlint
import postlint_rules
import test_demand_signs

HOME = Path(postlint.__file__).parent
RULES = Path(postlint_rules.__path__[0])
ROOMS = [HOME / room for room in ("document", "readers", "facts")]
MODULES = [path for room in ROOMS for path in room.rglob("*.py")]
# Elements of HTML, which a standard lists.
OF_A_STANDARD = HOME / "readers" / "markdown" / "tags.py"
TABLES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for room in ROOMS
    for path in room.rglob("*.toml")
}
WORDS = [
    (name, key, block)
    for name, table in TABLES.items()
    for key, block in table.get("vocabulary", {}).items()
]
# A shorter list is read more easily where it is used.
LEAST = 8
# "hiring", "openings?", "organi[sz]ation", "appl(?:y|ying)".
_WORD = r"[A-Za-z][A-Za-z '’/-]*(?:(?:\[[a-z]+\]|\(\?:[a-z|]+\)|[A-Za-z '’/-])\??)+"
# Words of the language, and not of a subject.
_SMALL = frozenset(
    "about above already also among approximately currently does from have including into more "
    "most nearly over presently that their this under well whose will with eight five four "
    "seven nine three twelve eleven each every which".split()
)
LIST = re.compile(rf"(?<![\w(]){_WORD}(?:\|{_WORD}){{{LEAST - 1},}}")


def lists_in(source: str) -> Iterator[str]:
    """Yield the lists of words in a pattern, of which enough say what is spoken of."""
    for found in LIST.finditer(source):
        words = [set(words.split()) - _SMALL for words in found[0].split("|")]
        if sum(any(len(word) > 3 for word in each) for each in words) >= LEAST:
            yield found[0]


def patterns_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pattern":
            yield from (
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )


@pytest.mark.parametrize(
    "path", sorted({*MODULES} - {OF_A_STANDARD}), ids=lambda path: f"{path.parent.stem}-{path.stem}"
)
def test_no_pattern_is_a_list_of_words(path: Path) -> None:
    assert not [found for source in patterns_of(path) for found in lists_in(source)]


@pytest.mark.parametrize(("name", "key", "block"), WORDS, ids=[f"{n}-{k}" for n, k, _ in WORDS])
def test_a_vocabulary_is_words_that_something_looks_for(name: str, key: str, block: str) -> None:
    """No sign of it means anything in a pattern but the stop and the star, which are known."""
    assert re.fullmatch(r"[\w '’/&.*-]+(?:;\s+[\w '’/&.*-]+)*;?", block.strip().replace("\n", " "))
    asks = "any_of\\(" if name == "words" else rf"vocabulary\(\s*[\"']{name}[\"'],\s*"
    used = re.compile(rf"{asks}[\"']{key}[\"']")
    assert any(used.search(path.read_text("utf-8")) for path in MODULES)


def lists_of(table: object) -> Iterator[list[str]]:
    """Yield the lists of a table: blocks of lines, and lists of words."""
    if isinstance(table, str) and "\n" in table:
        yield [line.strip() for line in table.strip().splitlines() if line.strip()]
    elif isinstance(table, list) and all(isinstance(each, str) for each in table):
        yield table
    elif isinstance(table, dict | list):
        for key in table:
            inner = table[key] if isinstance(table, dict) else key
            if key != "page":
                yield from lists_of(inner)


# The model was trained with what is there twice.
LEARNED = HOME / "facts" / "duties" / "classes.toml"


@pytest.mark.parametrize(
    "path", sorted({*HOME.rglob("*.toml"), *RULES.rglob("*.toml")} - {LEARNED})
)
def test_no_list_says_a_thing_twice(path: Path) -> None:
    for words in lists_of(tomllib.loads(path.read_text("utf-8"))):
        assert [word for word, times in Counter(words).items() if times > 1] == []


def test_a_list_of_words_is_seen() -> None:
    assert list(
        lists_in(r"\b(?:clerks?|gardener|nurses|pilot|organi[sz]er|cook|miller|judge(?:s|ship))")
    )
    assert not list(lists_in(r"\b(?:clerks?|gardener|nurses|\d+|organi[sz]er|cook|miller|judge)\b"))
    assert not list(lists_in(r"(?:and|or|with|from|under|over|about|including|which)"))


def test_demands_are_looked_for_by_the_signs_of_their_lines() -> None:
    """A line that has other signs than were written down would never be read."""
    written = test_demand_signs.SIGNS.read_text(encoding="utf-8")
    assert written == test_demand_signs.made(), test_demand_signs.__doc__

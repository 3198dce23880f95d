"""Names take the word of their field; words of the house stay in running text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((*(ROOT / "src").rglob("*.py"), *(ROOT / "rules").rglob("*.py")))
# What a reader would translate, and what it is called instead.
INSTEAD = {
    "asked": "requested, required",
    "door": "entry",
    "dress": "formatting",
    "dressed": "formatted",
    "kept": "cached, carried",
    "mended": "decoded again, rejoined",
    "put": "inserted, replaced",
    "said": "stated, content",
    "told": "reported, found",
}
# A cache has `get` and `put` everywhere.
ALLOWED = {("report_cache", "put")}


def names_of(tree: ast.AST) -> Iterator[str]:
    """Yield every name that a module gives: to functions, parameters, variables, imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


def words_in(name: str) -> list[str]:
    """Return the words a name is made of: "_saidThere" has "said" and "there"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_")


def refused(path: Path) -> list[str]:
    names = {path.stem, *names_of(ast.parse(path.read_text("utf-8")))}
    return [
        f"{name}: {INSTEAD[word]}"
        for name in sorted(names)
        for word in words_in(name)
        if word in INSTEAD and (path.stem, name) not in ALLOWED
    ]


@pytest.mark.parametrize(
    "room", sorted({path.parent for path in FILES}), ids=lambda room: room.name
)
def test_no_name_is_a_word_that_a_reader_must_translate(room: Path) -> None:
    assert not [
        f"{path.name}: {name}" for path in FILES if path.parent == room for name in refused(path)
    ]


def test_every_exception_is_one() -> None:
    """What is allowed still stands there."""
    held = {
        (path.stem, name) for path in FILES for name in names_of(ast.parse(path.read_text("utf-8")))
    }
    assert held >= ALLOWED


@pytest.mark.parametrize("source", ["said = 1", "def _put_in(): ...", "class ToldApart: ..."])
def test_a_name_of_the_house_is_seen(source: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(source, "utf-8")
    assert refused(path)


# What every program has: it says nothing of a posting.
COMMON = {"check", "dump", "load", "postlint_rules", "serve"}


def test_the_name_of_a_function_means_one_thing_or_two() -> None:
    homes: dict[str, list[str]] = {}
    for path in FILES:
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name[0] != "_":
                homes.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    many = {name: where for name, where in homes.items() if len(where) > 2}
    assert many.keys() == COMMON, many


# What is written for people or for another program, and named as what it shows.
SHOWN = {"assistants"}
# Names of a sheet's columns, as a setting and as the command has them.
SAME = {"Columns"}


def types_of(tree: ast.Module) -> Iterator[str]:
    """Yield the names of a module's own classes, and of what stands for a type."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
            yield ast.unparse(node.target)
        elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Literal["):
            yield ast.unparse(node.targets[0])


def test_the_name_of_a_type_means_one_thing() -> None:
    homes: dict[str, set[str]] = {}
    for path in FILES:
        for name in types_of(ast.parse(path.read_text("utf-8"))):
            if name[0] != "_" and path.stem not in SHOWN:
                homes.setdefault(name, set()).add(str(path.relative_to(ROOT)))
    several = {name: where for name, where in homes.items() if len(where) > 1}
    assert several.keys() == SAME, several

"""The kit: it has all that a rule is written with, and our packs use nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import postlint.rules
import postlint_rules

HOME = Path(postlint_rules.__file__).parent
FILES = sorted(path for path in HOME.rglob("*.py") if path.parent != HOME)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_packs_import_the_kit_and_their_own_family(path: Path) -> None:
    family = f"postlint_rules.{path.parent.name}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.startswith("postlint"):
                assert name == "postlint.rules" or name.startswith(f"{family}."), name


def test_the_kit_names_what_it_offers() -> None:
    """Every name is there, in the order that the linter of this project sorts by."""
    offered = postlint.rules.__all__
    assert not [name for name in offered if not hasattr(postlint.rules, name)]
    assert len(offered) == len(set(offered))

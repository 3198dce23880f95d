"""What is kept of rules between runs is kept for one state of the code and tables they are of."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from postlint.cache import state_of


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a table in a folder of its own, as the kit has its laws."""
    folder = tmp_path / "alder_rules"
    (folder / "laws").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "laws" / "pay.toml").write_text("[us-xx-pay]\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "alder_rules", raising=False)
    return folder


def state() -> str:
    """Return the state as the next run would see it."""
    state_of.cache_clear()
    return state_of("alder_rules")


@pytest.mark.parametrize("changed", ["__init__.py", "laws/pay.toml"])
def test_a_change_below_the_folder_is_another_state(package: Path, changed: str) -> None:
    """The text of a law stands in a subfolder, and a rule's description has it."""
    before = state()
    assert state() == before
    (package / changed).write_text("# another text\n")
    assert state() != before


def test_bytecode_is_no_part_of_the_state(package: Path) -> None:
    """It is written while a run goes on, and says nothing new."""
    before = state()
    (package / "laws" / "__pycache__").mkdir()
    (package / "laws" / "__pycache__" / "pay.py").write_text("")
    os.utime(package)
    assert state() == before

"""What is kept of rules between runs is kept for one state of the code and tables they are of."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from postlint import cache
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


def test_an_installed_package_is_told_by_the_list_of_its_files(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list has a digest of each, and only of a package that was installed with it."""
    root = str(package.parent)
    listed = b"alder_rules.dist-info/METADATA,,\nalder_rules/__init__.py,sha256=1,0\n"
    monkeypatch.setattr(cache, "_installed", lambda: (root, listed, "one"))
    assert state() == "one"
    monkeypatch.setattr(
        cache, "_installed", lambda: (root, b"alder_rules.dist-info/RECORD,,", "two")
    )
    assert state() != "two"
    monkeypatch.setattr(cache, "_installed", lambda: (str(package), listed, "three"))
    assert state() != "three"


def test_what_nobody_has_made_anew_for_weeks_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store would else keep the phrases of every state of the rules there ever was."""
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path))
    cache.folder.cache_clear()
    try:
        for name in ("old", "young"):
            cache.store(name, "key", [name])
        strange = tmp_path / "strange.bin"
        strange.write_bytes(b"not ours")
        for path in (tmp_path / "old.bin", strange):
            os.utime(path, (0, 0))
        cache.store("new", "key", ["new"])
        assert {path.name for path in tmp_path.glob("*.bin")} == {
            "new.bin",
            "young.bin",
            "strange.bin",
        }
    finally:
        cache.folder.cache_clear()


def test_an_entry_in_the_place_of_another_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of two packs has one key where the same release has both."""
    monkeypatch.setenv("POSTLINT_CACHE_DIR", str(tmp_path))
    cache.folder.cache_clear()
    cache.store("rules-alder", "7", {"a": 1})
    (tmp_path / "rules-birch.bin").write_bytes((tmp_path / "rules-alder.bin").read_bytes())
    assert cache.cached("rules-alder", "7") == {"a": 1}
    assert cache.cached("rules-birch", "7") is None
    cache.folder.cache_clear()

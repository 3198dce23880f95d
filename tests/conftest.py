"""What all tests share: the rule corpora are tests, through the kit pack authors use."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["postlint.testing.plugin", "pytester"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path

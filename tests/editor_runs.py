"""What the tests of editors have in common: a posting with a fix, and programs to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

EDITORS = Path(__file__).parents[1] / "editors"
# The emoji stands before a finding: columns are in other units behind it.
POSTING = """# Technology Director 🏫

Organization: Riverbend Unified School District

## Duties

%% postlint: ignore ADA004 -- nothing here is silenced
- Leads the district's technology plan. 🏫 (E)
- Installs printers.
"""
FIXED = POSTING.replace("%% postlint: ignore ADA004 -- nothing here is silenced\n", "")
SERVER = (sys.executable, "-m", "postlint", "lsp")


def program(name: str) -> str:
    """Return where a program is, or skip the test and say that it is not installed."""
    pytest.importorskip("pygls", reason="the server needs postlint[lsp]")
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def run(command: Sequence[str], folder: Path, **more: str) -> str:
    """Run an editor with an empty home and return what it printed."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    places: Mapping[str, str] = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    made = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **places, **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout + made.stderr

"""The extension for VS Code: its own tests in node, its types, and its package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from editor_runs import EDITORS, program

EXTENSION = EDITORS / "vscode"


def npm(*words: str) -> str:
    """Run npm in the extension's folder, without network, and return what it printed."""
    made = subprocess.run(
        [program("npm"), *words],
        cwd=EXTENSION,
        env={**os.environ, "POSTLINT_PYTHON": sys.executable, "npm_config_offline": "true"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    program("node")
    if not (EXTENSION / "node_modules" / ".package-lock.json").exists():
        pytest.skip("the npm packages are not installed (npm ci in editors/vscode)")


@pytest.fixture(scope="module")
def tried() -> str:
    """What the extension's own tests printed."""
    return npm("run", "--silent", "test")


def test_its_logic_and_its_colours_agree_with_the_server_and_the_parser(tried: str) -> None:
    assert "# fail 0" in tried
    assert "example 1 is coloured as it is read" in tried
    assert "a posting's findings are shown" in tried


def test_its_types_hold() -> None:
    npm("run", "--silent", "check")


@pytest.mark.usefixtures("tried")  # both write the bundle
def test_it_is_packaged_without_network(tmp_path: Path) -> None:
    npm("run", "--silent", "package")
    made = shutil.move(EXTENSION / "dist" / "postlint.vsix", tmp_path)
    with zipfile.ZipFile(made) as package:
        names = set(package.namelist())
        manifest = json.loads(package.read("extension/package.json"))
    for name in ("dist/extension.js", "syntaxes/posting.tmLanguage.json", "icons/posting-dark.svg"):
        assert f"extension/{name}" in names
    assert not [name for name in names if "node_modules" in name or name.endswith(".ts")]
    assert manifest["contributes"]["languages"][0]["id"] == "posting"

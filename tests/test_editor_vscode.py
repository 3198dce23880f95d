"""The extension for VS Code: its own tests, its types, its package, and inside VS Code."""

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


def test_it_holds_against_the_server_and_the_parser_and_is_packaged(tmp_path: Path) -> None:
    """One test for all, because each step writes the bundle."""
    program("node")
    if not (EXTENSION / "node_modules" / ".package-lock.json").exists():
        pytest.skip("the npm packages are not installed (npm ci in editors/vscode)")
    npm("run", "--silent", "check")
    tried = npm("run", "--silent", "test")
    assert "# fail 0" in tried
    assert "example 1 is coloured as it is read" in tried
    assert "a posting's findings are shown" in tried
    npm("run", "--silent", "package")
    made = shutil.move(EXTENSION / "dist" / "postlint.vsix", tmp_path)
    with zipfile.ZipFile(made) as package:
        names = set(package.namelist())
        manifest = json.loads(package.read("extension/package.json"))
    for name in ("dist/extension.js", "syntaxes/posting.tmLanguage.json", "icons/posting-dark.svg"):
        assert f"extension/{name}" in names
    assert not [name for name in names if "node_modules" in name or name.endswith(".ts")]
    assert manifest["contributes"]["languages"][0]["id"] == "posting"


def test_it_works_inside_a_real_vs_code(tmp_path: Path) -> None:
    """A person's steps in VS Code itself, served to a browser; on request, for its size."""
    home = os.environ.get("POSTLINT_VSCODE", "")
    if not home:
        pytest.skip("VS Code is not installed (editors/vscode/README.md; POSTLINT_VSCODE says it)")
    program("chromium")
    npm("run", "--silent", "package")
    made = shutil.move(EXTENSION / "dist" / "postlint.vsix", tmp_path)
    tried = subprocess.run(
        [program("node"), str(EXTENSION / "test" / "inside" / "drive.mjs"), str(made)],
        env={**os.environ, "POSTLINT_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "a rule's page is read as a page" in tried.stdout
    assert "the scorecard follows the text" in tried.stdout

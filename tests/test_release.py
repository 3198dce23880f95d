"""A release is made by one script, which is run here on a clone and publishes nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
HOME = "https://code.example.org/alder/postlint"
SCRIPT = ROOT / ".ci" / "release"

pytestmark = pytest.mark.skipif(
    not SCRIPT.exists() or not (ROOT / ".git").exists(), reason="this is no clone"
)


def git(where: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=where, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone with what is in the tree, committed."""
    pytest.importorskip("towncrier", reason="the changelog needs towncrier")
    pytest.importorskip("hatchling", reason="building needs hatchling")
    place = tmp_path_factory.mktemp("release") / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--no-tags", str(ROOT), str(place)],
        check=True,
        capture_output=True,
    )
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").split("\n")
    for name in listed:
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    git(place, "config", "user.name", "A")
    git(place, "config", "user.email", "a@example.org")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--allow-empty", "--message", "The tree")
    return place


def release(clone: Path, version: str, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ".ci/release", version, "--home", HOME, *more],
        cwd=clone,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_release_is_version_changelog_archives_and_tag(clone: Path, tmp_path: Path) -> None:
    notes = [note.name for note in (clone / "changelog.d").glob("*.md")]
    assert notes
    done = release(clone, "0.9.0", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    # The tag is what pre-commit asks for, and has the hooks and the version in it.
    assert git(clone, "tag", "--list") == "v0.9.0"
    assert git(clone, "status", "--porcelain") == ""
    assert "id: postlint" in git(clone, "show", "v0.9.0:.pre-commit-hooks.yaml")
    assert '__version__ = "0.9.0"' in git(clone, "show", "v0.9.0:src/postlint/version.py")
    assert json.loads((clone / "editors/vscode/package.json").read_text("utf-8"))["version"] == (
        "0.9.0"
    )
    assert f"- repo: {HOME}\n    rev: v0.9.0" in (clone / "README.md").read_text("utf-8")
    assert not list((clone / "changelog.d").glob("*.*.md"))
    changes = (clone / "CHANGELOG.md").read_text("utf-8")
    assert "## 0.9.0 (" in changes
    (wheel,) = tmp_path.glob("postlint-0.9.0-*.whl")
    (archive,) = tmp_path.glob("postlint-0.9.0.tar.gz")
    assert archive.stat().st_size > 100_000
    with zipfile.ZipFile(wheel) as opened:
        (name,) = [name for name in opened.namelist() if name.endswith("METADATA")]
        told = opened.read(name).decode()
    assert f"Project-URL: Homepage, {HOME}" in told
    assert f"Project-URL: Changelog, {HOME}/blob/v0.9.0/CHANGELOG.md" in told
    # An index shows the page without the files beside it.
    _, _, page = told.partition("\n\n")
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", page))
    assert links
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    assert _sarif_driver(wheel, tmp_path)["informationUri"] == HOME
    again = release(clone, "0.9.0")
    assert (again.returncode, "is tagged already" in again.stderr) == (2, True)
    earlier = release(clone, "0.8.9")
    assert (earlier.returncode, "does not come after" in earlier.stderr) == (2, True)


def _sarif_driver(wheel: Path, tmp_path: Path) -> dict[str, Any]:
    """Return what a run of the wheel says of its tool: a released copy knows its home."""
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(place)
    text = tmp_path / "clerk.md"
    text.write_text("# Clerk\n\n## Duties\n\n- Files papers.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "check", str(text), "--output-format", "sarif"],
        env={**os.environ, "PYTHONPATH": str(place), "XDG_CACHE_HOME": str(tmp_path / "cache")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    driver: dict[str, Any] = json.loads(done.stdout)["runs"][0]["tool"]["driver"]
    return driver


def test_no_release_is_made_of_what_is_not_committed_or_no_version(clone: Path) -> None:
    assert "is no version" in release(clone, "next").stderr
    draft = clone / "draft.txt"
    draft.write_text("x", encoding="utf-8")
    try:
        assert "not committed" in release(clone, "9.9.9").stderr
    finally:
        draft.unlink()

"""The hook stops a commit with a bad posting and lets a good one pass.

Real pre-commit runs against a throwaway repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"

yaml = pytest.importorskip("yaml", reason="pre-commit, and PyYAML with it, is not installed")
PRE_COMMIT = [sys.executable, "-m", "pre_commit"]

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(
        subprocess.run([*PRE_COMMIT, "--version"], capture_output=True, check=False).returncode
        != 0,
        reason="pre-commit is not installed",
    ),
    pytest.mark.skipif(not HOOKS.exists(), reason="the hook's description is not in this copy"),
]

GOOD = """# Branch Librarian

Reports to: Library Director
Salary: $61,000 - $74,000 per year
Closes: 2027-01-15

## Essential functions

- Leads the branch and its staff of nine.
- Plans and oversees the budget of the branch.
- Builds partnerships with schools and community groups.

## Qualifications

- A degree in library science, or experience that equals it.

## Equal opportunity

The county is an equal opportunity employer.
It does not discriminate on the basis of race, color, religion, sex, sexual
orientation, gender identity, national origin, age, disability, genetic
information or veteran status.
Reasonable accommodation is available to applicants; ask Human Resources.
"""
# One slip that no choice of rules can hide.
BAD = GOOD.replace("## Qualifications", "##Qualifications")


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which neither git nor pre-commit sees the user's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return {
        **kept,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
    }


def run(arguments: list[str], cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a repository."""
    return subprocess.run(
        arguments,
        cwd=cwd,
        env=environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )


def repository(folder: Path, home: Path, files: dict[str, str]) -> Path:
    """Make a repository with files that are added and not yet committed."""
    folder.mkdir(exist_ok=True)
    assert run(["git", "init", "--quiet"], folder, home).returncode == 0
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(["git", "add", "--all"], folder, home).returncode == 0
    return folder


def shipped_hook(name: str = "postlint") -> dict[str, Any]:
    """Return a hook as it is shipped."""
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    (hook,) = [hook for hook in hooks if hook["id"] == name]
    return dict(hook)


def test_the_hook_is_described_as_pre_commit_asks() -> None:
    done = subprocess.run(
        [*PRE_COMMIT, "validate-manifest", str(HOOKS)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    hook = shipped_hook()
    assert hook["id"] == "postlint"
    assert hook["language"] == "python"
    assert hook["require_serial"] is True


def test_a_commit_with_a_bad_posting_stops_and_a_good_one_passes(tmp_path: Path) -> None:
    """The shipped entry and files, run with the postlint that is installed here."""
    entry = shipped_hook()["entry"].replace("postlint", f"{sys.executable} -m postlint", 1)
    hook = {**shipped_hook(), "language": "system", "entry": entry}
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    files = {
        ".pre-commit-config.yaml": config,
        "postlint.toml": 'exclude = ["old/**"]\n',
        "jobs/good.posting": GOOD,
        "old/bad.posting": BAD,
        "notes.txt": "##Notes",
    }
    folder = repository(tmp_path / "postings", tmp_path, files)
    assert run([*PRE_COMMIT, "install"], folder, tmp_path).returncode == 0

    good = run(["git", "commit", "-m", "A good posting"], folder, tmp_path)
    assert good.returncode == 0, good.stderr + good.stdout
    assert "Passed" in good.stderr + good.stdout

    (folder / "jobs" / "bad.posting").write_text(BAD, encoding="utf-8")
    run(["git", "add", "--all"], folder, tmp_path)
    bad = run(["git", "commit", "-m", "A bad posting"], folder, tmp_path)
    said = bad.stderr + bad.stdout
    assert bad.returncode == 1
    assert os.path.join("jobs", "bad.posting") in said  # noqa: PTH118
    assert "13:1  warning  POST001 heading-without-blank" in said
    assert "good.posting" not in said
    assert "notes.txt" not in said
    log = run(["git", "log", "--format=%s"], folder, tmp_path)
    assert log.stdout == "A good posting\n"


def test_the_formatting_hook_formats_and_stops_the_commit_once(tmp_path: Path) -> None:
    shipped = shipped_hook("postlint-fmt")
    assert shipped["require_serial"] is True
    hook = {**shipped, "language": "system", "entry": f"{sys.executable} -m postlint fmt"}
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    loose = GOOD.replace("- Leads", "*   Leads")
    files = {".pre-commit-config.yaml": config, "jobs/loose.posting": loose, "notes.md": "* a\n"}
    folder = repository(tmp_path / "postings", tmp_path, files)
    assert run([*PRE_COMMIT, "install"], folder, tmp_path).returncode == 0

    first = run(["git", "commit", "-m", "Loose"], folder, tmp_path)
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stderr + first.stdout
    assert "- Leads" in (folder / "jobs" / "loose.posting").read_text(encoding="utf-8")
    assert (folder / "notes.md").read_text(encoding="utf-8") == "* a\n"
    run(["git", "add", "--all"], folder, tmp_path)
    assert run(["git", "commit", "-m", "Formatted"], folder, tmp_path).returncode == 0


def test_the_hook_installs_from_the_repository(tmp_path: Path) -> None:
    """pre-commit builds the project into an environment of its own, and runs it there."""
    project = tmp_path / "project"
    project.mkdir()
    for name in ("src", "rules", "grammar"):
        shutil.copytree(
            ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    for name in ("pyproject.toml", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, project / name)
    repository(project, tmp_path, {})
    committed = run(["git", "commit", "--quiet", "-m", "postlint"], project, tmp_path)
    assert committed.returncode == 0, committed.stderr

    files = {"good.posting": GOOD, "bad.posting": BAD}
    folder = repository(tmp_path / "postings", tmp_path, files)
    command = [*PRE_COMMIT, "try-repo", str(project), "postlint", "--files"]
    good = run([*command, "good.posting"], folder, tmp_path)
    said = good.stdout + good.stderr
    if "An unexpected error has occurred" in said and "pip" in said:
        pytest.skip("pip could not fetch what the hook's environment needs")
    assert good.returncode == 0, said
    assert "Passed" in good.stdout

    bad = run([*command, "bad.posting"], folder, tmp_path)
    assert bad.returncode == 1
    assert "POST001 heading-without-blank" in bad.stdout

"""Which files a git revision does not have as they are now.

Git is asked for names only, and with what a repository could make it run
switched off: nothing in a checked folder is executed.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from postlint.errors import PostlintError

_QUIET = (
    "git",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "diff.external=",
    "--no-optional-locks",
)  # fmt: skip
_SECONDS = 60


class GitError(PostlintError):
    """Git could not say what changed."""


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Return the real paths of the files that differ from a revision, new ones included.

    Raises `GitError` outside a repository, for a revision there is not, and
    without git.
    """
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n")))
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    try:
        commit = _git(folder, *words).decode("ascii", "replace").strip()
    except GitError as error:
        raise GitError(f"git knows no revision '{revision}'") from error
    names = _git(top, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv",
                 "--no-renames", "--ignore-submodules", "--diff-filter=d", commit, "--",
                 unset=_own_filters(top))  # fmt: skip
    names += _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(
        os.path.realpath(top / os.fsdecode(name)) for name in names.split(b"\0") if name
    )


def _own_filters(folder: Path) -> tuple[str, ...]:
    """Return the filters that the repository itself brings, and git would run its files through."""
    listed = _git(folder, "config", "--null", "--show-scope", "--name-only", "--list").split(b"\0")
    return tuple(
        os.fsdecode(name)
        for scope, name in zip(listed[::2], listed[1::2], strict=False)
        if scope in (b"local", b"worktree") and name.startswith(b"filter.")
    )


def _git(folder: Path, *arguments: str, unset: tuple[str, ...] = ()) -> bytes:
    # No object that is missing is fetched, with a program that the repository names.
    around = {**os.environ, "GIT_ALLOW_PROTOCOL": "none"}
    there = around.get("GIT_CONFIG_COUNT", "")
    first = int(there) if there.isdecimal() else 0
    around["GIT_CONFIG_COUNT"] = str(first + len(unset))
    for number, name in enumerate(unset, first):
        around[f"GIT_CONFIG_KEY_{number}"] = name
        around[f"GIT_CONFIG_VALUE_{number}"] = ""
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program and no shell
            [*_QUIET, *arguments],
            cwd=folder,
            env=around,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed, and only it can tell what changed") from error
    except subprocess.TimeoutExpired as error:
        raise GitError("git took too long to tell what changed") from error
    if done.returncode != 0:
        problem = os.fsdecode(done.stderr).strip().split("\n")[0]
        raise GitError(f"git cannot tell what changed: {problem or 'it gave no reason'}")
    return done.stdout

"""The plainest arguments of `check` are read without click, and as click reads them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from postlint.cli.check import check
from postlint.cli.plain import plain_request
from postlint.cli.run import CheckOptions
from postlint.render import FORMATS

WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["--no-cache", "--quiet", "-q", "--verdicts", "--full", "--isolated", "--format"]
        ),
        st.sampled_from([*FORMATS, "json=out.json", "--format=json", "--diff", "-", "--", ""]),
        st.sampled_from(["a.txt", "postings", "-n", "check", "x=y", "clerk --no-cache"]),
    ),
    max_size=6,
)


def by_click(arguments: list[str]) -> dict[str, Any]:
    """Return what click makes of arguments."""
    return check.make_context("check", arguments).params


@given(WORDS)
def test_what_is_plain_is_read_as_click_reads_it(words: list[str]) -> None:
    plain = plain_request(["check", *words])
    if plain is not None:
        defaults = CheckOptions()._asdict()
        read = {name: value for name, value in by_click(words).items() if value not in (None, ())}
        assert not read.pop("watch")  # which is the command's, and asks for no check
        assert {**defaults, **plain} == {**defaults, "formats": (), **read}


@pytest.mark.parametrize(
    "words",
    [[], ["--format"], ["-"], ["--", "a"], ["a", "--fix"], ["a", "--format", "xml"], ["a", "-qq"]],
)
def test_what_is_not_plain_is_left_to_click(words: list[str]) -> None:
    assert plain_request(["check", *words]) is None


def test_other_commands_and_completion_are_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain_request(["rules"]) is None
    assert plain_request([]) is None
    assert plain_request(["check", "a"]) is not None
    monkeypatch.setenv("_POSTLINT_COMPLETE", "bash_complete")
    assert plain_request(["check", "a"]) is None


def test_a_plain_check_does_not_import_click(tmp_path: Path) -> None:
    posting = tmp_path / "clerk.txt"
    posting.write_text("Town Clerk\n\nDuties:\n- Keeps the records.\n", encoding="utf-8")
    program = (
        "import sys; from postlint.__main__ import main; "
        f"main(['check', '--format', 'concise', '--no-cache', {str(posting)!r}]); "
        "print('click' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split()[-1] == b"False"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no terminals to try here")
def test_what_goes_to_a_pager_is_wrapped_at_the_terminal_it_ends_on(tmp_path: Path) -> None:
    import fcntl  # noqa: PLC0415  # Windows has none
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    (tmp_path / "a.posting").write_text("# Cook\n\n## Duties\n\n- Cooks.\n", encoding="utf-8")
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "check", "a.posting"],
        cwd=tmp_path, env=environment, check=False, text=True,
        stdout=subprocess.PIPE, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 1
    assert 40 < max(map(len, done.stdout.splitlines())) <= 50

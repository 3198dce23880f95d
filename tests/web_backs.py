"""The two backs of the page: the command's server, and plain files with postlint inside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from browsers import WEB, npm_package


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command in an empty folder, and give its process and its address."""
    pytest.importorskip("uvicorn", reason="the page's back needs postlint[web]")
    command = [sys.executable, "-m", "postlint", "serve", "--no-browser", *arguments]
    process = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{30,}/", line)
        assert found is not None, line + process.stderr.read()
        yield process, found[0]
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """Serve a folder's files as any server of files does, and give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def build(kind: str, folder: Path) -> None:
    """Build the page into a folder, or skip the test where what it needs is not installed."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    npm_package("esbuild")
    python = next((one for one in (sys.executable, shutil.which("python3")) if _has_pip(one)), None)
    if kind == "static" and python is None:
        pytest.skip("pip is not installed")
    made = subprocess.run(
        [node, "build.mjs", kind, str(folder)],
        cwd=WEB,
        env={**os.environ, "PYTHON": python or "", "WHEELS": str(folder.parent / "wheels")},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,  # it compiles, and other tests may be running
    )
    assert made.returncode == 0, made.stderr[-4000:]


def _has_pip(python: str | None) -> bool:
    if python is None:
        return False
    made = subprocess.run(
        [python, "-m", "pip", "--version"], capture_output=True, check=False, timeout=60
    )
    return made.returncode == 0

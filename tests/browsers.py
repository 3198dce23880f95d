"""A browser for the tests of the page: Debian's Chromium, without a screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

WEB = Path(__file__).parents[1] / "web"
_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium() -> str:
    """Return where the browser is, or skip the test and say that it is not installed."""
    pytest.importorskip("playwright", reason="the page's tests need playwright")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("chromium is not installed")
    return found


def npm_package(name: str) -> Path:
    """Return the folder of a package of the page's, or skip the test."""
    folder = WEB / "node_modules" / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not installed: npm ci in web/")
    return folder


@contextmanager
def browser() -> Iterator[Any]:
    """Run the browser."""
    program = chromium()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # an extra of the tests

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        try:
            yield made
        finally:
            made.close()

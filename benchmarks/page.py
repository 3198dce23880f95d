"""What a keystroke costs on the page: the server's answer, and that of postlint in the browser.

    cd web && npm ci && npm run static
    python benchmarks/page.py web/dist/page

Both backs answer the same question from the same Chromium, in turns: a posting
that grew by a letter. The shortest of each counts, which other work on the
machine disturbs least, and the ratio between them is what Pyodide costs. A
second visit is timed too, from reload until it is ready.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browsers import browser  # noqa: E402  # the tests' own
from postlint.web.desk import Desk  # noqa: E402  # behind the path
from web_backs import files, served  # noqa: E402

_SERVER = """async ([text, key]) => {
    const start = performance.now();
    const answer = await fetch("api/look", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text: text + key, employer: {} }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.json();
    return performance.now() - start;
}"""
_INSIDE = """async ([text, key]) => {
    globalThis.back ??= await new Promise((done) => {
        const worker = new Worker("worker.js", { type: "module" });
        worker.onmessage = (event) => event.data.ready && done(worker);
    });
    const start = performance.now();
    const question = JSON.stringify({ text: text + key, employer: {} });
    const answer = await new Promise((done, failed) => {
        back.onmessage = (event) =>
            event.data.answer ? done(event.data.answer) : failed(new Error(event.data.failed));
        back.postMessage({ id: 0, name: "look", question });
    });
    if (!JSON.parse(answer).ok) throw new Error(answer);
    return performance.now() - start;
}"""


def main() -> None:
    """Print the shortest time of each back, and what lies between them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path, help="the folder of the page without a server")
    parser.add_argument("--text", type=Path, default=ROOT / "examples/no-essential-marks.posting")
    parser.add_argument("--keys", type=int, default=150)
    asked = parser.parse_args()
    text = asked.text.read_text(encoding="utf-8")
    with (
        tempfile.TemporaryDirectory() as empty,
        browser() as chrome,
        served(Path(empty)) as (_, server),
        files(asked.page) as inside,
    ):
        pages = [(_opened(chrome, server), _SERVER), (_opened(chrome, inside), _INSIDE)]
        times: list[list[float]] = [[], []]
        for key in range(asked.keys):
            for (page, ask), kept in zip(pages, times, strict=True):
                kept.append(page.evaluate(ask, [text, "x" * key]))
        one, other = (min(kept) for kept in times)
        middle = ", ".join(f"{statistics.median(kept):.0f}" for kept in times)
        print(f"{len(text):,} characters: server {one:.1f} ms, browser {other:.1f} ms a keystroke")
        bare = _bare(text, asked.keys)
        print(f"medians: {middle} ms")
        print(f"the browser's answer takes {other / one:.1f} times the server's")
        print(
            f"Pyodide takes {other / bare:.1f} times what the same code takes here, {bare:.1f} ms"
        )
        print(f"a second visit: {_again(pages[1][0]):.1f} s until it is ready")


def _bare(text: str, keys: int) -> float:
    """Return the milliseconds that the answer itself takes in this Python."""
    desk = Desk()
    times = []
    for key in range(keys):
        start = time.perf_counter()
        json.dumps(desk.look({"text": text + "x" * key}))
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def _opened(chrome: Any, address: str) -> Any:
    page = chrome.new_context().new_page()
    page.set_default_timeout(120_000)
    page.goto(address)
    page.wait_for_selector("html[data-ready=yes]")
    return page


def _again(page: Any) -> float:
    """Return the median of three visits more."""
    page.wait_for_selector("html[data-offline=yes]")
    times = []
    for _ in range(3):
        start = time.monotonic()
        page.reload()
        page.wait_for_selector("html[data-ready=yes]")
        times.append(time.monotonic() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()

"""What a keystroke costs in the language server, beside a server that only echoes.

    python benchmarks/lsp.py [POSTING] [--size BYTES] [--keys N] [--max-ms MS] [--json]

Letters are typed into a posting of 12 KB, one after another; the time of each
runs from the moment the change is sent until diagnostics of its version are
back. The echo server is pygls with nothing behind it: it answers every change
with no diagnostics, so that what is left over it is postlint's own. Both run as
processes of the same interpreter, in turns, in one run; take the difference.
Where other programs keep the machine busy, look at the time "at work": what
the server's threads ran, without what they waited; Linux tells it. It is a
mean, and holds what the server does after its answer as well.

POSTING is taken as it is where it has the size, and otherwise made longer with
its own list items, renumbered. Without one it is the longest of the examples.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "examples"
URI = "file:///benchmark/cto.posting"
ECHO = """
from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

server = LanguageServer("echo", "1")

@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def did_open(params):
    answer(params.text_document)

@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def did_change(params):
    answer(params.text_document)

def answer(document):
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(
        uri=document.uri, version=document.version, diagnostics=[]))

server.start_io()
"""
SERVERS = {
    "echo": [sys.executable, "-c", ECHO],
    "postlint": [sys.executable, "-m", "postlint", "lsp"],
}


class Server:
    """A server as a process, and the little of the protocol that typing needs."""

    def __init__(self, command: list[str], text: str) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.process.stdin is None or self.process.stdout is None:
            raise SystemExit("the server has no pipes")
        self._stdin, self._stdout = self.process.stdin, self.process.stdout
        self.version = 1
        self._send("initialize", {"processId": None, "capabilities": {}}, number=1)
        self._until(lambda told: told.get("id") == 1)
        self._send("initialized", {})
        item = {"uri": URI, "languageId": "posting", "version": 1, "text": text}
        self._send("textDocument/didOpen", {"textDocument": item})
        self._shown()

    def _send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        data = json.dumps(message).encode()
        self._stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._stdin.flush()

    def _until(self, wanted: Any) -> dict[str, Any]:
        out = self._stdout
        while True:
            length = 0
            while (line := out.readline().strip()) or not length:
                if not line and self.process.poll() is not None:
                    raise SystemExit("the server has left")
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            told: dict[str, Any] = json.loads(out.read(length))
            if wanted(told):
                return told

    def _shown(self) -> int:
        told = self._until(
            lambda told: (
                told.get("method") == "textDocument/publishDiagnostics"
                and told["params"].get("version") == self.version
            )
        )
        return len(told["params"]["diagnostics"])

    def type(self, letter: str, line: int, column: int) -> float:
        """Return the seconds from a letter to its diagnostics."""
        self.version += 1
        place = {"line": line, "character": column}
        change = {"range": {"start": place, "end": place}, "text": letter}
        document = {"uri": URI, "version": self.version}
        start = time.perf_counter()
        self._send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        self._shown()
        return time.perf_counter() - start

    def work(self) -> float | None:
        """Return the seconds its threads have been at work, where the system tells."""
        try:
            tasks = list(Path(f"/proc/{self.process.pid}/task").iterdir())
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9
        except (OSError, ValueError):
            return None

    def leave(self) -> None:
        """End the server as the protocol asks."""
        self._send("shutdown", None, number=2)
        self._until(lambda told: told.get("id") == 2)
        self._send("exit", None)
        self.process.wait(30)


def posting(path: Path | None, size: int) -> str:
    """Return a posting of a size: its lines of duties and demands written again, renumbered."""
    path = path or max(EXAMPLES.glob("*.posting"), key=lambda one: one.stat().st_size)
    text = path.read_text(encoding="utf-8")
    if len(text) >= size:
        return text
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    if not lines:
        raise SystemExit(f"{path}: no line begins with '- '")
    last = text.rindex(lines[-1]) + len(lines[-1])
    more: list[str] = []
    while len(text) + sum(map(len, more)) < size:
        line = lines[len(more) % len(lines)]
        more.append(f"\n{line[:2]}In area {len(more) + 1}: {line[2:]}")
    return text[:last] + "".join(more) + text[last:]


def run(text: str, keys: int) -> dict[str, float]:
    """Type into both servers in turns and return the figures by name, in milliseconds."""
    servers = {name: Server(command, text) for name, command in SERVERS.items()}
    times: dict[str, list[float]] = {name: [] for name in servers}
    lines = text.split("\n")
    line = next(n for n in range(len(lines) // 2, len(lines)) if len(lines[n]) > 20)
    for server in servers.values():
        server.type("a", line, 2)  # what is loaded for the first keystroke alone is not counted
    before = {name: server.work() for name, server in servers.items()}
    words = "plans the budget with the board "
    for number in range(keys):
        for name, server in servers.items():
            times[name].append(server.type(words[number % len(words)], line, 2 + number))
    after = {name: server.work() for name, server in servers.items()}
    for server in servers.values():
        server.leave()
    figures = {"size": float(len(text.encode())), "keys": float(keys)}
    for name, taken in times.items():
        figures[f"{name} median"] = statistics.median(taken) * 1000
        figures[f"{name} 95th"] = statistics.quantiles(taken, n=20)[-1] * 1000
        start, end = before[name], after[name]
        if start is not None and end is not None:
            figures[f"{name} work"] = (end - start) / keys * 1000
    figures["server"] = figures["postlint median"] - figures["echo median"]
    if all(f"{name} work" in figures for name in times):
        figures["server work"] = figures["postlint work"] - figures["echo work"]
    return figures


def _work(figures: dict[str, float], name: str) -> str:
    found = figures.get(f"{name} work")
    return "" if found is None else f"   at work {found:6.1f}"


def main() -> int:
    """Print the figures; return 1 where a keystroke costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("posting", nargs="?", type=Path)
    parser.add_argument("--size", type=int, default=12 * 1024)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--max-ms", type=float)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    figures = run(posting(chosen.posting, chosen.size), chosen.keys)
    if chosen.json:
        print(json.dumps(figures))
    else:
        print(f"a keystroke in {figures['size'] / 1024:.1f} KB, {chosen.keys} times, milliseconds")
        for name in SERVERS:
            median, slow = figures[f"{name} median"], figures[f"{name} 95th"]
            print(f"  {name:9} median {median:6.1f}   95th {slow:6.1f}{_work(figures, name)}")
        over = _work(figures, "server")
        print(f"  {'server':9} {figures['server']:13.1f}   {'':11}{over}   (postlint over echo)")
    if chosen.max_ms is not None and figures["server"] > chosen.max_ms:
        print(f"A keystroke costs more than {chosen.max_ms:g} ms.")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

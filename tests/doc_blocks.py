"""What stands in the documentation's fenced blocks, and how each kind of block is tried.

A block is told by the first word of its info string; further words say more:

| word | means |
| --- | --- |
| `file=NAME` | the block is that file, and later blocks of the page find it |
| `not-run` | the block cannot be run here; few are so |
| `output` | a `text` block that shows what the Python block above it prints |
| `finds=CODE` | a `posting` block whose slip is wanted; others must have none |
| `fragment` | a `posting` block that is a part of one |

Console blocks have commands after `$ ` and their output below. In output, a
line `...` stands for any lines, and `...` in a line for any words. Each page
is tried in a folder of its own that holds a copy of `examples/`.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

from postlint.cli.entry import enter
from postlint.config.find import forget

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"(?P<indent> *)(?P<ticks>`{3,})(?P<info>[^`]*)\Z")
# Signs of the shell: a line that has one is given to bash.
_SHELL = re.compile(r"[|<>;&$`]|\A\w+=")
_FAULT = re.compile("could not be checked: |went wrong in postlint itself|^Traceback", re.MULTILINE)
# A command and its exit code, which needs no shell.
_TOLD = re.compile(r"(?P<line>[^;]+); echo (?P<words>[^;|<>]*\$\?\"?)")
_PROGRAMS = frozenset(
    {
        "postlint",
        "cat",
        "cd",
        "cmp",
        "cp",
        "echo",
        "git",
        "grep",
        "head",
        "ls",
        "mkdir",
        "printf",
        "python",
        "sed",
    }
)


@frozen(kw_only=True)
class DocBlock:
    """A fenced block: its page, the line of its fence, its words and its text."""

    page: Path
    line: int
    kind: str
    words: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        """Where to find it."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    @property
    def file(self) -> str | None:
        """The file the block is."""
        return next((w.removeprefix("file=") for w in self.words if w.startswith("file=")), None)


def pages() -> list[Path]:
    """Return the pages people write: the README and `docs/` without the pages of rules."""
    made = {"_build", "rules"}
    found = [page for page in sorted(DOCS.rglob("*.md")) if not made & set(page.parts)]
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *found]


def blocks(page: Path) -> Iterator[DocBlock]:
    """Yield the fenced blocks of a page."""
    fence: re.Match[str] | None = None
    start, lines = 0, list[str]()
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if fence is None:
            fence = _FENCE.match(line)
            start, lines = number, []
        elif line.strip() == fence["ticks"]:
            info = fence["info"].split()
            yield DocBlock(
                page=page,
                line=start,
                kind=info[0] if info else "",
                words=tuple(info[1:]),
                text="".join(f"{row}\n" for row in lines),
            )
            fence = None
        else:
            indent = len(fence["indent"])
            lines.append(line[indent:] if not line[:indent].strip() else line)
    assert fence is None, f"{page}:{start}: the fence is not closed"


@frozen
class Command:
    """A command of a console block and what should come out."""

    line: str
    output: str


def commands(block: DocBlock) -> Iterator[Command]:
    """Yield the commands of a console block."""
    line, output = "", list[str]()
    for row in block.text.splitlines():
        if row.startswith("$ "):
            if line:
                yield Command(line, "\n".join(output).strip("\n"))
            line, output = row[2:], []
        elif line.endswith("\\"):
            line = line[:-1] + row.strip()
        else:
            assert line, f"{block.place}: output stands before the first command"
            output.append(row)
    assert line, f"{block.place}: no command"
    yield Command(line, "\n".join(output).strip("\n"))


def agrees(shown: str, real: str) -> bool:
    """Say whether what a page shows is what came out, but for what it leaves out."""
    parts = []
    for line in shown.splitlines():
        if line.strip() == "...":
            parts.append(r"(?:.*\n)*?")
        else:
            words = (re.escape(piece) for piece in line.rstrip().split("..."))
            parts.append(".*?".join(words) + r"[ ]*\n")
    return re.fullmatch("".join(parts), f"{real}\n" if real else "") is not None


@define
class Sandbox:
    """The folder in which a page's blocks are tried, in order."""

    folder: Path
    names: dict[str, Any] = field(factory=lambda: {"__name__": "__main__"})
    printed: str | None = ""

    @classmethod
    def make(cls, folder: Path) -> Sandbox:
        """Return a sandbox with the examples in it."""
        shutil.copytree(ROOT / "examples", folder / "examples")
        return cls(folder)

    def write(self, name: str, text: str) -> None:
        """Write a file of the page."""
        place = self.folder / name
        assert place.resolve().is_relative_to(self.folder.resolve()), name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def run(self, line: str) -> str:
        """Run a command as a person would in the sandbox, and return all it says."""
        said = self._run(line)
        # A fault of postlint's own is never what a page should show.
        assert not _FAULT.search(said), f"$ {line}\n{said}"
        # Where the page is tried is nobody's place but ours.
        return said.replace(f"{self.folder.resolve()}/", ".../")

    def _run(self, line: str) -> str:
        first = line.split(maxsplit=1)[0]
        assert first in _PROGRAMS or _SHELL.search(line), f"'{first}' is not run in the docs"
        told = _TOLD.fullmatch(line)
        plain = told["line"] if told else line
        if first == "postlint" and not _SHELL.search(plain):
            code, said = self._enter(shlex.split(plain)[1:])
            code_said = told["words"].strip('"').replace("$?", str(code)) if told else ""
            return "\n".join(part for part in (said, code_said) if part)
        done = subprocess.run(
            ["bash", "+O", "checkwinsize", "-c", line],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        return done.stdout.decode("utf-8").strip("\n")

    def _enter(self, arguments: list[str]) -> tuple[int, str]:
        """Run the command without a process of its own, which takes a tenth of the time."""
        forget()
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            code = enter(arguments)
        stream.flush()
        raw = stream.buffer
        assert isinstance(raw, io.BytesIO)
        return code, raw.getvalue().decode("utf-8").strip("\n")

    def python(self, block: DocBlock) -> None:
        """Run a block of Python; what it prints is kept for the block that shows it."""
        stream = io.StringIO()
        self.printed = None
        code = compile("\n" * block.line + block.text, str(block.page), "exec")
        with contextlib.redirect_stdout(stream):
            exec(code, self.names)  # noqa: S102  # our own documentation
        self.printed = stream.getvalue()


def rewritten(page: str, changes: list[tuple[DocBlock, str]]) -> str:
    """Return a page with the texts of blocks put anew, the last one first."""
    lines = page.splitlines(keepends=True)
    for block, text in sorted(changes, key=lambda change: -change[0].line):
        lines[block.line : block.line + len(block.text.splitlines())] = [text]
    return "".join(lines)

"""A pytest plugin that makes every case of a rule corpus a test.

In the `conftest.py` at the top of your tests:

    pytest_plugins = ["postlint.testing.plugin"]

Every file `corpus/rules/CODE.md` below the folders pytest looks in is then
collected, one test a case, and refused with file and line where it could not
test anything. The rules are those of the installed packs, yours among them: a
pack under development is installed with `pip install --editable`.

    pytest tests/corpus/rules/PAY004.md
    pytest --update-corpus tests/corpus/rules/PAY004.md

The second writes what the rule says now into the `expect` and `fixed` blocks.
Read the change like code. Where corpora live elsewhere, say so in the
configuration of pytest: `postlint_corpus = ["house/*.md"]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from postlint.packs.registry import load_packs
from postlint.testing.corpus import CorpusCase, load_corpus
from postlint.testing.faults import CorpusError
from postlint.testing.runner import Runner
from postlint.testing.update import update_corpus
from postlint.text.files import write_whole

_RUNNER = pytest.StashKey[Runner]()
_REWRITTEN = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-corpus` and the setting `postlint_corpus`."""
    parser.getgroup("postlint").addoption(
        "--update-corpus",
        action="store_true",
        help="write what rules say now into the corpora they are tested with",
    )
    parser.addini(
        "postlint_corpus",
        "patterns of rule corpora, matched against the end of a path",
        type="args",
        default=["corpus/rules/*.md"],
    )


def runner_of(config: pytest.Config) -> Runner:
    """Return the session's runner, over the installed packs."""
    runner = config.stash.get(_RUNNER, None)
    if runner is None:
        runner = config.stash[_RUNNER] = Runner(load_packs())
    return runner


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CorpusFile | None:
    """Collect a rule corpus."""
    patterns: list[str] = parent.config.getini("postlint_corpus")
    if any(file_path.match(pattern) for pattern in patterns):
        return CorpusFile.from_parent(parent, path=file_path)
    return None


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Name the corpora that were rewritten."""
    for path in config.stash.get(_REWRITTEN, []):
        terminalreporter.write_line(f"rewritten, read the change: {path}")


class CorpusFile(pytest.File):
    """The corpus of one rule."""

    def collect(self) -> Iterable[pytest.Item]:
        """Yield a test for every case. Raises `CorpusError`."""
        runner = runner_of(self.config)
        if self.config.getoption("--update-corpus"):
            self._update(runner)
        yield from self._items(runner)

    def _items(self, runner: Runner) -> Iterator[pytest.Item]:
        for case in load_corpus(self.path, runner.packs).cases:
            yield CaseItem.from_parent(self, name=case.name, case=case)

    def _update(self, runner: Runner) -> None:
        corpus = load_corpus(self.path, runner.packs, updating=True)
        text = update_corpus(corpus, runner)
        if text != corpus.text:
            # In one step: with xdist every worker collects, and writes the same.
            write_whole(str(self.path), text.encode())
            self.config.stash.setdefault(_REWRITTEN, []).append(str(self.path))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> Any:
        """Show the faults of a refused corpus and no traceback."""
        if isinstance(excinfo.value, CorpusError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *args)


class CaseError(Exception):
    """A case that came out otherwise than wanted."""


class CaseItem(pytest.Item):
    """One case of a corpus."""

    def __init__(self, *, case: CorpusCase, **given: Any) -> None:
        super().__init__(**given)
        self.case = case

    def runtest(self) -> None:
        """Run the case. Raises `CaseError`."""
        trial = runner_of(self.config).run(self.case)
        if trial.problems:
            raise CaseError("\n".join(trial.problems))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *args: Any) -> Any:
        """Show what came out otherwise, with file and line."""
        if isinstance(excinfo.value, CaseError):
            return f"{self.path}:{self.case.line}: {self.name}\n{excinfo.value}"
        return super().repr_failure(excinfo, *args)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the case stands."""
        return self.path, self.case.line - 1, self.name

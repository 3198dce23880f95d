"""What postlint costs beside other linters, all in one run, as ratios.

    python benchmarks/peers.py CORPUS... [--modules FOLDER] [--repeat N] [--json]

CORPUS is a folder of postings as `.txt` and `.md`. The peers are those installed:
joblint, write-good, alex and markdownlint in the `node_modules` of FOLDER, run by
node through their libraries, and proselint beside this interpreter or on the path.
One that is missing is left out and named.

Every run is a whole process over all files, and its figure the least processor time
of some rounds, its own processes counted: on a machine with other work the clock tells
of that work. All are given in word counts of the same files by Python, a process too,
and beside joblint where it is there.

- *one*, *two*: `postlint check` with every rule in one and in two processes, nothing kept;
- *two by the clock* is what a person waits, of what one process makes them wait;
- *warm*: reports kept, nothing changed; *facts*: with the facts a report in JSON shows;
- *cold* is one file of some 8 KB, beside `python -c pass`, for every linter;
- *memory* is the largest process, in MiB.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from speed import gather

MODULES = ("joblint", "write-good", "alex", "markdownlint")
DRIVER = Path(__file__).with_name("peers.mjs")
# Counts the words of the files of a list, so often that Python's own start is little of it.
TIMES = 5
_LEAST_SECONDS = 0.02
WORDS = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(DRIVER.parent)!r})
from words import count_words
for path in Path(sys.argv[1]).read_text().splitlines() * {TIMES}:
    count_words(Path(path))
"""
POSTLINT = (sys.executable, "-m", "postlint", "check", "--exit-zero", "--format")


class Cost(NamedTuple):
    """What a process took: of the processors, by the clock, and of memory in MiB."""

    processor: float
    clock: float
    memory: float


def run(command: list[str], kept: Path, folder: Path) -> Cost:
    """Run a command and return what it took. Raises where it broke, so that no failure is fast."""
    environment = {**os.environ, "POSTLINT_CACHE_DIR": str(kept)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # bytecode kept as an install keeps it
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = child.stderr.read() if child.stderr else b""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):  # linters say 1 for findings
        raise SystemExit(f"{command}: {said.decode(errors='replace')[-400:]}")
    clock = time.perf_counter() - start
    return Cost(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)


def peers(modules: Path | None) -> dict[str, list[str]]:
    """Return the commands of the linters that are there; a list of files is put behind each."""
    found: dict[str, list[str]] = {}
    node = shutil.which("node")
    if node and modules is not None:
        for name in MODULES:
            if (modules / "node_modules" / name).is_dir():
                found[name] = [node, str(DRIVER), name, str(modules)]
    beside = Path(sys.executable).with_name("proselint")
    proselint = str(beside) if beside.exists() else shutil.which("proselint")
    if proselint:
        found["proselint"] = [proselint, "check"]
    return found


def least(rounds: list[Cost]) -> Cost:
    """Return the least of each figure: other work only ever adds to it."""
    return Cost(*map(min, zip(*rounds, strict=True)))


def measure(corpora: list[Path], modules: Path | None, repeat: int) -> dict[str, float]:
    """Return the figures by name."""
    paths = [path for corpus in corpora for path in gather(corpus)]
    if not paths:
        raise SystemExit("no .txt or .md files")
    sample = min(paths, key=lambda path: abs(path.stat().st_size - 8000))
    known = peers(modules)
    with tempfile.TemporaryDirectory() as place:
        kept = Path(place, "kept")
        folder = Path(place, "postings")
        folder.mkdir()
        names = [f"{number:05}{path.suffix}" for number, path in enumerate(paths)]
        for path, name in zip(paths, names, strict=True):
            shutil.copy(path, folder / name)
        one_name = names[paths.index(sample)]
        lists = {"all": Path(place, "all.list"), "cold": Path(place, "cold.list")}
        lists["all"].write_text("\n".join(str(folder / name) for name in names))
        lists["cold"].write_text(str(folder / one_name))

        def of_peer(name: str, which: str) -> list[str]:
            if name == "proselint":  # it takes the folder, or the file
                return [*known[name], str(folder if which == "all" else folder / one_name)]
            return [*known[name], str(lists[which])]

        commands = {
            "one": [*POSTLINT, "concise", "--no-cache", "--jobs", "1", "."],
            "two": [*POSTLINT, "concise", "--no-cache", "--jobs", "2", "."],
            "facts": [*POSTLINT, "json", "--no-cache", "--jobs", "1", "."],
            "kept": [*POSTLINT, "concise", "--jobs", "1", "."],
            "warm": [*POSTLINT, "concise", "--jobs", "1", "."],
            "cold": [*POSTLINT, "concise", "--no-cache", one_name],
            "python": [sys.executable, "-c", "pass"],
            "no words": [sys.executable, "-c", WORDS, os.devnull],
            "words": [sys.executable, "-c", WORDS, str(lists["all"])],
            **{name: of_peer(name, "all") for name in known},
            **{f"cold {name}": of_peer(name, "cold") for name in known},
        }
        run(commands["one"], kept, folder)  # the first run makes tables
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for _ in range(repeat):
            shutil.rmtree(kept / "results", ignore_errors=True)
            for name, command in commands.items():
                costs[name].append(run(command, kept, folder))
    got = {name: least(rounds) for name, rounds in costs.items()}
    words = (got.pop("words").processor - got.pop("no words").processor) / TIMES
    if words < _LEAST_SECONDS:
        raise SystemExit("the corpus is too small to be told from a start of Python")
    figures = {
        "postings": float(len(paths)),
        "megabytes": sum(path.stat().st_size for path in paths) / 1e6,
        "words_seconds": words,
        "two_by_the_clock": got["two"].clock / got["one"].clock,
        "two_processor": got["two"].processor / got["one"].processor,
        "memory": got["one"].memory,
    }
    for name, cost in got.items():
        if name == "python":
            continue
        if name.startswith("cold"):
            figures[f"{name}, of python"] = cost.processor / got["python"].processor
            figures[f"{name}, of python by the clock"] = cost.clock / got["python"].clock
        else:
            figures[f"{name}, word counts"] = cost.processor / words
            if "joblint" in got:
                figures[f"{name}, of joblint"] = cost.processor / got["joblint"].processor
    return figures


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--modules", type=Path, help="a folder with node_modules")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--max-one", type=float, help="fail above so many word counts")
    parser.add_argument("--max-warm", type=float, help="fail above so many word counts")
    parser.add_argument("--max-two", type=float, help="fail above this ratio to one process")
    parser.add_argument("--max-memory", type=float, help="fail above so many MiB")
    options = parser.parse_args()
    modules = options.modules.resolve() if options.modules else None
    figures = measure([path.resolve() for path in options.corpus], modules, options.repeat)
    missing = {*MODULES, "proselint"} - peers(modules).keys()
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:40}{value:10.2f}")
    if missing:
        print(f"Not installed, and not measured: {', '.join(sorted(missing))}", file=sys.stderr)
    limits = {
        "one, word counts": options.max_one,
        "warm, word counts": options.max_warm,
        "two_processor": options.max_two,
        "memory": options.max_memory,
    }
    over = [name for name, limit in limits.items() if limit and figures[name] > limit]
    for name in over:
        print(f"{name} is {figures[name]:.2f}, above {limits[name]:.2f}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    raise SystemExit(main())

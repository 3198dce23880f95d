"""What a check costs, beside what reading the same bytes costs.

    python benchmarks/speed.py CORPUS [--repeat N] [--json] [--python PATH]

CORPUS is a folder; every `.txt` and `.md` below it is a posting. All figures
come from one process and one run, because machines are noisy: take the ratios.
A round goes through the whole corpus once for each figure. Each posting's time is
the shortest of all rounds, since other work only ever adds to it, and a figure is
the sum over all postings: so short a time is as often undisturbed for a check as
for the word count it is compared with.

- *words* is the floor: read each file, decode it, count how often each word occurs;
- *read* is a text made a posting, *check* is everything with every rule,
  *facts* adds every fact a report can show;
- *cold* is a whole `postlint check FILE` as a process, beside `python -c pass`;
- *memory* is the peak of a process that checks the corpus once, and does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from postlint import Linter
from postlint.__main__ import spare_collector

from words import count_words  # isort: skip

SUFFIXES = {".txt", ".md"}
PEAK = """
import resource, sys
from postlint import Linter
linter = Linter()
for path in sys.stdin.read().splitlines():
    linter.check_file(path)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def gather(corpus: Path) -> list[Path]:
    """Return the postings of a corpus, in order."""
    return sorted(
        path
        for path in corpus.rglob("*")
        if path.suffix in SUFFIXES and path.name not in {"SOURCE.md", "README.md"}
    )


def timed(action: Callable[[], object]) -> float:
    """Return the seconds of the processor an action takes: what others ran meanwhile is not in."""
    start = time.process_time()
    action()
    return time.process_time() - start


def process(command: list[str]) -> float:
    """Return the seconds a whole process takes, with bytecode kept as an install keeps it."""
    kept = _as_installed()
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True, env=kept)
    return time.perf_counter() - start


def _as_installed() -> dict[str, str]:
    """Return the environment, with bytecode kept as an install keeps it."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def peak(paths: list[Path]) -> float:
    """Return the most memory a process had that checked every posting and did nothing else."""
    with tempfile.TemporaryDirectory() as store:  # others may write into the user's own
        kept = _as_installed()
        for _ in range(2):  # the tables of a first run are made and kept
            done = subprocess.run(
                [sys.executable, "-c", PEAK],
                check=True,
                capture_output=True,
                text=True,
                input="\n".join(map(str, paths)),
                env={**kept, "POSTLINT_CACHE_DIR": store},
            )
    return int(done.stdout) / 1024


def run(corpus: Path, repeat: int, interpreter: str) -> dict[str, float]:
    """Measure a corpus and return the figures by name."""
    spare_collector()  # as the command does, for the word count too
    paths = gather(corpus)
    if not paths:
        raise SystemExit(f"{corpus}: no .txt or .md files")
    # First: a process that is begun counts as its own what the one that began it has by then.
    most = peak(paths)
    size = sum(path.stat().st_size for path in paths)
    linter = Linter()
    texts = [(str(path), path.read_bytes().decode("utf-8", errors="replace")) for path in paths]

    def read(number: int) -> None:
        path, text = texts[number]
        linter.read(text, path=path)

    def check(number: int) -> None:
        linter.check_file(paths[number])

    # A linter learns what is asked of it; a run that prints findings never asks for facts.
    informed = Linter()

    def facts(number: int) -> None:
        report = informed.check_file(paths[number])
        _ = report.facts, report.measures

    for number in range(len(paths)):
        check(number)  # the first checks pay for tables and data
        facts(number)
    actions = (lambda number: count_words(paths[number]), read, check, facts)
    rounds = [
        [[timed(partial(action, number)) for number in range(len(paths))] for action in actions]
        for _ in range(repeat)
    ]
    words, reading, checking, knowing = (
        sum(map(min, zip(*by_round, strict=True))) for by_round in zip(*rounds, strict=True)
    )
    sample = str(min(paths, key=lambda path: abs(path.stat().st_size - 8000)))
    python = [interpreter, "-c", "pass"]
    # What was found before would be shown again: what a check costs is asked.
    command = [str(Path(interpreter).with_name("postlint")), "check", "--no-cache"]
    command += ["--format", "concise", sample]
    process(command)
    pairs = [(process(python), process(command)) for _ in range(max(5, repeat))]
    bare, cold = (min(column) for column in zip(*pairs, strict=True))
    return {
        "postings": len(paths),
        "megabytes": size / 1e6,
        "words_seconds": words,
        "read_ratio": reading / words,
        "check_ratio": checking / words,
        "facts_ratio": knowing / words,
        "read_mb_per_second": size / 1e6 / reading,
        "check_mb_per_second": size / 1e6 / checking,
        "check_postings_per_second": len(paths) / checking,
        "python_seconds": bare,
        "cold_seconds": cold,
        "cold_ratio": cold / bare,
        "peak_megabytes": most,
    }


def report(
    figures: Mapping[str, float], limits: Mapping[str, float | None], *, as_json: bool
) -> int:
    """Print figures, and those above their limits; return what the process ends with."""
    if as_json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:28}{value:10.2f}")
    over = [(name, limit) for name, limit in limits.items() if limit and figures[name] > limit]
    for name, limit in over:
        print(f"{name} is {figures[name]:.1f}, above {limit:.1f}", file=sys.stderr)
    return 1 if over else 0


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--repeat", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--python", default=sys.executable, help="the interpreter whose cold start is timed"
    )
    parser.add_argument(
        "--max-check-ratio", type=float, help="fail above this ratio to a word count"
    )
    parser.add_argument(
        "--max-cold-ratio", type=float, help="fail above this ratio to a bare Python"
    )
    parser.add_argument("--max-megabytes", type=float, help="fail above this peak of memory")
    options = parser.parse_args()
    figures = run(options.corpus, options.repeat, options.python)
    limits = {
        "check_ratio": options.max_check_ratio,
        "cold_ratio": options.max_cold_ratio,
        "peak_megabytes": options.max_megabytes,
    }
    return report(figures, limits, as_json=options.json)


if __name__ == "__main__":
    raise SystemExit(main())

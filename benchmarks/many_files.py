"""What several processes and kept reports save on a folder of postings.

    python benchmarks/many_files.py CORPUS [--repeat N] [--jobs N] [--json]

CORPUS is a folder that `postlint check` is run on, as a process, with a cache
folder of its own. The figures are ratios of one run, round by round:

- *one* checks every file in one process and keeps nothing;
- *jobs* does so in several processes;
- *cold* is the first run that keeps reports, beside *one*;
- *warm* is the run after it, where no file has changed;
- *few* is a run where one file in fifty has.

Each is timed with a format that shows findings only and one that shows facts,
by the clock and by the processor time of all its processes (`_cpu`): the clock
tells what several processes save, and only on a machine with nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMATS = ("concise", "json")
_CHANGED = 50


def run(folder: Path, kept: Path, *options: str) -> tuple[float, float, bytes]:
    """Return the seconds one run takes, by the clock and the processor, and what it says."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "check", ".", "--exit-zero", *options],
        cwd=folder,
        env={**os.environ, "POSTLINT_CACHE_DIR": str(kept)},
        capture_output=True,
        check=False,
    )
    seconds, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system
    return seconds, used - before.children_user - before.children_system, done.stdout


def one_round(folder: Path, kept: Path, format_: str, jobs: int) -> dict[str, float]:
    """Return the seconds of each kind of run. Raises `SystemExit` where two do not say the same."""
    shutil.rmtree(kept / "results", ignore_errors=True)
    as_ = ("--format", format_)
    one, cpu, said = run(folder, kept, *as_, "--no-cache", "--jobs", "1")
    seconds = {"one": one, "one_cpu": cpu}
    for name, options in (
        ("jobs", ("--no-cache", "--jobs", str(jobs))),
        ("cold", ("--jobs", "1")),
        ("warm", ("--jobs", "1")),
    ):
        seconds[name], seconds[f"{name}_cpu"], again = run(folder, kept, *as_, *options)
        if again != said:
            raise SystemExit(f"{format_}: '{name}' says something else than 'one'")
    changed = [path for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".md"}]
    for path in changed[::_CHANGED]:
        path.write_bytes(path.read_bytes() + b"\n")
    seconds["few"], seconds["few_cpu"], _ = run(folder, kept, *as_, "--jobs", "1")
    return seconds


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures: dict[str, float] = {"jobs": options.jobs}
    with tempfile.TemporaryDirectory() as place:
        folder, kept = Path(place, "postings"), Path(place, "kept")
        shutil.copytree(options.corpus, folder)
        run(folder, kept, "--no-cache")  # the first run pays for tables
        for format_ in FORMATS:
            rounds = [one_round(folder, kept, format_, options.jobs) for _ in range(options.repeat)]
            for name in rounds[0]:
                base = "one_cpu" if name.endswith("_cpu") else "one"
                ratios = [seconds[name] / seconds[base] for seconds in rounds]
                figures[f"{format_}_{name}"] = statistics.median(ratios)
            figures[f"{format_}_one_seconds"] = statistics.median(row["one"] for row in rounds)
    if options.json:
        print(json.dumps(figures, indent=2))
    else:
        for name, value in figures.items():
            print(f"{name:24}{value:8.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

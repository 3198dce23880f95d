"""What a check and a start cost in instructions, which other work on a machine does not change.

    python benchmarks/instructions.py CORPUS... [--postings N] [--python PATH] [--json]

Every CORPUS is a folder; every `.txt` and `.md` below it is a posting, and of all
postings N are taken, evenly from the shortest to the longest. Processes are run
under `valgrind --tool=cachegrind`, which counts instructions, with hashes that do
not vary: the same code gives the same figures, to some thousandth.

- *check* is what checking the postings with every rule takes when each was checked
  before, beside a word count of the same files;
- *fresh* is the same for as many postings that stand between those, each read for the
  first time once the others are known, as a run through a folder meets them;
- *start* is a whole `postlint check FILE` beside `python -c pass`, with the tables
  of the user's cache made before.

Without valgrind nothing is measured, and that is said; `speed.py` takes the time.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import gather, report

HERE = Path(__file__).parent
COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")
# A round of checks is a quarter of what eight rounds take more than four, as one differs from
# the next by how memory happens to lie; of fresh texts it is what one more takes. Starting,
# loading and what is learned of the first few hundred texts are in both.
# The collector of garbage looks through all objects in one round and in none of the next.
ROUNDS = """
import gc
import sys
from pathlib import Path
from postlint import Linter
gc.disable()
given = sys.stdin.read().split("\\0")
known, fresh = [[Path(line) for line in some.splitlines()] for some in given]
checks, fresh_checks = map(int, sys.argv[1:])
linter = Linter()
for path in known * checks + fresh * fresh_checks:
    linter.check_file(path)
"""


def instructions(command: list[str], given: str = "") -> int:
    """Return the instructions of a process and of nothing else."""
    counted = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run(
        [*counted, *command],
        check=False,
        capture_output=True,
        text=True,
        input=given,
    )
    found = COUNTED.search(done.stderr)
    if found is None or done.returncode not in (0, 1):  # a check says 1 for findings
        raise SystemExit(f"{command}: {done.stderr[-400:]}")
    return int(found[1].replace(",", ""))


def drawn(corpora: list[Path], number: int) -> tuple[list[Path], list[Path]]:
    """Return so many postings, evenly from the shortest to the longest, and as many between."""
    paths = [path for corpus in corpora for path in gather(corpus)]
    if not paths:
        raise SystemExit("no .txt or .md files")
    paths.sort(key=lambda path: path.stat().st_size)
    number = min(number, len(paths) // 2)
    half = len(paths) / (2 * number)
    places = [int(place * half) for place in range(2 * number)]
    return [paths[place] for place in places[1::2]], [paths[place] for place in places[::2]]


def word_count(paths: list[Path]) -> float:
    """Return the instructions of one word count of some files.

    It is taken of the second and third count in a process that holds nothing else. Behind
    all that checks leave, and from some later count on, the same work takes a twentieth
    fewer or more, by how memory happens to lie: 3.6 million in one clone, 4.1 in another.
    """
    listed = "\n".join(map(str, paths))
    command = [sys.executable, str(HERE / "words.py")]
    return (instructions([*command, "3"], listed) - instructions([*command, "1"], listed)) / 2


def measure(paths: list[Path], others: list[Path], interpreter: str) -> dict[str, float]:
    """Return the figures by name."""
    listed = "\0".join("\n".join(map(str, some)) for some in (paths, others))
    command = [sys.executable, "-c", ROUNDS]

    def rounds(*more: int) -> int:
        return instructions([*command, *map(str, more)], listed)

    # The tables of a first check are made and kept, and the patterns that fresh texts ask for:
    # compiling them, which a user's cache spares, was a twentieth of what these cost.
    subprocess.run([*command, "4", "1"], check=True, input=listed, text=True)
    known = rounds(4, 0)
    check, fresh = (rounds(8, 0) - known) / 4, rounds(4, 1) - known
    words, fresh_words = word_count(paths), word_count(others)
    sample = min(paths, key=lambda path: abs(path.stat().st_size - 8000))
    start = [str(Path(interpreter).with_name("postlint")), "check", "--no-cache"]
    start += ["--format", "concise", str(sample)]
    subprocess.run(start, check=False, capture_output=True)  # its tables are made and kept
    cold, python = instructions(start), instructions([interpreter, "-c", "pass"])
    return {
        "postings": len(paths),
        "check_ratio": check / words,
        "check_millions": check / len(paths) / 1e6,
        "fresh_ratio": fresh / fresh_words,
        "fresh_millions": fresh / len(others) / 1e6,
        "start_ratio": cold / python,
        "start_millions": cold / 1e6,
    }


def main() -> int:
    """Print the figures, and say which are above what is allowed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--postings", type=int, default=24)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--python", default=sys.executable, help="whose start is counted")
    parser.add_argument("--max-check-ratio", type=float, help="fail above so many word counts")
    parser.add_argument("--max-fresh-ratio", type=float, help="fail above so many for fresh texts")
    parser.add_argument("--max-start-ratio", type=float, help="fail above so many bare Pythons")
    wanted = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not here: instructions were not counted.", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as store:  # others may write into the user's own
        os.environ.update(POSTLINT_CACHE_DIR=store, PYTHONHASHSEED="0")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # bytecode is kept as an install keeps it
        figures = measure(*drawn(wanted.corpora, wanted.postings), wanted.python)
    limits = {
        "check_ratio": wanted.max_check_ratio,
        "fresh_ratio": wanted.max_fresh_ratio,
        "start_ratio": wanted.max_start_ratio,
    }
    return report(figures, limits, as_json=wanted.json)


if __name__ == "__main__":
    raise SystemExit(main())

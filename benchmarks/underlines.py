"""Which words findings underline: a sample of them to read, drawn by a seed.

    python benchmarks/underlines.py CORPUS... [--number 60] [--seed 60]

A finding underlines words that have to do with it; what is missing is shown at
the heading over its section or at the title. Prints a line for each finding
drawn (`missing` or `words`, its rule, its sentence, and what is underlined), so
that a person can count those that have nothing to do with it.
"""

from __future__ import annotations

import argparse
import random
from datetime import date
from pathlib import Path

from answers import DAY, texts
from postlint import Employer, Linter

LONGEST = 100


def main() -> None:
    """Draw, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=60)
    parser.add_argument("--seed", type=int, default=60)
    wanted = parser.parse_args()
    linter = Linter(employer=Employer(as_of=date(*DAY)))
    lines = []
    for _, data, path in texts(wanted.corpus):
        report = linter.check_bytes(data, path=path)
        for found in report.diagnostics:
            words = " ".join(report.source.slice(found.span).split())[:LONGEST]
            kind = "missing" if found.missing else "words"
            lines.append(f"{kind:8}{found.code:8} {found.message[:LONGEST]}  ->  {words!r}")
    drawn = random.Random(wanted.seed).sample(lines, min(wanted.number, len(lines)))  # noqa: S311  # no secret
    print(f"{len(drawn)} of {len(lines)} findings")
    print("\n".join(drawn))


if __name__ == "__main__":
    main()

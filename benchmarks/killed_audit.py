"""Kill an audit at random moments, and count what it lost and what it doubled.

    python benchmarks/killed_audit.py --kills 100 --seed 1

An audit of made postings is begun, killed with SIGKILL after a moment drawn by
chance, and begun again, until it has been killed so often; whenever one comes
to its end, its rows are counted and the next begins anew.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

import made_postings


def main() -> None:
    """Print the counts; exit with 1 where a row was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--rows", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)  # noqa: S311  # no secret is made
    kills = audits = faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        file, out = Path(scratch) / "made.parquet", Path(scratch) / "out"
        made_postings.write(file, asked.rows)
        command = [
            sys.executable, "-m", "postlint", "audit", str(file), "--out", str(out),
            "--carry", "id", "--jobs", "2", "--isolated",
        ]  # fmt: skip
        anew = True
        while kills < asked.kills or not anew:
            with subprocess.Popen(
                [*command, *(["--restart"] if anew else [])], stderr=subprocess.DEVNULL
            ) as run:
                try:
                    run.wait(draw.uniform(0.1, 4.0) if kills < asked.kills else None)
                except subprocess.TimeoutExpired:
                    run.kill()
                    kills += 1
                    anew = False
                    continue
            audits += 1
            anew = True
            seen = Counter(pq.read_table(out / "parts", columns=["id"]).column("id").to_pylist())
            whole = run.returncode == 0 and seen == Counter(range(asked.rows))
            drafts = list(out.rglob("*.draft"))
            faults += not whole or bool(drafts)
    print(
        f"{kills} kills, {audits} audits finished, {faults} with rows lost, doubled or left behind"
    )
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

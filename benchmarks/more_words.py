"""What further word rules cost a check, counted in instructions.

    python benchmarks/more_words.py CORPUS... [--postings N] [--times T]

Word rules are made of those there are, until there are T times as many: each phrase
keeps its words but the last, which is turned round, so that the walk over phrases
begins as many as before and finds none. A check of N postings with all rules is
counted with them and without, by valgrind as in `instructions.py`; what a further
rule costs is the difference by their number.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from growth import _written as written
from instructions import drawn, instructions
from postlint.packs.registry import load_packs
from postlint.rules import WordRule

CHECKS = """
import sys
from pathlib import Path
from postlint import Linter
from postlint.__main__ import spare_collector
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import Packs, load_packs
spare_collector()
rounds, *files = sys.argv[1:]
packs = (*load_packs().packs, *(load_house_rules(Path(file)) for file in files))
linter = Linter(select=["ALL"], packs=Packs(packs=packs))
for path in sys.stdin.read().splitlines() * int(rounds):
    linter.check_file(Path(path))
"""


def made_rules(times: int) -> Iterator[str]:
    """Yield word rules as TOML, `times` for each there is, that find nothing."""
    rules = [made for rule in load_packs().rules if isinstance(made := rule(), WordRule)]
    for turn in range(times):
        for number, rule in enumerate(rules):
            find = [turned(written(one), turn) for term in rule.terms for one in term.phrases]
            yield (
                f'[[rule]]\ncode = "MORE{turn:02}{number:03}"\nname = "more-{turn}-{number}"\n'
                f'message = "{{words}} again"\n[[rule.words]]\nfind = {json.dumps(find)}\n'
            )


def turned(phrase: str, turn: int) -> str:
    """Return a phrase whose last word is none."""
    *words, last = phrase.split()
    return " ".join([*words, f"{last[::-1]}{'qxzvkjwyh'[turn % 9]}"])


def main() -> int:
    """Print what a check costs with and without further rules."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--postings", type=int, default=12)
    parser.add_argument("--times", type=int, default=10)
    wanted = parser.parse_args()
    if shutil.which("valgrind") is None:
        print("valgrind is not here: instructions were not counted.", file=sys.stderr)
        return 0
    postings, _ = drawn(wanted.corpora, wanted.postings)
    with tempfile.TemporaryDirectory() as store:
        os.environ.update(POSTLINT_CACHE_DIR=store, PYTHONHASHSEED="0")
        tables = list(made_rules(wanted.times - 1))
        file = Path(store, "more.toml")
        file.write_text("\n".join(tables), encoding="utf-8")
        few, many = (checked(postings, files) for files in ([], [str(file)]))
    phrases = sum(table.count('", "') + 1 for table in tables)
    print(f"as it is: {few / 1e6:.1f} million instructions a check")
    print(f"with {len(tables)} rules and {phrases} phrases more: {many / 1e6:.1f} million")
    print(f"a further word rule: {(many - few) / len(tables) / few:.2%} of a check")
    return 0


def checked(postings: list[Path], files: list[str]) -> float:
    """Return the instructions of a check of a posting that was checked before."""
    listed = "\n".join(map(str, postings))
    command = [sys.executable, "-c", CHECKS]
    # The tables of a first check are made and kept.
    subprocess.run([*command, "1", *files], check=True, input=listed, text=True)
    four, six = (instructions([*command, rounds, *files], listed) for rounds in ("4", "6"))
    return (six - four) / 2 / len(postings)


if __name__ == "__main__":
    raise SystemExit(main())

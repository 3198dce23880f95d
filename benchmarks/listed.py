"""How well title, sector and state are read, measured on lists that name them beside the texts.

    python benchmarks/listed.py LIST [LIST ...] [--misses]

A LIST is a JSON Lines file of a job board: each line has `job_title`,
`employer` and `state`, and the text as `description`, or in the file that
`file` names beside the list. Boards word a title their own way, so an equal
title is counted apart from one that shares all its words. An employer whose
name has a county, a city, a town or a state's office in it tells the sector;
others are left out, and so are texts that are no postings.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from postlint import Linter
from postlint.facts.context import state_code

_STATE = re.compile(
    r"secretary of state|state board|state of|department of state|lieutenant governor|u\.s\.",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"\b(?:county|city|parish|borough|town)\b", re.IGNORECASE)


def entries(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the texts of a list, each with its line."""
    for line in path.read_text("utf-8").split("\n"):
        if not line.strip():
            continue
        entry = json.loads(line)
        text = entry.get("description")
        if entry.get("file"):
            with (path.parent / entry["file"]).open(encoding="utf-8") as file:
                text = file.read()
        if text:
            yield text, entry


def words(text: str | None) -> list[str]:
    """Return the words of a title, lower-case."""
    return re.findall(r"[^\W_]+", (text or "").lower())


def sector_of(employer: str) -> str | None:
    """Return the sector an employer's name tells, or `None`."""
    if _STATE.search(employer):
        return "state-federal"
    return "city-county" if _LOCAL.search(employer) else None


def judge(said: object, wanted: object) -> str:
    """Return how an answer came out."""
    return "right" if said == wanted else "unknown" if said in (None, "unknown", ()) else "wrong"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    summary, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=summary)
    parser.add_argument("lists", type=Path, nargs="+", metavar="LIST")
    parser.add_argument("--misses", action="store_true", help="list what was read otherwise")
    options = parser.parse_args(argv)
    linter = Linter()
    for path in options.lists:
        counts: Counter[tuple[str, str]] = Counter()
        for text, entry in entries(path):
            report = linter.check(text)
            if not report.is_posting:
                continue
            found = _answers(report.facts, entry)
            counts.update((fact, how) for fact, how, _ in found)
            if options.misses:
                for fact, how, about in found:
                    if how in ("wrong", "unknown"):
                        print(f"{fact} {how}: {about}")
        print(path)
        for (fact, how), count in sorted(counts.items()):
            print(f"    {fact:14}{how:10}{count:6}")
    return 0


def _answers(facts: Mapping[str, Any], entry: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return each fact's name, how it came out, and what was said for what."""
    said, wanted = words(facts["title"].value), words(entry.get("job_title"))
    how = "right" if said == wanted else "unknown" if not said else "wrong"
    if how == "wrong" and set(wanted) <= set(said):
        how = "longer"
    found = [("title", how, f"{facts['title'].value!r} for {entry.get('job_title')!r}")]
    sector = sector_of(entry.get("employer") or "")
    if sector is not None:
        told = facts["sector"].value
        found.append(("sector", judge(told, sector), f"{told} for {entry['employer']!r}"))
    state = state_code(entry.get("state") or "")
    if state:
        codes = facts["jurisdiction"].value
        code = state if state in codes else codes
        found.append(("jurisdiction", judge(code, state), f"{codes} for {entry['state']!r}"))
    return found


if __name__ == "__main__":
    sys.exit(main())

"""What postlint answers to every text of a corpus, compared between two checkouts.

    python benchmarks/answers.py OLD NEW CORPUS... [--match WORD]... [--show N] [--examples N]

OLD and NEW are checkouts (the folder of a clone or a worktree), or files that
`--save FILE` wrote of one before:

    python benchmarks/answers.py --save before.jsonl CHECKOUT CORPUS...

A checkout is asked by its own interpreter, `.venv/bin/python`, where it has one.
Every text is checked as it is and once more for an employer about whom much is
declared, on one fixed day. Compared are facts, outcomes, diagnostics, measures
and what a text was read as. What only NEW has (a fact, a rule, a key in a
value) is counted apart, as gained. Exits 1 where anything differs.

`--match` keeps to names that have a word in them, `--without` leaves them out:
`--match LEAD --match pay --without .reason`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

SUFFIXES = {".txt", ".md", ".markdown", ".html", ".docx", ".pdf", ".rss", ".csv", ".json"}
RECORDS = ".jsonl"
NOT_TEXTS = {"SOURCE.md", "README.md", "pairs.json", "index.json", "technology-leadership.json"}
# A shorter record is about a posting, and none itself.
LEAST = 200
DAY = (2026, 11, 29)

Answers: TypeAlias = dict[str, dict[str, Any]]


def texts(corpora: list[Path]) -> Iterator[tuple[str, bytes, str]]:
    """Yield the texts of corpora: a name, the bytes, and the path that tells their kind."""
    for corpus in corpora:
        for path in sorted(corpus.rglob("*")):
            name = f"{corpus.name}/{path.relative_to(corpus)}"
            if path.name in NOT_TEXTS or not path.is_file():
                continue
            if path.suffix in SUFFIXES:
                yield name, path.read_bytes(), path.name
            elif path.suffix == RECORDS:
                for number, line in enumerate(path.read_bytes().split(b"\n")):
                    words = max(_strings(json.loads(line or b"null")), key=len, default="")
                    if len(words) >= LEAST:
                        yield f"{name}:{number + 1}", words.encode("utf-8"), "record.txt"


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        yield "\n".join(one for one in value if isinstance(one, str))


def plain(value: Any) -> Any:
    """Return a value as JSON has it, the same for either checkout."""
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, dict):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if hasattr(value, "_asdict"):
        if type(value).__name__ == "Span":
            return list(value)
        return {key: plain(one) for key, one in value._asdict().items()}
    if hasattr(value, "__attrs_attrs__"):
        names = [one.name for one in value.__attrs_attrs__ if not one.name.startswith("_")]
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, (set, frozenset)):
        return sorted(map(plain, value), key=str)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return getattr(value, "value", None) or str(value)


def answer(corpora: list[Path]) -> None:
    """Write the answers of the postlint that is on the path, a text a line."""
    from datetime import date  # noqa: PLC0415  # the asked process alone needs postlint

    from postlint import Employer, EmployerKind, Linter  # noqa: PLC0415

    day = date(*DAY)
    asked = {
        "": Linter(employer=Employer(as_of=day)),
        " (declared)": Linter(
            employer=Employer(
                as_of=day,
                kind=EmployerKind.SCHOOL,
                employees=400,
                recipient=True,
                federal_contractor=True,
            )
        ),
    }
    for name, data, path in texts(corpora):
        for about, linter in asked.items():
            try:
                found = _answers(linter.check_bytes(data, path=path))
            except Exception as error:  # a text that no longer reads is a difference
                found = {"error": {"": f"{type(error).__name__}: {error}"}}
            print(json.dumps([f"{name}{about}", found]), flush=True)


def _answers(report: Any) -> Answers:
    diagnostics: dict[str, list[Any]] = defaultdict(list)
    for found in report.diagnostics:
        diagnostics[found.code].append(plain(found))
    return {
        "read": {"kind": report.kind, "posting": report.is_posting, "text": report.source.text},
        "fact": {name: plain(fact) for name, fact in report.facts.items()},
        "outcome": {one.code: plain(one) for one in report.outcomes},
        "diagnostic": dict(diagnostics),
        "measure": dict(report.measures),
    }


def ask(checkout: Path, corpora: list[Path]) -> Iterator[str]:
    """Yield the answers of a checkout, as lines."""
    own = checkout / ".venv" / "bin" / "python"
    places = [str(checkout / part) for part in ("src", "rules", "grammar")]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(places)}
    script = str(Path(__file__).resolve())
    command = [str(own) if own.exists() else sys.executable, script, "--ask", *map(str, corpora)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as process:
        yield from process.stdout or ()
    if process.returncode:
        raise SystemExit(f"{checkout}: the checks ended with {process.returncode}")


def load(source: Path, corpora: list[Path]) -> dict[str, Answers]:
    """Return the answers of a checkout, or those a file holds."""
    if source.is_dir():
        lines: Iterator[str] = ask(source.resolve(), corpora)
    else:
        lines = iter(source.read_text("utf-8").splitlines())
    return dict(json.loads(line) for line in lines)


def differences(old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield where two values differ: the path of keys, the old and the new one."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            before, after = old.get(key, _NONE), new.get(key, _NONE)
            for path, one, other in differences(before, after):
                yield f".{key}{path}", one, other
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            for path, one, other in differences(before, after):
                yield f"[{number}]{path}", one, other
    elif old != new:
        yield "", old, new


_NONE = "(none)"


def compare(old: dict[str, Answers], new: dict[str, Answers], wanted: argparse.Namespace) -> int:
    """Print what differs, the most frequent first; return how many answers do."""
    counts: Counter[str] = Counter()
    gained: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for name in old.keys() | new.keys():
        before, after = old.get(name, {}), new.get(name, {})
        for part in {**before, **after}:
            for path, one, other in differences(before.get(part, {}), after.get(part, {})):
                subject = path.replace("[", ".[").split(".")
                keys = ".".join(key for key in subject[1:] if not key.startswith("["))
                about = f"{part} {keys}".strip()
                if wanted.match and not any(word in about for word in wanted.match):
                    continue
                if any(word in about for word in wanted.without):
                    continue
                # A finding that only NEW has is a difference; a key of one is not.
                more = one == _NONE and (part != "diagnostic" or "." in keys)
                (gained if more else counts)[about] += 1
                if len(shown[about]) < wanted.examples:
                    shown[about].append(
                        f"    {name}{path}\n      - {_cut(one)}\n      + {_cut(other)}"
                    )
    print(f"{len(new)} answers; {counts.total()} differences, {gained.total()} gained")
    for title, found in (("differs", counts), ("gained", gained)):
        for about, count in found.most_common(wanted.show):
            print(f"{count:7} {title} {about}")
            if title == "differs":
                print("\n".join(shown[about]))
    return counts.total()


def _cut(value: Any) -> str:
    words = json.dumps(value)
    return words if len(words) <= 300 else f"{words[:300]} …"


def main() -> int:
    """Ask two checkouts and compare, or save what one answers."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="OLD NEW CORPUS")
    parser.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--save", type=Path, help="write the answers of one checkout to a file")
    parser.add_argument("--match", action="append", default=[], help="names to keep to")
    parser.add_argument("--without", action="append", default=[], help="names to leave out")
    parser.add_argument("--show", type=int, default=40, help="how many kinds of difference to list")
    parser.add_argument("--examples", type=int, default=2, help="how many of each to show")
    wanted = parser.parse_args()
    if wanted.ask:
        answer(wanted.sources)
        return 0
    if wanted.save is not None:
        checkout, *corpora = wanted.sources
        with wanted.save.open("w", encoding="utf-8") as file:
            file.writelines(ask(checkout.resolve(), [one.resolve() for one in corpora]))
        return 0
    old, new, *corpora = wanted.sources
    found = [one.resolve() for one in corpora]
    return 1 if compare(load(old, found), load(new, found), wanted) else 0


if __name__ == "__main__":
    sys.exit(main())

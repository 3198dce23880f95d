"""How often each rule speaks on real postings, and how often a careful reader agrees.

    python benchmarks/verdicts.py ROOT [--select CODE...] [--no-time] [--json]
                                  [--write FILE] [--whole]
                                  [--floors benchmarks/floors.toml]
    python benchmarks/verdicts.py ROOT --draw fail --each 6 --seed 1 [--select CODE...]

ROOT is the folder of the corpus. Every text of `FOLDERS` is checked twice: with
nothing declared, and as a large employer with federal funds and contracts, for the
rules that only speak then. For each rule the table shows on how many texts
it passed, failed, did not apply and could not tell, what share of the texts
that it could judge it failed, what the judged findings and passes came to, and
how many microseconds its own work costs on a text whose facts are known.

Judgements stand in `benchmarks/judged/*.jsonl`, one a line, without the text:
the text's hash, the rule, the wording's name, the span, and what a reader said.
A finding is `true` (what it says is so), `useful` (worth reading), and its
`words` are right (what it underlines has to do with it); a pass is `right` or
not. A judgement stands as long as the rule still says the same of the same
place; the last line tells how many do. What was judged wrong and has been
mended drops out, so the figures are those of what is said today, and a fresh
draw, with another seed, is worth more than an old one. A rule that is off, or that
speaks of declared employers alone, is judged as by somebody who has chosen or declared it.

`--draw` prints what nobody has judged yet: a seeded choice of findings, or of
passes, so many for each rule, with the text around them, to be read and judged.
With `--others 200` it reads 200 texts that are not measured, another choice for
each seed: rules are mended on the texts that are measured, and how they do on
others is what a user meets. Judgements of such texts are counted like all.
The corpus has few postings for heads of technology: those of `benchmarks/leaders/`, which the
project wrote in the manner of such postings before any rule read them, are judged beside it.

`--whole` also counts what every text of the corpus has for each rule, which takes
some minutes; without it `--write` keeps what was counted before.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, TypeVar

from attrs import Factory, define, frozen

from postlint import Employer, Linter, SourceError, Verdict
from postlint.config.model import Config
from postlint.engine.report import Report
from postlint.facts.base import Case
from postlint.rules.guards import answers

T = TypeVar("T")
FOLDERS = (
    "second", "wild", "county-elections", "federal-tts", "it-private-dice", "k12-schoolspring",
)  # fmt: skip
WRITTEN = Path(__file__).with_name("verdicts.json")
LEADERS = Path(__file__).with_name("leaders")
JUDGED = Path(__file__).with_name("judged")
# So many texts of one folder, so that no source drowns the others.
_MOST = 90
_ROWS = 40
# What is shorter is a row of a list of files, or a title.
_LEAST = 400
_AROUND = 200
_KINDS = (".txt", ".md", ".html")
SETTINGS = {
    "plain": Employer(),
    "declared": Employer(
        employees=800,
        recipient=True,
        federal_contractor=True,
        equity_commitment_expected=True,
    ),
}
FINDING = ("true", "useful", "words")


@frozen
class Said:
    """What a rule said of a text: the key of a judgement."""

    text: str
    rule: str
    verdict: str
    message: str
    span: tuple[int, int]


@define
class Tally:
    """What one rule came to."""

    verdicts: Counter[str] = Factory(Counter)
    fail: list[dict[str, Any]] = Factory(list)
    passed: list[dict[str, Any]] = Factory(list)
    seconds: float = 0.0

    @property
    def fails(self) -> float:
        """The share of the texts it could judge that it failed."""
        known = self.verdicts["fail"] + self.verdicts["pass"]
        return self.verdicts["fail"] / known if known else 0.0


def texts(root: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, kind and text of every posting that is measured, each once."""
    listed = json.loads((root / "technology-leadership.json").read_text("utf-8"))["files"]
    leaders = {root / one["file"] for one in listed if one["file"].endswith(_KINDS)}
    for folder in FOLDERS:
        files = sorted(
            path
            for path in (root / folder).rglob("*")
            if path.suffix in _KINDS and path.name not in ("SOURCE.md", "README.md")
        )
        chosen = some(folder, files, _MOST)
        # Few texts are about those who run technology, and a family is about nobody else.
        for path in sorted({*chosen, *(path for path in files if path in leaders)}):
            yield str(path.relative_to(root)), "", path.read_text("utf-8", errors="replace")
        for path in sorted((root / folder).glob("*.jsonl")):
            rows = path.read_text("utf-8").splitlines()
            numbers = some(folder, range(len(rows)), _ROWS)
            for number in sorted(numbers):
                row = json.loads(rows[number])
                longest = max((str(value) for value in row.values()), key=len)
                yield f"{path.relative_to(root)}:{number}", "text", longest
    for path in sorted(leaders):
        if path.relative_to(root).parts[0] not in FOLDERS:
            yield str(path.relative_to(root)), "", path.read_text("utf-8", errors="replace")


def others(root: Path) -> list[tuple[str, str, str]]:
    """Return name, kind and text of everything in the corpus that `texts` leaves out."""
    measured = {hash_of(text) for _, _, text in texts(root)}
    found: dict[str, tuple[str, str, str]] = {}
    for path in sorted(path for path in root.glob("*/**/*") if path.is_file()):
        name = str(path.relative_to(root))
        if path.suffix == ".jsonl":
            for number, line in enumerate(path.read_text("utf-8").strip().split("\n")):
                longest = max((str(value) for value in json.loads(line).values()), key=len)
                found.setdefault(hash_of(longest), (f"{name}:{number}", "text", longest))
        elif path.suffix in _KINDS and path.name not in ("SOURCE.md", "README.md"):
            text = path.read_text("utf-8", errors="replace")
            found.setdefault(hash_of(text), (name, "", text))
    return [one for text, one in found.items() if text not in measured and len(one[2]) >= _LEAST]


def written() -> Iterator[tuple[str, str, str]]:
    """Yield name, kind and text of the descriptions that the project wrote."""
    for path in sorted(LEADERS.iterdir()):
        yield path.name, "", path.read_text("utf-8")


def some(seed: str, things: Sequence[T], most: int) -> list[T]:
    """Return a choice that is the same for the same seed."""
    return Random(seed).sample(things, min(most, len(things)))  # noqa: S311  # no secret


def hash_of(text: str) -> str:
    """Return the name of a text that does not tell it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def reports(
    given: Iterable[tuple[str, str, str]], select: Sequence[str]
) -> Iterator[tuple[str, str, Report]]:
    """Yield the setting, the text's hash and the report of every check."""
    first = Linter(config=Config(), select=tuple(select) or ("ALL",))
    linters = {name: first.for_employer(one) for name, one in SETTINGS.items()}
    for name, kind, text in given:
        for setting, linter in linters.items():
            try:
                report = linter.check(text, kind=kind or None, path=name if not kind else None)
            except SourceError:
                continue
            yield setting, hash_of(text), report


def said(report: Report, text: str) -> Iterator[tuple[Said, Any]]:
    """Yield what the rules said of a text, findings and passes."""
    for found in report.diagnostics:
        if not found.code.startswith("POST"):
            yield (
                Said(
                    text, found.code, "fail", found.message_id, (found.span.start, found.span.end)
                ),
                found,
            )
    for record in report.outcomes:
        if record.verdict is Verdict.PASS:
            at = (record.spans[0].start, record.spans[0].end) if record.spans else (0, 0)
            yield Said(text, record.code, "pass", "", at), record


def judgements() -> dict[Said, dict[str, Any]]:
    """Return what readers said."""
    found = {}
    for path in sorted(JUDGED.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if "rule" not in row:  # what was judged of facts stands beside
                continue
            key = Said(row["text"], row["rule"], row["verdict"], row["message"], tuple(row["span"]))
            found[key] = row
    return found


def measure(root: Path, select: Sequence[str]) -> tuple[dict[str, Tally], int, int]:
    """Return the tally of each rule, how many judgements there are and how many stand."""
    known = judgements()
    tallies: dict[str, Tally] = {}
    standing: set[Said] = set()
    judged = {key.text for key in known}
    more = (*others(root), *written())
    beside = {hash_of(one[2]): one for one in more if hash_of(one[2]) in judged}
    for setting, text, report in reports((*texts(root), *beside.values()), select):
        for record in report.outcomes:
            tally = tallies.setdefault(record.code, Tally())
            if setting == "plain" and text not in beside:
                tally.verdicts[record.verdict.value] += 1
        for key, _ in said(report, text):
            if key in known and key not in standing:
                standing.add(key)
                tally = tallies[key.rule]
                (tally.fail if key.verdict == "fail" else tally.passed).append(known[key])
    return dict(sorted(tallies.items())), len(known), len(standing)


def everywhere(root: Path, select: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return by rule how many findings and passes all texts of the corpus have."""
    given = [*texts(root), *others(root)]
    found: dict[str, set[Said]] = {}
    for _, text, report in reports(given, select):
        for record in report.outcomes:
            found.setdefault(record.code, set())
        for key, _ in said(report, text):
            found[key.rule].add(key)
    return {
        rule: {
            "texts": len({hash_of(one[2]) for one in given}),
            **{kind: sum(key.verdict == kind for key in keys) for kind in ("fail", "pass")},
        }
        for rule, keys in found.items()
    }


def share(rows: Iterable[dict[str, Any]], what: str) -> float | None:
    """Return the share of judgements that say yes, `None` where there is none."""
    given = [bool(row[what]) for row in rows]
    return sum(given) / len(given) if given else None


def figures(tallies: dict[str, Tally]) -> dict[str, Any]:
    """Return the figures of each rule, of each family, of the starting set and of all."""
    found: dict[str, Any] = {code: _figures([tally]) for code, tally in tallies.items()}
    families = {code.rstrip("0123456789") for code in tallies}
    for family in sorted(families):
        found[family] = _figures([t for c, t in tallies.items() if c.startswith(family)])
    on = {rule.meta.code for rule in Linter(config=Config()).rules.rules}
    found["set"] = _figures([tally for code, tally in tallies.items() if code in on])
    found["all"] = _figures(list(tallies.values()))
    return found


def _figures(tallies: Sequence[Tally]) -> dict[str, Any]:
    verdicts = sum((tally.verdicts for tally in tallies), Counter())
    fails = [row for tally in tallies for row in tally.fail]
    passes = [row for tally in tallies for row in tally.passed]
    known = verdicts["fail"] + verdicts["pass"]
    ours = {hash_of(text) for _, _, text in written()}
    return {
        **{name.value: verdicts[name.value] for name in Verdict},
        "fails": round(verdicts["fail"] / known, 2) if known else None,
        "judged": len(fails),
        "written": sum(row["text"] in ours for row in fails),
        **{what: share(fails, what) for what in FINDING},
        "judged-passes": len(passes),
        "right": share(passes, "right"),
    }


def timed(root: Path, select: Sequence[str], tallies: dict[str, Tally]) -> None:
    """Add what each rule's own work costs on a text whose facts are known."""
    linter = Linter(config=Config(), select=tuple(select) or ("ALL",))
    rules = linter.rules.rules
    book = linter._plan.book  # the very book that checks are made with
    count = 0
    for name, kind, text in texts(root):
        case = Case(linter.read(text, kind=kind or None, path=name if not kind else None), book)
        count += 1
        for again in (False, True):
            for rule in rules:
                begin = perf_counter()
                list(answers(rule, case))
                if again and rule.meta.code in tallies:
                    tallies[rule.meta.code].seconds += perf_counter() - begin
    for tally in tallies.values():
        tally.seconds /= max(count, 1)


def draw(
    given: Iterable[tuple[str, str, str]],
    select: Sequence[str],
    verdict: str,
    each: int,
    seed: int,
) -> None:
    """Print a choice of what nobody has judged, to be read."""
    known = judgements()
    found: dict[str, dict[Said, tuple[Any, Report]]] = {}
    for _, text, report in reports(given, select):
        for key, one in said(report, text):
            if key.verdict == verdict and key not in known:
                found.setdefault(key.rule, {}).setdefault(key, (one, report))
    number = 0
    for rule in sorted(found):
        keys = sorted(found[rule], key=lambda key: (key.text, key.span))
        for key in some(f"{seed}{rule}", keys, each):
            one, report = found[rule][key]
            number += 1
            print(f"@{number} {json.dumps([key.text, rule, verdict, key.message, key.span])}")
            print(f"   [{report.facts['title'].value}; {len(report.source.text)} characters]")
            message = one.message if verdict == "fail" else one.reason
            level = one.severity.value if verdict == "fail" else "pass"
            print(f"   {level}: {message}")
            start, end = key.span
            words = report.source.text
            before, after = words[max(0, start - _AROUND) : start], words[end : end + _AROUND]
            shown = f"{before}>>>{words[start:end][:400]}<<<{after}"
            print("   " + " ".join(shown.split()))


def table(tallies: dict[str, Tally], time: bool) -> str:
    """Return the figures as lines."""
    lines = [
        f"{'rule':8} {'pass':>5} {'fail':>5} {'n/a':>5} {'?':>5} {'fails':>6}"
        f" {'judged':>7} {'true':>5} {'useful':>6} {'words':>6} {'passes':>7} {'right':>6}"
        + (f" {'us':>6}" if time else "")
    ]
    for name, row in figures(tallies).items():
        widths = zip(FINDING, (5, 6, 6), strict=True)
        cells = [
            f"{name:8} {row['pass']:5} {row['fail']:5} {row['not-applicable']:5}",
            f"{row['cannot-tell']:5} {_cell(row['fails']):>6} {row['judged']:7}",
            *(f"{_cell(row[what]):>{width}}" for what, width in widths),
            f"{row['judged-passes']:7} {_cell(row['right']):>6}",
        ]
        if time and name in tallies:
            cells.append(f"{tallies[name].seconds * 1e6:6.0f}")
        lines.append(" ".join(cells))
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def below(tallies: dict[str, Tally], floors: Path) -> list[str]:
    """Return what is below its floor."""
    wanted = tomllib.loads(floors.read_text("utf-8")).get("verdicts", {})
    reached = figures(tallies)
    return [
        f"{name}: {what} is {_cell(reached[name][what])}, and {floor:.2f} is the floor."
        for name, least in wanted.items()
        for what, floor in least.items()
        if name in reached and (reached[name][what] is None or reached[name][what] < floor)
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures, or draw; return 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--select", nargs="*", default=[])
    parser.add_argument("--draw", choices=("fail", "pass"))
    parser.add_argument("--each", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--others", type=int, default=0)
    parser.add_argument("--time", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--floors", type=Path)
    given = parser.parse_args(argv)
    if given.draw:
        chosen = some(str(given.seed), others(given.root), given.others)
        drawn = chosen if given.others else texts(given.root)
        draw(drawn, given.select, given.draw, given.each, given.seed)
        return 0
    tallies, judged, standing = measure(given.root, given.select)
    if given.time and not given.json:
        timed(given.root, given.select, tallies)
    if given.json or given.write:
        rows = figures(tallies)
        before = json.loads(WRITTEN.read_text("utf-8")) if WRITTEN.exists() else {}
        whole = everywhere(given.root, given.select) if given.whole else {}
        for name, row in rows.items():
            counted = whole.get(name) or before.get(name, {}).get("in-all")
            if counted:
                row["in-all"] = counted
        written = json.dumps(rows, indent=1) + "\n"
        if given.write:
            given.write.write_text(written, "utf-8")
        else:
            print(written, end="")
    if not given.json:
        print(table(tallies, given.time))
        print(f"{standing} of {judged} judgements stand: the others are of what is said no more.")
    faults = below(tallies, given.floors) if given.floors else []
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

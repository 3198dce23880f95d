"""How well postlint reads real postings, measured on a file of labels.

    python benchmarks/quality.py LABELS... ROOT [--source NAME] [--misses FACT] [--json]
                                 [--floors benchmarks/floors.toml] [--held-out]

LABELS are JSON Lines files with one object a posting; `file` is a path under
ROOT, and `row` (from 0) and `field` name the text where the file is `.jsonl`.
Texts are read with universal newlines, so that the labels' offsets hold.

Every file is measured apart, under its name without `.jsonl`; behind its table
stands a line for each source (`sources.py` says what one is), and `--source`
measures the postings of one source alone.

What counts as right
    A *quote* fact is right when both sides have none, or when both have a
    quote and their spans share a character; a title also when the words are
    the same. A *value* fact is right when the values are equal; its empty
    value (none, unknown, other, false) is the negative. A quote or value where
    the label has none is a false positive, a missing one a false negative, and
    a wrong one is both. `protected_classes` counts each class. Sections are
    found when the heading spans overlap one to one, and the title's heading is
    none of them; duties are found likewise; kinds,
    duty labels and essential marks are shares of those found. Duties are
    measured where the labels have any, up to the last labelled one, because
    labels stop at thirty. `told` is the F1 of telling that there is something,
    wherever it stands.

`--held-out` also judges the labels of duties by weights that were learned without
the postings' whole collection, which takes a minute and needs scikit-learn; the
label of a duty in the tables is one that was learned from, too.

The floors are tables by file and figure, `[labels.title]`; a file that has none
is measured and held to nothing. Exits 1 with `--floors` when a figure is below
its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from attrs import Factory, define, frozen

from postlint import Linter
from postlint.document.parts import Section
from postlint.engine.report import Report
from postlint.facts.duty_classes import duty_classes
from postlint.facts.essential import duty_essential
from postlint.text.source import Span
from sources import source_of

QUOTES = (
    "title",
    "reports_to",
    "cabinet",
    "nondiscrimination",
    "equity_commitment",
    "essential_legend",
    "accommodation",
    "closing",
    "degree_equivalency",
    "driver_license",
)
VALUES: Mapping[str, object] = {
    "role": "other",
    "sector": "unknown",
    "essential": "none",
    "physical_demands": False,
    "pay": "none",
    "flsa": None,
    "degree": "none",
}
FACTS = (
    "is_posting",
    "title",
    "role",
    "sector",
    "reports_to",
    "cabinet",
    "nondiscrimination",
    "protected_classes",
    "equity_commitment",
    "essential",
    "essential_legend",
    "accommodation",
    "physical_demands",
    "pay",
    "flsa",
    "closing",
    "degree",
    "degree_equivalency",
    "driver_license",
)


@define
class Tally:
    """True positives, false positives and false negatives of one thing."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 where nothing was said."""
        said = self.right + self.false
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was said; 1 where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        double = 2 * self.right
        total = double + self.false + self.missed
        return double / total if total else 1.0

    def count(self, *, said: bool, there: bool, right: bool) -> None:
        """Count one answer."""
        if said and there and right:
            self.right += 1
            return
        self.false += said
        self.missed += there


@define
class Share:
    """How many of those counted came out right."""

    right: int = 0
    total: int = 0

    @property
    def accuracy(self) -> float:
        """The share; 1 where nothing was counted."""
        return self.right / self.total if self.total else 1.0


@frozen
class Miss:
    """One wrong answer: what it is about, whose, what was said and what the label says."""

    fact: str
    id: str
    kind: Literal["false", "missed", "wrong"]
    said: str
    label: str


@define
class Score:
    """The figures of a set of postings."""

    postings: int = 0
    facts: dict[str, Tally] = Factory(lambda: {name: Tally() for name in FACTS})
    told: dict[str, Tally] = Factory(lambda: {name: Tally() for name in FACTS})
    sections: Tally = Factory(Tally)
    section_kinds: Share = Factory(Share)
    duties: Tally = Factory(Tally)
    duty_labels: Share = Factory(Share)
    duty_essential: Share = Factory(Share)
    confusion: Counter[tuple[str, str]] = Factory(Counter)
    misses: list[Miss] = Factory(list)

    def figures(self) -> dict[str, dict[str, float]]:
        """Return every figure by name, rounded to four places."""
        table: dict[str, dict[str, float]] = {}
        for name in FACTS:
            tally = self.facts[name]
            table[name] = _rounded(tally) | {"told": round(self.told[name].f1, 4)}
        table["sections"] = _rounded(self.sections)
        table["section_kinds"] = {"accuracy": round(self.section_kinds.accuracy, 4)}
        table["duties"] = _rounded(self.duties)
        table["duty_labels"] = {"accuracy": round(self.duty_labels.accuracy, 4)}
        table["duty_essential"] = {"accuracy": round(self.duty_essential.accuracy, 4)}
        return table


def _rounded(tally: Tally) -> dict[str, float]:
    return {
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
    }


def read_labels(path: Path) -> list[dict[str, Any]]:
    """Return the labels of a file, one object a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(label: Mapping[str, Any], root: Path) -> str:
    """Return the text a label speaks about, with its newlines made one sign."""
    with (root / str(label["file"])).open(encoding="utf-8") as file:  # universal newlines
        text: str = file.read()
    if label.get("row") is not None:
        text = str(json.loads(text.split("\n")[label["row"]])[label["field"]])
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def measure(labels: Iterable[Mapping[str, Any]], root: Path, linter: Linter) -> dict[str, Score]:
    """Return the scores by source; the whole stands under the empty name."""
    scores: dict[str, Score] = {"": Score()}
    for label in labels:
        text = text_of(label, root)
        path = None if label.get("row") is not None else label["file"]
        report = linter.check(text, path=path)
        for score in (scores[""], scores.setdefault(source_of(label["file"]), Score())):
            score.postings += 1
            _facts(score, label, report)
            _sections(score, label, report)
            _duties(score, label, report)
    return scores


def _facts(score: Score, label: Mapping[str, Any], report: Report) -> None:
    spans = label.get("spans", {})
    posting = report.facts["is_posting"]
    _count(score, label, "is_posting", bool(posting.value), True, right=bool(posting.value))
    for name in QUOTES:
        fact = report.facts[name]
        wanted = spans.get(name)
        right = bool(
            wanted
            and fact.value is not None
            and (
                any(
                    report.source.given_span(span).overlaps(Span(*wanted))
                    for span in fact.spans[:1]
                )
                # The same words said once more are the same answer.
                or _same_words(fact.value, label.get(name))
            )
        )
        _count(score, label, name, fact.value, label.get(name), right=right)
    for name, empty in VALUES.items():
        value, wanted = report.facts[name].value, label.get(name)
        said = None if value == empty else value
        there = None if wanted == empty else wanted
        _count(score, label, name, said, there, right=said == there)
    _classes(score, label, report)


def _classes(score: Score, label: Mapping[str, Any], report: Report) -> None:
    name = "protected_classes"
    said, there = set(report.facts[name].value), set(label.get(name) or ())
    tally = score.facts[name]
    tally.right += len(said & there)
    tally.false += len(said - there)
    tally.missed += len(there - said)
    score.told[name].count(said=bool(said), there=bool(there), right=True)
    if said != there:
        extra, lacking = ", ".join(sorted(said - there)), ", ".join(sorted(there - said))
        score.misses.append(Miss(name, label["id"], "wrong", f"too many: {extra}", lacking))


def _count(
    score: Score, label: Mapping[str, Any], name: str, said: object, there: object, *, right: bool
) -> None:
    is_said, is_there = said not in (None, False), there not in (None, False)
    score.facts[name].count(said=is_said, there=is_there, right=right)
    score.told[name].count(said=is_said, there=is_there, right=True)
    if (is_said or is_there) and not (is_said and is_there and right):
        kind: Literal["false", "missed", "wrong"] = (
            "wrong" if is_said and is_there else "false" if is_said else "missed"
        )
        score.misses.append(Miss(name, label["id"], kind, str(said), str(there)))


def _same_words(one: object, other: object) -> bool:
    return str(one).casefold().split() == str(other).casefold().split()


def pair(found: Sequence[Span], wanted: Sequence[Span]) -> list[tuple[int, int]]:
    """Pair spans that overlap, each at most once, the largest overlaps first."""
    overlaps = sorted(
        (
            (min(a.end, b.end) - max(a.start, b.start), i, j)
            for i, a in enumerate(found)
            for j, b in enumerate(wanted)
            if a.overlaps(b)
        ),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    left, right, pairs = set[int](), set[int](), []
    for _, i, j in overlaps:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _sections(score: Score, label: Mapping[str, Any], report: Report) -> None:
    found = [section for section in report.posting.sections if section.heading]
    wanted = [entry for entry in label.get("sections", ()) if entry.get("span")]
    given = report.source.given_span
    spans = [given(section.heading.span) for section in found if section.heading]
    pairs = pair(spans, [Span(*entry["span"]) for entry in wanted])
    taken = {i for i, _ in pairs}
    # A title set as a heading, or said once more, is measured as a title, and is no section.
    named = label.get("spans", {}).get("title")
    taken |= {
        i
        for i, span in enumerate(spans)
        if named and (span.overlaps(Span(*named)) or _is_title_again(found[i], label["title"]))
    }
    score.sections.right += len(pairs)
    score.sections.false += len(found) - len(taken)
    score.sections.missed += len(wanted) - len(pairs)
    for i, section in enumerate(found):
        if i not in taken and section.heading:
            said = f"{section.heading.text} ({section.kind.value if section.kind else 'title'})"
            score.misses.append(Miss("sections", label["id"], "false", said, ""))
    for j, entry in enumerate(wanted):
        if j not in {j for _, j in pairs}:
            there = f"{entry['heading']} ({entry['kind']})"
            score.misses.append(Miss("sections", label["id"], "missed", "", there))
    for i, j in pairs:
        kind = found[i].kind
        said = kind.value if kind else "other"
        score.section_kinds.total += 1
        if said == wanted[j]["kind"]:
            score.section_kinds.right += 1
        else:
            what = f"{wanted[j]['heading']}: {said}"
            score.misses.append(
                Miss("section_kinds", label["id"], "wrong", what, wanted[j]["kind"])
            )


def _is_title_again(section: Section, title: str) -> bool:
    """Say whether a heading was read as the title and has the labelled title's words."""
    said = "" if section.heading is None else section.heading.text
    return section.kind is None and (
        f" {' '.join(title.casefold().split())} " in f" {' '.join(said.casefold().split())} "
    )


def _duties(score: Score, label: Mapping[str, Any], report: Report) -> None:
    wanted = [entry for entry in label.get("duties", ()) if entry.get("span")]
    if not wanted:
        return
    posting = report.posting
    last = max(entry["span"][1] for entry in wanted)
    limit = last if len(wanted) >= 30 else len(posting.source.given)
    given = posting.source.given_span
    duties = [(n, duty) for n, duty in enumerate(posting.duties) if given(duty.span).start < limit]
    places = [given(duty.span) for _, duty in duties]
    pairs = pair(places, [Span(*entry["span"]) for entry in wanted])
    score.duties.right += len(pairs)
    score.duties.false += len(duties) - len(pairs)
    score.duties.missed += len(wanted) - len(pairs)
    taken, met = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, (_, duty) in enumerate(duties):
        if i not in taken:
            score.misses.append(Miss("duties", label["id"], "false", duty.text.text[:90], ""))
    for j, entry in enumerate(wanted):
        if j not in met:
            score.misses.append(Miss("duties", label["id"], "missed", "", entry["text"][:90]))
    classes, marks = report[duty_classes].value, report[duty_essential].value
    for i, j in pairs:
        number, duty = duties[i]
        entry = wanted[j]
        said = classes[number].label
        score.duty_labels.total += 1
        score.duty_labels.right += said == entry["label"]
        score.confusion[entry["label"], said] += 1
        if said != entry["label"]:
            what = f"{said}: {duty.text.text[:90]}"
            score.misses.append(Miss("duty_labels", label["id"], "wrong", what, entry["label"]))
        score.duty_essential.total += 1
        score.duty_essential.right += marks[number] == entry["essential"]
        if marks[number] != entry["essential"]:
            what = f"{marks[number]}: {duty.text.text[:60]}"
            there = str(entry["essential"])
            score.misses.append(Miss("duty_essential", label["id"], "wrong", what, there))


def _lines(score: Score) -> Iterator[str]:
    yield f"{score.postings} postings"
    yield f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'told':>7}{'right':>7}{'false':>7}{'missed':>7}"
    rows: list[tuple[str, Tally, Tally | None]] = [
        (name, score.facts[name], score.told[name]) for name in FACTS
    ]
    rows += [("sections", score.sections, None), ("duties", score.duties, None)]
    for name, tally, told in rows:
        figures = f"{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        figures += f"{told.f1:7.3f}" if told else " " * 7
        yield f"{name:22}{figures}{tally.right:7}{tally.false:7}{tally.missed:7}"
    for name, share in (
        ("section kinds", score.section_kinds),
        ("duty labels", score.duty_labels),
        ("duty essential", score.duty_essential),
    ):
        yield f"{name:22}accuracy {share.accuracy:.3f} of {share.total}"
    kinds = ("leadership", "technical", "mixed", "other")
    yield f"{'label / said':22}" + "".join(f"{kind:>12}" for kind in kinds)
    for there in kinds:
        cells = "".join(f"{score.confusion[there, said]:12}" for said in kinds)
        yield f"{there:22}{cells}"


# What a source is told by in one line.
_COLUMNS = ("title", "role", "sector", "pay", "closing", "sections", "duties")


def _by_source(scores: Mapping[str, Score]) -> Iterator[str]:
    heads = (*_COLUMNS, "kinds", "labels")
    yield f"{'source (F1; accuracy)':30}{'postings':>9}" + "".join(f"{name:>9}" for name in heads)
    for source, score in sorted(scores.items()):
        if not source:
            continue
        figures = [
            score.sections if name == "sections" else score.duties if name == "duties" else None
            for name in _COLUMNS
        ]
        tallies = [
            tally or score.facts[name] for name, tally in zip(_COLUMNS, figures, strict=True)
        ]
        cells = [f"{tally.f1:9.3f}" if _counted(tally) else f"{'-':>9}" for tally in tallies]
        shares = (score.section_kinds, score.duty_labels)
        cells += [f"{share.accuracy:9.3f}" if share.total else f"{'-':>9}" for share in shares]
        yield f"{source:30}{score.postings:9}" + "".join(cells)


def _counted(tally: Tally) -> bool:
    return bool(tally.right or tally.false or tally.missed)


def below(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, Any]) -> list[str]:
    """Return a line for every figure that is below its floor."""
    faults = []
    for name, wanted in floors.items():
        for figure, floor in wanted.items():
            reached = figures.get(name, {}).get(figure)
            if reached is None:
                faults.append(f"{name}.{figure} has a floor and no figure")
            elif reached < floor:
                faults.append(f"{name}.{figure} is {reached:.4f}, below its floor of {floor}")
    return faults


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and say with the exit code whether the floors hold."""
    summary, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=summary)
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("root", type=Path)
    parser.add_argument("--source", metavar="NAME", help="measure the postings of one source")
    parser.add_argument(
        "--misses", metavar="FACT", help="list what was read wrongly; 'all' for all"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--floors", type=Path)
    parser.add_argument(
        "--held-out", action="store_true", help="judge duty labels with collections held out"
    )
    options = parser.parse_args(argv)
    if options.floors and options.source:
        parser.error("floors hold for whole files; leave out --source")
    floors = tomllib.loads(options.floors.read_text("utf-8")) if options.floors else {}
    linter, tables, faults = Linter(), {}, []
    for path in options.labels:
        labels = read_labels(path)
        if options.source:
            labels = [label for label in labels if source_of(label["file"]) == options.source]
        scores = measure(labels, options.root, linter)
        whole = scores[""]
        tables[path.stem] = {
            "postings": whole.postings,
            "figures": whole.figures(),
            "sources": {name: each.figures() for name, each in sorted(scores.items()) if name},
        }
        faults += [
            f"{path.stem}: {fault}" for fault in below(whole.figures(), floors.get(path.stem, {}))
        ]
        if not options.json:
            print(f"{path.stem}: " + "\n".join(_lines(whole)))
            print("\n".join(_by_source(scores)) + "\n")
            _print_misses(whole, options.misses)
    if options.held_out:
        # Needs what a measurement of reading does not.
        from train_duties import Trainer, load, validate  # noqa: PLC0415

        validate(
            Trainer(load(options.labels, options.root)), lambda each: each.folder, "collections"
        )
    if options.json:
        print(json.dumps(tables, indent=2))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _print_misses(score: Score, fact: str | None) -> None:
    for miss in score.misses:
        if fact in ("all", miss.fact):
            print(f"{miss.fact} {miss.kind} {miss.id}\n    said  {miss.said!r}")
            print(f"    label {miss.label!r}")


if __name__ == "__main__":
    sys.exit(main())

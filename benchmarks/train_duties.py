"""Trains and judges the duty classifier.

    python benchmarks/train_duties.py LABELS... ROOT            # accuracy only
    python benchmarks/train_duties.py LABELS... ROOT --write    # and write model.json

`LABELS` are files of labelled postings, one JSON object a line; `ROOT` is the
folder their file names start from. Needs scikit-learn; the package does not.

The labels of more postings of the same collections stand beside this script in
`duties_labelled.jsonl`, as places in the files and no text; they are learned
from, and judged, together with LABELS. So are those of `duties_judged.jsonl`:
runs of duties from 483 texts that LABELS has nothing of, drawn by a seed from
every collection (technology posts first, of those without one the duties the
weights were least sure of) and labelled one by one by a reader who saw the
post's title and the duty, and not what the weights said. Before that the reader
labelled 250 duties of LABELS unseen and agreed with 90 of 100. The duties of
`duties_elsewhere.jsonl` are of posts of other trades, 413 texts, those in which
the weights were least sure or saw something technical; they weigh less, and what
surroundings weigh is not learned from them.

Accuracy is by nested grouped cross-validation: the groups of the outer folds
are postings, employers, or whole collections, so that no text is judged by
weights learned from its kin, and the strength of regularisation is chosen on
inner folds of the rest. The invented duties beside this script are in every
training set and in no test set. What cross-validation cannot take back: the
words of `classes.toml` and the invented duties were written by someone who had
read the labelled postings.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import io
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from duty_tables import compile_tables, read_classes
from postlint.facts.duties.reading import DutyReading, read
from postlint.facts.duties.scoring import features, is_catch_all, score, surroundings, weigh
from postlint.facts.duties.tables import Tables, build_tables
from postlint.facts.duties.values import LABELS, Label, Scores
from postlint.lexicon import Words
from sources import collection_of
from verdicts import hash_of

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/postlint/facts/duties/model.json"
INVENTED = HERE / "duties_invented.txt"
LABELLED = HERE / "duties_labelled.jsonl"
JUDGED = HERE / "duties_judged.jsonl"
ELSEWHERE = HERE / "duties_elsewhere.jsonl"
LETTERS: dict[str, Label] = {"L": "leadership", "T": "technical", "M": "mixed", "O": "other"}

STRENGTHS = (0.25, 0.5, 1.0, 2.0)
CONTEXT_STRENGTH = 0.3
INVENTED_WEIGHT = 2.0
# Duties of other trades teach words, and little of what a technology post's are.
ELSEWHERE_WEIGHT = 0.3
# A word that stands in fewer duties says nothing yet.
RARE = 6
OUTER, INNER = 10, 5
DECIMALS = 2

# Where a labelled duty ends: the label holds its first hundred characters only.
END = re.compile(
    r"\n[^\S\n]*\n|\n[^\S\n]*(?:[-*\u2022\u00b7\u25aa\u25cf\u25cb\u25a0\u25a1\uf0b7\uf0a7]"
    r"|o |!\"|\(?\d{1,2}[.)] )|\ninfo sessions:|\n#"
)
LONGEST, FAR, LONG_LINE = 900, 200, 200


class Example(NamedTuple):
    """One labelled duty, and the groups it belongs to."""

    text: str
    label: Label
    posting: str
    employer: str
    folder: str
    source: str


def load(labels: Sequence[Path], root: Path) -> list[Example]:
    """Return the labelled duties, posting by posting, in the order of the text."""
    return [
        example
        for path in (*labels, LABELLED, JUDGED, ELSEWHERE)
        for row in _rows(path)
        for example in _examples(root, row, path.name)
    ]


def _rows(labels: Path) -> Iterator[dict[str, Any]]:
    for line in labels.read_text(encoding="utf-8").split("\n"):
        if line:
            yield json.loads(line)


def _examples(root: Path, row: dict[str, Any], source: str) -> Iterator[Example]:
    if not row["duties"]:
        return
    text = _text(root / row["file"], row)
    folder = collection_of(row["file"])
    name = row.get("id") or f"{row['file']}#{row.get('row', '')}"
    labelled = [duty for duty in row["duties"] if duty.get("span")]
    starts = sorted(duty["span"][0] for duty in labelled)
    wrapped = max(map(len, text.split("\n"))) <= LONG_LINE or folder.startswith("univ")
    judged = "text" in row
    if judged and hash_of(text) != row["text"]:
        raise SystemExit(f"{name} is not the text whose duties were judged")
    for duty in labelled:
        start, end = duty["span"]
        limit = min((other for other in starts if other > start), default=len(text))
        yield Example(
            # Who judged a duty marked all of it.
            text[start:end] if judged else _whole(text, start, end, limit, wrapped=wrapped),
            duty["label"],
            name,
            _employer(name, row["file"], folder),
            folder,
            source,
        )


def _text(path: Path, row: dict[str, Any]) -> str:
    text = path.read_bytes().decode("utf-8", "replace")
    if path.suffix == ".csv":
        csv.field_size_limit(len(text))
        records = list(csv.DictReader(io.StringIO(text, newline="")))
        return _newlines(records[row["row"]][row["field"]])
    text = _newlines(text)
    if path.suffix == ".jsonl":
        text = _newlines(json.loads(text.split("\n")[row["row"]])[row["field"]])
    return text


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _whole(text: str, start: int, end: int, limit: int, *, wrapped: bool) -> str:
    """Return a duty as it runs on past what its label holds."""
    stop = min(limit, start + LONGEST)
    broken = END.search(text, start + 10, stop)
    if broken:
        stop = broken.start()
    if not wrapped or limit - end > FAR * 4:
        line = text.find("\n", end, stop)
        stop = stop if line < 0 else line
    return text[start:stop].rstrip()


def _employer(posting: str, file: str, folder: str) -> str:
    """Return who posted it, as far as the file's name tells: one group where texts are shared."""
    if folder in ("seeds", "it-private-dice", "university-museum-pdf"):
        return posting
    names = f"{posting} {file}".replace("-nc-state-", "-north-carolina-state-")
    for name in ("boulder", "king-county", "north-carolina", "18f", "login", "fedramp"):
        if name in names:
            return name
    return folder if folder in ("federal-tts", "uk-education-ddat", "canada-ex") else posting


def invented() -> list[tuple[str, Label]]:
    """Return the invented duties."""
    lines = INVENTED.read_text(encoding="utf-8").split("\n")
    return [(line[2:], LETTERS[line[0]]) for line in lines if line[:1] in LETTERS]


class Trainer:
    """Fits the two regressions on some of the examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        # On matrices this small threads cost ten times what they save.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self._sparse = importlib.import_module("scipy.sparse").csr_matrix
        linear = importlib.import_module("sklearn.linear_model")
        self._regression = linear.LogisticRegression
        self._grouped = importlib.import_module("sklearn.model_selection").GroupKFold
        self.stored = compile_tables(read_classes())
        self.tables = build_tables(self.stored, {})
        self.examples = examples
        self.found = [self._features(each.text) for each in examples]
        self.catch_all = [is_catch_all(self._read(each.text)) for each in examples]
        extra = invented()
        self.extra = [(self._features(text), label) for text, label in extra]
        self.around = _neighbourhoods(examples)
        self.elsewhere = [each.source == ELSEWHERE.name for each in examples]

    def _read(self, text: str) -> DutyReading:
        return read(Words(text), self.tables)

    def _features(self, text: str) -> dict[str, float]:
        return features(self._read(text), self.tables)

    def folds(self, places: Sequence[int], groups: Sequence[str], count: int) -> Iterator[Any]:
        """Yield pairs of places to learn from and to judge, no group in both."""
        names = [groups[place] for place in places]
        count = min(count, len(set(names)))
        for learn, judge in self._grouped(count).split(places, groups=names):
            yield [places[i] for i in learn], [places[i] for i in judge]

    def words(self, places: Sequence[int], strength: float) -> Tables:
        """Return tables with weights learned from some places and the invented duties."""
        rows = [self.found[place] for place in places] + [found for found, _ in self.extra]
        labels = [self.examples[place].label for place in places]
        labels += [label for _, label in self.extra]
        counts = Counter(chain.from_iterable(rows))
        names = sorted(name for name in counts if _tells(name, counts[name]))
        index = {name: column for column, name in enumerate(names)}
        cells = [(line, name) for line, row in enumerate(rows) for name in row if name in index]
        values = [rows[line][name] for line, name in cells]
        where = [line for line, _ in cells], [index[name] for _, name in cells]
        matrix = self._sparse((values, where), shape=(len(rows), len(names)))
        weights = [ELSEWHERE_WEIGHT if self.elsewhere[place] else 1.0 for place in places]
        weights += [INVENTED_WEIGHT] * len(self.extra)
        model = self._regression(C=strength, max_iter=2000)
        model.fit(matrix, labels, sample_weight=weights)
        order = [list(model.classes_).index(label) for label in LABELS]
        learned: dict[str, Any] = {
            "weights": {
                name: row
                for column, name in enumerate(names)
                if any(row := [round(float(model.coef_[i][column]), DECIMALS) + 0.0 for i in order])
            },
            "bias": [round(float(model.intercept_[i]), DECIMALS) for i in order],
        }
        return build_tables(self.stored, learned)

    def both(self, places: Sequence[int], strength: float, groups: Sequence[str]) -> Tables:
        """Return tables with the weights of a duty's words and of its surroundings.

        What the surroundings weigh is learned from scores as unsure as those of new texts:
        scores given by the other groups' words.
        """
        own: dict[int, Scores] = {}
        for learn, judge in self.folds(places, groups, INNER):
            tables = self.words(learn, strength)
            own.update((place, score(self.found[place], tables)) for place in judge)
        technology = [place for place in places if not self.elsewhere[place]]
        rows = [self._seen(place, own) for place in technology]
        model = self._regression(C=CONTEXT_STRENGTH, max_iter=2000)
        model.fit(rows, [self.examples[place].label for place in technology])
        tables = self.words(places, strength)
        context = []
        for label in LABELS:
            i = list(model.classes_).index(label)
            row = [*model.coef_[i], model.intercept_[i]]
            context.append([round(float(value), DECIMALS) for value in row])
        learned = {"weights": tables.weights, "bias": tables.bias, "context": context}
        return build_tables(self.stored, learned)

    def _seen(self, place: int, own: dict[int, Scores]) -> list[float]:
        from math import log  # noqa: PLC0415

        before, after = self.around[place]
        beside, rest = surroundings([own[each] for each in range(before, after)])[place - before]
        return [log(max(0.02, value)) for value in (*own[place], *beside, *rest)]

    def judge(self, places: Sequence[int], tables: Tables, *, alone: bool = False) -> list[Label]:
        """Return the labels given by tables: to whole postings, or to each duty alone."""
        own = {place: score(self.found[place], tables) for place in places}
        given: list[Label] = []
        for place in places:
            before, after = self.around[place]
            scores = own[place]
            if not alone:
                posting = [own[each] for each in range(before, after)]
                scores = weigh(scores, surroundings(posting)[place - before], tables)
            label = scores.label
            given.append("other" if self.catch_all[place] else label)
        return given

    def strength(self, places: Sequence[int], groups: Sequence[str]) -> float:
        """Return the strength of regularisation that does best on inner folds."""
        right: Counter[float] = Counter()
        for strength in STRENGTHS:
            for learn, judge in self.folds(places, groups, INNER):
                tables = self.words(learn, strength)
                right[strength] += sum(
                    score(self.found[place], tables).label == self.examples[place].label
                    for place in judge
                    if not self.elsewhere[place]
                )
        # A duty more or less in a hundred is chance: of strengths so near, the middle one.
        least = max(right.values()) - len(places) / 100
        near = [strength for strength in STRENGTHS if right[strength] >= least]
        return near[len(near) // 2]


def _tells(name: str, count: int) -> bool:
    """Say whether a feature is learned from: little words and rare ones say nothing."""
    return name[:2] != "w:" or (count >= RARE and len(name) > len("w:") + 2)


def _neighbourhoods(examples: Sequence[Example]) -> list[tuple[int, int]]:
    """Return for each example the range of its posting's examples."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for place in range(1, len(examples) + 1):
        if place == len(examples) or examples[place].posting != examples[start].posting:
            ranges += [(start, place)] * (place - start)
            start = place
    return ranges


def validate(trainer: Trainer, group: Callable[[Example], str], name: str) -> None:
    """Print how well each group is judged by weights learned from the others."""
    examples = trainer.examples
    groups = [group(each) for each in examples]
    whole = list(range(len(examples)))
    given: dict[int, Label] = {}
    alone: dict[int, Label] = {}
    chosen: Counter[float] = Counter()
    for learn, judge in trainer.folds(whole, groups, OUTER):
        strength = trainer.strength(learn, groups)
        chosen[strength] += 1
        tables = trainer.both(learn, strength, groups)
        given.update(zip(judge, trainer.judge(judge, tables), strict=True))
        alone.update(zip(judge, trainer.judge(judge, tables, alone=True), strict=True))
    print(f"\ngroups: {name}; strengths chosen: {dict(chosen)}")
    judged = {place: each for place, each in given.items() if examples[place].source == JUDGED.name}
    given = {
        place: each
        for place, each in given.items()
        if place not in judged and not trainer.elsewhere[place]
    }
    alone = {place: each for place, each in alone.items() if place in given}
    print(f"  accuracy {_accuracy(examples, given):.3f}; alone {_accuracy(examples, alone):.3f}")
    print(f"  of {len(judged)} duties judged in runs {_accuracy(examples, judged):.3f}")
    pairs = Counter((examples[place].label, label) for place, label in given.items())
    print("  " + "".join(f"{label:>12}" for label in ("is \\ said", *LABELS, "recall")))
    for label in LABELS:
        row = [pairs[label, said] for said in LABELS]
        recall = pairs[label, label] / sum(row)
        print(f"  {label:>12}" + "".join(f"{count:12}" for count in row) + f"{recall:12.2f}")
    precisions = [
        pairs[label, label] / max(1, sum(pairs[true, label] for true in LABELS)) for label in LABELS
    ]
    print(f"  {'precision':>12}" + "".join(f"{value:12.2f}" for value in precisions))
    _shares(examples, given, lambda each: each.source)
    _shares(examples, given, lambda each: each.folder)


def _shares(
    examples: Sequence[Example], given: dict[int, Label], part: Callable[[Example], str]
) -> None:
    """Print the share judged rightly of each part."""
    for name in sorted({part(examples[place]) for place in given}):
        places = [place for place in given if part(examples[place]) == name]
        right = sum(given[place] == examples[place].label for place in places)
        print(f"  {name:>24} {right / len(places):.3f} of {len(places)}")


def _accuracy(examples: Sequence[Example], given: dict[int, Label]) -> float:
    return sum(given[place] == examples[place].label for place in given) / len(given)


def write(trainer: Trainer) -> None:
    """Write the tables with weights learned from everything."""
    whole = list(range(len(trainer.examples)))
    groups = [each.folder for each in trainer.examples]
    strength = trainer.strength(whole, groups)
    tables = trainer.both(whole, strength, groups)
    learned = {
        "strength": strength,
        "bias": tables.bias,
        "context": tables.context,
        "weights": dict(sorted(tables.weights.items())),
    }
    text = json.dumps(
        {"learned": learned, "tables": trainer.stored}, ensure_ascii=False, separators=(",", ":")
    )
    # A line for each entry, so that a change of weights can be read in a review.
    text = text.replace('],"', '],\n"').replace('},"', '},\n"')
    MODEL.write_text(text + "\n", encoding="utf-8")
    given = dict(zip(whole, trainer.judge(whole, tables), strict=True))
    print(f"\nstrength {strength}, {len(tables.weights)} features, {len(text)} characters")
    print(f"accuracy on what it learned from {_accuracy(trainer.examples, given):.3f}")


def main(argv: Sequence[str] | None = None) -> int:
    """Judge the classifier and, when told to, write its weights."""
    parser = argparse.ArgumentParser(description="Train and judge the duty classifier.")
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("root", type=Path)
    parser.add_argument("--write", action="store_true", help="write model.json")
    parser.add_argument("--only-write", action="store_true", help="write without judging")
    options = parser.parse_args(argv)
    trainer = Trainer(load(options.labels, options.root))
    if not options.only_write:
        validate(trainer, lambda each: each.posting, "postings")
        validate(trainer, lambda each: each.employer, "employers")
        validate(trainer, lambda each: each.folder, "collections")
    if options.write or options.only_write:
        write(trainer)
    return 0


if __name__ == "__main__":
    sys.exit(main())

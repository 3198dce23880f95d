"""Teaches what the words below a heading say its section is about.

    python benchmarks/train_sections.py CORPUS...            # how well sources held out are told
    python benchmarks/train_sections.py CORPUS... --write    # and write bodies.toml

Learned from are the sections of the texts of CORPUS whose heading says plainly what they
are, and those of `sections_invented.txt` beside this script. A word's weight for a kind is
ten times the logarithm of how much oftener it stands in sections of that kind than, on the
geometric mean, in those of all; a long section counts no more than a short one. Written
are, for each kind, the words that tell most of it. No text comes into the table: a word is
kept that stands in texts of three collections, or in two invented sections and a text.
Needs nothing that postlint does not.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from answers import texts
from postlint import Linter, PostlintError
from postlint.document.bodies import body_words
from postlint.document.headings import heading_match
from postlint.document.kinds import SectionKind
from postlint.document.parts import Section
from postlint.syntax.build import openings
from sources import collection_of

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/postlint/document/bodies.toml"
INVENTED = HERE / "sections_invented.txt"

# A heading that decides has this weight at least; of some kinds none has so much.
SURE, LEAST = 6, {SectionKind.OVERVIEW: 4, SectionKind.ORGANIZATION: 4}
# Headings that a page sets over all of a posting, or over its fields.
WRAPPERS = frozenset(
    """job|position|application|please note|process notes|job description|job details
    |position details|position information|basic information|company information
    |additional information|other information""".replace("\n    ", "").split("|")
)
# Of sections with the same heading in one collection, no more are learned from.
ALIKE = 12
INVENTED_WEIGHT = 4.0
SMOOTHING = 0.15
MOST, FAINTEST = 500, 3
TEXTS, COLLECTIONS, SECTIONS = 4, 3, 2


class Example(NamedTuple):
    """A section whose kind is known, the words in it, and where it is from."""

    kind: str
    words: dict[str, int]
    collection: str


def load(corpora: Sequence[Path]) -> list[Example]:
    """Return the sections whose heading is sure, no two of them alike."""
    found, seen = [], set[tuple[str, str]]()
    alike = Counter[tuple[str, str]]()
    linter = Linter()
    for name, data, path in texts(list(corpora)):
        if "not-postings" in name or "gender-edit-pairs" in name:
            continue
        try:
            postings = linter.read_all_bytes(data, path=path)
        except PostlintError:
            continue
        collection = collection_of(name) if name.startswith("corpus/") else "seeds"
        for section in (one for posting in postings for one in posting.sections):
            kind = _sure_kind(section)
            below = openings(section.blocks)
            head = "" if section.heading is None else section.heading.text.lower().strip(" :")
            if kind is None or not below or (kind, " ".join(below)) in seen:
                continue
            seen.add((kind, " ".join(below)))
            alike[collection, head] += 1
            if head not in WRAPPERS and alike[collection, head] <= ALIKE:
                found.append(Example(kind, body_words(below), collection))
    return [*found, *invented(INVENTED)]


def _sure_kind(section: Section) -> str | None:
    match = None if section.heading is None else heading_match(section.heading.text)
    if match is None or match.share < 1 or match.kind is not section.kind:
        return None
    return match.kind.value if match.weight >= LEAST.get(match.kind, SURE) else None


def invented(path: Path) -> Iterator[Example]:
    """Yield the invented sections."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        kind, colon, body = line.partition(": ")
        if colon and not line.startswith("#"):
            yield Example(SectionKind(kind).value, body_words(body.split(" / ")), "invented")


def known(examples: Sequence[Example]) -> set[str]:
    """Return the words that may be kept: those of several sources."""
    where, often, made = defaultdict[str, set[str]](set), Counter[str](), Counter[str]()
    for one in examples:
        often.update(one.words.keys())
        for word in one.words:
            where[word].add(one.collection)
        if one.collection == "invented":
            made.update(one.words.keys())
    return {
        word
        for word, of in where.items()
        if (len(of) >= COLLECTIONS and often[word] >= TEXTS)
        or (made[word] >= SECTIONS and len(of) > 1)
    }


def teach(examples: Iterable[Example], words: set[str]) -> dict[str, dict[str, int]]:
    """Return the weights of words by kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in examples:
        here = {word: times for word, times in one.words.items() if word in words}
        share = 1 / math.sqrt(max(sum(here.values()), 1))
        if one.collection == "invented":
            share *= INVENTED_WEIGHT
        for word, times in here.items():
            counts[one.kind][word] += times * share  # type: ignore[assignment]  # a part of one
    totals = {kind: sum(of.values()) + SMOOTHING * len(words) for kind, of in counts.items()}
    taught: dict[str, dict[str, int]] = {kind: {} for kind in sorted(counts)}
    gains: dict[str, dict[str, float]] = {kind: {} for kind in counts}
    for word in sorted(words):
        logs = {k: math.log((of[word] + SMOOTHING) / totals[k]) for k, of in counts.items()}
        mean = sum(logs.values()) / len(logs)
        for kind, log in logs.items():
            weight = round(10 * (log - mean))
            if weight >= FAINTEST:
                taught[kind][word] = weight
                gains[kind][word] = math.exp(log) * (log - mean)
    best = {kind: sorted(of, key=of.__getitem__, reverse=True) for kind, of in gains.items()}
    return {kind: {word: of[word] for word in best[kind][:MOST]} for kind, of in taught.items()}


def likeliest(weights: dict[str, dict[str, int]], words: dict[str, int]) -> str:
    """Return the kind that words speak for most."""
    scores = {
        kind: sum(of[word] * times for word, times in words.items() if word in of)
        for kind, of in weights.items()
    }
    return max(scores, key=scores.__getitem__)


def judge(examples: Sequence[Example], words: set[str]) -> None:
    """Print how many sections of each kind are told, every collection held out in turn."""
    right, total = Counter[str](), Counter[str]()
    for held in sorted({one.collection for one in examples} - {"invented"}):
        weights = teach((one for one in examples if one.collection != held), words)
        for one in examples:
            if one.collection == held:
                total[one.kind] += 1
                right[one.kind] += likeliest(weights, one.words) == one.kind
    for kind in sorted(total):
        print(f"{kind:22} {right[kind] / total[kind]:.3f} of {total[kind]}")
    print(f"{'all':22} {right.total() / total.total():.3f} of {total.total()}")


def write(weights: dict[str, dict[str, int]]) -> None:
    """Write the table."""
    lines = [
        "# What the words below a heading say its section is about: weights of words and pairs",
        "# of words, as `benchmarks/train_sections.py` writes them. Not to be edited by hand.",
    ]
    for kind, of in weights.items():
        by_weight = defaultdict[int, list[str]](list)
        for word, weight in of.items():
            by_weight[weight].append(word)
        lines += ["", f"[{kind}]"]
        for weight in sorted(by_weight, reverse=True):
            lines += [f"{weight} = '''", *sorted(by_weight[weight]), "'''"]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Teach, judge and, where asked, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    examples = load(args.corpora)
    words = known(examples)
    judge(examples, words)
    if args.write:
        write(teach(examples, words))


if __name__ == "__main__":
    main()

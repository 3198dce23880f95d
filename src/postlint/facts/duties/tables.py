"""The classifier's tables: written in `classes.toml`, learned into and read from `model.json`.

TOML is for people and JSON for start-up: reading the TOML would cost more
than classifying a hundred duties. `benchmarks/train_duties.py` writes the
JSON, and a test holds it to the TOML.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from postlint.cache import read_json
from postlint.facts.duties.values import LABELS, Label
from postlint.lexicon import PhraseBook
from postlint.text.records import NamedTuple, record

# Words that move the odds by less say nothing a reader would want to see.
_LEAST_EVIDENCE = 0.1

PACKAGE = "postlint.facts.duties"


class VerbForm(NamedTuple):
    """A form of a verb: its base, its class, and which form it is (base, s, ing, ed, noun)."""

    base: str
    group: str
    kind: str


class Tables(NamedTuple):
    """Everything the classifier knows about words, ready for use."""

    forms: Mapping[str, VerbForm]
    nominals: Mapping[str, VerbForm]
    objects: Mapping[str, tuple[str, ...]]
    phrases: PhraseBook
    phrase_forms: Mapping[str, VerbForm]
    sides: Mapping[str, str]
    verb_buckets: Mapping[str, tuple[str, float]]
    object_buckets: Mapping[str, tuple[str, float]]
    lead_in: frozenset[str]
    modals: frozenset[str]
    determiners: frozenset[str]
    nouns_too: frozenset[str]
    answers_for: frozenset[str]
    light: frozenset[str]
    weights: Mapping[str, tuple[float, ...]]
    bias: tuple[float, ...]
    context: tuple[tuple[float, ...], ...]
    # The words that are features themselves, by word; `None` before any is learned.
    telling: Mapping[str, str] | None
    loudest: Mapping[str, tuple[Label, float]]


def build_tables(stored: Mapping[str, Any], learned: Mapping[str, Any]) -> Tables:
    """Return tables ready for use from their stored form and what was learned."""
    grammar = stored["grammar"]
    weights = {name: tuple(row) for name, row in learned.get("weights", {}).items()}
    return Tables(
        forms={word: record(VerbForm, entry) for word, entry in stored["forms"].items()},
        nominals={word: VerbForm(*entry) for word, entry in stored["nominals"].items()},
        objects={word: tuple(names) for word, names in stored["objects"].items()},
        phrases=PhraseBook.cached("duty-phrases", stored["phrases"]),
        phrase_forms={key: VerbForm(*key.split("|")) for key in stored["phrases"] if "|" in key},
        sides=stored["sides"],
        verb_buckets={name: (entry[0], entry[1]) for name, entry in stored["verb_buckets"].items()},
        object_buckets={
            name: (entry[0], entry[1]) for name, entry in stored["object_buckets"].items()
        },
        lead_in=frozenset(grammar["lead_in"]),
        modals=frozenset(grammar["modals"]),
        determiners=frozenset(grammar["determiners"]),
        nouns_too=frozenset(grammar["nouns_too"]),
        answers_for=frozenset(grammar["answers_for"]),
        light=frozenset(grammar["light"]),
        weights=weights,
        bias=tuple(learned.get("bias", ())),
        context=tuple(tuple(row) for row in learned.get("context", ())),
        telling={name[2:]: name for name in weights if name[:2] == "w:"} or None,
        loudest=_loudest(weights, stored["sides"]),
    )


def _loudest(
    weights: Mapping[str, tuple[float, ...]], groups: Mapping[str, str]
) -> dict[str, tuple[Label, float]]:
    """Return, of features that stand for words, the label they speak for and how loudly."""
    loudest: dict[str, tuple[Label, float]] = {}
    for name, row in weights.items():
        if name in groups or name.startswith(("h:", "h2:", "p:")):
            most = max(row)
            weight = most - (sum(row) - most) / (len(row) - 1)
            if weight >= _LEAST_EVIDENCE:
                loudest[name] = (LABELS[row.index(most)], round(weight, 2))
    return loudest


@cache
def tables() -> Tables:
    """Return the tables of this release, read when first asked for."""
    stored = read_json(PACKAGE, "model.json")
    return build_tables(stored["tables"], stored["learned"])

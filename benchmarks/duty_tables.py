"""The tables of `classes.toml` in the form in which `model.json` stores them.

They are made when the duty classifier is trained, and looked at by a test; a check reads
what is stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inflect import verb_forms
from postlint.cache import read_toml
from postlint.facts.duties.tables import PACKAGE


def compile_tables(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of `classes.toml` in the form in which they are stored.

    Of a word that stands in two verb classes the first counts; a word may
    belong to several classes of objects.
    """
    irregular = source["irregular"]
    groups = {
        base: name for name, group in reversed(source["verbs"].items()) for base in group["words"]
    }
    forms: dict[str, list[str]] = {}
    phrases: dict[str, list[str]] = {}
    for name, group in source["verbs"].items():
        for base in group["words"]:
            if groups[base] != name:
                continue
            for form in verb_forms(base, irregular):
                entry = [base, name, _kind(base, form)]
                if form.isalpha():
                    forms.setdefault(form, entry)
                else:
                    phrases.setdefault("|".join(entry), []).append(form)
    objects: dict[str, list[str]] = {}
    for name, group in source["objects"].items():
        for word in group["words"]:
            if word.isalnum():
                objects.setdefault(word, []).append(name)
            else:
                phrases.setdefault(name, []).append(word)
    return {
        "forms": forms,
        "nominals": {
            noun: [base, groups[base], "noun"] for noun, base in source["nominals"].items()
        },
        "objects": objects,
        "phrases": phrases,
        "sides": {name: group["side"] for name, group in source["objects"].items()},
        "verb_buckets": _buckets(source["verbs"]),
        "object_buckets": _buckets(source["objects"]),
        "grammar": source["grammar"],
    }


def _kind(base: str, form: str) -> str:
    if form == base:
        return "base"
    first = form.replace("-", " ").split(" ")[0]
    if first.endswith("ing"):
        return "ing"
    return "s" if first.endswith("s") and not first.endswith("ss") else "ed"


def _buckets(groups: Mapping[str, Any]) -> dict[str, list[str | float]]:
    return {name: [group["bucket"], group["weight"]] for name, group in groups.items()}


def read_classes() -> dict[str, Any]:
    """Return `classes.toml` as written."""
    classes: dict[str, Any] = read_toml(PACKAGE, "classes.toml")
    return classes

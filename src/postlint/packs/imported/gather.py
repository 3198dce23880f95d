"""Styles and lists found under a path, and the house rules made of them as TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from postlint.config.model import toml_name
from postlint.errors import SourceError
from postlint.packs.imported.lists import read_list
from postlint.packs.imported.made import Difference, Left, Made
from postlint.packs.imported.vale import read_vale
from postlint.text.records import NamedTuple

_YAML: Final = frozenset({".yml", ".yaml"})
_LISTS: Final = frozenset({".js", ".mjs", ".cjs", ".json"})
# Files of a style or a package that hold no rules.
_NOT_RULES: Final = frozenset({"meta.json", "package.json", "package-lock.json"})
# How long a line of a list may be.
_LINE = 96


class Brought(NamedTuple):
    """What a path came to: rules as TOML, how many, and what of it was left or changed."""

    toml: str
    rules: int
    left: tuple[Left, ...]
    changed: tuple[Difference, ...]


def bring(path: Path, letters: str) -> Brought:
    """Return the rules under a path; their codes begin with `letters`."""
    if not path.exists():
        raise SourceError(str(path), "there is no such file or folder")
    reported = list(_reported(path))
    made = [one for one in reported if isinstance(one, Made)]
    left = tuple(one for one in reported if isinstance(one, Left))
    changed = tuple(one for one in reported if isinstance(one, Difference))
    return Brought("".join(_tables(made, letters)), len(made), left, changed)


def _reported(path: Path) -> Iterator[Made | Left | Difference]:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    for file in files:
        if not file.is_file() or file.name in _NOT_RULES:
            continue
        style = file.parent.name or "style"
        if file.suffix in _YAML:
            yield from read_vale(file, style)
        elif file.suffix in _LISTS and (file == path or _may_hold_rules(file)):
            yield from read_list(file, style)


def _may_hold_rules(file: Path) -> bool:
    """Say whether a script of a package looks like a list: most are programs."""
    text = file.read_text("utf-8-sig", errors="replace")
    return "triggers:" in text or '"triggers"' in text or "inconsiderate" in text


def _tables(made: Iterable[Made], letters: str) -> Iterator[str]:
    names: set[str] = set()
    for number, one in enumerate(made, start=1):
        name = plain = _name(one.name)
        again = 2
        while name in names:
            name, again = f"{plain}-{again}", again + 1
        names.add(name)
        yield "".join(_table(one, f"{letters}{number:03}", name)) + "\n"


def _table(one: Made, code: str, name: str) -> Iterator[str]:
    yield "[[rule]]\n"
    rule = {
        "code": code,
        "name": name,
        "message": one.message,
        "severity": one.severity,
        "authority": one.source,
        "page": "\n\n".join(part for part in (one.why, one.link) if part),
        "pattern": one.pattern,
    }
    yield from _rows(rule)
    if one.words_at_most is not None:
        yield f'count = {{ of = "words", most = {one.words_at_most} }}\n'
    for words in one.words:
        yield "\n[[rule.words]]\n"
        yield from _rows(words._asdict())


def _rows(table: Mapping[str, str | bool | Sequence[str]]) -> Iterator[str]:
    """Yield what a table says, a line each; what it leaves open has none."""
    for name, value in table.items():
        if value is True:
            yield f"{toml_name(name)} = true\n"
        elif value:
            written = _text(value) if isinstance(value, str) else _list(value)
            yield f"{toml_name(name)} = {written}\n"


def _list(words: Iterable[str]) -> str:
    texts = [_text(one) for one in words]
    line = f"[{', '.join(texts)}]"
    if len(line) <= _LINE:
        return line
    return "[\n" + "".join(f"  {one},\n" for one in texts) + "]"


def _text(words: str) -> str:
    """Return a text as TOML has it: JSON's escapes, and one that JSON does not ask for."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _name(words: str) -> str:
    parts = re.sub(r"([a-z\d])([A-Z])", r"\1-\2", words).lower()
    return re.sub(r"[^a-z\d]+", "-", parts).strip("-") or "rule"

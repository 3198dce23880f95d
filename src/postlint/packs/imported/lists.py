"""Word lists in JavaScript or JSON: joblint's rules and retext's patterns.

Nothing is run: the first list of the file is read as data, and a file that
computes its list is reported as one that cannot be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from postlint.packs.imported.made import Left, Looked, Made
from postlint.packs.imported.phrases import NoWordsError, phrases_of

_TOKENS = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\$])*`)
    |(?P<name>[A-Za-z_$][\w$]*)|(?P<number>-?\d+(?:\.\d+)?)|(?P<mark>[\[\]{}:,])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SIGNS: Final = {"n": "\n", "t": "\t"}
_WORDS: Final = frozenset({"true", "false", "null"})
_LEVELS: Final = {"error": "error", "warning": "warning", "notice": "note"}


def read_list(path: Path, style: str) -> Iterator[Made | Left]:
    """Yield what each entry of a file's list comes to."""
    entries = _entries(path.read_text("utf-8-sig", errors="replace"))
    if entries is None:
        yield Left(f"{style}/{path.name}", "the file", "it holds no list that is plain data")
        return
    source, patterns = f"{style}/{path.name}", []
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, Mapping) and isinstance(entry.get("triggers"), list):
            yield from _joblint(entry, source, style)
        elif isinstance(entry, Mapping) and isinstance(entry.get("inconsiderate"), Mapping):
            patterns.append(entry)
        else:
            yield Left(
                source, f"entry {number}", "it is no rule of joblint and no pattern of retext"
            )
    if patterns:
        yield from _retext(patterns, source, f"{style}-{path.stem}")


def _joblint(entry: Mapping[str, Any], source: str, style: str) -> Iterator[Made | Left]:
    name = str(entry.get("name", "rule"))
    found: list[str] = []
    for trigger in map(str, entry["triggers"]):
        try:
            found.extend(phrases_of(trigger))
        except NoWordsError as error:
            yield Left(source, f"{name}: {trigger!r}", f"it {error}")
    if found:
        yield Made(
            name=f"{style}-{name}",
            message=_message(f"'%s': {entry.get('solution') or name}"),
            severity=_LEVELS.get(str(entry.get("level")), "warning"),
            source=source,
            why=str(entry.get("reason", "")),
            words=(Looked(tuple(dict.fromkeys(found))),),
        )


def _retext(patterns: list[Mapping[str, Any]], source: str, style: str) -> Iterator[Made | Left]:
    """Yield two rules for all patterns: for those with other words to write, and without."""
    swaps: list[Looked] = []
    bare: list[Looked] = []
    for entry in patterns:
        name = str(entry.get("id", "pattern"))
        if entry.get("condition"):
            why = f"it counts only {entry['condition']}, which no house rule can tell"
            yield Left(source, name, why)
            continue
        use = tuple(map(str, entry.get("considerate") or ()))
        try:
            found = [
                one for words in entry["inconsiderate"] for one in phrases_of(re.escape(words))
            ]
        except NoWordsError as error:
            yield Left(source, name, f"it {error}")
            continue
        looked = Looked(tuple(found), use, why=str(entry.get("note", "")))
        (swaps if use else bare).append(looked)
    for words, name, message in (
        (swaps, style, "'{words}' may shut people out; write {use}."),
        (bare, f"{style}-without", "'{words}' may shut people out."),
    ):
        if words:
            yield Made(name, message, "note", source, words=tuple(words))


def _message(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}").replace("%s", "{words}")


def _entries(text: str) -> list[Any] | None:
    """Return the first list of a file, read as data."""
    start = re.search(r"(?:=|exports|default)\s*(?=\[)|\A\s*(?=\[)", text)
    if start is None:
        return None
    written: list[str] = []
    depth, place = 0, start.end()
    while place < len(text):
        token = _TOKENS.match(text, place)
        if token is None:
            return None
        place = token.end()
        if token["skip"]:
            continue
        written.append(_as_json(token))
        depth += (token["mark"] in ("[", "{")) - (token["mark"] in ("]", "}"))
        if depth == 0:
            break
    try:
        # What JavaScript lets stand behind the last of a list JSON does not.
        entries = json.loads(re.sub(r",\n(?=[\]}])", "", "\n".join(written)))
    except (ValueError, RecursionError):
        return None
    return entries if isinstance(entries, list) else None


def _as_json(token: re.Match[str]) -> str:
    if token["string"]:
        plain = _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), token["string"][1:-1])
        return json.dumps(plain)
    if token["name"] and token["name"] not in _WORDS:
        return json.dumps(token["name"])
    return token[0]

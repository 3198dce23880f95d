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

from postlint.errors import MissingExtra
from postlint.packs.house.checks import compiled
from postlint.packs.imported.made import Left, Looked, Made
from postlint.packs.imported.phrases import NoWordsError, Phrases, phrases_of

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
            why = "it is no rule of joblint and no pattern of retext"
            yield Left(source, f"entry {number}", why)
    if patterns:
        yield from _retext(patterns, source, f"{style}-{path.stem}")


def _joblint(entry: Mapping[str, Any], source: str, style: str) -> Iterator[Made | Left]:
    name = str(entry.get("name", "rule"))
    found: list[Phrases] = []
    for trigger in (one for one in entry["triggers"] if isinstance(one, str)):
        try:
            # Joblint asks for whole words.
            found.append(phrases_of(rf"\b(?:{trigger})\b"))
        except NoWordsError as error:
            yield Left(source, f"{name}: {trigger!r}", f"it {error}")
    if found:
        find = dict.fromkeys(phrase for one in found for phrase in one.find)
        unless = dict.fromkeys(phrase for one in found for phrase in one.unless)
        yield Made(
            name=f"{style}-{name}",
            message=_literal(f"'%s': {entry.get('solution') or name}").replace("%s", "{words}"),
            severity=_LEVELS.get(str(entry.get("level")), "warning"),
            source=source,
            why=str(entry.get("reason", "")),
            words=(Looked(tuple(find), unless=tuple(unless)),),
        )


def _retext(patterns: list[Mapping[str, Any]], source: str, style: str) -> Iterator[Made | Left]:
    """Yield rules for all patterns: one for each condition, with other words to write and without.

    A condition ("when referring to a person") is stated, as retext states it.
    """
    rules: dict[tuple[str, bool], list[Looked]] = {}
    for pattern in patterns:
        written = pattern.get("considerate")
        use = tuple(written) if isinstance(written, Mapping) else ()
        entry = {**pattern, "considerate": use}
        condition = str(entry.get("condition") or "")
        for words in entry["inconsiderate"]:
            try:
                found = phrases_of(re.escape(words))
            except NoWordsError as error:
                yield _signs(words, entry, source, style, why=str(error))
                continue
            looked = Looked(
                found.find,
                use,
                why=str(entry.get("note") or ""),
                as_written=words != words.lower(),
            )
            rules.setdefault((condition, bool(use)), []).append(looked)
    for (condition, uses), looked_for in rules.items():
        yield Made(
            "-".join([style, *condition.split(), *(() if uses else ("without",))]),
            _shuts_out(condition, "{use}" if uses else ""),
            "note",
            source,
            words=tuple(_merged(looked_for)),
        )


def _signs(
    words: str, entry: Mapping[str, Any], source: str, style: str, *, why: str
) -> Made | Left:
    """Return words with signs ("a.d.d.", "father of *") as a pattern; a star is any word."""
    parts = [r"[\w'-]+" if part == "*" else re.escape(part) for part in words.split()]
    regex = r"(?i)\b" + r"\s+".join(parts) + (r"\b" if words[-1:].isalnum() else "")
    try:
        compiled(regex)
    except (MissingExtra, ValueError):
        return Left(source, repr(words), f"it {why}, and patterns need 'postlint[patterns]'")
    use = " or ".join(f"'{one}'" for one in entry.get("considerate") or ())
    message = _shuts_out(
        str(entry.get("condition") or "").strip("{}"), use.replace("{", "").replace("}", "")
    )
    name = f"{style}-{entry.get('id', words)}"
    return Made(name, message, "note", source, why=str(entry.get("note") or ""), pattern=regex)


def _shuts_out(condition: str, use: str) -> str:
    when = f" {_literal(condition)}" if condition else ""
    return f"'{{words}}' may shut people out{when}" + (f"; write {use}." if use else ".")


def _merged(lists: list[Looked]) -> Iterator[Looked]:
    """Yield lists with the same words to write as one."""
    same: dict[Looked, list[str]] = {}
    for one in lists:
        same.setdefault(one._replace(find=()), []).extend(one.find)
    for one, find in same.items():
        yield one._replace(find=tuple(find))


def _literal(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


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

"""Styles of Vale: a folder of YAML files, one rule each."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from postlint.errors import MissingExtra
from postlint.packs.house.checks import compiled
from postlint.packs.imported.made import Difference, Left, Looked, Made
from postlint.packs.imported.phrases import NoWordsError, phrases_of

Report = Made | Left | Difference

_LEVELS: Final = {"suggestion": "note", "warning": "warning", "error": "error"}
# Parts of a text that its words stand in; a posting is looked at as a whole.
_WHOLE: Final = frozenset({"text", "sentence", "paragraph", "summary", "raw", ""})
_WORD: Final = frozenset({r"\b(\w+)\b", r"\b\w+\b", r"\w+", r"[^\s]+", r"\S+"})
_OTHERS: Final = {
    "capitalization": "it is about capitals, which no house rule looks at",
    "repetition": "it looks for words that repeat, which no house rule does",
    "consistency": "it compares two spellings, which no house rule does",
    "sequence": "it asks for kinds of words, which no house rule knows",
    "spelling": "it is a dictionary",
    "script": "it is a program, and nothing is run",
    "metric": "it is a formula; 'readability-grade' has the setting 'most'",
    "readability": "it is a formula; 'readability-grade' has the setting 'most'",
}


def read_vale(path: Path, style: str) -> Iterator[Report]:
    """Yield what a file of a style comes to."""
    import yaml  # type: ignore[import-untyped]  # noqa: PLC0415

    source = f"{style}/{path.name}"
    try:
        rule = yaml.safe_load(path.read_bytes())
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        yield Left(source, "the file", f"it is no YAML ({str(error).splitlines()[0]})")
        return
    if not isinstance(rule, Mapping) or not isinstance(rule.get("extends"), str):
        yield Left(source, "the file", "it is no rule: it extends nothing")
        return
    kind = rule["extends"]
    if (reason := _OTHERS.get(kind)) or kind not in _KINDS:
        yield Left(source, kind, reason or "that kind of rule is not known")
    elif not _scopes(rule) <= _WHOLE:
        parts = ", ".join(sorted(_scopes(rule) - _WHOLE))
        yield Left(source, kind, f"it looks only at {parts}, and a house rule at sections")
    else:
        yield from _KINDS[kind](rule, source, f"{style}-{path.stem}")


def _scopes(rule: Mapping[str, Any]) -> set[str]:
    given = rule.get("scope", "text")
    return set(map(str, given if isinstance(given, list) else [given]))


def _existence(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    tokens = [str(token) for token in _listed(rule, "tokens")]
    if raw := _listed(rule, "raw"):
        tokens.append("".join(map(str, raw)))
    found, rest = _sorted(tokens, rule)
    absent = yield from _exceptions(rule, source)
    if found:
        looked = Looked(find=tuple(found), absent=absent)
        yield _made(rule, source, name, words=(looked,))
        yield from _capitals(rule, source)
    yield from _patterns(rule, source, name, [(token, why, ()) for token, why in rest])


def _substitution(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    swap = rule.get("swap")
    words: list[Looked] = []
    rest: list[tuple[str, str, tuple[str, ...]]] = []
    absent = yield from _exceptions(rule, source)
    for token, written in (swap if isinstance(swap, Mapping) else {}).items():
        use = _written(str(written)) if "$" not in str(written) else ()
        found, left = _sorted([str(token)], rule)
        if found:
            words.append(Looked(tuple(found), use, absent))
        rest.extend((regex, why, use) for regex, why in left)
    if words:
        yield _made(rule, source, name, words=tuple(words))
        yield from _capitals(rule, source)
    yield from _patterns(rule, source, name, rest)


def _written(words: str) -> tuple[str, ...]:
    """Return what may be written in place of words: "'do' or 'carry out'", or "do|carry out"."""
    parts = words.split(" or ")
    if all(part[:1] == part[-1:] == "'" and part.count("'") == 2 for part in parts):
        return tuple(part.strip("'") for part in parts)
    return tuple(words.split("|"))


def _occurrence(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    token, most = str(rule.get("token", "")), rule.get("max")
    if token not in _WORD or not isinstance(most, int):
        what = f"how often {token!r} stands" if token else "something"
        yield Left(source, "occurrence", f"it counts {what}, and a house rule all words")
    elif _scopes(rule) & {"sentence"}:
        yield Left(source, "occurrence", "'long-sentence' has the setting 'note' for it")
    else:
        yield _made(rule, source, name, most=("words", most))


def _conditional(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    try:
        first = phrases_of(str(rule.get("first", "")))
        second = phrases_of(str(rule.get("second", "")))
    except NoWordsError as error:
        yield Left(source, "conditional", f"one of its two expressions {error}")
        return
    yield _made(rule, source, name, words=(Looked(first, absent=second),))


_KINDS: Final[Mapping[str, Callable[[Mapping[str, Any], str, str], Iterator[Report]]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "conditional": _conditional,
}


# ------------------------------------------------------------------------ parts


def _listed(rule: Mapping[str, Any], key: str) -> list[Any]:
    given = rule.get(key) or []
    return given if isinstance(given, list) else [given]


def _sorted(tokens: list[str], rule: Mapping[str, Any]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the phrases of tokens, and the tokens that are none, with the reason."""
    found: list[str] = []
    rest: list[tuple[str, str]] = []
    for token in tokens:
        if rule.get("nonword"):
            rest.append((token, "asks for signs that are no words"))
            continue
        try:
            made = phrases_of(token)
        except NoWordsError as error:
            rest.append((token, str(error)))
            continue
        # "API" in capitals is not the word "api" for who wrote the list.
        if not rule.get("ignorecase") and any(letter.isupper() for letter in "".join(made)):
            rest.append((token, "is told by its capitals"))
        else:
            found.extend(made)
    return found, rest


def _patterns(
    rule: Mapping[str, Any], source: str, name: str, rest: list[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Report]:
    """Yield tokens that are no phrases as patterns, where the engine behind them takes them.

    Those with nothing to write instead are one pattern; a rule has one.
    """
    number, joined = 0, []
    for token, why, use in rest:
        if token.startswith("^") or (token.endswith("$") and not token.endswith("\\$")):
            yield Left(source, repr(token), "it asks for an end of a sentence or a line")
            continue
        try:
            bounded = token if rule.get("nonword") else rf"\b(?:{token})\b"
            pattern = f"(?i){bounded}" if rule.get("ignorecase") else bounded
            compiled(pattern)
        except MissingExtra:
            yield Left(source, repr(token), f"it {why}, and patterns need 'postlint[patterns]'")
        except ValueError:
            yield Left(source, repr(token), f"it {why}, and no safe pattern can say it")
        else:
            if not use:
                joined.append(bounded)
                continue
            number += 1
            yield _made(rule, source, f"{name}-{number}", pattern=pattern, use=use)
    if joined:
        flags = "(?i)" if rule.get("ignorecase") else ""
        yield _made(rule, source, f"{name}-pattern", pattern=flags + "|".join(joined))


def _exceptions(rule: Mapping[str, Any], source: str) -> Generator[Report, None, tuple[str, ...]]:
    """Return the phrases that cancel a rule, after telling what of them is lost."""
    phrases: list[str] = []
    for token in map(str, _listed(rule, "exceptions")):
        try:
            phrases.extend(phrases_of(token))
        except NoWordsError as error:
            yield Left(source, f"the exception {token!r}", f"it {error}")
    if phrases:
        yield Difference(source, "its exceptions cancel it anywhere in the posting")
    return tuple(phrases)


def _capitals(rule: Mapping[str, Any], source: str) -> Iterator[Difference]:
    if not rule.get("ignorecase"):
        yield Difference(source, "its words are found in capitals, too")


def _made(
    rule: Mapping[str, Any], source: str, name: str, *, use: tuple[str, ...] = (), **what: Any
) -> Made:
    kind = rule["extends"]
    instead = kind == "substitution" and not what.get("pattern")
    message = _message(str(rule.get("message", "")), instead=instead, swaps=kind == "substitution")
    if use and what.get("pattern"):
        message += f" Write {' or '.join(map(repr, use))}.".replace("{", "{{").replace("}", "}}")
    return Made(
        name=name,
        message=message,
        severity=_LEVELS.get(str(rule.get("level", "suggestion")), "note"),
        source=source,
        link=str(rule.get("link") or ""),
        **what,
    )


def _message(given: str, *, instead: bool, swaps: bool) -> str:
    """Return a message with our names for what its `%s` stand for."""
    words = given.replace("{", "{{").replace("}", "}}") or "'%s' is not used here."
    # The first of a substitution is what to write, and that is quoted already.
    if swaps and "%s" in words:
        first = "{use}" if instead else "another word"
        words = re.sub(r"(['\"]?)%s\1", first, words, count=1)
    return words.replace("%s", "{words}")

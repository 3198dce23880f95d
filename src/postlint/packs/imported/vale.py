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
# An end of what is looked at: of a line for a pattern, of a sentence for a rule about sentences.
_END: Final = re.compile(r"(?<![\[\\])\^|(?<!\\)\$")
_SCALARS: Final = (str, int, float)
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
        reports = list(_KINDS[kind](rule, source, f"{style}-{path.stem}"))
        yield from reports or [Left(source, kind, "it names no words")]


def _scopes(rule: Mapping[str, Any]) -> set[str]:
    return set(_listed(rule, "scope")) or {"text"}


def _existence(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    # What is raw stands before each token, and alone where there is none.
    raw = "".join(_listed(rule, "raw"))
    tokens = [raw + _bounded(rule, token) for token in _listed(rule, "tokens")]
    excepted = yield from _exceptions(rule, source)
    looked, rest = _sorted(tokens, rule, excepted)
    if looked:
        yield from _words(rule, source, name, [looked])
    if raw and not tokens:
        rest = [(raw, "is no list of words")]
    yield from _patterns(rule, source, name, [(token, why, ()) for token, why in rest])


def _substitution(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    words: list[Looked] = []
    rest: list[tuple[str, str, tuple[str, ...]]] = []
    excepted = yield from _exceptions(rule, source)
    for token, written in _swaps(rule).items():
        use = _written(written) if "$" not in written else ()
        looked, left = _sorted([_bounded(rule, token)], rule, excepted)
        if looked:
            words.append(looked._replace(use=use))
        rest.extend((regex, why, use) for regex, why in left)
    if words:
        yield from _words(rule, source, name, words)
    yield from _patterns(rule, source, name, rest)


def _written(words: str) -> tuple[str, ...]:
    """Return what may be written in place of words: "'do' or 'carry out'", or "do|carry out"."""
    parts = words.split(" or ")
    if all(part[:1] == part[-1:] == "'" and part.count("'") == 2 for part in parts):
        return tuple(part.strip("'") for part in parts)
    return tuple(words.split("|"))


def _occurrence(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    token, most = str(rule.get("token", "")), rule.get("max")
    if token not in _WORD or type(most) is not int:
        what = f"how often {token!r} stands" if token else "something"
        yield Left(source, "occurrence", f"it counts {what}, and a house rule all words")
    elif "sentence" in _scopes(rule):
        yield Left(source, "occurrence", "'long-sentence' has the setting 'note' for it")
    elif "paragraph" in _scopes(rule):
        yield Left(source, "occurrence", "it counts in a paragraph, and a house rule in the text")
    else:
        yield _made(rule, source, name, words_at_most=most)


def _conditional(rule: Mapping[str, Any], source: str, name: str) -> Iterator[Report]:
    first, second = str(rule.get("first", "")), str(rule.get("second", ""))
    try:
        found, settles = phrases_of(first), phrases_of(second)
    except NoWordsError as error:
        reason = f"one of its two expressions {error}"
        if "A-Z" in first and "A-Z" in second:
            reason = "'acronym-unexpanded' asks what letters stand for"
        yield Left(source, "conditional", reason)
        return
    looked = Looked(found.find, unless=found.unless, absent=settles.find)
    yield _made(rule, source, name, words=(looked._replace(as_written=_as_written(rule)),))


_KINDS: Final[Mapping[str, Callable[[Mapping[str, Any], str, str], Iterator[Report]]]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "conditional": _conditional,
}


# ------------------------------------------------------------------------ parts


def _listed(rule: Mapping[str, Any], key: str) -> list[str]:
    """Return the texts of a list. What is no text is skipped: a list within holds none."""
    given = rule.get(key) or []
    listed = given if isinstance(given, list) else [given]
    return [str(one) for one in listed if isinstance(one, _SCALARS) and str(one).strip()]


def _swaps(rule: Mapping[str, Any]) -> dict[str, str]:
    swap = rule.get("swap")
    pairs = swap.items() if isinstance(swap, Mapping) else ()
    return {str(a): str(b) for a, b in pairs if isinstance(a, _SCALARS) and isinstance(b, _SCALARS)}


def _as_written(rule: Mapping[str, Any]) -> bool:
    """Say whether capitals count: "us" is not "US" for who wrote the list."""
    return not rule.get("ignorecase")


def _bounded(rule: Mapping[str, Any], token: str) -> str:
    return token if rule.get("nonword") else rf"\b(?:{token})\b"


def _sorted(
    tokens: list[str], rule: Mapping[str, Any], excepted: re.Pattern[str] | None
) -> tuple[Looked | None, list[tuple[str, str]]]:
    """Return the phrases of tokens, and the tokens that are none, with the reason."""
    find: list[str] = []
    unless: list[str] = []
    rest: list[tuple[str, str]] = []
    for token in tokens:
        try:
            made = phrases_of(token)
        except NoWordsError as error:
            rest.append((token, str(error)))
            continue
        find.extend(one for one in made.find if not (excepted and excepted.search(one)))
        unless.extend(made.unless)
    if not find:
        return None, rest
    words = Looked(tuple(find), unless=tuple(unless), as_written=_as_written(rule))
    return words, rest


def _words(
    rule: Mapping[str, Any], source: str, name: str, words: list[Looked]
) -> Iterator[Report]:
    yield _made(rule, source, name, words=tuple(words))
    if rule.get("nonword"):
        yield Difference(source, "its words are found as whole words, and not within others")


def _patterns(
    rule: Mapping[str, Any], source: str, name: str, rest: list[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Report]:
    """Yield tokens that are no phrases as patterns, where the engine behind them takes them.

    Those with nothing to write instead are one pattern; a rule has one.
    """
    flags = "(?m)" if _as_written(rule) else "(?im)"
    number, joined = 0, []
    for token, why, use in rest:
        what = repr(token.removeprefix(r"\b(?:").removesuffix(r")\b"))
        if "sentence" in _scopes(rule) and _END.search(token):
            yield Left(source, what, "it asks for an end of a sentence")
            continue
        try:
            compiled(flags + token)
        except MissingExtra:
            yield Left(source, what, f"it {why}, and patterns need 'postlint[patterns]'")
        except ValueError:
            yield Left(source, what, f"it {why}, and no safe pattern can say it")
        else:
            if not use:
                joined.append(token)
                continue
            number += 1
            yield _made(rule, source, f"{name}-{number}", pattern=flags + token, use=use)
    if joined:
        yield _made(rule, source, f"{name}-pattern", pattern=flags + "|".join(joined))


def _exceptions(
    rule: Mapping[str, Any], source: str
) -> Generator[Report, None, re.Pattern[str] | None]:
    """Return what finds are in order, after telling what of it is lost."""
    taken: list[str] = []
    for token in _listed(rule, "exceptions"):
        try:
            phrases_of(token)
        except NoWordsError as error:
            yield Left(source, f"the exception {token!r}", f"it {error}")
        else:
            taken.append(token)
    return re.compile("|".join(taken), re.IGNORECASE) if taken else None


def _one_text(rule: Mapping[str, Any], key: str) -> str:
    given = rule.get(key)
    return str(given) if isinstance(given, _SCALARS) else ""


def _made(
    rule: Mapping[str, Any], source: str, name: str, *, use: tuple[str, ...] = (), **what: Any
) -> Made:
    kind = rule["extends"]
    instead = kind == "substitution" and not what.get("pattern")
    message = _message(_one_text(rule, "message"), instead=instead, swaps=kind == "substitution")
    if use and what.get("pattern"):
        message += f" Write {' or '.join(map(repr, use))}.".replace("{", "{{").replace("}", "}}")
    return Made(
        name=name,
        message=message,
        severity=_LEVELS.get(_one_text(rule, "level"), "note"),
        source=source,
        link=_one_text(rule, "link"),
        why=_one_text(rule, "description"),
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

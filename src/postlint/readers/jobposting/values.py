"""JSON read with the places of its values, as far as it goes.

The standard library's parser gives no places and gives up at the first fault.
A posting cut off in the middle still has its title, so this one goes on.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from attrs import field, frozen

# Deeper values are skipped; no posting comes near it.
_DEEPEST = 40
_TOKEN = re.compile(
    r'[\s,]*+(?:(?P<sign>[{}\[\]:])|"(?P<string>(?:[^"\\]++|\\.)*+)(?P<close>"?)'
    r"|(?P<bare>[^\s,:{}\[\]\"]++))",
    re.DOTALL,
)


@frozen
class Scalar:
    """A string, a number or a word, and where its characters stand; strings without quotes.

    `form` says how its characters are written: `json` with backslashes, `xml`
    with entities, `csv` with quotes twice, `raw` as they are.
    """

    start: int
    end: int
    is_string: bool
    form: str = "json"


@frozen
class Entry:
    """A key of an object, and its value. `headed` says that the key is a text's own heading."""

    key: Scalar
    value: Value
    headed: bool = False


@frozen
class Object:
    """An object: its entries by key, in order; a key used twice keeps its first value.

    `hundredths` says that its amounts are cents.
    """

    entries: dict[str, Entry] = field(factory=dict)
    hundredths: bool = False


@frozen
class Array:
    """An array."""

    values: list[Value] = field(factory=list)


Value: TypeAlias = "Scalar | Object | Array"


@frozen
class JsonRead:
    """What was read: the outermost value, and whether the text ended where it should."""

    value: Value | None
    whole: bool


def read_json(source: str, start: int, end: int) -> JsonRead:
    """Read the JSON value that begins at an offset. Never fails; says what is missing."""
    root: Value | None = None
    stack: list[Object | Array | None] = []  # `None` is a value too deep to be read
    key: Scalar | None = None
    at = start
    while (token := _TOKEN.match(source, at, end)) is not None:
        at = token.end()
        sign = token["sign"]
        if sign in ("}", "]"):
            key = None
            if stack:
                stack.pop()
            if not stack:
                rest = source[at:end].strip()
                return JsonRead(root, whole=root is not None and rest in ("", ";"))
        elif sign in ("{", "[") and len(stack) >= _DEEPEST:
            stack.append(None)
        elif sign != ":" and (not stack or stack[-1] is not None):
            value, top = _value(token), stack[-1] if stack else None
            if token["string"] is not None and not token["close"]:
                _place(source, top, key, value)
                return JsonRead(root or value, whole=False)
            if isinstance(top, Object) and key is None and isinstance(value, Scalar):
                key = value
                continue
            _place(source, top, key, value)
            root, key = root or value, None
            if not isinstance(value, Scalar):
                stack.append(value)
            elif not stack:
                return JsonRead(root, whole=not source[at:end].strip())
    return JsonRead(root, whole=root is not None and not stack and not source[at:end].strip())


def _value(token: re.Match[str]) -> Value:
    if token["sign"] is not None:
        return Object() if token["sign"] == "{" else Array()
    kind = "bare" if token["bare"] is not None else "string"
    return Scalar(*token.span(kind), is_string=kind == "string")


def unwrapped(value: Value) -> Value:
    """Return what a value with a language holds: `{"@value": "…", "@language": "en"}`."""
    entry = value.entries.get("@value") if isinstance(value, Object) else None
    return value if entry is None else entry.value


def read_lines(source: str, start: int, end: int) -> JsonRead:
    """Read the JSON values that follow one another, as JSON Lines have them, as an array."""
    found = Array()
    at = start
    while True:
        token = _TOKEN.match(source, at, end)
        if token is None or token["sign"] not in ("{", "["):
            return JsonRead(found, whole=not source[at:end].strip())
        stop = _end_of_value(source, at, end)
        read = read_json(source, at, stop)
        if read.value is not None:
            found.values.append(read.value)
        if not read.whole:
            return JsonRead(found, whole=False)
        at = stop


def _end_of_value(source: str, at: int, end: int) -> int:
    """Return where the object or array that begins here is closed."""
    depth = 0
    while True:
        token = _TOKEN.match(source, at, end)
        if token is None:
            return end
        at = token.end()
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token["sign"] or "", 0)
        if depth <= 0:
            return at


def _place(source: str, top: Object | Array | None, key: Scalar | None, value: Value) -> None:
    """Put a value where it belongs."""
    if isinstance(top, Array):
        top.values.append(value)
    elif isinstance(top, Object) and key is not None:
        top.entries.setdefault(source[key.start : key.end], Entry(key, value))

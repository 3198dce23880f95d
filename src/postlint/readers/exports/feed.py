"""XML and RSS: the elements of a feed as values, each with its place."""

from __future__ import annotations

import re

from postlint.readers.jobposting.values import Array, Entry, Object, Scalar, Value

_DEEPEST = 30
_TAG = re.compile(
    r"<(?:(?P<close>/)?(?P<name>[A-Za-z_][\w.:-]*+)[^<>]*?(?P<empty>/?)>"
    r"|!\[CDATA\[(?P<data>.*?)\]\]>|!--.*?-->|[!?][^>]*>)",
    re.DOTALL,
)
_PART = re.compile(r"\s*<!\[CDATA\[(.*?)\]\]>\s*\Z", re.DOTALL)


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("children", "key", "name", "start")

    def __init__(self, name: str, key: Scalar, start: int) -> None:
        self.name = name
        self.key = key
        self.start = start
        self.children: list[tuple[str, Entry]] = []


def read_feed(source: str) -> Value:
    """Return the elements of a text. Never fails; what is not closed ends with what it is in."""
    root = _Open("", Scalar(0, 0, is_string=True, form="xml"), 0)
    stack = [root]
    for tag in _TAG.finditer(source):
        name = tag["name"]
        if name is None:
            continue
        if tag["close"]:
            depth = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].name == name), 0)
            while depth and len(stack) > depth:
                _end(source, stack, tag.start())
        else:
            key = Scalar(*tag.span("name"), is_string=True, form="xml")
            if len(stack) <= _DEEPEST:
                stack.append(_Open(name, key, tag.end()))
                if tag["empty"]:
                    _end(source, stack, tag.end())
    while len(stack) > 1:
        _end(source, stack, len(source))
    return _object(root)


def _end(source: str, stack: list[_Open], at: int) -> None:
    element = stack.pop()
    value: Value
    if element.children:
        value = _object(element)
    else:
        whole = _PART.match(source, element.start, at)
        start, end = whole.span(1) if whole else (element.start, at)
        form = "raw" if whole else "xml"
        value = Scalar(start, end, is_string=True, form=form)
    stack[-1].children.append((element.name, Entry(element.key, value)))


def _object(element: _Open) -> Object:
    """Return an element's children by name; those that share one are a list."""
    entries: dict[str, Entry] = {}
    lists: dict[str, Array] = {}
    for name, entry in element.children:
        before = entries.get(name)
        if before is None:
            entries[name] = entry
        elif name in lists:
            lists[name].values.append(entry.value)
        else:
            lists[name] = Array([before.value, entry.value])
            entries[name] = Entry(before.key, lists[name])
    return Object(entries)

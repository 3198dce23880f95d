"""The block of keys and values at the top of a Markdown file.

YAML between `---` lines or TOML between `+++` lines. Real ones are often
neither: lists are nested by hand, quotes are missing. So the lines are read as
a person reads them, and nothing here can fail.
"""

from __future__ import annotations

import re
from typing import Any

from postlint.document.headings import heading_kind
from postlint.document.kinds import SectionKind
from postlint.document.labels import is_field_name
from postlint.readers.markdown.scan import scan
from postlint.readers.pages.page import Page
from postlint.text.patterns import pattern
from postlint.text.source import NEWLINE

_FENCE = pattern(r"(---|\+\+\+)[ \t]*(?=[\r\n])")
_KEY = pattern(r"[\"']?([A-Za-z][^:=\"'#\r\n]{0,60}?)[\"']?[ \t]*([:=])(?:[ \t]+|(?=[\r\n]|$))")
_LINE = pattern(r"[^\r\n]*+(?:\r\n|\n|\r)?")
# Keys that speak to the site's program, not to an applicant.
_TECHNICAL = frozenset(
    "layout permalink redirect_from redirect from tags slug image images published draft lang"
    " locale weight order nav sidebar css js template id uuid aliases output bibliography"
    " redirect_to author sitemap noindex meta og canonical parent nav_order".split()
)
_LONG = 160
# What stands for a value that begins on the next line, or for none.
_OPENS_BELOW = frozenset({">", "|", ">-", "|-", ">+", "|+", "[]"})


def read_front(page: Page, start: int) -> int:
    """Read the front matter of a page; return where the body begins."""
    source = page.source
    fence = _FENCE.match(source, start)
    if fence is None:
        return start
    lines: list[tuple[int, int, int]] = []
    at = _LINE.match(source, start).end()  # type: ignore[union-attr]  # it matches everywhere
    while at < len(source):
        stop = _LINE.match(source, at).end()  # type: ignore[union-attr]
        end = at + len(source[at:stop].rstrip())
        words = source[at:end]
        if words == fence[1] or (words == "..." and fence[1] == "---"):
            _read(page, lines)
            return stop
        lines.append((at, end, stop))
        at = stop
    return start  # never closed: a ruler at the top


def _read(page: Page, lines: list[tuple[int, int, int]]) -> None:
    source = page.source
    index, count = 0, len(lines)
    while index < count:
        start, end, stop = lines[index]
        index += 1
        key = _KEY.match(source, start, end) if start < end else None
        if key is None or source[start] in "# \t-":
            continue
        value = key.end()
        below = index
        while index < count and _belongs(source, lines[index]):
            index += 1
        nested = [line for line in lines[below:index] if _says(source, line)]
        name = key[1].strip()
        if name.lower() in _TECHNICAL:
            continue
        if value < end and source[value:end].strip() not in _OPENS_BELOW:
            _scalar(page, (key.start(1), value, end, stop), name, nested)
        elif nested:
            _nested(page, key, end, stop, nested)


def _belongs(source: str, line: tuple[int, int, int]) -> bool:
    """Say whether a line goes on with the key above it."""
    start, end, _ = line
    return start == end or source[start] in " \t#" or source.startswith(("- ", "* "), start)


def _says(source: str, line: tuple[int, int, int]) -> bool:
    start, end, _ = line
    return start < end and not source[start:end].lstrip().startswith("#")


def _unquoted(source: str, start: int, end: int) -> tuple[int, int]:
    """Return the value without quotes around it and without a comment behind it."""
    quote = source[start]
    if quote in "\"'":
        close = source.find(quote, start + 1, end)
        if close != -1 and (close == end - 1 or source[close + 1 : end].lstrip().startswith("#")):
            return start + 1, close
        return start, end
    comment = source.find(" #", start, end)
    if comment != -1:
        end = start + len(source[start:comment].rstrip())
    return start, end


def _scalar(
    page: Page, at: tuple[int, int, int, int], name: str, nested: list[tuple[int, int, int]]
) -> None:
    """Add a key with its value as a field.

    `at` is where the key starts, the value starts and ends, and the next line starts.
    """
    start, value, end, stop = at
    source, flat = page.source, page.flat
    first, last = _unquoted(source, value, end)
    if first >= last or source[first:last] in ("null", "~", "TBD", "true", "false"):
        return
    page.variables[name.lower()] = (first, last)
    begin = flat.size
    spaced = _spaced(name)
    if spaced != name and is_field_name(spaced):
        flat.replace(spaced, start, start + len(name))
    else:
        flat.copy(start, start + len(name))
    flat.replace(": ", start + len(name), value)
    words = flat.size
    if source[first] == "[" and source[last - 1] == "]":
        first, last = first + 1, last - 1
    flat.copy(first, last)
    for line in nested:
        flat.replace(" ", line[0], line[0])
        text = source[line[0] : line[1]]
        flat.copy(line[0] + len(text) - len(text.lstrip()), line[1])
    flat.replace("\n", nested[-1][1] if nested else last, nested[-1][2] if nested else stop)
    page.add("field", begin, words)


def _spaced(name: str) -> str:
    """Return a key as a person writes it: `reports_to` is "reports to"."""
    return name.replace("_", " ").replace("-", " ")


def _nested(
    page: Page, key: re.Match[str], end: int, stop: int, nested: list[tuple[int, int, int]]
) -> None:
    """Add a key with a list, a map or a text under it as a heading with what it heads."""
    source, flat = page.source, page.flat
    first, last = nested[0][0], nested[-1][2]
    text = source[first:last]
    folded = source[key.end() : end].strip()[:1] in (">", "|")
    named = not folded and _KEY.match(text.lstrip()) is not None
    records = not folded and _RECORDS.match(text) is not None
    if (records or (named and text.lstrip()[:1] not in "-*")) and _map(page, key, first, last):
        return
    if not NEWLINE.search(text.strip()) and text.lstrip()[:1] not in "-*" and len(text) < _LONG:
        _scalar(page, (key.start(1), *_trim(source, first, last), last), key[1].strip(), [])
        return
    if folded:
        _paragraph(page, nested)
        return
    if not folded and _listed_value(page, key, nested):
        return
    begin = flat.size
    flat.copy(key.start(1), end)
    flat.copy(end, stop)
    page.add("head", begin, begin, 2)
    scan(page, first, last, data=True)


def _listed_value(page: Page, key: re.Match[str], lines: list[tuple[int, int, int]]) -> bool:
    """Add a field of which a list of names is the value: `location:`, `- Leeds`, `- York`."""
    flat, source = page.flat, page.source
    name = key[1].strip()
    rows = [_ROW.fullmatch(source, start, end) for start, end, _ in lines]
    if heading_kind(name) not in _NAMES_ONLY or not is_field_name(name) or not all(rows):
        return False
    begin = flat.size
    flat.copy(key.start(1), key.start(1) + len(name))
    flat.replace(": ", key.start(1) + len(name), lines[0][0])
    words = flat.size
    for place, (row, line) in enumerate(zip(rows, lines, strict=True)):
        if row is not None:
            if place:
                flat.replace(", ", line[0], row.start("value"))
            flat.copy(row.start("value"), row.end("value"))
    flat.replace("\n", lines[-1][1], lines[-1][2])
    page.add("field", begin, words)
    return True


# Names of fields that head no section.
_NAMES_ONLY = frozenset({None, SectionKind.OTHER})
_ROW = pattern(r"[ \t]*[-*][ \t]+[\"']?(?P<value>[^\s\"'{\[][^\r\n:\"]{0,38}?)[\"']?[ \t]*")


def _paragraph(page: Page, lines: list[tuple[int, int, int]]) -> None:
    """Add a text of several lines: it is said of the post, and heads nothing."""
    flat, source = page.flat, page.source
    begin = flat.size
    for start, end, stop in lines:
        text = source[start:end]
        flat.copy(start + len(text) - len(text.lstrip()), end)
        page.line_end(end, stop)
    page.add("text", begin, begin)


def _map(page: Page, key: re.Match[str], first: int, last: int) -> bool:
    """Add a map as a field for each value in it; say whether it is one."""
    # Few postings have front matter that is nested.
    import yaml  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        node = yaml.compose(page.source[first:last], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return False  # YAML by hand: read as its lines
    if not _is_data(node):
        return False
    waiting = [(key[1].strip(), node, 0)]
    left = _MOST_VALUES  # a value may be repeated many times by its name
    while waiting and left:
        left -= 1
        name, node, depth = waiting.pop()
        if node.id == "scalar":
            if node.value.strip() not in ("", "null", "~"):
                _value(page, name, key, first + node.start_mark.index, first + node.end_mark.index)
        elif depth < _DEEPEST:
            inside = [(name, part) for part in node.value]
            if node.id == "mapping":
                inside = _named_parts(name, node)
            waiting.extend((called, part, depth + 1) for called, part in reversed(inside))
    return True


def _is_data(node: Any) -> bool:
    """Say whether YAML is a map, or a list of maps no part of which is a list."""
    if node is None or node.id != "sequence":
        return node is not None and node.id == "mapping"
    return all(
        item.id == "mapping" and all(value.id == "scalar" for _, value in item.value)
        for item in node.value
    )


def _named_parts(name: str, node: Any) -> list[tuple[str, Any]]:
    """Return the parts of a map, each with what to call it."""
    parts = [(part.value, value) for part, value in node.value if part.id == "scalar"]
    if name.lower() in _POSTS:
        # What a post has is called as it is where nothing is nested.
        return [(_spaced(part), value) for part, value in parts if part.lower() not in _TECHNICAL]
    # A town says where it is, unless a name does.
    naming = _WHOLE if _WHOLE & {part for part, _ in parts} else _TOWNS
    return [
        (name if part in naming else f"{name} {part}", value)
        for part, value in parts
        if part.lower() not in _TECHNICAL
    ]


def _value(page: Page, name: str, key: re.Match[str], start: int, end: int) -> None:
    """Add one value of a map as a field."""
    flat, source = page.flat, page.source
    start, end = _trim(source, start, end)
    start, end = _unquoted(source, start, end)
    if source[start : start + 1] in (">", "|"):
        start = min(end, source.find("\n", start, end) % (end + 1))
        start, end = _trim(source, start, end)
    begin = flat.size
    flat.replace(f"{name}: ", *key.span(1))
    words = flat.size
    at = start
    for newline in NEWLINE.finditer(source, start, end):
        flat.copy(at, newline.start())
        at = newline.end()
        flat.replace(" ", newline.start(), at)
    flat.copy(at, end)
    if flat.size > words:
        flat.replace("\n", end, end)
        page.add("field", begin, words)


# A list whose items are maps of several parts: links with their dates.
_RECORDS = pattern(r"([ \t]*)- [a-z][\w-]*:[^\r\n]*(?:\r\n|\n|\r)\1  [a-z][\w-]*:(?:\s|$)")
# Parts of a map that say what the whole is: `location: {name: …}`.
_WHOLE = frozenset({"name", "title", "value", "label", "text"})
_TOWNS = frozenset({"city", "locality", "town"})
# Maps that hold all that is said of a post.
_POSTS = frozenset({"job", "position", "posting", "vacancy", "opening", "role"})
_DEEPEST = 8
_MOST_VALUES = 400


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

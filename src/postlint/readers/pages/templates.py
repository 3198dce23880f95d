"""Template tags: places in a page where a program puts text in when it is published."""

from __future__ import annotations

from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

# Where a tag begins and what ends it: Liquid and Jinja, Hugo, ERB and EJS, PHP.
OPENERS = {"{%": "%}", "{{": "}}", "<%": "%>", "<?": "?>"}
# A tag longer than this is a sign that was never closed.
_LONGEST = 600
_INSERTS = frozenset(
    "include include_relative include_cached includes render partial partials snippet section embed"
    " component content_for import block_include includeonly".split()
)
_CALL = pattern(r"[-=~>#<%\s]*+([\w-]++)?[\s(]*+[\"']?([\w./-]*+)")
_ARGUMENT = pattern(r"([\w-]{1,40})\s?[=:]\s?\"([^\"]{1,200})\"")
_VISIBLE = pattern(r"[$€£]?\d|\S+ \S")
_NAME = pattern(r"[\w.-]{1,80}")


class Tag(NamedTuple):
    """One template tag.

    `name` is what it inserts, empty for tags that insert nothing. `values` are
    the offsets of its arguments that are words or figures of the page. `word`
    is the tag's first word: `comment`, `if`, `include`.
    """

    start: int
    end: int
    word: str
    name: str
    values: tuple[tuple[int, int], ...]
    name_at: int


def tag_at(source: str, start: int, end: int) -> Tag | None:
    """Return the template tag that begins at an offset, or `None` where none does."""
    opener = source[start : start + 2]
    closer = OPENERS.get(opener)
    if closer is None:
        return None
    stop = source.find(closer, start + 2, min(end, start + _LONGEST))
    if stop == -1:
        return None
    call = _CALL.match(source, start + 2, stop)
    word = (call[1] or "") if call else ""
    name, at = "", start
    if call is not None and opener == "{{" and word not in ("end", "else"):
        found = _NAME.search(source, call.start(1) if call[1] else start + 2, stop)
        if found is not None and source[start + 2 : start + 3] not in ("!", "/"):
            name, at = found[0], found.start()
    elif call is not None and word in _INSERTS:
        name, at = call[2] or word, call.start(2) if call[2] else call.start(1)
    elif opener == "<%" and source[start + 2 : start + 3] == "=":
        name, at = word or "text", start
    values = tuple(
        match.span(2)
        for match in (_ARGUMENT.finditer(source, at + len(name), stop) if name else ())
        if _VISIBLE.match(match[2]) and "/" not in match[2]
    )
    return Tag(start, stop + 2, word, name, values, at)

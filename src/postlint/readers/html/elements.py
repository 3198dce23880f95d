"""Elements of HTML by what they do to the words in them."""

from __future__ import annotations

HEADS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html label legend li main menu nav ol option p"
    " pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(HEADS)
LISTS = frozenset({"ul", "ol", "menu", "dir"})
BOLD = frozenset({"b", "strong", "th"})

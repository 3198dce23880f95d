"""What Markdown, HTML and Word pages are made of, before anything is made of it.

Their readers know what is a heading, an item or bold; they do not know what a
bold line alone in a paragraph is. `outline` decides that, the same way for all.
"""

from __future__ import annotations


class Block:
    """A stretch of a flat text that its source sets apart.

    | kind | is | `level` |
    | --- | --- | --- |
    | `head` | a heading | 1 to 6 |
    | `text` | a paragraph or a line of one | the items it stands in |
    | `item` | an item of a list | the lists it stands in, from 1 |
    | `field` | a name and a value, `start` to `words` and on | |
    | `noise`, `comment`, `directive` | what those lexemes are | |

    The bullet or key stands from `start` to `words`, the words from there to
    `stop`, where a newline may end them. `bold` is where bold words at the
    start end, 0 for none; `mark` is where a cell with an essential-duty mark
    begins, 0 for none. `close` says the block stands directly below the one
    before it, without a blank line. `settled` says that another reader has
    decided what the block is, and where its `label` ends.
    """

    __slots__ = (
        "bold", "close", "kind", "label", "level", "mark", "settled", "start", "stop", "words",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, words: int, stop: int, level: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.words = words
        self.stop = stop
        self.level = level
        self.bold = 0
        self.mark = 0
        self.label = 0
        self.settled = False
        self.close = False

    def __repr__(self) -> str:
        return f"<{self.kind} {self.level} {self.start}-{self.words}-{self.stop} bold {self.bold}>"

"""What every source is made of before it is the grammar's terminals: blocks.

A reader sets stretches of a text apart, in order; what each of them is, is
decided on blocks, and `terminals` writes them out. There is no way back.
"""

from __future__ import annotations


class Block:
    """A stretch of a text that is one thing.

    | kind | is | `level` |
    | --- | --- | --- |
    | `head` | a heading | 1 to 6 |
    | `text` | a paragraph or a line of one | the items it stands in |
    | `item` | an item of a list | the lists it stands in, from 1 |
    | `field` | a name and a value, `start` to `words` and on | |
    | `blank`, `noise`, `comment`, `directive` | what those lexemes are | |

    The bullet or key stands from `start` to `words`, the words from there to
    `stop`, where a newline may end them. `label` is where a label run in at
    the start of the words ends, and `mark` where an essential-duty mark at
    their end begins; 0 for none. `bold` is where bold words at the start end,
    0 for none. `close` says the block stands directly below the one before it,
    without a blank line. `settled` says that nothing about the block is left
    to decide.
    """

    bold = 0
    close = False
    label = 0
    mark = 0
    settled = False

    def __init__(self, kind: str, start: int, words: int, stop: int, level: int = 0) -> None:
        self.kind = kind
        self.start = start
        self.words = words
        self.stop = stop
        self.level = level

    def __repr__(self) -> str:
        return f"<{self.kind} {self.level} {self.start}-{self.words}-{self.stop} bold {self.bold}>"

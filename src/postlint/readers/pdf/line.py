"""A line of a PDF file."""

from __future__ import annotations

from attrs import frozen

from postlint.text.records import NamedTuple


class LinePart(NamedTuple):
    """Words of a line with wide blanks around them, and from where to where they stand."""

    text: str
    left: float
    right: float


@frozen(kw_only=True)
class PdfLine:
    """A line: its page and number from 1, its words, and how it is set.

    `size` is the height of its letters, `weight` that of its font (400 is
    regular), `left`, `top` and `bottom` its place in points from below. `heads` says
    that a table makes it a heading. `label` is where the topic of a duty ends in its
    words, and `mark` where its mark begins, 0 for none.
    """

    page: int
    number: int
    text: str
    size: float
    weight: int
    left: float
    right: float
    top: float
    bottom: float
    parts: tuple[LinePart, ...] = ()
    heads: bool = False
    label: int = 0
    mark: int = 0

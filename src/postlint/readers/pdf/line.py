"""A line of a PDF file."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class PdfLine:
    """A line: its page and number from 1, its words, and how it is set.

    `size` is the height of its letters, `weight` that of its font (400 is
    regular), `left`, `top` and `bottom` its place in points from below.
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

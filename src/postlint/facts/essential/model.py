"""What marks essential functions: headings, sentences, marks, and the legends that explain them."""

from __future__ import annotations

from typing import Literal

from postlint.document.parts import Passage
from postlint.text.records import NamedTuple
from postlint.text.source import Span

Device = Literal["heading", "marker", "column", "sentence", "percentage", "metadata"]


class Legend(NamedTuple):
    """A sentence that explains a marker; `symbol` is the sign it names, if it names one."""

    span: Span
    symbol: str | None


class InlineMarks(NamedTuple):
    """One sign, the duties that end in it (numbers into `posting.duties`), and its places."""

    symbol: str
    duties: tuple[int, ...]
    spans: tuple[Span, ...]


class EssentialDevices(NamedTuple):
    """The devices that identify essential duties, with their places.

    `headings` are headings such as "Essential functions"; `marginal_headings`
    set the other duties apart. `marks` are the signs of essential duties,
    `marginal_marks` those of the others (`NE`, `M`). `columns` are table
    headers, `sentences` declare duties essential, `percentages` are shares of
    time per duty and count only with `percentage_declaration`. `near_misses`
    are headings that sound alike and do not say essential ("Key
    responsibilities"). `legends` explain a sign.
    """

    headings: tuple[Passage, ...] = ()
    marginal_headings: tuple[Passage, ...] = ()
    marks: tuple[InlineMarks, ...] = ()
    marginal_marks: tuple[InlineMarks, ...] = ()
    columns: tuple[Passage, ...] = ()
    sentences: tuple[Passage, ...] = ()
    percentages: tuple[Span, ...] = ()
    percentage_declaration: Span | None = None
    metadata: tuple[Span, ...] = ()
    near_misses: tuple[Passage, ...] = ()
    legends: tuple[Legend, ...] = ()
    typography: tuple[Passage, ...] = ()

    @property
    def present(self) -> tuple[Device, ...]:
        """The devices found, strongest first; a sign counts on however few duties it stands."""
        found: list[Device] = []
        if self.headings:
            found.append("heading")
        if self.marks:
            found.append("marker")
        if self.columns:
            found.append("column")
        if self.sentences:
            found.append("sentence")
        if self.percentages and self.percentage_declaration:
            found.append("percentage")
        if self.metadata:
            found.append("metadata")
        return tuple(found)

"""Which duties are essential, and by what device the posting says so."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from postlint.document.posting import Passage
from postlint.facts.base import Case, Fact, fact
from postlint.source import Span

Device = Literal["heading", "marker", "column", "sentence", "percentage", "metadata"]


@frozen(kw_only=True)
class Legend:
    """A sentence that explains a marker; `symbol` is the sign it names, if it names one."""

    span: Span
    symbol: str | None


@frozen(kw_only=True)
class InlineMarks:
    """One sign, the duties that end in it (numbers into `posting.duties`), and its places."""

    symbol: str
    duties: tuple[int, ...]
    spans: tuple[Span, ...]


@frozen(kw_only=True)
class EssentialDevices:
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


@fact("essential_device")
def essential_device(case: Case) -> Fact[EssentialDevices]:
    """Return the devices by which the posting identifies essential duties."""
    return Fact(EssentialDevices())


@fact("duty_essential")
def duty_essential(case: Case) -> Fact[tuple[bool | None, ...]]:
    """Return per duty whether the text marks it essential; `None` where it marks nothing."""
    return Fact((None,) * len(case.posting.duties))


@fact("essential")
def essential(case: Case) -> Fact[Literal["none", "per-duty", "section"]]:
    """Return how essential duties are identified."""
    return Fact("none")


@fact("essential_legend")
def essential_legend(case: Case) -> Fact[str | None]:
    """Return the text which explains the marker."""
    return Fact(None)

"""Places where a text lets something be put in later, which a reader cannot see."""

from __future__ import annotations

import re

from attrs import frozen

from postlint.document.kinds import SectionKind, heading_kind
from postlint.source import Span

_WORD = re.compile(r"[^\W_]+")


@frozen
class Gap:
    """A place where a template or a page's program puts text in.

    `name` is what the source calls it, such as `job/salary_range.html`; it is
    empty where the source does not say. A rule that misses a statement in a
    posting with a gap cannot tell that the statement is missing.
    """

    name: str
    span: Span

    def moved(self, by: int) -> Gap:
        """Return the gap, that many characters further on."""
        return Gap(self.name, Span(self.span.start + by, self.span.end + by))

    @property
    def words(self) -> str:
        """The name as words: `salary range`."""
        stem = self.name.rpartition("/")[2].partition(".")[0] or self.name
        return " ".join(_WORD.findall(stem))

    @property
    def kind(self) -> SectionKind | None:
        """The kind of section the name speaks of, or `None` where it says nothing known."""
        return heading_kind(self.words)

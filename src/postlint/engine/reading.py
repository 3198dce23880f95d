"""What was read of a text, so that an unread posting is never taken for a clean one."""

from __future__ import annotations

from postlint.facts.base import Case
from postlint.facts.title import title
from postlint.text.records import NamedTuple


class Read(NamedTuple):
    """What a check has read: the title, sections, duties, and how many words stand in none.

    `outside` counts the words above the first heading, and below the title
    where it is a heading; `words` counts all.
    """

    title: bool
    sections: int
    duties: int
    words: int
    outside: int

    @property
    def missing(self) -> tuple[str, ...]:
        """What every posting has and was not found: the title, the duties."""
        return ("title",) * (not self.title) + ("duties",) * (not self.duties)


def read_of(case: Case) -> Read:
    """Return what was read of a posting."""
    posting = case.posting
    headed = [section for section in posting.sections if section.heading is not None]
    loose = [section.span for section in posting.sections if section.kind is None]
    return Read(
        title=case[title].value is not None,
        sections=len(headed),
        duties=len(posting.duties),
        words=len(case.words),
        outside=sum(len(case.words.between(span)) for span in loose),
    )

"""What is wrong with a rule corpus, by file and line."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from postlint.errors import PostlintError


@frozen(order=True)
class Fault:
    """One thing a corpus may not have; `line` counts from 1."""

    line: int
    reason: str


class CorpusError(PostlintError):
    """A corpus that is refused; `faults` has all that is wrong, in the order of the file."""

    def __init__(self, path: str, faults: Iterable[Fault]) -> None:
        self.path = path
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(f"{path}:{fault.line}: {fault.reason}" for fault in self.faults))

"""Numbers about a posting: how long, how much of it leads, how much is marked essential."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.facts.base import Case


def measure(case: Case) -> Mapping[str, float | int | None]:
    """Return the measures of a posting by name."""
    posting = case.posting
    return {
        "words": len(case.words),
        "sentences": len(posting.sentences),
        "sections": sum(1 for section in posting.sections if section.heading),
        "duties": len(posting.duties),
    }

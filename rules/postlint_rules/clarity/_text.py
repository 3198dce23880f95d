"""The duties that rules of this family count, and what damages a text."""

from __future__ import annotations

from postlint.rules import CannotTell, Case, Duty, facts

# A longer run of words without an end is a list whose line ends are lost.
_NO_SENTENCE = 120
_MOST_LOST = 0.15


def listed_duties(case: Case) -> list[Duty]:
    """Return the duties of the posting's lists; what only leaves a list open is none."""
    open_ends = case[facts.catch_alls].value
    duties = enumerate(case.posting.duties)
    return [duty for number, duty in duties if duty.from_list and number not in open_ends]


def sentences_end(case: Case) -> CannotTell | None:
    """Let a rule about sentences speak where the text still shows where they end."""
    lengths = [words for _, words in case[facts.job_sentences].value]
    lost = sum(words for words in lengths if words > _NO_SENTENCE)
    if lost <= _MOST_LOST * sum(lengths):
        return None
    return CannotTell("where its sentences end: much of the text runs on without a stop")

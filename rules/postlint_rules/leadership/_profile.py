"""When the leadership rules speak, and why not."""

from __future__ import annotations

from itertools import pairwise

from postlint.rules import Case, facts, pattern

_WORD = pattern(r"[a-z]+")
_DEPUTIES = frozenset({"deputy", "assistant", "associate", "asst", "assoc", "vice"})
NO_DUTIES = "The posting lists no duties."
NOT_A_SCHOOL = "The employer is not a school or school district."


def off(case: Case) -> str | None:
    """Return why no leadership rule speaks about this posting, or `None` where they do."""
    if case[facts.profile].value is not None:
        return None
    if case[facts.role].value != "tech-leader":
        return "The post does not run the technology function."
    return "Nothing shows that the employer is a school district or a local public body."


def off_without_duties(case: Case) -> str | None:
    """Return why no rule about the work speaks."""
    reason = off(case)
    return reason if reason is not None or case.posting.duties else NO_DUTIES


def off_for_top(case: Case) -> str | None:
    """Return why rules about the top post do not speak; a deputy is not the top post."""
    reason = off(case)
    if reason is not None:
        return reason
    words = _WORD.findall((case[facts.title].value or "").lower())
    for word, after in pairwise((*words, "")):
        # An assistant superintendent for technology is the head of technology.
        if word in _DEPUTIES and after != "superintendent":
            return f"The title says '{word}': the post is not the head of technology."
    return None


def off_for_schools(case: Case) -> str | None:
    """Return why rules about schools do not speak."""
    reason = off(case)
    return NOT_A_SCHOOL if reason is None and not at_school(case) else reason


def at_school(case: Case) -> bool:
    """Say whether the post is one at a school or school district."""
    return case[facts.profile].value == "k12"


def chief_of(case: Case) -> str:
    """Return what the chief executive is called in messages."""
    return "superintendent" if at_school(case) else "chief executive"

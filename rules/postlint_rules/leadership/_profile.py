"""When the leadership rules speak, and why not."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from postlint.rules import (
    CannotTell,
    Case,
    NotApplicable,
    RuleMeta,
    facts,
    pattern,
    requirement_sections,
    united_states,
)

# What the metas of the family have in common.
leadership_meta = partial(RuleMeta, profiles=frozenset({"k12", "public"}))

_WORD = pattern(r"[a-z]+")
# A comma or a sign of joining counts as a word: "Technology, Data and Assessment" is a list.
_WORD_OR_SIGN = pattern(r"[a-z]+|[,&/]")
_DEPUTIES = frozenset({"deputy", "assistant", "associate", "asst", "assoc", "vice"})
# "Information Security": a part, and the whole only where a word for it stands by itself.
_PARTS = frozenset(
    "security cybersecurity data network networks gis infrastructure applications application web"
    " telecommunications integration privacy".split()
)
_WHOLE = frozenset("technology technologies information systems it cio cto cito digital".split())
_ABROAD = NotApplicable(
    "The work is in another country, and the practice behind the rule is of the United States."
)
_SUMMARIES = ("class-spec", "announcement")
_NO_REQUIREMENTS = NotApplicable("The posting has no section on what is asked of applicants.")


def is_a_leader(case: Case) -> bool:
    """Say whether the leadership rules about the work speak of this posting."""
    return case[facts.profile].value is not None and bool(case.posting.duties)


def top_post(case: Case) -> NotApplicable | None:
    """Let rules about the top post be silent of a deputy."""
    words = _WORD.findall((case[facts.title].value or "").lower())
    for word, after in pairwise((*words, "")):
        # An assistant superintendent for technology is the head of technology.
        if word in _DEPUTIES and after != "superintendent":
            return NotApplicable(
                f"The title says '{word}': the post is not the head of technology."
            )
    return None


def at_home(case: Case) -> NotApplicable | None:
    """Let rules that rest on practice in the United States be silent of work elsewhere."""
    return _ABROAD if isinstance(united_states(case), NotApplicable) else None


def in_full(case: Case) -> CannotTell | None:
    """Let rules about what is left out be silent of a bulletin, which sums a class up in a line."""
    if case[facts.document_kind].value in _SUMMARIES:
        return CannotTell("what else the post answers for: the text sums a class of posts up")
    return None


def whole_function(case: Case) -> NotApplicable | None:
    """Let rules about all of technology be silent of who leads a part: "IT Security Manager"."""
    words = _WORD_OR_SIGN.findall((case[facts.title].value or "").lower())
    parts = [word for word in words if word in _PARTS]
    whole = any(one in _WHOLE and after not in _PARTS for one, after in pairwise((*words, "")))
    if parts and not whole:
        return NotApplicable(f"The title names one part of technology: '{parts[0]}'.")
    return None


def has_requirements(case: Case) -> NotApplicable | None:
    """Let rules about qualifications speak of postings that have any."""
    return None if requirement_sections(case) else _NO_REQUIREMENTS


def at_school(case: Case) -> bool:
    """Say whether the post is one at a school or school district."""
    return case[facts.profile].value == "k12"


def chief_of(case: Case) -> str:
    """Return what the chief executive is called in messages."""
    words = set(case.words.words)
    # A network of charter schools may have none.
    has_one = at_school(case) and not words.isdisjoint(("superintendent", "district", "districts"))
    return "superintendent" if has_one else "chief executive"

"""What a questionnaire offers for an answer: no posting asks for it."""

from __future__ import annotations

from typing import Final

from postlint.facts._data import vocabulary
from postlint.facts.around import line_at
from postlint.text.patterns import pattern
from postlint.text.source import Span

# The last of the answers that a questionnaire offers, and not what is said below a label:
# "Supervision of others:" and "None." below it.
_NO_ANSWER = pattern(
    r"\n(?<![:?]\n)(?<![:?] \n)[ \t\xa0*•-]*"
    r"(?:None(?: of (?:the|these) above)?|No (?:degree|experience)"
    r"|I (?:do not|don['’]t) have\b[^\n.]{0,60})[ \t\xa0.]*(?:\n|\Z)"
)
_QUESTION = pattern(r"[?:]\s*\n")
_FORM_WIDTH: Final = 700
# "Please choose the answer that best describes your education": lines that are answers follow.
_CHOOSE = pattern(
    r"(?i)\b(?:(?:choose|select|indicate|check|quantify|rate)\b[^\n]{0,80}?"
    rf"\b(?:{vocabulary('qualifications', 'to_choose')})"
    "|best describes|which of the following|highest (?:level|"
    r"degree))\b[^\n]{0,160}[.?:][ \t\xa0]*\n"
)
_LONGEST_ANSWER: Final = 140
# "Possession of a bachelor's degree" begins with it.
_FEW_WORDS: Final = 3
_BULLETS: Final = " \t\xa0-*•_[]()☐☑"


def is_answer(text: str, place: Span) -> bool:
    """Say whether words are one of the answers to a question, the last of which is "None"."""
    if _is_choice(text, place):
        return True
    if _NO_ANSWER.search(text, place.end, place.end + _FORM_WIDTH) is None:
        return False
    return _QUESTION.search(text, max(0, place.start - _FORM_WIDTH), place.start) is not None


def _is_choice(text: str, place: Span) -> bool:
    """Say whether words begin one of the lines below a request to choose among them."""
    line = line_at(text, place.start)
    before = text[line.start : place.start].strip(_BULLETS).split()
    if len(before) > _FEW_WORDS or line.end - line.start > _FORM_WIDTH:
        return False
    ends = [
        one.end() for one in _CHOOSE.finditer(text, max(0, line.start - _FORM_WIDTH), line.start)
    ]
    # The last is the nearest.
    if not ends or "?" in text[ends[-1] : line.start]:
        return False
    answers = text[ends[-1] : line.start].split("\n")
    return all(len(words.strip()) < _LONGEST_ANSWER for words in answers) and (
        place.end - line.start < _LONGEST_ANSWER
    )

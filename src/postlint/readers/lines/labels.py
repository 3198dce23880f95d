"""Labels run in at the start of an item, before what it states."""

from __future__ import annotations

from postlint.document.openings import is_duty_verb
from postlint.readers.lines.line import is_title_case
from postlint.text.patterns import pattern

_BLANKS = " \t\xa0"
_DASH = pattern(r"([A-Z][\w&/,’' -]{2,60}?) [-–—] (?=[A-Z])")


def label_length(text: str) -> int:
    """Return how long the label at the start of an item is, blanks included; 0 for none."""
    if text[0] == "*" and text.startswith("**"):
        close = text.find("**", 2, 90)
        if close > 2:
            end = close + 2
            while end < len(text) and text[end] in ":.-–— \t\xa0":
                end += 1
            return end if end < len(text) else 0
    colon = text.find(":", 1, 62)
    if colon > 1 and text[0].isupper():
        key = text[:colon]
        end = colon + 1
        while end < len(text) and text[end] in _BLANKS:
            end += 1
        spaced = end > colon + 1 or text[end : end + 1].isupper()
        named = "." not in key and "," not in key and key.count(" ") < 6 and is_title_case(key)
        if spaced and named and end < len(text):
            return end
    head = text[:80]
    # Few rows have a dash, and the pattern looks for one at every word.
    if " - " not in head and " – " not in head and " — " not in head:
        return 0
    match = _DASH.match(head)
    if match is not None and is_title_case(match[1]) and match[1].count(" ") < 5:
        return match.end()
    return 0


# Words that open a statement in the place of its verb.
_LEADS = frozenset({"In", "As", "With", "Under", "By", "Through", "On", "At", "When"})
# After these a capitalised noun is a noun: "Help Desk Support for ...".
_NOUN_FOLLOWERS = frozenset(
    {"for", "of", "to", "in", "at", "on", "by", "from", "is", "are", "will", "that"}
)
_JOINERS = frozenset({"and", "&", "of", "the", "for", "with"})


def unmarked_label_length(text: str) -> int:
    """Return how long the capitalised words before an item's capitalised verb are; 0 for none.

    "Budget and Financial Planning Oversee the ..." has a label of four words.
    """
    opening = text[:120]
    # Most statements go on in small letters behind their first word.
    _, _, rest = opening.partition(" ")
    if not rest[:1].isupper() and rest.partition(" ")[0] not in _JOINERS:
        return 0
    words = opening.split(" ")
    last = 0  # index of the last capitalised word of the run
    index = 0
    while index < len(words) - 1 and index < 9:
        word = words[index]
        if word[:1].isupper():
            last = index
        elif word not in _JOINERS or not words[index + 1][:1].isupper():
            break
        index += 1
    if last < 2 or last > 7 or index >= len(words) or not words[index][:1].islower():
        return 0
    verb, follower = words[last], words[last + 1]
    if follower in _NOUN_FOLLOWERS and verb not in _LEADS:
        return 0
    if verb not in _LEADS and not is_duty_verb(verb):
        return 0
    return sum(len(word) + 1 for word in words[:last])

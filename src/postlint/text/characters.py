"""Characters that hide a word from whoever looks for it, and words that a line end divides.

A soft hyphen, a zero-width sign or a joiner is in the text and not on the page;
a ligature is two letters, a fullwidth letter a letter; Word's soft line break is
a line's end. What is read is what a person sees.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from postlint.text.patterns import pattern

# What is never seen: soft hyphen, zero-width blanks, word joiner, signs of direction.
_UNSEEN = "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = pattern(
    rf"[{_UNSEEN}]+"
    # Joiners are letters of some scripts, and make one sign of several: only Latin is known here.
    r"|(?<=[\x00-\u024f])[\u200c\u200d]++|(?<![\u200c\u200d])[\u200c\u200d]++(?=[\x00-\u024f])"
    r"|[\ufb00-\ufb06]|[\uff01-\uff5e]+|[\x0b\u2028\u2029]"
)
# One character of each kind, which most texts have none of.
_ASCII = bytes(range(0x80))
_MAY = pattern(rf"[{_UNSEEN}\u200c\u200d\ufb00-\ufb06\uff01-\uff5e\x0b\u2028\u2029]")
# What follows the first half of a divided word.
_DIVIDED = pattern(r"([-\u2010\u00ad])(\r\n?|\n)([ \t]*)([^\W\d_A-Z]{2,})([ \t]?)")
_LEAST_HALF = 2
_WORD = pattern(r"[^\W_]+(?:-[^\W_]+)*")
_RETURN = pattern(r"\r\n?")
_NEXT_LINE = pattern("\x85")

Edit = tuple[int, int, str]


def cleaned(text: str) -> str:
    """Return a text as it looks: for words that have no place in a source to keep."""
    if text.isascii() and "\x0b" not in text:
        return text
    return _ODD.sub(lambda match: _seen(match[0]), text)


def _beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII, which are few."""
    data = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return data.decode("utf-8", "surrogatepass")


def odd_characters(text: str) -> Iterator[Edit]:
    """Yield where characters stand that are not what is seen, and what is."""
    if "\x0b" not in text and (text.isascii() or _MAY.search(_beyond_ascii(text)) is None):
        return
    for match in _ODD.finditer(text):
        yield *match.span(), _seen(match[0])


def _seen(odd: str) -> str:
    first = odd[0]
    if first in "\x0b\u2028\u2029":
        return "\n"
    if "\ufb00" <= first <= "\ufb06" or "\uff01" <= first <= "\uff5e":
        return unicodedata.normalize("NFKC", odd)
    return ""


def line_ends(text: str) -> Iterator[Edit]:
    """Yield the line ends of Windows and of the old Macintosh, which are read as any other's."""
    if "\r" in text:
        for match in _RETURN.finditer(text):
            yield *match.span(), "\n"
    elif "\x85" in text and "\n" not in text:
        # The next-line sign of mainframes; beside other line ends it is a lost ellipsis.
        for match in _NEXT_LINE.finditer(text):
            yield *match.span(), "\n"


def divided_words(text: str) -> Iterator[Edit]:
    """Yield the hyphens at line ends that divide a word, and what stands there instead.

    The line's end moves behind the word, so that every other word keeps its line.
    """
    signs = "-" if text.isascii() else "-\u2010\u00ad"
    ends = "\r\n" if "\r" in text else "\n"
    # One character is found much sooner than two.
    if not any(f"{sign}{end}" in text for sign in signs if sign in text for end in ends):
        return
    words: Counter[str] | None = None
    floor = 0
    for match in _DIVIDED.finditer(text):
        sign, newline, indent, right, blank = match.groups()
        start = end = match.start()
        while start > floor and _is_letter(text[start - 1]):
            start -= 1
        if end - start < _LEAST_HALF or (start and _is_letter(text[start - 1])):
            continue  # the second half of a word is not the first of another
        floor = match.end()
        if words is None:
            words = word_counts(text)
        # "up-to-" is a compound already.
        compound = text[start - 1 : start] == "-"
        divided = sign == "\u00ad" or (not compound and is_divided(text[start:end], right, words))
        yield end, match.start(4), "" if divided else "-"
        if blank:
            yield match.start(5), match.end(5), newline + indent


def _is_letter(char: str) -> bool:
    """Say whether a character is one that patterns call a letter: no digit, no underscore."""
    return char.isalnum() and not char.isdecimal()


# A text's bytes with "A" for capitals and "a" for all that may stand before one show
# where to look, three times faster than a pattern goes through the text.
_STEPS = bytes(
    0x41 if char.isascii() and char.isupper()
    else 0x61 if char.islower() or char in "0123456789).;:%?!"
    else 0x20
    for char in map(chr, range(256))
)  # fmt: skip


def steps_up(text: str) -> Iterator[int]:
    """Yield where a capital stands right behind a small letter, a digit or a sentence's end."""
    shape = text.encode("latin-1", "replace").translate(_STEPS)
    at = shape.find(b"aA")
    while at != -1:
        yield at + 1
        at = shape.find(b"aA", at + 1)


# A line of letters set apart one by one, its words set apart further.
_SPACED = pattern(
    r"(?<![^\r\n])[ \t]*(?:\#{1,6} +)?((?:\*\*)?[^\W\d_](?: [^\W\d_])+"
    r"(?:[ \xa0]{2,}+[^\W\d_&](?: [^\W\d_])*)*)(?: ?:)?(?:\*\*)?[ \t]*(?![^\r\n])"
)
_GAP = pattern(r"[ \xa0]+")
# A text's bytes with "a" for letters: where four of them stand alone in a row.
_LETTERS = bytes(0x61 if chr(code).isalpha() else code for code in range(256))
_LEAST_SPACED = 6


def spaced_letters(text: str) -> Iterator[Edit]:
    """Yield the blanks between the letters of "C L E R K" that part no words, to be left out.

    Where the line tells its words apart by wider blanks, those become one.
    """
    if b"a a a a" not in text.encode("latin-1", "replace").translate(_LETTERS):
        return
    for match in _SPACED.finditer(text):
        letters = [char for char in match[1] if char.isalpha()]
        if len(letters) < _LEAST_SPACED or letters == sorted(letters):
            continue  # initials, marks of a table, or the alphabet
        for gap in _GAP.finditer(text, match.start(1), match.end(1)):
            wide = len(gap[0]) > 1
            yield gap.start(), gap.end(), " " if wide else ""


def closed(text: str) -> str:
    """Return a text without the blanks between letters set apart.

    >>> closed("H E A D   C L E R K"), closed("A B C D E F")
    ('HEAD CLERK', 'A B C D E F')
    """
    for start, end, meant in reversed(list(spaced_letters(text))):
        text = text[:start] + meant + text[end:]
    return text


def word_counts(text: str) -> Counter[str]:
    """Return how often a text has each of its words, in small letters, compounds whole."""
    return Counter(_WORD.findall(text.lower()))


def is_divided(left: str, right: str, words: Counter[str]) -> bool:
    """Say whether a hyphen at a line's end divides one word, and is no hyphen of its own.

    A text that writes the word elsewhere knows best; then the parts of compounds decide.
    """
    left, right = left.lower(), right.lower()
    if f"{left}-{right}" in words:
        return False
    if f"{left}{right}" in words:
        return True
    known = _compounds()
    if right in known["endings"]:
        return True
    if left in known["first"] or right in known["last"] or f"{left} {right}" in known["pairs"]:
        return False
    # Parts that each stand in the text once more are words of their own.
    return not (words[left] > 1 and words[right] > 1)


@cache
def _compounds() -> dict[str, frozenset[str]]:
    import tomllib  # noqa: PLC0415  # few texts divide words
    from importlib.resources import files  # noqa: PLC0415

    data = tomllib.loads(files("postlint.text").joinpath("characters.toml").read_text("utf-8"))
    words = {name: frozenset(data[name].split()) for name in ("first", "last", "endings")}
    return words | {"pairs": frozenset(data["pairs"].split("\n")[1:-1])}

"""The bullets and numbers that open an item, of every kind real texts have."""

from __future__ import annotations

from functools import lru_cache

from postlint.text.patterns import pattern

# Glyphs that are nothing but bullets.
_GLYPHS = frozenset("•●○◦▪▫■□◾◽▸▹►▶➢➤➔✓✔✗❖♦◆◇★☆·∙⋅‣⁃⦁⚫◘¤»§Ø¨")
# Bullets read with the wrong character set, and private-use ones that a PDF's
# fonts leave behind.
_MOJIBAKE = ("â€¢", "â—", "â–", "Â·", "ï‚·", "ï€", '!"', "\u0095")
_ENUMERATOR = pattern(
    r"\(?(?:\d{1,3}|[a-zA-H]|[ivx]{2,4})[.)](?:\s+|(?=[A-Z][a-z])|$)|\(?(?:[IVX]{1,5})[.)]\s+"
    # "(M) Files papers", "( ) Files papers": marks that open an item, as "(E)" does.
    r"|\((?:M|N|NE|EF|\s)\)\s+(?=[A-Z])"
)
_ROMAN = pattern(r"[ivx]{2,4}[.)]\s+(?=\w)")
_LETTERS = frozenset("vqnlu")
_ALONE = pattern(r"0\d$")
_BLANKS = " \t\xa0\u2002\u2003\u2009\u200b\u3000"


@lru_cache(maxsize=512)  # a row is asked about by all that stands around it
def bullet_length(text: str) -> int:
    """Return how long the bullet and its blanks at the start of a row are; 0 for none."""
    if text[:2].isalpha() and len(text) > 1:
        if text[0] not in "ivx":
            return 0  # a word, as most rows begin with
        roman = _ROMAN.match(text)
        return 0 if roman is None else roman.end()
    char = text[0]
    if char in _LETTERS and text[1:2] in _BLANKS and text[2:3] and text[2] in _BLANKS:
        # "v  Files papers": a symbol font's bullet without the font, two blanks behind it.
        length = _with_blanks(text, 1)
        return length if text[length : length + 1].isupper() else 0
    if char.isalpha() and char not in "oâïüØÂ" and not (len(text) > 1 and text[1] in ".)"):
        return _private(text) if char > "\ud7ff" else 0
    if char in _GLYPHS:
        # A section sign before a number is a statute.
        if char in "§¨Ø¤" and text[1:2] not in _BLANKS:
            return 0
        if char == "§" and text[1:].lstrip(_BLANKS)[:1].isdigit():
            return 0
        return _with_blanks(text, 1)
    if char in "-–—*+>":
        return _dash(text, char)
    if char == "o" and text[1:2] and text[1] in _BLANKS:
        return _with_blanks(text, 1) if _opens(text[2:].lstrip(_BLANKS)) else 0
    if char == "ü" and text[1:2] and text[1] in _BLANKS:
        return _with_blanks(text, 1)
    if char.isdigit() or char in "(" or (char.isalpha() and text[1:2] and text[1] in ".)"):
        match = _ENUMERATOR.match(text)
        if match is not None:
            return match.end()
        return 2 if _ALONE.match(text) else 0
    if char > "\ud7ff":
        return _private(text)
    if char in '!"' and len(text) == 1:
        return 1  # what a symbol font's bullet is without the font
    for lead in _MOJIBAKE:
        if text.startswith(lead):
            return _with_blanks(text, len(lead))
    return 0


def _opens(rest: str) -> bool:
    return bool(rest) and not rest[0].islower()


def _private(text: str) -> int:
    return _with_blanks(text, 1) if "\ue000" <= text[0] <= "\uf8ff" else 0


def _with_blanks(text: str, length: int) -> int:
    while length < len(text) and text[length] in _BLANKS:
        length += 1
    # 'x0\x8f' and its like are the tail of a bullet in the wrong character set.
    return length


def _dash(text: str, char: str) -> int:
    """Return the length of a dash, star or plus that opens an item."""
    length = 1
    while length < len(text) and text[length] == char:
        length += 1
    if length == len(text):
        return length if length == 1 else 0
    follower = text[length]
    if follower in _BLANKS:
        return _with_blanks(text, length) if length < 3 else 0
    if char in "-–—" and length < 3:
        return length if follower.isalpha() or follower in "“\"'‘(" else 0
    if char == "*" and length == 1 and follower.isdigit():
        # "*3. Keeps rolls": the star is a mark, and the number opens the item.
        numbered = _ENUMERATOR.match(text, length)
        return numbered.end() if numbered is not None else 0
    if char == "*" and length == 1 and follower.isalpha():
        # '*italics*' and footnotes are words; an item has more than one word.
        return 1 if "*" not in text[1:] and " " in text else 0
    return 0


def glyph(bullet: str) -> str:
    """Return what bullets of one list have in common."""
    mark = bullet.strip()
    core = mark.strip("().")
    if core.isdigit():
        return "1"
    if core.isalpha() and core.isascii() and mark != core:
        return "I" if len(core) > 1 and core.isupper() else "A" if core.isupper() else "a"
    return mark[:2]

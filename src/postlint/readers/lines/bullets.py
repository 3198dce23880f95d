"""The bullets and numbers that open an item, of every kind real texts have."""

from __future__ import annotations

from functools import lru_cache

from postlint.text.patterns import pattern

# Glyphs that are nothing but bullets.
_GLYPHS = frozenset("•●○◦▪▫■□◾◽▸▹►▶➢➤➔✓✔✗❖♦◆◇★☆·∙⋅‣⁃⦁⚫◘¤»§Ø¨✅☑⭐✨")
# Bullets read with the wrong character set, and private-use ones that a PDF's
# fonts leave behind.
_MOJIBAKE = ("â€¢", "â—", "â–", "Â·", "ï‚·", "ï€", '!"', "\u0095")
_ENUMERATOR = pattern(
    r"\(?(?:\d{1,3}|[a-zA-H]|[ivx]{2,4})[.)](?:\s+|(?=\*?[ ]?[A-Z][a-z])|$)"
    r"|\(?(?:[IVX]{1,5})[.)]\s+"
    # "2.1 Files papers", "2.1.3. Files papers", and no "2.5 years"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]|A )"
    # "35%  Files papers", "35% – Files papers": the share of an item, set apart from it.
    r"|\d{1,3} ?%(?:\s{2,}|\s?[-–—:]\s+)(?=[A-Z])"
    # "(M) Files papers", "( ) Files papers": marks that open an item, as "(E)" does.
    r"|\((?:M|N|NE|EF|\s)\)\s+(?=[A-Z])"
)
_ROMAN = pattern(r"[ivx]{2,4}[.)]\s+(?=\w)|[IVX]{2,5}[.)]\s+(?=[A-Z][A-Za-z ]{2,30}: *\S)")
# "II. A Week at the Plant": a line so numbered is a heading, or goes on with "Clerk".
_LOUD_ROMAN = pattern(r"[IVX]{2,5}[.)]\s+(?=[A-Z])")
_LETTERS = frozenset("vqnluoü")
_ALONE = pattern(r"0\d$")
_PICTURE = pattern(r"[\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\s+(?=\S)")
_BLANKS = " \t\xa0\u2002\u2003\u2009\u200b\u3000"


@lru_cache(maxsize=512)  # a row is asked about by all that stands around it
def bullet_length(text: str) -> int:
    """Return how long the bullet and its blanks at the start of a row are; 0 for none."""
    char, second = text[0], text[1:2]
    if text[:2].isalpha() and second:
        roman = _ROMAN.match(text) if char in "ivxIVX" else None  # else a word, as most rows begin
        return 0 if roman is None else roman.end()
    if char in _GLYPHS:
        return _glyph(text, char)
    if char in "-–—*+>~":
        return _dash(text, char)
    if char in _LETTERS and second and second in _BLANKS:
        return _letter(text, char)
    if char.isdigit() or char == "(" or (char.isalpha() and second and second in ".)"):
        match = _ENUMERATOR.match(text)
        if match is not None:
            return match.end()
        return 2 if _ALONE.match(text) else 0
    if char > "\ud7ff":
        return _private(text)
    if text in ("!", '"'):
        return 1  # what a symbol font's bullet is without the font
    return next((_with_blanks(text, len(lead)) for lead in _MOJIBAKE if text.startswith(lead)), 0)


def roman_length(text: str) -> int:
    """Return how long the Roman number of a row is that may be a heading, 0 for none."""
    roman = _LOUD_ROMAN.match(text)
    return 0 if roman is None else roman.end()


def _glyph(text: str, char: str) -> int:
    if char in "§¨Ø¤" and text[1:2] not in _BLANKS:
        return 0
    length = _with_blanks(text, 1)
    # A section sign before a number is a statute.
    return 0 if char == "§" and text[length : length + 1].isdigit() else length


def _letter(text: str, char: str) -> int:
    """Return the length of a letter that is a symbol font's bullet without the font."""
    length = _with_blanks(text, 1)
    follower = text[length : length + 1]
    if char == "ü":
        return length
    if char == "o":
        return length if follower and not follower.islower() else 0
    # "v  Files papers": two blanks behind it.
    return length if length > 2 and follower.isupper() else 0


def _private(text: str) -> int:
    """Return the length of a sign of a font's own, or of a picture, with the blanks behind it."""
    if "\ue000" <= text[0] <= "\uf8ff":
        return _with_blanks(text, 1)
    picture = _PICTURE.match(text)
    return picture.end() if picture is not None else 0


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
    if char == "*" and length == 1 and (follower.isdigit() or follower == "("):
        # "*3. Keeps rolls", "*(3) Keeps rolls": the star is a mark, the number opens the item.
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
    if "%" in mark:
        return "%"
    if core.replace(".", "").isdigit():
        return "1.1"
    if core.isalpha() and core.isascii() and mark != core:
        # "i." and "v." number as "ii." and "iv." do.
        letter = "A" if len(core) == 1 and core not in "iIvVxX" else "I"
        return letter if core.isupper() else letter.lower()
    return mark[:2]

"""The words that headings, openings and titles are recognised by, and how words are compared.

They are data, in `headings.toml` beside this file. Comparison is by word:
lower-case, without punctuation, plural endings and possessives.
"""

from __future__ import annotations

import marshal
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import TypeAlias

from postlint.cache import read_data, remember
from postlint.document.kinds import SectionKind
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.tables import alternatives, table, word_sets

# A phrase of headings: its words, its kind, its weight, and whether it must be what a
# heading begins with or ends with.
_Cue: TypeAlias = tuple[tuple[str, ...], str, int, bool, bool]
# The phrases with one first word, by their second, "" for phrases of one word: most phrases
# that begin alike part there.
_Cues: TypeAlias = Mapping[str, Sequence[_Cue]]


class Vocabulary(NamedTuple):
    """What the headings' file says, in plain data that the cache can keep."""

    # By first word, packed: a posting's headings have one in ten of these.
    cues: Mapping[str, bytes]
    fields: frozenset[str]
    navigation: frozenset[str]
    farewells: frozenset[str]
    leads: frozenset[str]
    titles: frozenset[str]
    verbs: frozenset[str]
    ambiguous: frozenset[str]
    openings: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


_WORD = pattern(r"[^\W_]+")
# A blank for each character of ASCII that is in no word.
_CUT = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
# Words left out on both sides: "Purpose of the Position" is "purpose of position".
_ARTICLES = frozenset(("the", "a", "an", "this"))
_POSSESSIVE = pattern(r"['’´`]s\b")
# Ligatures a PDF has lost: "Quali4cations", "QualiGcations", "quali cations".
_LOST_LIGATURE = pattern(r"\bquali\W?\w?cation")


@cache
def vocabulary() -> Vocabulary:
    """Return the tables, worked out once for each state of the file."""
    data = read_data("postlint.document", "headings.toml")
    key = f"{zlib.crc32(data):08x}-{len(data)}-3"
    return Vocabulary(*remember("headings", key, lambda: tuple(_work_out(data.decode("utf-8")))))


@lru_cache(maxsize=1024)
def cues_of(word: str) -> _Cues | None:
    """Return the phrases of headings that begin with a word."""
    packed = vocabulary().cues.get(word)
    begun: _Cues | None = marshal.loads(packed) if packed else None  # noqa: S302  # packed below
    return begun


def _work_out(text: str) -> Vocabulary:
    import tomllib  # noqa: PLC0415  # rarely needed

    data: dict[str, dict[str, str]] = tomllib.loads(text)
    openings_data = data.pop("openings")
    fields = frozenset(data.pop("fields")["names"].split("\n")) - {""}
    navigation = frozenset(data.pop("navigation")["lines"].split("\n")) - {""}
    farewells = frozenset(data.pop("farewells")["lines"].split("\n")) - {""}
    titles = frozenset(data.pop("titles")["nouns"].split())
    cues: dict[str, dict[str, list[_Cue]]] = {}
    for kind, groups in data.items():
        for weight, phrases in groups.items():
            for phrase in phrases.split("\n"):
                if phrase:
                    first, last = phrase[0] == "^", phrase[-1] == "$"
                    words = tuple(phrase.strip("^$").split())
                    second = words[1] if len(words) > 1 else ""
                    cue = (words, SectionKind(kind).value, int(weight), first, last)
                    cues.setdefault(words[0], {}).setdefault(second, []).append(cue)
    openings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("duties", "knowledge-skills", "education-experience", "licences"):
        for phrase in openings_data[kind].split("\n"):
            if phrase:
                words = tuple(phrase.split())
                openings.setdefault(words[0], []).append((words, kind))
    return Vocabulary(
        cues={word: marshal.dumps(begun) for word, begun in cues.items()},
        fields=fields,
        navigation=navigation,
        farewells=farewells,
        leads=frozenset(name.split(" ", 1)[0] for name in (*fields, *navigation)),
        titles=titles,
        verbs=frozenset(openings_data["verbs"].split()),
        ambiguous=frozenset(openings_data["ambiguous"].split()),
        openings=openings,
    )


def comparable(text: str) -> str:
    """Return a text as it is compared: lower-case, without possessives, ligatures parted."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    if "'s" in text or "`s" in text or not text.isascii():
        text = _POSSESSIVE.sub("", text)
    if "quali" in text:
        text = _LOST_LIGATURE.sub("qualification", text)
    return text


def words_of(text: str) -> list[str]:
    """Return the runs of letters and digits; in ASCII they need no pattern."""
    return text.translate(_CUT).split() if text.isascii() else _WORD.findall(text)


def plain_words(text: str) -> str:
    """Return the words of a text in small letters, one blank between them."""
    return " ".join(words_of(text.lower()))


def stems(text: str) -> tuple[str, ...]:
    """Return the words of a plain text without articles and plural endings."""
    return tuple([_stem(word) for word in words_of(text) if word not in _ARTICLES])


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return a word without its plural's ending; "status" and "analysis" have none."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-3] + "y" if word[-3:] == "ies" and len(word) > 4 else word[:-1]
    if word[-3:] == "ies" and len(word) > 4:
        return word[:-3] + "y"
    return "criterion" if word == "criteria" else word


def first_word(text: str) -> str:
    """Return a text up to its first blank."""
    end = text.find(" ")
    return text[:end] if end > 0 else text


def word_set(key: str) -> frozenset[str]:
    """Return the words of a key of `words.toml`."""
    return word_sets(__package__, "words")[key]


def any_of(key: str) -> str:
    """Return the words of a key of `words.toml` as a pattern, in which blanks may be free."""
    return alternatives(table(__package__, "words")["vocabulary"][key]).replace(" ", "[ ]")

"""The language a text is written in, recognised by its smallest words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from postlint.document.openings import is_duty_verb
from postlint.facts._data import table, word_sets
from postlint.facts.base import Case, Fact, fact
from postlint.text.patterns import pattern

ENGLISH: Final = "English"
_SEEN: Final = 1200
# Fewer small words than these tell nothing, and so does a smaller part of all.
_LEAST: Final = 4
_SHARE: Final = 0.1
# In English text every third word is one of its small words; half of that settles it.
_ENGLISH: Final = 0.15
_MORE: Final = 2
# Scripts that are a language's own, or several languages'.
_CYRILLIC: Final = "a language in Cyrillic letters"
# Letters that tell these apart, the rarest first: what others share says nothing of them.
_OWN_LETTERS: Final = (
    ("Belarusian", "ў"),
    (_CYRILLIC, "қғңұөүһәӣҷћђјљњџѓќ"),
    ("Ukrainian", "їєґ"),
    ("Russian", "ыэё"),
)
_SCRIPTS: Final = (
    ("Japanese", pattern(r"[\u3040-\u30ff]")),
    ("Korean", pattern(r"[\uac00-\ud7af]")),
    ("Chinese", pattern(r"[\u4e00-\u9fff]")),
    (_CYRILLIC, pattern(r"[\u0400-\u04ff]")),
    ("Greek", pattern(r"[\u0370-\u03ff]")),
    ("a language in Arabic letters", pattern(r"[\u0600-\u06ff]")),
    ("Hebrew", pattern(r"[\u0590-\u05ff]")),
    ("a language in Devanagari letters", pattern(r"[\u0900-\u097f]")),
)


@fact("language")
def language(case: Case) -> Fact[str]:
    """Return the language of the text by its English name; English where nothing tells another."""
    words = case.words.words[:_SEEN]
    english = _count(words, "english")
    if english >= _ENGLISH * len(words) and english:
        return Fact(ENGLISH)
    other = _other(words, english)
    # "Wash pots. Se habla español.": what is asked of people is asked in English.
    if other is not None and sum(map(is_duty_verb, words)) >= _SHARE * len(words):
        return Fact(ENGLISH)
    return Fact(other or _script(case) or ENGLISH)


def is_foreign(words: Sequence[str]) -> bool:
    """Say whether words are of another language than English: a sentence of a text in two."""
    english = _count(words, "english")
    return english < _ENGLISH * len(words) and _other(words, english) is not None


def _count(words: Sequence[str], name: str) -> int:
    return sum(map(word_sets("languages")[name].__contains__, words))


def _other(words: Sequence[str], english: int) -> str | None:
    counts = {name: _count(words, name) for name in word_sets("languages") if name != "english"}
    best = max(counts, key=lambda name: counts[name])
    most = counts[best]
    if most < _LEAST or most < _SHARE * len(words) or most < _MORE * english:
        return None
    # Single letters alone are grades, lists and letter-spaced words of any language.
    telling = {word for word in words if len(word) > 1 and word in word_sets("languages")[best]}
    return str(table("languages")["names"][best]) if len(telling) > 1 else None


def _script(case: Case) -> str | None:
    text = case.text[: 4 * _SEEN]
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text))
    counts = [(len(signs.findall(text)), name) for name, signs in _SCRIPTS]
    most, name = max(counts)
    # Japanese is written with Chinese signs too.
    japanese = counts[0][0]
    if japanese * 10 >= most > 0:
        most, name = max(most, japanese), "Japanese"
    if most * 2 <= letters:
        return None
    if name == _CYRILLIC:
        lowered = text.lower()
        return next((one for one, own in _OWN_LETTERS if any(map(lowered.count, own))), name)
    return name

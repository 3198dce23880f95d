"""The forms a word takes, so that a lexicon gives each verb and noun once.

Regular English spelling only; what is irregular is data of the lexicon that
uses it. A form that no text will ever contain ("leaded") does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_VOWELS = frozenset("aeiou")
_HISSES = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """Return the regular plural of a noun or, of a phrase, of its last word."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSES) else f"{noun}s"


def verb_forms(base: str, irregular: Mapping[str, Iterable[str]] | None = None) -> tuple[str, ...]:
    """Return a verb's base, -s, -ing and -ed forms and its irregular ones, base first.

    Of a verb of several words the first takes the endings ("carries out").
    The last consonant is doubled where spelling could ask for it and left
    alone as well: "planning" needs it, "developing" must not have it.
    """
    verb, _, rest = base.partition(" ")
    forms = [verb, plural(verb)]
    if verb.endswith("ie"):
        forms += [f"{verb[:-2]}ying", f"{verb}d"]
    elif verb.endswith("ee"):
        forms += [f"{verb}ing", f"{verb}d"]
    elif verb.endswith("e"):
        forms += [f"{verb[:-1]}ing", f"{verb}d"]
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms += [f"{verb}ing", f"{verb[:-1]}ied"]
    else:
        forms += [f"{verb}ing", f"{verb}ed"]
        if _may_double(verb):
            forms += [f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed"]
    if rest:
        forms = [f"{form} {rest}" for form in forms]
    if irregular:
        forms += irregular.get(base, ())
    return tuple(dict.fromkeys(forms))


def _may_double(verb: str) -> bool:
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS
        and verb[-1] not in "wxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
    )

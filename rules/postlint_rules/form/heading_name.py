"""FORM003: give a heading its usual name.

## What it checks
Whether a heading is one of a small list of names that say the same as a more usual one:
"Application process" and "How to apply", "EEO Statement" and "Equal opportunity".
The list is in `headings.toml`; a heading with any other word in it is left alone.
"Job Summary" has the usual name in it, and is found by who looks for that.
Headings that speak of essential duties are never touched, because they identify them.

## Why
People and programs that read many postings look for a section by its name.
The names are those that are most frequent in the postings the project was built on.

## When not to use it
Where a collective agreement or a template fixes the names. The rule is off unless it is chosen.

## Fix safety
Safe where the usual name has every word of the old one. Else the fix takes words out, and is made
only with `--unsafe-fixes`: both names head the same kind of section, which a test holds them to,
and "Application process" may say more than "How to apply". Capitals and a colon stay as they are.
"""

from collections.abc import Mapping
from functools import cache

import postlint.rules as kit
from postlint_rules.form._practice import in_a_text

_WORD = kit.pattern(r"[^\W_]+(?:['’][^\W_]+)?|&")
_SLIGHT = frozenset({"and", "of", "or", "the", "to", "for", "a", "an"})


class HeadingName(kit.Rule):
    meta = kit.RuleMeta(
        code="FORM003",
        summary="A heading has a more usual name.",
        severity=kit.Severity.INFO,
        messages={"name": "Most postings call '{words}' '{usual}'."},
        authority=kit.laws("postlint-markup"),
        why="Applicants and programs find sections by their usual names.",
        default_on=False,
    )
    applies = (in_a_text,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        headings = [
            section.heading for section in case.posting.sections if section.heading is not None
        ]
        names = {plain(heading.text) for heading in headings}
        found = False
        for heading in headings:
            usual = usual_names().get(plain(heading.text))
            # Two sections of one name would be harder to tell apart.
            if usual is None or plain(usual) in names:
                continue
            words = case.text[heading.span.start : heading.span.end]
            name = _dressed(usual, words)
            found = True
            kept = set(plain(heading.text).split()) <= set(plain(usual).split())
            safety = kit.Applicability.SAFE if kept else kit.Applicability.UNSAFE
            fix = kit.Fix(f"Write '{name}'", (kit.Edit(heading.span, name),), safety)
            yield kit.Finding(
                "name", heading.span, {"words": heading.text, "usual": name}, fixes=(fix,)
            )
        if not headings:
            yield kit.NotApplicable("The text has no headings.")
        elif not found:
            yield kit.Passed(
                f"No heading is one of the {len(usual_names())} that have a usual name."
            )


@cache
def usual_names() -> Mapping[str, str]:
    """Return the usual name of each heading of the table."""
    found: dict[str, str] = {}
    for usual, block in kit.table(__package__, "headings")["usual"].items():
        found.update((plain(line), usual) for line in kit.lines(block))
    return found


def plain(heading: str) -> str:
    """Return a heading's words to compare: lower-case, without signs around them."""
    words = _WORD.findall(heading.lower().replace("’", "'"))
    return " ".join("and" if word == "&" else word for word in words)


def _dressed(usual: str, words: str) -> str:
    """Return a name in the capitals of the words it stands for."""
    if words.isupper():
        return usual.upper()
    others = [word for word in _WORD.findall(words)[1:] if word.lower() not in _SLIGHT]
    if others and all(word[0].isupper() for word in others):
        first, *rest = usual.split(" ")
        return " ".join(
            [first, *(word if word in _SLIGHT else word[:1].upper() + word[1:] for word in rest)]
        )
    return usual

"""FORM002: use one bullet in a list.

## What it checks
In Markdown and the markup, where indents tell the levels of a list: whether the items of one list
begin with different signs.
In plain text, where another sign may be another level: whether a bullet is a private-use sign that
a font left behind, or what copying made of one (`!"`), or hyphens and dashes are mixed; of other
signs in one list nobody can tell.
Numbers and letters are left alone.

## Why
A sign that only one font has is a box or nothing on another screen.
Mixed signs make readers look for a difference that is not meant.

## When not to use it
The rule is off unless it is chosen.

## Fix safety
Safe: a bullet carries no words, and each kind of sign is given one in its place.
"""

from collections import Counter
from collections.abc import Mapping

import postlint.rules as kit
from postlint_rules.form._lists import Bullets, lists_of
from postlint_rules.form._practice import form, in_a_text, rewritten

# What the private-use signs of the symbol fonts look like where the font is there.
_MEANT: Mapping[str, str] = dict(
    zip("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06c\uf06e\uf071\uf0a8", "•▪➢✓❖●■□◆", strict=True)
)
# What the sign of a symbol font comes out as where a page was printed and copied.
_COPIED = frozenset({'!"'})
_BULLET = "•"
_DASHES = frozenset("-–—")
_SIGNS = frozenset("-*+•")


class BulletForm(kit.Rule):
    meta = form(
        code="FORM002",
        summary="A list has bullets of several kinds, or ones that only one font shows.",
        messages={
            "mixed": "This list has bullets of several kinds: {words}.",
            "font": "This bullet is a sign that only one font shows; '{usual}' is meant.",
            "copied": "'{words}' stands where copying lost a bullet; '{usual}' is meant.",
        },
        why="Bullets of one kind show in every program.",
    )
    applies = (in_a_text,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        # A dash alone is one between words.
        lists = [one for one in lists_of(case) if len(one) > 1 or one[0][1] in _MEANT]
        findings = [*_of_fonts(lists)]
        signs = _DASHES if case.posting.reader == "text" else _SIGNS
        for bullets in lists:
            findings.extend(_mixed([each for each in bullets if each[1] in signs]))
        yield from sorted(findings, key=lambda finding: finding.span)
        several = [one for one in lists if len({sign for _, sign in one}) > 1]
        if not findings and several:
            places = tuple(one[0][0] for one in several)
            yield kit.CannotTell("whether another sign is another level of a list", places)
        elif not findings and lists:
            spans = tuple(one[0][0] for one in lists)
            yield kit.Passed("Every list has one kind of bullet.", spans)
        elif not lists:
            yield kit.NotApplicable("The text has no list with bullets.")


def _of_fonts(lists: list[Bullets]) -> kit.Findings:
    """Yield a finding for every private-use sign, with all of its places in the fix."""
    places: dict[str, list[kit.Span]] = {}
    for span, sign in (bullet for bullets in lists for bullet in bullets):
        if sign in _MEANT or sign in _COPIED or (len(sign) == 1 and "\ue000" <= sign <= "\uf8ff"):
            places.setdefault(sign, []).append(span)
    for sign, spans in places.items():
        # One alone may be a drawing beside a link.
        if len(spans) == 1 and sign not in _MEANT:
            continue
        usual, copied = _MEANT.get(sign, _BULLET), sign in _COPIED
        edits = (kit.Edit(span, f"{usual} " if copied else usual) for span in spans)
        fixes = rewritten(f"Write the bullet as '{usual}'", edits)
        data = {"usual": usual, "words": sign}
        yield kit.Finding("copied" if copied else "font", spans[0], data, fixes=fixes)


def _mixed(bullets: Bullets) -> kit.Findings:
    counts = Counter(sign for _, sign in bullets)
    if len(counts) > 1:
        usual = counts.most_common(1)[0][0]
        odd = [span for span, sign in bullets if sign != usual]
        edits = (kit.Edit(span, usual) for span in odd)
        fixes = rewritten(f"Write '{usual}' throughout the list", edits)
        words = " and ".join(f"'{sign}'" for sign in counts)
        yield kit.Finding("mixed", odd[0], {"words": words}, fixes=fixes)

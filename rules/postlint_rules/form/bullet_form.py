"""FORM002: use one bullet in a list.

## What it checks
In Markdown and the markup, where indents tell the levels of a list: whether the items of one list
begin with different signs.
In plain text, where another sign may be another level: whether a bullet is a private-use sign that
a font left behind, or hyphens and dashes are mixed.
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
from collections.abc import Iterator, Mapping

import postlint.rules as kit
from postlint_rules.form._practice import in_a_text

# What the private-use signs of the symbol fonts look like where the font is there.
_MEANT: Mapping[str, str] = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf071": "□",
    "\uf0a8": "◆",
}
_DASHES = frozenset("-–—")
_SIGNS = frozenset("-*+•")

# How far an item may stand in from its line's start.
_INDENT = 40


class BulletForm(kit.Rule):
    meta = kit.RuleMeta(
        code="FORM002",
        summary="A list has bullets of several kinds, or ones that only one font shows.",
        severity=kit.Severity.INFO,
        messages={
            "mixed": "This list has bullets of several kinds: {words}.",
            "font": "This bullet is a sign that only one font shows; '{usual}' is meant.",
        },
        authority=kit.laws("postlint-markup"),
        why="Bullets of one kind show in every program.",
        default_on=False,
    )
    applies = (in_a_text,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        lists = [
            bullets
            for section in case.posting.sections
            for bullets in _lists(case, section.blocks)
            # A dash alone is one between words.
            if len(bullets) > 1 or bullets[0][1] in _MEANT
        ]
        findings = [*_of_fonts(lists)]
        signs = _DASHES if case.posting.reader == "text" else _SIGNS
        for bullets in lists:
            findings.extend(_mixed([each for each in bullets if each[1] in signs]))
        yield from sorted(findings, key=lambda finding: finding.span)
        if not findings and lists:
            spans = tuple(one[0][0] for one in lists)
            yield kit.Passed("Every list has one kind of bullet.", spans)
        elif not lists:
            yield kit.NotApplicable("The text has no list with bullets.")


def _lists(case: kit.Case, blocks: tuple[kit.Block, ...]) -> Iterator[list[tuple[kit.Span, str]]]:
    """Yield the bullets of each list: items that follow one another at one level."""
    bullets: list[tuple[kit.Span, str]] = []
    for block in blocks:
        if not isinstance(block, kit.Item):
            if bullets:
                yield bullets
            bullets = []
            continue
        if (found := _bullet(case, block)) is not None:
            bullets.append(found)
        yield from _lists(case, block.blocks)
    if bullets:
        yield bullets


def _bullet(case: kit.Case, item: kit.Item) -> tuple[kit.Span, str] | None:
    """Return an item's sign and where it stands; none for numbers and letters."""
    words = item.label.span if item.label is not None else item.text.span
    sign = case.text[item.span.start : words.start].rstrip()
    if not sign or any(char.isalnum() for char in sign):
        return None
    # Where a copy lost its line ends, a dash within a line may be one between words.
    line = case.text[max(0, item.span.start - _INDENT) : item.span.start]
    if line.strip(" \t\xa0>")[-1:] not in ("", "\n", "\r"):
        return None
    return kit.Span(item.span.start, item.span.start + len(sign)), sign


def _of_fonts(lists: list[list[tuple[kit.Span, str]]]) -> Iterator[kit.Finding]:
    """Yield a finding for every private-use sign, with all of its places in the fix."""
    places: dict[str, list[kit.Span]] = {}
    for bullets in lists:
        for span, sign in bullets:
            if sign in _MEANT:
                places.setdefault(sign, []).append(span)
    for sign, spans in places.items():
        usual = _MEANT[sign]
        edits = tuple(kit.Edit(span, usual) for span in spans)
        fix = kit.Fix(f"Write the bullet as '{usual}'", edits, kit.Applicability.SAFE)
        yield kit.Finding("font", spans[0], {"usual": usual}, fixes=(fix,))


def _mixed(bullets: list[tuple[kit.Span, str]]) -> Iterator[kit.Finding]:
    counts = Counter(sign for _, sign in bullets)
    if len(counts) < 2:
        return
    usual = counts.most_common(1)[0][0]
    odd = [span for span, sign in bullets if sign != usual]
    fix = kit.Fix(
        f"Write '{usual}' throughout the list",
        tuple(kit.Edit(span, usual) for span in odd),
        kit.Applicability.SAFE,
    )
    words = " and ".join(f"'{sign}'" for sign in counts)
    yield kit.Finding("mixed", odd[0], {"words": words}, fixes=(fix,))

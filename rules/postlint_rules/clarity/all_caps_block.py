"""CLAR013: write sentences in small letters.

## What it checks
Whether twelve words in a row (`least`), outside a heading, stand in capitals.
The questions of an application form, terms of use of a board, and letters that a page spaced out
are passed over.
There is one finding, and it lists the other places.

## Why
Words in capitals are read more slowly, and some screen readers spell them.

## When not to use it
Where a law prescribes capitals for a notice.
"""

from collections.abc import Iterator

import postlint.rules as kit

_RUN = kit.pattern(r"[A-Z][A-Z0-9,.'’&()/ \t-]*(?:[ \t\n]+[A-Z0-9][A-Z0-9,.'’&()/-]*)+(?![a-z])")
_WORD = kit.pattern(r"[A-Z]{2,}")
# "J O B S": a page spaced its letters out.
_SPACED = kit.pattern(r"(?:\b[A-Z]{1,2} ){4}")
# What a board says of itself, below the posting.
_TERMS = kit.pattern(
    r"\bWARRANT(?:Y|IES)\b|\bLIABILITY\b|\bCOOKIES?\b|\bTERMS OF (?:USE|SERVICE)\b"
)
# A text's bytes with "A" for all that may stand in a run: a long enough one is looked for first.
_MAY = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.'?&()/ \t\n-")
_SHAPE = bytes(0x41 if chr(code) in _MAY else 0x20 for code in range(256))


class AllCapsBlock(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR013",
        summary="A sentence stands in capitals.",
        severity=kit.Severity.INFO,
        messages={
            "capitals": (
                "'{words}' stands in capitals, {count} words of them; small letters read faster."
            ),
        },
        authority=kit.laws("us-plain-language"),
        advice="Write the sentence in small letters, and bold what matters.",
        why="Capitals are slow to read, and screen readers spell them.",
    )
    least: int = 12

    def check(self, case: kit.Case) -> kit.Outcomes:
        found = list(_blocks(case, self.least))
        if not found:
            yield kit.Passed(f"No {self.least} words in a row stand in capitals.")
            return
        (span, count), *others = found
        again = [other for other, _ in others[:4]]
        yield kit.mark(case, "capitals", span, {"count": count}, again=again, also="So do these.")


def _blocks(case: kit.Case, least: int) -> Iterator[tuple[kit.Span, int]]:
    # The curly apostrophe becomes a question mark. A word has two letters and a sign behind it.
    shape = case.text.encode("latin-1", "replace").translate(_SHAPE)
    end = case[kit.facts.form_start].value
    if b"A" * (3 * least - 1) not in shape:
        return
    headings = [one.heading.span for one in case.posting.sections if one.heading is not None]
    if case.posting.title is not None:
        headings.append(case.posting.title.span)
    for match in _RUN.finditer(case.text, 0, end):
        span = kit.Span(*match.span())
        count = len(_WORD.findall(match[0]))
        lines = match[0].count("\n") + 1
        if _SPACED.search(match[0]) or _TERMS.search(match[0]):
            continue
        # Short lines in capitals are headings and menus.
        if count >= least * (1 if lines == 1 else 2) and not any(map(span.overlaps, headings)):
            yield case.posting.passage(span).span, count

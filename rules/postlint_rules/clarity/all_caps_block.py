"""CLAR013: write sentences in small letters.

## What it checks
Whether twelve words in a row (`least`), outside a heading, stand in capitals.
The questions of an application form, terms of use of a board, and letters that a page spaced out
are skipped.
There is one finding, and it lists the other places.

## Why
Words in capitals are read more slowly, and some screen readers spell them.

## When not to use it
Where a law prescribes capitals for a notice.
"""

from collections.abc import Iterator
from itertools import chain

import postlint.rules as kit

# What begins further on in a word is no more of one than what its first capital begins.
_RUN = kit.pattern(
    r"(?<![A-Z])(?<![A-Z][0-9,.&/-])[A-Z][A-Z0-9,.'’&()/$% \t-]*"
    r"(?:(?:[ \t]+\n?|\n)[ \t]*[A-Z0-9$][A-Z0-9,.'’&()/$%-]*)+(?![a-z])"
)
_WORD = kit.pattern(r"[A-Z]{2,}")
# "J O B S": a page spaced its letters out.
_SPACED = kit.pattern(r"(?:\b[A-Z]{1,2} ){4}")
# What a board says of itself, below the posting, and how far around its words it stands.
_TERMS = kit.pattern(
    r"(?i)\bwarrant(?:y|ies)\b|\bliab(?:le|ility)\b|\bdisclaim|\bterms of (?:use|service)\b"
)
_NEAR = 500
# A text's bytes with "A" for all that may stand in a run: a long enough one is looked for first.
_MAY = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,.'?&()/$% \t\n-")
_SHAPE = bytes(0x41 if chr(code) in _MAY else 0x20 for code in range(256))


class AllCapsBlock(kit.Rule):
    meta = kit.RuleMeta(
        code="CLAR013",
        summary="A sentence stands in capitals.",
        messages={
            "capitals": "'{words}' stands in capitals, {count} words of them; small letters read "
            "faster.",
        },
        authority=kit.laws("us-plain-language"),
        advice="Write the sentence in small letters, and bold what matters.",
        why="Capitals are slow to read, and screen readers spell them.",
    )
    least: int = 12

    def check(self, case: kit.Case) -> kit.Outcome:
        found = list(_blocks(case, self.least))
        if not found:
            return kit.Passed(f"No {self.least} words in a row stand in capitals.")
        (span, count), again = found[0], [other for other, _ in found[1:5]]
        return kit.mark(case, "capitals", span, {"count": count}, again=again, also="So do these.")


def _stretches(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield where as much stands of nothing but capitals and their like as a run may have.

    Each goes on to the character behind it, which a run must not go on with.
    """
    # The curly apostrophe becomes a question mark. A word has two letters and a sign behind it.
    shape = text.encode("latin-1", "replace").translate(_SHAPE)
    run = b"A" * (3 * least - 1)
    end = 0
    while (at := shape.find(run, end)) != -1:
        end = shape.find(b" ", at)
        end = len(text) if end == -1 else end + 1
        yield at, end


def _blocks(case: kit.Case, least: int) -> Iterator[tuple[kit.Span, int]]:
    stretches = list(_stretches(case.text, least))
    if not stretches:
        return
    sections, title = case.posting.sections, case.posting.title
    headings = kit.merged(one.span for one in (title, *(each.heading for each in sections)) if one)
    last = case[kit.facts.form_start].value
    runs = [_RUN.finditer(case.text, start, min(end, last)) for start, end in stretches]
    for match in chain.from_iterable(runs):
        span = kit.Span(*match.span())
        count = len(_WORD.findall(match[0]))
        # Short lines in capitals are headings and menus.
        enough = count >= least * (2 if "\n" in match[0] else 1)
        if enough and not kit.touches(headings, span) and not _aside(case.text, span):
            yield case.posting.passage(span).span, count


def _aside(text: str, span: kit.Span) -> bool:
    """Say whether words are spaced out, head what follows a colon, or are terms of a board."""
    behind = text[span.end : span.end + 2].lstrip()
    return (
        _SPACED.search(text, *span) is not None
        or behind.startswith(":")
        or _TERMS.search(text, max(0, span.start - _NEAR), span.end + _NEAR) is not None
    )

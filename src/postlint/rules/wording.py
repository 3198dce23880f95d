"""Small questions about the text: the sentence around a place, its words for a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from postlint.document.gaps import Gap
from postlint.document.kinds import SectionKind
from postlint.document.posting import Posting
from postlint.facts.around import near
from postlint.facts.base import Case
from postlint.facts.full_description import full_description
from postlint.rules.rule import CannotTell
from postlint.text.authority import Authority
from postlint.text.diagnostics import Finding, Fix, Related, Severity
from postlint.text.patterns import pattern
from postlint.text.source import Span

_LONGEST = 80
# A message names so many words of a subject.
_SHOWN = 3
# "Reports to:", "Reports to: ______": a label that nobody filled in, up to a line of its own.
_NOTHING_AFTER = pattern(
    r"[*_ \t\xa0]*(?:[:?][\W_]*?(?:(?:\r\n?|\n)[ \t\xa0]*(?=[\r\n#]|\Z|[A-Z][\w ]{2,30}:)|\Z)"
    r"|[._]{3,}[ \t\xa0]*(?=[\r\n]|\Z))"
)
# "Click here for more information." has six words.
_ONLY_LEADS = 7


def sentence_at(posting: Posting, span: Span) -> Span:
    """Return the sentence a span begins in, or the span itself where it is in none.

    Of an endless sentence it is what stands around the span.
    """
    sentence = posting.running.at(span.start)
    return span if sentence is None else near(posting.text, sentence, span.start)


def leads_on(case: Case, key: str) -> tuple[Span, ...]:
    """Return sentences that only lead to a page with more: "Click here for information:".

    A sentence that says what the page is about leads to that and to nothing else.
    """
    found = []
    for hit in case.hits[key]:
        sentence = sentence_at(case.posting, hit)
        broken_off = case.text[sentence.start : sentence.end].endswith(":")
        if broken_off or len(case.words.between(sentence)) <= _ONLY_LEADS:
            found.append(sentence)
    return tuple(found)


def gaps_of(posting: Posting, *kinds: SectionKind) -> tuple[Gap, ...]:
    """Return the places where a template may insert a section of these kinds."""
    return tuple(gap for gap in posting.gaps if gap.may_hold(*kinds))


def inserted(gaps: tuple[Gap, ...], what: str) -> CannotTell:
    """Return that nobody can tell, because a template inserts what may be the thing looked for."""
    names = " and ".join(
        dict.fromkeys(f"'{gap.name}'" if gap.name else "the template" for gap in gaps)
    )
    verb = "puts" if len({gap.name for gap in gaps}) == 1 else "put"
    return CannotTell(f"what {names} {verb} in, which may be {what}", tuple(g.span for g in gaps))


def mark(
    case: Case,
    message: str,
    span: Span,
    data: Mapping[str, object] | None = None,
    *,
    again: Iterable[Span] = (),
    also: str = "So is this.",
    severity: Severity | None = None,
    authority: tuple[Authority, ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> Finding:
    """Return a finding that quotes its place as `words`; `again` are places like it.

    At each of these `also` is said. `data` is what else the message says.
    """
    words = {"words": quoted(case.posting, span), **(data or {})}
    related = tuple(Related(one, also) for one in again)
    return Finding(
        message, span, words, severity=severity, related=related, authority=authority, fixes=fixes
    )


# "Ph.D.", "10 a.m.": the last stop is the short form's own.
_STOPPED = pattern(r"\b[A-Za-z]{1,3}\.[A-Za-z]{1,2}\Z")


def quoted(posting: Posting, span: Span) -> str:
    """Return the words of a span for a message, cut at a word where they are many."""
    words = posting.passage(span).text
    if len(words) <= _LONGEST:
        bare = words.rstrip(" .,;:")
        return f"{bare}." if bare != words and _STOPPED.search(bare) else bare
    return words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"


def joined(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: "pay, leave and health care"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _is_empty_label(case: Case, span: Span) -> bool:
    empty = any(not one.value.text and one.span.overlaps(span) for one in case.posting.fields)
    return empty or _NOTHING_AFTER.match(case.text, span.end) is not None


def more_elsewhere(case: Case, question: str) -> CannotTell | None:
    """Return that nobody can tell, where the text leads to a full description."""
    leads = case[full_description]
    if not leads.value:
        return None
    words = quoted(case.posting, leads.spans[0])
    return CannotTell(f"{question}: '{words}' leads to a text with more", leads.spans)


def may_mean(
    case: Case, question: str, places: Iterable[Span], advice: str = ""
) -> CannotTell | None:
    """Return that nobody can tell, where words of the subject stand: three of them are named.

    A label with nothing after it says only that nothing was said.
    """
    found: dict[str, Span] = {}
    for span in places:
        if _is_empty_label(case, span):
            continue
        found.setdefault(case.posting.passage(span).text.lower(), span)
    if not found:
        return None
    spans = tuple(found.values())[:_SHOWN]
    words = joined([f"'{case.posting.passage(span).text}'" for span in spans])
    would = f"; {advice[0].lower()}{advice[1:].rstrip('.')}" if advice else ""
    return CannotTell(f"{question}: {words} may mean it{would}", spans)

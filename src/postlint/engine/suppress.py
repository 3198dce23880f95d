"""Findings silenced from inside a posting, and the record of every silence.

    %% postlint: ignore ADA002, cabinet-membership until 2027-06-30 -- legend is on the letterhead

`ignore` speaks for the next block; where its section has none after it, for
the section. `ignore-section` speaks for the section it stands in with all
below it, `ignore-file` for the posting. A silence needs a reason, may end on a
day, and is itself reported when it silences nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from postlint.document.parts import Directive, Section, SectionBlock, walk
from postlint.document.posting import Posting
from postlint.errors import UnknownName
from postlint.rules.tool_findings import TOOL_CODES
from postlint.text.diagnostics import Applicability, Diagnostic, Edit, Finding, Fix
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple
from postlint.text.source import Span

VERBS = ("ignore", "ignore-section", "ignore-file")

_DIRECTIVE = pattern(r"postlint:[ \t]*([\w-]*)")
_CLOSINGS = ("-->", "->", "]", "%%")
# Word makes an en dash of two hyphens while one types. Names have hyphens in them.
_DASH = pattern(r"--+|[\u2013\u2014\u2015]|(?<=\s)[-\u2010\u2011\u2212](?=\s)")
_UNTIL = pattern(r"\buntil[ \t]+(\S+)[ \t]*\Z")


class Suppression(NamedTuple):
    """A directive, understood.

    `names` are the rules as written, `codes` what they mean, in step. `until`
    is the last day the silence holds.
    """

    directive: Directive
    verb: str
    names: tuple[str, ...]
    codes: tuple[str | None, ...]
    scope: tuple[Span, ...]
    reason: str
    until: date | None = None


class Suppressed(NamedTuple):
    """A diagnostic that is not shown, and why."""

    diagnostic: Diagnostic
    reason: str
    until: date | None = None
    source: Span | None = None


class Silence(NamedTuple):
    """What suppressing did: what stays, what is silenced, what is wrong with the directives."""

    remaining: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...] = ()
    findings: tuple[Finding, ...] = ()


def silence(
    posting: Posting,
    diagnostics: Iterable[Diagnostic],
    *,
    code_of: Callable[[str], str],
    ran: frozenset[str],
    today: date,
    require_reason: bool = True,
    report_unused: bool = True,
) -> Silence:
    """Apply a posting's directives to its diagnostics.

    `code_of` gives a rule's code for a code, name or alias and raises
    `UnknownName`; `ran` are the codes of the rules that were asked, because a
    silence of a rule that was not asked is not called unused.
    """
    shown = tuple(diagnostics)
    if not posting.directives:
        return Silence(remaining=shown)
    findings: list[Finding] = []
    suppressions: list[Suppression] = []
    for directive in posting.directives:
        suppression, faults = _understand(posting, directive, code_of, require_reason)
        findings.extend(faults)
        if suppression is not None and suppression.until is not None and suppression.until < today:
            data = {"until": suppression.until.isoformat()}
            findings.append(Finding("expired-suppression", directive.span, data))
        elif suppression is not None:
            suppressions.append(suppression)
    used: set[tuple[int, int]] = set()
    by_code: dict[str, dict[int, int]] = {}
    for code, scopes in _scopes(suppressions).items():
        offsets = sorted({found.span.start for found in shown if found.code == code})
        by_code[code] = _first_over(scopes, offsets)
        for scope in scopes:
            if bisect_left(offsets, scope.start) < bisect_left(offsets, scope.end):
                used.add((scope.number, scope.place))
    remaining: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    for diagnostic in shown:
        number = by_code.get(diagnostic.code, {}).get(diagnostic.span.start)
        if number is None:
            remaining.append(diagnostic)
            continue
        first = suppressions[number]
        suppressed.append(
            Suppressed(
                diagnostic=diagnostic,
                reason=first.reason,
                until=first.until,
                source=first.directive.span,
            )
        )
    if report_unused:
        for number, suppression in enumerate(suppressions):
            findings.extend(_unused(posting, suppression, number, used, ran))
    return Silence(
        remaining=tuple(remaining), suppressed=tuple(suppressed), findings=tuple(findings)
    )


def _understand(
    posting: Posting,
    directive: Directive,
    code_of: Callable[[str], str],
    require_reason: bool,
) -> tuple[Suppression | None, list[Finding]]:
    """Return what a directive asks, and what is wrong with how it asks."""
    match = _DIRECTIVE.search(directive.text)
    verb = match[1] if match else ""
    if match is None or verb not in VERBS:
        data = {"words": verb or directive.text}
        return None, [Finding("unknown-directive", directive.span, data)]
    words, reason = directive.text[match.end() :].strip(" \t"), ""
    for closing in _CLOSINGS:
        if words.endswith(closing):
            words = words.removesuffix(closing).rstrip(" \t")
            break
    if dash := _DASH.search(words):
        words, reason = words[: dash.start()], words[dash.end() :].strip()
    findings: list[Finding] = []
    until: date | None = None
    if end := _UNTIL.search(words.rstrip()):
        words = words[: end.start()]
        try:
            until = date.fromisoformat(end[1])
        except ValueError:
            findings.append(Finding("suppression-date", directive.span, {"words": end[1]}))
            return None, findings
    names = tuple(name.strip() for name in words.split(",") if name.strip())
    if not names:
        return None, [Finding("suppression-without-rule", directive.span)]
    codes: list[str | None] = []
    for name in names:
        try:
            codes.append(TOOL_CODES.get(name.lower()) or code_of(name))
        except UnknownName as error:
            codes.append(None)
            data = {"name": name, "hint": _hint(name, error.nearest)}
            findings.append(Finding("suppression-of-unknown-rule", directive.span, data))
    if require_reason and not reason:
        findings.append(Finding("suppression-without-reason", directive.span))
        return None, findings
    suppression = Suppression(
        directive=directive,
        verb=verb,
        names=names,
        codes=tuple(codes),
        scope=_scope(posting, directive, verb),
        reason=reason,
        until=until,
    )
    return suppression, findings


def _hint(name: str, nearest: str | None) -> str:
    """Return what is to be written instead of a name that no rule has."""
    if len(name.split()) > 1:
        return " A reason stands behind ' -- '."
    if nearest and nearest[: len(name)].lower() == name.lower():
        return f" Single rules are silenced, such as '{nearest}'."
    return f" Did you mean '{nearest}'?" if nearest else ""


def _scope(posting: Posting, directive: Directive, verb: str) -> tuple[Span, ...]:
    """Return the stretches of text a directive speaks for."""
    if verb == "ignore-file":
        return (Span(0, len(posting.text)),)
    after = directive.span.end
    number = posting.section_number(directive.span.start)
    section = posting.sections[number]
    if verb == "ignore":
        first = bisect_left(posting.block_starts, after)
        if first < len(posting.block_starts) and (posting.block_starts[first] < section.span.end):
            start = posting.block_starts[first]
            # What begins there is a block of the section's own, or nested in the last before it.
            last = bisect_right(section.blocks, start, key=_start) - 1
            for block in walk(section.blocks[max(0, last) : last + 1]):
                if block.span.start >= after:
                    return (block.span,)
        # Right above a heading, the heading is the next block.
        blank = posting.is_blank(after, section.span.end)
        below = posting.sections[number + 1 : number + 2]
        if below and below[0].heading and blank and not _blocks_before(section, after):
            return (below[0].heading.span,)
    end = posting.section_reaches[number] if section.level else section.span.end
    return (Span(section.span.start, end),)


def _start(block: SectionBlock) -> int:
    return block.span.start


def _blocks_before(section: Section, offset: int) -> bool:
    return any(block.span.end <= offset for block in section.blocks[:1])


class _Scope(NamedTuple):
    """Where a directive speaks of one of its rules; `place` is the rule's among its names."""

    start: int
    end: int
    number: int
    place: int


def _scopes(suppressions: Iterable[Suppression]) -> dict[str, list[_Scope]]:
    """Return by code where directives speak of a rule, in the order of the text."""
    found: dict[str, list[_Scope]] = {}
    for number, suppression in enumerate(suppressions):
        for place, code in enumerate(suppression.codes):
            # A rule that is named twice is silenced by its first name.
            if code is not None and suppression.codes.index(code) == place:
                found.setdefault(code, []).extend(
                    _Scope(start, max(end, start + 1), number, place)
                    for start, end in suppression.scope
                )
    for scopes in found.values():
        scopes.sort()
    return found


def _first_over(scopes: list[_Scope], offsets: list[int]) -> dict[int, int]:
    """Return by offset the first directive that speaks there; offsets rise.

    One walk over both: what has begun waits with the first directive on top,
    and goes for good when it has ended.
    """
    from heapq import heappop, heappush  # noqa: PLC0415  # few postings have directives

    found: dict[int, int] = {}
    begun: list[tuple[int, int]] = []
    coming = iter([*scopes, None])
    scope = next(coming)
    for offset in offsets:
        while scope is not None and scope.start <= offset:
            heappush(begun, (scope.number, scope.end))
            scope = next(coming)
        while begun and begun[0][1] <= offset:
            heappop(begun)
        if begun:
            found[offset] = begun[0][0]
    return found


def _unused(
    posting: Posting,
    suppression: Suppression,
    number: int,
    used: set[tuple[int, int]],
    ran: frozenset[str],
) -> Iterator[Finding]:
    """Yield a finding for the names of a directive that silenced nothing."""
    idle = [
        name
        for place, (name, code) in enumerate(zip(suppression.names, suppression.codes, strict=True))
        # What the tool itself looks for is looked for in every text.
        if (code in ran or code in TOOL_CODES.values()) and (number, place) not in used
    ]
    if not idle:
        return
    span = suppression.directive.span
    if len(idle) == len(suppression.names):
        # The line goes with its newline; nothing else stands on it.
        edit, title = Edit(_whole_line(posting.text, span), ""), "Remove the suppression"
    else:
        rest = [name for name in suppression.names if name not in idle]
        old = posting.text[span.start : span.end]
        first = old.index(suppression.names[0])
        last = old.rindex(suppression.names[-1]) + len(suppression.names[-1])
        edit = Edit(Span(span.start + first, span.start + last), ", ".join(rest))
        title = f"Remove {', '.join(idle)} from the suppression"
    fix = Fix(title, (edit,), Applicability.SAFE)
    yield Finding("unused-suppression", span, {"names": ", ".join(idle)}, fixes=(fix,))


def _whole_line(text: str, span: Span) -> Span:
    end = span.end
    if text[end - 1 : end] not in ("\n", "\r"):
        if text.startswith("\r\n", end):
            end += 2
        elif text[end : end + 1] in ("\n", "\r"):
            end += 1
    return Span(span.start, end)

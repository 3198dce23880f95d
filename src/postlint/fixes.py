"""Changing a text: edits chosen, applied, checked again until nothing is left to do.

Whether a fix is wise is not decided here; only which fixes may be applied
together. A fix is applied whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from attrs import frozen

from postlint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from postlint.rewrite import newline_of
from postlint.source import NEWLINE, SourceText, Span

# Fixes that make room for one another settle in two or three passes.
MAX_PASSES = 10

# A text that is not read as its writer meant must not be rewritten.
_UNREADABLE = frozenset({"POST001", "POST002", "POST003", "POST004", "POST006", "POST022"})


class Checked(Protocol):
    """What fixing needs to know of a check."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found."""
        ...


@frozen(kw_only=True)
class Settled:
    """What fixing came to.

    `text` is the new text, or the old one where `refused` says why nothing may
    be written. `applied` are the fixes in the order they were made, by the
    code they mend; `settled` is false when every pass made new work.
    """

    text: str
    applied: tuple[tuple[str, Fix], ...] = ()
    settled: bool = True
    refused: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with edits made; they must not overlap. The order given does not matter."""
    parts: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts.append(text[place : edit.span.start])
        parts.append(edit.content)
        place = edit.span.end
    parts.append(text[place:])
    return "".join(parts)


def choose(
    diagnostics: Iterable[Diagnostic], allow: frozenset[Applicability]
) -> list[tuple[str, Fix]]:
    """Return the fixes to apply in one pass: by where they start, skipping what overlaps."""
    offered = [
        (min(edit.span for edit in fix.edits), diagnostic.code, fix)
        for diagnostic in diagnostics
        for fix in diagnostic.fixes[:1]
        if fix.applicability in allow and fix.edits
    ]
    offered.sort(key=lambda row: (row[0], row[1], row[2].title))
    taken: list[Span] = []
    chosen: list[tuple[str, Fix]] = []
    for _, code, fix in offered:
        spans = [edit.span for edit in fix.edits]
        if any(_clash(span, other) for span in spans for other in taken):
            continue
        taken.extend(spans)
        chosen.append((code, fix))
    return chosen


def _clash(one: Span, other: Span) -> bool:
    """Say whether two edits touch the same place; two insertions at one point do."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.overlaps(other)


def settle(text: str, check: Callable[[str], Checked], *, unsafe: bool = False) -> Settled:
    """Apply fixes and check again until nothing is left to apply.

    `check` checks a text. Only safe fixes are applied unless `unsafe` asks for
    the others too. Nothing is changed where the text was not read as meant, or
    where a new error would appear.
    """
    allow = frozenset(
        {Applicability.SAFE, Applicability.UNSAFE} if unsafe else {Applicability.SAFE}
    )
    report = check(text)
    blocking = next((d for d in report.diagnostics if d.code in _UNREADABLE), None)
    if blocking is not None:
        return Settled(text=text, refused=f"{blocking.code} comes first: {blocking.message}")
    errors = _errors(report)
    newline = newline_of(text)
    new, applied = text, []
    for _ in range(MAX_PASSES):
        chosen = choose(report.diagnostics, allow)
        if not chosen:
            break
        new = apply_edits(
            new, (_given(report, edit, newline) for _, fix in chosen for edit in fix.edits)
        )
        applied.extend(chosen)
        report = check(new)
    else:
        return Settled(text=new, applied=tuple(applied), settled=False)
    fresh = _errors(report) - errors
    if fresh:
        return Settled(text=text, refused=f"the fixes would bring a new error, {min(fresh)}")
    return Settled(text=new, applied=tuple(applied))


def _given(report: Checked, edit: Edit, newline: str) -> Edit:
    """Return an edit of the text that was checked as one of the text that was given."""
    source: SourceText | None = getattr(report, "source", None)
    span = edit.span if source is None else source.given_span(edit.span)
    return Edit(span, NEWLINE.sub(newline, edit.content))


def _errors(report: Checked) -> set[str]:
    return {d.code for d in report.diagnostics if d.severity is Severity.ERROR}

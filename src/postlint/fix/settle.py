"""Changing a text: edits chosen, applied, checked again until nothing is left to do.

Whether a fix is wise is not decided here; only which fixes may be applied
together. A fix is applied whole or not at all. A safe fix that would change
what is read in the text was not safe, and is held back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Protocol

from attrs import fields, frozen, has

from postlint.text.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from postlint.text.patterns import pattern
from postlint.text.rewrite import newline_of
from postlint.text.source import NEWLINE, SourceText, Span

# Fixes that make room for one another settle in two or three passes.
MAX_PASSES = 10

_SAFE = frozenset({Applicability.SAFE})
_UNSAFE = frozenset({Applicability.UNSAFE})

_WORD = pattern(r"\w+")

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
    code they mend; `held` are safe ones that were not made, because what is
    read in the text would have changed. `settled` is false when every pass
    made new work.
    """

    text: str
    applied: tuple[tuple[str, Fix], ...] = ()
    held: tuple[tuple[str, Fix], ...] = ()
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
    diagnostics: Iterable[Diagnostic],
    allow: frozenset[Applicability],
    skipped: Callable[[str, Fix], bool] = lambda _code, _fix: False,
) -> list[tuple[str, Fix]]:
    """Return the fixes to apply in one pass: by where they start, skipping what overlaps."""
    offered = [
        (min(edit.span for edit in fix.edits), diagnostic.code, fix)
        for diagnostic in diagnostics
        for fix in diagnostic.fixes[:1]
        if fix.applicability in allow and fix.edits and not skipped(diagnostic.code, fix)
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


def settle(
    text: str, check: Callable[[str], Checked | Sequence[Checked]], *, unsafe: bool = False
) -> Settled:
    """Apply fixes and check again until nothing is left to apply.

    `check` checks a text, or each of the postings in it. Safe fixes come first;
    the others follow where `unsafe` asks for them. Nothing is changed where the
    text was not read as meant, or where a new error would appear.
    """
    work = _Work(text, check)
    blocking = next((d for d in _found(work.reports) if d.code in _UNREADABLE), None)
    if blocking is not None:
        return Settled(text=text, refused=f"{blocking.code} comes first: {blocking.message}")
    errors = _errors(work.reports)
    for _ in range(MAX_PASSES):
        if not work.safe_pass() and not (unsafe and work.unsafe_pass()):
            break
    else:
        return Settled(
            text=work.text, applied=tuple(work.applied), held=tuple(work.held), settled=False
        )
    fresh = _errors(work.reports) - errors
    if fresh:
        return Settled(text=text, refused=f"the fixes would bring a new error, {min(fresh)}")
    return Settled(text=work.text, applied=tuple(work.applied), held=tuple(work.held))


class _Work:
    """A text on its way: its last check, what was applied, what was held back."""

    def __init__(self, text: str, check: Callable[[str], Checked | Sequence[Checked]]) -> None:
        self.text = text
        self.reports = _each(check(text))
        self.applied: list[tuple[str, Fix]] = []
        self.held: list[tuple[str, Fix]] = []
        self._check = check
        self._newline = newline_of(text)
        self._out: set[object] = set()

    def safe_pass(self) -> bool:
        """Apply the safe fixes that change nothing of what is read; say whether there were any."""
        chosen = self._chosen(_SAFE)
        if not chosen:
            return False
        before = _read(self.reports)
        after = self._made(chosen)
        if _read(after[1]) == before:
            self._take(after, chosen)
            return True
        # One of them is not what it says: each has to stand for itself.
        good: list[tuple[str, Fix]] = []
        for code, fix in chosen:
            if _read(self._made([(code, fix)])[1]) == before:
                good.append((code, fix))
            else:
                self._hold(code, fix)
        after = self._made(good)
        while good and _read(after[1]) != before:  # harmless alone, and not together
            self._hold(*good.pop())
            after = self._made(good)
        self._take(after, good)
        return True

    def unsafe_pass(self) -> bool:
        """Apply the fixes that need an eye; say whether there were any."""
        chosen = self._chosen(_UNSAFE)
        # What is inserted and does not help is not inserted again.
        self._out.update(
            self._mark(code, fix)
            for code, fix in chosen
            if all(edit.span.start == edit.span.end for edit in fix.edits)
        )
        if chosen:
            self._take(self._made(chosen), chosen)
        return bool(chosen)

    def _chosen(self, allow: frozenset[Applicability]) -> list[tuple[str, Fix]]:
        """Return the fixes of one pass, as edits of the text that was given."""
        offered = [
            found._replace(fixes=tuple(_given(report, fix, self._newline) for fix in found.fixes))
            for report in self.reports
            for found in report.diagnostics
            if found.fixes
        ]
        return choose(offered, allow, lambda *fix: self._mark(*fix) in self._out)

    def _made(self, chosen: list[tuple[str, Fix]]) -> tuple[str, Sequence[Checked]]:
        text = apply_edits(self.text, [edit for _, fix in chosen for edit in fix.edits])
        return text, _each(self._check(text))

    def _take(self, after: tuple[str, Sequence[Checked]], chosen: list[tuple[str, Fix]]) -> None:
        self.text, self.reports = after
        self.applied.extend(chosen)

    def _hold(self, code: str, fix: Fix) -> None:
        self._out.add(self._mark(code, fix))
        self.held.append((code, fix))

    def _mark(self, code: str, fix: Fix) -> object:
        """Return what tells a fix from others when its place has moved."""
        words = tuple((self.text[e.span.start : e.span.end], e.content) for e in fix.edits)
        return code, fix.title, words


def _each(checked: Checked | Sequence[Checked]) -> Sequence[Checked]:
    """Return the reports of a text's postings; of most texts there is one."""
    return checked if isinstance(checked, Sequence) else (checked,)


def _found(reports: Iterable[Checked]) -> Iterator[Diagnostic]:
    return (found for report in reports for found in report.diagnostics)


def _given(report: Checked, fix: Fix, newline: str) -> Fix:
    """Return a fix of the text that was checked as one of the text that was given."""
    source: SourceText | None = getattr(report, "source", None)
    edits = (
        Edit(
            edit.span if source is None else source.given_span(edit.span),
            NEWLINE.sub(newline, edit.content),
        )
        for edit in fix.edits
    )
    return fix._replace(edits=tuple(edits))


def _errors(reports: Iterable[Checked]) -> Counter[str]:
    return Counter(d.code for d in _found(reports) if d.severity is Severity.ERROR)


def _read(reports: Iterable[Checked]) -> list[object]:
    """Return what is read in each posting, wherever it stands: facts, sections, duties."""
    return [_content_of(report) for report in reports]


def _content_of(report: Checked) -> object:
    posting: Any = getattr(report, "posting", None)
    facts: Mapping[str, Any] = getattr(report, "facts", {})
    found: list[object] = [(name, _content(fact.value)) for name, fact in facts.items()]
    if posting is not None:
        found.append(_content(posting.title))
        found.append([(section.kind, section.level) for section in posting.sections])
        found.append([_content(duty.text) for duty in posting.duties])
    return found


def _content(value: Any) -> object:
    """Return a value without the places in it; of texts, the words."""
    if isinstance(value, str):
        return _WORD.findall(value.casefold())
    if isinstance(value, Span):
        return None
    if isinstance(value, Mapping):
        return [(key, _content(part)) for key, part in value.items()]
    if isinstance(value, (list, tuple)):
        return [_content(part) for part in value]  # named tuples among them
    if has(type(value)) and not isinstance(value, Enum):
        return [_content(getattr(value, attribute.name)) for attribute in fields(type(value))]
    return value

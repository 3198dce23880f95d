"""What a case expects: lines such as `3:1-3:8 PAY004 no-period`.

A finding is a range, a code, the id of its message, and its severity where
that is not the rule's own. A range followed by `pass` or `cannot-tell` is the
evidence for such a verdict; the verdict alone says that no evidence is judged.
"""

from __future__ import annotations

import re

from attrs import frozen

from postlint.rules.rule import Verdict
from postlint.testing.faults import Fault
from postlint.text.diagnostics import Severity
from postlint.text.source import Position, Range

_RANGE = re.compile(r"(\d+):(\d+)-(\d+):(\d+)\Z")
_SEVERITIES = {severity.value: severity for severity in Severity}
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
# The verdicts that point at places in the text.
_EVIDENT = (Verdict.PASS.value, Verdict.CANNOT_TELL.value)
_FORM = "Write '3:1-3:8 CODE message-id', a verdict alone, or a range and 'pass' for its evidence."


@frozen
class Expected:
    """A finding that must be there. `severity` is `None` where it is the rule's own."""

    range: Range
    code: str
    message: str
    severity: Severity | None = None

    def __str__(self) -> str:
        words = [show_range(self.range), self.code, self.message]
        if self.severity is not None:
            words.append(self.severity.value)
        return " ".join(words)


@frozen
class Evidence:
    """A verdict without finding, and the place that shows it; `None` judges no place."""

    verdict: Verdict
    range: Range | None = None

    def __str__(self) -> str:
        verdict = self.verdict.value
        return verdict if self.range is None else f"{show_range(self.range)} {verdict}"


def show_range(range_: Range) -> str:
    """Write a range the way corpora have it."""
    (line, column), (last, end) = range_
    return f"{line}:{column}-{last}:{end}"


def read_expectation(words: str) -> Expected | Evidence | str:
    """Read one line of an `expect` block; a line that is none gives the reason why."""
    parts = words.split()
    if len(parts) == 1 and parts[0] in _VERDICTS:
        verdict = _VERDICTS[parts[0]]
        if verdict is Verdict.FAIL:
            return "A case that fails lists its findings instead of the word 'fail'."
        return Evidence(verdict)
    place = _RANGE.match(parts[0])
    if place is None:
        return f"'{words}' is no expectation. {_FORM}"
    line, column, last, end = map(int, place.groups())
    if min(line, column, last, end) < 1 or (last, end) < (line, column):
        return f"'{parts[0]}' is no range: lines and columns count from 1, and the end comes last."
    range_ = Range(Position(line, column), Position(last, end))
    match parts[1:]:
        case [word] if word in _EVIDENT:
            return Evidence(_VERDICTS[word], range_)
        case [code, message]:
            return Expected(range_, code, message)
        case [code, message, severity] if severity in _SEVERITIES:
            return Expected(range_, code, message, _SEVERITIES[severity])
        case [_, _, severity]:
            return f"'{severity}' is no severity. There are {', '.join(_SEVERITIES)}."
    return f"'{words}' is no expectation. {_FORM}"


def read_expectations(
    text: str, line: int
) -> tuple[list[tuple[int, Expected | Evidence]], list[Fault]]:
    """Read an `expect` block whose first line is `line`; return what it says, and its faults."""
    found: list[tuple[int, Expected | Evidence]] = []
    faults: list[Fault] = []
    for number, words in enumerate(text.split("\n"), line):
        if not words.strip():
            continue
        read = read_expectation(words.strip())
        if isinstance(read, str):
            faults.append(Fault(number, read))
        else:
            found.append((number, read))
    return found, faults

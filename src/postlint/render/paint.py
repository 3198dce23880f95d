"""Colors for terminals: a style's name and a text in, the text with its codes out."""

from __future__ import annotations

from typing import TypeAlias

from postlint.rules.rule import Verdict

# A line as it is built: stretches of text, each with the name of its style.
PaintedLine: TypeAlias = list[tuple[str, str]]

# Only the sixteen colors that every terminal lets its user choose, never a
# background: what is readable then is up to the user's own theme.
STYLES = {
    "": "",
    "path": "1;4",
    "name": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "error-mark": "31",
    "warning-mark": "33",
    "info-mark": "36",
    "pass": "32",
    "fail": "1;31",
    "not-applicable": "2",
    "cannot-tell": "35",
    "related-mark": "34",
}

VERDICT_SIGNS = {
    Verdict.PASS: "✓",
    Verdict.FAIL: "✗",
    Verdict.NOT_APPLICABLE: "-",
    Verdict.CANNOT_TELL: "?",
}
VERDICT_WORDS = {
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.NOT_APPLICABLE: "not applicable",
    Verdict.CANNOT_TELL: "cannot tell",
}
NOT_CHECKED = "No rule was applied, because the text does not read as a job posting."


def paint(line: PaintedLine, *, color: bool) -> str:
    """Return a line as text, with the codes of its styles when asked for."""
    if not color:
        return "".join([text for text, _ in line]).rstrip()
    return "".join([_styled(text, STYLES[style]) for text, style in line])


def _styled(text: str, codes: str) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text

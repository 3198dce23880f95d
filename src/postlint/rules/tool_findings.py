"""What the tool itself has to say: findings about reading, rules and directives.

They have codes and names like any rule's, so that they can be explained,
selected and silenced in the same way. Their words stand in `tool_findings.toml`.
"""

from __future__ import annotations

from postlint.cache import read_toml
from postlint.text.diagnostics import Severity
from postlint.text.records import NamedTuple


class ToolFinding(NamedTuple):
    """A finding that no pack owns. `page` is its reference text."""

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    page: str
    advice: str = ""
    why: str = ""


TOOL_FINDINGS = tuple(
    ToolFinding(**{**row, "severity": Severity(row["severity"])})
    for row in read_toml("postlint.rules", "tool_findings.toml")["finding"]
)

BY_NAME = {finding.name: finding for finding in TOOL_FINDINGS}
# The code of each by what it may be called.
TOOL_CODES = {
    name.lower(): finding.code for finding in TOOL_FINDINGS for name in (finding.code, finding.name)
}
# What settings may name: each by its code or name, all by their family.
TOOL_NAMES: dict[str, frozenset[str]] = {
    "post": frozenset(TOOL_CODES.values()),
    **{name: frozenset({code}) for name, code in TOOL_CODES.items()},
}

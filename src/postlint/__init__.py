r"""postlint: checks job postings against rules that each name their authority.

    >>> import postlint
    >>> report = postlint.check("# Librarian\n\n## Duties\n\n- Leads the branch.\n")
    >>> report.is_posting
    True

`check` is for one text, `Linter` for many. Everything they return is frozen.
"""

from __future__ import annotations

from postlint.version import __version__ as __version__

# What stands here runs before the command can answer Ctrl-C with a line: nothing else is imported.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from postlint.config.model import Config, Limits
    from postlint.document.posting import Posting
    from postlint.engine.report import Report, RuleRecord
    from postlint.engine.typed_facts import Facts, FactValues
    from postlint.errors import ConfigError, PostlintError, SourceError, UnknownName
    from postlint.facts.base import Fact
    from postlint.facts.declared import Employer, EmployerKind, PostRole, Profile
    from postlint.fix.settle import settle
    from postlint.linter import Linter, check
    from postlint.render.word_comments import annotate
    from postlint.rules.rule import Verdict
    from postlint.run.limits import limited
    from postlint.run.session import Session
    from postlint.syntax.format import format_markup
    from postlint.syntax.write import to_markup
    from postlint.text.authority import Authority
    from postlint.text.diagnostics import (
        Applicability,
        Diagnostic,
        Edit,
        Finding,
        Fix,
        Related,
        Severity,
    )
    from postlint.text.source import Position, Range, SourceText, Span

# Imported when asked for: the command sets Python's collector of garbage before it loads
# anything, and few users need all of it.
_HOMES = {
    "Applicability": "postlint.text.diagnostics",
    "Authority": "postlint.text.authority",
    "Config": "postlint.config.model",
    "ConfigError": "postlint.errors",
    "Diagnostic": "postlint.text.diagnostics",
    "Edit": "postlint.text.diagnostics",
    "Employer": "postlint.facts.declared",
    "EmployerKind": "postlint.facts.declared",
    "Fact": "postlint.facts.base",
    "FactValues": "postlint.engine.typed_facts",
    "Facts": "postlint.engine.typed_facts",
    "Finding": "postlint.text.diagnostics",
    "Fix": "postlint.text.diagnostics",
    "Limits": "postlint.config.model",
    "Linter": "postlint.linter",
    "Position": "postlint.text.source",
    "PostRole": "postlint.facts.declared",
    "Posting": "postlint.document.posting",
    "PostlintError": "postlint.errors",
    "Profile": "postlint.facts.declared",
    "Range": "postlint.text.source",
    "Related": "postlint.text.diagnostics",
    "Report": "postlint.engine.report",
    "RuleRecord": "postlint.engine.report",
    "Session": "postlint.run.session",
    "Severity": "postlint.text.diagnostics",
    "SourceError": "postlint.errors",
    "SourceText": "postlint.text.source",
    "Span": "postlint.text.source",
    "UnknownName": "postlint.errors",
    "Verdict": "postlint.rules.rule",
    "annotate": "postlint.render.word_comments",
    "check": "postlint.linter",
    "format_markup": "postlint.syntax.format",
    "limited": "postlint.run.limits",
    "settle": "postlint.fix.settle",
    "to_markup": "postlint.syntax.write",
}

__all__ = [
    "Applicability",
    "Authority",
    "Config",
    "ConfigError",
    "Diagnostic",
    "Edit",
    "Employer",
    "EmployerKind",
    "Fact",
    "FactValues",
    "Facts",
    "Finding",
    "Fix",
    "Limits",
    "Linter",
    "Position",
    "PostRole",
    "Posting",
    "PostlintError",
    "Profile",
    "Range",
    "Related",
    "Report",
    "RuleRecord",
    "Session",
    "Severity",
    "SourceError",
    "SourceText",
    "Span",
    "UnknownName",
    "Verdict",
    "annotate",
    "check",
    "format_markup",
    "limited",
    "settle",
    "to_markup",
]


def __dir__() -> list[str]:
    return [*globals(), *__all__]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'postlint' has no attribute '{name}'")
    from importlib import import_module  # noqa: PLC0415  # the command needs none of them

    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found

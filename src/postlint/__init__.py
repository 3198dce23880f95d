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
    "postlint.config.model": ("Config", "Limits"),
    "postlint.document.posting": ("Posting",),
    "postlint.engine.report": ("Report", "RuleRecord"),
    "postlint.engine.typed_facts": ("FactValues", "Facts"),
    "postlint.errors": ("ConfigError", "PostlintError", "SourceError", "UnknownName"),
    "postlint.facts.base": ("Fact",),
    "postlint.facts.declared": ("Employer", "EmployerKind", "PostRole", "Profile"),
    "postlint.fix.settle": ("settle",),
    "postlint.linter": ("Linter", "check"),
    "postlint.render.word_comments": ("annotate",),
    "postlint.rules.rule": ("Verdict",),
    "postlint.run.limits": ("limited",),
    "postlint.run.session": ("Session",),
    "postlint.syntax.format": ("format_markup",),
    "postlint.syntax.write": ("to_markup",),
    "postlint.text.authority": ("Authority",),
    "postlint.text.diagnostics": (
        "Applicability",
        "Diagnostic",
        "Edit",
        "Finding",
        "Fix",
        "Related",
        "Severity",
    ),
    "postlint.text.source": ("Position", "Range", "SourceText", "Span"),
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
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'postlint' has no attribute '{name}'")
    from importlib import import_module  # noqa: PLC0415  # the command needs none of them

    found = globals()[name] = getattr(import_module(home), name)
    return found

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

    from postlint.config.model import Config as Config, Limits as Limits
    from postlint.document.posting import Posting as Posting
    from postlint.engine.report import Report as Report, RuleRecord as RuleRecord
    from postlint.engine.typed_facts import Facts as Facts, FactValues as FactValues
    from postlint.errors import (
        ConfigError as ConfigError,
        PostlintError as PostlintError,
        SourceError as SourceError,
        UnknownName as UnknownName,
    )
    from postlint.facts.base import Fact as Fact
    from postlint.facts.declared import (
        Employer as Employer,
        EmployerKind as EmployerKind,
        PostRole as PostRole,
        Profile as Profile,
    )
    from postlint.fix.settle import settle as settle
    from postlint.linter import Linter as Linter, check as check
    from postlint.render.word_comments import annotate as annotate
    from postlint.rules.rule import Verdict as Verdict
    from postlint.run.limits import limited as limited
    from postlint.run.session import Session as Session
    from postlint.syntax.format import format_markup as format_markup
    from postlint.syntax.write import to_markup as to_markup
    from postlint.text.authority import Authority as Authority
    from postlint.text.diagnostics import (
        Applicability as Applicability,
        Diagnostic as Diagnostic,
        Edit as Edit,
        Finding as Finding,
        Fix as Fix,
        Related as Related,
        Severity as Severity,
    )
    from postlint.text.source import (
        Position as Position,
        Range as Range,
        SourceText as SourceText,
        Span as Span,
    )

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

__all__ = [name for names in _HOMES.values() for name in names]


def __dir__() -> list[str]:
    return [*globals(), *__all__]


def __getattr__(name: str) -> Any:
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'postlint' has no attribute '{name}'")
    from importlib import import_module  # noqa: PLC0415  # the command needs none of them

    found = globals()[name] = getattr(import_module(home), name)
    return found

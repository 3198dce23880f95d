r"""postlint: checks job postings against rules that each name their authority.

    >>> import postlint
    >>> report = postlint.check("# Librarian\n\n## Duties\n\n- Leads the branch.\n")
    >>> report.is_posting
    True

`check` is for one text, `Linter` for many. Everything they return is frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from postlint.config.model import Config, Limits
from postlint.document.posting import Posting
from postlint.engine.report import Report, RuleRecord
from postlint.errors import ConfigError, PostlintError, SourceError, UnknownName
from postlint.facts.base import Fact
from postlint.facts.declared import Employer, EmployerKind, PostRole, Profile
from postlint.linter import Linter, check
from postlint.rules.rule import Verdict
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
from postlint.version import __version__ as __version__

if TYPE_CHECKING:
    from postlint.fix.settle import settle
    from postlint.render.word_comments import annotate
    from postlint.run.limits import limited
    from postlint.run.session import Session
    from postlint.syntax.format import format_markup
    from postlint.syntax.write import to_markup

# What few users of the library need is imported when it is asked for.
_LATER = {
    "Session": "postlint.run.session",
    "annotate": "postlint.render.word_comments",
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


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from importlib import import_module  # noqa: PLC0415  # few need it

        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'postlint' has no attribute '{name}'")

r"""postlint: checks job postings against rules that each name their authority.

    >>> import postlint
    >>> report = postlint.check("# Librarian\n\n## Duties\n\n- Leads the branch.\n")
    >>> report.is_posting
    True

`check` is for one text, `Linter` for many. Everything they return is frozen.
"""

from __future__ import annotations

from postlint.document.posting import Posting
from postlint.engine.report import Report, RuleRecord
from postlint.errors import PostlintError, SourceError, UnknownName
from postlint.facts.declared import Employer, EmployerKind
from postlint.linter import Linter, check
from postlint.rules.rule import Verdict
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

__version__ = "0.1.0"

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Employer",
    "EmployerKind",
    "Finding",
    "Fix",
    "Linter",
    "Position",
    "Posting",
    "PostlintError",
    "Range",
    "Related",
    "Report",
    "RuleRecord",
    "Severity",
    "SourceError",
    "SourceText",
    "Span",
    "UnknownName",
    "Verdict",
    "check",
]

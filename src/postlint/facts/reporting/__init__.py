"""Who the post reports to, and whether it sits in the cabinet.

Each find of a phrase is judged by the words around it: whose line it is
(`subjects`), and whether anybody is named (`supervisor`). The traps are those of
the leadership family: people who report to the post, reports as papers, units,
directions by nobody.
"""

from __future__ import annotations

from postlint.facts.reporting.cabinet import cabinet
from postlint.facts.reporting.line import ReportingLine
from postlint.facts.reporting.lines import reporting_lines, reports_to

__all__ = ["ReportingLine", "cabinet", "reporting_lines", "reports_to"]

"""JSON Lines: one object a line for each text, for pipelines and large runs."""

from __future__ import annotations

from postlint.engine.report import Report
from postlint.engine.values import FORMAT_VERSION, report_values
from postlint.errors import SourceError
from postlint.render.base import Renderer
from postlint.render.json_document import dump, failure_values


class JsonLines(Renderer):
    """Each line has `version` and what a member of `reports` or `failures` has."""

    def report(self, report: Report) -> str:
        """Return the line of a text."""
        return dump({"version": FORMAT_VERSION, **report_values(report)}) + "\n"

    def failure(self, error: SourceError) -> str:
        """Return the line of a text that could not be read."""
        return dump({"version": FORMAT_VERSION, **failure_values(error)}) + "\n"

"""GitLab's code quality report: findings beside a merge request's changes."""

from __future__ import annotations

import hashlib
from collections import Counter

from postlint.engine.fingerprint import fingerprint
from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.render.base import Context, Renderer, with_place
from postlint.render.cells import harmless
from postlint.render.json_document import dump
from postlint.render.paths import slashed
from postlint.text.diagnostics import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitLab(Renderer):
    """One list for the run.

    GitLab shows only the first of equal fingerprints, so equal findings of
    one file are counted into theirs.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._any = False
        self._seen: Counter[str] = Counter()

    def begin(self) -> str:
        """Open the list."""
        return "["

    def report(self, report: Report) -> str:
        """Return the entries of one text."""
        return "".join(
            [
                self._entry(
                    path=report.path,
                    check=found.code,
                    words=with_place(
                        report.source, found.span, f"{found.code} {found.name}: {found.message}"
                    ),
                    severity=_SEVERITIES[found.severity],
                    line=report.source.position(found.span.start).line,
                    end=report.source.position(max(found.span.start, found.span.end - 1)).line,
                    key=fingerprint(report.posting, found),
                )
                for found in report.diagnostics
            ]
        )

    def failure(self, error: SourceError) -> str:
        """Return an entry for a text that could not be read."""
        return self._entry(
            path=error.path,
            check="postlint-unreadable",
            words=f"The file could not be read: {error.reason}.",
            severity="critical",
            line=1,
            end=1,
            key="unreadable",
        )

    def end(self) -> str:
        """Close the list."""
        return "\n]\n" if self._any else "]\n"

    def _entry(
        self,
        *,
        path: str | None,
        check: str,
        words: str,
        severity: str,
        line: int,
        end: int,
        key: str,
    ) -> str:
        name = slashed(path, self.context.root)
        whole = f"{name}\x1f{key}"
        self._seen[whole] += 1
        whole += f"\x1f{self._seen[whole]}"
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        entry = {
            "description": harmless(words),
            "check_name": check,
            "fingerprint": digest,
            "severity": severity,
            "location": {"path": name, "lines": {"begin": line, "end": end}},
        }
        lead = ",\n" if self._any else "\n"
        self._any = True
        return lead + dump(entry)

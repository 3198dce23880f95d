"""JUnit: a suite for each posting, a test for each rule.

Test reports of build servers show it. A rule that passed is a test that
passed; one that is not applicable or cannot tell is skipped, with the reason;
a finding below the limit of `--fail-on` is reported and does not fail.
"""

from __future__ import annotations

from postlint.engine.report import Report, RuleRecord
from postlint.errors import SourceError
from postlint.render.base import Context, Renderer, with_place
from postlint.render.paths import slashed
from postlint.render.xml_text import HEAD, element, xml_text
from postlint.rules.rule import Verdict
from postlint.text.diagnostics import Diagnostic


class JUnit(Renderer):
    """One document; the suites are held back until the counts are known."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._suites: list[str] = []
        self._counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}

    def report(self, report: Report) -> str:
        """Keep the suite of one text."""
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in report.diagnostics:
            found.setdefault(diagnostic.code, []).append(diagnostic)
        cases: list[str] = []
        counts = dict.fromkeys(self._counts, 0)
        for record in report.outcomes:
            self._case(report, record, found.pop(record.code, []), cases, counts)
        for diagnostics in found.values():  # what the tool itself found
            self._case(report, None, diagnostics, cases, counts)
        self._suite(slashed(report.path), cases, counts)
        return ""

    def failure(self, error: SourceError) -> str:
        """Keep a suite with an error for a text that could not be read."""
        name = slashed(error.path)
        case = (
            f"<{element('testcase', classname=name, name='reading')}>"
            f"<{element('error', message=error.reason, type='unreadable')}/></testcase>"
        )
        self._suite(name, [case], {"tests": 1, "failures": 0, "errors": 1, "skipped": 0})
        return ""

    def end(self) -> str:
        """Return the document."""
        suites = "".join(self._suites)
        tag = element("testsuites", name="postlint", **self._counts)
        return f"{HEAD}<{tag}>\n{suites}</testsuites>\n"

    def _suite(self, name: str, cases: list[str], counts: dict[str, int]) -> None:
        for key, number in counts.items():
            self._counts[key] += number
        lines = "".join([f"    {case}\n" for case in cases])
        self._suites.append(
            f"  <{element('testsuite', name=name, **counts)}>\n{lines}  </testsuite>\n"
        )

    def _case(
        self,
        report: Report,
        record: RuleRecord | None,
        found: list[Diagnostic],
        cases: list[str],
        counts: dict[str, int],
    ) -> None:
        code, name = (record.code, record.name) if record else (found[0].code, found[0].name)
        counts["tests"] += 1
        inside = ""
        if found:
            text = "\n".join(_line(report, diagnostic) for diagnostic in found)
            gravest = max(found, key=lambda diagnostic: diagnostic.severity.rank)
            limit = self.context.limit
            if limit is not None and gravest.severity.rank >= limit.rank:
                counts["failures"] += 1
                tag = element("failure", message=gravest.message, type=gravest.severity.value)
                inside = f"<{tag}>{text}</failure>"
            else:
                inside = f"<system-out>{text}</system-out>"
        elif record and record.verdict in {Verdict.NOT_APPLICABLE, Verdict.CANNOT_TELL}:
            counts["skipped"] += 1
            words = f"{record.verdict.value}: {record.reason}"
            inside = f"<{element('skipped', message=words)}/>"
        tag = element("testcase", classname=slashed(report.path), name=f"{code} {name}")
        cases.append(f"<{tag}>{inside}</testcase>")


def _line(report: Report, found: Diagnostic) -> str:
    place = report.source.position(found.span.start)
    where = f"{slashed(report.path)}:{place.line}:{place.column}"
    words = with_place(report.source, found.span, found.message)
    return xml_text(f"{where}: {found.severity.word} {words}")

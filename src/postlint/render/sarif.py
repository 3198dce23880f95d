"""SARIF 2.1.0, the format of code scanning.

Findings are results of kind `fail`. With the record asked for, every other
verdict is a result too: `pass`, `notApplicable`, or `review` for what the
posting does not settle. Without it they are left out, because services that
read SARIF show every result as something wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from postlint.engine.fingerprint import fingerprint
from postlint.engine.report import Report, RuleRecord
from postlint.engine.suppress import Suppressed
from postlint.errors import SourceError
from postlint.render.authorities import authority_sentence
from postlint.render.base import DISCLAIMER, Context, Renderer
from postlint.render.cells import harmless
from postlint.render.json_document import dump
from postlint.render.markdown_page import page_markdown
from postlint.render.pages import RulePage, page_address
from postlint.render.paths import uri
from postlint.rules.rule import Verdict
from postlint.text.authority import Authority, authority_values
from postlint.text.diagnostics import Applicability, Diagnostic, Fix, Related, Severity
from postlint.text.patterns import pattern
from postlint.text.source import SourceText, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {
    Verdict.PASS: "pass",
    Verdict.NOT_APPLICABLE: "notApplicable",
    Verdict.CANNOT_TELL: "review",
}
# Where a message has a gap, and how what fills it is written.
_GAP = pattern(r"\{(\w+)(?:[:!][^{}]*)?\}")
_CONFIDENCE = {"high": "very-high", "medium": "high", "low": "medium"}


class Sarif(Renderer):
    """One document with one run."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rules: dict[str, int] = {}
        self._seen: Counter[tuple[str, str]] = Counter()
        # As they are written: the schema calls them a set, and a file may hold several postings.
        self._artifacts: dict[str, int] = {}
        self._results: list[str] = []
        self._notifications: list[dict[str, Any]] = []

    def report(self, report: Report) -> str:
        """Keep the results of one text."""
        for record in report.outcomes:
            self._rules.setdefault(record.code, len(self._rules))
        name = uri(report.path, self.context.root)
        artifact = dump(_artifact(report, name))
        index = self._artifacts.setdefault(artifact, len(self._artifacts))
        place = _Place(report.source, {"uri": name, "index": index})
        results = [self._found(report, found, place) for found in report.diagnostics]
        results.extend(self._silenced(report, silenced, place) for silenced in report.suppressed)
        results.extend(self._accepted(report, found, place) for found in report.accepted)
        if self.context.verdicts:
            records = (one for one in report.outcomes if one.verdict in _KINDS)
            results.extend(self._verdict(record, place) for record in records)
        self._results.extend(dump(result) for result in results)
        return ""

    def failure(self, error: SourceError) -> str:
        """Keep a notification for a text that could not be read."""
        name = uri(error.path, self.context.root)
        self._notifications.append(
            {
                "level": "error",
                "message": {"text": harmless(f"{error.path}: {error.reason}")},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": name}}}],
            }
        )
        return ""

    def end(self) -> str:
        """Return the document, each result on a line of its own."""
        producer = self.context.producer
        driver: dict[str, Any] = {
            "name": "postlint",
            "version": producer.version,
            "rules": [self._rule(code) for code in self._rules],
        }
        if producer.home:
            driver["informationUri"] = producer.home
        packs = [
            {"name": f"{name} ({distribution})" if distribution else name, "version": version}
            if version
            else {"name": name}
            for name, distribution, version in producer.packs
        ]
        tool: dict[str, Any] = {"driver": driver}
        if packs:
            tool["extensions"] = packs
        errors = [
            {"level": "error", "message": {"text": harmless(error)}} for error in producer.errors
        ]
        invocation: dict[str, Any] = {
            "executionSuccessful": not self._notifications and not errors,
            "toolExecutionNotifications": self._notifications,
        }
        if errors:
            invocation["toolConfigurationNotifications"] = errors
        results = ",\n".join(self._results)
        return (
            f'{{"$schema": {dump(_SCHEMA)},\n"version": "2.1.0",\n"runs": [{{'
            f'"tool": {dump(tool)},\n"columnKind": "unicodeCodePoints",\n'
            f'"invocations": {dump([invocation])},\n"artifacts": [{", ".join(self._artifacts)}],\n'
            f'"properties": {dump({"disclaimer": DISCLAIMER})},\n'
            f'"results": [{results}]}}]}}\n'
        )

    # ---------------------------------------------------------------- results

    def _result(self, code: str, message: str, **more: object) -> dict[str, Any]:
        return {
            "ruleId": code,
            "ruleIndex": self._rules.setdefault(code, len(self._rules)),
            "message": {"text": harmless(message)},
            **more,
        }

    def _found(self, report: Report, found: Diagnostic, place: _Place) -> dict[str, Any]:
        result = self._result(
            found.code,
            found.message,
            kind="fail",
            level=_LEVELS[found.severity],
            locations=[place.location(found.span)],
            partialFingerprints={"postlint/v1": self._mark(report, found, place)},
        )
        if found.related:
            result["relatedLocations"] = [
                _related(number, related, place)
                for number, related in enumerate(found.related, start=1)
            ]
        if found.authority:
            result["properties"] = _rests_on(found.authority)
        fixes = [fix for fix in found.fixes if fix.applicability is not Applicability.DISPLAY]
        if fixes:
            result["fixes"] = [_fix(fix, place) for fix in fixes]
        return result

    def _mark(self, report: Report, found: Diagnostic, place: _Place) -> str:
        """Return what names a finding in its file; equal ones of a file are counted."""
        mark = fingerprint(report.posting, found)
        key = (str(place.artifact["uri"]), mark)
        self._seen[key] += 1
        return mark if self._seen[key] == 1 else f"{mark}:{self._seen[key]}"

    def _silenced(self, report: Report, silenced: Suppressed, place: _Place) -> dict[str, Any]:
        suppression: dict[str, Any] = {
            "kind": "inSource" if silenced.source else "external",
            "status": "accepted",
            "justification": harmless(silenced.reason),
        }
        if silenced.source:
            suppression["location"] = place.location(silenced.source)
        result = self._found(report, silenced.diagnostic, place)
        return {**result, "suppressions": [suppression]}

    def _accepted(self, report: Report, found: Diagnostic, place: _Place) -> dict[str, Any]:
        suppression = {
            "kind": "external",
            "status": "accepted",
            "justification": "Accepted by the baseline.",
        }
        return {**self._found(report, found, place), "suppressions": [suppression]}

    def _verdict(self, record: RuleRecord, place: _Place) -> dict[str, Any]:
        spans = record.spans or (Span(0, 0),)
        result = self._result(
            record.code,
            record.reason,
            kind=_KINDS[record.verdict],
            level="none",
            locations=[place.location(span) for span in spans],
        )
        if record.authority:
            result["properties"] = _rests_on(record.authority)
        return result

    # ------------------------------------------------------------------ rules

    def _rule(self, code: str) -> dict[str, Any]:
        page = self.context.pages.get(code)
        if page is None:
            return {"id": code}
        producer = self.context.producer
        ours = page.pack in {name for name, made_by, _ in producer.packs if made_by == "postlint"}
        return _descriptor(page, producer.docs if ours else "")


def _rests_on(authority: tuple[Authority, ...]) -> dict[str, Any]:
    """Return what a result rests on, where the work is."""
    return {"authority": [authority_values(text) for text in authority]}


def _help_uri(page: RulePage, docs: str) -> str:
    """Return where a rule is explained: its page, else what it rests on."""
    if docs:
        return page_address(docs, f"reference/rules/{page.name}.html")
    return next((text.link for text in page.authority if text.link), "")


def _numbered(words: str) -> str:
    """Return the wording of a message with its gaps as SARIF writes them, by number."""
    names = list(dict.fromkeys(_GAP.findall(words)))
    return _GAP.sub(lambda gap: f"{{{names.index(gap[1])}}}", words)


def _descriptor(page: RulePage, docs: str) -> dict[str, Any]:
    text = page_markdown(page)
    properties: dict[str, Any] = {
        # The schema calls them a set, and services refuse one that repeats.
        "tags": list(dict.fromkeys(tag.lower() for tag in (page.family, *page.tags))),
        "citations": [authority_sentence(text) for text in page.authority],
    }
    if page.pack:
        properties["pack"] = page.pack
    if page.authority:
        # How sure we are is how sure the surest of the authorities is.
        best = min(page.authority, key=lambda text: list(_CONFIDENCE).index(text.confidence.value))
        properties["precision"] = _CONFIDENCE[best.confidence.value]
    found = _help_uri(page, docs)
    return {
        "id": page.code,
        **({"helpUri": found} if found else {}),
        "name": page.name,
        "shortDescription": {"text": harmless(page.summary)},
        "fullDescription": {"text": harmless(page.summary)},
        "help": {"text": text, "markdown": text},
        "messageStrings": {
            name: {"text": _numbered(harmless(words))} for name, words in page.messages.items()
        },
        "defaultConfiguration": {"level": _LEVELS[page.severity], "enabled": page.default_on},
        "properties": properties,
    }


class _Place:
    """Makes locations in one file."""

    def __init__(self, source: SourceText, artifact: dict[str, Any]) -> None:
        self.source = source
        self.artifact = artifact

    def location(self, span: Span) -> dict[str, Any]:
        """Return the location of a span, with the name of its place where it has one."""
        found: dict[str, Any] = {
            "physicalLocation": {"artifactLocation": self.artifact, "region": self.region(span)}
        }
        name = self.source.place(span)
        if name is not None:
            found["logicalLocations"] = [{"name": harmless(name), "kind": "element"}]
        return found

    def region(self, span: Span) -> dict[str, Any]:
        """Return the region of a span."""
        start, end = self.source.range(span)
        place = self.source.given_span(span)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
        }


def _related(number: int, related: Related, place: _Place) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": harmless(related.message)},
        **place.location(related.span),
    }


def _fix(fix: Fix, place: _Place) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": place.region(edit.span), "insertedContent": {"text": edit.content}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": f"{harmless(fix.title)} ({fix.applicability.value})"},
        "artifactChanges": [{"artifactLocation": place.artifact, "replacements": replacements}],
    }


def _artifact(report: Report, name: str) -> dict[str, Any]:
    """Return what was checked, and under which settings."""
    artifact: dict[str, Any] = {"location": {"uri": name}}
    if report.sha256 is not None:
        artifact["hashes"] = {"sha-256": report.sha256}
    if report.settings is not None:
        artifact["properties"] = {
            "settings": report.settings.digest,
            "asOf": report.settings.as_of.isoformat(),
            "asOfOrigin": report.settings.as_of_origin,
        }
    return artifact

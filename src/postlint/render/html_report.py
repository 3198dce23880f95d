"""HTML: one file that a person can read, print and file, without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from postlint.engine.measures import DUTY_PARTS, duty_parts
from postlint.engine.report import Report, RuleRecord
from postlint.engine.scorecard import scorecard
from postlint.errors import SourceError
from postlint.render.authorities import authority_sentence
from postlint.render.base import DISCLAIMER, Context, Renderer, count, place_of
from postlint.render.cells import harmless
from postlint.render.excerpt import evidence
from postlint.render.marked_text import Mark, MarkedText
from postlint.render.paint import NOT_ASKED, SEVERITY_WORDS, VERDICT_SIGNS, VERDICT_WORDS
from postlint.render.values import plain
from postlint.rules.rule import Verdict
from postlint.text.authority import Authority
from postlint.text.diagnostics import Applicability, Diagnostic, Severity
from postlint.text.source import SourceText, Span

_PARTS = {key: words for _, words, key in DUTY_PARTS}
_FIXES = {
    Applicability.SAFE: "keeps the meaning",
    Applicability.UNSAFE: "may change the meaning: read it first",
    Applicability.DISPLAY: "a suggestion to write by hand",
}
_MOST_EVIDENCE = 4


class HtmlReport(Renderer):
    """The postings with their findings beside the words, the record, and the rules."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: list[str] = []
        self._parts: list[str] = []
        self._codes: set[str] = set()
        # What decided in these postings, by rule: nobody is shown the law of another place.
        self._decided: dict[str, dict[Authority, None]] = {}
        self._failures: list[str] = []

    def report(self, report: Report) -> str:
        """Keep one posting's part."""
        number = len(self._parts) + 1
        counts = dict.fromkeys(Severity, 0)
        for found in report.diagnostics:
            counts[found.severity] += 1
            self._codes.add(found.code)
            self._decided.setdefault(found.code, {}).update(dict.fromkeys(found.authority))
        for record in report.outcomes:
            self._codes.add(record.code)
            self._decided.setdefault(record.code, {}).update(dict.fromkeys(record.authority))
        cells = "".join(
            f'<td class="number">{counts[severity] or "–"}</td>'
            for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        )
        what = "" if report.is_posting else ' <span class="soft">(not a posting)</span>'
        self._rows.append(
            f'<tr><td class="path"><a href="#p{number}">{_text(report.name)}</a>{what}</td>'
            f"{cells}</tr>\n"
        )
        self._parts.append("".join(_posting(report, number)))
        return ""

    def failure(self, error: SourceError) -> str:
        """Keep that a text could not be read."""
        self._failures.append(f"<li>{_text(error.path)}: {_text(error.reason)}</li>\n")
        return ""

    def end(self) -> str:
        """Return the document."""
        return "".join(self._document())

    def _document(self) -> Iterator[str]:
        style = files("postlint.render").joinpath("html_report.css").read_text(encoding="utf-8")
        yield (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="generator" content="postlint">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>postlint report</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
            '<a class="skip" href="#main">Skip to the findings</a>\n<header>\n'
            f"<h1>postlint report</h1>\n<p><strong>{_text(self.tally.sentence())}</strong></p>\n"
            f'<p class="soft">{_text(DISCLAIMER)}</p>\n</header>\n<main id="main">\n'
        )
        if self._failures:
            items = "".join(self._failures)
            yield f"<h2>Not read</h2>\n<ul>\n{items}</ul>\n"
        if self._rows:
            yield (
                '<nav aria-label="Postings">\n<h2>Postings</h2>\n<table>\n<thead><tr>'
                '<th scope="col">Posting</th><th scope="col" class="number">Errors</th>'
                '<th scope="col" class="number">Warnings</th>'
                '<th scope="col" class="number">Notes</th></tr></thead>\n<tbody>\n'
            )
            yield from self._rows
            yield "</tbody>\n</table>\n</nav>\n"
        yield from self._parts
        yield from self._rules()
        yield "</main>\n<footer>\n<h2>How this was made</h2>\n"
        yield f"<p>postlint {_text(self.context.producer.version)}</p>\n"
        packs = [
            f"<li>{_text(' '.join(part for part in pack if part))}</li>"
            for pack in self.context.producer.packs
        ]
        if packs:
            yield f"<p>Packs of rules:</p>\n<ul>{''.join(packs)}</ul>\n"
        for error in self.context.producer.errors:
            yield f'<p class="error">{_text(error)}</p>\n'
        yield "</footer>\n</body>\n</html>\n"

    def _rules(self) -> Iterator[str]:
        """Yield what the rules that were asked stand on."""
        pages = [self.context.pages[code] for code in sorted(self._codes & set(self.context.pages))]
        if not pages:
            return
        yield '<section aria-labelledby="rules">\n'
        yield '<h2 id="rules">The rules and their authorities</h2>\n<dl>\n'
        for page in pages:
            yield f'<dt id="rule-{_text(page.code)}">{_text(page.code)} {_text(page.name)}</dt>\n'
            yield f"<dd>{_text(page.summary)}"
            if decided := self._decided.get(page.code):
                yield f"<ul>{''.join(f'<li>{_cited(text)}</li>' for text in decided)}</ul>"
            yield "</dd>\n"
        yield "</dl>\n</section>\n"


def _cited(text: Authority) -> str:
    """Return an authority as a sentence, its citation a link where it has one."""
    words = _text(authority_sentence(text))
    if not text.link:
        return words
    cited = _text(text.citation)
    return words.replace(cited, f'<a href="{_text(text.link)}">{cited}</a>', 1)


def _posting(report: Report, number: int) -> Iterator[str]:
    title = report.posting.title
    yield f'<section class="posting" aria-labelledby="p{number}">\n'
    yield f'<h2 id="p{number}">{_text(report.name)}</h2>\n'
    if title is not None:
        yield f'<p class="soft">{_text(title.text)}</p>\n'
    yield from _scorecard(report)
    yield from _index(report, number)
    yield from _accepted(report)
    yield from _beside(report, number)
    yield from _record(report, number)
    yield from _provenance(report)
    yield "</section>\n"


def _accepted(report: Report) -> Iterator[str]:
    """Yield what was found and is let pass, and on whose word."""
    rows = [
        (one.diagnostic, f"Silenced by the posting: {one.reason}", one.until)
        for one in report.suppressed
    ]
    rows.extend((found, "Accepted by the baseline", None) for found in report.accepted)
    if rows:
        yield (
            f"<h3>{count(len(rows), 'accepted finding').capitalize()}</h3>\n<table>\n<thead><tr>"
            '<th scope="col">Finding</th><th scope="col">Place</th><th scope="col">Why it is let '
            "pass</th></tr></thead>\n<tbody>\n"
        )
        for found, why, until in rows:
            last = "" if until is None else f" (until {until.isoformat()})"
            where = _text(place_of(report.source, found.span))
            yield (
                f"<tr><td>{_text(found.code)} {_text(found.name)}<br>"
                f'<span class="soft">{_text(found.message)}</span></td><td>{where}</td>'
                f'<td class="evidence">{_text(why)}{last}</td></tr>\n'
            )
        yield "</tbody>\n</table>\n"
    for gone in report.gone:
        times = "" if gone.count == 1 else f" ({gone.count} times)"
        yield (
            f'<p class="soft">Accepted by the baseline and gone: {_text(gone.code)}, '
            f"<q>{_text(gone.words)}</q>{times}</p>\n"
        )


def _provenance(report: Report) -> Iterator[str]:
    """Yield what must be the same for the same report to come out again."""
    if report.sha256 is not None:
        yield f'<p class="soft">SHA-256 of the posting: {report.sha256}</p>\n'
    if report.settings is not None:
        settings = report.settings
        yield (
            f'<p class="soft">Settings {settings.digest}; the law as of '
            f"{settings.as_of.isoformat()} (from: {_text(settings.as_of_origin)}).</p>\n"
        )


def _index(report: Report, number: int) -> Iterator[str]:
    """Yield what was found in few words, each leading to its place."""
    yield "<h3>Findings</h3>\n"
    if not report.diagnostics:
        yield "<p>No findings.</p>\n"
        return
    yield '<ol class="index">\n'
    for index, found in enumerate(report.diagnostics, start=1):
        severity = found.severity.value
        where = _text(place_of(report.source, found.span))
        yield (
            f'<li><span class="tag {severity}">{SEVERITY_WORDS[found.severity]}</span> '
            f'<a href="#d{number}-{index}">{_text(found.code)} {_text(found.name)}</a>, '
            f"{where}</li>\n"
        )
    yield "</ol>\n"


def _beside(report: Report, number: int) -> Iterator[str]:
    """Yield the text in bands; each begins with a line that has findings, and they stand there."""
    marks = [
        Mark(index, found.span, found.severity)
        for index, found in enumerate(report.diagnostics, start=1)
    ]
    yield '<h3>The text</h3>\n<div class="text">\n<div class="band"><div class="rows">\n'
    for row in MarkedText(report.source, marks, number).rows():
        if row.begun:
            yield '</div></div>\n<div class="band"><ol class="findings">\n'
            for index in row.begun:
                found = report.diagnostics[index - 1]
                yield from _finding(report.source, found, number, index)
            yield '</ol>\n<div class="rows">\n'
        yield row.html
    yield "</div></div>\n</div>\n"


def _finding(source: SourceText, found: Diagnostic, number: int, index: int) -> Iterator[str]:
    severity = found.severity.value
    where = _text(place_of(source, found.span))
    yield (
        f'<li id="d{number}-{index}" class="{severity}"><div class="head">'
        f'<span class="tag {severity}">{index}. {SEVERITY_WORDS[found.severity]}</span> '
        f'<a href="#rule-{_text(found.code)}">{_text(found.code)}</a> {_text(found.name)}, '
        f'<a href="#m{number}-{index}">{where}</a></div>'
        f"<p>{_text(found.message)}</p>"
    )
    for related in found.related:
        where = _text(place_of(source, related.span)).capitalize()
        words = f"{_text(related.message)} {_quote(source, related.span)}"
        yield f'<p class="soft">{where}: {words}</p>'
    for fix in found.fixes:
        how = f'<span class="soft">({_FIXES[fix.applicability]})</span>'
        yield f"<p>Fix: {_text(fix.title)} {how}</p>"
    yield "</li>\n"


def _record(report: Report, number: int) -> Iterator[str]:
    if not report.outcomes:
        return
    if not report.is_posting:  # every rule would say the same
        yield f"<p>{_text(NOT_ASKED)}</p>\n"
        return
    yield (
        f'<h3 id="r{number}">Record of {count(len(report.outcomes), "rule")}</h3>\n<table>\n'
        '<thead><tr><th scope="col">Verdict</th><th scope="col">Rule</th>'
        '<th scope="col">Reason and evidence</th></tr></thead>\n<tbody>\n'
    )
    for record in report.outcomes:
        yield from _outcome(report.source, record)
    yield "</tbody>\n</table>\n"


def _outcome(source: SourceText, record: RuleRecord) -> Iterator[str]:
    verdict = record.verdict
    sign = "–" if verdict is Verdict.NOT_APPLICABLE else VERDICT_SIGNS[verdict]
    yield (
        f'<tr><td class="verdict {verdict.value}">{sign} {VERDICT_WORDS[verdict]}</td>'
        f"<td>{_text(record.code)}<br>{_text(record.name)}</td>"
        f'<td class="evidence">{_text(record.reason)}'
    )
    for span in record.spans[:_MOST_EVIDENCE]:
        where = _text(place_of(source, span)).capitalize()
        yield f'<br><span class="soft">{where}: {_quote(source, span)}</span>'
    left = len(record.spans) - _MOST_EVIDENCE
    if left > 0:
        yield f'<br><span class="soft">and {count(left, "more place")}</span>'
    yield "</td></tr>\n"


def _scorecard(report: Report) -> Iterator[str]:
    """Yield the card, and the duties' kinds drawn as a bar."""
    measures = report.measures
    if report.is_posting:
        rows = "".join(
            f'<tr><th scope="row">{_text(one.name)}</th><td>{_text(one.shown)}</td></tr>'
            for one in scorecard(report)
        )
        yield f'<table class="scores"><caption>Scorecard</caption>{rows}</table>\n'
    parts = duty_parts(measures)
    if parts:
        yield from _bar(parts)
    named = report.facts.get("competencies")
    if named is not None and named.value:
        yield from _grid(plain(named.value))


def _grid(cells: Sequence[Mapping[str, str | None]]) -> Iterator[str]:
    """Yield what a pack counts as named or not, a grid for each framework."""
    frameworks = dict.fromkeys(str(cell["framework"]) for cell in cells)
    for framework in frameworks:
        own = [cell for cell in cells if cell["framework"] == framework]
        known = sum(cell["words"] is not None for cell in own)
        yield (
            f'<figure class="wide"><figcaption>{_text(framework)}: {known} of {len(own)} named'
            '</figcaption>\n<ul class="grid" role="list">\n'
        )
        for cell in own:
            title, words = _text(str(cell["title"])), cell["words"]
            if words is None:
                yield f'<li class="not"><b>{title}</b> <span class="soft">not found</span></li>\n'
            else:
                yield f'<li class="named"><b>{title}</b> <q>{_text(words)}</q></li>\n'
        yield "</ul>\n</figure>\n"


def _bar(parts: Mapping[str, int]) -> Iterator[str]:
    total = sum(parts.values())
    said = ", ".join(f"{number} {_PARTS[part]}" for part, number in parts.items())
    yield (
        f'<figure>\n<svg viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" '
        f'aria-label="Of {count(total, "duty").replace("dutys", "duties")}: {said}">'
    )
    start = 0.0
    for part, number in parts.items():
        wide = 1000 * number / total
        yield f'<rect class="{part}" x="{start:.1f}" y="0" width="{wide:.1f}" height="24"/>'
        start += wide
    yield '</svg>\n<figcaption class="key">'
    for part, number in parts.items():
        yield f'<span><i class="{part}"></i>{_PARTS[part]}: {number}</span>'
    yield "</figcaption>\n</figure>\n"


def _quote(source: SourceText, span: Span) -> str:
    return f"<q>{_text(evidence(source, span, 160))}</q>"


def _text(words: str) -> str:
    return escape(harmless(words), quote=True)

"""HTML: one file that a person can read, print and file, without anything from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from urllib.parse import quote

from attrs import frozen

from postlint.engine.measures import DUTY_PARTS, duty_parts
from postlint.engine.report import Report, RuleRecord
from postlint.engine.scorecard import scorecard
from postlint.engine.values import plain
from postlint.errors import SourceError
from postlint.render.authorities import authority_sentence
from postlint.render.base import DISCLAIMER, Context, Renderer, count, place_of
from postlint.render.cells import harmless
from postlint.render.excerpt import evidence
from postlint.render.marked_text import Mark, MarkedText
from postlint.render.paint import NOT_CHECKED, VERDICT_SIGNS, VERDICT_WORDS
from postlint.render.priorities import priorities
from postlint.render.shown_lines import looks_of
from postlint.rules.rule import Verdict
from postlint.text.authority import Authority
from postlint.text.diagnostics import Applicability, Diagnostic, Severity
from postlint.text.files import mark_of
from postlint.text.source import NEWLINE, SourceText, Span

_PARTS = {key: words for _, words, key in DUTY_PARTS}
_FIXES = {
    Applicability.SAFE: "keeps the meaning",
    Applicability.UNSAFE: "may change the meaning: read it first",
    Applicability.DISPLAY: "a suggestion to write by hand",
}
_MOST_EVIDENCE = 4
# Words to insert that are longer than this stand by themselves.
_PASTED = 12


@frozen(kw_only=True)
class _Page:
    """One posting's part of a report, and what the list says of it."""

    number: int
    name: str
    title: str
    headline: str
    cells: str
    html: str
    decided: Mapping[str, dict[Authority, None]]


class HtmlReport(Renderer):
    """The postings with their findings beside the words, the record, and the rules."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        if context.file:
            self.folder = f"{context.file.removesuffix('.html')} - postings"
        self._style = files("postlint.render").joinpath("html_report.css").read_text("utf-8")
        self._pages: list[_Page] = []
        self._failures: list[str] = []

    def report(self, report: Report) -> str:
        """Keep one posting's part."""
        number = len(self._pages) + 1
        counts = dict.fromkeys(Severity, 0)
        # What decided in these postings, by rule: nobody is shown the law of another place.
        decided: dict[str, dict[Authority, None]] = {}
        for found in report.diagnostics:
            counts[found.severity] += 1
            decided.setdefault(found.code, {}).update(dict.fromkeys(found.authority))
        for record in report.outcomes:
            decided.setdefault(record.code, {}).update(dict.fromkeys(record.authority))
        cells = "".join(
            f'<td class="number">{counts[severity] or "–"}</td>'
            for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        )
        self._pages.append(
            _Page(
                number=number,
                name=report.name,
                title=_title(report),
                headline=priorities(report.diagnostics).headline
                if report.is_posting or report.diagnostics
                else "Not a posting.",
                cells=cells,
                html="".join(_posting(report, number, record=self.context.verdicts)),
                decided=decided,
            )
        )
        return ""

    def failure(self, error: SourceError) -> str:
        """Keep that a text could not be read."""
        self._failures.append(f"<li>{_text(error.path)}: {_text(error.reason)}</li>\n")
        return ""

    def end(self) -> str:
        """Return the document, or the list of them where each posting has a file of its own."""
        apart = self._apart
        body = [*self._unread(), *self._list(apart=apart)]
        if not apart:
            body.extend(page.html for page in self._pages)
            body.extend(self._rules(self._pages))
        summary = f"<p><strong>{_text(self.tally.sentence())}</strong></p>\n"
        return self._document("postlint report", body, summary)

    def beside(self) -> Iterator[tuple[str, bytes]]:
        """Yield a file for each posting, where there are several and the report has a name."""
        if not self._apart:
            return
        yield from map(self._file_of, self._pages)

    @property
    def _apart(self) -> bool:
        return len(self._pages) > 1 and bool(self.folder)

    def _file_of(self, page: _Page) -> tuple[str, bytes]:
        """Return a posting's own file, with its name in the folder."""
        back = f'<p><a href="../{_text(quote(self.context.file))}">All postings</a></p>\n'
        # The posting itself says what it is called and what to do.
        text = self._document(page.title or page.name, [back, page.html, *self._rules([page])])
        words = re.sub(r"[^\w]+", "-", page.name).strip("-")[-50:]
        data = text.encode("utf-8", "backslashreplace")
        return f"{page.number:03} {words} {mark_of(data)}.html", data

    def _document(self, title: str, body: Iterable[str], summary: str = "") -> str:
        head = (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="generator" content="postlint">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{_text(title)}</title>\n<style>\n{self._style}</style>\n</head>\n<body>\n"
            '<a class="skip" href="#main">Skip to the findings</a>\n<header>\n'
            f'<h1>postlint report</h1>\n{summary}</header>\n<main id="main">\n'
        )
        parts = [
            head,
            *body,
            f'</main>\n<footer>\n<p class="soft">{_text(DISCLAIMER)}</p>\n',
            *self._made_by(),
            "</footer>\n</body>\n</html>\n",
        ]
        return "".join(parts)

    def _made_by(self) -> Iterator[str]:
        packs = [" ".join(part for part in pack if part) for pack in self.context.producer.packs]
        yield f'<p class="soft">Made by postlint {_text(self.context.producer.version)}'
        yield f", with the rules of {_text(', '.join(packs))}.</p>\n" if packs else ".</p>\n"
        for error in self.context.producer.errors:
            yield f'<p class="error">{_text(error)}</p>\n'

    def _unread(self) -> Iterator[str]:
        if self._failures:
            items = "".join(self._failures)
            yield f"<h2>Not read</h2>\n<ul>\n{items}</ul>\n"

    def _list(self, *, apart: bool) -> Iterator[str]:
        """Yield the postings with what to do about each, and the findings by rule."""
        if len(self._pages) < 2:
            return
        yield (
            '<nav aria-label="Postings">\n<h2>Postings</h2>\n<table class="list">\n<thead><tr>'
            '<th scope="col">Posting</th><th scope="col">What to do</th>'
            '<th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th>'
            '<th scope="col" class="number">Notes</th></tr></thead>\n<tbody>\n'
        )
        for page in self._pages:
            file = f"{self.folder}/{self._file_of(page)[0]}" if apart else ""
            where = quote(file) if apart else f"#p{page.number}"
            title = page.title or page.name
            path = "" if title == page.name else f'<br><span class="soft">{_text(page.name)}</span>'
            yield (
                f'<tr><td class="path"><a href="{_text(where)}">{_text(title)}</a>{path}</td>'
                f"<td>{_text(page.headline)}</td>{page.cells}</tr>\n"
            )
        yield "</tbody>\n</table>\n</nav>\n"
        if self.tally.rules:
            yield (
                '<h2>Findings by rule</h2>\n<table class="rules">\n<thead><tr>'
                '<th scope="col">Rule</th><th scope="col" class="number">Findings</th>'
                "</tr></thead>\n<tbody>\n"
            )
            for name, number in self.tally.by_rule():
                rule = self.context.pages.get(name.split()[0])
                about = f'<br><span class="soft">{_text(rule.summary)}</span>' if rule else ""
                yield f'<tr><td>{_text(name)}{about}</td><td class="number">{number}</td></tr>\n'
            yield "</tbody>\n</table>\n"

    def _rules(self, shown: list[_Page]) -> Iterator[str]:
        """Yield what the rules that were asked stand on."""
        decided: dict[str, dict[Authority, None]] = {}
        for each in shown:
            for code, authorities in each.decided.items():
                decided.setdefault(code, {}).update(authorities)
        pages = [self.context.pages[code] for code in sorted(decided.keys() & self.context.pages)]
        if not pages:
            return
        yield '<details class="rules">\n'
        yield '<summary><h2 id="rules">The rules and their authorities</h2></summary>\n<dl>\n'
        for page in pages:
            yield f'<dt id="rule-{_text(page.code)}">{_text(page.code)} {_text(page.name)}</dt>\n'
            yield f"<dd>{_text(page.summary)}"
            if texts := decided[page.code]:
                yield f"<ul>{''.join(f'<li>{_cited(text)}</li>' for text in texts)}</ul>"
            yield "</dd>\n"
        yield "</dl>\n</details>\n"


def _cited(text: Authority) -> str:
    """Return an authority as a sentence, its citation a link where it has one."""
    words = _text(authority_sentence(text))
    if not text.link:
        return words
    cited = _text(text.citation)
    return words.replace(cited, f'<a href="{_text(text.link)}">{cited}</a>', 1)


def _title(report: Report) -> str:
    """Return what the post is called, where that is known."""
    if report.posting.title is not None:
        return report.posting.title.text
    title = report.facts.get("title")
    return str(title.value) if title is not None and title.value else ""


def _posting(report: Report, number: int, *, record: bool) -> Iterator[str]:
    title = _title(report)
    yield f'<section class="posting" aria-labelledby="p{number}">\n'
    yield f'<h2 id="p{number}">{_text(title or report.name)}</h2>\n'
    if title:
        yield f'<p class="soft">{_text(report.name)}</p>\n'
    yield from _todo(report, number)
    yield from _beside(report, number)
    yield from _accepted(report)
    yield from _scorecard(report)
    yield from _record(report, number, shown=record)
    yield from _provenance(report)
    yield "</section>\n"


def _todo(report: Report, number: int) -> Iterator[str]:
    """Yield what to do first, ranked, a sentence each, and what to consider in few words."""
    places = {found: index for index, found in enumerate(report.diagnostics, start=1)}
    todo = priorities(report.diagnostics)
    if not report.diagnostics:
        words = "No findings." if report.is_posting else NOT_CHECKED
        yield f"<p><strong>{_text(words)}</strong></p>\n"
        return
    numbers = " The numbers are those in the text." if todo.first else ""
    yield f"<p><strong>{_text(todo.headline)}</strong>{numbers}</p>\n"
    if todo.first:
        yield '<ol class="todo">\n'
        for task in todo.first:
            first = task.findings[0]
            # The tasks are ranked, and each has the number that its words have in the text.
            at = places[first]
            where = _text(place_of(report.source, first.span))
            yield (
                f'<li value="{at}" class="{task.severity.value}"><span>{_text(task.sentence)} '
                f'<a href="#d{number}-{at}">{where}</a></span></li>\n'
            )
        yield "</ol>\n"
    if todo.others:
        links = ", ".join(
            f'<a href="#d{number}-{places[task.findings[0]]}">{_text(task.findings[0].name)}</a>'
            for task in todo.others
        )
        yield f"<p>To consider: {links}.</p>\n"


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


def _beside(report: Report, number: int) -> Iterator[str]:
    """Yield the text, whole, and the findings in a column beside it, in its order.

    What a posting lacks is reported at its title: many cards at one line would tear
    the text apart, so neither column waits for the other.
    """
    marks = [
        Mark(index, found.span, found.severity)
        for index, found in enumerate(report.diagnostics, start=1)
    ]
    yield '<div class="sides">\n<section class="text" tabindex="0" aria-label="The text">'
    yield "<h3>The text</h3>\n"
    shown = MarkedText(report.source, marks, number, looks_of(report.posting))
    yield from (row.html for row in shown.rows())
    yield "</section>\n"
    if report.diagnostics:
        yield '<div class="found"><h3>The findings</h3>\n<ol class="findings">\n'
        for index, found in enumerate(report.diagnostics, start=1):
            yield from _finding(report.source, found, number, index)
        yield "</ol></div>\n"
    yield "</div>\n"


def _finding(source: SourceText, found: Diagnostic, number: int, index: int) -> Iterator[str]:
    severity = found.severity.value
    where = _text(place_of(source, found.span))
    yield (
        f'<li id="d{number}-{index}" class="{severity}"><div class="head">'
        f'<span class="tag {severity}">{index}. {found.severity.word}</span> '
        f'<a href="#rule-{_text(found.code)}">{_text(found.code)}</a> {_text(found.name)}, '
        f'<a href="#m{number}-{index}">{where}</a></div>'
        f"<p>{_text(found.message)}</p>"
    )
    for related in found.related[:_MOST_EVIDENCE]:
        where = _text(place_of(source, related.span)).capitalize()
        words = f"{_text(related.message)} {_quote(source, related.span)}"
        yield f'<p class="soft">{where}: {words}</p>'
    left = len(found.related) - _MOST_EVIDENCE
    if left > 0:
        yield f'<p class="soft">and {count(left, "more place")}</p>'
    for fix in found.fixes:
        how = f'<span class="soft">({_FIXES[fix.applicability]})</span>'
        yield f"<p>Fix: {_text(fix.title)} {how}</p>"
        words = " ".join(edit.content.strip() for edit in fix.edits).strip()
        if len(words) > _PASTED and words not in fix.title:
            # Who writes elsewhere copies the words from here.
            lines = (_text(line) for line in NEWLINE.split(words) if line.strip())
            yield f'<p class="paste">{"<br>".join(lines)}</p>'
    yield "</li>\n"


def _record(report: Report, number: int, *, shown: bool) -> Iterator[str]:
    if not report.outcomes or not report.is_posting:  # every rule would say the same
        return
    yield (
        f'<details class="record"{" open" if shown else ""}>\n<summary><h3 id="r{number}">'
        f"Record of {count(len(report.outcomes), 'rule')}</h3></summary>\n<table>\n"
        '<thead><tr><th scope="col">Verdict</th><th scope="col">Rule</th>'
        '<th scope="col">Reason and evidence</th></tr></thead>\n<tbody>\n'
    )
    for record in report.outcomes:
        yield from _outcome(report.source, record)
    yield "</tbody>\n</table>\n</details>\n"


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
        yield f'<table class="scores"><caption>Scorecard</caption><tbody>{rows}</tbody></table>\n'
    parts = duty_parts(measures)
    if parts:
        yield from _bar(parts)
    named = report.facts.get("competencies")
    if named is not None and named.value:
        yield '<details class="skills">\n<summary><h3>Skills that are named</h3></summary>\n'
        yield from _grid(plain(named.value))
        yield "</details>\n"


def _grid(cells: Sequence[Mapping[str, str | None]]) -> Iterator[str]:
    """Yield what a pack counts as named or not, a grid for each framework."""
    frameworks = dict.fromkeys(str(cell["framework"]) for cell in cells)
    for framework in frameworks:
        own = [cell for cell in cells if cell["framework"] == framework]
        known = sum(cell["words"] is not None for cell in own)
        yield (
            f'<figure class="wide"><figcaption>{_text(framework)}: {known} of {len(own)} named'
            '</figcaption>\n<ul class="grid">\n'
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
    label = ", ".join(f"{number} {_PARTS[part]}" for part, number in parts.items())
    yield (
        f'<figure>\n<svg viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" '
        f'aria-label="Of {count(total, "duty").replace("dutys", "duties")}: {label}">'
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

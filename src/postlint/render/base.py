"""What a renderer is: results go in one after another, text comes out.

A renderer holds no rules and reads no files. What it must know beside the
results is handed over once, in a `Context`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from postlint.engine.report import Report
from postlint.errors import SourceError
from postlint.text.diagnostics import Severity
from postlint.text.records import NamedTuple
from postlint.text.source import SourceText, Span
from postlint.text.values import define, field

if TYPE_CHECKING:  # pages cost time to import, and few formats want them
    from postlint.render.pages import RulePage

# One file's result: what was found in it, or why it could not be read.
Result: TypeAlias = Report | SourceError


DISCLAIMER = (
    "This report says what a program found in a text. It is not legal advice. A pass says that "
    "what a rule looks for was found, not that the posting meets every law."
)


class Producer(NamedTuple):
    """What made the results: postlint's version, and each pack with its distribution's.

    `packs` holds (name, distribution, version); `errors` says what did not load.
    `home` and `docs` are the addresses of the project and of its pages, where
    the distribution names them.
    """

    version: str
    packs: tuple[tuple[str, str, str], ...] = ()
    errors: tuple[str, ...] = ()
    home: str = ""
    docs: str = ""


class Context(NamedTuple):
    """What a renderer may know besides the results.

    `verdicts` asks for the record of every rule, `scorecard` for the numbers of
    each posting, `statistics` for the counts of each rule, `quiet` for no summary.
    `width`, `color` and `encoding` are those of the screen or file written to.
    `limit` is the severity at which a finding fails the run; `None` is never.
    `pages` has the reference page of every rule that ran, by code. `root` is
    the folder services know files by: the repository's, where there is one.
    `whole` says that every rule that is on by default was asked.
    `file` is the name of the file written to, where it is one.
    Without `full` people see what to do first; `height` is how many lines
    the screen has that one posting is to fit, where somebody sits before it.
    """

    producer: Producer
    verdicts: bool = False
    statistics: bool = False
    quiet: bool = False
    width: int = 100
    color: bool = False
    limit: Severity | None = Severity.WARNING
    encoding: str = "utf-8"
    pages: Mapping[str, RulePage] = {}  # a field of a named tuple
    root: str = ""
    full: bool = True
    whole: bool = False
    scorecard: bool = False
    file: str = ""
    height: int | None = None


@define(eq=False, repr=False)
class Tally:
    """Counts of a run, added up while its results pass by."""

    files: int = 0
    in_parts: bool = False
    unreadable: int = 0
    with_findings: int = 0
    not_postings: int = 0
    untitled: int = 0
    without_duties: int = 0
    suppressed: int = 0
    accepted: int = 0
    baselines: set[str] = field(factory=set)
    gone: int = 0
    rules: dict[str, int] = field(factory=dict)
    findings: dict[Severity, int] = field(factory=lambda: dict.fromkeys(Severity, 0))

    def add(self, result: Result) -> None:
        """Count one result."""
        if isinstance(result, SourceError):
            self.unreadable += 1
            return
        self.files += 1
        self.in_parts = self.in_parts or bool(result.source.part)
        self.with_findings += bool(result.diagnostics)
        self.not_postings += not result.is_posting
        if result.is_posting:
            self.untitled += not result.read.title
            self.without_duties += not result.read.duties
        self.suppressed += len(result.suppressed)
        self.accepted += len(result.accepted)
        if result.accepted:
            self.baselines.add(result.accepted_in or "the baseline")
        self.gone += sum(gone.count for gone in result.gone)
        for diagnostic in result.diagnostics:
            self.findings[diagnostic.severity] += 1
            name = f"{diagnostic.code} {diagnostic.name}"
            self.rules[name] = self.rules.get(name, 0) + 1

    @property
    def total(self) -> int:
        """How many findings there are."""
        return sum(self.findings.values())

    def statistics(self) -> list[str]:
        """Return a line for each rule that found something, the most frequent first."""
        wide = len(str(max(self.rules.values(), default=0)))
        return [f"{number:>{wide}}  {name}" for name, number in self.by_rule()]

    def by_rule(self) -> list[tuple[str, int]]:
        """Return how often each rule found something, the most frequent first."""
        return sorted(self.rules.items(), key=lambda pair: (-pair[1], pair[0]))

    def _accepted_in(self) -> str:
        return next(iter(self.baselines)) if len(self.baselines) == 1 else "the baselines"

    def _unread(self) -> str:
        """Say what was not read, for a posting without findings may be one that was not read."""
        one = self.files == 1
        words = ""
        for number, what in ((self.untitled, "no title"), (self.without_duties, "no duties")):
            if number:
                was = "was" if what == "no title" else "were"
                words += f"; {what} {was} found" + ("" if one else f" in {number}")
        return words

    def sentence(self) -> str:
        """Say the counts in a line for people."""
        if not self.files and not self.unreadable:
            return "Nothing was checked."
        # A file may hold several postings, and then those are counted.
        files = count(self.files, "posting" if self.in_parts else "file")
        if not self.files:
            words = "No file was checked"
        elif not self.total:
            words = f"No findings in {files}"
        else:
            kinds = ", ".join(
                count(self.findings[severity], _NOUNS[severity])
                for severity in sorted(Severity, key=lambda severity: -severity.rank)
                if self.findings[severity]
            )
            where = (
                files if self.files == self.with_findings else f"{self.with_findings} of {files}"
            )
            words = f"{count(self.total, 'finding')} in {where}: {kinds}"
        if self.not_postings and self.files > 1:
            verb = "does" if self.not_postings == 1 else "do"
            words += f"; {self.not_postings} {verb} not read as a posting"
        words += self._unread()
        if self.suppressed:
            words += f"; {count(self.suppressed, 'finding')} silenced by the postings themselves"
        if self.accepted:
            words += f"; {count(self.accepted, 'finding')} accepted by {self._accepted_in()}"
        if self.gone:
            verb = "is" if self.gone == 1 else "are"
            words += f"; {count(self.gone, 'accepted finding')} {verb} gone from the postings"
        if self.unreadable:
            words += f"; {count(self.unreadable, 'file')} could not be read"
        return words + "."


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def count(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def place_of(source: SourceText, span: Span) -> str:
    """Say where a span is, as the reader of the source would look it up: `line 3`, `page 2`."""
    return source.place(span) or f"line {source.position(span.start).line}"


def with_place(source: SourceText, span: Span, message: str) -> str:
    """Return a message with the name of its place, where lines are not what a reader sees."""
    name = source.place(span)
    return message if name is None else f"{message} ({name})"


class Renderer:
    """The base of every format. `begin`, then `add` for each result, then `end`.

    Each returns text to be written as it stands. A renderer is used once.
    `folder` is the name of the folder that the file written to leads to.
    """

    folder = ""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tally = Tally()

    def begin(self) -> str:
        """Return what stands before the results."""
        return ""

    def add(self, result: Result) -> str:
        """Return one result."""
        self.tally.add(result)
        if isinstance(result, SourceError):
            return self.failure(result)
        return self.report(result)

    def report(self, report: Report) -> str:
        """Return what was found in one text."""
        raise NotImplementedError

    def failure(self, error: SourceError) -> str:  # noqa: ARG002  # most leave it to the command
        """Return that one text could not be read; the command says it on its own as well."""
        return ""

    def end(self) -> str:
        """Return what stands after the results."""
        return ""

    def beside(self) -> Iterable[tuple[str, bytes]]:
        """Return the files of `folder`, each under a name with `mark_of` at its end."""
        return ()


def render_all(renderer: Renderer, results: tuple[Result, ...]) -> str:
    """Return results in a renderer's format as one text."""
    parts = [renderer.begin(), *(renderer.add(result) for result in results), renderer.end()]
    return "".join(parts)

"""A rule's corpus, read strictly: what would make a test worthless is refused.

Refused are a rule without a case that passes and one that fails, a message no
case shows, the same input twice, a fixed text that equals its input, blocks,
codes and messages nobody knows, and ranges outside the input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

from postlint.packs.registry import Packs, nearest
from postlint.rules.rule import Rule, Verdict
from postlint.rules.tool_findings import TOOL_FINDINGS
from postlint.testing.expectations import Evidence, Expected, read_expectations
from postlint.testing.faults import CorpusError, Fault
from postlint.testing.manuscript import Chapter, Fence, Manuscript, read_manuscript
from postlint.testing.options import Options, read_options
from postlint.text.source import Position, SourceText

# The block that holds a case's input, and the kind of source it is read as.
INPUTS = {
    "posting": "markup",
    "text": "text",
    "markdown": "markdown",
    "html": "html",
    "jobposting": "jobposting",
}
_BLOCKS = (*INPUTS, "expect", "fixed", "options")
_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_TOOL_MESSAGES = {finding.code: frozenset({finding.name}) for finding in TOOL_FINDINGS}


@frozen(kw_only=True)
class CorpusCase:
    """One case: a text, the verdict wanted, and what is to be found.

    `line` is the line of its heading; `blocks` are its blocks by kind, for
    whoever rewrites the file.
    """

    title: str
    line: int
    verdict: Verdict
    source: SourceText
    kind: str
    rule: Rule
    expected: tuple[Expected | Evidence, ...]
    fixed: str | None
    options: Options = field(repr=False)
    blocks: Mapping[str, Fence] = field(repr=False)

    @property
    def name(self) -> str:
        """How the heading has it: `fail: an amount alone`."""
        return f"{self.verdict.value}: {self.title}"


@frozen(kw_only=True)
class Corpus:
    """All cases of one rule. `path` is how the file was named."""

    path: str
    text: str = field(repr=False)
    rule: type[Rule]
    cases: tuple[CorpusCase, ...]


def load_corpus(path: Path, packs: Packs, *, updating: bool = False) -> Corpus:
    """Read a corpus file. Raises `CorpusError` with every fault it has.

    With `updating`, expectations that are missing or wrong are let through,
    because they are about to be written.
    """
    return parse_corpus(
        path.read_text("utf-8"), packs, path=str(path), code=path.stem, updating=updating
    )


def parse_corpus(
    text: str,
    packs: Packs,
    *,
    path: str = "corpus",
    code: str | None = None,
    updating: bool = False,
) -> Corpus:
    """Read a corpus from its text; `code`, where given, is the rule it must be about."""
    return _Loader(text, packs, path, code, updating=updating).corpus()


class _Loader:
    """Reads one corpus and gathers its faults."""

    def __init__(
        self, text: str, packs: Packs, path: str, code: str | None, *, updating: bool
    ) -> None:
        self.text = text
        self.packs = packs
        self.path = path
        self.code = code
        self.updating = updating
        self.faults: list[Fault] = []

    def corpus(self) -> Corpus:
        manuscript = read_manuscript(self.text)
        self.faults.extend(manuscript.faults)
        rule = self._rule(manuscript)
        if rule is None:
            raise CorpusError(self.path, self.faults)
        cases = [
            case
            for chapter in manuscript.chapters
            if (case := self._case(chapter, rule)) is not None
        ]
        self._refuse_repeats(cases)
        # Missing cases are a consequence where a case could not be read.
        if not self.faults:
            self._refuse_gaps(manuscript, rule, cases)
        if self.faults:
            raise CorpusError(self.path, self.faults)
        return Corpus(path=self.path, text=self.text, rule=rule, cases=tuple(cases))

    def _fault(self, line: int, reason: str) -> None:
        self.faults.append(Fault(line, reason))

    def _rule(self, manuscript: Manuscript) -> type[Rule] | None:
        line, words = manuscript.title_line, manuscript.title.split()
        if len(words) != 2:
            self._fault(line, "The first heading names the rule: '# CODE rule-name'.")
            return None
        code, name = words
        by_code = {rule.meta.code: rule for rule in self.packs.rules}
        rule = by_code.get(code)
        if rule is None:
            close = nearest(code, by_code)
            hint = f" Did you mean '{close}'?" if close else ""
            # A pack that did not load is the likelier reason.
            broken = "".join(f" {error}" for error in self.packs.errors)
            self._fault(
                line, f"No installed pack has a rule with the code '{code}'.{broken or hint}"
            )
            return None
        if name != rule.meta.name:
            self._fault(line, f"Rule {code} is called '{rule.meta.name}', not '{name}'.")
        if self.code not in (None, code):
            self._fault(line, f"The file is named after '{self.code}' and is about '{code}'.")
        return rule

    def _case(self, chapter: Chapter, rule: type[Rule]) -> CorpusCase | None:
        """Read one case; `None` where it has a fault that leaves nothing to run."""
        before = len(self.faults)
        word, colon, title = chapter.heading.partition(":")
        verdict, title = _VERDICTS.get(word.strip()), title.strip()
        if not colon or verdict is None or not title:
            wanted = ", ".join(_VERDICTS)
            self._fault(
                chapter.line,
                f"'{chapter.heading}' does not say what is wanted. "
                f"Write '## fail: why it fails'; the first word is one of {wanted}.",
            )
            return None
        blocks = self._blocks(chapter)
        inputs = [kind for kind in INPUTS if kind in blocks]
        if len(inputs) != 1:
            allowed = "one" if not inputs else "only one"
            kinds = ", ".join(INPUTS)
            self._fault(chapter.line, f"The case needs {allowed} block with its input: {kinds}.")
            return None
        source = SourceText(blocks[inputs[0]].text)
        if not source.text.strip():
            self._fault(blocks[inputs[0]].line, "The input is empty.")
        options = self._options(blocks, rule)
        expected = self._expected(chapter, verdict, blocks, source, rule)
        fixed = self._fixed(verdict, blocks, source)
        if len(self.faults) > before or options is None:
            return None
        return CorpusCase(
            title=title,
            line=chapter.line,
            verdict=verdict,
            source=source,
            kind=INPUTS[inputs[0]],
            rule=options.rule,
            expected=expected,
            fixed=fixed,
            options=options,
            blocks=blocks,
        )

    def _blocks(self, chapter: Chapter) -> dict[str, Fence]:
        blocks: dict[str, Fence] = {}
        for block in chapter.blocks:
            if block.kind not in _BLOCKS:
                close = nearest(block.kind, _BLOCKS) if block.kind else None
                hint = f" Did you mean '{close}'?" if close else ""
                self._fault(
                    block.line,
                    f"There is no block '{block.kind}'.{hint} Blocks are {', '.join(_BLOCKS)}.",
                )
            elif block.kind in blocks:
                self._fault(block.line, f"The case has two blocks '{block.kind}'.")
            else:
                blocks[block.kind] = block
        return blocks

    def _options(self, blocks: Mapping[str, Fence], rule: type[Rule]) -> Options | None:
        block = blocks.get("options")
        try:
            return read_options(block.text if block else "", rule)
        except ValueError as error:
            self._fault(block.line if block else 1, str(error))
            return None

    def _expected(
        self,
        chapter: Chapter,
        verdict: Verdict,
        blocks: Mapping[str, Fence],
        source: SourceText,
        rule: type[Rule],
    ) -> tuple[Expected | Evidence, ...]:
        block = blocks.get("expect")
        if self.updating:
            # Only what is written by hand, a verdict alone, says what to keep.
            read, _ = read_expectations(block.text, block.line + 1) if block else ([], [])
            return tuple(one for _, one in read)
        if block is None:
            if verdict is Verdict.FAIL:
                self._fault(chapter.line, "A case that fails needs an 'expect' block.")
            return ()
        before = len(self.faults)
        read, faults = read_expectations(block.text, block.line + 1)
        self.faults.extend(faults)
        messages = {**_TOOL_MESSAGES, rule.meta.code: frozenset(rule.meta.messages)}
        for line, one in read:
            if isinstance(one, Expected):
                self._refuse_unknown(line, one, messages, rule)
            elif one.verdict is not verdict:
                self._fault(
                    line, f"The case is to be '{verdict.value}', not '{one.verdict.value}'."
                )
            if one.range is not None and not all(_has(source, position) for position in one.range):
                self._fault(line, f"The input has no place '{one}' points at.")
        own = [one for _, one in read if isinstance(one, Expected) and one.code == rule.meta.code]
        if len(self.faults) == before and bool(own) is not (verdict is Verdict.FAIL):
            wanted = (
                "a finding of its rule" if verdict is Verdict.FAIL else "no finding of its rule"
            )
            self._fault(block.line, f"A case under '{verdict.value}' expects {wanted}.")
        return tuple(one for _, one in read)

    def _refuse_unknown(
        self, line: int, one: Expected, messages: Mapping[str, frozenset[str]], rule: type[Rule]
    ) -> None:
        known = messages.get(one.code)
        if known is None:
            self._fault(
                line,
                f"'{one.code}' is not expected here: a corpus of {rule.meta.code} has findings "
                "of that rule and of postlint itself (POST).",
            )
        elif one.message not in known:
            close = nearest(one.message, known)
            hint = f" Did you mean '{close}'?" if close else ""
            self._fault(line, f"{one.code} has no message '{one.message}'.{hint}")

    def _fixed(
        self, verdict: Verdict, blocks: Mapping[str, Fence], source: SourceText
    ) -> str | None:
        block = blocks.get("fixed")
        if block is None:
            return None
        if verdict is not Verdict.FAIL:
            self._fault(block.line, "Only a case that fails can be fixed.")
        elif block.text == source.text:
            self._fault(block.line, "The fixed text equals the input.")
        return block.text

    def _refuse_repeats(self, cases: Sequence[CorpusCase]) -> None:
        titles: dict[str, int] = {}
        inputs: dict[tuple[str, str, object], int] = {}
        for case in cases:
            first = titles.setdefault(case.name, case.line)
            if first != case.line:
                self._fault(case.line, f"'{case.name}' is the heading of line {first} too.")
            options = case.blocks["options"].text.strip() if "options" in case.blocks else ""
            first = inputs.setdefault((case.kind, case.source.text.strip(), options), case.line)
            if first != case.line:
                self._fault(case.line, f"The case of line {first} has the same input.")

    def _refuse_gaps(
        self, manuscript: Manuscript, rule: type[Rule], cases: Sequence[CorpusCase]
    ) -> None:
        line = manuscript.title_line
        for verdict in (Verdict.PASS, Verdict.FAIL):
            if all(case.verdict is not verdict for case in cases):
                self._fault(line, f"No case is to be '{verdict.value}'; a rule needs one.")
        if self.updating:
            return
        shown = {
            one.message
            for case in cases
            for one in case.expected
            if isinstance(one, Expected) and one.code == rule.meta.code
        }
        for message in rule.meta.messages:
            if message not in shown:
                self._fault(line, f"No case shows the message '{message}'.")


def _has(source: SourceText, position: Position) -> bool:
    if position.line > source.line_count:
        return False
    return position.column <= len(source.line(position.line)) + 1

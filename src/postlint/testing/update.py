"""Writing what came out into a corpus, for a person to read like code.

Only `expect` and `fixed` blocks change. What a case is meant to be stands in
its heading and is never rewritten: a case that comes out otherwise still fails.
"""

from __future__ import annotations

from postlint.rules.rule import Verdict
from postlint.testing.corpus import INPUTS, Corpus, CorpusCase
from postlint.testing.runner import Runner, Trial, judged


def update_corpus(corpus: Corpus, runner: Runner) -> str:
    """Return the corpus's text with its expectations as they come out now.

    The corpus is one loaded with `updating=True`.
    """
    lines = corpus.text.split("\n")
    # From the end, so that the line numbers of what is still to come stay true.
    for case in reversed(corpus.cases):
        trial = runner.run(case)
        if trial.verdict is case.verdict:
            _rewrite(lines, case, trial)
    return "\n".join(lines)


def _rewrite(lines: list[str], case: CorpusCase, trial: Trial) -> None:
    changes: list[tuple[int, int, list[str]]] = []
    wanted = judged(case, trial.found)
    block = case.blocks.get("expect")
    if block is not None:
        # A verdict alone was written by hand and says that no place is judged.
        changes.append((block.line, block.end - 1, wanted or [case.verdict.value]))
    elif case.verdict is Verdict.FAIL:
        source = next(case.blocks[kind] for kind in INPUTS if kind in case.blocks)
        changes.append((source.end, source.end, ["", "```expect", *wanted, "```"]))
    fixed = case.blocks.get("fixed")
    if fixed is not None:
        changes.append((fixed.line, fixed.end - 1, trial.fixed.rstrip("\n").split("\n")))
    for start, end, content in sorted(changes, reverse=True):
        lines[start:end] = content

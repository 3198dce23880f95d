"""A server like postlint's with a rule that takes its time and one that breaks.

The slow rule sleeps where a text has the word `slow`; the checker as a whole
breaks where a text has the word `broken`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from packs import meta, rule
from postlint.engine.report import Report
from postlint.facts.base import Case
from postlint.linter import Linter
from postlint.lsp.server import serve
from postlint.packs.registry import Pack, Packs, load_packs, merge_packs
from postlint.rules.rule import Outcome
from postlint.run import session
from postlint.text.diagnostics import Finding
from postlint.text.source import Span

SLEEP = 1.5


def slow(case: Case) -> Iterator[Outcome]:
    if "slow" in case.text:
        time.sleep(SLEEP)
    yield Finding("found", Span(0, 1), {"word": f"slow {len(case.text)}"})


def breaks(case: Case) -> Iterator[Outcome]:
    print("a rule that talks")  # noqa: T201  # it must not break the conversation
    raise RuntimeError(f"no luck with {len(case.text)} characters")
    yield  # a rule is a generator


def with_odd_rules(_: object = None) -> Packs:
    cards = [meta("HOUS001", "slow-rule"), meta("HOUS002", "broken-rule")]
    rules = [rule(slow, card=cards[0]), rule(breaks, card=cards[1])]
    return merge_packs(load_packs(), [Pack(name="odd", rules=tuple(rules))])


def main() -> None:
    check = Linter.check_all

    def check_or_break(self: Linter, text: Any, **options: Any) -> tuple[Report, ...]:
        if "broken" in text:
            raise RuntimeError("a fault that is nobody's rule")
        return check(self, text, **options)

    Linter.check_all = check_or_break  # type: ignore[method-assign, assignment]
    session.load_packs = with_odd_rules  # type: ignore[attr-defined, assignment]
    serve("stdio", "", 0)


if __name__ == "__main__":
    main()

"""Texts made to be slow go through the whole check, and the time grows with their length.

    python benchmarks/adversarial.py [--size N] [--only WORDS] [--kind KIND]

For each text and each kind of reading it prints the seconds for N characters
and for twice as many, and their ratio. A check that grows in proportion to
the text has a ratio of about 2; one that grows with its square, 4. The exit
code is 1 where a ratio is above the limit.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping

from postlint import Linter
from postlint.__main__ import spare_collector

LIMIT = 2.6
# A ratio above the limit is measured again: other programs run beside this one.
TRIES = 4
KINDS = ("markup", "text")
Maker = Callable[[int], str]


def _runs(piece: str) -> Maker:
    """Return what repeats a piece to a length."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _within(before: str, piece: str, after: str = "\n") -> Maker:
    """Return what repeats a piece between two fixed texts."""
    return lambda size: before + _runs(piece)(size) + after


def _nested(size: int) -> str:
    """Return items nested a thousand deep, again and again."""
    lines: list[str] = []
    length = depth = 0
    while length < size:
        line = " " * depth + "- leads\n"
        lines.append(line)
        length += len(line)
        depth = (depth + 1) % 1000
    return "".join(lines)


def _distinct(size: int) -> str:
    """Return words of which no two are alike."""
    words: list[str] = []
    length = number = 0
    while length < size:
        words.append(f"word{number:x}")
        length += len(words[-1]) + 1
        number += 1
    return " ".join(words)


_DUTIES = "# Librarian\n\n## Essential duties\n\n"
_PLAIN = "CHIEF TECHNOLOGY OFFICER\n\nESSENTIAL DUTIES\n\n"

# Under each name, a text of about as many characters as asked for.
# First what is hard on reading, and so differs with the kind of source.
SHAPES: Mapping[str, Maker] = {
    # what the issue names
    "open brackets": _runs("("),
    "open quote and E": _runs("“E"),
    "blanks": _runs(" "),
    "one word": _runs("a"),
    "one word in capitals": _runs("A"),
    "letters set apart": _within(_PLAIN, "D U T I E S "),
    "headings of nothing": _within("", "RIVERS\n\nFlow.\n\n"),
    "one-word lines": _runs("leads\n"),
    "one verb again and again": _runs("leads "),
    "nested items": _nested,
    # newlines and white space
    "newlines": _runs("\n"),
    "carriage returns": _runs("\r"),
    "crlf": _runs("\r\n"),
    "blank lines with blanks": _runs("  \n"),
    "tabs": _runs("\t"),
    "no-break spaces": _runs("\xa0"),
    "form feeds": _runs("\x0c"),
    "line separators": _runs("\u2028"),
    "zero-width spaces": _runs("\u200b"),
    "blanks before a word": _within("", " ", "x"),
    "word, blanks": _runs("x" + " " * 50),
    "lines of blanks before a word": _runs(" " * 200 + "x\n"),
    # signs of the markup
    "hashes": _runs("#"),
    "hash lines": _runs("#\n"),
    "headings": _runs("# a\n"),
    "skipping headings": _runs("# a\n###### b\n### c\n"),
    "bullets": _runs("- "),
    "bullet lines": _runs("- \n"),
    "round bullets": _runs("•"),
    "round bullets and blanks": _runs("• "),
    "stars": _runs("*"),
    "star pairs and blanks": _runs("** "),
    "labels": _runs("**a.** "),
    "label lines": _runs("**a.** b\n"),
    "open labels": _runs("**a "),
    "bold lines": _runs("**a**\n"),
    "bold lines that do not close": _runs("**a\n"),
    "underscores": _runs("_"),
    "rulers": _runs("---\n"),
    "underlined lines": _runs("a\n---\n"),
    "dashes": _runs("-"),
    "dashes and blanks": _runs("- - "),
    "equals": _runs("="),
    "percents": _runs("%"),
    "comments": _runs("%% a\n"),
    "directives": _runs("%% postlint: ignore ADA004 -- x\n"),
    "directives for a file": _runs("%% postlint: ignore-file ADA004 -- x\n"),
    "blanks in a directive": _within("%% postlint: ignore ADA004 -- x", " ", "y\n"),
    "closings of a directive": _within("%% postlint: ignore ADA004 ", "--> ] %% "),
    "until in a directive": _within("%% postlint: ignore ADA004 ", "until "),
    "unknown directives": _runs("%% postlint: silence\n"),
    "html comments": _runs("<!--"),
    "numbers": _runs("1. "),
    "number lines": _runs("1. a\n"),
    "brackets with letters": _runs("(a) "),
    "pipes": _runs("| a "),
    # fields
    "keys": _runs("a: "),
    "capital keys": _runs("A: "),
    "key lines": _runs("Grade: 14\n"),
    "keys without values": _runs("Grade:\n"),
    "colons": _runs(":"),
    "two columns": _runs("Grade: 14      Pay: 30\n"),
    "many columns": _runs("Grade: 14      "),
    "reports to": _runs("report to "),
    "reports to the": _runs("reports to the Superintendent "),
    "reports-to fields": _runs("Reports to: Superintendent\n"),
    "names of jobs": _runs("Director "),
    # essential marks
    "marks": _runs("E) "),
    "whole marks": _runs("(E) "),
    "mark lines": _runs("Leads. (E)\n"),
    "marked duties": _within(_DUTIES, "- Leads the plan. (E)\n"),
    "curly marks": _runs("“E” "),
    "stops and E": _runs(". E"),
    "daggers": _runs("† "),
    "quotes": _runs('"'),
    "curly quotes": _runs("“"),
    "apostrophes": _runs("'"),
    # sentences and words
    "stops": _runs("."),
    "stops and blanks": _runs(". "),
    "letters and stops": _runs("a. "),
    "capitals and stops": _runs("A. "),
    "ellipses": _runs("... "),
    "question marks": _runs("?! "),
    "stops and quotes": _runs('."'),
    "stops and brackets": _runs(".)"),
    "commas": _runs(", "),
    "hyphens": _runs("a-"),
    "slashes": _runs("he/she "),
    "distinct words": _distinct,
    "capitals": _runs("LEADS "),
    "capital lines": _runs("LEADS THE PLAN\n"),
    "title-case lines": _runs("Leads The Plan\n"),
    "capital words in one line": _runs("Leads Plans "),
    "private-use bullets": _runs("\uf0b7 Leads the plan\n"),
    "private-use bullets in one line": _runs("\uf0b7 "),
    "dotted capital I": _runs("İ"),
    "emoji": _runs("🏥"),
    "combining marks": _runs("e\u0301\u0301\u0301"),
    "digits": _runs("1"),
    "money": _runs("$1,000 - "),
    "money lines": _runs("$95,000 - $110,000 per year\n"),
    "dates": _runs("2027-01-15 "),
    "web addresses": _runs("https://example.org/a "),
    "addresses for mail": _runs("a@example.org "),
    "page furniture": _runs("Page 2 of 5\n"),
    "same lines": _runs("Riverbend Unified School District\n\n"),
    "questions": _runs("What will you do?\n"),
    "plain duties": _within(_PLAIN, "\uf0b7 Leads the plan for the district. “E”\n"),
    "duties without bullets": _within(_PLAIN, "Leads the plan for the district.\n"),
    "run-in headings": _within(_PLAIN, "Governance Leads the plan. "),
    "run-in heading lines": _within(_PLAIN, "Governance Lead the plan for all.\n"),
    "duties headings": _runs("Essential duties\n\nLeads the plan.\n\n"),
}
# Then what facts and rules look for.
WORDS: Mapping[str, Maker] = {
    "one duty": _within(_DUTIES + "- ", "leads the plan and "),
    "duties": _within(_DUTIES, "- Leads the plan for the district.\n"),
    "classes": _within(_DUTIES + "- Leads.\n\n", "race, color, religion, sex, "),
    "without regard to": _within(_DUTIES + "- Leads.\n\n", "without regard to "),
    "does not discriminate": _within(_DUTIES + "- Leads.\n\n", "does not discriminate "),
    "statements": _within(_DUTIES + "- Leads.\n\n", "We are an equal opportunity employer. "),
    "statement lines": _within(_DUTIES + "- Leads.\n\n", "Equal opportunity employer\n\n"),
    "accommodation": _within(_DUTIES + "- Leads.\n\n", "reasonable accommodation "),
    "essential": _within(_DUTIES + "- Leads.\n\n", "essential functions "),
    "legends": _within(_DUTIES + "- Leads.\n\n", "(E) marks an essential function. "),
    "equity statements": _within(_DUTIES + "- Leads.\n\n", "submit an equity statement "),
    "cabinet": _within(_DUTIES + "- Leads.\n\n", "member of the Superintendent's Cabinet "),
    "under direction": _within(_DUTIES + "- Leads.\n\n", "under the direction of the "),
    "pay in two units": _within(_DUTIES, "$95,000 - $110,000 per year; $20/hr to $30/hr; "),
    "steps of pay": _within(_DUTIES + "- Leads.\n\n", "Step 4: $24,000 "),
    "degrees or the like": _within(_DUTIES + "- Leads.\n\n", "Bachelor's degree or\nequivalent\n"),
}
TEXTS: dict[str, Maker] = {**SHAPES, **WORDS}


def measure(linter: Linter, text: str, kind: str) -> float:
    """Return the seconds of a whole check of a text, facts and measures included."""
    gc.collect()
    begin = time.process_time()
    report = linter.check(text, kind=kind)
    # Facts and measures are worked out when asked for.
    _ = report.facts, report.measures
    return time.process_time() - begin


def ratios(
    linter: Linter, size: int, kinds: tuple[str, ...] = KINDS, only: str = ""
) -> Iterator[tuple[str, str, float, float]]:
    """Yield name, kind, seconds for a size, and seconds for twice that size."""
    for name, make in TEXTS.items():
        if only not in name:
            continue
        for kind in kinds:
            small, large = make(size), make(2 * size)
            linter.check(small, kind=kind)  # caches warm up on what is not measured
            first = second = float("inf")
            for _ in range(TRIES):
                first = min(first, measure(linter, small, kind))
                second = min(second, measure(linter, large, kind))
                if second < LIMIT * first:
                    break
            yield name, kind, first, second


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=500_000, help="characters of the shorter text")
    parser.add_argument("--only", default="", help="texts whose name has these words")
    parser.add_argument("--kind", choices=KINDS, help="read as this kind only")
    parser.add_argument("--limit", type=float, default=LIMIT, help="the ratio that is too much")
    options = parser.parse_args()
    kinds = (options.kind,) if options.kind else KINDS
    spare_collector()  # as the command does: its looks grow with what is alive
    linter = Linter()
    worst: list[str] = []
    print(f"{'text':36} {'kind':7} {'once':>8} {'twice':>8} {'ratio':>6}")
    for name, kind, first, second in ratios(linter, options.size, kinds, options.only):
        ratio = second / max(first, 1e-9)
        # Where a text takes no time, noise is all there is to see.
        slow = ratio > options.limit and second > 0.1
        if slow:
            worst.append(name)
        sign = "  <--" if slow else ""
        print(f"{name:36} {kind:7} {first:8.3f} {second:8.3f} {ratio:6.2f}{sign}", flush=True)
    if worst:
        print(f"grew too fast: {', '.join(dict.fromkeys(worst))}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())

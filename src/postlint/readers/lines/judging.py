"""Whether a line is a heading, and how loudly it says so.

Evidence, in order of force: drawn or bold formatting, capitals, a colon at the end,
words known to head sections, title case, a blank row before, a list or a
paragraph after. A line that continues the sentence above it is never one.
"""

from __future__ import annotations

from postlint.readers.lines.heading_capitals import CAPITALS
from postlint.readers.lines.heading_colon import COLON
from postlint.readers.lines.heading_form import FORM
from postlint.readers.lines.heading_words import WORDS
from postlint.readers.lines.line import LONGEST, Around, Heading, Line
from postlint.text.decisions import first_that_holds


def judge(text: str, around: Around) -> Heading | None:
    """Return what a line is as a heading, or `None` where it is none."""
    if len(text) > LONGEST:
        return None
    line = Line(text, around)
    if first_that_holds(FORM, line) is not None:
        return None
    line.look_up()
    tests = CAPITALS if line.capitals else COLON if line.colon else WORDS
    decides = first_that_holds(tests, line)
    if decides is None or decides.answer is None:
        return None
    return Heading(decides.answer(line), line.colon, line.match)

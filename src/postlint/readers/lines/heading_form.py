"""What a line's form rules out: lines that are no headings, whatever their words are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from postlint.document.labels import is_field_name
from postlint.readers.lines.bold import is_stopped_name
from postlint.readers.lines.line import Line, Style, is_title_case, states_data
from postlint.text.decisions import Decision
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

PROSE = "The clerk keeps the papers of the whole town and sends out every letter."


class Example(NamedTuple):
    """A row that a test decides, and what stands around it."""

    text: str
    above: str = ""
    below: str = PROSE
    adjacent: bool = True
    after_heading: bool = False
    headed: bool = True
    piece: bool = False
    questionnaire: bool = False
    alike: Style | None = None


# Its answer says how a line is set that is a heading.
LineDecision: TypeAlias = Decision[Line, Callable[[Line], Style], Example]

# What is set as any other row is no longer, where it is a heading.
MOST_WORDS = 9
# What stands over rows with dotted leaders is a table's head.
_LEADERS = ". . . ."


def as_title(_: Line) -> Style:
    """Take a heading for one of the loudness of a title."""
    return Style.TITLE


def as_sentence(_: Line) -> Style:
    """Take a heading for a sentence."""
    return Style.SENTENCE


def _ends_clause(line: Line) -> bool:
    text = line.text
    if text[-1] != "." or text.endswith("..."):
        return text[-1] in ",;"
    named = not line.around.above and is_title_case(text) and is_stopped_name(text)
    return not named


def _closes_emphasis(line: Line) -> bool:
    """Say whether it ends in stars that end bold words, or in a line to write on."""
    text = line.text
    return text[-1] in "*_" and text[-2] == text[-1] != text[0]


def _begins_in_middle(line: Line) -> bool:
    first = line.text[0]
    return first.islower() or not (first.isalnum() or line.bold or first in "“\"'(")


def _is_sentence(line: Line) -> bool:
    if ". " in line.words and line.words.count(" ") >= MOST_WORDS:
        return True
    apart = line.capitals or line.colon or line.bold or line.text[-1] == "?"
    return not apart and line.words[-1] != ")" and line.words.count(" ") >= MOST_WORDS


_CELLS = pattern(r"\t| {3}")


def _is_pair(line: Line) -> bool:
    if "   " not in line.text and "\t" not in line.text:
        return False
    parting = _CELLS.search(line.text)
    return parting is not None and is_field_name(line.text[: parting.start()])


FORM: tuple[LineDecision, ...] = (
    Decision("two letters head nothing", lambda line: len(line.text) < 3, Example("IT")),
    Decision("it ends as a clause does", _ends_clause, Example("Duties of the clerk,")),
    Decision("it closes emphasis", _closes_emphasis, Example("of the clerk**")),
    Decision("it begins in mid-sentence", _begins_in_middle, Example("and other duties")),
    Decision(
        "it opens a bracket and does not close it",
        lambda line: "(" in line.text and line.text.count("(") > line.text.count(")"),
        Example("Duties of the Clerk (Roads and"),
    ),
    Decision("it is signs alone", lambda line: not line.words, Example("**:**")),
    Decision("it is a name beside a value", _is_pair, Example("FLSA    Duties")),
    Decision("it breaks off", lambda line: line.words[-1] == "&", Example("Duties &")),
    Decision(
        "nothing is below it", lambda line: not line.around.below, Example("Duties", below="")
    ),
    Decision(
        "it heads a table",
        lambda line: _LEADERS in line.around.below and not line.capitals,
        Example("Examination Weight:", below="Interview . . . . . . 100%"),
    ),
    Decision(
        "it is as long as a sentence",
        _is_sentence,
        Example("Duties of the clerk are done in the town hall each day"),
    ),
    Decision(
        "it states an amount, a day or an address",
        lambda line: states_data(line.text),
        Example("Duties from 5/1/2027"),
    ),
)

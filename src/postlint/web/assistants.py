"""The desk for writing assistants, over the Model Context Protocol.

Each tool says what it takes and what it gives; a fault comes back as the
sentence a person would get. Nothing is read from the disk: an assistant hands
over the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal, TypeVar, cast

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field
from typing_extensions import TypedDict

from postlint import __version__
from postlint.web.desk import Desk
from postlint.web.problems import problem

T = TypeVar("T")
_INSTRUCTIONS = (
    "postlint checks job postings against rules that each name their authority. Check a posting "
    "with `check`, ask `explain` for a rule's page before you change words on its account, and "
    "give the place and kind of employer where you know them: the law differs. Placeholders in "
    "square brackets are for the employer to fill in; do not invent what they stand for. postlint "
    "is not legal advice, and a clean report is no certificate."
)

Text = Annotated[str, Field(description="The posting, as plain text, Markdown, HTML or markup.")]
Kind = Annotated[
    Literal["school", "college", "city", "county", "state", "federal", "nonprofit", "private"]
    | None,
    Field(description="What kind of employer it is; leave it out where you do not know."),
]
Places = Annotated[
    list[str] | None,
    Field(description="Where the work is done, such as US-OR; leave it out to have it read."),
]
People = Annotated[int | None, Field(description="How many people the employer has.", ge=0)]
Day = Annotated[
    str | None, Field(description="The day whose law applies, such as 2027-06-30; else today.")
]


class Finding(TypedDict):
    """One finding: the rule, how grave, what is wrong, and the words it is about.

    `posting` is the name of the posting it is of; `line` is a line of the whole text.
    """

    posting: str
    code: str
    name: str
    severity: str
    message: str
    line: int
    words: str
    fixes: list[str]
    authority: list[str]


class VerdictCount(TypedDict):
    """How many rules came out how."""

    verdict: str
    rules: int


class PostingChecked(TypedDict):
    """One posting of a text: its name, such as -[2], what to do with it, and its verdicts."""

    name: str
    title: str | None
    is_posting: bool
    headline: str
    verdicts: list[VerdictCount]


class Checked(TypedDict):
    """What a check found; a text may hold several postings."""

    headline: str
    postings: list[PostingChecked]
    findings: list[Finding]
    disclaimer: str


class Change(TypedDict):
    """A fix that was made, or that was held back."""

    code: str
    title: str


class Fixed(TypedDict):
    """A text with its fixes made."""

    text: str
    changed: bool
    applied: list[Change]
    held: list[Change]
    refused: str


class Source(TypedDict):
    """A text that stands behind rules."""

    citation: str
    jurisdiction: str | None
    date: str
    confidence: str
    basis: str
    volatile: bool
    contested: bool
    link: str
    effective: str | None
    until: str | None
    expires: str | None
    exemptions: str
    place: str | None
    subject: str
    standing: str
    least: int
    counted_there: bool
    whom: list[str]
    exempt: list[str]
    doubtful: list[str]
    remote: str
    terms: list[str]
    figures: dict[str, Any]
    note: str
    rules: list[str]


class Law(TypedDict):
    """The texts that stand behind the rules."""

    law: list[Source]


class RuleExplained(TypedDict):
    """The page of a rule."""

    code: str
    name: str
    summary: str
    severity: str
    markdown: str


class FactRead(TypedDict):
    """One thing a posting says; `missing` says what was not found."""

    name: str
    value: Any
    missing: str | None


class PostingRead(TypedDict):
    """What a posting says."""

    name: str
    is_posting: bool
    facts: list[FactRead]
    duties: list[str]


class Facts(TypedDict):
    """What each posting of a text says."""

    postings: list[PostingRead]


def make_assistants(desk: Desk) -> MCPServer:
    """Return the server; it answers nobody until it is run."""
    server = MCPServer("postlint", version=__version__, instructions=_INSTRUCTIONS)

    @server.tool()
    def check(
        text: Text,
        employer_kind: Kind = None,
        jurisdictions: Places = None,
        employees: People = None,
        as_of: Day = None,
    ) -> Checked:
        """Check a job posting: what to fix first, every finding, and how the rules came out."""
        table = _posting(
            text, kind=employer_kind, jurisdictions=jurisdictions, employees=employees, as_of=as_of
        )
        shown = _answer(desk.look, table)
        producer = _answer(desk.check, table)["producer"]
        return Checked(
            headline=shown["headline"],
            postings=[
                PostingChecked(
                    name=posting["name"],
                    title=posting["title"],
                    is_posting=posting["is_posting"],
                    headline=posting["headline"],
                    verdicts=[
                        VerdictCount(verdict=verdict, rules=rules)
                        for verdict, rules in posting["scorecard"]["verdicts"].items()
                    ],
                )
                for posting in shown["postings"]
            ],
            findings=list(_findings(shown)),
            disclaimer=producer["disclaimer"],
        )

    @server.tool()
    def explain(
        rule: Annotated[str, Field(description="A rule's code or name, such as ADA001.")],
    ) -> RuleExplained:
        """Explain a rule: what it checks, why, on whose authority, when not to follow it."""
        return _only(RuleExplained, _answer(desk.explain, {"rule": rule}))

    @server.tool()
    def fix(  # noqa: PLR0917  # an assistant names what it gives
        text: Text,
        insert_words: Annotated[
            bool, Field(description="Also insert words with blanks that a person must fill in.")
        ] = False,
        employer_kind: Kind = None,
        jurisdictions: Places = None,
        employees: People = None,
        as_of: Day = None,
    ) -> Fixed:
        """Make the fixes of a posting and return the text; nothing else in it changes."""
        table = _posting(
            text, kind=employer_kind, jurisdictions=jurisdictions, employees=employees, as_of=as_of
        )
        return _only(Fixed, _answer(desk.fix, {**table, "unsafe": insert_words}))

    @server.tool()
    def facts(text: Text) -> Facts:
        """Say what a posting says: title, reporting line, pay, dates, statements, duties."""
        found = _answer(desk.facts, {"text": text})
        return Facts(
            postings=[
                PostingRead(
                    name=posting["name"],
                    is_posting=posting["is_posting"],
                    facts=[
                        FactRead(name=name, value=fact["value"], missing=fact["missing"])
                        for name, fact in posting["facts"].items()
                    ],
                    duties=[duty["text"] for duty in posting["duties"]],
                )
                for posting in found["postings"]
            ]
        )

    @server.tool()
    def law(jurisdictions: Places = None, as_of: Day = None) -> Law:
        """List the statutes, guidance and studies that rules rest on, as they stand on a day."""
        wanted = {"jurisdictions": jurisdictions or [], "as_of": as_of}
        return _only(Law, _answer(desk.law, wanted))

    return server


def _posting(text: str, **employer: object) -> dict[str, Any]:
    return {"text": text, "employer": employer}


def _only(kind: type[T], found: dict[str, Any]) -> T:
    """Return those keys of an answer that a tool gives."""
    return cast("T", {key: found[key] for key in kind.__annotations__})


def _answer(ask: Callable[[object], dict[str, Any]], table: dict[str, Any]) -> dict[str, Any]:
    try:
        return ask(table)
    except Exception as error:  # an assistant reads the sentence and asks better
        raise ToolError(problem(error).detail) from error


def _findings(shown: dict[str, Any]) -> Iterator[Finding]:
    """Yield what was found in each posting; what is said of all is of each."""
    # Places of a browser are one off for every sign beyond the basic plane before
    # them; a line number is never.
    units = shown["text"].encode("utf-16-le", "surrogatepass")
    ends = [at for at in range(0, len(units), 2) if units[at : at + 2] == b"\n\0"]
    for posting in shown["postings"]:
        for task in (*posting["first"], *posting["consider"]):
            for number in task["findings"]:
                found = shown["findings"][number]
                yield Finding(
                    posting=posting["name"],
                    code=found["code"],
                    name=found["name"],
                    severity=found["severity"],
                    message=found["message"],
                    line=bisect_left(ends, 2 * found["from"]) + 1,
                    words=found["words"],
                    fixes=[fix["title"] for fix in found["fixes"]],
                    authority=[text["citation"] for text in found["authority"]],
                )

"""What the tool itself has to say: findings about reading, rules and directives.

They have codes and names like any rule's, so that they can be explained,
selected and silenced in the same way.
"""

from __future__ import annotations

from postlint.text.diagnostics import Severity
from postlint.text.records import NamedTuple


class ToolFinding(NamedTuple):
    """A finding that no pack owns. `page` is its reference text."""

    code: str
    name: str
    severity: Severity
    summary: str
    message: str
    page: str
    advice: str = ""
    why: str = ""


TOOL_FINDINGS: tuple[ToolFinding, ...] = (
    ToolFinding(
        code="POST001",
        name="heading-without-blank",
        severity=Severity.WARNING,
        summary="A line looks like a heading and has no blank after its signs.",
        message="'{words}' looks like a heading. Put a blank after the '#' signs.",
        page="`#Duties` is read as text. Write `# Duties`.",
    ),
    ToolFinding(
        code="POST002",
        name="heading-without-words",
        severity=Severity.WARNING,
        summary="A heading has no words.",
        message="The heading has no words. Name the section, or remove the '#' signs.",
        page="`##` alone on a line opens no section.",
    ),
    ToolFinding(
        code="POST003",
        name="item-without-words",
        severity=Severity.WARNING,
        summary="A bullet has no words.",
        message="The bullet has no words after it. Write the item, or remove the bullet.",
        page="A bullet needs a blank and words on its line: `- Leads the team.`",
    ),
    ToolFinding(
        code="POST004",
        name="heading-too-deep",
        severity=Severity.WARNING,
        summary="A heading has more than six signs.",
        message="Headings have one to six '#' signs. This line is read as text.",
        page="Six levels are what Markdown and HTML have.",
    ),
    ToolFinding(
        code="POST005",
        name="unknown-directive",
        severity=Severity.WARNING,
        summary="A `postlint:` comment says something postlint does not know.",
        message=(
            "postlint does not know the directive '{words}'. It knows ignore, ignore-section and "
            "ignore-file."
        ),
        page="A directive is `%% postlint: ignore ADA002 -- the reason`.",
    ),
    ToolFinding(
        code="POST006",
        name="damaged-bytes",
        severity=Severity.WARNING,
        summary="Some bytes of the file are not text in its encoding.",
        message=(
            "{count} {bytes} could not be read as {encoding} "
            "and stand as '\N{REPLACEMENT CHARACTER}' here."
        ),
        page="The rest of the file was checked. Save it as UTF-8 to have all of it checked.",
    ),
    ToolFinding(
        code="POST007",
        name="read-as-another-kind",
        severity=Severity.INFO,
        summary="A source is not of the kind its name or the user says.",
        message=(
            "This was to be read as {requested} and does not look like it. It was read as {found}."
        ),
        page="Name the kind with `--as` where the guess is wrong, or give the file its own suffix.",
    ),
    ToolFinding(
        code="POST008",
        name="source-cut-short",
        severity=Severity.WARNING,
        summary="A source ends before it is complete.",
        message="The {kind} ends before it is complete. What there is of it was checked.",
        page="A download that broke off leaves such files. Get the file again.",
    ),
    ToolFinding(
        code="POST009",
        name="several-postings",
        severity=Severity.WARNING,
        summary="A source holds several postings.",
        message="There are {count} postings in this source. The first one was checked.",
        page="Check postings one by one: each has a title, duties and a law of its own.",
    ),
    ToolFinding(
        code="POST014",
        name="page-is-a-picture",
        severity=Severity.WARNING,
        summary="A page of a PDF file is a picture and was not read.",
        message="Page {page} is a picture without words, and what it says was not read.",
        page="Run text recognition on the file and check it again: a statement may stand there.",
    ),
    ToolFinding(
        code="POST011",
        name="text-damage",
        severity=Severity.INFO,
        summary="Characters were saved in the wrong encoding and were read as meant.",
        message="'{damaged}' stands for '{meant}'. {count} {places} were read as they were meant.",
        page="Text copied between systems shows such signs to applicants too. Save it as UTF-8.",
        advice="Type the words anew, or save the file as UTF-8.",
        why="Applicants would see the same signs.",
    ),
    ToolFinding(
        code="POST012",
        name="placeholder-left",
        severity=Severity.WARNING,
        summary="A blank was left for somebody to fill in.",
        message="'{words}' was left to be filled in.",
        page=(
            "Words in brackets such as `[supervisor's title]` stand in templates, and in what "
            "`--unsafe-fixes` adds, where only the employer knows what belongs there. Write it, or "
            "take the sentence out. Brackets with other words in them, links and notes are not "
            "meant."
        ),
        advice="Write what belongs there, or take the sentence out.",
        why="Applicants would read the blank.",
    ),
    ToolFinding(
        code="POST030",
        name="suppression-without-reason",
        severity=Severity.WARNING,
        summary="A suppression gives no reason, and silences nothing.",
        message="The suppression gives no reason. Add ' -- ' and why the finding does not apply.",
        page="A later reader needs the reason. `suppressions.require-reason = false` waives it.",
    ),
    ToolFinding(
        code="POST031",
        name="suppression-without-rule",
        severity=Severity.WARNING,
        summary="A suppression names no rule.",
        message="The suppression names no rule. Write the code or name of what it silences.",
        page="Silencing everything would hide what nobody has seen yet.",
    ),
    ToolFinding(
        code="POST032",
        name="suppression-of-unknown-rule",
        severity=Severity.WARNING,
        summary="A suppression names a rule there is not.",
        message="There is no rule '{name}' to silence.{hint}",
        page="Names and codes are those of `postlint rules`.",
    ),
    ToolFinding(
        code="POST033",
        name="suppression-date",
        severity=Severity.WARNING,
        summary="A suppression's last day cannot be read.",
        message="'{words}' is no date. Write the last day as 2027-06-30.",
        page="`until 2027-06-30` silences up to and including that day.",
    ),
    ToolFinding(
        code="POST034",
        name="expired-suppression",
        severity=Severity.WARNING,
        summary="A suppression's last day is over, and its findings are back.",
        message="The suppression ended on {until}. Mend what it silenced, or give it a new day.",
        page="An expiry keeps an exception from becoming the rule.",
    ),
    ToolFinding(
        code="POST035",
        name="unused-suppression",
        severity=Severity.WARNING,
        summary="A suppression silences nothing.",
        message="Nothing is silenced for {names} here. The suppression can go.",
        page="What was silenced has been mended, or the suppression stands in the wrong place.",
    ),
    ToolFinding(
        code="POST036",
        name="suppression-among-words",
        severity=Severity.WARNING,
        summary="A suppression is not on a line of its own, and silences nothing.",
        message=(
            "This suppression silences nothing: it stands behind words, or is not closed. Put it "
            "on a line of its own above what it is about."
        ),
        page=(
            "In the markup and in plain text a suppression behind words is part of the words, and "
            "is published with them."
        ),
    ),
    ToolFinding(
        code="POST010",
        name="not-a-posting",
        severity=Severity.INFO,
        summary="The text does not read as a job posting.",
        message="This does not read as a job posting: {why}. {extent}",
        page=(
            "Articles, error pages and home pages have no duties and no qualifications; letters, "
            "résumés and forms are told by their form, and no rule is asked about them. Where "
            "nothing was found that makes a text a posting, and nothing that makes it something "
            "else, rules about wording are asked all the same, and all others cannot tell."
        ),
    ),
    ToolFinding(
        code="POST013",
        name="another-language",
        severity=Severity.INFO,
        summary="The text is written in a language that postlint does not read.",
        message="This is written in {language}. postlint reads English; no rule was asked.",
        page="The language is told by its small words. A text in two languages is read as English.",
    ),
    ToolFinding(
        code="POST016",
        name="table-of-laws-old",
        severity=Severity.INFO,
        summary="What is known of a law was not looked at since a day before the posting's.",
        message=(
            "The posting is judged by {day}, and '{law}' was not looked at for days from {expires} "
            "on; rules that rest on it cannot tell."
        ),
        page=(
            "A law that was not read again may have changed. A newer release may know it; "
            "`postlint law PLACE` says what this one knows."
        ),
    ),
    ToolFinding(
        code="POST020",
        name="rule-raised",
        severity=Severity.ERROR,
        summary="A rule could not finish because of a fault in its own code.",
        message=(
            "Rule '{rule}' of pack '{pack}' could not finish: {error}. The other rules went on."
        ),
        page=(
            "This is a fault of the rule, not of the posting. Its author wants the text of the "
            "message."
        ),
    ),
    ToolFinding(
        code="POST021",
        name="span-outside-text",
        severity=Severity.ERROR,
        summary="A rule pointed at a place the text does not have.",
        message="Rule '{rule}' of pack '{pack}' pointed outside the text: {error}.",
        page="This is a fault of the rule, not of the posting.",
    ),
    ToolFinding(
        code="POST022",
        name="reader-failed",
        severity=Severity.ERROR,
        summary="A reader could not read the source, and it was read as plain text.",
        message="The reader '{reader}' failed: {error}. The source was read as plain text.",
        page="This is a fault of the reader, not of the posting.",
    ),
)

BY_NAME = {finding.name: finding for finding in TOOL_FINDINGS}
# What settings may call them: each by its code or name, all by their family.
TOOL_NAMES: dict[str, frozenset[str]] = {
    "post": frozenset(finding.code for finding in TOOL_FINDINGS),
    **{
        name.lower(): frozenset({finding.code})
        for finding in TOOL_FINDINGS
        for name in (finding.code, finding.name)
    },
}

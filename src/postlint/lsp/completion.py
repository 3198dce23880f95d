"""What can be written next: fields, their values, places, headings still missing, rules."""

from __future__ import annotations

import re

from lsprotocol import types as lsp

from postlint.document.kinds import SectionKind
from postlint.engine.suppress import VERBS
from postlint.facts.context import profile, state_code, states_named
from postlint.lsp.documents import Document
from postlint.run.session import Session

_DIRECTIVE = re.compile(r"postlint:[ \t]*(?P<verb>[\w-]*)(?P<names>[ \t]+[^-]*)?\Z")
_HEADING = re.compile(r"#{1,6}[ \t]*[^#]*\Z")
_FIELD = re.compile(r"(?P<key>[A-Z][\w /]{1,30}):[ \t]*\Z")
# "Location: Riverbend, W": after the town comes the state, whose law applies.
_TOWN = re.compile(r"[\w /]{0,20}[Ll]ocation:[^,]{1,60},[ \t]*[\w. ]{0,30}\Z")
_START = re.compile(r"[A-Z]?[\w /]{0,20}\Z")

# Fields of the markup, and what they usually hold.
FIELDS = {
    "Organization": (),
    "Location": (),
    "Reports to": ("Superintendent", "City Manager", "Chief Academic Officer"),
    "Salary": (),
    "FLSA": ("exempt", "nonexempt"),
    "Closes": ("open until filled",),
    "Posted": (),
    "Employment type": ("full time", "part time", "temporary"),
    "Remote": ("no", "hybrid", "yes"),
}
# The sections a posting usually has, in order, with the kinds that serve for each.
HEADINGS = (
    ("Summary", {SectionKind.OVERVIEW}),
    ("Essential duties", {SectionKind.DUTIES}),
    ("Minimum qualifications", {SectionKind.QUALIFICATIONS, SectionKind.EDUCATION_EXPERIENCE}),
    ("Preferred qualifications", {SectionKind.PREFERRED}),
    ("Knowledge and skills", {SectionKind.KNOWLEDGE_SKILLS}),
    ("Working conditions", {SectionKind.WORKING_CONDITIONS, SectionKind.PHYSICAL}),
    ("Pay and benefits", {SectionKind.COMPENSATION, SectionKind.BENEFITS}),
    ("How to apply", {SectionKind.HOW_TO_APPLY}),
    ("Equal opportunity", {SectionKind.EQUAL_OPPORTUNITY}),
)
# What postings of a profile have besides, and after which heading of the list above.
MORE_HEADINGS = {
    "k12": {
        "Summary": (("About the district", {SectionKind.ORGANIZATION}),),
        "Essential duties": (("Supervision", {SectionKind.SUPERVISION}),),
        "Minimum qualifications": (("Licenses and certificates", {SectionKind.LICENCES}),),
        "Working conditions": (("Physical requirements", {SectionKind.PHYSICAL}),),
    },
    "public": {
        "Summary": (("About the department", {SectionKind.ORGANIZATION}),),
        "Essential duties": (("Supervision received and exercised", {SectionKind.SUPERVISION}),),
        "Minimum qualifications": (("Licenses and certificates", {SectionKind.LICENCES}),),
        "Working conditions": (("Physical requirements", {SectionKind.PHYSICAL}),),
    },
}


def complete(
    document: Document, session: Session, position: lsp.Position
) -> list[lsp.CompletionItem]:
    """Return what may stand at a position, judged by the line before it."""
    line = document.lines.line_text(position.line) if position.line < document.lines.count else ""
    start = document.lines.line_start(min(position.line, document.lines.count - 1))
    before = line[: document.lines.offset(position) - start]
    if match := _DIRECTIVE.search(before):
        return _rules(document, session) if match["names"] is not None else _verbs()
    if _HEADING.match(before):
        return _headings(document, session)
    if _TOWN.match(before):
        return _jurisdictions()
    if match := _FIELD.match(before):
        key = match["key"].lower()
        values = next((usual for name, usual in FIELDS.items() if name.lower() == key), ())
        return [_item(value, lsp.CompletionItemKind.Value) for value in values]
    if _START.match(before):
        present = {field.key.text.lower() for field in document.report(session).posting.fields}
        return [
            _item(f"{name}: ", lsp.CompletionItemKind.Field, label=name)
            for name in FIELDS
            if name.lower() not in present
        ]
    return []


def _verbs() -> list[lsp.CompletionItem]:
    return [_item(f" {verb} ", lsp.CompletionItemKind.Keyword, label=verb) for verb in VERBS]


def _rules(document: Document, session: Session) -> list[lsp.CompletionItem]:
    rules = document.assigned(session).linter.packs.rules
    return [
        lsp.CompletionItem(
            label=rule.meta.name,
            kind=lsp.CompletionItemKind.Reference,
            detail=f"{rule.meta.code}: {rule.meta.summary}",
            filter_text=f"{rule.meta.name} {rule.meta.code}",
        )
        for rule in rules
    ]


def _headings(document: Document, session: Session) -> list[lsp.CompletionItem]:
    """Return the usual headings that the posting does not have yet, in their usual order."""
    report = document.report(session)
    present = {section.kind for section in report.posting.sections}
    return [
        lsp.CompletionItem(
            label=name,
            kind=lsp.CompletionItemKind.Module,
            detail="not in this posting yet",
            sort_text=f"{place:02}",
        )
        for place, (name, kinds) in enumerate(usual_headings(report[profile].value))
        if not kinds & present
    ]


def usual_headings(of: str | None) -> list[tuple[str, set[SectionKind]]]:
    """Return the headings that postings of a profile have, in order, with what serves for each."""
    more = MORE_HEADINGS.get(of or "", {})
    return [one for first in HEADINGS for one in (first, *more.get(first[0], ()))]


def _jurisdictions() -> list[lsp.CompletionItem]:
    """Return the states by name: those whose laws the rules know."""
    # The longest of a state's names: the shorter ones are of the "Washington, DC" kind.
    names = {state_code(name): name for name in sorted(states_named(), key=len)}
    return [
        lsp.CompletionItem(
            label=name.removeprefix("State Of ").replace(" Of ", " of "),
            kind=lsp.CompletionItemKind.Constant,
            detail=code,
        )
        for code, name in sorted(names.items())
        if code.startswith("US-")
    ]


def _item(
    text: str, kind: lsp.CompletionItemKind, *, label: str | None = None
) -> lsp.CompletionItem:
    return lsp.CompletionItem(label=label or text, insert_text=text, kind=kind)

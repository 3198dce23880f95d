"""PAY011: say how to apply.

## What it checks
Whether an address, a mail address, a telephone number or a page stands where the posting speaks of
applying, or in a section about it; an information session and an address for questions are none.
Colorado asks for it: an error where its law surely binds; elsewhere it is information, because a
page that was copied has often lost its links, and only of a text that speaks of applying, or of a
public body that looks for people.
Where the words of a link are left ("Click here"), where a number shows that the text was copied
from a board ("Job Number: 04570"), and where it leads to a fuller text, nobody can tell.

## Why
Whoever wants the post and finds no way to ask for it is lost to the employer.

## When not to use it
On a board with a button beside each posting.
"""

import re

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule
from postlint_rules.pay._pay import invites

_RULE = "how-to-apply-missing"
# A page or a mail address, which most postings have.
_ADDRESS = kit.pattern(
    r"https?://\S|\bwww\.\S|\]\([^)\s]|(?<=[\w.+-])@[\w-]+\.\w|\.(?:com|org|gov|edu|net)\b",
    re.IGNORECASE,
)
# A telephone number, a street, a box, an office, a board: where somebody can be met.
_ELSE = kit.pattern(
    r"\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|P\.?O\.? Box\b|\b(?:Human Resources|Personnel|HR) (?:Office|"
    r"Department)\b|\b\d{1,5}(?: [-–])? \w+(?: \w+){0,3} (?:St|Street|Ave|Avenue|Road|Rd|Blvd|"
    r"Boulevard|Drive|Dr|Lane|Way|Plaza|Suite)\b|\b(?:NEOGOV|Workday|USAJOBS|Handshake|Interfolio|PeopleAdmin|"
    r"Civil Service Jobs|Frontline|AppliTrack|EDJOIN|SchoolSpring)\b",
    re.IGNORECASE,
)
# "Contact email: …", "Apply: …", and the page that a job board keeps in a field of its own.
_FIELDS = kit.pattern(r"contact|e-?mail|apply|\burl\b|website", re.IGNORECASE)
# "Job Number: 04570", "Requisition ID 22-118": the text was copied from a board.
_ON_A_BOARD = kit.pattern(
    r"\b(?:job|requisition|req|posting|recruitment|announcement|vacancy|opening|exam(?:ination)?)"
    r"(?: ?(?:number|no\b\.?|#|id\b|code)|(?=:))\W{0,4}(?=[\w-]*\d)[\w-]+",
    re.IGNORECASE,
)
# An address behind such words, in one sentence, is no way to apply; nor is such a page.
_OF_ELSE = kit.pattern(
    r"(?:info(?:rmation)? sessions?|webinar)\b[^.]*$|"
    r"\b(?:information|questions?|inquir\w+) (?:regarding|about|concerning|on) (?:this|the) "
    r"(?:recruitment|position|job|post|role)\b(?:(?!appl)[^.])*$|"
    r"\b(?:ordinance|polic(?:y|ies)|benefits?|accommodations?|E-Verify|privacy|fair chance|"
    r"security report)\b(?:(?!appl)[^.])*$",
    re.IGNORECASE,
)
_PAGE_OF_ELSE = kit.pattern(r"\S*(?:tobacco|benefit|ordinance|polic|privacy|clery)", re.IGNORECASE)
_LINE = 120
_AROUND, _BEFORE = 220, 100


class HowToApplyMissing(PostingRule):
    meta = kit.RuleMeta(
        code="PAY011",
        summary="Nothing says how to apply.",
        severity=kit.Severity.INFO,
        highest=kit.Severity.ERROR,
        messages={"missing": "No way to apply is named{law}."},
        authority=kit.laws("pay-practice", "us-co-pay-in-posting"),
        advice="Say where and how to apply.",
        why="Nobody can apply who is not told how.",
        tags=frozenset({"application"}),
    )
    phrases_from = "pay"
    said = "A way to apply is named."
    what = "the way to apply"
    terms = ("how-to-apply",)
    places = (kit.SectionKind.HOW_TO_APPLY,)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        """Look for a way near words about applying."""
        way = _way(case)
        return None if way is None else kit.Passed(self.said, (way,))

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome:
        """Return that no way is named, where the text, a law or a public body asks for people."""
        kind = case[kit.facts.employer_kind].value
        public = kind is not None and kind.public
        if found or _windows(case) or (public and invites(case)):
            return self.missing(case, found)
        return kit.NotApplicable("The text does not speak of applying.")

    def elsewhere(self, case: kit.Case) -> kit.CannotTell | None:
        """Return why nobody can tell, where the text was copied from where people apply."""
        for lost in self.hits(case, "lost"):
            words = kit.quoted(case.posting, lost)
            return kit.CannotTell(f"where '{words}' leads: the text has no link", (lost,))
        if board := _ON_A_BOARD.search(case.text):
            span = kit.Span(*board.span())
            words = kit.quoted(case.posting, span)
            return kit.CannotTell(f"how to apply on the board that has '{words}'", (span,))
        return super().elsewhere(case)


def _way(case: kit.Case) -> kit.Span | None:
    """Return the way that stands in a field, in a section about applying, or near such a word."""
    for field in case.posting.fields:
        if _FIELDS.search(field.key.text) and _ADDRESS.search(field.value.text):
            return field.span
    windows = _windows(case)
    for wanted in (_ADDRESS, _ELSE):
        for window in windows:
            for found in wanted.finditer(case.text, window.start, window.end):
                before = case.text[max(window.start, found.start() - _LINE) : found.start()]
                if not _OF_ELSE.search(before) and not _PAGE_OF_ELSE.match(
                    case.text, found.start()
                ):
                    return kit.Span(*found.span())
    return None


def _windows(case: kit.Case) -> list[kit.Span]:
    """Return the stretches in which a way counts, in order and without their overlaps."""
    length = len(case.text)
    told = [section.span for section in case.posting.of_kind(kit.SectionKind.HOW_TO_APPLY)]
    near = (
        kit.Span(max(0, place.start - _BEFORE), min(length, place.end + _AROUND))
        for place in case.hits[f"{_RULE}.apply"]
    )
    merged: list[kit.Span] = []
    for one in sorted((*told, *near)):
        if merged and one.start <= merged[-1].end:
            merged[-1] = kit.Span(merged[-1].start, max(one.end, merged[-1].end))
        else:
            merged.append(one)
    return merged

"""EQTY006: name whom to ask about discrimination.

## What it checks
Whether the statement of an employer that is declared to receive federal education funds says whom
to turn to about discrimination: a coordinator or an office with a telephone or an address beside
it, or such an address for questions about the policy.
An address for applications, for accommodation or for the police is another matter.

## Why
Recipients name the responsible employee when they tell applicants of their policy on disability and
on sex.
Whether each posting has to carry the name is not settled: a link or an insert may be enough.
Nine statements in ten name nobody, so that the rule speaks of declared recipients alone.

## When not to use it
Where every page of the job system carries the contact.
"""

import postlint.rules as kit

_RULE = "eeo-contact-missing"
# An address stands in the sentence that names the office, or in the two behind it.
_NEAR = 240
# Of a coordinator with an address of several lines.
_FAR = 600
_REACHABLE = kit.pattern(
    r"(?i)\b\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}\b|\b\d{3}-\d{4}\b|[\w.-]+@[\w-]+\.[a-z]{2,}"
    r"|\b\d{1,5} [A-Z][\w.]+(?: \w+){0,3} (?:street|st|avenue|ave|road|rd|drive|blvd|lane)\b"
)


class EeoContactMissing(kit.StatedRule):
    meta = kit.RuleMeta(
        code="EQTY006",
        summary="The statement names nobody to ask about discrimination.",
        severity=kit.Severity.WARNING,
        messages={
            "missing": "The statement names no coordinator, office or address for questions."
        },
        authority=kit.laws("us-504-notice", "us-title-ix-notice"),
        advice="Add the coordinator's title, telephone and address.",
        why="Recipients of federal education funds name one.",
    )
    reads = frozenset({kit.SectionKind.EQUAL_OPPORTUNITY})
    applies = (
        kit.united_states,
        kit.only(
            lambda case: case.employer.recipient,
            "The employer is not declared to receive federal education funds.",
        ),
    )
    passing = "The text says whom to ask."

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        """Look near each statement, and for a coordinator anywhere."""
        statements = case[kit.facts.equal_opportunity].value
        if not statements:
            return kit.NotApplicable("There is no statement of equal opportunity to add it to.")
        if named := _coordinator(case) or _requested(case, [one.span for one in statements]):
            return kit.Passed(self.passing, named)
        if all(one.link_only for one in statements):
            return kit.CannotTell("what the linked statement says", (statements[0].span,))
        return None

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Finding:  # noqa: ARG002
        """Return that the statement names nobody."""
        return kit.Finding("missing", case[kit.facts.equal_opportunity].value[0].quote)


def _coordinator(case: kit.Case) -> tuple[kit.Span, ...]:
    """Return a coordinator with an address; the post itself may be one, and is nobody to ask."""
    for hit in case.hits[f"{_RULE}.coordinator"]:
        section = case.posting.section_at(hit.start)
        head = section.heading is not None and section.heading.span.overlaps(hit)
        if section.kind is kit.SectionKind.DUTIES or head:
            continue
        if _REACHABLE.search(case.text, hit.start, min(section.span.end, hit.end + _FAR)):
            return (kit.sentence_at(case.posting, hit),)
    return ()


def _requested(case: kit.Case, statements: list[kit.Span]) -> tuple[kit.Span, ...]:
    """Return the address of an office near a statement, or of questions about the policy."""
    for span in statements:
        around = kit.Span(span.start, min(len(case.text), span.end + _FAR))
        for hit in case.hits.within(f"{_RULE}.whom", around):
            sentence = kit.sentence_at(case.posting, hit)
            asks = case.hits.within(f"{_RULE}.asks", sentence)
            if asks and not case.hits.within(f"{_RULE}.policy", sentence):
                continue
            if asks and (office := case.hits.within(f"{_RULE}.office", sentence)):
                return office[:1]
            end = min(len(case.text), sentence.end + _NEAR)
            if found := _REACHABLE.search(case.text, sentence.start, end):
                return (kit.Span(*found.span()),)
    return ()

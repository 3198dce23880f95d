"""LEAD010: say whom the head of technology leads.

## What it checks
Whether a duty or the summary says that the post supervises, evaluates, hires or leads people, or a
field such as "Supervises" names them.
"Under the supervision of" is the post's own line, and supervising students or projects is other
work.

## Why
Whom a post leads says more about its size than its title does.
Customarily directing two or more employees is also an element of the executive exemption, so the
people support the post's overtime status.

## When not to use it
For a school whose head of technology works alone; then the posting may say so.

## Fix safety
The unsafe fix adds a duty with a blank to fill in.
"""

from collections.abc import Sequence

import postlint.rules as kit
from postlint_rules.leadership._profile import at_home, leadership_meta

# Between "leads" and "the entire technology staff" stand at most so many characters; twice as
# many where a number says that people are meant: "all technology and its five technicians".
_OBJECT = 45
_NUMBER = kit.pattern(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+(?:\w+\s+)?\Z"
)
# "Evaluates two technology resource teachers": so many are led, and not only served.
_COUNTED = kit.pattern(
    r"(?i)\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:teachers|coaches|aides|librarians|instructors)\b"
)
# "Heads an office of 240".
_OF_MANY = kit.pattern(
    r"(?i)\s+(?:an?|the)\s+(?:\w+\s+){0,2}(?:office|agency|organization|shop|group|function|team)"
    r"\s+of\s+(?:about\s+|some\s+)?\d+\b"
)
_WORK_OF = kit.pattern(r"(?i)\s+the (?:daily |day-to-day )?(?:work|activities) of\b")
# "The public and staff web presence" is a thing that staff use.
_THINGS = kit.pattern(
    r"(?i)[ \n]+(?:web\w*|intranet|portals?|computers?|devices?|laptops?|accounts?|e-?mail|wi-?fi"
    r"|networks?|facing|use|access|needs|questions|records|data|training|director(?:y|ies)|lists?"
    r"|handbooks?|newsletters?|phones?|badges?|parking|rooms?|lounge|calendars?|meetings?|surveys?"
    r"|events?|mail|wikis?)\b"
)
# "Leads tours for staff", "directs technology of the department": tours are what is led.
_FOR = kit.pattern(r"(?i)\b(?:for|about|on|at)\s+(?:(?:the|all|our|its|new)\s+)?\Z")
_OF_WHOLE = kit.pattern(r"(?i)\bof\s+(?:the|our|its|this)\s+\Z")
_WHOLE = frozenset({"department", "division", "bureau", "branch", "unit"})
_SHOWN = 6
# "What you will lead", and below it "A department of 62".
_LEADING = kit.pattern(r"(?i)\b(?:lead|leads|manage|supervise|run)\b")
_LED_ITEM = kit.pattern(
    r"(?i)\W*(?:an?|the|our)\s+(?:\w+\s+){0,3}(?:department|division|team|staff|office|group|crew)"
    r"\s+of\s+(?:about\s+|some\s+)?\d+\b"
)
_SIZE = kit.pattern(r"(?i)(?:staff|employees|ftes?)[^\w$€£]{1,7}\d[\d,]{0,5}\b")


class SupervisionScopeMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD010",
        summary="No statement of whom the post leads.",
        severity=kit.Severity.WARNING,
        messages={"no-people": "No duty says that the post leads or supervises anybody."},
        advice="Say whom the post leads: how many, or which posts and units.",
        why="Whom a post leads says how large it is.",
        authority=kit.laws("cosn-outline", "us-executive-exemption"),
        tags=frozenset({"duties", "supervision"}),
    )
    applies = (at_home, kit.has_duties)
    question = "whether the post leads anybody"
    named = ("supervision", "leads", "judged")
    beside = (("broad", "led"), ("judged", "led"))
    passing = "The post leads people: '{words}'."
    example = "Lead and evaluate the [number] technology staff."

    def find(
        self, case: kit.Case, key: str, read: Sequence[kit.Section | kit.Duty], but: str
    ) -> kit.Span | None:
        """Return words for supervising, or a verb that leads with the people who are its object."""
        for span in kit.places_in(case, key, read, but=but):
            sentence = kit.sentence_of(case, span)
            if self.disowned(case, span, sentence):
                continue
            if key.endswith(".judged"):
                return span
            if key.endswith(".supervision"):
                inside = case.words.between(kit.Span(span.start, max(span.end, sentence.end)))
                return case.words.span(inside.start, min(inside.stop, inside.start + _SHOWN))
            if many := _OF_MANY.match(case.text, span.end) or _COUNTED.match(case.text, span.end):
                return kit.Span(span.start, many.end())
            of_others = _WORK_OF.match(case.text, span.end) is not None
            limit = min(span.end + 2 * _OBJECT, sentence.end)
            people = self.within(case, "people", kit.Span(span.end, max(span.end, limit)))
            near = limit if of_others else span.end + _OBJECT
            led = [
                one
                for one in people
                if (one.start < near or _NUMBER.search(case.text, span.end, one.start))
                and not _THINGS.match(case.text, one.end)
                and (of_others or not _serves(case, span.end, one))
            ]
            if led:
                return kit.Span(span.start, led[0].end)
        return self._size(case)

    def _size(self, case: kit.Case) -> kit.Span | None:
        """Return a line that gives the number of staff, such as "Staff: 35" under "Dimensions"."""
        for span in self.hits(case, "people"):
            size = _SIZE.match(case.text, span.start)
            if size is not None:
                return kit.Span(*size.span())
        for duty in case.posting.duties:
            size = _LED_ITEM.match(case.text, *duty.span)
            heading = case.posting.section_at(duty.span.start).heading
            if size is not None and heading is not None and _LEADING.search(heading.text):
                return kit.Span(*size.span())
        return None


def _serves(case: kit.Case, start: int, people: kit.Span) -> bool:
    """Say whether what is led is something for people, or belongs to the unit they make up."""
    whole = case.text[people.start : people.end].lower() in _WHOLE
    apart = _FOR.search(case.text, start, people.start)
    return bool(apart or (whole and _OF_WHOLE.search(case.text, start, people.start)))

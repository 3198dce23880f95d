"""LEAD014: make the head of a public body's technology answer for digital accessibility.

## What it checks
For state and local public bodies, school districts among them, whether the duties, the summary or
what is asked of applicants name web or digital accessibility, WCAG, section 508 or assistive
technology.
"Accessible" counts beside a word for what is digital and one for disability; the accessibility of
buildings does not, nor does a statement on accommodation.
Information, and a warning when the day the posting is judged by has reached the date of compliance:
26 April 2028, or 26 April 2027 with `large = true` for a body that serves 50,000 people or more.

A posting older than the regulation, and one for the head of a part such as security, is not asked.

## Why
Public bodies must make their web content and apps conform, and somebody must answer for it.
No rule asks the posting to say who, and few postings do: nearly all that the project reads fail.
It stays on, as information, because the dates are near and the work takes years.

## When not to use it
Where an accessibility coordinator is named elsewhere.

## Fix safety
The unsafe fix adds a duty.
"""

from datetime import date

import postlint.rules as kit
from postlint_rules.leadership._profile import leadership_meta, whole_function


def _in_force_yet(case: kit.Case) -> kit.NotApplicable | None:
    """Let the rule be silent of postings that are older than the regulation."""
    published = kit.law("us-web-accessibility").figures["published"]
    if case[kit.facts.judged_on].value.date < date.fromisoformat(published):
        return kit.NotApplicable(f"The posting is older than the regulation: {published}.")
    return None


class DigitalAccessibilityMissing(kit.NamedRule):
    meta = leadership_meta(
        code="LEAD014",
        summary="No web-accessibility duty at a public body.",
        highest=kit.Severity.WARNING,
        messages={
            "not-named": "Nothing says who makes websites and apps accessible to people with "
            "disabilities."
        },
        authority=kit.laws("us-web-accessibility"),
        advice="Add a duty for the accessibility of web content and apps.",
        why="Public bodies must make their web content accessible.",
        tags=frozenset({"duties", "accessibility"}),
    )
    applies = (kit.united_states, kit.has_duties, kit.public_bodies, whole_function, _in_force_yet)
    in_requirements = True
    question = "whether the post answers for digital accessibility"
    named = ("named", "loose", "web")
    beside = (("loose", "digital"), ("loose", "disability"), ("web", "disability"))
    passing = "The posting names '{words}'."
    example = "Lead the conformance of websites, apps and documents with WCAG 2.1 AA."
    large: bool = False

    def gravity(self, case: kit.Case) -> kit.Severity:
        """Return a warning once the date of compliance has come."""
        due = kit.law("us-web-accessibility").figures["large" if self.large else "small"]
        day = case[kit.facts.judged_on].value
        reached = day.stated and day.since >= date.fromisoformat(due)
        return kit.Severity.WARNING if reached else kit.Severity.INFO

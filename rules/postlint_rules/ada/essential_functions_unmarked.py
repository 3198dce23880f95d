"""ADA001: say which duties are essential functions.

## What it checks
Whether the posting identifies its essential functions in any recognised way: a heading such as
"Essential functions", a mark at the end of at least half of the duties, a table column, a sentence
that declares duties essential, shares of time tied to being essential, or a source's own data.
Where only some duties bear a mark and nothing explains it, the rule cannot tell.
Words that come near are named as what they are: "Key responsibilities", and the sentence before the
physical demands that speaks of "the essential functions of this job".

## Why
What an applicant must be able to do, with or without accommodation, is the essential functions.
A written description made before advertising is evidence of which they are.
The ADA does not ask for the marks, so nothing here is a breach; without them the employer has less
to show and the applicant less to go by.

## When not to use it
For short advertisements that only lead to a full description; there the finding is information.
Only for a public body, declared or told from the text, is it a warning: there a written description
is made before the posting, and the posting is taken from it.

## Fix safety
An unsafe fix puts a sentence under the duties that explains the mark "(E)", and a placeholder.
Only the employer knows which duties are essential; the text is reported until they are marked.
"""

from __future__ import annotations

from postlint.rules import (
    Case,
    Finding,
    Fix,
    NotApplicable,
    Outcomes,
    Related,
    Rule,
    RuleMeta,
    SectionKind,
    Severity,
    Span,
    add_sentence,
    facts,
    gap_span,
    laws,
    phrases,
    table,
    united_states,
)
from postlint_rules.ada._devices import identified

_RULE = "essential-functions-unmarked"
_TABLE = table(__package__, "ada")[_RULE]


class EssentialFunctionsUnmarked(Rule):
    """Say which duties are essential functions."""

    meta = RuleMeta(
        code="ADA001",
        name=_RULE,
        summary="Nothing says which duties are essential functions.",
        severity=Severity.WARNING,
        messages=_TABLE["messages"],
        authority=laws(
            "us-ada-written-description", "us-ada-evidence", "us-eeoc-manual-descriptions"
        ),
        advice="Mark each essential duty with (E), and explain the mark once.",
        why="A list of essential functions is evidence if challenged.",
        since="0.1",
        tags=frozenset({"essential-functions"}),
    )
    applies = (united_states,)
    phrases = phrases(__package__, "ada", _RULE)

    def check(self, case: Case) -> Outcomes:
        """Look for a device; without one, name what comes nearest."""
        if not case.posting.duties:
            yield NotApplicable("The posting has no list of duties.")
            return
        found = identified(case)
        if found is not None:
            yield found
            return
        devices = case[facts.essential_device].value
        severity = self._severity(case)
        place = gap_span(case, SectionKind.DUTIES)
        references = case.hits[f"{_RULE}.reference"]
        related = tuple(
            Related(span, "This speaks of essential functions without naming any.")
            for span in references[:1]
        )
        if devices.near_misses:
            near = devices.near_misses[0]
            words = near.text.rstrip(" :.-–—")
            yield Finding(
                "near-heading",
                near.span,
                {"words": words},
                severity=severity,
                related=related,
                fixes=_mark(case, devices),
            )
        elif _fuller(case):
            led = Related(_fuller(case)[0], "The full description is named here.")
            yield Finding("advertisement", place, severity=severity, related=(led,))
        elif devices.percentages:
            yield Finding("near-share", devices.percentages[0], severity=severity, related=related)
        elif references:
            words = case.posting.passage(references[0]).text
            fixes = _mark(case, devices)
            yield Finding(
                "near-reference", references[0], {"words": words}, severity=severity, fixes=fixes
            )
        else:
            yield Finding("no-device", place, severity=severity, fixes=_mark(case, devices))

    def _severity(self, case: Case) -> Severity:
        """Lower the severity for advertisements, and for employers that are not public."""
        if _fuller(case):
            return Severity.INFO
        kind = case[facts.employer_kind].value
        return Severity.WARNING if kind is not None and kind.public else Severity.INFO


def _mark(case: Case, devices: facts.EssentialDevices) -> tuple[Fix, ...]:
    """Return a fix that asks for marks and explains them, where nothing explains any."""
    if devices.legends:
        return ()
    section = case.posting.sections[case.posting.duties[-1].section]
    return add_sentence(
        case.posting, section, _TABLE["legend"], "Explain a mark for essential functions"
    )


def _fuller(case: Case) -> tuple[Span, ...]:
    """Return where an advertisement names the full description as a text of its own."""
    spec = case[facts.document_kind].value == "class-spec"
    return () if spec else case[facts.full_description].spans

"""ADA001: say which duties are essential functions.

## What it checks
Whether the posting identifies its essential functions in any recognised way: a heading such as
"Essential functions", a mark at the end of at least half of the duties, a table column, a sentence
that declares duties essential, shares of time with a sentence that ties them to being essential, or
data of a structured source.
Where only some duties bear a mark and nothing explains it, the rule cannot tell;
`essential-marker-inconsistent` reports on the marks.
Words that come near are named as what they are: "Key responsibilities", "Representative duties" and
the sentence before the physical demands that speaks of "the essential functions of this job" do not
say which duties those are.

## Why
What an applicant must be able to do, with or without accommodation, is the essential functions.
A written description made before advertising is evidence of which they are, and a description that
marks none is weaker evidence.
The ADA does not ask for the marks, so nothing here is a breach; without them the employer has less
to show and the applicant less to go by.

## When not to use it
For short advertisements that only lead to a full description; there the finding is information.
Only for a public body, declared or told from the text, is it a warning: there a written description
is made before the posting, and the posting is taken from it.

## Fix safety
An unsafe fix puts a sentence under the duties that explains the mark "(E)", and a placeholder that
asks for the marks.
Only the employer knows which duties are essential, and the rule reports the text until they are
marked.
"""

from __future__ import annotations

from postlint.rules import (
    CannotTell,
    Case,
    Finding,
    Fix,
    NotApplicable,
    Outcome,
    Outcomes,
    Passed,
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
    quoted,
    united_states,
)
from postlint_rules.ada._marks import marked_share

_WORDS = (
    "(E) marks an essential function of the position. [Mark each essential function with (E), "
    "then take this out.]"
)
_RULE = "essential-functions-unmarked"


class EssentialFunctionsUnmarked(Rule):
    """Say which duties are essential functions."""

    meta = RuleMeta(
        code="ADA001",
        name=_RULE,
        summary="Nothing says which duties are essential functions.",
        severity=Severity.WARNING,
        messages={
            "no-device": "No heading, mark or sentence says which duties are essential functions.",
            "near-heading": "'{words}' does not say which duties are essential functions.",
            "near-reference": (
                "'{words}' speaks of essential functions, and nothing says which duties they are."
            ),
            "near-share": (
                "Shares of time stand with the duties, and no sentence says whether they make a "
                "duty an essential function."
            ),
            "advertisement": (
                "The duties of this advertisement are not marked as essential functions; a link to "
                "the full description may be enough."
            ),
        },
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
        devices = case[facts.essential_device].value
        found = _evidence(case, devices)
        if found is None and (devices.headings or devices.sentences):
            named = (*devices.headings, *devices.sentences)
            yield CannotTell(
                f"which duties '{quoted(case.posting, named[0].span)}' means; none stands under it",
                tuple(one.span for one in named),
            )
            return
        if found is not None:
            yield found
            return
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
        elif _leads_to_description(case):
            links = case.hits[f"{_RULE}.full_description"]
            led = Related(links[0], "The full description is named here.")
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
        if _leads_to_description(case):
            return Severity.INFO
        kind = case[facts.employer_kind].value
        return Severity.WARNING if kind is not None and kind.public else Severity.INFO


def _mark(case: Case, devices: facts.EssentialDevices) -> tuple[Fix, ...]:
    """Return a fix that asks for marks and explains them, where nothing explains any."""
    if devices.legends:
        return ()
    section = case.posting.sections[case.posting.duties[-1].section]
    return add_sentence(case.posting, section, _WORDS, "Explain a mark for essential functions")


def _leads_to_description(case: Case) -> bool:
    """Say whether this is an advertisement that names the full description as a text of its own."""
    kind = case[facts.document_kind].value
    return kind != "class-spec" and bool(case.hits[f"{_RULE}.full_description"])


def _evidence(case: Case, devices: facts.EssentialDevices) -> Outcome | None:
    """Return what identifies the essential functions, strongest device first."""
    if devices.headings and any(case[facts.duty_essential].value):
        spans = tuple(heading.span for heading in devices.headings)
        return Passed(f"The heading '{devices.headings[0].text}' names them.", spans)
    if devices.marks:
        return _marks(case, devices)
    if devices.columns:
        spans = tuple(column.span for column in devices.columns)
        return Passed("A column of the table marks them.", spans)
    # A sentence that only explains a sign identifies nothing where no duty bears it.
    legends = [legend.span for legend in devices.legends]
    said = [one.span for one in devices.sentences if not any(map(one.span.overlaps, legends))]
    if said and any(case[facts.duty_essential].value):
        return Passed("A sentence says which duties are essential.", tuple(said))
    if devices.percentages and devices.percentage_declaration is not None:
        spans = (devices.percentage_declaration, *devices.percentages)
        return Passed("Shares of time mark them, and a sentence says so.", spans)
    if devices.metadata:
        return Passed("The source's own data mark them.", devices.metadata)
    return None


def _marks(case: Case, devices: facts.EssentialDevices) -> Outcome:
    marked, duties = marked_share(case, devices)
    spans: tuple[Span, ...] = tuple(span for mark in devices.marks for span in mark.spans)
    counted = f"{marked} of {duties} duties"
    if 2 * marked >= duties:
        return Passed(f"A mark stands at the end of {counted}.", spans)
    if devices.legends:
        places = (*spans, *(legend.span for legend in devices.legends))
        return Passed(f"A mark stands at the end of {counted}, and a sentence explains it.", places)
    return CannotTell(
        f"what the mark at the end of only {counted} means; a sentence that explains it would",
        spans,
    )

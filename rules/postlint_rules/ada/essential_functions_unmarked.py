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
Nine postings in ten fail: only for a public body, declared or told from the text, is it a warning,
because there the description is written first and the posting taken from it.

## When not to use it
For short advertisements that only lead to a full description; there the finding is information.
Of an abstract of one paragraph nobody can tell.

## Fix safety
An unsafe fix puts a sentence under the duties that explains the mark "(E)", and a placeholder.
Only the employer knows which duties are essential; the text is reported until they are marked.
"""

import postlint.rules as kit
from postlint_rules.ada._devices import identified

_TABLE = kit.table(__package__, "ada")["essential-functions-unmarked"]
_FULLER = "The full description is named here."
_SHARE = kit.pattern(r"\(?\d{1,3}\s?%(?:\s+of\s+time)?\)?")


class EssentialFunctionsUnmarked(kit.Rule):
    meta = kit.RuleMeta(
        code="ADA001",
        summary="Nothing says which duties are essential functions.",
        severity=kit.Severity.WARNING,
        messages=_TABLE["messages"],
        authority=kit.laws(
            "us-ada-written-description", "us-ada-evidence", "us-eeoc-manual-descriptions"
        ),
        advice="Mark each essential duty with (E), and explain the mark once.",
        why="A list of essential functions is evidence if challenged.",
        tags=frozenset({"essential-functions"}),
    )
    applies = (kit.united_states, kit.has_duties, kit.not_an_abstract)

    def check(self, case: kit.Case) -> kit.Outcome:
        return identified(case) or self._unmarked(case)

    def _unmarked(self, case: kit.Case) -> kit.Finding:
        """Return the finding, which names what comes nearest to a device."""
        devices, fuller = case[kit.facts.essential_device].value, _fuller(case)
        references = self.hits(case, "reference")
        again, also = references[:1], "This speaks of essential functions without naming any."
        message, place = "no-device", None
        if devices.near_misses:
            message, place = "near-heading", devices.near_misses[0].span
        elif fuller:
            message, again, also = "advertisement", fuller[:1], _FULLER
        elif devices.percentages:
            share = _SHARE.search(case.text, *devices.percentages[0])
            place = kit.Span(*share.span()) if share else devices.percentages[0]
            message = "near-share"
        elif references:
            message, place, again = "near-reference", references[0], ()
        if place is None:
            place = kit.gap_span(case, kit.SectionKind.DUTIES)
        grave = kit.is_public(case) and not fuller
        severity = kit.Severity.WARNING if grave else kit.Severity.INFO
        fixes = () if message in ("advertisement", "near-share") else _mark(case, devices)
        return kit.mark(
            case, message, place, again=again, also=also, severity=severity, fixes=fixes
        )


def _mark(case: kit.Case, devices: kit.facts.EssentialDevices) -> tuple[kit.Fix, ...]:
    """Return a fix that asks for marks and explains them, where nothing explains any."""
    if devices.legends:
        return ()
    section = case.posting.sections[case.posting.duties[-1].section]
    title = "Explain a mark for essential functions"
    return kit.add_sentence(case.posting, section, _TABLE["legend"], title)


def _fuller(case: kit.Case) -> tuple[kit.Span, ...]:
    """Return where an advertisement names the full description as a text of its own."""
    spec = case[kit.facts.document_kind].value == "class-spec"
    return () if spec else case[kit.facts.full_description].spans

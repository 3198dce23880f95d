"""FORM003: give a heading its usual name.

## What it checks
Whether a heading is one of a small list of names that say the same as a more usual one:
"Application process" and "How to apply", "EEO Statement" and "Equal opportunity".
The list is in `headings.toml`; a heading with any other word in it is left alone.
"Job Summary" has the usual name in it, and is found by who looks for that.
Headings that speak of essential duties are never touched, because they identify them.

## Why
People and programs that read many postings look for a section by its name.
The names are those that are most frequent in the postings the project was built on.

## When not to use it
Where a collective agreement or a template fixes the names. The rule is off unless it is chosen.

## Fix safety
Safe where the usual name has every word of the old one. Else the fix takes words out, and is made
only with `--unsafe-fixes`: both names head the same kind of section, which a test holds them to,
and "Application process" may say more than "How to apply". Capitals and a colon stay as they are.
"""

import postlint.rules as kit
from postlint_rules.form._names import compared, in_capitals_of, usual_names
from postlint_rules.form._practice import form, in_a_text, rewritten


class HeadingName(kit.FaultsRule):
    meta = form(
        code="FORM003",
        summary="A heading has a more usual name.",
        messages={"name": "Most postings call '{words}' '{usual}'."},
        why="Applicants and programs find sections by their usual names.",
    )
    applies = (in_a_text,)
    nothing = "The text has no headings."
    passing = f"No heading is one of the {len(usual_names())} that have a usual name."

    def looked_at(self, case: kit.Case) -> tuple[kit.Span, ...]:
        return tuple(heading.span for heading in _headings(case))

    def faults(self, case: kit.Case) -> kit.Findings:
        names = {compared(heading.text) for heading in _headings(case)}
        for heading in _headings(case):
            words, usual = compared(heading.text), usual_names().get(compared(heading.text))
            # Two sections of one name would be harder to tell apart.
            if usual is not None and compared(usual) not in names:
                name = in_capitals_of(case.text[heading.span.start : heading.span.end], usual)
                edits, title = (kit.Edit(heading.span, name),), f"Write '{name}'"
                keeps = set(words.split()) <= set(compared(usual).split())
                fixes = rewritten(title, edits) if keeps else (kit.Fix(title, edits),)
                data = {"words": heading.text, "usual": name}
                yield kit.Finding("name", heading.span, data, fixes=fixes)


def _headings(case: kit.Case) -> list[kit.Passage]:
    return [one.heading for one in case.posting.sections if one.heading is not None]

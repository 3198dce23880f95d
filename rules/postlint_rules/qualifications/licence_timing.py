"""QUAL012: say by when a license is needed.

## What it checks
Whether a license to drive or a certificate is required with no word of when: "by the date of hire",
"within six months", "or able to obtain".
Of a license to "have and maintain", or one that applicants may be "able to obtain", it cannot tell:
neither names a day.
A commercial license, one that is only preferred, and the posts of drivers are skipped.

## Why
Somebody who would have it by the first day does not apply, and people from another state cannot
have it before they move.
Four in five real postings that require one do not say it, so the rule is off unless it is selected.

## When not to use it
Where the license is needed in the examination itself.
"""

import postlint.rules as kit
from postlint_rules.qualifications._demanded import demand_at, named_licence
from postlint_rules.qualifications._required import is_answer

# "Preferred licenses: a driver's license."
_WISHED = kit.pattern(r"(?i)\bprefer[^.;\n]*:\s*\Z")
_BEFORE = 60
# The next sentence may say it.
_NEAR = 200
_WHEN = kit.pattern(
    r"(?i)\bobtain(?:ing)?\b|\bby (?:the )?(?:date|time|start|first day)|\bwithin\b|\bprior to\b"
    r"|\bupon (?:hire|appointment|employment)|\bat (?:the )?time of\b|\beligib|\bbefore\b|\bacquire"
    r"|\bor (?:have )?(?:the )?ability to\b|\bable to\b"
    r"|\bduring (?:the |their |your )?(?:first|initial|probation\w*|trial|training|introductory)\b"
    r"|\bafter\b|\bin progress\b|\bas a condition of\b|\b(?:and|to) maintain\b"
    r"|\bmaintain throughout\b|\bmonths of\b|\bwilling"
    r"|\bat (?:the )?(?:start|beginning|hire|hiring)\b"
)
_MAINTAINED = kit.pattern(r"(?i)\b(?:and|to) maintain\b")
# Whoever has none yet may apply, and nothing is said of a day.
_LATER = kit.pattern(
    r"(?i)\bor (?:be |have )?(?:the )?(?:ability|able|eligib\w+|willing\w*)(?: to)?\b"
    r"(?!.*\b(?:within|by|before|months|days)\b)"
)
_DRIVER = kit.pattern(r"(?i)\b(?:driver|chauffeur|courier)s?\b")
# "Some positions may require a licence" asks for none.
_SOME = kit.pattern(
    r"(?i)\bmay (?:also )?require\b|\bmay be (?:requested|required)\b"
    r"|\bsome (?:positions|posts|assignments)\b"
    r"|\b(?:individuals|employees|those|incumbents|anyone|staff) (?:who are |who )?"
    r"(?:required|operat\w+|driv\w+)\b"
)
# The next sentence, where it speaks of the same thing: a certificate is no licence.
_NEXT = {
    False: kit.pattern(r"(?i)[^.;\n]*\b(?:certifica(?:te|tion)|registration|it)\b[^.;\n]*"),
    True: kit.pattern(r"(?i)(?![^.;\n]*\bcertifica)[^.;\n]*\b(?:licen[cs]es?|it)\b[^.;\n]*"),
}
_LICENCE = kit.pattern(r"(?i)\blicen[cs]e")
# "And be able to obtain a notary commission": that is another thing.
_OF_ANOTHER = kit.pattern(
    r"(?i)\band (?:be able to |ability to |must )?obtain(?:ing)? (?:an? |the )?"
    r"(?![^.;,\n]*licen[cs]e)[a-z]+[^.;,\n]*"
)


def _is_no_driver(case: kit.Case) -> bool:
    return _DRIVER.search(case[kit.facts.title].value or "") is None


class LicenceTiming(kit.Rule):
    meta = kit.RuleMeta(
        code="QUAL012",
        summary="A license is required and nothing says by when.",
        messages={
            "open": "'{words}' does not say by when it is needed, such as 'by the first day of "
            "work'.",
        },
        authority=kit.laws("hiring-practice"),
        advice="Say whether it is needed at hiring or by when.",
        why="People who could get it in time do not apply.",
        default_on=False,
    )
    applies = (kit.only(_is_no_driver, "Drivers need their license to begin."),)

    def check(self, case: kit.Case) -> kit.Outcome:
        spans = self._demands(case)
        silent = [span for span in spans if not _says_when(case, span)]
        if not spans:
            return kit.NotApplicable("No driver's license or certificate was found to be required.")
        if silent:
            first, *again = (named_licence(case, span) for span in silent[:4])
            return kit.mark(case, "open", first, again=again, also="Nor does this.")
        if all(_LATER.search(case.text, *span) for span in spans):
            return kit.CannotTell("by when the license is needed: it may still be obtained", spans)
        if all(_MAINTAINED.search(case.text, *span) for span in spans):
            return kit.CannotTell("by when the license is needed: it is to be had and kept", spans)
        return kit.Passed("When a license is needed is stated.", spans)

    def _demands(self, case: kit.Case) -> tuple[kit.Span, ...]:
        """Return the sentences that require a licence, once each."""
        licences = case[kit.facts.licences].value
        demands = [one.span for one in licences if one.required and one.kind == "driver"]
        for section in kit.requirement_sections(case):
            hits = self.within(case, "demand", section.span)
            demands.extend(demand_at(case, hit) for hit in hits)
        return tuple(
            span
            for span in dict.fromkeys(demands)
            if not self.within(case, "prefer", span)
            and not _WISHED.search(case.text, max(0, span.start - _BEFORE), span.start)
            and not _SOME.search(case.text, *span)
            and not is_answer(case, span)
        )


def _says_when(case: kit.Case, span: kit.Span) -> bool:
    """Say whether it is said by when, here or in a next sentence that goes on about the licence."""
    words = case.text[span.start : span.end]
    licence = _LICENCE.search(words) is not None
    if _WHEN.search(_OF_ANOTHER.sub("", words) if licence else words):
        return True
    going_on = _NEXT[licence].match(case.text[span.end : span.end + _NEAR].lstrip())
    return going_on is not None and _WHEN.search(going_on[0]) is not None

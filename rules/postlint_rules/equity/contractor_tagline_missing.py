"""EQTY008: say, as a federal contractor, that disability and veteran status do not count.

## What it checks
For employers declared federal contractors: whether the statement of equal opportunity names
disability and protected veterans.
"D" and "V" are not enough; "disability" and "vet" are.
A text without any statement is the matter of `eeo-statement-missing`.

## Why
Contractors state in every solicitation that applicants are considered without regard to disability
and protected-veteran status.
The word "federal" in a posting makes nobody a contractor, and public schools are usually
recipients; only a declaration counts here.

## When not to use it
Below the contract floors: declare `employer.federal-contractor = false`.
"""

import re

import postlint.rules as kit

_WANTED = {"disability": "disability", "military": "protected veterans"}
# The shortest word the agency took for either is "vet".
_SHORTEST = 3
_NEAR = 160
_ERROR = kit.Severity.ERROR
_IN_WORDS = {
    "disability": kit.pattern(
        r"(?i)(?<!term )\bdisab(?:ility|ilities|led)\b(?! (?:insurance|benefit|coverage|retire))"
    ),
    "military": kit.pattern(r"(?i)\bvet(?:eran)?s?\b(?!['’]?s? (?:preference|points))"),
}


class ContractorTaglineMissing(kit.Rule):
    meta = kit.RuleMeta(
        code="EQTY008",
        summary="A contractor's statement leaves out disability or veterans.",
        severity=kit.Severity.WARNING,
        highest=kit.Severity.ERROR,
        messages={
            "missing": "The statement of a federal contractor names {named} and not {missing}.",
            "bare": "The statement of a federal contractor names neither {missing}.",
            "veterans": "The statement names disability and not protected veterans, which "
            "contractors with a contract of $200,000 or more name too.",
            "letters": "'{words}' stands for {missing} by a letter, and a letter is not enough.",
        },
        authority=kit.laws("us-contractor-tagline", "us-contractor-floors", "us-ofccp-letters"),
        advice="Name disability and protected veteran status in the tagline.",
        why="Federal contractors must name both in their advertisements.",
        tags=frozenset({"equal-opportunity"}),
    )
    reads = frozenset({kit.SectionKind.EQUAL_OPPORTUNITY})
    applies = (kit.united_states,)

    def check(self, case: kit.Case) -> kit.Outcomes:
        if not case.employer.federal_contractor:
            yield kit.NotApplicable("The employer is not declared a federal contractor.")
            return
        statements = [one for one in case[kit.facts.equal_opportunity].value if not one.link_only]
        if not statements:
            yield kit.NotApplicable(
                "The text has no statement; eeo-statement-missing reports that."
            )
            return
        classes = [named for statement in statements for named in statement.classes]
        spelled = {named.id for named in classes if _spelled(case, named)}
        beside = " ".join(_beside(case, statement.span) for statement in statements)
        spelled |= {id_ for id_, words in _IN_WORDS.items() if words.search(beside)}
        missing = [words for id_, words in _WANTED.items() if id_ not in spelled]
        if not missing:
            yield kit.Passed(
                "The statement names disability and veterans.",
                tuple(statement.span for statement in statements),
            )
            return
        letters = [
            one.span for one in classes if one.id in _WANTED and not _word(case.text, one.span)
        ]
        words = " or ".join(missing)
        if letters:
            data = {"words": case.text[letters[0].start : letters[0].end], "missing": words}
            yield kit.Finding("letters", letters[0], data, severity=_gravity(missing))
            return
        place = statements[0].span
        if missing == [_WANTED["military"]]:
            yield kit.Finding("veterans", place)
        elif not classes and len(missing) > 1:
            yield kit.Finding("bare", place, {"missing": " nor ".join(missing)}, severity=_ERROR)
        else:
            named = [_WANTED[id_] for id_ in _WANTED if id_ in spelled]
            data = {"missing": words, "named": named[0] if named else "other grounds"}
            yield kit.Finding("missing", place, data, severity=_ERROR)


def _gravity(missing: list[str]) -> kit.Severity:
    """Return how grave it is: veterans are owed from a larger contract on, and that is unknown."""
    return _ERROR if _WANTED["disability"] in missing else kit.Severity.WARNING


def _beside(case: kit.Case, span: kit.Span) -> str:
    """Return the sentences just before and after a statement, on its line or the next to it."""
    before = case.text[max(0, span.start - _NEAR) : span.start].rstrip().split("\n\n")[-1]
    after = case.text[span.end : span.end + _NEAR].lstrip(" .").split("\n\n")[0]
    return f"{re.split(r'[.;] ', before.rstrip('. '))[-1]} {re.split(r'[.;](?: |$)', after)[0]}"


def _spelled(case: kit.Case, named: kit.facts.NamedClass) -> bool:
    """Say whether a class is named by a word: "M/F/D/V" names them by letters."""
    given = case.text[named.span.start : named.span.end]
    # Service is no word for those whom the law protects: "military status" names no veterans.
    if named.id == "military" and not _IN_WORDS["military"].search(given):
        return False
    return _word(case.text, named.span)


def _word(text: str, span: kit.Span) -> bool:
    """Say whether a word stands there, and not a letter."""
    words = text[span.start : span.end].replace("/", " ").split()
    return any(len(word) >= _SHORTEST for word in words)

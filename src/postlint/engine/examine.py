"""One check: a posting and rules in, a report out.

The engine stamps what rules yield with code, severity and wording. It catches
broadly in one place, around a rule, so that a fault in one never costs the
answers of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from postlint.document.posting import Posting
from postlint.engine.reading import read_of
from postlint.engine.report import Report, RuleRecord
from postlint.engine.suppress import Silence, silence
from postlint.facts.base import Case, Fact, FactSource
from postlint.facts.day import judged_on
from postlint.facts.declared import Employer
from postlint.facts.kind import is_posting, reads_as
from postlint.facts.languages import ENGLISH, language
from postlint.lexicon import PhraseShelf
from postlint.rules.guards import answers
from postlint.rules.law import decided_by, held_by, law, reach
from postlint.rules.rule import (
    CannotTell,
    NotApplicable,
    Outcome,
    Passed,
    Rule,
    RuleMeta,
    Verdict,
)
from postlint.rules.tool_findings import BY_NAME, ToolFinding
from postlint.text.authority import Authority
from postlint.text.diagnostics import (
    Applicability,
    Diagnostic,
    Finding,
    MissingAt,
    Severity,
)
from postlint.text.records import NamedTuple, record as made
from postlint.text.source import Span

# What HTML and JSON do not take as words.
_PLAIN = frozenset({"markdown", "markup", "text"})
_SIGNS = frozenset('<>&"\\\r\n')
# What a text needs to have a blank left for somebody to fill in.
_PROMPTING = frozenset({"enter", "insert", "type", "select"})
_BLANK_LEFT = "placeholder-left"
_QUOTED = 60


def make_book(rules: Iterable[Rule], facts: Iterable[FactSource[Any]]) -> PhraseShelf:
    """Return the phrases of all rules and facts as one book, for one pass over a text."""
    phrases: dict[str, Iterable[str]] = {}
    for owned in (*[fact.phrases for fact in facts], *[rule.phrases for rule in rules]):
        shared = phrases.keys() & owned.keys()
        both = {key: [*phrases[key], *owned[key]] for key in shared}
        phrases.update(owned)
        phrases.update(both)
    return PhraseShelf(phrases)


class Plan(NamedTuple):
    """What one check asks, worked out once for many postings.

    `left_out` are the codes of the tool's own findings that are not wanted.
    `severities` are those the user set, by code; they replace a rule's own,
    for every finding that is not lowered by what is unknown. `code_of` gives
    the code of a rule's name and raises `UnknownName`. `today` is the day
    that ends suppressions. `ours` are the rules that postlint brings itself,
    whose pages stand in its documentation.
    """

    rules: tuple[Rule, ...]
    facts: tuple[FactSource[Any], ...]
    book: PhraseShelf
    code_of: Callable[[str], str]
    packs: Mapping[type[Rule], str]
    employer: Employer
    today: date
    severities: Mapping[str, Severity] = {}
    left_out: frozenset[str] = frozenset()
    require_reason: bool = True
    report_unused: bool = True
    ours: frozenset[type[Rule]] = frozenset()


def examine(posting: Posting, plan: Plan, digest: Callable[[], str] | None = None) -> Report:
    """Ask every rule about a posting and gather the answers in a report.

    `digest` gives the SHA-256 of what the posting was read from, when it is asked for.
    """
    case = Case(posting, plan.book, plan.employer, plan.today)
    diagnostics = [_tool_diagnostic(finding, posting) for finding in posting.notices]
    recognised = case[is_posting]
    records: list[RuleRecord] = []
    blanks = False
    if not recognised.value:
        diagnostics.append(_tool_diagnostic(_not_a_posting(case, recognised), posting))
    elif _may_have_blanks(case):
        from postlint.document.placeholders import placeholders  # noqa: PLC0415  # few postings have brackets

        found = [_tool_diagnostic(finding, posting) for finding in placeholders(posting.content)]
        diagnostics.extend(found)
        blanks = bool(found)
    requested = _requested(case, plan.rules)
    unchecked = _NO_POSTING if case[reads_as].value.sure else _UNREAD
    for rule in plan.rules:
        if requested is plan.rules or rule in requested:
            records.append(_run_rule(rule, case, plan, diagnostics))
        else:
            records.append(_record(rule.meta, unchecked))
    if (old := _past_the_table(case, records)) is not None:
        diagnostics.append(_tool_diagnostic(old, posting))
    diagnostics.sort(key=_order)
    if posting.directives:
        silenced = silence(
            posting,
            diagnostics,
            code_of=plan.code_of,
            ran=frozenset(rule.meta.code for rule in requested),
            today=plan.today,
            require_reason=plan.require_reason,
            report_unused=plan.report_unused,
        )
    else:
        silenced = Silence(remaining=tuple(diagnostics))
    if blanks:
        left = [found.span for found in silenced.remaining if found.name == _BLANK_LEFT]
        records = [_doubted(record, left, posting) for record in records]
    about = [_tool_diagnostic(finding, posting) for finding in silenced.findings]
    if "postlint:" in posting.source.given:
        from postlint.engine.strays import strays  # noqa: PLC0415  # few postings have directives

        about.extend(_tool_diagnostic(finding, posting) for finding in strays(posting))
    return Report(
        posting=posting,
        is_posting=bool(recognised.value),
        read=read_of(case),
        outcomes=tuple(records),
        diagnostics=tuple(
            _applicable(posting, _as_set(found, plan))
            for found in sorted((*silenced.remaining, *about), key=_order)
            if found.code not in plan.left_out
        ),
        suppressed=silenced.suppressed,
        case=case,
        sources=plan.facts,
        digest=digest,
    )


def _may_have_blanks(case: Case) -> bool:
    """Say whether a text has a sign of a blank: most have none, and are not looked through."""
    text, lowered, words = case.text, case.lowered, case.words.distinct
    # One character is found much sooner than two.
    if "[" in text or "<" in text or "«" in text or ("?" in text and "??" in text):
        return True
    if "xxx" in lowered or "/yyyy" in lowered or "ipsum" in words:
        return True
    if "item" in words and "hoose an item" in text:
        return True
    return any(_prompts(lowered, word) for word in _PROMPTING & words)


def _prompts(lowered: str, word: str) -> bool:
    """Say whether a word tells what to write: "Name: Enter the name", "click to enter text"."""
    at = lowered.find(f" {word} ")
    while at >= 0:
        # A slice from the start of the text would cost the more the further in the word stands.
        if lowered[at - 1 : at] == ":" or (word == "enter" and lowered[at - 3 : at] == " to"):
            return True
        at = lowered.find(f" {word} ", at + 1)
    return False


def _past_the_table(case: Case, records: list[RuleRecord]) -> Finding | None:
    """Return the note that a law was not looked at since a day before the posting's, once."""
    for record in records:
        if record.verdict is not Verdict.CANNOT_TELL:
            continue
        for text in record.authority:
            day = case[judged_on].value.date
            if text.expires is not None and day >= text.expires:
                words = {"day": f"{day:%d %B %Y}".lstrip("0"), "law": text.citation}
                words["expires"] = f"{text.expires:%d %B %Y}".lstrip("0")
                return Finding("table-of-laws-old", case.posting.anchor, words)
    return None


def _as_set(found: Diagnostic, plan: Plan) -> Diagnostic:
    """Return what the tool itself found with the severity that settings give it."""
    wanted = plan.severities.get(found.code) if found.name in BY_NAME else None
    return found if wanted is None else found._replace(severity=wanted)


def _applicable(posting: Posting, found: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose fixes can be made in the text the user gave, or are shown only.

    The words of a page or of JSON stand among signs that an edit must not
    touch; a Word file has no text to edit.
    """
    source = posting.source
    if not found.fixes or (source.origin is None and source.places is None):
        return found
    # A remark to postlint goes with the signs that make it a comment.
    remarks = (
        frozenset(directive.span for directive in posting.directives)
        if source.places is None
        else frozenset[Span]()
    )
    fixes = tuple(
        fix
        if all(
            (
                source.is_copy(edit.span)
                and (posting.reader in _PLAIN or not _SIGNS.intersection(edit.content))
            )
            or (not edit.content and edit.span in remarks)
            for edit in fix.edits
        )
        else fix._replace(applicability=Applicability.DISPLAY)
        for fix in found.fixes
    )
    return found._replace(fixes=fixes)


def _order(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    """Sort by place, then by code: the order of packs never shows."""
    return diagnostic.span, diagnostic.code, diagnostic.message


_Other: TypeAlias = Passed | NotApplicable | CannotTell
_NO_POSTING: Final = NotApplicable("The text is not a job posting.")
_UNREAD: Final = CannotTell("whether this is a job posting: neither duties nor qualifications")
# Rules about wording carry it; they need no sections.
_WORDING: Final = "language"


def _requested(case: Case, rules: tuple[Rule, ...]) -> Sequence[Rule]:
    """Return which rules are asked: all of a posting, none of another paper.

    Of a text that nothing shows to be either, those about wording.
    """
    read = case[reads_as].value
    if read.posting:
        return rules
    return () if read.sure else [rule for rule in rules if _WORDING in rule.meta.tags]


_NOTHING_FOUND: Final = Passed("Nothing was found to say against it.")
# What a finding rests on where none of its rule's laws reaches the posting.
_ADVICE: Final = "advice-beyond-law"
_OF_ELSEWHERE: Final = NotApplicable("None of the laws that it rests on reaches where the work is.")


def _run_rule(rule: Rule, case: Case, plan: Plan, diagnostics: list[Diagnostic]) -> RuleRecord:
    """Return how a rule came out, and add its findings to the diagnostics.

    One that raises keeps what it said before, and is noted.
    """
    meta = rule.meta
    findings: list[Finding] = []
    others: list[_Other] = []
    try:
        given = answers(rule, case)
        if type(given) is tuple and len(given) == 1:  # as of most rules, to most postings
            only = given[0]
            if type(only) is NotApplicable:
                return _record(meta, only)
            if type(only) is Passed and not only.spans:
                rests = only.authority or decided_by(case, meta.authority)
                return _record(meta, only, rests) if rests else _unrested(meta, only, case)
        problem = _sorted_out(meta, given, len(case.text), findings, others)
        if problem:
            diagnostics.append(_fault("span-outside-text", rule, case, plan, problem))
            others.append(CannotTell("this: the rule pointed outside the text"))
    except MemoryError:  # more than the file may have: no fault of the rule's
        raise
    except Exception as error:  # whatever a rule's own code may raise
        problem = f"{type(error).__name__}: {error}"
        diagnostics.append(_fault("rule-raised", rule, case, plan, problem))
        others.append(CannotTell("this: the rule could not finish"))
    if findings:  # they outweigh everything else
        rests = held_by(case, meta.authority)
        if not rests and meta.authority:
            rests = (law(_ADVICE),)
        url = page_url(meta.name) if type(rule) in plan.ours else None
        stamped = [_stamp(meta, finding, plan.severities, rests, url) for finding in findings]
        diagnostics.extend(stamped)
        return _failure(meta, stamped)
    outcome = others[0] if len(others) == 1 else _weightiest(others)
    if isinstance(outcome, NotApplicable):
        return _record(meta, outcome)
    rests = outcome.authority or decided_by(case, meta.authority)
    return _record(meta, outcome, rests) if rests else _unrested(meta, outcome, case)


def _unrested(meta: RuleMeta, outcome: Passed | CannotTell, case: Case) -> RuleRecord:
    """Return the record where no law speaks at the place: nothing passes by that of elsewhere."""
    if type(outcome) is not Passed or not meta.authority:
        return _record(meta, outcome)
    rests = tuple([one for one in meta.authority if reach(case, one) is not None])
    return _record(meta, outcome, rests) if rests else _record(meta, _OF_ELSEWHERE)


def _sorted_out(
    meta: RuleMeta,
    given: Iterable[Outcome],
    length: int,
    findings: list[Finding],
    others: list[_Other],
) -> str:
    """Part findings from other outcomes; return what is wrong with the first misplaced one."""
    for outcome in given:
        if isinstance(outcome, NotApplicable):
            others.append(outcome)
            continue
        if isinstance(outcome, Finding):
            _word(meta, outcome)  # a wording that cannot be filled is the rule's fault
        problem = _misplaced(outcome, length)
        if problem:
            return problem
        if isinstance(outcome, Finding):
            findings.append(outcome)
        else:
            others.append(outcome)
    return ""


def _fault(name: str, rule: Rule, case: Case, plan: Plan, problem: str) -> Diagnostic:
    pack = plan.packs.get(type(rule), "")
    data = {"rule": rule.meta.name, "pack": pack, "error": problem}
    return _tool_diagnostic(Finding(name, case.posting.anchor, data), case.posting)


def _weightiest(others: list[_Other]) -> _Other:
    """Return what outcomes come to: a doubt outweighs passes, which are one with all evidence."""
    for doubt in others:
        if isinstance(doubt, CannotTell):
            return doubt
    passes = [outcome for outcome in others if isinstance(outcome, Passed)]
    if passes:
        spans = tuple(span for outcome in passes for span in outcome.spans)
        rests = tuple(dict.fromkeys(one for outcome in passes for one in outcome.authority))
        return Passed(passes[0].reason, spans, rests)
    return others[0] if others else _NOTHING_FOUND


def _misplaced(outcome: Outcome, length: int) -> str:
    """Say which span of an outcome the text does not have. Raises where it is no outcome."""
    spans: Iterable[Span]
    if isinstance(outcome, (Passed, CannotTell)):
        spans = outcome.spans
    elif isinstance(outcome, Finding):
        spans = [
            outcome.span,
            *[related.span for related in outcome.related],
            *[edit.span for fix in outcome.fixes for edit in fix.edits],
        ]
    else:
        raise TypeError(f"it yielded {outcome!r}, which is no outcome")
    for span in spans:
        if not 0 <= span.start <= span.end <= length:
            return f"{span.start} to {span.end} of {length} characters"
    return ""


def _word(meta: RuleMeta, finding: Finding) -> str:
    return meta.messages[finding.message_id].format_map(dict(finding.data))


def _stamp(
    meta: RuleMeta,
    finding: Finding,
    severities: Mapping[str, Severity],
    rests: tuple[Authority, ...],
    url: str | None,
) -> Diagnostic:
    severity = finding.severity or meta.severity
    if severity.rank > meta.highest.rank:
        severity = meta.highest
    # What the user set holds, save for a finding its rule has lowered below its own default.
    wanted = severities.get(meta.code)
    if wanted is not None and (severity.rank >= meta.severity.rank or wanted.rank < severity.rank):
        severity = wanted
    return Diagnostic(
        code=meta.code,
        name=meta.name,
        severity=severity,
        message=_word(meta, finding),
        message_id=finding.message_id,
        span=Span(*finding.span),
        missing=isinstance(finding.span, MissingAt),
        # What is shown already is not shown again beside itself.
        related=tuple(one for one in finding.related if one.span != finding.span),
        fixes=finding.fixes,
        url=url,
        authority=finding.authority or rests,
        instead=finding.instead,
        advice=meta.advice,
        why=meta.why,
    )


def page_url(name: str) -> str:
    """Return where the page of a rule stands in the documentation, from its root."""
    return f"reference/rules/{name}.html"


def _failure(meta: RuleMeta, stamped: list[Diagnostic]) -> RuleRecord:
    gravest = max(stamped, key=lambda diagnostic: diagnostic.severity.rank)
    spans = tuple([diagnostic.span for diagnostic in stamped])
    rests = tuple(dict.fromkeys(one for found in stamped for one in found.authority))
    return RuleRecord(
        meta.code, meta.name, Verdict.FAIL, gravest.severity, spans, gravest.message, rests
    )


def _record(meta: RuleMeta, outcome: _Other, rests: tuple[Authority, ...] = ()) -> RuleRecord:
    if isinstance(outcome, NotApplicable):
        none = (meta.code, meta.name, Verdict.NOT_APPLICABLE, None, (), outcome.reason, ())
        return made(RuleRecord, none)
    verdict, reason = (
        (Verdict.PASS, outcome.reason)
        if isinstance(outcome, Passed)
        else (Verdict.CANNOT_TELL, unsettled(outcome.missing))
    )
    fields = (meta.code, meta.name, verdict, None, tuple(outcome.spans), reason, rests)
    return made(RuleRecord, fields)


def unsettled(missing: str) -> str:
    """Return as a sentence that nobody can tell; `missing` names what would settle it."""
    return f"The text does not settle {missing[:1].lower()}{missing[1:]}."


def _doubted(record: RuleRecord, blanks: list[Span], posting: Posting) -> RuleRecord:
    """Return a record that passes on no words with a blank among them: nobody knows what they say.

    A blank somebody gave a reason for is not among `blanks`.
    """
    if record.verdict is not Verdict.PASS:
        return record
    for blank in blanks:
        if any(blank.overlaps(span) for span in record.spans):
            missing = f"what will stand for '{_short(posting.passage(blank).text)}'"
            return record._replace(verdict=Verdict.CANNOT_TELL, reason=unsettled(missing))
    return record


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]} …"


def _tool_diagnostic(finding: Finding, posting: Posting) -> Diagnostic:
    kind: ToolFinding = BY_NAME[finding.message_id]
    diagnostic = Diagnostic(
        code=kind.code,
        name=kind.name,
        severity=finding.severity or kind.severity,
        message=kind.message.format_map(dict(finding.data)),
        message_id=kind.name,
        span=finding.span,
        fixes=finding.fixes,
        url=page_url(kind.name),
        advice=kind.advice,
        why=kind.why,
    )
    end = len(posting.text)
    if finding.span.end > end:
        diagnostic = diagnostic._replace(span=Span(min(finding.span.start, end), end))
    return diagnostic


def _not_a_posting(case: Case, recognised: Fact[bool]) -> Finding:
    spoken = case[language].value
    if spoken != ENGLISH:
        return Finding("another-language", case.posting.anchor, {"language": spoken})
    extent = "No rule was applied."
    if not case[reads_as].value.sure:
        extent = "Only rules about wording were applied."
    return Finding(
        "not-a-posting", case.posting.anchor, {"why": recognised.missing, "extent": extent}
    )

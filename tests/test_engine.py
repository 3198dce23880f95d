"""A fault in one rule is told of and costs no other rule its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from packs import first_word, meta, pack, point, rule
from postlint import Linter, Report, Severity
from postlint.facts.base import Case, Fact, fact
from postlint.packs.registry import load_packs
from postlint.rules.rule import CannotTell, NotApplicable, Passed, Verdict
from postlint.text.diagnostics import Applicability, Edit, Finding, Fix, Related
from postlint.text.source import Span

TEXT = """# Librarian 🏥

## Duties

- Leads the branch and plans its budget.
- Hires and evaluates the staff of three departments.
- Reports to the board twice a year on readers and money.

## Qualifications

- Five years of work in a public library.
"""

GOOD = rule(first_word, card=meta("HOUS999", "good"))
TITLE = Span(2, 13)


def check(
    outcomes: Callable[[Case], Iterable[Any]], text: str = TEXT, **changes: Any
) -> tuple[Report, list[Any]]:
    """Check a text with a rule under test and a good one; return what is said of the first."""
    card = meta("HOUS001", "under-test", **changes)
    linter = Linter(
        packs=load_packs([point("house", pack(rules=[rule(outcomes, card=card), GOOD]))])
    )
    report = linter.check(text, kind="markup")
    good = [d for d in report.diagnostics if d.code == "HOUS999"]
    assert len(good) == 1, "the other rule went on"
    assert [record.code for record in report.outcomes] == ["HOUS001", "HOUS999"]
    return report, [d for d in report.diagnostics if d.code != "HOUS999"]


def raises(_: Case) -> Iterable[Any]:
    yield Passed("One thing is in order.", (TITLE,))
    raise ZeroDivisionError("no readers")


def raises_after_a_finding(_: Case) -> Iterable[Any]:
    yield Finding("found", TITLE, {"word": "Librarian"})
    raise KeyError("x")


def raises_at_once(_: Case) -> Iterable[Any]:
    return [].pop()


def yields_no_outcome(_: Case) -> Iterable[Any]:
    yield "fail"


def yields_an_unknown_message(_: Case) -> Iterable[Any]:
    yield Finding("no-such-message", TITLE)


def yields_too_few_words(_: Case) -> Iterable[Any]:
    yield Finding("found", TITLE, {})


def asks_for_an_unknown_phrase(case: Case) -> Iterable[Any]:
    yield Passed("", case.hits["nobody.knows"])


def recurses(case: Case) -> Iterable[Any]:
    return recurses(case)


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        (raises, "ZeroDivisionError: no readers"),
        (raises_after_a_finding, "KeyError"),
        (raises_at_once, "IndexError"),
        (yields_no_outcome, "'fail', which is no outcome"),
        (yields_an_unknown_message, "no-such-message"),
        (yields_too_few_words, "word"),
        (asks_for_an_unknown_phrase, "nobody.knows"),
        (recurses, "RecursionError"),
        (lambda _: 7, "TypeError"),
    ],
)
def test_a_rule_that_raises_is_named(outcomes: Any, said: str) -> None:
    report, diagnostics = check(outcomes)
    (fault,) = [d for d in diagnostics if d.code == "POST020"]
    assert "'under-test'" in fault.message
    assert "'house'" in fault.message
    assert said in fault.message
    assert fault.severity is Severity.ERROR
    assert report.source.slice(fault.span) == "Librarian 🏥"


def test_a_rule_that_raises_keeps_what_it_found_before() -> None:
    report, diagnostics = check(raises_after_a_finding)
    assert sorted(d.code for d in diagnostics) == ["HOUS001", "POST020"]
    assert report.outcomes[0].verdict is Verdict.FAIL


def test_a_rule_that_raises_before_a_finding_cannot_tell() -> None:
    report, _ = check(raises)
    assert report.outcomes[0].verdict is Verdict.CANNOT_TELL
    assert report.outcomes[0].reason


OUTSIDE = Span(0, len(TEXT) + 1)


@pytest.mark.parametrize(
    "outcome",
    [
        Finding("found", OUTSIDE, {"word": ""}),
        Finding("found", Span(-1, 2), {"word": ""}),
        Finding("found", Span(5, 4), {"word": ""}),
        Finding("found", TITLE, {"word": ""}, related=(Related(OUTSIDE, "see"),)),
        Finding("found", TITLE, {"word": ""}, fixes=(Fix("Fix it", (Edit(OUTSIDE, ""),)),)),
        Passed("It is there.", (TITLE, OUTSIDE)),
        CannotTell("the size", (OUTSIDE,)),
    ],
)
def test_a_span_outside_the_text_is_told_of_and_never_shown(outcome: Any) -> None:
    report, diagnostics = check(lambda _: [outcome])
    (fault,) = diagnostics
    assert fault.code == "POST021"
    assert "'under-test'" in fault.message
    assert report.outcomes[0].verdict is Verdict.CANNOT_TELL
    for span in report.outcomes[0].spans:
        report.source.range(span)


@pytest.mark.parametrize(
    ("outcomes", "verdict", "reason"),
    [
        ([Passed("Seen.", (TITLE,))], Verdict.PASS, "Seen."),
        ([], Verdict.PASS, "Nothing was found to say against it."),
        ([NotApplicable("Only for cooks.")], Verdict.NOT_APPLICABLE, "Only for cooks."),
        ([CannotTell("the size")], Verdict.CANNOT_TELL, "The text does not settle the size."),
        (
            [Passed("Seen."), CannotTell("the size")],
            Verdict.CANNOT_TELL,
            "The text does not settle the size.",
        ),
        ([NotApplicable("Only for cooks."), Passed("Seen.")], Verdict.PASS, "Seen."),
        (
            [Passed("Seen."), CannotTell("x"), Finding("found", TITLE, {"word": "A"})],
            Verdict.FAIL,
            "'A' stands here.",
        ),
    ],
)
def test_a_failure_outweighs_a_doubt_and_a_doubt_a_pass(
    outcomes: list[Any], verdict: Verdict, reason: str
) -> None:
    report, _ = check(lambda _: outcomes)
    record = report.outcomes[0]
    assert (record.verdict, record.reason) == (verdict, reason)


def test_the_engine_stamps_what_a_rule_yields() -> None:
    fix = Fix("Write it out", (Edit(TITLE, "Librarian"),), Applicability.SAFE)
    finding = Finding(
        "found", TITLE, {"word": "Librarian"}, related=(Related(Span(0, 1), "here"),), fixes=(fix,)
    )
    _, (diagnostic,) = check(lambda _: [finding])
    assert diagnostic.code == "HOUS001"
    assert diagnostic.name == "under-test"
    assert diagnostic.severity is Severity.WARNING
    assert diagnostic.message == "'Librarian' stands here."
    assert diagnostic.message_id == "found"
    assert diagnostic.span == TITLE
    assert diagnostic.related == finding.related
    assert diagnostic.fixes == (fix,)


@pytest.mark.parametrize(
    ("own", "highest", "asked", "given"),
    [
        (Severity.WARNING, Severity.WARNING, None, Severity.WARNING),
        (Severity.WARNING, Severity.WARNING, Severity.INFO, Severity.INFO),
        (Severity.WARNING, Severity.WARNING, Severity.ERROR, Severity.WARNING),
        (Severity.INFO, Severity.ERROR, Severity.ERROR, Severity.ERROR),
        (Severity.INFO, Severity.ERROR, None, Severity.INFO),
    ],
)
def test_a_finding_is_never_graver_than_its_rule_may_be(
    own: Severity, highest: Severity, asked: Severity | None, given: Severity
) -> None:
    finding = Finding("found", TITLE, {"word": "x"}, severity=asked)
    report, (diagnostic,) = check(lambda _: [finding], severity=own, highest=highest)
    assert diagnostic.severity is given
    assert report.outcomes[0].severity is given


def test_diagnostics_are_in_the_order_of_the_text_and_records_in_that_of_codes() -> None:
    def backwards(_: Case) -> Iterable[Any]:
        for start in (40, 20, 30):
            yield Finding("found", Span(start, start + 1), {"word": "x"})

    report, _ = check(backwards)
    starts = [d.span.start for d in report.diagnostics]
    assert starts == sorted(starts)
    assert [record.code for record in report.outcomes] == ["HOUS001", "HOUS999"]


def test_rules_are_not_asked_about_what_is_no_posting() -> None:
    asked: list[Case] = []

    def note(case: Case) -> Iterable[Any]:
        asked.append(case)
        return ()

    card = meta("HOUS001", "under-test")
    packs = load_packs([point("house", pack(rules=[rule(note, card=card)]))])
    linter = Linter(packs=packs)
    letter = "Dear hiring manager,\n\nI am writing to apply.\n\nSincerely,\nJo Fen\n"
    for text, verdict in (
        (letter, Verdict.NOT_APPLICABLE),
        ("The library is closed.\n", Verdict.CANNOT_TELL),
    ):
        report = linter.check(text, kind="markup")
        assert not report.is_posting
        assert asked == []
        assert [record.verdict for record in report.outcomes] == [verdict]
        assert [d.code for d in report.diagnostics] == ["POST010"]


def test_a_rule_reads_the_phrases_it_asked_for() -> None:
    def look(case: Case) -> Iterable[Any]:
        for span in case.hits["under-test.money"]:
            yield Finding("found", span, {"word": case.text[span.start : span.end]})

    wanted = {"under-test.money": ["budget*", "money"]}
    card = meta("HOUS001", "under-test")
    packs = load_packs([point("house", pack(rules=[rule(look, card=card, phrases=wanted)]))])
    report = Linter(packs=packs).check(TEXT)
    assert [d.message for d in report.diagnostics] == [
        "'budget' stands here.",
        "'money' stands here.",
    ]


def test_a_fact_is_worked_out_once_for_all_rules() -> None:
    calls: list[str] = []

    @fact("house_size")
    def size(case: Case) -> Fact[int]:
        calls.append("size")
        return Fact(len(case.text))

    def ask(case: Case) -> Iterable[Any]:
        yield Passed(str(case[size].value))

    cards = [meta("HOUS001", "one"), meta("HOUS002", "two")]
    packs = load_packs(
        [point("house", pack(rules=[rule(ask, card=card) for card in cards], facts=[size]))]
    )
    report = Linter(packs=packs).check(TEXT)
    assert report.facts["house_size"].value == len(TEXT)
    assert [record.reason for record in report.outcomes] == [str(len(TEXT))] * 2
    assert calls == ["size"]


def test_a_fact_that_raises_is_unknown_and_the_other_facts_are_there() -> None:
    @fact("house_size")
    def size(case: Case) -> Fact[int]:  # noqa: ARG001
        raise ZeroDivisionError("no rooms")

    packs = load_packs([point("house", pack(rules=[GOOD], facts=[size]))])
    facts = Linter(packs=packs).check(TEXT).facts
    assert facts["house_size"].missing == "it could not be worked out (ZeroDivisionError: no rooms)"
    assert not facts["house_size"].known
    assert facts["title"].value == "Librarian 🏥"

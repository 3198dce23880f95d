"""The tables of the ADA and equity packs: every entry reads, and claims no more than it may."""

from __future__ import annotations

import pytest

from postlint.lexicon import lines
from postlint.lexicon.phrase import expand, steps
from postlint.rules.rule import Basis, Confidence, Rule
from postlint.text.diagnostics import Severity
from postlint_rules import ada, equity
from postlint_rules._tables import table
from postlint_rules._terms import terms
from postlint_rules.equity._classes import laws_of, omissions
from postlint_rules.equity._limits import limits

RULES = [*ada.postlint_rules(), *equity.postlint_rules()]
TERMS = [
    (family, rule, term)
    for family in ("ada", "equity")
    for rule in table(family, "terms")
    for term in terms(family, rule)
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_an_error_stands_on_an_authority_that_was_read(rule: type[Rule]) -> None:
    """A rule that may report an error has one authority that is neither general nor low."""
    if rule.meta.highest is Severity.ERROR:
        assert any(
            authority.basis is not Basis.GENERAL and authority.confidence is not Confidence.LOW
            for authority in rule.meta.authority
        )
    assert all(authority.date for authority in rule.meta.authority)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_a_message_is_one_sentence(rule: type[Rule]) -> None:
    """A message ends in one full stop and has no other."""
    for wording in rule.meta.messages.values():
        assert wording.endswith(".")
        assert ". " not in wording


@pytest.mark.parametrize(("family", "rule", "term"), TERMS, ids=lambda value: str(value)[:40])
def test_a_term_can_be_found_and_has_its_authority(family: str, rule: str, term: object) -> None:
    """Every phrase reads; a term that is an error does not rest on style."""
    entry = next(one for one in terms(family, rule) if one is term)
    for phrase in (*entry.phrases, *entry.unless, *entry.absent, *entry.need):
        assert all(steps(plain) for plain in expand(phrase))
    assert entry.why
    assert not entry.why.endswith(".")
    assert not (entry.severity is Severity.ERROR and entry.cite == "style")


def test_every_table_of_terms_has_its_rule() -> None:
    """No terms wait for a rule that nobody wrote."""
    names = {rule.meta.name for rule in RULES}
    assert {rule for _, rule, _ in TERMS} <= names


def test_limits_on_requests_bind_no_harder_than_they_are_known() -> None:
    """Only a limit of high confidence with a day is an error, and a contested one never is."""
    assert {limit.jurisdiction for limit in limits()} >= {"US-TX", "US-UT", "US-NH", "US-FL"}
    for limit in limits():
        assert limit.kinds
        if limit.severity is Severity.ERROR:
            assert limit.confidence is Confidence.HIGH
            assert limit.effective is not None
            assert not limit.contested


def test_every_class_of_every_law_has_a_name() -> None:
    """What a law lists can be named in a message; what is within another class is known."""
    known = {line.split("|")[0].strip() for line in lines(table("equity", "classes")["classes"])}
    codes = [line.split("|")[0].strip() for line in lines(table("equity", "classes")["laws"])]
    assert len(codes) == len(set(codes))
    for code in codes:
        (law, *around) = laws_of([code])
        assert law.classes <= known
        assert code == "US" or around[-1].code == "US"


def test_nobody_is_asked_for_what_a_law_only_limits() -> None:
    """Arrest records and credit history are never asked for."""
    asked = {
        one.id
        for line in lines(table("equity", "classes")["laws"])
        for one in omissions(frozenset(), laws_of([line.split("|")[0].strip()]))
    }
    assert not asked & {"arrest", "credit", "conviction"}

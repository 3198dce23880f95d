"""The catalogue is shown whole: every rule in every state, and every trap that real text set.

The states are pass, fail, not applicable and cannot tell. The traps are those that
measured texts set for words and figures; each is a case of its rule, by its heading.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from postlint.packs.registry import load_packs
from postlint.rules.rule import Verdict
from postlint.testing import Runner, load_corpus

CORPORA = Path(__file__).parent / "corpus" / "rules"
CODES = sorted(rule.meta.code for rule in load_packs().rules)

# A trap a line: the code, and the heading of the case that holds it.
TRAPS = """
ADA011 pass: an insurance that is called after the state
ADA011 pass: an insurance among the benefits
EQTY001 pass: letters with two grounds
EQTY001 pass: a county says that it hires without discrimination
EQTY001 fail: a recipient whose statement leaves out disability
EQTY001 fail: an equal opportunity provider is no employer for a recipient
EQTY001 fail: affirmative action alone
EQTY003 fail: a district of Texas for which a court enjoined parts of the act
EQTY004 fail: federal law read into sex is information
EQTY004 not-applicable: a contractor's tagline is no list
EQTY006 not-applicable: a school that nothing is declared of
EQTY007 fail: the post itself coordinates it
EQTY008 pass: vets in the plural
EQTY008 fail: disability alone, and nobody knows how large the contract is
EQTY008 fail: short, and neither word
EQTY008 pass: the words stand in the sentence before
EQTY009 fail: its regulations, since they are rescinded
EQTY009 not-applicable: contractors could still follow it for ninety days
EQTY011 pass: a notice of the law that bars the question
EQTY012 not-applicable: a state whose law was not opened
EQTY016 not-applicable: a post that leads technology
EQTY018 pass: fresh eyes and mature teams
EQTY019 pass: the notice of Colorado's employers
EQTY022 pass: no sponsorship
EQTY024 pass: attractive benefits and displays
EQTY025 fail: of a school it is information
EQTY025 pass: a police officer
EQTY025 pass: a clear history of delivery
EQTY026 not-applicable: elsewhere no law asks for it
EQTY027 fail: never more than a warning
EQTY028 pass: relatives who work there
EQTY028 pass: a licence that must be current
EQTY029 pass: own transportation with mileage
EQTY029 pass: terms of law and schools
EQTY029 pass: the name of a telephone line
EQTY030 not-applicable: what applicants may use is another matter
EQTY032 not-applicable: elsewhere it is another matter
PAY001 fail: without a day that anybody stated it is no error
PAY001 fail: Ontario asks for none above a limit, so it is never an error
PAY001 fail: a directive binds states and no posting
PAY001 fail: praise is no figure
PAY001 pass: a page with the pay is enough in Illinois
PAY002 pass: tuition and projects are no pay
PAY002 pass: the bottom and the top stand in two fields
PAY002 fail: a hiring range up to an amount
PAY003 pass: the grades of public employers are of this breadth
PAY003 pass: New Jersey's proposed cap was not adopted
PAY005 not-applicable: grades of a school and levels of maturity are none of pay
PAY007 pass: a blank behind the comma
PAY007 pass: a k that both share
PAY009 pass: "and more" than a number of staff ends no list
PAY010 fail: Colorado asks for one of them
PAY010 not-applicable: a private employer where no law asks
PAY011 cannot-tell: the link behind "click here" is lost
PAY011 not-applicable: a description of a job asks for no applications
PAY012 fail: the day a class was approved is none
PAY013 pass: the present range of the post
PAY013 pass: what people expect may be asked
PAY013 pass: a notice that none is asked
PAY017 cannot-tell: the figure of the next year is not known
QUAL001 fail: one list, and nobody knows which is which
QUAL003 pass: experience that may replace education
QUAL003 pass: the answers of a form
QUAL004 fail: preferred at a minimum
QUAL005 not-applicable: the age of a house
QUAL005 not-applicable: the answers of a form
QUAL007 not-applicable: a class specification
QUAL007 fail: far more is a warning
QUAL009 pass: twice is common
QUAL011 pass: two are common
CLAR001 fail: marked as an essential duty
CLAR004 pass: benefits and notices do not count
CLAR006 pass: one of six
CLAR007 pass: one alone is no pattern
CLAR009 pass: twenty-five are the most
CLAR009 fail: twenty-six are a note
CLAR009 fail: forty are a note still
CLAR009 fail: forty-one are a warning
CLAR009 cannot-tell: fewer than four may not be all
CLAR012 not-applicable: rates and laws have days of their own
CLAR013 pass: the terms of a board
CLAR014 pass: a person of that name
CLAR014 pass: a maven is a team in the text
""".strip().splitlines()


@cache
def runner() -> Runner:
    return Runner()


@cache
def cases(code: str) -> dict[str, Verdict]:
    corpus = load_corpus(CORPORA / f"{code}.md", runner().packs)
    return {case.name: case.verdict for case in corpus.cases}


@pytest.mark.parametrize("code", CODES)
def test_a_rule_is_shown_in_every_state(code: str) -> None:
    assert set(cases(code).values()) == set(Verdict)


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_a_case_of_its_rule(trap: str) -> None:
    code, _, heading = trap.partition(" ")
    assert heading in cases(code)

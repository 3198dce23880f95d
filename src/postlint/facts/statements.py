"""What the employer states: equal opportunity, equity, accommodation."""

from __future__ import annotations

from attrs import frozen

from postlint.facts.base import Case, Fact, fact
from postlint.source import Span


@frozen(kw_only=True)
class NamedClass:
    """A protected class a statement names: its id in the class table, its name, its place.

    `name` is the label's normal form ("sexual orientation"); `id` that of the
    jurisdictions table ("sexual-orientation"), or empty where it has none.
    """

    id: str
    name: str
    span: Span


@frozen(kw_only=True)
class EqualOpportunityStatement:
    """A statement by the employer that it does not discriminate.

    `catch_all` is true where it ends in words such as "any other status
    protected by law". `short_form` is true where it is only "EOE" or the
    like, `link_only` where the words only point to a statement elsewhere.
    """

    span: Span
    anchor: Span
    classes: tuple[NamedClass, ...] = ()
    catch_all: bool = False
    short_form: bool = False
    link_only: bool = False


@fact("equal_opportunity")
def equal_opportunity(case: Case) -> Fact[tuple[EqualOpportunityStatement, ...]]:
    """Return every statement of equal opportunity, in the order of the text."""
    return Fact(())


@fact("nondiscrimination")
def nondiscrimination(case: Case) -> Fact[str | None]:
    """Return the employer's first statement that it does not discriminate."""
    return Fact(None)


@fact("protected_classes")
def protected_classes(case: Case) -> Fact[tuple[str, ...]]:
    """Return the protected classes the statements name, in order, each once."""
    return Fact(())


@fact("equity_commitment")
def equity_commitment(case: Case) -> Fact[str | None]:
    """Return a commitment to equity or inclusion beyond the legal statement."""
    return Fact(None)


@fact("equity_request")
def equity_request(case: Case) -> Fact[str | None]:
    """Return the words that ask applicants for an equity or diversity statement."""
    return Fact(None)


@fact("accommodation")
def accommodation(case: Case) -> Fact[str | None]:
    """Return the words that offer reasonable accommodation."""
    return Fact(None)


@fact("physical_demands")
def physical_demands(case: Case) -> Fact[bool]:
    """Say whether the posting states physical demands of the work."""
    return Fact(False)

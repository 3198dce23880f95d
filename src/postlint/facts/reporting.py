"""Who the post reports to, and whether it sits in the cabinet."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from postlint.document.posting import Passage
from postlint.facts.base import Case, Fact, fact
from postlint.source import Span


@frozen(kw_only=True)
class ReportingLine:
    """One statement of who the post, or its unit, works under.

    `supervisor` holds the words that name the person, board or division;
    it is `None` and `vague` is true where nobody is named ("under policy
    direction"). `form` is how it is said: a verb ("reports to"), direction
    ("under the direction of"), a field ("Supervisor: …"), or a clause about
    tenure ("serves at the pleasure of"). `subject` is `unit` where the text
    speaks of the department and not of the post.
    """

    span: Span
    supervisor: Passage | None
    form: Literal["verb", "direction", "field", "tenure"]
    subject: Literal["position", "unit"] = "position"
    vague: bool = False


@fact("reporting_lines")
def reporting_lines(case: Case) -> Fact[tuple[ReportingLine, ...]]:
    """Return every statement of who the post works under, in the order of the text."""
    return Fact(())


@fact("reports_to")
def reports_to(case: Case) -> Fact[str | None]:
    """Return the first statement that names who the post reports to."""
    for line in case[reporting_lines].value:
        if line.subject == "position" and line.supervisor is not None and not line.vague:
            return Fact(case.text[line.span.start : line.span.end], (line.span,))
    return Fact(None)


@fact("cabinet")
def cabinet(case: Case) -> Fact[str | None]:
    """Return the statement that the post itself sits in the cabinet or leadership team."""
    return Fact(None)

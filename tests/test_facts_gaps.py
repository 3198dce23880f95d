"""What a template may put in is not missing: nobody can tell."""

from __future__ import annotations

import pytest

from postlint import Linter
from postlint.document.gaps import Gap
from postlint.document.kinds import SectionKind
from postlint.engine.report import Report
from postlint.rules.rule import Verdict
from postlint.text.source import Span

LINTER = Linter()
STATEMENTS = ("nondiscrimination", "protected_classes", "equity_commitment", "accommodation")


def page(*lines: str, title: str = "Chief Technology Officer") -> str:
    """Return a Markdown page of a school with these lines between its sections."""
    body = "\n\n".join(lines)
    return (
        f"---\nlayout: job\n---\n\n# {title}\n\n"
        "Elm Park School District wants a leader for its schools and students.\n\n"
        "## Duties\n\n- Leads the technology team. (E)\n- Plans the budget of the district. (E)\n"
        "- Advises the principals on curriculum.\n\n"
        f"{body}\n\n## How to apply\n\nSend a letter and a resume.\n"
    )


def check(*lines: str) -> Report:
    return LINTER.check(page(*lines), kind="markdown")


def verdict(report: Report, code: str) -> Verdict:
    return next(record.verdict for record in report.outcomes if record.code == code)


class TestWhatAGapMayHold:
    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("job/salary_range.html", "salary range"),
            ("page.closing_date", "closing date"),
            ("job.salaryRange", "salary Range"),
            ("footer", "footer"),
        ],
    )
    def test_its_name_is_read_as_words(self, name: str, words: str) -> None:
        """Of a file without folder and suffix, of a variable the last part."""
        assert Gap(name, Span(0, 1)).words == words

    @pytest.mark.parametrize(
        "name", ["", "footer.html", "job/standard_text.md", "content", "eeo.html"]
    )
    def test_what_says_nothing_else_may_hold_a_statement(self, name: str) -> None:
        """An unknown name may stand for anything."""
        assert Gap(name, Span(0, 1)).may_hold(SectionKind.EQUAL_OPPORTUNITY)

    @pytest.mark.parametrize(
        "name",
        [
            "page.title",
            "job/salary_range.html",
            "apply_button.html",
            "closing_date",
            "logo.svg.html",
        ],
    )
    def test_what_speaks_of_something_else_does_not(self, name: str) -> None:
        """A date, a button or the pay is no statement."""
        assert not Gap(name, Span(0, 1)).may_hold(
            SectionKind.EQUAL_OPPORTUNITY, SectionKind.HOW_TO_APPLY
        )


class TestFacts:
    def test_an_absent_statement_is_unknown(self) -> None:
        """The fact says which place would settle it, and has the empty value."""
        facts = check(
            "{% include shared/closing_text.html %}", "{% include job/legal.html %}"
        ).facts
        for name in STATEMENTS:
            assert not facts[name].value
            assert ".html" in str(facts[name].missing)
        assert not facts["reports_to"].known

    def test_without_a_gap_it_is_known_to_be_absent(self) -> None:
        """Nothing is excused where nothing is put in."""
        facts = check().facts
        assert all(facts[name].known for name in (*STATEMENTS, "reports_to", "pay"))

    def test_a_gap_of_another_thing_excuses_nothing(self) -> None:
        """Where the pay is put in, the statement is still missing."""
        facts = check("{% include job/salary_range.html %}").facts
        assert facts["nondiscrimination"].known
        assert facts["pay"].value == "none"
        assert facts["pay"].missing == "what 'job/salary_range.html' puts in"

    def test_what_the_text_says_itself_is_known(self) -> None:
        """A gap takes nothing away."""
        facts = check(
            "The district does not discriminate in hiring on the basis of race, sex or age.",
            "{% include job/legal.html %}",
        ).facts
        assert facts["nondiscrimination"].value
        assert facts["nondiscrimination"].known
        assert facts["protected_classes"].known

    def test_a_closing_date_may_be_put_in(self) -> None:
        """A variable that is called so holds it."""
        assert not check("Apply by {{ posting.closes_on }}.").facts["closing"].known


class TestRules:
    @pytest.mark.parametrize("code", ["EQTY001", "EQTY002", "ADA005", "ADA006", "LEAD001"])
    def test_rules_about_what_is_missing_cannot_tell(self, code: str) -> None:
        """They name the gap and show it; without it they report."""
        text = page("{% include shared/closing_text.html %}")
        report = LINTER.check(text, kind="markdown")
        record = next(record for record in report.outcomes if record.code == code)
        assert record.verdict is Verdict.CANNOT_TELL
        assert "'shared/closing_text.html'" in record.reason
        place = report.source.given_span(record.spans[0])
        assert text[place.start : place.end] == "{% include shared/closing_text.html %}"
        assert verdict(check(), code) is Verdict.FAIL

    def test_a_gap_of_another_thing_excuses_no_rule(self) -> None:
        """A button is no statement."""
        report = check("{% include job/apply_button.html %}", "Pay: {{ job.salary }}")
        assert verdict(report, "EQTY001") is Verdict.FAIL
        assert verdict(report, "ADA005") is Verdict.FAIL

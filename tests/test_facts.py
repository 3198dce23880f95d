"""Facts say what a posting says, with the words that show it, and fall into none of the traps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts import CATALOGUE, SUPPORTING
from postlint.facts.accommodation import accommodation
from postlint.facts.base import FactSource
from postlint.facts.closing import closing
from postlint.facts.context import document_kind, employer_kind, jurisdiction, profile
from postlint.facts.declared import Employer, EmployerKind
from postlint.facts.degree_equivalency import degree_equivalency
from postlint.facts.degrees import degree
from postlint.facts.duty_classes import duty_classes
from postlint.facts.equal_opportunity import equal_opportunity, nondiscrimination, protected_classes
from postlint.facts.equity import equity_commitment, equity_request
from postlint.facts.essential import duty_essential, essential, essential_device, essential_legend
from postlint.facts.kind import is_posting
from postlint.facts.licences import driver_license
from postlint.facts.pay import flsa, pay
from postlint.facts.physical import physical_demands
from postlint.facts.readability import flesch_kincaid, syllables
from postlint.facts.reporting import cabinet, reporting_lines, reports_to
from postlint.facts.role import role
from postlint.facts.sector import sector
from postlint.facts.title import title

LINTER = Linter(select=("LEAD001",))


def check(text: str, *, kind: str = "text", employer: Employer | None = None) -> Report:
    linter = LINTER if employer is None else Linter(select=("LEAD001",), employer=employer)
    return linter.check(text, kind=kind)


def posting(*lines: str, name: str = "Director of Technology") -> str:
    """Return a small posting with these lines where a summary stands."""
    body = "\n\n".join(lines)
    return (
        f"{name}\n\nSUMMARY\n\n{body}\n\nRESPONSIBILITIES\n\n"
        "• Leads the technology team.\n• Plans the yearly budget.\n\n"
        "QUALIFICATIONS\n\n• Five years of experience.\n"
    )


def told(fact: FactSource[Any], *lines: str, name: str = "Director of Technology") -> Any:
    return check(posting(*lines, name=name))[fact].value


class TestEveryFact:
    TEXT = posting(
        "Reports to the Superintendent. Salary: $90,000 - $110,000 per year. FLSA: exempt.",
        "Northfield Schools does not discriminate in employment on the basis of race, sex or age.",
    )

    def test_the_catalogue_has_the_names_the_labels_have(self) -> None:
        """Reports show these facts, in this order: the labels', then what else was asked for."""
        assert [fact.name for fact in CATALOGUE] == [
            "is_posting",
            "title",
            "role",
            "sector",
            "reports_to",
            "cabinet",
            "nondiscrimination",
            "protected_classes",
            "equity_commitment",
            "essential",
            "essential_legend",
            "accommodation",
            "physical_demands",
            "pay",
            "pay_statements",
            "flsa",
            "closing",
            "closing_date",
            "degree",
            "degree_equivalency",
            "driver_license",
            "degrees",
            "licences",
            "experience",
            "place",
            "jurisdiction",
            "posting_date",
            "remote",
            "employer_kind",
            "employment_type",
            "judged_on",
        ]

    def test_names_are_used_once(self) -> None:
        """No fact hides another."""
        names = [fact.name for fact in (*CATALOGUE, *SUPPORTING)]
        assert len(names) == len(set(names))

    @pytest.mark.parametrize(
        "text", ["", " ", "\n\n", "a", "%%", "reports to", "E\n* E", "$", "EOE"]
    )
    def test_any_text_has_every_fact(self, text: str) -> None:
        """No text is too small, and spans stay inside it."""
        report = check(text)
        for fact in (*CATALOGUE, *SUPPORTING):
            for span in report[fact].spans:
                assert 0 <= span.start <= span.end <= len(text)

    def test_quotes_are_what_stands_there(self) -> None:
        """A quote is the text of its first span."""
        report = check(self.TEXT)
        for name in ("title", "reports_to", "nondiscrimination"):
            fact = report.facts[name]
            span = fact.spans[0]
            assert fact.value == self.TEXT[span.start : span.end]

    def test_newlines_do_not_matter(self) -> None:
        """The same posting with other line ends says the same."""
        one, two = check(self.TEXT), check(self.TEXT.replace("\n", "\r\n"))
        for name in ("role", "sector", "pay", "flsa", "degree", "essential", "protected_classes"):
            assert one.facts[name].value == two.facts[name].value
        assert two.facts["reports_to"].value == one.facts["reports_to"].value


class TestReportingLines:
    @pytest.mark.parametrize(
        ("sentence", "supervisor"),
        [
            ("The Director reports to the Superintendent.", "Superintendent"),
            ("Reports directly to the City Manager.", "City Manager"),
            ("This position reports to and works under the direction of the CIO.", "CIO"),
            (
                "Under the general direction of the County Executive, plans technology.",
                "County Executive",
            ),
            ("Under general administrative direction of the City Council, leads.", "City Council"),
            ("Works under the supervision of the Principal.", "Principal"),
            ("Work is performed under the direct supervision of the IT Manager.", "IT Manager"),
            ("Immediate Supervisor: Superintendent", "Superintendent"),
            ("Supervisor: Director of Operations", "Director of Operations"),
            ("Line Manager: Head of Digital", "Head of Digital"),
            ("Accountable to: Chief Executive", "Chief Executive"),
            ("Position reports to: Network Manager", "Network Manager"),
            ("**Reports to:** Superintendent", "Superintendent"),
            (
                "Supervision Received: The Organist/Cantor is under the direction of the Dean.",
                "Dean",
            ),
            ("Supervised by the Superintendent.", "Superintendent"),
            ("Oversees six clerks and is answerable to the Registrar.", "Registrar"),
            ("Leads the data office and reports directly to the Mayor.", "Mayor"),
            ("Working for the City Manager, the CIO plans what comes next.", "City Manager"),
            ("With the help and direction of the Provost, the CIO decides.", "Provost"),
            ("The Superintendent supervises this position.", "Superintendent"),
            ("The Mayor, to whom the Director reports, sets the goals.", "Mayor"),
            ("The Provost is the Director's supervisor.", "Provost"),
            ("Answers to the Superintendent for all that has a plug.", "Superintendent"),
            (
                "The incumbent is directly responsible to the County Administrator.",
                "County Administrator",
            ),
            ("You will report to our Head of Engineering and lead a team.", "Head of Engineering"),
            ("You'll report to the VP of Product.", "VP of Product"),
            ("The post is supervised by the Assistant Superintendent.", None),
            (
                "The Technology Director is supervised by the Assistant Superintendent.",
                "Assistant Superintendent",
            ),
            ("Receives general direction from the Deputy City Manager.", "Deputy City Manager"),
            (
                "Under the Superintendent's direction, plans and directs technology.",
                "Superintendent",
            ),
            ("The role sits within Digital and reports to the Head of Data.", "Head of Data"),
            ("The Director of Technology reports to the Board of Education.", "Board of Education"),
            (
                "This is a full-time position reporting to the Dean of Libraries.",
                "Dean of Libraries",
            ),
            (
                "Reporting to the Chief Operating Officer, the Director leads IT.",
                "Chief Operating Officer",
            ),
            ("As Director, reporting to the CEO, you will lead.", "CEO"),
            ("A leadership role that reports to the CIO.", "CIO"),
            ("The CTO, who reports to the Superintendent, leads technology.", "Superintendent"),
            ("Appointed by and responsible to the Town Manager.", "Town Manager"),
            (
                "The Chief Information Officer is a direct report to the City Manager.",
                "City Manager",
            ),
            ("Works closely with staff and reports administratively to the Provost.", "Provost"),
            ("The manager will work under the direct supervision of the Provost.", "Provost"),
            ("The role will be part of the team and report to the Registrar.", "Registrar"),
            ("You will report to and seek guidance from the Electoral Board.", "Electoral Board"),
            (
                "Serves at the pleasure of and reports directly to the elected Clerk.",
                "elected Clerk",
            ),
            (
                "It is one of six senior positions reporting to the Executive Director.",
                "Executive Director",
            ),
            (
                "The manager works under the general guidance and direction of the Bureau Chief.",
                "Bureau Chief",
            ),
            (
                "This position reports to the facilities and safety program manager.",
                "facilities and safety program manager",
            ),
        ],
    )
    def test_a_line_is_found(self, sentence: str, supervisor: str | None) -> None:
        """Whoever the post works under is named."""
        lines = check(posting(sentence))[reporting_lines].value
        named = [line for line in lines if line.supervisor is not None]
        assert named
        assert named[0].subject == "position"
        assert named[0].supervisor is not None
        if supervisor is not None:
            assert named[0].supervisor.text == supervisor

    @pytest.mark.parametrize(
        "sentence",
        [
            "Supervises ten staff who report to the Director.",
            "Manages staff reporting to the Deputy Director.",
            "Has four direct reports.",
            "Direct Reports: Network Manager",
            "Employees reporting to this position: five managers.",
            "Prepares reports to the Board of Education.",
            "Provides monthly reports to the Superintendent.",
            "Data reporting to the superintendent's office is accurate.",
            "State reporting to the department of education.",
            "Reports to the Board of Education monthly on progress.",
            "Report to the Board on cybersecurity.",
            "Prepares and presents reports to senior leadership and the Board.",
            "Ensures compliance and reports to federal agencies on grants.",
            "The Superintendent reports to the Board of Education.",
            "Applicants must report to Human Resources on day one.",
            "Must immediately report to the help desk any incidents.",
            "Report to work on time.",
            "Provides direction and supervision of staff.",
            "Students work under the supervision of teachers.",
            "Supervisor: N/A",
            "Responsible to the public for quality.",
            "Other duties as assigned by the Director.",
            "Works with the Head of Software Development.",
        ],
    )
    def test_traps_give_no_supervisor(self, sentence: str) -> None:
        """Reports on paper, people who report here, and orders are no line."""
        assert told(reports_to, sentence) is None

    @pytest.mark.parametrize(
        "sentence",
        [
            "Under policy direction, plans and controls technology.",
            "Under general supervision, performs technical work.",
            "Serves at the discretion of the hiring authority.",
            "Reports to administration.",
            "Reports to a supervisor.",
            "Under close supervision of assigned manager, files ballots.",
        ],
    )
    def test_a_line_that_names_nobody_is_vague(self, sentence: str) -> None:
        """Direction is stated, and no supervisor is named."""
        lines = check(posting(sentence))[reporting_lines].value
        assert [line.vague for line in lines] == [True]
        assert told(reports_to, sentence) is None

    @pytest.mark.parametrize(
        "sentence",
        ["The bureau reports to the City Administrator.", "The IT department reports to the CFO."],
    )
    def test_a_unit_is_not_the_post(self, sentence: str) -> None:
        """A line of the department's is kept, as the department's."""
        lines = check(posting(sentence))[reporting_lines].value
        assert [line.subject for line in lines] == ["unit"]
        assert told(reports_to, sentence) is None

    def test_a_line_on_a_heading_of_its_own(self) -> None:
        """The supervisor may stand under the heading."""
        text = "IT Manager\n\nREPORTS TO\n\nChief Operating Officer\n\nDUTIES\n\n• Runs systems.\n"
        lines = check(text)[reporting_lines].value
        assert [line.supervisor.text for line in lines if line.supervisor] == [
            "Chief Operating Officer"
        ]

    def test_tenure_gives_way_to_a_line(self) -> None:
        """Serving at somebody's pleasure is a line only where there is no other."""
        text = posting("Serves at the pleasure of the Mayor.", "Reports to the City Manager.")
        assert check(text)[reports_to].value == "Reports to the City Manager"
        assert told(reports_to, "Serves at the pleasure of the Superintendent.")


class TestCabinet:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Serves as a member of the Superintendent's Cabinet.",
            "This is a cabinet-level position.",
            "The CTO sits on the executive leadership team.",
            "A cabinet officer, the Director advises the Superintendent.",
            "Serves on the senior leadership team.",
            "As part of the executive team, you shape strategy.",
            "You represent data as a member of District leadership.",
            "The post is one of the five Leadership Team members.",
            "Serves on: Superintendent's Cabinet",
            "Cabinet: Yes",
            "Member of: District Leadership Team",
        ],
    )
    def test_a_seat_is_found(self, sentence: str) -> None:
        """The post itself sits among those who lead."""
        assert told(cabinet, sentence) is not None

    @pytest.mark.parametrize(
        "sentence",
        [
            "Installs network cabinets and racks.",
            "Keeps the storage cabinet in order.",
            "Advises the Superintendent's Cabinet on technology.",
            "Reports to a member of the senior leadership team.",
            "Works closely with members of the executive team.",
            "Presents to the cabinet twice a year.",
            "Supports the leadership team.",
            "Cabinet position: No",
        ],
    )
    def test_furniture_and_neighbours_give_no_seat(self, sentence: str) -> None:
        """Cupboards, audiences and colleagues are not membership."""
        assert told(cabinet, sentence) is None


GROUNDS = "race, color, religion, sex, national origin, age, disability or veteran status"


class TestEqualOpportunity:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Northfield is an equal opportunity employer.",
            "An Equal Opportunity/Affirmative Action Employer.",
            "EOE",
            "AA/EOE",
            "EEO Employer/Vet/Disabled",
            f"We do not discriminate in employment on the basis of {GROUNDS}.",
            f"All qualified applicants will receive consideration without regard to {GROUNDS}.",
            f"The District prohibits discrimination against employees based on {GROUNDS}.",
            f"It is our policy to consider all applicants without regard to {GROUNDS}.",
            f"We hire regardless of {GROUNDS}.",
            "The County is committed to equal employment opportunity for all applicants.",
            "As an equal opportunity institution, the College welcomes women and veterans.",
        ],
    )
    def test_a_statement_is_found(self, sentence: str) -> None:
        """However the employer says it."""
        assert told(nondiscrimination, sentence) is not None

    @pytest.mark.parametrize(
        "sentence",
        [
            "No student shall be excluded from any program on the basis of race or sex.",
            "Benefits are paid without regard to hours worked.",
            "Join our inclusive team!",
            "Knowledge of equal employment opportunity laws.",
            "Demonstrates commitment to the district's equity policy.",
            "Affirmative action goals are reviewed yearly.",
            "Ensures hiring complies with EEO regulations.",
        ],
    )
    def test_traps_are_no_statement(self, sentence: str) -> None:
        """Students, benefits, duties and knowledge are something else."""
        assert told(nondiscrimination, sentence) is None

    def test_classes_are_named_in_order_and_once(self) -> None:
        """The longest name wins, and joined names are two."""
        sentence = (
            "We do not discriminate against applicants because of race, color, sex, sexual "
            "orientation, gender identity or expression, national or ethnic origin, "
            "marital/civil union status, genetic information, age, race, or any other status "
            "protected by law."
        )
        assert told(protected_classes, sentence) == (
            "race",
            "color",
            "sex",
            "sexual orientation",
            "gender identity",
            "gender expression",
            "national origin",
            "ethnic origin",
            "marital status",
            "civil union status",
            "genetic information",
            "age",
        )

    def test_a_catch_all_names_other_grounds_that_law_protects(self) -> None:
        """Laws that define the listed grounds add none."""
        ends = {
            "or any other characteristic protected by law": True,
            "or other legally protected status": True,
            "as defined and required by state and federal laws": False,
        }
        for end, wanted in ends.items():
            text = posting(f"We do not discriminate in employment based on race, sex, age {end}.")
            assert check(text)[equal_opportunity].value[0].catch_all is wanted, end

    def test_auxiliary_aids_are_no_illness(self) -> None:
        """What helps to hear is not what one may have."""
        aids = "We do not discriminate on the basis of race or sex, and lend auxiliary aids."
        illness = "We do not discriminate on the basis of race, sex, or AIDS."
        assert told(protected_classes, aids) == ("race", "sex")
        assert told(protected_classes, illness) == ("race", "sex", "aids")

    def test_the_short_form_and_a_mere_link_are_told_apart(self) -> None:
        """ "EOE" is a statement, "click here" points to one."""
        short = check(posting("EOE"))[equal_opportunity].value
        assert [entry.short_form for entry in short] == [True]
        link = check(posting("Click here to view our equal opportunity policy."))
        assert [entry.link_only for entry in link[equal_opportunity].value] == [True]
        assert link[nondiscrimination].value is None

    def test_sentences_about_groups_belong_to_the_statement(self) -> None:
        """Those encouraged to apply are classes too."""
        sentence = "As an EEO employer we encourage women, veterans and people with disabilities."
        assert told(protected_classes, sentence) == ("sex", "veteran status", "disability")


class TestEquity:
    @pytest.mark.parametrize(
        "sentence",
        [
            "We are committed to diversity, equity and inclusion.",
            "Our schools value diversity and foster a sense of belonging.",
            "Fosters an inclusive workplace for every colleague.",
            "Champions equity and inclusion across the department.",
            "Northfield is an equal opportunity employer and values diversity in its schools.",
        ],
    )
    def test_a_commitment_is_found(self, sentence: str) -> None:
        """A value or a duty of inclusion, beyond the legal notice."""
        assert told(equity_commitment, sentence) is not None

    @pytest.mark.parametrize(
        "sentence",
        [
            "Northfield is an equal opportunity employer.",
            "Pay equity and private equity are reviewed.",
            "Supports a diverse range of devices.",
            "Home equity loans are offered.",
            "Works in a fast environment.",
            "Creates test data in EDI formats.",
            "Works with the Ecological Data Institute (EDI) to provide maps.",
            "Ensures services are accessible and inclusive.",
        ],
    )
    def test_money_and_notices_are_no_commitment(self, sentence: str) -> None:
        """The other equities, and the notice itself."""
        assert told(equity_commitment, sentence) is None

    def test_the_statement_is_quoted_and_not_its_heading(self) -> None:
        """A heading announces what the sentence under it says."""
        heading = "Commitment to Equity, Diversity and Belonging"
        sentence = "Northfield values diversity and belonging as the way to good schools."
        text = posting("Runs networks.") + f"\n{heading}\n\n{sentence}\n"
        assert check(text)[equity_commitment].value == sentence

    def test_a_request_asks_the_applicant(self) -> None:
        """Only words that ask applicants are a request."""
        assert told(equity_request, "Applicants must submit a diversity statement.")
        assert told(
            equity_request, "Please attach a separate equity statement to your application."
        )
        assert told(equity_request, "The District's equity statement hangs in the hall.") is None
        assert told(equity_request, "We are committed to diversity and inclusion.") is None


class TestAccommodation:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Reasonable accommodations may be made to enable people with disabilities to work.",
            "Must perform the essential functions with or without reasonable accommodation.",
            "If you need an accommodation to apply, call Human Resources.",
            "Applicants who require a reasonable accommodation should contact us.",
            "We will provide reasonable accommodation to qualified individuals with disabilities.",
        ],
    )
    def test_an_offer_is_found(self, sentence: str) -> None:
        """To applicants or to those who work here."""
        assert told(accommodation, sentence) is not None

    @pytest.mark.parametrize(
        "sentence",
        [
            "Hotel accommodations are booked by the office.",
            "Provides testing accommodations for students.",
            "Accommodates changing priorities.",
            "Travel and lodging accommodations will be provided.",
        ],
    )
    def test_beds_and_tests_are_not(self, sentence: str) -> None:
        """Lodging and pupils' tests are other accommodations."""
        assert told(accommodation, sentence) is None


def duties(heading: str, *items: str, before: str = "", after: str = "") -> str:
    listed = "\n".join(f"• {item}" for item in items)
    return f"Technology Manager\n\n{before}{heading}\n\n{listed}\n\n{after}"


TWO = ("Leads the technology team.", "Plans the yearly budget.")


class TestEssential:
    @pytest.mark.parametrize(
        "heading",
        [
            "ESSENTIAL FUNCTIONS",
            "Essential Duties and Responsibilities:",
            "Essential Job Functions",
            "ESSENTIAL DUTIES & RESPONSIBILITIES",
            "Essential Responsibilities",
            "Essential Tasks:",
        ],
    )
    def test_a_heading_identifies_the_duties_under_it(self, heading: str) -> None:
        """Each of them is essential."""
        report = check(duties(heading, *TWO))
        assert report[essential].value == "section"
        assert report[duty_essential].value == (True, True)

    @pytest.mark.parametrize(
        "heading", ["KEY RESPONSIBILITIES", "Principal Duties", "Major Duties:", "TYPICAL TASKS"]
    )
    def test_ranked_headings_are_near_misses(self, heading: str) -> None:
        """They sound alike and do not say essential."""
        report = check(duties(heading, *TWO))
        assert report[essential].value == "none"
        assert len(report[essential_device].value.near_misses) == 1
        assert report[duty_essential].value == (None, None)

    def test_boilerplate_about_performing_identifies_nothing(self) -> None:
        """Essential functions are spoken of and not named."""
        after = (
            "WORKING CONDITIONS\n\nThe conditions herein are representative of those that must be "
            "met to successfully perform the essential functions of this job.\n"
        )
        assert check(duties("DUTIES", *TWO, after=after))[essential].value == "none"

    @pytest.mark.parametrize(
        "sentence",
        [
            "Essential skills are listed on the website.",
            "All staff are essential personnel in an emergency.",
            "Security is essential to our mission.",
            "Candidates must learn essential technology.",
            "Supports the essential functions of the division.",
        ],
    )
    def test_other_senses_of_essential(self, sentence: str) -> None:
        """Skills, personnel and missions are not duties."""
        assert told(essential, sentence) == "none"

    def test_a_sentence_identifies_the_list(self) -> None:
        """A declaration counts like a heading."""
        before = (
            "SUMMARY\n\nThe essential functions and duties listed below are meant as a guide.\n\n"
        )
        report = check(duties("RESPONSIBILITIES", *TWO, before=before))
        assert report[essential].value == "section"
        assert "sentence" in report[essential_device].value.present

    @pytest.mark.parametrize("mark", ["(E)", "“E”", '"E"', "[E]", "(essential)"])
    def test_marks_identify_single_duties(self, mark: str) -> None:
        """The unmarked one is not essential."""
        items = (f"Leads the team. {mark}", f"Plans the budget. {mark}", "Waters the plants.")
        report = check(duties("RESPONSIBILITIES", *items))
        assert report[essential].value == "per-duty"
        assert report[duty_essential].value == (True, True, False)
        assert report[essential_device].value.marks[0].duties == (0, 1)

    @pytest.mark.parametrize(
        "label", ["Title II-E", "Schedule E", "vitamin E", "Option E", "grades K-12 E"]
    )
    def test_labels_that_end_in_e_are_no_marks(self, label: str) -> None:
        """A letter that names something is not a sign."""
        report = check(duties("RESPONSIBILITIES", f"Administers {label}", "Plans the budget."))
        assert report[essential].value == "none"

    def test_a_legend_names_its_sign(self) -> None:
        """The explanation may stand behind the list."""
        note = "Note: Duties ending in (E) are essential functions of the position.\n"
        items = ("Leads the team. (E)", "Plans the budget. (E)")
        report = check(duties("RESPONSIBILITIES", *items, after=note))
        assert [legend.symbol for legend in report[essential_device].value.legends] == ["E"]
        assert "Duties ending in (E)" in (report[essential_legend].value or "")

    def test_a_sentence_may_say_what_the_list_leaves_out(self) -> None:
        """Without a sign, and without the law."""
        note = (
            "The following statements illustrate nothing but examples of the essential functions "
            "and leave out marginal duties."
        )
        assert "essential functions" in (told(essential_legend, note) or "")

    def test_an_asterisk_has_a_legend_too(self) -> None:
        """The word stands for the sign."""
        note = "An asterisk denotes an essential function.\n"
        items = ("Leads the team.*", "Plans the budget.*")
        report = check(duties("RESPONSIBILITIES", *items, after=note))
        assert [legend.symbol for legend in report[essential_device].value.legends] == ["*"]

    @pytest.mark.parametrize(
        "text",
        [
            "Network Engineer at a bank. ESSENTIAL JOB DUTIES • Runs networks. • Plans capacity.",
            "Essential Job Functions Codes, tests and documents programs for the whole bank.",
            "This list of essential functions is not exhaustive.",
            "ESSENTIAL DUTIES (illustrative only and may vary)\n\nRuns the networks.\n",
        ],
    )
    def test_lost_line_ends_do_not_hide_the_device(self, text: str) -> None:
        """Capitals, bullets and declarations tell in glued text."""
        assert check(text)[essential].value == "section"

    def test_stars_before_duties_count_where_a_legend_explains_them(self) -> None:
        """The same sign is a bullet where nothing does."""
        listed = "RESPONSIBILITIES\n\n*Leads the team.\n*Plans budgets.\nWaters the plants daily.\n"
        legend = "Duties marked with an asterisk (*) are essential functions.\n\n"
        assert check(f"Technology Manager\n\n{listed}")[essential].value == "none"
        devices = check(f"Technology Manager\n\n{legend}{listed}")[essential_device].value
        assert [legend.symbol for legend in devices.legends] == ["*"]

    @pytest.mark.parametrize("heading", ["MARGINAL FUNCTIONS", "Supplemental Duties:"])
    def test_marginal_duties_are_set_apart_by_their_heading(self, heading: str) -> None:
        """What stands under it is not essential."""
        text = duties("ESSENTIAL FUNCTIONS", *TWO, after=f"{heading}\n\n• Stocks the cart.\n")
        report = check(text)
        assert report[essential_device].value.marginal_headings
        assert report[duty_essential].value == (True, True, False)


class TestPay:
    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Salary: $90,000 - $110,000 per year", "range"),
            ("Pay range: $24.50 to $31.75 an hour", "range"),
            ("Annual salary of $95,000–$120,000", "range"),
            ("Compensation: $85k-$95k", "range"),
            ("Minimum $80,000; maximum $104,000 annual salary", "range"),
            ("Salary: $98,500 annually", "single"),
            ("Salary: $50,000.00 - $50,000.00 YEAR", "single"),
            ("Stipend: $3,000 per year", "single"),
            ("Salary: £41,600 per annum", "single"),
            ("Salary: $61,000-64,000 annually", "range"),
            ("Compensation: up to $100,000 and a bonus", "single"),
            ("Appointment at $55,000 - $70,000; commensurate with education.", "range"),
            ("Salary Grade: SL 200", "grade-only"),
            ("Pay Grade: 14", "grade-only"),
            ("Grade: GS-13", "grade-only"),
            ("Grade: HEO", "grade-only"),
            ("Group/Level: EX-02", "grade-only"),
            ("Salary is commensurate with experience.", "competitive"),
            ("We offer a competitive salary and benefits.", "competitive"),
            ("Salary: DOE", "competitive"),
            ("Manages a $6.2 million operating budget.", "none"),
            ("The trust gives about $12 to 20 million a year.", "none"),
            ("The trust spends $3.5 - $4.5M annually.", "none"),
            ("Oversees grants of $25,000 and more.", "none"),
            ("Teaches grade 5 and grade levels K-5.", "none"),
            ("Grade: PK", "none"),
            ("Works with the Department of Education (DOE).", "none"),
            ("Manages competitive bidding.", "none"),
        ],
    )
    def test_pay(self, line: str, wanted: str) -> None:
        """Figures, grades and praise are told apart; budgets are not pay."""
        assert told(pay, line) == wanted

    def test_the_cap_of_a_pay_system_is_not_the_pay(self) -> None:
        """A federal grade with the system's ceiling is a grade."""
        text = posting(
            "Grade: GS-15", "Please note the maximum salary available under GS is $191,900."
        )
        assert check(text)[pay].value == "grade-only"

    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("FLSA: Exempt", "exempt"),
            ("FLSA Status: Non-Exempt", "nonexempt"),
            ("This position is exempt from overtime.", "exempt"),
            ("EXEMPT STATUS: Nonexempt", "nonexempt"),
            ("The hourly position is overtime eligible.", "nonexempt"),
            ("The City is a tax-exempt organization.", None),
            ("The post is exempt from civil service.", None),
            ("Job type: Full-Time Exempt. The post is exempt from civil service.", None),
            ("Overtime eligible employees earn leave by the hour.", None),
            ("This overtime exempt staff position works in the evening.", "exempt"),
            ("Records are exempt from disclosure.", None),
            ("", None),
        ],
    )
    def test_overtime_status(self, line: str, wanted: str | None) -> None:
        """Only the exemption from overtime counts."""
        assert told(flsa, line) == wanted

    @pytest.mark.parametrize(
        "line",
        [
            "Closing Date: 3/15/2027",
            "Applications close 15 March 2027",
            "Application deadline: March 15, 2027",
            "Apply by 2027-03-15",
            "Position is open until filled.",
            "The posting will remain open until the position is filled.",
            "Closing Date: Continuous",
            "Closing date\n\n15 March 2027",
            "Deadline to apply: Friday, March 5 at 5 p.m.",
            "Applications must be received by March 5, 2027.",
            "Review of completed applications\nwill begin on 4 March and go on until we hire.",
        ],
    )
    def test_closing(self, line: str) -> None:
        """A date to apply by, or words that leave it open."""
        assert told(closing, line) is not None

    @pytest.mark.parametrize(
        "line",
        [
            "Opening Date: 3/1/2027",
            "Works under tight deadlines.",
            "Pays close attention to detail.",
            "Start date: July 1, 2027",
            "Leads continuous improvement.",
            "Monitors filing deadlines for grants.",
            "Board approved June 9, 2015",
        ],
    )
    def test_other_dates_do_not_close(self, line: str) -> None:
        """Openings, starts, approvals and other deadlines."""
        assert told(closing, line) is None


class TestQualifications:
    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Bachelor's degree in computer science required.", "required"),
            ("A Master’s degree is required; a doctorate is preferred.", "required"),
            ("Bachelor’s degree, preferably in education.", "required"),
            ("Master's degree preferred.", "preferred"),
            ("A bachelor's degree is a plus.", "preferred"),
            ("Ph.D. in biology", "required"),
            ("BS in information systems", "required"),
            ("A high degree of independence.", "none"),
            ("High school diploma or general education degree (GED).", "none"),
            ("A bachelor's degree may substitute for two years of experience.", "none"),
            ("Tuition reimbursement for degree programs.", "none"),
            ("Must submit a copy of your degree.", "none"),
            # The line break behind it was lost.
            ("College degree5+ years of work with maps", "required"),
            ("AA degree2 years at a desk", "required"),
            ("MA degreeKnowledge of maps", "required"),
            ("An Associate DegreeOne year of maps", "required"),
            ("Four-year degree preferred10 years of maps", "preferred"),
            ("We are a team of degreed cartographers.", "none"),
        ],
    )
    def test_degree(self, line: str, wanted: str) -> None:
        """A degree asked for, wished for, or only spoken of."""
        assert told(degree, line) == wanted

    @pytest.mark.parametrize(
        "line",
        [
            "Bachelor's degree or an equivalent combination of education and experience.",
            "Any combination of education and experience that provides the skills.",
            "Bachelor's degree or equivalent experience.",
            "In lieu of a degree, four more years of experience.",
            "Experience may be substituted for the required education.",
            "Candidates may substitute four years of experience for the required education.",
            "Bachelor's degree or equivalent job-related experience.",
            "Years of experience may be substituted for required education, never the reverse.",
            "Nine years of experience in running networks; OR a Bachelor's degree and three years.",
        ],
    )
    def test_experience_may_replace_it(self, line: str) -> None:
        """However it is said."""
        assert told(degree_equivalency, line) is not None

    @pytest.mark.parametrize(
        "line",
        [
            "Bachelor's degree in education or another equivalent field.",
            "High school diploma or equivalent.",
            "A master's degree may substitute for one year of experience.",
        ],
    )
    def test_fields_and_the_reverse_do_not(self, line: str) -> None:
        """An equivalent field, a diploma's equal, and a degree in place of experience."""
        assert told(degree_equivalency, line) is None

    @pytest.mark.parametrize(
        "line",
        [
            "Valid driver's license required.",
            "Must possess a valid Class C drivers license.",
            "Possession of a valid State driver’s licence.",
            "A valid motor vehicle operator's license is required.",
        ],
    )
    def test_licence(self, line: str) -> None:
        """In its spellings."""
        assert told(driver_license, line) is not None

    @pytest.mark.parametrize(
        "line",
        [
            "Teaching license required.",
            "Maintains device drivers and software licenses.",
            "Is a driver of change.",
            "A driver's license is not required.",
        ],
    )
    def test_other_drivers(self, line: str) -> None:
        """Devices, software, teachers and change."""
        assert told(driver_license, line) is None

    def test_a_demand_goes_before_directions(self) -> None:
        """How to come by a licence may stand first."""
        way = "Click on the link for the form you need to obtain your Class B license."
        said = told(driver_license, way, "A Class B license is desired.")
        assert said == "A Class B license is desired."

    def test_a_degree_below_a_minimum_of_school_is_wished_for(self) -> None:
        """The headings between the two paragraphs get lost."""
        minimum = "A high school diploma; two years of work in an office."
        assert told(degree, minimum, "Four-year college degree; skill with maps.") == "preferred"
        assert told(degree, "Two years of work.", "Four-year college degree.") == "required"


class TestPhysicalDemands:
    @pytest.mark.parametrize(
        "line",
        [
            "Must be able to lift up to 40 pounds.",
            "Frequent bending, kneeling and reaching.",
            "Sits for prolonged periods; manual dexterity is needed.",
            "While performing the work, the employee is regularly required to stand and walk.",
            "Mobility to work in an office, and vision to read plans.",
        ],
    )
    def test_demands_are_found(self, line: str) -> None:
        """Of the body."""
        assert told(physical_demands, line) is True

    @pytest.mark.parametrize(
        "line",
        [
            "Carries out projects and reaches agreements.",
            "Reviews pull requests and push notifications.",
            "Must pass a physical examination.",
            "Stands for excellence.",
            "Teaches physical education.",
        ],
    )
    def test_figures_of_speech_are_not(self, line: str) -> None:
        """Verbs that lift nothing."""
        assert told(physical_demands, line) is False


class TestTitleRoleSector:
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("Job Title: Network Engineer\n\nDuties:\n\n• Runs networks.\n", "Network Engineer"),
            ("Network Engineer\n\nDuties:\n\n• Runs networks.\n", "Network Engineer"),
            (
                "The City seeks a Network Engineer for networks.\n\nDuties:\n\n• Runs them.\n",
                "Network Engineer",
            ),
            (
                "We have an opening for a Data Analyst in Salem.\n\nDuties:\n\n• Counts.\n",
                "Data Analyst",
            ),
            (
                (
                    "Riverbend asks applicants for a Senior Geographic Information (GI) Planner "
                    "post to write.\n\nDuties:\n\n• Draws maps.\n"
                ),
                "Senior Geographic Information (GI) Planner",
            ),
            (
                (
                    "The incoming City Clerk must keep the minutes of every meeting.\n\n"
                    "Duties:\n\n• Keeps minutes.\n"
                ),
                "City Clerk",
            ),
            (
                (
                    "Under the guidance of the Chief, the Network Analyst II plans lines.\n\n"
                    "Duties:\n\n• Plans lines.\n"
                ),
                "Network Analyst II",
            ),
            (
                (
                    "Riverbend is seeking a Director of Networks and Radio for its stations.\n\n"
                    "Duties:\n\n• Leads the shop.\n"
                ),
                "Director of Networks and Radio",
            ),
        ],
    )
    def test_title(self, text: str, wanted: str) -> None:
        """From a field, a heading, or the words that announce it."""
        assert check(text)[title].value == wanted

    @pytest.mark.parametrize(
        "line",
        [
            "The analyst must plan the work of others.",
            "Under general supervision performs the work of a clerk's office.",
            "The media and the general public should hear of results.",
        ],
    )
    def test_words_for_any_holder_are_no_title(self, line: str) -> None:
        """Small letters, and "general", name nobody."""
        text = f"{line}\n\nDuties:\n\n• Plans the year.\n• Meets families.\n"
        assert check(text)[title].value is None

    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("Chief Technology Officer", "tech-leader"),
            ("Director of Information Technology", "tech-leader"),
            ("Site Reliability Engineer", "tech-staff"),
            ("QA Tester", "tech-staff"),
            ("Campus Security Officer", "other"),
            ("Information Security Officer", "tech-staff"),
            ("Technology Director", "tech-leader"),
            ("Deputy Chief Information Officer", "tech-leader"),
            ("Network Engineer", "tech-staff"),
            ("Instructional Technology Coordinator", "tech-staff"),
            ("Systems Administrator", "tech-staff"),
            ("Director of Nursing", "other"),
            ("Kindergarten Teacher", "other"),
        ],
    )
    def test_role(self, name: str, wanted: str) -> None:
        """A title that speaks of technology decides."""
        text = f"{name}\n\nDUTIES\n\n• Plans the year.\n• Meets families.\n"
        assert check(text)[role].value == wanted

    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Riverbend School District serves 4,000 students in nine schools.", "k12"),
            ("The University and its faculty welcome you to campus.", "higher-ed"),
            ("The City of Riverbend and its City Council serve residents.", "city-county"),
            ("The State of Oregon's Secretary of State leads this state agency.", "state-federal"),
            ("The Museum is a nonprofit.", "nonprofit"),
            ("Acme Inc is a company with customers everywhere.", "private"),
            ("Riverbend ISD operates nine campuses.", "k12"),
            ("Riverbend Charter Academy (K-8)", "k12"),
            ("Independent School District 40", "k12"),
        ],
    )
    def test_sector(self, line: str, wanted: str) -> None:
        """The employer's own words tell."""
        assert told(sector, line) == wanted

    def test_a_declared_employer_wins(self) -> None:
        """What the user says is not doubted."""
        employer = Employer(kind=EmployerKind.PRIVATE)
        text = posting("Riverbend School District serves 4,000 students in nine schools.")
        report = check(text, employer=employer)
        assert report[sector].value == "private"
        assert report[employer_kind].value is EmployerKind.PRIVATE

    def test_a_city_where_something_stands_hires_nobody(self) -> None:
        """A club "in the City of Riverbend" is no city; the clerk of the City of Riverbend is."""
        club = "The Elm Street Club runs a nonprofit reading room in the City of Riverbend."
        assert check(posting(club))[sector].value == "nonprofit"
        assert check(posting("The City of Riverbend hires a clerk."))[sector].value == "city-county"


class TestContext:
    def test_two_portlands_settle_nothing(self) -> None:
        """A name two cities share needs a state, a code or a board beside it."""
        report = check(posting("Portland Public Schools serves the city of Portland."))
        assert report[jurisdiction].value == () or not report[jurisdiction].known

    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Location: Portland, ME 04101", ("US-ME",)),
            ("Location: Riverbend, OR 97401", ("US-OR",)),
            ("The schools of Maine use MLTI devices.", ("US-ME",)),
            ("Location: Seattle, WA 98101", ("US-WA-SEA", "US-WA")),
        ],
    )
    def test_place(self, line: str, wanted: tuple[str, ...]) -> None:
        """Addresses and codes of one state tell where."""
        assert told(jurisdiction, line) == wanted

    def test_degrees_and_words_are_no_states(self) -> None:
        """ "MS", "MA" and "OR" are other things first."""
        line = "Biology, MS or PhD; education, MA preferred; reading, OR writing."
        assert told(jurisdiction, line) == ()

    @pytest.mark.parametrize(
        "line",
        [
            "Ask Ann Marsh, MS, Director of Maps.",
            "Contact: Ann Marsh, MS, RD",
            "Superintendent: Ann B. Marsh, MA",
            "Seen by Dr. Ann Marsh, MD.",
            "Written by Ann Marsh, PA",
            "Ann Marsh, MS | Director",
        ],
    )
    def test_letters_behind_a_name_are_no_state(self, line: str) -> None:
        """Somebody with a degree does not live in Mississippi for it."""
        assert told(jurisdiction, line) == ()

    @pytest.mark.parametrize(
        ("line", "wanted"),
        [
            ("Location: Tupelo, MS", ("US-MS",)),
            ("Our office in Tupelo, MS, maps the state.", ("US-MS",)),
            ("Tupelo, MS, United States", ("US-MS",)),
            ("Contact: Ann Marsh, Tupelo, MS 38801", ("US-MS",)),
            ("Offices in Lowell, MA, Nashua, MA", ("US-MA",)),
            ("The Town of Fen   Laurel, MD   Full-time", ("US-MD",)),
            ("Fen Maps | Butler, PA | On-site", ("US-PA",)),
            ("Lowell, MA · Posted today", ("US-MA",)),
            (
                (
                    "The post will be based at Fen Station in Laurel, MD, and pays "
                    "visits to the Virginia Institute of Fens in Marsh, VA."
                ),
                ("US-MD",),
            ),
            ("Location: Fenton, South Shropshire", ("GB",)),
            ("Feeds Shropshire sheep and paints the Wiltshire horse.", ()),
        ],
    )
    def test_letters_behind_a_city_are_a_state(self, line: str, wanted: tuple[str, ...]) -> None:
        """The same letters, where an address has them."""
        assert told(jurisdiction, line) == wanted

    def test_a_town_named_after_a_british_city(self) -> None:
        """New England has a town for most cities of the old one."""
        assert told(jurisdiction, "The Town of Leeds maps Leeds and its brooks.") == ()
        assert told(jurisdiction, "Leeds City Council maps Leeds and its brooks.") == ("GB",)

    def test_declared_places_win(self) -> None:
        """The user knows."""
        employer = Employer(jurisdictions=("US-VT",), as_of=date(2027, 1, 1))
        report = check(posting("Location: Riverbend, OR 97401"), employer=employer)
        assert report[jurisdiction].value == ("US-VT",)

    @pytest.mark.parametrize(
        ("name", "line", "wanted"),
        [
            ("Chief Technology Officer", "Riverbend School District has nine schools.", "k12"),
            ("Technology Director", "The Superintendent and Board of Education set goals.", "k12"),
            ("Chief Information Officer", "The City of Riverbend has a City Council.", "public"),
            ("Technology Director", "The theatre runs worship and lighting design.", None),
            ("Technology Specialist", "Riverbend School District has nine schools.", None),
            ("Instructional Technology Coach", "Riverbend School District has schools.", None),
            ("Chief Technology Officer", "Acme Inc is a company with clients.", None),
        ],
    )
    def test_profile(self, name: str, line: str, wanted: str | None) -> None:
        """Leaders of technology in schools and public bodies, and nobody else."""
        assert told(profile, line, name=name) == wanted

    def test_a_class_specification_describes_and_invites_nobody(self) -> None:
        """Distinguishing characteristics and employment standards are its marks."""
        text = (
            "RIVERBEND SCHOOLS\n\nCLASS TITLE: Network Engineer\n\nBASIC FUNCTION\n\nRuns "
            "networks.\n\nREPRESENTATIVE DUTIES\n\n• Runs networks.\n\n"
            "DISTINGUISHING CHARACTERISTICS OF THE CLASS\n\nThe class is single.\n\n"
            "EMPLOYMENT STANDARDS\n\n• Five years of experience.\n"
        )
        assert check(text)[document_kind].value == "class-spec"
        advert = posting("We are looking for you. Apply now.")
        assert check(advert)[document_kind].value == "advertisement"


ARTICLE = (
    "School chiefs change\n\nby A. Writer\n\n“It is hard,” said one. “It is,” said another.\n\n"
    "Comments\n\nGreat article! said a reader.\n"
)
QUALIFICATIONS_ALONE = (
    "A master's degree and four years of experience in finance, or a bachelor's degree and "
    "six years of full-time experience; ability to write; knowledge of budgets.\n"
    "Salary: $50,000 a year.\n"
)
PARAGRAPH = (
    "We are looking for a long-term substitute. The position runs to June. Candidates must "
    "have experience with children. Please apply with a resume.\n"
)


class TestIsPosting:
    @pytest.mark.parametrize(
        "text",
        [
            "404\n\nThe page you are looking for could not be found.\n",
            "This position is no longer available.\n\nView all jobs\n",
            "Weather today: sunny. Budget hearing at seven. Pay your taxes online.\n",
            ARTICLE,
            "",
        ],
    )
    def test_other_pages_are_not(self, text: str) -> None:
        """And the reason is given."""
        fact = check(text)[is_posting]
        assert fact.value is False
        assert fact.missing

    @pytest.mark.parametrize(
        "text",
        [
            posting("Leads technology."),
            QUALIFICATIONS_ALONE,
            PARAGRAPH,
        ],
    )
    def test_poor_postings_are(self, text: str) -> None:
        """A posting may lack headings and lists."""
        assert check(text)[is_posting].value is True


class TestDutyClasses:
    def test_each_duty_has_a_class_and_evidence_where_it_stands(self) -> None:
        """Evidence points into the posting."""
        text = duties(
            "DUTIES",
            "Supervises and evaluates technology staff.",
            "Advises the Superintendent and the Board.",
            "Develops the multi-year technology plan.",
            "Repairs laptops and replaces hard drives.",
        )
        report = check(text)
        classes = report[duty_classes].value
        assert [each.label for each in classes] == [*["leadership"] * 3, "technical"]
        assert all(each.evidence for each in classes)
        for duty, each in zip(report.posting.duties, classes, strict=True):
            for piece in each.evidence:
                assert duty.span.contains(piece.span)


class TestMeasures:
    def test_measures_count_what_the_posting_says(self) -> None:
        """Shares are of duties; where there are none there is no share."""
        text = duties(
            "ESSENTIAL FUNCTIONS",
            "Supervises and evaluates technology staff.",
            "Advises the Superintendent and the Board.",
            "Develops the multi-year technology plan.",
            "Repairs laptops and replaces hard drives.",
        )
        measures = check(text).measures
        assert measures["duties"] == 4
        assert measures["leadership_share"] == 0.75
        assert measures["technical_share"] == 0.25
        assert measures["essential_share"] == 1.0
        assert check("Hello.\n").measures["leadership_share"] is None

    def test_longer_sentences_and_words_read_harder(self) -> None:
        """The grade is Flesch and Kincaid's; too few words have none."""
        plain = ["we", "fix", "the", "old", "desks"] * 20
        hard = ["organizational", "responsibilities", "necessitate", "interdisciplinary"] * 25
        assert flesch_kincaid(plain, 20) < 3  # type: ignore[operator]
        assert flesch_kincaid(hard, 4) > 20  # type: ignore[operator]
        assert flesch_kincaid(["too", "few"], 1) is None

    def test_syllables_are_counted_as_spoken(self) -> None:
        """A silent e is none; a syllabic le is one."""
        words = {"the": 1, "leads": 1, "technology": 4, "schedule": 2, "based": 1, "table": 2}
        assert {word: syllables(word) for word in words} == words

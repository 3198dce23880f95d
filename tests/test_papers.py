"""Papers of applicants and offices are refused, and postings that speak of them are not."""

# ruff: noqa: E501 (a paragraph stands on one line, as it would in a file)
from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from postlint import Linter
from postlint.engine.report import Report
from postlint.facts.base import Case
from postlint.facts.kind import STEPS, Candidate, signs_of
from postlint.facts.papers import ABOUT_POSTS, PERSONAL, SHEETS, Paper
from postlint.text.decisions import Way

LINTER = Linter()

POSTING = """\
# Director of Technology

Reports to the Superintendent.

## Duties

- Leads the technology staff.
- Plans the budget.
{extra}
## Qualifications

- Five years of leading technology.
"""


def _phrases() -> list[tuple[str, str]]:
    data = tomllib.loads(files("postlint.facts").joinpath("kind.toml").read_text("utf-8"))
    other = ("other", "article", "gone", "applying", "prompts", "certify", "payroll")
    return [(key, phrase) for key in other for phrase in data["phrases"][key].split("\n") if phrase]


@pytest.mark.parametrize(
    "form",
    ["- Speaks of {} with the office.\n" * 3, "\n{}. {}. {}.\n", "\n{}\n\n{}\n\n{}\n"],
    ids=["in duties", "in a paragraph", "alone on lines"],
)
def test_no_phrase_of_other_papers_outweighs_a_title_with_duties(form: str) -> None:
    """Every phrase of the list, three times in a director's posting, leaves it a posting."""
    phrases = _phrases()
    assert len(phrases) > 150
    refused = []
    for key, phrase in phrases:
        extra = form.replace("{}", phrase.split("(")[0].strip() or phrase)
        report = LINTER.check(POSTING.format(extra=extra))
        if not report.is_posting:
            refused.append((key, phrase, report.facts["is_posting"].missing))
    assert not refused


RESUMES = {
    "posts with years": """\
MARA QUILL
14 Fen Road, Tolby | mara.quill@example.org | 555-0134

EXPERIENCE
Data Manager, Tolby County, 2018 - present
- Managed a team of four
- Planned the move of the registry to new servers
Analyst, Fen Hospital, 2012 - 2018
- Wrote reports for the board

EDUCATION
B.Sc. Statistics, University of Tolby, 2012

SKILLS
SQL, R, writing
""",
    "a student's": """\
Ivo Brandt
Web developer

Skills: HTML, CSS, JavaScript, teamwork

Projects
• Built a timetable for a bus line.
• Wrote tests for it.

Education
B.Tech, Tolby Institute, 2025

Responsibilities
• Captain of the chess club.
""",
    "an objective first": """\
Objective

To obtain a position as a network technician where my skills are of use.

Work History

Help Desk Technician, Lark Foods, June 2019 to March 2023
Reset passwords, repaired printers, trained new staff.
Cashier, Corner Shop, 2016 to 2019

Education

Tolby High School, 2016

References

Given when asked.
""",
    "academic": """\
Curriculum vitae

Sana Okoro, Ph.D.

Appointments
2019–present  Associate professor, Fen College
2013–2019  Lecturer, University of Tolby

Education
Ph.D., Library Science, University of Tolby, 2013

Publications
Okoro, S. (2021). Shelves and screens. Fen Press.

Grants
Fen Foundation, 2020
""",
    "Markdown": """\
# Leo Marsh

leo@example.org · github.com/leomarsh

## Summary

Engineer with nine years in payments.

## Work Experience

### Senior Engineer, Coinly (2020 – Present)

- Led the move to a new ledger
- Reduced outages by half

### Engineer, Shopto (2015 – 2020)

- Built the checkout

## Education

B.S. Computer Science, Fen State University, 2015
""",
    "a superintendent's": """\
Dr. Helen Ward
helen.ward@example.org

PROFESSIONAL EXPERIENCE

Superintendent, Alder Unified School District, 2016 - present
Supervised 40 principals; raised graduation to 94 percent.
Assistant Superintendent for Technology, Fen Schools, 2010 - 2016
Led the one-to-one program and oversaw a budget of $6 million.

EDUCATION
Ed.D., Tolby University, 2011
M.Ed., Tolby University, 2004

AWARDS
Leader of the Year, 2019
""",
    "months as figures": """\
Name: Ana Lucia Prado
Email: ana@example.org
Phone: 555-010-4477

PROFILE
Bookkeeper, careful and quick.

EMPLOYMENT
03/2019 - 11/2023  Bookkeeper, Dunlin Garage
07/2015 - 02/2019  Clerk, Dunlin Library

LANGUAGES
English, Portuguese
""",
    "functional": """\
Tom Ferris
tom.ferris@example.org

Core Competencies
Recruiting, payroll, labor relations

Achievements
- Negotiated three contracts
- Cut the time to hire by a third
- Trained sixty supervisors
- Wrote the handbook

Career History
HR Director, Alder Water, since 2017

Education
M.A. Labor Relations, Fen University, 2009
""",
    "a page of a network's": """\
Rita Holm
Chief Information Officer at Alder Health

Experience
Alder Health
Chief Information Officer
Jan 2020 - Present
Fen Clinics
IT Director
Mar 2014 - Dec 2019

Education
Tolby University
Master's degree, Information Systems, 2008 - 2010

Languages
English
Danish
""",
}

LETTERS = {
    "for a post": """\
Dear Mr. Hale,

I am writing to apply for the position of Director of Technology. In my last post I led nine technicians and planned a budget of $2 million. I believe I would serve your schools well, and I enclose my résumé.

I look forward to hearing from you.

Sincerely,
Mara Quill
""",
    "without a greeting": """\
Please find attached my application for the post of archivist. I have worked in archives for six years, I hold a degree in history, and I know your collection well. My references are at your disposal.

Kind regards,
Ivo Brandt
""",
    "of recommendation": """\
To whom it may concern:

I supervised Ivo Brandt for four years. I found him careful, and I would hire him again. My office relied on him for all of its records.

Yours faithfully,
Helen Ward
""",
}

SHEETS_WRITTEN = {
    "an application": """\
APPLICATION FOR EMPLOYMENT
An Equal Opportunity Employer

Position applied for: ____________  Date available: ________
Last name: ____________ First name: ____________ Middle initial: ___
Mailing address: ______________________ Zip code: ______
Home phone: ____________

Have you ever been employed here? [ ] Yes [ ] No
Name of employer: ____________ Reason for leaving: ____________

I certify that what I have written is true.
Signature: ____________ Date: ______
""",
    "a payslip": """\
Alder Unified School District
Earnings statement    Pay date 03/15/2026

Employee ID 4471      Pay period 03/01 - 03/15
Regular hours  80.00   2,400.00
Gross pay              2,400.00
Federal tax              211.00
Medicare                  34.80
Net pay                1,802.20     YTD 10,813.20
""",
    "a filled evaluation": """\
PERFORMANCE EVALUATION

Employee: Ivo Brandt        Title: Archivist
Evaluator: Head of Records  Rating scale: 1 Unsatisfactory to 4 Exceeds expectations

Keeps the deeds in order.   4
Answers readers in time.    3
""",
    "a short application": """\
Application Form

Position applied for: ____________________ Date: __________
Name: ____________________ Phone: __________
Have you ever worked for this company? [ ] Yes [ ] No
Employment history, the most recent first
Employer: ____________ Supervisor: ____________
Duties: ______________________________
I certify that this is true. Signature: ____________
""",
    "a course": """\
Deed Reading for Beginners

Course description
Two days on how old deeds are read.

What you will learn
- Read three hands.
- Date a deed by its seal.

Who should attend
Clerks of small towns.
""",
    "a time sheet": """\
TIME SHEET
Employee ID: 4471   Pay period: March 1 to 15
Monday 8.00
Tuesday 7.50
Wednesday 8.00
Thursday 8.25
Total hours 31.75
Overtime hours 0.00
""",
}


@pytest.mark.parametrize("name", RESUMES)
def test_a_resume_is_no_posting(name: str) -> None:
    """A life told in posts is refused as what it is, whatever its shape."""
    fact = LINTER.check(RESUMES[name]).facts["is_posting"]
    assert (fact.value, fact.missing) == (False, "it reads as a résumé")


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_no_posting(name: str) -> None:
    """A letter of one person's is refused."""
    fact = LINTER.check(LETTERS[name]).facts["is_posting"]
    assert (fact.value, fact.missing) == (False, "it reads as a letter")


@pytest.mark.parametrize("name", SHEETS_WRITTEN)
def test_a_form_or_a_payslip_is_no_posting(name: str) -> None:
    """Forms to fill in and papers of the payroll are refused."""
    fact = LINTER.check(SHEETS_WRITTEN[name]).facts["is_posting"]
    assert fact.value is False
    assert fact.missing in {f"it reads as {sheet.name}" for sheet in (*PERSONAL, *SHEETS)}


STAYS = {
    "an evaluation specialist": """\
Performance Evaluation Specialist

- Designs evaluation forms and rating scales.
- Trains every evaluator of the town.
- Reports what needs improvement to the board.

A bachelor's degree is required. $58,000 a year.
""",
    "a course developer": """\
Course Developer

You write syllabi, learning objectives and assessments for six online courses a year. You need a master's degree and two years of teaching. Apply by June 1.
""",
    "a payroll clerk": """\
Payroll Clerk

Duties
- Checks time sheets, overtime hours, deductions and withholding for each pay period.
- Reconciles gross pay and net pay, year to date.

Qualifications
- Two years of payroll work.
""",
    "a posting with its form below": """\
# Records Clerk

## Duties

- Files records.
- Answers readers.

## Qualifications

- A year of office work.

## Apply

Last name: ______ First name: ______ Home phone: ______
Mailing address: ______ Date available: ______
I certify that this is true. Signature: ______
""",
    "a contact and years": """\
ARCHIVIST

Alder Historical Society
jobs@alder.example, 555-0122

Duties
- Describes the papers of the Reed family, 1911-1968.
- Digitizes letters of 1920 - 1935.

Qualifications
- Master's degree in library science.

To apply, send a cover letter and a resume.
""",
    "written by its head": """\
Dear colleagues,

We are seeking a School Librarian. You will run the library of a school of 400, teach two courses, and report to the principal. A master's degree is required. To apply, write to me by May 1.

Sincerely,
Helen Ward
""",
}


@pytest.mark.parametrize("name", STAYS)
def test_a_posting_that_looks_a_little_like_another_paper_stays_one(name: str) -> None:
    """Words of forms, years and greetings do not refuse a posting."""
    fact = LINTER.check(STAYS[name]).facts["is_posting"]
    assert fact.value is True, fact.missing


def _asked(report: Report) -> Candidate:
    case = report._case  # a test of what facts are worked out of
    assert isinstance(case, Case)
    return Candidate(case, signs_of(case))


@pytest.mark.parametrize("test", STEPS, ids=lambda test: test.name)
def test_each_step_decides_its_example(test: Way[Any, Any, str]) -> None:
    """The example of a step is decided by it and by none before it."""
    report = LINTER.check(test.example)
    asked = _asked(report)
    assert next(step.name for step in STEPS if step.read(asked)) == test.name


@pytest.mark.parametrize("paper", [*ABOUT_POSTS, *PERSONAL, *SHEETS], ids=lambda paper: paper.name)
def test_each_paper_knows_its_example(paper: Paper) -> None:
    """The smallest example of a paper is told as that paper."""
    report = LINTER.check(paper.example)
    assert paper.is_one(_asked(report).case)


LANGUAGES = {
    "German": "# Systemadministrator (m/w/d)\n\n## Ihre Aufgaben\n\n- Betreuung der Server an vier Standorten.\n- Schulung der Kolleginnen und Kollegen.\n\n## Ihr Profil\n\n- Abgeschlossenes Studium der Informatik.\n",
    "French": "# Directrice de l'informatique\n\nVous dirigez le service et vous préparez le budget.\n\n## Profil\n\n- Diplôme en informatique et cinq ans dans un poste de direction.\n",
    "Spanish": "# Bibliotecario\n\n## Funciones\n\n- Atender a los lectores de la biblioteca.\n- Llevar el catálogo y la página web.\n\n## Requisitos\n\n- Título en biblioteconomía y dos años de experiencia.\n",
    "Dutch": "# Netwerkbeheerder\n\nJe beheert de servers van de gemeente en helpt de collega's met het netwerk.\n\n## Wij vragen\n\n- Een diploma in de informatica.\n",
    "Italian": "# Archivista\n\nCura le carte della città e risponde alle domande dei lettori.\n\n## Requisiti\n\n- Laurea in storia e due anni di esperienza in un archivio.\n",
    "Portuguese": "# Analista de dados\n\nVocê vai cuidar dos dados da escola e fazer relatórios para a direção.\n\n## Requisitos\n\n- Formação em estatística e experiência com SQL.\n",
    "Swedish": "# Systemutvecklare\n\nDu utvecklar våra system och arbetar med tester för att stödja skolan.\n\n## Din profil\n\n- Du har en examen och är van att arbeta i grupp.\n",
    "Polish": "# Administrator sieci\n\nDbasz o sieć i serwery w szkole oraz pomagasz nauczycielom.\n\n## Wymagania\n\n- Wykształcenie wyższe i dwa lata pracy na podobnym stanowisku.\n",
    "Vietnamese": "Thủ thư\n\nThư viện cần thủ thư có kinh nghiệm. Làm việc năm ngày một tuần.\n",
    "Tagalog": "Tagaluto\n\nAng kantina ng paaralan ay naghahanap ng tagaluto para sa umaga.\n",
    "Haitian Creole": "Bibliyotekè\n\nBibliyotèk la ap chèche yon moun pou ede lektè yo nan sal la.\n",
    "Ukrainian": "Бібліотекар\n\nОбов'язки\n- Видає книжки.\n- Відповідає читачам.\n",
    "Russian": "Библиотекарь\n\nОбязанности\n- Выдаёт книги.\n- Отвечает читателям.\n",
    "Belarusian": "Бібліятэкар\n\nАбавязкі\n- Выдае кнігі ў зале.\n- Адказвае чытачам.\n",
    "a language in Cyrillic letters": "Кітапханашы\n\nМіндеттері\n- Кітап береді.\n- Оқырмандарға жауап береді.\n",
    "Japanese": "システム管理者\n\n職務内容\n・学校のサーバーを管理します。\n・先生を支援します。\n",
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_another_language_is_told_by_name(name: str) -> None:
    """A posting in another language is not said to lack duties."""
    report = LINTER.check(LANGUAGES[name])
    assert report.facts["is_posting"].missing == f"it is written in {name}"
    assert [found.name for found in report.diagnostics] == ["another-language"]
    assert name in report.diagnostics[0].message


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ferry Director / Director de Barcos\n\nElm Ferry seeks a director. Se busca director de "
            "barcos.\n\nDuties\n- Supervise thirty deckhands.\n- Prepare the annual budget.\n\n"
            "Qualifications\n- A master's licence. Bilingual (Spanish) preferred.\n"
        ),
        (
            "Laundry Helper\n\nWash sheets, fold towels, sweep floors. Nights. $17/hour. Se habla "
            "español. Pregunta por Rosa en la puerta de las 3 a las 5.\n"
        ),
    ],
)
def test_a_sentence_in_another_language_leaves_english_english(text: str) -> None:
    """What is asked of people in English is read, whatever else is said."""
    report = LINTER.check(text, path="notice.txt")
    assert report.facts["is_posting"].value, report.facts["is_posting"].missing


def test_a_few_foreign_words_leave_english_english() -> None:
    """Names of streets and schools are no language."""
    report = LINTER.check(
        POSTING.format(extra="- Visits the Lycée de la Rue des Écoles in El Paso.\n")
    )
    assert report.is_posting


def test_single_letters_are_no_language() -> None:
    """A letter-spaced heading is not taken for words of another language."""
    text = "C H I E F   I N F O R M A T I O N   O F F I C E R\n\nDuties\n- Leads staff.\n"
    assert "another-language" not in {found.name for found in LINTER.check(text).diagnostics}


ABOUT_WRITTEN = {
    "a town's code": (
        "Chapter 3.20\nMAP OFFICE\n\n3.20.010 Creation.\n\nThere is hereby created a map office.\n\n"
        "3.20.020 Map officer - Duties.\n\nThe map officer shall be appointed by the mayor, keeps the "
        "maps, and is responsible for lending them.\n\n(Ord. No. 9-114, § 2.)\n\n"
        "3.20.030 Map officer - Qualifications.\n\nThe map officer shall have a degree in geography.\n"
    ),
    "a board's rules": (
        "410 MAP STAFF\n\nAdopted: 3/4/99\n\n410.1 MAP STAFF - QUALIFICATIONS\n\nMap staff shall meet "
        "the state's requirements.\n\nRevised: 5/6/04\n\n410.2 MAP STAFF - DUTIES\n\nMap staff shall "
        "keep the maps.\n\nReviewed: 1/2/11\n\n410.3 MAP STAFF - EVALUATION\n\nYearly.\n"
    ),
    "a paragraph of a code": (
        "§ 3-20. Map office.\n\nA. The head of the map office is the map director.\n\nB. The map "
        "director shall have a degree in geography.\n\nC. The map director shall do these duties:\n\n"
        "(1) Keep the maps.\n\n(2) Lend the maps.\n"
    ),
    "an article": (
        "What towns look for in map officers\n\nWritten by Ann Lee\n\nThe map officer keeps the maps."
        "\n\nWhat experience are you looking for?\n\nFive years, at the least, in a map room.\n"
    ),
    "a board's rule with its days": (
        "Code: MAP-2\nREVIEW OF THE MAP OFFICER\nThe Board will review the map officer's work to:\n"
        "(1) make the officer's duties plain;\n(2) keep good relations.\n"
        "Adoption Date: 3/4/81\nAmended Date: 5/6/92\n"
    ),
    "a board's rule in prose": (
        "The map officer shall be the head of the map room, and shall be responsible for the maps.\n"
        "The officer shall meet the requirements of the state.\nThe Board shall appoint a map "
        "officer for three years. Authority shall be given with the office, and shall be required "
        "to be used well.\n"
    ),
    "a report": (
        "Town looks for a map officer\n\nWhat do we need?\n\nThe town said that “maps were lost” "
        "when its map officer left.\n\n“It is a risk,” said Ann Lee. “We need one,” she added.\n"
    ),
    "a kind of work in general": (
        "Map Curator\n\nEducation: a degree. Outlook: good. Median pay: $43,000.\n\nCurators are "
        "responsible for choosing maps. Map rooms of all sizes employ curators, and most employers "
        "ask for skills.\n"
    ),
    "what somebody of a trade does": (
        "WHAT DOES A MAP OFFICER DO?\n\nThe map officer oversees the maps. This role involves a "
        "budget.\n\n1. Map officer key accountabilities\n\n- Keeps the maps.\n- Lends the maps.\n"
    ),
    "questions for those who apply": (
        "Interview questions and answers for a map officer\n\nUnderstanding the role\n\nA map "
        "officer's responsibilities are many.\n\n1. What are maps for?\nMaps show the way.\n"
    ),
    "a career": (
        "Map Officer\n\nCareer overview\n\nA map officer is responsible for maps. This role is "
        "essential.\n\nPathway to becoming a map officer\n\n1. Pursue a bachelor's degree:\n\n"
        "- A degree in maps is typically required.\n"
    ),
    "a guide for those who hire": (
        "Post a job\n\nHow to hire a map officer\n\nIt takes a month on average.\n\n"
        "What does a map officer do?\n\n- Keeps the maps.\n- Lends the maps.\n\n"
        "Write a job description, and meet your candidates.\n"
    ),
    "a resolution": (
        "WHEREAS the post of map officer is vacant; NOW, THEREFORE, BE IT RESOLVED that Pat Reed "
        "is appointed map officer at a salary of $4,000 per month.\n"
    ),
    "a call for bids": (
        "Request for Proposals No. 7\nSearch for a Map Director\n\nResponsibilities\n\n"
        "- Find candidates.\n- Meet the council.\n\nProposals are due in May. Late proposals are "
        "returned.\n"
    ),
    "minutes": (
        "REGULAR MEETING OF THE TRUSTEES\n\nOde reported on the map officer's position and salary. "
        "Reed moved to post it; Poe seconded. Adjourned at 9.\n"
    ),
    "an answer": (
        "Thank you for applying!\n\nPosition: Map Officer\nA recruiter reviews your qualifications "
        "and may invite you to an interview.\n"
    ),
    "a welcome": (
        "Our new map officer\n\nPat Reed is our map officer as of May. In this role, Pat reports to "
        "the mayor. Please join me in welcoming Pat.\n"
    ),
    "how to write one": (
        "Job Description: Dos and Don'ts\n\nA strong job description says what the work is. Use "
        "these steps.\n\nList responsibilities\nBegin each with a verb.\n\n"
        "List qualifications\nSay which are required.\n"
    ),
    "advice": (
        "What to expect from a map officer\n\nYour town's map officer keeps the maps. These are the "
        "skills to look for in one.\n\nQualifications\n\n- A degree in geography.\n"
    ),
}


@pytest.mark.parametrize("name", ABOUT_WRITTEN)
def test_what_tells_of_posts_and_offers_none_is_refused(name: str) -> None:
    fact = LINTER.check(ABOUT_WRITTEN[name]).facts["is_posting"]
    assert not fact.value
    assert fact.missing in {f"it reads as {paper.name}" for paper in ABOUT_POSTS}


@pytest.mark.parametrize(
    "line",
    [
        "The director shall be appointed by the mayor under § 3-201 of the charter.",
        "Adopted: 7/1/93\nRevised: 8/2/04\nReviewed: 1/2/11",
        "- Advises candidates on interview questions and on a career path in technology.",
        "- Takes minutes of each meeting, and notes what was moved, until it is adjourned.",
    ],
)
def test_a_posting_may_speak_of_laws_and_careers(line: str) -> None:
    assert LINTER.check(POSTING.format(extra=f"\n{line}\n")).facts["is_posting"].value


@pytest.mark.parametrize(
    "text",
    [
        (
            "Staff appraisal form\n\nEmployee name:\nDuties and responsibilities:\nRating (meets "
            "expectations, needs improvement):\n"
        ),
        (
            "Map Room Careers\n\nSome of our positions\n\n- Map clerk\n- Map officer\n\nSkills for the "
            "job\n\n- Knowledge of maps.\n- Ability to climb.\n"
        ),
        (
            "Map Officer\n\nOverview\n\nThe map officer serves as the town's keeper of maps, hiring clerks "
            "and advising the mayor.\n\nContact us\n"
        ),
        (
            "Map Department Responsibilities\n- Oversee the work of the department.\n- Hire and "
            "train its staff.\n- Keep the maps.\n- Lend the maps.\n"
        ),
        (
            "Questions about maps and careers\nDo I need a degree?\nNo; see the job description of "
            "the position.\nAre all jobs posted?\nAll are posted, with the skills required.\n"
            "How do I apply?\nApplications are taken for any job.\n"
        ),
        (
            "Policy No. 12 Filling of posts\n\n1. When a position opens, the officer says so, with "
            "its duties and the qualifications required.\n2. All vacancies are told to the staff, "
            "and all applications are kept.\n"
        ),
        (
            "Recruiting and hiring procedures\n\nAll vacancies are filled in an even way. The "
            "screening committee meets, and its members know the hiring process.\n"
        ),
        (
            "Dear friends,\n\nI had said that nobody was found for the post of Map Officer. I have "
            "met the unions, and I am moving on with the applications we have.\n\nGratefully,\n"
            "Ann Lee\nPresident\n"
        ),
        (
            "Map Unit\n\nThe Unit handles all maps, which includes:\n1. Managing the skills of its "
            "staff.\n2. Ensuring that what is required is done.\n3. Lending of maps.\n"
        ),
        (
            "Roads and Water\n\nThe Bridge Division paints bridges. The Drain Division clears drains. "
            "The Depot Section mends trucks.\n\n- Painted six bridges\n- Cleared forty drains\n"
        ),
        (
            "Autumn Career Fair\n\nMeet thirty employers on May 4. Bring your resume. They are hiring "
            "nurses and cooks.\n"
        ),
        (
            "Key Policy\n\nEligibility\nThis policy applies to all staff.\n\nResponsibilities\n"
            "Keepers count the keys each night.\n"
        ),
    ],
    ids=[
        "a form of marks",
        "a page of careers",
        "the page of an office",
        "a department's work",
        "what people ask",
        "a numbered policy",
        "a procedure",
        "a letter to friends",
        "what a unit does",
        "what divisions do",
        "a fair",
        "a rule that says so",
    ],
)
def test_what_asks_nobody_to_work_is_no_posting(text: str) -> None:
    assert not LINTER.check(text).facts["is_posting"].value


@pytest.mark.parametrize(
    "text",
    [
        (
            "MAP OFFICER II DEFINITION Under direction, performs work with maps and lends them. "
            "DISTINGUISHING CHARACTERISTICS The map officer II is the second level of the series.\n"
        ),
        (
            "Town Manager\nJob Description:\nThe Town Manager is responsible for all departments and "
            "carries out what the council decides.\n"
        ),
        (
            "This job has expired\n\nMap Officer\n\nSalary\n$50,000\n\nClosing date\n"
            "July 1\n\nPosition type\nFull time\n\nFen Maps "
            "is seeking a map officer. This position is responsible for the maps; the role is new.\n"
        ),
        (
            "Map Officer\n\nSalary: $90,000\nReports to: Map Director\nPart-time or full-time: "
            "Full-time\n\nWho we are\n\nFen Maps has drawn maps since 1911.\n"
        ),
    ],
    ids=["a class", "a paragraph", "a posting that is over", "a title and its terms"],
)
def test_a_described_job_is_a_posting(text: str) -> None:
    assert LINTER.check(text).facts["is_posting"].value


@pytest.mark.parametrize(
    "text",
    [
        "Roofers, $24/hr. Own harness, clean record. Text Lee 503-555-0110.\n",
        "NIGHT BAKER – Elm Bread, Salem. $19 an hour plus meals. Stop in before ten.\n",
        "Tutors needed, weekends, £20 ph. Write to ann@elm-tutors.org with a CV.\n",
        "Shop assistant – school holidays. £9,800 pro rata. Apply with a letter by 3 May.\n",
        "HELP WANTED\nNight baker, weekends. Ask for Lee at Elm Bread.\n",
        "Court clerk, half days, 0.5 FTE. Typing certificate a must. Pine County.\n",
    ],
    ids=["a rate and a number", "capitals and a dash", "many", "a letter", "a sign", "no pay"],
)
def test_a_small_advertisement_is_a_posting(text: str) -> None:
    """It has no section and no duty, but a job, what it pays, when it is and how to get it."""
    assert LINTER.check(text).is_posting


def test_who_attends_meetings_or_resolves_what_was_moved_is_sought() -> None:
    """Words of minutes and resolutions among the duties of a clerk make neither of a posting."""
    text = (
        "City Clerk\n\nDuties\n- Attends each meeting until it is adjourned.\n- Notes who moved and "
        "seconded what was resolved, whereas the deputy keeps the tape.\n\n"
        "Qualifications\n- Two years in an office.\n"
    )
    assert LINTER.check(text).is_posting
    bare = LINTER.check(text.replace("Duties\n", "").replace("\nQualifications\n", ""))
    assert "minutes" not in (bare.facts["is_posting"].missing or "")


def test_a_posting_may_ask_what_somebody_does_and_say_where_to_write() -> None:
    text = (
        "What does a map officer do in Fen?\n\nYou keep the maps and lend them.\n\n"
        "What you need\nA degree.\n\nHow to apply\nWrite to maps@fen.example by May 2.\n"
    )
    assert LINTER.check(text).is_posting


@pytest.mark.parametrize(
    "text",
    [
        "House painter, $35/hr, weekends too. Call Lee 503-555-0110 for free estimates.\n",
        "I have worked as a nanny for ten years, $25/hr, full time. Call 503-555-0110.\n",
        "Piano lessons, $40 an hour, evenings. Call 503-555-0110.\n",
    ],
    ids=["who sells work", "who looks for it", "lessons"],
)
def test_who_offers_work_of_their_own_posts_no_job(text: str) -> None:
    assert not LINTER.check(text).is_posting


@pytest.mark.parametrize(
    "text",
    [
        # Of posts at large, whatever is asked for one.
        (
            "When a job comes open, the county posts a notice. The notice names the duties, the salary, "
            "the license and the experience a position needs. Applications are read by the office.\n"
        ),
        (
            "Our job bulletins tell you:\n\n- The title and the salary\n- The duties people perform\n"
            "- The skills and the degree required\n- Who may apply, and until when\n\nApplicants whose "
            "qualifications are met may be interviewed.\n"
        ),
        (
            "The classification plan puts positions into grades. A position description tells the duties, "
            "responsibilities, knowledge and skills a position requires. Each employee has one.\n"
        ),
        (
            "# Role\n\nYou are a patient reader of ads.\n\n# Task\n\n- Read the job description below.\n"
            "- Sum up its skills, requirements and degree.\n"
        ),
        # Titles of papers about a job.
        (
            "Cover Letter for a Map Curator\n\nA cover letter shows your skills. Use the qualifications "
            "in the posting, and apply early. Curators look for experience with maps.\n"
        ),
        (
            "The Process to Hire a Remote Map Curator\n\nWe saw forty candidates in one year. The job "
            "description comes first, then the interview, and the hiring team decides.\n"
        ),
        # Headings that name the trade over and over.
        (
            "Map Curator Job Description\n\nMap curators keep the maps of a museum. On average there are "
            "two in a museum.\n\nMap Curator Duties\n\n- Buys maps.\n- Lends maps.\n- Mends maps.\n\n"
            "Map Curator Salary\n\nThe median salary is $52,000 a year.\n\nMap Curator Education\n\n"
            "Most have a degree.\n"
        ),
        # A rule that says of itself what it is for, and the outline of a trade.
        (
            "Purpose\nThe purpose of our posting policy is to tell staff of openings.\n\nScope\n"
            "This policy applies to all.\n\nEligibility\n- Has the skills the posting asks for.\n"
            "- Applies by the closing date.\n- Has a degree where it is required.\n"
        ),
        (
            "Keepers of maps\n\nTasks\n\n- Buy maps.\n- Lend maps.\n\nEducation\n\nMost of these "
            "occupations require a degree.\n\nOutlook\n\nGood, and on average better.\n"
        ),
        # A form that marks an employee, under a letterhead.
        (
            "Elm Maps Ltd\n\nEmployee name: Pat Reed\nAppraisal period: 2026\nAppraiser: Lee Ash\n\n"
            "Competencies\n\nKnowledge of maps: needs improvement\nSkills: exceeds expectations\n"
        ),
    ],
    ids=[
        *("notice", "bulletins", "plan", "prompt", "letter", "process", "trade", "rule", "outline"),
        "appraisal",
    ],
)
def test_what_speaks_of_posts_at_large_is_no_posting(text: str) -> None:
    """It offers no post: nothing names one, and nothing says "this position"."""
    assert not LINTER.check(text).is_posting


@pytest.mark.parametrize(
    "text",
    [
        (
            "The selected candidate will keep maps, and mends them. A degree and a license are required. "
            "Knowledge of ink and skills in gluing are preferred. Salary is $52,000 a year.\n"
        ),
        (
            "Three years of experience in mending maps required. Degree preferred. Knowledge of ink, "
            "skills in gluing, ability to stand. Benefits and full time.\n"
        ),
        (
            "Duties will include keeping and mending maps. A degree is required, experience with glue "
            "is preferred. Must be able to read old hands. Full time, with benefits.\n"
        ),
    ],
)
def test_a_post_without_a_title_is_told_by_what_is_said_of_it(text: str) -> None:
    assert LINTER.check(text).is_posting

"""Papers about work and hiring that are no postings are told apart, and postings stay postings."""

# ruff: noqa: E501 (a paragraph stands on one line, as it would in a file)
from __future__ import annotations

import pytest

from postlint import Linter

LINTER = Linter()

OTHERS = {
    "recipe": """\
# Lentil soup

Serves: 4
Time: 40 minutes

## Ingredients

- 200 g red lentils
- 2 carrots
- 1 onion
- Salt

## Steps

1. Chop the onion and the carrots.
2. Cook them in oil for five minutes.
3. Add lentils and a litre of water, and simmer for half an hour.
4. Serve with bread.
""",
    "news hiring": """\
Riverbend schools name new technology director

By Ann Lee
March 3, 2026

RIVERBEND — The school board voted 5-2 on Tuesday to hire Maria Ortiz as the district's first chief technology officer. Ortiz, 44, will oversee a staff of 30 and a budget of $12 million, and will report to the superintendent. She will earn $168,000 a year.

"We had more than 80 applicants," said board chair Tom Hale. "Her experience leading large teams and her master's degree in computer science stood out."

Ortiz will start on July 1. She will be responsible for the district's network, its student data systems and cybersecurity. Her duties include planning the purchase of 9,000 laptops.

The district has 14,000 students.
""",
    "cv": """\
JANE MORGAN
12 Mill Lane, Hull | jane@example.org | 555-0142

PROFESSIONAL SUMMARY
Network engineer with twelve years of experience in schools and hospitals.

EXPERIENCE
Network Manager, Riverbend Schools, 2018 - present
- Managed a team of six technicians
- Planned and installed a fibre ring for 22 schools
- Responsible for the yearly budget of $2 million

Systems Administrator, Hull Hospital, 2012 - 2018
- Administered 300 servers
- Trained new staff

EDUCATION
B.Sc. Computer Science, University of Hull, 2012

SKILLS
Cisco, Linux, Python, project management

REFERENCES
Available upon request
""",
    "contract": """\
EMPLOYMENT AGREEMENT

This Agreement is made on 1 March 2026 between Riverbend Unified School District ("the Employer") and Maria Ortiz ("the Employee").

1. Position. The Employer employs the Employee as Chief Technology Officer. The Employee shall report to the Superintendent.
2. Term. This Agreement begins on 1 July 2026 and ends on 30 June 2029.
3. Compensation. The Employer shall pay the Employee a salary of $168,000 per year in twelve instalments.
4. Duties. The Employee shall perform the duties set out in Board Policy 2.14.
5. Termination. Either party may end this Agreement with ninety days' written notice.
6. Governing law. This Agreement is governed by the laws of the State of Oregon.

IN WITNESS WHEREOF the parties have signed this Agreement.

____________________  Superintendent
____________________  Employee
""",
    "policy": """\
Policy 4110: Equal Employment Opportunity

Adopted: 2012-05-01
Revised: 2024-09-15

## Purpose

The District does not discriminate on the basis of race, color, religion, sex, national origin, age or disability in any of its programs or employment.

## Definitions

"Harassment" means conduct that is severe or pervasive.

## Procedure

1. A complaint is filed with the compliance officer within 180 days.
2. The compliance officer investigates the complaint within 30 days.
3. The superintendent decides on the appeal.

## Responsibilities

- The superintendent shall ensure that this policy is posted.
- Principals shall report complaints.
- Supervisors shall attend training every year.
""",
    "readme": """\
# fastgrid

A small library for drawing grids.

## Requirements

- Python 3.11
- numpy

## Installation

    pip install fastgrid

## Usage

```python
import fastgrid
fastgrid.draw(3, 4)
```

## Contributing

Open an issue first. Run the tests before you send a pull request.

## License

MIT
""",
    "invoice": """\
INVOICE

Invoice number: 2026-0117
Date: 12 April 2026
Due date: 12 May 2026
Bill to: Riverbend Unified School District

Description                Hours   Rate     Amount
Network consulting         40      $95.00   $3,800.00
Training of staff          8       $80.00   $640.00

Subtotal: $4,440.00
Tax: $0.00
Total: $4,440.00

Payment terms: 30 days. Please make checks payable to Northwind Consulting.
""",
    "minutes": """\
MINUTES OF THE REGULAR MEETING
Riverbend Board of Education
Date: March 3, 2026
Present: Hale, Kim, Ruiz, Stone, Webb

1. Call to order
The chair called the meeting to order at 6:30 p.m.

2. Approval of the agenda
Moved by Kim, seconded by Ruiz. Carried 5-0.

3. Personnel
The board approved the job description of the Chief Technology Officer. The position reports to the superintendent and supervises the network staff. Motion carried 5-2.

4. Adjournment
The meeting adjourned at 8:05 p.m.
""",
    "performance review": """\
ANNUAL PERFORMANCE REVIEW

Employee: Jane Morgan
Position: Network Manager
Supervisor: Maria Ortiz
Review period: July 2025 - June 2026

GOALS
- Finish the wireless upgrade
- Hire two technicians

ACHIEVEMENTS
- Planned and led the move of the data center
- Reduced help desk wait times by half

AREAS FOR DEVELOPMENT
- Delegates too little
- Written reports come late

OVERALL RATING: Exceeds expectations
""",
    "course syllabus": """\
CS 101 Introduction to Programming

Instructor: Dr. Lee
Office hours: Tuesdays 2-4
Credits: 4

Course description
Students learn to write programs in Python.

Learning outcomes
- Write functions and loops
- Test and debug programs
- Work in teams

Grading
Homework 40%, midterm 20%, final 40%

Required text
Think Python

Academic integrity
Students are responsible for knowing the honor code. Students with disabilities may request a reasonable accommodation.
""",
    "press release": """\
FOR IMMEDIATE RELEASE

Contact: Tom Hale, 555-0100

Northwind opens new office in Hull, will hire 200

HULL, March 3, 2026 — Northwind, a maker of grid software, today announced that it will open an office in Hull and hire 200 engineers, analysts and managers over three years. Salaries will range from $70,000 to $150,000.

"We are excited to join this community," said Northwind's chief executive.

About Northwind
Northwind was founded in 2009 and serves 400 utilities.

###
""",
    "career advice": """\
How to write a job description that works

A good job description tells candidates what they will do, what they need and what they will earn. Here are five tips.

1. Start with the title. "Ninja" tells nobody anything.
2. List six to ten duties. Begin each with a verb: plans, leads, writes.
3. Keep qualifications short. Ask only for a degree where the work needs one.
4. Give the salary range. In many states the law asks for it.
5. Say how to apply.

Do you have a tip of your own? Leave a comment below.
""",
    "terms": """\
Terms of use

By using this site you agree to these terms. You are responsible for keeping your password safe.

1. Accounts. You must be 18 years of age to open an account.
2. Content. You may not post job listings that are false or misleading.
3. Employers. Employers are responsible for the postings they place.
4. Liability. The site is provided as is.
5. Changes. We may change these terms at any time.
""",
    "faq": """\
Frequently asked questions for applicants

How do I apply?
Create an account and upload your resume.

When will I hear back?
We review applications within three weeks.

Do you offer benefits?
Yes: health, dental and a pension.

What if I need an accommodation?
Call Human Resources at 555-0100.
""",
    "salary schedule": """\
SALARY SCHEDULE 2026-27
Classified management

Range   Step 1     Step 2     Step 3
14      $61,000    $64,000    $67,000
15      $66,000    $69,000    $72,000

Positions by range
14: Help Desk Supervisor, Payroll Supervisor
15: Network Manager, Data Manager

Longevity: 2% after ten years.
""",
    "interview questions": """\
Interview questions: Network Manager

1. Tell us about your experience leading a team.
2. How would you plan the upgrade of a network in 22 schools?
3. Describe a time when you had to manage a conflict.
4. What questions do you have for us?

Scoring: 1 poor, 5 excellent
Panel: Ortiz, Hale, Kim
""",
    "cover letter": """\
Dear Ms. Ortiz,

I am writing to apply for the position of Network Manager. For the past eight years I have led a team of six at Hull Hospital, where I planned and installed a new network. I hold a bachelor's degree in computer science and a Cisco certificate.

I would welcome the chance to speak with you about the role.

Sincerely,
Jane Morgan
""",
    "offer letter": """\
Dear Jane,

We are pleased to offer you the position of Network Manager at a salary of $92,000 per year. You will report to the Chief Technology Officer. Your first day will be July 1, 2026. This offer is contingent on a background check.

Please sign and return this letter by June 1.

Maria Ortiz
""",
    "rfp": """\
REQUEST FOR PROPOSALS 26-14
Network equipment for 22 schools

Issue date: April 1, 2026
Proposals due: May 1, 2026, 2:00 p.m.

SCOPE OF WORK
The vendor shall:
- Supply and install 400 access points
- Train district staff
- Provide support for five years

MINIMUM QUALIFICATIONS
- The vendor has five years of experience in school networks
- The vendor is licensed in the State of Oregon

EVALUATION
Price 50%, experience 30%, references 20%
""",
    "about page": """\
About us

Riverbend Technology is a team of forty people who build software for schools. We are an equal opportunity employer.

Our values
- We listen
- We keep promises
- We share what we learn

Our leadership
Maria Ortiz, Chief Executive
Tom Hale, Director of Engineering

Join us! See our open positions.
""",
    "job list": """\
Open positions

Network Manager - Hull - Full time - Apply
Data Analyst - Hull - Part time - Apply
School Nurse - Riverbend - Full time - Apply

Showing 1-3 of 3 jobs
""",
    "volunteer handbook": """\
Volunteer handbook: food bank

Welcome! Thank you for giving your time.

Your shift
Shifts begin at 9:00. Please arrive ten minutes early.

What volunteers do
- Sort donated cans
- Pack boxes
- Greet guests

Safety
Lift with your legs. Closed shoes are required.

Contact: 555-0155
""",
    "obituary": """\
Harold Finch, 1938-2026

Harold Finch of Hull died on March 2. For thirty years he was superintendent of schools, where he supervised two hundred teachers and led the building of four schools. He held a master's degree from the University of Hull.

He is survived by his wife and two daughters. Services will be held on Friday.
""",
    "resignation": """\
Dear Maria,

Please accept this letter as notice that I am leaving my position as Network Manager. My last day will be June 30. I will finish the documentation and help train whoever comes after me.

Thank you for six good years.

Jane
""",
    "reference letter": """\
To whom it may concern

Jane Morgan worked for me for six years as Network Manager. She was responsible for a team of six and a budget of two million dollars. She has excellent skills in planning and knowledge of every system we run. I recommend her without reservation.

Maria Ortiz
Chief Technology Officer
""",
    "linkedin": """\
Jane Morgan
Network Manager at Riverbend Schools
Hull · 500+ connections

About
I lead teams that keep schools connected.

Experience
Network Manager
Riverbend Schools
2018 – Present · 8 yrs
Responsible for 22 schools and six technicians.

Systems Administrator
Hull Hospital
2012 – 2018

Education
University of Hull
BSc, Computer Science

Skills
Leadership · Cisco · Linux
""",
    "meeting email": """\
Subject: Hiring committee on Thursday

Hi all,

We meet Thursday at 2 to talk about the candidates for the Network Manager position. Please read the five resumes before then. The interview questions are attached.

Thanks,
Tom
""",
    "job fair": """\
Spring job fair
Saturday, April 18, 10-2, Riverbend High School

Meet forty employers. Bring copies of your resume. Free parking. Dress for an interview.

Questions? Call 555-0100.
""",
    "university programme": """\
Master of Science in Data Science

The program prepares students for careers as analysts and engineers.

Admission requirements
- A bachelor's degree
- Two letters of recommendation
- GRE scores are optional

Curriculum
- Statistics I and II
- Machine learning
- Ethics

Tuition
$1,200 per credit

How to apply
Apply online by January 15.
""",
    "manual": """\
Wireless access point AP-400: installation guide

Before you begin
- Read the safety notes
- Make sure the power is off

Install the bracket
1. Hold the bracket against the wall.
2. Mark the holes.
3. Drive the screws.

Configure
Connect a laptop and open 192.168.1.1.

Requirements
PoE switch, 802.3at
""",
    "blog": """\
What I learned from hiring fifty engineers
Posted by Dana on March 3

Last year I read two thousand resumes. Here is what I learned. Degrees told me little. Years of experience told me less. What mattered was whether candidates had finished something.

We used to ask for ten qualifications. Now we ask for four, and applications from women doubled.

14 comments
""",
    "court notice": """\
NOTICE OF CLASS ACTION SETTLEMENT

If you applied for a job with Northwind between 2019 and 2023, a settlement may affect your rights. The lawsuit says that Northwind did not show pay ranges in its job postings. Northwind denies this.

You may: submit a claim by May 1; ask to be excluded; object; or do nothing.
""",
    "job classification study": """\
Classification and compensation study: final report

Summary
The consultant reviewed 212 job descriptions and interviewed 60 employees. The study recommends 14 pay grades.

Method
Each position was rated on knowledge, supervision and working conditions.

Findings
Salaries of managers are 8 per cent below the market.
""",
    "employee handbook": """\
EMPLOYEE HANDBOOK

Welcome to Northwind.

Hours
Full time employees work 40 hours per week.

Benefits
Health insurance begins after 30 days. Vacation is two weeks.

Conduct
Employees must be on time. Employees are responsible for company property.

Discipline
A supervisor may give a written warning.

Acknowledgment
I have read this handbook. Signature ______ Date ______
""",
    "lost and found": """\
Lost and found

Items are kept for thirty days. Ask at the front desk.
""",
}

POSTINGS = {
    "one whose duties a sentence announces": """\
Orchard and Bees Apprenticeship

Fen Orchard is a farm of nine acres on the edge of town. Readers buy from the farm at its gate.

The work has many sides, and on most days an apprentice will be:

- Grafting young trees
- Feeding the hives
- Pressing apples
- Mending ladders
- Driving the cart to market
""",
    "one that names others' papers": """\
Contracts Specialist

The specialist writes requests for proposals and keeps the scope of work of each.

DUTIES
- Writes requests for proposals with the schools
- Checks that the vendor shall be paid on time
- Files the minutes of the board's purchasing committee

QUALIFICATIONS
- A bachelor's degree
- Three years of experience with public contracts

Salary: $61,000 per year. To apply, send a resume and three references.
""",
    "one for a programmer": """\
Open Source Developer

You will review pull requests, open an issue where something is unclear, and keep the changelog. Requirements: three years of experience with Python, and skills in git. The position is full time; salary $90,000. Apply by May 1.
""",
    "one with a letter around it": """\
Dear applicant,

The town of Hull is hiring a Deputy Clerk. The clerk is responsible for the minutes of the council, reports to the Town Clerk and earns $24 per hour. Applicants must have a high school diploma and two years of experience in an office. Please apply by June 1.

Sincerely,
Human Resources
""",
    "one with a term of years": """\
Grants Manager

The position is funded 2026 - 2028 and may go on 2028 - 2030. The manager is responsible for the reports to the state. Minimum qualifications: a bachelor's degree and three years of experience with grants. Salary $70,000, full time, benefits. Apply online.
""",
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_papers_are_not_postings(name: str) -> None:
    """And the reason is given."""
    report = LINTER.check(OTHERS[name])
    assert not report.is_posting
    assert [found.message for found in report.diagnostics if found.code == "POST010"]


@pytest.mark.parametrize("name", POSTINGS)
def test_postings_in_the_words_of_other_papers_are_postings(name: str) -> None:
    assert LINTER.check(POSTINGS[name]).is_posting


@pytest.mark.parametrize("blanks", ["", " ", "\n", "\n\n\n", "\ufeff\n\t\n"])
@pytest.mark.parametrize("kind", ["text", "markup", "markdown"])
def test_a_text_without_a_word_is_shown_where_it_begins(blanks: str, kind: str) -> None:
    found = Linter().check(blanks, kind=kind).diagnostics
    assert [each.span for each in found] == [(0, 0)]

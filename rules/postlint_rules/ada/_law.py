"""The authorities of this family, each with the day of its reading and how sure it is."""

from __future__ import annotations

from postlint.rules.rule import Authority, Basis, Confidence

DEFINITION = Authority(
    citation="42 U.S.C. 12111(8): a description written before advertising is evidence",
    date="read 2026-11-21, copy of April 2023",
    jurisdiction="US",
)
FUNDAMENTAL = Authority(
    citation="29 CFR 1630.2(n)(1): fundamental duties, not marginal ones",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
EVIDENCE = Authority(
    citation="29 CFR 1630.2(n)(3)(ii): descriptions prepared before advertising",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
MANUAL = Authority(
    citation="EEOC, Title I Technical Assistance Manual, ch. II, 2.3(a), factor (b)",
    date="read 2026",
    jurisdiction="US",
)
MANUAL_ADVERTISING = Authority(
    citation="EEOC, Title I Technical Assistance Manual, ch. V, as quoted by JAN",
    date="read 2026",
    jurisdiction="US",
    basis=Basis.SECONDARY,
)
ACCOMMODATION = Authority(
    citation="29 CFR 1630.2(o)(1)(i), 1630.9: accommodation in applying and in the work",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
PREGNANCY = Authority(
    citation="42 U.S.C. 2000gg-1: accommodation of limits related to pregnancy",
    date="read 2026-11-21, text of 2024",
    jurisdiction="US",
)
CONTRACTOR_PROCESS = Authority(
    citation="41 CFR 60-741.21(a)(6): accommodation in contractors' online applications",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
    volatile=True,
)
PLAIN_PRACTICE = Authority(
    citation="Practice: a sign needs its explanation, and one sign one meaning",
    date="2026",
    confidence=Confidence.MEDIUM,
    basis=Basis.GENERAL,
)
CRITERIA = Authority(
    citation="42 U.S.C. 12112(b)(6); 29 CFR 1630.10(a): criteria that screen out need a job reason",
    date="read 2026-11-21, copies of April 2023 and January 2025",
    jurisdiction="US",
)
APPENDIX = Authority(
    citation="29 CFR pt. 1630 app., 1630.10: lifting, walking, vision and hearing requirements",
    date="read 2026-11-21",
    jurisdiction="US",
)
ADVERTISING = Authority(
    citation="29 CFR 1630.4(a)(1)(i): no discrimination in recruitment and advertising",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
RESULT_NOT_MANNER = Authority(
    citation="EEOC and JAN advice: state the result and not the manner",
    date="not opened for this work",
    jurisdiction="US",
    confidence=Confidence.MEDIUM,
    basis=Basis.GENERAL,
)
RECIPIENTS = Authority(
    citation="34 CFR 104.11(b)(1), 104.13, 104.14: recipients of federal education funds",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
IMPAIRMENT = Authority(
    citation="29 CFR 1630.2(h)(2): mental and psychological disorders are impairments",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
INQUIRY = Authority(
    citation="42 U.S.C. 12112(d)(2)(A); 29 CFR 1630.13(a): no question whether one is disabled",
    date="read 2026-11-21, texts of April 2023 and June 2026",
    jurisdiction="US",
)
FAMILY_HISTORY = Authority(
    citation="42 U.S.C. 2000ff-1(b): no request for family medical history",
    date="read 2026-11-21, text of 2024",
    jurisdiction="US",
)
EXAMINATION = Authority(
    citation="42 U.S.C. 12112(d)(3); 29 CFR 1630.14(b), 1630.16(c)(1): examination after the offer",
    date="read 2026-11-21, copies of April 2023 and January 2025",
    jurisdiction="US",
)
LICENCE_LETTER = Authority(
    citation="EEOC informal letter of 21 June 2006: a licence where driving is essential; guidance",
    date="read 2026",
    jurisdiction="US",
)
LICENCE_CALIFORNIA = Authority(
    citation="Cal. Gov. Code 12940 as amended by SB 1100, in force 1 January 2025",
    date="read 2026 in summaries",
    jurisdiction="US-CA",
    basis=Basis.SECONDARY,
)
PUBLIC_ACCESS = Authority(
    citation="28 CFR 35.130, 35.160: public bodies' services and communication",
    date="not opened for this work",
    jurisdiction="US",
    confidence=Confidence.MEDIUM,
    basis=Basis.GENERAL,
)

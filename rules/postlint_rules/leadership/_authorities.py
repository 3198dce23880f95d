"""The texts the leadership rules rest on; none of them is a law.

Each is dated, and marked by how it was read: see `Basis`.
"""

from __future__ import annotations

from postlint.rules.rule import Authority, Basis, Confidence

OUTLINE = Authority(
    citation=(
        "CoSN, Framework of Essential Skills of the K-12 CTO, and the CETL detailed content "
        "outline in its self-assessment"
    ),
    date="July 2019",
    # Newer outlines may weigh the areas otherwise.
    volatile=True,
)
CERTIFICATION = Authority(
    citation="CoSN, presentation of the CETL certification",
    date="undated",
    basis=Basis.SECONDARY,
)
CERTIFIED_LEADERS = Authority(
    citation="CoSN, The Value of CETL to Superintendents (self-reported survey)",
    date="undated",
    confidence=Confidence.MEDIUM,
)
FRAMEWORK_2009 = Authority(
    citation="eSchool News, on version 2.0 of the CoSN framework",
    date="December 2009",
    basis=Basis.SECONDARY,
)
BOARD_JOURNAL = Authority(
    citation="American School Board Journal, on CTOs in the top-tier cabinet",
    date="April 2013",
    basis=Basis.SECONDARY,
)
ETAC = Authority(
    citation=(
        "Massachusetts Educational Technology Advisory Council, draft profile of the "
        "administrator of technology"
    ),
    date="draft, not known to be adopted",
    jurisdiction="US-MA",
)
EDUCATION_WEEK = Authority(
    citation="Education Week, on the changing job of the district technology chief",
    date="2013",
    # That it was said is sure; as a measurement it is weak.
    confidence=Confidence.LOW,
)
ESCHOOL_2016 = Authority(
    citation="eSchool News, interview with CoSN's chief executive",
    date="December 2016",
    confidence=Confidence.LOW,
    basis=Basis.SECONDARY,
)
ISTE = Authority(
    citation="ISTE Standards for Education Leaders",
    date="not opened for this work",
    basis=Basis.GENERAL,
)
E_RATE = Authority(
    citation="47 CFR 54.500 and following, the E-rate program",
    date="not opened for this work",
    jurisdiction="US",
    basis=Basis.GENERAL,
)
EXECUTIVE_EXEMPTION = Authority(
    citation="29 CFR 541.100(a)(3) and 541.104, the executive exemption",
    date="read November 2026",
    jurisdiction="US",
)
FERPA = Authority(
    citation="20 U.S.C. 1232g and 34 CFR part 99 (FERPA)",
    date="read November 2026",
    jurisdiction="US",
    basis=Basis.SECONDARY,
)
COPPA = Authority(
    citation="15 U.S.C. 6501 and 16 CFR part 312 (COPPA), as amended",
    date="effective 23 June 2025, compliance by 22 April 2026",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
CIPA = Authority(
    citation="47 U.S.C. 254(h)(5) and 47 CFR 54.520 (CIPA)",
    date="read November 2026",
    jurisdiction="US",
    basis=Basis.SECONDARY,
)
STATE_PRIVACY_ACTS = Authority(
    citation="State acts such as N.Y. Educ. Law 2-d with 8 NYCRR 121.8, and 105 ILCS 85",
    date="not opened for this work",
    basis=Basis.GENERAL,
    volatile=True,
)
COSN_SURVEYS = Authority(
    citation="CoSN, surveys of school technology leaders: cybersecurity first since 2018",
    date="2018 to 2023",
    basis=Basis.SECONDARY,
)
NIST = Authority(
    citation="NIST, Cybersecurity Framework 2.0, function Govern",
    date="not opened for this work",
    basis=Basis.GENERAL,
)
CISA = Authority(
    citation="CISA, report on K-12 organizations",
    date="January 2023",
    basis=Basis.GENERAL,
)
MANUAL = Authority(
    citation="EEOC, Title I Technical Assistance Manual, on the order of duties as evidence",
    date="1992",
    jurisdiction="US",
    confidence=Confidence.MEDIUM,
)
WEB_RULE = Authority(
    citation="28 CFR 35.200, with the dates of 91 Fed. Reg. 20902 (interim final rule)",
    date="20 April 2026; compliance 26 April 2027 or 26 April 2028",
    jurisdiction="US",
    volatile=True,
)

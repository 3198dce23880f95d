"""The texts the leadership rules rest on; none of them is a law.

Each is dated, and marked by how it was read: see `Basis`.
"""

from __future__ import annotations

from postlint.rule import Authority, Basis, Confidence

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

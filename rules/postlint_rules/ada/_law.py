"""The authorities of this family, each with the day of its reading and how sure it is."""

from __future__ import annotations

from postlint.rule import Authority, Basis, Confidence

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

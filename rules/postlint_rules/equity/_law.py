"""The authorities of this family, each with the day of its reading and how sure it is."""

from __future__ import annotations

from postlint.rules.rule import Authority, Basis, Confidence

RECIPIENTS = Authority(
    citation="34 CFR 104.8(a)-(b): recruitment materials carry the policy on disability",
    date="read 2026-11-21, copy of January 2025",
    jurisdiction="US",
)
SMALL_RECIPIENTS = Authority(
    citation="34 CFR 104.9: under 15 employees only when ordered",
    date="read 2026-11-21, text of April 2026",
    jurisdiction="US",
)
CONTRACTORS = Authority(
    citation="41 CFR 60-741.5(a)7 and 60-300.5(a)12: disability and veterans in every solicitation",
    date="read 2026 in quotations; final rules pending",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
FLOORS = Authority(
    citation="90 Fed. Reg. 41872: contracts over $20,000 and of $200,000 since 1 October 2025",
    date="read 2026-11-21 in summaries",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
ADVICE = Authority(
    citation="EEOC: advice to say in announcements that one does not discriminate; no duty",
    date="read 2026 in quotation",
    jurisdiction="US",
    basis=Basis.SECONDARY,
)
LOCAL_POLICY = Authority(
    citation="Local board policy, where there is one; no general authority",
    date="2026",
    confidence=Confidence.MEDIUM,
    basis=Basis.GENERAL,
    volatile=True,
)
TEXAS = Authority(
    citation="Tex. Educ. Code 11.005(a)(4), (b) (SB 12, 2025), in force 1 September 2025",
    date="read 2026",
    jurisdiction="US-TX",
    volatile=True,
)
UTAH = Authority(
    citation="Utah HB 261 (2024), in force 1 July 2024",
    date="read 2026 in summary",
    jurisdiction="US-UT",
    confidence=Confidence.MEDIUM,
    basis=Basis.SECONDARY,
    volatile=True,
)
FLORIDA = Authority(
    citation="Fla. Stat. 1004.06; 1001.725 (SB 266, 2023)",
    date="read 2026 in summary",
    jurisdiction="US-FL",
    confidence=Confidence.MEDIUM,
    basis=Basis.SECONDARY,
    volatile=True,
)
NEW_HAMPSHIRE = Authority(
    citation="New Hampshire HB 2 (2025), amending RSA 21-I and RSA 186; contested in court",
    date="read 2026 in summary",
    jurisdiction="US-NH",
    confidence=Confidence.LOW,
    basis=Basis.SECONDARY,
    volatile=True,
)
SELECTION = Authority(
    citation="EEOC technical assistance of 19 March 2025, not binding: traits in selection",
    date="read 2026 in summaries",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
LETTERS = Authority(
    citation="OFCCP FAQ, 2014: 'D' and 'V' are not enough",
    date="read 2026 in quotation",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
FEDERAL_CLASSES = Authority(
    citation="42 U.S.C. 2000e-2, 12112, 2000ff-1; 29 U.S.C. 623: the federal grounds",
    date="read 2026-11-21, copies of 2023 and 2024",
    jurisdiction="US",
)
CLASS_LISTS = Authority(
    citation="State and city statutes listed in classes.toml, each with how it was read",
    date="collected up to 2026-07-31",
    confidence=Confidence.MEDIUM,
    basis=Basis.SECONDARY,
    volatile=True,
)
READ_IN = Authority(
    citation="Bostock v. Clayton County (2020)",
    date="not opened for this work",
    jurisdiction="US",
    basis=Basis.GENERAL,
)
REVOKED = Authority(
    citation="EO 14173, sec. 3(b), 21 January 2025: Executive Order 11246 revoked",
    date="read 2026 in summaries",
    jurisdiction="US",
    basis=Basis.SECONDARY,
    volatile=True,
)
VETERAN_CATEGORIES = Authority(
    citation="41 CFR 60-300.2: the categories of protected veterans",
    date="read 2026-11-21",
    jurisdiction="US",
    volatile=True,
)
CLASS_WORDS = Authority(
    citation="Rehabilitation Act Amendments of 1992; Pub. L. 111-256: words of federal law",
    date="not opened for this work",
    jurisdiction="US",
    basis=Basis.GENERAL,
)
SELECTION_LAW = Authority(
    citation="42 U.S.C. 2000e-2(a), 2000e-3(b): selection, advertisements and their exceptions",
    date="read 2026-11-21, copy of April 2023",
    jurisdiction="US",
    volatile=True,
)
PLANS = Authority(
    citation="29 CFR 1608 and Johnson v. Transportation Agency, 480 U.S. 616 (1987): some plans",
    date="the case was not opened for this work",
    jurisdiction="US",
    confidence=Confidence.MEDIUM,
    basis=Basis.GENERAL,
    volatile=True,
)
INQUIRY_SEX = Authority(
    citation="29 CFR 1604.7: inquiries that express a limitation by sex",
    date="read 2026-11-21, text of 2026",
    jurisdiction="US",
)
INQUIRY_MARRIAGE = Authority(
    citation="34 CFR 106.60(a): recipients do not ask marital status",
    date="read 2026-11-21, print of 2024",
    jurisdiction="US",
)
INQUIRY_GUIDANCE = Authority(
    citation="EEOC, guidance on pre-employment inquiries",
    date="not opened for this work",
    jurisdiction="US",
    basis=Basis.GENERAL,
)
SEX_ADVERTISING = Authority(
    citation="42 U.S.C. 2000e-3(b); 29 CFR 1604.5; 34 CFR 106.59: sex in advertisements",
    date="read 2026-11-21, texts of 2023 and 2026",
    jurisdiction="US",
)
AGE_ADVERTISING = Authority(
    citation="29 U.S.C. 623(e), (f)(1); 29 CFR 1625.4: age in advertisements",
    date="read 2026-11-21, copy of April 2023",
    jurisdiction="US",
)
ORIGIN = Authority(
    citation="42 U.S.C. 2000e-3(b); 29 CFR 1606.1, 1606.6(b)(1): national origin, accent, fluency",
    date="read 2026-11-21",
    jurisdiction="US",
)
CITIZENSHIP = Authority(
    citation="8 U.S.C. 1324b(a)(1)-(4); 28 CFR 44.200; 29 CFR 1606.5: citizenship in hiring",
    date="read 2026-11-21, texts of 2023 and 2024",
    jurisdiction="US",
)

"""What hypothesis draws texts from: any text, markup, and plain text in the shape of postings.

Kept in one module, so that a shape learned from a fault serves every law.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings, strategies as st

# More examples where time is no matter: POSTLINT_EXAMPLES=2000 in a nightly run.
law = settings(
    max_examples=int(os.environ.get("POSTLINT_EXAMPLES", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

NEWLINES = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
BLANKS = st.sampled_from(["", " ", "  ", "   ", "    ", "\t", "\xa0", " \t", "        "])

# Words as they come, and characters that have been trouble.
_WORDS = (
    "the district leads plans budget technology staff superintendent reports to cabinet equal "
    "opportunity employer essential functions duties E (E) “E” schedule and of Installs Directs "
    "Oversees configure vendor policy board race, color, religion, sex, $95,000 - $110,000 per "
    "year. 2027-01-15 accommodation reasonable with or without disability he/she a.m. U.S.C. Sec. "
    "504 🏥 \uf0b7 • * ** - -- … 12 ½ naïve Straße İstanbul ﬁ \u200b \u2028 \x0c \xad — I.T. "
    "commitment equity diversity statement applicants must submit serves on the leadership team"
)
WORDS = st.sampled_from(_WORDS.split(" "))
PHRASES = st.sampled_from(
    [
        "Reports to: Superintendent",
        "reports directly to the Superintendent of Schools",
        "Under policy direction",
        "member of the Superintendent's Cabinet",
        "ESSENTIAL DUTIES AND RESPONSIBILITIES",
        "Essential functions:",
        "Minimum Qualifications",
        "MINIMUM QUALIFICATIONS",
        "What you'll do",
        "How to Apply",
        "Physical demands",
        "Equal Opportunity Employer",
        "The district does not discriminate on the basis of race, color, sex, age or disability.",
        "We will consider all qualified applicants without regard to veteran status.",
        "Perform other related duties as assigned.",
        "Note: (E) marks an essential function under the ADA.",
        "All duties are essential unless marked (M).",
        "with or without reasonable accommodation",
        "Applicants must submit an equity statement.",
        "Lead the five-year technology plan. (E)",
        "Install and configure switches and servers. “E”",
        "Supervise and evaluate technology staff.  E",
        "Location: Riverbend, OR    Salary: $95,000 - $110,000    FLSA: exempt",
        "Bachelor's degree or equivalent experience",
        "Page 2 of 5",
        "_______________",
        "Chief Technology Officer",
        "DIRECTOR OF INFORMATION TECHNOLOGY",
        "Governance Set the rules for software. Budget Plan the money.",
    ]
)
_SIGNS = (
    "# |## |### |###### |####### |#|- |* |+ |• |1. |2) |(3) |a. |(b) |\uf0b7 |\uf0a7\t|o |· |- - |"
    "**Policy.** |**Policy:** |**Duties**|Grade: |**Grade:** |closes: |%% |<!-- note -->|---|===|"
    "%% postlint: ignore ADA004 -- no|***|> |(E)|“E”|*|Duty 1:|__Pay__|a\n===|a\n---|\\|~~~|2027. "
)
SIGNS = st.sampled_from([*_SIGNS.split("|"), "| a | b |"])
PIECES = st.one_of(WORDS, WORDS, PHRASES, SIGNS, st.text(max_size=6))


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Draw a line: an indent, perhaps a sign, some words, perhaps blanks at the end."""
    start = draw(BLANKS) if draw(st.booleans()) else ""
    sign = draw(SIGNS) if draw(st.booleans()) else ""
    words = " ".join(draw(st.lists(PIECES, max_size=5)))
    return start + sign + words + (draw(BLANKS) if draw(st.booleans()) else "")


@st.composite
def shaped_texts(draw: st.DrawFn) -> str:
    """Draw lines that look like a posting's, in no good order."""
    parts = draw(st.lists(st.tuples(lines(), NEWLINES), max_size=12))
    text = "".join(line + newline for line, newline in parts)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


@st.composite
def postings(draw: st.DrawFn) -> str:
    """Draw a text with a title and duties, so that every rule has something to say."""
    title = draw(
        st.sampled_from(["Chief Technology Officer", "Librarian", "Director of Technology"])
    )
    sign = draw(st.sampled_from(["# ", ""]))
    head = draw(
        st.sampled_from(["Essential duties", "Duties", "RESPONSIBILITIES", "What you'll do"])
    )
    bullet = draw(st.sampled_from(["- ", "• ", "\uf0b7 ", "1. ", ""]))
    duties = draw(st.lists(st.one_of(PHRASES, lines()), min_size=1, max_size=9))
    mark = draw(st.sampled_from(["", " (E)", " “E”", " *", "\n  (E)"]))
    body = "".join(f"{bullet}{duty}{mark if draw(st.booleans()) else ''}\n" for duty in duties)
    before = draw(st.lists(lines(), max_size=3))
    after = draw(st.lists(st.one_of(PHRASES, lines()), max_size=4))
    sub = sign and "#" + sign
    sections = [f"{sign}{title}", *before, "", f"{sub}{head}", "", body, "", *after]
    text = "\n".join(sections)
    newline = draw(NEWLINES)
    return text if newline == "\n" else text.replace("\n", newline)


ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\n\n\t #*-•%:.(E)“”\x0c\u2028\x85\x1c\u200b\ufeff\ud800"),
    ),
    max_size=200,
)
TEXTS = st.one_of(ANY_TEXT, shaped_texts(), postings())
KINDS = st.sampled_from(["markup", "text"])

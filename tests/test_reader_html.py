"""HTML is read for its words and its form; what surrounds a posting on its page is left out."""

# ruff: noqa: E501 (inputs stand on one line, as they would in a file)
from __future__ import annotations

import time
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

import postlint
from postlint.text.characters import cleaned
from postlint.text.source import Span
from reading import given as place_of, outline, read

PAGE = """<!DOCTYPE html>
<html><head><title>Careers</title><style>p { color: red }</style>
<script>document.write("<p>No: duties</p>")</script></head>
<body><header><a href="/">Home</a></header>
<nav><ul><li>Jobs</li><li>Login</li></ul></nav>
<div class="breadcrumb">Jobs &gt; IT</div>
<div style="display:none">Hidden words</div>
<main>
<h1>Director of Technology &amp; Data</h1>
<p><strong>Reports to:</strong> Superintendent</p>
<h2>Essential&nbsp;duties</h2>
<ul>
  <li>Leads the <em>district&rsquo;s</em> technology
      strategy. (E)
    <ul><li>Chairs the council.</li></ul>
  </li>
  <li><b>Budget.</b> Plans and defends the budget.<p>Twice a year.</p></li>
</ul>
<h2>Pay</h2><p>The salary is $142,000&#8211;$178,000 a year, set by the board for the coming school year.</p>
</main>
<aside>Similar jobs: clerk</aside><footer>&copy; Board</footer></body></html>
"""


def test_the_main_part_of_a_page_is_read_and_the_rest_left_out() -> None:
    posting = read(PAGE, "html")
    assert outline(posting) == [
        "# Director of Technology & Data",
        "Reports to = Superintendent",
        "## Essential duties",
        "* Leads the district’s technology strategy. <E>",
        "  * Chairs the council.",
        "* [Budget.] Plans and defends the budget.",
        "  Twice a year.",
        "## Pay",
        "The salary is $142,000–$178,000 a year, set by the board for the coming school year.",
    ]


def test_words_can_be_found_again_in_the_source() -> None:
    posting = read(PAGE, "html")
    assert place_of(posting, "Technology & Data") == "Technology &amp; Data"
    assert place_of(posting, "the district’s") == "the <em>district&rsquo;s"
    at = posting.text.index("Chairs")
    line = posting.source.range(Span(at, at + 6)).start.line
    assert "Chairs" in PAGE.split("\n")[line - 1]


def test_chrome_is_dropped_where_a_page_names_no_main_part() -> None:
    body = (
        "<div id='top-nav'>Skip</div><div class='cookie-banner'>We use cookies</div>"
        "<div role='navigation'>Menu</div><p hidden>secret</p><h1>Clerk</h1><p>Files.</p>"
    )
    assert outline(read(body, "html")) == ["# Clerk", "Files."]


def test_the_title_of_a_page_without_a_heading_is_the_postings() -> None:
    page = "<html><head><title>Network Engineer | Town of Harbor</title></head><body><p><b>Duties</b></p><ul><li>Installs.</li></ul></body></html>"
    assert outline(read(page, "html"))[0] == "# Network Engineer"
    assert read(page, "html").title is not None


def test_bold_paragraphs_are_headings_and_typed_bullets_items() -> None:
    page = (
        "<p><b>ESSENTIAL FUNCTIONS:</b></p><p>&middot;&nbsp;&nbsp; Leads the team. (E)</p>"
        "<p>· Plans the <span style='font-weight: 700'>network</span>.</p>"
        "<p><u><strong>Qualifications</strong></u><br>A degree<br/>- A licence</p>"
    )
    assert outline(read(page, "html")) == [
        "## ESSENTIAL FUNCTIONS",
        "* Leads the team. <E>",
        "* Plans the network.",
        "## Qualifications",
        "A degree",
        "* A licence",
    ]


def test_bold_names_inside_a_paragraph_begin_fields() -> None:
    page = "<h2>Clerk</h2><p>The clerk files records for the county and the courts. <strong>Salary:</strong> $20 an hour. <strong>Deadline:</strong> June 1</p>"
    assert outline(read(page, "html"))[2:] == ["Salary = $20 an hour.", "Deadline = June 1"]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>Grade</td><td>7</td></tr><tr><td>FLSA Status:</td><td>Exempt</td></tr></table><h2>Duties</h2>",
        "<dl><dt>Grade</dt><dd>7</dd><dt>FLSA Status:</dt><dd>Exempt</dd></dl><h2>Duties</h2>",
        "<div>Grade</div><div>7</div><div>FLSA Status:</div><div>Exempt</div><h2>Duties</h2>",
        "<ul><li><b>Grade:</b> 7</li><li><b>FLSA Status:</b> Exempt</li></ul><h2>Duties</h2>",
    ],
)
def test_names_with_values_are_fields_however_they_are_set(page: str) -> None:
    assert outline(read(page, "html"))[:2] == ["Grade = 7", "FLSA Status = Exempt"]


def test_a_table_of_duties_gives_items_with_marks() -> None:
    page = (
        "<h2>Duties</h2><table><thead><tr><th>Function</th><th>E/M</th><th>% of time</th></tr></thead>"
        "<tr><td>Supervises the help desk&#39;s four technicians</td><td>E</td><td>40%</td></tr>"
        "<tr><td>Stocks the cart of loaner laptops</td><td>M</td><td>5%</td></tr></table>"
    )
    duties = read(page, "html").duties
    assert [duty.text.text for duty in duties] == [
        "Supervises the help desk's four technicians (40%)",
        "Stocks the cart of loaner laptops (5%)",
    ]
    assert [duty.markers[0].essential for duty in duties] == [True, False]


def test_a_layout_table_is_read_cell_by_cell() -> None:
    page = "<table><tr><td><h2>Duties</h2><ul><li>Leads.</li></ul></td><td><p>Side note on parking.</p></td></tr></table>"
    assert outline(read(page, "html"))[:2] == ["## Duties", "* Leads."]


def test_lines_without_any_form_are_read_as_plain_text() -> None:
    page = "<pre>NETWORK ENGINEER\n\nDUTIES:\n- Installs switches and routers.\n- Tests cables.\n</pre>"
    posting = read(page, "html")
    assert [duty.text.text for duty in posting.duties] == [
        "Installs switches and routers.",
        "Tests cables.",
    ]
    assert place_of(posting, "Tests cables") == "Tests cables"


def test_a_comment_may_speak_to_postlint() -> None:
    page = "<h1>Clerk</h1>\n<!-- postlint: ignore ADA002 -- on the form -->\n<!-- nothing -->\n<p>Files.</p>"
    posting = read(page, "html")
    assert [directive.text for directive in posting.directives] == [
        "%% postlint: ignore ADA002 -- on the form"
    ]
    assert posting.source.range(posting.directives[0].span).start.line == 2


def test_nothing_is_fetched_and_entities_are_not_expanded() -> None:
    page = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]><p>&a; &b; words</p>'
    text = read(page, "html").text
    assert "root:" not in text
    assert "&a; &b; words" in text


@pytest.mark.parametrize(
    "page",
    ["", "<", "<p", "</p>", "<!--", "<!-- x", "<!", "<?", "<![CDATA[x]]>", "<p>a<p>b", "<li>a<li>b", "</ul><li>x",
     "<table><td>a", "<table><tr><td>a</table>", "<dl><dd>x</dl>", "<h1>", "<h1>a<h2>b", "<b>a", "a</b>", "&", "&#0;",
     "&#xD800;", "&nosuch;", "<main></main>", "<title>", "<script>a", "<td>a</td>", "<h2><ul><li>x</h2>",
     "<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>", "\0", "<p\0>", "<ul><ul><ul><li>a</ul>b"],
)  # fmt: skip
def test_broken_pages_read(page: str) -> None:
    assert read(page, "html").source.given == page


def test_ten_thousand_nested_tags_read() -> None:
    for name in ("div", "ul", "li", "table", "b", "blockquote", "dl"):
        read(f"<{name}>" * 10_000 + "words" + f"</{name}>" * 10_000, "html")
    read("<table><tr><td>" * 3_000 + "x", "html")


_BITS = st.sampled_from(
    ["<p>", "</p>", "<br>", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "<table>", "<tr>", "<td>",
     "</td>", "</tr>", "</table>", "<dl>", "<dt>", "<dd>", "</dl>", "<div class='nav'>", "</div>", "<main>", "</main>",
     "<!--", "-->", "<script>", "</script>", "&amp;", "&nbsp;", "&#8217;", " ", "\n", "Duties", "Salary:", "Leads.",
     "(E)", "• ", "- ", "🏥", "<span style='font-weight:bold'>", "</span>", "<pre>", "</pre>", "{{ x }}", "<", ">", "\""]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_BITS, max_size=40).map("".join))
def test_any_html_reads_and_every_span_fits(page: str) -> None:
    posting = read(page, "html")
    for section in posting.sections:
        place = posting.source.given_span(section.span)
        assert 0 <= place.start <= place.end <= len(page)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_escaped_words_come_back(words: str) -> None:
    """Whatever the words, what was escaped is read as it is seen."""
    source = escape(words)
    if not words.strip() or unescape(source) != words:
        return
    posting = read(f"<h1>Clerk</h1><p>x{source}x</p>", "html")
    assert " ".join(cleaned(f"x{words}x").split()) in " ".join(posting.text.split())


@pytest.mark.parametrize(
    "piece",
    ["<", "<p>", "<b>", "<a \"", "<a '", "<!--", "<script>", "<table>", "<table><tr><td>a", "<li>a", "&", "&amp;", "a ",
     "</p>", "<dl><dt>a<dd>b", "<br>", "<p>a</p>", "<div class='x'>", "<span style='font-weight:bold'>a", "{{ ", "<!", "<title>"],
)  # fmt: skip
@pytest.mark.timing
def test_time_grows_with_the_page_and_not_with_its_square(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.perf_counter()
        read(text, "html")
        return time.perf_counter() - started

    small = min(cost(4_000), cost(4_000))
    assert cost(32_000) < max(60 * small, 1.5)


SHARED = Path(__file__).parents[2] / "shared"


@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not here")
def test_the_pages_of_the_corpus_read_without_their_navigation() -> None:
    pages = sorted((SHARED / "corpus/uk-education-ddat/html").glob("*.html"))
    assert pages
    duties = []
    for file in pages:
        text = file.read_text("utf-8")
        posting = read(text, "html")
        assert posting.title is not None
        assert posting.title.text in text
        duties.append(len(posting.duties))
        assert "Table of contents" not in posting.text
        assert "Crown copyright" not in posting.text
    # One of the pages asks for experience where the others tell the work.
    fewest, *others = sorted(duties)
    assert fewest > 1
    assert all(count > 3 for count in others)


def test_what_stands_beside_and_below_the_main_part_holds_facts() -> None:
    page = (
        "<body><main><h1>Cook</h1><h2>Duties</h2><ul><li>Bakes the bread of the house, each day"
        " anew, and keeps the ovens of both kitchens clean.</li><li>Orders flour, salt, oil and"
        " whatever else the pantry of the house has run out of in the week.</li></ul></main>"
        "<aside><p>Reports to: Chef</p><p>Salary: $40,000 a year</p></aside>"
        "<aside><h3>Other news</h3><p>The fair is on Sunday.</p></aside>"
        "<footer><p>We do not discriminate on the basis of race or sex.</p></footer>"
        "<footer>© 2027 Fern. All rights reserved.</footer></body>"
    )
    text = read(page, "html").text
    assert "Reports to: Chef" in text
    assert "We do not discriminate" in text
    assert "fair" not in text
    assert "rights reserved" not in text


def test_boxes_that_ask_for_an_address_are_left_out() -> None:
    page = (
        "<h1>Cook</h1><h2>Duties</h2><ul><li>Bakes.</li></ul><h2>Needed skills</h2>"
        "<p>Two years at the oven.</p><div class='box'><h3>Looking for another job?</h3>"
        "<p>Receive new jobs in your email.</p></div>"
    )
    text = read(page, "html").text
    assert "email" not in text
    assert "Two years at the oven." in text


def test_words_that_were_taken_out_are_not_read() -> None:
    text = read("<h1>Cook</h1><p>Reports to: <del>Mayor</del><ins>Chef</ins></p>", "html").text
    assert "Reports to: Chef" in text
    assert "Mayor" not in text


def test_json_hidden_from_xml_and_values_with_a_language_are_read() -> None:
    told = '{"@type": "JobPosting", "title": {"@value": "Cook"}, "description": {"@value": "<h2>Duties</h2><ul><li>Bakes.</li></ul>", "@language": "en"}}'
    page = f'<html><head><script type="application/ld+json">//<![CDATA[\n{told}\n//]]></script></head><body></body></html>'
    posting = read(page, "html")
    assert posting.title is not None
    assert posting.title.text == "Cook"
    assert [duty.text.text for duty in posting.duties] == ["Bakes."]


def test_a_directive_outside_the_main_part_is_heeded() -> None:
    """People write what silences a rule at the top or the end of a file."""
    duties = "<li>Files the records of the town and answers those who ask for them.</li>" * 4
    page = f"<main><h1>Records Clerk</h1><h2>Duties</h2><ul>{duties}</ul></main>"
    directive = "<!-- postlint: ignore-file EQTY001 -- said on our site -->"
    for text in (f"{directive}<p>Menu</p>{page}", f"{page}<p>Imprint</p>{directive}"):
        report = postlint.check(text, kind="html")
        assert [one.diagnostic.code for one in report.suppressed] == ["EQTY001"]
        assert not [found for found in report.diagnostics if found.code.startswith("POST")]

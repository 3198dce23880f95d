"""The page in a browser, with both of its backs: what an HR officer does with it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from browsers import browser, chromium, npm_package
from documents import word
from web_backs import build, files, served

EXAMPLES = Path(__file__).parents[1] / "examples"
STATIC = Path(__file__).parents[1] / "src" / "postlint" / "web" / "static"
POSTING = """# Technology Director

## Duties

- Leads an able-bodied team. (E)
- Installs printers.
"""
READY = "html[data-ready=yes]"
CHECKED = "html[data-checked=yes]"
# Pyodide starts on a machine that other tests are using.
PATIENCE = 20_000
LONG = 60_000

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def chrome() -> Iterator[Any]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module", params=["served", "static"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    chromium()
    folder = tmp_path_factory.mktemp("page")
    if request.param == "served":
        with served(folder) as (_, place):
            yield place
    else:
        build("static", folder / "page")
        with files(folder / "page") as place:
            yield place


@pytest.fixture(scope="module")
def opened(chrome: Any, address: str) -> Iterator[Any]:
    """Open the page once for many tests, and see that it asks its own back and nobody else."""
    context = chrome.new_context(accept_downloads=True, viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    faults: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: faults.append(str(error)))

    def heard(said: Any) -> None:
        # What the server refuses is a fault to the browser and none to us.
        if said.type == "error" and "422" not in said.text:
            faults.append(said.text)

    def asked_back(dialog: Any) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", asked_back)
    page.on("console", heard)
    page.goto(address)
    page.wait_for_selector(READY)
    yield page
    context.close()
    foreign = [url for url in asked if not url.startswith((address, "blob:", "data:"))]
    assert asked
    assert not foreign
    assert not faults


@pytest.fixture
def page(opened: Any) -> Any:
    opened.set_viewport_size({"width": 1280, "height": 900})
    opened.click("#start-over")
    opened.wait_for_selector(CHECKED)
    return opened


def fill(page: Any, text: str, patience: float = PATIENCE) -> None:
    """Put a text into the posting as a paste does, and wait for what is found."""
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+A")
    page.evaluate(
        """(text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            document.querySelector(".cm-content").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    checked(page, patience)


def checked(page: Any, patience: float = PATIENCE) -> None:
    page.wait_for_selector(CHECKED, timeout=patience)


def words(page: Any) -> str:
    """Return the posting as the page has it."""
    lines: list[str] = page.locator(".cm-line").all_inner_texts()
    return "\n".join("" if line == "\n" else line for line in lines)


def underlined(page: Any) -> list[str]:
    found: list[str] = page.locator(".cm-lintRange").all_inner_texts()
    return found


# ---------------------------------------------------------------- what an officer does


def test_the_underline_stands_and_moves_with_the_words(page: Any) -> None:
    fill(page, POSTING)
    assert "able-bodied" in underlined(page)
    page.keyboard.press("Control+Home")
    page.keyboard.type("Words before it all. ")
    # Before any answer: the words keep their mark.
    assert "able-bodied" in underlined(page)
    checked(page)
    assert "able-bodied" in underlined(page)
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("🏫 ")
    checked(page)
    assert "able-bodied" in underlined(page)


def test_what_to_do_first_is_told_and_changes_while_one_types(page: Any) -> None:
    assert page.inner_text("#headline") == "Nothing to check yet."
    fill(page, POSTING)
    assert re.match(r"\d+ things? to fix first", page.inner_text("#headline"))
    assert "native speaker" not in page.inner_text("#first")
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("- Be a native speaker of English.\n")
    checked(page)
    assert "native speaker" in page.inner_text("#first")


def test_a_fix_is_taken_with_a_click_and_taken_back_with_a_key(page: Any) -> None:
    fill(page, POSTING)
    before = words(page)
    button = page.locator("#first .fix button").first
    added = page.locator("#first .fix blockquote").first.inner_text().split("\n")[0]
    button.click()
    checked(page)
    assert words(page) != before
    assert added in words(page)
    page.keyboard.press("Control+Z")
    checked(page)
    assert words(page) == before


def test_a_verdict_is_read_with_its_reason_and_its_words(page: Any) -> None:
    page.click("#example")
    page.wait_for_selector("#record details.pass")
    page.locator("#record details.pass summary").click()
    page.wait_for_selector("#record details.pass li")
    rows = page.locator("#record details.pass li")
    assert rows.count() > 3
    assert re.search(r"[A-Z]+\d{3} .+: .+", rows.first.inner_text())
    place = page.locator("#record details.pass button.place").first
    quoted = place.locator("q").inner_text()
    place.click()
    selected = page.evaluate("String(getSelection())")
    assert " ".join(selected.split())[:20] == " ".join(quoted.split())[:20]


def test_the_authority_and_its_link_are_one_click_away(page: Any) -> None:
    page.click("#example")
    page.wait_for_selector("#first details.why")
    page.locator("#first details.why summary").first.click()
    page.wait_for_selector("#first details.why[open] .page h3")
    assert page.locator("#first details.why[open] .sources li").count() > 0
    links = page.locator("#first details.why[open] a")
    assert links.count() > 0
    assert all(links.nth(n).get_attribute("rel") for n in range(links.count()))


def director(document: Any) -> None:
    document.add_heading("Technology Director", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("Leads an able-bodied team.", style="List Bullet")
    document.add_paragraph("Installs printers.", style="List Bullet")


def test_a_word_file_is_dropped_and_its_copy_has_the_comments(page: Any) -> None:
    docx = pytest.importorskip("docx", reason="reading the copy needs python-docx")
    data = word(director)
    transfer = page.evaluate_handle(
        """(bytes) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], "director.docx"));
            return transfer;
        }""",
        list(data),
    )
    page.dispatch_event("#editor", "drop", {"dataTransfer": transfer})
    page.wait_for_selector("#file:not([hidden])")
    checked(page)
    assert "able-bodied" in underlined(page)
    page.locator(".cm-content").focus()
    page.keyboard.type("nothing")
    assert "nothing" not in words(page)
    with page.expect_download() as saved:
        page.click("#save-word")
    assert saved.value.suggested_filename == "director - comments.docx"
    copy = docx.Document(BytesIO(Path(saved.value.path()).read_bytes()))
    said = [comment.text for comment in copy.comments]
    assert any("able-bodied" in text.lower() for text in said)
    given = docx.Document(BytesIO(data))
    assert [p.text for p in copy.paragraphs] == [p.text for p in given.paragraphs]
    page.click("#edit-here")
    page.wait_for_selector("#file", state="hidden")
    checked(page)
    assert "# Technology Director" in words(page)
    page.keyboard.press("Control+End")
    page.keyboard.type("x")
    assert words(page).endswith("x")


def test_every_posting_of_an_export_is_shown_and_one_can_be_written_on(page: Any) -> None:
    jobs = [
        {"@type": "JobPosting", "title": title, "description": f"<p>Is an {words}.</p>"}
        for title, words in (("Clerk", "able-bodied filer"), ("Guard", "able-bodied walker"))
    ]
    page.set_input_files(
        "#picker",
        {
            "name": "jobs.json",
            "mimeType": "application/json",
            "buffer": json.dumps(jobs).encode(),
        },
    )
    page.wait_for_selector("#file:not([hidden])")
    checked(page)
    assert "2 postings" in page.inner_text("#headline")
    heads = page.locator("#first .one > h3").all_inner_texts()
    assert heads == ["Clerk jobs.json[1]", "Guard jobs.json[2]"]
    assert underlined(page).count("able-bodied") == 2
    assert page.locator("#record .one").count() == 2
    # As markup it is a few words of no form, and would be read as no posting.
    page.locator("#first .one").nth(1).get_by_text("Edit this one here").click()
    page.wait_for_selector("#trouble:not([hidden])")
    assert "would not say the same" in page.inner_text("#trouble")
    page.get_by_text("Edit it anyway").click()
    page.wait_for_selector("#file", state="hidden")
    checked(page)
    assert "# Guard" in words(page)
    assert "filer" not in words(page)


def test_front_matter_with_maps_is_read(page: Any) -> None:
    """What reads YAML has no build for browsers, and comes without its machine code."""
    head = "---\ntitle: Clerk\ncontact:\n  name: Ada\n  mail: ada@example.org\n---\n\n"
    fill(page, head + "## Duties\n\n- Is able-bodied.\n")
    assert page.is_hidden("#trouble")
    assert "able-bodied" in underlined(page)


def test_a_pdf_is_read(page: Any, tmp_path: Path) -> None:
    from documents import pdf  # noqa: PLC0415  # its neighbours say what it makes

    place = tmp_path / "director.pdf"
    lines = [
        "Technology Director",
        "DUTIES",
        "- Leads an able-bodied team.",
        "- Installs printers.",
    ]
    rows = [(line, 72.0, 720.0 - 24 * n, 12.0, False) for n, line in enumerate(lines)]
    place.write_bytes(pdf([rows]))
    page.set_input_files("#picker", str(place))
    page.wait_for_selector("#file:not([hidden])")
    checked(page)
    assert "able-bodied" in words(page)
    assert page.is_hidden("#save-word")


def test_a_file_that_nobody_reads_is_refused_in_a_sentence(page: Any, tmp_path: Path) -> None:
    place = tmp_path / "old.doc"
    place.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    page.set_input_files("#picker", str(place))
    page.wait_for_selector("#trouble:not([hidden])")
    assert ".docx" in page.inner_text("#trouble")


def test_the_report_and_the_text_are_saved_where_the_person_says(page: Any) -> None:
    fill(page, POSTING)
    with page.expect_download() as saved:
        page.click("#save-report")
    assert saved.value.suggested_filename == "Technology Director - report.html"
    assert "ADA009" in Path(saved.value.path()).read_text("utf-8")
    with page.expect_download() as saved:
        page.click("#save-text")
    assert Path(saved.value.path()).read_text("utf-8") == POSTING


# ---------------------------------------------------------------- as people expect


def axe(page: Any) -> list[str]:
    """Return what axe finds wrong."""
    page.evaluate((npm_package("axe-core") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")
    return [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Any, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    assert axe(page) == []
    page.click("#example")
    page.wait_for_selector("#record details")
    for summary in page.locator("#results summary").all():
        if summary.is_visible():
            summary.click()
    page.wait_for_timeout(300)
    assert axe(page) == []
    page.emulate_media(color_scheme="light")


def test_everything_can_be_done_by_keyboard_alone(page: Any) -> None:
    page.evaluate("document.activeElement.blur()")
    reached: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.id || document.activeElement.className")
        )
        if "cm-content" in reached[-1]:
            break
    assert {"kind", "place", "employees", "remember", "open", "example"} <= set(reached)
    page.keyboard.insert_text(POSTING)
    checked(page)
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    page.wait_for_timeout(100)
    assert page.inner_text("#here").strip()
    before = words(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.fix button')"):
            break
    page.keyboard.press("Enter")
    checked(page)
    assert words(page) != before
    assert page.inner_text("#done").startswith("Done: ")


def test_it_fits_a_phone(page: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.click("#example")
    page.wait_for_selector("#record details")
    for summary in page.locator("#results summary").all():
        if summary.is_visible():
            summary.click()
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_words_stay_words(page: Any) -> None:
    text = (
        "# <script>alert(1)</script> Clerk\n\n## Duties\n\n"
        "- Be able-bodied <img src=x onerror=alert(2)> \u202eevil\u202c \u2066x\u2069.\n"
        "- [link](javascript:alert(3)) native speaker\n"
    )
    fill(page, text)
    assert (
        page.locator("#results script, #results img, #editor img:not(.cm-widgetBuffer)").count()
        == 0
    )
    assert page.locator(".cm-specialChar").count() >= 4
    assert page.locator("a[href^=javascript]").count() == 0
    for summary in page.locator("#results summary").all():
        if summary.is_visible():
            summary.click()
    assert page.locator("#results script, #results img").count() == 0


def test_ten_thousand_findings_can_be_worked_with(page: Any) -> None:
    lines = "".join(f"- Be able-bodied, {number}.\n" for number in range(10_000))
    fill(page, "# Clerk\n\n## Duties\n\n" + lines, LONG)
    card = page.locator("#results .card", has_text="able-bodied").first
    assert "9,99" in card.inner_text() or "10,000" in card.inner_text()
    # Only some are shown, and the page still answers.
    assert page.locator("button.place").count() < 500
    page.keyboard.press("Control+End")
    start = time.monotonic()
    page.keyboard.type("xyz")
    assert words(page).endswith("xyz")
    assert time.monotonic() - start < 10


def test_a_megabyte_is_pasted_and_checked(page: Any) -> None:
    line = "- Leads the work of many people in many places, and tells them so in plain words.\n"
    text = POSTING + line * (1_000_000 // len(line))
    fill(page, text, LONG)
    assert page.is_hidden("#trouble")
    assert re.search(r"\d", page.inner_text("#headline"))
    assert page.evaluate("document.querySelectorAll('.cm-line').length") < 1000


def test_the_whole_posting_is_printed_with_what_was_found(page: Any) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="reading what is printed needs pypdfium2")
    page.select_option("#kind", "school")
    page.fill("#employees", "400")
    fill(page, POSTING + "- Files papers.\n" * 80 + "- The last of them all.\n")
    document = pdfium.PdfDocument(page.pdf())
    printed = "".join(one.get_textpage().get_text_range() for one in document)
    document.close()
    assert "The last of them all." in printed
    assert "able-bodied" in printed
    assert "Fix first" in printed
    assert "Open a file" not in printed
    # What was said of the employer is words on paper, and no boxes.
    assert "School district · 400 employees" in " ".join(printed.split())
    assert "Law of the day" not in printed
    page.emulate_media(media="print")
    boxes = page.locator("input, select, textarea, button:not(.place)")
    assert not any(boxes.nth(n).is_visible() for n in range(boxes.count()))
    page.emulate_media(media="screen")
    page.select_option("#kind", "")
    page.fill("#employees", "")


# ---------------------------------------------------------------- what is remembered


def test_settings_stand_in_the_address_and_the_text_nowhere(chrome: Any, address: str) -> None:
    context = chrome.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address + "?kind=school&place=US-OR&employees=400")
    page.wait_for_selector(READY)
    assert page.input_value("#kind") == "school"
    assert page.input_value("#place") == "US-OR"
    fill(page, POSTING)
    page.select_option("#kind", "city")
    checked(page)
    assert page.url == address + "?kind=city&place=US-OR&employees=400"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    page.check("#remember")
    page.goto(address)
    page.wait_for_selector(READY)
    assert page.input_value("#kind") == "city"
    assert "able-bodied" not in words(page)
    page.uncheck("#remember")
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_the_employer_changes_what_is_said(page: Any) -> None:
    page.click("#example")
    page.wait_for_selector("#record details")
    before = page.inner_text("#results")
    page.select_option("#kind", "private")
    page.select_option("#place", "US-TX")
    checked(page)
    after = page.inner_text("#results")
    page.select_option("#kind", "")
    page.select_option("#place", "")
    checked(page)
    assert before != after


# ---------------------------------------------------------------- one back or the other


def test_the_page_without_a_server_works_offline(
    chrome: Any, address: str, request: pytest.FixtureRequest
) -> None:
    if "static" not in request.node.callspec.id:
        pytest.skip("the server is on this machine")
    context = chrome.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.wait_for_selector("html[data-offline=yes]")
    page.wait_for_selector(READY)
    context.set_offline(True)
    page.reload()
    page.wait_for_selector(READY)
    fill(page, POSTING)
    assert "able-bodied" in underlined(page)
    context.close()


def test_a_browser_that_the_picture_does_not_suit_begins_at_the_beginning(
    chrome: Any, address: str, request: pytest.FixtureRequest
) -> None:
    if "static" not in request.node.callspec.id:
        pytest.skip("the server has no picture")
    context = chrome.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(LONG)
    context.route("**/begun.bin", lambda route: route.fulfill(body=b"no picture at all"))
    page.goto(address)
    page.wait_for_selector(READY)
    fill(page, POSTING, LONG)
    assert "able-bodied" in underlined(page)
    context.close()


@pytest.mark.timing
def test_a_second_visit_is_quick(chrome: Any, address: str, request: pytest.FixtureRequest) -> None:
    if "static" not in request.node.callspec.id:
        pytest.skip("the server is on this machine")
    context = chrome.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-offline=yes]", timeout=PATIENCE)
    times = []
    for _ in range(3):
        start = time.monotonic()
        page.reload()
        page.wait_for_selector(READY, timeout=PATIENCE)
        times.append(time.monotonic() - start)
    context.close()
    assert min(times) < 4, times


def test_the_page_in_the_package_is_what_the_sources_make(tmp_path: Path) -> None:
    build("served", tmp_path)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    kept = {file.name: file.read_bytes() for file in STATIC.iterdir() if file.name != "README"}
    assert made == kept, "run 'npm run build' in web/"

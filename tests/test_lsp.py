"""The language server, spoken to by a client as an editor would."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the server needs postlint[lsp]")

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified, JsonRpcException
from pygls.lsp.client import LanguageClient
from pygls.uris import to_fs_path

from postlint.engine.baseline import Baseline, dump, record
from postlint.lsp.actions import code_actions
from postlint.lsp.completion import complete
from postlint.lsp.diagnostics import to_protocol
from postlint.lsp.documents import Document
from postlint.lsp.framing import is_worth_saying
from postlint.lsp.hover import hover
from postlint.lsp.positions import SourceLines
from postlint.packs.registry import load_packs
from postlint.run.session import Session
from postlint.syntax.format import format_markup

POSTING = """# Technology Director 🏫

Organization: Riverbend Unified School District

## Duties

- Leads the district's technology plan. 🏫 (E)
- Installs printers.

## Qualifications

- Knowledge of 29 CFR 1630.2.
"""
ENCODINGS = [
    lsp.PositionEncodingKind.Utf8,
    lsp.PositionEncodingKind.Utf16,
    lsp.PositionEncodingKind.Utf32,
]
SERVER = (sys.executable, "-m", "postlint", "lsp")
# With a slow rule, a rule that breaks, and a word that breaks everything.
ODD = (sys.executable, str(Path(__file__).parent / "odd_server.py"))
Script = Callable[["Editor"], Awaitable[None]]


def codes(problem: lsp.Diagnostic) -> list[str]:
    """Return the codes of the findings that a problem tells of."""
    return (problem.data or {}).get("codes") or [str(problem.code)]


class Editor:
    """A client that keeps what the server pushes."""

    def __init__(self, root: Path, server: tuple[str, ...] = SERVER) -> None:
        self.root = root
        self.server = server
        self.client = LanguageClient("test", "1")
        self.pushed: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.uri = (root / "cto.posting").as_uri()
        self.encoding: lsp.PositionEncodingKind | str = lsp.PositionEncodingKind.Utf16

        self.shown: list[str] = []
        hear: Any = self.client.feature
        hear(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self.keep))
        hear(lsp.WINDOW_SHOW_MESSAGE)(lambda told: self.shown.append(told.message))
        hear(lsp.WINDOW_LOG_MESSAGE)(lambda told: self.shown.append(told.message))

    def keep(self, told: lsp.PublishDiagnosticsParams) -> None:
        self.pushed.put_nowait(told)

    folders: Sequence[Path] = ()
    options: object = None
    actions: lsp.CodeActionClientCapabilities | None = None

    async def start(self, encoding: lsp.PositionEncodingKind | str, *, pulls: bool) -> None:
        await self.client.start_io(*self.server)
        await self.greet(encoding, pulls=pulls)

    async def greet(self, encoding: lsp.PositionEncodingKind | str, *, pulls: bool) -> None:
        text = lsp.TextDocumentClientCapabilities(
            diagnostic=lsp.DiagnosticClientCapabilities() if pulls else None,
            code_action=self.actions,
        )
        general = lsp.GeneralClientCapabilities(position_encodings=[encoding])
        result = await self.client.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(text_document=text, general=general),
                root_uri=self.root.as_uri(),
                initialization_options=self.options,
                workspace_folders=[
                    lsp.WorkspaceFolder(folder.as_uri(), folder.name) for folder in self.folders
                ]
                or None,
            )
        )
        self.encoding = result.capabilities.position_encoding or "utf-16"
        self.client.initialized(lsp.InitializedParams())

    def open(self, text: str = POSTING) -> SourceLines:
        item = lsp.TextDocumentItem(uri=self.uri, language_id="posting", version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return SourceLines(text, self.encoding)

    def retype(self, text: str, version: int) -> None:
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version=version, uri=self.uri),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    @property
    def document(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)

    async def problems(self) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.pushed.get(), 30)

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        client: Any = self.client
        process = client._server
        await asyncio.wait_for(process.wait(), 30)
        assert process.returncode == 0
        await asyncio.wait_for(client.stop(), 30)


def play(
    tmp_path: Path,
    script: Script,
    encoding: lsp.PositionEncodingKind | str = lsp.PositionEncodingKind.Utf16,
    *,
    pulls: bool = False,
    server: tuple[str, ...] = SERVER,
    folders: Sequence[Path] = (),
    options: object = None,
    actions: lsp.CodeActionClientCapabilities | None = None,
) -> None:
    async def run() -> None:
        editor = Editor(tmp_path, server)
        editor.folders, editor.options, editor.actions = folders, options, actions
        await editor.start(encoding, pulls=pulls)
        try:
            await script(editor)
        finally:
            await editor.stop()

    asyncio.run(run())


def words(lines: SourceLines, range_: lsp.Range) -> str:
    span = lines.span(range_)
    return lines.text[span.start : span.end]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_are_right_in_every_encoding(
    tmp_path: Path, encoding: lsp.PositionEncodingKind
) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        assert editor.encoding == encoding
        found = {code: d for d in (await editor.problems()).diagnostics for code in codes(d)}
        assert words(lines, found["EQTY001"].range) == "Technology Director 🏫"
        hints = await editor.client.text_document_inlay_hint_async(
            lsp.InlayHintParams(editor.document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0)))
        )
        assert hints
        before = lines.text[: lines.offset(hints[0].position)]
        assert before.endswith("technology plan. 🏫 (E)")

    play(tmp_path, script, encoding)


def test_an_edit_is_answered_with_the_new_text(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        await editor.problems()
        end = lines.position(len(lines.text))
        statement = "\n## Equal opportunity\n\nWe are an equal opportunity employer.\n"
        change = lsp.TextDocumentContentChangePartial(lsp.Range(end, end), statement)
        editor.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version=2, uri=editor.uri), [change]
            )
        )
        told = await editor.problems()
        assert told.version == 2
        assert "EQTY001" not in {code for d in told.diagnostics for code in codes(d)}

    play(tmp_path, script)


def test_diagnostics_can_be_pulled(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open()
        report = await editor.client.text_document_diagnostic_async(
            lsp.DocumentDiagnosticParams(editor.document)
        )
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert "EQTY001" in {code for d in report.items for code in codes(d)}
        assert editor.pushed.empty()

    play(tmp_path, script, pulls=True)


def test_what_is_missing_is_one_problem_at_its_heading(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(POSTING)
        problems = (await editor.problems()).diagnostics
        places = [(d.range.start.line, d.range.start.character) for d in problems]
        headings = {number for number, line in enumerate(POSTING.split("\n")) if line[:1] == "#"}
        at_headings = [place for place in places if place[0] in headings]
        assert len(at_headings) == len(set(at_headings))
        (several,) = [d for d in problems if d.range.start.line == 0]
        assert len(codes(several)) > 1
        assert all(f"({code})" in several.message for code in codes(several))
        # Each of them can be mended, silenced and explained by itself.
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.document, several.range, lsp.CodeActionContext([several]))
        )
        titles = [action.title for action in actions or []]
        for code in codes(several):
            assert any(title.startswith(f"Explain {code}") for title in titles)
            assert f"Silence {code} here, with a reason" in titles

    play(tmp_path, script)


def test_every_posting_of_a_text_is_shown_and_what_is_said_of_all_once(tmp_path: Path) -> None:
    jobs = [("Cook", "native speaker"), ("Nurse", "able-bodied")]
    text = "%% postlint: ignore ADA999 -- no such rule\n\n" + "\n".join(
        f"# {job}\n\nReports to: Warden\n\n## Duties\n\n- Serves.\n\n"
        f"## Qualifications\n\n- Must be {demand}.\n"
        for job, demand in jobs
    )

    async def script(editor: Editor) -> None:
        lines = editor.open(text)
        problems = (await editor.problems()).diagnostics
        shown = [text[span.start : span.end] for span in (lines.span(d.range) for d in problems)]
        assert shown.count("native speaker") == shown.count("able-bodied") == 1
        assert sum(d.range.start.line == 0 for d in problems) == 1
        outline = await editor.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(editor.document)
        )
        assert [symbol.name for symbol in outline or []] == [job for job, _ in jobs]

    play(tmp_path, script)


def test_an_idle_silence_can_be_removed(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        text = POSTING.replace("- Installs", "%% postlint: ignore ADA003 -- why\n- Installs")
        lines = editor.open(text)
        found = {d.data["name"]: d for d in (await editor.problems()).diagnostics if d.data}
        idle = found["unused-suppression"]
        assert list(idle.tags or []) == [lsp.DiagnosticTag.Unnecessary]
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.document, idle.range, lsp.CodeActionContext([idle]))
        )
        titles = {action.title: action for action in actions or [] if action.title}
        fix = titles["Remove the suppression"]
        assert isinstance(fix, lsp.CodeAction)
        assert fix.edit is not None
        assert fix.edit.changes is not None
        (edit,) = fix.edit.changes[editor.uri]
        span = lines.span(edit.range)
        assert text[: span.start] + edit.new_text + text[span.end :] == POSTING
        assert "Apply every safe fix" in titles

    play(tmp_path, script)


def test_what_takes_many_checks_is_worked_out_when_it_is_chosen(tmp_path: Path) -> None:
    """For a client that can wait with it; an action is asked for at every move of the cursor."""

    async def script(editor: Editor) -> None:
        text = POSTING.replace("- Installs", "%% postlint: ignore ADA003 -- why\n- Installs")
        lines = editor.open(text)
        await editor.problems()
        top = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.document, top, lsp.CodeActionContext([]))
        )
        (action,) = (one for one in actions or [] if one.title == "Apply every safe fix")
        assert isinstance(action, lsp.CodeAction)
        assert action.edit is None
        whole = await editor.client.code_action_resolve_async(action)
        assert whole.edit is not None
        assert whole.edit.changes is not None
        (edit,) = whole.edit.changes[editor.uri]
        assert words(lines, edit.range) == text
        assert edit.new_text == POSTING

    resolve = lsp.ClientCodeActionResolveOptions(properties=["edit"])
    play(tmp_path, script, actions=lsp.CodeActionClientCapabilities(resolve_support=resolve))


def test_a_finding_can_be_silenced_and_explained(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        problems = (await editor.problems()).diagnostics
        missing = next(d for d in problems if "EQTY001" in codes(d))
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.document, missing.range, lsp.CodeActionContext([missing]))
        )
        titles = {action.title: action for action in actions or []}
        silence = titles["Silence EQTY001 here, with a reason"]
        assert isinstance(silence, lsp.CodeAction)
        assert silence.edit is not None
        assert silence.edit.changes is not None
        (edit,) = silence.edit.changes[editor.uri]
        assert lines.offset(edit.range.start) == 0
        assert edit.new_text == "%% postlint: ignore eeo-statement-missing -- \n"
        page = await editor.client.workspace_execute_command_async(
            lsp.ExecuteCommandParams("postlint.explain", ["EQTY001"])
        )
        assert "CFR" in str(page)
        assert any(told.startswith("EQTY001 eeo-statement-missing: ") for told in editor.shown)
        assert next(title for title in titles if "EQTY001" in title).startswith("Explain")

    play(tmp_path, script)


PLAIN = POSTING.replace("# ", "").replace("#", "").replace("- ", "\u2022 ").replace(" (E)", "")


@pytest.mark.parametrize(
    ("uri", "language", "text"),
    [
        ("file:///jobs/cto.posting", "posting", POSTING),
        ("file:///jobs/cto.md", "markdown", POSTING),
        ("file:///jobs/cto.txt", "plaintext", PLAIN),
        ("untitled:Untitled-1", "posting", POSTING),
        ("untitled:Untitled-2", "markdown", POSTING),
        ("untitled:Untitled-3", "plaintext", PLAIN),
    ],
)
def test_a_posting_is_silenced_as_its_kind_of_text_has_it(
    uri: str, language: str, text: str
) -> None:
    session = Session(isolated=True)
    document = Document(uri=uri, text=text, version=1, language=language)
    assert document.report(session).kind == {"posting": "markup", "plaintext": "text"}.get(
        language, language
    )
    (shown,) = (
        d for d in to_protocol(document, document.report(session), "") if d.code == "EQTY001"
    )
    assert words(document.lines, shown.range) == "Technology Director 🏫"
    actions = code_actions(document, session, shown.range, None, "")
    silence = next(one for one in actions if one.title.startswith("Silence EQTY001"))
    assert silence.edit is not None
    assert silence.edit.changes is not None
    (edit,) = silence.edit.changes[uri]
    assert edit.new_text.startswith({"plaintext": "[", "markdown": "<!--"}.get(language, "%%"))
    written = edit.new_text.replace(" -- ", " -- why", 1)
    place = document.lines.offset(edit.range.start)
    silenced = Document(
        uri=uri, text=text[:place] + written + text[place:], version=2, language=language
    )
    report = silenced.report(session)
    assert "EQTY001" not in {d.code for d in report.diagnostics}
    assert [one.diagnostic.code for one in report.suppressed] == ["EQTY001"]
    assert report.posting.title is not None
    assert report.posting.title.text == "Technology Director 🏫"


def test_a_code_links_to_a_page_that_is_there_and_related_places_are_told() -> None:
    session = Session(isolated=True)
    text = POSTING.replace("## Duties", "## Essential duties")
    document = Document(uri="file:///jobs/cto.posting", text=text, version=1, language="posting")
    shown = to_protocol(document, document.report(session), "https://docs.example.org/")
    # The documentation has a page for each rule (test_docs.py builds them).
    pages = {f"reference/rules/{rule.meta.name}.html" for rule in load_packs().rules}
    for one in shown:
        assert one.code_description is not None
        assert one.code_description.href.removeprefix("https://docs.example.org/") in pages
    (told,) = (one.related_information for one in shown if one.code == "ADA003")
    assert told
    assert words(document.lines, told[0].location.range) == "(E)"
    assert not any(
        one.code_description for one in to_protocol(document, document.report(session), "")
    )


def test_every_place_of_a_posting_can_be_pointed_at() -> None:
    """Facts are dates, kinds and numbers as well as words."""
    text = (
        "# Chief Technology Officer\n\nOrganization: Alder Unified School District\n"
        "Salary: $95,000 - $110,000 per year\nFLSA: exempt\nCloses: 2027-01-15\n"
        "Employment: full-time, permanent\nReports to: Superintendent\n\n"
        "## Duties\n\n- Leads the plan. (E)\n\n## Qualifications\n\n- Bachelor's degree.\n"
    )
    document, session = Document("file:///cto.posting", text, 1), Session(isolated=True)
    lines = text.split("\n")
    cards = [
        hover(document, session, lsp.Position(number, column))
        for number, line in enumerate(lines)
        for column in range(0, len(line) + 1, 4)
    ]
    told = " ".join(card.contents.value for card in cards if card is not None)  # type: ignore[union-attr]
    assert "2027" in told
    assert "exempt" in told


def test_hover_outline_folding_links_and_colours(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        await editor.problems()
        title = lsp.Position(0, 4)
        card = await editor.client.text_document_hover_async(
            lsp.HoverParams(editor.document, title)
        )
        assert card is not None
        assert isinstance(card.contents, lsp.MarkupContent)
        assert "EQTY001" in card.contents.value
        assert "confidence" in card.contents.value
        assert "read in its own text" in card.contents.value
        outline: Any = await editor.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(editor.document)
        )
        assert [child.name for child in outline[0].children] == ["Duties", "Qualifications"]
        folded = await editor.client.text_document_folding_range_async(
            lsp.FoldingRangeParams(editor.document)
        )
        assert [(fold.start_line, fold.end_line) for fold in folded or []] == [
            (0, 11), (4, 7), (9, 11),
        ]  # fmt: skip
        links = await editor.client.text_document_document_link_async(
            lsp.DocumentLinkParams(editor.document)
        )
        assert links
        assert words(lines, links[0].range) == "29 CFR 1630.2"
        colours = await editor.client.text_document_semantic_tokens_full_async(
            lsp.SemanticTokensParams(editor.document)
        )
        assert colours is not None
        assert len(colours.data) % 5 == 0
        assert list(colours.data[:5]) == [0, 0, 1, 0, 0]

    play(tmp_path, script)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("%% postlint: ignore ", "eeo-statement-missing"),
        ("%% postlint:", "ignore-file"),
        ("## ", "Equal opportunity"),
        ("Rep", "Reports to"),
        ("FLSA: ", "exempt"),
        ("Location: Riverbend, Wis", "Wisconsin"),
    ],
)
def test_completion_offers_what_may_stand_there(tmp_path: Path, typed: str, offered: str) -> None:
    async def script(editor: Editor) -> None:
        text = POSTING + "\n" + typed
        lines = editor.open(text)
        found: Any = await editor.client.text_document_completion_async(
            lsp.CompletionParams(editor.document, lines.position(len(text)))
        )
        labels = [item.label for item in found]
        assert offered in labels
        assert "Essential duties" not in labels

    play(tmp_path, script)


def test_a_configuration_that_is_wrong_is_shown_and_its_mending_seen(tmp_path: Path) -> None:
    config = tmp_path / "postlint.toml"
    config.write_text('selct = ["ADA"]\n', encoding="utf-8")

    async def script(editor: Editor) -> None:
        editor.open()
        (problem,) = (await editor.problems()).diagnostics
        assert "Did you mean 'select'?" in problem.message
        config.write_text('select = ["ADA"]\n', encoding="utf-8")
        event = lsp.FileEvent(config.as_uri(), lsp.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        told = {code for d in (await editor.problems()).diagnostics for code in codes(d)}
        assert told
        assert all(code.startswith("ADA") for code in told)

    play(tmp_path, script)


def test_the_scorecard_counts(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open()
        await editor.problems()
        card = await editor.client.protocol.send_request_async(
            "postlint/scorecard", {"uri": editor.uri}
        )
        assert card.isPosting is True
        assert card.title == "Technology Director 🏫"

    play(tmp_path, script)


@pytest.mark.parametrize(
    ("employer", "own"),
    [
        ("Riverbend Unified School District", "About the district"),
        ("City of Riverbend", "Supervision received and exercised"),
        ("Riverbend Tools", None),
    ],
)
def test_headings_of_the_profile_are_offered_until_they_are_there(
    employer: str, own: str | None
) -> None:
    text = f"# Director of Technology\n\n{employer} serves our students.\n\n## Duties\n\n- Leads.\n"
    offered: list[str] = []
    while True:
        document = Document(uri="untitled:one", text=text + "\n## ", version=1, language="posting")
        items = complete(document, Session(isolated=True), document.lines.position(len(text) + 4))
        if not items:
            break
        offered.append(items[0].label)
        assert len(set(offered)) == len(offered), f"'{offered[-1]}' is not told from other headings"
        text += f"\n## {offered[-1]}\n\nAs it is.\n"
    assert "Equal opportunity" in offered
    assert "Essential duties" not in offered
    others = {"About the district", "Supervision received and exercised"} - {own}
    assert own is None or own in offered
    assert not others & set(offered)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lines_end_where_the_protocol_says(encoding: lsp.PositionEncodingKind) -> None:
    text = "a\u2028b\fc\r\n🏫x\ry\n"
    lines = SourceLines(text, encoding)
    assert lines.count == 4
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(lines.position(offset)) == offset


# ---------------------------------------------------------------- edits while a check runs

SLOW = POSTING.replace("Installs", "Makes slow")


def test_an_edit_while_a_check_runs_never_shows_the_old_places(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(SLOW)
        await asyncio.sleep(1)  # the check of the first version is asleep
        editor.retype(POSTING, 2)
        editor.retype("\n\n" + POSTING, 3)
        told = await editor.problems()
        assert told.version == 3
        assert editor.pushed.empty()
        found = {code: d for d in told.diagnostics for code in codes(d)}
        assert found["EQTY001"].range.start.line == 2
        assert f"slow {len(POSTING) + 2}" in found["HOUS001"].message

    play(tmp_path, script, server=ODD)


def test_an_answer_about_an_older_text_is_not_given(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(SLOW)
        asked = asyncio.ensure_future(
            editor.client.text_document_hover_async(
                lsp.HoverParams(editor.document, lsp.Position(0, 4))
            )
        )
        await asyncio.sleep(1)
        editor.retype(POSTING, 2)
        with pytest.raises(JsonRpcException) as told:
            await asked
        assert told.value.code == lsp.LSPErrorCodes.ContentModified
        assert (await editor.problems()).version == 2

    play(tmp_path, script, server=ODD)


def test_what_is_pulled_while_the_text_changes_is_about_the_new_text(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(SLOW)
        asked = asyncio.ensure_future(
            editor.client.text_document_diagnostic_async(
                lsp.DocumentDiagnosticParams(editor.document)
            )
        )
        await asyncio.sleep(1)
        editor.retype("\n\n" + POSTING, 2)
        report = await asked
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert {code: d.range.start.line for d in report.items for code in codes(d)}["EQTY001"] == 2

    play(tmp_path, script, server=ODD, pulls=True)


def test_a_request_can_be_cancelled(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open(SLOW)
        number = "a-hover-nobody-waits-for"
        asked = editor.client.protocol.send_request_async(
            lsp.TEXT_DOCUMENT_HOVER,
            lsp.HoverParams(editor.document, lsp.Position(0, 4)),
            msg_id=number,
        )
        waiting = asyncio.ensure_future(asked)
        await asyncio.sleep(0.5)
        editor.client.cancel_request(lsp.CancelParams(id=number))
        with pytest.raises(JsonRpcException) as told:
            await asyncio.wait_for(waiting, 1)
        assert told.value.code == lsp.LSPErrorCodes.RequestCancelled
        assert (await editor.problems()).version == 1  # and the server goes on

    play(tmp_path, script, server=ODD)


def test_a_fault_is_a_diagnostic_and_the_server_goes_on(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open()
        found = {code: d for d in (await editor.problems()).diagnostics for code in codes(d)}
        assert "EQTY001" in found
        assert "broken-rule" in found["POST020"].message
        editor.retype(POSTING + "\nbroken\n", 2)
        (fault,) = (await editor.problems()).diagnostics
        assert fault.code == "internal"
        assert "a fault that is nobody's rule" in fault.message
        with pytest.raises(JsonRpcException):
            await editor.client.text_document_hover_async(
                lsp.HoverParams(editor.document, lsp.Position(0, 4))
            )
        editor.retype(POSTING, 3)
        assert "EQTY001" in {
            code for d in (await editor.problems()).diagnostics for code in codes(d)
        }

    play(tmp_path, script, server=ODD)


# ---------------------------------------------------------------- folders and files


def test_each_folder_has_its_own_configuration_and_all_can_be_checked(tmp_path: Path) -> None:
    for name, select in (("one", "ADA"), ("two", "EQTY")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "postlint.toml").write_text(f'select = ["{select}"]\n', encoding="utf-8")
        (folder / "cto.posting").write_text(POSTING, encoding="utf-8")
    (tmp_path / "two" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    (tmp_path / "two" / "seen.posting").write_bytes(b"\xff\xfe\x00\x00\x01")

    async def script(editor: Editor) -> None:
        editor.open()
        assert await editor.problems()
        counted: Any = await editor.client.workspace_execute_command_async(
            lsp.ExecuteCommandParams("postlint.checkWorkspace", [])
        )
        assert counted["files"] == 3
        shown = {}
        for _ in range(3):
            told = await editor.problems()
            shown[told.uri] = {str(d.code)[:3] for d in told.diagnostics} - {"POS"}
        of = {name: shown[(tmp_path / name / "cto.posting").as_uri()] for name in ("one", "two")}
        assert of == {"one": {"ADA"}, "two": {"EQT"}}
        assert sum(counted["findings"].values()) > 0

    play(tmp_path, script)


def test_the_workspace_is_searched_as_the_command_searches_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("drafts/\n", encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('exclude = ["old/**"]\n', encoding="utf-8")
    for folder in ("", "drafts", "old", "new", ".hidden", "node_modules"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "cto.posting").write_text(POSTING, encoding="utf-8")

    async def script(editor: Editor) -> None:
        command = lsp.ExecuteCommandParams("postlint.checkWorkspace", [])
        counted: Any = await editor.client.workspace_execute_command_async(command)
        assert counted["files"] == 2
        told = {(await editor.problems()).uri for _ in range(2)}
        assert told == {(tmp_path / name / "cto.posting").as_uri() for name in ("", "new")}
        (tmp_path / "postlint.toml").write_text("exclude = 7\n", encoding="utf-8")
        event = lsp.FileEvent((tmp_path / "postlint.toml").as_uri(), lsp.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        counted = await editor.client.workspace_execute_command_async(command)
        # With settings nobody can read nothing is excluded, and each file says why.
        assert counted["files"] == 3

    play(tmp_path, script)


def test_what_was_shown_of_a_file_is_taken_back_when_it_is_opened(tmp_path: Path) -> None:
    """A client that pulls would otherwise show everything twice."""
    (tmp_path / "cto.posting").write_text(POSTING, encoding="utf-8")

    async def script(editor: Editor) -> None:
        command = lsp.ExecuteCommandParams("postlint.checkWorkspace", [])
        await editor.client.workspace_execute_command_async(command)
        assert (await editor.problems()).diagnostics
        editor.open()
        assert not (await editor.problems()).diagnostics
        counted: Any = await editor.client.workspace_execute_command_async(command)
        assert counted["files"] == 1
        assert editor.pushed.empty()

    play(tmp_path, script, pulls=True)


HOUSE = """
[[rule]]
code = "RIV001"
name = "plain-titles"
summary = "A word of fashion stands for a skill."
message = "'{words}' says little about the work; try {use}."
authority = "Riverbend Unified, style guide"
date = "2026-03-01"
words = [{ find = ["printers"], use = ["machines"] }]
page = "Say what the person will do."
"""


def test_house_rules_are_explained_and_heeded_when_they_change(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('rule-files = ["house.toml"]\n', encoding="utf-8")
    house = tmp_path / "house.toml"
    house.write_text(HOUSE, encoding="utf-8")

    async def ask(editor: Editor, *arguments: str) -> str:
        command = lsp.ExecuteCommandParams("postlint.explain", list(arguments))
        return str(await editor.client.workspace_execute_command_async(command))

    async def script(editor: Editor) -> None:
        lines = editor.open()
        found = {code: d for d in (await editor.problems()).diagnostics for code in codes(d)}
        ours = found["RIV001"]
        assert words(lines, ours.range) == "printers"
        actions = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(editor.document, ours.range, lsp.CodeActionContext([ours]))
        )
        titles = {action.title: action for action in actions or []}
        # pygls's client takes an action that has a command for the command itself.
        assert f"['RIV001', '{editor.uri}']" in str(titles["Explain RIV001 plain-titles"].command)
        page = await ask(editor, "RIV001", editor.uri)
        for said in ("# RIV001 plain-titles", "Say what the person will do.", "style guide"):
            assert said in page
        assert await ask(editor, "plain-titles") == page  # wherever in the workspace
        assert await ask(editor, "RIV001", (tmp_path.parent / "x.posting").as_uri()) == page
        assert "Did you mean 'plain-titles'?" in await ask(editor, "plain-title")
        assert "A suppression silences nothing." in await ask(editor, "POST035")
        card = await editor.client.text_document_hover_async(
            lsp.HoverParams(editor.document, ours.range.start)
        )
        assert card is not None
        assert isinstance(card.contents, lsp.MarkupContent)
        assert "A word of fashion" in card.contents.value
        assert "style guide" in card.contents.value
        house.write_text(HOUSE.replace("printers", "Installs"), encoding="utf-8")
        event = lsp.FileEvent(house.as_uri(), lsp.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        found = {code: d for d in (await editor.problems()).diagnostics for code in codes(d)}
        assert words(lines, found["RIV001"].range) == "Installs"

    play(tmp_path, script)


def test_a_client_that_shows_pages_is_sent_no_message(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        command = lsp.ExecuteCommandParams("postlint.explain", ["EQTY001"])
        assert await editor.client.workspace_execute_command_async(command)
        assert not editor.shown

    play(tmp_path, script, options={"pages": True})


def test_what_a_baseline_accepts_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('baseline = "accepted.json"\n', encoding="utf-8")
    accepted = tmp_path / "accepted.json"
    accepted.write_text(dump(Baseline()), encoding="utf-8")

    async def script(editor: Editor) -> None:
        editor.open()
        before = {code for d in (await editor.problems()).diagnostics for code in codes(d)}
        assert "EQTY001" in before
        posting = tmp_path / "cto.posting"
        posting.write_text(POSTING, encoding="utf-8")
        report = Session().check_file(str(posting))
        found = [("cto.posting", report.posting, report.diagnostics)]
        accepted.write_text(dump(record(found)), encoding="utf-8")
        for name in ("package.json", "accepted.json"):  # the first has no say
            event = lsp.FileEvent((tmp_path / name).as_uri(), lsp.FileChangeType.Changed)
            told = lsp.DidChangeWatchedFilesParams([event])
            editor.client.workspace_did_change_watched_files(told)
        assert not (await editor.problems()).diagnostics

    play(tmp_path, script)


def test_folders_come_and_go(tmp_path: Path) -> None:
    """Two folders at the start, each with its own configuration; then one, then another."""
    roots = [tmp_path / name for name in ("one", "two", "three")]
    for root, select in zip(roots, ("ADA", "EQTY", "LEAD"), strict=True):
        root.mkdir()
        (root / "postlint.toml").write_text(f'select = ["{select}"]\n', encoding="utf-8")
        (root / "cto.posting").write_text(POSTING, encoding="utf-8")

    async def shown(editor: Editor, count: int) -> dict[str, set[str]]:
        found = {}
        for _ in range(count):
            told = await editor.problems()
            name = Path(to_fs_path(told.uri) or "").parent.name
            found[name] = {str(d.code)[:3] for d in told.diagnostics} - {"POS"}
        return found

    async def script(editor: Editor) -> None:
        command = lsp.ExecuteCommandParams("postlint.checkWorkspace", [])
        await editor.client.workspace_execute_command_async(command)
        assert await shown(editor, 2) == {"one": {"ADA"}, "two": {"EQT"}}
        event = lsp.WorkspaceFoldersChangeEvent(
            added=[lsp.WorkspaceFolder(roots[2].as_uri(), "three")],
            removed=[lsp.WorkspaceFolder(roots[0].as_uri(), "one")],
        )
        editor.client.workspace_did_change_workspace_folders(
            lsp.DidChangeWorkspaceFoldersParams(event)
        )
        counted: Any = await editor.client.workspace_execute_command_async(command)
        assert counted["files"] == 2
        assert await shown(editor, 3) == {"two": {"EQT"}, "three": {"LEA"}, "one": set()}

    play(tmp_path, script, folders=roots[:2])


@pytest.mark.parametrize("turn", ["gone", "folder", "bytes"])
def test_settings_of_one_folder_may_break_and_come_back_beside_another(
    tmp_path: Path, turn: str
) -> None:
    roots = [tmp_path / name for name in ("one", "two")]
    for root, select in zip(roots, ("ADA", "EQTY"), strict=True):
        root.mkdir()
        (root / "postlint.toml").write_text(f'select = ["{select}"]\n', encoding="utf-8")
    settings = roots[0] / "postlint.toml"

    def tell(editor: Editor, change: lsp.FileChangeType) -> None:
        event = lsp.FileEvent(settings.as_uri(), change)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))

    async def shown(editor: Editor) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        while len(found) < len(roots):
            told = await editor.problems()
            assert not any("postlint itself" in one.message for one in told.diagnostics)
            name = Path(to_fs_path(told.uri) or "").parent.name
            found[name] = {str(one.code)[:3] for one in told.diagnostics} - {"POS"}
        return found

    async def script(editor: Editor) -> None:
        for root in roots:
            editor.uri = (root / "cto.posting").as_uri()
            editor.open()
        assert await shown(editor) == {"one": {"ADA"}, "two": {"EQT"}}
        settings.unlink()
        if turn == "folder":
            settings.mkdir()
        elif turn == "bytes":
            settings.write_bytes(b"\xff\xfe\0")
        tell(editor, lsp.FileChangeType.Changed)
        seen = await shown(editor)
        assert seen["two"] == {"EQT"}
        assert seen["one"] != {"ADA"}
        if turn == "folder":
            settings.rmdir()
        settings.write_text('select = ["ADA"]\n', encoding="utf-8")
        tell(editor, lsp.FileChangeType.Created)
        assert await shown(editor) == {"one": {"ADA"}, "two": {"EQT"}}

    play(tmp_path, script, folders=roots)


def test_a_wrong_configuration_leaves_other_answers_empty(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text('selct = ["ADA"]\n', encoding="utf-8")

    async def script(editor: Editor) -> None:
        editor.open()
        card = await editor.client.text_document_hover_async(
            lsp.HoverParams(editor.document, lsp.Position(0, 4))
        )
        assert card is None

    play(tmp_path, script)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_formatting_writes_the_markup_in_one_way(
    tmp_path: Path, encoding: lsp.PositionEncodingKind
) -> None:
    text = POSTING.replace("- Leads", "* 🏫 leads").replace("## Duties\n\n", "## Duties ##\n")

    async def script(editor: Editor) -> None:
        lines = editor.open(text)
        edits = await editor.client.text_document_formatting_async(
            lsp.DocumentFormattingParams(editor.document, lsp.FormattingOptions(4, True))
        )
        assert edits
        new = text
        for edit in sorted(edits, key=lambda one: one.range.start.line, reverse=True):
            span = lines.span(edit.range)
            assert words(lines, edit.range) != text
            new = new[: span.start] + edit.new_text + new[span.end :]
        assert new == format_markup(text)
        assert new != text

    play(tmp_path, script, encoding)


@pytest.mark.parametrize("door", ["tcp", "ws"])
def test_the_server_waits_for_a_connection(tmp_path: Path, door: str) -> None:
    if door == "ws":
        pytest.importorskip("websockets", reason="WebSockets need postlint[lsp]")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    async def run() -> None:
        server = await asyncio.create_subprocess_exec(*SERVER, f"--{door}", "--port", str(port))
        try:
            editor = Editor(tmp_path)
            await asyncio.wait_for(connect(editor.client), 30)
            await editor.greet(lsp.PositionEncodingKind.Utf16, pulls=False)
            editor.open()
            assert "EQTY001" in {
                code for d in (await editor.problems()).diagnostics for code in codes(d)
            }
            await editor.client.shutdown_async(None)
        finally:
            server.kill()
            await server.wait()

    async def connect(client: LanguageClient) -> None:
        while True:
            try:
                if door == "tcp":
                    await client.start_tcp("127.0.0.1", port)
                else:
                    await client.start_ws("127.0.0.1", port)
            except OSError:  # it is not waiting yet
                await asyncio.sleep(0.1)
            else:
                return

    asyncio.run(run())


def test_a_question_that_an_edit_overtook_is_no_fault_to_log() -> None:
    """Every keystroke overtakes some, and their tracebacks would fill an editor's log."""
    said = []
    for fault in (JsonRpcContentModified("edited"), RuntimeError("no luck")):
        record = logging.LogRecord("pygls", 40, "", 0, "x", None, (type(fault), fault, None))
        said.append(is_worth_saying(record))
    assert said == [False, True]

"""The language server, spoken to by a client as an editor would."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the server needs postlint[lsp]")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from postlint.lsp.positions import Lines

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
Script = Callable[["Editor"], Awaitable[None]]


class Editor:
    """A client that keeps what the server pushes."""

    def __init__(self, root: Path) -> None:
        self.root = root
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

    async def start(self, encoding: lsp.PositionEncodingKind | str, *, pulls: bool) -> None:
        await self.client.start_io(sys.executable, "-m", "postlint", "lsp")
        text = lsp.TextDocumentClientCapabilities(
            diagnostic=lsp.DiagnosticClientCapabilities() if pulls else None
        )
        general = lsp.GeneralClientCapabilities(position_encodings=[encoding])
        result = await self.client.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(text_document=text, general=general),
                root_uri=self.root.as_uri(),
            )
        )
        self.encoding = result.capabilities.position_encoding or "utf-16"
        self.client.initialized(lsp.InitializedParams())

    def open(self, text: str = POSTING) -> Lines:
        item = lsp.TextDocumentItem(uri=self.uri, language_id="posting", version=1, text=text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return Lines(text, self.encoding)

    @property
    def document(self) -> lsp.TextDocumentIdentifier:
        return lsp.TextDocumentIdentifier(self.uri)

    async def problems(self) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.pushed.get(), 30)

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        client: Any = self.client
        await asyncio.wait_for(client.stop(), 30)


def play(
    tmp_path: Path,
    script: Script,
    encoding: lsp.PositionEncodingKind | str = lsp.PositionEncodingKind.Utf16,
    *,
    pulls: bool = False,
) -> None:
    async def run() -> None:
        editor = Editor(tmp_path)
        await editor.start(encoding, pulls=pulls)
        try:
            await script(editor)
        finally:
            await editor.stop()

    asyncio.run(run())


def words(lines: Lines, range_: lsp.Range) -> str:
    span = lines.span(range_)
    return lines.text[span.start : span.end]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_are_right_in_every_encoding(
    tmp_path: Path, encoding: lsp.PositionEncodingKind
) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        assert editor.encoding == encoding
        found = {str(d.code): d for d in (await editor.problems()).diagnostics}
        assert words(lines, found["EQTY001"].range) == "Technology Director 🏫"
        hints = await editor.client.text_document_inlay_hint_async(
            lsp.InlayHintParams(editor.document, lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0)))
        )
        assert hints
        before = lines.text[: lines.offset(hints[0].position)]
        assert before.endswith("technology plan. 🏫")

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
        assert "EQTY001" not in {str(d.code) for d in told.diagnostics}

    play(tmp_path, script)


def test_diagnostics_can_be_pulled(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        editor.open()
        report = await editor.client.text_document_diagnostic_async(
            lsp.DocumentDiagnosticParams(editor.document)
        )
        assert isinstance(report, lsp.RelatedFullDocumentDiagnosticReport)
        assert "EQTY001" in {str(d.code) for d in report.items}
        assert editor.pushed.empty()

    play(tmp_path, script, pulls=True)


def test_an_idle_silence_can_be_removed(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        text = POSTING.replace("- Installs", "%% postlint: ignore ADA004 -- why\n- Installs")
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


def test_a_finding_can_be_silenced_and_explained(tmp_path: Path) -> None:
    async def script(editor: Editor) -> None:
        lines = editor.open()
        problems = (await editor.problems()).diagnostics
        missing = next(d for d in problems if d.code == "EQTY001")
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

    play(tmp_path, script)


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
    async def script(editor: Editor) -> None:
        config = editor.root / "postlint.toml"
        config.write_text('selct = ["ADA"]\n', encoding="utf-8")
        editor.open()
        (problem,) = (await editor.problems()).diagnostics
        assert "Did you mean 'select'?" in problem.message
        config.write_text('select = ["ADA"]\n', encoding="utf-8")
        event = lsp.FileEvent(config.as_uri(), lsp.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
        codes = {str(d.code) for d in (await editor.problems()).diagnostics}
        assert codes
        assert all(code.startswith("ADA") for code in codes)

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


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lines_end_where_the_protocol_says(encoding: lsp.PositionEncodingKind) -> None:
    text = "a\u2028b\fc\r\n🏫x\ry\n"
    lines = Lines(text, encoding)
    assert lines.count == 4
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.offset(lines.position(offset)) == offset

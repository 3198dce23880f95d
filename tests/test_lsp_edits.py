"""The text of the server is that of the editor after any edits, whatever ends its lines."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from postlint.lsp.framing import Answering
from test_lsp_malformed import TEXT, URI, Conversation

OTHER = "file:///other.posting"
EDITS = 150
# Megabytes for four thousand edits: four times that where only a few values stay of each.
MOST_GROWTH = 4
PIECES = (
    "a", "\U0001f3eb", "\r\n", "\n", "\r", "e\u0301", "- Leads. (E)\n", "## Duties\n", "He ",
    "\u2028", "\x0b", "\x0c", "\u200d\U0001f469", "# ", "\t", "", " ", "Salary: $7\r\n",
    "%% postlint: ignore ADA001 -- x\n",
)  # fmt: skip
_NEWLINE = re.compile(r"\r\n|\n|\r")


@pytest.fixture
def talk() -> Iterator[Conversation]:
    conversation = Conversation()
    yield conversation
    conversation.close()


def _place(text: str, offset: int) -> dict[str, int]:
    """Return where an offset stands as the protocol counts: in UTF-16 units of its line."""
    starts = [0, *[match.end() for match in _NEWLINE.finditer(text)]]
    line = max(number for number, start in enumerate(starts) if start <= offset)
    return {"line": line, "character": len(text[starts[line] : offset].encode("utf-16-le")) // 2}


def _outside(text: str, offset: int) -> int:
    """Return an offset that does not part the two signs of one line end."""
    return offset - 1 if text[offset - 1 : offset + 1] == "\r\n" and offset else offset


def _shown(talk: Conversation, uri: str, version: int) -> list[Any]:
    while True:
        said = talk.hear().get("params", {})
        if said.get("uri") == uri and said.get("version") == version:
            return [(one["range"], one["code"], one["message"]) for one in said["diagnostics"]]


@pytest.mark.parametrize("seed", range(2))
def test_the_text_is_the_editors_after_random_edits(talk: Conversation, seed: int) -> None:
    talk.begin()
    chance = random.Random(seed)  # noqa: S311  # no secret
    text = TEXT
    for version in range(2, EDITS):
        changes = []
        for _ in range(chance.choice((1, 1, 2, 3))):
            start = _outside(text, chance.randrange(len(text) + 1))
            wide = chance.choice((0, 0, 1, 5, 20))
            end = max(start, _outside(text, min(len(text), start + wide)))
            new = chance.choice(PIECES)
            place = {"start": _place(text, start), "end": _place(text, end)}
            changes.append({"range": place, "text": new})
            text = text[:start] + new + text[end:]
        document = {"uri": URI, "version": version}
        talk.note("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    edited = _shown(talk, URI, EDITS - 1)
    item = {"uri": OTHER, "languageId": "posting", "version": 1, "text": text}
    talk.note("textDocument/didOpen", {"textDocument": item})
    assert _shown(talk, OTHER, 1) == edited
    assert edited


def test_nothing_is_kept_of_a_notification_that_was_heard() -> None:
    server = LanguageServer("clerk", "1", protocol_cls=Answering)
    heard = []

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        heard.append(params.text_document.version)

    whole = lsp.TextDocumentContentChangeWholeDocument(text=TEXT)
    for version in range(5):
        document = lsp.VersionedTextDocumentIdentifier(uri=URI, version=version)
        params = lsp.DidChangeTextDocumentParams(document, [whole])
        server.protocol._handle_notification(lsp.TEXT_DOCUMENT_DID_CHANGE, params)
    assert heard == list(range(5))
    assert not server.protocol._request_futures


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc says what is taken")
def test_the_memory_of_the_server_is_flat_while_somebody_types(talk: Conversation) -> None:
    talk.begin()
    chance = random.Random(5)  # noqa: S311  # no secret
    taken = []
    for version in range(2, 5002):
        # What is typed once is never typed again, and often opens a comment.
        words = "".join(chance.choices("abc -<!>#%:.$0123456789", k=40))
        text = f"{TEXT}<!-- {words}\n- Files {words} records. (E)\n" * 8
        document = {"uri": URI, "version": version}
        talk.note(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]}
        )
        if version % 50 == 0:
            assert talk.alive()
        if version in {1000, 5000}:
            taken.append(_megabytes(talk.process.pid))
    # The first edits fill what is held of lines; what is kept of each edit would go on growing.
    assert taken[1] - taken[0] < MOST_GROWTH, taken

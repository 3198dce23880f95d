"""Messages that are none: the server answers or ends in words, and never waits or breaks."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any

import pytest

URI = "file:///clerk.posting"
TEXT = "# Clerk\n\n## Duties\n\n- Files records.\n"
PLACE = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}}
SECONDS = 60


class Conversation:
    """A server and what it has said, held to a time."""

    def __init__(self) -> None:
        command = (sys.executable, "-m", "postlint", "lsp")
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        self.alarm = threading.Timer(SECONDS, self.process.kill)
        self.alarm.start()
        self.number = 0

    def raw(self, data: bytes) -> None:
        into = _pipe(self.process.stdin)
        into.write(data)
        into.flush()

    def say(self, message: object) -> None:
        body = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def note(self, method: str, params: object) -> None:
        self.say({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> dict[str, Any]:
        """Return the answer to a question, passing over everything else."""
        self.number += 1
        self.say({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        while (heard := self.hear()).get("id") != self.number or "method" in heard:
            pass
        return heard

    def hear(self) -> dict[str, Any]:
        out = _pipe(self.process.stdout)
        length = 0
        while (line := out.readline().strip()) or not length:
            if not line and not length:
                raise EOFError("the server has ended")
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        heard: dict[str, Any] = json.loads(out.read(length))
        return heard

    def begin(self) -> None:
        assert "result" in self.ask("initialize", {"processId": None, "capabilities": {}})
        self.note("initialized", {})
        item = {"uri": URI, "languageId": "posting", "version": 1, "text": TEXT}
        self.note("textDocument/didOpen", {"textDocument": item})

    def alive(self) -> bool:
        return "result" in self.ask("textDocument/hover", PLACE)

    def over(self) -> tuple[int, str]:
        """Return the exit code and what was said to a person."""
        _, told = self.process.communicate()
        return self.process.returncode, told.decode()

    def close(self) -> None:
        self.alarm.cancel()
        self.process.kill()
        self.process.communicate()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


@pytest.fixture
def talk() -> Iterator[Conversation]:
    conversation = Conversation()
    yield conversation
    conversation.close()


def _framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


SURVIVED = {
    "broken JSON": _framed(b"{abc}"),
    "an empty body": _framed(b""),
    "a list": _framed(b"[]"),
    "a number": _framed(b"1"),
    "null": _framed(b"null"),
    "no version": _framed(b'{"id":99,"method":"textDocument/foo"}'),
    "a wrong version": _framed(b'{"jsonrpc":"1.0","id":98,"method":"shutdown"}'),
    "no header": b"hello\r\n\r\n",
    "bytes that are no header": bytes(range(256)),
    "a long line": b"x" * 100_000 + b"\r\n",
    "bad UTF-8": _framed(b'"\xff\xfe"'),
    "deep JSON": _framed(b"[" * 50_000 + b"]" * 50_000),
    "one length twice": b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "small letters": b"content-length: 2\r\n\r\n{}",
}


def test_what_is_no_message_is_passed_over(talk: Conversation) -> None:
    talk.begin()
    for name, data in SURVIVED.items():
        talk.raw(data)
        assert talk.alive(), name


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Content-Length: 99999999999\r\n\r\n{}", "more than a client sends"),
        (b"Content-Length: -5\r\n\r\n", "is no number"),
        (b"Content-Length: abc\r\n\r\n", "is no number"),
        (b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "two lengths"),
    ],
)
def test_a_header_that_cannot_be_right_ends_it_in_words(
    talk: Conversation, data: bytes, why: str
) -> None:
    talk.begin()
    assert talk.alive()
    talk.raw(data)
    _, told = talk.over()
    assert why in told
    assert "Traceback" not in told
    assert talk.alarm.is_alive()


def test_a_body_that_breaks_off_is_the_end(talk: Conversation) -> None:
    talk.begin()
    assert talk.alive()
    talk.raw(b"Content-Length: 50\r\n\r\n{")
    _, told = talk.over()
    assert "Traceback" not in told
    assert talk.alarm.is_alive()


_CHANGED = {"uri": URI, "version": 2}
_LONG = "file:///" + "a/" * 5000 + "b.posting"
WRONG: list[tuple[str, Any]] = [
    ("textDocument/didChange", {"textDocument": {"uri": "file:///no", "version": 2},
                                "contentChanges": [{"text": "x"}]}),
    ("textDocument/didChange", {"textDocument": _CHANGED, "contentChanges": [{"text": None}]}),
    ("textDocument/didChange", {"textDocument": _CHANGED, "contentChanges": 7}),
    ("textDocument/didChange", {"textDocument": _CHANGED, "contentChanges": [
        {"range": {"start": {"line": -1, "character": -5}, "end": {"line": 9**9, "character": 0}},
         "text": "x"}]}),
    ("textDocument/didOpen", {"textDocument": None}),
    ("textDocument/didOpen", []),
    ("textDocument/didClose", {"textDocument": {"uri": "file:///never-opened"}}),
    ("textDocument/didSave", {}),
    ("workspace/didChangeWatchedFiles", {"changes": [{"uri": 5}]}),
    ("workspace/didChangeConfiguration", {"settings": "x" * 1000}),
    ("$/cancelRequest", {"id": 12345}),
]  # fmt: skip


def test_notes_of_wrong_types_are_passed_over(talk: Conversation) -> None:
    talk.begin()
    for method, params in WRONG:
        talk.note(method, params)
        # Settings that changed are read anew, and an older answer is not given.
        talk.ask("textDocument/hover", PLACE)
        assert talk.alive(), (method, params)
    unknown = {"textDocument": {"uri": "file:///never-opened"}, "position": PLACE["position"]}
    for method in ("textDocument/hover", "textDocument/formatting", "textDocument/foldingRange"):
        assert {"result", "error"} & talk.ask(method, unknown).keys()
    assert "error" in talk.ask("textDocument/nothing", {})
    assert "error" in talk.ask("workspace/executeCommand", {"command": "rm", "arguments": ["-rf"]})


@pytest.mark.parametrize("uri", [_LONG, f"file:///{'a' * 300}.posting", "file:///a%00b.posting"])
def test_a_name_that_no_file_can_have_is_read_as_an_unsaved_text(
    talk: Conversation, uri: str
) -> None:
    talk.begin()
    item = {"uri": uri, "languageId": "posting", "version": 1, "text": TEXT}
    talk.note("textDocument/didOpen", {"textDocument": item})
    while (heard := talk.hear().get("params", {})).get("uri") != uri:
        pass
    codes = [found["code"] for found in heard["diagnostics"]]
    assert "ADA001" in codes
    assert "internal" not in codes


def test_questions_before_the_beginning_and_after_the_end_break_nothing(talk: Conversation) -> None:
    assert {"result", "error"} & talk.ask("textDocument/hover", PLACE).keys()
    talk.begin()
    assert "result" in talk.ask("shutdown", None)
    talk.note("textDocument/didClose", {"textDocument": {"uri": URI}})
    talk.say({"jsonrpc": "2.0", "id": 99, "method": "textDocument/hover", "params": PLACE})
    talk.note("exit", None)
    code, told = talk.over()
    assert (code, "Traceback" in told) == (0, False), told

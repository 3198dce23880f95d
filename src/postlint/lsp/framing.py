"""The headers of the protocol's messages, held to what they must be.

What follows a header that cannot be right cannot be distinguished from the next
message, so the conversation ends there, in words, instead of waiting for bytes
that never come or making room for as many as a number says.
"""

from __future__ import annotations

import logging
import re
import sys
from types import TracebackType
from typing import Any, BinaryIO, Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified, JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

__all__ = ["Answering", "Messages", "log_in_lines"]

# No message comes near it: a posting has some 12 KB, and a text of more than 5 MB is refused.
MOST: Final = 64_000_000
_LINE: Final = 8192
_SHOWN: Final = 300
# Behind bytes that are no header the next message may begin in the middle of a line.
_LENGTH = re.compile(rb"content-length:[ \t]*([^\r\n]*)", re.IGNORECASE)
_NUMBER = re.compile(rb"\d{1,18}")


class Messages:
    """A client's messages as pygls reads them: a header, an empty line, a body."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting: list[bytes] = []

    def readline(self) -> bytes:
        """Return the next line of a header that is right; nothing where the client is done."""
        if not self._waiting:
            length = self._length()
            if length is None:
                return b""
            self._waiting = [b"\r\n", b"Content-Length: %d\r\n" % length]
        return self._waiting.pop()

    def read(self, size: int) -> bytes:
        """Return a body; one that breaks off is none."""
        body = self._stream.read(size)
        return body if len(body) == size else b""

    def _length(self) -> int | None:
        """Return how long the next message is, or `None` where there will be none."""
        found: bytes | None = None
        while True:
            line = self._stream.readline(_LINE)
            if not line:
                return None
            named = _LENGTH.search(line)
            if named is not None:
                value = named[1].strip()
                why = _wrong(value, found)
                if why:
                    sys.stderr.write(f"postlint: the conversation is over: {why}\n")
                    return None
                found = value
            elif not line.strip() and found is not None:
                if int(found):
                    return int(found)
                found = None


def _wrong(value: bytes, before: bytes | None) -> str:
    """Say what is wrong with a length, or nothing."""
    if not _NUMBER.fullmatch(value):
        return "the length of a message is no number"
    if before is not None and int(before) != int(value):
        return "a message has two lengths"
    if int(value) > MOST:
        return f"a message of {int(value)} bytes is more than a client sends"
    return ""


class Answering(LanguageServerProtocol):
    """The protocol, with an answer to a question whose parameters cannot be read."""

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> Any:
        """Leave the text to postlint's own documents.

        pygls's end lines at form feeds and U+2028 too, and alter the places of an edit
        that they do not have.
        """
        yield self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    def _execute_handler(self, msg_id: Any, *arguments: Any, **named: Any) -> None:
        """Forget a notification that was heard; pygls forgets questions only."""
        super()._execute_handler(msg_id, *arguments, **named)
        heard = self._request_futures.get(msg_id)
        if heard is not None:
            heard.add_done_callback(lambda _: self._request_futures.pop(msg_id, None))

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Return a message of the protocol, or tell the client that it is none."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            request_id = data.get("id")
            if "method" in data and isinstance(request_id, (int, str)):
                self._send_response(request_id, error=error.to_response_error())
            raise


class OneLine(logging.Formatter):
    """What pygls says of a message it could not take, in one line.

    An editor may never read what is said, and pages of it would fill the pipe.
    A fault of postlint's own keeps its traceback.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the first line of what is said, and the fault it is about."""
        fault = record.exc_info
        if fault and _ours(fault[2]):
            return super().format(record)
        lines = record.getMessage().strip().splitlines() or [""]
        shown = [lines[0], *lines[-1:]] if len(lines) > 1 else lines
        if fault and fault[0]:
            shown.append(f"{fault[0].__name__}: {fault[1]}".splitlines()[0])
        return f"postlint: {': '.join(shown)}"[:_SHOWN]


def _ours(traceback: TracebackType | None) -> bool:
    """Say whether a fault went through a function of postlint's."""
    while traceback is not None:
        if traceback.tb_frame.f_globals.get("__name__", "").startswith("postlint"):
            return True
        traceback = traceback.tb_next
    return False


def is_worth_saying(record: logging.LogRecord) -> bool:
    """Say whether a record is of a fault: a question that an edit overtook is none."""
    fault = record.exc_info
    return not (fault and fault[0] is JsonRpcContentModified)


def log_in_lines() -> None:
    """Have pygls say in lines what it could not take."""
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    handler.addFilter(is_worth_saying)
    logger = logging.getLogger("pygls")
    logger.addHandler(handler)
    logger.propagate = False

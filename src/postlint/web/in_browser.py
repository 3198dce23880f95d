"""The desk inside a browser: JSON in, JSON out, faults reported as a server reports them."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

from postlint.web.desk import Desk
from postlint.web.problems import problem


class Worker:
    """Answers a page's questions; one for the life of the page."""

    def __init__(self) -> None:
        self._desk = Desk()

    def answer(self, name: str, question: str) -> str:
        """Return the answer to a question as JSON: `ok` with it, or `problem`."""
        ask = getattr(self._desk, name)
        try:
            found: Any = ask(json.loads(question))
        except Exception as error:  # reported to the page, which shows it
            return json.dumps({"problem": problem(error).values})
        if isinstance(found, bytes):
            found = b64encode(found).decode("ascii")
        return json.dumps({"ok": found})

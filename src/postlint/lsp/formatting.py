"""The markup's one way of writing, as edits of the lines that differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from lsprotocol import types as lsp

from postlint.lsp.documents import Document
from postlint.run.session import Session
from postlint.syntax.format import format_markup
from postlint.text.source import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


def format_document(document: Document, session: Session) -> list[lsp.TextEdit]:
    """Return edits that write a document in the canonical way; none where it is no markup."""
    if document.report(session).kind != "markup":
        return []
    new = format_markup(document.text)
    before, after = _LINE.findall(document.text), _LINE.findall(new)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    # Lines that stand everywhere are no places to begin at, or each would be tried with each.
    matcher = SequenceMatcher(None, before, after)
    return [
        lsp.TextEdit(
            document.lines.range(Span(starts[first], starts[last])),
            "".join(after[new_first:new_last]),
        )
        for change, first, last, new_first, new_last in matcher.get_opcodes()
        if change != "equal"
    ]

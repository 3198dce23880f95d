"""Where one line holds several: glued postings, two fields side by side.

Web pages lose their line breaks on the way into a database. What remains is
evidence: bullets in the middle of a line, headings the words of which are
known, words grown together at a seam ("architectureAbility to"), wide blanks.
"""

from __future__ import annotations

import re

from postlint.document.kinds import heading_match, is_field_name, opening_kind

# Lines shorter than this are what somebody wrote as a line.
_LONG = 260

# Two fields on one line: a wide blank or a tab before 'Words:'.
_COLUMN = re.compile(
    r"(?:\t| {3})[\t ]*+(?=[A-Z][A-Za-z/#.&'()-]{0,24}(?: [A-Za-z/#.&'()-]{1,24}){0,4}:(?:\s|$))"
)
# '2.' after the end of a sentence, in a text that numbers its statements.
_NUMBER = re.compile(r"(?<=[.;:)] )\(?\d{1,2}[.)](?= [A-Z]|$)")
_GLYPH = re.compile("[•●▪■◦∙➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf076\uf0fc]|â€¢|â—�?|ï‚·")
_DASHES = re.compile(r"(?<=[\s.;:!?)])(?:--?|\*|·|–|>)\s*+(?=[A-Z(])")
_PIPE = re.compile(r" \| ")
_WIDE = re.compile(r"\s{4,}+(?=\S)")
# Words grown together: a small letter, a digit or a sentence's end, then a capital.
_SEAM = re.compile(r"(?<=[a-z0-9).;:%?!])(?=[A-Z][a-z'’]+(?:[\s,/-]|$))")
_KEY_START = re.compile(r"[.;:!?•●▪)\]]\s*(?:-+\s*)?|\s{2,}|(?<=[a-z0-9])(?=[A-Z])")
_CAPITALISED = re.compile(r"(?<= )(?:[A-Z][\w'’/-]* (?:(?:and|&|of|or) )?){0,4}[A-Z][\w'’/-]*$")
_GLUED_KEY = re.compile(r"[a-z)][.!?][A-Z]")


def cut_points(text: str, *, numbered: bool) -> list[int]:
    """Return the offsets inside a line where something new begins, in order."""
    points: set[int] = set()
    if len(text) < _LONG:
        if ":" in text and ("   " in text or "\t" in text):
            points.update(match.end() for match in _COLUMN.finditer(text))
        if numbered:
            points.update(match.start() for match in _NUMBER.finditer(text))
        if text[-1] == ":" and len(text) > 40 and _GLUED_KEY.search(text):
            _keys(text, points)
        points.discard(0)
        return sorted(points) if points else []
    glyphs = [match.start() for match in _GLYPH.finditer(text)]
    if len(glyphs) > 1 or (glyphs and glyphs[0] > 0):
        points.update(glyphs)
    pipes = [match.end() for match in _PIPE.finditer(text)]
    if len(pipes) > 1:
        points.update(pipes)
    dashes = [match.start() for match in _DASHES.finditer(text)]
    if len(dashes) > 2:
        points.update(dashes)
    points.update(match.end() for match in _WIDE.finditer(text))
    if numbered:
        points.update(match.start() for match in _NUMBER.finditer(text))
    _keys(text, points)
    _seams(text, points)
    points.discard(0)
    return sorted(points)


def _keys(text: str, points: set[int]) -> None:
    """Add where known headings and fields begin, and where a heading's own words end."""
    colon = text.find(":")
    while colon != -1:
        low = max(0, colon - 70)
        begin = low if low == 0 else -1
        for match in _KEY_START.finditer(text, low, colon):
            begin = match.end()
        if begin != -1 and text[begin : begin + 1].isupper():
            key = text[begin:colon]
            if len(key) < 60 and (is_field_name(key) or _known(key)):
                points.add(begin)
                colon = text.find(":", colon + 1)
                continue
        # No seam before it: the capitalised words themselves must be a heading.
        run = _CAPITALISED.search(text[low:colon])
        if run is not None:
            match = heading_match(run[0])
            if match is not None and match.share >= 0.9 and match.weight > 2:
                points.add(low + run.start())
        colon = text.find(":", colon + 1)


def _known(key: str) -> bool:
    match = heading_match(key)
    return match is not None and match.share >= 0.5


def _seams(text: str, points: set[int]) -> None:
    """Add the seams where the words after the seam open a statement."""
    for match in _SEAM.finditer(text):
        at = match.end()
        if text[at - 1] in ".;:?!)":
            # 'ASP.Net', 'Node.Js': what follows a real sentence's end opens one.
            if text[at - 2 : at - 1].islower() or text[at - 1] != ".":
                points.add(at)
        elif opening_kind(text[at : at + 40]) is not None and not _is_name(text, at):
            points.add(at)


def _is_name(text: str, at: int) -> bool:
    """Say whether a word with a capital inside it is a name: it comes back."""
    begin = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    word = text[begin : end if end != -1 else len(text)]
    return len(word) < 30 and text.find(word, at) != -1

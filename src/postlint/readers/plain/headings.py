"""Headings that rows are set apart as: formatted, the job's title, capitals over several rows.

Each function reads what starts at a row, and returns the row after it, 0 where it is none.
"""

from __future__ import annotations

from postlint.document.headings import heading_kind, heading_match
from postlint.document.kinds import SectionKind
from postlint.document.titles import ends_in_doer, is_job_title, names_job
from postlint.document.vocabulary import any_of
from postlint.readers.lines.bold import may_head
from postlint.readers.lines.line import Around, Heading, Style, bare, is_title_case, states_data
from postlint.readers.plain.gathered import Gathered, RowBlock
from postlint.readers.plain.wrapping import is_open
from postlint.text.patterns import pattern
from postlint.text.records import NamedTuple

_BANNER = pattern(r"([=*~_#<>-]{2,}+)[ \t]*+([^=*~_#<>-].*)")
_HASHES = pattern(r"#{1,6}[ \t]++(?=\S)")
_TITLE_REACH = 90
_FEW = 5
_DESCRIBES = pattern(r"(?:Job|Position|Role) [Dd]escription(?: for| of|:) ")
_NOT_A_JOB = pattern(rf"(?i)\b(?:{any_of('no_job')})\b")


def marked_heading(so_far: Gathered, index: int) -> int:
    """Read a banner, a hashed heading or a heading in bold; return 0 where it is none."""
    row = so_far.rows[index]
    text = row.text
    if text[0] == "#":
        match = _HASHES.match(text)
        if match is not None and len(text) < 200:
            body = text[match.end() :].rstrip("# \t")
            level = match.end() - len(text[: match.end()].lstrip("#"))
            heading = Heading(Style.TITLE, body.endswith(":"), heading_match(bare(body)))
            so_far.heading(row.start, row.first + match.end(), row.stop, body, heading, level=level)
            return index + 1
    banner = framed(text)
    if banner is None:
        return 0
    lead, words, closing = banner.lead.rstrip(), banner.words, banner.closing
    sign = lead[0]
    if sign == ">" and not _points_at(so_far, index, words):
        return 0
    first = row.first + len(banner.lead)
    tail = first + len(words)
    colons = len(closing) - len(closing.lstrip(":"))
    if sign in "=~#<>-_" and len(words) < 80:
        so_far.questionnaire = False  # another part of the page begins
        heading = Heading(Style.BANNER, False, heading_match(words))
        so_far.heading(row.start, first, row.stop, words, heading, tail=tail + colons)
        return index + 1
    if sign == "*" and len(lead) < 4 and "*" not in words and may_head(words):
        style = Style.CAPITALS if words.isupper() else Style.TITLE
        heading = Heading(style, ":" in closing, heading_match(words))
        so_far.heading(row.start, first, row.stop, words, heading, tail=tail + colons)
        return index + 1
    return 0


class Banner(NamedTuple):
    """Words between signs that frame them, and the signs before and behind."""

    lead: str
    words: str
    closing: str


def framed(text: str) -> Banner | None:
    """Return what signs frame: "--- Duties ---", "=== DUTIES"; `None` for any other row."""
    match = _BANNER.match(text) if len(text) < _LONGEST_BANNER else None
    if match is None:
        return None
    words = match[2].rstrip("=*~_#<>- \t\xa0:")
    closing = match[2][len(words) :]
    sign = match[1][0]
    if not words or (sign not in "<>" and sign not in closing) or states_data(words):
        return None
    return Banner(text[: match.start(2)], words, closing)


_LONGEST_BANNER = 160


def _points_at(so_far: Gathered, index: int, words: str) -> bool:
    """Say whether ">> Duties" is a heading, and no answer quoted in a mail or item of a list."""
    around = so_far.around(index)
    if around.above.startswith(">") or words[-1] in ".;,!" or not words[0].isupper():
        return False
    known = heading_match(words)
    sure = (known is not None and known.share >= _HALF) or names_job(words)
    return not around.below.startswith(">") or (sure and not around.adjacent)


_HALF = 0.5


def job_title(so_far: Gathered, index: int, around: Around) -> int:
    """Read the title of the job, over rows where a narrow column breaks it."""
    row = so_far.rows[index]
    text = row.text
    if index > _TITLE_REACH:
        return 0
    if text[:1] in "JPR" and _DESCRIBES.match(text) and names_job(text):
        so_far.titled = True  # it names the job, and more
        return 0
    if text[-1] in ".:;,!?" or text.count(" ") > 12:
        return 0
    if not names_job(text):
        # Before everything else a line that ends in a doer names a job nobody listed:
        # sections may follow, though it is no heading beyond doubt.
        plain = index == 0 and text.count(" ") < _FEW and not row.noise
        so_far.titled = so_far.titled or (plain and ends_in_doer(text))
        return 0
    if (index and not around.above and not around.below) or not _is_set_as_title(text):
        return 0
    start, stop = index, row.stop
    while is_open(row.text) and index + 1 < len(so_far.rows):
        # A narrow column breaks a title over rows.
        row = so_far.rows[index + 1]
        if not row.text or row.noise:
            break
        index += 1
        text = f"{text} {row.text}"
        stop = row.stop
    block = RowBlock("head", so_far.rows[start].start, so_far.rows[start].first, stop, text)
    block.level = 1
    so_far.blocks.append(block)
    so_far.titled = True
    so_far.levels.title()
    return index + 1


def _is_set_as_title(text: str) -> bool:
    """Say whether words that name a job are set as its title, and head no section."""
    if ":" in text or "@" in text or "  " in text or not (text.isupper() or is_title_case(text)):
        return False
    # "Office Clerk" and "Human Resources Manager" are jobs; "Office of the Clerk" is a place.
    if _NOT_A_JOB.search(text) and not is_job_title(text):
        return False
    if text.count(" ") >= 3 or heading_match(text) is None:
        return True
    return heading_kind(text) is SectionKind.SUPERVISION


def tall_heading(so_far: Gathered, index: int) -> int:
    """Read a heading in capitals that a narrow column broke over rows; 0 for none."""
    rows = so_far.rows
    row = rows[index]
    words = [row.text]
    first = not any(block.kind == "head" for block in so_far.blocks)
    if ":" in row.text or (first and ends_in_doer(row.text)):
        return 0  # "TITLE: CLERK" over "REPORTS TO:", "HEAD PRINTER" over "DUTIES:"
    at = index + 1
    while at < min(len(rows), index + 5) and rows[at].text.isupper() and not rows[at].noise:
        words.append(rows[at].text)
        if words[-1][-1] == ":":
            text = " ".join(words)
            heading = Heading(Style.CAPITALS, True, heading_match(bare(text)))
            so_far.heading(row.start, row.first, rows[at].stop, text, heading)
            return at + 1
        at += 1
    return 0

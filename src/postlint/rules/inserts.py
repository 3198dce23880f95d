"""What a posting lacks, as text to insert: a section with a statement, a field, a sentence.

Only the employer can say it. What is inserted holds a placeholder in brackets
for that, which is a finding until it is filled in; it quotes no law and
promises nothing that the placeholder does not ask for.
"""

from __future__ import annotations

from postlint.document.kinds import SectionKind
from postlint.document.parts import Field, Section, SectionBlock, walk
from postlint.document.posting import Posting
from postlint.text.diagnostics import Applicability, Edit, Fix
from postlint.text.patterns import pattern
from postlint.text.source import NEWLINE, Span, line_end

_FRONT_END = pattern(r"(?:\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|\Z)")
# Kinds of source that write headings with signs.
_SIGNED = frozenset({"markup", "markdown"})


def add_section(posting: Posting, kind: SectionKind, heading: str, words: str) -> tuple[Fix, ...]:
    """Return a fix that puts a statement under a section's heading, or a section at the end."""
    if words in posting.content:
        return ()
    sections = [one for one in posting.sections if one.kind is kind and one.heading is not None]
    if sections:
        at = _end(posting, sections[0])
        content = f"\n\n{words}"
    else:
        at = len(posting.text.rstrip())
        content = f"\n\n{_heading(posting, heading)}\n\n{words}"
    return _fix(posting, f"Add '{heading}' with words to fill in", at, content)


def add_field(posting: Posting, name: str, value: str) -> tuple[Fix, ...]:
    """Return a fix that puts a field under those at the head of a posting, or under its title."""
    fields: list[Field] = []
    for section in posting.sections:
        if section.level > 1 or (fields and section.level):
            break
        fields = [block for block in section.blocks if isinstance(block, Field)] or fields
    line = f"{name}: {value}"
    if fields:
        at = line_end(posting.text, fields[-1].span.end)
        return _fix(posting, f"Add '{name}' to fill in", at, f"\n{line}")
    at = line_end(posting.text, posting.anchor.end)
    after = "\n" if _follows(posting, at) else ""
    return _fix(posting, f"Add '{name}' to fill in", at, f"\n\n{line}{after}")


def add_sentence(posting: Posting, section: Section, words: str, title: str) -> tuple[Fix, ...]:
    """Return a fix that puts a sentence at the end of a section."""
    return _fix(posting, title, _end(posting, section), f"\n\n{words}")


def add_duty(posting: Posting, words: str) -> tuple[Fix, ...]:
    """Return a fix that adds a duty to the last list of duties, as the list writes its own."""
    if not posting.duties:
        return ()
    last = posting.duties[-1]
    line = posting.text.rfind("\n", 0, last.span.start) + 1
    lead = posting.text[line : last.text.span.start]
    title = f"Add the duty '{words}'"
    if any(sign.isalnum() for sign in lead) or not lead.strip():
        return add_sentence(posting, posting.sections[last.section], words, title)
    ends = [last.span.end, *(marker.span.end for marker in last.markers)]
    return _fix(posting, title, line_end(posting.text, max(ends)), f"\n{lead}{words}")


def _fix(posting: Posting, title: str, at: int, content: str) -> tuple[Fix, ...]:
    # What is there and was not enough is not inserted again.
    if content.strip() in posting.content:
        return ()
    how = Applicability.DISPLAY if _in_front_matter(posting, at) else Applicability.UNSAFE
    return (Fix(title, (Edit(Span(at, at), content),), how),)


def _in_front_matter(posting: Posting, at: int) -> bool:
    """Say whether a place stands in the data above a Markdown text, which is no text to add to."""
    given = posting.source.given
    if not given.startswith("---"):
        return False
    end = _FRONT_END.search(given, 3)
    return end is not None and posting.source.given_span(Span(at, at)).start < end.end()


def _heading(posting: Posting, words: str) -> str:
    """Return a heading as the posting writes its own."""
    if posting.reader not in _SIGNED:
        return words.upper()
    levels = [one.level for one in posting.sections if one.heading is not None and one.level > 1]
    return f"{'#' * max(set(levels), key=levels.count, default=2)} {words}"


def _end(posting: Posting, section: Section) -> int:
    """Return where the last block of a section ends, or its heading where it has none."""
    blocks: tuple[SectionBlock, ...] = tuple(walk(section.blocks))
    ends = [block.span.end for block in blocks]
    if section.heading is not None:
        ends.append(section.heading.span.end)
    return line_end(posting.text, max(ends, default=section.span.end))


def _follows(posting: Posting, at: int) -> bool:
    """Say whether words stand on the line below, so that a blank line has to part them."""
    found = NEWLINE.match(posting.text, at)
    if found is None:
        return False
    below = posting.text[found.end() : line_end(posting.text, found.end())]
    return bool(below.strip())

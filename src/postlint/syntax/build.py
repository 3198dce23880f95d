"""From the tree to the posting.

The tree says what each line is; this step says what it means for a reader:
which section has which kind, which words are the title.
"""

from __future__ import annotations

from postlint.document.choices import unchecked
from postlint.document.headings import heading_kind, heading_match, section_kind
from postlint.document.job_title import follows_employer, title_of
from postlint.document.kinds import REQUIREMENTS, SectionKind
from postlint.document.markers import Marker, read_marker
from postlint.document.openings import opening_kind
from postlint.document.parts import (
    Directive,
    Field,
    Item,
    Paragraph,
    Passage,
    Section,
    SectionBlock,
)
from postlint.document.posting import Posting
from postlint.document.section_ends import rest_of, statement_at
from postlint.document.titles import is_job_title, names_job, repeats_title
from postlint.readers.base import Lexeme
from postlint.syntax.tree import Node
from postlint.text.diagnostics import Finding
from postlint.text.patterns import pattern
from postlint.text.records import record
from postlint.text.source import WHITE_SPACE, SourceText, Span

# Formatting around words that is not part of them: emphasis, closing hashes, colons.
_FORMATTING = "*_#=: \t\xa0\r\n"
_LAST_OF_LETTERS = "\u25ff"
# Kinds of sources whose text has the signs of comments in it; other readers take them out.
_COMMENTED = frozenset({"markup", "text"})
# How much of how many statements tells what a section is about.
_OPENING = 300
_OPENINGS = 8
# A phrase that says less of a heading than this may be a word of a title.
_PART = 0.4
_EMPHASIS = pattern(r"\*\*|__")
# White space besides the blank, and the newline that most texts have.
_ODD_BLANKS = WHITE_SPACE.replace(" ", "").replace("\n", "")


def build(
    tree: Node, source: SourceText, reader: str, notices: tuple[Finding, ...] = ()
) -> Posting:
    """Return the posting a tree describes."""
    builder = _Builder(source, comments=reader in _COMMENTED)
    builder.read(tree)
    title = title_of(builder.sections)
    return Posting(
        source=source,
        reader=reader,
        title=title,
        sections=tuple(_without_titles(builder.sections, title)),
        directives=tuple(builder.directives),
        notices=notices,
        remarks=builder.remarks(),
        unstated=builder.unstated,
    )


def _without_titles(sections: list[Section], title: Passage | None) -> list[Section]:
    """Return the sections with a kind for headings that looked like the title and are not.

    A heading that says the title once more is a title, wherever it stands.
    """
    span = Span(0, 0) if title is None else title.span
    typed: list[Section] = []
    for section in sections:
        heading = section.heading
        if heading is None:
            typed.append(section)
        elif span.overlaps(heading.span):
            # What stands below a title is of no kind for what its first sentence speaks of.
            known = section.kind is None or heading_kind(heading.text) is not None
            typed.append(section if known else section._replace(kind=None))
        elif title is not None and (
            repeats_title(heading.text, title.text) or follows_employer(title.text, heading.text)
        ):
            typed.append(section._replace(kind=None))
        elif title is not None and _is_the_work(section, heading, title):
            typed.append(section._replace(kind=SectionKind.DUTIES))
        elif section.level == 1 and section.kind is None:
            typed.append(section._replace(kind=_kind_of(section, heading, sections)))
        else:
            typed.append(section)
    return typed


def _is_the_work(section: Section, heading: Passage, title: Passage) -> bool:
    """Say whether a heading that is of applying elsewhere is of this job's own work.

    "Inquiries", over what an "Inquiries Clerk" does with them.
    """
    named = heading.text.lower() in title.text.lower()
    if section.kind is not SectionKind.HOW_TO_APPLY or not named:
        return False
    opened = [opening_kind(words) is SectionKind.DUTIES for words in openings(section.blocks)]
    return 2 * sum(opened) > len(opened)


def _kind_of(section: Section, heading: Passage, sections: list[Section]) -> SectionKind:
    parent = None if section.parent is None else sections[section.parent].kind
    return section_kind(heading.text, parent, openings(section.blocks))


def openings(blocks: tuple[SectionBlock, ...]) -> list[str]:
    """Return what the first statements of a section begin with, as it is recognised by."""
    return [
        block.text.text[:_OPENING]
        for block in blocks[:_OPENINGS]
        if isinstance(block, (Item, Paragraph))
    ]


class _Builder:
    """Walks a tree once and collects its sections."""

    def __init__(self, source: SourceText, *, comments: bool) -> None:
        text = source.text
        self._given = text
        # Comments among words, which no reader sets apart.
        self._among: list[Span] = []
        if comments and "<" in text and "<!--" in text:
            from postlint.document import remarks  # noqa: PLC0415  # few postings have comments

            self._among.extend(remarks.comments(text))
            text = remarks.blanked(text, self._among)
        # Choices of a form that nobody checked are printed and not said.
        self.unstated = tuple(unchecked(text))
        if self.unstated:
            from postlint.document import remarks  # noqa: PLC0415  # few postings are forms

            text = remarks.blanked(text, self.unstated)
        self._text = text
        # What most texts have none of need not be looked for in every passage.
        self._tidy = not any(map(text.__contains__, _ODD_BLANKS))
        self._emphasised = ("*" in text and "**" in text) or ("_" in text and "__" in text)
        self._lines: list[Span] = []
        self.sections: list[Section] = []
        # Nothing of the work or of what is asked for has come yet; a title has.
        self._early, self._titled = True, False
        self.directives: list[Directive] = []

    def remarks(self) -> tuple[Span, ...]:
        """Return where comments and directives stand, in order."""
        if not self._among:
            return tuple(self._lines)
        found: list[Span] = []
        for span in sorted((*self._among, *self._lines)):
            # A comment with lines of its own was seen both ways.
            if found and span.start < found[-1].end:
                found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
            else:
                found.append(span)
        return tuple(found)

    def read(self, tree: Node) -> None:
        """Collect the sections of a tree, in order, the part before the first heading first."""
        self._section(tree, None, None)

    def _section(self, node: Node, parent: int | None, parent_kind: SectionKind | None) -> None:
        heading: Passage | None = None
        start, end = node.start, node.end
        parts = node.children
        if node.kind != "posting":
            words = parts[1]
            heading = self._passage(words.start, words.end, _FORMATTING + "-–—")
            parts = parts[2:]
        cut = len(parts)
        while cut and parts[cut - 1].kind.startswith("section"):
            cut -= 1
        parts, subsections = parts[:cut], parts[cut:]
        if subsections:
            end = subsections[0].start
        blocks = tuple(self._blocks(parts))
        level = 0 if heading is None else int(node.kind[-1])
        kind = self._kind(heading, level, parent_kind, blocks)
        if kind is SectionKind.EQUAL_OPPORTUNITY and (first := statement_at(blocks)):
            # What stands below a section does not say what it is about.
            own_kind = self._kind(heading, level, parent_kind, blocks[:first])
            kind = kind if own_kind in REQUIREMENTS else own_kind
        index = len(self.sections)
        rest = None
        if heading is not None:
            rest = rest_of(self._given, heading, kind, parent_kind, blocks)
        own, stop = blocks, end
        if rest is not None:
            own, stop = blocks[: rest.first], blocks[rest.first].span.start
        self._add(
            Section(
                heading=heading,
                kind=kind,
                level=level,
                span=Span(start, stop),
                blocks=own,
                parent=parent,
            )
        )
        if rest is not None:
            self._add(
                Section(
                    heading=None,
                    kind=rest.kind,
                    level=level,
                    span=Span(stop, end),
                    blocks=blocks[rest.first :],
                    parent=parent,
                )
            )
        for part in subsections:
            if isinstance(part, Node):
                self._section(part, None if heading is None else index, kind)

    def _kind(
        self,
        heading: Passage | None,
        level: int,
        parent: SectionKind | None,
        blocks: tuple[SectionBlock, ...],
    ) -> SectionKind | None:
        if heading is None:
            return None
        # A title is a heading whose words name no kind of section.
        match = heading_match(heading.text)
        names = heading_kind(heading.text) is None or is_job_title(heading.text)
        # "Shift Supervisor, Second Line" is of no shifts.
        names = names or (match is not None and match.share < _PART and names_job(heading.text))
        if level == 1 and names and not self._titled:
            return None
        return section_kind(heading.text, parent, openings(blocks), early=self._early)

    def _add(self, section: Section) -> None:
        self.sections.append(section)
        kind = section.kind
        self._early = self._early and kind is not SectionKind.DUTIES and kind not in REQUIREMENTS
        self._titled = self._titled or (section.level == 1 and kind is None)

    def _blocks(self, parts: tuple[Node | Lexeme, ...]) -> list[SectionBlock]:
        blocks: list[SectionBlock] = []
        for part in parts:
            if isinstance(part, Node):
                if part.kind == "paragraph":
                    blocks.append(self._paragraph(part.children))
                elif part.kind == "item":
                    blocks.append(self._item(part.children))
                else:
                    blocks.append(self._field(part))
            elif part.kind == "SLIP":
                words = self._passage(part.start, part.end)
                blocks.append(Paragraph(text=words, span=words.span))
            elif part.kind == "DIRECTIVE":
                span = Span(part.start, part.end)
                text = self._given[part.start : part.end].strip()
                self.directives.append(Directive(text=text, span=span))
                self._lines.append(span)
            elif part.kind == "COMMENT":
                self._lines.append(Span(part.start, part.end))
        if self.unstated:
            blocks = [block for block in blocks if isinstance(block, Field) or block.text.text]
        return blocks

    def _paragraph(self, parts: tuple[Node | Lexeme, ...]) -> Paragraph:
        if len(parts) == 1:
            words = self._passage(parts[0].start, parts[0].end)
            return record(Paragraph, (words, words.span, None, ()))
        label, text, markers, _ = self._words(parts)
        span = text.span if label is None else Span(label.span.start, text.span.end)
        return Paragraph(text=text, span=span, label=label, markers=markers)

    def _field(self, node: Node) -> Field:
        key = node.children[0]
        value = self._passage(node.children[1].start, node.end)
        name = self._passage(key.start, key.end, _FORMATTING)
        if name.text[:1] > _LAST_OF_LETTERS:  # "📍 Where: Hull"
            begin = next(
                (at for at in range(*name.span) if self._text[at].isalnum()), name.span.start
            )
            name = self._passage(begin, key.end, _FORMATTING)
        return Field(key=name, value=value, span=Span(name.span.start, value.span.end))

    def _item(self, children: tuple[Node | Lexeme, ...]) -> Item:
        bullet = children[0]
        raw = self._text[bullet.start : bullet.end]
        sign = raw.lstrip()
        begin = bullet.end - len(sign)
        if len(children) == 2:
            text = self._passage(children[1].start, children[1].end)
            span = record(Span, (begin, text.span.end)) if sign else text.span
            return record(Item, (text, span, None, (), False, ()))
        nested: tuple[SectionBlock, ...] = ()
        parts = children[1:]
        if children[-1].kind == "DEDENT":
            kinds = [part.kind for part in parts]
            cut = kinds.index("INDENT")
            nested = tuple(self._blocks(parts[cut + 1 : -1]))
            parts = parts[:cut]
        label, text, markers, misplaced = self._words(parts)
        if not sign:
            begin = text.span.start
        if label is not None:
            begin = min(begin, label.span.start)
        end = max(text.span.end, markers[-1].span.end) if markers else text.span.end
        return Item(
            text=text,
            span=Span(begin, end),
            label=label,
            markers=markers,
            misplaced=misplaced,
            blocks=nested,
        )

    def _words(
        self, parts: tuple[Node | Lexeme, ...]
    ) -> tuple[Passage | None, Passage, tuple[Marker, ...], bool]:
        """Return label, words, markers, and whether a marker stands before the end."""
        if len(parts) == 1:
            return None, self._passage(parts[0].start, parts[0].end), (), False
        label: Passage | None = None
        if parts[0].kind == "LABEL":
            label = self._passage(parts[0].start, parts[0].end, _FORMATTING)
            parts = parts[1:]
        markers = tuple(
            [
                read_marker(self._text[part.start : part.end], part.start)
                for part in parts
                if part.kind == "MARK"
            ]
        )
        while parts[-1].kind == "MARK":
            parts = parts[:-1]
        text = self._passage(parts[0].start, parts[-1].end)
        inside = any(part.kind == "MARK" for part in parts) if markers else False
        return label, text, markers, inside

    def _passage(self, start: int, end: int, formatting: str | None = None) -> Passage:
        """Return the words of a stretch without the blanks and formatting around them."""
        stripped = self._text[start:end].lstrip(formatting)
        begin = end - len(stripped)
        stripped = stripped.rstrip(formatting)
        if not stripped and self._among:
            # A line of a comment and nothing else has at least a place.
            raw = self._given[start:end]
            begin, stripped = start + len(raw) - len(raw.lstrip()), raw.strip()
        words = stripped
        # Most lines are right as they are; white space that is not a blank is not printable.
        if "\n" in words or "  " in words or not (self._tidy or words.isprintable()):
            words = " ".join(words.split())
        if self._emphasised and ("**" in words or "__" in words):
            words = _EMPHASIS.sub("", words)
        span = record(Span, (begin, begin + len(stripped)))
        return record(Passage, (words, span))

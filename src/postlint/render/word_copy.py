"""A copy of a Word file with comments in it; all else stays byte for byte as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from postlint.errors import Unreadable
from postlint.readers.word.package import DOCUMENT, Package
from postlint.render.word_marks import WORDS, Element, MarkedPart, PartText, Slice

_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
)
# What a file may unpack to, pictures and all, when it is packed again.
_MOST = 500_000_000


class WordCopy:
    """A Word file that comments are put into. Raises `Unreadable` for one that takes none."""

    def __init__(self, docx: bytes, author: str, initials: str) -> None:
        self._author = author
        self._initials = initials
        self._package = Package(docx)
        if sum(info.file_size for info in self._package.infos.values()) > _MOST:
            raise Unreadable("it would unpack to more than any posting")
        self.document = MarkedPart(self._package.read(DOCUMENT))
        self._types = MarkedPart(self._package.read(_TYPES))
        self._relations = MarkedPart(
            self._package.read(_RELATIONS) or f'<Relationships xmlns="{_RELATED}"/>'.encode()
        )
        self._name, self._comments = self._comments_part()
        numbers = [self._comments.attribute(each, "id") for each in self._there()]
        self._number = max((int(each) for each in numbers if each.isdecimal()), default=-1)
        self._written: list[str] = []
        # By its byte, and what closes and opens runs there: the comments that end and begin.
        self._places: dict[tuple[int, str, str], tuple[list[int], list[int]]] = {}
        self._forget()

    # ------------------------------------------------------------ comments

    def comment(
        self, first: tuple[PartText, int], last: tuple[PartText, int], lines: Sequence[str]
    ) -> None:
        """Comment on the words from one character to another, both with it, a line a paragraph."""
        number = self._add(lines)
        self._at(self._before(*first))[1].append(number)
        self._at(self._behind(*last))[0].append(number)

    def comment_nowhere(self, lines: Sequence[str]) -> None:
        """Comment on a document without words, in its first paragraph."""
        found = self.document.found
        home = next((found[tag][0] for tag in ("p", "body") if found.get(tag)), None)
        if home is None:
            raise Unreadable("it has no body")
        number = self._add(lines)
        marks = self._marks(home.prefix, [], [number]) + self._marks(home.prefix, [number], [])
        closed = f"</{home.prefix}p>"
        if home.tag == "body":
            self.document.insert(home.inside, f"<{home.prefix}p>{marks}{closed}")
        elif home.inside == home.outside:  # an empty element has no inside
            tag = self.document.data[home.start : home.inside].decode().removesuffix("/>")
            self.document.replace(Slice(home.start, home.outside), f"{tag}>{marks}{closed}")
        else:
            self.document.insert(home.end, marks)

    def _add(self, lines: Sequence[str]) -> int:
        self._number += 1
        prefix = self._comments.root.prefix if self._comments.root else "w:"
        paragraphs = "".join(
            f"<{prefix}p><{prefix}r>{f'<{prefix}annotationRef/>' if not number else ''}"
            f'<{prefix}t xml:space="preserve">{escape(line, quote=False)}</{prefix}t>'
            f"</{prefix}r></{prefix}p>"
            for number, line in enumerate(lines)
        )
        self._written.append(
            f'<{prefix}comment {prefix}id="{self._number}" {prefix}author="{escape(self._author)}" '
            f'{prefix}date="{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}" '
            f'{prefix}initials="{escape(self._initials)}">{paragraphs}</{prefix}comment>'
        )
        return self._number

    def _there(self) -> Sequence[Element]:
        return self._comments.found.get("comment", ())

    def _forget(self) -> None:
        """Take out the comments of this author; answers to them stay, as all others do."""
        ours = [c for c in self._there() if self._comments.attribute(c, "author") == self._author]
        numbers = {self._comments.attribute(each, "id") for each in ours}
        for each in ours:
            self._comments.replace(Slice(each.start, each.outside))
        for mark in self.document.comment_marks(numbers.__contains__):
            self.document.replace(mark)

    # ------------------------------------------------------------ places

    def _at(self, place: tuple[int, str, str]) -> tuple[list[int], list[int]]:
        return self._places.setdefault(place, ([], []))

    def _before(self, text: PartText, at: int) -> tuple[int, str, str]:
        """Return the place before a character: its byte, and how runs are parted there."""
        outer, run = _runs(text)
        node = text.node
        if run is None or text.whole:
            return outer.start, "", ""
        if at > 0:
            return self._inside(text, run, at)
        return (outer.start, "", "") if node.before == 0 else (node.start, *self._parted(run))

    def _behind(self, text: PartText, at: int) -> tuple[int, str, str]:
        """Return the place behind a character."""
        outer, run = _runs(text)
        node = text.node
        if run is None or text.whole:
            return outer.outside, "", ""
        if at + 1 < len(text.words):
            return self._inside(text, run, at + 1)
        last = node.before == run.children - 1
        return (outer.outside, "", "") if last else (node.outside, *self._parted(run))

    def _inside(self, text: PartText, run: Element, at: int) -> tuple[int, str, str]:
        closed, opened = self._parted(run)
        raw = text.node.raw
        if not any(key.endswith(" space") for key in text.node.attributes) and not text.cut:
            self.document.insert(text.node.inside - 1, ' xml:space="preserve"')
        text.cut = True
        return text.offset(at), f"</{raw}>{closed}", f'{opened}<{raw} xml:space="preserve">'

    def _parted(self, run: Element) -> tuple[str, str]:
        """Return what ends a run and what begins one that looks the same."""
        data = self.document.data
        form = data[run.format.start : run.format.end] if run.format else b""
        return f"</{run.raw}>", (data[run.start : run.inside] + form).decode()

    # ------------------------------------------------------------ the file

    def written(self) -> bytes:
        """Return the file."""
        prefix = self.document.texts[0].node.prefix if self.document.texts else "w:"
        for (at, closed, opened), (ends, starts) in self._places.items():
            self.document.insert(at, closed + self._marks(prefix, ends, starts) + opened)
        _append(self._comments, "".join(self._written))
        parts = {
            _TYPES: self._types.written(),
            DOCUMENT: self.document.written(),
            _RELATIONS: self._relations.written(),
            self._name: self._comments.written(),
        }
        return self._package.with_parts(parts)

    @staticmethod
    def _marks(prefix: str, ends: Sequence[int], starts: Sequence[int]) -> str:
        return "".join(
            [
                *(
                    f'<{prefix}commentRangeEnd {prefix}id="{number}"/>'
                    f'<{prefix}r><{prefix}commentReference {prefix}id="{number}"/></{prefix}r>'
                    for number in ends
                ),
                *(f'<{prefix}commentRangeStart {prefix}id="{number}"/>' for number in starts),
            ]
        )

    def _comments_part(self) -> tuple[str, MarkedPart]:
        """Return the part with the comments and its name; one that is made, where there is none."""
        for kind in _RELATION:
            for each in self._relations.all_nodes:
                if each.attributes.get("Type") == kind:
                    target = each.attributes.get("Target", "")
                    name = target[1:] if target.startswith("/") else f"word/{target}"
                    if found := self._package.read(name):
                        return name, MarkedPart(found)
        strict = self.document.strict
        name = next(
            name
            for number in range(len(self._package.infos) + 2)
            if (name := f"word/comments{number or ''}.xml") not in self._package.infos
        )
        taken = {each.attributes.get("Id") for each in self._relations.all_nodes}
        identity = next(
            f"rIdComments{n}" for n in range(len(taken) + 1) if f"rIdComments{n}" not in taken
        )
        _append(
            self._relations,
            f'<Relationship xmlns="{_RELATED}" Id="{identity}" Type="{_RELATION[strict]}" '
            f'Target="{name.removeprefix("word/")}"/>',
        )
        _append(
            self._types,
            '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" '
            f'PartName="/{name}" ContentType="{_KIND}"/>',
        )
        return name, MarkedPart(f'<w:comments xmlns:w="{WORDS[strict]}"></w:comments>'.encode())


def _append(part: MarkedPart, words: str) -> None:
    """Put XML in at the end of a part's root."""
    root = part.root
    if root is None:
        raise Unreadable("a part of it is empty")
    if root.inside == root.outside:
        tag = part.data[root.start : root.inside].decode().removesuffix("/>")
        part.replace(Slice(root.start, root.outside), f"{tag}>{words}</{root.raw}>")
    else:
        part.insert(root.end, words)


def _runs(text: PartText) -> tuple[Element, Element | None]:
    """Return the outermost run of a text, and its own run where that is the only one.

    What is in a box, or above a line, is shown at the run the box is in, which is not parted.
    """
    runs = [node for node in text.node.above() if node.tag == "r"]
    own = runs[0] if len(runs) == 1 and text.node.up is runs[0] else None
    return runs[-1], own

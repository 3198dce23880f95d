"""Where comments can be inserted into the XML of a Word file: its runs and texts, by their bytes.

Nothing is written anew. Marks are put between the bytes that are there, so
that whatever else a file holds, of whatever maker, stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from attrs import define, field

from postlint.errors import Unreadable
from postlint.readers.word.package import has_entities
from postlint.text.records import NamedTuple

# The two namespaces of Word's own words: of every day, and of the strict form.
WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_FORMAT = "rPr"
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>")


class Slice(NamedTuple):
    """A piece of a part, by the offsets of its bytes."""

    start: int
    end: int


@define
class Element:
    """An element as it lies in the bytes: its start tag, and where it ends."""

    tag: str  # without namespace; empty for another vocabulary's
    raw: str  # as written, with its prefix
    start: int
    inside: int  # behind the start tag
    up: Element | None
    attributes: dict[str, str]
    before: int = 0  # what stands before it in the element around it, its format left out
    end: int = -1
    outside: int = -1  # behind the end tag
    children: int = 0  # its format left out
    format: Slice | None = None

    def above(self) -> Iterator[Element]:
        """Yield the elements around it, the nearest first."""
        node = self.up
        while node is not None:
            yield node
            node = node.up

    def near(self, tag: str) -> Element | None:
        """Return the nearest element around it of a kind."""
        return next((node for node in self.above() if node.tag == tag), None)

    @property
    def prefix(self) -> str:
        """What stands before the names of its vocabulary, the colon with it."""
        return self.raw[: self.raw.find(":") + 1]


@define
class PartText:
    """One text of a document: its element, its words, and where each stretch of them begins."""

    node: Element
    words: str = ""
    stretches: list[tuple[int, int]] = field(factory=list)
    whole: bool = False  # it cannot be cut
    cut: bool = False

    def offset(self, at: int) -> int:
        """Return the offset of the byte where a character begins."""
        start, place = next(found for found in reversed(self.stretches) if found[0] <= at)
        return place + len(self.words[start:at].encode())


class MarkedPart:
    """A part of a Word file, taken apart. Raises `Unreadable` for what is no XML of Word's."""

    def __init__(self, data: bytes) -> None:
        self.data = _as_utf8(data)
        self.texts: list[PartText] = []
        self.found: dict[str, list[Element]] = {}
        self.all_nodes: list[Element] = []
        self.root: Element | None = None
        self.strict = False
        self._open: list[Element] = []
        self._text: PartText | None = None
        self._edits: list[tuple[Slice, bytes]] = []
        if has_entities(self.data):
            raise Unreadable("it has entities of its own, which Word does not write")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        parser.StartCdataSectionHandler = self._uncut
        self._parser = parser
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise Unreadable("a part of it is no XML") from error

    # ------------------------------------------------------------ taking apart

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        place = self._parser.CurrentByteIndex
        space, _, tag = name.rpartition(" ")
        inside = _behind_tag(self.data, place)
        raw = re.split(rb"[\s/>]", self.data[place + 1 : inside], maxsplit=1)[0].decode()
        up = self._open[-1] if self._open else None
        node = Element(tag if space in WORDS else "", raw, place, inside, up, attributes)
        if up is None:
            self.root = node
            self.strict = space == WORDS[1]
        elif node.tag != _FORMAT:
            node.before = up.children
            up.children += 1
        self._open.append(node)
        self.all_nodes.append(node)
        if node.tag:
            self.found.setdefault(node.tag, []).append(node)
        if node.tag == "t":
            self._text = PartText(node)
            self.texts.append(self._text)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if self.data[node.inside - 2 : node.inside] == b"/>":
            node.end = node.outside = node.inside
        else:
            node.end = self._parser.CurrentByteIndex
            node.outside = _behind_tag(self.data, node.end)
        if node.up is not None and node.tag == _FORMAT:
            node.up.format = Slice(node.start, node.outside)
        if node.tag == "t":
            self._text = None

    def _say(self, words: str) -> None:
        if self._text is not None:
            place = self._parser.CurrentByteIndex
            self._text.stretches.append((len(self._text.words), place))
            self._text.words += words

    def _uncut(self) -> None:
        if self._text is not None:
            self._text.whole = True

    # ------------------------------------------------------------ putting in

    def attribute(self, node: Element, name: str) -> str:
        """Return an attribute of Word's vocabulary, or nothing."""
        return next(
            (value for key, value in node.attributes.items() if key.rpartition(" ")[2] == name), ""
        )

    def insert(self, at: int, words: str) -> None:
        """Put XML in before a byte, behind what was put there before."""
        self._edits.append((Slice(at, at), words.encode()))

    def replace(self, place: Slice, words: str = "") -> None:
        """Put XML in the place of other XML, or take that out."""
        self._edits.append((place, words.encode()))

    def written(self) -> bytes:
        """Return the part with what was inserted."""
        out, at = [], 0
        for place, words in sorted(self._edits, key=lambda edit: edit[0].start):
            if place.start < at and place.start != place.end:
                continue  # inside of what is gone
            out += [self.data[at : max(at, place.start)], words]
            at = max(at, place.end)
        return b"".join([*out, self.data[at:]])

    def comment_marks(self, wanted: Callable[[str], bool]) -> Iterable[Slice]:
        """Return the marks of some comments; of a run that holds nothing else, the run."""
        for name in _MARKS:
            for node in self.found.get(name, ()):
                if not wanted(self.attribute(node, "id")):
                    continue
                run = node.up
                home = run if run is not None and run.tag == "r" and run.children == 1 else node
                yield Slice(home.start, home.outside)


def _as_utf8(data: bytes) -> bytes:
    """Return a part in UTF-8, whatever it is written in. Raises `Unreadable`."""
    declared = _DECLARED.match(data)
    name = declared[1].decode("ascii") if declared else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        name = "utf-16"
    if name.lower() in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return data
    try:
        words = data.decode(name)
    except (LookupError, UnicodeDecodeError) as error:
        raise Unreadable("a part of it is in an encoding nobody knows") from error
    return re.sub(r"\A\s*<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-8"?>', words).encode()


def _behind_tag(data: bytes, place: int) -> int:
    """Return the offset behind a tag; a sign that ends one may stand in an attribute."""
    quote = b""
    for found in _SIGNS.finditer(data, place):
        sign = found[0]
        if quote:
            quote = b"" if sign == quote else quote
        elif sign == b">":
            return found.end()
        else:
            quote = sign
    raise Unreadable("a part of it is no XML")


_SIGNS = re.compile(rb"[\"'>]")

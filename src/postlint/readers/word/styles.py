"""What a Word file's styles and lists say of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree
from xml.parsers import expat

from attrs import define, evolve, field, frozen

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_HEADS = ("heading", "section head", "jd head")
_OFF = frozenset({"0", "false", "off"})


@define
class StyleLook:
    """How a style or a run is set, as far as that says something."""

    name: str = ""
    heading: int = 0
    list_: str | None = None
    level: int = 0
    bold: bool = False
    underlined: bool = False
    capitals: bool = False
    hidden: bool = False
    struck: bool = False


@frozen
class Level:
    """A level of a list: how deep it is, the tag of what it is written as, its first number."""

    depth: int
    tag: str
    first: int = 1


@define
class Numbering:
    """The lists of a file, by number and level.

    Lists that `series` calls the same go on counting where the other stopped.
    """

    lists: dict[str, dict[int, Level]] = field(factory=dict)
    series: dict[str, str] = field(factory=dict)
    by_style: dict[str, Level] = field(factory=dict)

    def item(
        self, list_: str | None, level: int | None, style: str, look: StyleLook | None
    ) -> tuple[Level | None, str]:
        """Return the level of a paragraph, `None` for one in no list, and its list's series."""
        if list_ is None and style in self.by_style:
            return self.by_style[style], style
        if list_ is None and look is not None and look.list_ is not None:
            list_, level = look.list_, look.level if level is None else level
        levels = self.lists.get(list_ or "")
        if levels is None:
            return None, ""
        return levels.get(level or 0), self.series.get(list_ or "", "")


@lru_cache(maxsize=8)
def read_styles(part: bytes) -> Mapping[str, StyleLook]:
    """Return the styles of a file by what they are referred to as.

    A file has hundreds it does not use, and those of one office have the same:
    no tree is made of them, and what was read is cached. Nobody may change it.
    """
    found: dict[str, StyleLook] = {}
    now = [StyleLook()]

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag not in _READ:
            return
        space = name[: -len(tag)]
        look, value = now[0], attributes.get(f"{space}val", "")
        if tag == "style":
            now[0] = StyleLook()
            found.setdefault(attributes.get(f"{space}styleId", ""), now[0])
        elif tag == "name":
            look.name = value.lower()
        elif tag == "numId":
            look.list_ = value or None
        elif tag == "ilvl":
            look.level = _int(value)
        else:
            look.hidden = value not in _OFF

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(part, True)
    for style, look in found.items():
        look.heading = _heading(look.name, style)
    return found


# The tag of a list, by what Word calls the form of its signs. What has numbers
# of another kind, as written-out ones, is written without any.
_TAGS = {
    "bullet": "ul",
    "decimal": "ol",
    "decimalZero": "ol",
    "": "ol",
    "upperLetter": 'ol type="A"',
    "lowerLetter": 'ol type="a"',
    "upperRoman": 'ol type="I"',
    "lowerRoman": 'ol type="i"',
}
_READ = frozenset({"style", "name", "numId", "ilvl", "vanish"})


def _heading(name: str, style: str) -> int:
    if name == "title":
        return 1
    head, _, level = name.rpartition(" ")
    if head == "heading" and level.isdecimal():
        return min(6, max(1, int(level[:2])))
    if style.startswith("Heading") and style[7:].isdecimal() and not name:
        return min(6, max(1, int(style[7:9])))
    return 2 if any(word in name for word in _HEADS) else 0


@lru_cache(maxsize=8)
def read_numbering(part: bytes) -> Numbering:
    """Return the lists of a file."""
    root = _root(part)
    found = Numbering()
    kinds: dict[str, dict[int, Level]] = {}
    for abstract in root.iter(f"{WORDS}abstractNum"):
        levels = kinds.setdefault(abstract.get(f"{WORDS}abstractNumId", ""), {})
        for element in abstract.iter(f"{WORDS}lvl"):
            level = _level(element)
            levels[level.depth] = level
            style = _val(element.find(f"{WORDS}pStyle"))
            if style:
                found.by_style.setdefault(style, level)
    links = dict(_links(root, f"{WORDS}styleLink"))
    for number, target in _links(root, f"{WORDS}numStyleLink"):
        same = next((n for n, name in links.items() if name == target), None)
        if same is not None and not kinds.get(number):
            kinds[number] = kinds.get(same, {})
    for num in root.iter(f"{WORDS}num"):
        abstract_id = _val(num.find(f"{WORDS}abstractNumId"))
        if abstract_id in kinds:
            name = num.get(f"{WORDS}numId", "")
            levels = dict(kinds[abstract_id])
            for own in num.iter(f"{WORDS}lvlOverride"):
                _override(levels, own)
            found.lists.setdefault(name, levels)
            anew = num.find(f".//{WORDS}startOverride") is not None
            found.series.setdefault(name, f"num {name}" if anew else abstract_id)
    return found


def _level(element: ElementTree.Element) -> Level:
    """Return a level as a file describes it."""
    tag = _TAGS.get(_val(element.find(f"{WORDS}numFmt")), "menu")
    start = element.find(f"{WORDS}start")
    return Level(
        _int(element.get(f"{WORDS}ilvl", "")), tag, 1 if start is None else _int(_val(start))
    )


def _override(levels: dict[int, Level], own: ElementTree.Element) -> None:
    """Take in what one list has otherwise than those it is made after."""
    element = own.find(f"{WORDS}lvl")
    at = _int(own.get(f"{WORDS}ilvl", ""))
    if element is not None:
        levels[at] = evolve(_level(element), depth=at)
    start = own.find(f"{WORDS}startOverride")
    if start is not None and at in levels:
        levels[at] = evolve(levels[at], first=_int(_val(start)))


def _links(root: ElementTree.Element, name: str) -> Iterator[tuple[str, str]]:
    for abstract in root.iter(f"{WORDS}abstractNum"):
        link = abstract.find(name)
        if link is not None:
            yield abstract.get(f"{WORDS}abstractNumId", ""), _val(link)


def _root(part: bytes) -> ElementTree.Element:
    part = part.replace(_STRICT[1:-1].encode(), WORDS[1:-1].encode())
    return ElementTree.fromstring(part)  # noqa: S314  # its entities were looked for before


def _val(element: ElementTree.Element | None) -> str:
    return "" if element is None else element.get(f"{WORDS}val", "")


def _int(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) < 4 else 0

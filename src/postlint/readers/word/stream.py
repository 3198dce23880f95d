"""The elements of a part of a Word file, as they come in the stream of its XML.

Elements that hold others and say nothing themselves (fields, bidirectional runs,
content controls) are passed through, whatever they are called. No handler calls
another for what is inside it, so that depth costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from postlint.errors import Unreadable

ENTITIES = "it is a Word file with entities of its own, which Word does not write"
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_DEEPEST = 2_000
_GONE = frozenset({"moveFrom", "rubyPr", "rt", "pPrChange", "rPrChange", "tblGrid", "sectPr"})
_TEXTS = frozenset(space + "t" for space in _SPACES)


class ElementStream:
    """Hands the elements of a part to the handlers that subclasses have for them.

    `_start_NAME` takes the attributes of an element, `_end_NAME` nothing.
    """

    def __init__(self, first: int = 0) -> None:
        self.count = first
        self._texts: list[str] | None = None
        self._skipped = 0
        self._depth = 0
        self._choices: list[int] = []
        self._shown = 0  # how many characters were shown
        self._start, self._end = self._handlers()

    def read(self, part: bytes) -> None:
        """Read a part. Raises `Unreadable` for one with entities, and `expat.ExpatError`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 65_536
        parser.StartDoctypeDeclHandler = _refuse
        starts, ends = self._start, self._end

        def start(name: str, attributes: dict[str, str]) -> None:
            self._depth += 1
            if self._skipped:
                self._skipped += 1
                if name in _TEXTS:
                    self.count += 1
                return
            if self._depth > _DEEPEST:
                raise Unreadable("it is nested too deeply to be read")
            handler = starts.get(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            self._depth -= 1
            if self._skipped:
                self._skipped -= 1
                return
            handler = ends.get(name)
            if handler is not None:
                handler()

        def words(text: str) -> None:
            if self._texts is not None:
                self._texts.append(text)

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = words
        parser.Parse(part, True)

    def _handlers(
        self,
    ) -> tuple[dict[str, Callable[[dict[str, str]], None]], dict[str, Callable[[], None]]]:
        starts: dict[str, Callable[[dict[str, str]], None]] = {}
        ends: dict[str, Callable[[], None]] = {}
        for name in dir(self):
            for before, table in (("_start_", starts), ("_end_", ends)):
                if name.startswith(before):
                    for space in _SPACES:
                        table[space + name.removeprefix(before)] = getattr(self, name)
        for space in _SPACES:
            for gone in _GONE:
                starts[space + gone] = self._skip
        starts[_COMPATIBLE + "AlternateContent"] = self._alternatives
        ends[_COMPATIBLE + "AlternateContent"] = self._alternatives_end
        starts[_COMPATIBLE + "Fallback"] = self._fallback
        return starts, ends

    def _skip(self, _: dict[str, str]) -> None:
        self._skipped = 1

    def _alternatives(self, _: dict[str, str]) -> None:
        self._choices.append(self._shown)

    def _alternatives_end(self) -> None:
        self._choices.pop()

    def _fallback(self, _: dict[str, str]) -> None:
        # A fallback repeats for older programs what the first choice said.
        if self._choices and self._shown > self._choices[-1]:
            self._skipped = 1


def _refuse(*_: object) -> None:
    raise Unreadable(ENTITIES)


def value_of(attributes: dict[str, str]) -> str:
    """Return the `val` of an element; one without it is on."""
    for space in _SPACES:
        found = attributes.get(space + "val")
        if found is not None:
            return found
    return ""


def identity_of(attributes: dict[str, str]) -> str:
    """Return the `id` of an element."""
    return next((attributes[s + "id"] for s in _SPACES if s + "id" in attributes), "")

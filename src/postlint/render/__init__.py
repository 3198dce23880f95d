"""What people and programs read: one module for each format, imported when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from attrs import frozen

from postlint.errors import UnknownName
from postlint.registry import nearest
from postlint.render.base import Context, Producer, Renderer, Result, Tally, render_all
from postlint.render.pages import RulePage

__all__ = [
    "FORMATS",
    "Context",
    "Format",
    "Producer",
    "Renderer",
    "Result",
    "RulePage",
    "Tally",
    "make_renderer",
    "render_all",
]


@frozen(kw_only=True)
class Format:
    """A format by name. `for_people` is false where a program reads the output."""

    name: str
    place: str
    summary: str
    for_people: bool = False


FORMATS = {
    format_.name: format_
    for format_ in (
        Format(
            name="rich",
            place="postlint.render.rich_text:RichText",
            summary="each finding with its line and the words underlined",
            for_people=True,
        ),
        Format(
            name="concise",
            place="postlint.render.concise:Concise",
            summary="one line a finding: path:line:col: severity CODE name message",
            for_people=True,
        ),
        Format(
            name="json",
            place="postlint.render.json_document:JsonDocument",
            summary="everything postlint knows, as one document",
        ),
        Format(
            name="jsonl",
            place="postlint.render.json_lines:JsonLines",
            summary="the same, one line for each file",
        ),
    )
}


def make_renderer(name: str, context: Context) -> Renderer:
    """Return a new renderer of a format. Raises `UnknownName`."""
    format_ = FORMATS.get(name)
    if format_ is None:
        raise UnknownName("format", name, nearest(name, FORMATS))
    module, _, attribute = format_.place.partition(":")
    return cast("Renderer", getattr(import_module(module), attribute)(context))

"""What people and programs read: one module for each format, imported when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from postlint.errors import UnknownName
from postlint.packs.registry import nearest
from postlint.render.base import Context, Producer, Renderer, Result, Tally, render_all
from postlint.text.records import NamedTuple

__all__ = [
    "FORMATS",
    "Context",
    "Format",
    "Producer",
    "Renderer",
    "Result",
    "Tally",
    "make_renderer",
    "render_all",
]


class Format(NamedTuple):
    """A format by name.

    `for_people` is false where a program reads the output; `with_pages` says
    that the reference pages of the rules are wanted in the context, and
    `with_facts` that it shows facts, measures or duties of the reports.
    """

    name: str
    place: str
    summary: str
    for_people: bool = False
    with_pages: bool = False
    with_facts: bool = False


FORMATS = {
    format_.name: format_
    for format_ in (
        Format(
            name="rich",
            place="postlint.render.rich_text:RichText",
            summary="what to do first; with `--full` each finding with its line and words",
            for_people=True,
        ),
        Format(
            name="concise",
            place="postlint.render.concise:Concise",
            summary="one line a finding: path:line:col: severity CODE name message",
            for_people=True,
        ),
        Format(
            name="grouped",
            place="postlint.render.grouped:Grouped",
            summary="findings by rule, the most frequent first",
            for_people=True,
        ),
        Format(
            name="json",
            place="postlint.render.json_document:JsonDocument",
            summary="everything postlint knows, as one document",
            with_facts=True,
        ),
        Format(
            name="jsonl",
            place="postlint.render.json_lines:JsonLines",
            summary="the same, one line for each posting",
            with_facts=True,
        ),
        Format(
            name="sarif",
            place="postlint.render.sarif:Sarif",
            summary="SARIF 2.1.0, for code scanning",
            with_pages=True,
        ),
        Format(
            name="html",
            place="postlint.render.html_report:HtmlReport",
            summary="one file to read, print and keep",
            with_pages=True,
            with_facts=True,
        ),
        Format(
            name="github",
            place="postlint.render.github:GitHub",
            summary="annotations in GitHub workflows",
        ),
        Format(
            name="gitlab",
            place="postlint.render.gitlab:GitLab",
            summary="GitLab's code quality report",
        ),
        Format(
            name="junit",
            place="postlint.render.junit:JUnit",
            summary="JUnit XML, a test for each rule",
        ),
        Format(
            name="checkstyle",
            place="postlint.render.checkstyle:Checkstyle",
            summary="Checkstyle XML",
        ),
        Format(
            name="rdjson",
            place="postlint.render.rdjson:RdJson",
            summary="for reviewdog",
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

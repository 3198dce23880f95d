"""What people and programs read: one module for each format, imported when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from postlint.errors import UnknownName
from postlint.packs.registry import nearest
from postlint.render.base import (
    Context as Context,
    Producer as Producer,
    Renderer as Renderer,
    Result as Result,
    Tally as Tally,
    render_all as render_all,
)
from postlint.text.records import NamedTuple


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


_ALL = (
    Format(
        "rich",
        "rich_text:RichText",
        "what to do first; with `--full` each finding with its line and words",
        for_people=True,
    ),
    Format(
        "concise",
        "concise:Concise",
        "one line a finding: path:line:col: severity CODE name message",
        for_people=True,
    ),
    Format(
        "grouped",
        "grouped:Grouped",
        "findings by rule, the most frequent first",
        for_people=True,
    ),
    Format(
        "json",
        "json_document:JsonDocument",
        "everything postlint knows, as one document",
        with_facts=True,
    ),
    Format(
        "jsonl",
        "json_document:JsonLines",
        "the same, one line for each posting",
        with_facts=True,
    ),
    Format("sarif", "sarif:Sarif", "SARIF 2.1.0, for code scanning", with_pages=True),
    Format(
        "html",
        "html_report:HtmlReport",
        "one file to read, print and keep",
        with_pages=True,
        with_facts=True,
    ),
    Format("github", "github:GitHub", "annotations in GitHub workflows"),
    Format("gitlab", "gitlab:GitLab", "GitLab's code quality report"),
    Format("junit", "junit:JUnit", "JUnit XML, a test for each rule"),
    Format("checkstyle", "checkstyle:Checkstyle", "Checkstyle XML"),
    Format("rdjson", "rdjson:RdJson", "for reviewdog"),
)
FORMATS = {each.name: each for each in _ALL}


def make_renderer(name: str, context: Context) -> Renderer:
    """Return a new renderer of a format. Raises `UnknownName`."""
    format_ = FORMATS.get(name)
    if format_ is None:
        raise UnknownName("format", name, nearest(name, FORMATS))
    module, _, attribute = format_.place.partition(":")
    return cast("Renderer", getattr(import_module(f"{__name__}.{module}"), attribute)(context))

"""A rule's reference page as Markdown, for the terminal and for the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.render.pages import RulePage
from postlint.rules.rule import Stability

_OF_ANY = "any text; answers *cannot tell* where a pass would rest on a template's blank"
_OF_POSTINGS = "job postings; answers *cannot tell* of a text that may be none"


def page_markdown(page: RulePage) -> str:
    """Return the page of a rule."""
    return "\n\n".join(_blocks(page)) + "\n"


def _blocks(page: RulePage) -> Iterator[str]:
    yield f"# {page.code} {page.name}"
    yield page.summary
    yield "\n".join(f"- {line}" for line in _head(page))
    if page.text:
        yield page.text
    if page.messages:
        yield "## Messages"
        yield "\n".join(f"- `{name}`: {text}" for name, text in page.messages.items())
    if page.options:
        yield "## Options"
        yield "\n".join(
            f"- `{option.name}` ({option.type}), {option.default} unless set"
            for option in page.options
        )


def _head(page: RulePage) -> Iterator[str]:
    severity = page.severity.word
    if page.highest is not page.severity:
        severity += f", up to {page.highest.word} where the facts are known"
    yield f"Severity: {severity}"
    yield f"Family: {page.family}, " + (f"pack {page.pack}" if page.pack else "postlint itself")
    if page.profiles:
        yield f"For postings of: {', '.join(page.profiles)}"
    if page.pack:
        yield f"Asked of: {_OF_ANY if 'language' in page.tags else _OF_POSTINGS}"
    if page.tags:
        yield f"Tags: {', '.join(page.tags)}"
    if page.aliases:
        yield f"Also known as: {', '.join(page.aliases)}"
    if page.since:
        stability = "" if page.stability is Stability.STABLE else f" ({page.stability.value})"
        yield f"Since: {page.since}{stability}"
    if not page.default_on:
        yield f"Off unless selected: `--select {page.code}`"

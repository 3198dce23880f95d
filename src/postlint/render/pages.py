"""The reference page of a rule or of one of the tool's findings, as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import cleandoc
from textwrap import fill

from attrs import Factory, fields, frozen

from postlint.render.authorities import authority_list
from postlint.rules.rule import Rule, Stability, options_of
from postlint.rules.tool_findings import TOOL_FINDINGS, ToolFinding
from postlint.text.authority import Authority
from postlint.text.diagnostics import Severity

_WHY = "## Why"
_AFTER_SOURCES = "## When not to use it"
_SAFETY = "## Fix safety"
# What a page says that has the other headings, of a rule that brings no fix.
_NO_FIX = f"{_SAFETY}\nNo fix: what to write instead is for the author to say."


@frozen(kw_only=True)
class RuleOption:
    """One option of a rule, with its type and default as a person writes them."""

    name: str
    type: str
    default: str


@frozen(kw_only=True)
class RulePage:
    """What there is to know about one rule.

    `text` is Markdown, without the title. `pack` is empty for what the tool
    itself finds.
    """

    code: str
    name: str
    family: str
    summary: str
    severity: Severity
    highest: Severity
    text: str
    pack: str = ""
    messages: Mapping[str, str] = Factory(dict)
    authority: tuple[Authority, ...] = ()
    options: tuple[RuleOption, ...] = ()
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    stability: Stability = Stability.STABLE
    default_on: bool = True
    since: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every word the rule answers to."""
        return (self.code, self.name, *self.aliases)


def page_of_rule(rule: type[Rule], pack: str = "") -> RulePage:
    """Return the page of a rule."""
    meta = rule.meta
    return RulePage(
        code=meta.code,
        name=meta.name,
        family=meta.family,
        summary=meta.summary,
        severity=meta.severity,
        highest=meta.highest,
        text=_with_safety(_sourced(_left_open(rule, _body(_docstring(rule))), meta.authority)),
        pack=pack,
        messages=meta.messages,
        authority=tuple(meta.authority),
        options=_options(rule),
        aliases=meta.aliases,
        tags=tuple(sorted(meta.all_tags)),
        profiles=tuple(sorted(meta.profiles)),
        stability=meta.stability,
        default_on=meta.default_on,
        since=meta.since,
    )


def page_of_tool(finding: ToolFinding) -> RulePage:
    """Return the page of a finding that no pack owns."""
    return RulePage(
        code=finding.code,
        name=finding.name,
        family=finding.code.rstrip("0123456789"),
        summary=finding.summary,
        severity=finding.severity,
        highest=finding.severity,
        text=finding.page,
        messages={finding.name: finding.message},
    )


def tool_pages() -> tuple[RulePage, ...]:
    """Return the pages of everything the tool itself finds."""
    found = sorted(TOOL_FINDINGS, key=lambda finding: finding.code)
    return tuple(page_of_tool(finding) for finding in found)


def _docstring(rule: type[Rule]) -> str:
    """Return a rule's page: its class's docstring, else that of its file."""
    import sys  # noqa: PLC0415  # only pages need it

    # attrs and Rule give no docstring of their own worth showing.
    own = rule.__dict__.get("__doc__") or ""
    module = getattr(sys.modules.get(rule.__module__), "__doc__", None) or ""
    # A rule made of data has no file of its own, and says so by its title.
    whole = "## " in own or own.startswith(f"{rule.meta.code}:")
    chosen = own if whole or not module else module
    return cleandoc(chosen)


def _body(text: str) -> str:
    """Leave out a first line that is the title; the page's head says it."""
    first, _, rest = text.partition("\n")
    return rest.strip() if rest.strip() and not first.startswith("#") else text.strip()


def _left_open(rule: type[Rule], text: str) -> str:
    """Say at the end of what is checked which words leave it open, where a rule has any."""
    words = rule.phrases.get(f"{rule.meta.name}.broad")
    if words is None:
        return text
    sentence = (
        "Where nothing of this is found and one of these words stands there, which may mean it, "
        f"the rule cannot tell: {', '.join(words)}."
    )
    before, found, after = text.partition(_WHY)
    return f"{before.rstrip()}\n{fill(sentence, 100)}\n\n{found}{after}"


def _sourced(text: str, authority: Sequence[Authority]) -> str:
    """Put the sources between why and when not, where a page has these; they are written once."""
    if not authority or "## Sources" in text:
        return text
    sources = f"## Sources\n{authority_list(authority)}"
    before, found, after = text.partition(_AFTER_SOURCES)
    return f"{before}{sources}\n\n{found}{after}" if found else f"{text}\n\n{sources}"


def _with_safety(text: str) -> str:
    """Say that there is no fix, where a page of all the other headings does not speak of it."""
    whole = "## Why" in text and _AFTER_SOURCES in text and _SAFETY not in text
    return f"{text}\n\n{_NO_FIX}" if whole else text


def _options(rule: type[Rule]) -> tuple[RuleOption, ...]:
    found = []
    for attribute in fields(options_of(rule)):
        default = attribute.default
        if isinstance(default, Factory):  # type: ignore[arg-type]  # attrs types it as a function
            default = default.factory() if not default.takes_self else "worked out"
        # As a configuration file has it.
        name = (attribute.alias or attribute.name).rstrip("_").replace("_", "-")
        found.append(RuleOption(name=name, type=_type(attribute.type), default=_value(default)))
    return tuple(found)


def _value(default: object) -> str:
    """Write a default as TOML has it."""
    if isinstance(default, bool):
        return "true" if default else "false"
    if isinstance(default, tuple | list | frozenset):
        return f"[{', '.join(_value(item) for item in default)}]"
    return f'"{default}"' if isinstance(default, str) else str(default)


def _type(annotation: object) -> str:
    if isinstance(annotation, str):
        return annotation
    return getattr(annotation, "__name__", str(annotation))


def page_address(docs: str, page: str) -> str:
    """Return where a page of the documentation stands: built, or in the repository as Markdown."""
    if "/tree/" in docs or "/blob/" in docs:
        page = page.removesuffix("html") + "md"
    return f"{docs.rstrip('/')}/{page}"

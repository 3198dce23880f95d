"""Pages of the reference that are made from the code, so that they cannot drift from it.

They are committed, so that the documentation is whole where it is read in a clone: the
pages of rules in `reference/rules/`, and tables between two comments in pages that
people write. `write_pages` brings them up to date; `pytest tests/test_docs.py
--update-corpus` calls it, as Sphinx does before it reads the first page.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import click

from postlint.cli.app import app
from postlint.config.load import preset_names
from postlint.config.model import Columns, Config, Limits, PerFile, SuppressionConfig, toml_name
from postlint.config.shape import choices_of
from postlint.document.kinds import SectionKind
from postlint.facts import CATALOGUE
from postlint.facts.declared import Employer
from postlint.packs.house.model import Count, HouseRuleTable, SectionOrField, Share, WordList
from postlint.packs.registry import Packs, load_packs
from postlint.render import FORMATS
from postlint.render.markdown_page import page_markdown
from postlint.render.page_list import all_pages
from postlint.render.pages import RulePage
from postlint.testing import Runner, load_corpus

HERE = Path(__file__).parent
VERDICTS = Path(__file__).parents[2] / "benchmarks" / "verdicts.json"
CORPORA = HERE.parents[1] / "tests" / "corpus" / "rules"

# What each family is about, in the order in which a newcomer wants them.
FAMILIES = {
    "LEAD": "Leadership: the reporting line, the duties, the skills of the head of technology.",
    "ADA": "Disability: essential functions, accommodation, physical demands, questions.",
    "EQTY": "Equity: statements of equal opportunity, commitments, wording that shuts people out.",
    "POST": "postlint itself: how a text was read, directives, rules that failed.",
}


def write_pages(docs: Path) -> None:
    """Write every page that is made from the code; what has not changed is left alone."""
    reference = docs / "reference"
    for name, text in behind(docs).items():
        place = reference / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            place.unlink()
        else:
            place.write_text(text, "utf-8")


def behind(docs: Path) -> dict[str, str | None]:
    """Return what is not as the code says, by its place below `reference/`, and how it should be.

    `None` is for a page of a rule that is there no more.
    """
    reference = docs / "reference"
    wanted: dict[str, str | None] = dict(rule_pages())
    for name, made in TABLES_IN.items():
        page = (reference / name).read_text("utf-8")
        for key, table in made.items():
            page = _between(page, key, table())
        wanted[name] = page
    for old in (reference / "rules").glob("*.md"):
        wanted.setdefault(f"rules/{old.name}", None)
    return {
        name: text
        for name, text in wanted.items()
        if text is None
        or not (reference / name).exists()
        or (reference / name).read_text("utf-8") != text
    }


def _between(page: str, key: str, table: str) -> str:
    """Return a page with a table between its two comments."""
    begin, end = f"<!-- made from the code: {key} -->\n", "<!-- as far as here -->"
    head, found, rest = page.partition(begin)
    _, closed, tail = rest.partition(end)
    if not (found and closed):
        raise ValueError(f"the page has no place for '{key}'")
    return f"{head}{begin}\n{table.strip()}\n\n{end}{tail}"


def rule_pages() -> Iterator[tuple[str, str]]:
    """Yield the name of each rule's page below `reference/` and its text."""
    packs = load_packs()
    pages = all_pages(packs)
    runner = Runner(packs)
    yield "rules/index.md", rule_index(pages)
    for page in pages:
        yield f"rules/{page.name}.md", rule_page(page, packs, runner)


# ---------------------------------------------------------------- rules


def rule_page(page: RulePage, packs: Packs, runner: Runner) -> str:
    """Return a rule's page: what `postlint explain` says, with an example from its tests."""
    names = {rule.meta.name for rule in packs.rules} - {page.name}
    text = re.sub(
        r"`([a-z][a-z-]+)`",
        lambda found: f"[{found[0]}]({found[1]}.md)" if found[1] in names else found[0],
        page_markdown(page),
    )
    return text + "".join((*_measured(page.code), *_examples(page, packs, runner)))


_FEW = 10


def _ours(row: Mapping[str, Any]) -> str:
    """Return how many of the judged findings are on texts of the project's own."""
    ours = row.get("written", 0)
    return f", {ours} of them on descriptions that the project wrote" if ours else ""


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _measured(code: str) -> Iterator[str]:
    """Yield how often a rule speaks on real postings, and how often a reader agreed."""
    row = json.loads(VERDICTS.read_text("utf-8")).get(code)
    if row is None:
        return
    counts = {name: row[name] for name in ("pass", "fail", "not-applicable", "cannot-tell")}
    yield "\n## On real postings\n\n"
    yield (
        f"Of {sum(counts.values())} real postings, about which nothing was declared, it passed "
        f"{counts['pass']}, failed {counts['fail']}, did not apply to {counts['not-applicable']}, "
        f"and could not tell of {counts['cannot-tell']}.\n"
    )
    whole = row.get("in-all")
    if whole and whole["fail"] < _FEW:
        # So few findings could be judged because there are no more of them.
        yield (
            f"In all {whole['texts']} texts of the corpus, with and without a declared employer, "
            f"it speaks {_times(whole['fail'])}.\n"
        )
    if row["judged"]:
        yield (
            f"A reader judged {row['judged']} of its findings{_ours(row)}: {row['true']:.0%} true, "
            f"{row['useful']:.0%} useful, {row['words']:.0%} with the right words underlined.\n"
        )
    if row["judged-passes"]:
        yield f"Of {row['judged-passes']} passes {row['right']:.0%} were right.\n"
    yield "`benchmarks/verdicts.py` counts them, and keeps what was judged.\n"


def _examples(page: RulePage, packs: Packs, runner: Runner) -> Iterator[str]:
    """Yield a posting the rule speaks about and one it finds in order."""
    corpus = CORPORA / f"{page.code}.md"
    if not corpus.exists():
        return
    cases = load_corpus(corpus, packs).cases
    for verdict, said in (("fail", "Found"), ("pass", "In order")):
        of_it = [case for case in cases if case.verdict.value == verdict]
        if not of_it:
            continue
        # The shortest shows best; of equals the first, which is the plainest.
        case = min(of_it, key=lambda case: (bool(case.options.employer != Employer()), case.line))
        report = runner.report(case)
        yield f"\n## {said}: {case.title}\n\n"
        yield f"````{'posting' if case.kind == 'markup' else 'text'}\n"
        yield f"{case.source.text.rstrip()}\n````\n\n"
        for one in report.diagnostics:
            start = report.source.position(one.span.start)
            yield f"- Line {start.line}, {one.severity.word}: {_plain(one.message)}\n"
        if verdict == "pass":
            yield f"- Passes: {_plain(report.outcomes[0].reason)}\n"


def _plain(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return re.sub(r"([\\`*_\[\]<>{}#])", r"\\\1", words)


def rule_index(pages: list[RulePage]) -> str:
    """Return the list of rules, by family."""
    theirs = sum(1 for page in pages if page.pack)
    families = [family for family in FAMILIES if any(page.family == family for page in pages)]
    families += sorted({page.family for page in pages} - set(families))
    lines = [
        "# Rules",
        "",
        f"There are {theirs} rules, and {len(pages) - theirs} findings of postlint itself.",
        "`postlint explain NAME` prints the same pages.",
        "The date is that of the newest text a rule rests on; each page names them all.",
        "",
        "```{toctree}",
        ":hidden:",
        "",
        *(page.name for family in families for page in pages if page.family == family),
        "```",
        "",
    ]
    for family in families:
        lines += [f"## {family}", "", FAMILIES.get(family, ""), ""]
        lines += ["| rule | severity | newest authority | finds |", "| --- | --- | --- | --- |"]
        for page in pages:
            if page.family == family:
                off = "" if page.default_on else " Off unless selected."
                lines.append(
                    f"| {page.code} [{page.name}]({page.name}.md) | {_severity(page)} "
                    f"| {_cell(_newest(page))} | {_cell(page.summary + off)} |"
                )
        lines.append("")
    return "\n".join(lines)


def _severity(page: RulePage) -> str:
    word = page.severity.word
    return word if page.highest is page.severity else f"{word} to {page.highest.word}"


def _newest(page: RulePage) -> str:
    """Return the date of the newest authority, as it is written there."""
    dates = [text.date for text in page.authority if text.date]
    return max(dates, key=_year, default="")


def _year(date: str) -> str:
    return max(re.findall(r"\b(?:19|20)\d\d(?:-\d\d)?(?:-\d\d)?", date), default="")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


# ---------------------------------------------------------------- settings

# The tables of a configuration: what each is called, and the class it becomes.
TABLES: tuple[tuple[str, type], ...] = (
    ("", Config),
    ("[employer]", Employer),
    ("[[per-file]]", PerFile),
    ("[suppressions]", SuppressionConfig),
    ("[limits]", Limits),
    ("[columns]", Columns),
)
HOUSE_TABLES: tuple[tuple[str, type], ...] = (
    ("[[rule]]", HouseRuleTable),
    ("words", WordList),
    ("require-section, forbid-section, require-field, forbid-field", SectionOrField),
    ("count", Count),
    ("share", Share),
)


def settings() -> str:
    """Return every setting of a configuration file with its kind and default."""
    presets = ", ".join(f"`{name}`" for name in preset_names())
    return f"The presets are {presets}.\n\n" + _tables(TABLES, "At the top of the file")


def house_rules() -> str:
    """Return every key of a house rule with its kind and default."""
    return _tables(HOUSE_TABLES, "")


def _tables(tables: tuple[tuple[str, type], ...], top: str) -> str:
    known = tomllib.loads((HERE / "settings.toml").read_text("utf-8"))
    classes = {model for _, model in tables}
    lines: list[str] = []
    for name, model in tables:
        lines += [f"## {top if not name else f'`{name}`'}", ""]
        described: Mapping[str, str] = known[model.__name__]
        lines += ["| key | takes | default | means |", "| --- | --- | --- | --- |"]
        hints = get_type_hints(model)
        for field in attrs.fields(model):
            key = toml_name(field.name)
            takes = _takes(hints[field.name], classes)
            default = _default(field.default, classes)
            lines.append(f"| `{key}` | {takes} | {default} | {_cell(described[key])} |")
        lines.append("")
    return "\n".join(lines)


def undescribed() -> set[str]:
    """Return the settings without a description, and the descriptions without a setting."""
    known = tomllib.loads((HERE / "settings.toml").read_text("utf-8"))
    wanted = {
        f"{model.__name__}.{toml_name(field.name)}"
        for _, model in (*TABLES, *HOUSE_TABLES)
        for field in attrs.fields(model)
    }
    return wanted ^ {f"{table}.{key}" for table, keys in known.items() for key in keys}


_WORDS: Mapping[Any, str] = {str: "text", bool: "true or false", int: "whole number"}
_MORE: Mapping[str, str] = {"float": "number", "date": "date"}


def _takes(hint: Any, classes: set[type]) -> str:
    """Say in words what a field takes."""
    arguments = [part for part in get_args(hint) if part not in (type(None), ...)]
    if isinstance(hint, type) and issubclass(hint, Enum):
        if hint is SectionKind:
            return "a [kind of section](#kinds-of-sections)"
        return "one of " + ", ".join(f"`{word}`" for word in choices_of(hint))
    if hint in classes:
        return "a table"
    origin = getattr(hint, "__origin__", None)
    if origin is tuple:
        return "tables" if arguments[0] in classes else f"list of {_many(arguments[0])}"
    if origin is not None and issubclass(origin, Mapping):
        return "a table"
    if arguments:
        return " or ".join(_takes(part, classes) for part in arguments)
    return _WORDS.get(hint) or _MORE.get(getattr(hint, "__name__", ""), str(hint))


def _many(hint: Any) -> str:
    if hint is SectionKind:
        return "[kinds of sections](#kinds-of-sections)"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{word}`" for word in choices_of(hint))
    return "texts" if hint is str else f"{hint}"


def _default(default: Any, classes: set[type]) -> str:
    if default is attrs.NOTHING:
        return "must be given"
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # attrs types it as a function
        default = default.factory()
    if default is None or default in ((), "") or default == {} or type(default) in classes:
        return ""
    if isinstance(default, Enum):
        return f"`{default.value}`"
    if isinstance(default, bool):
        return "`true`" if default else "`false`"
    return f"`{default:g}`" if isinstance(default, float) else f"`{default}`"


# ---------------------------------------------------------------- facts, formats, commands


def facts() -> str:
    """Return the facts that reports show."""
    lines = ["| fact | value | says |", "| --- | --- | --- |"]
    for source in CATALOGUE:
        value = get_args(get_type_hints(source.compute)["return"])[0]
        page = " ".join((source.__doc__ or "").split())
        page = re.sub(r"^Return ", "", page)
        page = re.sub(r"^Say whether ", "Whether ", page)
        lines.append(
            f"| `{source.name}` | {_value(value)} | {_cell(page[:1].upper() + page[1:])} |"
        )
    return "\n".join(lines) + "\n"


def _value(hint: Any) -> str:
    parts = get_args(hint)
    if hint is bool:
        return "true or false"
    if hint is str:
        return "words"
    if hint is date:
        return "a day"
    if getattr(hint, "__origin__", None) is tuple:
        return "a list of words" if parts[0] is str else f"a list: {_value(parts[0])}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{one.value}`" for one in hint)
    if hasattr(hint, "_fields"):
        return ", ".join(f"`{name}`" for name in hint._fields)
    if parts and all(isinstance(part, str) for part in parts):
        return ", ".join(f"`{part}`" for part in parts)
    said = [_value(part) for part in parts if part is not type(None)]
    return ", ".join(said) + (" or nothing" if type(None) in parts else "")


def formats() -> str:
    """Return the formats of `postlint check`."""
    lines = ["| format | for | is |", "| --- | --- | --- |"]
    for format_ in FORMATS.values():
        reader = "people" if format_.for_people or format_.name == "html" else "programs"
        lines.append(f"| `{format_.name}` | {reader} | {_cell(format_.summary)} |")
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Return the help of every command."""
    parts = []
    with click.Context(app, info_name="postlint", **_SETTINGS) as top:
        parts.append(f"## postlint\n\n```text\n{app.get_help(top).rstrip()}\n```\n")
        for name in app.list_commands(top):
            command = app.get_command(top, name)
            if command is None:
                continue
            with click.Context(command, info_name=name, parent=top, **_SETTINGS) as context:
                text = command.get_help(context).rstrip()
            parts.append(f"## postlint {name}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


_SETTINGS: Mapping[str, Any] = {
    "help_option_names": ["-h", "--help"],
    "max_content_width": 84,
    "terminal_width": 84,
}


# ---------------------------------------------------------------- names


def exported(module: str) -> str:
    """Return the names that a module exports, each with the first sentence of what it says."""
    found = import_module(module)
    rows = ["| name | is |", "| --- | --- |"]
    for name in sorted(found.__all__, key=str.lower):
        said = (getattr(found, name).__doc__ or "").strip().split("\n\n")[0]
        # An alias of a type says what typing says, which is nothing.
        words = " ".join(said.split()) if name[0] != "_" else ""
        rows.append(f"| `{name}` | {_cell(words)} |")
    return "\n".join(rows)


# The tables in pages that people write.
TABLES_IN: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "command.md": {"commands": commands},
    "config.md": {"settings": settings},
    "facts.md": {"facts": facts},
    "formats.md": {"formats": formats},
    "house-rules.md": {"house-rules": house_rules},
    "api.md": {"names": partial(exported, "postlint")},
}

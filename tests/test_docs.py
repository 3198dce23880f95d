"""What the documentation says is so: every block is tried, every link leads somewhere.

`pytest tests/test_docs.py --update-corpus` writes what commands print now into
the pages. Blocks that leave something out with `...` are left alone.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest

import postlint
from doc_blocks import DOCS, ROOT, DocBlock, Sandbox, agrees, blocks, commands, pages, rewritten
from postlint.cli.app import app
from postlint.config.shape import structure
from postlint.document.kinds import SectionKind
from postlint.packs.house.load import load_house_rules
from postlint.packs.registry import Pack, load_packs, merge_packs
from postlint.readers.base import BytesReader, Reader
from postlint.readers.builtin import BUILTIN, BUILTIN_BYTES
from postlint.render import FORMATS
from postlint.render.pages import page_of_rule
from postlint.text.authority import Basis, Confidence
from postlint.text.diagnostics import Severity

# What makes pages and pictures stands beside Sphinx's configuration.
sys.path.insert(0, str(DOCS / "_ext"))
reference_pages = import_module("reference_pages")
terminal_picture = import_module("terminal_picture")

yaml = pytest.importorskip("yaml", reason="PyYAML, which comes with pre-commit, is not installed")

PAGES = pages()
UPDATE = "Where a page is behind: pytest tests/test_docs.py --update-corpus, and read the change."
# Blocks that only a person can try. Each says why in the sentence above it.
MOST_NOT_RUN = 14
# What a text of the markup must not have, whatever its rules say.
SLIPS = {f"POST{number:03}" for number in (*range(1, 6), *range(30, 36))}


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


# ---------------------------------------------------------------- blocks


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_blocks_do_what_the_page_says(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pytestconfig: pytest.Config,
) -> None:
    sandbox = Sandbox.make(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    # Said outright: a shell may know the width of the terminal behind it, and tell.
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PATH", os.pathsep.join([SCRIPTS, os.environ["PATH"]]))
    for key, value in GIT.items():
        monkeypatch.setenv(key, value)
    faults: list[str] = []
    changes: list[tuple[DocBlock, str]] = []
    for block in blocks(page):
        if "not-run" in block.words:
            continue
        try:
            new = CHECKS[block.kind](block, sandbox)
        except Exception as error:  # whatever a block raises, the others are tried too
            faults.append(f"{block.place}: {type(error).__name__}: {error}")
        else:
            if new is not None and new != block.text:
                changes.append((block, new))
    if changes and pytestconfig.getoption("--update-corpus"):
        page.write_text(rewritten(page.read_text("utf-8"), changes), "utf-8")
        changes = []
    faults += [
        f"{block.place}: the page shows something else than\n{new}" for block, new in changes
    ]
    assert not faults, "\n".join([*faults, UPDATE])


# Where the command is that belongs to the Python that runs the tests.
SCRIPTS = str(Path(sys.executable).parent)
GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Docs",
    "GIT_AUTHOR_EMAIL": "docs@example.org",
    "GIT_COMMITTER_NAME": "Docs",
    "GIT_COMMITTER_EMAIL": "docs@example.org",
}


def try_console(block: DocBlock, sandbox: Sandbox) -> str | None:
    """Run the commands; return the block with what they print where it shows something else."""
    shown = []
    for command in commands(block):
        real = sandbox.run(command.line)
        right = agrees(command.output, real)
        if not right and "..." in command.output:
            raise AssertionError(f"$ {command.line}\nshows\n{command.output}\nand prints\n{real}")
        output = command.output if right else real
        shown.append(f"$ {command.line}\n" + (f"{output}\n" if output else ""))
    return "".join(shown) if not all_right(block, shown) else None


def all_right(block: DocBlock, shown: list[str]) -> bool:
    """Say whether a block shows this but for empty lines and broken commands."""
    return _lines(block.text.replace("\\\n", " ")) == _lines("".join(shown))


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def try_python(block: DocBlock, sandbox: Sandbox) -> None:
    ast.parse(block.text)
    if block.file:
        sandbox.write(block.file, block.text)
    else:
        sandbox.python(block)


def try_text(block: DocBlock, sandbox: Sandbox) -> str | None:
    if block.file:
        sandbox.write(block.file, block.text)
    printed = sandbox.printed
    if "output" not in block.words or printed is None or agrees(block.text, printed.rstrip("\n")):
        return None
    assert "..." not in block.text, f"the code prints\n{printed}"
    return printed


def try_posting(block: DocBlock, sandbox: Sandbox) -> None:
    if block.file:
        sandbox.write(block.file, block.text)
    report = postlint.check(block.text)
    slips = {one.code: one.message for one in report.diagnostics if one.code in SLIPS}
    wanted = {word.removeprefix("finds=") for word in block.words if word.startswith("finds=")}
    assert set(slips) == wanted, f"finds {slips}"
    assert report.is_posting or "fragment" in block.words, "it does not read as a posting"


def try_toml(block: DocBlock, sandbox: Sandbox) -> None:
    table = tomllib.loads(block.text)
    if block.file:
        sandbox.write(block.file, block.text)
    if "rule" in table:
        try_house_rules(block, sandbox)
        return
    if "project" in table or "tool" in table or "build-system" in table:
        table = table.get("tool", {}).get("postlint", {})
    _, faults = structure(table)
    assert not faults, "\n".join(f"{fault.key} {fault.reason}" for fault in faults)


def try_house_rules(block: DocBlock, sandbox: Sandbox) -> None:
    """Load house rules and run their own examples."""
    if "pattern" in block.text:
        pytest.importorskip("re2", reason="patterns of house rules need postlint[patterns]")
    file = sandbox.folder / (block.file or "house-rules-of-the-page.toml")
    file.write_text(block.text, "utf-8")
    pack: Pack = load_house_rules(file)
    packs = merge_packs(load_packs(), [pack])
    for rule in pack.rules:
        linter = postlint.Linter(select=(rule.meta.code,), packs=packs)
        for passes, text in rule.examples:
            verdict = linter.check(text).outcomes[0].verdict.value
            assert verdict == ("pass" if passes else "fail"), f"{rule.meta.code}: {verdict}\n{text}"


def try_yaml(block: DocBlock, sandbox: Sandbox) -> None:
    table = yaml.safe_load(block.text)
    if block.file:
        sandbox.write(block.file, block.text)
    if isinstance(table, dict) and "repos" in table:
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        entries = {hook["id"]: hook["entry"] for hook in hooks}
        for repository in table["repos"]:
            for hook in repository["hooks"]:
                assert hook["id"] in entries, hook["id"]
                entry = hook.get("entry", entries[hook["id"]])
                try_line([*shlex.split(entry), *hook.get("args", []), "one.posting"])
    for line in _run_lines(table):
        if line.startswith("postlint "):
            try_line(shlex.split(line.replace("$", "")))


def _run_lines(value: Any) -> Iterator[str]:
    """Yield the shell lines of a workflow."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"run", "script", "before_script"}:
                for text in [inner] if isinstance(inner, str) else inner:
                    yield from (line.strip() for line in text.splitlines())
            else:
                yield from _run_lines(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _run_lines(inner)


def try_line(words: list[str]) -> None:
    """See that a command line has a command and options that exist, without running it."""
    words = words[: words.index("||")] if "||" in words else words
    # Help is made once for each command, as the first context that asks has it named.
    with click.Context(app, info_name="postlint", **app.context_settings) as top:
        command = app.get_command(top, words[1])
        assert command is not None, f"there is no command '{words[1]}'"
        try:
            command.make_context(words[1], words[2:], parent=top)
        except click.ClickException as error:
            raise AssertionError(error.format_message()) from error


def try_json(block: DocBlock, sandbox: Sandbox) -> None:
    json.loads(block.text)
    if block.file:
        sandbox.write(block.file, block.text)


def try_example(block: DocBlock, _: Sandbox) -> None:
    """Leave the numbered examples to tests/test_markup_spec.py."""
    assert block.page == DOCS / "markup.md", "numbered examples stand in docs/markup.md"


def try_directive(block: DocBlock, _: Sandbox) -> None:
    """Leave Sphinx's own directives to Sphinx."""


CHECKS: dict[str, Any] = {
    "console": try_console,
    "python": try_python,
    "text": try_text,
    "posting": try_posting,
    "markdown": try_text,
    "toml": try_toml,
    "yaml": try_yaml,
    "json": try_json,
    "example": try_example,
    "{toctree}": try_directive,
    "{include}": try_directive,
    "{eval-rst}": try_directive,
}


def test_few_blocks_are_left_untried() -> None:
    untried = [one.place for page in PAGES for one in blocks(page) if "not-run" in one.words]
    assert len(untried) <= MOST_NOT_RUN, untried


def test_an_output_that_differs_is_seen() -> None:
    """What decides all the rest decides rightly."""
    assert agrees("a\n...\nd", "a\nb\nc\nd")
    assert agrees("found ... in 2 files", "found 3 notes in 2 files")
    assert agrees("", "")
    assert not agrees("a\n...\nd", "a\nb\nc")
    assert not agrees("a b", "a c")
    assert not agrees("", "a")
    assert not agrees("a", "a\nb")


# ---------------------------------------------------------------- links


def test_what_is_made_from_the_code_is_fresh(pytestconfig: pytest.Config) -> None:
    """A clone has the pages of rules and the tables as the code says they are."""
    if pytestconfig.getoption("--update-corpus"):
        reference_pages.write_pages(DOCS)
    assert sorted(reference_pages.behind(DOCS)) == [], UPDATE


_LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_links_lead_somewhere_in_a_clone() -> None:
    dead = []
    pages = [page for page in sorted(DOCS.rglob("*.md")) if "_build" not in page.parts]
    assert len(pages) > 100
    for page in pages:
        for target in _LINK.findall(_without_code(page.read_text("utf-8"))):
            if "://" in target or target.startswith("mailto:"):
                continue
            path, _, anchor = target.partition("#")
            where = (page.parent / path).resolve() if path else page
            if not where.exists():
                dead.append(f"{page.relative_to(DOCS)}: {target}")
            elif anchor and anchor not in _anchors(where.read_text("utf-8")):
                dead.append(f"{page.relative_to(DOCS)}: {target} (no such heading)")
    assert not dead, "\n".join(dead)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_links_of_the_front_pages_lead_somewhere(page: str) -> None:
    text = _without_code((ROOT / page).read_text("utf-8"))
    targets = [t.partition("#")[0] for t in _LINK.findall(text) if "://" not in t]
    assert not [target for target in targets if target and not (ROOT / target).exists()]


def _without_code(text: str) -> str:
    text = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", text)


def _anchors(text: str) -> set[str]:
    headings = re.findall(
        r"^#+ +(.*?)\s*$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M
    )
    plain = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings]
    return {heading.replace(" ", "-") for heading in plain}


# ---------------------------------------------------------------- reference


def test_every_rule_has_a_page_where_its_findings_say() -> None:
    report = postlint.check((ROOT / "examples" / "too-technical.posting").read_text("utf-8"))
    assert report.diagnostics
    for one in report.diagnostics:
        assert one.url is not None
        assert (DOCS / one.url).with_suffix(".md").exists(), one.url


def test_every_setting_is_described_and_nothing_else() -> None:
    """docs/_ext/settings.toml says what each key means; a new one wants a sentence there."""
    assert not reference_pages.undescribed()


def test_every_kind_of_source_is_described() -> None:
    text = (DOCS / "explanation" / "how-a-text-is-read.md").read_text("utf-8")
    readers: list[Reader | BytesReader] = [*BUILTIN, *BUILTIN_BYTES]
    for reader in readers:
        row = next((line for line in text.splitlines() if f"| `{reader.kind}` |" in line), "")
        assert not [suffix for suffix in reader.suffixes if f"`{suffix}`" not in row], reader.kind


def test_every_kind_of_section_is_described() -> None:
    text = (DOCS / "reference" / "house-rules.md").read_text("utf-8")
    assert not [kind.value for kind in SectionKind if f"| `{kind.value}` |" not in text]


def test_every_format_is_described() -> None:
    text = (DOCS / "reference" / "formats.md").read_text("utf-8")
    assert not [name for name in FORMATS if f"`{name}`" not in text]


def test_pages_have_one_sentence_a_line() -> None:
    """A line of prose that holds two sentences makes a change hard to read."""
    two = re.compile(r"[a-z)`]\. +[A-Z][a-z]+ [a-z]")
    found = [
        f"{page.relative_to(ROOT)}: {line}"
        for page in PAGES
        if page != DOCS / "markup.md"
        for line in _without_code(page.read_text("utf-8")).splitlines()
        if two.search(line) and not line.startswith("|")
    ]
    assert not found, "\n".join(found)


def test_the_readme_has_its_two_commands_on_one_line_each() -> None:
    """The script of continuous integration runs the second as it stands."""
    text = (ROOT / "README.md").read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("python3 ")]
    assert sum("postlint check examples" in line for line in lines) == 1
    assert sum("pytest" in line for line in lines) == 1


# ---------------------------------------------------------------- what is claimed


def test_no_error_rests_on_general_knowledge_or_low_confidence() -> None:
    """docs/explanation/what-it-does-not-claim.md says so."""
    for rule in load_packs().rules:
        if rule.meta.highest is Severity.ERROR:
            assert any(
                text.basis is not Basis.GENERAL and text.confidence is not Confidence.LOW
                for text in rule.meta.authority
            ), rule.meta.code


def test_every_authority_has_a_citation_and_a_date() -> None:
    """docs/explanation/authorities.md says what is said of each."""
    for rule in load_packs().rules:
        assert rule.meta.authority, rule.meta.code
        for text in rule.meta.authority:
            assert text.citation, rule.meta.code
            assert text.date, f"{rule.meta.code}: {text.citation}"


def test_every_rule_has_the_headings_that_pages_promise() -> None:
    headings = ("What it checks", "Why", "Sources", "When not to use it", "Fix safety")
    for rule in load_packs().rules:
        page = page_of_rule(rule).text
        assert not [one for one in headings if f"## {one}" not in page], rule.meta.code


# ---------------------------------------------------------------- pictures


def test_the_picture_of_a_finding_shows_what_is_printed(pytestconfig: pytest.Config) -> None:
    line = "postlint check examples/no-reporting-line.posting --full"
    done = subprocess.run(
        [sys.executable, "-m", "postlint", *shlex.split(line)[1:], "--color"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    text = terminal_picture.picture(line, done.stdout.decode("utf-8"))
    place = DOCS / "images" / "finding.svg"
    if pytestconfig.getoption("--update-corpus") and done.returncode == 1:
        place.write_text(text, "utf-8")
    assert place.read_text("utf-8") == text

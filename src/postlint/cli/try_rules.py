"""`postlint test-rules`: house rules against their own examples."""

from __future__ import annotations

from pathlib import Path

import click

from postlint.cli.options import Sectioned, color_option, debug_option, option
from postlint.cli.sinks import StdoutSink
from postlint.cli.terminal import screen_width, wants_color
from postlint.errors import SourceError
from postlint.packs.registry import load_packs
from postlint.render.base import count
from postlint.render.cells import Screen, wrap
from postlint.render.paint import PaintedLine, paint
from postlint.run.session import Session
from postlint.testing.examples import ExampleTrial, RuleWithoutExample, try_examples

_HELP = """Runs the examples that house rules bring along: 'pass' and 'fail'.

FILE is a TOML file with [[rule]] tables; without one, those are taken that
the configuration names in rule-files.

\b
Examples:
  postlint test-rules
  postlint test-rules house-rules.toml

\b
Exit codes:
  0  every example came out as its rule says
  1  one did not
  2  a file cannot be read or used, or there is none
"""


@click.command("test-rules", cls=Sectioned, help=_HELP, short_help="Try house rules.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@color_option
@option("Output", "--quiet", "-q", is_flag=True, help="Show what went wrong only.")
@debug_option
def try_rules(files: tuple[str, ...], *, color: bool | None, quiet: bool) -> int:
    """Run the examples and return the exit code."""
    paths = [Path(name) for name in files] or _configured()
    for path in paths:
        if not path.is_file():
            reason = "it is a folder" if path.is_dir() else "there is no such file"
            raise SourceError(str(path), reason)
    sink = StdoutSink(for_people=True)
    colored = wants_color(color)
    screen = Screen(max(40, screen_width()), sink.encoding)
    packs = load_packs()
    tried: list[ExampleTrial] = []
    for path in paths:
        trials = try_examples(path, packs)
        tried.extend(trial for trial in trials if isinstance(trial, ExampleTrial))
        for line in _lines(path, trials, screen, quiet=quiet):
            sink.write(paint(line, color=colored) + "\n")
    wrong = sum(1 for trial in tried if trial.problem)
    rules = len({(trial.rule.meta.code, trial.rule) for trial in tried})
    if not quiet or wrong:
        summary = f"{count(len(tried), 'example')} of {count(rules, 'rule')}: "
        outcome = f"{len(tried) - wrong} as wanted, {wrong} not." if wrong else "all as wanted."
        none = f"No rule of {', '.join(map(str, paths))} has an example."
        sink.write(f"{summary}{outcome}\n" if tried else f"{none}\n")
    return int(wrong > 0)


def _configured() -> list[Path]:
    """Return the files that the configuration above the working folder names."""
    found = Session().found(Path.cwd() / "posting")
    if not found.config.rule_files:
        where = f"{found.path} names none" if found.path else "there is no postlint.toml here"
        raise click.UsageError(f"No file of house rules was named, and {where}.")
    return [_short(found.root / name) for name in found.config.rule_files]


def _short(path: Path) -> Path:
    """Return a path as people write it, from the working folder where it is below that."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _lines(
    path: Path, trials: list[ExampleTrial | RuleWithoutExample], screen: Screen, *, quiet: bool
) -> list[PaintedLine]:
    lines: list[PaintedLine] = []
    for rule in dict.fromkeys(trial.rule for trial in trials):
        own = [trial for trial in trials if trial.rule is rule]
        wrong = [t for t in own if isinstance(t, ExampleTrial) and t.problem]
        if quiet and not wrong:
            continue
        sign, style = (screen.plain("✗"), "fail") if wrong else (screen.plain("✓"), "pass")
        missing = [t for t in own if isinstance(t, RuleWithoutExample)]
        if len(missing) == 2:
            sign, style = "-", "dim"
        meta = rule.meta
        numbers = ", ".join(
            f"no {_kind(t.passes)} example"
            if isinstance(t, RuleWithoutExample)
            else f"{_kind(t.passes)} {t.number}"
            for t in own
        )
        place = screen.plain(f"{path}:{own[0].line}: ")
        lines.append(
            [
                (sign, style),
                (f" {place}", "dim"),
                (f"{meta.code} {meta.name}", "name"),
                (f"  {numbers}", "dim"),
            ]
        )
        for trial in wrong:
            heading = f"{_kind(trial.passes)} {trial.number}: {trial.problem}"
            parts = wrap(screen.plain(heading), screen.width - 4)
            lines.extend([[("    ", ""), (part, "")] for part in parts])
    return lines


def _kind(passes: bool) -> str:
    return "pass" if passes else "fail"

"""The packs that are installed: what each brought and from where, and what failed and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from postlint.packs.discovery import EntryPoint, installed_packs
from postlint.packs.registry import Pack, Packs
from postlint.render.base import count
from postlint.render.cells import Screen, wrap
from postlint.render.paint import PaintedLine
from postlint.rules.hooks import PROJECT

_INDENT = "    "


def pack_lines(
    packs: Packs, screen: Screen, points: Iterable[EntryPoint] | None = None
) -> list[PaintedLine]:
    """Return a paragraph a pack, by name; those that failed say why."""
    found: dict[str, EntryPoint] = {}
    for point in sorted(installed_packs(PROJECT) if points is None else points):
        found.setdefault(point.name, point)
    loaded = {pack.name: pack for pack in packs.packs}
    faults: dict[str, list[str]] = {}
    for error in packs.errors:
        faults.setdefault(error.pack, []).append(error.reason)
    lines: list[PaintedLine] = []
    for name in sorted({*loaded, *faults}):
        pack, wrong = loaded.get(name), faults.get(name, [])
        sign, style = ("✗", "fail") if wrong else ("✓", "pass")
        head: PaintedLine = [(f"{screen.plain(sign)} ", style), (screen.plain(name), "name")]
        lines.append([*head, ("  " + screen.plain(_origin(name, pack, found)), "dim")])
        details: list[tuple[str, str]] = []
        if pack is not None:
            details.append((_brought(pack), ""))
        details.extend((f"It {reason}", style) for reason in wrong)
        for text, colour in details:
            parts = wrap(screen.plain(text), screen.width - len(_INDENT))
            lines.extend([[(_INDENT, ""), (part, colour)] for part in parts])
    good = sum(1 for name in loaded if name not in faults)
    summary = f"{count(good, 'pack')} loaded"
    if faults:
        summary += f", {count(len(faults), 'pack')} with something wrong"
    return [*lines, [], [(f"{summary}.", "")]]


def _origin(name: str, pack: Pack | None, found: dict[str, EntryPoint]) -> str:
    """Say what a pack was installed from: its distribution, its module, its file."""
    point = found.get(name)
    parts = []
    if point is not None:
        parts.append(f"{point.distribution} {point.version}".strip())
        parts.append(point.value)
        module = sys.modules.get(point.value.partition(":")[0].strip())
        if (file := getattr(module, "__file__", None)) is not None:
            parts.append(_short(Path(file)))
    elif pack is not None and pack.distribution:
        parts.append(f"{pack.distribution} {pack.version}".strip())
    return ", ".join(part for part in parts if part)


def _short(path: Path) -> str:
    """Return the folder of a pack whose module is a folder's, else its file."""
    return str(path.parent if path.name == "__init__.py" else path)


def _brought(pack: Pack) -> str:
    """Say what a pack brought."""
    codes = sorted(rule.meta.code for rule in pack.rules)
    if not codes:
        rules = "no rules"
    elif len(codes) <= 3:
        rules = f"{count(len(codes), 'rule')} ({', '.join(codes)})"
    else:
        rules = f"{count(len(codes), 'rule')} ({codes[0]} to {codes[-1]})"
    parts = [rules]
    if pack.facts:
        parts.append(f"{count(len(pack.facts), 'fact')} ({', '.join(f.name for f in pack.facts)})")
    if pack.readers:
        kinds = ", ".join(reader.kind for reader in pack.readers)
        parts.append(f"{count(len(pack.readers), 'reader')} ({kinds})")
    return ", ".join(parts)

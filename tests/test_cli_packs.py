"""`postlint rules --packs` shows what loaded from where, and what failed and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.__main__ import main
from postlint.cli.pack_list import pack_lines
from postlint.packs.discovery import EntryPoint
from postlint.packs.registry import load_packs
from postlint.render.cells import Screen
from postlint.render.paint import paint

ADA = EntryPoint("ada", "postlint_rules.ada", "postlint", "0.1.0")


def shown(*points: EntryPoint) -> list[str]:
    lines = pack_lines(load_packs(points), Screen(200, "utf-8"), points)
    return [paint(line, color=False) for line in lines]


def test_a_pack_shows_what_it_brought_and_from_where() -> None:
    import postlint_rules.ada  # noqa: PLC0415

    place = Path(postlint_rules.ada.__file__).parent
    head, brought, _, total = shown(ADA)
    assert head == f"✓ ada  postlint 0.1.0, postlint_rules.ada, {place}"
    count = len(load_packs([ADA]).rules)
    assert brought.startswith(f"    {count} rules (ADA001 to ADA")
    assert total == "1 pack loaded."


def test_a_pack_that_failed_says_why() -> None:
    lines = shown(EntryPoint("absent", "no_such_module", "absent-rules", "2.0"), ADA)
    assert lines[0] == "✗ absent  absent-rules 2.0, no_such_module"
    assert lines[1].startswith("    It cannot be imported: ModuleNotFoundError: ")
    assert lines[2].startswith("✓ ada")
    assert lines[-1] == "1 pack loaded, 1 pack with something wrong."


def test_a_name_that_is_there_twice_is_told_at_the_pack() -> None:
    other = EntryPoint("ada", "postlint_rules.equity", "copy", "1")
    lines = shown(ADA, other)
    assert lines[0].startswith("✗ ada  postlint")
    assert any("is there twice: postlint_rules" in line for line in lines)


def test_the_command_shows_the_installed_packs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--packs", "--no-color"]) == 0
    out = capsys.readouterr().out
    for pack in load_packs().packs:
        assert f" {pack.name}  {pack.distribution} {pack.version}, " in out
    assert "essential-functions-unmarked" not in out

"""The contract of imports names every room, and a check walks them as the page draws it."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from types import FrameType

import postlint
from postlint.linter import Linter

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "architecture.md"
PACKAGE = Path(postlint.__file__).parent
STEP = re.compile(r"^\| \d+ \| `(\w+)` \| `(\w+)` \|", re.MULTILINE)


def _walk(data: bytes) -> list[tuple[str, str]]:
    """Return each call of a step's function that a check makes, with its room, in order."""
    linter = Linter()
    linter.check_bytes(data, path="clerk.txt")  # tables that are made once are made now
    wanted = set(STEP.findall(PAGE.read_text(encoding="utf-8")))
    calls: list[tuple[str, str]] = []

    def see(frame: FrameType, event: str, _: object) -> None:
        file = Path(frame.f_code.co_filename)
        if event == "call" and PACKAGE in file.parents:
            call = (file.relative_to(PACKAGE).parts[0], frame.f_code.co_name)
            # A reader that is loaded when first used hands `read` on to itself.
            back = frame.f_back
            handed_on = back is not None and back.f_code.co_name == call[1]
            if call in wanted and not handed_on:
                calls.append(call)

    sys.setprofile(see)
    try:
        linter.check_bytes(data, path="clerk.txt")
    finally:
        sys.setprofile(None)
    return calls


def test_a_check_takes_every_step_of_the_page_once_and_in_its_order() -> None:
    data = b"Records Clerk\n\nReports to: the Registrar\n\nDuties:\n- Files records.\n"
    steps = STEP.findall(PAGE.read_text(encoding="utf-8"))
    assert len(steps) >= 7
    assert _walk(data) == steps


def test_the_contract_of_imports_names_every_module_in_a_dozen_layers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    rooms, _, kit, _ = settings["tool"]["importlinter"]["contracts"]
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"}
    modules |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    modules -= {"__init__", *rooms["exhaustive_ignores"]}
    assert rooms["exhaustive"]
    assert {name for layer in rooms["layers"] for name in re.findall(r"\w+", layer)} == modules
    assert len(rooms["layers"]) <= 12
    assert set(kit["forbidden_modules"]) == {f"postlint.{name}" for name in modules - {"rules"}}


def test_no_room_is_entered_twice() -> None:
    rooms = [room for room, _ in STEP.findall(PAGE.read_text(encoding="utf-8"))]
    entered = [room for index, room in enumerate(rooms) if index == 0 or rooms[index - 1] != room]
    assert len(entered) == len(set(entered))

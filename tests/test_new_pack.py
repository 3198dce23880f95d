"""`postlint new-pack` writes a pack that installs, passes its tests and runs."""

from __future__ import annotations

import json
import os
import re
import site
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

from postlint import __version__
from postlint.__main__ import main
from postlint.errors import OutputError
from postlint.packs.new import NewPack, PackNameError, write_pack

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.usefixtures("folder")


def test_the_files_of_a_pack_are_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-pack", "transit-rules"]) == 0
    out = capsys.readouterr().out
    files = {
        path.relative_to(folder / "transit-rules").as_posix()
        for path in (folder / "transit-rules").rglob("*")
        if path.is_file()
    }
    assert files == {
        "README.md",
        "pyproject.toml",
        "tests/conftest.py",
        "tests/corpus/rules/TRAN001.md",
        "tests/test_pack.py",
        "transit_rules/__init__.py",
        "transit_rules/contact_missing.py",
        "transit_rules/py.typed",
    }
    assert out.startswith("Wrote 8 files:\n")
    for name in files:
        assert os.path.join("transit-rules", *name.split("/")) in out  # noqa: PTH118
        text = (folder / "transit-rules" / name).read_text("utf-8")
        assert not re.search(r"@\w+@", text)
    project = tomllib.loads((folder / "transit-rules/pyproject.toml").read_text("utf-8"))
    assert project["project"]["entry-points"]["postlint"] == {"transit": "transit_rules"}


def test_the_written_code_is_well_formed(folder: Path) -> None:
    pytest.importorskip("ruff", reason="ruff is not installed")
    write_pack(NewPack.named("riverbend"), folder / "pack", version=__version__)
    place = str(folder / "pack")
    for command in (("check", "--select", "E,F,I,B,UP"), ("format", "--check")):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--isolated", "--line-length", "100", place],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_the_rule_answers_its_corpus_without_being_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from postlint.packs.registry import load_packs, merge_packs, read_pack  # noqa: PLC0415
    from postlint.testing import Runner, load_corpus  # noqa: PLC0415

    write_pack(
        NewPack.named("millbrook-hiring-rules", "MILL"), folder / "pack", version=__version__
    )
    monkeypatch.syspath_prepend(str(folder / "pack"))
    module = __import__("millbrook_hiring_rules")
    pack, errors = read_pack("millbrook-hiring", module)
    assert pack is not None
    assert errors == []
    packs = merge_packs(load_packs(), [pack])
    assert packs.errors == ()
    runner = Runner(packs)
    cases = load_corpus(folder / "pack/tests/corpus/rules/MILL001.md", packs).cases
    assert len(cases) == 3
    for case in cases:
        assert runner.run(case).problems == (), case.name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Transit Rules"], "use small letters"),
        (["../up"], "use small letters"),
        (["json"], "something else is called that"),
        (["postlint"], "something else is called that"),
        (["x-rules"], "give two to eight capitals"),
        (["lead-more"], "choose with --family"),
        (["mine", "--family", "mine"], "two to eight capitals"),
        (["mine", "--family", "LEAD"], "choose with --family"),
        (["ada-rules", "--family", "MINE"], "the pack 'ada' is installed"),
    ],
)
def test_names_that_cannot_be_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["new-pack", *arguments]) == 2
    assert words in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_nothing_is_written_over(folder: Path) -> None:
    (folder / "pack").mkdir()
    (folder / "pack/mine.txt").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="not empty"):
        write_pack(NewPack.named("transit"), folder / "pack", version=__version__)
    assert [path.name for path in (folder / "pack").iterdir()] == ["mine.txt"]


def test_a_name_says_its_parts() -> None:
    pack = NewPack.named("postlint-river-bend-rules")
    assert (pack.module, pack.label, pack.code) == (
        "postlint_river_bend_rules",
        "river-bend",
        "RIVE001",
    )
    with pytest.raises(PackNameError):
        NewPack.named("class")


# ---------------------------------------------------------------- installed


def run(*command: str | Path, cwd: Path, fails: bool = False) -> str:
    """Run a command in an environment of its own, and return what it printed."""
    hidden = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    clean = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "POSTLINT_CACHE_DIR": str(cwd / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert (done.returncode == 0) is not fails, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_a_new_pack_installs_beside_postlint_and_its_rule_runs(folder: Path) -> None:
    """Its wheel goes into a fresh environment, which sees postlint in the one the tests are in."""
    pytest.importorskip("hatchling", reason="building needs hatchling")
    run(sys.executable, "-m", "postlint", "new-pack", "transit-rules", cwd=folder)
    source = folder / "transit-rules"
    call = "from hatchling import build; print(build.build_wheel('dist'))"
    wheel = source / "dist" / run(sys.executable, "-c", call, cwd=source).split()[-1]
    venv.create(folder / "fresh", with_pip=True)
    python = folder / "fresh" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    run(*pip, "--disable-pip-version-check", wheel, cwd=folder)
    # postlint and what it needs are seen where they are; the pack is here alone.
    place = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).strip()
    homes = [ROOT / home for home in ("src", "rules", "grammar")]
    others = [*(str(home) for home in homes if home.is_dir()), *site.getsitepackages()]
    lines = [f"import site; site.addsitedir({other!r})" for other in others]
    Path(place, "beside.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")

    shown = json.loads(run(python, "-m", "postlint", "rules", "--format", "json", cwd=folder))
    assert shown["pack_errors"] == []
    assert {"name": "transit", "distribution": "transit-rules", "version": "0.1.0"} in shown[
        "packs"
    ]
    assert "transit" in run(python, "-m", "postlint", "rules", "--packs", cwd=folder)
    (folder / "job.posting").write_text("# Bus Driver\n\n## Duties\n\n- Drives.\n", "utf-8")
    check: list[str | Path] = [python, "-m", "postlint", "check", "job.posting", "--select", "TRAN"]
    assert "transit-contact-missing" in run(*check, cwd=folder)
    assert run(*check, "--fail-on", "info", cwd=folder, fails=True)
    assert "4 passed" in run(python, "-m", "pytest", "-p", "no:asyncio", cwd=source)

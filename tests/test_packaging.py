"""What is installed is what is in the tree, and it runs from anywhere.

The source archive is built from the tree, the wheel from the archive, and the
wheel goes into a fresh environment, as a user's would.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from postlint.errors import MissingExtra

ROOT = Path(__file__).parents[1]
# Where each package stands in the tree.
HOMES = {"postlint": "src", "postlint_rules": "rules", "postlint_grammar": "grammar"}
_UNSHIPPED = {"__pycache__"}


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> str:
    """Run a command that must succeed, and return what it printed."""
    clean = {
        name: value
        for name, value in os.environ.items()
        # What leads a fresh environment back to this one.
        if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"} and not name.startswith("COV_")
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tree() -> set[str]:
    """Return the files of our packages, as a wheel names them."""
    return {
        path.relative_to(ROOT / home).as_posix()
        for package, home in HOMES.items()
        for path in (ROOT / home / package).rglob("*")
        if path.is_file() and not _UNSHIPPED & set(path.parts)
    }


slow = pytest.mark.slow


# ---------------------------------------------------------------- the tree


@pytest.mark.parametrize(("package", "home"), HOMES.items())
def test_each_home_holds_one_package_and_nothing_else(package: str, home: str) -> None:
    found = {path.name for path in (ROOT / home).iterdir()} - _UNSHIPPED
    assert found == {package}


@pytest.mark.parametrize(("package", "home"), HOMES.items())
def test_each_package_is_typed(package: str, home: str) -> None:
    assert (ROOT / home / package / "py.typed").is_file()
    assert (ROOT / home / package / "__init__.py").is_file()


def test_every_folder_with_code_is_a_package() -> None:
    """A folder without `__init__.py` would be left out by some installers."""
    for package, home in HOMES.items():
        for path in (ROOT / home / package).rglob("*.py"):
            assert (path.parent / "__init__.py").is_file(), path


# ---------------------------------------------------------------- what is built


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the source archive from the tree, and the wheel from the archive."""
    pytest.importorskip("hatchling", reason="building needs hatchling")
    place = tmp_path_factory.mktemp("dist")
    # The build backend is called as `python -m build` would, without its network.
    call = (
        "import sys; from hatchling import build; print(getattr(build, sys.argv[1])(sys.argv[2]))"
    )
    name = run(sys.executable, "-c", call, "build_sdist", place, cwd=ROOT).split()[-1]
    sdist = place / name
    with tarfile.open(sdist) as archive:
        archive.extractall(place, filter="data")
    unpacked = place / name.removesuffix(".tar.gz")
    name = run(sys.executable, "-c", call, "build_wheel", place, cwd=unpacked).split()[-1]
    return sdist, place / name


def test_the_wheel_holds_what_the_tree_holds(archives: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(archives[1]) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == tree()


def test_the_wheel_says_what_packs_it_brings(archives: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(archives[1]) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
        points = wheel.read(name).decode()
    for family in ("leadership", "ada", "equity"):
        assert f"{family} = postlint_rules.{family}" in points
    assert "postlint = " in points.partition("[console_scripts]")[2]


def test_the_archive_holds_tests_docs_and_examples(archives: tuple[Path, Path]) -> None:
    with tarfile.open(archives[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"docs/markup.md", "tests/test_packaging.py", "pyproject.toml", "README.md"} <= names
    assert any(name.startswith("examples/") for name in names)


def extras() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, list[str]] = project["optional-dependencies"]
    return found


def test_all_means_all_that_a_user_could_want() -> None:
    (all_of_it,) = extras()["all"]
    names = set(all_of_it.removeprefix("postlint[").removesuffix("]").split(","))
    assert names == extras().keys() - {"all", "dev", "docs", "test"}


@pytest.mark.parametrize("extra", sorted(extras().keys() - {"dev", "docs", "test"}))
def test_a_message_about_what_is_missing_names_packages_and_not_postlint(extra: str) -> None:
    """No index need know postlint for the command to work."""
    said = str(MissingExtra("Things", extra))
    assert said.startswith("Things need more: pip install '")
    assert "postlint" not in said
    for package in extras()[extra]:
        if not package.startswith("postlint["):
            assert Requirement(package) in [Requirement(p) for p in re.findall("'([^']+)'", said)]


def test_code_asks_for_extras_that_there_are() -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    asked = set(re.findall(r'MissingExtra\("[^"]+", "([\w-]+)"\)', code))
    assert asked <= extras().keys()


# ---------------------------------------------------------------- what runs


@pytest.fixture(scope="session")
def python(archives: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of a fresh environment with the wheel and what it needs."""
    place = tmp_path_factory.mktemp("fresh") / "environment"
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / Path(sys.executable).name
    if not python.exists():
        python = python.with_name("python")
    installed = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", archives[1]],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if installed.returncode:
        pytest.skip(f"the wheel's dependencies cannot be fetched here: {installed.stderr[-300:]}")
    return python


POSTING = """# Librarian 🏥

## Duties

- Leads the branch.
- Plans its budget.
"""


@slow
def test_the_command_runs_from_another_folder(python: Path, tmp_path: Path) -> None:
    (tmp_path / "job.posting").write_text(POSTING, "utf-8")
    command = python.with_name("postlint" + python.suffix)
    cache = {"POSTLINT_CACHE_DIR": str(tmp_path / "cache")}
    version = run(command, "--version", cwd=tmp_path, **cache)
    assert "0.1.0" in version
    done = subprocess.run(
        [command, "check", "--format", "json", "job.posting"],
        cwd=tmp_path,
        env={**os.environ, **cache, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert '"ADA001"' in done.stdout
    assert '"POST02' not in done.stdout


@slow
def test_the_library_runs_from_another_folder(python: Path, tmp_path: Path) -> None:
    script = (
        "import postlint, postlint_rules, postlint_grammar, sys\n"
        "from postlint.packs.registry import load_packs\n"
        "assert load_packs().errors == (), load_packs().errors\n"
        "report = postlint.check(sys.argv[1])\n"
        "assert report.is_posting\n"
        "print(report.facts['title'].value, postlint.__file__)\n"
    )
    # The second run finds the grammar's tables in the cache of the first.
    for _ in range(2):
        printed = run(
            python, "-I", "-c", script, POSTING, cwd=tmp_path, POSTLINT_CACHE_DIR=str(tmp_path)
        )
        assert printed.startswith("Librarian 🏥 ")
        assert str(ROOT) not in printed


@slow
def test_it_runs_without_a_cache_and_without_a_home(python: Path, tmp_path: Path) -> None:
    script = "import postlint; print(postlint.check('# Librarian').is_posting)"
    printed = run(python, "-I", "-c", script, cwd=tmp_path, POSTLINT_CACHE_DIR="", HOME="")
    assert printed.strip() in {"True", "False"}

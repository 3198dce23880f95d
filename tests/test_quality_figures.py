"""The measurement of reading: what a source is, and that a floor is kept."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        spec = importlib.util.spec_from_file_location("quality", BENCHMARKS / "quality.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["quality"] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCHMARKS))
    return module


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("corpus/nyc/postings.jsonl", "nyc"),
        ("corpus/university-museum-pdf/text/a-2023.txt", "university-museum-pdf"),
        ("corpus/second/nyc-clerk.txt", "second/nyc"),
        ("corpus/second/2019-02-01-systems-librarian.md", "second/library"),
        ("corpus/second/2004-02-01-project-officer.md", "second/university"),
        ("corpus/second/gardener-3141-050617-rev-060117.txt", "second/la-city"),
        ("corpus/second/clerk-somewhere-county.txt", "second/county-elections"),
        ("seeds/000_1.txt", "seeds"),
        ("corpus/third/anything.txt", "third"),
    ],
)
def test_a_source_is_a_folder_or_a_folder_and_an_origin(
    quality: ModuleType, file: str, source: str
) -> None:
    """Texts that one folder gathers from many origins are measured by origin."""
    assert quality.source_of(file) == source


@pytest.mark.parametrize(
    ("file", "collection"),
    [
        ("corpus/nyc/rows.jsonl", "nyc"),
        ("corpus/second/nyc-clerk.txt", "nyc"),
        ("corpus/wild/library-jobs/a-library.markdown", "library"),
        ("corpus/second/2019-02-01-systems-librarian.md", "library"),
        ("corpus/wild/city-bulletins/CLERK.txt", "la-city"),
        ("corpus/wild/unheard-of/a.txt", "wild"),
    ],
)
@pytest.mark.usefixtures("quality")
def test_kin_are_of_one_collection_whichever_folder_keeps_them(file: str, collection: str) -> None:
    """What is held out together must not be learned from under another folder's name."""
    assert sys.modules["sources"].collection_of(file) == collection


def test_a_figure_below_its_floor_is_named(quality: ModuleType) -> None:
    """What fell, how far, and a floor for a figure nobody measures."""
    figures = {"title": {"f1": 0.9, "told": 1.0}}
    floors = {"title": {"f1": 0.91, "told": 1.0}, "tilte": {"f1": 0.5}}
    assert quality.below(figures, floors) == [
        "title.f1 is 0.9000, below its floor of 0.91",
        "tilte.f1 has a floor and no figure",
    ]


def test_every_file_is_measured_and_held_apart(
    quality: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two files of labels give two tables, each with its sources and floors."""
    (tmp_path / "corpus/one").mkdir(parents=True)
    (tmp_path / "corpus/one/a.txt").write_text("Data Clerk\n\nDUTIES:\n- Files papers.\n")
    row = '{"id": "a", "file": "corpus/one/a.txt", "title": "%s", "spans": {"title": [0, 10]}}\n'
    (tmp_path / "first.jsonl").write_text(row % "Data Clerk")
    (tmp_path / "other.jsonl").write_text(row % "Data Clerk")
    floors = tmp_path / "floors.toml"
    floors.write_text("[first.title]\nf1 = 0.0\n[other.sections]\nf1 = 1.0\n")
    files = [str(tmp_path / "first.jsonl"), str(tmp_path / "other.jsonl"), str(tmp_path)]
    assert quality.main([*files, "--floors", str(floors)]) == 1
    out, err = capsys.readouterr()
    assert out.count("1 postings") == 2
    assert out.count("\none  ") == 2
    assert err == "other: sections.f1 is 0.0000, below its floor of 1.0\n"

"""Each file gets the linter its folder, its globs and its house rules ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents import write
from postlint.errors import ConfigError
from postlint.run.session import Session, matches
from postlint.text.diagnostics import Severity

POSTING = "# Cook\n\n## Duties\n\n- Bakes bread.\n"


def codes(session: Session, path: Path) -> set[str]:
    return {rule.meta.code for rule in session.assigned(path).linter.rules.rules}


def test_each_folder_has_its_own_configuration(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", 'select = ["ADA"]\n')
    write(tmp_path, "jobs/postlint.toml", 'select = ["EQTY001"]\n')
    session = Session()
    assert all(code.startswith("ADA") for code in codes(session, tmp_path / "a.posting"))
    assert codes(session, tmp_path / "jobs/b.posting") == {"EQTY001"}


def test_per_file_settings_join_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "postlint.toml",
        'select = ["ADA001", "ADA002"]\n'
        '[[per-file]]\nfiles = ["old/**"]\nignore = ["ADA001"]\n'
        '[[per-file]]\nfiles = ["*.txt"]\nas = "text"\nseverity = { ADA002 = "info" }\n',
    )
    session = Session()
    assert codes(session, tmp_path / "new.posting") == {"ADA001", "ADA002"}
    assert codes(session, tmp_path / "old/2019/a.posting") == {"ADA002"}
    both = session.assigned(tmp_path / "old/a.txt")
    assert both.kind == "text"
    assert both.config.severity == {"ADA002": Severity.INFO}
    assert codes(session, tmp_path / "old/a.txt") == {"ADA002"}


def test_the_command_line_stands_over_files(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", 'select = ["ADA"]\n')
    session = Session(over={"select": ["EQTY001"]})
    assert codes(session, tmp_path / "a.posting") == {"EQTY001"}
    assert Session(isolated=True).found(tmp_path / "a.posting").path is None


def test_house_rules_run_beside_the_packs(tmp_path: Path) -> None:
    write(
        tmp_path,
        "house.toml",
        '[[rule]]\ncode = "TST001"\nname = "no-bread"\nmessage = "{words}"\n'
        'words = [{ find = ["bread"] }]\n',
    )
    write(tmp_path, "postlint.toml", 'rule-files = ["house.toml"]\nselect = ["house"]\n')
    path = write(tmp_path, "a.posting", POSTING)
    report = Session().assigned(path).linter.check_file(path)
    assert [d.code for d in report.diagnostics] == ["TST001"]


def test_a_house_file_that_is_missing_is_a_clear_error(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", 'rule-files = ["gone.toml"]\n')
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read"):
        Session().assigned(tmp_path / "a.posting")


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.txt", "deep/down/a.txt", True),
        ("old", "old/a.txt", True),
        ("old/*", "old/a.txt", True),
        ("old/*", "old/2019/a.txt", True),
        ("old/**", "old/2019/b/a.txt", True),
        ("**/draft/*", "draft/a.txt", True),
        ("**/draft/*", "x/y/draft/a.txt", True),
        ("**/**/**/**/z", "/".join("a" * 30), False),
    ],
)
def test_globs_mean_what_they_mean_in_gitignore(
    tmp_path: Path, glob: str, path: str, expected: bool
) -> None:
    assert matches(tmp_path / path, tmp_path, glob) is expected


def test_nothing_outside_the_folder_matches(tmp_path: Path) -> None:
    assert not matches(tmp_path.parent / "a.txt", tmp_path, "*.txt")

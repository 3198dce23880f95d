"""The kit: it has all that a rule is written with, and our packs use nothing else."""

from __future__ import annotations

import ast
import inspect
import json
import re
from pathlib import Path
from statistics import median
from types import ModuleType

import pytest

import postlint.facts
import postlint.rules
import postlint.testing
import postlint_rules
from postlint import Linter
from postlint.__main__ import main
from postlint.errors import UnknownName
from postlint.facts.declared import Employer, Profile
from postlint.packs.registry import load_packs
from postlint.render.pages import page_of_rule
from postlint.rules import Verdict, WordRule

ROOT = Path(__file__).parents[1]
# Lines of a rule, page and blank lines among them: at the median, and of the longest. Of a list of
# phrases its first line counts, as that of a rule in Python stands in a table of its own.
LONG, LONGEST = 60, 130
PHRASES = re.compile(
    r'^(?:find|unless|need|settled|absent|pairs) = (?:\[(?:.|\n)*?^\]|"""(?:.|\n)*?^""")$', re.M
)
HOME = Path(postlint_rules.__file__).parent
FILES = sorted(path for path in HOME.rglob("*.py") if path.parent != HOME)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_packs_import_the_kit_and_their_own_family(path: Path) -> None:
    family = f"postlint_rules.{path.parent.name}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        for name in names:
            if name.startswith("postlint"):
                assert name == "postlint.rules" or name.startswith(f"{family}."), name


@pytest.mark.parametrize("room", [postlint.facts, postlint.rules, postlint.testing])
def test_a_room_offers_each_name_once_and_by_itself(room: ModuleType) -> None:
    """What is imported there is offered, as type checkers want it said: `A as A`."""
    tree = ast.parse(Path(room.__file__ or "").read_text("utf-8"))
    used, body = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}, tree.body
    guarded = [node for one in body if isinstance(one, ast.If) for node in one.body]
    offered = [
        name
        for node in [*body, *guarded]
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postlint")
        for name in node.names
    ]
    assert offered
    assert {name.name for name in offered if name.asname != name.name} <= used
    assert len({name.name for name in offered}) == len(offered)
    assert not [name.name for name in offered if not hasattr(room, name.name)]


@pytest.mark.parametrize(("wrong", "near"), [("OR", "US-OR"), ("US-XX", None)])
def test_a_place_nobody_knows_is_refused(wrong: str, near: str | None) -> None:
    with pytest.raises(UnknownName) as caught:
        Employer(jurisdictions=(wrong,))
    if near:
        assert caught.value.nearest == near


def test_a_declared_profile_holds_for_a_head_of_technology() -> None:
    duties = "- Leads the technology department.\n- Runs its help desk.\n- Keeps it going.\n"
    text = f"# Chief Technology Officer\n\n## Duties\n\n{duties}"

    def verdict(profile: Profile | None) -> Verdict:
        report = Linter(select=("LEAD006",), employer=Employer(profile=profile)).check(text)
        return report.outcomes[0].verdict

    assert verdict(None) is Verdict.CANNOT_TELL
    assert verdict(Profile.K12) is Verdict.FAIL
    assert verdict(Profile.NONE) is Verdict.NOT_APPLICABLE


def test_the_readme_and_the_list_agree_on_how_many_rules_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ours = [
        rule
        for pack in load_packs().packs
        if pack.distribution == "postlint"
        for rule in pack.rules
    ]
    said = re.search(r"There are (\d+) rules", (ROOT / "README.md").read_text("utf-8"))
    assert said is not None
    assert int(said[1]) == len(ours)
    main(["rules", "--format", "json"])
    listed = {row["code"] for row in json.loads(capsys.readouterr().out)["rules"]}
    assert listed >= {rule.meta.code for rule in ours}
    assert {page_of_rule(rule).code for rule in ours} == {rule.meta.code for rule in ours}


def test_a_page_without_a_word_on_fixes_is_of_a_rule_that_brings_none() -> None:
    """The page says that there is no fix, and the file of the rule makes none."""
    for rule in load_packs().rules:
        source = (
            "" if issubclass(rule, WordRule) else Path(inspect.getfile(rule)).read_text("utf-8")
        )
        if not source or "## Fix safety" in source:
            continue
        assert "## Fix safety\nNo fix: " in page_of_rule(rule).text, rule.meta.code
        assert not re.search(r"\bfixes\b|\badd_\w+\(", source), rule.meta.code


def test_a_rule_is_short() -> None:
    """With its page, a rule is read at one go; its words are looked up."""
    rules = [path for path in FILES if not path.name.startswith("_")]
    rules += [
        path for path in HOME.rglob("*.toml") if "\n[[rule]]" in f"\n{path.read_text('utf-8')}"
    ]
    texts = [PHRASES.sub("words", path.read_text("utf-8")) for path in rules]
    lengths = [len(text.splitlines()) for text in texts]
    assert len(lengths) > 100
    assert median(lengths) <= LONG
    assert max(lengths) <= LONGEST


KIT = Path(postlint.rules.__file__).parent
SIDES = sorted([*KIT.rglob("*.py"), *(KIT.parent / "packs").rglob("*.py")])


@pytest.mark.parametrize("path", SIDES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_kit_and_the_packs_take_nothing_private_of_another_room(path: Path) -> None:
    """What they need of the text, the document and the facts has a public name there."""
    own = f"postlint.{path.relative_to(KIT.parent).parts[0]}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("postlint."):
            parts = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            private = [part for part in parts if part.startswith("_")]
            assert not private or (node.module or "").startswith(own), private


def test_a_name_that_repeats_that_of_its_class_is_not_written() -> None:
    """There is one source of it, and a file is named after its rule."""
    for rule in load_packs().rules:
        if rule.__module__.startswith("postlint_rules."):
            stem = rule.__module__.rpartition(".")[2]
            assert rule.meta.name == stem.replace("_", "-")
            assert "        name=" not in Path(inspect.getfile(rule)).read_text("utf-8")

"""A pack that is broken is named with its reason, and all that is whole is there."""

from __future__ import annotations

import compileall
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from packs import first_word, meta, pack, point, rule
from postlint import Linter, UnknownName
from postlint.facts.base import Case, Fact, fact
from postlint.packs.discovery import EntryPoint, installed_packs
from postlint.packs.hookspecs import hookimpl
from postlint.packs.registry import Packs, RuleSet, load_packs
from postlint.readers.base import Reading
from postlint.rules.later import rules_of
from postlint.rules.rule import Outcome, Rule

GOOD = point("good", pack(rules=[rule(first_word)]))


def reasons(packs: Packs, name: str) -> list[str]:
    return [error.reason for error in packs.errors if error.pack == name]


def codes(packs: Packs) -> list[str]:
    return [rule.meta.code for rule in packs.rules]


class Notes:
    """A reader of a third party."""

    kind = "notes"
    suffixes: tuple[str, ...] = (".notes",)

    def read(self, data: str) -> Reading:
        return Reading(text=data, lexemes=())


# ---------------------------------------------------------------- what is whole


def test_the_packs_of_this_distribution_load_without_a_fault() -> None:
    ours = [point for point in installed_packs("postlint") if point.distribution == "postlint"]
    packs = load_packs(ours)
    assert packs.errors == ()
    assert {pack.name for pack in packs.packs} >= {"ada", "equity", "leadership"}
    assert all(pack.rules for pack in packs.packs)


def test_rules_of_this_distribution_can_be_made_and_their_phrases_read() -> None:
    """What is tried for other packs when they load is tried for ours here."""
    renamed = [evolve_point(point) for point in installed_packs("postlint")]
    assert load_packs(renamed).errors == ()


def evolve_point(entry: EntryPoint) -> EntryPoint:
    return entry._replace(distribution="somebody-else")


def test_a_pack_knows_where_it_came_from() -> None:
    (found,) = load_packs([GOOD]).packs
    assert (found.name, found.distribution, found.version) == ("good", "house-pack", "1.2")
    assert load_packs([GOOD]).pack_of(found.rules[0]) == "good"


def test_packs_are_taken_by_name_in_whatever_order_they_are_found() -> None:
    points = [
        GOOD,
        point("also", pack(rules=[rule(card=meta("HOUS002", "other"))])),
        point("clash", pack(rules=[rule(card=meta("HOUS001", "third"))])),
    ]
    loaded = [load_packs(order) for order in permutations(points)]
    assert all(packs == loaded[0] for packs in loaded)
    assert codes(loaded[0]) == ["HOUS001", "HOUS002"]


def test_a_pack_may_bring_facts_and_readers() -> None:
    @fact("house_size")
    def size(case: Case) -> Fact[int]:
        return Fact(len(case.text))

    packs = load_packs([point("more", pack(facts=[size], readers=[Notes()]))])
    assert packs.errors == ()
    assert packs.facts == (size,)
    linter = Linter(packs=packs)
    assert linter.check("abc").facts["house_size"] == Fact(3)
    assert linter.read("abc", path="x.notes").reader == "text"  # it covers nothing, and is told of


# ---------------------------------------------------------------- what is broken


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError"),
        ("raise RuntimeError('out of paper')", "RuntimeError: out of paper"),
        ("def broken(:", "SyntaxError"),
        ("import sys; sys.exit(3)", "SystemExit"),
        ("x = 1", "AttributeError"),
    ],
)
def test_a_pack_that_cannot_be_imported_is_named_and_the_rest_load(
    body: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"tests_broken_{abs(hash(body))}"
    (tmp_path / f"{name}.py").write_text(body)
    monkeypatch.syspath_prepend(tmp_path)
    packs = load_packs([EntryPoint("bad", f"{name}:pack"), GOOD])
    assert codes(packs) == ["HOUS001"]
    (reason,) = reasons(packs, "bad")
    assert reason.startswith("cannot be imported: ")
    assert said in reason
    assert "\n" not in reason
    assert packs.errors[0].trace
    assert str(packs.errors[0]).startswith("Pack 'bad' ")
    sys.modules.pop(name, None)


class MisspeltMarked:
    @hookimpl
    def postlint_rulez(self) -> list[Any]:
        return []


class MisspeltUnmarked:
    def postlint_rulez(self) -> list[Any]:
        return []


class Unmarked:
    def postlint_rules(self) -> list[Any]:
        return []


def test_a_misspelt_hook_is_named() -> None:
    packs = load_packs([point("bad", MisspeltMarked()), GOOD])
    (reason,) = reasons(packs, "bad")
    assert "postlint_rulez" in reason
    assert codes(packs) == ["HOUS001"]


@pytest.mark.parametrize("offered", [MisspeltUnmarked(), Unmarked(), object()])
def test_a_pack_without_a_hook_is_named(offered: object) -> None:
    packs = load_packs([point("bad", offered), GOOD])
    (reason,) = reasons(packs, "bad")
    assert "hookimpl" in reason
    assert codes(packs) == ["HOUS001"]


def test_a_hook_that_raises_costs_only_what_it_offers() -> None:
    class Raising:
        @hookimpl
        def postlint_rules(self) -> list[Any]:
            raise ImportError("rules are not here")

        @hookimpl
        def postlint_readers(self) -> list[Any]:
            return [Notes()]

    packs = load_packs([point("bad", Raising()), GOOD])
    assert reasons(packs, "bad") == ["cannot be loaded: ImportError: rules are not here"]
    assert [reader.kind for reader in packs.readers] == ["notes"]
    assert codes(packs) == ["HOUS001"]


class NoMeta(Rule):
    """A rule that says not who it is."""


@frozen
class NeedsOption(Rule):
    """A rule with an option that has no default."""

    meta = meta("HOUS009", "needs-option")
    limit: int

    def check(self, case: Case) -> Iterator[Outcome]:  # noqa: ARG002
        yield from ()


@pytest.mark.parametrize(
    ("offered", "what"),
    [
        (pack(rules=[rule(card=meta("HOUS005", "five"))()]), "not a rule"),
        (pack(rules=[NoMeta]), "not a rule"),
        (pack(rules=["HOUS001"]), "not a rule"),
        (pack(rules=[Rule]), "not a rule"),
        (pack(facts=[len]), "not a fact"),  # type: ignore[list-item]
        (pack(readers=[object()]), "not a reader"),
        (pack(readers=[Notes]), "not a reader"),
        (pack(rules=[NeedsOption]), "'needs-option', which cannot be used"),
        (
            pack(rules=[rule(card=meta("HOUS006", "six"), phrases={"six.x": ["a **"]})]),
            "'six', which cannot be used",
        ),
        (
            pack(rules=[rule(card=meta("HOUS007", "seven"), phrases={"seven.x": None})]),  # type: ignore[dict-item]
            "'seven', which cannot be used",
        ),
    ],
)
def test_what_is_of_the_wrong_kind_is_left_out_by_name(offered: object, what: str) -> None:
    packs = load_packs([point("bad", offered), GOOD])
    (reason,) = reasons(packs, "bad")
    assert what in reason
    assert codes(packs) == ["HOUS001"]
    assert packs.facts == ()
    assert packs.readers == ()
    assert Linter(packs=packs).check("# Librarian\n").outcomes


def test_a_hook_that_returns_no_list_is_named() -> None:
    class Alone:
        @hookimpl
        def postlint_rules(self) -> Any:
            return rule(first_word)

    packs = load_packs([point("bad", Alone()), GOOD])
    (reason,) = reasons(packs, "bad")
    assert "cannot be loaded" in reason
    assert codes(packs) == ["HOUS001"]


# ---------------------------------------------------------------- what is there twice


@pytest.mark.parametrize(
    ("card", "taken"),
    [
        (meta("HOUS001", "another"), "HOUS001"),
        (meta("hous001", "another"), "hous001"),
        (meta("HOUS002", "house-words"), "house-words"),
        (meta("HOUS002", "another", aliases=("house-words",)), "house-words"),
        (meta("HOUS002", "another", aliases=("HOUS001",)), "HOUS001"),
    ],
)
def test_a_code_or_name_that_is_taken_is_left_out(card: Any, taken: str) -> None:
    packs = load_packs([point("later", pack(rules=[rule(card=card)])), GOOD])
    assert reasons(packs, "later") == [
        f"offers a rule '{taken}', which pack 'good' has; it is left out."
    ]
    assert codes(packs) == ["HOUS001"]


@pytest.mark.parametrize("card", [meta("POST020", "mine"), meta("HOUS002", "not-a-posting")])
def test_codes_and_names_of_the_tool_itself_are_taken(card: Any) -> None:
    packs = load_packs([point("later", pack(rules=[rule(card=card)]))])
    (reason,) = reasons(packs, "later")
    assert "which postlint itself has" in reason


def test_a_fact_or_a_kind_of_source_that_is_taken_is_left_out() -> None:
    @fact("title")
    def title(case: Case) -> Fact[str]:  # noqa: ARG001
        return Fact("mine")

    class Mine(Notes):
        kind = "markup"

    offered = pack(facts=[title], readers=[Mine(), Notes(), Notes()])
    packs = load_packs([point("later", offered)])
    assert [reason.partition(", which")[0] for reason in reasons(packs, "later")] == [
        "offers a fact 'title'",
        "offers a reader 'markup'",
        "offers a reader 'notes'",
    ]
    assert packs.facts == ()
    assert [reader.kind for reader in packs.readers] == ["notes"]


def test_a_pack_that_is_there_twice_is_named() -> None:
    again = point("good", pack(rules=[rule(card=meta("HOUS002", "other"))]))
    packs = load_packs([GOOD, again])
    (reason,) = reasons(packs, "good")
    assert reason.startswith("is there twice")
    assert len(packs.packs) == 1


# ---------------------------------------------------------------- choosing


CHOICE = load_packs(
    [
        point(
            "choice",
            pack(
                rules=[
                    rule(card=meta("HOUS001", "one", tags=frozenset({"words"}))),
                    rule(card=meta("HOUS002", "two", aliases=("zwei",))),
                    rule(card=meta("YARD001", "three", default_on=False)),
                ]
            ),
        )
    ]
)


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["HOUS001", "HOUS002"]),
        (("all",), (), ["HOUS001", "HOUS002", "YARD001"]),
        (("HOUS",), (), ["HOUS001", "HOUS002"]),
        (("hous002",), (), ["HOUS002"]),
        (("zwei",), (), ["HOUS002"]),
        (("words",), (), ["HOUS001"]),
        (("yard",), (), ["YARD001"]),
        (("HOUS", "three"), ("two",), ["HOUS001", "YARD001"]),
        ((), ("HOUS",), []),
    ],
)
def test_rules_are_chosen_by_code_name_family_or_tag(
    select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]
) -> None:
    chosen = RuleSet.choose(CHOICE, select=select, ignore=ignore)
    assert [rule.meta.code for rule in chosen.rules] == left


@pytest.mark.parametrize(
    ("word", "hint"), [("HOUS003", "hous00"), ("too", "two"), ("wrods", "words"), ("§§§", None)]
)
def test_an_unknown_name_is_an_error_with_the_nearest_one(word: str, hint: str | None) -> None:
    for select, ignore in (((word,), ()), ((), (word,))):
        with pytest.raises(UnknownName) as caught:
            RuleSet.choose(CHOICE, select=select, ignore=ignore)
        assert caught.value.name == word
        if hint is None:
            assert caught.value.nearest is None
        else:
            assert (caught.value.nearest or "").lower().startswith(hint)


def test_a_rule_is_found_by_any_of_its_names() -> None:
    chosen = RuleSet.choose(CHOICE, select=("one",))
    assert {chosen.find(name).meta.code for name in ("HOUS002", "two", "ZWEI")} == {"HOUS002"}
    with pytest.raises(UnknownName):
        chosen.find("drei")


def test_packs_are_values() -> None:
    assert Packs(packs=CHOICE.packs, errors=CHOICE.errors) == CHOICE


def test_rules_of_a_compiled_package_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page in the browser has no sources, only what was compiled from them."""
    folder = tmp_path / "sea_pack"
    folder.mkdir()
    for code, name, called in (
        ("SEA002", "kelp_bed", "KelpBed"),
        ("SEA001", "tide_table", "TideTable"),
    ):
        (folder / f"{name}.py").write_text(
            f'"""{code}: {name}."""\n\nimport postlint.rules as kit\n\n\n'
            f"class {called}(kit.Rule):\n"
            f'    meta = kit.RuleMeta(code="{code}", summary="Says.", severity=kit.Severity.INFO,\n'
            '        messages={"found": "Found."}, authority=kit.laws("hiring-practice"),\n'
            '        advice="Do.", why="So.")\n',
            encoding="utf-8",
        )
    (folder / "__init__.py").write_text("", encoding="utf-8")
    assert compileall.compile_dir(folder, quiet=1, legacy=True)
    for source in folder.glob("*.py"):
        source.unlink()
    monkeypatch.syspath_prepend(tmp_path)
    assert [rule.meta.code for rule in rules_of("sea_pack")] == ["SEA001", "SEA002"]

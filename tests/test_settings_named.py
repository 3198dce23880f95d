"""Every setting that a page, a preset or an example names is one that can be used."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

from postlint.config.load import preset_names
from postlint.config.model import Config, toml_name
from postlint.config.shape import structure
from postlint.linter import Linter
from postlint.packs.registry import RuleSet, load_packs
from postlint.render.page_list import all_pages
from postlint.render.pages import RulePage
from postlint.rules.rule import Rule, options_of

PACKS = load_packs()
PAGES = all_pages(PACKS)
_CODE = re.compile(r"`([^`\n]+)`")
_SET = re.compile(r"([a-z][\w.-]*) = (\S.*)\Z")
_KEY = re.compile(r"(?:employer|suppressions|limits|rules)\.[\w.-]+\Z")


def named(page: RulePage) -> list[tuple[str, str]]:
    """Return the settings that a page names, as key and value; a value that is not said is ''."""
    options = {toml_name(option.name) for option in page.options}
    found: list[tuple[str, str]] = []
    for code in _CODE.findall(page.text):
        if match := _SET.match(code):
            found.append((match[1], match[2]))
        elif _KEY.match(code) or code.replace("_", "-") in options or "_" in code:
            found.append((code, ""))
    return found


def usable(page: RulePage, key: str, value: str) -> str:
    """Return why a setting cannot be used, or nothing."""
    where, _, name = key.rpartition(".")
    if not where:
        options = {option.name: option for option in page.options}
        if key not in options:
            return f"'{key}' is no option of {page.name}"
        value = value or str(options[key].default)
        where, name = f"rules.{page.name}", key
    text = f"[{where}]\n{name} = {value or 'true'}\n"
    try:
        table: dict[str, Any] = tomllib.loads(text)
        config, faults = structure(table)
        if config is None:
            return "; ".join(f"{fault.key} {fault.reason}" for fault in faults)
        Linter(config=config, packs=PACKS)
    except Exception as error:  # whatever it is, a reader of the page would meet it
        return str(error)
    return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.code)
def test_settings_that_a_rules_page_names_can_be_used(page: RulePage) -> None:
    wrong = [(key, why) for key, value in named(page) if (why := usable(page, key, value))]
    assert wrong == []


def test_a_page_that_names_a_setting_wrong_would_be_found() -> None:
    page = next(page for page in PAGES if page.code == "EQTY001")
    assert usable(page, "equal_opportunity_notice", "true")
    assert usable(page, "employer.equal_opportunity_notice", "true")
    assert usable(page, "employer.equal-opportunity-notice", "'yes'")
    assert not usable(page, "employer.equal-opportunity-notice", "true")
    assert any(named(page) for page in PAGES)


@pytest.mark.parametrize("rule", PACKS.rules, ids=lambda rule: rule.meta.code)
def test_every_option_can_be_set_to_what_it_is_by_default(rule: type[Rule]) -> None:
    page = next(page for page in PAGES if page.code == rule.meta.code)
    model: Any = options_of(rule)
    for option in attrs.fields(model) if attrs.has(model) else ():
        made = getattr(rule(), option.name)
        if made is not None:  # what is not set is not written
            assert usable(page, toml_name(option.name), written(made)) == "", option.name


def written(value: object) -> str:
    """Return a value as TOML has it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(k)} = {written(v)}" for k, v in value.items()) + " }"
    if isinstance(value, tuple | frozenset):
        return "[" + ", ".join(written(each) for each in sorted(value)) + "]"
    return json.dumps(value)


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_names_what_there_is(name: str) -> None:
    folder = Path(__file__).parents[1] / "src" / "postlint" / "config" / "presets"
    table = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    config, faults = structure(table)
    assert faults == []
    assert isinstance(config, Config)
    rules = RuleSet.choose(PACKS)
    for word in (*config.select, *config.extend_select, *config.ignore, *config.severity):
        rules.matching(word)
    assert Linter(config=config, packs=PACKS).rules.rules

"""House rules from TOML files: read, judged, and made rules like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar

import attrs

from postlint.config.load import read_toml
from postlint.config.model import toml_name
from postlint.config.place import line_of
from postlint.config.shape import SettingFault, structure_as
from postlint.errors import ConfigError, MissingExtra
from postlint.facts.base import Case
from postlint.facts.duties.values import LABELS
from postlint.packs.house import checks
from postlint.packs.house.model import (
    Count,
    HouseFile,
    HouseRuleTable,
    SectionOrField,
    Share,
    WordList,
)
from postlint.packs.registry import Pack
from postlint.rules.guards import GUARDS
from postlint.rules.law import known_law, laws_on
from postlint.rules.rule import Outcome, Rule, RuleMeta
from postlint.rules.words import WordRule, examples_of, word_rule
from postlint.text.authority import Authority, Basis
from postlint.text.files import regular_text

Check = Callable[[Case, HouseRuleTable], Iterator[Outcome]]

# What a rule does, by the key that says it.
_CHECKS: Mapping[str, Check] = {
    "phrases": checks.check_phrases,
    "pattern": checks.check_pattern,
    "require_section": checks.check_section,
    "forbid_section": checks.check_section,
    "require_field": checks.check_field,
    "forbid_field": checks.check_field,
    "order": checks.check_order,
    "count": checks.check_count,
    "share": checks.check_share,
}
# What it checks by the same engine as ours.
_WORDS = "words"
_COUNTED = ("duties", "sections", "words", "sentences", "items")


class HouseRule(Rule):
    """A rule written as a TOML table."""

    table: ClassVar[HouseRuleTable]
    runs: ClassVar[Check]
    file: ClassVar[str]

    def check(self, case: Case) -> Iterator[Outcome]:
        """Yield what the table's check finds."""
        yield from type(self).runs(case, self.table)


class HouseWords(WordRule):
    """A rule about words, written as a TOML table and asked as ours are."""

    table: ClassVar[HouseRuleTable]
    file: ClassVar[str]
    message: ClassVar[str] = "house"


def load_house_rules(path: Path) -> Pack:
    """Return the rules of a file as a pack named after it.

    Raises `ConfigError` with every fault of the file.
    """
    table = read_toml(path)
    text = regular_text(path)
    made, faults = structure_as(
        HouseFile, table, (HouseRuleTable, WordList, SectionOrField, Count, Share)
    )
    if made is not None:
        faults = [
            fault for place, rule in enumerate(made.rule) for fault in _judge(rule, ("rule", place))
        ]
        faults.extend(_twice(made))
    if made is None or faults:
        rows = [(line_of(text, fault.path), f"{fault.key} {fault.reason}") for fault in faults]
        raise ConfigError(str(path), rows)
    rules = tuple(make_rule(rule, str(path)) for rule in made.rule)
    return Pack(name=path.name, rules=rules, distribution=str(path))


def make_rule(table: HouseRuleTable, file: str) -> type[Rule]:
    """Return a rule class for a table."""
    authority = Authority(
        citation=table.authority or f"House rule in {Path(file).name}",
        date=table.date,
        jurisdiction=table.jurisdiction,
        confidence=table.confidence,
        basis=Basis.PRIMARY if table.authority else Basis.GENERAL,
    )
    page = table.page.strip() or f"A house rule, in {Path(file).name}."
    given = {"table": table, "file": file}
    if table.words:
        return word_rule(_entry(table, page), HouseWords, (authority,), given)
    meta = RuleMeta(
        code=table.code,
        name=table.name,
        summary=table.summary or table.message,
        severity=table.severity,
        messages={"house": table.message},
        authority=(authority,),
        since="house",
        advice=table.advice,
        why=table.why,
        tags=frozenset(("house", *table.tags)),
        default_on=table.default_on,
    )
    return type(
        table.name,
        (HouseRule,),
        {
            # The title, as the file of any rule has it, and then the page.
            "__doc__": f"{table.code}: {meta.summary}\n\n{page}",
            "meta": meta,
            "phrases": {f"{table.name}.phrases": table.phrases} if table.phrases else {},
            "applies": tuple(GUARDS[name] for name in table.applies),
            "runs": staticmethod(_CHECKS[_kind(table)[0]]),
            "examples": examples_of({"pass": table.pass_, "fail": table.fail}),
            **given,
        },
    )


def _entry(table: HouseRuleTable, page: str) -> Mapping[str, Any]:
    """Return a rule about words as a table of ours says it."""
    entry = _written(table)
    of_all: dict[str, Any] = {"in": entry.get("in", ())}
    if table.in_ or table.in_legal_text:
        of_all["where"] = "anywhere"
    own = {"summary": table.summary or table.message, "page": page, "each": of_all}
    own["each"] |= entry.get("each", {})
    return entry | own | {"since": "house", "tags": ("house", *table.tags)}


def _written(table: HouseRuleTable) -> dict[str, Any]:
    """Return what a table says, by the names that it has in TOML."""

    def is_given(field: attrs.Attribute[Any], value: Any) -> bool:
        return value is not None and (field.default is attrs.NOTHING or value != field.default)

    def plain(_: Any, __: Any, value: Any) -> Any:
        return value.value if isinstance(value, Enum) else value

    def named(given: Any) -> Any:
        if isinstance(given, dict):
            return {toml_name(key): named(value) for key, value in given.items()}
        return [named(one) for one in given] if isinstance(given, list | tuple) else given

    found: dict[str, Any] = named(attrs.asdict(table, filter=is_given, value_serializer=plain))
    return found


def _kind(table: HouseRuleTable) -> list[str]:
    return [name for name in (_WORDS, *_CHECKS) if getattr(table, name)]


def _judge(table: HouseRuleTable, path: tuple[str | int, ...]) -> Iterator[SettingFault]:
    """Yield what no type can say: a rule checks one thing, and names what exists."""
    kinds = _kind(table)
    if len(kinds) != 1:
        listed = ", ".join(name.replace("_", "-") for name in kinds) or "nothing"
        known = ", ".join(name.replace("_", "-") for name in (_WORDS, *_CHECKS))
        yield SettingFault((*path, "code"), f"checks {listed}; a rule checks one of {known}.")
    yield from (SettingFault((*path, key), why) for key, why in _judge_keys(table))
    try:
        table.message.format(words="", use="", number=0, why="", instead="", law="")
    except (KeyError, IndexError, ValueError):
        yield SettingFault(
            (*path, "message"),
            "may hold {words}, {use}, {why}, {instead}, {law} and {number}, and no other braces.",
        )
    if table.each is not None:
        yield from _judge_words(table, table.each, (*path, "each"))
    for place, words in enumerate(table.words):
        yield from _judge_words(table, words, (*path, "words", place))
    if table.pattern is not None:
        try:
            checks.compiled(table.pattern)
        except (ValueError, MissingExtra) as error:
            yield SettingFault((*path, "pattern"), f"cannot be used: {error}")


def _judge_keys(table: HouseRuleTable) -> Iterator[tuple[str, str]]:
    """Yield keys that are wrong by themselves, and why."""
    if table.count and table.count.of not in _COUNTED:
        yield "count", f"counts one of {', '.join(_COUNTED)}."
    if table.share and table.share.of not in LABELS:
        yield "share", f"is of one of {', '.join(LABELS)}."
    if not table.code.rstrip("0123456789").isupper() or not table.code[-1:].isdigit():
        yield "code", "must be capitals and a number, such as RIV001."
    yield from (("applies", _no_such(name, GUARDS)) for name in table.applies if name not in GUARDS)
    if table.in_force and not known_law(table.in_force):
        yield "in-force", f"names no law: '{table.in_force}'."
    if table.laws_on and not laws_on(table.laws_on):
        yield "laws-on", f"is the subject of no law: '{table.laws_on}'."


def _judge_words(
    table: HouseRuleTable, words: WordList, path: tuple[str | int, ...]
) -> Iterator[SettingFault]:
    """Yield what is wrong with words, or with what is said of each."""
    if words is not table.each and bool(words.find) is bool(words.pairs):
        yield SettingFault((*path, "find"), "must be given, or 'pairs' instead.")
    if words.as_written and any("*" in one or "|" in one for one in words.find or ()):
        reason = "asks for phrases without * and (a|b): their capitals count."
        yield SettingFault((*path, "as-written"), reason)
    if words.law and not known_law(words.law):
        yield SettingFault((*path, "law"), f"names no law: '{words.law}'.")
    if words.there and not (words.law or (table.each and table.each.law)):
        yield SettingFault((*path, "there"), "asks where a law reaches, and no 'law' is given.")
    if words.asks:
        known = {term for one in laws_on(table.laws_on) for term in one.terms}
        if words.asks not in known:
            yield SettingFault((*path, "asks"), _no_such(words.asks, known))


def _no_such(given: str, known: Iterable[str]) -> str:
    """Return that a name is none of those that are known, and which one may be meant."""
    near = get_close_matches(given, known, n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return f"names one of {', '.join(sorted(known)) or 'none'}, not '{given}'.{hint}"


def _twice(made: HouseFile) -> Iterator[SettingFault]:
    seen: dict[str, int] = {}
    for place, rule in enumerate(made.rule):
        for name in (rule.code, rule.name):
            if name in seen:
                yield SettingFault(("rule", place, "code"), f"'{name}' is there twice.")
            seen[name] = place

"""House rules from TOML files: read, judged, and made rules like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from postlint.config.load import read_toml
from postlint.config.place import line_of
from postlint.config.shape import Fault, structure_as
from postlint.errors import ConfigError, MissingExtra
from postlint.facts.base import Case
from postlint.packs.house import checks
from postlint.packs.house.model import Count, HouseFile, HouseRuleTable, Part, Share, Words
from postlint.packs.registry import Pack
from postlint.rules.rule import Outcome, Rule, RuleMeta
from postlint.text.authority import Authority, Basis

Check = Callable[[Case, HouseRuleTable], Iterator[Outcome]]

# What a rule does, by the key that says it.
_CHECKS: Mapping[str, Check] = {
    "words": checks.check_words,
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
_COUNTED = ("duties", "sections", "words", "sentences", "items")
_CLASSES = ("leadership", "technical", "mixed", "other")


class HouseRule(Rule):
    """A rule written as a TOML table."""

    table: ClassVar[HouseRuleTable]
    runs: ClassVar[Check]
    file: ClassVar[str]

    def check(self, case: Case) -> Iterator[Outcome]:
        """Yield what the table's check finds."""
        yield from type(self).runs(case, self.table)


def load_house_rules(path: Path) -> Pack:
    """Return the rules of a file as a pack named after it.

    Raises `ConfigError` with every fault of the file.
    """
    table = read_toml(path)
    text = path.read_text(encoding="utf-8-sig")
    made, faults = structure_as(HouseFile, table, (HouseRuleTable, Words, Part, Count, Share))
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
    meta = RuleMeta(
        code=table.code,
        name=table.name,
        summary=table.summary or table.message,
        severity=table.severity,
        messages={"house": table.message},
        authority=(authority,),
        since="house",
        tags=frozenset({"house"}),
    )
    page = table.page.strip() or f"A house rule, in {Path(file).name}."
    return type(
        table.name,
        (HouseRule,),
        {
            # The title, as the file of any rule has it, and then the page.
            "__doc__": f"{table.code}: {meta.summary}\n\n{page}",
            "meta": meta,
            "phrases": _phrases(table),
            "table": table,
            "runs": staticmethod(_CHECKS[_kind(table)[0]]),
            "file": file,
        },
    )


def _phrases(table: HouseRuleTable) -> dict[str, tuple[str, ...]]:
    found = {f"{table.name}.{n}": words.find for n, words in enumerate(table.words)}
    if table.phrases:
        found[f"{table.name}.phrases"] = table.phrases
    return found


def _kind(table: HouseRuleTable) -> list[str]:
    return [name for name in _CHECKS if getattr(table, name)]


def _judge(table: HouseRuleTable, path: tuple[str | int, ...]) -> Iterator[Fault]:
    """Yield what no type can say: a rule checks one thing, and names what exists."""
    kinds = _kind(table)
    if len(kinds) != 1:
        said = ", ".join(name.replace("_", "-") for name in kinds) or "nothing"
        known = ", ".join(name.replace("_", "-") for name in _CHECKS)
        yield Fault((*path, "code"), f"checks {said}; a rule checks one of {known}.")
    if table.count and table.count.of not in _COUNTED:
        yield Fault((*path, "count"), f"counts one of {', '.join(_COUNTED)}.")
    if table.share and table.share.of not in _CLASSES:
        yield Fault((*path, "share"), f"is of one of {', '.join(_CLASSES)}.")
    if not table.code.rstrip("0123456789").isupper() or not table.code[-1:].isdigit():
        yield Fault((*path, "code"), "must be capitals and a number, such as RIV001.")
    try:
        table.message.format(words="", use="", number=0)
    except (KeyError, IndexError, ValueError):
        yield Fault(
            (*path, "message"), "may hold {words}, {use} and {number}, and no other braces."
        )
    if table.pattern is not None:
        try:
            checks.compiled(table.pattern)
        except (ValueError, MissingExtra) as error:
            yield Fault((*path, "pattern"), f"cannot be used: {error}")


def _twice(made: HouseFile) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for place, rule in enumerate(made.rule):
        for name in (rule.code, rule.name):
            if name in seen:
                yield Fault(("rule", place, "code"), f"'{name}' is there twice.")
            seen[name] = place


def examples(rule: type[Rule]) -> list[tuple[bool, str]]:
    """Return a house rule's own examples: whether each should pass, and its text."""
    table: Any = getattr(rule, "table", None)
    if table is None:
        return []
    return [(True, text) for text in table.pass_] + [(False, text) for text in table.fail]

"""House rules from TOML files: read, judged, and made rules like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from postlint.config.load import read_toml
from postlint.config.place import line_of
from postlint.config.shape import SettingFault, structure_as
from postlint.errors import ConfigError, MissingExtra
from postlint.facts.base import Case
from postlint.packs.house import checks
from postlint.packs.house.model import (
    Count,
    HouseFile,
    HouseRuleTable,
    SectionOrField,
    Share,
    Where,
    WordList,
)
from postlint.packs.registry import Pack
from postlint.rules.guards import GUARDS
from postlint.rules.law import known_law
from postlint.rules.rule import Outcome, Rule, RuleMeta
from postlint.rules.words import Term, WordRule
from postlint.text.authority import Authority, Basis
from postlint.text.diagnostics import Severity

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
_CLASSES = ("leadership", "technical", "mixed", "other")


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
    text = path.read_text(encoding="utf-8-sig")
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
    meta = RuleMeta(
        code=table.code,
        name=table.name,
        summary=table.summary or table.message,
        severity=table.severity,
        highest=_highest(table),
        messages={"house": table.message},
        authority=(authority,),
        since="house",
        advice=table.advice,
        why=table.why,
        tags=frozenset({"house"}),
    )
    terms = tuple(_term(table, number, words) for number, words in enumerate(table.words))
    page = table.page.strip() or f"A house rule, in {Path(file).name}."
    return type(
        table.name,
        (HouseWords if terms else HouseRule,),
        {
            # The title, as the file of any rule has it, and then the page.
            "__doc__": f"{table.code}: {meta.summary}\n\n{page}",
            "meta": meta,
            "phrases": _phrases(table, terms),
            "applies": tuple(GUARDS[name] for name in table.applies),
            "table": table,
            "about": table.about,
            "terms": terms,
            "runs": None if terms else staticmethod(_CHECKS[_kind(table)[0]]),
            "file": file,
        },
    )


def _phrases(table: HouseRuleTable, terms: tuple[Term, ...]) -> dict[str, tuple[str, ...]]:
    found = dict(searched for term in terms for searched in term.searched)
    if table.phrases:
        found[f"{table.name}.phrases"] = table.phrases
    return found


def _term(table: HouseRuleTable, number: int, words: WordList) -> Term:
    usual = Where.ANYWHERE if table.in_legal_text or table.in_ else Where.TEXT
    return Term(
        key=f"{table.name}.{number}",
        name=str(number),
        phrases=words.find,
        unless=words.unless,
        settled=words.settled,
        absent=words.absent,
        need=words.need,
        not_when=frozenset(
            sense.value for sense in (table.not_when if words.not_when is None else words.not_when)
        ),
        severity=words.severity,
        use=words.use,
        instead=words.instead,
        why=words.why,
        law=words.law,
        where=(words.where or usual).value,
        inside=frozenset(words.in_ or table.in_),
        outside=frozenset(words.not_in),
    )


def _highest(table: HouseRuleTable) -> Severity:
    """Return the gravest severity a rule's words have, or its own."""
    given = [words.severity for words in table.words if words.severity]
    return max((table.severity, *given), key=lambda severity: severity.rank)


def _kind(table: HouseRuleTable) -> list[str]:
    return [name for name in (_WORDS, *_CHECKS) if getattr(table, name)]


def _judge(table: HouseRuleTable, path: tuple[str | int, ...]) -> Iterator[SettingFault]:
    """Yield what no type can say: a rule checks one thing, and names what exists."""
    kinds = _kind(table)
    if len(kinds) != 1:
        listed = ", ".join(name.replace("_", "-") for name in kinds) or "nothing"
        known = ", ".join(name.replace("_", "-") for name in (_WORDS, *_CHECKS))
        yield SettingFault((*path, "code"), f"checks {listed}; a rule checks one of {known}.")
    if table.count and table.count.of not in _COUNTED:
        yield SettingFault((*path, "count"), f"counts one of {', '.join(_COUNTED)}.")
    if table.share and table.share.of not in _CLASSES:
        yield SettingFault((*path, "share"), f"is of one of {', '.join(_CLASSES)}.")
    if not table.code.rstrip("0123456789").isupper() or not table.code[-1:].isdigit():
        yield SettingFault((*path, "code"), "must be capitals and a number, such as RIV001.")
    try:
        table.message.format(words="", use="", number=0, why="", instead="")
    except (KeyError, IndexError, ValueError):
        yield SettingFault(
            (*path, "message"),
            "may hold {words}, {use}, {why}, {instead} and {number}, and no other braces.",
        )
    for name in table.applies:
        if name not in GUARDS:
            yield SettingFault(
                (*path, "applies"), f"names one of {', '.join(GUARDS)}, not '{name}'."
            )
    for place, words in enumerate(table.words):
        if words.law and not known_law(words.law):
            yield SettingFault((*path, "words", place, "law"), f"names no law: '{words.law}'.")
    if table.pattern is not None:
        try:
            checks.compiled(table.pattern)
        except (ValueError, MissingExtra) as error:
            yield SettingFault((*path, "pattern"), f"cannot be used: {error}")


def _twice(made: HouseFile) -> Iterator[SettingFault]:
    seen: dict[str, int] = {}
    for place, rule in enumerate(made.rule):
        for name in (rule.code, rule.name):
            if name in seen:
                yield SettingFault(("rule", place, "code"), f"'{name}' is there twice.")
            seen[name] = place


def examples(rule: type[Rule]) -> list[tuple[bool, str]]:
    """Return a house rule's own examples: whether each should pass, and its text."""
    table: Any = getattr(rule, "table", None)
    if table is None:
        return []
    return [(True, text) for text in table.pass_] + [(False, text) for text in table.fail]

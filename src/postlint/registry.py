"""Which packs are there, what they offer, and which rules run.

Packs are loaded one at a time. One that cannot be loaded becomes a
`PackError`, by name and with its reason, and the rest go on.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from postlint import hookspecs
from postlint.errors import UnknownName
from postlint.facts.base import FactSource
from postlint.hookspecs import PROJECT
from postlint.installed import EntryPoint, installed_packs
from postlint.readers.base import Reader
from postlint.rule import Rule, RuleMeta

T = TypeVar("T")


@frozen(kw_only=True)
class PackError:
    """Why a pack, or a part of it, is not there. `trace` is for its author."""

    pack: str
    reason: str
    trace: str = ""

    def __str__(self) -> str:
        return f"Pack '{self.pack}' {self.reason}"


@frozen(kw_only=True)
class Pack:
    """What one pack offers. `distribution` and `version` name what it was installed from."""

    name: str
    rules: tuple[type[Rule], ...] = ()
    facts: tuple[FactSource[Any], ...] = ()
    readers: tuple[Reader, ...] = ()
    distribution: str = ""
    version: str = ""


@frozen(kw_only=True)
class Packs:
    """All packs that loaded, in the order of their names, and what went wrong."""

    packs: tuple[Pack, ...]
    errors: tuple[PackError, ...] = ()

    @property
    def rules(self) -> tuple[type[Rule], ...]:
        """Every rule of every pack, in the order of their codes."""
        found = (rule for pack in self.packs for rule in pack.rules)
        return tuple(sorted(found, key=lambda rule: rule.meta.code))

    @property
    def facts(self) -> tuple[FactSource[Any], ...]:
        """Every fact that packs bring, in the order of their names."""
        return tuple(
            sorted((fact for pack in self.packs for fact in pack.facts), key=lambda fact: fact.name)
        )

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Every reader that packs bring."""
        return tuple(reader for pack in self.packs for reader in pack.readers)

    def pack_of(self, rule: type[Rule]) -> str:
        """Return the name of the pack a rule came with."""
        return next((pack.name for pack in self.packs if rule in pack.rules), "")


def load_packs(points: Iterable[EntryPoint] | None = None) -> Packs:
    """Load every installed pack, or those of the given entry points.

    The order in which packs are found never matters: they are taken by name.
    """
    if points is None:
        points = installed_packs(PROJECT)
    packs: list[Pack] = []
    errors: list[PackError] = []
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        if any(pack.name == point.name for pack in packs):
            errors.append(PackError(pack=point.name, reason=f"is there twice: {point.value}."))
            continue
        try:
            offered = point.load()
        except Exception as error:  # whatever a pack's own code may raise
            errors.append(_failed(point.name, f"cannot be imported: {_say(error)}"))
            continue
        pack, faults = read_pack(
            point.name, offered, distribution=point.distribution, version=point.version
        )
        errors.extend(faults)
        if pack is not None:
            packs.append(pack)
    return _without_clashes(packs, errors)


def read_pack(
    name: str, offered: object, *, distribution: str = "", version: str = ""
) -> tuple[Pack | None, list[PackError]]:
    """Ask a pack for what it offers; check it, because hook results are untyped."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(offered, name=name)
        manager.check_pending()
    except Exception as error:  # a hook pluggy does not know, or an object it cannot read
        return None, [_failed(name, f"has a hook that postlint does not: {_say(error)}")]
    errors: list[PackError] = []
    rules = _ask(name, manager.hook.postlint_rules, _is_rule, "a rule", errors)
    facts = _ask(name, manager.hook.postlint_facts, _is_fact, "a fact", errors)
    readers = _ask(name, manager.hook.postlint_readers, _is_reader, "a reader", errors)
    pack = Pack(
        name=name,
        rules=rules,
        facts=facts,
        readers=readers,
        distribution=distribution,
        version=version,
    )
    return pack, errors


def _ask(
    pack: str,
    hook: Callable[[], Any],
    accepts: Callable[[object], bool],
    what: str,
    errors: list[PackError],
) -> tuple[Any, ...]:
    try:
        results = hook()
        offered = [thing for result in results for thing in result]
    except Exception as error:  # whatever a pack's own code may raise
        errors.append(_failed(pack, f"cannot be loaded: {_say(error)}"))
        return ()
    for thing in offered:
        if not accepts(thing):
            errors.append(PackError(pack=pack, reason=f"offers {thing!r}, which is not {what}."))
    return tuple(thing for thing in offered if accepts(thing))


def _is_rule(thing: object) -> bool:
    return (
        isinstance(thing, type)
        and issubclass(thing, Rule)
        and isinstance(getattr(thing, "meta", None), RuleMeta)
    )


def _is_fact(thing: object) -> bool:
    return isinstance(thing, FactSource)


def _is_reader(thing: object) -> bool:
    return isinstance(thing, Reader)


def _without_clashes(packs: list[Pack], errors: list[PackError]) -> Packs:
    """Drop what uses a code, name or kind that an earlier pack has."""
    owners: dict[str, str] = {}
    kept: list[Pack] = []
    for pack in packs:
        rules: list[type[Rule]] = []
        for rule in pack.rules:
            names = (rule.meta.code, rule.meta.name, *rule.meta.aliases)
            taken = next((name for name in names if name in owners), None)
            if taken is not None:
                owner = owners[taken]
                reason = f"offers a rule '{taken}', which pack '{owner}' has; it is left out."
                errors.append(PackError(pack=pack.name, reason=reason))
                continue
            owners.update(dict.fromkeys(names, pack.name))
            rules.append(rule)
        kept.append(
            Pack(
                name=pack.name,
                rules=tuple(rules),
                facts=pack.facts,
                readers=pack.readers,
                distribution=pack.distribution,
                version=pack.version,
            )
        )
    return Packs(packs=tuple(kept), errors=tuple(errors))


def _failed(pack: str, reason: str) -> PackError:
    return PackError(pack=pack, reason=reason, trace=traceback.format_exc())


def _say(error: BaseException) -> str:
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0]}" if words else f"{type(error).__name__}."


@frozen(kw_only=True)
class RuleSet:
    """The rules of one run, ready to be asked."""

    rules: tuple[Rule, ...]
    packs: Packs
    _names: Mapping[str, type[Rule]] = field(repr=False, eq=False)

    @classmethod
    def choose(
        cls, packs: Packs, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
    ) -> RuleSet:
        """Choose rules by code, name, family or tag; the default is all that are on by default.

        Raises `UnknownName` for a selector that nothing has.
        """
        names = _names(packs.rules)
        chosen = {
            rule for word in select for rule in _matching(packs.rules, names, word)
        } or {rule for rule in packs.rules if rule.meta.default_on}
        for word in ignore:
            chosen -= _matching(packs.rules, names, word)
        rules = tuple(rule() for rule in packs.rules if rule in chosen)
        return cls(rules=rules, packs=packs, names=names)

    def find(self, name: str) -> type[Rule]:
        """Return the rule of a code, name or alias, chosen or not. Raises `UnknownName`."""
        return find_rule(self._names, name)


def find_rule(names: Mapping[str, type[Rule]], name: str) -> type[Rule]:
    """Return the rule of a code, name or alias. Raises `UnknownName` with the nearest one."""
    rule = names.get(name.lower())
    if rule is None:
        raise UnknownName("rule", name, nearest(name, names))
    return rule


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like the one given, or `None` where none is like it."""
    by_lower = {known.lower(): known for known in names}
    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.5)
    return by_lower[close[0]] if close else None


def _names(rules: Iterable[type[Rule]]) -> dict[str, type[Rule]]:
    return {
        name.lower(): rule
        for rule in rules
        for name in (rule.meta.code, rule.meta.name, *rule.meta.aliases)
    }


def _matching(
    rules: tuple[type[Rule], ...], names: Mapping[str, type[Rule]], word: str
) -> set[type[Rule]]:
    lowered = word.lower()
    if lowered == "all":
        return set(rules)
    if lowered in names:
        return {names[lowered]}
    found = {
        rule
        for rule in rules
        if lowered == rule.meta.family.lower() or lowered in {tag.lower() for tag in rule.meta.tags}
    }
    if not found:
        known = {*names, *(rule.meta.family for rule in rules)}
        known.update(tag for rule in rules for tag in rule.meta.tags)
        raise UnknownName("rule, family or tag", word, nearest(word, known))
    return found

"""Which packs are there, what they offer, and which rules run.

Packs are loaded one at a time. One that cannot be loaded becomes a
`PackError`, by name and with its reason, and the rest go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeVar

from postlint.errors import ConfigError, UnknownName
from postlint.facts import CATALOGUE
from postlint.facts.base import FactSource
from postlint.packs.discovery import EntryPoint, installed_packs
from postlint.readers.base import Reader
from postlint.readers.sniff import MARKUP, TEXT
from postlint.rules.hooks import PROJECT
from postlint.rules.later import whole
from postlint.rules.rule import Rule, RuleMeta, options_of
from postlint.rules.tool_findings import BY_NAME, TOOL_FINDINGS, TOOL_NAMES
from postlint.text.records import NamedTuple

T = TypeVar("T")


class PackError(NamedTuple):
    """Why a pack, or a part of it, is not there. `trace` is for its author."""

    pack: str
    reason: str
    trace: str = ""

    def __str__(self) -> str:
        return f"Pack '{self.pack}' {self.reason}"


class Pack(NamedTuple):
    """What one pack offers. `distribution` and `version` name what it was installed from."""

    name: str
    rules: tuple[type[Rule], ...] = ()
    facts: tuple[FactSource[Any], ...] = ()
    readers: tuple[Reader, ...] = ()
    distribution: str = ""
    version: str = ""


class Packs(NamedTuple):
    """All packs that loaded, in the order of their names, and what went wrong."""

    packs: tuple[Pack, ...]
    errors: tuple[PackError, ...] = ()

    @property
    def rules(self) -> tuple[type[Rule], ...]:
        """Every rule of every pack, in the order of their codes."""
        return tuple(map(whole, self.offered))

    @property
    def offered(self) -> tuple[type[Rule], ...]:
        """The same, some of them as classes that stand for rules nobody has asked yet."""
        found = (rule for pack in self.packs for rule in pack.rules)
        return tuple(sorted(found, key=lambda rule: rule.meta.code))

    @property
    def ours(self) -> frozenset[type[Rule]]:
        """The rules that postlint brings itself, whose pages stand in its documentation."""
        return frozenset(
            rule for pack in self.packs if pack.distribution == PROJECT for rule in pack.rules
        )

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
        code = rule.meta.code
        held = ((pack.name, own.meta.code) for pack in self.packs for own in pack.rules)
        return next((name for name, known in held if known == code), "")


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
        except (Exception, SystemExit) as error:  # whatever a pack's own code may raise
            errors.append(_failed(point.name, f"cannot be imported: {_say(error)}"))
            continue
        pack, faults = read_pack(
            point.name, offered, distribution=point.distribution, version=point.version
        )
        errors.extend(faults)
        if pack is not None:
            packs.append(pack)
    return _without_clashes(packs, errors)


def merge_packs(packs: Packs, more: Iterable[Pack]) -> Packs:
    """Return packs with others behind them; what clashes is left out and reported."""
    return _without_clashes([*packs.packs, *more], list(packs.errors))


def read_pack(
    name: str, offered: object, *, distribution: str = "", version: str = ""
) -> tuple[Pack | None, list[PackError]]:
    """Ask a pack for what it offers; check it, because hook results are untyped."""
    ours = distribution == PROJECT  # tried by our tests, and start-up is felt
    try:
        hooks = _our_hooks(offered) if ours else _hooks(name, offered)
    except Exception as error:  # a hook pluggy does not know, or an object it cannot read
        return None, [_failed(name, f"has a hook that postlint does not: {_say(error)}")]
    if not hooks:
        reason = "offers nothing. A hook has its exact name and is marked with 'hookimpl'."
        return None, [PackError(pack=name, reason=reason)]
    errors: list[PackError] = []
    rules = _offers(name, hooks.get("postlint_rules"), _is_rule, "a rule", errors)
    facts = _offers(name, hooks.get("postlint_facts"), _is_fact, "a fact", errors)
    readers = _offers(name, hooks.get("postlint_readers"), _is_reader, "a reader", errors)
    if not ours:
        rules = _tried(name, rules, errors)
        facts = _tried(name, facts, errors)
    pack = Pack(
        name=name,
        rules=rules,
        facts=facts,
        readers=readers,
        distribution=distribution,
        version=version,
    )
    return pack, errors


def _hooks(name: str, offered: object) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a pack by their names, as pluggy finds them."""
    import pluggy  # noqa: PLC0415  # for packs that are not ours

    from postlint.packs import hookspecs  # noqa: PLC0415

    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(offered, name=name)
    manager.check_pending()
    return {each.name: each for each in manager.get_hookcallers(offered) or ()}


def _our_hooks(offered: object) -> dict[str, Callable[[], Any]]:
    """Return the hooks of a pack of ours, which are functions of a module and wrap nothing."""
    marked = (each for each in vars(offered).values() if hasattr(each, f"{PROJECT}_impl"))
    return {hook.__name__: partial(_offered, hook) for hook in marked}


def _offered(hook: Callable[[], Any]) -> list[Any]:
    return [hook()]


def _offers(
    pack: str,
    hook: Callable[[], Any] | None,
    accepts: Callable[[object], bool],
    what: str,
    errors: list[PackError],
) -> tuple[Any, ...]:
    if hook is None:
        return ()
    try:
        results = hook()
        offered = [thing for result in results for thing in result]
    except Exception as error:  # whatever a pack's own code may raise
        errors.append(_failed(pack, f"cannot be loaded: {_say(error)}"))
        return ()
    errors.extend(
        PackError(pack=pack, reason=f"offers {thing!r}, which is not {what}.")
        for thing in offered
        if not accepts(thing)
    )
    return tuple(thing for thing in offered if accepts(thing))


def _tried(pack: str, offered: tuple[Any, ...], errors: list[PackError]) -> tuple[Any, ...]:
    """Return the rules or facts that can be made, and whose phrases can be read."""
    from postlint.lexicon.phrase import check_phrases  # noqa: PLC0415  # ours are held by tests

    valid: list[Any] = []
    for thing in offered:
        name = thing.name if isinstance(thing, FactSource) else thing.meta.name
        try:
            for phrases in thing.phrases.values():
                check_phrases(phrases)
            if not isinstance(thing, FactSource):
                thing()
        except Exception as error:  # whatever a pack's own code may raise
            errors.append(_failed(pack, f"offers '{name}', which cannot be used: {_say(error)}"))
        else:
            valid.append(thing)
    return tuple(valid)


def _is_rule(thing: object) -> bool:
    if not (isinstance(thing, type) and issubclass(thing, Rule)):
        return False
    return isinstance(getattr(thing, "meta", None), RuleMeta)


def _is_fact(thing: object) -> bool:
    return isinstance(thing, FactSource)


def _is_reader(thing: object) -> bool:
    # A class has the attributes of its objects; what is wanted is an object.
    return isinstance(thing, Reader) and not isinstance(thing, type)


def _without_clashes(packs: list[Pack], errors: list[PackError]) -> Packs:
    """Drop what uses a code, name or kind that postlint or an earlier pack has."""
    rules: dict[str, str] = {}
    for finding in TOOL_FINDINGS:
        rules.update({finding.code.lower(): PROJECT, finding.name: PROJECT})
    facts = {source.name: PROJECT for source in CATALOGUE}
    readers = {MARKUP: PROJECT, TEXT: PROJECT}
    valid: list[Pack] = []
    for pack in packs:
        noted = partial(_unclaimed, pack, errors=errors)
        valid.append(
            pack._replace(
                rules=noted(pack.rules, "a rule", _names_of_rule, owners=rules),
                facts=noted(pack.facts, "a fact", lambda fact: (fact.name,), owners=facts),
                readers=noted(pack.readers, "a reader", lambda one: (one.kind,), owners=readers),
            )
        )
    return Packs(packs=tuple(valid), errors=tuple(errors))


def _unclaimed(
    pack: Pack,
    offered: Iterable[T],
    what: str,
    names_of: Callable[[T], tuple[str, ...]],
    *,
    owners: dict[str, str],
    errors: list[PackError],
) -> tuple[T, ...]:
    """Return what no one else has under one of its names, and note whose the names are now."""
    valid: list[T] = []
    for thing in offered:
        names = names_of(thing)
        taken = next((name for name in names if name.lower() in owners), None)
        if taken is not None:
            owner = owners[taken.lower()]
            whose = "postlint itself" if owner == PROJECT else f"pack '{owner}'"
            reason = f"offers {what} '{taken}', which {whose} has; it is left out."
            errors.append(PackError(pack=pack.name, reason=reason))
            continue
        owners.update((name.lower(), pack.name) for name in names)
        valid.append(thing)
    return tuple(valid)


def _names_of_rule(rule: type[Rule]) -> tuple[str, ...]:
    return (rule.meta.code, rule.meta.name, *rule.meta.aliases)


def _failed(pack: str, reason: str) -> PackError:
    import traceback  # noqa: PLC0415  # for a pack that is broken

    return PackError(pack=pack, reason=reason, trace=traceback.format_exc())


def _say(error: BaseException) -> str:
    words = str(error).strip().splitlines()
    return f"{type(error).__name__}: {words[0]}" if words else f"{type(error).__name__}."


class RuleSet(NamedTuple):
    """The rules of one run, ready to be asked; `by_name` has all there are by their names."""

    rules: tuple[Rule, ...]
    packs: Packs
    by_name: Mapping[str, type[Rule]]

    @classmethod
    def choose(
        cls,
        packs: Packs,
        *,
        select: Iterable[str] = (),
        extend: Iterable[str] = (),
        ignore: Iterable[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> RuleSet:
        """Choose rules by code, name, family or tag; the default is all that are on by default.

        `extend` adds to what is selected, `ignore` takes away, and `options`
        are the rules' own settings by rule. Raises `UnknownName` for what
        nothing has, and `ConfigError` for an option its rule does not have.
        """
        names = {name.lower(): rule for rule in packs.offered for name in _called(rule)}
        wanted_words = tuple(select)
        chosen = {rule for word in wanted_words for rule in _matching(packs.offered, names, word)}
        if not wanted_words:
            chosen = {rule for rule in packs.offered if rule.meta.default_on}
        for word in extend:
            chosen |= _matching(packs.offered, names, word)
        for word in ignore:
            chosen -= _matching(packs.offered, names, word)
        wanted = {find_rule(names, name): values for name, values in (options or {}).items()}
        rules = tuple(
            configure(rule, wanted.get(rule, {})) for rule in packs.offered if rule in chosen
        )
        return cls(rules=rules, packs=packs, by_name=names)

    def matching(self, word: str) -> list[RuleMeta]:
        """Return the rules a code, name, family or tag stands for. Raises `UnknownName`."""
        found = _matching(self.packs.offered, self.by_name, word)
        return [rule.meta for rule in self.packs.offered if rule in found]

    def find(self, name: str) -> type[Rule]:
        """Return the rule of a code, name or alias, chosen or not. Raises `UnknownName`."""
        return whole(find_rule(self.by_name, name))


def configure(rule: type[Rule], values: Mapping[str, Any]) -> Rule:
    """Return a rule with its options set. Raises `ConfigError` for one it cannot take."""
    if not values:
        return rule()
    rule = whole(rule)
    from postlint.config.shape import structure_options  # noqa: PLC0415  # few rules have options set

    options, faults = structure_options(options_of(rule), values)
    if options is None:
        place = f"rules.{rule.meta.name}"
        raise ConfigError(place, [(None, f"{fault.key} {fault.reason}") for fault in faults])
    if isinstance(options, Rule):
        return options
    from attrs import fields_dict  # noqa: PLC0415  # few rules have options set

    made = rule()
    for name in fields_dict(type(options)):
        setattr(made, name, getattr(options, name))
    return made


def find_rule(names: Mapping[str, type[Rule]], name: str) -> type[Rule]:
    """Return the rule of a code, name or alias. Raises `UnknownName` with the nearest one."""
    rule = names.get(name.lower())
    if rule is None:
        known = (word for found in names.values() for word in _called(found))
        raise UnknownName("rule", name, nearest(name, known))
    return rule


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like the one given, or `None` where none is like it."""
    by_lower = {known.lower(): known for known in names}
    from difflib import get_close_matches  # noqa: PLC0415  # for a name that is wrong

    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def _called(rule: type[Rule]) -> tuple[str, ...]:
    """Return what a rule may be called, as it is written."""
    return rule.meta.code, rule.meta.name, *rule.meta.aliases


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
        if lowered == rule.meta.family.lower()
        or lowered in {tag.lower() for tag in rule.meta.all_tags}
    }
    if not found:
        if lowered in TOOL_NAMES:
            return set()  # it is no rule, and what settings say of it is heeded
        known = {word for rule in rules for word in (*_called(rule), rule.meta.family)}
        known.update(tag for rule in rules for tag in rule.meta.all_tags)
        known.update(BY_NAME)
        raise UnknownName("rule, family or tag", word, nearest(word, known))
    return found

"""Rules that are imported when a posting asks for them.

Rules of a profile, and those that are off unless somebody chooses them, are half of ours,
and most runs ask for none. What a run must know of a rule that it does not ask is cached
between runs (`docs/decisions/0004-tables-in-the-users-cache.md`): who it is, and its phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import Any, ClassVar

from postlint.cache import remember, state_of
from postlint.facts.base import Case
from postlint.lexicon import PhraseTable
from postlint.rules.guards import answers
from postlint.rules.law import laws
from postlint.rules.rule import Outcome, Rule, RuleMeta, Stability
from postlint.text.diagnostics import Severity

# What a rule's description is made with, besides what stands in its own folder.
_KIT = ("postlint.rules", "postlint.facts", "postlint.lexicon", "postlint.text")


def made_of(package: str) -> str:
    """Return what tells that a description of a package's rules is of the present code."""
    return "-".join(map(state_of, (package, *_KIT)))


def rules_of(package: str) -> list[type[Rule]]:
    """Return the rules of a package, by their codes.

    Each stands in a module named after it: `pay_range_missing` has `PayRangeMissing`.
    Modules whose names begin with a low line help them.
    """
    known: Mapping[str, Any] = remember(
        f"rules-{package}", made_of(package), partial(_all, package)
    )
    return [
        _imported(package, name) if own is None else _later(package, name, own)
        for name, own in known.items()
    ]


def _all(package: str) -> dict[str, Any]:
    """Return the descriptions of a package's rules by the names of their modules."""
    from pkgutil import iter_modules  # noqa: PLC0415  # once for each state of the package

    # Not by the ending of a file: a page in the browser has modules compiled, in an archive.
    modules = (found.name for found in iter_modules(import_module(package).__path__))
    rules = {name: _imported(package, name) for name in modules if name[0] != "_"}
    ordered = sorted(rules.items(), key=lambda named: named[1].meta.code)
    return {name: _description(rule) for name, rule in ordered}


def whole(rule: type[Rule]) -> type[Rule]:
    """Return a rule itself, where another class stands for it."""
    return rule.imported() if issubclass(rule, Later) else rule


class Later(Rule):
    """Stands for a rule until a posting asks for it."""

    _package: ClassVar[str]
    _module: ClassVar[str]

    def __init_subclass__(cls) -> None:
        """Say nothing: all is said where it is made."""

    @classmethod
    def imported(cls) -> type[Rule]:
        """Return the rule itself."""
        return _imported(cls._package, cls._module)

    @cached_property
    def _itself(self) -> Rule:
        return self.imported()()

    def check(self, case: Case) -> Iterable[Outcome]:  # type: ignore[override]  # as its rule does
        """Return what the rule says."""
        return answers(self._itself, case)


def _imported(package: str, name: str) -> type[Rule]:
    called = "".join(part.title() for part in name.split("_"))
    found: type[Rule] = getattr(import_module(f"{package}.{name}"), called)
    return found


def _description(rule: type[Rule]) -> dict[str, Any] | None:
    """Return as plain data what a run must know of a rule; `None` where it is asked of most."""
    meta = rule.meta
    if not isinstance(meta.authority, laws) or (meta.default_on and not meta.profiles):
        return None
    own = {name: getattr(meta, name) for name in RuleMeta.__annotations__}
    own["severity"], own["highest"] = meta.severity.value, meta.highest.value
    own["stability"] = meta.stability.value
    own["authority"] = meta.authority.written
    own["messages"] = dict(meta.messages)
    phrases = {
        key: listed.text if isinstance(listed, PhraseTable) else list(listed)
        for key, listed in rule.phrases.items()
    }
    return {"name": rule.__name__, "meta": own, "phrases": phrases}


def _later(package: str, name: str, known: Mapping[str, Any]) -> type[Rule]:
    own = known["meta"]
    meta = RuleMeta(
        **own
        | {
            "severity": Severity(own["severity"]),
            "highest": Severity(own["highest"]),
            "stability": Stability(own["stability"]),
            "authority": laws.as_written(*own["authority"]),
        }
    )
    phrases = {
        key: PhraseTable(listed) if isinstance(listed, str) else listed
        for key, listed in known["phrases"].items()
    }
    body = {"meta": meta, "phrases": phrases, "_package": package, "_module": name}
    return type(known["name"], (Later,), {**body, "__module__": f"{package}.{name}"})

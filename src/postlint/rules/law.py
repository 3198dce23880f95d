"""The table of laws, and how a law reaches a posting.

Each authority is written once, in a file of `laws/`, and is called by its key:
`laws("us-ada-inquiry")` is what a rule rests on, `law("us-ada-inquiry")` is the
entry, `laws_on("pay-in-posting")` are all entries on a subject. Whatever
depends on place, kind and size of the employer, and day, is asked of `reach`,
so that it means the same in every rule.

What differs from place to place has a file for each subject, read when
somebody asks for the subject: `us-co-pay-in-posting` is Colorado's entry in
`laws/pay-in-posting.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final, overload

from postlint.cache import read_toml
from postlint.facts.base import Case, Fact, FactSource, fact
from postlint.facts.context import (
    abroad,
    employer_kind,
    jurisdiction,
    of_states,
    open_to,
    seat,
    shut_out,
    stated_place,
)
from postlint.facts.day import Day, judged_on
from postlint.facts.declared import EmployerKind
from postlint.facts.place_names import place_name
from postlint.facts.terms import remote
from postlint.text.authority import Authority, Basis, Confidence
from postlint.text.diagnostics import Severity
from postlint.text.records import NamedTuple

# The files of the table; a test holds that there are no others.
FILES: Final = (
    "disability",
    "employment",
    "equal-opportunity",
    "practice",
    "qualifications",
    "technology",
)
# Files of one subject each, whose entries are named by the place and the subject.
SUBJECTS: Final = (
    "advertisements",
    "age-questions",
    "automated-decisions",
    "credit-history",
    "criminal-history",
    "jobless-applicants",
    "pay-history",
    "pay-in-posting",
    "protected-classes",
    "record-checks",
    "salary-floor",
    "veterans-preference",
)
HOME: Final = "US"
NO_STATE: Final = "the state the work is in"
NO_KIND: Final = "the kind of employer"
NO_SIZE: Final = "the number of employees"
NO_DAY: Final = "the day the posting was written"
NO_CONTRACT: Final = "whether the employer holds a federal contract"
NO_FUNDS: Final = "whether the employer receives federal education funds"
NO_COUNT: Final = "the number of employees there"


@cache
def law(key: str) -> Authority:
    """Return an entry of the table. Raises `KeyError` for a key nobody wrote."""
    return authority(_entries(key)[key], key)


def known_law(key: str) -> bool:
    """Say whether the table has an entry."""
    return key in _entries(key)


@cache
def _place_of(key: str) -> str:
    """Return the place whose law an entry is, nothing for one of no place; it is not read."""
    place: str = _entries(key)[key].get("jurisdiction", "")
    return place


def _entries(key: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the entries among which that of a key is."""
    subject = next((name for name in SUBJECTS if key.endswith(f"-{name}")), "")
    return _about(subject) if subject else _table()


class laws(Sequence[Authority]):  # noqa: N801  # it reads as a function and is one that waits
    """Entries of the table, read when first looked at: `laws("us-ada-inquiry", "us-504")`.

    `on` adds those of a subject that ask for something: `laws(on="pay-history")`.
    """

    __slots__ = ("_keys", "_on", "subject")

    def __init__(self, *keys: str, on: str = "") -> None:
        self._keys = keys
        self._on = self.subject = on

    @property
    def written(self) -> tuple[tuple[str, ...], str, str]:
        """What they are made of, as plain data that `as_written` takes."""
        return self._keys, self._on, self.subject

    @classmethod
    def as_written(cls, keys: tuple[str, ...], on: str, subject: str) -> laws:
        """Return the entries that `written` gave."""
        found = cls(*keys, on=on)
        found.subject = subject
        return found

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the entries."""
        if self._on:
            self._keys += tuple(_keys_on(self._on))
            self._on = ""
        return self._keys

    @property
    def of_a_place(self) -> bool:
        """Whether one of them is the law of a place; a subject is not read to say so."""
        return bool(self._on) or any(map(_place_of, self._keys))

    @overload
    def __getitem__(self, place: int) -> Authority: ...
    @overload
    def __getitem__(self, place: slice) -> laws: ...
    def __getitem__(self, place: int | slice) -> Authority | laws:
        """Return one entry, or some of them."""
        return laws(*self.keys[place]) if isinstance(place, slice) else law(self.keys[place])

    def __iter__(self) -> Iterator[Authority]:
        return map(law, self.keys)

    def __len__(self) -> int:
        return len(self.keys)

    def __repr__(self) -> str:
        return f"laws{self.keys!r}"


@cache
def laws_on(subject: str) -> tuple[Authority, ...]:
    """Return the entries on a subject, in the order of the table."""
    return tuple(map(law, _keys_on(subject)))


def _keys_on(subject: str) -> Iterable[str]:
    if subject in SUBJECTS:
        return _about(subject)
    return [key for key, entry in _table().items() if entry.get("subject") == subject]


@cache
def _about(subject: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the entries of a subject's file: what its head says holds of each that is silent."""
    found: Mapping[str, Any] = read_toml("postlint.rules", f"laws/{subject}.toml")
    head = {"subject": subject, **found.get("all", {})}
    return {key: head | entry for key, entry in found.items() if key != "all"}


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for name in FILES:
        found.update(read_toml("postlint.rules", f"laws/{name}.toml"))
    return found


def authority(entry: Mapping[str, Any], key: str = "") -> Authority:
    """Return an authority as a table has it; a pack may keep a table of its own."""
    given = {
        field: read(entry[column]) for column, (field, read) in _COLUMNS.items() if column in entry
    }
    return Authority(date=_read(entry), key=key, **given)


def _read(entry: Mapping[str, Any]) -> str:
    """Return when a text was read and in which edition, as written for people."""
    when, edition = entry.get("read", ""), entry.get("edition", "")
    return ", ".join(part for part in (when and f"read {when}", edition) if part)


def _as_it_is(given: Any) -> Any:
    return given


# What a table may say of an authority: the field of each column, and how it is read.
_COLUMNS: Final[Mapping[str, tuple[str, Callable[[Any], Any]]]] = {
    "citation": ("citation", _as_it_is),
    "jurisdiction": ("jurisdiction", _as_it_is),
    "confidence": ("confidence", Confidence),
    "basis": ("basis", Basis),
    "volatile": ("volatile", _as_it_is),
    "link": ("link", _as_it_is),
    "effective": ("effective", date.fromisoformat),
    "until": ("until", date.fromisoformat),
    "expires": ("expires", date.fromisoformat),
    "whom": ("whom", frozenset),
    "exempt": ("exempt", frozenset),
    "least": ("least", _as_it_is),
    "any-size": ("any_size", frozenset),
    "exemptions": ("exemptions", _as_it_is),
    "contested": ("contested", _as_it_is),
    "figures": ("figures", _as_it_is),
    "subject": ("subject", _as_it_is),
    "doubtful": ("doubtful", frozenset),
    "local": ("local", _as_it_is),
    "remote": ("remote", _as_it_is),
    "terms": ("terms", frozenset),
    "note": ("note", _as_it_is),
}


# ------------------------------------------------------------------------ reach


class Force(Enum):
    """How a law stands to a posting."""

    IN_FORCE = "in force"
    UNCERTAIN = "uncertain"
    COMING = "coming"
    EXPIRED = "expired"


class Reach(NamedTuple):
    """How a law reaches a posting.

    `unsure` says what is not known and would settle it. `declared` says that
    the user declared, or a field states, whatever the law asks of place and kind, and `dated` that
    the posting or the user states the day it asks for.
    """

    law: Authority
    force: Force
    unsure: tuple[str, ...] = ()
    declared: bool = False
    dated: bool = True

    @property
    def place(self) -> str:
        """The name of the place whose law it is."""
        return place_name(self.law.jurisdiction)

    @property
    def in_scope(self) -> bool:
        """Whether the place and the kind of employer are known, and the law is for them."""
        return not set(self.unsure) - {NO_SIZE, NO_COUNT, NO_DAY}

    @property
    def certain(self) -> bool:
        """Whether the law surely binds: the only ground of an error."""
        law = self.law
        sure = law.confidence is Confidence.HIGH and law.basis is not Basis.GENERAL
        certain = self.force is Force.IN_FORCE and self.declared and self.dated
        return certain and sure and not law.contested

    def limited(self, severity: Severity) -> Severity:
        """Return a severity, lowered by what is not known: nothing unknown raises it."""
        if self.certain:
            return severity
        if self.force in (Force.COMING, Force.EXPIRED):
            return Severity.INFO
        return Severity.WARNING if severity is Severity.ERROR else severity


def reaching(case: Case, among: Iterable[Authority]) -> tuple[Reach, ...]:
    """Return how laws reach a posting, the surest first; those that do not are left out."""
    near = case[_reached_from].value
    if near is not None:
        among = [law for law in among if law.jurisdiction in near]
    found = [one for law in among if (one := reach(case, law)) is not None]
    order = tuple(Force)
    # Where the work is outranks where somebody may do it from.
    found.sort(
        key=lambda one: (
            order.index(one.force),
            not one.certain,
            not one.in_scope,
            len(one.unsure),
        )
    )
    return tuple(found)


@fact("reached_from")
def _reached_from(case: Case) -> Fact[frozenset[str] | None]:
    """Return the places of which laws can reach the work; `None` where those of any may.

    Where it is known and nobody works from afar, laws of elsewhere need not be looked at.
    """
    places = case[jurisdiction].value
    if not places or case[remote].value == "remote":
        return Fact(None)
    return Fact(_around(places) | {"", HOME})


def begun(found: Iterable[Reach]) -> tuple[Reach, ...]:
    """Return the laws that do not have their first day still before them."""
    return tuple(one for one in found if one.force is not Force.COMING)


def law_clause(found: Sequence[Reach], asks: str, may: str) -> str:
    """Return what the surest of some laws says, as the end of a message; nothing without one.

    `asks` is the predicate of a law that binds, `may` of one that is not known
    to: "asks for it", "may ask for it".
    """
    if not found:
        return ""
    first = found[0]
    places = list(dict.fromkeys(one.place for one in found))
    if first.force is Force.COMING and first.law.effective is not None:
        day = f"{first.law.effective:%d %B %Y}".lstrip("0")
        return f"; {places[0]} {asks} from {day}"
    if first.force is Force.UNCERTAIN:
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        return f"; {places[0]}{more} {may}, depending on {' and '.join(first.unsure)}"
    opened = first.law.basis is not Basis.GENERAL and first.law.confidence is not Confidence.LOW
    return f"; {places[0]} {asks if opened else may}"


def asks_for(found: Sequence[Reach], what: str) -> str:
    """Return that the surest of some laws asks for something, as the end of a message."""
    return law_clause(found, f"asks for {what}", f"may ask for {what}")


def reach(case: Case, law: Authority) -> Reach | None:
    """Return how a law reaches a posting, by place, employer and day; `None` where it does not."""
    return case[_reach_of(law)].value


def _reach_of(law: Authority) -> FactSource[Reach | None]:
    """Return what works out a law's reach: a fact, so that no posting is asked twice."""
    known = _REACHES.get(id(law))
    if known is None:
        source = FactSource("reach", lambda case: Fact(_reach(case, law)), {})
        # The law is held with it, so that its identity is no other's later.
        known = _REACHES[id(law)] = (law, source)
    return known[1]


_REACHES: Final[dict[int, tuple[Authority, FactSource[Reach | None]]]] = {}


def _reach(case: Case, law: Authority) -> Reach | None:
    unsure: list[str] = []
    for holds in (_placed, _meant, _bound, _sized):
        unknown = holds(case, law)
        if unknown is None:
            return None
        if unknown:
            unsure.append(unknown)
    force, stated = Force.IN_FORCE, True
    if law.effective or law.until or law.expires:
        day = case[judged_on].value
        found, stated = _force(law, day), day.stated
        if found is None:
            return None
        force = found
        if force is Force.UNCERTAIN:
            unsure.append(NO_DAY)
    if unsure and force is Force.IN_FORCE:
        force = Force.UNCERTAIN
    return Reach(law, force, tuple(unsure), _is_declared(case, law, unsure), stated)


def _is_declared(case: Case, law: Authority, unsure: Sequence[str]) -> bool:
    """Say whether employer and place are in scope by what is declared, and not by the text."""
    employer = case.employer
    named = employer.kind is not None
    if not law.whom and not law.exempt:
        in_scope = named or not law.doubtful
    else:
        settled = named and NO_CONTRACT not in unsure and NO_FUNDS not in unsure
        in_scope = settled or any(_declared(case, law))
    if not in_scope or law.jurisdiction in ("", HOME):
        return in_scope
    # A place that its own field states is as good as declared, where the kind is.
    stated = named and law.jurisdiction in _around(case[stated_place].value)
    return stated or law.jurisdiction in _around(employer.jurisdictions)


# Whether a law reaches a posting is asked in this order: of the place, of what the law leaves
# open, of the employer, of its size. Each returns what is not known of it, nothing where it
# holds, and `None` where it does not.


def _placed(case: Case, law: Authority) -> str | None:
    if not law.jurisdiction:
        return ""
    if law.jurisdiction == HOME:
        away = case[abroad]
        if away.value is None:
            return away.missing or ""
        return None
    fact = case[jurisdiction]
    if law.jurisdiction in _around(fact.value):
        return ""
    if law.remote and law.remote != "in-place" and (unsure := _from_afar(case, law)):
        return unsure
    if fact.value:
        return None
    name = place_name(law.jurisdiction)
    # A text that names a state and does not say where the work is may mean it.
    named = law.jurisdiction.startswith("US-") and _names(case.text, name)
    named = named and not _left_out(case, law)
    return (fact.missing or NO_STATE) if named else None


def _left_out(case: Case, law: Authority) -> bool:
    """Say whether the people of a place may not do the work."""
    return not _around((law.jurisdiction,)).isdisjoint(of_states(case[shut_out].value))


def _names(text: str, name: str) -> bool:
    """Say whether a text has the name of a place, in capitals as names are."""
    plain = name.removeprefix("the ")
    for words in (plain, plain.upper()) if plain else ():
        # "REMAINED" has the letters of a state.
        if words in text and re.search(rf"\b{re.escape(words)}\b", text):
            return True
    return False


def _from_afar(case: Case, law: Authority) -> str:
    """Return what is not known where a law of elsewhere may reach work that is done from afar.

    Nothing where the work is not said to be remote, or is for another country.
    """
    if case[remote].value != "remote":
        return ""
    of_seat = law.remote in {"reports-in", "office-there", "employer-there"}
    if case.employer.jurisdictions and not (of_seat and case.employer.seat):
        return ""
    country = law.jurisdiction.partition("-")[0]
    if (case[abroad].value or HOME) != country:
        return ""
    name = place_name(law.jurisdiction)
    if law.remote in {"open-there", "open-to-all", "partly-in"} and case[open_to].value:
        return ""
    if law.remote in {"open-there", "partly-in"} and _left_out(case, law):
        return ""  # a law of work that is "open to all" is not avoided by it
    if law.remote in {"open-there", "open-to-all"}:
        return f"whether the employer has people in {name} or takes applications there"
    if law.remote == "partly-in":
        return f"whether the work is done in {name} in part"
    # An office or an employer there: the text has to name the place as a seat.
    if law.jurisdiction not in _around(case[seat].value):
        return ""
    if law.remote == "reports-in":
        return f"whether the post answers to somebody in {name}"
    return f"whether the work is done for an office in {name}"


def _all_within(places: tuple[str, ...], law: str) -> bool:
    """Say whether an employer has declared places of a law and none beside."""
    return bool(places) and all(law in _around((one,)) or one in _around((law,)) for one in places)


@cache
def _around(places: tuple[str, ...]) -> frozenset[str]:
    """Return places and those around them: `US-NY` and `US` for `US-NY-NYC`."""
    parts = [code.split("-") for code in places]
    return frozenset("-".join(part[: n + 1]) for part in parts for n in range(len(part)))


def _meant(case: Case, law: Authority) -> str:
    kind = case[employer_kind].value
    if kind is None or not law.doubtful & _kinds(kind):
        return ""
    return f"whether it reaches {'public bodies' if kind.public else 'such employers'}"


def _bound(case: Case, law: Authority) -> str | None:
    kind = case[employer_kind].value
    if kind is EmployerKind.FEDERAL and law.jurisdiction.startswith("US-"):
        return None  # no state binds an agency of the Union
    if not law.whom and not law.exempt:
        return ""
    declared = _declared(case, law)
    if any(declared):
        return ""
    if len(declared) == len(law.whom) > 0:
        unknown = NO_CONTRACT if "contractor" in law.whom else NO_FUNDS
        return unknown if None in declared else None
    if kind is None:
        return NO_KIND
    names = _kinds(kind)
    return None if law.exempt & names or (law.whom and not law.whom & names) else ""


def _declared(case: Case, law: Authority) -> list[bool | None]:
    """Return what is declared of the employers that a law names by what they have."""
    employer = case.employer
    declared = {"contractor": employer.federal_contractor, "recipient": employer.recipient}
    return [settled for name, settled in declared.items() if name in law.whom]


def _sized(case: Case, law: Authority) -> str | None:
    employer = case.employer
    if law.least <= 1 or (employer.kind and law.any_size & _kinds(employer.kind)):
        return ""
    if employer.employees is None:
        return NO_SIZE
    if employer.employees < law.least:
        return None
    counted = not law.local or _all_within(employer.jurisdictions, law.jurisdiction)
    return "" if counted else NO_COUNT


@cache
def _kinds(kind: EmployerKind) -> frozenset[str]:
    """Return the words by which laws call a kind of employer."""
    return frozenset({kind.value, "public"} if kind.public else {kind.value})


def _force(law: Authority, day: Day) -> Force | None:
    """Return how a law stands on a day; `None` where it was over before."""
    if law.until is not None and day.since >= law.until:
        return None
    if law.effective is not None and day.date < law.effective:
        return Force.COMING
    if law.expires is not None and day.date >= law.expires:
        return Force.EXPIRED
    begun = law.effective is None or day.since >= law.effective
    ended = law.until is not None and day.date >= law.until
    return Force.IN_FORCE if begun and not ended else Force.UNCERTAIN


def decided_by(case: Case, among: Iterable[Authority]) -> tuple[Authority, ...]:
    """Return the authorities that speak where the work is: Ohio is not shown the law of Texas."""
    places = case[_speaking_places].value
    # What a rule names is one object for all texts, and most texts are of few places.
    if type(among) is laws:
        return _speaking(among, places)
    return tuple([law for law in among if not law.jurisdiction or law.jurisdiction in places])


def held_by(case: Case, among: Iterable[Authority]) -> tuple[Authority, ...]:
    """Return the authorities a finding may be held to: no law that is younger, or of others."""
    found = decided_by(case, among)
    if not any(law.jurisdiction for law in found):
        return found
    day, employer = case[judged_on].value, case.employer
    declared = employer.kind is not None or employer.employees is not None
    return tuple(
        [
            law
            for law in found
            if (law.effective is None or day.date >= law.effective)
            and (law.until is None or day.since < law.until)
            # What nobody declared shuts no law out, and most postings have nothing declared.
            and not (declared and law.jurisdiction and reach(case, law) is None)
        ]
    )


@lru_cache(maxsize=2048)
def _speaking(among: laws, places: frozenset[str]) -> tuple[Authority, ...]:
    # An entry is looked at as it is written: most are of other places, and never read.
    found = ((key, _place_of(key)) for key in among.keys)
    return tuple([law(key) for key, place in found if not place or place in places])


@fact("speaking_places")
def _speaking_places(case: Case) -> Fact[frozenset[str]]:
    """Return the places whose law speaks: those around the work, else the country it is in."""
    found = case[jurisdiction].value
    return Fact(_around(found) if found else frozenset({case[abroad].value or HOME}))

"""What only the employer can tell: size, kind, place, contracts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

from postlint.errors import UnknownName
from postlint.facts.place_names import place_code
from postlint.text.values import field, frozen


class EmployerKind(Enum):
    """Whose law applies: the kinds that statutes tell apart."""

    SCHOOL = "school"
    COLLEGE = "college"
    CITY = "city"
    COUNTY = "county"
    STATE = "state"
    FEDERAL = "federal"
    NONPROFIT = "nonprofit"
    PRIVATE = "private"

    @property
    def public(self) -> bool:
        """Whether employers of this kind are public bodies as a rule; colleges may be either."""
        return self in _PUBLIC


_PUBLIC = frozenset(
    {
        EmployerKind.SCHOOL,
        EmployerKind.CITY,
        EmployerKind.COUNTY,
        EmployerKind.STATE,
        EmployerKind.FEDERAL,
    }
)


class PostRole(Enum):
    """What a post has to do with technology: it leads it, works in it, or neither."""

    TECH_LEADER = "tech-leader"
    TECH_STAFF = "tech-staff"
    OTHER = "other"


class Profile(Enum):
    """The kinds of post that some rules are for."""

    K12 = "k12"
    PUBLIC = "public"
    NONE = "none"


E = TypeVar("E", bound=Enum)


def _member(kind: type[E], called: str, value: E | str | None) -> E | None:
    """Return a member by its value too; one nobody knows would be reported as no such law."""
    if value is None or isinstance(value, kind):
        return value
    try:
        return kind(value)
    except ValueError:
        from difflib import get_close_matches  # noqa: PLC0415  # for a name that is wrong

        known = [str(one.value) for one in kind]
        close = next(iter(get_close_matches(str(value), known, n=1)), None)
        raise UnknownName(called, str(value), close) from None


def _kind(value: EmployerKind | str | None) -> EmployerKind | None:
    return _member(EmployerKind, "kind of employer", value)


def _role(value: PostRole | str | None) -> PostRole | None:
    return _member(PostRole, "role", value)


def _profile(value: Profile | str | None) -> Profile | None:
    return _member(Profile, "profile", value)


def _places(words: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of places: a law that is never found would be reported as none."""
    return tuple(place_code(word) for word in ((words,) if isinstance(words, str) else words))


def _seat(word: str | None) -> str | None:
    try:
        return None if word is None else place_code(word)
    except UnknownName as error:
        # Its own kind, so that settings can say which of them is wrong.
        raise UnknownName("seat", error.name, error.nearest) from error


@frozen(kw_only=True)
class Employer:
    """Facts about the employer that the user declared; `None` is "not declared".

    `employees` counts people. `recipient` says that the employer receives
    federal education funds, `federal_contractor` that it holds a federal
    contract above the floor of the rules. `equal_opportunity_notice` and
    `accommodation_notice` say that the statement stands elsewhere (letterhead,
    page footer, insert). `equity_commitment_expected` says that its policy
    asks for a commitment in every posting. `automated_screening` says that
    software screens, ranks or selects applicants, and `seat` where the employer
    is, which some laws on remote work ask. `role` is what the posts are, whatever
    their titles and duties say. `profile` is the kind of post to judge by where
    the posting does not say. `as_of` is the day whose law
    applies where the posting does not say its own. `jurisdictions` are places by
    their codes or names, such as `US-OR` or `Oregon`; a place, kind, role or
    profile nobody knows raises `UnknownName`.
    `allow` holds words and phrases that no rule about wording reports.
    """

    kind: EmployerKind | None = field(default=None, converter=_kind)
    employees: int | None = None
    jurisdictions: tuple[str, ...] = field(default=(), converter=_places)
    recipient: bool | None = None
    federal_contractor: bool | None = None
    equal_opportunity_notice: bool | None = None
    accommodation_notice: bool | None = None
    equity_commitment_expected: bool | None = None
    automated_screening: bool | None = None
    seat: str | None = field(default=None, converter=_seat)
    role: PostRole | None = field(default=None, converter=_role)
    profile: Profile | None = field(default=None, converter=_profile)
    as_of: date | None = None
    allow: tuple[str, ...] = ()

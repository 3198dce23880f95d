"""What is asked of the desk: a posting, and what its employer declares."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from datetime import date
from typing import Any

from postlint.config.shape import structure_as
from postlint.errors import PostlintError
from postlint.facts.declared import Employer
from postlint.text.values import Factory, evolve, frozen


class InvalidRequest(PostlintError):  # noqa: N818  # says what was done
    """A question that cannot be understood: every fault with the key it is in."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{key} {reason}".strip() for key, reason in faults))


@frozen(kw_only=True)
class CheckRequest:
    """A posting, as a text or as the bytes of a file in base 64, and how to check it.

    `name` is what the file is called, and tells its kind where `kind` does
    not. `employer` has the keys that a settings file has. `unsafe` is for
    fixing: whether words may be inserted that a person must look at; `anyway`
    for converting: whether to write what would not say the same.
    """

    text: str | None = None
    data: str | None = None
    name: str | None = None
    kind: str | None = None
    employer: Employer = Factory(Employer)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    unsafe: bool = False
    anyway: bool = False

    @property
    def bytes(self) -> bytes:
        """The file's bytes. Raises `InvalidRequest` for what is not base 64."""
        try:
            return b64decode(self.data or "", validate=True)
        except (Error, ValueError) as error:
            raise InvalidRequest([("data", "must be the bytes of a file in base 64")]) from error


def request_of(table: object, declared: Employer) -> CheckRequest:
    """Return a question from plain data; what it does not say of the employer is `declared`.

    Raises `InvalidRequest` with every fault.
    """
    if not isinstance(table, Mapping):
        raise InvalidRequest([("", "must be an object")])
    given = _hyphened(table)
    faults = _dated(given)
    made, found = structure_as(CheckRequest, given, (Employer,))
    faults.extend((fault.key.replace("-", "_"), fault.reason) for fault in found)
    if not faults and (given.get("text") is None) == (given.get("data") is None):
        faults.append(("text", "or data must be given, and not both"))
    if faults or made is None:
        raise InvalidRequest(faults)
    named = {key.replace("-", "_") for key in given.get("employer", {})}
    employer = evolve(declared, **{key: getattr(made.employer, key) for key in sorted(named)})
    return evolve(made, employer=employer)


def _hyphened(table: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a table with the keys a settings file has; nulls are what is not said."""
    return {
        str(key).replace("_", "-"): _hyphened(value) if isinstance(value, Mapping) else value
        for key, value in table.items()
        if value is not None
    }


def _dated(table: dict[str, Any]) -> list[tuple[str, str]]:
    """Make the day a date; JSON has none."""
    employer = table.get("employer")
    if not isinstance(employer, dict) or not isinstance(employer.get("as-of"), str):
        return []
    try:
        employer["as-of"] = date.fromisoformat(employer["as-of"])
    except ValueError:
        del employer["as-of"]
        return [("employer.as_of", "must be a day such as 2027-06-30")]
    return []

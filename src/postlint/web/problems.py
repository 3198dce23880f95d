"""Faults as problem details (RFC 9457): what went wrong, in a sentence, with a status."""

from __future__ import annotations

from typing import Any

from postlint.errors import (
    ConfigError,
    MissingExtra,
    PostlintError,
    SourceError,
    UnknownName,
    Unreadable,
)
from postlint.text.records import NamedTuple
from postlint.web.request import InvalidRequest


class Problem(NamedTuple):
    """A fault: its stable name, HTTP status, and what to tell."""

    name: str
    status: int
    title: str
    detail: str
    errors: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> dict[str, Any]:
        """The fault as a document of type `application/problem+json`."""
        found: dict[str, Any] = {
            "type": f"urn:postlint:problem:{self.name}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            found["errors"] = [{"field": field, "detail": reason} for field, reason in self.errors]
        return found


def problem(error: BaseException) -> Problem:
    """Return an error as a problem; one that nobody foresaw says so and shows no trace."""
    match error:
        case InvalidRequest():
            return Problem(
                "question",
                422,
                "The question cannot be understood",
                _detail(error),
                (*error.faults,),
            )
        case UnknownName():
            return Problem("unknown-name", 404, "There is no such name", str(error))
        case SourceError() | Unreadable():
            return Problem("unreadable", 422, "The posting cannot be read", _detail(error))
        case MissingExtra():
            return Problem("not-installed", 501, "A part of postlint is not installed", str(error))
        case ConfigError() | PostlintError():
            return Problem("settings", 422, "The settings cannot be used", str(error))
    what = f"Something went wrong in postlint itself: {type(error).__name__}: {error}"
    return Problem("internal", 500, "Something went wrong", what)


def _detail(error: InvalidRequest | SourceError | Unreadable) -> str:
    words = str(error) if isinstance(error, InvalidRequest) else error.reason
    return words[:1].upper() + words[1:] + "."

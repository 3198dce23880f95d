"""The errors postlint raises. Each carries its facts and writes its own sentence."""

from __future__ import annotations

import re


class PostlintError(Exception):
    """The base of every error postlint raises on purpose."""


class ReaderFault(PostlintError):  # noqa: N818  # a fault of a reader, met by its author
    """A reader yielded what the grammar has no place for."""


class WrongUse(PostlintError):  # noqa: N818  # says what it is
    """What was asked for does not go together."""


class UnknownName(PostlintError):  # noqa: N818  # says what it is
    """A name that nothing has: a rule, a reader, a format.

    `kind` says what was looked for, `name` what was asked, `nearest` the
    closest name there is, or `None`.
    """

    def __init__(self, kind: str, name: str, nearest: str | None = None) -> None:
        self.kind = kind
        self.name = name
        self.nearest = nearest
        hint = f"Did you mean '{nearest}'?" if nearest else _LISTED.get(kind, "")
        super().__init__(f"There is no {kind} '{name}'. {hint}".rstrip())


# Where names stand that nobody can guess.
_LISTED = {
    "rule": "'postlint rules' lists them.",
    "rule, family or tag": "'postlint rules' lists them.",
    "kind of source": "There are text, markup, markdown, html, jobposting, word, pdf and more.",
    "place": "'postlint law' lists them; one is written US-OR or Oregon.",
}


class Unreadable(PostlintError):  # noqa: N818  # says what the bytes are
    """What a reader raises for bytes it cannot read at all; `reason` says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class SourceError(PostlintError):
    """A source that cannot be read: `path` names it, `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class ConfigError(PostlintError):
    """A configuration that cannot be used: `name` is its file, `faults` are lines and reasons.

    `others` are what is wrong with the files it extends and its files of rules.
    """

    def __init__(
        self,
        name: str,
        faults: list[tuple[int | None, str]],
        others: tuple[ConfigError, ...] = (),
    ) -> None:
        self.name = name
        self.faults = faults
        self.others = others
        rows = [
            f"{name}:{line}: {reason}" if line else f"{name}: {reason}" for line, reason in faults
        ]
        super().__init__("\n".join([*rows, *map(str, others)]))


class MissingExtra(PostlintError):  # noqa: N818  # says what is missing
    """Something needs packages that are not installed.

    `extra` names those that postlint's own list calls so, or packages.
    """

    def __init__(self, what: str, extra: str) -> None:
        self.what = what
        self.extra = extra
        super().__init__(f"{what} need more: {to_install(extra)}")


def to_install(extra: str) -> str:
    """Return the command that installs what an extra of postlint needs, or packages.

    It names the packages themselves: the command is then right wherever
    postlint itself was installed from.
    """
    from importlib.metadata import PackageNotFoundError, requires  # noqa: PLC0415  # costly

    try:
        listed = requires("postlint") or []
    except PackageNotFoundError:  # a copy that was never installed
        listed = []
    needs: list[str] = []
    mark = re.compile(r";\s*extra\s*==\s*['\"]" + re.escape(extra) + r"['\"]\s*\Z")
    for line in listed:
        if mark.search(line):
            need = mark.sub("", line).strip()
            inner = re.match(r"postlint\[([\w,-]+)\]", need)
            names = inner[1].split(",") if inner else ()
            needs += [part for name in names for part in _arguments(name)] or [need]
    return "pip install " + " ".join(f"'{need}'" for need in needs or extra.split())


def _arguments(extra: str) -> list[str]:
    return re.findall(r"'([^']*)'", to_install(extra))


class OutputError(PostlintError):
    """An output that cannot be written: `path` names it, `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: cannot be written: {reason}")


def why_unread(error: OSError) -> str:
    """Say why a file could not be read, in words and without the path."""
    return _why(error, absent="there is no such file", barred="you may not read it")


def why_unwritten(error: OSError) -> str:
    """Say why a file could not be written, in words and without the path."""
    return _why(error, absent="its folder does not exist", barred="you may not write there")


def _why(error: OSError, *, absent: str, barred: str) -> str:
    if isinstance(error, FileNotFoundError):
        return absent
    if isinstance(error, PermissionError):
        return barred
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return (error.strerror or str(error)).lower()

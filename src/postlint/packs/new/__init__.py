"""A new pack: the files of a distribution with one rule, its page, its tests."""

from __future__ import annotations

import keyword
import re
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import frozen

from postlint.errors import OutputError, PostlintError, why_unwritten
from postlint.text.files import write_whole

__all__ = ["NewPack", "PackNameError", "write_pack"]

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_FAMILY = re.compile(r"[A-Z]{2,8}")
# What a name may have besides the pack's own.
_PREFIX, _SUFFIX = "postlint-", "-rules"
_SIGN = re.compile(r"@(name|module|label|code|year|postlint)@")
_TAKEN = frozenset({"postlint", "postlint-rules", "postlint-grammar"})


class PackNameError(PostlintError):
    """A name that a pack cannot have; `reason` says why."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"A pack cannot be called '{name}': {reason}")


@frozen(kw_only=True)
class NewPack:
    """What a pack to be written is called.

    `name` is the distribution's, `module` what Python imports, `label` the
    name of the entry point, `family` the letters of its rules' codes.
    """

    name: str
    module: str
    label: str
    family: str

    @property
    def code(self) -> str:
        """The code of the first rule."""
        return f"{self.family}001"

    @classmethod
    def named(cls, name: str, family: str | None = None) -> NewPack:
        """Return what follows from a name. Raises `PackNameError`."""
        if not _NAME.fullmatch(name):
            raise PackNameError(
                name, "use small letters, digits and hyphens, such as transit-rules."
            )
        module = name.replace("-", "_")
        if name in _TAKEN or module in sys.stdlib_module_names or keyword.iskeyword(module):
            raise PackNameError(name, "something else is called that.")
        label = name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
        letters = "".join(char for char in label if char.isalpha()).upper()
        family = letters[:4] if family is None else family
        if not _FAMILY.fullmatch(family):
            raise PackNameError(
                name, f"its rules' codes would begin with '{family}'; give two to eight capitals."
            )
        return cls(name=name, module=module, label=label, family=family)


def write_pack(pack: NewPack, folder: Path, *, version: str) -> list[Path]:
    """Write the files of a pack into a folder that is empty or not there, and return them.

    `version` is that of postlint, the least the pack asks for. Raises `OutputError`.
    """
    from datetime import date  # noqa: PLC0415  # for this alone

    words = {
        "name": pack.name,
        "module": pack.module,
        "label": pack.label,
        "code": pack.code,
        "year": str(date.today().year),
        "postlint": version,
    }
    names = {"module": pack.module, "rule.md": f"{pack.code}.md"}
    written: list[Path] = []
    try:
        if folder.exists() and any(folder.iterdir()):
            raise OutputError(str(folder), "it is there already, and not empty")
        for parts, text in _templates(files("postlint.packs.new") / "template", ()):
            path = folder.joinpath(*(names.get(part, part) for part in parts))
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(str(path), _SIGN.sub(lambda sign: words[sign[1]], text).encode())
            written.append(path)
    except OSError as error:
        raise OutputError(str(folder), why_unwritten(error)) from error
    return sorted(written)


def _templates(folder: Traversable, above: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Return the template files: where each belongs, and its text."""
    found: list[tuple[tuple[str, ...], str]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found.extend(_templates(entry, (*above, entry.name)))
        elif entry.name.endswith(".txt"):
            found.append(((*above, entry.name.removesuffix(".txt")), entry.read_text("utf-8")))
    return found
